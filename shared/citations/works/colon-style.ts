import type { CslItem, CslName } from '../citation.ts'
import { arePersons, ORGANISATION, readNames } from './names.ts'
import { sentencesOf } from './pieces.ts'
import { isPlace, isPublisher } from './publishing.ts'
import { HOLE, tidy, type Scratch } from './scratch.ts'

/** Names before a colon, with the word for editors or the year between: "Müller, Hans (Hrsg.):", "Smith, J., and B. Roe, date:". */
const NAMES = new RegExp(`^(?<names>[^:“"«„()\\uE000-\\uE00F]{2,160}?)(?:\\s?\\((?<role>Hrsg|Hgg?|[Ee]ds?|dir)\\.?\\))?(?<date>,?\\s?\\(?${HOLE.date}\\)?)?\\s?:\\s+(?=\\S)`, 'u')
/** What only references of this style have; "Jane Smith: A Life" is a title else. */
const SIGNS = /\bS\.\s?\d|\b[Ii]n:\s|\bHrsg\b|\bHg\.|\bAufl\b|\bBd\.|verlag\b/u
const EDITORS = /^(?<names>[^:()[\]]{3,160}?)\s?\((?:Hrsg|Hgg?|[Ee]ds?|dir)\.?\)\s?[:,.]\s*/u
/** The Basis [Smith, J., and B. Roe (eds.)]. */
const EDITORS_BEHIND = /\s\[(?<names>[^[\]]{3,300}?)\s\(eds?\.?\)\]/u
const WITHIN = /(?:^|[.,?!]\s+)[Ii]n:\s+(?=\S)/u

/** German lists part names by strokes: "Müller, Hans / Roe, Jane". */
const bySemicolons = (names: string): string => names.replace(/\s?\/\s?/g, '; ')

export interface NamesBefore { author?: CslName[]; editor?: CslName[] }

/** Takes the names before the colon that parts them from the title, as German notes and the reports of the IPCC write them. Null where a reference does not open so. */
export function takeNamesBeforeColon(scratch: Scratch, whole: string): NamesBefore | null {
  const match = NAMES.exec(scratch.text)
  if (!match) return null
  const { names: written, role, date } = match.groups!
  const list = bySemicolons(written!).replace(/,$/, '')
  // Without any other sign, one name with its family name first: "Trade, Food Security, and Human Rights: …" is a title.
  const isInverted = /^(?:(?:van|von|de|der|di|la|le)\s){0,2}\p{Lu}[\p{L}\p{M}’'-]+,\s\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}\.)?$/u.test(list)
  if (/\p{Ll}\.\s\p{Lu}/u.test(list)) return null
  const isInstitution = (date !== undefined || SIGNS.test(whole)) && (/^\p{Lu}{2,10}$/u.test(list) || (ORGANISATION.test(list) && list.split(' ').length < 10))
  if (!isInstitution && !(arePersons(list) && (isInverted || date !== undefined || role !== undefined || SIGNS.test(whole)))) return null
  scratch.cut(0, match[0].length, '')
  const names = isInstitution ? [{ literal: list }] : readNames(list)!
  return role === undefined ? { author: names } : { editor: names }
}

/** Title. Publisher, Place date — or Title. In: Editors: Container date. The names are taken. */
export function readBehindColon(scratch: Scratch, names: NamesBefore): CslItem {
  const within = WITHIN.exec(scratch.text)
  const item: CslItem = { type: within ? 'chapter' : 'document', ...names }
  if (!within) {
    const { words, ...published } = withoutTail(scratch.text)
    const [title, ...others] = partsOf(words)
    scratch.text = ''
    const last = others.at(-1)
    if (last !== undefined && isPlace(last) && !published['publisher-place']) {
      others.pop()
      published['publisher-place'] = last
    }
    const isContainer = last !== undefined && others.includes(last) && !isPublisher(last) && words.includes(HOLE.volume)
    if (isContainer) return { ...item, title: [title!, ...others.slice(0, -1)].join('. '), 'container-title': last, ...published }
    const publisher = !published.publisher && last !== undefined && isPublisher(last) ? others.pop() : undefined
    return { ...item, title: [title ?? '', ...others].join('. '), ...(publisher ? { publisher } : {}), ...published }
  }
  item.title = tidy(scratch.text.slice(0, within.index + 1))
  let container = scratch.text.slice(within.index + within[0].length)
  const editors = EDITORS.exec(container)
  if (editors && arePersons(bySemicolons(editors.groups!.names!))) {
    item.editor = readNames(bySemicolons(editors.groups!.names!))!
    container = container.slice(editors[0].length)
  }
  const behind = EDITORS_BEHIND.exec(container)
  if (behind) {
    item.editor = readNames(behind.groups!.names!)!
    container = container.slice(0, behind.index) + container.slice(behind.index + behind[0].length)
  }
  const { words, ...published } = withoutTail(container)
  const [first = '', ...others] = partsOf(words)
  const [title, ...rest] = first.split(/,\s(?=\p{Lu}|hier\b)/u) as [string, ...string[]]
  const volume = /\s(\d{1,4})$/.exec(title)
  item['container-title'] = volume ? title.slice(0, volume.index) : title
  if (volume) Object.assign(item, { type: 'article-journal', volume: volume[1] })
  const publisher = others.findIndex((piece) => isPublisher(piece.split(/,\s/)[0]!))
  if (publisher >= 0 && !published.publisher) {
    const [name, ...where] = others.splice(publisher, 1)[0]!.split(/,\s/) as [string, ...string[]]
    item.publisher = name
    if (where.length > 0 && isPlace(where[0]!)) item['publisher-place'] = where.join(', ')
    else rest.push(...where)
  }
  scratch.text = [...rest, ...others].filter((piece) => !/^hier$/.test(piece)).join('. ')
  // Without editors and a publisher it is a periodical; its date and volume say which.
  const isPeriodical = item.editor === undefined && item.publisher === undefined && published.publisher === undefined && published['publisher-place'] === undefined && item.type === 'chapter'
  return { ...item, ...published, ...(isPeriodical ? { type: 'document' } : {}) }
}

const partsOf = (words: string): string[] => sentencesOf(words, /[\uE000-\uE00F]/u)

/** Publisher, Place date — at the end; a place only where it is known as one. */
function withoutTail(text: string): { words: string } & Partial<CslItem> {
  const match = new RegExp(`(?:^|(?<lead>[.,])\\s+)(?:(?<publisher>[^.,:\\uE000-\\uE00F]{2,60}),\\s)?(?<place>\\p{Lu}[^,:\\uE000-\\uE00F]{1,30}?)\\s?,?\\s?${HOLE.date}`, 'u').exec(text)
  if (!match || !isPlace(match.groups!.place!)) return { words: text }
  const { publisher, place } = match.groups!
  const isNamed = publisher !== undefined && isPublisher(publisher)
  const start = match.index + (match.groups!.lead ? 1 : 0)
  return { words: `${text.slice(0, start)}${publisher !== undefined && !isNamed ? ` ${publisher}` : ''}${text.slice(match.index + match[0].length - 1)}`, 'publisher-place': tidy(place!) || place!, ...(isNamed ? { publisher: tidy(publisher!) } : {}) }
}
