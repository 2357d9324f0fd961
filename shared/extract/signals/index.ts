import { abbreviation } from './abbreviation.ts'
import { address } from './address.ts'
import { ago } from './ago.ts'
import { appraisal } from './appraisal.ts'
import { attribution } from './attribution.ts'
import { author } from './author.ts'
import { belief } from './belief.ts'
import { causal } from './causal.ts'
import { cited } from './cited.ts'
import { comparison } from './comparison.ts'
import { condition } from './condition.ts'
import { count } from './count.ts'
import { date } from './date.ts'
import { definition } from './definition.ts'
import { duration } from './duration.ts'
import { duty } from './duty.ts'
import { event } from './event.ts'
import { exclamation } from './exclamation.ts'
import { figure } from './figure.ts'
import { figureAhead } from './figure-ahead.ts'
import { full } from './full.ts'
import { future } from './future.ts'
import { heOrShe } from './he-or-she.ts'
import { hedged } from './hedged.ts'
import { judgement } from './judgement.ts'
import { letUs } from './let-us.ts'
import { long } from './long.ts'
import { many } from './many.ts'
import { mayBe } from './may-be.ts'
import { money } from './money.ts'
import { named } from './named.ts'
import { names } from './names.ts'
import { negation } from './negation.ts'
import { number } from './number.ts'
import { officeHolder } from './office-holder.ts'
import { ownBelief } from './own-belief.ts'
import { ownPast } from './own-past.ts'
import { past } from './past.ts'
import { pastAndAhead } from './past-and-ahead.ts'
import { percentage } from './percentage.ts'
import { person } from './person.ts'
import { possibility } from './possibility.ts'
import { projection } from './projection.ts'
import { question } from './question.ts'
import { quotation } from './quotation.ts'
import { rambling } from './rambling.ts'
import { rank } from './rank.ts'
import { regularPast } from './regular-past.ts'
import { short } from './short.ts'
import { they } from './they.ts'
import { told } from './told.ts'
import { uncitedFigure } from './uncited-figure.ts'
import { verbless } from './verbless.ts'
import { we } from './we.ts'
import type { Signal } from './signal.ts'

export { cueWords, Found, type Seen, type Signal } from './signal.ts'

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
  past,
  regularPast,
  author,
  we,
  address,
  duty,
  possibility,
  future,
  condition,
  belief,
  appraisal,
  negation,
  many,
  person,
  question,
  exclamation,
  abbreviation,
  short,
  full,
  long,
  figure,
  figureAhead,
  pastAndAhead,
  ownPast,
  ownBelief,
  rambling,
  heOrShe,
  they,
  ago,
  letUs,
  told,
  mayBe,
  verbless,
]
