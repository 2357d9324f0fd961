import { classifier } from '../segment/tokens.ts'

/** What a word tells the judge of its whole sentence, beside what it can be in the grammar (`Word`). */
export const Hint = {
  /** requires, needs, encouraged, expected: a rule laid down without "must" */
  requires: 1,
  /** means, denotes: what a word is to mean here */
  defines: 1 << 1,
  thanks: 1 << 2,
  /** because, led, due: one thing out of another */
  cause: 1 << 3,
  /** today, since, century: when */
  time: 1 << 4,
  /** all, every, never, any: without exception */
  sweeping: 1 << 5,
  /** think, hope, propose: what somebody holds or puts forward */
  holds: 1 << 6,
  /** I, we as the subject of a verb */
  subject: 1 << 7,
  /** if, when, although: a clause before the main one, up to the comma */
  subordinate: 1 << 8,
  /** which, that, how: the next verb belongs to a clause of their own */
  relative: 1 << 9,
  be: 1 << 10,
  have: 1 << 11,
  /** "to": no main verb follows */
  to: 1 << 12,
  /** please, let's: somebody is asked to do something */
  asks: 1 << 13,
  /** below, following: on to what the text shows next */
  points: 1 << 14,
} as const

const LISTS: Record<keyof typeof Hint, string> = {
  requires: `require requires required requirement requirements need needs responsible encouraged discouraged recommended expected`,
  defines: `means definition denotes`,
  thanks: `thank thanks grateful thankful indebted welcome sorry hope`,
  cause: `because caused causes cause due led leads resulted results result owing`,
  time: `today now currently recently ago since until during century decade decades year years later earlier early late before after already still`,
  sweeping: `all every each always any never entirely`,
  holds: `think believe feel hope wish doubt want guess suspect wonder prefer trust care propose argue assume suppose imagine consider`,
  subject: `i we i'm i've i'd i'll we're we've we'll we'd`,
  subordinate: `if unless when whenever although though while because since as once after before whether until where whereas`,
  relative: `which who whom whose that what how why where whether`,
  be: `is are am it's that's there's isn't aren't i'm we're you're they're`,
  have: `has have i've we've you've they've`,
  to: `to`,
  asks: `please let let's`,
  points: `below following here`,
}

const BITS = new Map<string, number>()
for (const [kind, list] of Object.entries(LISTS)) for (const word of list.split(' ')) BITS.set(word, (BITS.get(word) ?? 0) | Hint[kind as keyof typeof Hint])

/** The bits of each distinct word of a text, indexed like its vocabulary. */
export const classifyHints = classifier((word) => BITS.get(word.replaceAll('’', "'")) ?? 0)
