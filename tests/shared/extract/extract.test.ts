import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Citation } from '#shared/citations/citation.ts'
import { contains, overlaps } from '#shared/document/document.ts'
import { ClaimDraft } from '#shared/extract/claim-draft.ts'
import { readClaims } from '#shared/extract/extract.ts'
import { signals } from '#shared/extract/signals/index.ts'
import { findFacts } from '#shared/facts/index.ts'
import { plain } from './plain-document.ts'

/** Marks like {1}, each carrying the text back to the mark before or the start of its paragraph. */
function citationsIn(text: string): Citation[] {
  const ends: number[] = []
  return [...text.matchAll(/\{(\d+)\}/g)].map((match) => {
    const start = Math.max(ends.at(-1) ?? 0, text.lastIndexOf('\n\n', match.index) + 1)
    ends.push(match.index + match[0].length)
    return { label: match[1]!, mark: { start: match.index, end: match.index + match[0].length }, definition: null, text: '', malformed: null, ibidOf: null, pinpoint: null, carries: { start, end: match.index }, source: null }
  })
}

function claimsIn(text: string): ClaimDraft[] {
  const { document, segments } = plain(text)
  return readClaims(document, segments, citationsIn(text), findFacts(document, segments)).claims
}
const quotes = (text: string): string[] => claimsIn(text).map(({ quote }) => quote)
const statements = (text: string): string[] => claimsIn(text).map(({ statement }) => statement)

describe('what is a claim', () => {
  it.each([
    'The ministry approved some 30 pilot cities.',
    'Klaus Schwab first used the phrase in a 2015 article.',
    'The Paris Commune of 1871 shaped later movements.',
    'Exports may exceed 10 billion yuan.',
    'It is difficult to see how 40 percent of them survived.',
    '会议于2019年10月24日在北京举行，主席出席并讲话。',
  ])('%s', (sentence) => expect(quotes(sentence)).toEqual([sentence]))

  it.each([
    'Why is the ministry so confident?',
    'Does it really have 25 members?',
    'This article discusses the views of the ministry.',
    'In this section, we examine the plan of the ministry.',
    'Therefore, it is crucial to understand the ministry.',
    'We must work together to shape the future.',
    'If it worked, the plan would improve as data is gathered.',
    'You will find that every tool is useful.',
    'Measure success by what users do.',
    'Before the ministry signs, ask other offices what they paid.',
    'In such a case, talk to the people who use it.',
    'If the plan were cut, the ministry could keep its staff.',
    'Building with loosely coupled parts.',
    'For other uses, see Ministry (disambiguation).',
    'Thank you.',
  ])('not: %s', (sentence) => expect(quotes(sentence)).toEqual([]))

  it('takes the number of a note mark for no figure, and the mark for no end of a sentence without a verb that it knows', () => {
    const text = 'They also now urge their members to pick a licence from a list. {89}'
    expect(quotes(text)).toEqual(['They also now urge their members to pick a licence from a list.'])
    expect(claimsIn(text)[0]!.kinds).not.toContain('number')
  })
  it('takes a row with a label and amounts for an assertion, and a row of a contents list for none', () => {
    const rows = (kind: 'table' | 'list-item', ...lines: string[]): string[] => {
      const text = lines.join('\n\n')
      let at = 0
      const blocks = lines.map((line) => {
        const span = { start: text.indexOf(line, at), end: text.indexOf(line, at) + line.length }
        at = span.end
        return { kind, span }
      })
      const document = { title: '', text, blocks, marks: [], warnings: [] }
      const segments = blocks.map(({ span }, block) => ({ kind: 'sentence' as const, span, block }))
      return readClaims(document, segments, [], findFacts(document, segments)).claims.map(({ quote }) => quote)
    }
    expect(rows('table', 'Leeds\t23/16\t74/60\t14/7', 'Index (2014)\t33.0', 'A drum of the hall\t240', 'City\tJan\tJuly')).toEqual(['Leeds\t23/16\t74/60\t14/7', 'Index (2014)\t33.0'])
    expect(rows('list-item', 'to Belgium 8,000,000 tons annually for ten years', 'the wording of section 2')).toEqual(['to Belgium 8,000,000 tons annually for ten years'])
  })

  it('reads no headings and no furniture', () => {
    expect(quotes('# Exports rose by 5 percent in 2019\n\n~ Share this: 40 people liked it\n\nImports fell by 3 percent in 2020.')).toEqual(['Imports fell by 3 percent in 2020.'])
  })
})

describe('one sentence, several assertions', () => {
  it('splits an enumeration whose items each bring a date, and repeats what they share', () => {
    expect(statements('Its output exceeded that of France in 2010, the sum of France and Spain in 2016, and the sum of all three in 2018.')).toEqual([
      'Its output exceeded that of France in 2010.', 'Its output exceeded the sum of France and Spain in 2016.', 'Its output exceeded the sum of all three in 2018.',
    ])
  })
  it('repeats what stands before a colon', () => {
    expect(statements('There were two waves: the use of steam between 1760 and 1840, with coal, and the use of iron between 1871 and 1914.')).toEqual([
      'There were two waves: the use of steam between 1760 and 1840, with coal.', 'There were two waves: the use of iron between 1871 and 1914.',
    ])
  })
  it('splits clauses that each hold a verb and a figure', () => {
    expect(quotes('The guidance listed over 100 “key tasks,” each of which was expected to receive 30 – 50 million yuan (US$4.7 – 7.8 million).')).toEqual([
      'The guidance listed over 100 “key tasks,”', 'each of which was expected to receive 30 – 50 million yuan (US$4.7 – 7.8 million).',
    ])
  })
  it('splits at semicolons between clauses', () => {
    expect(quotes('Ma Kai was appointed as the head of the group; other members come from the ministries.')).toEqual(['Ma Kai was appointed as the head of the group', 'other members come from the ministries.'])
  })
  it.each([
    'In 2018, the growth rate was 6.1 percent, the slowest in the past 15 years.',
    'On October 24, 2019, the board met in Paris.',
    'It has ten areas: 1) robots are built; 2) ships are built; and 3) trains are built.',
    'They have plans: Germany’s Strategy 2020, Japan’s Alliance, and the British Strategy 2050.',
  ])('keeps whole: %s', (sentence) => expect(quotes(sentence)).toEqual([sentence]))
})

describe('quotations', () => {
  const text = 'At the 2019 forum in Davos, vice president Jane Doe said, “Exports rose by 5 percent. We must work together.” {1}'
  const claims = claimsIn(text)

  it('are one claim that they were said, and one for each assertion inside', () => {
    expect(claims.map(({ layer, quote, quotation }) => [layer, quote, quotation])).toEqual([
      ['true', 'At the 2019 forum in Davos, vice president Jane Doe said', null],
      ['said', '“Exports rose by 5 percent. We must work together.”', null],
      ['true', 'Exports rose by 5 percent.', 1],
    ])
  })
  it('have their speaker, their kinds and the notes that carry them', () => {
    expect(claims[1]).toMatchObject({ speaker: { name: 'Jane Doe', role: 'vice president' }, kinds: ['quotation', 'attribution'], notes: [{ label: '1' }], statement: expect.stringContaining('Jane Doe (vice president) said') as string })
    expect(claims[2]!.speaker?.name).toBe('Jane Doe')
  })
  it('bring no claim of their own occasion when the sentence names none', () => {
    expect(claimsIn('Jane Doe, a professor at Yale, wrote, “Exports rose by 5 percent.”').map(({ layer }) => layer)).toEqual(['said', 'true'])
  })
})

describe('notes, statements and scores', () => {
  it('gives each claim the notes whose stretch reaches it', () => {
    expect(claimsIn('Exports rose in 2019. {1} Imports fell in 2020, and prices rose in 2021. {2} Wages fell in 2022.').map(({ notes }) => notes.map(({ label }) => label))).toEqual([['1'], ['2'], ['2'], []])
  })
  it('leaves note marks out of quotes at the end and out of statements', () => {
    expect(statements('Exports {1} rose in 2019. {2}')).toEqual(['Exports rose in 2019.'])
    expect(quotes('Exports {1} rose in 2019. {2}')).toEqual(['Exports {1} rose in 2019.'])
  })
  it('leaves no space where a mark stood before a comma', () => {
    expect(statements('In Doe & Roe {1}, exports rose by 5 percent.')).toEqual(['In Doe & Roe, exports rose by 5 percent.'])
  })
  it.each([['Its output rose by 5 percent.', true], ['During that period, exports rose by 5 percent.', true], ['The program has cost 5 million euros.', true], ['French exports rose by 5 percent.', false]])('%s needs context: %s', (text, expected) => {
    expect(claimsIn(text)[0]!.needsContext).toBe(expected)
  })
  it('weighs a figure above a name above neither, and says why', () => {
    const [figure, name, neither] = ['Exports reached 5 million euros.', 'Jane Doe worked near Paris in the summer.', 'Rivers are long.\n\nThe farmer worked near a town in the summer.'].map((text) => claimsIn(text).at(-1)!)
    expect(figure!.score).toBeGreaterThan(name!.score)
    expect(name!.score).toBeGreaterThan(neither!.score)
    expect(figure!.reasons[0]).toMatchObject({ signal: 'money', label: 'states an amount of money' })
  })
})

it('registers every signal under an id of its own with a label a person can read', () => {
  expect(new Set(signals.map(({ id }) => id)).size).toBe(signals.length)
  expect(signals.filter(({ cues }) => cues.length > 0).length).toBeLessThan(31)
  for (const { id, label } of signals) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(label).toMatch(/^[a-z].{5,}/)
  }
})

const piece = fc.constantFrom('“', '”', '"', ' ', '. ', '? ', '\n\n', '# ', '~ ', 'Jane Doe', ' said', ' rose by 5 percent', ' in 2019', ', and ', '; ', ': ', ' exceeded ', '30 – 50 million yuan', '{1}', '{2}', '中国增长', '😀', 'e\u0301', '(', ')', ' it is ', ' We must ')

describe('any text', () => {
  it('yields claims that are exactly the text they say, outside headings and furniture, in order, and the same ones again', () => {
    fc.assert(fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: fc.string() }), { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      const { document } = plain(text)
      const claims = claimsIn(text)
      claims.forEach((claim, at) => {
        ClaimDraft.parse(claim)
        expect(claim.quote).toBe(text.slice(claim.span.start, claim.span.end))
        expect(claim.quote.length).toBeGreaterThan(0)
        expect(document.blocks.some((block) => block.kind === 'paragraph' && contains(block.span, claim.span))).toBe(true)
        expect(document.blocks.some((block) => block.kind !== 'paragraph' && overlaps(block.span, claim.span))).toBe(false)
        if (claim.quotation !== null) {
          const said = claims[claim.quotation]!
          expect(said.layer).toBe('said')
          expect(contains(said.span, claim.span)).toBe(true)
        }
        const before = claims[at - 1]
        if (before) expect(before.span.start < claim.span.start || (before.span.start === claim.span.start && before.span.end >= claim.span.end)).toBe(true)
      })
      expect(claimsIn(text)).toEqual(claims)
    }))
  })

  it.each(['a, ', 'in 2019, and it was ', '“a is b” said c, ', 'x; y is z; ', '( ', '{1} ', '… ', 'It is 5, '])('does not hang on a long run of %s', (unit) => {
    expect(claimsIn(unit.repeat(100_000 / unit.length)).length).toBeGreaterThanOrEqual(0)
  })
})
