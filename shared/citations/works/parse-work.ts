import type { CslItem } from '../citation.ts'
import { readChinese } from './chinese.ts'
import { takeDate } from './dates.ts'
import { genreAtOpening, takeDetails } from './details.ts'
import { takeIdentifiers } from './identifiers.ts'
import { readLegal } from './legal.ts'
import { arePersons, isPerson, ORGANISATION, readNames } from './names.ts'
import { isPlace, takeArchive, takePublishing } from './publishing.ts'
import { HOLE, hasWords, Scratch, tidy } from './scratch.ts'

/** What the words of one reference say. `isBare`: no date, address, publisher or container; it may be a short form of a work named before. */
export interface ParsedWork { source: CslItem | null; pinpoint: string | null; rest: string; isBare: boolean }

/** A link inside a note: its words are often the title of the work, its address the work's. */
export interface NoteLink { words: string; href: string }

/** A work is named at a note's opening; what follows is remarks. */
const LONGEST_READ = 1_200
/** Words that bring a reference in and are no part of it. */
export const SIGNAL = /^[\s*•(]*(?:(?:but |and )?(?:see(?:,? (?:also|generally|for (?:example|instance)|e\.g\.,?|esp(?:ecially)?\.?|in particular|among others))?|cf\.?|e\.g\.,?|for (?:an? )?(?:example|instance|details?|more|further|discussion)\b[^.;:]{0,60}?,? see(?: also)?|for (?:example|instance|details|more)|compare|accord|contra|quoted (?:in|by|from)|cited (?:in|by)|as (?:quoted|cited) (?:in|by)|reprinted in|adapted from|source|sources|from|based on|according to|data from|参见|参看|转引自)(?=[\s:,：])[:,：]?\s*)+/i
/** "[originally published in 1966]" */
const ORIGINAL = /\s*[[(](?:(?:originally|first) (?:published|printed)(?: in)? |orig\.? (?:pub\.? )?)?1[4-9]\d\d[\])](?=[.,]?\s)(?<=\d{4}[)\]])(?<![([]\d{4}\))/i
/** A title in quotation marks. Straight single ones are apostrophes too often. */
const QUOTED = /“([^”]{2,400})”|"([^"]{2,400})"|«\s?([^»]{2,400}?)\s?»|„([^“”]{2,400})[“”]|(?<=^|[\s,.(\uE001])'([^']{4,200}?(?:'(?=\p{L})[^']{0,100}?){0,3}),?'(?=[,.;:)\s]|$)|(?<=^|[\s,.(\uE001])‘((?:[^’]|’(?=\p{L})){4,300})’(?!\p{L})/u
/** A title does not start further from the opening: what is quoted there are words from the source. */
const LATEST_TITLE = 160
/** Behind a long list of names with the date in brackets it may. */
const LATEST_AFTER_DATE = 600
/** Words in quotation marks that the sentence goes on from are no title: “God Save the Queen” is … */
const RUNS_ON = /^\s+(?!(?:in|by|at|from|trans|translated|ed|eds|edited|vol|no|pp?|and|presented|published|available|accessed|retrieved|archived)\b)\p{Ll}/u
/** Catalogues and indexes: a link to them is not the work's own address. */
const NO_HOME = /^https?:\/\/(?:[\w-]+\.)*(?:wikipedia\.org|wikidata\.org|worldcat\.org|ui\.adsabs\.harvard\.edu|ncbi\.nlm\.nih\.gov|semanticscholar\.org|hdl\.handle\.net|jstor\.org\/stable|issn\.org|loc\.gov\/lccn)(?:\/|$)/i
/** The place in the work behind a reference: ", 45." ", 113–16." */
const TRAILING_PLACE = /(?:[,:]\s+|[\uE001\uE004\uE005)]\s*[,:]?\s*)(?:at\s+)?((?:(?:chs?|chap|chapter|secs?|section|paras?|art|article|fig|table|app|appendix|vol|bk|pt|¶+|§+)\.?\s?)?(?:[A-Z]?\d{1,5}(?:[–-][A-Z]?\d{1,5})?|[ivxlc]{1,6})(?:\s?n\.?\s?\d+)?(?:,\s\d{1,5}(?:[–-]\d{1,5})?){0,6})\s*[.)\]]*\s*$/u
const NO_WORK = /\b(?:is|are|was|were|has|have|had|can|could|may|might|will|would|should|must|does|do|did|not|that|which|because|we|you|it|they|these|those|this|there|i|our|their|if|when|also|however|although|such|some|only|any|than|been|being|as)\b/gi

const PERIODICAL = /\b(?:journal|review|times|gazette|quarterly|magazine|zeitung|news|bulletin|proceedings|herald|post|economist|revue|annals)\b/i
/** Sums and shares stand in remarks. */
const FIGURES = /[$€£]\s?\d|\d\s?%/
/** "Art. 141: “…”" quotes the article that the text speaks of. */
const ARTICLE = /^((?:Arts?|Articles?|Secs?|Section|Paras?|§+)\.?\s[\dIVXLC][\w(), –-]*?)\s*[.:,]\s*\uE004/u

/** So many of the little words of running prose make a remark; a title seldom has three. */
const REMARK_WORDS = 3
const REMARK_SHARE = 0.14
const isRemark = (words: string): boolean => {
  const count = words.split(/\s+/).length
  const little = words.match(NO_WORK)?.length ?? 0
  if (count >= 8 && little >= REMARK_WORDS && little / count >= REMARK_SHARE) return true
  return count >= LONG_REMARK && little > 0 && !/\d{3}.{0,12}[–-]\d|\bpp?\.|[\uE002\uE003]|^.{0,80}[([]\uE001/.test(words) && words.split(/\s+/).filter((word) => /^\p{Ll}/u.test(word)).length / count >= SMALL_SHARE
}
/** So many words, most of them small ones, are sentences; titles of that length have capitals. */
const LONG_REMARK = 18
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
  const opened = read.slice(signal.length)
  const legal = readLegal(opened)
  if (legal) return { source: legal.author ? { ...legal.item, author: readNames(legal.author)! } : legal.item, pinpoint: legal.pinpoint, rest: tidy(opened.slice(legal.length)), isBare: false }

  const scratch = new Scratch(opened)
  const identifiers = takeIdentifiers(scratch)
  addLinks(identifiers, links)
  if (!hasWords(scratch.text)) return { source: { type: 'webpage', ...identifiers }, pinpoint: null, rest: '', isBare: false }
  const original = scratch.take(ORIGINAL, '')
  if (original) identifiers.note = [identifiers.note, original[0].replace(/[[\]()]/g, '').trim()].filter(Boolean).join(', ')
  const protectedTitle = protectTitle(scratch, links)
  const issued = takeDate(scratch)
  const details = takeDetails(scratch)
  const { locator, ...fields } = details
  const archive = takeArchive(scratch)
  const hasTitle = protectedTitle !== null
  const isDated = issued !== null || identifiers.URL !== undefined || identifiers.DOI !== undefined
  const isProse = !hasTitle && (isRemark(scratch.text) || (FIGURES.test(scratch.text) && !/[([]\uE001/.test(scratch.text)))
  const article = hasTitle ? ARTICLE.exec(scratch.text) : null
  if (article) return { ...nothing, pinpoint: article[1]! }
  if (isProse) {
    if (!identifiers.URL && !identifiers.DOI) return { ...nothing, pinpoint: locator ?? null }
    const title = links.map(({ words }) => unquoted(words)).find((words) => /^\p{Lu}/u.test(words) && words.split(/\s+/).length >= 3)
    return { source: { type: 'webpage', ...(title ? { title } : {}), ...identifiers }, pinpoint: null, rest: opened, isBare: false }
  }
  if (hasTitle && !isDated && protectedTitle.index > 0 && isRemark(scratch.text)) return nothing

  const trailing = TRAILING_PLACE.exec(scratch.text)
  if (trailing) scratch.cut(/^[\uE000-\uE00F)]/.test(trailing[0]) ? trailing.index + 1 : trailing.index, scratch.text.length, '')
  const chinese = /\p{Script=Han}/u.test(scratch.text) ? readChinese(scratch) : null
  const publishing: Partial<CslItem> = chinese ? {} : takePublishing(scratch)
  if (hasTitle && publishing.publisher && !publishing['publisher-place'] && PERIODICAL.test(publishing.publisher)) {
    publishing['container-title'] = publishing.publisher
    delete publishing.publisher
  }
  const skeleton = chinese ?? readSkeleton(scratch, protectedTitle?.words ?? null, publishing.publisher !== undefined, fields.editor !== undefined)
  const source: CslItem = { ...skeleton, ...publishing, ...archive, ...fields, ...identifiers, ...('publisher' in skeleton && skeleton.publisher && !publishing.publisher ? { publisher: skeleton.publisher } : {}), type: 'document' }
  if (issued) source.issued = issued
  const pinpoint = trailing?.[1] && !source.page ? trailing[1] : locator ?? trailing?.[1] ?? null
  if (!source.page && pinpoint && /^[\dA-Z]/.test(pinpoint)) source.page = pinpoint
  source.type = skeleton.type !== 'document' ? skeleton.type : typeOf(source)
  const isBare = !isDated && !source.publisher && !source['publisher-place'] && !source['container-title'] && !source.volume && !source.genre && !source.archive && !source.editor
  return { source, pinpoint, rest: tidy(scratch.text.replace(/[\uE000-\uE00F]/g, ' ')), isBare }
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
const opensTitle = (before: string): boolean => before.trim() === '' || /[.,:;)\]–—]\s*$/.test(before) || /\b(?:in|by|and|the article|titled|entitled|’s|'s)\s*$/i.test(before) || arePersons(before.trim()) || (before.trim().split(/\s+/).length <= 4 && !/\p{Ll}\s*$/u.test(before.trim().split(/\s+/).at(-1)!.slice(0, 1)))

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
    if (!/^https?:\/\//i.test(href) || NO_HOME.test(href)) continue
    const title = words.replace(/\s+/g, ' ').trim()
    const at = title.length > 8 && title.length < 300 && /\s/.test(title) && !/^https?:/.test(title) ? scratch.text.indexOf(title) : -1
    if (at < 0 || at > LATEST_AFTER_DATE || !opensTitle(scratch.text.slice(0, at)) || RUNS_ON.test(scratch.text.slice(at + title.length)) || /^(?:the original|archived)/i.test(title)) continue
    scratch.cut(at, at + title.length, HOLE.title)
    return { words: unquoted(title), index: at }
  }
  return null
}

/** Who, what and in what, from the order of what is left. The pieces that are used are cut from the scratch. */
function readSkeleton(scratch: Scratch, title: string | null, hasPublisher: boolean, hasEditor: boolean): CslItem {
  const genre = genreAtOpening(scratch.text)
  if (genre && title === null) {
    const words = tidy(scratch.text)
    scratch.text = ''
    return { type: /interview/i.test(genre) ? 'interview' : 'personal_communication', genre: genre.replace(/\s+(?:with|to|from|by)$/i, '').toLowerCase(), title: words }
  }
  if (title !== null) return quotedTitle(scratch, title, hasEditor)
  const dated = new RegExp(`^([^${HOLE.date}]*?)\\s*[([]\\s?${HOLE.date}[^)\\]]{0,30}[)\\]]([.,:]?)\\s*`, 'u').exec(scratch.text)
  if (dated && hasWords(scratch.text.slice(dated[0].length))) return bracketedDate(scratch, dated)
  const dotted = new RegExp(`^([^${HOLE.date}]{3,160}?)(\\.)\\s${HOLE.date}\\.\\s+(?=[\\p{L}“"])`, 'u').exec(scratch.text)
  if (dotted && hasWords(dotted[1]!)) return bracketedDate(scratch, dotted)
  if (hasPublisher && scratch.text.includes(HOLE.note)) return bookWithPublisher(scratch)
  return plainPieces(scratch)
}

/** Author, “Title,” Container, date. What stands between title and container may bring in a book: In Smith (ed.), Book. */
function quotedTitle(scratch: Scratch, title: string, hasEditor: boolean): CslItem {
  const at = scratch.text.indexOf(HOLE.title)
  const item: CslItem = { type: hasEditor ? 'chapter' : 'document', title }
  const before = tidy(scratch.text.slice(0, at).replace(/\(\s*\uE001\s*\)/u, ' '))
  let after = scratch.text.slice(at + 1)
  let remark = ''
  const by = /^[\s,]*by\s+((?:\p{Lu}[\p{L}.’'-]*\s?){2,5}(?:(?:,|and|&)\s(?:\p{Lu}[\p{L}.’'-]*\s?){2,5})*)(?=[\s,(.\uE000-\uE00F]|$)/u.exec(after)
  if (by && arePersons(by[1]!)) {
    item.author = readNames(by[1]!)!
    after = after.slice(by[0].length)
    if (before) item.note = before
  } else if (before && before.length < LATEST_TITLE && mayBeNames(before)) {
    const names = readNames(before.replace(/\s+(?:in|writes|,)$/i, ''))
    if (names) item.author = names
  } else if (before) remark = before
  const within = /^[\s.,;:”"]*(?:in|In|IN):?\s+(?:(?<editors>[^()]{3,120}?)\s*\(eds?\.?\)[.,]?\s*|(?:eds?\.\s(?<named>[^,]{3,80}),\s*))?/u.exec(after)
  if (within) {
    const editors = within.groups!.editors ?? within.groups!.named
    if (editors) item.editor = readNames(editors)!
    after = after.slice(within[0].length)
    item.type = 'chapter'
  }
  const pieces = within?.groups!.editors ? sentencesOf(after, /[\uE000-\uE00F]/u) : piecesOf(after)
  const container = pieces.findIndex((piece) => /\p{L}{2}/u.test(piece) && (mayBeNames(piece) || /^[\d\w-]+\.\w|^\d/u.test(piece)))
  if (container >= 0 && pieces[container]!.length < 140) {
    item['container-title'] = tidy(pieces[container]!)
    const next = pieces[container + 1]
    if (next && hasWords(next) && next.length < 80 && !/\b(?:archived|retrieved|accessed)\b/i.test(next) && (ORGANISATION.test(next) || item.type === 'chapter')) {
      item.publisher = tidy(next)
      pieces.splice(container, 2)
    } else pieces.splice(container, 1)
  }
  scratch.text = [remark, ...pieces].filter(Boolean).join('. ')
  return item
}

/** Names and institutions have capitals; a sentence before a title has not. */
const mayBeNames = (words: string): boolean => arePersons(words) || (words.split(/\s+/).length <= LONGEST_INSTITUTION && /^\p{Lu}/u.test(words) && words.split(/\s+/).filter((word) => /^\p{Ll}/u.test(word)).length <= words.split(/\s+/).length / 2)
const LONGEST_INSTITUTION = 14

const ABBREVIATED = /(?:^|[\s(])(?:Exec|Mgmt|Dept|Govt?|Soc|Hist|Coll|Univ|Assoc|Inst|Inc|Ltd|Co|Corp|Bros|St|Drs?|Mrs?|Ms|Prof|Rev|Jour|Proc|Trans|Am|Amer|Bull|Int|Natl|Nat|Comm|Cong|Sess|Sec|eds?|vs?|al|No|Vol|Ser|Sup|Ct|Dist|Minn|Mass|Penn|Calif|Conn|Eng|Engl|Sci|Acad|Res|Econ|Polit|Phil|Med|Rep|Gen|Col|Capt|Sen|Hon)\.$/

/** Sentences of a reference: parted behind a full stop, not behind an initial or an abbreviation, and where a date or a number stood between two. */
function sentencesOf(words: string, alsoAt = /(?!)/u): string[] {
  const sentences: string[] = []
  let open = ''
  for (const piece of words.split(/(?<=[^\p{Lu}\s.][.?!]|\p{Lu}{3}\.|[\uE000-\uE00F]\.)\s+(?=[\p{Lu}\uE000-\uE00F"“])/u)) {
    open = open === '' ? piece : `${open} ${piece}`
    if (ABBREVIATED.test(open)) continue
    sentences.push(open)
    open = ''
  }
  if (open !== '') sentences.push(open)
  return sentences.flatMap((sentence) => sentence.split(alsoAt)).map(tidy).filter(hasWords)
}

/** The pieces between the signs that part fields; a comma inside an institution's name does not. */
function piecesOf(words: string): string[] {
  return words.split(/(?<=[^\p{Lu}\s.][.?!])\s+(?=[\p{Lu}\uE000-\uE00F"“])|[\uE000-\uE00F]|;\s|\s\(|\)\s?|,\s+(?!(?:and|&|Inc|Ltd|LLC|Innovation)\b|\p{Lu}[\p{L} ]{1,40}\s(?:and|&)\s)/u).map(tidy).filter(hasWords)
}

/** "Smith, Jane, ed." */
const EDITS = /,?\s*\(?\beds?\.?\)?\.?$/i

/** "Publisher. (date) Title" and APA's "Author, A. (date). Title. Container, 3(2), 4–5." */
function bracketedDate(scratch: Scratch, dated: RegExpExecArray): CslItem {
  const item: CslItem = { type: 'document' }
  const isApa = dated[2] !== ''
  const names = `${dated[1]!.trim()}${/(?:^|[\s.])\p{Lu}$/u.test(dated[1]!) && dated[2] === '.' ? '.' : ''}`.replace(/(?<!\b\p{Lu})[.,:]\s*$/u, '').trim()
  let rest = scratch.text.slice(dated[0].length)
  const edited = /^([^()\uE000-\uE00F]{3,160}?)\s*\(eds?\.\)[.,:]\s+/u.exec(rest)
  if (edited && arePersons(edited[1]!)) {
    item.editor = readNames(edited[1]!)!
    rest = rest.slice(edited[0].length)
  }
  if (EDITS.test(names)) item.editor = readNames(names.replace(EDITS, ''))!
  else if (names) {
    const people = readNames(names)
    if (people && (people.every((name) => isPerson(name) || name.literal === 'et al.') ? isApa || names.includes(',') : isApa)) item.author = people
    else item.publisher = tidy(names)
  }
  if (!isApa) {
    item.title = tidy(rest)
    scratch.text = ''
    return item
  }
  const pieces = sentencesOf(rest, /[\uE000-\uE00F]/u)
  item.title = pieces.shift() ?? ''
  const within = pieces[0] && /^In:?\s+/.exec(pieces[0])
  if (within) item.type = 'chapter'
  const container = pieces[0] === undefined ? '' : tidy(pieces[0].replace(/^In:?\s+/, ''))
  const editors = within ? /^(.{3,120}?)\s*\(eds?\.?\)[.,]?\s*(.*)$/u.exec(container) : null
  if (editors) {
    item.editor = readNames(editors[1]!)!
    item['container-title'] = tidy(editors[2]!)
    pieces.shift()
  } else if (container && container.length < 140) {
    pieces.shift()
    const parts = container.split(/,\s+/)
    if (isPublisher(container) && !within) item.publisher = container
    else item['container-title'] = parts.length > 1 && /^\d/.test(parts[1]!) ? parts[0]! : container
  }
  if (pieces[0] && item['container-title'] && !item.publisher && pieces[0].length < 80 && (isPublisher(pieces[0]) || item.type === 'chapter')) item.publisher = pieces.shift()!
  scratch.text = pieces.join('. ')
  return item
}

const isPublisher = (words: string): boolean => /\b(?:press|books|publish\w*|verlag|sons|house|penguin|routledge|sage|springer|wiley|elsevier|macmillan|palgrave|editions|university|group|media|ltd|inc|limited|company|ministry|department|agency|office|\w+\.com)\b\.?$/i.test(words) && !/\bjournal\b/i.test(words)

/** Jane Smith and John Doe, The Title (place and publisher are taken), 45. */
function bookWithPublisher(scratch: Scratch): CslItem {
  const at = scratch.text.indexOf(HOLE.note)
  const { author, title } = authorAndTitle(scratch.text.slice(0, at).replace(/,\s*\(?eds?\.?\)?,/, ','))
  const edits = /,\s*\(?eds?\.?\)?,/.test(scratch.text.slice(0, at))
  scratch.text = scratch.text.slice(at + 1)
  if (edits && author) return { type: 'document', editor: author, ...(title ? { title } : {}) }
  return { type: 'document', ...(author ? { author } : {}), ...(title ? { title } : {}) }
}

/** Names as far as they are names; the last piece stays for the title. */
function authorAndTitle(words: string): { author?: NonNullable<CslItem['author']>, title?: string } {
  const sentences = sentencesOf(words)
  if (sentences.length > 1 && sentences[0]!.length < 120 && arePersons(sentences[0]!)) return { author: readNames(sentences[0]!)!, title: tidy(sentences.slice(1).join('. ')) }
  const pieces = tidy(words.replace(/[\uE000-\uE00F]/g, ' ')).split(/,\s+/)
  for (let names = Math.min(pieces.length - 1, 8); names > 0; names -= 1) {
    const list = pieces.slice(0, names).join(', ')
    if (arePersons(list) && !/^(?:and|&)\s/.test(pieces[names]!)) return { author: readNames(list)!, title: tidy(pieces.slice(names).join(', ')) }
  }
  if (pieces.length > 1 && ORGANISATION.test(pieces[0]!) && pieces[0]!.split(' ').length <= 8 && /^[\p{Lu}\d“]/u.test(pieces[1]!) && !ORGANISATION.test(pieces[1]!) && !isPlace(pieces[1]!)) return { author: [{ literal: pieces[0]! }], title: tidy(pieces.slice(1).join(', ')) }
  return { title: tidy(pieces.join(', ')) }
}

/** Author. Title. Publisher — or Title, Publisher — or, when the pieces cannot be told apart, all of it as the title. */
function plainPieces(scratch: Scratch): CslItem {
  const item: CslItem = { type: 'document' }
  const short = /^((?:\p{Lu}[\p{L}\p{M}'’-]+|de|van|von|der|la)(?:(?:,? (?:&|and) |, | )(?:\p{Lu}[\p{L}\p{M}'’-]+|de|van|von|der|la))*?(?:,? et al\.?)?),?\s*\(?\uE001\)?[.,:;\s\uE002\uE003]*[\d\s,–-]*$/u.exec(scratch.text)
  if (short && isPlace(short[1]!)) {
    scratch.text = ''
    return { ...item, 'publisher-place': short[1]! }
  }
  if (short && !ORGANISATION.test(short[1]!) && !/(?:^|, |and )(?:The|A|An|On|In)\s/.test(short[1]!) && short[1]!.split(/,? (?:&|and) |, /).every((name) => name.split(' ').length <= 3)) {
    scratch.text = ''
    return { ...item, author: short[1]!.replace(/,? et al\.?$/, ', et al.').split(/,? (?:&|and) |, /).filter(Boolean).map((name) => (name === 'et al.' ? { literal: name } : { family: name.trim() })) }
  }
  const text = scratch.text.replace(/\(\s*\uE001\s*\)/gu, HOLE.date)
  const vancouver = /^((?:\p{Lu}[\p{L}’'-]+ \p{Lu}{1,3}(?:, )?){1,30}(?:, et al)?)\.\s+/u.exec(text)
  if (vancouver) {
    const [title, container, ...others] = sentencesOf(text.slice(vancouver[0].length), /[\uE000-\uE00F]/u)
    scratch.text = others.join('. ')
    return { ...item, author: readNames(vancouver[1]!)!, ...(title ? { title } : {}), ...(container ? { 'container-title': container } : {}) }
  }
  const sentences = sentencesOf(text, /[\uE001\uE003](?=[.,]?\s+\p{Lu})/u)
  scratch.text = ''
  if (sentences.length > 1) {
    const [first, second, third, ...others] = sentences as [string, string, string | undefined, ...string[]]
    scratch.text = others.join('. ')
    if (first.length < 160 && arePersons(first)) {
      const parts = { ...item, author: readNames(first)!, title: second }
      return third === undefined ? parts : isPlace(third) ? { ...parts, 'publisher-place': third } : { ...parts, publisher: third }
    }
    if (isPlace(second)) return { ...item, ...authorAndTitle(first), 'publisher-place': second, ...(third === undefined ? {} : { publisher: third }) }
    if (first.length < 60 && ORGANISATION.test(first) && first.split(' ').length <= 5 && !/,/.test(first)) return third === undefined ? { ...item, publisher: first, title: second } : { ...item, publisher: first, title: second, 'container-title': third }
    if (second.length < 80 && (isPublisher(second) || ORGANISATION.test(second))) {
      scratch.text = [third, ...others].filter(Boolean).join('. ')
      return { ...item, ...authorAndTitle(first), publisher: second }
    }
    scratch.text = ''
    return { ...item, title: tidy(sentences.join('. ')) }
  }
  const only = sentences[0] ?? ''
  const parts = authorAndTitle(only)
  const isTitle = parts.author?.length === 1 && ORGANISATION.test(parts.title ?? '')
  const { author, title } = isTitle ? { title: only } as typeof parts : parts
  if (author) item.author = author
  const pieces = (title ?? '').split(/,\s+/)
  const last = pieces.at(-1)!
  if (pieces.length > 1 && isPlace(last)) return { ...item, title: pieces.slice(0, -1).join(', '), 'publisher-place': last }
  const from = pieces.findIndex((piece, index) => index > 0 && (ORGANISATION.test(piece) || isPublisher(piece)))
  if (from > 0) return { ...item, title: pieces.slice(0, from).join(', '), publisher: pieces.slice(from).join(', ') }
  return title ? { ...item, title } : item
}

function typeOf({ URL, genre, ...item }: CslItem): string {
  if (genre && /diss|thesis/i.test(genre)) return 'thesis'
  if (genre && /report|paper/i.test(genre)) return 'report'
  if (item.archive_location && item.archive !== 'Internet Archive' && item.archive !== 'arXiv') return 'manuscript'
  if (item.volume && item['container-title']) return 'article-journal'
  if (URL) return item['container-title'] ? 'article' : 'webpage'
  if (item['container-title']) return item.issued?.['date-parts']?.[0]?.[2] !== undefined ? 'article-newspaper' : 'article-journal'
  if (item.ISBN || item.edition || item['publisher-place'] || (item.author && item.publisher)) return 'book'
  return item.title && item.publisher ? 'article' : 'document'
}
