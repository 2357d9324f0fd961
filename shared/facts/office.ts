import { NameWord } from './name-lexicon.ts'
import { isPossessive, RUN, wordEnd } from './name-run.ts'
import type { Reading } from './reading.ts'
import { PLACES, SUBJECTS } from './words/names.ts'

const isTitle = (r: Reading, at: number): boolean => r.is(at, NameWord.title) && !isPossessive(r, at)

/** Whether a link ("of") stands behind a word of the run. */
const isLinked = (r: Reading, word: number): boolean => r.is(wordEnd(r, RUN.starts[word]!), NameWord.link)

const NAMES_NO_PERSON = NameWord.organisation | NameWord.work | NameWord.placeWord
/** Whether the words from one on may be a person: not where the last says that it is an office, a law or a river. */
function mayBePerson(r: Reading, word: number): boolean {
  const { starts, words } = RUN
  const last = starts[words - 1]!
  if (!r.is(last, NAMES_NO_PERSON) || r.is(last, NameWord.givenName)) return true
  // "President Park" has the name of a place; "General Assembly" and "Prince Edward Island" are none of a person.
  return r.is(last, NameWord.organisation | NameWord.work) ? r.is(starts[word]!, NameWord.givenName) : words - word === 1
}

/** The first word of the run behind the titles that open it; `first` where there are none, or nobody who bears them: "Foreign Affairs", "General Assembly". */
export function titledFrom(r: Reading, first: number): number {
  const { starts, words } = RUN
  let person = first
  let isWhole = false
  while (person < words - 1 && isTitle(r, starts[person]!) && !isLinked(r, person)) {
    if (!r.is(starts[person]!, NameWord.halfTitle)) isWhole = true
    person += 1
  }
  return isWhole && mayBePerson(r, person) ? person : first
}

/** Whose office it is and who holds it: the words before `before` name the former, those from `person` on the latter. */
export interface Held { before: number; person: number }

/** "Federal Reserve Chair Jerome Powell", "French President Macron", "Prime Minister of New Zealand Jacinda Ardern"; null where the run names one thing. */
export function heldBy(r: Reading, first: number): Held | null {
  const { starts, words } = RUN
  for (let office = words - 2; office >= first; office -= 1) {
    const at = starts[office]!
    if (!r.is(at, NameWord.office) || isPossessive(r, at)) continue
    const person = isLinked(r, office) ? behindPlace(r, office) : office + 1
    if (person < 0 || !mayBePerson(r, person)) return null
    let before = office
    while (before > first && isTitle(r, starts[before - 1]!)) before -= 1
    // Nothing but titles: those are taken off elsewhere.
    return before === first && person === office + 1 ? null : { before, person }
  }
  return null
}

/** The last word of the titles that open the run, where "of" stands behind it: "Chairman of the World Economic Forum"; −1 otherwise. */
export function officeOf(r: Reading, first: number): number {
  const { starts, words } = RUN
  let isWhole = false
  for (let word = first; word < words - 1 && isTitle(r, starts[word]!); word += 1) {
    if (!r.is(starts[word]!, NameWord.halfTitle)) isWhole = true
    if (isLinked(r, word)) return isWhole ? word : -1
  }
  return -1
}

const LONGEST_PLACE = 3
/** The word of the run behind what an office is of: a known place, or a subject ("Secretary of State Antony Blinken"); −1 where nobody is named behind it. */
function behindPlace(r: Reading, office: number): number {
  const { starts, words } = RUN
  for (let last = Math.min(office + LONGEST_PLACE, words - 2); last > office; last -= 1) {
    const of = r.text.slice(r.start(starts[office + 1]!), r.end(wordEnd(r, starts[last]!) - 1)).toLowerCase()
    if (PLACES.has(of) || SUBJECTS.has(of) || of === 'state' || of === 'the house') return isLinked(r, last) ? -1 : last + 1
  }
  return -1
}
