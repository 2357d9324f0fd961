import type { Fact, FactOf } from './fact.ts'
import { matchesOf, type Parser } from './parser.ts'

const WORD = String.raw`(?:\p{Lu}\.){1,4}(?!\p{L})|\p{Lu}[\p{L}\p{M}\d]*(?:[’'](?!s\b)\p{L}[\p{L}\p{M}]*|[-‐&]\p{L}[\p{L}\p{M}\d]*)*`
const LINK = String.raw` (?:of|for|on|de|da|di|van|von|der|den|al|el|bin|ibn|du|la|le)(?: the| la| der| den)? `
const NAME = new RegExp(String.raw`(?<![\p{L}\p{M}\d’'.-])(?:${WORD})(?:(?: |${LINK}| & )(?:${WORD})){0,11}`, 'gu')

/** Capitalised only because they open a sentence or a clause, or because English writes them so; alone or leading, they name nothing. */
const OPENERS = new Set(`The A An In On At By For From To Of With Without And But Or Nor So Yet If When While Where Why How What Who Which That This These Those It Its He She They We You I His Her Their Our Your My
  As Although Though Because Since Until After Before During Between Among Against Under Over Through Despite Given Following According Some Many Most All Both Each Every Few Several Other Others Another Any No Not Only
  Also Even Still Then Thus Therefore However Moreover Furthermore Additionally Meanwhile Instead Indeed Rather Today Now Here There Such Like Unlike Once Two Three Four Five Six Seven Eight Nine Ten One First Second Third
  Is Are Was Were Do Does Did Can Could Will Would Should May Might Must Has Have Had Let Despite Within Across About Around Beyond Starting Speaking Compared Whether More Less Much Just Finally Perhaps Later Recently Currently
  January February March April June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Yes Ibid`.split(/\s+/))
/** Whether a word is capitalised for what it names, not for where it stands. */
export const isNameWord = (word: string): boolean => /^\p{Lu}[\p{L}.]*$/u.test(word) && !OPENERS.has(word)

/** Words before a person's name that say what the person is. */
export const TITLES = new Set(`President Vice Deputy Prime Minister Premier Chancellor Chairman Chairwoman Chair Secretary General Secretary-General Professor Prof. Prof Dr. Dr Mr. Mr Mrs. Mrs Ms. Ms Sir Dame Lord Lady Baron Baroness Senator Sen. Rep. Representative
  Congressman Congresswoman Governor Gov. Mayor Judge Justice Attorney Director Commissioner Ambassador Colonel Col. Captain Capt. Lieutenant Lt. Major Sergeant Sgt. Admiral Marshal King Queen Prince Princess Emperor Pope Bishop Archbishop Cardinal Reverend Rev.
  Father Sister Chief CEO Executive Officer Foreign Defence Defense Interior Finance Trade Health Speaker Councillor Economist Historian Editor Detective Inspector Superintendent`.split(/\s+/))
/** Words that only organisations, or only works and laws, carry in their names. */
const ORGANISATION = new Set('Ministry Committee Commission Council University College Institute Institution Academy Bank Department Agency Association Party Group Corporation Corp Company Inc Ltd Union Federation Forum Congress Parliament Senate Court Foundation Bureau Office Board Authority Organisation Organization Alliance Society Press Times News Post Journal Service Army Force Police Government Administration Cabinet Center Centre Laboratory School Hospital Museum Club League Team Fund Trust'.split(' '))
const WORK = new Set('Act Law Treaty Agreement Convention Report Plan Strategy Charter Constitution Directive Regulation Protocol Declaration Initiative Programme Program'.split(' '))
const PLACE_BEFORE = /\b(?:in|at|from|near|across|throughout|to|outside|inside)\s(?:the )?$/
const PERSON_AFTER = /^(?:,? (?:who|said|says|told|wrote|argued|added|explained|noted|believes|was born|has said|once said|also said)\b| \(\d{4}|’s (?:wife|husband|son|daughter|father|mother)\b)/

/** Proper names, as far as capitals and titles tell; `type` is a guess from the words themselves and from what stands beside them. */
export const findNames: Parser = ({ text }) => {
  const facts: Fact[] = []
  for (const match of matchesOf(NAME, text)) {
    const fact = readName(text, match.index, match[0])
    if (fact) facts.push(fact)
  }
  return facts
}

function readName(text: string, from: number, printed: string): FactOf<'name'> | null {
  let start = from
  let words = printed.split(' ')
  const drop = (): void => {
    start += words[0]!.length + 1
    words = words.slice(1)
  }
  while (words.length > 0 && (OPENERS.has(words[0]!) || /^\p{Ll}/u.test(words[0]!))) drop()
  if (words.length === 0) return null
  // A single capitalised word at the start of a sentence is mostly just a word.
  if (words.length === 1 && /(?:^|[.!?:“"‘'([]\s?)$/.test(text.slice(Math.max(0, start - 3), start)) && !/^\p{Lu}{2,}/u.test(words[0]!) && !/^(?:’s|'s|,? (?:said|wrote))/.test(text.slice(start + words[0]!.length))) return null
  const roleWords: string[] = []
  while (words.length > 1 && TITLES.has(words[0]!) && words.slice(1).some((word) => /^\p{Lu}\p{L}/u.test(word))) {
    if (/^(?:of|for|on)$/.test(words[1]!)) break
    roleWords.push(words[0]!)
    drop()
  }
  const name = words.join(' ')
  const span = { start, end: start + name.length }
  return { kind: 'name', span, hedge: 'exact', type: typeOf(text, span, name, roleWords.length > 0), ...(roleWords.length > 0 ? { role: roleWords.join(' ') } : {}) }
}

function typeOf(text: string, span: { start: number; end: number }, name: string, hasTitle: boolean): FactOf<'name'>['type'] {
  const words = name.split(/[ -]/)
  if (words.some((word) => ORGANISATION.has(word))) return 'organisation'
  if (hasTitle) return 'person'
  if (words.some((word) => WORK.has(word))) return 'work'
  if (PERSON_AFTER.test(text.slice(span.end, span.end + 24))) return 'person'
  if (PLACE_BEFORE.test(text.slice(Math.max(0, span.start - 16), span.start)) && words.length <= 3) return 'place'
  return 'other'
}
