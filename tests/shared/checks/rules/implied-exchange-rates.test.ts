import { expect, test } from 'vitest'
import { impliedExchangeRates as check } from '#shared/checks/rules/implied-exchange-rates.ts'
import { analysisOf, money, testContext, year, type GivenFact } from '../analysis-of.ts'

const find = (text: string, facts: GivenFact[], rest = {}) => check.find({ analysis: analysisOf(text, facts, rest), context: testContext })

test('a range is judged by both of its ends', () => {
  const [hit] = find('In 2017 each got 30 – 50 million yuan (US$4.7 – 7.8 million).', [year('2017'), money('30 – 50 million yuan', 30e6, 'CNY', true), money('US$4.7 – 7.8 million', 4.7e6, 'USD', true)])
  expect(hit!.values.impliedLow).toBeCloseTo(50 / 7.85, 6)
  expect(hit!.values.impliedHigh).toBeCloseTo(30 / 4.65, 6)
  expect(check.word(hit!).what).toBe('“30 – 50 million yuan (US$4.7 – 7.8 million)” implies 6.37–6.45 CNY per USD; the yearly average of 2017 was 6.76 (Test table).')
})
test('rounding is allowed for: one digit of conversion leaves room that three do not', () => {
  const facts = (converted: string, value: number) => [year('2017'), money('10 billion yuan', 10e9, 'CNY'), money(converted, value, 'USD')]
  expect(find('In 2017 it got 10 billion yuan (US$1.5 billion).', facts('US$1.5 billion', 1.5e9))).toEqual([])
  expect(find('In 2017 it got 10 billion yuan (US$1.6 billion).', facts('US$1.6 billion', 1.6e9))).toHaveLength(1)
  expect(find('In 2017 it got 10 billion yuan (US$1.53 billion).', facts('US$1.53 billion', 1.53e9))).toHaveLength(1)
  expect(find('In 2017 it got 10 billion yuan (US$.15 billion).', facts('US$.15 billion', 0.15e9))).toHaveLength(1)
})
test('within two per cent of the yearly average is silent, beyond it is not', () => {
  const facts = (converted: string, value: number) => [year('2015'), money('1,000 million yuan', 1e9, 'CNY'), money(converted, value, 'USD')]
  expect(find('In 2015 it got 1,000 million yuan (US$156.2 million).', facts('US$156.2 million', 156.2e6))).toEqual([])
  expect(find('In 2015 it got 1,000 million yuan (US$155.8 million).', facts('US$155.8 million', 155.8e6))).toHaveLength(1)
})
test('a period is met by any of its years', () => {
  const facts = (from: string) => [money('300 billion yuan', 300e9, 'CNY'), money('US$47 billion', 47e9, 'USD'), year(from), year('2020')]
  expect(find('It lent 300 billion yuan (US$47 billion) between 2015 and 2020.', facts('2015'))).toEqual([])
  const [hit] = find('It lent 300 billion yuan (US$47 billion) between 2016 and 2020.', facts('2016'))
  expect(hit!.values).toMatchObject({ tableLow: 6.6, tableHigh: 6.9, firstYear: 2016, lastYear: 2020, where: 'sentence' })
})
test('without a year in the sentence the paragraph’s is taken, then the note’s, and the message says so', () => {
  const pair = [money('10 billion yuan', 10e9, 'CNY'), money('US$1.6 billion', 1.6e9, 'USD')]
  const [inParagraph] = find('In 2017 it began. The sum was 10 billion yuan (US$1.6 billion).', [year('2017'), ...pair])
  expect(inParagraph!.values.where).toBe('paragraph')
  expect(check.word(inParagraph!).what).toContain('of 2017 (the year is that of the paragraph) was 6.76')
  const text = 'The sum was 10 billion yuan (US$1.6 billion).{1}'
  const citation = { label: '1', mark: { start: 45, end: 48 }, definition: null, text: '', malformed: null, ibidOf: null, pinpoint: null, carries: { start: 0, end: 45 }, source: { type: 'article', issued: { 'date-parts': [[2017, 10]] } } }
  expect(find(text, pair, { citations: [citation] })[0]!.values.where).toBe('note')
  expect(find(text, pair)).toEqual([])
})
test('dollars first and two currencies that are not dollars are read the same way', () => {
  const [dollars] = find('In 2017 it got US$2 billion (10 billion yuan).', [year('2017'), money('US$2 billion', 2e9, 'USD'), money('10 billion yuan', 10e9, 'CNY')])
  expect(dollars!.values).toMatchObject({ from: 'CNY', to: 'USD' })
  const cross = find('In 2017 it got 100 million yuan (€13.1 million), or so.', [year('2017'), money('100 million yuan', 100e6, 'CNY'), money('€13.1 million', 13.1e6, 'EUR')])
  expect(cross).toEqual([])
})
test('two sums side by side that are no conversion, years without a rate and unknown currencies are silent', () => {
  const two = [year('2017'), money('10 billion yuan', 10e9, 'CNY'), money('US$5 billion', 5e9, 'USD')]
  expect(find('In 2017 it got 10 billion yuan and US$5 billion.', two)).toEqual([])
  expect(find('In 1066 it got 10 billion yuan (US$5 billion).', [year('1066'), ...two.slice(1)])).toEqual([])
  expect(find('In 2017 it got 10 billion taka (US$5 billion).', [year('2017'), money('10 billion taka', 10e9, 'BDT'), money('US$5 billion', 5e9, 'USD')])).toEqual([])
})
