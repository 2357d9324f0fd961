import type { Region } from './columns.ts'
import type { Draft } from './draft.ts'
import { withKind, withoutBullet } from './kinds.ts'
import type { Look } from './look.ts'

/** The paragraphs, headings, points of lists and rows of tables of a region as the file's tags have them. What the tags leave open is told by its look. */
export function draftsByTags(region: Region, look: Look): Draft[] {
  const blocks: Draft[] = []
  for (const line of region.lines) {
    const last = blocks.at(-1)
    if (last && last.block === line.tag!.block) last.lines.push(line)
    else blocks.push({ kind: 'paragraph', lines: [line], page: line.page, opens: false, closes: false, region, block: line.tag!.block })
  }
  const drafts: Draft[] = []
  blocks.forEach((draft, index) => {
    const { kind, level, row } = draft.lines[0]!.tag!
    const before = drafts.at(-1)
    if (row !== undefined && before && before.lines[0]!.tag!.row === row) Object.assign(before, { lines: [...before.lines, ...draft.lines], ends: [...before.ends!, ...endsOf(draft)] })
    else if (row !== undefined) drafts.push({ ...draft, kind: 'table', ends: endsOf(draft) })
    else if (kind === 'list-item') drafts.push({ ...withoutBullet(draft), kind })
    else if (kind === undefined || kind === 'note') drafts.push(withKind(draft, blocks[index + 1], before, look))
    else drafts.push({ ...draft, kind, ...(level === undefined ? {} : { level }) })
  })
  return drafts
}

/** Of a cell: its lines end as lines, the last one as the cell. */
const endsOf = ({ lines }: Draft): ('cell' | 'line')[] => lines.map((_, index) => (index < lines.length - 1 ? 'line' : 'cell'))
