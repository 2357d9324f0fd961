import { attribution } from './attribution.ts'
import { causal } from './causal.ts'
import { cited } from './cited.ts'
import { comparison } from './comparison.ts'
import { count } from './count.ts'
import { date } from './date.ts'
import { definition } from './definition.ts'
import { duration } from './duration.ts'
import { event } from './event.ts'
import { hedged } from './hedged.ts'
import { judgement } from './judgement.ts'
import { money } from './money.ts'
import { named } from './named.ts'
import { names } from './names.ts'
import { number } from './number.ts'
import { officeHolder } from './office-holder.ts'
import { percentage } from './percentage.ts'
import { projection } from './projection.ts'
import { quotation } from './quotation.ts'
import { rank } from './rank.ts'
import { uncitedFigure } from './uncited-figure.ts'
import type { Signal } from './signal.ts'

export type { Signal } from './signal.ts'

/** Every signal; their order is the order of kinds and reasons. Adding one = one file + one line here. */
export const signals: readonly Signal[] = [
  number,
  count,
  money,
  percentage,
  date,
  duration,
  rank,
  comparison,
  event,
  officeHolder,
  causal,
  projection,
  definition,
  names,
  attribution,
  quotation,
  named,
  cited,
  uncitedFigure,
  hedged,
  judgement,
]
