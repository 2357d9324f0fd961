import { describe, expect, it } from 'vitest'
import type { FactOf } from '#shared/facts/fact.ts'
import { factsOfSentence } from '#shared/facts/index.ts'

/** A Monday. */
const TODAY = '2016-11-07'
const dates = (text: string, referenceDate?: string): FactOf<'date'>[] => factsOfSentence(text, referenceDate === undefined ? {} : { referenceDate }).filter((fact) => fact.kind === 'date')
const read = (text: string, referenceDate?: string): (string | null)[][] => dates(text, referenceDate).map((fact) => [text.slice(fact.span.start, fact.span.end), fact.from, fact.to])

describe('dates on the calendar', () => {
  it.each([
    ['24 Oct 2019', '2019-10-24', '2019-10-24'], ['Monday, January 12th, 2016', '2016-01-12', '2016-01-12'], ['September the twenty-first nineteen seventy-eight', '1978-09-21', '1978-09-21'], ['2019-sep-1', '2019-09-01', '2019-09-01'], ['21/04/2016', '2016-04-21', '2016-04-21'], ['9-18-15', '2015-09-18', '2015-09-18'],
    ['Q3 2022', '2022-07', '2022-09'], ['the third quarter of 2016', '2016-07', '2016-09'], ['FY2021-22', '2021', '2022'], ['2014/15', '2014', '2015'], ['mid-1990s', '1994', '1996'], ['late 20th century', '1968', '2000'], ['18th and 19th centuries', '1701', '1900'], ['the summer of 2014', '2014-06', '2014-08'],
    ['between 800 and 700 BCE', '-0799', '-0699'], ['from 44 BC to 31 BC', '-0043', '-0030'], ['in the 1st millennium BCE', '-0999', '0000'], ['in the second millennium', '1001', '2000'],
    ['as of 2017', '2017', '2017'], ['no later than 2030', null, '2030'], ['by the end of 2020', null, '2020-12'], ['first half of 2019', '2019-01', '2019-06'], ['2–4 May 2016', '2016-05-02', '2016-05-04'], ['May 2–4, 2016', '2016-05-02', '2016-05-04'], ['1939–45', '1939', '1945'], ['between Feb 1st and March 2019', '2019-02-01', '2019-03'], ['44 BC', '-0043', '-0043'], ['AD 79', '0079', '0079'], ['from 2010 onwards', '2010', null], ['the 2008 crisis', '2008', '2008'], ['May 2nd, ’98', '1998-05-02', '1998-05-02'],
    ['3Q 2022', '2022-07', '2022-09'], ['2022Q3', '2022-07', '2022-09'], ['H1 2019', '2019-01', '2019-06'], ['the first six months of 2019', '2019-01', '2019-06'], ['the last three months of 2019', '2019-10', '2019-12'], ['the first two weeks of May 2016', '2016-05-01', '2016-05-14'], ['the third week of January 2012', '2012-01-15', '2012-01-21'], ['the week of 12 May 2014', '2014-05-12', '2014-05-18'],
  ])('%s', (text, from, to) => {
    expect(dates(`It was so, ${text}.`).map((fact) => [fact.from, fact.to])).toEqual([[from, to]])
  })

  it.each([
    ['in the 2nd ct. BCE', '-0199', '-0100'], ['in the 4th c. AD', '0301', '0400'], ['in the 1st millennium BCE', '-0999', '0000'], ['in the second millennium BC', '-1999', '-1000'], ['in the first millennium', '0001', '1000'], ['between 800 and 700 BCE', '-0799', '-0699'], ['from 2900 to 2350 BC', '-2899', '-2349'],
    ['in 43–42 BC', '-0042', '-0041'], ['in the 3rd and 2nd centuries BC', '-0299', '-0100'], ['in the early 1st millennium BC', '-0999', '-0660'], ['in 800 BCE', '-0799', '-0799'], ['in 400 B.C. by him', '-0399', '-0399'], ['between 800 and 700 B.C', '-0799', '-0699'], ['between AD 100 and 200', '0100', '0200'], ['between 100 and 200 AD', '0100', '0200'],
  ])('around the turn of eras: %s', (text, from, to) => {
    expect(dates(`It was built ${text}.`).map((fact) => [fact.from, fact.to])).toEqual([[from, to]])
    expect(factsOfSentence(`It was built ${text}.`).filter(({ kind }) => kind !== 'date')).toEqual([])
  })

  it.each([['in the 1940s and 50s', ['1940', '1949', '1950', '1959']], ['in the 1770s-80s', ['1770', '1789']], ['from the 1860s to the 70s', ['1860', '1879']]])('short decades of the same century: %s', (text, expected) => {
    expect(dates(`It was built ${text}.`).flatMap((fact) => [fact.from, fact.to])).toEqual(expected)
    expect(factsOfSentence(`It was built ${text}.`).filter(({ kind }) => kind !== 'date')).toEqual([])
  })

  it('a season told from what went before', () => {
    expect(dates('They left the following spring, or in the spring that followed.')).toMatchObject([{ from: null, relative: { from: 'text', unit: 'year', offset: 1 } }])
  })

  it('a day that does not exist is told, and lies nowhere', () => {
    expect(dates('It fell on 29 February 2019.')).toMatchObject([{ from: null, to: null, timex: '2019-02-29' }])
  })

  it.each(['They march in line, and you may go.', 'It rated 4.22 at best, 3/4 of it.', 'The 2000 workers left 1500 dollars.', 'There were 1500+ parcels.', 'He was built on the first.'])('none in: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('dates counted from another one', () => {
  it.each([
    ['last year', '2015', '2015'], ['two years ago', '2014', '2014'], ['two weeks ago', '2016-10-24', '2016-10-24'], ['last week', '2016-10-31', '2016-11-06'], ['next Friday', '2016-11-18', '2016-11-18'], ['next week on Friday', '2016-11-18', '2016-11-18'], ['yesterday', '2016-11-06', '2016-11-06'],
    ['the day after tomorrow', '2016-11-09', '2016-11-09'], ['early this year', '2016-01', '2016-04'], ['the last Friday of next month', '2016-12-30', '2016-12-30'], ['Oct. 2', '2016-10-02', '2016-10-02'], ['the third quarter this year', '2016-07', '2016-09'], ['from Monday to Friday', '2016-11-07', '2016-11-11'], ['this decade', '2010', '2019'],
    ['in the past two years', '2014', '2016'], ['over the last three months', '2016-08', '2016-11'], ['in March last year', '2015-03', '2015-03'], ['in last year’s budget', '2015', '2015'], ['in five days’ time', '2016-11-12', '2016-11-12'], ['in next year\'s third quarter', '2017-07', '2017-09'], ['the first nine months of this year', '2016-01', '2016-09'], ['in the rest of this week', '2016-11-07', '2016-11-13'],
  ])('%s', (text, from, to) => {
    expect(dates(`It happened ${text}.`, TODAY).map((fact) => [fact.from, fact.to])).toEqual([[from, to]])
  })

  it('counts stretches from the article or from what is told, by the tense', () => {
    const relative = (text: string): unknown[] => dates(text, TODAY).map((fact) => [fact.from, fact.hedge, fact.relative])
    expect(relative('It will grow over the next two years.')).toEqual([['2016', 'exact', { from: 'article', unit: 'year', offset: 2 }]])
    expect(relative('He wrote more in the next two years.')).toEqual([[null, 'exact', { from: 'text', unit: 'year', offset: 2 }]])
    expect(relative('It fell in the past few years.')).toEqual([[null, 'about', { from: 'article', unit: 'year', offset: -3 }]])
    expect(relative('It fell several years ago, in his last three years.')).toEqual([[null, 'about', { from: 'article', unit: 'year', offset: -3 }]])
  })

  it('stay relative where the article’s date is not known', () => {
    expect(dates('It fell last year, and two years later, on Friday, Oct. 2.')).toMatchObject([
      { from: null, relative: { from: 'article', unit: 'year', offset: -1 } }, { from: null, relative: { from: 'text', unit: 'year', offset: 2 } }, { from: null, timex: 'XXXX-10-02' },
    ])
  })
})
