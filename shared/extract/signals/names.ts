import { Found, type Signal } from './signal.ts'

/** So many names in one assertion make a list to go through. */
const A_LIST = 3

export const names: Signal = {
  id: 'names',
  label: 'lists names',
  kind: 'names',
  cues: [],
  facts: Found.name,
  find: ({ facts }) => facts.length >= A_LIST && facts.filter((fact) => fact.kind === 'name').length >= A_LIST,
}
