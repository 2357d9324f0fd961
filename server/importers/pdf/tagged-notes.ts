import type { FootNote } from './foot-notes.ts'
import type { Line } from './lines.ts'
import { grouped } from './grouped.ts'
import { readLabel } from './note-labels.ts'

/** The notes that a file's tags name, by the number they open with, and the lines that they are made of. One that opens with no number goes on from the note before. */
export function notesByTags(pages: readonly (readonly Line[])[]): { notes: FootNote[], lines: ReadonlySet<Line> } {
  const notes: FootNote[] = []
  const taken = new Set<Line>()
  for (const lines of pages) {
    const blocks = grouped(lines.filter(({ tag }) => tag?.kind === 'note'), ({ tag }) => tag!.block)
    for (const [, own] of [...blocks].sort(([a], [b]) => a - b)) {
      const [first, ...rest] = own.sort((a, b) => a.order - b.order) as [Line, ...Line[]]
      const read = readLabel(first)
      if (read) notes.push({ id: '', label: read.label, page: first.page, right: Math.max(...own.map(({ right }) => right)), lines: [read.rest, ...rest] })
      else if (notes.length > 0) notes.at(-1)!.lines.push(...own)
      else continue
      for (const line of own) taken.add(line)
    }
  }
  return { notes, lines: taken }
}
