import type { FactOf } from './fact.ts'
import { withOtherBound } from './bounds.ts'
import { isTimes, told, type Figure, type Read } from './figure.ts'
import { Word } from './lexicon.ts'
import { NameWord } from './name-lexicon.ts'
import type { Reading } from './reading.ts'
import { digitsOf } from './quantity.ts'

const UNIT_WORDS = 3
/** Words that end or begin no noun phrase: what stands before them is not what the figure counts. */
const NO_NOUN = new Set(('in of and or the to that for with at on by from is are was were as than has had have times which who its this these those years year months days his her their our it he she they we you i'
  + ' but if when while where there then not be been being into over under about after before during since until because also only a an').split(' '))
const PEOPLE = new Set(['people', 'men', 'women', 'children'])

/** Plain quantities and counts, as intervals with hedge and rounding. */
export function readNumber(r: Reading, alone: Figure): Read<FactOf<'number'>> | null {
  const figure = withOtherBound(r, alone)
  const { low } = figure
  if (figure.hedge === 'exact' && !low.isShare && (low.step === 0 && isLabel(r, figure.from) || isNumbering(r, figure))) return null
  if (low.isSpelled && low.value === 1 && !figure.high && isPronoun(r, figure)) return null
  if (low.isSpelled && low.isShare && low.value === 0.5 && !mayBeHalf(r, figure)) return null
  const read = told<FactOf<'number'>>(r, figure, foldAt(r, figure.to), { kind: 'number' })
  const unit = unitAt(r, low.hedge && r.word(read.to) === 'of' ? read.to + 1 : read.to)
  if (unit !== undefined) read.fact.unit = unit
  if (low.isShare) read.fact.share = true
  return read
}

/** The token behind "-fold", "fold" or "x" where a figure is that many times; else behind the figure. */
function foldAt(r: Reading, to: number): number {
  const at = r.word(to) === '-' && r.isGlued(to) ? to + 1 : to
  return r.word(at) === 'fold' || (at === to && isTimes(r, to)) ? at + 1 : to
}

/** Nouns a figure counts: up to three lower-case words, the last a plural: "30 pilot cities" → "pilot cities". */
function unitAt(r: Reading, from: number): string | undefined {
  let at = from
  if (r.word(at) === '-' && r.isGlued(at)) at += 1
  for (let next = at; next < at + UNIT_WORDS; next += 1) {
    const word = r.word(next)
    if (!r.isWord(next) || r.isCapitalised(next) || NO_NOUN.has(word)) return undefined
    const isPlural = PEOPLE.has(word) || (word.endsWith('s') && word.length > 2 && !word.endsWith('ss'))
    if (isPlural && !(r.word(next + 1) === '-' && r.isGlued(next + 1))) return r.text.slice(r.start(at), r.end(next))
    if (r.word(next + 1) === '-' && r.isGlued(next + 1) && r.isWord(next + 2)) next += 1
  }
  return undefined
}

/** "Article 5", "MIC 2025", "13th Five-Year Plan": a bare figure after a capitalised word, or a capitalised one inside a sentence, is part of a name. */
function isLabel(r: Reading, from: number): boolean {
  const before = from - 1
  if (before < r.from) return false
  if (r.isCapitalised(before) && !r.isGlued(from)) return isNameWord(r, before)
  return r.isCapitalised(from) && (r.isWord(before) || r.isNumber(before))
}

const OPENING = new Set(('the a an in on at by for from to of with without and but or nor so yet if when while where why how what who which that this these those it its he she they we you i his her their our your my as although though because since until after before'
  + ' during between among against under over through despite some many most all both each every few several other another any no not only about around more less fewer nearly almost roughly approximately is are was were do does did can could will would should may might have has had'
  + ' there here just exactly give find make take get up down x yes one two three four five six seven eight nine ten').split(' '))
/** Whether a capitalised word names something: not one that is capitalised for opening the sentence. */
const isNameWord = (r: Reading, at: number): boolean => !OPENING.has(r.word(at)) && !(at === r.from && r.word(at).length > 1 && !r.isCapitals(at) && isPlainOpener(r, at))
/** At the head of a sentence a verb in the imperative ("Earn 5") cannot be told from a name; a word known from nowhere else is taken for a name. */
const isPlainOpener = (r: Reading, at: number): boolean => r.word(at).endsWith('ly')

/** Short forms with a point before the number of a page, an issue or a picture. */
const SHORT_LABELS = /^(?:pp?|nos?|vols?|figs?|eqs?|chs?|secs?|arts?)$/
const VERSIONED = /^(?:versions?|releases?|revisions?|kernels?|builds?|editions?|firmware)$/
/** Verbs that a plural noun looks like: "Debian 2.2 includes …". */
const VERBS = new Set('includes contains supports uses needs requires adds brings comes runs ships works offers provides'.split(' '))
const NOT_LABELS = new Set(['see', 'no', 'nos'])
/** "figure 3", "step 4", "p. 143", "version 2.4", "the 2.2 kernel", "Debian 1.1": a figure that says which one, and counts nothing. */
function isNumbering(r: Reading, figure: Figure): boolean {
  const { low, from, to } = figure
  if (low.isScaled || low.isSpelled || low.from !== from) return false
  // "pp. 747–771": the second end too, which is met alone where the first was none.
  const cue = r.has(from - 1, Word.dash) && r.isGlued(from - 1) && r.isNumber(from - 2) ? from - 3 : from - 1
  const before = r.word(cue)
  const isDecimal = r.word(from).includes('.')
  const isVersioned = VERSIONED.test(before) || (isDecimal && VERSIONED.test(r.word(to)))
  // "(2018): 747–771" and the number of a point in a list: "4. A song".
  const isPlaced = (before === ':' && r.word(cue - 1) === ')' && r.has(cue - 2, Word.year)) || (from === r.from && r.word(to) === '.' && r.isGlued(to) && !isDecimal && (r.isCapitalised(to + 1) || r.is(to + 1, NameWord.quote)))
  const isMarked = isVersioned || isPlaced || (r.is(cue, NameWord.label) && !NOT_LABELS.has(before)) || (before === '.' && SHORT_LABELS.test(r.word(cue - 1)))
    || (isDecimal && (from === r.from ? r.isCapitalised(to) : isLabel(r, from) && !r.is(from - 1, NameWord.place)))
  if (!isMarked) return false
  const unit = unitAt(r, to)
  return unit === undefined || (isDecimal && (VERSIONED.test(r.word(to)) || VERBS.has(unit)))
}

const PRONOUN_BEFORE = new Set('which this that the no any every each some another not other only either neither first last next right wrong same latter former single good bad current one new old big small'.split(' '))
/** "one" is a number only where it counts a noun: "one apple", not "which one", "one of the largest", "one that …". */
function isPronoun(r: Reading, figure: Figure): boolean {
  if (r.word(figure.to - 1) !== 'one') return false
  if (r.word(figure.to) === 'another') return true
  if (figure.hedge !== 'exact') return false
  if (PRONOUN_BEFORE.has(r.word(figure.from - 1))) return true
  return !r.isWord(figure.to) || NO_NOUN.has(r.word(figure.to)) || /(?:ly|ing)$/.test(r.word(figure.to)) || r.has(figure.to, Word.timeUnit | Word.weekday | Word.month) || ONE_WORDS.has(r.word(figure.to))
}
const ONE_WORDS = new Set('day side hand morning afternoon evening night weekend spring summer autumn winter thing can cannot could may might must should will would does did said says wrote might could also never always such more'.split(' '))

/** "half" alone counts nothing; "by half" and "a half" at the end of a clause do. */
const mayBeHalf = (r: Reading, figure: Figure): boolean => r.word(figure.from - 1) === 'by' && !r.isWord(figure.to) || figure.to - figure.from > 1 && (!r.isWord(figure.to) || r.word(figure.to) === 'of')

/** "22,24,26": several figures printed without spaces. */
export function readList(r: Reading, at: number): Read<FactOf<'number'>>[] {
  const word = r.word(at)
  if (!word.includes(',') || digitsOf(word) || (r.isGlued(at) && /[\p{L}\d$€£¥.]/u.test(r.text[r.start(at) - 1]!)) || r.isGlued(at + 1) && r.isWord(at + 1)) return []
  const parts = word.split(',')
  if (parts.some((part) => !/^\d+(?:\.\d+)?$/.test(part))) return []
  let start = r.start(at)
  return parts.map((part) => {
    const span = { start, end: start + part.length }
    start += part.length + 1
    return { fact: { kind: 'number', span, hedge: 'exact', value: Number(part), interval: { low: Number(part), high: Number(part) }, range: false }, to: at + 1 }
  })
}
