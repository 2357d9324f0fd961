import { opensWith, ownLabelOf, startOfNote, withOwnWords, type PageNote } from './note-places.ts'
import { BLOCK_ELEMENTS, blockOf, isElement, isText, walk, type PageElement, type PageNode } from './nodes.ts'
import { BACK_GLYPH, BACK_ID, BACK_NUMBER, describes, fragmentOf, holdsImage, idsOf, isBackLink, isClassedAsNote, isDeclared, isMark, leadsBack, NOTE_ID, sharedAims, typesOf, type Anchor } from './note-anchors.ts'
import { labelOf, LONGEST_MARK } from './note-labels.ts'

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

const NOTE_ROLES = new Set(['doc-footnote', 'doc-endnote', 'doc-biblioentry', 'footnote', 'endnote', 'rearnote'])
/** What no note is, unless its class says so. */
const NO_NOTE = /^h[1-6]$|^(?:section|article|main|body|table|img|figure)$/
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

/** How far up a link back looks for the note that holds it. */
const STEPS_UP = 12
function isInside(node: PageNode, elements: ReadonlySet<PageElement>): boolean {
  for (let [at, steps] = [node as PageNode | null, 0] as [PageNode | null, number]; at && steps < STEPS_UP; at = at.parentNode, steps++) if (elements.has(at as PageElement)) return true
  return false
}
