import { pageBreakOf } from './furniture-elements.ts'
import { BLOCK_ELEMENTS, isElement, isText, type PageElement, type PageNode } from './nodes.ts'

/** `within` ends the note's text; `own` is the element that shows its label again where only markup tells it from the first word ("1A book"). */
export interface PageNote { label: string; target: string; within: PageElement; own: PageElement | null }

/** The opening of a note, and some words of it. */
const OPENING = 120

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const opening = (element: PageElement): string => element.textContent.slice(0, OPENING).replace(/\s+/g, ' ').trim()

/** What stands next to a node, but for white space. */
function behind(node: PageNode): PageNode | null {
  let at = node.nextSibling
  while (at && isText(at) && !/\S/.test(at.nodeValue ?? '')) at = at.nextSibling
  return at
}

/** Where the note starts that a link leads to: the element itself, or the block behind an anchor that is empty and stands between blocks. */
export function startOfNote(element: PageElement): PageElement {
  if (BLOCK_ELEMENTS.has(element.localName) || opening(element) !== '') return element
  const next = behind(element)
  return next && isElement(next) && BLOCK_ELEMENTS.has(next.localName) ? next : element
}

/** The words from an element on, as far as its parent goes. */
function wordsFrom(element: PageElement): string {
  let words = ''
  for (let at: PageNode | null = element; at && words.length < OPENING; at = at.nextSibling) words += isText(at) ? at.nodeValue ?? '' : isElement(at) ? at.textContent.slice(0, OPENING) : ''
  return words.slice(0, OPENING).replace(/\s+/g, ' ').trim()
}

const NAMED_AS_PAGE = /^p(?:age|g)?[-_.]?\d+$/i
/** Whether the words at a link's aim begin with its own label, as those of a note do: `3. A book`, `[3] A book`. */
export function opensWith(target: PageElement, label: string): boolean {
  if (pageBreakOf(target) !== null || NAMED_AS_PAGE.test(target.getAttribute('id') ?? target.getAttribute('name') ?? '')) return false
  const start = startOfNote(target)
  const words = opening(start) === label || opening(start) === '' ? wordsFrom(start) : opening(start)
  return new RegExp(`^[\\s[({^↑]*${escaped(label)}(?:[\\s\\])}.:]+\\S|\\p{Lu}\\p{Ll})`, 'u').test(words)
}

/** The element at a note's start that shows its label again, where the words go on at once ("1A book") or the label is a letter: "a A book". */
export function ownLabelOf(start: PageElement, label: string): PageElement | null {
  let at: PageNode | null = start
  let own: PageElement | null = null
  while (at) {
    if (isText(at) && /\S/.test(at.nodeValue ?? '')) break
    if (isElement(at) && !BLOCK_ELEMENTS.has(at.localName) && own === null && at.textContent.replace(/[\s[\](){}]/g, '') === label) {
      own = at
      break
    }
    at = at.firstChild ?? at.nextSibling
  }
  if (own === null) return null
  const next = behind(own)
  if (next !== null && isElement(next) && BLOCK_ELEMENTS.has(next.localName)) return null
  const follows = next === null ? '' : isText(next) ? next.nodeValue ?? '' : (next as PageElement).textContent.slice(0, OPENING)
  const isGlued = own.nextSibling !== null && /^[\p{L}“"‘'«]/u.test(follows)
  return isGlued || (/^[a-z]{1,2}$/i.test(label) && /^\s*[\p{L}“"‘'«]/u.test(follows)) ? own : null
}

/** Words of a link back, where nothing else of a note is told beside its label. */
const NOTHING_ELSE = (label: string): RegExp => new RegExp(`^\\W*(?:(?:foot|end)?note\\s*)?(?:${escaped(label)})?\\W*(?:back|return|top|up)?\\W*$`, 'i')

/** Where a note ends whose own block has only its label ("Footnote 3: (return)"): with the block behind, which has its words. */
export function withOwnWords(start: PageElement, { label, within }: PageNote, others: ReadonlyMap<PageElement, unknown>): PageElement {
  if (within !== start && !BLOCK_ELEMENTS.has(within.localName)) return within
  const words = within.textContent.slice(0, OPENING).replace(/\s+/g, ' ').trim()
  if (words === '' || !NOTHING_ELSE(label).test(words)) return within
  const next = behind(within)
  return next && isElement(next) && (next.localName === 'p' || next.localName === 'div' || next.localName === 'blockquote' || next.localName === 'dd') && !others.has(next) ? next : within
}
