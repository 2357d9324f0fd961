import type { CslItem } from '../citation.ts'
import { arePersons, readNames } from './names.ts'
import { HOLE, tidy, type Scratch } from './scratch.ts'

const NUMBER = '[\\dA-Z]{0,3}\\d+[a-z]?(?:\\s?[–—‒-]\\s?[A-Z]?\\d+)?'
const ROMAN = '[ivxlc]+(?:\\s?[–—-]\\s?[ivxlc]+)?'
const LIST = `(?:${NUMBER}|${ROMAN})(?:\\s*(?:,|&|and)\\s*(?:pp?\\.\\s*)?(?:${NUMBER})(?![\\w]))*(?:,?\\s*(?:et\\.? seqq?|ff?|passim|n\\.? ?\\d+)\\b\\.?)*`
/** "pp. 97–102", "p. xix", "p, 71" (a printer's slip), "第12—15页". */
const PAGES = new RegExp(`(?<![\\p{L}\\d])(?:pp?|pgs?|pages?|S|[Сс](?=\\.\\s?\\d)|ff?(?=\\.?\\s?\\d)|fols?)(?:[.,]\\s*|\\s+|(?=[\\dA-Z]))(${LIST})(?![\\p{L}])|(?:第\\s*)?(?<!\\d)(\\d+(?:\\s*[-–—]\\s*\\d+)?)\\s*[页頁]`, 'u')
/** "102 (1): 201–205", "37, no. 1: 97–102", "4(2), e12", "27:3 (1999): 12". */
const JOURNAL = /(?<!(?:^|\W)n[o°º]\.?|(?:^|\W)nr\.?|núm\.?|№|[Hh]eft|(?:^|\s)H\.)(?:^|[\s,.;\uE001\uE004])(?:vol(?:ume)?\.?\s*)?(\d{1,4}[A-Z]?|[IVXLC]{1,7})\s?(?:\(\s?(?:no\.?\s?|issue\s?|suppl\.?\s?)?([\w–/&-]{1,12}|\d{1,3}\s?(?:[Ss]uppl(?:ement|\.)?|[Pp]t\.?|[Pp]art)\s?\w{0,4})\s?\)|[,.]\s?(?:no|nr|n°|nº|iss(?:ue)?)\.?\s?([\w–/-]{1,8})|\s?[/:.]\s?(\d{1,3})(?=\s?\())?(?:,?\s*\(\s?\uE001\s?\)|,?\s*\uE001)?\s?[:,]\s*(?:pp?\.\s*)?(e?\d+(?:\s?[–—-]\s?e?\d+)?(?:,\s?\d+(?:[–—-]\d+)?)*)(?=$|[\s.,;)\uE000-\uE00F])/u
/** APA without an issue: "(date). Title. Quarterly Review, 12, 3–9." */
const VOLUME_AND_PAGES = /(?<=(?:[)\]]\.|\uE001:).{5,300}),\s(\d{1,4}),\s(\d+\s?[–-]\s?\d+|e?\d{5,8})(?=[.,]?\s*(?:$|[\uE000-\uE00F]))/u
const VOLUME = /\b(?:vols?\.?|volume|bd\.?|tome|t\.)\s*(\d{1,4}(?:[–-]\d{1,3})?|(?<=\s)[ivxlc]{1,7}\b)(?:\s?\((\w{1,6})\))?|(?<=[\s,])(\d{1,4}),\s*(?=n[o°º]\.?\s?\d)|第(\d+)[卷巻]|(?<=[.,]\s)(\d{1,3})\s?\(([\w&–/-]{1,7})\)(?=[.,;:\s]|$)/iu
const ISSUE = /\b(?:no|nr|n°|nº|núm|num|heft|H(?=\.\s?\d)|issue|iss)\.?\s*(\d{1,4}(?:[–/-]\d{1,4})?)(?![\w-])|第(\d+)[期号號]/iu
const EDITION = /\(?\b((?:1[89]\d\d|20\d\d)(?= revision)|(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|rev(?:ised|\.)?|new|updated|expanded)(?:\s(?:rev\.?|revised|and enlarged))?)\s(?:ed\b\.?|edn\b\.?|edition|revision)(?:\s?,?\s?rev\.?)?\)?/iu
/** "2., überarb. Aufl.", "2e éd.", "2ª ed." */
const EDITION_ABROAD = /,?\s?(?<!\d)(\d{1,2})(?:\.,?\s(?:(?:völlig |neu )?(?:überarb|erw|verb|durchges|bearb)\w*\.?,?\s(?:und \w+\.?\s)?)?Aufl(?:age|\.)|(?:e|ème)\séd(?:\.|ition)|ª\sed\.|\.\s?ed\.(?=\s\p{Lu}[\p{L} ]{1,30}:\s))/u
/** How a list of names goes on behind a comma. */
const NEXT_NAME = "(?:\\p{Lu}\\.|and\\b|&|Jr|\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}.’'-]*){1,3},?\\s(?:and|&)\\s)"
/** The rest of a name list runs to the next full stop behind a long word, comma before no name, bracket or hole. */
const NAME_RUN = `((?:\\p{Lu}\\.|[^.,;()\\uE000-\\uE00F]|,\\s(?=${NEXT_NAME}))+?)(?=\\.\\s|\\.$|,(?!\\s${NEXT_NAME})|[;()\\uE000-\\uE00F]|$)`
const EDITED_BY = new RegExp(`(?<!\\d)(?:,|\\.|;|\\(|^)\\s*(?:ed(?:ited|s?\\.)?(?: and (?:intro\\w*|annotated))?)\\s+(?:by\\s+)?(?=\\p{Lu})${NAME_RUN}`, 'u')
/** "The View from the Left, Eugene Doe (ed.), p. 164". */
const EDITOR_BEHIND = /(?<=\p{Ll}),\s((?:\p{Lu}[\p{L}.’'-]*\s){1,3}\p{Lu}[\p{L}’'-]+(?:(?:,\s|\s(?:and|&)\s)(?:\p{Lu}[\p{L}.’'-]*\s){1,3}\p{Lu}[\p{L}’'-]+){0,4})\s\([Ee]ds?\.\)(?=[,.]|$)/u
const TRANSLATED_BY = new RegExp(`(?:,|\\.|;|\\()\\s*(?:trans(?:lated|l?\\.)?)\\s+(?:by\\s+)?(?=\\p{Lu})${NAME_RUN}`, 'iu')
/** "Trans. Roy. Soc. Canada": transactions, not a translator. */
const LEARNED_SOCIETY = /\b(?:Soc|Roy|Acad|Inst|Amer?|Assoc|Brit|Phil(?:os)?)\./
/** Pages of a chapter between its editors and the publisher: "edited by A. Roe, 7–16. Paris: Example." */
const CHAPTER_PAGES = /(?<=[,\uE002]),?\s*(\d{1,4}\s?[–-]\s?\d{1,4})(?=\.\s+\p{Lu})/u
/** "(Publication No. 3604)", "Working Paper 21/05". */
const NUMBERED = /[([]?\b(?:(Publication|Technical Report|Research Report|Report)\s(?:No\.?\s|Number\s|#\s?)|(Working Paper|Discussion Paper|Policy Paper|Occasional Paper)\s(?:Series\s)?(?:No\.?\s|Number\s|#\s?)?)(?!(?:19|20)\d\d[\s.,;:)])(\d(?:[\w./–-]*\w)?)(?=[\s.,;:)\]]|$)[)\]]?/u
const GENRE = /[([]\s?((?:unpublished )?(?:ph\.?\s?d\.?|doctoral|master['’]?s|m\.?a\.?|m\.?sc\.?)\.?\s?(?:diss(?:ertation|\.)?|thesis)?|press release|news release|working paper|white paper|report|thesis|video|podcast|film|photograph|map|map|blog post|tweet|dataset|data set|interview|personal communication|audio podcast|software|computer program|lecture|speech|letter|blog|conference paper|paper presented at [^()]{3,80})\b([^()[\]]{0,80})[)\]]/iu
const OPENING_GENRE = /^(?:(?:(?:author['’]s |phone |telephone |e-?mail |personal |skype |zoom )*interviews?(?: by (?:the )?author)?(?: by \p{Lu}[\p{L} .]+?)?(?: with)?)|e-?mail (?:to|from)|letter (?:from|to)|testimony of|speech by|press release)(?=[\s,:])/iu

/** "Doe A, Roe B. A chapter. In: Poe C, Moe D, eds. The Book. Example House; 1976:235-251." */
const EDITORS_WITHIN = /(?<=[.?!]\s)(?:In:\s)?((?:\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}[\p{L}’'-]+)? \p{Lu}{1,3}(?:,\s)?){1,8}?(?:,? et al\.?)?),\s(?:eds?|editors?)\.\s+/u
/** Pages right behind the year: "; 1976:235-251". */
const PAGES_BEHIND_YEAR = /(?<=;\s?\uE001):\s?(\d{1,5}(?:\s?[–-]\s?\d{1,5})?)(?=[.\s]*(?:$|[\uE000-\uE00F]))/u

/** Takes what has a sign of its own: pages, volume and issue, edition, editors, translators, genre. */
export function takeDetails(scratch: Scratch): Partial<CslItem> & { locator?: string } {
  const found: Partial<CslItem> & { locator?: string } = {}
  const edition = scratch.take(EDITION, '') ?? scratch.take(EDITION_ABROAD, '')
  if (edition) found.edition = edition[1]!
  if (edition) scratch.text = scratch.text.replace(/\(\s*[,;]\s*/g, '(')
  const genre = scratch.take(GENRE, '')
  if (genre) {
    found.genre = genre[1]!.trim()
    const by = tidy(genre[2] ?? '')
    if (/^(?:no\.?|number)\s?/i.test(by)) found.number = by.replace(/^(?:no\.?|number)\s?/i, '')
    else if (by) found.publisher = by
  }
  const report = scratch.take(NUMBERED, '')
  if (report) Object.assign(found, { number: report[3]!, genre: found.genre ?? (report[1] ?? report[2])!.toLowerCase() })
  const inside = scratch.take(EDITORS_WITHIN, 'In: ')
  if (inside) found.editor = readNames(inside[1]!) ?? []
  const editors = inside ? null : scratch.take(EDITED_BY, ',', (match) => match[1]!.length < 120 && (/\sby\s/.test(match[0]) || arePersons(match[1]!) || !/^\W*eds\./.test(match[0])))
  if (editors) found.editor = readNames(editors[1]!) ?? []
  const behind = found.editor ? null : scratch.take(EDITOR_BEHIND, '')
  if (behind) found.editor = readNames(behind[1]!) ?? []
  const translators = scratch.take(TRANSLATED_BY, ',', (match) => match[1]!.length < 120 && !LEARNED_SOCIETY.test(match[1]!))
  if (translators) found.translator = readNames(translators[1]!) ?? []
  const journal = scratch.take(JOURNAL, HOLE.volume, (match) => !/(?:^|\D)\d{1,2}:\d\d$/.test(match[0]) && (match[2] !== undefined || match[3] !== undefined || match[4] !== undefined || match[0].includes(HOLE.date) || /vol/i.test(match[0]) || /:\s*(?:pp?\.\s*)?e?\d+(?:\s?[–—-]\s?e?\d+)?$/.test(match[0])))
  if (journal) {
    found.volume = journal[1]!
    const issue = journal[2] ?? journal[3] ?? journal[4]
    if (issue) found.issue = issue
    found.page = plainPages(journal[5]!)
    if (/^\d+$/.test(found.page)) found.locator = found.page
    if (/\bpp?\./.test(journal[0])) found.locator = `${/\bpp?\./.exec(journal[0])![0]} ${found.page}`
  }
  const behindYear = journal ? null : scratch.take(PAGES_BEHIND_YEAR, '')
  if (behindYear) found.page = plainPages(behindYear[1]!)
  const numbers = journal ? null : scratch.take(VOLUME_AND_PAGES, HOLE.volume)
  if (numbers) Object.assign(found, { volume: numbers[1], page: plainPages(numbers[2]!) })
  const pages = scratch.take(PAGES, HOLE.pages)
  if (pages) {
    found.locator = tidy(pages[0])
    found.page ??= plainPages(pages[1] ?? pages[2]!)
  }
  const within = found.editor && !found.page ? scratch.take(CHAPTER_PAGES, '') : null
  if (within) found.page = plainPages(within[1]!)
  if (!journal && !numbers) {
    const issue = scratch.take(ISSUE, HOLE.volume)
    if (issue) found.issue = issue[1] ?? issue[2]!
    const volume = scratch.take(VOLUME, HOLE.volume)
    if (volume) found.volume = volume[1] ?? volume[3] ?? volume[4] ?? volume[5]!
    const part = volume?.[2] ?? volume?.[6]
    if (part) found.issue ??= part
  }
  return found
}

/** "Jane Smith, interview with the author", "Smith, Jane. Personal interview": what a conversation or a letter is called behind the name of who was asked. */
const BEHIND_NAMES = /^(?<who>[^“"«:;\uE000-\uE00F]{3,80}?)[,.]\s(?<genre>(?:(?:personal |telephone |phone |video |e-?mail |author )*interview|in conversation|(?:telephone |phone )?conversation|(?:personal )?communication|e-?mail(?: message)?|letter|text message)\b[^“"\uE000-\uE00F]{0,60}?)(?=[,.;]?\s*(?:$|[\uE000-\uE00F])|,\s)/iu
export const conversation = (words: string): { who: string, genre: string, length: number } | null => {
  const match = BEHIND_NAMES.exec(words)
  return match && { who: match.groups!.who!, genre: match.groups!.genre!, length: match[0].length }
}

/** What a note opens with when its source is a conversation or a letter. */
export const genreAtOpening = (words: string): string | null => OPENING_GENRE.exec(words)?.[0] ?? null

const plainPages = (printed: string): string => printed.replace(/\s*([–—‒-])\s*/g, '$1').replace(/(?:,|\s(?:and|&))\s+(?:pp?\.\s*)?(?=\d)/g, ', ').replace(/[.,\s]+$/, '').replace(/,?\s*(?:et\.? seqq?|ff?)\.?$/, '').trim()
