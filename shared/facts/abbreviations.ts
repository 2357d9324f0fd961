import type { Fact } from './fact.ts'
import { matchesOf, type Parser } from './parser.ts'

const IN_BRACKETS = /\(([A-Z][A-Za-z&.-]{1,9})\)/g
/** Words between the initials of an expansion: "Ministry *of* Industry *and* …". */
const SKIPPABLE = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'to', 'de', 'la', 'du', 'des', 'a', 'an', '&'])
/** An expansion has at most this many words more than the abbreviation has letters (Schwartz & Hearst 2003: min(n + 5, 2n)). */
const LONGEST_EXCESS = 5
/** How far back an expansion can start. */
const LOOK_BACK = 160

/** Abbreviations printed beside their expansion: "Chinese Academy of Sciences (CAS)". Method after Schwartz & Hearst, PSB 2003, on initials. */
export const findAbbreviations: Parser = ({ text }) => {
  if (!text.includes('(')) return []
  return matchesOf(IN_BRACKETS, text).flatMap((match): Fact[] => {
    const short = match[1]!
    const letters = short.replace(/[^A-Za-z]/g, '')
    if (letters.length < 2 || (letters.match(/[A-Z]/g) ?? []).length < 2) return []
    const start = expansionStart(text, match.index, letters)
    if (start === null) return []
    const long = text.slice(start, match.index).trimEnd()
    return [{ kind: 'abbreviation', span: { start, end: match.index + match[0].length }, hedge: 'exact', short, long, longSpan: { start, end: start + long.length } }]
  })
}

/** Walks the words before the bracket backwards, matching initials; null when they do not spell the abbreviation. */
function expansionStart(text: string, bracket: number, letters: string): number | null {
  const from = Math.max(0, bracket - LOOK_BACK)
  const words = [...text.slice(from, bracket).matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'.]*/gu)]
  let letter = letters.length - 1
  const longest = Math.min(letters.length + LONGEST_EXCESS, letters.length * 2)
  for (let back = 1; back <= Math.min(longest, words.length); back += 1) {
    const word = words[words.length - back]!
    const initial = word[0][0]!.toLowerCase()
    if (initial === letters[letter]!.toLowerCase() && !(SKIPPABLE.has(word[0]) && letters[letter] !== letters[letter]!.toLowerCase())) {
      letter -= 1
      if (letter < 0) return from + word.index
    } else if (!SKIPPABLE.has(word[0].toLowerCase())) {
      return null
    }
  }
  return null
}
