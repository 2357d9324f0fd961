import type { FactOf } from './fact.ts'
import { NameWord } from './name-lexicon.ts'
import type { Reading } from './reading.ts'

const CLOSES: ReadonlyMap<string, string> = new Map([['“', '”'], ['"', '"'], ['‘', '’'], ['«', '»'], ['《', '》']])
const CALLS = new Set(['titled', 'entitled', 'called', 'titles'])
/** Titles hold at most so many tokens. */
const LONGEST = 16

/** The title of a work between marks: 《…》 always, other marks behind a noun that asks for one (the film “The Third Man”); `at` is the opening mark. */
export function titleAt(r: Reading, at: number): FactOf<'name'> | null {
  const sign = r.word(at)
  const closing = CLOSES.get(sign)
  if (closing === undefined || !r.isGlued(at + 1)) return null
  const before = r.word(at - 1) === ',' ? at - 2 : at - 1
  if (sign !== '《' && !r.is(before, NameWord.product) && !CALLS.has(r.word(before))) return null
  if (sign !== '《' && !r.isCapitalised(at + 1) && !r.isNumber(at + 1)) return null
  for (let to = at + 2; to <= at + LONGEST && to < r.to; to += 1) {
    if (r.word(to) !== closing) continue
    // A comma of the sentence around stands inside the marks: “The Third Man,” a film.
    const last = r.word(to - 1) === ',' ? to - 2 : to - 1
    return { kind: 'name', span: { start: r.start(at + 1), end: r.end(last) }, hedge: 'exact', type: 'work' }
  }
  return null
}
