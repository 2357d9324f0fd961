import type { Signal } from './signal.ts'

export const cited: Signal = {
  id: 'cited',
  label: 'carries a note that must support it',
  kind: null,
  cues: [],
  // Speech has no notes. Who cites a source for it holds that it needs one: as much as a name weighs.
  fixed: 0.5,
  find: ({ notes }) => notes.length > 0,
}
