import { z } from 'zod'
import type { Span } from '#shared/document/document.ts'

/**
 * What a sentence is to a checker. `core`: a factual assertion that must be checked (figures, dates, events, attributions, who did what, comparisons, causes).
 * `claim`: factual, but general, soft or of little weight. `not`: opinion, advice, question, rhetoric, the author's own definition, talk of the text about itself, a label.
 * `disagreed`: the two passes of labelling differ; counted, but measured by nobody.
 *
 * How the labels were made: two readers (sessions of a language model, not people) labelled every sentence of each section, each by reading and each alone, from one page of instructions (the kinds above,
 * as a desk would decide them with a pencil in hand). Neither saw the other's labels,
 * any earlier labels, or what the program finds. Files named `-elsewhere` hold a second section of a text, or one of a text that was not labelled before.
 *
 * `round` 1 was labelled first. `round` 2 (`-third`, `-fourth` …) came later, by other readers, from sections spread over the texts, with those where little is asserted (a policy, a checklist, a licence, songs);
 * their page of instructions said besides: quoted words are judged by what they assert; a bare lead-in, a definition or rule laid down, the author's own evaluation or forecast are `not`; rites and practices
 * of an ethnography are core, a myth retold is a claim. Stretches of fewer than ten letters were dropped: they cannot be found again with certainty.
 */
export const Label = z.enum(['core', 'claim', 'not', 'disagreed'])
export type Label = z.infer<typeof Label>

/**
 * One labelled sentence, without its text: its first two words for a human reader, how many letters it has, and a hash of these letters.
 * Letters only, in lower case, so that note marks, white space and changes at a sentence's edges do not lose it.
 */
export const LabelledSentence = z.object({ words: z.string(), letters: z.int().min(0), hash: z.string(), label: Label })
export type LabelledSentence = z.infer<typeof LabelledSentence>

/** Sentences in a row of one file of ../shared/data/articles, in text order. */
export const LabelledSection = z.object({ file: z.string(), round: z.int().min(1).max(2), sentences: z.array(LabelledSentence) })
export type LabelledSection = z.infer<typeof LabelledSection>

/** Texts that stand in several files, by what the files' names open with: who judges one of them unseen must have seen none. */
const WORKS = ['economic-consequences-of-the-peace', 'federal-source-code-policy', 'grand-medicine-society-of-the-ojibwa', 'roads-and-bridges']
/** The text that a file is, or is a part of. */
export const workOf = (file: string): string => WORKS.find((work) => file.startsWith(work)) ?? file.replace(/\.\w+$/, '')

const LETTER = /\p{L}/u
const BASE = 0x01000193

/** The letters of a text in lower case with the offset of each. */
export function lettersOf(text: string): { letters: string; at: number[] } {
  const letters: string[] = []
  const at: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index]!
    if (!LETTER.test(sign)) continue
    letters.push(sign.toLowerCase()[0]!)
    at.push(index)
  }
  return { letters: letters.join(''), at }
}

/** A polynomial hash modulo 2³², which can be rolled along a text. */
export function hashOf(letters: string): number {
  let hash = 0
  for (let index = 0; index < letters.length; index += 1) hash = (Math.imul(hash, BASE) + letters.charCodeAt(index)) | 0
  return hash >>> 0
}

/** Describes a sentence for a file of labels. */
export function describeSentence(text: string, label: Label): LabelledSentence {
  const { letters } = lettersOf(text)
  return { words: (text.match(/[\p{L}\p{N}’']+/gu) ?? []).slice(0, 2).join(' '), letters: letters.length, hash: hashOf(letters).toString(16), label }
}

/**
 * Where the labelled sentences stand in a text, in the same order. A sentence whose letters are no longer there as they were lies between its neighbours;
 * null when these are lost as well.
 */
export function placeSentences(text: string, sentences: readonly LabelledSentence[]): (Span | null)[] {
  const { letters, at } = lettersOf(text)
  let cursor = 0
  const found = sentences.map(({ letters: length, hash }): Span | null => {
    if (length === 0) return null
    const from = find(letters, length, Number.parseInt(hash, 16), cursor) ?? find(letters, length, Number.parseInt(hash, 16), 0)
    if (from === null) return null
    cursor = from + length
    const last = at[from + length - 1]! + 1
    return { start: at[from]!, end: last + text.slice(last, at[cursor] ?? text.length).search(/\s*(?:\n|$)/) }
  })
  return found.map((span, index) => {
    if (span) return span
    const [before, after] = [found[index - 1], found[index + 1]]
    return before && after && before.end < after.start ? { start: before.end, end: after.start } : null
  })
}

/** The first place at or behind `from` where `length` letters give `hash`. */
function find(letters: string, length: number, hash: number, from: number): number | null {
  if (from + length > letters.length) return null
  let power = 1
  for (let step = 1; step < length; step += 1) power = Math.imul(power, BASE)
  let rolling = hashOf(letters.slice(from, from + length)) | 0
  for (let start = from; ; start += 1) {
    if (rolling >>> 0 === hash) return start
    if (start + length >= letters.length) return null
    rolling = (Math.imul((rolling - Math.imul(letters.charCodeAt(start), power)) | 0, BASE) + letters.charCodeAt(start + length)) | 0
  }
}
