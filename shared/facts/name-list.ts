import { firstWhere } from '../document/in-order.ts'
import type { FactOf } from './fact.ts'

type Name = FactOf<'name'>
const SPACE = 0x20
const MOST_PARTS = 3

/** The names of a text in order, looked up by where they stand, and the fullest form met so far of each short one ("Xi" later means "Xi Jinping"). */
export class NameList {
  private readonly text: string
  private readonly names: readonly Name[]
  private readonly full = new Map<string, string>()
  private learnt = 0

  /** `names`: of the text, in order. */
  constructor(text: string, names: readonly Name[]) {
    this.text = text
    this.names = names
  }

  /** Index of the first name that starts at or behind an offset. */
  private firstFrom(offset: number): number {
    return firstWhere(this.names, ({ span }) => span.start >= offset)
  }

  /** The names that lie wholly between two offsets. */
  between(start: number, end: number): Name[] {
    const found: Name[] = []
    for (let at = this.firstFrom(start); at < this.names.length && this.names[at]!.span.start < end; at += 1) if (this.names[at]!.span.end <= end) found.push(this.names[at]!)
    return found
  }

  /** The last name that lies wholly between two offsets; null when there is none. */
  lastBetween(start: number, end: number): Name | null {
    for (let at = this.firstFrom(end) - 1; at >= 0 && this.names[at]!.span.start >= start; at -= 1) if (this.names[at]!.span.end <= end) return this.names[at]!
    return null
  }

  /** The last person named before an offset and not before `from`; null when there is none. */
  personBefore(offset: number, from: number): Name | null {
    for (let at = this.firstFrom(offset) - 1; at >= 0 && this.names[at]!.span.start >= from; at -= 1) if (this.names[at]!.type === 'person') return this.names[at]!
    return null
  }

  /** The fullest form of a printed name that stands before `offset` in the text. */
  fullest(printed: string, offset: number): string {
    for (; this.learnt < this.names.length && this.names[this.learnt]!.span.start <= offset; this.learnt += 1) this.learn(this.names[this.learnt]!)
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

