import { buildDocument, type OpenMark } from '#shared/document/builder.ts'
import type { DocumentMark, PageStretch, Warning } from '#shared/document/document.ts'
import { isNotesHeading } from '#shared/document/notes-heading.ts'
import { isHeadingOfNotes, nextState, RUNNING_TEXT, type State } from './block-state.ts'
import { isUnseen, pageBreakOf } from './furniture-elements.ts'
import { BLOCK_ELEMENTS, isElement, isText, walk, type PageElement, type PageNode } from './nodes.ts'
import type { NoteElements } from './note-elements.ts'
import type { PageNotes } from './notes.ts'
import { pagesOf } from './printed-pages.ts'
import { settle, type ReadPage } from './settle.ts'

/**
 * Text, blocks and marks of a page. `kept` are the elements of its main content (null: all): blocks outside become furniture, except notes that its marks lead to.
 * Notes that stand in their sentence are set behind the text as a page shows them; the bibliography's entries follow them.
 */
export function readPage(body: PageElement, notes: PageNotes & NoteElements, kept: ReadonlySet<PageElement> | null): ReadPage & { warnings: Warning[], pages?: PageStretch[] } {
  const builder = buildDocument()
  const states: State[] = [RUNNING_TEXT]
  const open = new Map<PageNode, OpenMark[]>()
  const definitions: { mark: OpenMark, within: PageElement, target: string }[] = []
  const inline = new Map([...notes.inline].map(([element, { label, ...note }], index) => [element, { ...note, target: `inline-${index + 1}`, label: label ?? String(index + 1) }]))
  const inlineMarks = new Map([...inline.values()].flatMap((note) => note.mark && !note.isRepeated ? [[note.mark, note]] : []))
  const waiting: PageElement[] = []
  const cited = new Set<string>()
  const pageBreaks: { label: string, mark: OpenMark }[] = []
  /** Notes whose words start behind the element that shows their label. */
  const behindLabel = new Map<PageNode, { within: PageElement, target: string, label: string }>()
  const listAt: { element: PageElement, next: number, isNotes: boolean }[] = []
  let headingIsNotes = false
  /** How long the text was at the last line break. */
  let lastBreak = -1
  /** How long the text was where the last cell of a table began. */
  let cellStart = 0
  const state = (): State => states.at(-1)!
  const isInRow = ({ kind, inRow, isNote }: State): boolean => inRow && kind === 'table' && !isNote
  const startBlock = (): void => {
    const { kind, level, isFurniture, isOutside, isNote } = state()
    if (isNote) builder.block('note')
    else if (isFurniture || isOutside) builder.block('furniture')
    else builder.block(kind, level)
  }
  const begin = (node: PageNode, details: Omit<DocumentMark, 'span'>): void => {
    const mark = builder.begin(details)
    if (open.has(node)) open.get(node)!.push(mark)
    else open.set(node, [mark])
  }
  const writeMarked = (words: string, details: Omit<DocumentMark, 'span'>): void => {
    const mark = builder.begin(details)
    builder.write(words)
    builder.end(mark)
  }
  const endDefinitions = (test: (definition: (typeof definitions)[number]) => boolean): void => {
    for (let index = definitions.length - 1; index >= 0 && test(definitions[index]!); index--) builder.end(definitions.pop()!.mark)
  }

  const enter = (node: PageNode): boolean | void => {
    if (isText(node)) {
      if (state().kind === 'code' && !state().isNote && !state().isFurniture && !state().isOutside) builder.writeExactly((node.nodeValue ?? '').replace(/\r\n?/g, '\n'))
      else builder.write(node.nodeValue ?? '')
      return
    }
    if (!isElement(node)) return false
    const note = inline.get(node)
    if ((isUnseen(node) && !note?.words) || notes.backLinks.has(node)) return false
    if (node.localName === 'br') {
      // Two of them part paragraphs.
      const isSecond = lastBreak === builder.length && builder.length > 0 && !state().inTable && (state().kind === 'paragraph' || state().kind === 'quote' || state().isNote)
      lastBreak = builder.length
      return isSecond ? startBlock() : builder.separate('\n')
    }
    const printed = pageBreakOf(node)
    if (printed !== null) {
      pageBreaks.push({ label: printed, mark: builder.begin({ kind: 'superscript' }) })
      builder.write(' ')
      return false
    }
    if (note) {
      if (note.isRepeated) return false
      if (!note.mark) writeMarked(note.words === undefined ? note.label : node.textContent.trim(), { kind: 'note-mark', target: note.target, label: note.label })
      waiting.push(node)
      return false
    }
    const keys = notes.citations.get(node)
    if (keys) {
      keys.forEach((key, index) => {
        builder.write(index === 0 ? ' [' : ', ')
        writeMarked(key, { kind: 'note-mark', target: `cite-${key}`, label: key })
        cited.add(key)
      })
      if (keys.length > 0) builder.write(']')
      return false
    }
    const isBlock = BLOCK_ELEMENTS.has(node.localName)
    const definition = notes.definitions.get(node)
    if (isBlock) {
      states.push(nextState(node, state(), kept, definition !== undefined || definitions.some(({ within }) => within === node)))
      if (node.localName === 'td' || node.localName === 'th') {
        if (state().kind === 'table' && state().inTable) builder.separate('\t')
        else startBlock()
        cellStart = builder.length
      } else if (node.localName === 'tr' || !isInRow(state())) startBlock()
      else if (builder.length > cellStart) builder.separate('\n')
      if (node.localName === 'ol') listAt.push({ element: node, next: Number(node.getAttribute('start') ?? 1) || 1, isNotes: headingIsNotes })
      if (/^h[1-6]$/.test(node.localName)) headingIsNotes = isNotesHeading(node.textContent.slice(0, 80).replace(/\[[^\]]*\]/g, '').trim())
      else if (isHeadingOfNotes(node)) headingIsNotes = true
    }
    if (definition) {
      endDefinitions(({ within }) => within === definition.within)
      if (!isBlock) {
        builder.block('note')
        state().isNote = true
      }
      const { own, within, target, label } = definition
      if (own === null) definitions.push({ mark: builder.begin({ kind: 'note-definition', target, label }), within, target })
      else behindLabel.set(own, { within, target, label })
    } else if (notes.rows.has(node)) {
      begin(node, { kind: 'note-definition', label: notes.rows.get(node)! })
      state().isNote = true
      startBlock()
    } else if (node.localName === 'li' && listAt.at(-1)?.isNotes && !states.at(-2)?.isNote && listAt.at(-1)!.element === node.parentNode) {
      begin(node, { kind: 'note-definition', label: String(listAt.at(-1)!.next++) })
      state().isNote = true
      startBlock()
    }
    const mark = notes.unmarked.has(node) ? undefined : notes.marks.get(node) ?? inlineMarks.get(node)
    const href = node.localName === 'a' ? node.getAttribute('href')?.replace(/[\t\n\r]|^\s+|\s+$/g, '') : null
    if (mark) begin(node, { kind: 'note-mark', target: mark.target, label: mark.label, ...('href' in mark && mark.href ? { href: mark.href } : {}) })
    else if (href && !notes.unmarked.has(node) && !(state().isNote && href.startsWith('#'))) begin(node, { kind: 'link', href })
    if (node.localName === 'sup') begin(node, { kind: 'superscript' })
  }
  const leave = (node: PageNode): void => {
    for (const mark of open.get(node)?.reverse() ?? []) builder.end(mark)
    open.delete(node)
    if (!isElement(node) || isUnseen(node) || notes.backLinks.has(node) || inline.has(node) || pageBreakOf(node) !== null) return
    const starting = behindLabel.get(node)
    if (starting) {
      behindLabel.delete(node)
      builder.separate(' ')
      definitions.push({ mark: builder.begin({ kind: 'note-definition', target: starting.target, label: starting.label }), within: starting.within, target: starting.target })
    }
    if (notes.unmarked.has(node)) writeMarked(notes.marks.get(node)!.label, { kind: 'note-mark', ...notes.marks.get(node)! })
    endDefinitions(({ within }) => within === node)
    if (!BLOCK_ELEMENTS.has(node.localName)) return
    if (listAt.at(-1)?.element === node) listAt.pop()
    const left = states.pop()!
    if ((node.localName === 'td' || node.localName === 'th') && left.inTable && left.kind === 'table') return
    if (node.localName === 'tr' || !isInRow(left)) startBlock()
    else if (builder.length > cellStart) builder.separate('\n')
  }

  walk(body, enter, leave)
  states.splice(0, states.length, { ...RUNNING_TEXT, isNote: true })
  for (const element of waiting) {
    const { target, label, words } = inline.get(element)!
    inline.delete(element)
    startBlock()
    const mark = builder.begin({ kind: 'note-definition', target, label })
    if (words === undefined) walk(element, enter, leave)
    else builder.write(words)
    builder.end(mark)
  }
  for (const key of cited) {
    const words = notes.bibliography.get(key)
    if (!words) continue
    startBlock()
    writeMarked(words, { kind: 'note-definition', target: `cite-${key}`, label: key })
  }
  const finished = builder.finish()
  const pages = pagesOf(pageBreaks.map(({ label, mark }) => ({ label, start: mark.start })), finished.text.length)
  return { ...settle(finished), ...(pages.length > 0 ? { pages } : {}) }
}
