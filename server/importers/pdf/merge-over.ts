import type { Draft } from './draft.ts'
import { breaksWithin, goesOn, isBody } from './going-on.ts'
import { isOtherSize } from './look.ts'

/** So many columns, boxes or tables stand between the parts of a paragraph at most. */
const MOST_BETWEEN = 2

/** Paragraphs that go on in the next column or on the next page become one; what stood between comes after them. */
export function mergeOver(flow: readonly Draft[]): Draft[] {
  const out: Draft[] = []
  let open: Draft | null = null
  const between: Draft[] = []
  let resumesAt = -1
  flow.forEach((draft, index) => {
    if (!isBody(draft) || (open && index < resumesAt)) {
      if (open) between.push(draft)
      else out.push(draft)
      return
    }
    if (open && draft.opens && (index === resumesAt || goesOn(open, draft))) {
      open.lines = [...open.lines, ...draft.lines]
      open.region = draft.region
      if (!draft.closes) {
        open = null
        out.push(...between.splice(0))
      }
      return
    }
    resumesAt = open && draft.opens ? behindBox(flow, index, open) : -1
    if (resumesAt > 0) {
      between.push(draft)
      return
    }
    out.push(...between.splice(0), draft)
    open = draft.closes ? draft : null
  })
  return [...out, ...between]
}

/** Where a paragraph that broke off within its sentence goes on behind a box, which begins at `at` in other letters; −1 where it does not. */
function behindBox(flow: readonly Draft[], at: number, open: Draft): number {
  let boxes = 0
  for (let index = at; index < flow.length && flow[index]!.page <= open.page + 1; index++) {
    const draft = flow[index]!
    if (!draft.opens || !isBody(draft)) continue
    if (index > at && breaksWithin(open, draft)) return index
    if (!isInOtherLetters(draft, open) || ++boxes > MOST_BETWEEN) return -1
  }
  return -1
}

function isInOtherLetters(draft: Draft, open: Draft): boolean {
  const [line, other] = [draft.lines[0]!, open.lines.at(-1)!]
  return isOtherSize(line, other) || line.font !== other.font
}
