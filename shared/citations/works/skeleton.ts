import type { CslItem } from '../citation.ts'
import { genreAtOpening } from './details.ts'
import { arePersons, isPerson, ORGANISATION, readNames } from './names.ts'
import { isPlace } from './publishing.ts'
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
  if (short && !ORGANISATION.test(short[1]!) && !/(?:^|, |and )(?:The|A|An|On|In)\s/.test(short[1]!) && short[1]!.split(/,? (?:&|and) |, /).every((name) => name.split(' ').length <= 3 && !isPlace(name))) {
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
