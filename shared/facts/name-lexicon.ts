import { FAMILY_NAMES_FIRST, GIVEN_NAMES, HALF_TITLES, LABELS, NAME_HEADS, NAME_LINKS, NAME_OPENERS, OFFICES, ORGANISATION_WORDS, PLACE_STARTS, PLACE_WORDS, PLACES, PRODUCTS_BEFORE, ROLE_NOUNS, SUBJECTS, TITLES, WORK_WORDS } from './words/names.ts'
import { SPEECH_STARTS } from './words/speech.ts'

/** What a word may be in a name or beside one. */
export const NameWord = {
  /** Capitalised for opening a sentence, and for nothing else. */
  opener: 1,
  title: 1 << 1,
  /** "vice", "foreign": a title only with another behind it. */
  halfTitle: 1 << 2,
  /** A title that may stand in the middle of a run: "Federal Reserve *Chair* Jerome Powell". */
  office: 1 << 3,
  organisation: 1 << 4,
  /** What an office is for: "Technology". */
  subject: 1 << 5,
  work: 1 << 6,
  /** "of", "de", "van" between capitalised words. */
  link: 1 << 7,
  /** A known place begins here. */
  place: 1 << 8,
  /** "River", "Province". */
  placeWord: 1 << 9,
  speech: 1 << 10,
  role: 1 << 11,
  givenName: 1 << 12,
  familyName: 1 << 13,
  /** "Section", "Plate". */
  label: 1 << 14,
  /** "film": a title follows. */
  product: 1 << 15,
  /** "in", "near": a place may follow. */
  placeBefore: 1 << 16,
  /** A sentence or a clause begins behind it. */
  opens: 1 << 17,
  /** Opens the title of a work. */
  mark: 1 << 19,
  bracket: 1 << 20,
  /** A capital glued behind it opens no name. */
  joins: 1 << 21,
  /** Opens or closes a quotation. */
  quote: 1 << 22,
  /** A known place by itself. */
  wholePlace: 1 << 23,
  /** "believes": only a person does. */
  mind: 1 << 24,
  /** "was", "also": what follows tells of a person. */
  helping: 1 << 25,
  /** Between given and family names; "de" and "la" stand in places too. */
  particle: 1 << 26,
  /** "Send", "Reported": a verb at the head of a sentence. */
  head: 1 << 27,
  /** Ends in ’s. */
  genitive: 1 << 18,
} as const

const MIND_VERBS = ['believes', 'thinks']
const HELPING = ['was', 'once', 'also', 'has']
const PARTICLES = ['van', 'von', 'bin', 'ibn', 'da', 'zu', 'ter', 'ten']
const PLACE_BEFORE = ['in', 'from', 'near', 'across', 'throughout', 'outside', 'inside']
const OPENS_BEHIND = ['.', '!', '?', ':', '“', '"', '‘', '\'', '(', '[', '«', '—', '•', '·']

let table: Map<string, number> | null = null

function wordTable(): Map<string, number> {
  const bits = new Map<string, number>()
  const add = (words: Iterable<string>, bit: number): void => {
    for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit)
  }
  add(NAME_OPENERS, NameWord.opener)
  add(NAME_HEADS, NameWord.head)
  add(TITLES, NameWord.title)
  add(HALF_TITLES, NameWord.halfTitle)
  add(OFFICES, NameWord.office)
  add(ORGANISATION_WORDS, NameWord.organisation)
  add(SUBJECTS, NameWord.subject)
  add(WORK_WORDS, NameWord.work)
  add(NAME_LINKS, NameWord.link)
  add(PLACE_STARTS, NameWord.place)
  add(PLACES, NameWord.wholePlace)
  add(PLACE_WORDS, NameWord.placeWord)
  add(MIND_VERBS, NameWord.mind)
  add(HELPING, NameWord.helping)
  add(PARTICLES, NameWord.particle)
  add(SPEECH_STARTS, NameWord.speech)
  add(ROLE_NOUNS.flatMap((noun) => [noun, `${noun}s`]), NameWord.role)
  add(GIVEN_NAMES, NameWord.givenName)
  add(FAMILY_NAMES_FIRST, NameWord.familyName)
  add(LABELS, NameWord.label)
  add(PRODUCTS_BEFORE, NameWord.product)
  add(PLACE_BEFORE, NameWord.placeBefore)
  add(OPENS_BEHIND, NameWord.opens)
  add(['“', '"', '‘', '«', '《'], NameWord.mark)
  add(['('], NameWord.bracket)
  add([...'"‘’‚‛“”„«»「」『』'], NameWord.quote)
  add(['’', '\'', '.', '-'], NameWord.joins)
  return bits
}

const OF_GENITIVES = NameWord.title | NameWord.organisation | NameWord.work | NameWord.place | NameWord.wholePlace | NameWord.placeWord | NameWord.role | NameWord.givenName | NameWord.opener

/** How many letters the ending of a genitive has: ’s. */
export const GENITIVE = 2

/** The bits of one distinct word, for `classify`. */
export function nameBitsOf(word: string): number {
  const bits = (table ??= wordTable()).get(word)
  if (bits !== undefined) return bits
  // "China’s": what the word says of a name, it says of its genitive.
  return word.endsWith('’s') || word.endsWith('\'s') ? ((table.get(word.slice(0, -GENITIVE)) ?? 0) & OF_GENITIVES) | NameWord.genitive : 0
}
