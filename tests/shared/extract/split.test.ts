import { describe, expect, it } from 'vitest'
import { analyse } from '#shared/pipeline.ts'
import { plain } from './plain-document.ts'

const claimsIn = (text: string) => analyse(plain(text).document).claims
const statements = (text: string): string[] => claimsIn(text).map(({ statement }) => statement)

describe('one sentence, several claims', () => {
  it.each<[string, string, string[]]>([
    ['a second verb shares the subject', 'Christian Schwarz added new sections on March 15, 1997, and reworked it in April 1998.', ['Christian Schwarz added new sections on March 15, 1997.', 'Christian Schwarz reworked it in April 1998.']],
    ['a date in front governs both clauses', 'In 2018, exports rose by 5 percent, and imports fell by 3 percent.', ['In 2018, exports rose by 5 percent.', 'In 2018 imports fell by 3 percent.']],
    ['and both verbs', 'In 1990, the bank bought Ford for 5 million euros and sold Fiat for 6 million euros.', ['In 1990, the bank bought Ford for 5 million euros.', 'In 1990 the bank sold Fiat for 6 million euros.']],
    ['so does a place', 'In Paris, the bank bought 40 houses in 1990 and sold 30 houses in 1992.', ['In Paris, the bank bought 40 houses in 1990.', 'In Paris, the bank sold 30 houses in 1992.']],
    ['and who says it', 'According to the ministry, exports rose by 5 percent in 2018, and imports fell by 3 percent in 2019.', ['According to the ministry, exports rose by 5 percent in 2018.', 'According to the ministry, imports fell by 3 percent in 2019.']],
    ['what was said, told by "that" twice', 'The ministry said that exports rose by 5 percent in 2018, and that imports fell by 3 percent in 2019.', ['The ministry said that exports rose by 5 percent in 2018.', 'The ministry said that imports fell by 3 percent in 2019.']],
    ['a doubt holds for both verbs', 'The bank reportedly bought 40 ships in 1990 and sold 30 ships in 1992.', ['The bank reportedly bought 40 ships in 1990.', 'The bank reportedly sold 30 ships in 1992.']],
    ['an adverb that adds nothing does not', 'Exports also rose in 2018 by 5 percent and fell in 2019 by 3 percent.', ['Exports also rose in 2018 by 5 percent.', 'Exports fell in 2019 by 3 percent.']],
    ['clauses without a comma, each with a figure', 'The colony gained a government in 1852 and the first Parliament met in 1854.', ['The colony gained a government in 1852.', 'The first Parliament met in 1854.']],
    ['a clause set against another', 'Exports rose by 5 percent in 2018, while imports fell by 3 percent.', ['Exports rose by 5 percent in 2018.', 'Imports fell by 3 percent.']],
    ['an initial is no label', 'U.S. exports rose by 5 percent in 2018 and fell by 3 percent in 2019.', ['U.S. exports rose by 5 percent in 2018.', 'U.S. exports fell by 3 percent in 2019.']],
    ['"by" with a figure names nobody', 'Exports increased by 5 percent in 2018 and imports increased by 3 percent in 2019.', ['Exports increased by 5 percent in 2018 and imports increased by 3 percent in 2019.']],
    ['"for" behind a semicolon only joins', 'Ford closed 40 branches in 1990; for the bank had lost 5 million euros.', ['Ford closed 40 branches in 1990.', 'The bank had lost 5 million euros.']],
    ['a passive that is shared', 'The line was opened in 1881 and extended by the Rhine Bank in 1893.', ['The line was opened in 1881.', 'The line was extended by the Rhine Bank in 1893.']],
    ['nobody is born in the passive', 'Jane Doe was born in Paris in 1881 and moved to London in 1899.', ['Jane Doe was born in Paris in 1881.', 'Jane Doe moved to London in 1899.']],
    ['a verb that no list knows', 'The firm was founded in 1990 and employs 500 people in Leeds.', ['The firm was founded in 1990.', 'The firm employs 500 people in Leeds.']],
    ['from … to …, then a second verb', 'Revenue rose from 5 million euros in 2017 to 7 million euros in 2018 and fell to 4 million euros in 2019.', ['Revenue rose from 5 million euros in 2017 to 7 million euros in 2018.', 'Revenue fell to 4 million euros in 2019.']],
    ['a noun that could be a verb is no verb', 'Staff costs were 40 percent of the budget in 2018, and fell to 30 percent in 2019.', ['Staff costs were 40 percent of the budget in 2018.', 'Staff costs fell to 30 percent in 2019.']],
    ['a participle in the subject is not its verb', 'Revenue for the quarter ended in March was 5 million euros in 2017 and fell to 4 million euros in 2018.', ['Revenue for the quarter ended in March was 5 million euros in 2017.', 'Revenue for the quarter ended in March fell to 4 million euros in 2018.']],
    ['a preposition is shared by a list', 'Output rose to 5 million tons in 2010, 6 million tons in 2011, and 7 million tons in 2012.', ['Output rose to 5 million tons in 2010.', 'Output rose to 6 million tons in 2011.', 'Output rose to 7 million tons in 2012.']],
    ['a last relative clause, its noun repeated', 'The prime minister is Jacinda Ardern, who has been in office since 2017.', ['The prime minister is Jacinda Ardern.', 'Jacinda Ardern has been in office since 2017.']],
    ['a last participle, the subject repeated', 'The Musket Wars encompassed over 600 battles between 1801 and 1840, killing 30,000 people.', ['The Musket Wars encompassed over 600 battles between 1801 and 1840.', 'The Musket Wars killed 30,000 people.']],
    ['its past tense may be irregular', 'Jane Doe opened 40 branches in 1990, selling 30 houses.', ['Jane Doe opened 40 branches in 1990.', 'Jane Doe sold 30 houses.']],
    ['a last apposition', 'In 2019, Ford hired Jane Doe, a farmer of 40 years.', ['In 2019, Ford hired Jane Doe.', 'Jane Doe is a farmer of 40 years.']],
    ['brackets that assert, beside the sentence', 'The Federation (created in 1881, with ten members) passed a rule in 1884.', ['The Federation (created in 1881, with ten members) passed a rule in 1884.', 'The Federation was created in 1881, with ten members.']],
    ['a relative clause behind the subject, beside the sentence', 'The fund, which in 2019 held 5 billion euros, was closed in 2021.', ['The fund, which in 2019 held 5 billion euros, was closed in 2021.', 'The fund in 2019 held 5 billion euros.']],
    ['a participle there', 'The Rhine Bank, founded in 1881, failed in 1931.', ['The Rhine Bank, founded in 1881, failed in 1931.', 'The Rhine Bank was founded in 1881.']],
  ])('%s', (_, text, expected) => expect(statements(text)).toEqual(expected))

  it.each([
    ['names joined by "and"', 'In 1951 the United Kingdom joined Australia and the United States in a treaty.'],
    ['a relative clause whose noun is in doubt', 'In 2013 about 650,000 citizens lived in Australia, which is 15 percent of the people.'],
    ['a conversion in brackets', 'The land has an area of 268,000 square kilometres (103,500 square miles) in all.'],
    ['a number in brackets', 'Give Us Time (registered charity number: 1152978) spent 40 percent of its income in 2018.'],
    ['a list of numbers that share one verb', 'The country has two main islands, and around 600 smaller ones.'],
    ['nouns that share one verb and one date', 'The army lost 40 tanks, 30 guns and 20 planes in 1944.'],
    ['parts that share the figure itself', 'In the census of 2013, 74 percent of people said yes, and 15 percent no.'],
    ['years that share one verb', 'The boom years were 1836 and 1845–1847, when Parliament authorized 8,000 miles of lines.'],
    ['what "or" says again', 'In the previous quarter, Ford posted net losses of $2.03 billion, or $2.47 per share.'],
    ['items of unlike form', 'In 2008 the leading cause was cancer, at 29.8 percent, followed by heart disease, 19.7 percent, and then stroke, 9.2 percent.'],
    ['examples', 'Half of the species have become extinct, including 51 birds, three frogs, and one bat.'],
    ['"respectively"', 'Sales in Canada and Mexico rose 4 percent and 7 percent respectively, to $20 million and $31 million.'],
    ['what somebody said', 'Doe said that exports rose by 5 percent in 2018, and imports fell by 3 percent in 2019.'],
    ['also without "that"', 'Doe said exports rose by 5 percent in 2018, and imports fell by 3 percent in 2019.'],
    ['or behind a semicolon', 'Smith argued that the bank opened in 1990; it closed in 1995.'],
    ['who says it behind', 'Exports rose by 5 percent in 2018, and imports fell by 3 percent in 2019, the ministry said.'],
    ['and in between', 'Exports rose by 5 percent in 2018, the ministry said, and imports fell by 3 percent in 2019.'],
    ['according to whom', 'Exports rose by 5 percent in 2018, and imports fell by 3 percent in 2019, according to the ministry.'],
    ['what is believed', 'Doe is believed to have bought 40 ships in 1990 and sold 30 in 1992.'],
    ['what hangs on a condition', 'If exports rise by 5 percent in 2018, and imports fall by 3 percent, Ford will gain 7 million euros.'],
    ['what is denied of both verbs', 'Ford never bought 40 ships in 1990 and sold 30 ships in 1992.'],
    ['one half of a thought', 'Not only did exports rise by 5 percent in 2018, but imports fell by 3 percent.'],
    ['a verb that may be a participle', 'Line 7 was opened in 1881 and extended to Basel in 1893.'],
    ['a second verb inside a relative clause', 'Inquiries vary in length, the longest being the Iraq Inquiry, which ended in 2011 but did not report until 2016.'],
    ['what a whole clause led to', 'Auditors found 40 errors in 2018, leading the bank to close 30 accounts.'],
    ['participles in a row', 'In 1918, Ford hired 40 men, fighting two strikes and losing 30 days.'],
    ['a first item that holds more than the others', 'Output grew from 30 tons in 1871 to 70 tons in 1890, 110 tons in 1900, and 190 tons in 1913.'],
    ['what "is that" opens', 'One reason is that exports rose by 5 percent in 2018, and imports fell by 3 percent in 2019.'],
    ['what "it is possible that" opens', 'It is possible that exports rose by 5 percent in 2018, and imports fell by 3 percent in 2019.'],
    ['a clause behind a semicolon that hangs on the first', 'Ford had two aims in 1990; first, to sell 40 ships and, second, to buy 30.'],
    ['a verb behind a semicolon without its subject', 'Ford opened 40 branches in 1990; serves 30 towns in 1991.'],
    ['names in a row before a second verb', 'FLOSS refers to Free, Libre, and Open Source Software and is used in 40 countries.'],
    ['an order behind a semicolon', 'Ford sold 40 ships in 1990; see the map of 1991 for the harbours.'],
    ['brackets that hold no sentence', 'Ford sold the Line (an idea which in 1990 inspired 40 others) to Fiat in 1991.'],
    ['brackets behind two names', 'Ford led the Union of Spain and Canada (created in 1881, with ten members) from 1884.'],
    ['a clause behind a semicolon without a verb of its own', 'Ford and Fiat grew by 5 percent from 1990; the former being led by 40 men, and the latter seeing 30 strikes.'],
    ['a participle behind a semicolon', 'Ford closed 40 branches in 1990; writing in 1991 that it had lost 5 million euros.'],
    ['brackets behind whoever made the thing', 'The list of 1990 gives translations by Jane Doe (published at a congress in Leeds in 1988) of 40 songs.'],
    ['a noun for what the clause tells', 'Exports rose by 5 percent to Canada, a gain of 3 million euros.'],
  ])('stays whole: %s', (_, text) => expect(statements(text)).toEqual([text]))
})

describe('a statement that stands on its own', () => {
  const second = (text: string) => claimsIn(text).at(-1)!

  it.each([
    ['the program that was just told', 'The Thousand Talents Program began in 2008. The program has cost 5 million euros.', 'The Thousand Talents Program has cost 5 million euros.'],
    ['the person who is the subject', 'Jane Doe opened 40 schools in 1990. She closed 30 schools in 1995.', 'Jane Doe closed 30 schools in 1995.'],
    ['the person who holds an office', 'The current mayor is Jane Doe. She has opened 40 schools.', 'Jane Doe has opened 40 schools.'],
    ['whose work it is', 'John Smith was a lawyer from Leeds. His work covered 40 cases.', 'John Smith’s work covered 40 cases.'],
    ['the thing that is the subject', 'The Erie Canal opened in 1825. It carried 40 ships in 1826.', 'The Erie Canal carried 40 ships in 1826.'],
  ])('names %s', (_, text, expected) => {
    expect(second(text)).toMatchObject({ statement: expected, needsContext: false })
    expect(text.endsWith(second(text).quote)).toBe(true)
  })

  it.each([
    ['two programs', 'The Talents Program and the Ships Program began in 2008. The program has cost 5 million euros.'],
    ['no name', 'Exports rose in 2018. It was 5 percent more.'],
    ['two persons', 'Jane Doe met Mary Roe in 1990. She closed 30 schools in 1995.'],
    ['somebody brought in behind', 'John Smith was hired in 1990. He worked with Peter Brown in 1991. He left 30 schools in 1995.'],
    ['a person who is no subject', 'The bank was founded by a farmer named John Smith in 1990. He left 30 schools in 1995.'],
    ['a possessor', 'John Smith’s company opened in 1990. He left 30 schools in 1995.'],
    ['a person without a name', 'John Smith succeeded a minister in 1990. He left 30 schools in 1995.'],
    ['the other sex', 'Jane Doe sold her house in 1990. He left 30 schools in 1995.'],
    ['a thing behind the verb', 'France makes a cheese with 40 holes. It is sold in 30 countries.'],
    ['a thing without an article', 'Congress passed legislation in 1990. It cost 30 million euros.'],
  ])('leaves what is not certain, and says so: %s', (_, text) => {
    const { statement, quote, needsContext } = second(text)
    expect([statement, needsContext]).toEqual([quote, true])
  })

  it.each<[string, boolean]>([
    ['In 1907 it became a dominion of 40 towns.', true],
    ['After working in Paris, she moved to 40 cities.', true],
    ['Known for his eccentricity, he used 40 words of his own.', true],
    ['From 1883 on he pursued 40 studies at Heidelberg in Germany.', true],
    ['Last month, it regained the rights to 40 products.', true],
    ['In 2020, that number rose to 9 percent.', true],
    ['Since then, Ford has opened 40 branches.', true],
    ['Smith was a trustee at the time, with 40 votes.', true],
    ['Other members come from 40 ministries.', true],
    ['Smith signed these treaties in 1990.', true],
    ['The company, which makes ships, lost 40 million euros.', true],
    ['In 2018, the company lost 40 million euros.', true],
    ['The official spending watchdog has revealed 40 cases.', true],
    ['Two years before, exports rose by 5 percent.', true],
    ['When Smith left in 1990, he took 40 books.', false],
    ['In the summer of 1990, exports rose by 5 percent.', false],
    ['It is predicted that exports will rise by 5 percent.', false],
    ['Two years before the war, exports rose by 5 percent.', false],
    ['Exports rose by 5 percent this year.', false],
    ['The public has bought 40 ships.', false],
  ])('%s needs context: %s', (text, expected) => expect(second(text).needsContext).toBe(expected))

  it.each([
    ['However, exports rose by 5 percent in 2018.', 'Exports rose by 5 percent in 2018.'],
    ['But exports rose by 5 percent in 2018.', 'Exports rose by 5 percent in 2018.'],
    ['In addition, exports rose by 5 percent in 2018.', 'Exports rose by 5 percent in 2018.'],
    ['Exports of coal, however, rose by 5 percent in 2018.', 'Exports of coal rose by 5 percent in 2018.'],
    ['As a result, exports rose by 5 percent in 2018.', 'As a result, exports rose by 5 percent in 2018.'],
    ['But for the war, exports rose by 5 percent in 2018.', 'But for the war, exports rose by 5 percent in 2018.'],
  ])('leaves out what only leads on: %s', (text, expected) => expect(statements(text)).toEqual([expected]))

  it('shows a quotation without the comma of the sentence around it', () => {
    expect(statements('“Exports rose by 5 percent in 2018,” the minister said.')[0]).toMatch(/: “Exports rose by 5 percent in 2018”$/)
  })
})

it('gives each claim its time, also the one that governs it, its quantities and its hedges', () => {
  const text = 'In 2018, exports may have risen by 5 percent, and imports fell by 3 percent.'
  const words = (span: { start: number; end: number }): string => text.slice(span.start, span.end)
  expect(claimsIn(text).map(({ time, quantities, hedges }) => [time!.map(({ span }) => words(span)), quantities!.map(words), hedges!.map(words)])).toEqual([
    [['2018'], ['5 percent'], ['may']], [['2018'], ['3 percent'], []],
  ])
})
