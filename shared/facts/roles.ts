import { ROLE_NOUNS } from './words/names.ts'

/** Nouns for what a person is, at the end of some words. */
const ROLE_NOUN = new RegExp(`\\b(?:${ROLE_NOUNS.join('|')})s?$`, 'i')
/** Words before a name say a role only in small letters, parted from it by a space. */
const WHITE = /\s/
const SMALL_BEFORE = /[a-z]\s$/
const OWNED = /^[’']s\s(?:[a-z-]{1,30}\s){0,4}$/
const OWNER = /((?:\p{Lu}[\p{L}.]*\s?(?:of |the )?){1,8})[’']s\s((?:[a-z-]{1,30}\s){0,4})$/u
const SMALL_WORDS = /(?:^|\s)((?:[a-z][a-z-]{0,30}\s){1,4})$/
/** Only so much text beside a name is read. */
const REACH = 120

/** ", a professor at Renmin University, …" after a name. */
export function roleAfter(text: string): string | undefined {
  const role = /^,\s((?:an?|the|then|now)?\s?[^“”;:]{3,120}?)(?:,\s*$|,\s(?!and)|[.;:]|$)/.exec(text.slice(0, REACH * 2))?.[1]?.trim()
  if (!role || /^who\b/.test(role) || !/^(?:an?|the|then|now|[a-z])/.test(role)) return undefined
  return role.split(/,? who /)[0]!.split(' ').length > 1 || ROLE_NOUN.test(role) ? role : undefined
}

/** "China's vice president " or "Tsinghua University's " before a name, joined with its title. `text` ends where the name begins and may hold the title. */
export function roleBefore(text: string, title: string | undefined): string | undefined {
  const before = title !== undefined && text.trimEnd().endsWith(title) ? text.trimEnd().slice(0, -title.length) : text
  if (before === '' || !WHITE.test(before.at(-1)!)) return title
  const near = before.slice(-REACH)
  const owner = OWNED.test(near.slice(Math.max(near.lastIndexOf('’s'), near.lastIndexOf('\'s')))) ? OWNER.exec(near) : null
  if (owner) return [owner[2] || title ? `${owner[1]}’s` : owner[1]!, owner[2]?.trim(), title].filter(Boolean).join(' ')
  const words = SMALL_BEFORE.test(near.slice(-2)) ? SMALL_WORDS.exec(near)?.[1]?.trim().replace(/^(?:the|an?|by|as|and|when|that)\s/, '') : undefined
  return words && ROLE_NOUN.test(words) ? [words, title].filter(Boolean).join(' ') : title
}
