import { textOfLine, type Line } from './lines.ts'

/** How one line goes on in the next: with a space, without one, or without the hyphen that stands at its end. */
export type Joint = 'space' | 'none' | 'drop-hyphen'

/** First parts of compounds that keep their hyphen as a rule, whatever comes behind. */
const COMPOUND_FIRSTS = new Set('self well far ill high low long short half full hard ever cross quasi all free non north south east west great one two three four five six seven eight nine twenty thirty forty fifty sixty seventy eighty ninety'.split(' '))
/** Words that two words have grown into: where both halves are words of the text, they are still one. */
const GROWN_TOGETHER = new Set('however whenever whatever whoever wherever therefore thereby throughout without within into onto upon somehow something someone sometime sometimes somewhere anyone anything anyway anywhere everyone everything everywhere nobody nothing nowhere otherwise meanwhile moreover furthermore nevertheless nonetheless themselves ourselves yourself himself herself itself although already always also another today tomorrow yesterday overall outside inside afterwards towards'.split(' '))
/** Ends of words that are no words: behind a break they say that a word was divided. */
const WORD_ENDS = /^(?:ing|ings|ed|er|ers|est|es|s|ly|ness|ment|ments|tion|tions|sion|sions|able|ible|ity|ies|al|ally|ance|ence|ant|ent|ive|ous|ism|ist|ists|ful|less|ship|ward|wards|ern|erly|ish|age|ages|en|ened|teen|ty|th|y)\b/
/** Below this share of words that were divided among the hyphens that can be told, the text divides no words: its hyphens are the author's. */
const DIVIDING_SHARE = 0.3
const ENOUGH_TOLD = 3

const HYPHEN_AT_END = /([\p{L}\p{M}]+)([-\u00AD\u2010])\s*$/u
const WORD_AT_START = /^\s*([\p{L}\p{M}]+)/u

/** Whether a line ends in a hyphen: few do, and looking for half a word in each of the others would take most of the time. */
const hasHyphenAtEnd = (text: string): boolean => /[-\u00AD\u2010]/.test(text.trimEnd().at(-1) ?? '')

/** The words of a text that stand whole within a line, in small letters. */
export type Vocabulary = ReadonlySet<string>

export function vocabularyOf(lines: readonly Line[]): Vocabulary {
  const words = new Set<string>()
  for (const line of lines) {
    const found = textOfLine(line).toLowerCase().match(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu) ?? []
    // The first and last word of a line may be half a word.
    found.forEach((word, index) => {
      if ((index > 0 || found.length === 1) && index < found.length - 1) words.add(word.replaceAll('\u2010', '-'))
    })
  }
  return words
}

/** Says of each line end how it goes on, by what the rest of the text writes. */
export function joiner(pairs: Iterable<readonly [Line, Line]>, words: Vocabulary): (line: Line, next: Line) => Joint {
  let [divided, kept] = [0, 0]
  for (const [line, next] of pairs) {
    const told = tellHyphen(textOfLine(line), textOfLine(next), words)
    if (told === 'drop-hyphen') divided++
    else if (told === 'none') kept++
  }
  const divides = divided + kept < ENOUGH_TOLD || divided / (divided + kept) >= DIVIDING_SHARE
  return (line, next) => {
    const [before, after] = [textOfLine(line), textOfLine(next)]
    if (hasHyphenAtEnd(before) && /[\p{L}\p{M}\p{N}][-\u2010\u00AD]\s*$/u.test(before)) return hyphenJoint(before, after, words, divides)
    if (/[—⸺]\s*$/.test(before) && !/\s[—⸺]\s*$/.test(before)) return 'none'
    if (/[\p{L}\p{N}]–\s*$/u.test(before) || /[\p{L}\p{N}]\/\s*$/u.test(before) && /^\s*[\p{L}\p{N}]/u.test(after)) return 'none'
    if (/^\s*—\S/.test(after)) return 'none'
    // "US$" and its sum are one word, wherever it was broken.
    if (/\p{Sc}\.?\s*$/u.test(before) && /^\s*[.\d]/.test(after)) return 'none'
    if (isBrokenAddress(before, after)) return 'none'
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！）」』]\s*$/u.test(before) && /^\s*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}（「『，。、]/u.test(after)) return 'none'
    return 'space'
  }
}

/** What the words of the text say of a hyphen at a line end; null when they say nothing. */
function tellHyphen(before: string, after: string, words: Vocabulary): Joint | null {
  if (!hasHyphenAtEnd(before)) return null
  const [first, second] = [HYPHEN_AT_END.exec(before)?.[1]?.toLowerCase(), WORD_AT_START.exec(after)?.[1]]
  if (first === undefined || second === undefined || !/^\p{Ll}/u.test(second)) return null
  if (words.has(`${first}-${second.toLowerCase()}`)) return 'none'
  return words.has(first + second.toLowerCase()) ? 'drop-hyphen' : null
}

function hyphenJoint(before: string, after: string, words: Vocabulary, divides: boolean): Joint {
  if (/\u00AD\s*$/.test(before)) return 'drop-hyphen'
  const told = tellHyphen(before, after, words)
  if (told !== null) return told
  const [whole, second] = [HYPHEN_AT_END.exec(before), WORD_AT_START.exec(after)?.[1]]
  // Behind a number, or before a capital or a number, a hyphen is the author's; "pre- and post-war" keeps its space.
  if (whole === null || second === undefined || !/^\p{Ll}/u.test(second)) return 'none'
  if (/^(?:and|or|to|und|oder)$/.test(second)) return 'space'
  if (isBrokenAddress(before, after)) return 'none'
  const first = whole[1]!.toLowerCase()
  if (GROWN_TOGETHER.has(first + second)) return 'drop-hyphen'
  if (/[-\u2010]/.test(lastToken(before).slice(0, -1))) return words.has(first) && words.has(second) ? 'none' : divides ? 'drop-hyphen' : 'none'
  if (!divides) return 'none'
  if (WORD_ENDS.test(second)) return 'drop-hyphen'
  if (COMPOUND_FIRSTS.has(first)) return 'none'
  const isWord = (word: string): boolean => words.has(word) || words.has(`${word}s`) || (/(?:ing|ed)$/.test(word) && ['', 'e', 's', 'ed', 'es'].some((end) => words.has(word.replace(/(?:ing|ed)$/, '') + end)))
  return first.length > 2 && second.length > 3 && words.has(first) && isWord(second) ? 'none' : 'drop-hyphen'
}

const lastToken = (text: string): string => text.trimEnd().slice(-LONGEST_TOKEN).split(/\s/).at(-1)!

/** Longer than any line's last word. */
const LONGEST_TOKEN = 400

/** An address that a line end cuts: it ends with a sign that addresses have inside, or goes on with one. */
function isBrokenAddress(before: string, after: string): boolean {
  const last = lastToken(before).replace(/^[<([“"]+/, '')
  if (!/^(?:https?:\/\/|www\.|doi\.org\/|10\.\d{4})/i.test(last)) return false
  const next = /^\S+/.exec(after.trimStart())?.[0] ?? ''
  return /[/=?&_%#~+:-]$/.test(last) || /^[/=?&_%#~]/.test(next) || (/[/\d_=-]/.test(next) && !/^[(“"[]/.test(next) && /[/\-_=.]\w/.test(next) && !/[.,;]$/.test(last))
}
