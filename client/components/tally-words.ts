import { SETTLED, STATUS_WORDS, type Status, type Tally } from '#shared/review/index.ts'

/** Order of the strip: settled first, then what waits, then what is to decide. */
export const STRIP_ORDER: readonly Status[] = [...SETTLED, 'querying', 'recheck', 'to-check']

export const settledOf = (tally: Tally): number => SETTLED.reduce((sum, status) => sum + (tally[status] ?? 0), 0)
export const totalOf = (tally: Tally): number => STRIP_ORDER.reduce((sum, status) => sum + (tally[status] ?? 0), 0)

/** The whole tally in one sentence, for those who do not see the strip. */
export const tallySentence = (tally: Tally): string => {
  const settled = SETTLED.filter((status) => (tally[status] ?? 0) > 0).map((status) => `${tally[status]} ${STATUS_WORDS[status].label.toLowerCase()}`)
  const again = tally.recheck ?? 0
  const toDecide = (tally['to-check'] ?? 0) + again
  const total = totalOf(tally)
  return [
    `${settledOf(tally)} of ${total} ${total === 1 ? 'claim' : 'claims'} settled${settled.length > 0 ? `: ${settled.join(', ')}` : ''}.`,
    (tally.querying ?? 0) > 0 ? `${tally.querying} waiting.` : '',
    toDecide > 0 ? `${toDecide} to check${again > 0 ? `, ${again} of them again` : ''}.` : '',
  ].filter(Boolean).join(' ')
}
