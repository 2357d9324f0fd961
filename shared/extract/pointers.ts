import { classifier } from '../segment/tokens.ts'

/** What a word can be to pointing away, as bits. */
export const Pointer = {
  be: 1,
  /** "years later", "two days earlier" */
  time: 1 << 1,
  relativeTime: 1 << 2,
  /** "the program has": a noun that names something told before, wherever it stands. */
  toldBefore: 1 << 3,
  /** Words that count what the sentence before named, when no noun follows them. */
  elliptic: 1 << 4,
  subject: 1 << 5,
  backward: 1 << 6,
  the: 1 << 7,
  there: 1 << 8,
  of: 1 << 9,
  /** "other members": besides those told of. */
  besides: 1 << 10,
  /** "since then", "at the time" */
  since: 1 << 11,
  /** Things of which there is one, or one to every reader: "the sun", "the public". */
  unique: 1 << 12,
  /** A clause in front that brings its own subject: "when". */
  clause: 1 << 13,
  /** "this year" is told by the article's date. */
  unit: 1 << 14,
  /** Nouns that take up a name told before, wherever they are the subject. */
  takesUp: 1 << 15,
  /** Opens a phrase of time in front: "Last month,". */
  front: 1 << 16,
  /** "there remain": verbs that tell what there is, and what may stand before them. */
  exists: 1 << 17,
  still: 1 << 18,
  /** Opens a phrase in front like a preposition: "Regarding safety,". */
  regarding: 1 << 19,
  /** "its gardens" */
  whose: 1 << 20,
  /** Verbs without an ending behind persons who tell: "the authors explain". */
  tells: 1 << 21,
  /** "two such lists" */
  count: 1 << 22,
  /** "Otherwise, …": hangs on what was told before. */
  afterAll: 1 << 23,
} as const
const LISTS: Readonly<Record<keyof typeof Pointer, string>> = {
  be: 'is are was were has have had will would may might can could',
  time: 'year years month months day days week weeks decade decades',
  relativeTime: 'later earlier after before',
  toldBefore: 'program programme plan project former latter aforementioned same following above',
  elliptic: 'others some many each both most all one several few another who which whose',
  subject: 'it he she they this',
  backward: 'this that these those such',
  the: 'the',
  there: 'there',
  of: 'of',
  besides: 'other another further additional similar',
  afterAll: 'otherwise afterwards thereafter',
  since: 'then time',
  unique: 'sun moon earth world sky sea ocean universe public internet press media police future past poor rich west east north south',
  clause: 'when while although though if because as whereas once until where unless after before since',
  takesUp: 'company companies firm report study authors researchers team paper charity charities regulator watchdog agency group organisation organization party court committee board book film author attacker attackers hackers thieves thief investigators suspect suspects defendant defendants plaintiff plaintiffs victim victims participants respondents officials pair duo programme program project plan club survey bill treaty minister couple',
  front: 'last next earlier later soon yesterday today eventually originally initially once',
  unit: 'year month week century decade day morning evening afternoon spring summer autumn winter article',
  exists: 'remain remains remained exist exists existed survive survives survived follow follows followed stand stands stood',
  still: 'still also only even now then once thus',
  regarding: 'regarding concerning following considering given despite',
  whose: 'its his her their',
  tells: 'explain write note argue conclude insist advise recommend describe estimate suggest claim believe admit deny warn predict observe',
  count: 'no any two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety hundred dozen',
}
const BITS = new Map<string, number>()
for (const [kind, list] of Object.entries(LISTS)) for (const word of list.split(' ')) BITS.set(word, (BITS.get(word) ?? 0) | Pointer[kind as keyof typeof Pointer])

/** The bits of each distinct word of a text, indexed like its vocabulary. */
export const classifyPointers = classifier((word) => BITS.get(word) ?? 0)
