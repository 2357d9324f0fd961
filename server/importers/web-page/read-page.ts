import { buildDocument, type OpenMark } from '#shared/document/builder.ts'
import type { Block, BlockKind, DocumentMark } from '#shared/document/document.ts'
import { isContentsHeading, isFurniture } from '#shared/document/furniture.ts'
import { isNotesHeading, setNotesApart } from '#shared/document/note-blocks.ts'
import { readNoteOpening } from '#shared/document/note-opening.ts'
import { BLOCK_ELEMENTS, isElement, isText, walk, type PageElement, type PageNode } from './nodes.ts'
import { labelOf, type PageNotes } from './notes.ts'

/** What a page never shows as words. */
const UNSEEN = new Set('script style noscript template svg math-renderer canvas iframe object embed video audio picture img map head title meta link button input select option textarea datalist'.split(' '))
/** Page furniture by its element or role. */
const FURNITURE_ELEMENTS = new Set(['nav', 'footer', 'aside', 'menu', 'search', 'dialog'])
const FURNITURE_ROLES = /^(?:navigation|banner|contentinfo|search|complementary|menu|menubar|toolbar|dialog|alertdialog)$/
/** Classes by which pages commonly name their furniture. */
const FURNITURE_CLASS = /(?:^|\s)(?:toc|table-of-contents|breadcrumbs?|hatnote|navbox|catlinks|sharedaddy|social-share|share-buttons|cookie-(?:banner|notice|consent)|mw-jump-link)(?:\s|$)/i
const UNSEEN_CLASS = /(?:^|\s)(?:noprint|mw-editsection|screen-reader-text|sr-only|visually-hidden|mw-empty-elt)(?:\s|$)/
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i
/** Notes that stand in the middle of a sentence, without a mark: the page shows a raised number instead. */
const INLINE_NOTES = new Set(['d-footnote', 'dt-fn'])

const isUnseen = (element: PageElement): boolean => UNSEEN.has(element.localName) || element.hasAttribute('hidden')
  || UNSEEN_CLASS.test(element.getAttribute('class') ?? '') || HIDDEN_STYLE.test(element.getAttribute('style') ?? '')
const isFurnitureElement = (element: PageElement): boolean => FURNITURE_ELEMENTS.has(element.localName) || FURNITURE_ROLES.test(element.getAttribute('role') ?? '')
  || FURNITURE_CLASS.test(element.getAttribute('class') ?? '') || (element.localName === 'li' && isContentsEntry(element))

/** An entry of a table of contents: nothing but a link to a place on the same page (and a list of further entries). */
function isContentsEntry(item: PageElement): boolean {
  let link: PageElement | null = null
  for (let at = item.firstChild; at; at = at.nextSibling) {
    if (isText(at) && /\S/.test(at.nodeValue ?? '')) return false
    if (!isElement(at) || at.localName === 'ul' || at.localName === 'ol') continue
    if (link || at.localName !== 'a' || !/^#./.test(at.getAttribute('href') ?? '')) return false
    link = at
  }
  return link !== null
}

export interface ReadPage { text: string; blocks: Block[]; marks: DocumentMark[] }

/** `isFurniture` is handed down, `isOutside` (of the main content) is said of each element anew. */
interface State { kind: BlockKind; level?: number; isFurniture: boolean; isOutside: boolean; isNote: boolean; inTable: boolean }

/**
 * Text, blocks and marks of a page. `kept` are the elements of its main content (null: all): blocks outside become furniture, except notes that its marks lead to.
 * `finishedNotes` of inline notes are set behind the text as a page shows them.
 */
export function readPage(body: PageElement, notes: PageNotes, kept: ReadonlySet<PageElement> | null): ReadPage {
  const builder = buildDocument()
  const states: State[] = [{ kind: 'paragraph', isFurniture: false, isOutside: false, isNote: false, inTable: false }]
  const open = new Map<PageNode, OpenMark[]>()
  const definitions: { mark: OpenMark, within: PageElement, target: string }[] = []
  const inlineNotes: string[] = []
  const listAt: { element: PageElement, next: number, isNotes: boolean }[] = []
  let headingIsNotes = false
  const state = (): State => states.at(-1)!
  const startBlock = (): void => {
    const { kind, level, isFurniture, isOutside, isNote } = state()
    if (isNote) builder.block('note')
    else if (isFurniture || isOutside) builder.block('furniture')
    else builder.block(kind, level)
  }
  const begin = (node: PageNode, mark: OpenMark): void => void (open.has(node) ? open.get(node)!.push(mark) : open.set(node, [mark]))
  const endDefinitions = (test: (definition: (typeof definitions)[number]) => boolean): void => {
    for (let index = definitions.length - 1; index >= 0 && test(definitions[index]!); index--) builder.end(definitions.pop()!.mark)
  }

  walk(body, (node) => {
    if (isText(node)) {
      if (state().kind === 'code' && !state().isNote && !state().isFurniture && !state().isOutside) builder.writeExactly((node.nodeValue ?? '').replace(/\r\n?/g, '\n'))
      else builder.write(node.nodeValue ?? '')
      return
    }
    if (!isElement(node)) return false
    if (isUnseen(node) || notes.backLinks.has(node)) return false
    if (node.localName === 'br') {
      builder.separate('\n')
      return
    }
    if (INLINE_NOTES.has(node.localName)) {
      inlineNotes.push(node.textContent)
      const label = String(inlineNotes.length)
      const mark = builder.begin({ kind: 'note-mark', target: `inline-${label}`, label })
      builder.write(label)
      builder.end(mark)
      return false
    }
    const isBlock = BLOCK_ELEMENTS.has(node.localName)
    const definition = notes.definitions.get(node)
    if (isBlock) {
      states.push(nextState(node, state(), kept, definition !== undefined || definitions.some(({ within }) => within === node)))
      if (node.localName === 'td' || node.localName === 'th') {
        if (state().kind === 'table' && state().inTable) builder.separate('\t')
        else startBlock()
      } else startBlock()
      if (node.localName === 'ol') listAt.push({ element: node, next: Number(node.getAttribute('start') ?? 1) || 1, isNotes: headingIsNotes })
      if (/^h[1-6]$/.test(node.localName)) headingIsNotes = isNotesHeading(node.textContent.slice(0, 80).replace(/\[[^\]]*\]/g, '').trim())
    }
    if (definition) {
      endDefinitions(({ within }) => within === definition.within)
      if (!isBlock) {
        builder.block('note')
        state().isNote = true
      }
      definitions.push({ mark: builder.begin({ kind: 'note-definition', target: definition.target, label: definition.label }), within: definition.within, target: definition.target })
    } else if (node.localName === 'li' && listAt.at(-1)?.isNotes && !states.at(-2)?.isNote && listAt.at(-1)!.element === node.parentNode) {
      begin(node, builder.begin({ kind: 'note-definition', label: String(listAt.at(-1)!.next++) }))
      state().isNote = true
      startBlock()
    }
    const mark = notes.marks.get(node)
    if (mark) begin(node, builder.begin({ kind: 'note-mark', target: mark.target, label: mark.label }))
    else if (node.localName === 'a' && node.getAttribute('href')) begin(node, builder.begin({ kind: 'link', href: node.getAttribute('href')! }))
    if (node.localName === 'sup') begin(node, builder.begin({ kind: 'superscript' }))
  }, (node) => {
    for (const mark of open.get(node)?.reverse() ?? []) builder.end(mark)
    open.delete(node)
    if (!isElement(node) || isUnseen(node) || notes.backLinks.has(node) || INLINE_NOTES.has(node.localName)) return
    endDefinitions(({ within }) => within === node)
    if (!BLOCK_ELEMENTS.has(node.localName)) return
    if (listAt.at(-1)?.element === node) listAt.pop()
    const left = states.pop()!
    if ((node.localName === 'td' || node.localName === 'th') && left.inTable && left.kind === 'table') return
    startBlock()
  })
  inlineNotes.forEach((words, index) => {
    builder.block('note')
    const mark = builder.begin({ kind: 'note-definition', target: `inline-${index + 1}`, label: String(index + 1) })
    builder.write(words)
    builder.end(mark)
  })
  return settle(builder.finish())
}

function nextState(node: PageElement, before: State, kept: ReadonlySet<PageElement> | null, isNote: boolean): State {
  const { localName } = node
  const isOutside = kept !== null && localName !== 'h1' && !kept.has(node) && !hasKept(node, kept)
  const state: State = { ...before, isNote: before.isNote || isNote, isFurniture: before.isFurniture || isFurnitureElement(node), isOutside }
  delete state.level
  if (/^h[1-6]$/.test(localName)) return { ...state, kind: 'heading', level: Number(localName[1]) }
  if (localName === 'li' || localName === 'dd' || localName === 'dt') return { ...state, kind: 'list-item' }
  if (localName === 'blockquote') return { ...state, kind: 'quote' }
  if (localName === 'pre') return { ...state, kind: 'code' }
  if (localName === 'figcaption' || localName === 'caption') return { ...state, kind: 'caption' }
  if (localName === 'table') return { ...state, kind: node.getAttribute('role') === 'presentation' ? before.kind : 'table', inTable: false }
  if (localName === 'tr') return { ...state, inTable: before.kind === 'table' }
  return state
}

/** How far down a block's own content is looked at: Readability may have unwrapped the block and kept what is in it. */
const LOOK_IN = 12
function hasKept(node: PageElement, kept: ReadonlySet<PageElement>): boolean {
  let seen = 0
  for (let at = node.firstChild; at && seen < LOOK_IN; at = at.nextSibling, seen++) if (isElement(at) && kept.has(at)) return true
  return false
}

/** Blocks without words go, furniture by shape is set aside, typed openings leave the notes' spans, typed note lists become notes. */
function settle({ text, blocks, marks }: ReadPage): ReadPage {
  const furnished = blocks.filter(({ span }) => span.end > span.start)
    .map((block) => isSetAside(block.kind, text.slice(block.span.start, Math.min(block.span.end, block.span.start + 500))) ? { kind: 'furniture' as const, span: block.span } : block)
  const trimmed = marks.map((mark): DocumentMark => {
    if (mark.kind !== 'note-definition') return mark
    const words = text.slice(mark.span.start, Math.min(mark.span.end, mark.span.start + 80))
    const opening = /^\s*(?:(?:foot|end)?note\s+\w{1,5}\s*[:.]|[\^↑]+(?=\s))\s*/i.exec(words)
    const length = opening ? opening[0].length : typedOpening(words, mark.label)
    return { ...mark, span: { start: Math.min(mark.span.start + length, mark.span.end - 1), end: mark.span.end } }
  })
  return { text, blocks: setNotesApart(text, withMarkedProse(furnished, marks), { hasNoteLinks: marks.some(({ kind }) => kind === 'note-mark') }), marks: trimmed }
}

/** What carries a note mark is the author's prose (a caption, as a rule), wherever on the page it stands. Blocks and marks are in text order. */
function withMarkedProse(blocks: readonly Block[], marks: readonly DocumentMark[]): Block[] {
  const places = marks.filter(({ kind }) => kind === 'note-mark').map(({ span }) => span.start)
  let at = 0
  return blocks.map((block): Block => {
    while (at < places.length && places[at]! < block.span.start) at++
    return block.kind === 'furniture' && at < places.length && places[at]! < block.span.end ? { ...block, kind: 'paragraph' } : block
  })
}

const isSetAside = (kind: BlockKind, words: string): boolean =>
  kind === 'heading' ? isContentsHeading(words) : (kind === 'paragraph' || kind === 'list-item') && isFurniture(words)

function typedOpening(words: string, label: string | undefined): number {
  const opening = readNoteOpening(words)
  if (opening && opening.label === label) return opening.length
  const first = /^\s*(\S{1,8})\s+(?=\S)/.exec(words)
  return first && label !== undefined && labelOf(first[1]!) === label && /^\d|[[({]/.test(first[1]!) ? first[0].length : 0
}
