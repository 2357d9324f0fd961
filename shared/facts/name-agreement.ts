import type { FactOf } from './fact.ts'

/** How often a name is taken for what. */
interface Tally { persons: number; places: number; others: number }

/**
 * Makes the same words one kind of name throughout a text: who is a person where the text says so is one everywhere, and what mostly is no place is none behind "in" either.
 * Changes the types of `names`.
 */
export function agreeOnNames(text: string, names: readonly FactOf<'name'>[]): void {
  const tallies = new Map<string, Tally>()
  const doubtful: [name: FactOf<'name'>, tally: Tally][] = []
  for (const name of names) {
    if (name.type === 'organisation' || name.type === 'work') continue
    const words = text.slice(name.span.start, name.span.end)
    let tally = tallies.get(words)
    if (!tally) tallies.set(words, (tally = { persons: 0, places: 0, others: 0 }))
    if (name.type === 'person') tally.persons += words.includes(' ') ? 1 : 0
    else {
      if (name.type === 'place') tally.places += 1
      else tally.others += 1
      doubtful.push([name, tally])
    }
  }
  for (const [name, { persons, places, others }] of doubtful) {
    if (persons > 0) name.type = 'person'
    else if (name.type === 'place' && others > places) name.type = 'other'
  }
}
