import { describe, expect, it } from 'vitest'
import { findFacts } from '#shared/facts/index.ts'
import { plain } from '../extract/plain-document.ts'

const factsOf = (text: string) => {
  const { document, segments } = plain(text)
  return findFacts(document, segments)
}
const speakers = (text: string): (string | null)[] => factsOf(text).flatMap((fact) => (fact.kind === 'quotation' ? [fact.speaker?.name ?? null] : []))
const names = (text: string): string[][] => factsOf(text).flatMap((fact) => (fact.kind === 'name' ? [[text.slice(fact.span.start, fact.span.end), fact.type, ...(fact.role ? [fact.role] : [])]] : []))

describe('who speaks', () => {
  it.each([
    ['a pronoun before anybody spoke', 'John Smith came to the office. “It was late,” he said.', ['John Smith']],
    ['a pronoun after somebody else was named', 'Jane Doe said, “It is late now.” Bob Hill disagreed. He said, “It is early.”', ['Jane Doe', 'Bob Hill']],
    ['a role', '“We will not raise the rate,” the finance minister told reporters.', ['the finance minister']],
    ['a role after according to', 'According to the ministry, “all schools were closed in 2020.”', ['the ministry']],
    ['an interruption', '“Prices,” said Jane Doe, the director of the bank, “fell again last year.”', ['Jane Doe', 'Jane Doe']],
    ['going on after the attribution', '“We are ready,” Smith, who runs the plant, said. “We start in May.”', ['Smith', 'Smith']],
    ['paragraphs with the mark repeated, told at the end', '“The first paragraph is here.\n\n“The second goes on,” said Mary Major.', ['Mary Major', 'Mary Major']],
    ['marks within marks', 'Jane Doe said, “He told me ‘never again’ and left.”', ['Jane Doe']],
    ['an appositive with a point in it', '“It is the largest leak,” said Dr. Sarah Chen, a researcher at the lab. “They came in by the back.”', ['Sarah Chen', 'Sarah Chen']],
    ['somebody named behind a date', 'On 2 September 1919, Wilson left the city. “No decent man can count his fortunes,” he told them.', ['Wilson']],
    ['whose words they are, not who reports them', 'Then Mary Major described it, according to the Times, as “a grading of each other’s homework”.', ['Mary Major']],
    ['a second verb', 'Duncan Hames, giving evidence, felt that it was “very useful”, and added: “I think that it matters a lot.”', ['Duncan Hames']],
    ['the paragraph before', 'Mary Major said:\n\n“We have seen all of it before, and we will see it again.”', ['Mary Major']],
    ['somebody of a house', 'Exports, which “grew tenfold in a decade”, says the World Bank’s Jane Doe, matter.', ['Jane Doe']],
    ['a cry', '“My God!” exclaimed Bob Hill. “I did not think that it was possible.”', ['Bob Hill', 'Bob Hill']],
    ['paragraphs left open behind another speaker', '“Never again,” said Bob Hill.\n\n“The first point is simple.\n\n“The second is harder, and nobody has any,” Mary Major told us.', ['Bob Hill', 'Mary Major', 'Mary Major']],
    ['a pronoun in Chinese', '国家主席习近平说：“世界正在经历大变局。”他在文中写道：「和平来之不易，我们必须珍惜。」', ['习近平', '习近平']],
    ['nobody', 'Reporters asked the mayor. “I do not know,” she answered.', [null]],
  ])('%s', (_, text, expected) => expect(speakers(text)).toEqual(expected))
})

it.each([
  ['Foreign Minister Wang Yi met Klaus Schwab, founder of the World Economic Forum, in Davos.', [['Wang Yi', 'person', 'Foreign Minister'], ['Klaus Schwab', 'person', 'founder of the World Economic Forum'], ['World Economic Forum', 'organisation'], ['Davos', 'place']]],
  ['China said so; the economist Paul Krugman wrote to Bill Gates about the Treaty of Versailles.', [['China', 'place'], ['Paul Krugman', 'person', 'economist'], ['Bill Gates', 'person'], ['Treaty of Versailles', 'work']]],
  ['Dr. Anna Lee of New Zealand sails the Yellow River.', [['Anna Lee', 'person', 'Dr.'], ['New Zealand', 'place'], ['Yellow River', 'place']]],
])('names people, organisations, places and works: %s', (text, expected) => {
  expect(names(text)).toEqual(expected)
})

it('takes a word at the head of a sentence for a name where the text uses it as one', () => {
  expect(names('He works for Huawei. Huawei grew.').map(([name]) => name)).toEqual(['Huawei', 'Huawei'])
  expect(names('The growth was slow. Growth is back.')).toEqual([])
})
