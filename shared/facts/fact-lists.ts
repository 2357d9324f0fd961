import type { Fact, FactOf } from './fact.ts'

/** The longer fact stands first where two begin together. */
const isBefore = (a: Fact['span'], b: Fact['span']): boolean => a.start < b.start || (a.start === b.start && a.end >= b.end)

/** A list that is emptied for each sentence and keeps its room, since a text has many. */
export class Refillable<T> {
  readonly items: T[] = []
  count = 0

  push(item: T): void {
    this.items[this.count++] = item
  }

  clear(): void {
    this.count = 0
  }

  /** Puts one item in the place of those from `first` to the one before `last`. */
  replace(first: number, last: number, item: T): void {
    this.items[first] = item
    for (let at = last, to = first + 1; at < this.count; at += 1, to += 1) this.items[to] = this.items[at]!
    this.count -= last - first - 1
  }
}

/**
 * Adds the figures and the names of one sentence to all facts, in text order, and the names to those `named`. A name that is part of a figure is left out, as "US" of "US$5" and "Christmas" of "Christmas 2019";
 * an ordinal is rather part of the name.
 */
export function addSentence(all: Fact[], named: FactOf<'name'>[], figures: Refillable<Fact>, names: Refillable<FactOf<'name'>>): void {
  let at = 0
  let cover = 0
  for (let next = 0; next < names.count; next += 1) {
    const name = names.items[next]!
    const { start, end } = name.span
    while (cover < figures.count && figures.items[cover]!.span.end < end) cover += 1
    const figure = cover < figures.count ? figures.items[cover]! : null
    if (figure && figure.kind !== 'rank' && figure.span.start <= start) continue
    while (at < figures.count && isBefore(figures.items[at]!.span, name.span)) all.push(figures.items[at++]!)
    all.push(name)
    named.push(name)
    // "the Fifth Circuit", "the Fourth Amendment": which one, and no place in an order.
    while (at < figures.count && figures.items[at]!.kind === 'rank' && figures.items[at]!.span.end <= end) at += 1
  }
  while (at < figures.count) all.push(figures.items[at++]!)
}

/** A long list with a few more facts at their places, both in text order: each place is looked for, and what lies between is moved unseen, from the end on. */
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

/** Behind which of the first `count` facts a span belongs; looks back from the last in growing steps, since it is mostly near. */
function placeOf(facts: readonly Fact[], count: number, span: Fact['span']): number {
  let high = count
  let step = 1
  while (high - step >= 0 && !isBefore(facts[high - step]!.span, span)) {
    high -= step
    step *= 2
  }
  let low = Math.max(0, high - step)
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(facts[middle]!.span, span)) low = middle + 1
    else high = middle
  }
  return low
}
