import type { CslItem } from '../citation.ts'
import { conversation, genreAtOpening } from './details.ts'
import { arePersons, isPerson, ORGANISATION, readNames } from './names.ts'
import { piecesOf, sentencesOf } from './pieces.ts'
import { bookWithPublisher, plainPieces, titleBehindInitials } from './plain-pieces.ts'
import { isPlace, isPublisher } from './publishing.ts'
import { HOLE, hasWords, tidy, type Scratch } from './scratch.ts'

/** A title does not start further from the opening: what is quoted there are words from the source. */
export const LATEST_TITLE = 160

/** Who, what and in what, from the order of what is left. The pieces that are used are cut from the scratch. */
export function readSkeleton(scratch: Scratch, title: string | null, hasPublisher: boolean, hasEditor: boolean): CslItem {
  const genre = genreAtOpening(scratch.text)
  if (genre && title === null) {
    const words = tidy(scratch.text)
    scratch.text = ''
    return { type: /interview/i.test(genre) ? 'interview' : 'personal_communication', genre: genre.replace(/\s+(?:with|to|from|by)$/i, '').toLowerCase(), title: words }
  }
  const talk = title === null ? conversation(scratch.text) : null
  if (talk && arePersons(talk.who)) {
    scratch.text = scratch.text.slice(talk.length)
    return { type: /interview/i.test(talk.genre) ? 'interview' : 'personal_communication', author: readNames(talk.who)!, genre: talk.genre.toLowerCase() }
  }
  if (title !== null) return quotedTitle(scratch, title, hasEditor)
  const book = titleBehindInitials(scratch)
  if (book) return book
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
  } else if (before && DOCUMENTS.test(before)) item.genre = before.toLowerCase()
  else if (before && (before.length < LATEST_TITLE ? mayBeNames(before) : arePersons(before))) {
    const names = readNames(before.replace(/\s+(?:in|writes|,)$/i, ''))
    if (names) item.author = names
  } else if (before) remark = before
  const within = /^[\s.,;:”"]*(?:in|In|IN|dans|en)\s?:?\s+(?:(?<editors>[^()]{3,120}?)\s*\((?:[Ee]ds?|[Éé]ds?|[Hh]rsg|[Hh]gg?|dir|coords?|orgs?|a cura di)\.?\)[.,:]?\s*|(?:eds?\.\s(?<named>[^,]{3,80}),\s*))?/u.exec(after)
  if (within) {
    const editors = within.groups!.editors ?? within.groups!.named
    if (editors) item.editor = readNames(editors)!
    after = after.slice(within[0].length)
    item.type = 'chapter'
  }
  const pieces = within?.groups!.editors ? sentencesOf(after, /[\uE000-\uE00F]/u) : piecesOf(after)
  const hasVolume = after.includes(HOLE.volume)
  const container = within?.groups!.editors && pieces.length > 0 ? 0 : pieces.findIndex((piece) => /\p{L}{2}/u.test(piece) && (mayBeNames(piece) || (hasVolume && isJournal(piece)) || /^[\d\w-]+\.\w|^\d/u.test(piece)))
  if (container >= 0 && pieces[container]!.length < 140) {
    item['container-title'] = tidy(pieces[container]!)
    const next = pieces[container + 1]
    const isNext = next !== undefined && hasWords(next) && next.length < 80 && !/\b(?:archived|retrieved|accessed)\b/i.test(next)
    if (isNext && DATABASES.test(next)) {
      item.archive = next
      pieces.splice(container, 2)
    } else if (isNext && (isPlace(next) || COUNTRIES.test(next))) {
      item['publisher-place'] = next
      pieces.splice(container, 2)
    } else if (isNext && (ORGANISATION.test(next) || item.type === 'chapter' || (pieces.length === container + 2 && isShortName(next)))) {
      item.publisher = tidy(next)
      pieces.splice(container, 2)
    } else pieces.splice(container, 1)
  }
  scratch.text = [remark, ...pieces].filter(Boolean).join('. ')
  return item
}

/** A kind of paper, in the place of an author. */
const DOCUMENTS = /^(?:memorandum|memo|minutes|telegram|report|letter|note|draft|draft paper|statement|press release|dataset|data set)$/i
/** A newspaper of a common name is told from others by its country. */
const COUNTRIES = /^(?:UK|United Kingdom|England|Scotland|Ireland|US|USA|United States|Canada|Australia|New Zealand|India|South Africa|China|Germany|France)$/
/** Where a journal was read, not who published it. */
const DATABASES = /^(?:JSTOR|ProQuest|Project MUSE|EBSCO\w*|LexisNexis|Gale|Google Books|HeinOnline|Academia\.edu|ResearchGate)\b/
/** With a volume behind it, any few words are a journal's: "Revue des prix". */
const isJournal = (words: string): boolean => /^\p{Lu}/u.test(words) && words.split(/\s+/).length <= LONGEST_JOURNAL
const LONGEST_JOURNAL = 10
/** "Fairfax NZ", "Freedom House": a few capitalised words. */
const isShortName = (words: string): boolean => words.split(/\s+/).length <= SHORT_NAME && words.split(/\s+/).every((word) => /^(?:\p{Lu}|of$|for$|the$|and$|&$)/u.test(word))
const SHORT_NAME = 5

/** Names and institutions have capitals; a sentence before a title has not. */
const mayBeNames = (words: string): boolean => arePersons(words) || (words.split(/\s+/).length <= LONGEST_INSTITUTION && /^\p{Lu}/u.test(words) && words.split(/\s+/).filter((word) => /^\p{Ll}/u.test(word)).length <= words.split(/\s+/).length / 2)
const LONGEST_INSTITUTION = 14

/** "Smith, Jane, ed." */
const EDITS = /,?\s*\(?\beds?\.?\)?\.?$/i

/** The publisher in brackets behind a title whose date stands before it: "The Title, (Example Press, Oxford)". */
const PRINTED = /,?\s\((?<publisher>\p{Lu}[^(),]{2,80})(?:,\s(?<place>\p{Lu}[^(),]{1,40}(?:,\s[A-Z]{2})?))?\)(?=[.,\s]*(?:$|[\uE000-\uE00F]))/u

/** A journal in abbreviations, "Rev. Econom. Stud.", right before its volume, which looks like sentences; and a question as the title's first half. */
function abbreviated(rest: string, title: string): { words: string, pieces: number, isQuestion: boolean } | null {
  const at = rest.indexOf(HOLE.volume)
  if (at < 0) return null
  const before = sentencesOf(rest.slice(0, at), /[\uE000-\uE00F]/u).slice(1)
  const isQuestion = /[?!]$/.test(title) && before.length > 1
  const names = isQuestion ? before.slice(1) : before
  if (names.length === 0 || (names.length === 1 && !isQuestion) || !names.every((name) => /^\p{Lu}/u.test(name) && name.split(' ').length <= MOST_IN_ABBREVIATION) && names.length > 1) return null
  return { words: names.join('. '), pieces: names.length, isQuestion }
}
const MOST_IN_ABBREVIATION = 3

/** "Publisher. (date) Title" and APA's "Author, A. (date). Title. Container, 3(2), 4–5." */
function bracketedDate(scratch: Scratch, dated: RegExpExecArray): CslItem {
  const item: CslItem = { type: 'document' }
  // "Smith, J. (date) Title. London: Faber." is Harvard's; "Publisher. (date) Title" has a full stop before the bracket.
  const isHarvard = dated[2] === '' && !/(?<!\b\p{Lu})\.\s*$/u.test(dated[1]!)
  const isApa = dated[2] !== '' || isHarvard
  const names = `${dated[1]!.trim()}${/(?:^|[\s.])\p{Lu}$/u.test(dated[1]!) && dated[2] === '.' ? '.' : ''}`.replace(/(?<!\b\p{Lu})[.,:]\s*$/u, '').trim()
  let rest = scratch.text.slice(dated[0].length)
  const edited = /^([^()\uE000-\uE00F]{3,160}?)\s*\([Ee]ds?\.\)[.,:]\s+/u.exec(rest)
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
  const printed = PRINTED.exec(rest)
  if (printed && (isPublisher(printed.groups!.publisher!) || ORGANISATION.test(printed.groups!.publisher!) || isPlace(printed.groups!.place ?? '') || /, [A-Z]{2}$/.test(printed.groups!.place ?? ''))) {
    item.publisher = printed.groups!.publisher!
    if (printed.groups!.place) item['publisher-place'] = printed.groups!.place
    rest = rest.slice(0, printed.index) + rest.slice(printed.index + printed[0].length)
  }
  const pieces = sentencesOf(rest, /[\uE000-\uE00F]/u)
  item.title = pieces.shift() ?? ''
  const journal = abbreviated(rest, item.title)
  if (journal) {
    if (journal.isQuestion) item.title = `${item.title} ${pieces.shift()!}`
    pieces.splice(0, journal.pieces, journal.words)
  }
  const behind = pieces.length === 0 ? item.title.split(/,\s+/) : []
  if (behind.length > 2 && isPlace(behind.at(-1)!) && (isPublisher(behind.at(-2)!) || ORGANISATION.test(behind.at(-2)!))) {
    Object.assign(item, { title: behind.slice(0, -2).join(', '), publisher: behind.at(-2)!, 'publisher-place': behind.at(-1)! })
  }
  const within = pieces[0] && /^In:?\s+/.exec(pieces[0])
  if (within) item.type = 'chapter'
  const container = pieces[0] === undefined ? '' : tidy(pieces[0].replace(/^In:?\s+/, ''))
  const editors = within ? /^(.{3,120}?)\s*\([Ee]ds?\.?\)[.,]?\s*(.*)$/u.exec(container) : null
  if (editors) {
    item.editor = readNames(editors[1]!)!
    item['container-title'] = tidy(editors[2]!)
    pieces.shift()
  } else if (container && container.length < 140) {
    pieces.shift()
    const parts = container.split(/,\s+/)
    const place = parts.length > 1 && isPlace(parts.at(-1)!) ? parts.pop()! : null
    if (place) item['publisher-place'] = place
    if ((place !== null || isPublisher(parts.join(', '))) && !within) item.publisher = parts.join(', ')
    else item['container-title'] = parts.length > 1 && /^\d/.test(parts[1]!) ? parts[0]! : parts.join(', ')
  }
  if (pieces[0] && item['container-title'] && !item.publisher && pieces[0].length < 80 && (isPublisher(pieces[0]) || item.type === 'chapter')) item.publisher = pieces.shift()!
  scratch.text = pieces.join('. ')
  return item
}
