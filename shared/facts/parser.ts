import type { Span } from '../document/document.ts'
import type { Fact } from './fact.ts'

/** One sentence as the parsers see it. Spans they return index `text`; `index.ts` moves them into the document. */
export interface Sentence {
  text: string
  figures: unknown[]
}

/** Reads one kind of fact. `isTaken` says whether an earlier parser already read that stretch as something more exact. */
export type Parser = (sentence: Sentence, isTaken: (span: Span) => boolean) => Fact[]

/** Which stretches of a sentence have been read already; constant work per code unit however many facts there are. */
export class Taken {
  private units: Uint8Array | null = null
  private readonly length: number

  constructor(length: number) {
    this.length = length
  }

  add({ start, end }: Span): void {
    this.units ??= new Uint8Array(this.length)
    this.units.fill(1, start, end)
  }

  readonly has = ({ start, end }: Span): boolean => this.units !== null && this.units.subarray(start, end).includes(1)
}

/** Every match of a global pattern. `String.matchAll` copies the pattern at each call, which costs more than most sentences take to search. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match)
  return found
}
