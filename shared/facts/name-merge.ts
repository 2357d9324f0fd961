import { LONGEST_SHORT } from './abbreviations.ts'
import type { FactOf } from './fact.ts'

type Name = FactOf<'name'>

/**
 * Names with what abbreviations tell of them: the long form is one name ("Ministry of Industry *and* Information Technology (MIIT)"), and the short one is of the same type wherever it stands.
 * Both lists are in text order; the names are this stage’s own and are changed.
 */
export function withExpansions(text: string, names: Name[], abbreviations: readonly FactOf<'abbreviation'>[]): Name[] {
  if (abbreviations.length === 0) return names
  const merged: Name[] = []
  const types = new Map<string, Name['type']>()
  let at = 0
  for (const { long, longSpan, short } of abbreviations) {
    while (at < names.length && names[at]!.span.start < longSpan.start) merged.push(names[at++]!)
    const inside: Name[] = []
    while (at < names.length && names[at]!.span.end <= longSpan.end) inside.push(names[at++]!)
    const whole = /^\p{Lu}/u.test(long) && inside.length > 0 && (merged.at(-1)?.span.end ?? 0) <= longSpan.start ? wholeOf(inside, longSpan) : null
    if (whole) merged.push(whole)
    else for (const name of inside) merged.push(name)
    const told = whole ?? inside[0] ?? merged.at(-1)
    if (told && told.span.end === longSpan.end && told.type !== 'other') types.set(short, told.type)
  }
  while (at < names.length) merged.push(names[at++]!)
  if (types.size > 0) for (const name of merged) {
    const { start, end } = name.span
    if (name.type === 'other' && end - start <= LONGEST_SHORT) name.type = types.get(text.slice(start, end)) ?? 'other'
  }
  return merged
}

const GENITIVE = 2

function wholeOf(inside: readonly Name[], span: Name['span']): Name {
  const type = inside.find((name) => name.type === 'organisation')?.type ?? inside[0]!.type
  // "the Office of Management and Budget’s (OMB)": a genitive’s ending is no part of the name.
  const last = inside.at(-1)!.span.end
  return { ...inside[0]!, span: { start: span.start, end: span.end - last <= GENITIVE ? last : span.end }, type }
}
