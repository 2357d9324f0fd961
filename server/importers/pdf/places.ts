import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { OutlineEntry, PageLink } from './raw-page.ts'

export type Matrix = readonly number[]
export const times = (a: Matrix, b: Matrix): number[] => [
  a[0]! * b[0]! + a[2]! * b[1]!, a[1]! * b[0]! + a[3]! * b[1]!, a[0]! * b[2]! + a[2]! * b[3]!, a[1]! * b[2]! + a[3]! * b[3]!,
  a[0]! * b[4]! + a[2]! * b[5]! + a[4]!, a[1]! * b[4]! + a[3]! * b[5]! + a[5]!,
]

/** A link as the file has it: its corners in the page's own units. */
export interface LinkInFile { url: string; rect: readonly number[] }

/** pdf.js's number for annotations that are links. */
const LINK = 2

/** The links of each page, by its number. Asked for page by page, the package would read the text of every page once more, for what lies under each link. */
export async function linksOf(pdf: PDFDocumentProxy): Promise<ReadonlyMap<number, readonly LinkInFile[]>> {
  const found = await pdf.getAnnotationsByType(new Set([LINK]), new Set()).catch(() => null) as { pageIndex: number; url?: string; rect?: number[] }[] | null
  const links = new Map<number, LinkInFile[]>()
  for (const { pageIndex, url, rect } of found ?? []) {
    if (!url || !rect) continue
    const own = links.get(pageIndex + 1)
    if (own) own.push({ url, rect })
    else links.set(pageIndex + 1, [{ url, rect }])
  }
  return links
}

/** Where a link lies on its page as it is seen. */
export function placed({ url, rect }: LinkInFile, transform: Matrix): PageLink {
  const [[x1, y1], [x2, y2]] = [[rect[0]!, rect[1]!], [rect[2]!, rect[3]!]].map(([x, y]) => times(transform, [1, 0, 0, 1, x!, y!]).slice(4)) as [[number, number], [number, number]]
  return { left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2), href: url }
}

/** An outline of more entries is that of a whole library. */
const MOST_ENTRIES = 5_000

/** The bookmarks of a file, from the first to the last, as deep as they stand. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const roots = await pdf.getOutline().catch(() => null)
  const entries: OutlineEntry[] = []
  const waiting = (roots ?? []).map((node) => ({ node, level: 1 })).reverse()
  for (let next = waiting.pop(); next && entries.length < MOST_ENTRIES; next = waiting.pop()) {
    const { node, level } = next
    if (node.title.trim() !== '') entries.push({ title: node.title.trim(), level })
    for (const child of [...node.items].reverse()) waiting.push({ node: child, level: level + 1 })
  }
  return entries
}
