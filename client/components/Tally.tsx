import type { Tally as Counts } from '#shared/review/index.ts'
import { STRIP_ORDER, settledOf, tallySentence, totalOf } from './tally-words.ts'

/** The strip alone, decorative. */
export function Strip({ tally }: { tally: Counts }) {
  return (
    <span className="strip" aria-hidden="true">
      {STRIP_ORDER.filter((status) => (tally[status] ?? 0) > 0).map((status) => <i key={status} className={status} style={{ flexGrow: tally[status], flexBasis: 0 }} />)}
    </span>
  )
}

/** How far an article's review is: the strip, then "71 of 118 settled"; its name is the full sentence. */
export function Tally({ tally }: { tally: Counts }) {
  return (
    <div className="tally" role="img" aria-label={tallySentence(tally)}>
      <Strip tally={tally} />
      <span><b>{settledOf(tally)}</b> of {totalOf(tally)}<span className="only-l"> settled</span></span>
    </div>
  )
}
