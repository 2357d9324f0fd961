import type { CslItem, CslName } from '../citation.ts'
import { HOLE, tidy, type Scratch } from './scratch.ts'

/** "Иванов И. И., Петров П. П." */
const NAMES = /^((?:\p{Lu}[\p{Ll}-]+(?:-\p{Lu}\p{Ll}+)?,?\s(?:\p{Lu}\.\s?){1,2}(?:,\s|\s?(?:и др\.)?\s*))+)/u
const ONE_NAME = /(\p{Lu}[\p{Ll}-]+(?:-\p{Lu}\p{Ll}+)?),?\s((?:\p{Lu}\.\s?){1,2})/gu
/** ГАРФ. Ф. 5446. Оп. 1. Д. 12. Л. 3. */
const ARCHIVE = /^(\p{Lu}[\p{L} ]{1,40}?)\.\s(Ф\.\s?\d.*)$/u
const PUBLISHED = /(?:^|[.–—,]\s?)\s*(\p{Lu}[\p{L}-]*\.?(?:;\s\p{Lu}[\p{L}-]*\.?)?)\s?:\s*([^,.:\uE000-\uE00F]{2,60}),?\s*(?=[\uE000-\uE00F])/u
const PIECES: readonly [field: 'volume' | 'issue', pattern: RegExp][] = [['volume', /(?<!\p{L})Т\.\s?(\d{1,4}|[IVXLC]+)/u], ['issue', /№\s?(\d{1,4}(?:[–/-]\d{1,4})?)/u], ['issue', /(?<!\p{L})Вып\.\s?(\d{1,4})/u]]
/** "300 с.": how long a book is. */
const LENGTH = /(?<!\p{L})\d{1,4}\s?с\./u

/** References as Russian standards write them (ГОСТ Р 7.0.5): "Иванов И. И. Название // Журнал. 2010. № 3. С. 14–16." Dates, addresses and pages are taken already. Null for other scripts. */
export function readRussian(scratch: Scratch): CslItem | null {
  if (!/\p{Script=Cyrillic}{2}/u.test(scratch.text)) return null
  const archive = ARCHIVE.exec(scratch.text.replace(/[\uE000-\uE00F]/g, ' '))
  if (archive) {
    scratch.text = ''
    return { type: 'manuscript', archive: archive[1]!, archive_location: tidy(archive[2]!) }
  }
  const item: CslItem = { type: 'document' }
  const names = NAMES.exec(scratch.text)
  if (names) {
    item.author = [...names[1]!.matchAll(ONE_NAME)].map(([, family, given]): CslName => ({ family: family!, given: given!.trim() }))
    scratch.text = scratch.text.slice(names[0].length)
  }
  for (const [field, pattern] of PIECES) {
    const match = item[field] === undefined ? scratch.take(pattern, HOLE.volume) : null
    if (match) item[field] = match[1]!
  }
  scratch.take(LENGTH, '')
  const [first, second] = scratch.text.split(/\s\/\/\s/) as [string, string?]
  if (second !== undefined) {
    const [container = '', ...rest] = second.split(/\.\s|\s[–—]\s|[\uE000-\uE00F]/u)
    scratch.text = rest.join('. ')
    return { ...item, title: tidy(first), 'container-title': tidy(container), type: 'article-journal' }
  }
  const published = PUBLISHED.exec(scratch.text)
  if (published) {
    const rest = scratch.text.slice(published.index + published[0].length)
    item.title = tidy(scratch.text.slice(0, published.index))
    scratch.text = rest.replace(/[–—]/g, ' ')
    return { ...item, 'publisher-place': published[1]!, publisher: tidy(published[2]!), type: 'book' }
  }
  if (!names) {
    const [words = '', ...others] = scratch.text.split(/[\uE000-\uE00F]/u)
    scratch.text = others.join(' ')
    return { ...item, title: tidy(words) }
  }
  const [title = '', ...rest] = scratch.text.split(/\.\s|\s[–—]\s|[\uE000-\uE00F]/u)
  scratch.text = rest.join('. ')
  return tidy(title) === '' ? item : { ...item, title: tidy(title) }
}
