import { formatNumber } from '../office/number-format.ts'
import { childOf, visitElements, type XmlElement } from '../xml/read-xml.ts'

export type NoteKind = 'footnote' | 'endnote'
/** How one series of notes is numbered. */
interface Numbering { format: string; start: number; restart: 'continuous' | 'eachSect' | 'eachPage' }

/** Word's own numbering where a file says nothing: 1, 2, 3 for footnotes, i, ii, iii for endnotes. */
const USUAL: Record<NoteKind, string> = { footnote: 'decimal', endnote: 'lowerRoman' }

/** Gives each note mark the number that the reader sees, as the text is walked through. */
export interface NoteNumbers {
  next(kind: NoteKind): string
  /** The paragraph that ends a section has been read. */
  endSection(): void
  endPage(): void
  /** Whether numbers depend on where pages break, which only the last program that saved the file knew. */
  readonly dependsOnPages: boolean
}

const propertiesOf = (parent: XmlElement | undefined, kind: NoteKind): XmlElement | undefined => childOf(parent, kind === 'footnote' ? 'w:footnotePr' : 'w:endnotePr')

/** `body` is read once for its sections, whose numbering stands at their end. */
export function numberNotes(body: XmlElement, settings: XmlElement | null): NoteNumbers {
  const sections: XmlElement[] = []
  visitElements(body, (element) => {
    if (element.name === 'w:sectPr') sections.push(element)
    return element.name !== 'w:sectPr' && element.name !== 'w:r'
  })
  const numberingOf = (kind: NoteKind, section: number): Numbering => {
    const sources = [propertiesOf(sections[section], kind), propertiesOf(settings ?? undefined, kind)]
    const valueOf = (name: string): string | undefined => sources.map((source) => childOf(source, name)?.attributes['w:val']).find((value) => value !== undefined)
    return { format: valueOf('w:numFmt') ?? USUAL[kind], start: Number(valueOf('w:numStart') ?? 1) || 1, restart: (valueOf('w:numRestart') ?? 'continuous') as Numbering['restart'] }
  }
  let section = 0
  let current = { footnote: numberingOf('footnote', 0), endnote: numberingOf('endnote', 0) }
  const numbers: Record<NoteKind, number> = { footnote: current.footnote.start, endnote: current.endnote.start }
  let dependsOnPages = false
  return {
    next(kind) {
      if (current[kind].restart === 'eachPage') dependsOnPages = true
      return formatNumber(numbers[kind]++, current[kind].format)
    },
    endSection() {
      section++
      current = { footnote: numberingOf('footnote', section), endnote: numberingOf('endnote', section) }
      for (const kind of ['footnote', 'endnote'] as const) if (current[kind].restart === 'eachSect') numbers[kind] = current[kind].start
    },
    endPage() {
      if (current.footnote.restart === 'eachPage') numbers.footnote = current.footnote.start
    },
    get dependsOnPages() {
      return dependsOnPages
    },
  }
}
