import type { Block, Warning } from '#shared/document/document.ts'
import type { Place } from './office-writer.ts'

/** Something a file holds that cannot stand in the text. Where there are few, each is told in words of its own; `many` tells of a number of them. */
export interface LeftOutKind { code: string; many(count: number): string }
/** What was left out, each with its place. */
export interface LeftOut {
  add(kind: LeftOutKind, one: string, place: Place): void
  warnings(text: string, blocks: readonly Block[]): Warning[]
}

/** More of one kind are told in one warning. */
const MOST_SINGLE_WARNINGS = 5
/** Enough of a paragraph to find it by. */
const EXCERPT = 50

/** A record of what is left out, told with its place once the text is written. */
export function recordLeftOut(): LeftOut {
  const found = new Map<LeftOutKind, { one: string, place: Place }[]>()
  return {
    add(kind, one, place) {
      const same = found.get(kind)
      if (same) same.push({ one, place })
      else found.set(kind, [{ one, place }])
    },
    warnings(text, blocks) {
      const warn = (code: string, message: string, at: number): Warning => {
        const start = Math.min(at, text.length)
        return { code, message: `${message}${whereIs(text, blocks, start)}`, span: { start, end: start } }
      }
      return [...found].flatMap(([kind, items]) => items.length > MOST_SINGLE_WARNINGS
        ? [warn(kind.code, `${kind.many(items.length)} The first stands`, items[0]!.place())]
        : items.map(({ one, place }) => warn(kind.code, `${one} It stands`, place())))
    },
  }
}

/** ` by the words “…”.` */
function whereIs(text: string, blocks: readonly Block[], at: number): string {
  const block = blocks.find(({ span }) => at <= span.end)
  if (!block) return ' behind the text.'
  const words = text.slice(block.span.start, Math.min(block.span.end, block.span.start + EXCERPT)).trim().replace(/\s+/g, ' ')
  return ` by the words “${words}${block.span.end - block.span.start > EXCERPT ? ' …' : ''}”.`
}

const told = (code: string, several: string, advice = ''): LeftOutKind => ({ code, many: (count) => `${count} ${several}.${advice && ` ${advice}`}` })
/** The kinds of things that office files hold and text cannot. */
export const LEFT_OUT = {
  picture: told('picture-not-read', 'pictures are left out', 'What they show is not read.'),
  chart: told('chart-not-read', 'charts are left out', 'Their figures are not read.'),
  diagram: told('diagram-not-read', 'diagrams are left out', 'Their words are not read.'),
  object: told('object-not-read', 'embedded objects are left out'),
  equation: told('equation-in-one-line', 'equations are written in one line', 'Check them against the file.'),
  hidden: told('hidden-text', 'stretches of hidden text are left out'),
  deletedNote: told('deleted-note', 'notes are left out, since their marks are not in this view of the tracked changes'),
  placeholder: told('placeholder', 'placeholders that nobody filled in are left out'),
  embedded: told('embedded-document', 'embedded documents are not read', 'Open the file, put their text in and save it.'),
  sign: told('unknown-sign', 'signs of symbol fonts have no letter', 'A □ stands in each place.'),
  ruby: told('reading-aid', 'reading aids (small signs above words) are left out'),
} as const
