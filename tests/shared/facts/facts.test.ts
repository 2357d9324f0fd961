import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact, FactKind, FactOf } from '#shared/facts/fact.ts'
import { Fact as FactSchema } from '#shared/facts/fact.ts'
import { factsOfSentence, findFacts } from '#shared/facts/index.ts'
import { plain } from '../extract/plain-document.ts'

const only = <K extends FactKind>(text: string, kind: K): FactOf<K>[] => factsOfSentence(text).filter((fact): fact is FactOf<K> => fact.kind === kind)
const words = (text: string, fact: Fact): string => text.slice(fact.span.start, fact.span.end)

describe('money', () => {
  it.each([
    ['It may exceed 10 billion yuan (US$1.6 billion).', [['CNY', 'more-than', 10e9, 10e9, null], ['USD', 'exact', 1.6e9, 1.55e9, 1.65e9]]],
    ['Each was to get 30 – 50 million yuan (US$4.7 – 7.8 million).', [['CNY', 'exact', 30e6, 29.5e6, 50.5e6], ['USD', 'exact', 4.7e6, 4.65e6, 7.85e6]]],
    ['It put in US$.16 billion.', [['USD', 'exact', 0.16e9, 0.155e9, 0.165e9]]],
    ['They spent half a trillion yuan.', [['CNY', 'exact', 0.5e12, 0.45e12, 0.55e12]]],
    ['They raised €3.2m and £450k.', [['EUR', 'exact', 3.2e6, 3.15e6, 3.25e6], ['GBP', 'exact', 450e3, 449.5e3, 450.5e3]]],
    ['Profit was RMB 56.3 billion.', [['CNY', 'exact', 56.3e9, 56.25e9, 56.35e9]]],
    ['Not less than 300 billion yuan was lent.', [['CNY', 'at-least', 300e9, 300e9, null]]],
    ['总额达到3亿元。', [['CNY', 'exact', 3e8, 2.5e8, 3.5e8]]],
  ])('%s', (text, expected) => {
    expect(only(text, 'money').map((fact) => [fact.currency, fact.hedge, fact.value, fact.interval.low, fact.interval.high])).toEqual(expected)
  })
})

describe('numbers', () => {
  it.each([
    ['It approved some 30 pilot cities.', [['about', 30, 27, 33, 'pilot cities']]],
    ['They invited more than one hundred experts.', [['more-than', 100, 100, null, 'experts']]],
    ['The board has 1,234 members.', [['exact', 1234, 1234, 1234, 'members']]],
    ['At most two hundred and six bones break.', [['at-most', 206, null, 206, 'bones']]],
    ['The above five platforms were listed.', [['exact', 5, 5, 5, 'platforms']]],
    ['As said {12} and shown [3], MIC 2025 uses 3D printing against COVID-19.', []],
    ['It took several hundred attempts.', [['at-least', 300, 300, null, 'attempts']]],
  ])('%s', (text, expected) => {
    expect(only(text, 'number').map((fact) => [fact.hedge, fact.value, fact.interval.low, fact.interval.high, fact.unit])).toEqual(expected)
  })
})

describe('percentages', () => {
  it.each([
    ['Growth was 6.1 percent, elsewhere 0.4%.', [[6.1, 6.05, 6.15], [0.4, 0.35, 0.45]]],
    ['It makes up more than 50% of it.', [[50, 50, null]]],
    ['Between 20 and 30 per cent agreed.', [[20, 19.5, 30.5]]],
    ['Two-thirds of them and one in five of us agreed.', [[66.6666666667, 66.1666666667, 67.1666666667], [20, 19.5, 20.5]]],
    ['A third country joined in the latter half of the 20th century.', []],
  ])('%s', (text, expected) => {
    expect(only(text, 'percentage').map((fact) => [fact.value, fact.interval.low, fact.interval.high])).toEqual(expected)
  })
})

describe('dates', () => {
  it.each([
    ['In May 2015 and in September, 2013.', [['May 2015', '2015-05', '2015-05'], ['September, 2013', '2013-09', '2013-09']]],
    ['On October 24, 2019, and on 4 March 1933.', [['October 24, 2019', '2019-10-24', '2019-10-24'], ['4 March 1933', '1933-03-04', '1933-03-04']]],
    ['The Plan (2016-2020) ran between 2016 and 2020.', [['2016-2020', '2016', '2020'], ['between 2016 and 2020', '2016', '2020']]],
    ['Since 2007 it grew; by 2030 it ends.', [['Since 2007', '2007', null], ['by 2030', null, '2030']]],
    ['In early 2021 and the late 1990s.', [['early 2021', '2021-01', '2021-04'], ['late 1990s', '1997', '1999']]],
    ['In the latter half of the 20th century.', [['latter half of the 20th century', '1951', '2000']]],
    ['They met in 2016 and 2020.', [['2016', '2016', '2016'], ['2020', '2020', '2020']]],
    ['会议于2019年10月24日举行。', [['2019年10月24日', '2019-10-24', '2019-10-24']]],
    ['Industrial Strategy 2050 employs 2000 workers for $2015.', []],
  ])('%s', (text, expected) => {
    expect(only(text, 'date').map((fact) => [words(text, fact), fact.from, fact.to])).toEqual(expected)
  })
})

it('reads lengths of time', () => {
  expect(only('A 30-year-long plan, the slowest in 15 years.', 'duration').map((fact) => [fact.value, fact.unit])).toEqual([[30, 'year'], [15, 'year']])
})

it.each([
  ['China is ranked No. 2 in the world.', [2]],
  ['It is second only to France.', [2]],
  ['The 13th plan followed the third-largest one.', [13, 3]],
  ['It is one of the largest, and was the slowest ever.', [null, 1]],
])('reads ranks: %s', (text, expected) => {
  expect(only(text, 'rank').map((fact) => fact.ordinal)).toEqual(expected)
})

it('reads abbreviations whose letters the words before spell', () => {
  const text = 'The Ministry of Industry and Information Technology (MIIT) and the World Bank met (OK) in Paris (IMF).'
  expect(only(text, 'abbreviation').map((fact) => [fact.short, fact.long])).toEqual([['MIIT', 'Ministry of Industry and Information Technology']])
})

it('reads names with their titles and a guess of what they are', () => {
  const text = 'Professor Jane Doe told the Ministry of Finance and moved to New Zealand.'
  expect(only(text, 'name').map((fact) => [words(text, fact), fact.type, fact.role])).toEqual([
    ['Jane Doe', 'person', 'Professor'], ['Ministry of Finance', 'organisation', undefined], ['New Zealand', 'place', undefined],
  ])
})

const quotations = (text: string): [string, string | null, string | undefined][] => {
  const { document, segments } = plain(text)
  return findFacts(document, segments).flatMap((fact) => fact.kind === 'quotation'
    ? [[text.slice(fact.inner.start, fact.inner.end), fact.speaker?.name ?? null, fact.speaker?.role]] as [string, string | null, string | undefined][] : [])
}

describe('quotations', () => {
  it.each<[string, string, [string, string | null, string | undefined][]]>([
    ['a verb before', 'Jane Doe said, “We will not raise the rate.”', [['We will not raise the rate.', 'Jane Doe', undefined]]],
    ['a role before the name', 'France’s vice president Jane Doe said “It is a start”.', [['It is a start', 'Jane Doe', 'France’s vice president']]],
    ['a role after the name', 'Jane Doe, a professor at Yale, wrote, “Prices fell again.”', [['Prices fell again.', 'Jane Doe', 'a professor at Yale']]],
    ['a verb after', '“Prices fell again,” said Jane Doe, the director of the bank.', [['Prices fell again,', 'Jane Doe', 'the director of the bank']]],
    ['a name and a verb after', '"Prices fell again," Jane Doe said.', [['Prices fell again,', 'Jane Doe', undefined]]],
    ['according to', 'According to Jane Doe, “prices fell again last year.”', [['prices fell again last year.', 'Jane Doe', undefined]]],
    ['as explained by', 'As explained by Jane Doe, a lawyer in Lyon, “The rule is old.”', [['The rule is old.', 'Jane Doe', 'a lawyer in Lyon']]],
    ['a short name after the full one', 'Jane Doe said, “It is late now.”\n\nLater Doe said, “It is over now.”', [['It is late now.', 'Jane Doe', undefined], ['It is over now.', 'Jane Doe', undefined]]],
    ['a pronoun', 'Jane Doe said, “It is late now.” Then she said, “It is over now.”', [['It is late now.', 'Jane Doe', undefined], ['It is over now.', 'Jane Doe', undefined]]],
    ['several sentences, then a fragment after a note mark', 'Jane Doe said, “One thing is so. Another is so.” {8}\n\n“A third thing is so too.” {9}', [['One thing is so. Another is so.', 'Jane Doe', undefined], ['A third thing is so too.', 'Jane Doe', undefined]]],
    ['marks within marks', 'Jane Doe said, “The ‘old model’ of trade has been broken.”', [['The ‘old model’ of trade has been broken.', 'Jane Doe', undefined]]],
    ['Chinese', '国家主席习近平说：“世界正在经历百年未有之大变局。”', [['世界正在经历百年未有之大变局。', '习近平', '主席']]],
    ['nobody named', 'Some are hopeful. “Today the industry has reached its peak.”', [['Today the industry has reached its peak.', null, undefined]]],
    ['a name in a line of its own below', '"The bridge is safe for all of us."\n\n– Jane Doe, a lawyer', [['The bridge is safe for all of us.', 'Jane Doe', 'a lawyer']]],
    ['a name behind a dash', '“The bridge is safe for all of us.” — Jane Doe', [['The bridge is safe for all of us.', 'Jane Doe', undefined]]],
    ['no name behind a dash that goes on', '“The bridge is safe for all of us.” — Paris grew in the years behind the war, and so did the many towns and villages on both sides of the river below it.', [['The bridge is safe for all of us.', null, undefined]]],
    ['a note behind straight marks', 'Jane Doe wrote, "The bridge is safe for all of us."12 A survey found "no crack in any of the beams" in it.', [['The bridge is safe for all of us.', 'Jane Doe', undefined]]],
  ])('%s', (_, text, expected) => expect(quotations(text)).toEqual(expected))

  it.each(['It listed over 100 “key tasks,” each funded.', 'The “Century of Humiliation” ended.', 'She used the phrase “rise of the east and fall of the west” often.', 'They don\'t and can\'t.', 'It is told in Section 4.2, “Set up a new mail server for all of them”.'])('leaves terms alone: %s', (text) => {
    expect(quotations(text)).toEqual([])
  })
})

const piece = fc.constantFrom('“', '”', '"', '‘', '’', ' ', '. ', '\n\n', 'Jane Doe', ' said', '12', ',', '$', '–', ' million', ' yuan', '%', 'half a trillion', '中国', '😀', 'e\u0301', '(', ')', 'May 2015', ' to ', '1,234.5', 'two', ' or constructor', '-thirds', ' the largest', '{1}')

describe('any text', () => {
  it('yields valid facts inside the text, sorted, and the same ones again', () => {
    fc.assert(fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const { document, segments } = plain(text)
      const facts = findFacts(document, segments)
      facts.forEach((fact, at) => {
        FactSchema.parse(fact)
        expect(fact.span.start).toBeLessThan(fact.span.end)
        expect(fact.span.end).toBeLessThanOrEqual(text.length)
        if (at > 0) expect(facts[at - 1]!.span.start).toBeLessThanOrEqual(fact.span.start)
      })
      expect(findFacts(document, segments)).toEqual(facts)
    }))
  })

  it.each(['“', '"', '1', '1,', '1-', 'A', 'A ', '(', ' said', 'a, ', '$', 'one hundred ', 'No. ', '38C '])('does not hang on a long run of %s', (unit) => {
    const text = unit.repeat(200_000 / unit.length)
    expect(factsOfSentence(text).length + quotations(text).length).toBeGreaterThanOrEqual(0)
  })
})
