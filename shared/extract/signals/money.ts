import { Found, type Signal } from './signal.ts'

export const money: Signal = {
  id: 'money',
  label: 'states an amount of money',
  kind: 'money',
  cues: [],
  facts: Found.money,
}
