import { describe, expect, it } from 'vitest'
import { carriedStretches } from '#shared/citations/stretches.ts'
import { cite, labels } from './cite.ts'

const notes = (count: number): string => Array.from({ length: count }, (_, index) => `\n\n[${index + 1}] Source ${index + 1}, 2001.`).join('')

describe('what looks like a mark', () => {
  it.each([
    'He [sic] said [citation needed] that [w]hat he [a]sked […] was [...] so', '5 m² and 10⁶ and x² and H₂O and SO₄²⁻ and 1⁄2 and ¹⁄₄', 'Three points: 1) one, 2) two and (1) three, (2) four', 'At [10:30] in [2016] by [2.0.1] and [tools]',
    'See John 3:16 and [0, 1] and [1, 2016] and G20', 'E = mc² and a² + b² = c²',
    'The cells a[1] and x[2] and f{1} hold', 'The set {1} and {1, 2} and (1) hold', 'Some 10⁻³ of ¹⁴C and ²³⁵U', 'Section 2(1)(a) and Art. 5 (2) apply',
  ])('is none: %s', (words) => {
    expect(labels(`${words}. It grew.[1] It fell.[2]${notes(2)}`)).toEqual(['1', '2'])
    expect(labels(`It grew.¹ It fell.² ${words}.\n\n¹ Source, 2001.\n\n² Source, 2002.`)).toEqual(['1', '2'])
  })
  it('lettered notes are marked by letters that stand alone', () => {
    expect(labels('It [a]te and gre[w] much.[a] It fell.[1]\n\n[a] A remark on it.\n\n[1] Source, 2001.')).toEqual(['a', '1'])
  })
})

describe('marks', () => {
  it('in lists and ranges have each its own part of what is printed', () => {
    const { document, citations } = cite(`It grew [2–4]. It fell [5, 6].[1]${notes(6)}`)
    expect(citations.map(({ label, mark }) => [label, document.text.slice(mark.start, mark.end)])).toEqual([['2', '[2'], ['3', '–'], ['4', '4]'], ['5', '[5'], ['6', ', 6]'], ['1', '[1]']])
  })
  it('with a dash between them stand for those between', () => {
    expect(labels(`It grew.[1]–[4] It fell.[2]${notes(4)}`)).toEqual(['1', '2', '3', '4', '2'])
  })
  it('may be signs', () => {
    expect(labels('Output grew.* It *did* fall.† It rose.‡\n\n* First source, 2001.\n\n† Second source, 2002.\n\n‡ Third source, 2003.')).toEqual(['*', '†', '‡'])
  })
  it('raised may be lists too', () => {
    expect(labels(`It grew.¹⁻³ It fell.²,⁴\n\n${[1, 2, 3, 4].map((number) => `${number}. Source ${number}, 2001.`).join('\n')}`)).toEqual(['1', '2', '3', '2', '4'])
  })
  it('may have lost a bracket, and are told of', () => {
    const { citations, warnings } = cite(`It grew.[1] It fell.[2 It rose.3] It stood.[4]${notes(4)}`)
    expect(citations.map(({ label }) => label)).toEqual(['1', '2', '3', '4'])
    expect(warnings.map(({ message }) => message)).toEqual(['The mark of note 2 is written [2, read as 2.', 'The mark of note 3 is written 3], read as 3.'])
  })
  it('may say where in the work', () => {
    const { citations } = cite(`It grew [1, p. 12]. It fell [2, pp. 14–5].[3]:7 It rose.[4]: 9–11 It stood [5: 12] by 5%.${notes(5)}`)
    expect(citations.map(({ label, pinpoint }) => [label, pinpoint])).toEqual([['1', 'p. 12'], ['2', 'pp. 14–5'], ['3', '7'], ['4', '9–11'], ['5', '12']])
  })
  it('may be names that the list of sources gives them', () => {
    const { citations, orphans } = cite('It grew [RFC2119]. It fell [Smi19, p. 3], he [sic] said of [Tools] and [RFC1].\n\nReferences\n\n[RFC2119]  First source, 2001.\n\n[Smi19] Second source, 2002.')
    expect([citations.map(({ label, pinpoint, text }) => [label, pinpoint, text]), orphans]).toEqual([[['RFC2119', null, 'First source, 2001.'], ['Smi19', 'p. 3', 'Second source, 2002.']], []])
  })
  it('may be circled, or raised by a sign', () => {
    expect(labels('It grew.① It fell.②\n\n① Source 1, 2001.\n② Source 2, 2002.')).toEqual(['1', '2'])
    expect(labels('It grew.^1 It fell by x^2 or 2^3.^2\n\n^1 Source 1, 2001.\n^2 Source 2, 2002.')).toEqual(['1', '2'])
  })
  it('whose notes share a line are joined each to its own', () => {
    const { citations } = cite('It grew.[1] It fell.[2] It rose.[3]\n\nNotes\n\n1. Smith, Growth (2001), 2. 2. Doe, Prices (2002), 4. 3. Roe, Wages (2003).')
    expect(citations.map(({ text }) => text)).toEqual(['Smith, Growth (2001), 2.', 'Doe, Prices (2002), 4.', 'Roe, Wages (2003).'])
  })
  it('whose note is missing count up to the last note', () => {
    expect(cite('It grew.[1] It fell.[2] It rose.[3]\n\n[1] Source 1, 2001.\n\n[2] Source 2, 2001.\n\n[4] Source 4, 2001.').citations.map(({ label, definition }) => [label, definition !== null])).toEqual([['1', true], ['2', true], ['3', false]])
  })
  it('are joined within their chapter where the notes of all chapters stand at the end', () => {
    const { citations, warnings } = cite('One\n\nIt grew.[1] It fell.[2]\n\nTwo\n\nIt rose.[1] It stood.[2]\n\nNotes\n\n[1] Source A, 2001.\n[2] Source B, 2001.\n\n[1] Source C, 2001.\n[2] Source D, 2001.')
    expect(citations.map(({ text }) => text.slice(0, 8))).toEqual(['Source A', 'Source B', 'Source C', 'Source D'])
    expect(warnings).toEqual([])
  })
  it('are joined to the note at the end of their chapter, where chapters have one note each', () => {
    const { citations, orphans } = cite('One\n\nIt grew.[1]\n\n[1] Source A, 2001.\n\nTwo\n\nIt fell.[1] It rose.[2]\n\n[1] Source B, 2001.\n\n[2] Source C, 2001.\n\nThree\n\nIt stood.[1]\n\n[1] Source D, 2001.')
    expect([citations.map(({ text }) => text.slice(0, 8)), orphans]).toEqual([['Source A', 'Source B', 'Source C', 'Source D'], []])
  })
  it('may be left at their words, as copied from print', () => {
    expect(labels('The staff,1 all 18 of them, knew.2 In No.3 of 2019 it said so.3\n\nNotes\n\n1. First source, 2001.\n\n2. Second source, 2002.\n\n3. Third source, 2003.')).toEqual(['1', '2', '3'])
  })
})

describe('what a mark carries', () => {
  it.each<[string, string, string[]]>([
    ['back to the mark before, over sentences', 'One. Two.[1] Three. Four.[2]', ['One. Two.', 'Three. Four.']],
    ['its own part of a sentence', 'One. It grew by 4%,[1] and fell by 2%.[2]', ['It grew by 4%,', 'and fell by 2%.']],
    ['each place of a list', 'They live in Spain,[1] France,[2] and Italy.[3]', ['They live in Spain,', 'France,', 'and Italy.']],
    ['a clause only, in the middle of it', 'In 1999, he paid ten times[1] what he owed.[2]', ['he paid ten times', 'what he owed.']],
    ['a clause that no comma of a number and no closed bracket starts', 'They built up to 200,000 tons[1] yearly. With 15 km (9 mi) of coast[2] and some, as at John 3:16[3] and after.', ['They built up to 200,000 tons', 'With 15 km (9 mi) of coast', 'as at John 3:16']],
    ['what it brings in before a colon', 'As Smith notes:[1] it grew. It fell.[2]', ['As Smith notes:[1] it grew.', 'It fell.']],
    ['what stands behind the pages of the mark before, set apart', 'It grew.[1]: 12 It fell.[2]', ['It grew.', 'It fell.']],
    ['what stands behind the pages of the mark before', 'It grew.[1]:12 It fell.[2]', ['It grew.', 'It fell.']],
    ['an aside, in brackets or between dashes', 'They left early (as they had before[1]), and the rest—by far the most[2]—stayed on.', ['as they had before', 'by far the most']],
    ['the same, together', 'One.[1][2] Two [3, 4].', ['One.', 'One.', 'Two', 'Two']],
    ['a quotation, behind its closing mark or in it', 'He said “it grew.”[1] She said “it fell.[2]” Then all left.[3]', ['He said “it grew.”', 'She said “it fell.', 'Then all left.']],
    ['what a source is brought in to say', 'One. Schoolcraft affirms[1] that it grew. According to a report[2] of 1999 it fell.', ['Schoolcraft affirms[1] that it grew.', 'According to a report[2] of 1999 it fell.']],
    ['and the quotation below that it brings in', 'La Hontan[1] says:\n\n“It grew very much.”\n\nTwo.[2]', ['La Hontan[1] says:\n\n“It grew very much.”', 'Two.']],
    ['a Chinese sentence', '产量增长了。[1] 价格下降了。[2]', ['产量增长了。', '价格下降了。']],
  ])('%s', (_what, words, carried) => expect(cite(`${words}${notes(carried.length)}`).carried).toEqual(carried))

  it('the paragraph above, where the format put the mark on a line of its own', () => {
    const text = 'It grew very much.\n\n1'
    const [above, mark] = [{ start: 0, end: 18 }, { start: 20, end: 21 }]
    const document = { title: '', text, blocks: [{ kind: 'paragraph' as const, span: above }, { kind: 'paragraph' as const, span: mark }], marks: [], warnings: [] }
    expect(carriedStretches(document, [], [{ span: mark, block: 1 }])).toEqual([above])
  })
})
