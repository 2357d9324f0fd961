import type { CslItem } from './citation.ts'
import { fold } from './bibliography.ts'
import { plainAddress } from './links.ts'

const plain = (words: string): string => fold(words).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/**
 * What makes two references one work: the same DOI, else the same page of the web, else the same first author (or publisher), title and year. Pages are no part of it: they say where in the work.
 * A reference of which nothing is known but its words is the same only where the words are.
 */
export function workKey(source: CslItem): string {
  if (source.DOI) return `doi:${source.DOI.toLowerCase()}`
  if (source.URL) return `url:${plainAddress(source.URL)}`
  const [first] = source.author ?? []
  const who = first ? first.family ?? first.literal ?? '' : source.publisher ?? source['container-title'] ?? ''
  const year = String(source.issued?.['date-parts']?.[0]?.[0] ?? source.issued?.literal ?? '')
  if (source.title || who) return `work:${[plain(who), plain(source.title ?? ''), year, source.type === 'legal_case' || source.type === 'legislation' ? `${source.volume ?? ''} ${source['container-title'] ?? ''} ${source.page ?? source.number ?? ''}` : ''].join('|')}`
  return `words:${JSON.stringify(source)}`
}
