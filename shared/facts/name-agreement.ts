import type { FactOf } from './fact.ts'

/** How often a name is taken for what. */
interface Tally { persons: number; places: number; others: number }

const MARKS = 1024
/** A number that the same words share, from their ends and their length: it spares most names, which are of no person or place, being cut out of the text. Primes keep the three apart. */
const markOf = (text: string, { start, end }: FactOf<'name'>['span']): number => (text.charCodeAt(start) * 31 + text.charCodeAt(end - 1) * 7 + end - start) % MARKS

/**
 * Makes the same words one kind of name throughout a text: who is a person where the text says so is one everywhere, and what mostly is no place is none behind "in" either.
 * Changes the types of `names`.
 */
export function agreeOnNames(text: string, names: readonly FactOf<'name'>[]): void {
  const tallies = new Map<string, Tally>()
  const doubtful: FactOf<'name'>[] = []
  const talliesOf: Tally[] = []
  const isTold = new Uint8Array(MARKS)
  for (const { type, span } of names) if (type === 'person' || type === 'place') isTold[markOf(text, span)] = 1
  for (const name of names) {
    if (name.type === 'organisation' || name.type === 'work' || (name.type === 'other' && isTold[markOf(text, name.span)] === 0)) continue
    const words = text.slice(name.span.start, name.span.end)
    let tally = tallies.get(words)
    if (!tally) tallies.set(words, (tally = { persons: 0, places: 0, others: 0 }))
    if (name.type === 'person') tally.persons += words.includes(' ') ? 1 : 0
    else {
      if (name.type === 'place') tally.places += 1
      else tally.others += 1
      doubtful.push(name)
      talliesOf.push(tally)
    }
  }
  for (let at = 0; at < doubtful.length; at += 1) {
    const name = doubtful[at]!
    const { persons, places, others } = talliesOf[at]!
    if (persons > 0) name.type = 'person'
    else if (name.type === 'place' && others > places) name.type = 'other'
  }
}
