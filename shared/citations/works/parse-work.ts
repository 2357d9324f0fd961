import type { CslItem } from '../citation.ts'
import { readChinese } from './chinese.ts'
import { readBehindColon, takeNamesBeforeColon } from './colon-style.ts'
import { takeDate } from './dates.ts'
import { takeDetails } from './details.ts'
import { takeIdentifiers } from './identifiers.ts'
import { readLegal } from './legal.ts'
import { arePersons, readNames } from './names.ts'
import { takeArchive } from './archives.ts'
import { PERIODICAL, takePublishing } from './publishing.ts'
import { readRussian } from './russian.ts'
import { HOLE, hasWords, Scratch, tidy } from './scratch.ts'
import { LATEST_TITLE, readSkeleton } from './skeleton.ts'

/** What the words of one reference say. `isBare`: no date, address, publisher or container; it may be a short form of a work named before. */
export interface ParsedWork { source: CslItem | null; pinpoint: string | null; rest: string; isBare: boolean }

/** A link inside a note: its words are often the title of the work, its address the work's. */
export interface NoteLink { words: string; href: string }

/** A work is named at a note's opening; what follows is remarks. */
const LONGEST_READ = 1_200
/** Words that bring a reference in and are no part of it. */
export const SIGNAL = /^[\s*•(]*(?:(?:but |and |also )?(?:see(?:,? (?:also|generally|for (?:example|instance)|e\.g\.,?|esp(?:ecially)?\.?|in particular|among others))?|cf\.?|e\.g\.,?|for (?:an? |the )?(?:example|instance|details?|more|further|deeper|fuller|better|longer|recent|good|useful|general|critical|discussions?|overview|introduction|history|account|summary|survey)\b[^.;:]{0,60}?,? see(?: also)?|for (?:example|instance|details|more)|compare|accord|contra|quoted (?:in|by|from)|cited (?:in|by)|as (?:quoted|cited) (?:in|by)|reprinted in|adapted from|source|sources|from|based on|according to|data from|vgl\.?(?: auch| dazu| hierzu)?|siehe(?: auch| dazu| hierzu)?|voir(?: aussi)?|véase|vid\.|cfr\.?|см\.?(?: также)?|ср\.?|参见|参看|转引自)(?=[\s:,：])[:,：]?\s*)+/i
/** "[originally published in 1966]" */
const ORIGINAL = /\s*[[(](?:(?:originally|first) (?:published|printed)(?: in)? |orig\.? (?:pub\.? )?)?1[4-9]\d\d[\])](?=[.,]?\s)(?<=\d{4}[)\]])(?<![([]\d{4}\))/i
/** What is said of a work behind it: "[Originally published as The Older Title (1977)]". */
const OF_WORK = /\s*\[((?:originally|first|previously|reprinted|translated|published|now) [^[\]]{3,160})\]\.?$/i
/** What authors say of their own text: "Emphasis added.", "Author’s calculations based on …", "chapter 4, below". */
const OF_OWN_TEXT = /^(?:(?:emphasis|italics) (?:added|mine|ours|in (?:the )?original)|(?:my|our|(?:the )?authors?['’]s?) (?:own )?(?:translation|emphasis|italics|calculations?|estimates?|elaboration|interviews?)\b|translat(?:ion|ed) (?:mine|ours|by (?:the )?author)|(?:table|figure|chapter|section|part|appendix|note|pp?\.)\s[\dIVXivx]+[\d.–-]*,?\s(?:above|below|infra|supra)\.?$)/i
/** `*Title*`, `_Title_`: signs of emphasis around words, as they are typed in plain text. */
const EMPHASIS = /(?<![\p{L}\p{N}*_/])(?:\*{1,3}|_{1,2})(?=[^\s*_])([^*_\n]{1,300}?[^\s*_])(?:\*{1,3}|_{1,2})(?![\p{L}\p{N}*_/])/gu
/** By so many signs what is left is found again. */
const ENDS_OF_REST = 12
/** A place is no longer than this. */
const LONGEST_PLACE = 80
/** A title in quotation marks. Straight single ones are apostrophes too often. */
const QUOTED = /“([^”]{2,400})”|"([^"]{2,400})"|«\s?([^»]{2,400}?)\s?»|„([^“”]{2,400})[“”]|(?<=^|[\s,.(\uE001])'([^']{4,200}?(?:'(?=\p{L})[^']{0,100}?){0,3}),?'(?=[,.;:)\s]|$)|(?<=^|[\s,.(\uE001])‘((?:[^’]|’(?=\p{L})){4,300})’(?!\p{L})/u
/** Behind a long list of names with the date in brackets it may. */
const LATEST_AFTER_DATE = 600
/** Words in quotation marks that the sentence goes on from are no title: “God Save the Queen” is … */
const RUNS_ON = /^\s+(?!(?:in|by|at|from|trans|translated|ed|eds|edited|vol|no|pp?|and|presented|published|available|accessed|retrieved|archived)\b)\p{Ll}/u
/** Catalogues and indexes: a link to them is not the work's own address. */
const NO_HOME = /^https?:\/\/(?:[\w-]+\.)*(?:wikipedia\.org|wikidata\.org|worldcat\.org|ui\.adsabs\.harvard\.edu|ncbi\.nlm\.nih\.gov|semanticscholar\.org|hdl\.handle\.net|jstor\.org\/stable|issn\.org|loc\.gov\/lccn)(?:\/|$)/i
/** The place in the work behind a reference: ", 45." ", 113–16." */
const TRAILING_PLACE = /(?:[,:]\s+|[\uE001\uE004\uE005)]\s*[,:]?\s*)(?:at\s+)?((?:(?:chs?|chap|chapter|secs?|section|paras?|art|article|fig|table|app|appendix|vol|bk|pt|¶+|§+)\.?\s?)?(?:[A-Z]?\d{1,5}(?:[–-][A-Z]?\d{1,5})?|[ivxlc]{1,6})(?:\s?n\.?\s?\d+)?(?:,\s\d{1,5}(?:[–-]\d{1,5})?){0,6})\s*[.)\]]*\s*$/u
const NO_WORK = /\b(?:is|are|was|were|has|have|had|can|could|may|might|will|would|should|must|does|do|did|not|that|which|because|we|you|it|they|these|those|this|there|i|our|their|if|when|also|however|although|such|some|only|any|than|been|being|as)\b/gi
/** "La crescita, in «Rivista dei prezzi»": what is quoted is what it appeared in. */
const IN_QUOTES = /,\s(?:in|dans|en)\s?:?\s*[«“"]\s?([^»”"]{2,120}?)\s?[»”"]/u
/** Sums and shares stand in remarks. */
const FIGURES = /[$€£]\s?\d|\d\s?%|\d,\d{3}(?!\d)/
/** "Art. 141: “…”" quotes the article that the text speaks of. */
const ARTICLE = /^((?:Arts?|Articles?|Secs?|Section|Paras?|§+)\.?\s[\dIVXLC][\w(), –-]*?)\s*[.:,]\s*\uE004/u

/** So many of the little words of running prose make a remark; a title seldom has three. */
const REMARK_WORDS = 3
const REMARK_SHARE = 0.14
const isRemark = (words: string, isDated: boolean): boolean => {
  const count = words.split(/\s+/).length
  const little = words.match(NO_WORK)?.length ?? 0
  if (!isDated && count >= SHORT_REMARK && /\p{Ll}{2}[.?]?$/u.test(words.trim()) && STATES.test(words) && words.split(/\s+/).filter((word) => /^\p{Ll}/u.test(word)).length / count >= STATEMENT_SHARE) return true
  if (count >= 8 && little >= REMARK_WORDS && little / count >= REMARK_SHARE) return true
  return count >= LONG_REMARK && little > 0 && !/\d{3}.{0,12}[–-]\d|\bpp?\.|[\uE002\uE003]|^.{0,80}[([]\uE001/.test(words) && words.split(/\s+/).filter((word) => /^\p{Ll}/u.test(word)).length / count >= SMALL_SHARE
}
/** So many words, most of them small ones, are sentences; titles of that length have capitals. */
const LONG_REMARK = 18
/** Without a date, so many words with a verb that states, half of them small ones, are a sentence of the author's. */
const SHORT_REMARK = 6
const STATEMENT_SHARE = 0.5
const STATES = /\b(?:is|are|was|were|has|have|had|can|could|may|might|will|would|should|must|does|did|which|who|but|because)\b/
/** "Art. 119.", "Part X Sections III and IV", "§ 12(b)": a place in the work that the text speaks of. */
const PLACE_WORDS = '(?:Tables?|Figures?|Figs?|Arts?|Articles?|Secs?|Sections?|Paras?|Paragraphs?|Parts?|Annex(?:es)?|Chaps?|Chapters?|Clauses?|Titles?|Books?|Appendix|Rules?|Schedule)\\b\\.?'
const ONLY_PLACE = new RegExp(`^(?:${PLACE_WORDS}|§+|¶+)(?:[\\s\\u2060,;–—-]|\\b\\d+(?:\\.\\d+)*\\b|\\b[IVXLC]{2,}\\b|\\b[a-z]\\b|\\([\\da-zA-Z]{1,4}\\)|\\b(?:and|to|of)\\b|\\b${PLACE_WORDS})+\\.?$`, 'iu')
const SMALL_SHARE = 0.6


/**
 * Reads one reference: first what has a sign of its own (addresses, dates, pages, volumes, editors …) is taken out, then what is left is told apart by its punctuation:
 * a title in quotation marks, a date in brackets behind the names, place and publisher in brackets, sentences, commas. Source null: a remark, or nothing. `rest` is what was not understood.
 */
export function parseWork(written: string, links: readonly NoteLink[] = []): ParsedWork {
  const whole = written.replace(/\s+/g, ' ').trim()
  const read = whole.slice(0, LONGEST_READ)
  const nothing = { source: null, pinpoint: null, rest: whole, isBare: false }
  if (!hasWords(read)) return { ...nothing, rest: '' }
  const signal = SIGNAL.exec(read)?.[0] ?? ''
  const opened = read.slice(signal.length).replace(EMPHASIS, '$1')
  if (opened.length <= LONGEST_PLACE && ONLY_PLACE.test(opened) && /[\dIVXLC]/.test(opened)) return { ...nothing, pinpoint: opened.replace(/\.$/, ''), rest: '' }
  if (OF_OWN_TEXT.test(opened)) return nothing
  const legal = readLegal(opened)
  if (legal) return { source: legal.author ? { ...legal.item, author: readNames(legal.author)! } : legal.item, pinpoint: legal.pinpoint, rest: tidy(opened.slice(legal.length)), isBare: false }

  const scratch = new Scratch(opened)
  const ofWork = scratch.take(OF_WORK, '', ({ index }) => index > 0)
  const identifiers = takeIdentifiers(scratch)
  if (ofWork) identifiers.note = [identifiers.note, ofWork[1]!].filter(Boolean).join(', ')
  addLinks(identifiers, links)
  if (!hasWords(scratch.text)) return { source: { type: 'webpage', ...identifiers }, pinpoint: null, rest: '', isBare: false }
  const original = scratch.take(ORIGINAL, '')
  if (original) identifiers.note = [identifiers.note, original[0].replace(/[[\]()]/g, '').trim()].filter(Boolean).join(', ')
  const periodical = scratch.take(IN_QUOTES, ',', ({ index }) => !/[«“"]/.test(scratch.text.slice(0, index)))
  const protectedTitle = protectTitle(scratch, links)
  const issued = takeDate(scratch)
  const details = takeDetails(scratch)
  const { locator, ...fields } = details
  const archive = takeArchive(scratch)
  const hasTitle = protectedTitle !== null
  const isDated = issued !== null || identifiers.URL !== undefined || identifiers.DOI !== undefined || identifiers.accessed !== undefined || identifiers.ISBN !== undefined
  const isProse = !hasTitle && (isRemark(scratch.text, isDated) || (FIGURES.test(scratch.text) && !/[([]\uE001/.test(scratch.text)))
  const article = hasTitle ? ARTICLE.exec(scratch.text) : null
  if (article) return { ...nothing, pinpoint: article[1]! }
  if (isProse) {
    if (!identifiers.URL && !identifiers.DOI) return { ...nothing, pinpoint: locator ?? null }
    const title = links.map(({ words }) => unquoted(words)).find((words) => /^\p{Lu}/u.test(words) && words.split(/\s+/).length >= 3)
    return { source: { type: 'webpage', ...(title ? { title } : {}), ...identifiers }, pinpoint: null, rest: opened, isBare: false }
  }
  if (hasTitle && !isDated && protectedTitle.index > 0 && isRemark(scratch.text, true)) return nothing

  const trailing = TRAILING_PLACE.exec(scratch.text)
  if (trailing) scratch.cut(/^[\uE000-\uE00F)]/.test(trailing[0]) ? trailing.index + 1 : trailing.index, scratch.text.length, '')
  const chinese = /\p{Script=Han}/u.test(scratch.text) ? readChinese(scratch) : null
  const foreign = chinese ?? readRussian(scratch)
  const named = foreign || hasTitle ? null : takeNamesBeforeColon(scratch, opened)
  const publishing: Partial<CslItem> = foreign ? {} : takePublishing(scratch)
  if (hasTitle && publishing.publisher && !publishing['publisher-place'] && PERIODICAL.test(publishing.publisher)) {
    publishing['container-title'] = publishing.publisher
    delete publishing.publisher
  }
  const skeleton = foreign ?? (named ? readBehindColon(scratch, named) : null) ?? readSkeleton(scratch, protectedTitle?.words ?? null, publishing.publisher !== undefined, fields.editor !== undefined)
  const source: CslItem = { ...skeleton, ...publishing, ...archive, ...fields, ...identifiers, ...('publisher' in skeleton && skeleton.publisher && !publishing.publisher ? { publisher: skeleton.publisher } : {}), type: 'document' }
  if (issued) source.issued = issued
  if (periodical) source['container-title'] ??= tidy(periodical[1]!)
  const pinpoint = trailing?.[1] && !source.page ? trailing[1] : locator ?? trailing?.[1] ?? null
  if (!source.page && pinpoint && /^[\dA-Z]/.test(pinpoint)) source.page = pinpoint
  // Whoever gives a book with an ISBN, and no title within it, published it.
  if (source.ISBN && source['container-title'] && !source.publisher && !source.volume && !hasTitle && skeleton.type !== 'chapter') {
    source.publisher = source['container-title']
    delete source['container-title']
  }
  source.type = skeleton.type !== 'document' ? skeleton.type : typeOf(source)
  const isBare = !isDated && !source.publisher && !source['publisher-place'] && !source['container-title'] && !source.volume && !source.genre && !source.archive && !source.editor
  return { source, pinpoint, rest: asWritten(tidy(scratch.text.replace(/[\uE000-\uE00F]/g, ' ')), opened), isBare }
}

/** What was left, in the reference's own words where it stands there in one piece: pieces were parted at its signs. */
function asWritten(rest: string, written: string): string {
  const start = written.indexOf(rest.slice(0, ENDS_OF_REST).replace(/(?<=\S)[.,;:].*$/, ''))
  const last = /\S+$/.exec(rest)?.[0] ?? ''
  const end = written.lastIndexOf(last) + last.length
  return start >= 0 && end > start && end - start <= rest.length + rest.length / 8 ? written.slice(start, end) : rest
}

/** Addresses that the format knew and the words do not show. Archives keep copies of the first. */
function addLinks(found: Partial<CslItem>, links: readonly NoteLink[]): void {
  for (const { href } of links) {
    if (!/^https?:\/\//i.test(href)) continue
    const copy = /^https?:\/\/web\.archive\.org\/web\/\d+\w*\/(.+)$/i.exec(href)
    if (copy) {
      Object.assign(found, { archive: 'Internet Archive', archive_location: href })
      found.URL ??= copy[1]!
    } else if (/^https?:\/\/(?:dx\.)?doi\.org\/(10\..+)$/i.test(href)) found.DOI ??= decodeURI(href.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''))
    else if (!NO_HOME.test(href)) found.URL ??= href
  }
}

/** Whether a title can follow these words: nothing, names, or anything with a stop behind it; words that run on quote something else. */
const opensTitle = (before: string): boolean => !/,\s(?:in|dans|en)\s?:?\s*$/i.test(before) && (before.trim() === '' || /[.,:;)\]–—]\s*$/.test(before) || /\b(?:in|by|and|the article|titled|entitled|’s|'s)\s*$/i.test(before) || arePersons(before.trim()) || (before.trim().split(/\s+/).length <= 4 && !/\p{Ll}\s*$/u.test(before.trim().split(/\s+/).at(-1)!.slice(0, 1))))

const BY_NAME = /^,?\s+by\s+\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){1,3}\.?$/u
const unquoted = (title: string): string => tidy(title).replace(/^["“'‘]+(.*?)["”'’]+$/, '$1').replace(/[,.]$/, '')

/** Puts a hole where the title in quotation marks stands, so that no date or number is read out of it. A link's words without quotation marks are a title too where they open the note. */
function protectTitle(scratch: Scratch, links: readonly NoteLink[]): { words: string, index: number } | null {
  const match = QUOTED.exec(scratch.text)
  const isNear = match !== null && (match.index <= LATEST_TITLE || (match.index <= LATEST_AFTER_DATE && /\)[.,]?\s*$/.test(scratch.text.slice(0, match.index))))
  if (match && isNear && !RUNS_ON.test(scratch.text.slice(match.index + match[0].length)) && !/\([^()]*\)[.,:]?\s+\S/.test(scratch.text.slice(0, match.index).replace(/^.{0,80}\(\d{4}[^()]{0,30}\)[.,:]?\s?$/, ''))) {
    const words = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? match[6])!
    if (/\p{L}\S*[\s\p{L}]/u.test(words) && opensTitle(scratch.text.slice(0, match.index))) {
      scratch.cut(match.index, match.index + match[0].length, HOLE.title)
      return { words: unquoted(words), index: match.index }
    }
  }
  for (const { words, href } of links) {
    const title = words.replace(/\s+/g, ' ').trim()
    // A page of the same site, named with its author: "Grain and Gold by Jane Doe".
    const isNamed = scratch.text.startsWith(title) && BY_NAME.test(scratch.text.slice(title.length))
    if ((!/^https?:\/\//i.test(href) && !isNamed) || NO_HOME.test(href)) continue
    const at = title.length > 8 && title.length < 300 && (isNamed || /\s/.test(title)) && !/^https?:/.test(title) ? scratch.text.indexOf(title) : -1
    if (at < 0 || at > LATEST_AFTER_DATE || !opensTitle(scratch.text.slice(0, at)) || RUNS_ON.test(scratch.text.slice(at + title.length)) || /^(?:the original|archived)/i.test(title)) continue
    scratch.cut(at, at + title.length, HOLE.title)
    return { words: unquoted(title), index: at }
  }
  return null
}

function typeOf({ URL, genre, accessed, ...item }: CslItem): string {
  if (genre && /diss|thesis/i.test(genre)) return 'thesis'
  if (genre && /paper presented|conference paper/i.test(genre)) return 'paper-conference'
  if (genre && /report|paper/i.test(genre)) return 'report'
  if (item.archive_location && item.archive !== 'Internet Archive' && item.archive !== 'arXiv') return 'manuscript'
  if (item.volume && item['container-title']) return 'article-journal'
  const isOfDay = item.issued?.['date-parts']?.[0]?.[2] !== undefined
  if (URL || (accessed && !item.ISBN && !item.page && !isOfDay)) return item['container-title'] && (URL || item.issued) ? 'article' : 'webpage'
  if (item['container-title']) return isOfDay ? 'article-newspaper' : 'article-journal'
  if (item.ISBN || item.edition || item['publisher-place'] || (item.author && item.publisher)) return 'book'
  return item.title && item.publisher ? 'article' : 'document'
}
