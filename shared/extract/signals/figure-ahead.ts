import { Word } from '../words.ts'
import { FIGURES, type Signal } from './signal.ts'

export const figureAhead: Signal = {
  id: 'figure-ahead',
  label: 'states a figure of what will be',
  kind: null,
  cues: [],
  words: Word.will,
  facts: FIGURES,
}
