import type { Citation } from '../citations/citation.ts'
import type { Span } from '../document/document.ts'
import { firstWhere } from '../document/in-order.ts'
import { fitted } from './fitted.ts'

/** A note that carries a claim. */
interface Carrying { label: string }

/** Answers, in logarithmic time, which notes carry a stretch of text and which note marks stand in it. */
export class NoteIndex {
  private readonly byCarries: Citation[]
  /** Highest end of all stretches up to here: non-decreasing, so that it can be searched. */
  private readonly reach: number[] = []
  /** Marks of notes in text order. */
  readonly marks: readonly Span[]
  /** What a claim says of a note, one for each label. */
  private readonly named = new Map<string, Carrying>()
  /** A list of each note alone. */
  private readonly alone = new Map<Carrying, Carrying[]>()

  constructor(citations: readonly Citation[]) {
    this.byCarries = [...citations].sort((a, b) => a.carries.start - b.carries.start)
    let reach = 0
    for (const { carries, label } of this.byCarries) {
      reach = Math.max(carries.end, reach)
      this.reach.push(reach)
      if (this.named.has(label)) continue
      const note = { label }
      this.named.set(label, note)
      this.alone.set(note, [note])
    }
    // The words of a link are words of its sentence.
    this.marks = citations.filter(({ kind }) => kind !== 'link').map(({ mark }) => mark).sort((a, b) => a.start - b.start)
  }

  /** Labels of the notes whose stretch overlaps `span`, in text order, each once. Claims that the same note alone carries share its list. */
  carrying({ start, end }: Span): Carrying[] {
    let first: Carrying | null = null
    let found: Carrying[] | null = null
    for (let at = firstWhere(this.reach, (reached) => reached > start); at < this.byCarries.length && this.byCarries[at]!.carries.start < end; at += 1) {
      const { carries, label } = this.byCarries[at]!
      if (carries.end <= start) continue
      const note = this.named.get(label)!
      if (first === null) first = note
      else if (found !== null ? !found.includes(note) : note !== first) (found ??= [first]).push(note)
    }
    return found ? fitted(found) : first ? this.alone.get(first)! : []
  }

  /** Note marks inside `span`. */
  marksIn({ start, end }: Span): readonly Span[] {
    const first = this.markBehind(start)
    let behind = first
    while (behind < this.marks.length && this.marks[behind]!.start < end) behind += 1
    return first === behind ? NONE : this.marks.slice(first, behind)
  }

  /** Whether a note mark stands inside `span`. */
  hasMark({ start, end }: Span): boolean {
    const first = this.markBehind(start)
    return first < this.marks.length && this.marks[first]!.start < end
  }

  private markBehind(offset: number): number {
    return firstWhere(this.marks, (mark) => mark.end > offset)
  }
}

const NONE: readonly Span[] = []
