import type { Bibliography, Entry } from './bibliography.ts'
import { isPlace } from './works/publishing.ts'

/** One work named by author and year. `names` are family names, or an institution; `isCertain` when its form can hardly be anything else. */
export interface AuthorDate { label: string; names: string[]; year: string; pinpoint: string | null; isCertain: boolean; entry: Entry | null }

const SIGNAL = /^(?:(?:but |and )?(?:see(?: also| for (?:example|instance)| e\.g\.,?)?|cf\.?|e\.g\.,?|i\.e\.,?|also|compare|quoted (?:in|by|from)|cited (?:in|by)|as (?:quoted|cited) (?:in|by)|adapted from|after|from|in|by|following|for (?:example|instance)(?:, see)?|for an? [\p{L} ]{3,30}, see|contra|sources?:?|data from|based on|according to)(?=[\s,:])[,:]?\s+)+/iu
const PARTICLES = '(?:(?:van|von|de|der|den|du|da|di|del|della|la|le|al|el|bin|ten|ter)\\s+){0,2}'
const WORD = '\\p{Lu}[\\p{L}\\p{M}’\'-]*'
const PERSON = `${PARTICLES}(?:\\p{Lu}\\.\\s?){0,3}${WORD}`
/** Up to eight words of an institution: "World Bank", "Ministry of Finance of the People's Republic". */
const INSTITUTION = `${WORD}(?:\\s(?:of|for|the|and|&|on|in)){0,2}(?:\\s${WORD}(?:\\s(?:of|for|the|and|&|on|in)){0,2}){0,7}`
const YEAR = '(?:\\[?1[4-9]\\d\\d\\]?\\s?[/,]?\\s?)?(?:(?:1[4-9]|20)\\d\\d(?:[–-](?:\\d{4}|\\d\\d))?[a-z]?|n\\.\\s?d\\.|forthcoming|in press)'
const PLACE = '(?:(?:pp?|ch(?:s|ap)?|chapter|secs?|section|paras?|vol|fig|table|n|art|app|§|¶)\\.?\\s?)?[A-Z]?(?:\\d+(?:\\.\\d+)*|[ivxlc]+\\b)(?:\\s?[–—-]\\s?[A-Z]?\\d+)?(?:ff?\\.?)?(?:\\s?(?:,|and|&)\\s?(?:pp?\\.\\s?)?\\d+(?:\\s?[–-]\\s?\\d+)?)*'
const REMARK = '(?:[,;]?\\s(?:emphasis|italics|my|our|translation|translated|original|cited|quoted|as cited|in)\\b[^;]{0,60})?'

const PIECE = new RegExp(`^(?<names>(?:${PERSON}|${INSTITUTION})(?:(?:,\\s(?:(?:and|&)\\s)?|\\s(?:and|&)\\s)${PERSON}){0,6}(?<others>,?\\s(?:et al\\.?|and others|and colleagues))?)(?:['’]s?)?(?<comma>,)?\\s+\\(?(?<years>${YEAR}(?:,\\s?(?:${YEAR}|[a-z](?=\\W|$)))*)\\)?(?:(?:,|:|\\s)\\s?(?:at\\s)?(?<place>${PLACE}))?${REMARK}\\.?$`, 'u')
const ONLY_YEARS = new RegExp(`^(?<years>${YEAR}(?:[,;]\\s?(?:${YEAR}|[a-z](?=\\W|$)))*)(?:(?:,|:|\\s)\\s?(?<place>${PLACE}))?${REMARK}$`, 'u')
const NAMES_BEFORE = new RegExp(`(?<names>(?:${PERSON}|${WORD}(?:\\s(?:of|for|the)){0,2}(?:\\s${WORD}){1,5})(?:(?:,\\s(?:(?:and|&)\\s)?|\\s(?:and|&)\\s)${PERSON}){0,5}(?<others>,?\\s(?:et al\\.?|and others|and (?:his |her |their )?(?:colleagues|co-authors|collaborators)))?)(?:['’]s?)?\\s?$`, 'u')

/** Words before a year that are no authors. */
const NO_AUTHOR = /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter|q[1-4]|h[12]|fy|ca?|circa|since|in|from|between|until|till|by|after|before|during|around|about|early|mid|late|born|died|est|established|founded|year|years|age|aged|vol|no|part|chapter|figure|fig|table|section|sections|article|act|law|resolution|directive|regulation|version|season|episode|edition|ed|model|circa|january–|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the|a|an|and|or|as|at|to|of|on|for|with|this|that|copyright|updated|accessed|retrieved|revised|published|released|total|figures|source|note|phase|stage|step|day|week|month|windows|office|agenda|vision|horizon|olympics|games|cup|expo)\.?$/i
const isAcronym = (name: string): boolean => /^\p{Lu}[\p{Lu}&-]+$/u.test(name)

function familyNames(written: string): string[] {
  return written.replace(/,?\s(?:et al\.?|and others|and (?:his |her |their )?(?:colleagues|co-authors|collaborators))$/, '').split(/,\s(?:(?:and|&)\s)?|\s(?:and|&)\s(?=\p{Lu}\p{L}+(?:$|,|\s(?:and|&)\s)|\p{Lu}\.)/u).map((name) => name.replace(/^(?:\p{Lu}\.\s?)+/u, '').replace(/[’']s?$/, '').trim()).filter(Boolean)
}

const yearsOf = (written: string): string[] => {
  const years: string[] = []
  for (const piece of written.split(/[,;]\s?/)) {
    if (/^[a-z]$/.test(piece)) years.push(`${years.at(-1)?.slice(0, 4) ?? ''}${piece}`)
    else if (piece !== '') years.push(piece.replace(/^\[?\d{4}\]?\s?[/,]?\s?(?=\d{4})/, '').replace(/[[\]]/g, ''))
  }
  return years
}

/** `Smith 2019`, `Smith and Jones 2020a`, `Brown et al. 2018`. */
const labelOf = (names: readonly string[], hasOthers: boolean, year: string): string =>
  `${hasOthers || names.length > 3 ? `${names[0]!} et al.` : names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}` : names[0]!} ${year}`

/** The works in brackets such as "(see Smith 2019, 14; Jones and Lee 2020a)", each with its offset in `inside`; null when what stands there is anything else. */
export function readAuthorDates(inside: string, bibliography: Bibliography): { works: AuthorDate[], start: number, end: number }[] | null {
  const pieces: { works: AuthorDate[], start: number, end: number }[] = []
  let at = 0
  const parts = inside.split(';')
  for (const part of parts) {
    const start = at
    at += part.length + 1
    const trimmed = part.trim()
    const signal = SIGNAL.exec(trimmed)?.[0] ?? ''
    const match = PIECE.exec(trimmed.slice(signal.length))
    if (!match) {
      // "(Smith 2019; 2020)": the same author again.
      const before = pieces.at(-1)?.works.at(-1)
      const again = ONLY_YEARS.exec(trimmed)
      if (!before || !again) return null
      pieces.push({ works: yearsOf(again.groups!.years!).map((year) => ({ ...before, label: `${before.label.replace(/ \S+$/, '')} ${year}`, year, pinpoint: again.groups!.place ?? null, entry: bibliography.find(before.names, year) })), start, end: at - 1 })
      continue
    }
    const { names: written, others, years: printed, place, comma } = match.groups!
    const names = familyNames(written!)
    const last = names[0]!.split(' ').at(-1)!
    if (NO_AUTHOR.test(names[0]!) || NO_AUTHOR.test(names[0]!.split(' ')[0]!) || NO_AUTHOR.test(last)) return null
    const years = yearsOf(printed!)
    const isPlain = names.every((name) => !/\s/.test(name.replace(new RegExp(`^${PARTICLES}`), '')) && !isAcronym(name))
    const isCertain = isPlain && (others !== undefined || place !== undefined || (names.length > 1) || /\d[a-z]$|n\.|forth|press/.test(years[0]!) || (signal !== '' && !/^(?:in|from|after|by|data|source)/i.test(signal)) || parts.length > 1 && (comma !== undefined || !names.some(isPlace)))
    pieces.push({ works: years.map((year, index) => ({ label: labelOf(names, others !== undefined, year), names, year, pinpoint: index === years.length - 1 ? place ?? null : null, isCertain, entry: bibliography.find(names, year) })), start, end: at - 1 })
  }
  return pieces
}

/** "Smith and Jones (2020, 14)": the brackets hold years, the names stand before. `before` ends where the bracket opens. Null when no name does. `length` is that of the names. */
export function readNarrative(before: string, inside: string, bibliography: Bibliography): { works: AuthorDate[], length: number } | null {
  const match = ONLY_YEARS.exec(inside.trim())
  if (!match) return null
  const named = NAMES_BEFORE.exec(before)
  if (!named) return null
  const { years: printed, place } = match.groups!
  const { names: written, others } = named.groups!
  const years = yearsOf(printed!)
  let names = familyNames(written!).filter((name) => !NO_AUTHOR.test(name))
  if (names.length === 0) return null
  // "In Smith (2019)", "The World Bank (2015)": the longest end of what stands before that the bibliography knows is the name; else its last word.
  const year = years[0]!
  const knownEnd = (name: string): string | null => {
    const words = name.split(' ')
    const ends = words.map((_, from) => words.slice(from).join(' '))
    // "Wang Xiaoming (2014)", listed as "Wang, Xiaoming": the family name stands first.
    if (words.length === 2 && bibliography.find([words.join(', ')], year, true)) return words[0]!
    return ends.find((end) => bibliography.find([end], year)) ?? null
  }
  const known = names.findIndex((name) => knownEnd(name) !== null)
  names = known >= 0 ? [knownEnd(names[known]!)!, ...names.slice(known + 1)] : names.map((name) => name.split(' ').at(-1)!)
  const isCertain = names.every((name) => !isAcronym(name)) && (others !== undefined || place !== undefined || /\d[a-z]$/.test(years[0]!))
  return {
    works: years.map((year, index) => ({ label: labelOf(names, others !== undefined, year), names, year, pinpoint: index === years.length - 1 ? place ?? null : null, isCertain, entry: bibliography.find(names, year) })),
    length: named[0].length,
  }
}
