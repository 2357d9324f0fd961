import { ENDING_ABBREVIATIONS, INTRODUCING_ABBREVIATIONS, NUMBERING_ABBREVIATIONS } from './abbreviations.ts'
import { classify, type Tokens } from './tokens.ts'
import { SALUTATIONS, SENTENCE_OPENERS, SIGN_OFFS } from './words.ts'

/** What a token can mean for the ends of sentences, as bits; worked out once per distinct token. */
export const Cue = {
  /** A full stop. */
  stop: 1 << 0,
  /** ! and ?. */
  call: 1 << 1,
  /** … as one sign. */
  ellipsis: 1 << 2,
  /** 。！？: ends a sentence without a space. */
  wide: 1 << 3,
  /** May close what the sentence ends in: ” ’ ) ] 》 … */
  closer: 1 << 4,
  /** Of those, the quotation marks. */
  quote: 1 << 5,
  /** Opens a quotation or a bracket. */
  opener: 1 << 6,
  /** " and ', which open and close. */
  straight: 1 << 7,
  /** No sentence opens with it: , ; : ) */
  carriesOn: 1 << 8,
  introducing: 1 << 9,
  ending: 1 << 10,
  numbering: 1 << 11,
  /** A word that opens sentences more often than it goes on a name. */
  opens: 1 << 12,
  /** Signs that are drawn out to rules across a page: * = _ - ~ */
  rule: 1 << 13,
  /** What an item of a list may hang on. */
  bullet: 1 << 14,
  /** Part of an address: @, / and www. */
  address: 1 << 15,
  signOff: 1 << 16,
  /** : ; and =, which begin a drawn face. */
  eyes: 1 << 17,
  comma: 1 << 18,
  bracketClosed: 1 << 19,
  salutation: 1 << 20,
  dash: 1 << 21,
} as const

/** The signs at which a walk over the tokens stops to look. Numbers are looked at besides. */
export const TRIGGERS = Cue.stop | Cue.call | Cue.ellipsis | Cue.wide | Cue.rule | Cue.bullet | Cue.address | Cue.eyes | Cue.comma | Cue.bracketClosed
/** What may end a sentence. */
export const ENDS = Cue.stop | Cue.call | Cue.ellipsis | Cue.wide

const SIGNS: readonly [signs: string, bits: number][] = [
  ['.．', Cue.stop], ['!?‼⁇⁈⁉؟', Cue.call], ['…', Cue.ellipsis], ['。！？｡', Cue.wide],
  [')]）】》〉', Cue.closer], ['”’»」』', Cue.closer | Cue.quote], ['"\'', Cue.closer | Cue.quote | Cue.straight],
  ['“‘«([{「『（【《„‹', Cue.opener], ['"\'', Cue.opener],
  [',;:)]}，；：、）', Cue.carriesOn], ['*=_-~', Cue.rule], ['*•-–—‣◦▪●', Cue.bullet], ['-–—', Cue.dash], ['@/', Cue.address], [':;=', Cue.eyes], [',', Cue.comma], [')]', Cue.bracketClosed],
]
const SETS: readonly [words: ReadonlySet<string>, bit: number][] = [
  [INTRODUCING_ABBREVIATIONS, Cue.introducing], [ENDING_ABBREVIATIONS, Cue.ending], [NUMBERING_ABBREVIATIONS, Cue.numbering],
  [SENTENCE_OPENERS, Cue.opens], [SIGN_OFFS, Cue.signOff], [SALUTATIONS, Cue.salutation], [new Set(['www']), Cue.address],
]

let known: Map<string, number> | null = null
function table(): Map<string, number> {
  const bits = new Map<string, number>()
  const add = (word: string, bit: number): void => void bits.set(word, (bits.get(word) ?? 0) | bit)
  for (const [signs, bit] of SIGNS) for (const sign of signs) add(sign, bit)
  for (const [words, bit] of SETS) for (const word of words) add(word, bit)
  return bits
}

/** The bits of a word, or of an abbreviation written with points inside. */
export const cuesOf = (word: string): number => (known ??= table()).get(word) ?? 0
/** The bits of each distinct token. */
export const classifyCues = (tokens: Tokens): Int32Array => classify(tokens, cuesOf)
