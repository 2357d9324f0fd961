import type { Region } from './columns.ts'
import type { Line } from './lines.ts'

/** The regions of a tagged page in the order of its tags: a new one begins where the next line stands further up or beside. Lines without a tag follow the one they stand below, in regions of their own. */
export function regionsByTags(lines: readonly Line[]): Region[] {
  const tagged = lines.filter(({ tag }) => tag !== undefined)
  const placed = lines.map((line) => ({ line, block: line.tag?.block ?? blockAbove(line, tagged) + AFTER }))
  const regions: Region[] = []
  for (const { line } of placed.sort((a, b) => a.block - b.block || a.line.order - b.line.order)) {
    const region = regions.at(-1)
    if (region && goesOnBelow(region, line)) {
      region.lines.push(line)
      Object.assign(region, { left: Math.min(region.left, line.left), right: Math.max(region.right, line.right) })
    } else regions.push({ left: line.left, right: line.right, lines: [line] })
  }
  return regions
}

/** Behind a block and before the next one. */
const AFTER = 0.5

/** The number of the block that the nearest tagged line above belongs to; −1 where there is none. */
function blockAbove(line: Line, tagged: readonly Line[]): number {
  const above = tagged.filter((other) => other.y <= line.y && other.left < line.right && other.right > line.left)
  return above.reduce((nearest, other) => (other.y > nearest.y ? other : nearest), { y: -Infinity, tag: { block: -1 } } as Pick<Line, 'y' | 'tag'>).tag!.block
}

function goesOnBelow({ left, right, lines }: Region, line: Line): boolean {
  const last = lines.at(-1)!
  if ((last.tag === undefined) !== (line.tag === undefined)) return false
  if (line.tag?.row !== undefined && last.tag?.row !== undefined) return true
  if (line.tag && line.tag.block === last.tag?.block && line.y > last.y - 0.5 * line.size) return true
  return line.y > last.y - 0.5 * line.size && line.left < right && line.right > left
}
