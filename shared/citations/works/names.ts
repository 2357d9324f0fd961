import type { CslName } from '../citation.ts'
import { isPlace } from './publishing.ts'

export const ORGANISATION = /(?<!\p{L})(?:times|post|news|daily|journal|press|agency|ministry|department|dept|bureau|university|institut\w*|organi[sz]ation|bank|council|office|forum|online|television|foundation|commission|association|committee|cent(?:re|er)|group|company|corporation|review|herald|guardian|observer|network|reuters|xinhua|inc|ltd|llc|staff|government|academy|service|services|society|party|congress|court|parliament|fund|union|alliance|board|museum|library|school|college|federation|nations|economist|magazine|conference|database|statistics|\p{L}*(?:ministerium|bundesamt|anstalt|gesellschaft|stiftung|institut|kommission)|universität|ministère|institut|université|ministerio|instituto|banco|universidad|ministero|università)(?!\p{L})/iu
const PARTICLE = /^(?:van|von|de|der|den|du|da|di|del|della|la|le|bin|ibn|al|el|ten|ter|dos|das|af|av|zu)$/
/** Words that open titles, not names. */
const NO_NAME = /^(?:the|a|an|on|in|of|for|from|how|what|why|when|where|who|is|are|new|this|these|that|to|at|by|with|and|vol|no|art|sec|ch|see|cf|part|section|chapter|table|figure|report|annual|world|national|international|federal|global|united|north|south|east|west|history|introduction|la|le|les|l’|el|los|las|il|lo|gli|die|das|ein|eine|un|une|una|uno|des|zur|zum|über|vom|aus|im|histoire|historia|geschichte|essai|storia)$/i
/** Words that close the name of an institution or a group. */
const NO_FAMILY = /^(?:research|labs?|team|project|initiative|staff|editors|contributors|archives?)$/i
/** "Example, Beginner’s Guide": a title. */
const POSSESSIVE = /\p{Ll}[’']s(?!\p{L})/u
const CAPITALISED = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u
const INITIALS = /^(?:\p{Lu}\.?-?){1,4}$/u
const DOTTED = /^(?:\p{Lu}\.[\s-]?){1,4}$/u
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/

const wordsOf = (name: string): string[] => name.trim().split(/\s+/).filter(Boolean)

/** `Jane A. Smith`, `Ludwig van Beethoven`: two to five words, capitalised but for particles, none of them of an institution or the opening of a title. */
function isGivenFirst(name: string): boolean {
  const words = wordsOf(name)
  if (words.length < 2 || words.length > 5 || NO_FAMILY.test(words.at(-1)!) || ORGANISATION.test(name) || NO_NAME.test(words[0]!) || !CAPITALISED.test(words[0]!) || PARTICLE.test(words.at(-1)!) || POSSESSIVE.test(words.slice(0, -1).join(' '))) return false
  return words.every((word) => CAPITALISED.test(word) || PARTICLE.test(word)) && !/^\p{Lu}{3,}$/u.test(words[0]!)
}

/** `Smith, J. A.`, `van der Berg, Jan`: the family name before the comma. */
const INVERTED = /^((?:(?:van|von|de|der|den|du|da|di|del|la|le|al|el|ten|ter)\s+){0,2}\p{Lu}[\p{L}\p{M}'’-]+(?:[ -]\p{Lu}[\p{L}\p{M}'’-]+){0,2}),\s*((?:\p{Lu}[\p{L}\p{M}'’-]*\.?(?:-\p{Lu}\.)?\s*){1,4}(?:(?:van|von|de|der|da)\s*)?(?:,?\s*(?:Jr|Sr)\.?)?)$/u
/** `Smith JA`: how medicine writes names. */
const VANCOUVER = /^(\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)?) (\p{Lu}{1,3})$/u

/** Not an institution, its letters ("GAO, Output") or the opening of a title ("La Croissance, Paris"). */
const isFamilyName = (words: string): boolean => !ORGANISATION.test(words) && !/^\p{Lu}{3,4}$/u.test(words) && !(/\s/.test(words) && /^\p{Lu}/u.test(words) && NO_NAME.test(words.split(' ')[0]!))
/** One name as written. `literal` where it is no person's. */
function readName(written: string): CslName {
  const name = written.trim().replace(/^(?:by)\s+/i, '').replace(/(?:[,;:]|(?<=\p{Ll}{2})\.)$/u, '').trim()
  const inverted = INVERTED.exec(name) ?? (/^\p{Lu}\p{Ll}/u.test(name) ? VANCOUVER.exec(name) : null)
  if (inverted && (isFamilyName(inverted[1]!) || (/^\p{Lu}{3,4}$/u.test(inverted[1]!) && DOTTED.test(inverted[2]!))) && !isPlace(inverted[2]!) && !POSSESSIVE.test(inverted[2]!)) return { family: inverted[1]!, given: inverted[2]!.trim().replace(/(?<=\p{Ll}{2})\.$/u, '') }
  if (/^[\p{Script=Han}·]{2,8}$/u.test(name)) return { literal: name }
  if (!isGivenFirst(name)) return { literal: name }
  const words = wordsOf(name)
  const suffix = SUFFIX.test(words.at(-1)!) && words.length > 2 ? words.pop()! : null
  let from = words.length - 1
  while (from > 1 && PARTICLE.test(words[from - 1]!)) from -= 1
  return { family: words.slice(from).join(' '), given: words.slice(0, from).join(' ') + (suffix ? `, ${suffix}` : '') }
}
export const isPerson = ({ family }: CslName): boolean => family !== undefined

/** Between two names: a semicolon, "and", an ideographic comma. */
const STRONG_BREAK = /\s*;\s*(?:and\s+|&\s*)?|,?\s+(?:&|and|und|u\.|y|et|и)\s+|、/u
/** What somebody was for a work: "(Host)", "(Hrsg.)", "[@smith]". */
const ROLES = /\s*\((?:eds?|editors?|trans|dir|hosts?|producers?|directors?|writers?|hrsg|hgg?|coords?|éds?|orgs?)\.?\)|\s*[[(]@[\w.]{1,30}[\])]/giu
const ET_AL = /,?\s+(?:et al\.?|and others|等)$/i

/** Cuts "Smith, J., Doe, R." and "Jane Smith, John Doe" at the commas between names. */
function cutAtCommas(list: string): string[] {
  const pieces = list.split(/,\s+/)
  if (pieces.length === 1) return pieces
  const names: string[] = []
  for (let at = 0; at < pieces.length; at += 1) {
    const [here, next] = [pieces[at]!, pieces[at + 1]]
    const isFamily = !/\s/.test(here.replace(/^(?:(?:van|von|de|der|den|du|la|le|el|al|ibn|ter|ten)\s+)+/i, '')) || !isGivenFirst(here) || (next !== undefined && /^(?:\p{Lu}\.[\s-]?){1,4}$/u.test(next))
    if (next !== undefined && isFamily && (INITIALS.test(next.replace(/\s/g, '')) || INVERTED.test(`${here}, ${next}`)) && !(VANCOUVER.test(here) && /^\p{Lu}\p{Ll}/u.test(here))) {
      names.push(`${here}, ${next}`)
      at += 1
    } else names.push(here)
  }
  return names
}

/** A list of names, or null when there are no words. "et al." is a literal of its own. */
export function readNames(written: string): CslName[] | null {
  let clean = written.trim().replace(/\s+\./g, '.').replace(/\.{2,}/g, '.').replace(/(?:[,;:]+|(?<=\p{Ll}{2})\.)$/u, '').replace(ROLES, '').replace(/,?\s+eds?\.?$/, '').trim()
  const others = ET_AL.test(clean)
  clean = clean.replace(ET_AL, '').trim()
  if (!clean) return null
  const groups = clean.split(STRONG_BREAK).filter(Boolean)
  const names = groups.map((group) => group.replace(/^et al\.?$/i, '')).filter(Boolean).flatMap((group) => cutAtCommas(group)).filter((name) => /\p{L}/u.test(name)).map(readName)
  // "Ministry of Business, Innovation and Employment" is one institution.
  if (names.length > 1 && !names.every(isPerson) && ORGANISATION.test(clean)) return [{ literal: clean }]
  return names.length === 0 ? null : others ? [...names, { literal: 'et al.' }] : names
}

/** Whether some words are a list of persons and nothing else. */
export const arePersons = (words: string): boolean => {
  const names = readNames(words)
  return names !== null && names.every((name) => isPerson(name) || name.literal === 'et al.')
}
