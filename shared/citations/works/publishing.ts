import type { CslItem } from '../citation.ts'
import { HOLE, tidy, type Scratch } from './scratch.ts'

/** Cities of the book trade: "London, 1689" is a place without a publisher. */
const PLACES = /^(?:London|New York(?:,? N\.?Y\.?| City)?|Paris|Berlin|Oxford|Cambridge(?:,? (?:MA|Mass\.?|UK))?|Boston|Chicago|Philadelphia|Washington(?:,? D\.? ?C\.?)?|Edinburgh|Dublin|Amsterdam|Leiden|Leipzig|Munich|Vienna|Rome|Madrid|Moscow|Beijing|Shanghai|Hong Kong|Tokyo|Toronto|Montreal|Sydney|Melbourne|Auckland|Wellington|Princeton|New Haven|Berkeley|Los Angeles|San Francisco|Baltimore|Geneva|Zurich|Frankfurt(?: am Main)?|Stuttgart|Hamburg|Stockholm|Copenhagen|Oslo|Brussels|Delhi|New Delhi|Singapore|Mumbai|Calcutta|Cape Town|Johannesburg|Minneapolis|Ithaca|Durham|Bloomington|Manchester|Glasgow|Bristol|Lanham|Hoboken|Thousand Oaks|Stanford|Houston|Dallas|Austin|Seattle|Detroit|Milan|Florence|Venice|Lisbon|Athens|Cairo|Jerusalem|北京|上海|台北|香港)$/u
const PLACE = '(?:St\\. )?\\p{Lu}[\\p{L}\\p{M}’\' -]{1,40}(?:,\\s(?:[A-Z]{2}|[A-Z]\\.[A-Z]\\.|\\p{Lu}[\\p{L} ]{1,20}))?(?:\\s(?:and|&|;)\\s\\p{Lu}[\\p{L} ]{2,30})?'
/** (New York: Penguin, date) · (Penguin, date) · (London, date). */
const BRACKETED = new RegExp(`\\(\\s*(?:(${PLACE})\\s?:\\s*)?([^():]{2,90}?)?,?\\s*${HOLE.date}\\s*\\)`, 'u')
/** Geneva: Example Press; date — how medicine writes publishers. */
const BEFORE_SEMICOLON = new RegExp(`(?<=^|[.,]\\s)(${PLACE}(?:\\s\\([\\p{L} .]{2,20}\\))?)\\s?:\\s*([^.:;()\\uE000-\\uE00F]{2,80}?)\\s?;\\s?(?=${HOLE.date})`, 'u')
/** London, United Kingdom: Dorling Kindersley. */
const OPEN = new RegExp(`(?<=^|[.,;\\uE000-\\uE00F]\\s?)\\s*(${PLACE})\\s?:\\s*(\\p{Lu}[^.:;()\\uE000-\\uE00F]{1,80}?)(?=[.,;(]|\\s*[\\uE000-\\uE00F]|$)`, 'gu')
const PUBLISHES = /\b(?:press|books?|publish\w*|university|verlag|éditions?|sons|company|co\.|house|gallimard|routledge|penguin|sage|springer|wiley|macmillan|palgrave|出版)\b/iu

export const isPlace = (words: string): boolean => PLACES.test(words.trim().replace(/[.,]$/, ''))

/** Takes place and publisher where punctuation gives them away. "(Penguin, date)" with nothing before is no publisher but APA's "(date)". */
export function takePublishing(scratch: Scratch): Partial<CslItem> {
  const bracketed = BRACKETED.exec(scratch.text)
  if (bracketed && (bracketed[1] || bracketed[2]?.trim())) {
    const name = bracketed[2] ? tidy(bracketed[2]) : ''
    if (bracketed.index > 0 && (bracketed[1] || /\p{L}{3}/u.test(name))) {
      scratch.cut(bracketed.index, bracketed.index + bracketed[0].length, HOLE.note)
      if (!bracketed[1]) return isPlace(name) ? { 'publisher-place': name } : { publisher: name }
      return { 'publisher-place': tidy(bracketed[1]), ...(name ? { publisher: name } : {}) }
    }
  }
  const medical = BEFORE_SEMICOLON.exec(scratch.text)
  if (medical) {
    scratch.cut(medical.index, medical.index + medical[0].length, HOLE.note)
    return { 'publisher-place': tidy(medical[1]!), publisher: tidy(medical[2]!) }
  }
  for (const match of scratch.text.matchAll(OPEN)) {
    const [whole, place, publisher] = match as unknown as [string, string, string]
    if (!isPlace(place.split(/,|;| and | & /)[0]!) && !PUBLISHES.test(publisher)) continue
    scratch.cut(match.index, match.index + whole.length, HOLE.note)
    return { 'publisher-place': tidy(place), publisher: tidy(publisher) }
  }
  return {}
}

/** Takes the archive that keeps a document and where in it: "National Archives, RG 59, box 12". */
const ARCHIVE = /(?:^|[,;.(]\s?)((?:the\s)?[\p{Lu}][^,;()\uE000-\uE00F]{0,60}?\b(?:Archives?|Record Office|Papers|Special Collections|Manuscripts? (?:Division|Collection)|Archiv|Arquivo|档案馆)\b[^,;()\uE000-\uE00F]{0,40}?(?:\s\([\p{L} .]{2,20}\))?)(?=[,;.)]|\s*[\uE000-\uE00F]|$)/u
const LOCATION = /(?:^|[,;.(]\s?)((?:RG|Record Group|Box|box|folder|Folder|file|File|Fonds|fonds|MSS?\.?|Series|reel|Reel|CAB|FO|PREM|HO|ADM|WO|CO|TNA|全宗)\s?[\w/.-]{1,20}(?:,?\s(?:entry|box|folder|file|reel|f\.|fol\.)\s?[\w/.-]{1,20})*)/u
const MOST_LOCATIONS = 4
export function takeArchive(scratch: Scratch): Partial<CslItem> {
  if (!/Archiv|Record Office|Papers|Collections?|Manuscript|档案/u.test(scratch.text)) return {}
  if (!LOCATION.test(scratch.text)) return {}
  const archive = scratch.take(ARCHIVE, ',')
  if (!archive) return {}
  const places: string[] = []
  for (let match = scratch.take(LOCATION, ','); match && places.length < MOST_LOCATIONS; match = scratch.take(LOCATION, ',')) places.push(match[1]!)
  return { archive: tidy(archive[1]!), ...(places.length > 0 ? { archive_location: places.map(tidy).join(', ') } : {}) }
}

/** Whether some words name a publisher, by the word they end with. */
export const isPublisher = (words: string): boolean => /\b(?:press|books|publish\w*|verlag|sons|house|penguin|routledge|sage|springer|wiley|elsevier|macmillan|palgrave|editions|university|group|media|ltd|inc|limited|company|ministry|department|agency|office|\w+\.com)\b\.?$/i.test(words) && !/\bjournal\b/i.test(words)
