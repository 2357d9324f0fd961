import { BLOCK_ELEMENTS, isElement, isText, walk, type PageElement } from './nodes.ts'
import { labelOf } from './note-labels.ts'

/** A note in an attribute of its mark. */
export interface AttributeNote { label: string; mark: null; words: string }

/** Elements that may show a mark and hold its note in an attribute. */
const HOLDERS = new Set(['sup', 'a', 'span', 'button', 'small'])
/** Attributes that hold such a note: a title, what scripts show on hovering, what is read aloud. */
const ATTRIBUTES = ['title', 'data-title', 'data-original-title', 'data-bs-original-title', 'data-content', 'data-bs-content', 'data-tooltip', 'data-tippy-content', 'data-tip', 'data-text', 'data-note', 'data-footnote', 'data-footnote-content', 'data-footnote-text', 'data-bigfoot-footnote', 'data-littlefoot-footnote', 'data-body', 'aria-label']
/** What pages say of a mark, not of its source. */
const SAYS_NOTHING = /^(?:jump|go|link|scroll|skip|return|back|see|view|show|open|click|read|footnotes?|endnotes?|notes?|citation|reference|page|opens?)\b.{0,40}$/i
const LONGEST_NOTE = 5000

/** Notes that stand in an attribute of the mark itself (`<sup title="A book.">1</sup>`), where no link on the page leads to one. A mark stands behind words of the text. Linear. */
export function notesInAttributes(root: PageElement): Map<PageElement, AttributeNote> {
  const found: { element: PageElement, fragment: string | null, note: AttributeNote }[] = []
  const ids = new Set<string>()
  let hasProse = false
  walk(root, (node) => {
    if (isText(node)) hasProse ||= /\p{L}{2}/u.test(node.nodeValue ?? '')
    if (!isElement(node)) return
    const id = node.getAttribute('id') ?? (node.localName === 'a' ? node.getAttribute('name') : null)
    if (id) ids.add(id)
    if (BLOCK_ELEMENTS.has(node.localName) && !isWithinLine(node)) hasProse = false
    if (!hasProse || !HOLDERS.has(node.localName) || found.at(-1)?.element === node.parentNode) return
    const words = ATTRIBUTES.map((name) => wordsOf(node.getAttribute(name))).find((value) => value !== null)
    if (!words) return
    const label = labelOf(node.textContent.slice(0, 40).trim())
    if (label !== null && MARK.test(label) && holdsNotes(node)) found.push({ element: node, fragment: fragmentIn(node), note: { label, mark: null, words } })
  })
  return new Map(found.flatMap(({ element, fragment, note }) => fragment !== null && ids.has(fragment) ? [] : [[element, note] as const]))
}

/** A number or a sign: letters in elements with a title are abbreviations and sounds. */
const MARK = /^(?:\d{1,3}|[*†‡§¶]{1,3})$/
const NOTE_CLASS = /note|\bfn|mfn|tooltip/i
/** Raised, a link to nowhere, or named so: other links have titles of their pages, other spans explain a word. */
function holdsNotes(element: PageElement): boolean {
  if (element.localName === 'sup') return true
  const parent = element.parentNode as PageElement
  const isNamed = NOTE_CLASS.test(element.getAttribute('class') ?? '') || parent.localName === 'sup' || NOTE_CLASS.test(parent.getAttribute('class') ?? '')
  return element.localName === 'a' ? /^(?:#|javascript:|$)/i.test(element.getAttribute('href') ?? '') : isNamed
}

/** Blocks that scripts set within a line around a mark. */
const isWithinLine = (node: PageElement): boolean => node.localName === 'div' && (node.parentNode as PageElement | null)?.localName === 'sup'

/** The note in an attribute, without markup; null where it says nothing of a source. */
function wordsOf(value: string | null): string | null {
  if (value === null || value.length > LONGEST_NOTE) return null
  const words = value.replace(/<[^<>]*>/g, ' ').replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim()
  return /\p{L}{2}/u.test(words) && (/\s\S/.test(words) || /^https?:/.test(words)) && !SAYS_NOTHING.test(words) ? words : null
}

/** Where the link of a mark leads on the page: of the element, what holds it, or what it holds. */
function fragmentIn(element: PageElement): string | null {
  const candidates = [element, element.parentNode, element.firstChild].filter((node): node is PageElement => node !== null && isElement(node))
  for (const node of candidates) {
    const href = node.localName === 'a' ? node.getAttribute('href') : null
    const hash = href === null ? -1 : href.indexOf('#')
    if (hash >= 0 && hash < href!.length - 1) return href!.slice(hash + 1)
  }
  return null
}
