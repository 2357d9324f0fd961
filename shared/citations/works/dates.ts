import { MONTH_NAMES } from '../../segment/months.ts'
import type { CslDate } from '../citation.ts'
import { HOLE, type Scratch } from './scratch.ts'

const MONTHS = MONTH_NAMES.map((name) => name.toLowerCase())
/** The months in German, French, Spanish, Italian, Portuguese and Russian, as far as they are not English. */
const FOREIGN_MONTHS = [
  'januar|jänner|janvier|enero|gennaio|janeiro|января|январь', 'februar|février|fevrier|febrero|febbraio|fevereiro|февраля|февраль', 'märz|mars|marzo|março|марта|март', 'avril|abril|aprile|апреля|апрель',
  'mai|mayo|maggio|maio|мая|май', 'juni|juin|junio|giugno|junho|июня|июнь', 'juli|juillet|julio|luglio|julho|июля|июль', 'août|aout|agosto|августа|август', 'septembre|septiembre|settembre|setembro|сентября|сентябрь',
  'oktober|octobre|octubre|ottobre|outubro|октября|октябрь', 'novembre|noviembre|novembro|ноября|ноябрь', 'dezember|décembre|diciembre|dicembre|dezembro|декабря|декабрь',
]
const FOREIGN = new Map(FOREIGN_MONTHS.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)))
const MONTH = `(?:${FOREIGN_MONTHS.join('|')}|jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)`
const YEAR = '(?<year>1[4-9]\\d\\d|20\\d\\d)[a-z]?'
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.)?(?:\\s?[–-]\\s?\\d{1,2}(?:st|nd|rd|th)?)?'
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?'
const SEASONS = ['spring', 'summer', 'autumn', 'winter']
const SEASON = '(?<season>spring|summer|autumn|fall|winter)(?:\\s?[/–-]\\s?(?:spring|summer|autumn|fall|winter))?'
const RANGE = `(?:\\s?[/–-]\\s?${MONTH})?`

/** The ways notes write dates, most precise first. Each names its parts. */
const WRITTEN: readonly string[] = [
  `${YEAR},\\s*(?<month>${MONTH})${RANGE}\\s+${DAY}(?!\\d)`,
  `${WEEKDAY}(?<month>${MONTH})\\s+${DAY},?\\s+${YEAR}`,
  `${WEEKDAY}(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?(?:\\s?[–-]\\s?\\d{1,2})?\\s+(?:(?:of|de)\\s+)?(?<month>${MONTH})(?!\\p{L}),?\\s+(?:de\\s+)?${YEAR}`,
  `${YEAR}\\.\\s+(?<day>\\d{1,2})\\s+(?<month>${MONTH})(?!\\p{L})`,
  '(?<![\\d.])(?<day>\\d{1,2})\\.\\s?(?<number>\\d{1,2})\\.\\s?(?<year>1[4-9]\\d\\d|20\\d\\d)(?!\\d)',
  '(?<![\\d-])(?<year>1[4-9]\\d\\d|20\\d\\d)[-/](?<number>\\d{2})[-/](?<day>\\d{2})(?![\\d-])',
  '(?<year>1[4-9]\\d\\d|20\\d\\d)年(?<number>\\d{1,2})月(?:(?<day>\\d{1,2})日)?',
  `(?<day>\\d{1,2})-(?<month>${MONTH})-${YEAR}`,
  `${YEAR},\\s*(?<month>${MONTH})${RANGE}(?![\\p{L}]|,?\\s+\\d{4})`,
  `(?<month>${MONTH})${RANGE}(?:,?\\s+|-)${YEAR}`,
  `${SEASON},?\\s+${YEAR}`,
  `${YEAR},\\s*${SEASON}`,
  '(?<year>1[4-9]\\d\\d|20\\d\\d)年',
]
const DATES = WRITTEN.map((pattern) => new RegExp(`(?<![\\p{L}\\d])${pattern}`, 'iu'))
/** Any date, for patterns around it ("Retrieved …"). */
export const DATE = `(?:${WRITTEN.map((pattern) => pattern.replace(/\?<\w+>/g, '?:')).join('|')}|(?:1[4-9]|20)\\d\\d)`
const NO_DATE = /[([]?\b(?:n\.\s?d\.|no date|undated|forthcoming|in press|in preparation)[)\]]?/i
const CIRCA = /(?:\bc(?:a|irca)?\.?\s?|\[\s?c?a?\.?\s?)$/i

const monthNumber = (name: string): number => FOREIGN.get(name.toLowerCase()) ?? MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().replace('.', '').slice(0, 3))) + 1

function dateIn(match: RegExpExecArray): CslDate | null {
  const { year, month, number, day, season } = match.groups!
  if (season) return { 'date-parts': [[Number(year)]], season: SEASONS.indexOf(season.toLowerCase() === 'fall' ? 'autumn' : season.toLowerCase()) + 1 }
  const which = number ? Number(number) : month ? monthNumber(month) : 0
  if (!month && !number) return { 'date-parts': [[Number(year)]] }
  if (which < 1 || which > 12) return null
  if (day === undefined) return { 'date-parts': [[Number(year), which]] }
  return Number(day) < 1 || Number(day) > 31 ? null : { 'date-parts': [[Number(year), which, Number(day)]] }
}

/** The first date written out in some words, to the day, month or season. */
export function dateOf(words: string): CslDate | null {
  for (const pattern of DATES) {
    const match = pattern.exec(words)
    const date = match && dateIn(match)
    if (date) return date
  }
  const year = /(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/.exec(words)
  return year ? { 'date-parts': [[Number(year[1])]] } : null
}

/** A year right behind the words of a title belongs to it ("Statistical Yearbook 2019"), unless these are a name or two ("Bain 2006") or a publisher's. */
const isOfTitle = (before: string): boolean => !/:\s[^.,:]{2,40}\s$/.test(before) && (/,\s(?:The|A|An)\s[^,.]*\p{L}\s$/u.test(before) || /[\p{L}\d][”"’']?\s$/u.test(before) && before.trim().split(/\s+/).length > LONGEST_NAMES && !/\b(?:press|books?|university|verlag|publish\w*|editions?|co|ltd|inc|london|york|oxford|paris|berlin|in|of|since)\.?\s$/i.test(before))
const LONGEST_NAMES = 5

/** "Doe, Jan. 1939. The Title", "Roe, May. 2001. …": behind a family name, and before a title, a month is a given name. */
const isGivenName = (text: string, { index, 0: printed }: RegExpExecArray): boolean => /^\p{L}/u.test(printed) && /^\p{Lu}[\p{L}’'-]+,\s$/u.test(text.slice(0, index)) && /^\p{L}{3,6}\.\s\d{4}$/u.test(printed) && /^\.\s+\S/.test(text.slice(index + printed.length))

/** A year, or a range of years, with the letter that tells two works of one year apart and a mark of doubt. */
const YEARS = /(?<![\p{L}\d/.:–$€£#-])(1[4-9]\d\d|20\d\d)(?:[a-z](?![\p{L}\d]))?(?:\s?[–/-]\s?(\d{4}|\d{2})(?!\d))?(\s?\(?\?\)?)?(?![\d/]|-\d|\.\d|\p{L}|\sгод)/gu

/**
 * Takes the date of the work: the first one written to the day, month or season; else a year in brackets or between commas; else the last year.
 * A date inside a title in quotation marks was protected before and is not seen.
 */
export function takeDate(scratch: Scratch): CslDate | null {
  for (const pattern of DATES) {
    const match = pattern.exec(scratch.text)
    const date = match && dateIn(match)
    if (!match || !date || isGivenName(scratch.text, match)) continue
    scratch.cut(match.index, match.index + match[0].length, HOLE.date)
    return date
  }
  const years = [...scratch.text.matchAll(YEARS)]
  /** "(London: Penguin, 2011)": the year of printing, whatever years the title has. */
  const isPrinted = ({ index, 0: printed }: RegExpExecArray): boolean => /\([^()]{2,60}:\s[^()]{2,80},\s*$/.test(scratch.text.slice(Math.max(0, index - 150), index)) && /^\s*\)/.test(scratch.text.slice(index + printed.length))
  /** "Lancet 2019; 380: 12": the year of a volume. */
  const isIssued = ({ index, 0: printed }: RegExpExecArray): boolean => /^\s?;\s?\d{1,4}\s?[(:]/.test(scratch.text.slice(index + printed.length))
  const isApart = ({ index, 0: printed }: RegExpExecArray): boolean => {
    const before = scratch.text.slice(Math.max(0, index - 90), index)
    return (/[([]\s*(?:[^()[\]]{0,80}[,;:]\s*|c\.?\s?|ca\.?\s?|[^()[\]]{1,40}\s)?$/i.test(before) && /^\s*[)\],;]/.test(scratch.text.slice(index + printed.length))) || (/,\s*(?:c\.?\s?|ca\.?\s?)?$/.test(before) && /^[,.]?(?:\s|$)/.test(scratch.text.slice(index + printed.length)))
  }
  const isInTitle = ({ index, 0: printed }: RegExpExecArray): boolean => /^:\s\p{Lu}/u.test(scratch.text.slice(index + printed.length)) && /\p{Ll}\s$/u.test(scratch.text.slice(0, index))
  const match = years.find(isPrinted) ?? years.find(isIssued) ?? years.find(isApart) ?? years.findLast((year) => !isInTitle(year) && !isOfTitle(scratch.text.slice(0, year.index)))
  if (!match) {
    const none = scratch.take(NO_DATE, HOLE.date)
    return none ? { literal: none[0].replace(/[()[\]]/g, '').replace(/n\.\s?d\./i, 'n.d.') } : null
  }
  let start = match.index
  const [printed, year, until, doubt] = match
  const circa = CIRCA.exec(scratch.text.slice(Math.max(0, start - 8), start))
  if (circa) start -= circa[0].length
  scratch.cut(start, match.index + printed.length, circa?.[0].startsWith('[') ? `[${HOLE.date}` : HOLE.date)
  const last = until === undefined ? null : until.length === 2 ? Number(year!.slice(0, 2) + until) : Number(until)
  return { 'date-parts': last !== null && last > Number(year) ? [[Number(year)], [last]] : [[Number(year)]], ...(doubt || circa ? { circa: true } : {}) }
}
