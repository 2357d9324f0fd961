import type { CslItem } from '../citation.ts'
import { DATE, dateOf } from './dates.ts'
import { HOLE, type Scratch } from './scratch.ts'

const URL_PATTERN = /(?:\b(?:available (?:at|from|online)|available(?=\s?:)|retrieved from|online at|en ligne|url|at)\b\s?:?\s*|<|\()?((?:https?:\/\/|www\.)[^\s<>"”“\]\u3002\uff0c\uff09]+)>?/i
const DOI = /(?:\bavailable(?: (?:at|from|online))?\s?:\s*)?(?:\bdoi:?\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)(10\.\d{4,9}\/[^\s"<>,;]+)|\b(10\.\d{4,9}\/[^\s"<>,;]+)/i
const ISBN = /\bISBN(?:-1[03])?:?\s*((?:97[89][-– ]?)?(?:\d[-– ]?){9}[\dX])\b/i
const PMID = /\bPMID:?\s*(\d{4,9})\b/
const OTHERS = /\b(?:ISSN:?\s*\d{4}-\d{3}[\dX]|PMC:?\s*\d+|Bibcode:?\s*\S+|hdl:?\s*\S+|OCLC:?\s*\d+|JSTOR:?\s*\w+|S2CID:?\s*\d+|LCCN:?\s*[\w-]+|ASIN:?\s*\w+|OL\s?\d+\w)\b/
const ARXIV = /\barXiv:?\s*(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+\/\d{7})(?:\s*\[[\w.-]+\])?/i
const ACCESSED = new RegExp(`[(\\[]?(?<!\\p{L})(?:last\\s+|zuletzt\\s+|letzter\\s+)?(?:accessed|retrieved|viewed|visited|checked|consulted|abgerufen|zugriff|consultée?|consultado|consultato|acceso|дата обращения)(?:\\s+(?:on|at|am|le|el|il|em))?:?\\s+(?<on>${DATE})(?:,?\\s+from)?[)\\]]?`, 'iu')
/** Every word of these has one of these stems; most notes have none. */
const MAY_BE_ACCESSED = /access|retriev|view|visit|check|consult|abgeruf|zugriff|acceso|обращ/i
const ARCHIVED = new RegExp(`[(\\[]?\\barchived(?:\\s*\\(\\w+\\))?\\s+(?:from\\s+the\\s+original|copy|at\\s+[\\w .]{1,30}?)?(?:\\s*\\(\\w+\\))?(?:\\s+on|\\s+at)?:?\\s*(?:${DATE})?[)\\]]?`, 'iu')
/** What catalogues and templates add to a reference: no part of any name or title. */
const ADDITIONS = /\s*\((?:PDF|HTML|in [A-Z]\p{L}+(?:(?:,| and) [A-Z]\p{L}+)*|online|subscription required|registration required|print|free|paywall)\)|\s*\[[Oo]nline\]\.?(?=\s*(?:[\uE000-\uE00F]|[Aa]vailable\b|https?:|doi\b|$))|\s*\[(?:online|accessed|dead link|permanent dead link)\]|\barXiv preprint\b,?|(?<=[,.;”"’)]\s)(?:[Ll]ast (?:modified|updated|revised)|[Uu]pdated)(?:\son)?\b:?|\bCite \w+ requires \|\w+= \(help\)(?:CS1[^.]*)?|\bCheck (?:date )?values in: \S+ \(help\)/u
const MOST_ADDITIONS = 6

const SITE = /^(?:https?:\/\/)?web\.archive\.org\/web\/\d+\w*\//
/** Signs that close a sentence or a bracket rather than an address. */
export const trimAddress = (printed: string): string => {
  const end = printed.slice(0, unopened(printed)).replace(/[.,;:!?'"”’[]+$/, '')
  return end.length < printed.length ? trimAddress(end) : end
}

/** Where a bracket closes that the address did not open; its length when none does. */
function unopened(printed: string): number {
  let depth = 0
  for (let at = 0; at < printed.length; at += 1) {
    if (printed[at] === '(') depth += 1
    else if (printed[at] === ')' && --depth < 0) return at
  }
  return printed.length
}

/** Takes addresses, identifiers, dates of access and what templates add. */
export function takeIdentifiers(scratch: Scratch): Partial<CslItem> {
  const found: Partial<CslItem> = {}
  if (MAY_BE_ACCESSED.test(scratch.text) && ACCESSED.test(scratch.text)) {
    const match = scratch.take(ACCESSED, HOLE.identifier)
    const on = match && dateOf(match.groups!.on!)
    if (on) found.accessed = on
  }
  if (/archived/i.test(scratch.text) && scratch.take(ARCHIVED, HOLE.identifier)) found.archive = 'archived copy'
  for (let round = 0; round < MOST_ADDITIONS && /[()[\]|]|preprint|modified|updated|revised/.test(scratch.text); round += 1) if (!scratch.take(ADDITIONS, '')) break
  if (scratch.text.includes('10.')) {
    const doi = scratch.take(DOI, HOLE.identifier)
    if (doi) found.DOI = trimAddress(doi[1] ?? doi[2]!)
  }
  for (let url = scratch.take(URL_PATTERN, HOLE.identifier); url; url = scratch.take(URL_PATTERN, HOLE.identifier)) {
    const address = trimAddress(url[1]!)
    if (SITE.test(address)) Object.assign(found, { archive: 'Internet Archive', archive_location: address })
    found.URL ??= address.replace(SITE, '')
  }
  const isbn = scratch.take(ISBN, HOLE.identifier)
  if (isbn) found.ISBN = isbn[1]!.replace(/[–\s]/g, '-')
  const pmid = scratch.take(PMID, HOLE.identifier)
  if (pmid) found.PMID = pmid[1]!
  const arxiv = scratch.take(ARXIV, HOLE.identifier)
  if (arxiv) Object.assign(found, { archive: 'arXiv', archive_location: arxiv[1] })
  const others: string[] = []
  for (let match = scratch.take(OTHERS, HOLE.identifier); match && others.length < MOST_ADDITIONS; match = scratch.take(OTHERS, HOLE.identifier)) others.push(match[0])
  if (others.length > 0) found.note = others.join(', ')
  return found
}
