import type { FactOf } from '../facts/fact.ts'
import { classifier, TokenKind, tokenAt } from '../segment/tokens.ts'
import type { Article, Sentence } from './sentence.ts'
import { Word } from './words.ts'

export type Name = FactOf<'name'>

/** What a word says of whom a pronoun may mean, as bits. */
export const Sex = { male: 1, female: 2, person: 4 } as const
const LISTS: Readonly<Record<keyof typeof Sex, string>> = {
  male: 'he his him himself mr sir lord king prince father brother son husband uncle grandfather nephew man boy duke emperor',
  female: 'she her hers herself mrs ms miss lady dame queen princess mother sister daughter wife aunt grandmother niece woman girl duchess empress',
  person: `father brother son husband uncle grandfather nephew man boy king prince mother sister daughter wife aunt grandmother niece woman girl queen princess president minister chancellor mayor governor senator judge general officer colonel captain leader chief chairman
    chairwoman director manager founder owner editor author writer poet artist painter actor singer composer lawyer doctor professor teacher student scientist engineer colleague friend partner rival successor predecessor assistant adviser secretary ambassador bishop pope priest king's candidate opponent
    spokesman spokeswoman spokesperson child baby person soldier servant farmer worker employee agent driver neighbour neighbor cousin heir patient victim suspect witness`,
}
const BITS = new Map<string, number>()
for (const [sex, list] of Object.entries(LISTS)) for (const word of list.split(/\s+/)) BITS.set(word, (BITS.get(word) ?? 0) | Sex[sex as keyof typeof Sex])
const classifySex = classifier((word) => BITS.get(word) ?? 0)

/** Nouns that name one thing when its name was just told; "the government" may be any. */
const NOUNS = new Set('program programme plan project initiative scheme act bill law treaty agreement accord convention protocol charter commission committee council board agency authority institute institution foundation fund bank company corporation party league union association society federation organisation organization university college academy museum hospital battle war campaign expedition conference summit forum festival award prize'.split(' '))
/** Verbs behind which the same thing is named again: "the Nile is a river". */
const EQUATES = new Set(['is', 'was', 'are', 'were', 'became', 'becomes', 'remains', 'remained'])
/** "in the river's lower valley": words that bring one more thing in, which "it" may mean. */
const SINGULAR = new Set(['a', 'an', 'the', 'this', 'that', 'another', 'each', 'every', 'one', 'its', 'his', 'her', 'their'])

/** "was the first minister of": so many words behind "was" say who somebody is. */
const LONGEST_PREDICATE = 8
/** A subject is looked through for its verb so far. */
const LONGEST_INSERTION = 16

/** Whom and what a sentence speaks of, and whether anything else in it could be meant. */
export class Mentions {
  private readonly article: Article
  private readonly sexes: Int32Array

  constructor(article: Article) {
    this.article = article
    this.sexes = classifySex(article.tokens)
  }

  /** Whether a person is the subject of a sentence, or who its subject is, and no one else is spoken of in it: "Mayor Jane Doe opened …", "The current mayor is Jane Doe". */
  isSoleSubject({ from, to }: Sentence, { span }: Name): boolean {
    const { tokens } = this.article
    let at = from
    let last = -1
    for (; at < to && tokens.start[at]! < span.start; at += 1) if (tokens.kind[at] !== TokenKind.sign) last = at
    const behind = this.behind(span, at, to)
    if (behind === null) return false
    const isNamed = last >= from && EQUATES.has(this.word(last))
    if (!isNamed && this.holdsVerb(from, at)) return false
    // "Warren was a lawyer" says who he is; any other person behind the verb may be whom the next sentence means.
    const verb = this.verbBehind(behind, to)
    if (verb === null && !isNamed) return false
    return !this.namesPerson(isNamed ? behind : verb! + (EQUATES.has(this.word(verb!)) ? LONGEST_PREDICATE : 0), to) && !this.holdsOtherName(behind, to)
  }

  /** Whether the name of a thing opens its sentence as the subject and nothing else in it may be "it". */
  isSoleThing({ from, to, facts }: Sentence, { span }: Name): boolean {
    const { tokens } = this.article
    const at = this.word(from) === 'the' ? from + 1 : from
    if (at >= to || tokens.start[at] !== span.start) return false
    const behind = this.behind(span, at, to)
    if (behind === null || (this.bits(behind) & (Word.finite | Word.participle)) === 0) return false
    let next = behind + 1
    // "The Nile is a river in Africa": the predicate is the Nile.
    if (EQUATES.has(this.word(behind)) && SINGULAR.has(this.word(next))) while (next < to && tokens.kind[next] !== TokenKind.sign && (this.bits(next) & (Word.preposition | Word.relative)) === 0) next += 1
    return !this.bringsThing(next, to, facts)
  }

  /** Whether words name one more thing in the singular: a noun that is no plural and stands in no figure. */
  bringsThing(from: number, to: number, facts: Sentence['facts']): boolean {
    const { tokens } = this.article
    let fact = 0
    for (let at = from; at < to; at += 1) {
      if (tokens.kind[at] === TokenKind.sign || tokens.kind[at] === TokenKind.number) continue
      while (fact < facts.length && facts[fact]!.span.end <= tokens.start[at]!) fact += 1
      if (fact < facts.length && facts[fact]!.span.start <= tokens.start[at]!) {
        if (facts[fact]!.kind === 'name') return true
        continue
      }
      if (tokens.kind[at] !== TokenKind.word) return true
      const word = this.word(at)
      if (SINGULAR.has(word)) return true
      if (this.bits(at) === 0 && !(word.endsWith('s') && !word.endsWith('ss'))) return true
    }
    return false
  }

  /** The token behind a name that begins with token `at`; null where it is a possessor: "Jane Doe’s". */
  private behind(span: Name['span'], at: number, to: number): number | null {
    const { tokens } = this.article
    if (at >= to || tokens.start[at] !== span.start) return null
    let next = at
    while (next < to && tokens.start[next]! < span.end) next += 1
    return next < to && tokens.end[next - 1] === span.end ? next : null
  }

  /** The verb of a subject, behind what commas insert. */
  private verbBehind(from: number, to: number): number | null {
    for (let at = from; at < Math.min(to, from + LONGEST_INSERTION); at += 1) if (this.bits(at) & (Word.finite | Word.participle) && this.article.tokens.kind[at] === TokenKind.word) return at
    return null
  }

  private holdsVerb(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (this.bits(at) & Word.finite && this.article.tokens.kind[at] === TokenKind.word) return true
    return false
  }

  namesPerson(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (this.sexes[this.article.tokens.word[at]!]! & Sex.person) return true
    return false
  }

  /** Two words with capitals that no fact explains may be somebody's name. */
  private holdsOtherName(from: number, to: number): boolean {
    const { kind } = this.article.tokens
    for (let at = from + 1; at < to; at += 1) if (kind[at] === TokenKind.capitalised && kind[at - 1] === TokenKind.capitalised && (this.bits(at - 2) & Word.preposition) === 0) return true
    return false
  }

  /** What pronouns and titles of a sentence say of its person; 0 where they say nothing, both bits where they disagree. */
  sexIn({ from, to }: Sentence): number {
    let sex = 0
    for (let at = from; at < to; at += 1) sex |= this.sexes[this.article.tokens.word[at]!]! & (Sex.male | Sex.female)
    return sex
  }

  withArticle({ from }: Sentence, { span }: Name): string {
    const name = this.article.text.slice(span.start, span.end)
    return this.word(from) === 'the' && this.article.tokens.start[from]! < span.start ? `The ${name}` : name
  }

  /** The last word of a name of several words, when it is a noun that can stand for the name. */
  lastWord({ span }: Name, from: number, to: number): string | null {
    const { tokens } = this.article
    let at = tokenAt(tokens, span.start)
    if (at < from || tokens.start[at] !== span.start) return null
    let last = at
    for (; at < to && tokens.end[at]! <= span.end; at += 1) last = at
    const word = this.word(last)
    return tokens.start[last] !== span.start && NOUNS.has(word) ? word : null
  }

  /** A token in lower case. */
  word(at: number): string {
    return this.article.tokens.vocabulary[this.article.tokens.word[at]!]!
  }

  /** What a token can be (`Word`). */
  bits(at: number): number {
    return this.article.bits[this.article.tokens.word[at]!]!
  }
}
