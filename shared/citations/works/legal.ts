import type { CslItem } from '../citation.ts'
import { dateOf } from './dates.ts'
import { readStatute, type LegalReading } from './statutes.ts'

/** Roe v. Wade, 410 U.S. 113, 116 (1973); Smith v. Jones [2019] EWCA Civ 12. */
const CASE = /^(?<title>(?:(?:In re|Ex parte|Matter of)\s\p{Lu}[^,]{1,80}|\p{Lu}[^,]{1,80}?\sv\.?\s\p{Lu}[^,[(]{1,80}?)),?\s*(?:(?<volume>\d{1,4})\s(?<reporter>[A-Z][\w. ’']{0,25}?)\s(?<page>\d{1,5})(?:,\s(?<pin>\d{1,5}(?:[–-]\d{1,5})?))?\s*(?:\((?<court>[^()]*?)\s*(?<year>1[6-9]\d\d|20\d\d)\))?|\[(?<neutral>\d{4})\]\s(?<cite>[\w. ]{3,30}?)(?=[.,;]|$)(?:,?\s(?:at\s)?(?<para>\[\d+\](?:[–-]\[\d+\])?))?)/u
/** People v. Roe (1990) 216 Cal.App.3d 1442, 1449; U.S. v. Roe (1st Cir. 2012) 700 F.3d 615; (2003) 540 U.S. 366: the year before the reporter, as courts of California have it; without a name where the text has it. */
const DATED_CASE = /^(?:(?<title>(?:In [Rr]e|Ex parte|Matter of)\s\p{Lu}[^,()]{1,80}|\p{Lu}[^,()]{0,80}?\sv\.?\s\p{Lu}[^,[()]{0,80}?(?:\s\(\p{Lu}\w+\))?)\s)?\((?:(?<court>[^()]{2,24}?)\s)?(?<year>1[6-9]\d\d|20\d\d)\)\s?(?<volume>\d{1,4})\s?(?<reporter>[A-Z][\w. ’']{0,20}?\.?(?:\s?\d[a-z]{1,2})?)\s(?<page>\d{1,5})(?:[,.]\s(?<pin>\d{1,5}(?:[–-]\d{1,5})?(?:,\sfn\.\s?\d+)?))?/u
/** 42 U.S.C. § 1983 (2018); 29 C.F.R. § 1910.1200; 84 Fed. Reg. 1234. */
const STATUTE = /^(?<volume>\d{1,3})\s(?<title>U\.?\s?S\.?\s?C\.?(?:\s?A\.?)?|C\.?\s?F\.?\s?R\.?|Fed\.?\s?Reg\.?|Stat\.?)\s(?:§§?\s?|pt\.?\s|part\s)?(?<section>\d[\d.–-]*(?:,\d{3})*\w*(?:\([\w]+\))*)(?:\set seq\.?)?(?:,\s(?<pin>\d{1,3}(?:,\d{3})*\d*(?:[–-]\d+)?))?(?:\s?\((?<year>[^()]{0,24}(?:1[7-9]\d\d|20\d\d))\))?/u
/** Jane Smith, Title, 102 YALE L.J. 123, 130 (1992). */
const LAW_REVIEW = /^(?<author>[^,]{3,60}?(?:\s&\s[^,]{3,60}?)?),\s(?<title>[^“”]{5,200}?),\s(?<volume>\d{1,4})\s(?<container>[A-Z][\w.&’' ]{2,50}?\b(?:L\.?|Rev\.?|J\.?|REV\.?|Pol’y|Q\.?|Law|Review|Journal)\b[\w.&’' ]{0,30}?)\s(?<page>\d{1,5})(?:,\s(?<pin>\d{1,5}(?:[–-]\d{1,5})?))?\s\((?<year>1[6-9]\d\d|20\d\d)\)/u



const whenOf = (words: string | undefined): Pick<CslItem, 'issued'> => {
  const date = words === undefined ? null : dateOf(words)
  return date ? { issued: date } : {}
}

/** The forms of the Bluebook, which no other style shares. Null for anything else. */
export function readLegal(words: string): LegalReading | null {
  const issued = (year: string | undefined): Pick<CslItem, 'issued'> => (year ? { issued: { 'date-parts': [[Number(year)]] } } : {})
  const legal = / v\.? |^(?:In [Rr]e|Ex parte|Matter of) |^\([^()]{0,24}\d{4}\)\s?\d/.test(words) ? DATED_CASE.exec(words) ?? CASE.exec(words) : null
  if (legal) {
    const { title, volume, reporter, page, pin, court, year, neutral, cite, para } = legal.groups!
    return {
      item: { type: 'legal_case', ...(title ? { title: title.trim() } : {}), ...(volume ? { volume, 'container-title': reporter!, page: page! } : { number: `[${neutral}] ${cite}` }), ...(court ? { publisher: court.trim() } : {}), ...issued(year ?? neutral) },
      pinpoint: pin ?? para ?? null, length: legal[0].length,
    }
  }
  const statute = /^\d/.test(words) ? STATUTE.exec(words) : null
  if (statute) {
    const { volume, title, section, year, pin } = statute.groups!
    return { item: { type: 'legislation', 'container-title': title!, volume: volume!, number: section!, title: statute[0].replace(/(?:\set seq\.?)?(?:,\s[\d,–-]+)?(?:\s?\([^()]*\))?$/, ''), ...whenOf(year) }, pinpoint: pin ?? null, length: statute[0].length }
  }
  const other = readStatute(words)
  if (other) return other
  const review = /\d \p{Lu}[\w.&’' ]+ \d/u.test(words) ? LAW_REVIEW.exec(words) : null
  if (!review) return null
  const { author, title, volume, container, page, pin, year } = review.groups!
  return { item: { type: 'article-journal', title: title!, 'container-title': container!, volume: volume!, page: page!, ...issued(year) }, pinpoint: pin ?? null, length: review[0].length, author: author! }
}
