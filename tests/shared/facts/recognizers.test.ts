import { expect, it } from 'vitest'
import { measureKind } from '../../bench/reading/recognizers.ts'

/** Cases found with the right value, in per cent; a little below what is reached, so that a fall shows. `npm run bench:reading recognizers` prints all of them. */
it.each([['numbers', 97], ['money', 96], ['percentages', 100], ['ordinals', 94], ['dates', 98], ['dates, spans', 97], ['date periods, spans', 98], ['durations', 100], ['number ranges', 97], ['dimensions', 97], ['ages', 100]])('Recognizers-Text, %s: at least %d %%', (name, least) => {
  const measured = measureKind(name)
  if (measured) expect((100 * measured.found) / measured.cases).toBeGreaterThanOrEqual(least)
})
