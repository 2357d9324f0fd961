import type { Citation } from '../citations/citation.ts'
import type { Span } from '../document/document.ts'
import { firstWhere } from '../document/in-order.ts'

/** Answers, in logarithmic time, which notes carry a stretch of text and which note marks stand in it. */
export class NoteIndex {
  private readonly byCarries: Citation[]
  /** Highest end of all stretches up to here: non-decreasing, so that it can be searched. */
  private readonly reach: number[] = []
  private readonly marks: Span[]

  constructor(citations: readonly Citation[]) {
    this.byCarries = [...citations].sort((a, b) => a.carries.start - b.carries.start)
    for (const { carries } of this.byCarries) this.reach.push(Math.max(carries.end, this.reach.at(-1) ?? 0))
    // The words of a link are words of its sentence.
    this.marks = citations.filter(({ kind }) => kind !== 'link').map(({ mark }) => mark).sort((a, b) => a.start - b.start)
  }

  /** Labels of the notes whose stretch overlaps `span`, in text order, each once. */
  carrying(span: Span): { label: string }[] {
    const labels: string[] = []
    for (let at = firstWhere(this.reach, (end) => end > span.start); at < this.byCarries.length && this.byCarries[at]!.carries.start < span.end; at += 1) {
      const { carries, label } = this.byCarries[at]!
      if (carries.end > span.start && !labels.includes(label)) labels.push(label)
    }
    return labels.map((label) => ({ label }))
  }

  /** Note marks inside `span`. */
  marksIn(span: Span): Span[] {
    const found: Span[] = []
    for (let at = firstWhere(this.marks, (mark) => mark.end > span.start); at < this.marks.length && this.marks[at]!.start < span.end; at += 1) found.push(this.marks[at]!)
    return found
  }
}
