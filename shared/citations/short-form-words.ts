import type { ParsedWork } from './works/parse-work.ts'

/** Latin and its like in other languages for the work named just before. */
export const IBID = /^\W*(?:ib[ií]d(?:em)?|ivi(?=[.,]|\s)|ebd(?=[.,]|\s|$)|ebenda|там же|id(?=[.,]|\sat\b)|loc\.? ?cit|same(?=[.,;]|\s(?:source|work|place|p\.|at\b)|$)|同上|同前|同注|同書)\.?(?![\p{L}])[,.]?|^\W*(?:同上|同前)/iu
/** "ibid 5", without a comma and with nothing else: a page as a rule, in some texts the number of a note. */
export const IBID_NUMBER = /^\W*ibid(?:em)?\.?\s+(\d{1,3})\.?\s*$/i
/** So many of them, each of which names a note above that has a work of its own, are numbers of notes. */
const FEWEST_NUMBERS = 3
/** Whether "ibid 5" in these notes means note 5. */
export function countsNotesByIbid(notes: readonly { label: string, text: string }[]): boolean {
  const full = new Map<string, number>()
  notes.forEach(({ label, text }, index) => {
    if (!full.has(label) && !IBID.test(text)) full.set(label, index)
  })
  const isNoteAbove = notes.flatMap(({ text }, index) => {
    const number = IBID_NUMBER.exec(text)?.[1]
    return number === undefined ? [] : [(full.get(number) ?? index) < index]
  })
  return isNoteAbove.length >= FEWEST_NUMBERS && isNoteAbove.every(Boolean)
}
/** The same author, another work. */
export const IDEM = /^\W*(?:idem\b|ders\.|dies\.|derselbe|dieselbe)[.,]?\s*/i
const NAME = "[\\p{L}\\p{M}'’ .,，、&“”\"-]{0,80}?"
/** The last work of an author, told by a name or by none. */
export const OP_CIT = new RegExp(`^(?<name>${NAME})[,.]?\\s*\\(?(?:(?:op\\.? ?cit|loc\\.? ?cit)\\b|(?<=,\\s)cit(?=\\.)|a\\. ?a\\. ?o|указ\\. ?соч|前引书|前引文|前揭书|前掲書)\\.?\\)?`, 'iu')
/** "see note 7 above", "Smith, supra note 7, at 14", "Smith (n 7) 14", "above, n. 7", "(note 7)". */
export const NOTE_NUMBER = new RegExp(`^(?<name>${NAME})[,.]?\\s*\\(?(?:(?:supra|above|infra|below|see|in|as in|at)[,:]?\\s+)*(?:at\\s+)?(?:foot|end)?n(?:otes?|n?\\.|(?=\\s?\\d))\\s*(?<number>\\d{1,4})\\)?(?:[,.]?\\s*(?<where>above|supra|below|infra))?`, 'iu')
const PINPOINT = /^[\s.,;:)，、：]*(?:at\s+|hier\s+)?((?:pp?[.,]?|S\.|С\.|pages?|paras?\.?|¶+|§+|ch(?:s|ap)?\.?|vol\.?|sec\.?|art\.?|bk\.?|fig\.?|nn?\.)\s*[\divxlc][\w–—-]*(?:\s*[,–&-]\s*(?:pp?[.,]?\s*)?[\w–-]+)*|第\s*\d+(?:[-–—]\d+)?\s*[页頁章节]|\d{1,4}(?:[–-]\d{1,4})?(?:,\s?\d{1,4}(?:[–-]\d{1,4})?)*)[.)\]。]*(?:\s|$|[;,])/iu
/** "Smith, Growth of Output, 14" · "Smith and Doe, “Output,” 14" · "Smith, 14". */
export const AUTHOR_FIRST = /^(?<name>(?:(?:van|von|de|der|la|le)\s)?\p{Lu}[\p{L}\p{M}'’-]+(?:(?:,\s|\s(?:and|&)\s|,\s(?:and|&)\s)\p{Lu}[\p{L}\p{M}'’-]+)*?(?:,?\set al\.?)?),\s+(?<title>.*)$/u

/** The place in the work that stands behind a short form. */
export const pinpointIn = (words: string): string | null => PINPOINT.exec(words)?.[1]?.trim() ?? null

/** "See pages 2 and 3.": where in the work named before. */
export const isPlaceOnly = ({ source, pinpoint }: ParsedWork): boolean => pinpoint !== null && source !== null && Object.keys(source).every((key) => key === 'type' || key === 'page')

/** "p. 45 n. 7" is a place, "Note that 7 …" a remark: a reference to a note opens with it, or has a name (and "supra", brackets or a comma) before it. */
export function isReference(match: RegExpExecArray, words: string): boolean {
  const { name } = match.groups!
  const behind = words.slice(match[0].length)
  if (/\d|\bpp?\.$/.test(name!)) return false
  if (name!.trim() === '') return !/^\s*(?:that|the|how|also)\b/i.test(behind)
  return /\b(?:supra|above|infra|below)\b|\(n(?:ote|\.)?\s?\d/i.test(match[0])
}

/** "Kropotkin, Evolution and Environment, p. 75": a single name before a comma is the author's family name. */
export function withFamily(words: string, work: ParsedWork): ParsedWork {
  const match = AUTHOR_FIRST.exec(words)
  if (!match || !/\p{L}{2}/u.test(match.groups!.title!) || work.source!.author || work.pinpoint === null || !work.source!.title?.startsWith(match.groups!.name!)) return work
  const title = work.source!.title.slice(match.groups!.name!.length).replace(/^[,\s]+/, '')
  return title === '' ? work : { ...work, source: { ...work.source!, title, author: match.groups!.name!.split(/,\s|\s(?:and|&)\s/).map((family) => ({ family })) } }
}
