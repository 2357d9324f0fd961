import type { Span } from '../document/document.ts'
import type { Fact, FactKind } from '../facts/fact.ts'
import { hasVerb, isFigure, isVerb, wordsOf } from './assertion.ts'

/** A part of a sentence that asserts something by itself. `lead` is the stretch whose words it shares: the subject and verb, or what stands before a colon. */
export interface Part {
  span: Span
  lead: Span | null
}

const OPENING = '([{（【'
const CLOSING = ')]}）】'
/** Clauses that stand on their own after a comma. */
const CLAUSE = /^,?\s+(?:and|but|while|whereas|although|though|yet|(?:each|all|both|most|many|some|half|none|one|two|three) of (?:which|whom|them))\s/i
const AND = /^,\s+(?:and|or)\s/
const CONJUNCTION = /^[\s,;:；，]*(?:(?:and|but|or|yet|while|whereas)\s+)?/i
const NUMBERED = /^\s*(?:and\s+|or\s+)?\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s/i
/** What a list may run along: each item brings its own of these. */
const LIST_KINDS: readonly FactKind[] = ['date', 'money', 'percentage', 'number']
/** A piece shorter than this is no clause. */
const FEWEST_WORDS = 4

interface Separator { at: number; sign: string }

/**
 * Cuts a sentence into its assertions: at semicolons between clauses, along enumerations whose items each bring their own figure,
 * and at coordinated clauses that each hold a verb and a figure. A sentence with one assertion comes back whole.
 */
export function splitAssertions(text: string, span: Span, facts: readonly Fact[]): Part[] {
  const words = text.slice(span.start, span.end)
  // Without a semicolon only figures can part a sentence, and most hold fewer than two.
  const separators = words.includes(';') || words.includes('；') || facts.filter(isFigure).length > 1 ? separatorsOf(text, span, facts) : []
  if (separators.length === 0) return [{ span, lead: null }]
  return clausesBySemicolon(text, span, separators).flatMap((clause) => {
    const inside = separators.filter(({ at, sign }) => sign !== ';' && at > clause.start && at < clause.end)
    const own = facts.filter((fact) => isFigure(fact) && fact.span.start >= clause.start && fact.span.end <= clause.end && !isBracketed(text, clause, fact.span))
    if (own.length < 2 || inside.length === 0) return [{ span: clause, lead: null }]
    return enumeration(text, clause, inside, own) ?? coordination(text, clause, inside, own)
  })
}

/** Commas, colons and semicolons outside brackets, inner quotation marks and facts ("October 24, 2019"). */
function separatorsOf(text: string, span: Span, facts: readonly Fact[]): Separator[] {
  const found: Separator[] = []
  const figures = facts.filter(isFigure)
  let depth = 0
  let next = 0
  for (let at = span.start; at < span.end; at += 1) {
    const sign = text[at]!
    if (OPENING.includes(sign) || sign === '“') depth += 1
    else if (CLOSING.includes(sign) || sign === '”') {
      depth = Math.max(0, depth - 1)
      // American usage puts the comma inside: “key tasks,” each of which …
      if (depth === 0 && sign === '”' && text[at - 1] === ',') found.push({ at: at + 1, sign: ',' })
    }
    else if (depth === 0 && (sign === ',' || sign === ';' || sign === ':' || sign === '；' || sign === '，')) {
      while (next < figures.length && figures[next]!.span.end <= at) next += 1
      if (figures[next] && figures[next]!.span.start <= at) continue
      if (/\s/.test(text[at + 1] ?? '') || sign === '；' || sign === '，') found.push({ at, sign: sign === '；' ? ';' : sign === '，' ? ',' : sign })
    }
  }
  return found
}

function clausesBySemicolon(text: string, span: Span, separators: readonly Separator[]): Span[] {
  const semicolons = separators.filter(({ sign }) => sign === ';')
  const colon = separators.find(({ sign }) => sign === ':')
  // "ten areas: 1) …; 2) …" is one list, not ten clauses.
  if (semicolons.length === 0 || (colon && colon.at < semicolons[0]!.at && (semicolons.length > 1 || NUMBERED.test(text.slice(colon.at + 1, colon.at + 12))))) return [span]
  const clauses: Span[] = []
  let start = span.start
  for (const end of [...semicolons.map(({ at }) => at), span.end]) {
    const words = wordsOf(text.slice(start, end))
    if (words.length < FEWEST_WORDS || !hasVerb(words) || NUMBERED.test(text.slice(start + 1, start + 12))) return [span]
    clauses.push(trimmed(text, { start, end }))
    start = end
  }
  return clauses
}

/** "exceeded X in 2010, Y in 2016, and Z in 2018": three or more items (two when no verb parts them), each with its own date or figure, the last after "and". */
function enumeration(text: string, clause: Span, separators: readonly Separator[], own: readonly Fact[]): Part[] | null {
  const cuts = [clause.start, ...separators.map(({ at }) => at), clause.end]
  const colon = separators.find(({ sign }) => sign === ':')?.at
  for (const kind of LIST_KINDS) {
    const anchors = own.filter((fact) => fact.kind === kind)
    if (anchors.length < 2) continue
    const groups: Span[] = []
    let start = clause.start
    for (let piece = 1; piece < cuts.length; piece += 1) {
      const end = cuts[piece]!
      if (!anchors.some((fact) => fact.span.start >= start && fact.span.end <= end)) continue
      if (groups.length === 0 && !hasVerb(wordsOf(text.slice(start, end)))) continue
      groups.push({ start, end })
      start = end
    }
    if (groups.length < 2) continue
    groups.at(-1)!.end = clause.end
    const last = groups.at(-1)!
    const and = separators.find(({ at }) => at >= last.start && at < anchors.at(-1)!.span.start && AND.test(text.slice(at, at + 8)))?.at
    if (and === undefined) continue
    // What stands between an item's figure and the next "and" belongs to that item.
    groups.at(-2)!.end = last.start = and
    const items = groups.slice(1)
    if (groups.length === 2 && colon === undefined && hasVerb(wordsOf(text.slice(last.start, last.end)))) continue
    const lead = colon !== undefined && colon < items[0]!.start ? { start: clause.start, end: colon + 1 } : subjectAndVerb(text, groups[0]!)
    return [{ span: groups[0]!, lead: null }, ...items.map((item) => ({ span: trimmed(text, item), lead }))]
  }
  return null
}

function coordination(text: string, clause: Span, separators: readonly Separator[], own: readonly Fact[]): Part[] {
  const parts: Part[] = []
  let start = clause.start
  const cuts = separators.filter(({ at }) => CLAUSE.test(text.slice(at, at + 24))).map(({ at }) => at)
  const isWhole = (from: number, to: number): boolean => own.some((fact) => fact.span.start >= from && fact.span.end <= to) && hasVerb(wordsOf(text.slice(from, to)))
  for (const [index, at] of cuts.entries()) {
    if (!isWhole(start, at) || !isWhole(at, cuts[index + 1] ?? clause.end)) continue
    parts.push({ span: trimmed(text, { start, end: at }), lead: null })
    start = at
  }
  return [...parts, { span: trimmed(text, { start, end: clause.end }), lead: null }]
}

/** From the start of the first item to the end of its first verb: "Its output exceeded". */
function subjectAndVerb(text: string, first: Span): Span | null {
  for (const match of text.slice(first.start, first.end).matchAll(/[\p{L}’'-]+/gu)) {
    if (match.index > 0 && isVerb(match[0].toLowerCase())) return { start: first.start, end: first.start + match.index + match[0].length }
  }
  return null
}

function trimmed(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end)
  return { start: span.start + (CONJUNCTION.exec(words)?.[0].length ?? 0), end: span.start + words.trimEnd().length }
}

function isBracketed(text: string, clause: Span, fact: Span): boolean {
  const before = text.slice(clause.start, fact.start)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}
