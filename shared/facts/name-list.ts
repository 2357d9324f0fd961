import { firstWhere } from '../document/in-order.ts'
import type { FactOf } from './fact.ts'

type Name = FactOf<'name'>
const FEWEST_PARTS = 2
const MOST_PARTS = 3

/** The names of a text in order, looked up by where they stand, and the fullest form met so far of each short one ("Xi" later means "Xi Jinping"). */
export class NameList {
  private readonly text: string
  private readonly names: readonly Name[]
  private readonly full = new Map<string, string>()
  private learnt = 0

  constructor(text: string, names: readonly Name[]) {
    this.text = text
    this.names = names
  }

  /** Index of the first name that starts at or behind an offset. */
  private firstFrom(offset: number): number {
    return firstWhere(this.names, (name) => name.span.start >= offset)
  }

  /** The names that lie wholly between two offsets. */
  between(start: number, end: number): Name[] {
    const found: Name[] = []
    for (let at = this.firstFrom(start); at < this.names.length && this.names[at]!.span.end <= end; at += 1) found.push(this.names[at]!)
    return found
  }

  /** The last person named before an offset and not before `from`; null when there is none. */
  personBefore(offset: number, from: number): Name | null {
    for (let at = this.firstFrom(offset) - 1; at >= 0 && this.names[at]!.span.start >= from; at -= 1) if (this.names[at]!.type === 'person') return this.names[at]!
    return null
  }

  /** The fullest form of a printed name that stands before `offset` in the text. */
  fullest(printed: string, offset: number): string {
    while (this.learnt < this.names.length && this.names[this.learnt]!.span.start <= offset) this.learn(this.names[this.learnt++]!)
    return this.full.get(printed) ?? printed
  }

  private learn({ span, type }: Name): void {
    if (type !== 'person' && type !== 'other') return
    const printed = this.text.slice(span.start, span.end)
    if (!printed.includes(' ')) return
    const parts = printed.split(' ')
    if (parts.length < FEWEST_PARTS || parts.length > MOST_PARTS) return
    // Either end may be the family name: "Xi Jinping" and "Klaus Schwab".
    for (const part of [parts[0]!, parts.at(-1)!]) if (!this.full.has(part) || type === 'person') this.full.set(part, printed)
  }
}

