import type { Fact, Hedge } from './fact.ts'
import { isNameWord } from './names.ts'
import { matchesOf, Taken, type Parser } from './parser.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = 'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?'
const YEAR = '1[0-9]{3}|20[0-9]{2}'
const CENTURIES: Record<string, number> = {
  eleventh: 11, twelfth: 12, thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17, eighteenth: 18, nineteenth: 19, nineteen: 19, twentieth: 20, 'twenty-first': 21,
}
type Period = { from: string | null; to: string | null; hedge?: Hedge }
const two = (value: string | number): string => String(value).padStart(2, '0')
const monthOf = (word: string): string => two(MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1)
const single = (iso: string): Period => ({ from: iso, to: iso })
const years = (from: number, to: number): Period => ({ from: String(from), to: String(to) })

/** Thirds of a year and of a decade: "early 2021" is January to April. */
const PARTS: Record<string, [string, string]> = { early: ['01', '04'], mid: ['05', '08'], late: ['09', '12'] }
const PART = '(?:(early|mid|late)[- ](?:in )?(?:the )?)?'

/** Most exact first; a later pattern leaves alone what an earlier one read. */
const PATTERNS: { pattern: RegExp; period: (match: RegExpMatchArray) => Period | null }[] = [
  { pattern: new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? (${YEAR})\\b`, 'g'), period: (m) => single(`${m[3]}-${monthOf(m[1]!)}-${two(m[2]!)}`) },
  { pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH}),? (${YEAR})\\b`, 'g'), period: (m) => single(`${m[3]}-${monthOf(m[2]!)}-${two(m[1]!)}`) },
  { pattern: new RegExp(`\\b(${YEAR})-(0[1-9]|1[0-2])-([0-2]\\d|3[01])\\b`, 'g'), period: (m) => single(m[0]) },
  { pattern: /(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/g, period: (m) => single([m[1], m[2] && two(m[2]), m[3] && two(m[3])].filter(Boolean).join('-')) },
  { pattern: new RegExp(`\\b(${MONTH}) (?:to|–|-) (${MONTH}),? (${YEAR})\\b`, 'g'), period: (m) => ({ from: `${m[3]}-${monthOf(m[1]!)}`, to: `${m[3]}-${monthOf(m[2]!)}` }) },
  { pattern: new RegExp(`\\b(${MONTH}),? (?:of )?(${YEAR})\\b`, 'g'), period: (m) => single(`${m[2]}-${monthOf(m[1]!)}`) },
  { pattern: new RegExp(`\\bQ([1-4]) (${YEAR})\\b`, 'g'), period: (m) => ({ from: `${m[2]}-${two(Number(m[1]) * 3 - 2)}`, to: `${m[2]}-${two(Number(m[1]) * 3)}` }) },
  { pattern: new RegExp(`\\b([Bb]etween |[Ff]rom )?(${YEAR})(?: ?[–—-] ?| to | until | through | and )(${YEAR}|\\d{2})(?![\\d,%]|-\\d)`, 'g'), period: yearRange },
  { pattern: new RegExp(`\\b${PART}(1[0-9]{2}0|20[0-9]0)['’]?s\\b`, 'gi'), period: (m) => decade(Number(m[2]), m[1]) },
  { pattern: new RegExp(`\\b(?:(early|mid|late)[- ](?:the )?|(first|second|latter) half of the )?(\\d{1,2}(?:st|nd|rd|th)|${Object.keys(CENTURIES).join('|')})[- ]centur(?:y|ies)\\b`, 'gi'), period: century },
  { pattern: new RegExp(`\\b(?:(since|after|until|till|before|by|around|about|circa|c\\.|as of)(?: the)? (?:end of )?)?${PART}(?<![$€£¥#.,/])(?<!\\d[–—-])(${YEAR})(?![\\d%/]|[.,]\\d|[–—-]\\d|['’]s\\b)\\b`, 'gi'), period: year },
]

function yearRange(match: RegExpMatchArray): Period | null {
  // "between 2016 and 2020" is a period, "in 2016 and 2020" is two years.
  if (match[0].includes(' and ') && !/^between/i.test(match[1] ?? '')) return null
  const from = Number(match[2])
  const to = match[3]!.length === 2 ? Math.floor(from / 100) * 100 + Number(match[3]) : Number(match[3])
  return to > from ? years(from, to) : null
}

function decade(start: number, part?: string): Period {
  const [from, to] = part ? ({ early: [0, 3], mid: [4, 6], late: [7, 9] } as Record<string, [number, number]>)[part.toLowerCase()]! : [0, 9]
  return years(start + from, start + to)
}

function century(match: RegExpMatchArray): Period | null {
  const number = CENTURIES[match[3]!.toLowerCase()] ?? Number.parseInt(match[3]!, 10)
  if (number < 1 || number > 21) return null
  // The 20th century is 1901 to 2000.
  const first = (number - 1) * 100 + 1
  const part = (match[1] ?? match[2] ?? '').toLowerCase()
  const [from, to] = ({ early: [0, 33], mid: [34, 66], late: [67, 99], first: [0, 49], second: [50, 99], latter: [50, 99] } as Record<string, [number, number]>)[part] ?? [0, 99]
  const iso = (value: number): string => String(value).padStart(4, '0')
  return { from: iso(first + from), to: iso(first + to) }
}

function year(match: RegExpMatchArray): Period | null {
  const [, bound, part, digits] = match
  const [from, to] = part ? PARTS[part.toLowerCase()]!.map((month) => `${digits}-${month}`) as [string, string] : [digits!, digits!]
  switch (bound?.toLowerCase()) {
    case 'since': return { from, to: null, hedge: 'at-least' }
    case 'after': return { from: to, to: null, hedge: 'more-than' }
    case 'by': case 'until': case 'till': return { from: null, to, hedge: 'at-most' }
    case 'before': return { from: null, to: from, hedge: 'less-than' }
    case 'around': case 'about': case 'circa': case 'c.': return { from, to, hedge: 'about' }
    default: return { from, to }
  }
}

/** What a bare four-digit figure follows when it is a year; otherwise a plural noun after it makes it a count ("2000 workers"). */
const YEAR_CUE = /(?:\b(?:in|of|from|to|and|during|the|for|this|year|spring|summer|autumn|fall|winter|a|an|on|at|between|through|than|its|his|her|their|until|late|early)|[(,;–—-])\s?$/i
const COUNTED = /^\s(?:[a-z]+ )?[a-z]{3,}s\b/
/** "Industrial Strategy 2050", "MIC 2025": after a capitalised word the year belongs to a name. */
const WORD_BEFORE = /(?:^|\s)[“"‘(]?(\p{L}[\p{L}.]*)\s$/u

/** Dates and periods, in ISO 8601 at the precision printed; open ends are null. */
export const findDates: Parser = ({ text }, isTaken) => {
  if (!/\d{3}|centur/.test(text)) return []
  const facts: Fact[] = []
  const own = new Taken(text.length)
  for (const { pattern, period } of PATTERNS) for (const match of matchesOf(pattern, text)) {
    const span = { start: match.index, end: match.index + match[0].length }
    if (isTaken(span) || own.has(span)) continue
    if (/^\d{4}$/.test(match[0]) && !isYear(text, span.start, span.end)) continue
    const read = period(match)
    if (!read) continue
    facts.push({ kind: 'date', span, hedge: read.hedge ?? 'exact', from: read.from, to: read.to })
    own.add(span)
  }
  return facts.sort((a, b) => a.span.start - b.span.start)
}

function isYear(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 30), start)
  if (YEAR_CUE.test(before)) return true
  const word = WORD_BEFORE.exec(before)
  if (word && isNameWord(word[1]!)) return false
  return !COUNTED.test(text.slice(end, end + 30))
}
