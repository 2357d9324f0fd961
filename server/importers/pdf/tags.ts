import type { BlockKind } from '#shared/document/document.ts'

/** What a tagged file says of letters: the block they belong to (numbered in reading order, for each page), and what it is where its role says so. `row` is one of a table; `isLabel`: the number or sign of a list's point. */
export interface Tag { block: number; kind?: BlockKind; level?: number; row?: number; isLabel?: boolean }

/** A node of a page's structure tree, as pdf.js hands it over. */
export interface StructureNode { role: string; alt?: string; children: readonly (StructureNode | StructureContent)[] }
export interface StructureContent { type: string; id: string }

/** The tags of one page: by the id of the marked content that they hold. `pictures` are what its pictures are said to show. */
export interface PageTags { tags: ReadonlyMap<string, Tag>; pictures: string[] }

/** What stands outside the text by the file's own word: running heads, page numbers, rules. */
export const ARTIFACT: Tag = { block: -1, kind: 'furniture' }

/** Roles that are a block of their own, whatever stands in them. */
const BLOCKS: Record<string, BlockKind> = { Note: 'note', FENote: 'note', Caption: 'caption', Code: 'code', TOCI: 'furniture', Figure: 'caption' }
/** Deeper structure trees are read as if they were flat. */
const DEEPEST = 40

/** Roles that hold blocks; all others but the ones told apart here (Span, Link, Reference, Lbl, LBody …) leave their letters to what is around them. */
const GROUPS = /^(?:Root|Document|Part|Art|Sect|Div|L|Table|THead|TBody|TFoot|TOC|Index|Aside)$/

/** Where the walk through the tree is: the block that letters fall into (opened when the first do), and whether a paragraph inside belongs to it. */
interface Place { block: Tag | null; takesParagraph: boolean; isQuote: boolean; isLayout: boolean; row?: number }

/** Reads the structure tree of a page. */
export function tagsOf(root: StructureNode): PageTags {
  const tags = new Map<string, Tag>()
  const pictures: string[] = []
  let [blocks, rows] = [0, 0]
  const open = (kind?: BlockKind, more: Partial<Tag> = {}): Tag => ({ block: blocks++, ...(kind ? { kind } : {}), ...more })

  const enter = (node: StructureNode, place: Place): Place => {
    const { role } = node
    const fresh = (block: Tag | null, takesParagraph = false): Place => ({ ...place, block, takesParagraph })
    const heading = /^(?:H([1-6])?|Title)$/.exec(role)
    if (heading) return fresh(open('heading', { level: Number(heading[1] ?? 1) }))
    if (role === 'Table') return { ...fresh(null), isLayout: isLayout(node) }
    if (role === 'TR') return { ...fresh(null), row: rows++ }
    if ((role === 'TD' || role === 'TH') && !place.isLayout) return fresh(open('table', { row: place.row ?? rows++ }), true)
    if (role === 'LI') return fresh(open('list-item'), true)
    if (role === 'BlockQuote') return { ...fresh(null), isQuote: true }
    const kind = BLOCKS[role]
    if (kind) return fresh(open(kind), true)
    if (role === 'P') return place.block && place.takesParagraph ? { ...place } : fresh(open(place.isQuote ? 'quote' : undefined))
    return GROUPS.test(role) && !place.block ? { ...place } : place
  }
  const visit = (node: StructureNode, place: Place, depth: number): void => {
    if (node.role === 'Figure' && node.alt?.trim()) pictures.push(node.alt.trim())
    const here = enter(node, place)
    for (const child of node.children) {
      if ('children' in child) {
        if (depth < DEEPEST) visit(child, here, depth + 1)
      } else if (child.type === 'content') {
        here.block ??= open(here.isQuote ? 'quote' : undefined)
        tags.set(child.id, node.role === 'Lbl' && here.block.kind === 'list-item' ? { ...here.block, isLabel: true } : here.block)
        // The first paragraph of a point is the point; what stands behind its words is one of its own.
        if (here.block.kind === 'list-item' && node.role !== 'Lbl') here.takesParagraph = false
      }
    }
    if (here.block === place.block) place.takesParagraph &&= here.takesParagraph
  }
  visit(root, { block: null, takesParagraph: false, isQuote: false, isLayout: false }, 0)
  return { tags, pictures }
}

/** A cell of more paragraphs is no cell but a part of the page. */
const MOST_PARAGRAPHS = 2

/** Whether a table only places text on the page: a cell to each row, or cells of several paragraphs. */
function isLayout(table: StructureNode): boolean {
  const within = (node: StructureNode, role: RegExp): StructureNode[] => node.children.flatMap((child) => ('children' in child ? (role.test(child.role) ? [child] : within(child, role)) : []))
  const rows = within(table, /^TR$/).map((row) => within(row, /^T[DH]$/))
  return rows.every((cells) => cells.length < 2) || rows.flat().some((cell) => within(cell, /^P$/).length > MOST_PARAGRAPHS)
}
