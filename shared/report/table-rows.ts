import type { ClaimRecord, EvidenceRecord, TableExcerpt } from '../review/index.ts'
import { listed } from '../document/listed.ts'
import { figureWords } from './wording.ts'

/** One printed row of a table excerpt. `sum`: a row that adds others up, or stands beside such a row. */
export interface PrintedRow { place: string; year: number; value: string; sum: boolean }

/** Units whose values may not be added: shares, rates and prices. */
const NOT_ADDITIVE = /%|percent|\bper\b|rate|index|ratio/i

/** What says that values are to be added up. "Total output" does not: it is the name of one figure. */
const SPEAKS_OF_A_SUM = /\b(?:sum|together|combined|added up|plus|in total)\b/i

/** Whether a claim, its reason or the piece's own note speaks of several places together. */
export const speaksOfASum = ({ statement, quote, reason }: Pick<ClaimRecord, 'statement' | 'quote' | 'reason'>, { note }: Pick<EvidenceRecord, 'note'>): boolean => [statement, quote, reason ?? '', note].some((words) => SPEAKS_OF_A_SUM.test(words))

/**
 * A table excerpt as a report prints it: per year in the excerpt's order. `together`: where one place stands beside two or more others in a unit that can be
 * added, a row gives those others together, by name, and the first place is repeated under it: China beside United States plus Japan.
 */
export function printedRows({ rows, unit }: TableExcerpt, together: boolean): PrintedRow[] {
  const years = [...new Set(rows.map((row) => row.year))]
  return years.flatMap((year) => {
    const ofYear = rows.filter((row) => row.year === year)
    const [first, ...others] = ofYear
    const plain = (row: { placeName: string; value: number }): PrintedRow => ({ place: row.placeName, year, value: figureWords(row.value), sum: false })
    if (!together || !first || others.length < 2 || NOT_ADDITIVE.test(unit)) return ofYear.map(plain)
    const sum = others.reduce((total, row) => total + row.value, 0)
    return [
      ...others.map(plain),
      { place: `${listed(others.map((row) => row.placeName))} together`, year, value: figureWords(sum), sum: true },
      { place: first.placeName, year, value: figureWords(first.value), sum: true },
    ]
  })
}
