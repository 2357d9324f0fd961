import { CIRCLED, plainDigits } from '#shared/document/note-opening.ts'
import { opensWith, ownLabelOf, startOfNote, withOwnWords, type PageNote } from './note-places.ts'
import { BLOCK_ELEMENTS, blockOf, isElement, isText, walk, type PageElement, type PageNode } from './nodes.ts'

/** `href` where the note stands in another file. */
export interface NoteLink { label: string; target: string; href?: string }

/** What a page's own markup says about notes by its links; `note-elements.ts` knows the notes that need none. */
export interface PageNotes {
  /** Links on words of the text whose mark the page does not show: it is written behind them. */
  unmarked: ReadonlySet<PageElement>
  /** Elements whose words are a note mark. */
  marks: ReadonlyMap<PageElement, NoteLink>
  /** Elements at which a note's text starts; it ends with `within`. */
  definitions: ReadonlyMap<PageElement, PageNote>
  /** Links back from a note to its mark: furniture of the page, not words of the note. */
  backLinks: ReadonlySet<PageElement>
}

/** A note mark is a number, a letter or a sign, with or without brackets. */
const MARK_TEXT = new RegExp(`^[\\s[({]*((?:(?:(?:foot|end)note|n(?:ote|b)?)[\\s.]*)?\\d{1,4}|[a-z]{1,2}|[ivxl]{1,5}|[*†‡§¶#]{1,3}|[⁰¹²³⁴-⁹]{1,4}|[${CIRCLED}])[\\s\\])}.:]*$|^\\s*\\[(\\p{L}[\\p{L}-]{0,15}\\s\\d{1,4})\\]\\s*$`, 'iu')
const NOTE_ID = /^_?(?:fn|ftn|ftnt|footnote|foot|note|endnote|edn|en|cite[_-]?note|ref(?:erence)?|n|r|sdfootnote|sdendnote|bib|b|cit)[-_.:]?[\w.:-]*$/i
const NOTE_CLASS = /\b(?:foot-?note|end-?note|note-?ref|reference|cite|citation|fn)\b/i
const NOTE_ROLES = new Set(['doc-footnote', 'doc-endnote', 'doc-biblioentry', 'footnote', 'endnote', 'rearnote'])
const BACK_GLYPH = /^(?:[\s[(↩↵↑^⤴⏎←⇑⮐▲◎]|\uFE0E)*(?:[↩↵↑^⤴⏎←⇑⮐▲◎]\uFE0E?|(?:(?:go|jump|scroll)\s)?(?:back|return|up|zurück|retour)(?:\s(?:up|to(?:\s(?:the\s)?(?:main\s)?(?:text|content|article|top|body|page|reference|citation|note|footnote)(?:\s\d{1,4})?(?:\sreferrer)?)?))?)(?:[\s\])^.↩↵↑⤴⏎←⇑⮐▲◎]|\uFE0E)*$/i
/** One of several links back: "a", "ab", "2.0", and what is read aloud before it. */
const BACK_NUMBER = /^(?:[Jj]ump (?:back |up )?to:?\s*|[Jj]ump up:?\s*)?(?:[a-z]{1,2}|\d{1,3}\.\d{1,3})$/
const BACK_ID = /ref|back|tag|src|anc|body/i
/** A page's own name for the heading above its notes, by which it describes links to them. */
const DESCRIBED_AS_NOTE = /note/i
/** What no note is, unless its class says so. */
const NO_NOTE = /^h[1-6]$|^(?:section|article|main|body|table|img|figure)$/
/** The words of an anchor that could be a mark. */
const LONGEST_MARK = 24

const fragmentOf = (element: PageElement): string | null => {
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
const idsOf = (element: PageElement): string[] => [element.getAttribute('id'), element.localName === 'a' ? element.getAttribute('name') : null].filter((id) => id !== null && id !== '') as string[]
const typesOf = (element: PageElement): string[] => `${element.getAttribute('role') ?? ''} ${element.getAttribute('epub:type') ?? ''}`.toLowerCase().split(/\s+/)
const isWithin = (node: PageNode, test: (element: PageElement) => boolean): boolean => {
  for (let [at, steps] = [node.parentNode, 0] as [PageNode | null, number]; at && isElement(at) && steps < 4; at = at.parentNode, steps++) if (test(at)) return true
  return false
}

/** Whether the markup itself says that a link is a note mark (ARIA, EPUB, JATS, rel="footnote"). */
const isDeclared = (element: PageElement): boolean => typesOf(element).some((type) => /noteref/.test(type))
  || /^(?:foot|end)note$/i.test(element.getAttribute('rel') ?? '') || element.getAttribute('ref-type') === 'fn'
const isClassedAsNote = (element: PageElement): boolean => NOTE_CLASS.test(element.getAttribute('class') ?? '')
const describes = (element: PageElement): boolean => DESCRIBED_AS_NOTE.test(element.getAttribute('aria-describedby') ?? '')

const RAISED_DIGITS = new RegExp(`^(?:[⁰¹²³⁴-⁹]+|[${CIRCLED}])$`)
/** `[n 1]` → `n 1`, `¹` → `1`; null when the words are no mark. */
export function labelOf(words: string): string | null {
  if (words.length > LONGEST_MARK) return null
  const match = MARK_TEXT.exec(words.replace(/\s+/g, ' '))
  const label = match?.[1]?.replace(/^(?:foot|end)note\s*/i, '') ?? match?.[2]
  if (label === undefined) return null
  return RAISED_DIGITS.test(label) ? plainDigits(label) : label.replace(/\s+/g, ' ')
}

/** `hasProse`: words of the text, not of other links, stand before it in its block. */
interface Anchor { element: PageElement; fragment: string; words: string; order: number; opensBlock: boolean; hasProse: boolean }

/** Reads which links are note marks, where their notes stand, and which links lead back. Linear in the page. */
export function findPageNotes(root: PageElement): PageNotes {
  const byId = new Map<string, { element: PageElement, order: number }>()
  const anchors: Anchor[] = []
  const declared: PageElement[] = []
  let order = 0
  let hasWords = false
  let hasProse = false
  const listed = new Map<PageNode, number>()
  let term: PageElement | null = null
  const termOf = new Map<PageElement, PageElement>()
  walk(root, (node) => {
    order++
    if (isText(node) && /[\p{L}\p{N}]/u.test(node.nodeValue ?? '')) {
      hasWords = true
      hasProse ||= (node.parentNode as PageElement).localName !== 'a' && /\p{L}{2}/u.test(node.nodeValue ?? '')
    }
    if (!isElement(node)) return
    if (BLOCK_ELEMENTS.has(node.localName)) [hasWords, hasProse] = [false, false]
    if (node.localName === 'li' && node.parentNode) listed.set(node.parentNode, (listed.get(node.parentNode) ?? 0) + 1).set(node, listed.get(node.parentNode)!)
    for (const id of idsOf(node)) if (!byId.has(id)) byId.set(id, { element: node, order })
    const fragment = node.localName === 'a' || node.localName === 'xref' ? fragmentOf(node) : null
    if (fragment !== null) anchors.push({ element: node, fragment, words: wordsOf(node), order, opensBlock: !hasWords, hasProse })
    if (typesOf(node).some((type) => NOTE_ROLES.has(type))) declared.push(node)
    if (node.localName === 'dt') term = node
    else if (node.localName === 'dd' && term?.parentNode === node.parentNode) termOf.set(node, term!)
  })
  const marks = new Map<PageElement, NoteLink>()
  const targets = new Map<string, { label: string, element: PageElement }>()
  const linksTo = new Set<string>()
  const shared = sharedAims(anchors)
  for (const { fragment } of anchors) linksTo.add(fragment)

  const unmarked = new Set<PageElement>()
  const unmarkedLabels = new Map<string, string>()
  for (const anchor of anchors) {
    const { element, fragment, words } = anchor
    const target = byId.get(fragment)
    const isLinkedBack = idsOf(element).some((id) => linksTo.has(id))
    if (leadsBack(anchor, target?.order) || (shared.has(fragment) && (!target || NO_NOTE.test(target.element.localName)))) continue
    if (words === '' && !(target && (isDeclared(element) || (NOTE_ID.test(fragment) && /\d/.test(fragment) && isLinkedBack)) && holdsImage(element))) continue
    if (target && NO_NOTE.test(target.element.localName) && !isClassedAsNote(target.element)) continue
    let label = labelOf(words)
    if (label === null && isDeclared(element)) label = element.getAttribute('data-label') ?? (words !== '' && words.length <= LONGEST_MARK ? words : null)
    if (label === null && target && (words === '' || isDeclared(element) || (describes(element) && isLinkedBack))) {
      label = unmarkedLabels.get(fragment) ?? String(unmarkedLabels.size + 1)
      unmarkedLabels.set(fragment, label)
      unmarked.add(element)
    }
    const isBelow = target !== undefined && target.order > anchor.order && anchor.hasProse
    if (label === null && isBelow) label = opensWith(target.element, words) ? /^\[([^[\]]+)\]$/.exec(words)?.[1] ?? null : null
    if (label === null || (!unmarked.has(element) && !isMark(anchor, isLinkedBack) && !(isBelow && (opensWith(target.element, label) || String(listed.get(target.element)) === label)))) continue
    marks.set(element, { label, target: fragment, ...fileOf(element) })
    if (target && !targets.has(fragment)) targets.set(fragment, { label, element: startOfNote(target.element) })
  }
  for (const element of declared) {
    const id = idsOf(element)[0]
    if (id !== undefined && !targets.has(id)) targets.set(id, { label: element.getAttribute('data-label') ?? numberIn(id), element })
  }
  for (const anchor of anchors) {
    const id = idsOf(anchor.element)[0]
    const label = labelOf(anchor.words)
    if (id !== undefined && label !== null && !marks.has(anchor.element) && anchor.opensBlock && BACK_ID.test(anchor.fragment) && NOTE_ID.test(id) && !targets.has(id)) targets.set(id, { label, element: anchor.element })
  }
  for (const { element, fragment } of anchors) {
    if (!isBackLink(element) || byId.has(fragment)) continue
    const note = holderWithId(element)
    if (!note) continue
    const id = idsOf(note)[0]
    if (id !== undefined && !targets.has(id)) targets.set(id, { label: numberIn(id), element: note })
  }
  const definitions = new Map<PageElement, PageNote>()
  for (const [target, { label, element }] of targets) {
    const cell = blockOf(element)
    // A note in a table: its label has a cell of its own.
    const block = (cell.localName === 'td' || cell.localName === 'th') && labelOf(wordsOf(cell)) !== null && cell.parentNode && isElement(cell.parentNode) ? cell.parentNode : cell
    const within = block.localName === 'p' && block.parentNode && isElement(block.parentNode) && block.parentNode.localName === 'li' ? block.parentNode
      : block.localName === 'dt' ? lastOfTerm(block) : block
    const start = element === block || !isFirstIn(element, block) ? element : block
    definitions.set(start, { label, target, within, own: ownLabelOf(start, label) })
  }
  for (const [start, note] of definitions) note.within = withOwnWords(start, note, definitions)
  const withins = new Set([...definitions].flatMap(([start, { within }]) => [start, within]))
  const backLinks = new Set(anchors.filter(({ element, fragment, words }) => !marks.has(element) && isInside(element, withins)
    && (BACK_GLYPH.test(words) || (BACK_NUMBER.test(words) && BACK_ID.test(fragment)) || (labelOf(words) === null && isBackLink(element)))).map(({ element }) => element))
  // A term that is nothing but the note's label belongs to the note.
  for (const [start, { label }] of definitions) {
    const own = termOf.get(start)
    if (own && !definitions.has(own) && labelOf(wordsOf(own)) === label) backLinks.add(own)
  }
  return { marks, unmarked, definitions, backLinks }
}

/** A mark that is drawn: books show notes by a small picture. */
const holdsImage = (element: PageElement): boolean => {
  let found = false
  walk(element, (node) => void (found ||= isElement(node) && node.localName === 'img'))
  return found
}

/** Places that links with several labels lead to, or that are the list of notes by name: where the notes stand, not a note. And places on no page that the label of a note leads to, as its mark does. */
function sharedAims(anchors: readonly Anchor[]): Set<string> {
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

/** The block with an id that holds a link back to another file: the note itself. */
function holderWithId(link: PageElement): PageElement | null {
  for (let at = link.parentNode; at && isElement(at); at = at.parentNode) {
    if (at.localName === 'body' || at.localName === 'section' || at.localName === 'ol') return null
    if (idsOf(at).length > 0 && BLOCK_ELEMENTS.has(at.localName)) return at
  }
  return null
}

/** The last element that explains a term of a definition list. */
function lastOfTerm(term: PageElement): PageElement {
  let last = term
  for (let at = term.nextSibling; at; at = at.nextSibling) {
    if (!isElement(at)) continue
    if (at.localName !== 'dd') break
    last = at
  }
  return last
}

/** The other file that a link leads to, if it is one beside this page. */
function fileOf(element: PageElement): { href?: string } {
  const href = element.getAttribute('href') ?? ''
  return /^[^#:?]+#/.test(href) ? { href } : {}
}

const isBackLink = (element: PageElement): boolean => typesOf(element).some((type) => /backlink/.test(type)) || element.hasAttribute('data-footnote-backref')

const wordsOf = (element: PageElement): string => element.textContent.slice(0, 200).trim()
const numberIn = (id: string): string => /\d+(?!.*\d)/.exec(id)?.[0] ?? id

/** Whether nothing stands before an element in its block: then the note's text is the block's. */
function isFirstIn(element: PageElement, block: PageElement): boolean {
  let at: PageNode | null = block.firstChild
  while (at && at !== element) {
    if (isText(at) && /[^\s[({^↑]/.test(at.nodeValue ?? '')) return false
    at = isElement(at) && at.firstChild ? at.firstChild : nextOf(at, block)
  }
  return at === element
}

function nextOf(node: PageNode, within: PageElement): PageNode | null {
  let at: PageNode | null = node
  while (at && at !== within && !at.nextSibling) at = at.parentNode
  return at === within ? null : at?.nextSibling ?? null
}

/** A link back: its aim stands before it, and it opens a block as the label of a note does, or its aim's name says so. */
function leadsBack(anchor: Anchor, target: number | undefined): boolean {
  const isNamedSo = BACK_ID.test(anchor.fragment)
  if (target !== undefined) return target < anchor.order && (anchor.opensBlock || isNamedSo || isBackLink(anchor.element))
  return isBackLink(anchor.element) || (isNamedSo && (anchor.opensBlock || BACK_GLYPH.test(anchor.words) || BACK_NUMBER.test(anchor.words)))
}

/** A link to a place is a note mark when the markup says so, when it is raised, or when its aim is named like a note or links back. */
function isMark(anchor: Anchor, isLinkedBack: boolean): boolean {
  const { element, fragment, words } = anchor
  if (isDeclared(element) || element.localName === 'sup' || isWithin(element, ({ localName }) => localName === 'sup') || hasRaisedChild(element)) return true
  const isNamedLikeNote = NOTE_ID.test(fragment)
  const isClassed = isClassedAsNote(element)
  return (isNamedLikeNote && (isLinkedBack || isClassed || /[[({]/.test(words) || /\d$/.test(fragment))) || (isClassed && isLinkedBack)
}

const hasRaisedChild = (element: PageElement): boolean => element.firstChild !== null && isElement(element.firstChild) && element.firstChild.localName === 'sup'

/** How far up a link back looks for the note that holds it. */
const STEPS_UP = 12
function isInside(node: PageNode, elements: ReadonlySet<PageElement>): boolean {
  for (let [at, steps] = [node as PageNode | null, 0] as [PageNode | null, number]; at && steps < STEPS_UP; at = at.parentNode, steps++) if (elements.has(at as PageElement)) return true
  return false
}
