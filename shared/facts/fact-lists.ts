import type { Fact, FactOf } from './fact.ts'

/** The longer fact stands first where two begin together. */
const isBefore = (a: Fact['span'], b: Fact['span']): boolean => a.start < b.start || (a.start === b.start && a.end >= b.end)

/**
 * Adds the figures and the names of one sentence to all facts, in text order. A name that is part of a figure is left out, as "US" of "US$5" and "Christmas" of "Christmas 2019";
 * an ordinal is rather part of the name.
 */
export function addSentence(all: Fact[], figures: readonly Fact[], names: readonly FactOf<'name'>[]): void {
  let at = 0
  let cover = 0
  for (const name of names) {
    const { start, end } = name.span
    while (cover < figures.length && figures[cover]!.span.end < end) cover += 1
    const figure = figures[cover]
    if (figure && figure.kind !== 'rank' && figure.span.start <= start) continue
    while (at < figures.length && isBefore(figures[at]!.span, name.span)) all.push(figures[at++]!)
    all.push(name)
  }
  while (at < figures.length) all.push(figures[at++]!)
}

/** Two lists that are each in text order as one in text order. */
export function inOrder(first: readonly Fact[], second: readonly Fact[]): Fact[] {
  const all: Fact[] = []
  let at = 0
  for (const fact of second) {
    while (at < first.length && isBefore(first[at]!.span, fact.span)) all.push(first[at++]!)
    all.push(fact)
  }
  while (at < first.length) all.push(first[at++]!)
  return all
}

/** A long list with a few more facts at their places, both in text order: each place is searched, and what lies between is moved unseen, from the end on. */
export function insert(many: Fact[], few: readonly Fact[]): Fact[] {
  let from = many.length
  let to = many.length + few.length
  many.length = to
  for (let next = few.length - 1; next >= 0; next -= 1) {
    const fact = few[next]!
    const place = placeOf(many, from, fact.span)
    while (from > place) many[--to] = many[--from]!
    many[--to] = fact
  }
  return many
}

/** Behind which of the first `count` facts a span belongs. */
function placeOf(facts: readonly Fact[], count: number, span: Fact['span']): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(facts[middle]!.span, span)) low = middle + 1
    else high = middle
  }
  return low
}
