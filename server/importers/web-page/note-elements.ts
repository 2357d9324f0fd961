import { notesInAttributes } from './attribute-notes.ts'
import { isElement, isText, walk, type PageElement } from './nodes.ts'
import { labelOf } from './note-labels.ts'
import { rowsOfNotes } from './note-tables.ts'

/**
 * A note that stands where its mark stands. `label` is what the page shows there, null where only its style sheet does. `mark` is the element that shows it.
 * `words` is the note where it stands in an attribute; `isRepeated` when a list on the page has it too.
 */
export interface InlineNote { label: string | null; mark: PageElement | null; words?: string; isRepeated?: boolean }

/** What a page's own elements say about notes that no link leads to. */
export interface NoteElements {
  /** Elements whose words are a note in the middle of its sentence. */
  inline: ReadonlyMap<PageElement, InlineNote>
  /** Elements that stand for references to entries of a bibliography, by their keys. */
  citations: ReadonlyMap<PageElement, readonly string[]>
  /** What the page's own bibliography says of each key. */
  bibliography: ReadonlyMap<string, string>
  /** Rows of tables that are notes, by their labels. */
  rows: ReadonlyMap<PageElement, string>
}

/** Elements made for notes: Distill and its predecessor. */
const NOTE_ELEMENTS = new Set(['d-footnote', 'dt-fn'])
/** Classes of notes set in the margin (Tufte CSS and its children) and at the foot (LaTeXML), when they stand within a line. */
const INLINE_NOTE_CLASS = /(?:^|\s)(?:side-?note|margin-?note|ltx_role_(?:foot|end)note|inline-(?:foot)?note|(?:foot|end)-?note[-_](?:text|content|body|tooltip|popup)|tool-?tip-?(?:text|content)|footnote_tooltip|popover-content)(?:\s|$)/i
const LINE_ELEMENTS = new Set(['span', 'small', 'cite', 'i'])
const CITE_ELEMENTS = new Set(['d-cite', 'dt-cite'])
const BIBLIOGRAPHY_TYPE = /bibliography|bibtex/i

/** Notes and citations of a page by its elements. `root` is the whole page, since bibliographies stand in its head. */
export function findNoteElements(root: PageElement): NoteElements {
  const inline = new Map<PageElement, InlineNote>()
  const citations = new Map<PageElement, readonly string[]>()
  const bibliography = new Map<string, string>()
  const ids = new Set<string>()
  const described = new Map<string, PageElement>()
  /** The element that was left last, when no words stand behind it. */
  let before: PageElement | null = null
  walk(root, (node) => {
    if (isText(node) && /\S/.test(node.nodeValue ?? '')) before = null
    if (!isElement(node)) return
    const id = node.getAttribute('id')
    if (id) ids.add(id)
    const { localName } = node
    if (NOTE_ELEMENTS.has(localName) || (LINE_ELEMENTS.has(localName) && INLINE_NOTE_CLASS.test(node.getAttribute('class') ?? ''))) {
      const mark = NOTE_ELEMENTS.has(localName) || before?.parentNode !== node.parentNode ? null : showsLabel(before)
      inline.set(node, { label: mark && labelOf(mark.textContent.trim()), mark })
      return
    }
    if (CITE_ELEMENTS.has(localName)) citations.set(node, (node.getAttribute('key') ?? node.getAttribute('bibtex-key') ?? '').split(/\s*,\s*/).filter(Boolean))
    if (localName === 'script') {
      const isBibliography = BIBLIOGRAPHY_TYPE.test(node.getAttribute('type') ?? '') || (isElement(node.parentNode!) && node.parentNode.localName === 'd-bibliography')
      if (isBibliography) for (const [key, words] of readBibliography(node.textContent)) bibliography.set(key, words)
    }
    const label = localName === 'a' ? node.textContent.slice(0, 20).trim() : ''
    const description = node.getAttribute('aria-describedby')
    if (description && /^\W{0,2}(?:\d{1,4}|[*†‡§])\W{0,2}$/.test(label)) described.set(description, node)
    const mark = described.get(node.getAttribute('id') ?? '')
    if (mark && LINE_ELEMENTS.has(localName)) inline.set(node, { label: mark.textContent.replace(/[^\p{L}\p{N}*†‡§]/gu, ''), mark })
  }, (node) => {
    if (isElement(node)) before = node
  })
  for (const [element, note] of notesInAttributes(root)) if (!inline.has(element)) inline.set(element, note)
  const rows = rowsOfNotes(root)
  const listed = new Set(rows.values())
  for (const note of inline.values()) if (note.mark && note.label !== null && (listed.has(note.label) || leadsToNote(note.mark, ids))) note.isRepeated = true
  return { inline, citations, bibliography, rows }
}

/** Whether a mark is a link, or holds one, to a place on the page that exists: the note stands there, too. */
function leadsToNote(mark: PageElement, ids: ReadonlySet<string>): boolean {
  let leads = false
  walk(mark, (node) => {
    const fragment = isElement(node) && node.localName === 'a' ? /#(.+)$/.exec(node.getAttribute('href') ?? '')?.[1] : undefined
    leads ||= fragment !== undefined && ids.has(fragment)
  })
  return leads
}

/** The element right before a note in its line where it shows the note's label: `<sup>1</sup><span class="tooltiptext">A book.</span>`. */
const showsLabel = (before: PageElement | null): PageElement | null => before !== null && LABEL_ELEMENTS.has(before.localName) && labelOf(before.textContent.trim()) !== null ? before : null
const LABEL_ELEMENTS = new Set(['sup', 'a', 'span', 'button'])

/** A bibliography in a script: BibTeX, or JSON as Distill's own template writes it ([[key, {author, title, …}], …]). One line for each entry. */
function readBibliography(source: string): Map<string, string> {
  try {
    const entries = JSON.parse(source) as unknown
    if (Array.isArray(entries)) return new Map(entries.flatMap((entry: unknown) => Array.isArray(entry) && typeof entry[0] === 'string' && entry[1] ? [[entry[0], wordsOf(entry[1] as Record<string, unknown>)] as const] : []))
  } catch {
    return readBibTeX(source)
  }
  return new Map()
}

const ENTRY = /@\w{2,30}\s*\{\s*([^\s,{}]{1,100})\s*,/g
const FIELD = /(\w{2,30})\s*=\s*/y

function readBibTeX(source: string): Map<string, string> {
  const entries = new Map<string, string>()
  for (const match of source.matchAll(ENTRY)) {
    const fields: Record<string, string> = {}
    let at = match.index + match[0].length
    while (at < source.length && source[at] !== '}') {
      FIELD.lastIndex = at
      const name = FIELD.exec(source)
      if (!name) {
        at++
        continue
      }
      const [value, end] = readValue(source, FIELD.lastIndex)
      fields[name[1]!.toLowerCase()] ??= value
      at = end
    }
    entries.set(match[1]!, wordsOf(fields))
  }
  return entries
}

/** A field's value: in braces, in quotation marks, or bare. Returns it without its signs and where it ends. */
function readValue(source: string, from: number): [value: string, end: number] {
  const first = source[from]
  let depth = 0
  let at = from
  for (; at < source.length; at++) {
    const sign = source[at]!
    if (sign === '{') depth++
    else if (sign === '}' && --depth <= 0) break
    else if (depth === 0 && at > from && (first === '"' ? sign === '"' : /[,\n]/.test(sign))) break
  }
  const isClosed = first === '{' || first === '"'
  return [source.slice(isClosed ? from + 1 : from, at), isClosed ? at + 1 : at]
}

/** An entry in one line: author. Title. Where it appeared, year. Address. */
function wordsOf(fields: Record<string, unknown>): string {
  const field = (...names: string[]): string => {
    const value = names.map((name) => fields[name]).find((each) => typeof each === 'string' || typeof each === 'number')
    return String(value ?? '').replace(/\\[a-zA-Z]+\s?|[{}\\]/g, '').replace(/\s+/g, ' ').trim()
  }
  const place = [field('journal', 'booktitle', 'publisher', 'howpublished', 'institution'), field('volume'), field('pages'), field('year', 'date')].filter(Boolean).join(', ')
  return [field('author', 'editor').replace(/ and /g, '; '), field('title'), place, field('url') || (field('doi') && `https://doi.org/${field('doi')}`)]
    .filter(Boolean).map((part) => /[.?!]$/.test(part) ? part : `${part}.`).join(' ')
}

/** Names of short codes that hold a note between them where no plug-in rendered them: `[mfn]A note.[/mfn]`. */
const SHORT_CODE = /\[(\/?)(mfn|efn_note|footnote|fn|ref)\]/g

/** Notes in short codes become elements. What is not closed stays as it is. */
export function withShortCodes(markup: string): string {
  if (!markup.includes('[/')) return markup
  const codes = [...markup.matchAll(SHORT_CODE)]
  const pieces: string[] = []
  let done = 0
  codes.forEach((code, index) => {
    const next = codes[index + 1]
    if (code[1] || !next?.[1] || next[2] !== code[2]) return
    pieces.push(markup.slice(done, code.index), '<d-footnote>', markup.slice(code.index + code[0].length, next.index), '</d-footnote>')
    done = next.index + next[0].length
  })
  return pieces.length === 0 ? markup : pieces.join('') + markup.slice(done)
}
