import { isElement, walk, type PageElement, type PageNode } from './nodes.ts'
import { labelOf } from './note-labels.ts'

/** How notes are named by programs and people: fn1, cite_note-3, endnote_a. */
export const NOTE_ID = /^_?(?:fn|ftn|ftnt|footnote|foot|note|endnote|edn|en|cite[_-]?note|ref(?:erence)?|n|r|sdfootnote|sdendnote|bib|b|cit)[-_.:]?[\w.:-]*$/i
const NOTE_CLASS = /\b(?:foot-?note|end-?note|note-?ref|reference|cite|citation|fn)\b/i
/** The sign or the words of a link back. */
export const BACK_GLYPH = /^(?:[\s[(↩↵↑^⤴⏎←⇑⮐▲◎]|\uFE0E)*(?:[↩↵↑^⤴⏎←⇑⮐▲◎]\uFE0E?|(?:(?:go|jump|scroll)\s)?(?:back|return|up|zurück|retour)(?:\s(?:up|to(?:\s(?:the\s)?(?:main\s)?(?:text|content|article|top|body|page|reference|citation|note|footnote)(?:\s\d{1,4})?(?:\sreferrer)?)?))?)(?:[\s\])^.↩↵↑⤴⏎←⇑⮐▲◎]|\uFE0E)*$/i
/** One of several links back: "a", "ab", "2.0", and what is read aloud before it. */
export const BACK_NUMBER = /^(?:[Jj]ump (?:back |up )?to:?\s*|[Jj]ump up:?\s*)?(?:[a-z]{1,2}|\d{1,3}\.\d{1,3})$/
/** How places of marks are named, to which links back lead. */
export const BACK_ID = /ref|back|tag|src|anc|body/i
/** A page's own name for the heading above its notes, by which it describes links to them. */
const DESCRIBED_AS_NOTE = /note/i
/** `hasProse`: words of the text, not of other links, stand before it in its block. */
export interface Anchor { element: PageElement; fragment: string; words: string; order: number; opensBlock: boolean; hasProse: boolean }

/** The place on the page that a link leads to. */
export const fragmentOf = (element: PageElement): string | null => {
  if (element.localName === 'xref') return element.getAttribute('rid')
  const href = element.getAttribute('href')
  const hash = href === null ? -1 : href.indexOf('#')
  if (hash < 0 || hash === href!.length - 1) return null
  try {
    return decodeURIComponent(href!.slice(hash + 1))
  } catch {
    return href!.slice(hash + 1)
  }
}
/** The names by which an element can be led to. */
export const idsOf = (element: PageElement): string[] => [element.getAttribute('id'), element.localName === 'a' ? element.getAttribute('name') : null].filter((id) => id !== null && id !== '') as string[]
/** What the markup says that an element is (ARIA, EPUB). */
export const typesOf = (element: PageElement): string[] => `${element.getAttribute('role') ?? ''} ${element.getAttribute('epub:type') ?? ''}`.toLowerCase().split(/\s+/)
const isWithin = (node: PageNode, test: (element: PageElement) => boolean): boolean => {
  for (let [at, steps] = [node.parentNode, 0] as [PageNode | null, number]; at && isElement(at) && steps < 4; at = at.parentNode, steps++) if (test(at)) return true
  return false
}

/** Whether the markup itself says that a link is a note mark (ARIA, EPUB, JATS, rel="footnote"). */
export const isDeclared = (element: PageElement): boolean => typesOf(element).some((type) => /noteref/.test(type))
  || /^(?:foot|end)note$/i.test(element.getAttribute('rel') ?? '') || element.getAttribute('ref-type') === 'fn'
export const isClassedAsNote = (element: PageElement): boolean => NOTE_CLASS.test(element.getAttribute('class') ?? '')
export const describes = (element: PageElement): boolean => DESCRIBED_AS_NOTE.test(element.getAttribute('aria-describedby') ?? '')

export const isBackLink = (element: PageElement): boolean => typesOf(element).some((type) => /backlink/.test(type)) || element.hasAttribute('data-footnote-backref')

/** A link back: its aim stands before it, and it opens a block as the label of a note does, or its aim's name says so. */
export function leadsBack(anchor: Anchor, target: number | undefined): boolean {
  const isNamedSo = BACK_ID.test(anchor.fragment)
  if (target !== undefined) return target < anchor.order && (anchor.opensBlock || isNamedSo || isBackLink(anchor.element))
  return isBackLink(anchor.element) || (isNamedSo && (anchor.opensBlock || BACK_GLYPH.test(anchor.words) || BACK_NUMBER.test(anchor.words)))
}

/** A link to a place is a note mark when the markup says so, when it is raised, or when its aim is named like a note or links back. */
export function isMark(anchor: Anchor, isLinkedBack: boolean): boolean {
  const { element, fragment, words } = anchor
  if (isDeclared(element) || element.localName === 'sup' || isWithin(element, ({ localName }) => localName === 'sup') || hasRaisedChild(element)) return true
  const isNamedLikeNote = NOTE_ID.test(fragment)
  const isClassed = isClassedAsNote(element)
  return (isNamedLikeNote && (isLinkedBack || isClassed || /[[({]/.test(words) || /\d$/.test(fragment))) || (isClassed && isLinkedBack)
}

const hasRaisedChild = (element: PageElement): boolean => element.firstChild !== null && isElement(element.firstChild) && element.firstChild.localName === 'sup'

/** A mark that is drawn: books show notes by a small picture. */
export const holdsImage = (element: PageElement): boolean => {
  let found = false
  walk(element, (node) => void (found ||= isElement(node) && node.localName === 'img'))
  return found
}

/** Places that links with several labels lead to, or that are the list of notes by name: where the notes stand, not a note. And places on no page that the label of a note leads to, as its mark does. */
export function sharedAims(anchors: readonly Anchor[]): Set<string> {
  const labels = new Map<string, string>()
  const shared = new Set<string>()
  for (const { fragment, words, opensBlock } of anchors) {
    const label = labelOf(words)
    if (label === null) continue
    if ((labels.get(fragment) ?? label) !== label || NAMES_LIST.test(fragment) || (opensBlock && labels.has(fragment))) shared.add(fragment)
    labels.set(fragment, label)
  }
  return shared
}
const NAMES_LIST = /^(?:references?|notes|footnotes|endnotes|bibliography|sources|citations)$/i
