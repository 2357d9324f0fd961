import { describe, expect, it } from 'vitest'
import { findFacts, factsOfSentence } from '#shared/facts/index.ts'
import { plain } from '../extract/plain-document.ts'

const names = (text: string): string[][] => factsOfSentence(text).flatMap((fact) => (fact.kind === 'name' ? [[text.slice(fact.span.start, fact.span.end), fact.type, ...(fact.role ? [fact.role] : [])]] : []))

describe('names whole', () => {
  it.each<[string, string[]]>([
    ['a campus', ['the {University of California, Berkeley}, and the {University of Wisconsin–Madison} agreed', 'organisation']],
    ['subjects of an office', ['the {Ministry of Culture, Sports and Tourism}, the {Department of Health and Human Services} and the {London School of Economics and Political Science} agreed', 'organisation']],
    ['particles, initials and points', ['they met {Jan van der Berg}, {Leonardo da Vinci}, {Osama bin Laden}, {J. R. R. Tolkien}, {George W. Bush} and {Mao Zedong}', 'person']],
    ['laws with their year', ['the {Clean Air Act of 1970}, the {General Data Protection Regulation} and the {Treaty of Versailles} apply', 'work']],
    ['titles of works', ['he read the novel “{War and Peace},” saw the film "{The Third Man}" and an essay titled “{On Liberty}”', 'work']],
    ['titles that are part of it', ['they met at {General Motors}, {General Electric} and the {General Services Administration}', 'organisation']],
    ['places with titles in them', ['they saw {Prince Edward Island}, {King George Sound}, {Saint Petersburg} and {John F. Kennedy Airport}', 'place']],
  ])('%s', (_, [marked, type]) => {
    const expected = [...marked!.matchAll(/\{(.*?)\}/g)].map((match) => [match[1]!, type!])
    expect(names(`We know that ${marked!.replace(/[{}]/g, '')}.`)).toEqual(expected)
  })

  it('takes the long form of an abbreviation for one name, and the short one for the same kind', () => {
    expect(names('The Centre for Fish and Birds (CFB) met; the CFB agreed.')).toEqual([['Centre for Fish and Birds', 'organisation'], ['CFB', 'organisation'], ['CFB', 'organisation']])
  })
})

describe('offices and who holds them', () => {
  it.each<[string, string[][]]>([
    ['We heard Federal Reserve Chair Jerome Powell.', [['Federal Reserve', 'organisation'], ['Jerome Powell', 'person', 'Federal Reserve Chair']]],
    ['We heard Chinese Foreign Minister Wang Yi.', [['Chinese', 'other'], ['Wang Yi', 'person', 'Chinese Foreign Minister']]],
    ['We heard Prime Minister of New Zealand Jacinda Ardern.', [['Jacinda Ardern', 'person', 'Prime Minister of New Zealand']]],
    ['We heard Secretary of State Antony Blinken.', [['Antony Blinken', 'person', 'Secretary of State']]],
    ['We heard the Archbishop of Canterbury.', [['Archbishop of Canterbury', 'person']]],
    ['We heard Klaus Schwab, the Chairman of the World Economic Forum, speak.', [['Klaus Schwab', 'person', 'the Chairman of the World Economic Forum'], ['World Economic Forum', 'organisation']]],
    ['Its head, Ann Smith, and its chief economist, Bob Lee, left.', [['Ann Smith', 'person'], ['Bob Lee', 'person']]],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected))
})

describe('names that capitals and commas do not make', () => {
  it.each<[string, string[][]]>([
    ['Quoting Harrow & Lind, she left.', [['Harrow & Lind', 'other']]],
    ['Regarding Discovery Bay, it was late.', [['Discovery Bay', 'place']]],
    ['It was found by Hexatron on September 12, 2018.', [['Hexatron', 'other']]],
    ['At the start of the Harrow, members considered selling it.', [['Harrow', 'other']]],
    ['In Harrow & Lind, the authors note a study of birds.', [['Harrow & Lind', 'other']]],
    ['What I’ve heard and I\'ve read about Harrow was old.', [['Harrow', 'other']]],
    ['The court in Illinois v. Harrow and Harrow vs. Lind agreed.', [['Illinois v. Harrow', 'other'], ['Harrow vs. Lind', 'other']]],
    ['Writing Hexatron files is slow, and so is writing mail.', [['Hexatron', 'other']]],
    ['Hexo Harrow writes that Lindo Brindle recalls it, as Hexatron notes.', [['Hexo Harrow', 'person'], ['Lindo Brindle', 'person'], ['Hexatron', 'other']]],
    ['They heard the Second Circuit and the Third Harrow Bank.', [['Second Circuit', 'other'], ['Third Harrow Bank', 'organisation']]],
    ['For Walter Harrow, a man killed his wife.', [['Walter Harrow', 'person']]],
    ['They met Ann Lind, then the president of it.', [['Ann Lind', 'person', 'then the president of it']]],
    ['Type of Hexatron Data, and its Harrow.', [['Type of Hexatron Data', 'other'], ['Harrow', 'other']]],
    ['Send Hexatron mail, then enter Hexatron.', [['Hexatron', 'other'], ['Hexatron', 'other']]],
    ['We couldn’t see Harrow and they’ve left; They’d Harrow, and Isn’t Lind here?', [['Harrow', 'other'], ['Harrow', 'other'], ['Lind', 'other']]],
    ['It was read by Prof. Harrow April 20th 2021, and Hexatron May 2020 was read too.', [['Harrow', 'person', 'Prof.'], ['Hexatron', 'other']]],
    ['The text HEX.ATRON is old, and so are Hexatron.com and Hexa.js.', [['HEX.ATRON', 'other'], ['Hexatron.com', 'other'], ['Hexa.js', 'other']]],
    ['It grew in Harrovian soil, in the Harrow data store, in Latin and in the Harrow province.', [['Harrovian', 'other'], ['Harrow', 'other'], ['Latin', 'other'], ['Harrow', 'place']]],
    ['We met near Dalian last year, in Harrow that day and in the Harrow of old.', [['Dalian', 'place'], ['Harrow', 'place'], ['Harrow', 'place']]],
    ['For Harrow, the author is a joy.', [['Harrow', 'other']]],
    ['They asked Harrow, the associate editor Ann Lind, to come.', [['Harrow', 'other'], ['Ann Lind', 'person', 'editor']]],
    ['A tree fell in Isaac Harrow’s garden.', [['Isaac Harrow', 'person']]],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected))
})

describe('one name is of one kind', () => {
  const kinds = (text: string): string[] => {
    const { document, segments } = plain(text)
    return findFacts(document, segments).flatMap((fact) => (fact.kind === 'name' ? [`${text.slice(fact.span.start, fact.span.end)} ${fact.type}`] : []))
  }
  it('what is mostly no place is none behind "in"', () => {
    expect(kinds('We built Hexatron by hand. Users like Hexatron a lot. They took an interest in Hexatron later.')).toEqual(['Hexatron other', 'Hexatron other', 'Hexatron other'])
  })
  it('who is called by a part of the name is a person too; a place is none', () => {
    expect(kinds('Wim Harrow, who ran the mill, left. It was Harrow who liked Wim. In Harrow we trust. The mills of Hexatron stood.')).toEqual(['Wim Harrow person', 'Harrow person', 'Wim person', 'Harrow person', 'Hexatron other'])
    expect(kinds('We met the Harrow Lindians, who left; some were Lindians. We met the President of the Board, and a President who was ill.').filter((name) => /^(?:Lindians|President) (?:other|person)$/.test(name))).toEqual(['Lindians other', 'President person'])
    expect(kinds('Mrs. Brindle left. It was sent to Brindle. George Washington left. They went to Washington.')).toEqual(['Brindle person', 'Brindle person', 'George Washington person', 'Washington place'])
  })
  it('who is once a person is one everywhere', () => {
    expect(kinds('Wim Harrow, who ran the mill, left. A book by Wim Harrow sold well.')).toEqual(['Wim Harrow person', 'Wim Harrow person'])
  })
})

it.each(['See Section 5, Table 3, Figure II and Plate XIII.', '1) Automated tools; 2) Aerospace equipment.', 'The point $B$ lies in IV.', 'It cost US$5 and HK$6.', 'It was 16 °C.'])('none in: %s', (text) => {
  expect(names(text)).toEqual([])
})
