import { describe, expect, it } from 'vitest'
import type { Fact } from '#shared/facts/fact.ts'
import { factsOfSentence } from '#shared/facts/index.ts'

/** The forms in which figures and dates are told, each in natural sentences and between other figures: the fact in braces, its kind, its values, and its hedge where it has one. */
const FRAMES: readonly ((clause: string) => string)[] = [
  (clause) => `Officials noted that ${clause}.`,
  (clause) => `In a report of 40 pages with 3 maps, she wrote that ${clause}, as others had done.`,
  (clause) => `After 12 votes and a fee of $5 it was agreed that ${clause} (see page 9).`,
]
const TODAY = '2021-06-16'

type Row = [clause: string, kind: Fact['kind'], ...values: (string | number | boolean | null | undefined)[]]

const valuesOf = (fact: Fact): (string | number | boolean | null | undefined)[] => {
  const hedge = fact.hedge === 'exact' ? [] : [fact.hedge]
  switch (fact.kind) {
    case 'money': return [fact.currency, fact.interval.low, fact.interval.high, ...hedge]
    case 'percentage': return [...(fact.points ? ['points'] : []), fact.interval.low, fact.interval.high, ...hedge]
    case 'number': return [...(fact.measure ? [fact.measure.unit] : fact.ratio ? ['ratio'] : fact.share ? ['share'] : []), fact.interval.low, fact.interval.high, ...hedge]
    case 'duration': return [fact.age ? 'age' : fact.unit, fact.interval.low, fact.interval.high, ...hedge]
    case 'rank': return [fact.ordinal, ...(fact.fromEnd === undefined ? [] : [fact.fromEnd])]
    case 'date': return [fact.from, fact.to, ...(fact.relative ? [`${fact.relative.from} ${fact.relative.offset} ${fact.relative.unit}`] : []), ...hedge]
    default: return []
  }
}

function check([clause, kind, ...values]: Row): void {
  const marked = /\{(.*)\}/.exec(clause)![1]!
  for (const frame of FRAMES) {
    const text = frame(clause.replace(/[{}]/g, ''))
    const start = frame(clause).indexOf('{')
    const found = factsOfSentence(text, { referenceDate: TODAY }).filter(({ span }) => span.start < start + marked.length && start < span.end).filter((fact) => fact.kind !== 'name')
    expect(found.map((fact) => [text.slice(fact.span.start, fact.span.end), fact.kind, ...valuesOf(fact)]), text).toEqual([[marked, kind, ...values]])
  }
}

describe('hedged figures', () => {
  it.each<Row>([
    ['they built {more than 40} schools', 'number', 40, null, 'more-than'], ['they built {nearly 50} clinics', 'number', 45, 55, 'about'], ['they built {some 30} parks', 'number', 27, 33, 'about'], ['it holds {up to 12} boats', 'number', null, 12, 'at-most'], ['it holds {at least 9} boats', 'number', 9, null, 'at-least'],
    ['{about a third} of members left', 'percentage', 30, 36.6666666666, 'about'], ['{one in five} members left', 'percentage', 19.5, 20.5], ['{1 in 20,000} members left', 'percentage', 0.0045, 0.0055], ['{two-thirds} of members left', 'percentage', 66.1666666667, 67.1666666667], ['{nine out of ten} members left', 'percentage', 89.5, 90.5], ['{a fifth} of members left', 'percentage', 19.5, 20.5],
    ['output grew by {6.1 percent}', 'percentage', 6.05, 6.15], ['it rose by {2.4 percentage points}', 'percentage', 'points', 2.35, 2.45], ['it fell by {25 basis points}', 'percentage', 'points', 0.245, 0.255], ['growth was {-2.5 percent}', 'percentage', -2.55, -2.45], ['growth was {minus 3 %}', 'percentage', -3.5, -2.5], ['it held {12,5 %}', 'percentage', 12.45, 12.55],
    ['they saw {30 – 50 million} people', 'number', 29.5e6, 50.5e6], ['they saw a {threefold} rise', 'number', 3, 3], ['they saw a {100-fold} rise', 'number', 100, 100], ['output grew {2.5x}', 'number', 2.45, 2.55], ['output {doubled}', 'number', 2, 2], ['output {more than doubled}', 'number', 2, null, 'more-than'], ['it is {twice} as large', 'number', 2, 2],
    ['{a dozen} boats came', 'number', 12, 12], ['{dozens} of boats came', 'number', 24, null, 'at-least'], ['{scores} of boats came', 'number', 40, null, 'at-least'], ['{tens of thousands} of men came', 'number', 20_000, null, 'at-least'], ['{several hundred} men came', 'number', 300, null, 'at-least'], ['{hundreds of millions of dollars} were lost', 'money', 'USD', 2e8, null, 'at-least'],
    ['they won by {3:1}', 'number', 'ratio', 3, 3], ['they had a ratio of {16:9}', 'number', 'ratio', 1.77777777778, 1.77777777778], ['it was drawn at {1:20,000}', 'number', 'ratio', 0.00005, 0.00005], ['it fell by {half}', 'number', 'share', 0.5, 0.5], ['it fell by {a third}', 'number', 'share', 0.333333333333, 0.333333333333],
    ['it has {1\'250\'000} members', 'number', 1_250_000, 1_250_000], ['it has {9 lakh} members', 'number', 8.5e5, 9.5e5], ['it has {8k} members', 'number', 7500, 8500], ['it has {6mn} members', 'number', 5.5e6, 6.5e6],
  ])('%s', (...row) => check(row))
})

describe('money', () => {
  it.each<Row>([
    ['they lent {half a trillion yuan}', 'money', 'CNY', 450e9, 550e9], ['they raised {US$.16 billion}', 'money', 'USD', 155e6, 165e6], ['they raised {€3.2m} at once', 'money', 'EUR', 3.15e6, 3.25e6], ['they raised {£450k} at once', 'money', 'GBP', 449_500, 450_500], ['they made {RMB 56.3 billion}', 'money', 'CNY', 56.25e9, 56.35e9],
    ['they paid {40 yuan}', 'money', 'CNY', 40, 40], ['they paid {50 renminbi}', 'money', 'CNY', 50, 50], ['they paid {60 RMB}', 'money', 'CNY', 60, 60], ['they paid {CNY 70}', 'money', 'CNY', 70, 70], ['they paid {¥80}', 'money', 'JPY', 80, 80],
    ['they paid {R200m}', 'money', 'ZAR', 199.5e6, 200.5e6], ['they paid {$US30m}', 'money', 'USD', 29.5e6, 30.5e6], ['they paid {kr 250}', 'money', 'NOK', 250, 250], ['they paid {€ 12,5 million}', 'money', 'EUR', 12.45e6, 12.55e6], ['they paid {RM6 million}', 'money', 'MYR', 5.5e6, 6.5e6], ['they paid {5 crore rupees}', 'money', 'INR', 45e6, 55e6], ['they lost {-$500}', 'money', 'USD', -500, -500],
  ])('%s', (...row) => check(row))
})

describe('measures and ages', () => {
  it.each<Row>([
    ['it is {100 km²}', 'number', 'square kilometre', 100, 100], ['it is {40 sq mi}', 'number', 'square mile', 40, 40], ['it is {300 hectares}', 'number', 'hectare', 300, 300], ['it made {500 MW}', 'number', 'megawatt', 500, 500], ['it made {30 GWh}', 'number', 'gigawatt-hour', 30, 30], ['it did {60 mph}', 'number', 'mile per hour', 60, 60], ['it was {-5 °C}', 'number', 'degree Celsius', -5, -5],
    ['the temperature hit {38C}', 'number', 'degree Celsius', 38, 38], ['she is {6\'2"}', 'number', 'foot', 6.16666666667, 6.16666666667], ['they emitted {36.8 GtCO2}', 'number', 'gigatonne', 36.75, 36.85], ['it pumps {100,000 bpd}', 'number', 'barrel per day', 100_000, 100_000],
    ['those {aged between 18 and 25} voted', 'duration', 'age', 18, 25], ['the {18- to 25-year-olds} voted', 'duration', 'age', 18, 25], ['women in their {early 40s} voted', 'duration', 'age', 40, 43], ['a {30-something} voted', 'duration', 'age', 30, 39], ['it was a {two-and-a-half-year} term', 'duration', 'year', 2.5, 2.5], ['it took {thousands of years}', 'duration', 'year', 2000, null, 'at-least'],
  ])('%s', (...row) => check(row))
})

describe('places', () => {
  it.each<Row>([
    ['China is {No. 2} and rising', 'rank', 2], ['it was {No. 2} in the world', 'rank', 2], ['it is {second only to} France', 'rank', 2], ['it was the {13th} congress', 'rank', 13], ['the {hundred and first} airborne landed', 'rank', 101],
  ])('%s', (...row) => check(row))

  it('a figure in a picture has no place', () => {
    expect(factsOfSentence('No. 2 is the drum, No. 14 Main Street a house.').filter(({ kind }) => kind === 'rank')).toEqual([])
  })
})

describe('dates and periods', () => {
  it.each<Row>([
    ['it grew in {Q3 2022}', 'date', '2022-07', '2022-09'], ['it grew in {FY2021-22}', 'date', '2021', '2022'], ['it grew in the {mid-1990s}', 'date', '1994', '1996'], ['it grew in the {late 20th century}', 'date', '1968', '2000'], ['it grew in {early 2021}', 'date', '2021-01', '2021-04'], ['it was so {as of 2017}', 'date', '2017', '2017'],
    ['it grew {between 2016 and 2020}', 'date', '2016', '2020'], ['it grew {since 2007}', 'date', '2007', null, 'at-least'], ['it ends {by 2030}', 'date', null, '2030', 'at-most'], ['it grew {up to 2010}', 'date', null, '2010', 'at-most'], ['it runs {starting in 2025}', 'date', '2025', null, 'at-least'],
    ['it ended {two years later}', 'date', null, null, 'text 2 year'], ['it ended {last year}', 'date', '2020', '2020', 'article -1 year'], ['it ended {last night}', 'date', '2021-06-15', '2021-06-15', 'article -1 day'], ['it ended {a decade ago}', 'date', '2011', '2011', 'article -1 decade'], ['it ended {half a century ago}', 'date', '1971', '1971', 'article -0.5 century'],
    ['it ended on {October 24, 2019}', 'date', '2019-10-24', '2019-10-24'], ['it ended on {24 Oct 2019}', 'date', '2019-10-24', '2019-10-24'], ['it ended on {2010 April 6}', 'date', '2010-04-06', '2010-04-06'], ['it ended on {11-Sep-01}', 'date', '2001-09-11', '2001-09-11'], ['it ends {Friday week}', 'date', '2021-06-25', '2021-06-25'], ['it ends {a week on Friday}', 'date', '2021-06-25', '2021-06-25'],
    ['it ran {January–March 2012}', 'date', '2012-01', '2012-03'], ['it ran {from 3 to 5 May}', 'date', '2021-05-03', '2021-05-05'], ['it ran on {5–7 May 2019}', 'date', '2019-05-05', '2019-05-07'], ['it ran {from the 2010s to the 2030s}', 'date', '2010', '2039'], ['the {1914–18} war began', 'date', '1914', '1918'], ['it ran in {mid-May 2019}', 'date', '2019-05-11', '2019-05-20'],
    ['it ran {until end-2019}', 'date', null, '2019-12', 'at-most'], ['it ran in the {first half of 2020}', 'date', '2020-01', '2020-06'], ['it ran in {H1 2020}', 'date', '2020-01', '2020-06'], ['it ran in {fiscal 2019}', 'date', '2019', '2019'], ['it ran in the {first three quarters of 2019}', 'date', '2019-01', '2019-09'], ['it fell in the {12 months to June 2019}', 'date', '2018-07', '2019-06'],
    ['it fell in the {year to April 2020}', 'date', '2019-05', '2020-04'], ['it fell in the {three months ended 31 March 2019}', 'date', '2019-01-01', '2019-03-31'], ['it froze in the {winter of 1962-63}', 'date', '1962-12', '1963-02'], ['it began at the {turn of the century}', 'date', null, null, 'text 0 century', 'about'], ['it began at the {turn of the 20th century}', 'date', '1895', '1905', 'about'],
    ['it closed at {Christmas 2019}', 'date', '2019-12-25', '2019-12-25'], ['it closed on {Easter Monday 2020}', 'date', '2020-04-13', '2020-04-13'], ['it closed on {Thanksgiving 2021}', 'date', '2021-11-25', '2021-11-25'], ['it closed on {New Year’s Day 2018}', 'date', '2018-01-01', '2018-01-01'],
  ])('%s', (...row) => check(row))

  it('the Sun is no Sunday', () => {
    expect(factsOfSentence('The planets go around the Sun, and we sat.').filter(({ kind }) => kind === 'date')).toEqual([])
  })
})

it('reads Chinese figures', () => {
  expect(factsOfSentence('产量达三千万吨，投资3.5万亿元，占五分之一，始于20世纪90年代。').map((fact) => [fact.kind, ...valuesOf(fact)])).toEqual([
    ['number', 3e7, 3e7], ['money', 'CNY', 3.45e12, 3.55e12], ['percentage', 19.5, 20.5], ['date', '1990', '1999'],
  ])
})
