import { describe, expect, it } from 'vitest'
import { analyse } from '#shared/pipeline.ts'
import { plain } from './plain-document.ts'

const claimsIn = (text: string) => analyse(plain(text).document).claims
const statements = (text: string): string[] => claimsIn(text).map(({ statement }) => statement)

describe('one sentence, several claims', () => {
  it.each([
    ['a second verb shares the subject', 'Christian Schwarz added new sections on March 15, 1997, and reworked it in April 1998.', ['Christian Schwarz added new sections on March 15, 1997.', 'Christian Schwarz reworked it in April 1998.']],
    ['a date in front governs both clauses', 'In 2018, exports rose by 5 percent, and imports fell by 3 percent.', ['In 2018, exports rose by 5 percent.', 'In 2018 imports fell by 3 percent.']],
    ['clauses without a comma, each with a figure', 'The colony gained a government in 1852 and the first Parliament met in 1854.', ['The colony gained a government in 1852.', 'The first Parliament met in 1854.']],
    ['a last relative clause, its noun repeated', 'The prime minister is Jacinda Ardern, who has been in office since 2017.', ['The prime minister is Jacinda Ardern.', 'Jacinda Ardern has been in office since 2017.']],
    ['a last participle, the subject repeated', 'The Musket Wars encompassed over 600 battles between 1801 and 1840, killing 30,000 people.', ['The Musket Wars encompassed over 600 battles between 1801 and 1840.', 'The Musket Wars, killing 30,000 people.']],
    ['a last apposition', 'In 2019, Ford hired Jane Doe, a farmer of 40 years.', ['In 2019, Ford hired Jane Doe.', 'Jane Doe is a farmer of 40 years.']],
    ['brackets that assert, beside the sentence', 'The Federation (created in 1881, with ten members) passed a rule in 1884.', ['The Federation (created in 1881, with ten members) passed a rule in 1884.', 'The Federation was created in 1881, with ten members.']],
  ])('%s', (_, text, expected) => expect(statements(text)).toEqual(expected))

  it.each([
    ['names joined by "and"', 'In 1951 the United Kingdom joined Australia and the United States in a treaty.'],
    ['a relative clause whose noun is in doubt', 'In 2013 about 650,000 citizens lived in Australia, which is 15 percent of the people.'],
    ['a conversion in brackets', 'The land has an area of 268,000 square kilometres (103,500 square miles) in all.'],
    ['a list of numbers that share one verb', 'The country has two main islands, and around 600 smaller ones.'],
    ['parts that share the figure itself', 'In the census of 2013, 74 percent of people said yes, and 15 percent no.'],
  ])('stays whole: %s', (_, text) => expect(statements(text)).toEqual([text]))
})

describe('a statement that stands on its own', () => {
  it('names the program that was just told', () => {
    expect(claimsIn('The Thousand Talents Program began in 2008. The program has cost 5 million euros.')[1]).toMatchObject({ statement: 'The Thousand Talents Program has cost 5 million euros.', needsContext: false, quote: 'The program has cost 5 million euros.' })
  })
  it('leaves what is not certain, and says so', () => {
    expect(claimsIn('The Talents Program and the Ships Program began in 2008. The program has cost 5 million euros.').at(-1)).toMatchObject({ statement: 'The program has cost 5 million euros.', needsContext: true })
    expect(claimsIn('Exports rose in 2018. It was 5 percent more.').at(-1)!.needsContext).toBe(true)
  })
})

it('gives each claim its time, also the one that governs it, its quantities and its hedges', () => {
  const text = 'In 2018, exports may have risen by 5 percent, and imports fell by 3 percent.'
  const words = (span: { start: number; end: number }): string => text.slice(span.start, span.end)
  expect(claimsIn(text).map(({ time, quantities, hedges }) => [time!.map(({ span }) => words(span)), quantities!.map(words), hedges!.map(words)])).toEqual([
    [['2018'], ['5 percent'], ['may']], [['2018'], ['3 percent'], []],
  ])
})
