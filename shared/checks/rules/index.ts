import type { Check } from '../check.ts'
import { abbreviationsWithTwoExpansions } from './abbreviations-with-two-expansions.ts'
import { impliedExchangeRates } from './implied-exchange-rates.ts'
import { malformedNotes } from './malformed-notes.ts'
import { partsAboveTheWhole } from './parts-above-the-whole.ts'

/** Every check, in the order of the catalogue. */
export const checks: readonly Check[] = [malformedNotes, abbreviationsWithTwoExpansions, partsAboveTheWhole, impliedExchangeRates]
