import type { CslItem } from '../citation.ts'
import { dateOf } from './dates.ts'

/** What a legal form says: the item, where in it, and how many signs it takes. */
export interface LegalReading { item: CslItem; pinpoint: string | null; length: number; author?: string }

const YEAR = '(?:1[5-9]|20)\\d\\d'
const SECTION = '(?:§§?\\s?|ss?\\.?\\s|sch\\.?\\s|pt\\.?\\s|regs?\\.?\\s|arts?\\.?\\s)[\\dA-Z][\\w().–-]*'
/** Smith v. Doe, No. 12-cv-345 (S.D.N.Y. May 3, 2019); Complaint at 14, Smith v. Doe, No. …: what is filed with a court that has not printed it. */
const DOCKET = /^(?:(?<filing>(?:Complaint|Brief|Motion|Indictment|Petition|Order|Opinion|Transcript|Declaration|Affidavit|Answer|Reply)[^,]{0,60}?)(?:\s(?:at|¶+)\s(?<at>[\d–-]+))?,\s)?(?<title>(?:In [Rr]e|Matter of)\s\p{Lu}[^()]{3,120}?|\p{Lu}[^,]{1,80}?\sv\.?\s\p{Lu}[^,[(]{1,80}?)[\^_*]?\s?,\s(?<number>(?:Case |Civ\. |Crim\. |MDL )?Nos?\.\s[\w:.-]*\d[\w:.-]*(?:\s?-\s?\w+)*)(?:,\s(?<cite>\d{4}\s(?:WL|U\.S\.[\w. ]{1,20}LEXIS)\s\d+))?(?:,\sat\s\*?(?<pin>\d+(?:[–-]\d+)?))?\s?\((?<court>[^()]*?\d{4})\)(?:,?\s(?<after>\d{1,4}(?:[–-]\d{1,4})?)(?=[.;]?$))?/u
/** Clean Output Act, Pub. L. No. 91-604, 84 Stat. 1676 (1970). */
const PUBLIC_LAW = new RegExp(`^(?:(?<title>\\p{Lu}[^,]{3,120}?),\\s)?Pub\\.\\s?L\\.\\s?(?:No\\.\\s?)?(?<number>\\d{1,3}[-–]\\d{1,4})(?:,\\s(?<section>§+\\s?[\\w().-]+))?(?:,\\s(?<volume>\\d{1,3})\\sStat\\.\\s(?<page>\\d{1,5}))?(?:,\\s(?<pin>\\d{1,5}(?:[–-]\\d{1,5})?))?(?:\\s\\((?<year>${YEAR})\\))?`, 'u')
/** H.R. Rep. No. 110-12, at 14 (2007); S. Res. 12 (2007). */
const REPORT = new RegExp(`^(?<title>(?:H\\.R?\\.?|S\\.)\\s(?:Rep|Doc|Res|Con\\.\\sRes|J\\.\\sRes)\\.\\s(?:No\\.\\s)?(?<number>[\\d-]+))(?:,\\s(?:at\\s)?(?<pin>\\d+(?:[–-]\\d+)?))?\\s\\((?<year>${YEAR})\\)`, 'u')
/** H.R. 1234, 110th Cong. § 2 (2007). */
const BILL = new RegExp(`^(?<title>(?:H\\.R\\.|S\\.)\\s(?<number>\\d{1,5}),\\s\\d{2,3}(?:st|nd|rd|th|d)\\sCong\\.)(?:\\s(?<pin>§+\\s?[\\w().-]+))?\\s\\((?<year>${YEAR})\\)`, 'u')
/** U.S. Const. art. I, § 8, cl. 3. */
const CONSTITUTION = /^(?<title>(?:U\.S\.|\p{Lu}\p{L}+\.?)\sConst\.)\s(?<pin>(?:art|amend|pmbl)\b\.?.{0,40}?)\.?$/u
/** Prices Act 1998, s 14(2). */
const ACT = new RegExp(`^(?<title>\\p{Lu}[\\p{L} ,()'’&-]{2,80}?\\sAct\\s(?<year>${YEAR})),?\\s(?<pin>${SECTION})`, 'u')
/** Directive 2009/28/EC … of 23 April 2009 …, OJ L 140, 5.6.2009, p. 16. */
const UNION = /^(?<title>(?:(?:Council|Commission)\s)?(?:Framework\s)?(?:Directive|Regulation|Decision)\s(?:\((?:EU|EC|EEC|Euratom)\)\s)?(?:No\.?\s)?(?<number>\d{1,4}\/\d{1,4}(?:\/\w{2,8})?)[^;]{0,300}?)(?:[,.]?\s\(?(?<container>OJ\s[LC]\s?\d{1,4})[^;]{0,30}?(?:p\.\s?(?<page>\d{1,4}))?\)?)?(?=[.;]?$)/u
/** Case C-12/10 Smith v Commission [2012] ECR I-123, para 14. */
const UNION_CASE = /^(?:Joined\s)?Cases?\s(?<number>[CT][-–]\d+\/\d+(?:(?:,| and)\s[CT][-–]\d+\/\d+)*)\s(?<title>[^[\]]{3,100}?),?\s(?:\[(?<year>\d{4})\]\s(?<cite>ECR\s[\w-]+)|(?<ecli>ECLI:[\w:]+|EU:[\w:]+))(?:,?\sparas?\.?\s(?<pin>[\d–-]+))?/u
/** § 823 Abs. 1 BGB. */
const PARAGRAPH = /^(?<pin>(?:§§?|Art\.)\s?\d+[a-z]?(?:\s(?:Abs\.|S\.|Satz|Nr\.|Var\.)\s?\d+[a-z]?)*)\s(?<title>\p{Lu}[\p{L}-]{1,14})(?=[.;,]?$|[.;,]\s)/u
/** BGH, Urteil vom 3. Mai 2010, Az. I ZR 12/09. */
const JUDGMENT = /^(?<court>(?:BGH|BVerfG|BVerwG|BAG|BSG|BFH|EuGH|EGMR)|(?:OLG|LG|AG|VG|OVG|LAG|VGH)\s[\p{L}. -]{2,30}?),?\s(?<genre>Urt(?:eil|\.)|Beschl(?:uss|\.))\s(?:vom|v\.)\s(?<date>\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?\d{4})(?:,|\s[–-])?\s(?:Az\.?:?\s)?(?<number>[^,;]{3,30}?)(?=[.,;]?$|[,;]\s)/u
/** Gen. 1:3; 1 Cor. 13:4–7. */
const SCRIPTURE = /^(?<title>(?:[1-3]\s?)?(?:Gen(?:esis)?|Ex(?:od(?:us)?)?|Lev|Num|Deut|Josh|Judg|Ruth|Sam(?:uel)?|K(?:in)?gs|Chr(?:on)?|Ezra|Neh|Esth|Job|Pss?|Psalms?|Prov(?:erbs)?|Eccl(?:es)?|Isa(?:iah)?|Jer(?:emiah)?|Lam|Ezek(?:iel)?|Dan(?:iel)?|Hos|Joel|Amos|Obad|Jonah|Mic|Nah|Hab|Zeph|Hag|Zech|Mal|Mt|Matt(?:hew)?|Mk|Mark|Lk|Luke|Jn|John|Acts|Rom(?:ans)?|Cor(?:inthians)?|Gal|Eph|Phil|Col|Thess|Tim|Titus|Philem|Heb(?:rews)?|Jas|Pet|Jude|Rev(?:elation)?)\.?)\s(?<pin>\d{1,3}:\d{1,3}(?:[–-]\d{1,3}(?::\d{1,3})?)?(?:,\s?\d{1,3})*)(?=[.;]?$)/u

const FORMS: readonly [pattern: RegExp, type: string][] = [
  [DOCKET, 'legal_case'], [PUBLIC_LAW, 'legislation'], [REPORT, 'report'], [BILL, 'bill'], [CONSTITUTION, 'legislation'], [ACT, 'legislation'], [UNION, 'legislation'], [UNION_CASE, 'legal_case'], [PARAGRAPH, 'legislation'], [JUDGMENT, 'legal_case'], [SCRIPTURE, 'book'],
]
/** One of these stands in every such form. */
const MAY_BE = /\sv\.?\s|^In [Rr]e\s|^Matter of\s|Pub\.|\sRep\.|\sRes\.|\sDoc\.|\sCong\.|Const\.|\sAct\s|^(?:Council |Commission |Framework )*(?:Directive|Regulation|Decision)|^§|^Art\.|Urt|Beschl|\d:\d/

/** Courts’ files, acts, bills, directives and verses: forms of which every part has its place. Null for anything else. */
export function readStatute(words: string): LegalReading | null {
  if (!MAY_BE.test(words)) return null
  for (const [pattern, type] of FORMS) {
    const match = pattern.exec(words)
    if (!match) continue
    const { title, number, section, volume, page, pin, at, year, court, after, filing, container, cite, ecli, date, genre } = match.groups!
    const issued = court !== undefined && date === undefined ? dateOf(court) : dateOf(date ?? year ?? (pattern === UNION ? title! : ''))
    const item: CslItem = { type, ...(title ? { title } : {}), ...(number ? { number } : {}), ...(issued ? { issued } : {}) }
    if (volume && page) Object.assign(item, { volume, page, 'container-title': 'Stat.' })
    if (container) Object.assign(item, { 'container-title': container, ...(page ? { page } : {}) })
    if (cite ?? ecli) item.note = (cite ?? ecli)!
    if (court) item.publisher = date === undefined ? court.replace(/\s*(?:filed\s)?(?:\p{L}{3,9}\.?\s\d{1,2},\s)?\d{4}$/u, '') : court
    if (filing ?? genre) item.genre = (filing ?? genre)!
    return { item, pinpoint: (pin ?? at ?? after ?? section)?.replace(/\.$/, '') ?? null, length: match[0].length }
  }
  return null
}
