import type { FactOf } from './fact.ts'
import { Word } from './lexicon.ts'
import { GENITIVE, NameWord } from './name-lexicon.ts'
import { isPossessive } from './name-run.ts'
import type { Reading } from './reading.ts'
import { LONGER_PLACES, PLACES } from './words/names.ts'

export type NameType = FactOf<'name'>['type']

const SAYS = new Set(['said', 'says', 'told', 'wrote', 'argued', 'added', 'explained', 'noted'])
/** What whoever has two names does, and a firm seldom. */
const WRITES = new Set(['writes', 'recalls', 'remembers', 'explains', 'argues', 'argued', 'recalled', 'remembered', 'explained', 'lamented', 'quipped'])
const KIN = new Set(['wife', 'husband', 'son', 'daughter', 'father', 'mother', 'brother', 'sister'])
const MOST_OF_PERSON = 4

/** What a name is of that has `count` words from token `start` to the one before `to`, as they and those beside it tell. `isTitled`: a title stands before it; `hasRole`: the text says what the person is. */
export function typeOfName(r: Reading, start: number, to: number, count: number, isTitled: boolean, hasRole: boolean): NameType {
  if (isCase(r, start, to)) return 'other'
  let bits = 0
  for (let at = start; at < to; at += 1) bits |= r.nameBits[r.tokens.word[at]!]!
  if (r.is(start, NameWord.place) && isPlace(r, start, to)) return 'place'
  if ((bits & NameWord.organisation) !== 0) return 'organisation'
  if (isTitled) return 'person'
  // "Bill Gates" is no bill: the first of several words says what the rest is only before "of".
  if ((bits & NameWord.work) !== 0 && (count === 1 || !r.is(start, NameWord.work) || r.is(start + 1, NameWord.link) || hasWorkBehind(r, start + 1, to))) return 'work'
  if ((bits & NameWord.placeWord) !== 0 && count > 1) return 'place'
  if (hasRole || isPersonName(r, start, to, count) || isPersonBehind(r, to, count)) return 'person'
  const isThe = r.word(start - 1) === 'the'
  const before = isThe ? start - 2 : start - 1
  if (r.is(before, NameWord.product)) return 'work'
  // "in Harrow & Lind": a work of two persons.
  return count < MOST_OF_PERSON && !r.isCapitals(start) && !isJoined(r, start, to) && !isAttribute(r, start, to, isThe) && (r.is(before, NameWord.placeBefore) || (r.word(before) === 'at' && !isThe)) ? 'place' : 'other'
}

const LANGUAGES = new Set('english latin greek french german spanish italian portuguese dutch russian polish turkish arabic hebrew persian hindi sanskrit chinese mandarin cantonese japanese korean swedish danish norwegian finnish welsh irish gaelic'.split(' '))
const BEHIND_PLACE = new Set(('and or but nor in on at to for from of with by as than is was are were be been has have had will would can could may might must should do does did that which who whom whose when where why while since until till after before during'
  + ' between under over through against because if so then also not still now later ago today yesterday last next this these those the a an his her its their our my your he she it they we you i said says told all both each some many most').split(' '))
/** "in Latin", "in Babylonian astronomy", "in the Starwood data store": a language, an adjective, or what says which one of the things behind it. */
function isAttribute(r: Reading, start: number, to: number, isThe: boolean): boolean {
  const last = r.word(to - 1)
  if (to === start + 1 && LANGUAGES.has(last)) return true
  if (!r.isSpaced(to) || !r.isWord(to) || r.isCapitalised(to) || r.is(to, NameWord.placeWord) || BEHIND_PLACE.has(r.word(to)) || r.word(to).endsWith('ly')) return false
  return isThe || /(?:ian|ish|ese|can|man|ean)$/.test(last)
}

/** "Illinois v. Gates" */
function isCase(r: Reading, start: number, to: number): boolean {
  for (let at = start + 1; at < to; at += 1) if (r.word(at) === '.' && /^vs?$/.test(r.word(at - 1)) && r.isSpaced(at - 1)) return true
  return false
}

function isJoined(r: Reading, start: number, to: number): boolean {
  for (let at = start + 1; at < to; at += 1) if (r.word(at) === '&') return true
  return false
}

const NONE: readonly (readonly string[])[] = []
/** A known place; nothing is cut out of the text for most. */
function isPlace(r: Reading, start: number, to: number): boolean {
  if (to === start + 1) return r.is(start, NameWord.wholePlace)
  if (isPossessive(r, to - 1)) return PLACES.has(r.text.slice(r.start(start), r.end(to - 1) - GENITIVE).toLowerCase())
  for (const words of LONGER_PLACES.get(r.word(start)) ?? NONE) {
    let same = words.length === to - start ? 1 : 0
    while (same > 0 && same < words.length && r.word(start + same) === words[same]) same += 1
    if (same === words.length) return true
  }
  return false
}


function hasWorkBehind(r: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (r.is(at, NameWord.work)) return true
  return false
}

/** "J. R. R. Tolkien"; "V. Origin of the World" is a heading. */
function isInitial(r: Reading, start: number, to: number): boolean {
  if (r.end(start) - r.start(start) !== 1 || r.word(start + 1) !== '.' || !r.isGlued(start + 1)) return false
  for (let at = start; at < to; at += 1) if (r.is(at, NameWord.link)) return false
  return true
}

/** A given name, an initial or a particle and more, or a Chinese family name before one or two syllables. */
function isPersonName(r: Reading, start: number, to: number, count: number): boolean {
  if (count < 2 || count > MOST_OF_PERSON || !r.isCapitalised(to - 1)) return false
  return r.is(start, NameWord.givenName) || isInitial(r, start, to) || r.is(start + 1, NameWord.particle) || (count === 2 && to === start + 2 && r.is(start, NameWord.familyName) && PINYIN.test(r.word(start + 1)))
}
const PINYIN = /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(?:iang|iong|uang|ian|iao|ang|eng|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|üe|[aeiouü])){1,2}$/

/** "…, who", "… said", "… believes", "… (1883–1950)". */
function isPersonBehind(r: Reading, to: number, count: number): boolean {
  if (isPossessive(r, to - 1)) return KIN.has(r.word(to))
  const next = r.word(to) === ',' ? to + 1 : to
  const word = r.word(next)
  if (word === '(') return next === to && count > 1 && r.has(to + 1, Word.year) && /^[–—-]$/.test(r.word(to + 2)) && r.has(to + 3, Word.year)
  if (next === to && count > 1 && WRITES.has(word)) return true
  if (word === 'who' || (r.is(next, NameWord.speech) && SAYS.has(word))) return true
  return next === to && (r.is(next, NameWord.mind) || (r.is(next, NameWord.helping) && (r.word(next + 1) === 'born' || r.word(next + 1) === 'said')))
}
