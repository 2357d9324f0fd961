import type { CslItem } from '../citation.ts'
import { arePersons, ORGANISATION, readNames } from './names.ts'
import { sentencesOf } from './pieces.ts'
import { isPlace, isPublisher, PERIODICAL } from './publishing.ts'
import { HOLE, tidy, type Scratch } from './scratch.ts'

/** Words of an institution that stands before its work, and of one that stands for it with a year. */
const LONGEST_INSTITUTION = 14
const SHORT_NAME = 5

/** Jane Smith and John Doe, The Title (place and publisher are taken), 45. */
export function bookWithPublisher(scratch: Scratch): CslItem {
  const at = scratch.text.indexOf(HOLE.note)
  const { author, title } = authorAndTitle(scratch.text.slice(0, at).replace(/,\s*\(?eds?\.?\)?,/, ','))
  const edits = /,\s*\(?eds?\.?\)?,/.test(scratch.text.slice(0, at))
  scratch.text = scratch.text.slice(at + 1)
  if (edits && author) return { type: 'document', editor: author, ...(title ? { title } : {}) }
  return { type: 'document', ...(author ? { author } : {}), ...(title ? { title } : {}) }
}

const WITH_INITIALS = "(?:(?:van|von|de|der|di|la|le)\\s){0,2}\\p{Lu}[\\p{L}\\p{M}’'-]+,\\s\\p{Lu}\\.(?:[ -]?\\p{Lu}\\.)*"
/** "Doe, J. A. and Roe, R. The Title, Example House (date)": names end with their initials. */
const INITIALS_TITLE_PUBLISHER = new RegExp(`^(?<names>${WITH_INITIALS}(?:,?\\s(?:and|&)\\s${WITH_INITIALS}|,\\s${WITH_INITIALS})*),?\\s(?<title>\\p{Lu}(?:[^.,()]|,\\s(?!\\p{Lu}\\.))*?[^.,()]),\\s(?<publisher>\\p{Lu}[^,.()]{2,60})\\s\\(\\s?${HOLE.date}\\s?\\)(?=[.,\\s]*(?:$|[${HOLE.pages}${HOLE.volume}]))`, 'u')

/** "Example House; 2012": whoever stands before a semicolon and the year, without a volume, published it. */
const PRINTED = new RegExp(`\\p{L}\\s?;\\s?${HOLE.date}(?!.*${HOLE.volume})`, 'u')

/** Null unless the reference is written so. A title of one word may be a second given name. */
export function titleBehindInitials(scratch: Scratch): CslItem | null {
  const match = INITIALS_TITLE_PUBLISHER.exec(scratch.text)
  if (!match || !/\s/.test(match.groups!.title!)) return null
  const { names, title, publisher } = match.groups!
  scratch.cut(0, match[0].length, '')
  return { type: 'document', author: readNames(names!)!, title: title!, [PERIODICAL.test(publisher!) ? 'container-title' : 'publisher']: publisher! }
}

/** "Smith JA, Doe B, et al." */
const VANCOUVER_NAMES = /^((?:\p{Lu}[\p{L}’'-]+ \p{Lu}{1,3}(?:, )?){1,30}(?:, et al)?)\.\s+/u

/** "Doe, J. A. The Title", "DOE, J.; ROE, A. B. The Title": behind initials a title of several words, or of one that nothing follows. */
const INITIALS_TITLE = new RegExp(`^(${WITH_INITIALS}(?:(?:,?\\s(?:and|&)|;|,)\\s${WITH_INITIALS})*)\\s+(?=\\p{Lu}[\\p{L}\\p{M}’'-]*(?:,?\\s[\\p{L}\\d]|\\.?\\s*$))(?!\\p{Lu}[^\\s]*(?:,\\s\\p{Lu}\\.|\\s(?:and|&)\\s\\p{Lu}[^\\s]*,\\s\\p{Lu}\\.))`, 'u')

/** Names as far as they are names; the last piece stays for the title. */
function authorAndTitle(words: string): { author?: NonNullable<CslItem['author']>, title?: string } {
  const others = /^([^.]{3,120}?,? et al\.)\s+(?=\p{Lu})/u.exec(words)
  if (others && arePersons(others[1]!)) return { author: readNames(others[1]!)!, title: tidy(words.slice(others[0].length)) }
  const medical = VANCOUVER_NAMES.exec(words)
  if (medical) return { author: readNames(medical[1]!)!, title: tidy(words.slice(medical[0].length)) }
  const initials = INITIALS_TITLE.exec(words)
  if (initials) return { author: readNames(initials[1]!)!, title: tidy(words.slice(initials[0].length)) }
  const sentences = sentencesOf(words)
  if (sentences.length > 1 && ORGANISATION.test(sentences[0]!) && sentences[0]!.split(' ').length <= LONGEST_INSTITUTION && !/[,:]/.test(sentences[0]!)) return { author: [{ literal: sentences[0]! }], title: tidy(sentences.slice(1).join('. ')) }
  if (sentences.length > 1 && sentences[0]!.length < 120 && arePersons(sentences[0]!)) return { author: readNames(sentences[0]!)!, title: tidy(sentences.slice(1).join('. ')) }
  const pieces = tidy(words.replace(/[\uE000-\uE00F]/g, ' ')).split(/,\s+/)
  for (let names = Math.min(pieces.length - 1, 8); names > 0; names -= 1) {
    const list = pieces.slice(0, names).join(', ')
    if (arePersons(list) && !/^(?:and|&)\s/.test(pieces[names]!)) return { author: readNames(list)!, title: tidy(pieces.slice(names).join(', ')) }
  }
  if (pieces.length > 1 && ORGANISATION.test(pieces[0]!) && pieces[0]!.split(' ').length <= 8 && /^[\p{Lu}\d“]/u.test(pieces[1]!) && !ORGANISATION.test(pieces[1]!) && !isPlace(pieces[1]!)) return { author: [{ literal: pieces[0]! }], title: tidy(pieces.slice(1).join(', ')) }
  return { title: tidy(pieces.join(', ')) }
}

/** A newspaper by its name alone: "New York Times", "Le Monde". */
const PERIODICAL_NAME = /\b(?:Times|Post|Herald|Gazette|Tribune|Guardian|Observer|Zeitung|Monde|Chronicle|Telegraph|Examiner|Courier|Globe|Economist)$/u
/** What a title is not: a place in a work. */
const PLACE_ONLY = /^(?:(?:chs?|chap|chapter|bk|book|cols?|vols?|secs?|§+|nos?|arts?|cap|kap|lib)\b\.?\s?[\divxlc.]+|\d{1,4}[a-e]?)$/i
/** Author. Title. Publisher — or Title, Publisher — or, when the pieces cannot be told apart, all of it as the title. */
export function plainPieces(scratch: Scratch): CslItem {
  const item: CslItem = { type: 'document' }
  const short = /^((?:\p{Lu}[\p{L}\p{M}'’-]+|de|van|von|der|la)(?:(?:,? (?:&|and) |, | )(?:\p{Lu}[\p{L}\p{M}'’-]+|de|van|von|der|la))*?(?:,? et al\.?)?),?\s*\(?\uE001\)?[.,:;\s\uE002\uE003]*[\d\s,–-]*$/u.exec(scratch.text)
  if (short && isPlace(short[1]!)) {
    scratch.text = ''
    return { ...item, 'publisher-place': short[1]! }
  }
  const isPeriodical = short && PERIODICAL_NAME.test(short[1]!) && scratch.text.includes(HOLE.date)
  if (isPeriodical) {
    scratch.text = ''
    return { ...item, 'container-title': short[1]! }
  }
  if (short && ORGANISATION.test(short[1]!) && /^[^,]*[^,\s]$/.test(short[1]!) && short[1]!.split(' ').length <= SHORT_NAME && !/\b(?:Act|Report|Review|Journal|Survey|Yearbook|Census|Annual|Congress|Conference|Forum)\b/.test(short[1]!)) {
    scratch.text = ''
    return { ...item, author: [{ literal: short[1]! }] }
  }
  // "Hans Müller, Das Wachstum, München date" is no list of family names: such a list has "and", or one name.
  const isList = short !== null && (!/, /.test(short[1]!.replace(/,? et al\.?$/, '')) || /(?: &| and) /.test(short[1]!) || short[1]!.split(', ').every((name) => !/\s/.test(name)))
  if (short && isList && !ORGANISATION.test(short[1]!) && !/(?:^|, |and )(?:The|A|An|On|In|La|Le|Les|El|Il|Das|Die|Der)\s/.test(short[1]!) && short[1]!.split(/,? (?:&|and) |, /).every((name) => name.split(' ').length <= 3 && !isPlace(name))) {
    scratch.text = ''
    return { ...item, author: short[1]!.replace(/,? et al\.?$/, ', et al.').split(/,? (?:&|and) |, /).filter(Boolean).map((name) => (name === 'et al.' ? { literal: name } : { family: name.trim() })) }
  }
  const text = scratch.text.replace(/\(\s*\uE001\s*\)/gu, HOLE.date)
  const vancouver = VANCOUVER_NAMES.exec(text)
  if (vancouver) {
    const isPrinted = PRINTED.test(text)
    const pieces = sentencesOf(text.slice(vancouver[0].length), /[\uE000-\uE00F]/u)
    // A question is followed by the rest of its title, where a container still follows.
    const title = pieces.length > 2 && /[?!]$/.test(pieces[0]!) ? pieces.splice(0, 2).join(' ') : pieces.shift()
    const isWithin = /^In:\s/.test(pieces[0] ?? '')
    const container = isPrinted && !isWithin ? undefined : pieces.shift()?.replace(/^In:\s+/, '')
    const publisher = isPrinted ? pieces.shift() : undefined
    scratch.text = pieces.join('. ')
    return { type: isWithin ? 'chapter' : item.type, author: readNames(vancouver[1]!)!, ...(title ? { title } : {}), ...(container ? { 'container-title': container } : {}), ...(publisher ? { publisher } : {}) }
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
  const read = authorAndTitle(only)
  // "Hobbes, Leviathan, ch. 13": what was taken for a given name is the title.
  const [family, given] = only.split(/,\s+/)
  const parts = read.author?.length === 1 && read.author[0]!.given === given?.replace(/[,\s]+$/, '') && PLACE_ONLY.test(read.title ?? '') ? { author: [{ family: family! }], title: given!.replace(/[,\s]+$/, ''), place: read.title! } : read
  if ('place' in parts) scratch.text = parts.place as string
  const isTitle = parts.author?.length === 1 && ORGANISATION.test(parts.title ?? '') && !/^(?:The|A|An)\s/.test(parts.title ?? '')
  const { author, title }: { author?: NonNullable<CslItem['author']>, title?: string } = isTitle ? { title: only } as typeof parts : parts
  if (author) item.author = author
  const pieces = (title ?? '').split(/,\s+/)
  const last = pieces.at(-1)!
  const placeAt = pieces.findIndex((piece, index) => index > 0 && isPlace(piece))
  // "El crecimiento, Madrid, Alianza, 2012": how books are named in French, Spanish and Italian notes.
  if (author && placeAt > 0 && placeAt === pieces.length - 2) return { ...item, title: pieces.slice(0, placeAt).join(', '), 'publisher-place': pieces[placeAt]!, publisher: last }
  if (pieces.length > 1 && isPlace(last)) return { ...item, title: pieces.slice(0, -1).join(', '), 'publisher-place': last }
  const from = pieces.findIndex((piece, index) => index > 0 && (ORGANISATION.test(piece) || isPublisher(piece)))
  if (from > 0) return { ...item, title: tidy(pieces.slice(0, from).join(', ')), publisher: pieces.slice(from).join(', ') }
  return title ? { ...item, title } : item
}
