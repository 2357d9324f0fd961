import { MONTH_NAMES } from '#shared/segment/months.ts'
import type { NoteRecord } from '#shared/review/index.ts'

interface Formatted { lead: string; title: string; url: string | null }

/** Each work of a note in three parts: who and when, its title, and a web address if it names one. The raw text where nothing could be parsed. */
export const formatSources = ({ source, further = [], text }: NoteRecord): [Formatted, ...Formatted[]] => [formatWork(source, text), ...further.map((work) => formatWork(work.source, ''))]

function formatWork(source: NoteRecord['source'], text: string): Formatted {
  if (!source) return { lead: '', title: text, url: null }
  const author = source.author?.map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(' ')).join(', ')
  const [year, month, day] = source.issued?.['date-parts']?.[0] ?? []
  const date = year === undefined ? '' : [day, month === undefined ? undefined : MONTH_NAMES[month - 1], year].filter((part) => part !== undefined).join(' ')
  const lead = [author, source.publisher ?? source['container-title'], date].filter(Boolean).join(', ')
  return { lead, title: source.title ?? text, url: source.URL && /^https?:/i.test(source.URL) ? source.URL : null }
}
