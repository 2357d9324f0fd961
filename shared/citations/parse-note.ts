import type { CslItem } from './citation.ts'

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const MONTH = '(?<month>jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)'
const YEAR = '(?<year>1[5-9]\\d\\d|20\\d\\d)'
/** The ways notes write dates, most precise first. */
const DATES = [
  new RegExp(`${YEAR}[a-z]?,\\s*${MONTH}\\s+(?<day>\\d{1,2})(?!\\d)`, 'i'),
  new RegExp(`${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}`, 'i'),
  new RegExp(`(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+${YEAR}`, 'i'),
  new RegExp(`${YEAR}-(?<number>\\d{2})-(?<day>\\d{2})`),
  new RegExp(`${YEAR}年(?<number>\\d{1,2})月(?:(?<day>\\d{1,2})日)?`),
  new RegExp(`${YEAR}[a-z]?,\\s*${MONTH}\\b`, 'i'),
  new RegExp(`\\b${MONTH},?\\s+${YEAR}`, 'i'),
]
const URL = /https?:\/\/[^\s<>"”\]]+|\bwww\.[^\s<>"”\]]+/i
const DOI = /\b10\.\d{4,9}\/[^\s"<>]+/i
const PAGES = /\bpp?\.\s*(\d+(?:\s*[–—-]\s*\d+)?)/i
const ACCESSED = /[\s,;(.[]*(?:last\s+)?(?:accessed|retrieved|viewed|visited)\b(?:\s+(?:on|from|at))?[^.;)\]]{0,40}\d{4}[)\]]?|\s*retrieved from\s*$/i
const QUOTED_TITLE = /[“"«「『《]([^”"»」』》]{3,300})[”"»」』》]/
const ORGANISATION = /\b(?:times|post|news|daily|journal|press|agency|ministry|department|bureau|university|institute|organi[sz]ation|bank|council|office|forum|online|television|foundation|commission|association|committee|centre|center|group|company|review|herald|guardian|observer|network|reuters|xinhua|inc|ltd|staff|government|academy|service|society|party|congress|court)\b/i

/** A work is named at a note's opening; what follows is remarks. */
const LONGEST_READ = 2_000
/** More words than this without a date, an address or a page are a remark. */
const LONGEST_BARE_TITLE = 40

interface Issued { parts: number[]; index: number; length: number }

/** The first date of a note with the precision it is written in: [2019, 1, 23], [2019, 1] or [2019]. Days and months out of range are no date. */
function readIssued(text: string): Issued | null {
  for (const pattern of DATES) {
    const match = pattern.exec(text)
    if (!match) continue
    const { year, month, number, day } = match.groups!
    const monthNumber = number ? Number(number) : MONTHS.findIndex((name) => name.startsWith(month!.toLowerCase().replace('.', '').slice(0, 3))) + 1
    if (monthNumber < 1 || monthNumber > 12 || (day !== undefined && (Number(day) < 1 || Number(day) > 31))) continue
    return { parts: [Number(year), monthNumber, ...(day === undefined ? [] : [Number(day)])], index: match.index, length: match[0].length }
  }
  const years = [...text.matchAll(/(?<![\d/.:–-])(1[5-9]\d\d|20\d\d)(?![\d/–-])/g)]
  const bracketed = years.find(({ index }) => /[([,]\s*(?:[^()]{0,80},\s*)?$/.test(text.slice(Math.max(0, index - 90), index)) && /^[a-z]?\s*[)\],]/.test(text.slice(index + 4)))
  const year = bracketed ?? years.at(-1)
  return year ? { parts: [Number(year[1])], index: year.index, length: 4 } : null
}

/** What catalogues add in brackets, and where a copy is kept: no part of a title or a container. */
const ADDITIONS = /\s*\((?:PDF|press release|report|thesis|in [A-Z]\w+|\d+(?:st|nd|rd|th) ed\.?|online|video|podcast)\)/gi
const ARCHIVED = /\barchived\b(?: from the original)?.*$/i
/** A short reference to an author and a year: "Bain 2006, p. 69." */
const AUTHOR_YEAR = /^((?:\p{Lu}[\p{L}\p{M}'’-]+(?:,? (?:&|and|et al\.?) ?|, )?){1,4})\s*\(?(?:1[5-9]|20)\d\d[a-z]?\)?(?:[,:]\s*(?:pp?\.?\s*)?\d[\d\s,–—-]*)?\.?$/u

/** One author as written: `Smith, J. A.`, `Jane Smith`, `Ministry of Finance` (literal). */
function readAuthor(written: string): NonNullable<CslItem['author']>[number] {
  const name = written.trim().replace(/^(?:see|by|cf\.?)\s+/i, '').replace(/[,;]$/, '').trim()
  const inverted = /^(\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)?),\s*((?:\p{Lu}[\p{L}\p{M}.'’-]*\s*)+)$/u.exec(name)
  if (inverted) return { family: inverted[1]!, given: inverted[2]!.trim() }
  const words = name.split(/\s+/)
  const isPerson = words.length >= 2 && words.length <= 4 && words.every((word) => /^(?:\p{Lu}[\p{L}\p{M}'’-]*\.?|van|von|de|der|la|bin|al)$/u.test(word)) && !ORGANISATION.test(name) && words[0] !== 'The'
  return isPerson ? { family: words.at(-1)!, given: words.slice(0, -1).join(' ') } : { literal: name }
}

/** Between two names: a semicolon, "and", a comma behind an initial before the next family name, a comma behind "Jane Smith". */
const BETWEEN_NAMES = /\s*;\s*|,?\s+(?:&|and)\s+|(?<=\p{Lu}\.),\s+(?=\p{Lu}[\p{L}'’-]+,)|(?<=\p{Lu}[\p{L}.'’-]{0,30}\s\p{Lu}[\p{L}'’-]{1,30}),\s+(?=\p{Lu}[\p{L}.'’-]*\s+\p{Lu})/u

/** A list of authors, or null when there are no words. */
function readAuthors(written: string): NonNullable<CslItem['author']> | null {
  const clean = written.trim().replace(/[,;:]+$/, '').replace(/(?<!\b\p{Lu})\.$/u, '').replace(/\(eds?\.?\)$/i, '').trim()
  return clean ? clean.split(BETWEEN_NAMES).filter(Boolean).map(readAuthor) : null
}

const tidy = (words: string): string => words.replace(/\s+/g, ' ').replace(/^[\s.,;:–—-]+/, '').replace(/[\s,;:–—-]+$/, '').replace(/(?<!\b\p{Lu}|\.)\.$/u, '').trim()
const unquote = (words: string): string => tidy(words).replace(/^[“"«]([^”"»]*)[”"»]$/, '$1').replace(/[.,]$/, '')

/**
 * What a note says of its work, as CSL-JSON: the forms "Publisher. (2019, January 23) Title", APA, Chicago ("Author, “Title,” Container, date"),
 * MLA, and a bare URL. What the note does not say is absent; a note of which nothing can be told apart keeps its words as the title. Null for an empty note and for a long remark that names no work.
 */
export function parseNote(note: string): CslItem | null {
  const text = note.slice(0, LONGEST_READ).replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return null
  const url = URL.exec(text)?.[0].replace(/[.,;:)]+$/, (end) => end.includes(')') && text.includes('(') ? end.replace(/[.,;:].*$/, '') : '')
  const doi = DOI.exec(text)?.[0].replace(/[.,;)]+$/, '')
  const words = text.replace(URL, ' ').replace(/\bdoi:?\s*/i, ' ').replace(DOI, ' ').replace(ACCESSED, ' ').replace(ADDITIONS, '').replace(ARCHIVED, '').replace(/\s+/g, ' ').trim()
  const pages = PAGES.exec(words)?.[1]?.replace(/\s/g, '')
  const issued = readIssued(words)
  if (!issued && !url && !doi && !pages && words.split(' ').length > LONGEST_BARE_TITLE) return null
  const parts = readParts(words, issued)
  const item: CslItem = { type: typeOf(parts, url), ...parts }
  if (issued) item.issued = { 'date-parts': [issued.parts] }
  if (pages) item.page = pages
  if (url) item.URL = url
  if (doi) item.DOI = doi
  return item
}

type Parts = Pick<CslItem, 'title' | 'author' | 'container-title' | 'publisher'>

function readParts(words: string, issued: Issued | null): Parts {
  if (!/[\p{L}\p{N}]/u.test(words)) return {}
  const short = AUTHOR_YEAR.exec(words)?.[1]
  if (short) return { author: short.split(/,? (?:&|and) |, /).map((name) => ({ family: name.replace(/,? et al\.?/, '').trim() })) }
  if (issued) {
    const open = words.slice(0, issued.index).search(/[([]\s*$/)
    const close = /^[a-z]?\s*[)\]]/.exec(words.slice(issued.index + issued.length))
    if (open >= 0 && close) {
      const rest = words.slice(issued.index + issued.length + close[0].length)
      const before = words.slice(0, open)
      if (/[\p{L}]/u.test(rest.replace(PAGES, '')) && !QUOTED_TITLE.test(before)) return parenthesisedDate(before, rest)
    }
  }
  const quoted = QUOTED_TITLE.exec(words)
  if (quoted) return quotedTitle(words, quoted, issued)
  return dottedParts(words, issued)
}

/** "Publisher. (date) Title" and APA's "Author, A. (date). Title. Container, 3(2), 4–5." */
function parenthesisedDate(before: string, rest: string): Parts {
  const parts: Parts = {}
  const isApa = /^\s*[.,]/.test(rest)
  const names = before.trim().replace(/(?<!\b\p{Lu})[.,:]\s*$/u, '').trim()
  if (names) {
    const authors = readAuthors(names)
    const arePeople = authors?.every(({ family }) => family !== undefined)
    if (arePeople && (isApa || /,\s*\p{Lu}\./u.test(names) || !ORGANISATION.test(names)) && !/^The\b/.test(names) && names.includes(',')) parts.author = authors!
    else if (isApa && arePeople) parts.author = authors!
    else if (isApa) parts.author = [{ literal: names }]
    else parts.publisher = names
  }
  const quoted = QUOTED_TITLE.exec(rest)
  if (isApa) {
    const [title, ...others] = tidy(rest).split(/(?<=[^\p{Lu}\s.][.?!])\s+(?=\p{Lu})/u)
    parts.title = unquote(title!)
    const container = others.length > 0 ? tidy(others.join(' ').replace(/,\s*\d.*$/, '').replace(PAGES, '')) : ''
    if (container) parts['container-title'] = container
  } else parts.title = quoted && tidy(rest).startsWith(quoted[0]) && tidy(rest).length <= quoted[0].length + 2 ? unquote(quoted[0]) : tidy(rest.replace(/,?\s*\bpp?\.\s*\d[\d\s–—-]*\.?\s*$/i, ''))
  return parts
}

/** Chicago and MLA: Author, “Title,” Container, date. */
function quotedTitle(words: string, quoted: RegExpExecArray, issued: Issued | null): Parts {
  const parts: Parts = { title: unquote(quoted[1]!) }
  const before = tidy(words.slice(0, quoted.index)).replace(/^(?:see(?: also)?|cf\.?|for example|e\.g\.)[,:]?\s*/i, '')
  const after = withoutDate(words, issued, quoted.index + quoted[0].length)
  const container = tidy(after.replace(PAGES, '').split(/[,(;]|(?<!\b\p{Lu})\.\s|\bvol\.|\bno\./iu).map(tidy).find((piece) => /\p{L}{2}/u.test(piece)) ?? '').replace(/^in\s+/i, '')
  if (before && before.length < 120) {
    const authors = readAuthors(before)
    if (authors) parts.author = authors
  } else if (before) parts.title = tidy(words)
  if (container && container.length < 120) parts['container-title'] = container
  return parts
}

/** Author. Title. Publisher, date — or, when the pieces cannot be told apart, all of it as the title. */
function dottedParts(words: string, issued: Issued | null): Parts {
  const plain = tidy(withoutDate(words, issued, 0).replace(PAGES, '').replace(/\(\s*[,;:]?\s*\)/g, ''))
  const book = /^(.{3,120}?),\s+(.{3,200}?)\s*\(([^():]{2,60}:\s*)?([^()]{2,80}?),?\s*\)?$/u.exec(plain)
  if (book && readAuthors(book[1]!)?.every(({ family }) => family)) return { author: readAuthors(book[1]!)!, title: tidy(book[2]!), publisher: tidy(book[4]!) }
  const pieces = plain.split(/(?<=[^\p{Lu}\s.][.?!])\s+(?=[\p{Lu}“"])/u).map(tidy).filter(Boolean)
  if (pieces.length < 2) return plain ? { title: plain } : {}
  const authors = readAuthors(pieces[0]!)
  if (pieces[0]!.length < 100 && authors?.every(({ family }) => family)) return { author: authors, title: pieces[1]!, ...(pieces[2] ? { publisher: pieces[2] } : {}) }
  if (pieces[0]!.length < 60 && ORGANISATION.test(pieces[0]!)) return { publisher: pieces[0]!, title: pieces[1]! }
  return { title: plain }
}

const withoutDate = (words: string, issued: Issued | null, from: number): string =>
  issued && issued.index >= from ? `${words.slice(from, issued.index)} ${words.slice(issued.index + issued.length)}` : words.slice(from)

function typeOf(parts: Parts, url: string | undefined): string {
  if (url) return 'webpage'
  if (parts['container-title']) return 'article-journal'
  if (parts.author && parts.publisher) return 'book'
  return parts.title && parts.publisher ? 'article' : 'document'
}
