import { describe, expect, it } from 'vitest'
import type { FactKind, FactOf } from '#shared/facts/fact.ts'
import { factsOfSentence } from '#shared/facts/index.ts'

const only = <K extends FactKind>(text: string, kind: K): FactOf<K>[] => factsOfSentence(text).filter((fact): fact is FactOf<K> => fact.kind === kind)
const printed = (text: string, { start, end }: { start: number; end: number }): string => text.slice(start, end)

describe('English numbers', () => {
  it.each([
    ['two hundred and six', 206], ['four thousand three hundred', 4300], ['3 hundred and 21', 321], ['twenty-five hundred', 2500], ['half a dozen', 6], ['three quarters of a million', 750_000],
    ['five and a half million', 5.5e6], ['3 million and a half', 3.5e6], ['one hundred and three quarters', 100.75], ['twenty-three fifths', 4.6], ['one hundred thirty-fifths', 100 / 35], ['2 1/4', 2.25], ['½', 0.5],
    ['two hundred point zero three', 200.03], ['seven point five million', 7.5e6], ['1.1^2', 1.21], ['6.23x10^-4', 6.23e-4], ['1 414 021 100', 1_414_021_100], ['12,34,567.89', 1_234_567.89], ['1.111,11', 1111.11],
    ['10k', 10_000], ['1.2bn', 1.2e9], ['minus 5', -5], ['threefold', 3], ['nought', 0], ['25 lakh', 2.5e6],
  ])('%s', (text, value) => {
    const [fact, ...more] = only(text, 'number')
    expect(fact!.value).toBeCloseTo(value, 8)
    expect(printed(text, fact!.span)).toBe(text)
    expect(more).toEqual([])
  })

  it.each(['Windows 95, G20, COVID-19, F-16 and 3D printing', 'Call 555-1234-567 or 192.168.1.2', 'at 10:30, at 8 p.m., at 3pm', 'See https://example.org/a?b=30%25%2020% now.', 'Which one? This one, one of them.', 'the millions who toil; he scores often', 'A5, scp2-173'])('none in: %s', (text) => {
    expect(only(text, 'number')).toEqual([])
  })

  it.each([
    ['It drew 3.6m visitors in all.', 3.6e6, undefined], ['2m foreign students came.', 2e6, undefined], ['1.5m tonnes of coal', 1.5e6, 'tonne'], ['a 100m sprint', 100, 'metre'], ['It is 30m high.', 30, 'metre'], ['50m from people', 50, 'metre'],
  ])('a small m behind digits: %s', (text, value, unit) => {
    expect(only(text, 'number').map((fact) => [fact.value, fact.measure?.unit])).toEqual([[value, unit]])
  })

  it.each(['They differ from one another.', 'Pick one over one another.', 'Nobody knows what one cannot see.', 'We used Hexatron 2.1 and Hexatron 0.93 then.', 'It rises around 4 am in the morning.'])('no figure in: %s', (text) => {
    expect(only(text, 'number')).toEqual([])
  })

  it.each(['A third-party check was made.', 'It was first-hand, not second-hand.', 'They hired third-party firms.', 'We know the Fifth Circuit and the Fourth Amendment.'])('no rank in: %s', (text) => {
    expect(only(text, 'rank')).toEqual([])
  })

  it('reads a list printed without spaces, and Chinese numerals', () => {
    expect(only('Exercises 22,24,26.', 'number').map(({ value }) => value)).toEqual([22, 24, 26])
    expect(factsOfSentence('三千万元和百分之五，五十多万人。').map((fact) => 'value' in fact && [fact.kind, fact.value, fact.hedge])).toEqual([['money', 3e7, 'exact'], ['percentage', 5, 'exact'], ['number', 50, 'more-than']])
  })
})

describe('hedges and ranges', () => {
  it.each([
    ['no fewer than 300', 'at-least', 300, undefined], ['as many as 300', 'at-most', 300, undefined], ['less than or equal to 40', 'at-most', 40, undefined], ['equal to or more than 30', 'at-least', 30, undefined], ['>= 5', 'at-least', 5, undefined],
    ['200 or more', 'at-least', 200, undefined], ['20-odd', 'about', 20, undefined], ['in excess of 12', 'more-than', 12, undefined], ['between 20 and 30', 'exact', 20, 30], ['from five to ten', 'exact', 5, 10], ['30 – 50 million', 'exact', 30e6, 50e6], ['nearly half a million', 'about', 5e5, undefined],
    ['greater than 30 and less than or equal to 40', 'exact', 30, 40], ['at least 40 but no more than 60', 'exact', 40, 60], ['between the tenth and the fifteenth', 'exact', 10, 15], ['higher than the tenth but lower than the fifteenth', 'exact', 10, 15], ['two to three thousand', 'exact', 2000, 3000], ['between one and two hundred', 'exact', 100, 200],
    ['from 40 up to 60', 'exact', 40, 60], ['65 and over', 'at-least', 65, undefined], ['400-plus', 'at-least', 400, undefined],
  ])('%s', (text, hedge, value, high) => {
    expect(only(text, 'number').map((fact) => [printed(text, fact.span), fact.hedge, fact.value, fact.high])).toEqual([[text, hedge, value, high]])
  })

  it('a figure that is asked or changed is no range', () => {
    expect(only('How about 20? They climbed 40 and over the hill.', 'number').map(({ hedge }) => hedge)).toEqual(['exact', 'exact'])
    expect(only('It fell just short of 40, not far short of 40, short of 40 men.', 'number').map(({ hedge }) => hedge)).toEqual(['less-than', 'about', 'exact'])
    expect(only('It rose from 3% to 5%, between 10% and 15%, 5% to 6%.', 'percentage').map(({ value, high }) => [value, high])).toEqual([[3, undefined], [5, undefined], [10, 15], [5, 6]])
  })

  it('the span has the hedge and the core has not', () => {
    const text = 'It cost more than 10 billion yuan.'
    const [fact] = only(text, 'money')
    expect([printed(text, fact!.span), printed(text, fact!.core!)]).toEqual(['more than 10 billion yuan', '10 billion yuan'])
    expect(only('It cost 5 yuan.', 'money')[0]!.core).toBeUndefined()
  })
})

describe('money', () => {
  it.each([
    ['50 cents', 0.5, 'USD'], ['3 dollars 50 cents', 3.5, 'USD'], ['15 dollars and 15', 15.15, 'USD'], ['Rs. 500 crore', 5e9, 'INR'], ['HK$3.5bn', 3.5e9, 'HKD'], ['A$20 million', 2e7, 'AUD'], ['20,000 Swiss francs', 20_000, 'CHF'], ['100 Hong Kong dollars', 100, 'HKD'],
    ['41.2 million U.S. dollars', 41.2e6, 'USD'], ['115USD', 115, 'USD'], ['120 MEUR', 1.2e8, 'EUR'], ['10 €', 10, 'EUR'], ['one-yen', 1, 'JPY'], ['500 CNY', 500, 'CNY'], ['200 renminbi', 200, 'CNY'], ['50p', 0.5, 'GBP'], ['100元', 100, 'CNY'], ['us $ 10 billion', 1e10, 'USD'], ['75p', 0.75, 'GBP'], ['6 million Swedish crowns', 6e6, 'SEK'],
  ])('%s', (text, value, currency) => {
    expect(only(text, 'money').map((fact) => [printed(text, fact.span), fact.value, fact.currency])).toEqual([[text, value, currency]])
  })

  it('an article before the sign is no currency', () => {
    expect(only('They paid a $70 share price.', 'money').map(({ currency }) => currency)).toEqual(['USD'])
  })
})

describe('measures, percentage points, lengths of time and ages', () => {
  it.each([
    ['5 km', 'kilometre', 'm', 5000], ['half a mile', 'mile', 'm', 804.672], ['three-inch', 'inch', 'm', 0.0762], ['188 miles an hour', 'mile per hour', 'm/s', 84.04352], ['30 °C', 'degree Celsius', 'K', 303.15], ['5 feet 2 inches', 'foot', 'm', 1.5748], ['100 MW', 'megawatt', 'W', 1e8], ['20 (kg)', 'kilogram', 'kg', 20], ['5,000 sq ft', 'square foot', 'm2', 464.5152],
  ])('%s', (text, unit, si, value) => {
    const [fact] = only(text, 'number')
    expect([fact!.unit, fact!.measure!.si]).toEqual([unit, si])
    expect(fact!.measure!.value).toBeCloseTo(value, 6)
  })

  it('keeps points apart from shares', () => {
    expect(only('It rose 2 percentage points, or 25 basis points, to half a per cent.', 'percentage').map(({ value, points }) => [value, points ?? false])).toEqual([[2, true], [0.25, true], [0.5, false]])
  })

  it.each([
    ['two and a half hours', 2.5, 'hour', false], ['an hour and a half', 1.5, 'hour', false], ['60 years old', 60, 'year', true], ['18 months of age', 18, 'month', true], ['aged 82', 82, 'year', true], ['three-quarters of an hour', 0.75, 'hour', false], ['3h', 3, 'hour', false],
  ])('%s', (words, value, unit, age) => {
    expect(only(`It took over ${words}.`, 'duration').map((fact) => [fact.value, fact.unit, fact.age ?? false])).toEqual([[value, unit, age]])
  })

  it.each([
    ['2 hours 30 minutes', 'exact', 2.5, 'hour'], ['two years and three months', 'exact', 2.25, 'year'], ['1h 30m', 'exact', 1.5, 'hour'], ['twenty and four hours', 'exact', 24, 'hour'], ['ten working days', 'exact', 10, 'day'], ['20-odd years', 'about', 20, 'year'],
    ['all day', 'exact', 1, 'day'], ['a full week', 'exact', 1, 'week'], ['another month', 'exact', 1, 'month'], ['another two months', 'exact', 2, 'month'], ['several days', 'at-least', 3, 'day'], ['a few hours', 'at-least', 3, 'hour'], ['a couple of years', 'about', 2, 'year'],
    ['more than a couple of years', 'more-than', 2, 'year'], ['a month-long', 'exact', 1, 'month'], ['a weeklong', 'exact', 1, 'week'], ['a year or so', 'about', 1, 'year'],
  ])('lengths in words: %s', (words, hedge, value, unit) => {
    const text = `It took ${words}.`
    expect(only(text, 'duration').map((fact) => [printed(text, fact.span).replace(/^a (?=month-|weekl)/, ''), fact.hedge, fact.value, fact.unit])).toEqual([[words.replace(/^a (?=month-|weekl)/, ''), hedge, value, unit]])
  })

  it.each(['Some days he came, on another day he did not.', 'It went on for days and for months.', 'All second-hand cars, the full quarter final.'])('no length in: %s', (text) => {
    expect(only(text, 'duration')).toEqual([])
  })
})

it.each([
  ['second to last', null, -2], ['3rd to last', null, -3], ['third from last', null, -3], ['next-to-last', null, -2], ['the last but one', null, -2], ['number one', 1, undefined], ['twenty-first', 21, undefined], ['1,001st', 1001, undefined], ['a hundred and first', 101, undefined], ['ranked 3rd', 3, undefined], ['second-largest', 2, undefined],
])('reads places in an order: %s', (text, ordinal, fromEnd) => {
  expect(only(`It was ${text}.`, 'rank').map((fact) => [fact.ordinal, fact.fromEnd])).toEqual([[ordinal, fromEnd]])
})
