import { times, type Matrix } from './places.ts'
import type { RawPage, Run } from './raw-page.ts'

/** Letters as they are drawn on the page as it is shown; `matrix` says where, how large and which way round. */
export interface Drawn { text: string; matrix: Matrix; width: number; font: string; isSpaced: boolean; content: string | undefined }

/** Letters that lean more than this (sine of the angle) do not stand along the page. */
const MOST_LEAN = 0.1

/** How many quarters a line of letters is turned round against the clock; null where it leans. */
function quartersOf([a, b]: Matrix): number | null {
  const [along, up] = [a!, -b!].map((each) => each / Math.hypot(a!, b!)) as [number, number]
  if (Math.abs(up) <= MOST_LEAN) return along > 0 ? 0 : 2
  return Math.abs(along) <= MOST_LEAN ? (up > 0 ? 1 : 3) : null
}

/** The page turned so that most of its letters stand upright: a table on its side, a page saved the wrong way round. The others are `turned`. `turn` is what was done to places. */
export function setUpright(drawn: readonly Drawn[], width: number, height: number): Pick<RawPage, 'width' | 'height' | 'runs' | 'turned'> & { turn: Matrix } {
  const letters = [0, 0, 0, 0]
  const quarters = drawn.map(({ matrix }) => quartersOf(matrix))
  drawn.forEach(({ text }, index) => {
    const own = quarters[index]
    if (own !== null && own !== undefined) letters[own]! += text.length
  })
  const most = letters.indexOf(Math.max(...letters))
  const turn = [[1, 0, 0, 1, 0, 0], [0, 1, -1, 0, height, 0], [-1, 0, 0, -1, width, height], [0, -1, 1, 0, 0, width]][most]!
  const runs: Run[] = []
  const turned: string[] = []
  drawn.forEach(({ matrix, text, width: wide, font, isSpaced, content }, index) => {
    const [, , c, d, x, y] = (most === 0 ? matrix : times(turn, matrix)) as [number, number, number, number, number, number]
    const size = Math.hypot(c, d)
    if (!Number.isFinite(x + y + size) || size === 0) return
    if (quarters[index] === most) runs.push({ text, x, y, width: wide, size, font, isSpaced, order: runs.length, ...(content === undefined ? undefined : { content }) })
    else turned.push(text)
  })
  return { turn, runs, turned, ...(most % 2 === 0 ? { width, height } : { width: height, height: width }) }
}
