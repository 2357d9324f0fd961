import type { FactOf } from '../facts/fact.ts'
import { TokenKind, tokenAt } from '../segment/tokens.ts'
import type { Article, Sentence } from './sentence.ts'
import { Word } from './words.ts'

type Name = FactOf<'name'>

/** What a pronoun or "the program" at the opening of the next sentence can only mean. */
interface Told {
  block: number
  /** The one person named, and the one other name that was the subject. */
  person: string | null
  thing: string | null
}

/** An opening that was replaced: the words for it, and where the sentence's own words go on. */
export interface Replaced { words: string; from: number }

const PERSON = new Map([['he', ''], ['she', ''], ['his', '’s']])
/** Nouns that name one thing when its name was just told; "the government" may be any. */
const NOUNS = new Set('program programme plan project initiative scheme act bill law treaty agreement accord convention protocol charter commission committee council board agency authority institute institution foundation fund bank company corporation party league union association society federation organisation organization university college academy museum hospital battle war campaign expedition conference summit forum festival award prize'.split(' '))
const THING = new Map([['it', ''], ['its', '’s']])

/**
 * Follows what the sentences of a paragraph speak of, one after the other, and replaces a pronoun that opens a sentence where only one thing can be meant: "he" after a sentence
 * that names one person, "it" after one whose subject is the only name of a thing, "the program" after one that names one Program. Anything less certain is left alone.
 */
export class Antecedents {
  private told: Told = { block: -1, person: null, thing: null }
  /** Last words of the names of the sentence before → the name; null where two names end so. */
  private heads = new Map<string, string | null>()
  private readonly article: Article

  constructor(article: Article) {
    this.article = article
  }

  /** What the opening of a sentence stands for; call once a sentence, in order. */
  next(sentence: Sentence): Replaced | null {
    if (sentence.block !== this.told.block) {
      this.told = { block: sentence.block, person: null, thing: null }
      this.heads = new Map()
    }
    const replaced = this.replace(sentence)
    this.learn(sentence, replaced?.words ?? null)
    return replaced
  }

  private replace({ from, to }: Sentence): Replaced | null {
    const { tokens } = this.article
    if (from + 1 >= to) return null
    const word = tokens.vocabulary[tokens.word[from]!]!
    const { person, thing } = this.told
    const personal = PERSON.get(word)
    if (personal !== undefined && person) return { words: person + personal, from: tokens.end[from]! }
    const neuter = THING.get(word)
    // "It is clear that": nothing is meant. A thing acts or has parts.
    if (neuter !== undefined && thing && !(word === 'it' && this.isEmpty(from + 1, to))) return { words: thing + neuter, from: tokens.end[from]! }
    if (word !== 'the' || tokens.kind[from + 1] !== TokenKind.word) return null
    const name = this.heads.get(tokens.vocabulary[tokens.word[from + 1]!]!)
    return name && from + 2 < to && this.bits(from + 2) & (Word.finite | Word.participle | Word.adverb) ? { words: `The ${name}`, from: tokens.end[from + 1]! } : null
  }

  /** "is clear that", "was necessary to", "seems": what follows an "it" that means nothing. */
  private isEmpty(at: number, to: number): boolean {
    const { tokens } = this.article
    for (let next = at; next < Math.min(to, at + 5); next += 1) {
      const word = tokens.vocabulary[tokens.word[next]!]!
      if (word === 'that' || word === 'to' || word === 'seems' || word === 'appears' || word === 'follows' || this.bits(next) & Word.appraisal) return true
    }
    return false
  }

  private learn({ from, to, facts }: Sentence, replaced: string | null): void {
    const { tokens, text } = this.article
    let [persons, things] = [0, 0]
    let person: Name | null = null
    let thing: Name | null = null
    const before = this.heads
    if (before.size > 0) this.heads = new Map()
    // "The program …" taken up keeps its name for the next sentence.
    if (replaced?.startsWith('The ')) for (const [head, name] of before) if (name !== null && replaced === `The ${name}`) this.heads.set(head, name)
    for (const fact of facts) {
      if (fact.kind !== 'name') continue
      if (fact.type === 'person') {
        persons += 1
        person = fact
        continue
      }
      things += 1
      thing = fact
      const head = this.lastWord(fact, from, to)
      if (head === null) continue
      const whole = text.slice(fact.span.start, fact.span.end)
      const known = this.heads.get(head)
      this.heads.set(head, known === undefined || known === whole ? whole : null)
    }
    // A sentence that takes up the one before ("He was …") goes on speaking of it.
    const opening = from < to ? tokens.vocabulary[tokens.word[from]!]! : ''
    const words = ({ span }: Name): string => text.slice(span.start, span.end)
    this.told.person = persons === 1 ? words(person!) : persons === 0 && replaced !== null && PERSON.has(opening) ? this.told.person : null
    this.told.thing = things === 1 && this.isSubject(thing!, from, to) ? words(thing!) : things === 0 && replaced !== null && THING.has(opening) ? this.told.thing : null
  }

  /** The last word of a name of several words, when it is a noun that can stand for the name. */
  private lastWord({ span }: Name, from: number, to: number): string | null {
    const { tokens } = this.article
    let at = tokenAt(tokens, span.start)
    if (at < from || tokens.start[at] !== span.start) return null
    let last = at
    for (; at < to && tokens.end[at]! <= span.end; at += 1) last = at
    const word = tokens.vocabulary[tokens.word[last]!]!
    return tokens.start[last] !== span.start && NOUNS.has(word) ? word : null
  }

  /** Whether a name opens its sentence and a verb follows it. */
  private isSubject({ span }: Name, from: number, to: number): boolean {
    const { tokens } = this.article
    let at = tokens.vocabulary[tokens.word[from]!] === 'the' ? from + 1 : from
    if (at >= to || tokens.start[at] !== span.start) return false
    while (at < to && tokens.start[at]! < span.end) at += 1
    return at < to && tokens.end[at - 1] === span.end && (this.bits(at) & (Word.finite | Word.participle)) !== 0
  }

  private bits(at: number): number {
    return this.article.bits[this.article.tokens.word[at]!]!
  }
}
