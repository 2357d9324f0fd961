import { describe, expect, it } from 'vitest'
import type { FactKind } from '#shared/facts/fact.ts'
import { factsOfSentence } from '#shared/facts/index.ts'

const printed = (text: string, ...kinds: FactKind[]): string[] => factsOfSentence(text).flatMap(({ kind, span }) => (kinds.includes(kind) ? [text.slice(span.start, span.end)] : []))

describe('words that count nothing', () => {
  it.each([
    'A third-party contractor told third parties of it.', 'He wrote in the first-person, with first-hand knowledge.', 'It first became known when she first appeared, and was first seen there.', 'They had it first by boat, second by train.', 'He first tried to swim, then typed first at one desk.',
    'It was sent first to the north.', 'One lies at Harrow, another at Lind, and a third at a small mill.', 'It stands in Birds 8, no. 1 (2019).', 'The First World War and the Second Amendment are well known.',
  ])('no rank: %s', (text) => expect(printed(text, 'rank')).toEqual([]))

  it.each<[string, string[]]>([
    ['She was first, and the second-largest firm came third.', ['first', 'second-largest', 'third']], ['Its first book, China’s first bank and the very first ship.', ['first', 'first', 'first']], ['It was the first to fly.', ['first']],
  ])('still a rank: %s', (text, expected) => expect(printed(text, 'rank').map((rank) => rank.replace('came ', ''))).toEqual(expected))

  it.each([
    ['They rank among the largest firms.', [null]], ['It joined the world’s biggest banks.', [null]], ['It is the largest firm.', [1]], ['It is the largest business of all.', [1]],
  ])('several hold no first place: %s', (text, ordinals) => {
    expect(factsOfSentence(text).flatMap((fact) => (fact.kind === 'rank' && !/^rank/.test(text.slice(fact.span.start)) ? [fact.ordinal] : []))).toEqual(ordinals)
  })

  it.each(['They chose no keys over one another.', 'The one that fell was this one, one of the old.', 'One weekend we met, and one evening we left.'])('no number: %s', (text) => expect(printed(text, 'number')).toEqual([]))
})

describe('figures that only name', () => {
  it.each([
    'We ran Debian 2.2, then Ubuntu 20.04 and Firefox 1.0 to the end.', 'It needs version 2.4, release 3.1 or a 2.2 kernel.', 'The 2.0 release came with kernel 2.6.', '1.1 Buzz followed in spring.', 'As figure 3, table 2 and step 4 on page 143 show, line 5 is long.', 'He wrote (p. 143, pp. 12–15) about it, on pages 3-5.', '4. A song of birds.', 'One day, he left; it was already 5 am and the day broke.', '12. “War” is sung.', 'See Birds 71, no. 3 (2018): 747-771.', 'Debian 2.2 includes more.', 'It runs on Windows 10.',
  ])('no number: %s', (text) => expect(printed(text, 'number', 'duration')).toEqual([]))

  it.each<[string, number[]]>([['In Germany 2.3 children are born.', [2.3]], ['It rose in Japan 2.5 times.', [2.5]], ['It has 2.2 million users, on page 5 as on page 6.', [2.2e6]], ['At step 4 people were let in, in part 20 people.', [4, 20]], ['It fell to 2.5.', [2.5]]])('a number: %s', (text, values) => {
    expect(factsOfSentence(text).flatMap((fact) => (fact.kind === 'number' ? [fact.value] : []))).toEqual(values)
  })

  it('the Sun is no Sunday', () => {
    expect(printed('Hadali ‘Sun’ is old; the Moon and Sun shine, as Sun and Moon do.', 'date')).toEqual([])
    expect(printed('It was on Sun, Sun 5 May 2013 and next Sun.', 'date')).toEqual(['Sun', 'Sun 5 May 2013', 'next Sun'])
  })

  it('a letter behind a long number and a dash is no unit of time', () => {
    expect(printed('The file 17997-h is old.', 'duration')).toEqual([])
    expect(printed('A 24-h recall was made.', 'duration')).toEqual(['24-h'])
  })

  it('a plus behind a figure is at least that many, even where it could be a year', () => {
    const facts = factsOfSentence('It has 1500+ packages.')
    expect(facts).toMatchObject([{ kind: 'number', value: 1500, hedge: 'at-least', unit: 'packages' }])
  })
})
