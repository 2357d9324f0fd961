import type { FactOf } from './fact.ts'
import { PLACES } from './words/names.ts'

type Name = FactOf<'name'>

const SPACE = ' '
/** An initial is no name to be called by. */
const SHORTEST_PART = 3

/** How often a name is taken for what. */
interface Tally { words: string; persons: number; places: number; others: number }

/** What is a place at least once in so many times stays one there: a place too is named more often without "in". */
const FEWER = 2

const MARKS = 1024
/** A number that the same words share, from their ends and their length: it spares most names, which are of no person or place, being cut out of the text. Primes keep the three apart. */
const mark = (first: number, last: number, length: number): number => (first * 31 + last * 7 + length) % MARKS
const markOf = (text: string, { start, end }: Name['span']): number => mark(text.charCodeAt(start), text.charCodeAt(end - 1), end - start)

/** What people are called by once they were named in full: the first and the last part, or the name behind a title ("Murdock", "Mrs. Brown"). */
function partsOf(text: string, { span, role }: Name, words: string): string[] {
  const first = words.indexOf(SPACE)
  if (first < 0) return role === undefined ? [] : [words]
  // "the Mohawk Indians, who …" are many, "President of the Board" nobody’s name.
  if (words.includes(' of ') || /^the $/i.test(text.slice(Math.max(0, span.start - 4), span.start))) return []
  return [words.slice(0, first), words.slice(words.lastIndexOf(SPACE) + 1)]
}

/**
 * Makes the same words one kind of name throughout a text: who is a person where the text says so is one everywhere, also by a part of the name, and what mostly is no place is none behind "in" either.
 * Changes the types of `names`.
 */
export function agreeOnNames(text: string, names: readonly Name[]): void {
  const tallies = new Map<string, Tally>()
  const doubtful: Name[] = []
  const talliesOf: Tally[] = []
  const isTold = new Uint8Array(MARKS)
  const called = new Set<string>()
  const met = new Set<string>()
  for (const name of names) {
    if (name.type !== 'person' && name.type !== 'place') continue
    isTold[markOf(text, name.span)] = 1
    if (name.type !== 'person') continue
    const words = text.slice(name.span.start, name.span.end)
    if (met.has(words)) continue
    const parts = partsOf(text, name, words)
    if (parts.length > 0) met.add(words)
    for (const part of parts) if (part.length >= SHORTEST_PART) {
      called.add(part)
      isTold[mark(part.charCodeAt(0), part.charCodeAt(part.length - 1), part.length)] = 1
    }
  }
  for (const name of names) {
    if (name.type === 'organisation' || name.type === 'work' || (name.type === 'other' && isTold[markOf(text, name.span)] === 0)) continue
    const words = text.slice(name.span.start, name.span.end)
    let tally = tallies.get(words)
    if (!tally) tallies.set(words, (tally = { words, persons: 0, places: 0, others: 0 }))
    if (name.type === 'person') tally.persons += words.includes(SPACE) ? 1 : 0
    else {
      if (name.type === 'place') tally.places += 1
      else tally.others += 1
      doubtful.push(name)
      talliesOf.push(tally)
    }
  }
  for (let at = 0; at < doubtful.length; at += 1) {
    const name = doubtful[at]!
    const { words, persons, places, others } = talliesOf[at]!
    if (persons > 0 || (called.has(words) && !PLACES.has(words.toLowerCase()))) name.type = 'person'
    else if (name.type === 'place' && others >= FEWER * places) name.type = 'other'
  }
}
