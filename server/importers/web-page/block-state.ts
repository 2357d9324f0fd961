import type { BlockKind } from '#shared/document/document.ts'
import { isNotesHeading } from '#shared/document/notes-heading.ts'
import { isCaption, isFurnitureElement, isNoteAside, isPullQuote } from './furniture-elements.ts'
import { isElement, isText, walk, type PageElement } from './nodes.ts'

/** `isFurniture` is handed down, `isOutside` (of the main content) is said of each element anew. `inRow`: in a short row of a table, which is one block whatever its cells are made of. */
export interface State { kind: BlockKind; level?: number; isFurniture: boolean; isOutside: boolean; isNote: boolean; inTable: boolean; inRow: boolean }
export const RUNNING_TEXT: State = { kind: 'paragraph', isFurniture: false, isOutside: false, isNote: false, inTable: false, inRow: false }
/** A longer row holds paragraphs. */
const LONGEST_ROW = 240

/** What holds inside an element, by what held around it. */
export function nextState(node: PageElement, before: State, kept: ReadonlySet<PageElement> | null, isNote: boolean): State {
  const { localName } = node
  const isCaptioning = isCaption(node)
  const isOutside = kept !== null && localName !== 'h1' && !isNoteAside(node) && !kept.has(node) && !hasKept(node, kept) && !(isCaptioning && standsInKept(node, kept))
  const state: State = { ...before, isNote: before.isNote || isNote, isFurniture: before.isFurniture || isFurnitureElement(node) || isPullQuote(node), isOutside }
  delete state.level
  if (/^h[1-6]$/.test(localName)) return { ...state, kind: 'heading', level: Number(localName[1]) }
  if (isHeadingOfNotes(node)) return { ...state, kind: 'heading', level: 2 }
  if (localName === 'li' || localName === 'dd' || localName === 'dt') return { ...state, kind: 'list-item' }
  if (localName === 'blockquote') return { ...state, kind: 'quote' }
  if (localName === 'pre') return { ...state, kind: 'code' }
  if (isCaptioning) return { ...state, kind: 'caption' }
  if (localName === 'table') return { ...state, kind: node.getAttribute('role') === 'presentation' ? before.kind : 'table', inTable: false, inRow: false }
  if (localName === 'tr') return { ...state, inTable: before.kind === 'table', inRow: before.kind === 'table' && isShort(node) }
  return state
}

/** Whether an element holds no more than a row of values does; looks no farther. */
function isShort(node: PageElement): boolean {
  let letters = 0
  walk(node, (at) => {
    if (isText(at)) letters += (at.nodeValue ?? '').trim().length
    return letters <= LONGEST_ROW
  })
  return letters <= LONGEST_ROW
}

/** "Notes:" set as a paragraph, or above a list that folds away. */
export const isHeadingOfNotes = (node: PageElement): boolean => (node.localName === 'p' || node.localName === 'summary' || node.localName === 'center') && isNotesHeading(node.textContent.slice(0, 80).trim())

/** How far up a caption's figure stands from the text it belongs to. */
const STEPS_TO_TEXT = 6
/** Whether a caption belongs to a figure of the main content, which Readability leaves out for having few words. */
function standsInKept(node: PageElement, kept: ReadonlySet<PageElement>): boolean {
  let at = node.parentNode
  for (let steps = 0; at && steps < STEPS_TO_TEXT; at = at.parentNode, steps++) if (isElement(at) && at.localName !== 'body' && kept.has(at)) return true
  return false
}

/** How far down a block's own content is looked at: Readability may have unwrapped the block and kept what is in it. */
const LOOK_IN = 12
function hasKept(node: PageElement, kept: ReadonlySet<PageElement>): boolean {
  let seen = 0
  for (let at = node.firstChild; at && seen < LOOK_IN; at = at.nextSibling, seen++) if (isElement(at) && kept.has(at)) return true
  return false
}
