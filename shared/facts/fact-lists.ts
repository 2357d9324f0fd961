import { firstWhere } from '../document/in-order.ts'
import type { Fact, FactOf } from './fact.ts'

/** The longer fact stands first where two begin together. */
const isBefore = (a: Fact['span'], b: Fact['span']): boolean => a.start < b.start || (a.start === b.start && a.end >= b.end)

/** Two lists that are each in text order as one in text order. */
export function inOrder(first: readonly Fact[], second: readonly Fact[]): Fact[] {
  const all = new Array<Fact>(first.length + second.length)
  let to = 0
  let at = 0
  for (const fact of second) {
    while (at < first.length && isBefore(first[at]!.span, fact.span)) all[to++] = first[at++]!
    all[to++] = fact
  }
  while (at < first.length) all[to++] = first[at++]!
  return all
}

/** A long list with a few more facts at their places, both in text order: each place is searched, and what lies between is taken over unseen. */
export function insert(many: readonly Fact[], few: readonly Fact[]): Fact[] {
  const all = new Array<Fact>(many.length + few.length)
  let to = 0
  let at = 0
  for (const fact of few) {
    const until = Math.max(at, firstWhere(many, ({ span }) => !isBefore(span, fact.span)))
    while (at < until) all[to++] = many[at++]!
    all[to++] = fact
  }
  while (at < many.length) all[to++] = many[at++]!
  return all
}

/** The names that are no part of a figure, as "US" of "US$5" and "Christmas" of "Christmas 2019" are; `names` is shortened. An ordinal is rather part of the name. */
export function withoutCovered(names: FactOf<'name'>[], figures: readonly Fact[]): FactOf<'name'>[] {
  let at = 0
  let kept = 0
  for (const name of names) {
    const { start, end } = name.span
    while (at < figures.length && figures[at]!.span.end < end) at += 1
    const figure = figures[at]
    if (!figure || figure.kind === 'rank' || figure.span.start > start) names[kept++] = name
  }
  names.length = kept
  return names
}
