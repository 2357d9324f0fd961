import type { CslItem } from '../citation.ts'
import { HOLE, tidy, type Scratch } from './scratch.ts'

/** Cities of the book trade: "London, 1689" is a place without a publisher. */
const PLACES = /^(?:London|New York(?:,? N\.?Y\.?| City)?|Paris|Berlin|Oxford|Cambridge(?:,? (?:MA|Mass\.?|UK))?|Boston|Chicago|Philadelphia|Washington(?:,? D\.? ?C\.?)?|Edinburgh|Dublin|Amsterdam|Leiden|Leipzig|Munich|Vienna|Rome|Madrid|Moscow|Beijing|Shanghai|Hong Kong|Tokyo|Toronto|Montreal|Sydney|Melbourne|Auckland|Wellington|Princeton|New Haven|Berkeley|Los Angeles|San Francisco|Baltimore|Geneva|Zurich|Frankfurt(?: am Main)?|Stuttgart|Hamburg|Stockholm|Copenhagen|Oslo|Brussels|Delhi|New Delhi|Singapore|Mumbai|Calcutta|Cape Town|Johannesburg|Minneapolis|Ithaca|Durham|Bloomington|Manchester|Glasgow|Bristol|Lanham|Hoboken|Thousand Oaks|Stanford|Houston|Dallas|Austin|Seattle|Detroit|Milan|Florence|Venice|Lisbon|Athens|Cairo|Jerusalem|Köln|Cologne|Wien|München|Zürich|Frankfurt a\. ?M\.?|Dresden|Göttingen|Heidelberg|Tübingen|Bonn|Bern|Basel|Graz|Salzburg|Freiburg(?: i\. ?Br\.?)?|Wiesbaden|Mainz|Münster|Bielefeld|Darmstadt|Düsseldorf|Hannover|Bremen|Kiel|Jena|Weimar|Opladen|Lyon|Genève|Bruxelles|Lausanne|Grenoble|Marseille|Toulouse|Strasbourg|Rennes|Québec|Montréal|Torino|Turin|Milano|Roma|Firenze|Bologna|Napoli|Venezia|Padova|Bari|Barcelona|Sevilla|Valencia|Salamanca|Buenos Aires|Santiago|Bogotá|México|Mexico City|Lisboa|Coimbra|Porto|São Paulo|Rio de Janeiro|Warszawa|Warsaw|Kraków|Praha|Prague|Budapest|Helsinki|Москва|М\.|Санкт-Петербург|СПб\.?|Ленинград|Л\.|Киев|Минск|Новосибирск|Екатеринбург|Казань|広州|東京|京都|大阪|广州|南京|武汉|北京|上海|台北|香港)$/u
const PLACE = '(?!In\\s?:)(?:St\\. )?\\p{Lu}[\\p{L}\\p{M}’\' -]{1,40}(?:,\\s(?:[A-Z]{2}|[A-Z]\\.[A-Z]\\.|\\p{Lu}[\\p{L} ]{1,20}))?(?:\\s(?:and|&|;)\\s\\p{Lu}[\\p{L} ]{2,30})?'
/** (New York: Penguin, date) · (Penguin, date) · (London, date). */
const BRACKETED = new RegExp(`\\(\\s*(?:(${PLACE})\\s?:\\s*)?([^():]{2,90}?)?,?\\s*${HOLE.date}\\s*\\)`, 'u')
/** Geneva: Example Press; date — how medicine writes publishers. */
const BEFORE_SEMICOLON = new RegExp(`(?<=^|[.,]\\s)(${PLACE}(?:\\s\\([\\p{L} .]{2,20}\\))?)\\s?:\\s*([^.:;()\\uE000-\\uE00F]{2,80}?)\\s?;\\s?(?=${HOLE.date})`, 'u')
/** London, United Kingdom: Dorling Kindersley. */
const OPEN = new RegExp(`(?<=^|[.,;\\uE000-\\uE00F]\\s?)\\s*(${PLACE})\\s?:\\s*(\\p{Lu}[^.:;()\\uE000-\\uE00F]{1,80}?)(?=[.,;(]|\\s*[\\uE000-\\uE00F]|$)`, 'gu')
const PUBLISHES = /\b(?:press|books?|publish\w*|university|verlag|éditions?|sons|company|co\.|house|gallimard|routledge|penguin|sage|springer|wiley|macmillan|palgrave|出版)\b/iu

/** A name of any place: Paramaribo, St. Gallen, Toronto. */
const ANY_PLACE = "(?!In\\s?:)\\p{Lu}[\\p{L}\\p{M}’'.-]*(?:[ -]\\p{Lu}[\\p{L}\\p{M}’'.-]*){0,2}"
/** Doe, J. date. The Title. Paramaribo: Example. — behind a title that stands behind the date, whatever closes the reference is place and publisher: a journal would have a number. */
const CLOSING = new RegExp(`(?<=${HOLE.date}[.)]*\\s[^${HOLE.date}]{6,400}[.?!”"]\\s)(${ANY_PLACE}(?:[,;]\\s${ANY_PLACE}){0,3})\\s?:\\s*(\\p{Lu}[^:\\uE000-\\uE00F\\d]{1,120}?)\\.?\\s*$`, 'u')

/** Doe, J. The Title. Curitiba: Example, date — behind a family name and initials (in capitals: behind any name) the same, with the date at its end. */
const CLOSING_WITH_DATE = new RegExp(`(?<=^(?:\\p{Lu}[\\p{L}\\p{M}’'-]+,\\s\\p{Lu}\\.|\\p{Lu}{2,}[ ,]).{6,400}[.?!”"]\\s)(${ANY_PLACE}(?:[,;]\\s${ANY_PLACE}){0,2})\\s?:\\s*((?!(?:The|An?)\\s)\\p{Lu}[^:.\\uE000-\\uE00F\\d]{1,60}?),\\s?(?=${HOLE.date}\\.?\\s*(?:$|[\\uE000-\\uE00F]))`, 'u')

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
    // "The Growth of Output, Paris: Seuil": the place is what stands behind the comma.
    const own = place.split(/,\s/).at(-1)!
    const isBehindTitle = own !== place && isPlace(own) && !isPlace(place.split(/,\s/)[0]!)
    if (!isBehindTitle && !isPlace(place.split(/,|;| and | & /)[0]!) && !PUBLISHES.test(publisher)) continue
    scratch.cut(match.index + (isBehindTitle ? whole.indexOf(own) : 0), match.index + whole.length, HOLE.note)
    return { 'publisher-place': tidy(isBehindTitle ? own : place), publisher: tidy(publisher) }
  }
  const closing = CLOSING.exec(scratch.text) ?? CLOSING_WITH_DATE.exec(scratch.text)
  if (!closing) return {}
  scratch.cut(closing.index, closing.index + closing[0].length, HOLE.note)
  return { 'publisher-place': tidy(closing[1]!), publisher: tidy(closing[2]!) }
}

/** Words in the names of journals and newspapers. */
export const PERIODICAL = /\b(?:journal|review|times|gazette|quarterly|magazine|zeitung|news|bulletin|proceedings|herald|post|economist|revue|annals)\b/i

/** Whether some words name a publisher, by the word they end with. */
export const isPublisher = (words: string): boolean => /(?<!\p{L})(?:press|books|publish\w*|\p{L}*verlag|sons|house|penguin|routledge|sage|springer|wiley|elsevier|macmillan|palgrave|editions|university|group|media|ltd|inc|limited|company|ministry|department|agency|office|\w+\.com)\b\.?$/iu.test(words) && !/\bjournal\b/i.test(words)
