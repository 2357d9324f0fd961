import { expect, test } from 'vitest'
import { partsAboveTheWhole as check } from '#shared/checks/rules/parts-above-the-whole.ts'
import { analysisOf, count, percent, testContext, type GivenFact } from '../analysis-of.ts'

const percentages = (text: string): GivenFact[] => [...text.matchAll(/[\d.]+%/g)].map((match) => percent(match[0]))
const counts = (text: string): GivenFact[] => [...text.matchAll(/\d+/g)].map((match) => count(match[0]))
const find = (text: string, facts: GivenFact[]) => check.find({ analysis: analysisOf(text, facts), context: testContext })
const firesOnPercentages = (text: string) => find(text, percentages(text)).length
const firesOnCounts = (text: string) => find(text, counts(text)).length

test.each([
  '61% of respondents said yes, 45% said no.',
  '61% of respondents said yes, 25% of respondents said no and 20% of respondents did not know.',
  'Of the respondents, 61% said yes and 45% said no.',
  '61% of registered voters backed the bill, and another 45% opposed it.',
])('fires: %s', (text) => {
  expect(firesOnPercentages(text)).toBe(1)
})
test.each([
  '61% of respondents said yes, 39% said no.',
  '33.4% of exports went to France, 33.3% to Spain and 33.4% to Italy.',
  '61% of respondents said yes, up from 45% of respondents.',
  '61% of men and 55% of women said yes.',
  '61% of respondents said yes, and inflation was 45%.',
  '61% of respondents said yes, 55% of whom were women.',
  '61% of respondents said yes, 45% more than before.',
  '61% of respondents in France said yes, 55% in Spain did.',
  '73.0% of the population lived in seventeen towns and 55.1% living in the four largest.',
  '61% of respondents said yes, with 45% saying so loudly.',
  'Prices rose 61% and wages rose 45%.',
  'Respondents could name several: 61% of respondents named taxes, 45% named schools.',
])('silent: %s', (text) => {
  expect(firesOnPercentages(text)).toBe(0)
})
test('counts: votes above the house fire, the same house in full is silent, overlapping outcomes are silent', () => {
  expect(firesOnCounts('Of the 40 members, 25 voted for and 20 voted against.')).toBe(1)
  expect(firesOnCounts('Of the 40 members, 25 voted for and 15 voted against.')).toBe(0)
  expect(firesOnCounts('Of the 40 patients, 25 had fever and 20 had a cough.')).toBe(0)
})
test('a hedge is taken at its lowest', () => {
  const text = '61% of respondents said yes, and less than 45% said no.'
  const [yes, no] = percentages(text)
  expect(find(text, [yes!, { ...no!, interval: { low: null, high: 45 } }])).toEqual([])
})
test('the message gives the parts, their sum and the whole', () => {
  const text = '61.4% of respondents said yes, 45% said no.'
  expect(check.word(find(text, percentages(text))[0]!).what).toBe('61.4% + 45% = 106.4 % (at least 105.85, rounding and hedges allowed for), which is more than 100 % of respondents.')
})
