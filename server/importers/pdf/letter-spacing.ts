import { rightOf, type Run } from './raw-page.ts'

/** So many letters in a row, and this share of a line's words, are single letters where a line is set for show. */
const FEWEST_LETTERS = 5
const SINGLE_SHARE = 0.8
/** Letters drawn one by one stand apart when half of the gaps between them are wider than this (in ems). */
const LETTER_GAP = 0.08
/** A gap wider than this share of what a letter takes with its own gap parts two words. */
const WORD_GAP = 0.6

const tokensOf = (text: string): string[] => text.trim().split(/\s+/)

/** `T H E  T R E A T Y`: runs of a line whose letters were set apart for show, as words again; the same runs where they were not. */
export function withoutLetterSpacing(runs: readonly Run[]): readonly Run[] {
  const tokens = runs.flatMap(({ text }) => tokensOf(text))
  if (tokens.length < FEWEST_LETTERS || tokens.filter((token) => /^\p{L}$/u.test(token)).length < SINGLE_SHARE * tokens.length) return runs
  const isWithin = runs.some(({ text }) => /^\s*\S(?: +\S)+\s*$/u.test(text))
  const gaps = runs.slice(1).map((run, index) => run.x - rightOf(runs[index]!)).sort((a, b) => a - b)
  if (!isWithin && gaps[gaps.length >> 1]! <= LETTER_GAP * runs[0]!.size) return runs
  const letters = tokens.reduce((sum, token) => sum + token.length, 0)
  const advance = (Math.max(...runs.map(rightOf)) - runs[0]!.x) / letters
  const words: Run[] = []
  for (const run of runs) {
    const word = { ...run, text: run.text.trim().replace(/(\S) (?=\S)/gu, '$1').replace(/\s+/g, ' ') }
    const last = words.at(-1)
    const isApart = last === undefined || run.x - rightOf(last) > WORD_GAP * advance
    if (!isApart && last.size === run.size && last.y === run.y) words[words.length - 1] = { ...last, text: last.text + word.text, width: rightOf(run) - last.x }
    else words.push({ ...word, isSpaced: isApart })
  }
  return words
}
