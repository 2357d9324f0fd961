import { lettersOf, type Run } from './raw-page.ts'

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u
/** Arabic letters by the form that their place in the word gives them. */
const FORMS = /[\uFB50-\uFDFF\uFE70-\uFEFC]+/gu

type Direction = 'left' | 'right' | null
const directionOf = ({ text }: Run): Direction => (RIGHT_TO_LEFT.test(text) ? 'left' : /\p{L}/u.test(text) ? 'right' : null)

/** Whether most letters of a page are Hebrew or Arabic: then its lines begin on the right. */
export function runsToTheLeft(runs: readonly Run[]): boolean {
  const toTheLeft = runs.filter(({ text }) => RIGHT_TO_LEFT.test(text))
  return toTheLeft.length > 0 && lettersOf(toTheLeft) > lettersOf(runs) / 2
}

/** Runs of a line, given from left to right, in the order in which they are read: Hebrew and Arabic words, and numbers among them, from the right; where the page runs to the left, all but stretches of Latin. The same runs where there are none. */
export function inReadingOrder(runs: readonly Run[], toTheLeft: boolean): readonly Run[] {
  if (!runs.some(({ text }) => RIGHT_TO_LEFT.test(text))) return runs
  const plain = runs.map((run) => ({ ...run, text: run.text.replace(FORMS, (letters) => letters.normalize('NFKC')) }))
  return toTheLeft ? withStretchesReversed([...plain].reverse(), 'right') : withStretchesReversed(plain, 'left')
}

/** Turns stretches round that run in one direction, from their first to their last run of it. */
function withStretchesReversed(runs: readonly Run[], direction: 'left' | 'right'): Run[] {
  const out: Run[] = []
  for (let at = 0; at < runs.length;) {
    if (directionOf(runs[at]!) !== direction) {
      out.push(runs[at++]!)
      continue
    }
    let end = at + 1
    for (let next = end; next < runs.length && directionOf(runs[next]!) !== (direction === 'left' ? 'right' : 'left'); next++) if (directionOf(runs[next]!) === direction) end = next + 1
    out.push(...runs.slice(at, end).reverse())
    at = end
  }
  return out
}
