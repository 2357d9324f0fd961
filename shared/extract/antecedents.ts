import { classifier, TokenKind } from '../segment/tokens.ts'
import { Mentions, Sex, type Name } from './mentions.ts'
import type { Article, Sentence } from './sentence.ts'
import { Word } from './words.ts'

/** What a pronoun or "the program" at the opening of the next sentence can only mean. */
interface Told {
  person: string | null
  thing: string | null
  /** What is known of the person: `Sex` bits. */
  sex: number
}

/** An opening that was replaced: the words for it, and where the sentence's own words go on. */
export interface Replaced { words: string; from: number }

/** A pronoun in front: what stands behind the name for it, and whom it can mean. */
const PERSON = new Map([['he', { ending: '', sex: Sex.male }], ['she', { ending: '', sex: Sex.female }], ['his', { ending: '’s', sex: Sex.male }]])
const THING = new Map([['it', ''], ['its', '’s']])
const classifyOpenings = classifier((word) => Number(PERSON.has(word) || THING.has(word) || word === 'the'))

/**
 * Follows what the sentences of a paragraph speak of, one after the other, and replaces a pronoun that opens a sentence where only one thing can be meant: "he" after a sentence whose subject
 * is the only person it speaks of, "it" after one whose subject is the only thing, "the program" after one that names one Program. Anything less certain is left alone: a wrong name is worse than none.
 */
export class Antecedents {
  private readonly told: Told = { person: null, thing: null, sex: 0 }
  /** Last words of the names of the sentence before → the name; null where two names end so. */
  private heads = new Map<string, string | null>()
  /** The sentence before, and what its opening was replaced by. It is read only when this one opens with a word that may take it up. */
  private before: Sentence | null = null
  private words: string | null = null
  private readonly article: Article
  private readonly mentions: Mentions
  private readonly openings: Int32Array

  constructor(article: Article) {
    this.article = article
    this.mentions = new Mentions(article)
    this.openings = classifyOpenings(article.tokens)
  }

  /** What the opening of a sentence stands for; call once a sentence, in order. */
  next(sentence: Sentence): Replaced | null {
    let replaced: Replaced | null = null
    const { before } = this
    if (before?.block === sentence.block && sentence.from < sentence.to && this.openings[this.article.tokens.word[sentence.from]!] === 1) {
      this.learn(before, this.words)
      replaced = this.replace(sentence)
    }
    this.before = sentence
    this.words = replaced?.words ?? null
    return replaced
  }

  private replace({ from, to }: Sentence): Replaced | null {
    const { tokens } = this.article
    if (from + 1 >= to) return null
    const word = this.mentions.word(from)
    const { person, thing, sex } = this.told
    const personal = PERSON.get(word)
    if (personal && person && (sex === 0 || sex === personal.sex)) return { words: person + personal.ending, from: tokens.end[from]! }
    const neuter = THING.get(word)
    // "It is clear that": nothing is meant. A thing acts or has parts.
    if (neuter !== undefined && thing && !(word === 'it' && this.isEmpty(from + 1, to))) return { words: thing + neuter, from: tokens.end[from]! }
    if (word !== 'the' || tokens.kind[from + 1] !== TokenKind.word) return null
    const name = this.heads.get(this.mentions.word(from + 1))
    return name && from + 2 < to && this.mentions.bits(from + 2) & (Word.finite | Word.participle | Word.adverb) ? { words: `The ${name}`, from: tokens.end[from + 1]! } : null
  }

  /** "is clear that", "was necessary to", "seems": what follows an "it" that means nothing. */
  private isEmpty(at: number, to: number): boolean {
    for (let next = at; next < Math.min(to, at + 5); next += 1) {
      const word = this.mentions.word(next)
      if (word === 'that' || word === 'to' || word === 'seems' || word === 'appears' || word === 'follows' || this.mentions.bits(next) & Word.appraisal) return true
    }
    return false
  }

  private learn(sentence: Sentence, replaced: string | null): void {
    const { from, to, facts } = sentence
    const { text } = this.article
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
      const head = this.mentions.lastWord(fact, from, to)
      if (head === null) continue
      const whole = text.slice(fact.span.start, fact.span.end)
      const known = this.heads.get(head)
      this.heads.set(head, known === undefined || known === whole ? whole : null)
    }
    const { told } = this
    const opening = from < to ? this.mentions.word(from) : ''
    // A sentence that takes up the one before ("He was …") goes on speaking of it, when it brings in nobody else.
    const goesOn = replaced !== null && persons === 0
    if (persons === 1 && this.mentions.isSoleSubject(sentence, person!)) {
      told.person = text.slice(person!.span.start, person!.span.end)
      told.sex = this.mentions.sexIn(sentence)
    } else if (!(goesOn && PERSON.has(opening) && !this.mentions.namesPerson(from + 1, to))) told.person = null
    if (things === 1 && persons === 0 && this.mentions.isSoleThing(sentence, thing!)) told.thing = this.mentions.withArticle(sentence, thing!)
    else if (!(goesOn && things === 0 && THING.has(opening) && !this.mentions.bringsThing(from + 1, to, facts))) told.thing = null
  }
}
