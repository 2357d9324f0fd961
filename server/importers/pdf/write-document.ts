import { buildDocument, type OpenMark } from '#shared/document/builder.ts'
import type { Block, DocumentMark, PageStretch } from '#shared/document/document.ts'
import type { Draft } from './draft.ts'
import { textOfLine, type Line, type Piece } from './lines.ts'
import type { Joint } from './line-ends.ts'
import type { NoteMarks } from './note-marks.ts'

export interface Written { text: string; blocks: Block[]; marks: DocumentMark[]; pages: PageStretch[] }

/** Writes drafts as text with blocks, marks and pages. `labels` are printed page numbers where they differ from the file's. */
export function writeDocument(drafts: readonly Draft[], marks: NoteMarks, joint: (line: Line, next: Line) => Joint, labels: ReadonlyMap<number, string>): Written {
  const builder = buildDocument()
  let link: { href: string, mark: OpenMark } | null = null
  for (const draft of drafts) {
    builder.block(draft.kind, draft.level)
    const definition = draft.target === undefined ? null : { kind: 'note-definition' as const, target: draft.target, ...(draft.label === undefined ? {} : { label: draft.label }) }
    const open = definition && builder.begin(definition)
    draft.lines.forEach((line, index) => {
      const label = labels.get(line.page)
      builder.page(label === undefined ? { page: line.page } : { page: line.page, label })
      const next = draft.lines[index + 1]
      const endsCell = draft.ends?.[index] === 'cell' || (draft.kind === 'furniture' && !draft.ends)
      const end = next === undefined ? 'space' : endsCell ? 'cell' : joint(line, next)
      writePieces(end === 'drop-hyphen' ? withoutHyphen(line.pieces) : line.pieces)
      if (end === 'cell') builder.separate('\t')
      else if (end === 'space') builder.write(' ')
    })
    endLink()
    if (open) builder.end(open)
  }
  return builder.finish() as Written

  function endLink(): void {
    if (link) builder.end(link.mark)
    link = null
  }

  function writePieces(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      const note = marks.get(piece)
      // A link goes on over line ends and changes of face.
      if (link?.href !== piece.href) endLink()
      if (link === null && piece.href !== undefined) link = { href: piece.href, mark: builder.begin({ kind: 'link', href: piece.href }) }
      if (note) {
        // The space before a mark, and the comma behind it, are not its own.
        const [, before, words, after] = /^(\s*)(.*?)([,;:.]?\s*)$/su.exec(piece.text)!
        builder.write(before!)
        const raised = builder.begin({ kind: 'superscript' })
        const mark = builder.begin({ kind: 'note-mark', label: note.label, ...(note.target === undefined ? {} : { target: note.target }) })
        builder.write(words!)
        builder.end(mark)
        builder.end(raised)
        builder.write(after!)
      } else if (piece.isRaised) {
        const raised = builder.begin({ kind: 'superscript' })
        builder.write(piece.text)
        builder.end(raised)
      } else builder.write(piece.text)
    }
  }
}

function withoutHyphen(pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1)!
  return [...pieces.slice(0, -1), { ...last, text: last.text.replace(/[-\u00AD\u2010]\s*$/u, '') }]
}

export const textOfDraft = ({ lines }: Draft): string => lines.map(textOfLine).join(' ').replace(/\s+/g, ' ').trim()
