import type { FactOf } from '../facts/fact.ts'
import { classifier, TokenKind, tokenAt } from '../segment/tokens.ts'
import type { Article, Sentence } from './sentence.ts'
import { Word } from './words.ts'

type Name = FactOf<'name'>

/** What a pronoun or "the program" at the opening of the next sentence can only mean. */
interface Told {
  block: number
  person: string | null
  thing: string | null
  /** What is known of the person: `Sex` bits. */
  sex: number
}

/** An opening that was replaced: the words for it, and where the sentence's own words go on. */
export interface Replaced { words: string; from: number }

/** What a word says of whom a pronoun may mean, as bits. */
const Sex = { male: 1, female: 2, person: 4 } as const
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

/** A pronoun in front: what stands behind the name for it, and whom it can mean. */
const PERSON = new Map([['he', { ending: '', sex: Sex.male }], ['she', { ending: '', sex: Sex.female }], ['his', { ending: '’s', sex: Sex.male }]])
const THING = new Map([['it', ''], ['its', '’s']])
/** Nouns that name one thing when its name was just told; "the government" may be any. */
const NOUNS = new Set('program programme plan project initiative scheme act bill law treaty agreement accord convention protocol charter commission committee council board agency authority institute institution foundation fund bank company corporation party league union association society federation organisation organization university college academy museum hospital battle war campaign expedition conference summit forum festival award prize'.split(' '))
/** Verbs behind which the same thing is named again: "the Nile is a river". */
const EQUATES = new Set(['is', 'was', 'are', 'were', 'became', 'becomes', 'remains', 'remained'])
/** "in the river's lower valley": words that bring one more thing in, which "it" may mean. */
const SINGULAR = new Set(['a', 'an', 'the', 'this', 'that', 'another', 'each', 'every', 'one', 'its', 'his', 'her', 'their'])

/**
 * Follows what the sentences of a paragraph speak of, one after the other, and replaces a pronoun that opens a sentence where only one thing can be meant: "he" after a sentence whose subject
 * is the only person it speaks of, "it" after one whose subject is the only thing, "the program" after one that names one Program. Anything less certain is left alone: a wrong name is worse than none.
 */
export class Antecedents {
  private told: Told = { block: -1, person: null, thing: null, sex: 0 }
  /** Last words of the names of the sentence before → the name; null where two names end so. */
  private heads = new Map<string, string | null>()
  private readonly article: Article
  private readonly sexes: Int32Array

  constructor(article: Article) {
    this.article = article
    this.sexes = classifySex(article.tokens)
  }

  /** What the opening of a sentence stands for; call once a sentence, in order. */
  next(sentence: Sentence): Replaced | null {
    if (sentence.block !== this.told.block) {
      this.told = { block: sentence.block, person: null, thing: null, sex: 0 }
      this.heads = new Map()
    }
    const replaced = this.replace(sentence)
    this.learn(sentence, replaced?.words ?? null)
    return replaced
  }

  private replace({ from, to }: Sentence): Replaced | null {
    const { tokens } = this.article
    if (from + 1 >= to) return null
    const word = this.word(from)
    const { person, thing, sex } = this.told
    const personal = PERSON.get(word)
    if (personal && person && (sex === 0 || sex === personal.sex)) return { words: person + personal.ending, from: tokens.end[from]! }
    const neuter = THING.get(word)
    // "It is clear that": nothing is meant. A thing acts or has parts.
    if (neuter !== undefined && thing && !(word === 'it' && this.isEmpty(from + 1, to))) return { words: thing + neuter, from: tokens.end[from]! }
    if (word !== 'the' || tokens.kind[from + 1] !== TokenKind.word) return null
    const name = this.heads.get(this.word(from + 1))
    return name && from + 2 < to && this.bits(from + 2) & (Word.finite | Word.participle | Word.adverb) ? { words: `The ${name}`, from: tokens.end[from + 1]! } : null
  }

  /** "is clear that", "was necessary to", "seems": what follows an "it" that means nothing. */
  private isEmpty(at: number, to: number): boolean {
    for (let next = at; next < Math.min(to, at + 5); next += 1) {
      const word = this.word(next)
      if (word === 'that' || word === 'to' || word === 'seems' || word === 'appears' || word === 'follows' || this.bits(next) & Word.appraisal) return true
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
      const head = this.lastWord(fact, from, to)
      if (head === null) continue
      const whole = text.slice(fact.span.start, fact.span.end)
      const known = this.heads.get(head)
      this.heads.set(head, known === undefined || known === whole ? whole : null)
    }
    const { told } = this
    const opening = from < to ? this.word(from) : ''
    // A sentence that takes up the one before ("He was …") goes on speaking of it, when it brings in nobody else.
    const goesOn = replaced !== null && persons === 0
    if (persons === 1 && this.isSoleSubject(sentence, person!)) {
      told.person = text.slice(person!.span.start, person!.span.end)
      told.sex = this.sexIn(sentence)
    } else if (!(goesOn && PERSON.has(opening) && !this.namesPerson(from + 1, to))) told.person = null
    if (things === 1 && persons === 0 && this.isSoleThing(sentence, thing!)) told.thing = this.withArticle(sentence, thing!)
    else if (!(goesOn && things === 0 && THING.has(opening) && !this.bringsThing(from + 1, to, facts))) told.thing = null
  }

  /** Whether a person is the subject of a sentence, or who its subject is, and no one else is spoken of in it: "Mayor Jane Doe opened …", "The current mayor is Jane Doe". */
  private isSoleSubject({ from, to }: Sentence, { span }: Name): boolean {
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
  private isSoleThing({ from, to, facts }: Sentence, { span }: Name): boolean {
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
  private bringsThing(from: number, to: number, facts: Sentence['facts']): boolean {
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

  private namesPerson(from: number, to: number): boolean {
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
  private sexIn({ from, to }: Sentence): number {
    let sex = 0
    for (let at = from; at < to; at += 1) sex |= this.sexes[this.article.tokens.word[at]!]! & (Sex.male | Sex.female)
    return sex
  }

  private withArticle({ from }: Sentence, { span }: Name): string {
    const name = this.article.text.slice(span.start, span.end)
    return this.word(from) === 'the' && this.article.tokens.start[from]! < span.start ? `The ${name}` : name
  }

  /** The last word of a name of several words, when it is a noun that can stand for the name. */
  private lastWord({ span }: Name, from: number, to: number): string | null {
    const { tokens } = this.article
    let at = tokenAt(tokens, span.start)
    if (at < from || tokens.start[at] !== span.start) return null
    let last = at
    for (; at < to && tokens.end[at]! <= span.end; at += 1) last = at
    const word = this.word(last)
    return tokens.start[last] !== span.start && NOUNS.has(word) ? word : null
  }

  private word(at: number): string {
    return this.article.tokens.vocabulary[this.article.tokens.word[at]!]!
  }

  private bits(at: number): number {
    return this.article.bits[this.article.tokens.word[at]!]!
  }
}

/** "was the first minister of": so many words behind "was" say who somebody is. */
const LONGEST_PREDICATE = 8
/** A subject is looked through for its verb so far. */
const LONGEST_INSERTION = 16
