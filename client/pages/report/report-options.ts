import { ReportFormat, ReportOptions } from '#shared/report/report.ts'

export type Section = ReportOptions['sections'][number]
/** What the page was asked for; kept in its address, so that it can be pasted to a colleague. */
export interface Chosen {
  format: ReportFormat
  sections: readonly Section[]
  withoutInternal: boolean
  onlyDisputed: boolean
}
export const SECTIONS: readonly Section[] = ReportOptions.shape.sections.unwrap().element.options
export const SECTION_WORDS: Record<Section, string> = { summary: 'Summary', article: 'The article, marked', claims: 'Claim by claim', notes: 'Notes', history: 'History' }
export const FORMAT_WORDS: Record<ReportFormat, { name: string; what: string }> = {
  html: { name: 'HTML', what: 'one page, to read, print or send' },
  md: { name: 'Markdown', what: 'for a text editor or a repository' },
  json: { name: 'JSON', what: 'everything, for programs' },
  csv: { name: 'CSV', what: 'one row per claim, for a spreadsheet' },
}

/** Reads an address; what it does not say is the whole report as HTML. */
export const chosenOf = (search: URLSearchParams): Chosen => {
  const format = ReportFormat.safeParse(search.get('format'))
  const asked = search.get('sections')?.split(',')
  return {
    format: format.success ? format.data : 'html',
    sections: asked ? SECTIONS.filter((section) => asked.includes(section)) : SECTIONS,
    withoutInternal: search.get('withoutInternal') === '1',
    onlyDisputed: search.get('onlyDisputed') === '1',
  }
}

/** The address of a choice; what is as by default is left out. */
export const searchOf = ({ format, sections, withoutInternal, onlyDisputed }: Chosen): Record<string, string> => ({
  ...(format !== 'html' && { format }),
  ...(sections.length < SECTIONS.length && { sections: sections.join(',') }),
  ...(withoutInternal && { withoutInternal: '1' }),
  ...(onlyDisputed && { onlyDisputed: '1' }),
})

/** The query the server is asked with. */
export const queryOf = ({ sections, withoutInternal, onlyDisputed }: Chosen): { sections: string; withoutInternal: '0' | '1'; onlyDisputed: '0' | '1' } => ({
  sections: sections.join(','), withoutInternal: withoutInternal ? '1' : '0', onlyDisputed: onlyDisputed ? '1' : '0',
})
