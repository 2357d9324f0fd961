import type { FactOf } from './fact.ts'
import { Word } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { FAMILY_NAMES_FIRST, PLACES, PRODUCTS_BEFORE } from './words/names.ts'

export type NameType = FactOf<'name'>['type']

/** The words of a name, from its first token to the one behind it; `end` is the offset at which it ends, `count` how many words it has. */
export interface NameWords { start: number; to: number; end: number; count: number }

const PLACE_BEFORE = new Set(['in', 'from', 'near', 'across', 'throughout', 'outside', 'inside'])
const MIND_VERBS = new Set(['believes', 'thinks'])
const HELPING = new Set(['was', 'once', 'also', 'has'])
const SAYS = new Set(['said', 'says', 'told', 'wrote', 'argued', 'added', 'explained', 'noted'])
const KIN = new Set(['wife', 'husband', 'son', 'daughter', 'father', 'mother', 'brother', 'sister'])
const MOST_OF_PERSON = 4

/** What a name is of, as its words and those beside it tell. `isTitled`: a title stands before it; `hasRole`: the text says what the person is. */
export function typeOfName(r: Reading, name: NameWords, isTitled: boolean, hasRole: boolean): NameType {
  const { start, to, end, count } = name
  let bits = 0
  for (let at = start; at < to; at += 1) bits |= r.bits[r.tokens.word[at]!]!
  if (r.has(start, Word.place) && PLACES.has(r.text.slice(r.start(start), end).toLowerCase())) return 'place'
  if ((bits & Word.organisation) !== 0) return 'organisation'
  if (isTitled) return 'person'
  // "Bill Gates" is no bill: the first of several words says what the rest is only before "of".
  if ((bits & Word.work) !== 0 && (count === 1 || !r.has(start, Word.work) || r.has(start + 1, Word.link) || hasWorkBehind(r, start + 1, to))) return 'work'
  if ((bits & Word.placeWord) !== 0 && count > 1) return 'place'
  if (hasRole || isPersonName(r, name) || isPersonBehind(r, name)) return 'person'
  const isThe = r.word(start - 1) === 'the'
  const before = isThe ? start - 2 : start - 1
  if (PRODUCTS_BEFORE.has(r.word(before))) return 'work'
  return count < MOST_OF_PERSON && !isAllCapitals(r, start) && (PLACE_BEFORE.has(r.word(before)) || (r.word(before) === 'at' && !isThe)) ? 'place' : 'other'
}

const CAPITALS = 2
const isAllCapitals = (r: Reading, at: number): boolean => r.tokens.kind[at] === CAPITALS

function hasWorkBehind(r: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (r.has(at, Word.work)) return true
  return false
}

/** "J. R. R. Tolkien"; "V. Origin of the World" is a heading. */
function isInitial(r: Reading, start: number, to: number): boolean {
  if (r.end(start) - r.start(start) !== 1 || r.word(start + 1) !== '.' || !r.isGlued(start + 1)) return false
  for (let at = start; at < to; at += 1) if (r.has(at, Word.link)) return false
  return true
}
/** Between given and family names; "de" and "la" stand in places too. */
const PARTICLES = new Set(['van', 'von', 'bin', 'ibn', 'da', 'zu', 'ter', 'ten'])

/** A given name, an initial or a particle and more, or a Chinese family name before one or two syllables. */
function isPersonName(r: Reading, { start, to, count }: NameWords): boolean {
  if (count < 2 || count > MOST_OF_PERSON || !r.isCapitalised(to - 1)) return false
  return r.has(start, Word.givenName) || isInitial(r, start, to) || PARTICLES.has(r.word(start + 1)) || (count === 2 && to === start + 2 && FAMILY_NAMES_FIRST.has(r.word(start)) && PINYIN.test(r.word(start + 1)))
}
const PINYIN = /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(?:iang|iong|uang|ian|iao|ang|eng|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|üe|[aeiouü])){1,2}$/

/** "…, who", "… said", "… believes", "… (1883–1950)". */
function isPersonBehind(r: Reading, { to, count }: NameWords): boolean {
  if (r.has(to - 1, Word.genitive)) return KIN.has(r.word(to))
  const next = r.word(to) === ',' ? to + 1 : to
  const word = r.word(next)
  if (word === '(') return next === to && count > 1 && r.has(to + 1, Word.year) && /^[–—-]$/.test(r.word(to + 2)) && r.has(to + 3, Word.year)
  if (word === 'who' || SAYS.has(word)) return true
  return next === to && (MIND_VERBS.has(word) || (HELPING.has(word) && (r.word(next + 1) === 'born' || r.word(next + 1) === 'said')))
}
