import { MONTH_NAMES } from '#shared/segment/months.ts'
import type { NoteRecord } from '#shared/review/index.ts'

/** A note's work in three parts: who and when, its title, and a web address if it names one. The raw text where nothing could be parsed. */
export function formatSource(note: NoteRecord): { lead: string; title: string; url: string | null } {
  const source = note.source
  if (!source) return { lead: '', title: note.text, url: null }
  const author = source.author?.map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(' ')).join(', ')
  const [year, month, day] = source.issued?.['date-parts']?.[0] ?? []
  const date = year === undefined ? '' : [day, month === undefined ? undefined : MONTH_NAMES[month - 1], year].filter((part) => part !== undefined).join(' ')
  const lead = [author, source.publisher ?? source['container-title'], date].filter(Boolean).join(', ')
  return { lead, title: source.title ?? note.text, url: source.URL && /^https?:/i.test(source.URL) ? source.URL : null }
}
