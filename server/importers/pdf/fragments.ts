import { rightOf, type Run } from './raw-page.ts'

/** Letters that stand on one base line without a gap as wide as between columns. */
export interface Fragment { runs: Run[]; y: number; size: number }

/** Gaps in ems. Words of a justified line stand this far apart at most; columns further. Where the file does not write the two one after the other, they are rather two columns. */
export const WIDEST_WORD_GAP = 0.9
const WIDEST_STRANGE_GAP = 0.5
/** Words that follow each other in the file with white space between may stand further apart. */
const WIDEST_SPACED_GAP = 1.6
/** A bullet or a number and what it introduces. */
const WIDEST_LABEL_GAP = 3.5
/** Base lines this close (in ems) are one. */
export const SAME_BASE = 0.12

const LABEL = /^(?:[•●○▪■□◦‣❏☐☑✓➢*–-]|\(?[\p{L}\d]{1,3}[.)])$/u

/** `isOneBlock`: all are letters of one paragraph, so that what follows each other in the file stands in one line however far apart. */
export function fragmentsOf(runs: readonly Run[], isOneBlock = false): Fragment[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x)
  const fragments: Fragment[] = []
  for (let at = 0; at < sorted.length;) {
    const first = sorted[at]!
    let end = at + 1
    while (end < sorted.length && sorted[end]!.y - sorted[end - 1]!.y <= SAME_BASE * Math.min(sorted[end]!.size, first.size) && sorted[end]!.y - first.y <= 2 * SAME_BASE * first.size) end++
    const level = sorted.slice(at, end).sort((a, b) => a.x - b.x || a.order - b.order)
    const drawnOut = drawnOutIn(level)
    let current: Run[] = []
    for (const run of level) {
      const before = current.at(-1)
      if (before && !belongTogether(before, run) && !drawnOut.has(run) && !(isOneBlock && run.order === before.order + 1)) {
        fragments.push(fragment(current))
        current = []
      }
      current.push(run)
    }
    if (current.length > 0) fragments.push(fragment(current))
    at = end
  }
  return fragments
}

/** Words of a line that was drawn out to fill its column stand as far apart as each other, give or take so much (in ems); so many gaps tell it. */
const EVEN = 0.12
const FEWEST_GAPS = 3
const WIDEST_EVEN_GAP = 6

/** The runs behind the first of a line that was drawn out to fill its column: words that follow each other in the file, with one gap between all of them. */
function drawnOutIn(level: readonly Run[]): ReadonlySet<Run> {
  const found = new Set<Run>()
  let words: Run[] = []
  let gaps: number[] = []
  const flush = (): void => {
    const [least, most, size] = [Math.min(...gaps), Math.max(...gaps), words[0]?.size ?? 0]
    if (gaps.length >= FEWEST_GAPS && most - least <= EVEN * size && most <= WIDEST_EVEN_GAP * size) for (const run of words) found.add(run)
    words = []
    gaps = []
  }
  level.forEach((run, index) => {
    const before = level[index - 1]
    if (!before) return
    if (run.order !== before.order + 1) return flush()
    words.push(run)
    if (run.isSpaced) gaps.push(run.x - rightOf(before))
  })
  flush()
  return found
}

function belongTogether(before: Run, run: Run): boolean {
  const size = Math.max(before.size, run.size)
  const gap = run.x - rightOf(before)
  if (gap <= (run.order === before.order + 1 ? WIDEST_WORD_GAP : WIDEST_STRANGE_GAP) * size) return true
  if (LABEL.test(before.text.trim()) && gap <= WIDEST_LABEL_GAP * size) return run.order === before.order + 1
  return run.isSpaced && run.order === before.order + 1 && gap <= WIDEST_SPACED_GAP * size
}

/** The largest size that a good part of the letters have: raised signs are smaller, and a first letter may be larger. */
const GOOD_PART = 0.25
/** Small capitals are set with capitals at most this many times as large, which may be few. */
const LARGEST_OF_SMALL = 1.6
function fragment(runs: Run[]): Fragment {
  const letters = new Map<number, number>()
  let all = 0
  for (const { size, text } of runs) {
    letters.set(size, (letters.get(size) ?? 0) + text.length)
    all += text.length
  }
  const usual = [...letters].filter(([, count]) => count >= GOOD_PART * all).reduce((most, [each]) => Math.max(most, each), 0)
  const size = isCapitals(runs.map(({ text }) => text).join('')) ? Math.max(...[...letters.keys()].filter((each) => each <= LARGEST_OF_SMALL * usual)) : usual
  const main = runs.find((run) => run.size === size)!
  return { runs, y: main.y, size }
}

/** So many letters, none of them small, and hardly anything else. */
const FEWEST_CAPITALS = 4
const CAPITALS_SHARE = 0.7
export function isCapitals(text: string): boolean {
  if (/\p{Ll}/u.test(text)) return false
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return capitals >= FEWEST_CAPITALS && capitals >= CAPITALS_SHARE * text.replace(/\s/g, '').length
}
