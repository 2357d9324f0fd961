import type { ChangesView, TrackedChange } from '#shared/document/document.ts'
import type { OfficeWriter, Place } from './office-writer.ts'

export interface ChangeDetails { kind: TrackedChange['kind']; author?: string; at?: string }
interface Change { details: ChangeDetails; words: string[]; span: () => { start: number, end: number } }
/** A change that was begun. */
export interface OpenChange { details: ChangeDetails; words: string[]; start: Place; here: Place; isIn: boolean }

/** Whether what a change holds is not in the view that is read. */
export const isOutOfView = (kind: TrackedChange['kind'], view: ChangesView): boolean => view === 'accepted' ? kind === 'deletion' || kind === 'move-from' : kind === 'insertion' || kind === 'move-to'

/** The tracked changes of a file, gathered while it is read. */
export interface ChangeList {
  begin(details: ChangeDetails): OpenChange
  /** Hands words to every change under way, whether they are in view or not. */
  hear(words: string): void
  end(change: OpenChange): void
  /** A change of which nothing but its place and words is known (the mark at a paragraph's end, a deleted row). */
  note(details: ChangeDetails, words: string): void
  finish(): TrackedChange[]
}

export function gatherChanges(writer: OfficeWriter, view: ChangesView): ChangeList {
  const changes: Change[] = []
  const open: OpenChange[] = []
  return {
    begin(details) {
      const change = { details, words: [], start: writer.nextSign(), here: writer.here(), isIn: !isOutOfView(details.kind, view) }
      open.push(change)
      return change
    },
    hear(words) {
      for (const { words: heard } of open) heard.push(words)
    },
    end(change) {
      open.splice(open.indexOf(change), 1)
      const { details, words, start, here } = change
      if (words.length === 0) return
      changes.push({ details, words, span: change.isIn ? writer.spanFrom(start) : () => ({ start: here(), end: here() }) })
    },
    note(details, words) {
      const here = writer.here()
      changes.push({ details, words: [words], span: () => ({ start: here(), end: here() }) })
    },
    finish: () => joined(changes.map(({ details, words, span }) => ({ kind: details.kind, span: span(), text: words.join(''), ...(details.author ? { author: details.author } : {}), ...(details.at ? { at: details.at } : {}) }))
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)),
  }
}

/** A new look is stored for every run of signs; neighbours of one hand are one change. */
function joined(changes: readonly TrackedChange[]): TrackedChange[] {
  const result: TrackedChange[] = []
  for (const change of changes) {
    const last = result.at(-1)
    if (last?.kind === 'formatting' && change.kind === 'formatting' && last.author === change.author && last.at === change.at && change.span.start >= last.span.end && change.span.start - last.span.end <= 1) {
      last.text += `${change.span.start > last.span.end ? ' ' : ''}${change.text}`
      last.span = { start: last.span.start, end: change.span.end }
    } else result.push({ ...change })
  }
  return result
}
