import { Found, type Signal } from './signal.ts'

export const rank: Signal = {
  id: 'rank',
  label: 'claims a place in an order',
  kind: 'rank',
  cues: [],
  facts: Found.rank,
}
