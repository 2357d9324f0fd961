import { withoutDropCaps } from './drop-caps.ts'
import { LARGEST_RAISED, piecesOf, RAISED_FROM, RAISED_SAME_SIZE, type Piece } from './pieces.ts'
import { rightOf, type RawPage, type Run } from './raw-page.ts'

export type { Piece } from './pieces.ts'

/** A line of one column. `size` is that of most of its letters, `font` likewise; `left`, `right` and `y` (base line) in points. */
export interface Line {
  page: number
  left: number
  right: number
  y: number
  size: number
  font: string
  pieces: Piece[]
}

export const textOfLine = ({ pieces }: { pieces: readonly Piece[] }): string => pieces.map(({ text }) => text).join('')

/** Gaps in ems. Words of a justified line stand this far apart at most; columns further. Where the file does not write the two one after the other, they are rather two columns. */
const WIDEST_WORD_GAP = 0.9
const WIDEST_STRANGE_GAP = 0.5
/** Words that follow each other in the file with white space between may stand further apart. */
const WIDEST_SPACED_GAP = 1.6
/** A bullet or a number and what it introduces. */
const WIDEST_LABEL_GAP = 3.5
/** A raised sign and its word; a raised number that opens a note, and the note. */
const WIDEST_RAISED_GAP = 0.6
const WIDEST_MARK_GAP = 0.25
const WIDEST_RAISED_LABEL_GAP = 3.5
/** Base lines this close (in ems) are one. */
const SAME_BASE = 0.12
/** Small letters that far (in ems of their line) above or below its base line stand in it. */
const RAISED_TO = 0.75
const LOWERED_TO = 0.35
/** The same letters drawn again closer than this (in ems) are a bold face made by drawing twice. */
const DRAWN_TWICE = 0.12

const LABEL = /^(?:[•●○▪■□◦‣❏☐☑✓➢*–-]|\(?[\p{L}\d]{1,3}[.)])$/u

interface Fragment { runs: Run[]; y: number; size: number }

/** The lines of a page: letters on one base line without a gap as wide as between columns, with what is raised or lowered in them. In no particular order. */
export function linesOf(page: RawPage): Line[] {
  const fragments = fragmentsOf(withoutDropCaps(withoutDoubles(page.runs))).sort(byPlace)
  return withAttached(fragments).map((each) => toLine(each, page))
}

function withoutDoubles(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run[]>()
  return runs.filter((run) => {
    const same = seen.get(run.text)
    if (same?.some((other) => Math.abs(other.x - run.x) < DRAWN_TWICE * run.size && Math.abs(other.y - run.y) < DRAWN_TWICE * run.size)) return false
    if (same) same.push(run)
    else seen.set(run.text, [run])
    return true
  })
}

function fragmentsOf(runs: readonly Run[]): Fragment[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x)
  const fragments: Fragment[] = []
  for (let at = 0; at < sorted.length;) {
    const first = sorted[at]!
    let end = at + 1
    while (end < sorted.length && sorted[end]!.y - sorted[end - 1]!.y <= SAME_BASE * Math.min(sorted[end]!.size, first.size) && sorted[end]!.y - first.y <= 2 * SAME_BASE * first.size) end++
    const level = sorted.slice(at, end).sort((a, b) => a.x - b.x || a.order - b.order)
    let current: Run[] = []
    for (const run of level) {
      const before = current.at(-1)
      if (before && !belongTogether(before, run)) {
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

function belongTogether(before: Run, run: Run): boolean {
  const size = Math.max(before.size, run.size)
  const gap = run.x - rightOf(before)
  if (gap <= (run.order === before.order + 1 ? WIDEST_WORD_GAP : WIDEST_STRANGE_GAP) * size) return true
  if (LABEL.test(before.text.trim()) && gap <= WIDEST_LABEL_GAP * size) return run.order === before.order + 1
  return run.isSpaced && run.order === before.order + 1 && gap <= WIDEST_SPACED_GAP * size
}

/** The largest size that a good part of the letters have: small capitals and raised signs are smaller, and a first letter may be larger. */
const GOOD_PART = 0.25
function fragment(runs: Run[]): Fragment {
  const letters = new Map<number, number>()
  let all = 0
  for (const { size, text } of runs) {
    letters.set(size, (letters.get(size) ?? 0) + text.length)
    all += text.length
  }
  const size = [...letters].filter(([, count]) => count >= GOOD_PART * all).reduce((most, [each]) => Math.max(most, each), 0)
  const main = runs.find((run) => run.size === size)!
  return { runs, y: main.y, size }
}

const leftOf = (line: Fragment): number => line.runs[0]!.x
const endOf = (line: Fragment): number => line.runs.reduce((most, run) => Math.max(most, rightOf(run)), -Infinity)

const byPlace = (a: Fragment, b: Fragment): number => a.y - b.y || leftOf(a) - leftOf(b)

/** Puts small fragments that stand a little above or below a line into it, and joins the parts of a line between which they stood. */
function withAttached(fragments: Fragment[]): Fragment[] {
  const hosts = fragments.map((small, index) => hostOf(small, index, fragments))
  const taken = new Set<Fragment>()
  fragments.forEach((small, index) => {
    const host = hosts[index]
    if (!host || taken.has(host)) return
    host.runs.push(...small.runs)
    host.runs.sort((a, b) => a.x - b.x || a.order - b.order)
    taken.add(small)
  })
  const kept = fragments.filter((each) => !taken.has(each))
  const joined: Fragment[] = []
  for (const each of kept.sort(byPlace)) {
    const before = joined.at(-1)
    if (before && Math.abs(before.y - each.y) <= SAME_BASE * each.size && joins(before, each)) {
      joined[joined.length - 1] = { runs: [...before.runs, ...each.runs], y: before.y, size: Math.max(before.size, each.size) }
    } else joined.push(each)
  }
  return joined
}

/** Whether what stands raised between two parts of a line holds them together: it hugs the word before it. */
function joins(before: Fragment, each: Fragment): boolean {
  const isRaised = (line: Fragment, run: Run): boolean => line.y - run.y > RAISED_FROM * line.size
  const gap = Math.abs(leftOf(each) - endOf(before))
  return (isRaised(before, before.runs.at(-1)!) && gap <= WIDEST_WORD_GAP * each.size) || (isRaised(each, each.runs[0]!) && gap <= WIDEST_MARK_GAP * each.size)
}

/** The line that a small fragment stands in: above or below its base line, touching it. Fragments are sorted by y, so only neighbours are looked at. */
function hostOf(small: Fragment, index: number, fragments: readonly Fragment[]): Fragment | null {
  const [left, right] = [leftOf(small), endOf(small)]
  let best: Fragment | null = null
  let bestDistance = Infinity
  const look = (step: 1 | -1): void => {
    for (let at = index + step; at >= 0 && at < fragments.length; at += step) {
      const line = fragments[at]!
      const rise = line.y - small.y
      if (Math.abs(rise) > 2 * Math.max(line.size, small.size)) return
      const isSmaller = small.size <= LARGEST_RAISED * line.size
      const inReach = isSmaller ? rise >= -LOWERED_TO * line.size && rise <= RAISED_TO * line.size && rise !== 0 : step === 1 && rise >= RAISED_SAME_SIZE * line.size && rise <= RAISED_TO * line.size && isShort(small)
      if (!inReach) continue
      const distance = Math.max(leftOf(line) - right, left - endOf(line), 0)
      const reach = isSmaller && left < leftOf(line) && isLabel(small) ? WIDEST_RAISED_LABEL_GAP : WIDEST_RAISED_GAP
      if (distance <= reach * line.size && distance < bestDistance) {
        best = line
        bestDistance = distance
      }
    }
  }
  look(1)
  look(-1)
  return best
}

const isLabel = (small: Fragment): boolean => /^(?:\d{1,3}|[*∗†‡§¶‖∥]{1,6})$/u.test(small.runs.map(({ text }) => text).join('').trim())
const isShort = (small: Fragment): boolean => small.runs.reduce((sum, run) => sum + run.text.trim().length, 0) <= 6
function toLine({ runs, y, size }: Fragment, page: RawPage): Line {
  const letters = new Map<string, number>()
  for (const run of runs) letters.set(run.font, (letters.get(run.font) ?? 0) + run.text.length)
  const font = [...letters].reduce((most, each) => (each[1] > most[1] ? each : most))[0]
  return { page: page.number, left: runs[0]!.x, right: Math.max(...runs.map(rightOf)), y, size, font, pieces: piecesOf(runs, { y, size, links: page.links }) }
}
