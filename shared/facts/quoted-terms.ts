import type { Span } from '../document/document.ts'
import { TokenKind } from '../segment/tokens.ts'
import { NameWord } from './name-lexicon.ts'
import type { Reading } from './reading.ts'

/** Fewer words than this in marks are a term, whoever says them. */
const FEWEST_WORDS = 3
/** So many words in marks are speech even where nobody is named and no sentence ends. */
const ENOUGH_WORDS = 10
/** A term or title in marks is shorter than this. */
const LONGEST_TERM = 12
/** More tokens than this need not be counted. */
const COUNTED_TOKENS = 60
const TERM_CUES = new Set(['phrase', 'term', 'word', 'slogan', 'label', 'concept', 'notion', 'headline', 'motto', 'name', 'expression', 'title', 'narrative', 'idea'].flatMap((noun) => [noun, `${noun}s`]).concat(['labelled', 'labeled', 'called', 'named', 'dubbed', 'titled', 'entitled', 'headlined', 'nicknamed']))
const OF_TERM = new Set(['of', 'about', 'on', 'for'])

/** Words and figures between the marks; two Chinese characters count as a word. Stops counting where it no longer matters. */
export function countWords(r: Reading, from: number, end: number): number {
  let count = 0
  const last = Math.min(r.tokens.count, from + COUNTED_TOKENS)
  for (let at = from; at < last && count < LONGEST_TERM && r.end(at) <= end; at += 1) {
    const kind = r.tokens.kind[at]!
    if (kind === TokenKind.han) count += (r.end(at) - r.start(at)) / 2
    else if (kind !== TokenKind.sign && !(r.isGlued(at) && at > from && (r.tokens.kind[at - 1]! <= TokenKind.number || /^[-–’'./,]$/.test(r.word(at - 1))))) count += 1
  }
  return count
}

/** A term, a title or a name: too short to be speech, or capitalised, or brought in by a word for one. `from`: the first token inside, `mark` the opening one. */
export function isTerm(r: Reading, from: number, end: number, count: number, mark: number, beforeStart: number): boolean {
  if (count < FEWEST_WORDS) return true
  if (count >= LONGEST_TERM) return false
  let long = 0
  let capitals = 0
  for (let at = from; at < r.tokens.count && r.end(at) <= end; at += 1) if (r.tokens.kind[at]! <= TokenKind.capitals && r.end(at) - r.start(at) >= 4) {
    long += 1
    if (r.isCapitalised(at)) capitals += 1
  }
  return (long > 1 && capitals / long > 0.6) || asksForTerm(r, mark - 1, beforeStart)
}

/** "the phrase", "the idea of the", "known as", "so-called" before a mark; `at` is the token before it. */
function asksForTerm(r: Reading, at: number, beforeStart: number): boolean {
  let cue = at
  if (r.word(cue) === ',') cue -= 1
  // "Section 4.2, “…”"
  if (cue < at && r.isNumber(cue) && r.is(cue - 1, NameWord.label)) return true
  if (r.word(cue) === 'the') cue -= 1
  if (OF_TERM.has(r.word(cue))) cue -= 1
  if (r.word(cue) === ',') cue -= 1
  if (cue < 0 || r.start(cue) < beforeStart) return false
  const before = r.word(cue - 1)
  return TERM_CUES.has(r.word(cue)) || (r.word(cue) === 'as' && (before === 'known' || (before === 'to' && r.word(cue - 2) === 'referred')))
}

const ENDS_SENTENCE = new Set('.!?…。！')
/** Whether words in marks are speech: somebody says them, or they are long enough, or a sentence. */
export function isSpeech(text: string, inner: Span, count: number, hasSpeaker: boolean): boolean {
  if (hasSpeaker) return true
  const end = text.slice(Math.max(inner.start, inner.end - 3), inner.end).trimEnd().at(-1) ?? ''
  // A question in marks that nobody asks is an example, not speech.
  if (end === '?' || end === '？') return false
  return count >= ENOUGH_WORDS || (count > FEWEST_WORDS && ENDS_SENTENCE.has(end))
}
