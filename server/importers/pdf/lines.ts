import { withoutDropCaps } from './drop-caps.ts'
import { fragmentsOf, isCapitals, SAME_BASE, WIDEST_WORD_GAP, type Fragment } from './fragments.ts'
import { withoutLetterSpacing } from './letter-spacing.ts'
import { grouped } from './grouped.ts'
import { LARGEST_RAISED, piecesOf, RAISED_FROM, RAISED_SAME_SIZE, type Piece } from './pieces.ts'
import { inReadingOrder, runsToTheLeft } from './right-to-left.ts'
import { rightOf, type RawPage, type Run } from './raw-page.ts'
import { ARTIFACT, type Tag } from './tags.ts'

export type { Piece } from './pieces.ts'

/** A line of one column. `size` is that of most of its letters, `font` likewise; `left`, `right` and `y` (base line) in points. `show`: how it was set for show, if it was. */
export interface Line {
  page: number
  left: number
  right: number
  y: number
  size: number
  font: string
  pieces: Piece[]
  show?: 'letters apart' | 'capitals'
  /** Place of its first letters in the file's own order; and their tag, where the file's tags are followed. */
  order: number
  tag?: Tag
}

export const textOfLine = ({ pieces }: { pieces: readonly Piece[] }): string => pieces.map(({ text }) => text).join('')

/** A raised sign and its word; a raised number that opens a note, and the note. */
const WIDEST_RAISED_GAP = 0.6
const WIDEST_MARK_GAP = 0.25
const WIDEST_RAISED_LABEL_GAP = 3.5
/** The same in a line whose words were drawn apart to fill it, where the file has white space between the two. */
const WIDEST_DRAWN_LABEL_GAP = 12
/** Small letters that far (in ems of their line) above or below its base line stand in it. */
const RAISED_TO = 0.75
const LOWERED_TO = 0.35
/** More letters that stand a little above or below a line are one of their own, beside the heading of another column. */
const MOST_RAISED = 24
/** The next line of a heading stands this close (in ems) at most. */
const NEXT_LINE = 2
/** The same letters drawn again closer than this (in ems) are a bold face made by drawing twice. */
const DRAWN_TWICE = 0.12
/** However large the letters are that a file claims to have. */
const FARTHEST_TWICE = 12

/** The lines of a page: letters on one base line without a gap as wide as between columns, with what is raised or lowered in them. In no particular order. */
export function linesOf(page: RawPage): Line[] {
  // Letters of different blocks are never of one line; without tags a page is all one.
  const toTheLeft = runsToTheLeft(page.runs)
  const blocks = grouped(withoutDoubles(page.runs), ({ tag }) => tag?.block)
  const lines = [...blocks.values()].flatMap((runs) => {
    const { tag } = runs[0]!
    const isOneBlock = tag !== undefined && tag !== ARTIFACT
    const fragments = fragmentsOf(withoutDropCaps(withoutSigns(runs)), isOneBlock).sort(byPlace)
    return withLoneLabels(withAttached(fragments, isOneBlock).map((each) => toLine(each, page, tag, toTheLeft)))
  })
  return lines.some(({ show }) => show === 'letters apart') ? lines.map((line) => (isRestOfSpaced(line, lines) ? joinedLetters(line) : line)) : lines
}

/** "W I T H" may be a list of letters; below or above a line of letters set apart it is a word. */
const FEW_LETTERS = /^\s*\S(?: \S)+\s*$/u
const isRestOfSpaced = (line: Line, lines: readonly Line[]): boolean =>
  line.show !== 'letters apart' && FEW_LETTERS.test(textOfLine(line)) && lines.some((other) => other.show === 'letters apart' && other.size === line.size && Math.abs(other.y - line.y) < NEXT_LINE * line.size)
const joinedLetters = (line: Line): Line => ({ ...line, pieces: [{ ...line.pieces[0]!, text: textOfLine(line).replace(/(\S) (?=\S)/gu, '$1') }], show: 'letters apart' })

/** A word of so many letters finds no room behind a note's number: the number stands in a line of its own. */
const UNBREAKABLE = /^\s*\S{25}/
const LONE_LABEL = /^\s*(?:\d{1,3}|[*†‡§¶]{1,3})\s*$/u

/** The small number of a note in the line of the long word behind it. */
function withLoneLabels(lines: readonly Line[]): Line[] {
  const joined = new Map<Line, Line | null>()
  for (const label of lines) {
    if (label.pieces.length > 1 || !LONE_LABEL.test(textOfLine(label))) continue
    const next = lines.find((line) => label.size <= LARGEST_RAISED * line.size && line.y > label.y && line.y - label.y < NEXT_LINE * line.size && Math.abs(line.left - label.left) < 1 && UNBREAKABLE.test(textOfLine(line)))
    if (next) joined.set(next, { ...next, order: label.order, pieces: [{ ...label.pieces[0]!, isRaised: true }, ...next.pieces] }).set(label, null)
  }
  return lines.flatMap((line) => joined.has(line) ? joined.get(line) ?? [] : [line])
}

/** Bullets that the file's tags call labels of a list's points are no text. */
const withoutSigns = (runs: readonly Run[]): readonly Run[] => runs.filter(({ tag, text }) => !tag?.isLabel || /[\p{L}\p{N}]/u.test(text))

/** Words that are drawn twice in one place, to look bold, stand once. What was seen is kept by word and height, so that a page full of one word is not compared with itself. */
function withoutDoubles(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run[]>()
  const at = (text: string, height: number): string => `${text}\n${height}`
  return runs.filter((run) => {
    const { text, x, y } = run
    const near = Math.min(DRAWN_TWICE * run.size, FARTHEST_TWICE)
    for (let height = Math.floor(y - near); height <= y + near; height += 1) {
      if (seen.get(at(text, height))?.some((other) => Math.abs(other.x - x) < near && Math.abs(other.y - y) < near)) return false
    }
    const own = at(text, Math.floor(y))
    const same = seen.get(own)
    if (same) same.push(run)
    else seen.set(own, [run])
    return true
  })
}

const leftOf = (line: Fragment): number => line.runs[0]!.x
const endOf = (line: Fragment): number => line.runs.reduce((most, run) => Math.max(most, rightOf(run)), -Infinity)

const byPlace = (a: Fragment, b: Fragment): number => a.y - b.y || leftOf(a) - leftOf(b)

/** Puts small fragments that stand a little above or below a line into it, and joins the parts of a line between which they stood. */
function withAttached(fragments: Fragment[], isOneBlock: boolean): Fragment[] {
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
    if (before && Math.abs(before.y - each.y) <= SAME_BASE * each.size && (joins(before, each) || (isOneBlock && follows(before, each)))) {
      joined[joined.length - 1] = { runs: [...before.runs, ...each.runs], y: before.y, size: Math.max(before.size, each.size) }
    } else joined.push(each)
  }
  return joined
}

const follows = (before: Fragment, each: Fragment): boolean => Math.min(...each.runs.map(({ order }) => order)) === Math.max(...before.runs.map(({ order }) => order)) + 1

/** Whether what stands raised between two parts of a line holds them together: it hugs the word before it. */
function joins(before: Fragment, each: Fragment): boolean {
  const isRaised = (line: Fragment, run: Run): boolean => line.y - run.y > RAISED_FROM * line.size
  const gap = Math.abs(leftOf(each) - endOf(before))
  return (isRaised(before, before.runs.at(-1)!) && gap <= WIDEST_WORD_GAP * each.size) || (isRaised(each, each.runs[0]!) && gap <= WIDEST_MARK_GAP * each.size)
}

/** The line that a small fragment stands in: above or below its base line, touching it. Fragments are sorted by y, so only neighbours are looked at. */
function hostOf(small: Fragment, index: number, fragments: readonly Fragment[]): Fragment | null {
  if (lettersOf(small) > MOST_RAISED) return null
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
      const opensLine = isSmaller && left < leftOf(line) && isLabel(small)
      const follows = opensLine && line.runs[0]!.isSpaced && line.runs[0]!.order === small.runs.at(-1)!.order + 1
      const reach = follows ? WIDEST_DRAWN_LABEL_GAP : opensLine ? WIDEST_RAISED_LABEL_GAP : WIDEST_RAISED_GAP
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
const lettersOf = (small: Fragment): number => small.runs.reduce((sum, run) => sum + run.text.trim().length, 0)
const isShort = (small: Fragment): boolean => lettersOf(small) <= 6

function toLine({ runs, y, size }: Fragment, page: RawPage, tag: Tag | undefined, toTheLeft: boolean): Line {
  const letters = new Map<string, number>()
  for (const run of runs) letters.set(run.font, (letters.get(run.font) ?? 0) + run.text.length)
  const font = [...letters].reduce((most, each) => (each[1] > most[1] ? each : most))[0]
  const spaced = withoutLetterSpacing(runs)
  const words = inReadingOrder(spaced, toTheLeft)
  const pieces = piecesOf(words, { y, size, links: page.links })
  const show = spaced !== runs ? 'letters apart' : isCapitals(textOfLine({ pieces })) ? 'capitals' : undefined
  return { page: page.number, left: runs[0]!.x, right: Math.max(...runs.map(rightOf)), y, size, font, pieces, order: Math.min(...runs.map(({ order }) => order)), ...(show ? { show } : {}), ...(tag ? { tag } : {}) }
}
