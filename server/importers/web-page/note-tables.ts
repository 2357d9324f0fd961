import { isNotesHeading } from '#shared/document/notes-heading.ts'
import { isElement, walk, type PageElement } from './nodes.ts'
import { labelOf } from './note-labels.ts'

const SAYS_NOTES = /foot-?note|end-?note|\bnotes?\b|\breferences?\b/i
const cellsOf = (row: PageElement): PageElement[] => {
  const cells: PageElement[] = []
  for (let at = row.firstChild; at; at = at.nextSibling) if (isElement(at) && (at.localName === 'td' || at.localName === 'th')) cells.push(at)
  return cells
}

/** Rows of tables whose first cell is a label and whose second its note, where the labels count up and the table's class or the heading above says so, or each is raised above it. */
export function rowsOfNotes(root: PageElement): Map<PageElement, string> {
  const raised = new Set<string>()
  const rows = new Map<PageElement, string>()
  const tables: { table: PageElement, rows: [PageElement, string | null][], hasIds: boolean, isBelowHeading: boolean }[] = []
  const open: typeof tables = []
  let isBelowHeading = false
  walk(root, (node) => {
    if (!isElement(node)) return
    if (/^h[1-6]$/.test(node.localName)) isBelowHeading = isNotesHeading(node.textContent.slice(0, 80).trim())
    if (node.localName === 'sup' && open.length === 0) {
      const label = labelOf(node.textContent.slice(0, 30).trim())
      if (label !== null) raised.add(label)
    } else if (node.localName === 'table') open.push({ table: node, rows: [], hasIds: false, isBelowHeading })
    else if (node.localName === 'tr' && open.length > 0) {
      const cells = cellsOf(node)
      const label = cells.length === 2 ? labelOf(cells[0]!.textContent.slice(0, 30).replace(/[\^↑]/g, '').trim()) : null
      open.at(-1)!.rows.push([node, label])
    }
    if (open.length > 0 && (node.localName === 'tr' || node.localName === 'td') && node.hasAttribute('id')) open.at(-1)!.hasIds = true
  }, (node) => {
    if (isElement(node) && node.localName === 'table' && open.length > 0) tables.push(open.pop()!)
  })
  for (const { table, rows: all, hasIds, isBelowHeading: isListed } of tables) {
    // The first row may say what is in the columns.
    const found = /^\d/.test(all[0]?.[1] ?? '') || !/^\d/.test(all[1]?.[1] ?? '') ? all : all.slice(1)
    const labels = found.map(([, label]) => label)
    if (hasIds || labels.length === 0 || !labels.every((label) => label !== null) || !countsUp(labels as string[])) continue
    if (!isListed && !SAYS_NOTES.test(table.getAttribute('class') ?? '') && !labels.every((label) => raised.has(label!))) continue
    for (const [row, label] of found) rows.set(row, label!)
  }
  return rows
}

const countsUp = (labels: readonly string[]): boolean => labels.every((label, index) => index === 0 || !/^\d+$/.test(label) || Number(label) === Number(labels[index - 1]) + 1)
