import type { FactOf } from './fact.ts'
import type { Read } from './figure.ts'
import { hedgeBefore } from './hedges.ts'
import { intervalOf, tidy } from './interval.ts'
import { Word } from './lexicon.ts'
import { readQuantity } from './quantity.ts'
import type { Reading } from './reading.ts'

/** Words near "16:9" that say it is no time of day and no verse. */
const CUES = new Set('ratio ratios scale odds aspect proportion proportions outnumbered outnumber outnumbers'.split(' '))
const CUE_REACH = 4
const BEFORE_WORDS = new Set(['by', 'of', 'outnumbered', 'outnumber', 'outnumbers', 'at', 'odds'])

/** "3:1", "a ratio of 16:9", "outnumbered by ten to one": the first part over the second; `at` is the first. Where neither part is one, a word must say that it is a ratio. */
export function readRatio(r: Reading, at: number): Read<FactOf<'number'>> | null {
  return r.word(at + 1) === ':' ? withColon(r, at) : inWords(r, at)
}

function withColon(r: Reading, at: number): Read<FactOf<'number'>> | null {
  if (!r.isNumber(at) || !r.isNumber(at + 2) || !r.isGlued(at + 1) || !r.isGlued(at + 2) || (r.isGlued(at) && /^[\p{L}\d.:/-]/u.test(r.word(at - 1)))) return null
  if (r.isGlued(at + 3) && (r.isWord(at + 3) || (r.word(at + 3) === ':' && r.isGlued(at + 4)))) return null
  const [first, second] = [readQuantity(r, at), readQuantity(r, at + 2)]
  if (!first || !second || first.to !== at + 1 || second.value === 0) return null
  const isPlain = (r.word(at) === '1' && r.word(at + 2).length > 2) || r.word(at + 2) === '1'
  return (isPlain && !r.isCapitalised(at - 1)) || isCued(r, at) ? ratioOf(r, at, second.to, first.value / second.value) : null
}

function isCued(r: Reading, at: number): boolean {
  for (let back = 1; back <= CUE_REACH; back += 1) if (CUES.has(r.word(at - back))) return true
  return CUES.has(r.word(at + 3))
}

/** "by three to one", "odds of 5 to 1" */
function inWords(r: Reading, at: number): Read<FactOf<'number'>> | null {
  if ((r.word(at + 1) !== 'to' && r.word(at + 2) !== 'to') || (!BEFORE_WORDS.has(r.word(at - 1)) && !isCued(r, at))) return null
  const first = r.has(at, Word.digits | Word.cardinal) ? readQuantity(r, at) : null
  if (!first || r.word(first.to) !== 'to') return null
  const one = first.to + 1
  return (r.word(one) === 'one' || r.word(one) === '1') && !r.has(one + 1, Word.scale | Word.percent | Word.timeUnit) && !r.isGlued(one + 1) === r.isWord(one + 1) && first.value > 1 ? ratioOf(r, at, one + 1, first.value) : null
}

function ratioOf(r: Reading, at: number, to: number, value: number): Read<FactOf<'number'>> {
  const before = hedgeBefore(r, at)
  const hedge = before?.hedge ?? 'exact'
  const core = { start: r.start(at), end: r.end(to - 1) }
  const span = before ? { start: r.start(before.from), end: core.end } : core
  const told = tidy(value)
  return { fact: { kind: 'number', span, hedge, ...(before ? { core } : {}), value: told, interval: intervalOf({ value: told, step: 0 }, null, hedge), range: false, ratio: true }, to }
}
