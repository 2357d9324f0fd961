import { firstWhere } from '../document/in-order.ts'
import type { Fact, FactOf } from './fact.ts'

type Name = FactOf<'name'>
const SPACE = 0x20
const MOST_PARTS = 3

/** The names of a text in order, looked up by where they stand, and the fullest form met so far of each short one ("Xi" later means "Xi Jinping"). */
export class NameList {
  private readonly text: string
  private readonly facts: readonly Fact[]
  private readonly full = new Map<string, string>()
  private learnt = 0

  /** `facts`: of the text, in order, names among them. */
  constructor(text: string, facts: readonly Fact[]) {
    this.text = text
    this.facts = facts
  }

  /** Index of the first fact that starts at or behind an offset. */
  private firstFrom(offset: number): number {
    return firstWhere(this.facts, ({ span }) => span.start >= offset)
  }

  /** The names that lie wholly between two offsets. */
  between(start: number, end: number): Name[] {
    const found: Name[] = []
    for (let at = this.firstFrom(start); at < this.facts.length && this.facts[at]!.span.start < end; at += 1) {
      const fact = this.facts[at]!
      if (fact.kind === 'name' && fact.span.end <= end) found.push(fact)
    }
    return found
  }

  /** The last name that lies wholly between two offsets; null when there is none. */
  lastBetween(start: number, end: number): Name | null {
    for (let at = this.firstFrom(end) - 1; at >= 0 && this.facts[at]!.span.start >= start; at -= 1) {
      const fact = this.facts[at]!
      if (fact.kind === 'name' && fact.span.end <= end) return fact
    }
    return null
  }

  /** The last person named before an offset and not before `from`; null when there is none. */
  personBefore(offset: number, from: number): Name | null {
    for (let at = this.firstFrom(offset) - 1; at >= 0 && this.facts[at]!.span.start >= from; at -= 1) {
      const fact = this.facts[at]!
      if (fact.kind === 'name' && fact.type === 'person') return fact
    }
    return null
  }

  /** The fullest form of a printed name that stands before `offset` in the text. */
  fullest(printed: string, offset: number): string {
    for (; this.learnt < this.facts.length && this.facts[this.learnt]!.span.start <= offset; this.learnt += 1) {
      const fact = this.facts[this.learnt]!
      if (fact.kind === 'name') this.learn(fact)
    }
    return this.full.get(printed) ?? printed
  }

  private learn({ span, type }: Name): void {
    if (type !== 'person' && type !== 'other') return
    // Two parts or three: counted before anything is cut out of the text.
    let first = -1
    let last = -1
    for (let at = span.start, parts = 1; at < span.end; at += 1) if (this.text.charCodeAt(at) === SPACE) {
      if (first < 0) first = at
      last = at
      if ((parts += 1) > MOST_PARTS) return
    }
    if (first < 0) return
    const printed = this.text.slice(span.start, span.end)
    // Either end may be the family name: "Xi Jinping" and "Klaus Schwab".
    this.keep(this.text.slice(span.start, first), printed, type)
    this.keep(this.text.slice(last + 1, span.end), printed, type)
  }

  private keep(part: string, printed: string, type: Name['type']): void {
    if (type === 'person' || !this.full.has(part)) this.full.set(part, printed)
  }
}

