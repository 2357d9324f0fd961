import { rightOf, type PageLink, type Run } from './raw-page.ts'

/** Some letters of a line. `isRaised`: they stand above the base line, as note marks and exponents do. A space that stands before is part of `text`. */
export interface Piece { text: string; isRaised: boolean; href?: string }

/** Marks and exponents stand this far (in ems of their line) above its base line, and are not larger than this share of its letters. */
export const RAISED_FROM = 0.14
export const LARGEST_RAISED = 0.86
/** Letters of the same size that stand this far up are raised too. */
export const RAISED_SAME_SIZE = 0.22
/** A gap that the eye takes for a space, where the file has white space and where it has none. */
const SPACED_GAP = 0.06
const UNSPACED_GAP = 0.19

/** What the runs of a line say, from left to right: its spaces, links, and what stands raised. */
export function piecesOf(runs: readonly Run[], line: { y: number, size: number, links: readonly PageLink[] }): Piece[] {
  const pieces: Piece[] = []
  let before: Run | null = null
  for (const run of runs) {
    // Right to left, a word stands before the one that is read before it.
    const gap = before === null ? 0 : Math.max(run.x - rightOf(before), before.x - rightOf(run))
    const needsSpace = before !== null && !/\s$/.test(before.text) && !/^\s/.test(run.text) && gap > (run.isSpaced || (before.isSpaced && before.x > run.x) ? SPACED_GAP : UNSPACED_GAP) * line.size
    const rise = line.y - run.y
    const isRaised = rise > RAISED_FROM * line.size && (run.size <= LARGEST_RAISED * line.size || rise > RAISED_SAME_SIZE * line.size)
    let space = needsSpace ? ' ' : ''
    for (const { text, href } of splitByLinks(run, line.links)) {
      for (const part of splitBySuperscripts(text)) {
        add(pieces, { text: space + part.text, isRaised: isRaised || part.isRaised, ...(href === undefined ? {} : { href }) })
        space = ''
      }
    }
    before = run
  }
  return pieces
}

/** Adds a piece; digits raised one by one are one number. */
function add(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (last && last.isRaised && piece.isRaised && last.href === piece.href && /\p{N}$/u.test(last.text) && /^\p{N}/u.test(piece.text)) pieces[pieces.length - 1] = { ...last, text: last.text + piece.text }
  else pieces.push(piece)
}

/** Superscript digits are raised by their form; where they stand tells nothing. */
const SUPERSCRIPTS = /([⁰¹²³⁴-⁹]+)/u
const splitBySuperscripts = (text: string): { text: string, isRaised: boolean }[] =>
  text.split(SUPERSCRIPTS).map((part, index) => ({ text: part, isRaised: index % 2 === 1 })).filter((part) => part.text !== '')

/** Where a run lies partly in a link, the words that do: places within a run are estimated, so links begin and end with words. */
function splitByLinks(run: Run, links: readonly PageLink[]): { text: string; href?: string }[] {
  const middle = run.y - 0.3 * run.size
  const link = links.find(({ left, right, top, bottom }) => middle >= top && middle <= bottom && Math.min(right, rightOf(run)) - Math.max(left, run.x) > 0.4 * Math.min(run.width, right - left))
  if (!link) return [{ text: run.text }]
  const perLetter = run.width / run.text.length
  const [from, to] = [wordEdge(run.text, (link.left - run.x) / perLetter), wordEdge(run.text, (link.right - run.x) / perLetter)]
  if (from >= to) return [{ text: run.text }]
  return [{ text: run.text.slice(0, from) }, { text: run.text.slice(from, to), href: link.href }, { text: run.text.slice(to) }].filter(({ text }) => text !== '')
}

function wordEdge(text: string, place: number): number {
  const near = Math.max(0, Math.min(text.length, Math.round(place)))
  if (near <= 1) return 0
  if (near >= text.length - 1) return text.length
  for (let step = 0; step < text.length; step++) {
    for (const at of [near - step, near + step]) if (at <= 0 || at >= text.length || /\s/.test(text[at]!) !== /\s/.test(text[at - 1]!)) return Math.max(0, Math.min(text.length, at))
  }
  return near
}
