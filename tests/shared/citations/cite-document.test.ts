import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citeDocument } from '#shared/citations/cite-document.ts'
import { overlaps, textOf } from '#shared/document/document.ts'
import { readPlainText } from '#shared/document/plain-text.ts'
import { segmentDocument } from '#shared/segment/sentences.ts'

function cite(text: string) {
  const document = readPlainText(text, 'x')
  return { document, ...citeDocument(document, segmentDocument(document)) }
}
const labels = (text: string): string[] => cite(text).citations.map(({ label }) => label)
const codes = (text: string): string[] => cite(text).warnings.map(({ code }) => code)

describe('marks', () => {
  it.each([
    ['curly', 'It grew. {1} It fell. {2}\n\n{1} A.\n{2} B.'],
    ['square', 'It grew [1]. It fell.[2]\n\n[1] A.\n[2] B.'],
    ['round', 'It grew. (1) It fell (2).\n\n(1) A.\n(2) B.'],
    ['superscript', 'It grew.¹ It fell.²\n\n¹ A.\n² B.'],
    ['caret', 'It grew.[^1] It fell.[^2]\n\n[^1]: A.\n[^2]: B.'],
    ['superscript with bare definitions', 'It grew.¹ It fell.²\n\nNotes\n\n1. A.\n2. B.'],
    ['square in a list', 'It grew [1, 2].\n\n[1] A.\n[2] B.'],
  ])('%s marks join their notes', (_shape, text) => {
    const { citations, orphans, warnings } = cite(text)
    expect(citations.map(({ label, text: note }) => [label, note])).toEqual([['1', 'A.'], ['2', 'B.']])
    expect([orphans, warnings]).toEqual([[], []])
  })
  it('are no enumerations, years, insertions, list numbers or units', () => {
    expect(labels('He [sic] said [citation needed] that (1) it grew; (2) it fell in the year (2016), on 5 m² and 10² more. 1) one 2) two [W]hat?\n\nIt rose.{1}\n\n{1} A.')).toEqual(['1'])
    expect(labels('Three points: (1) growth; (2) output; and (3) rank.')).toEqual([])
    expect(labels('A list [2016] and [a] and [12] alone.')).toEqual([])
  })
  it('without any note still count when they count up', () => {
    const { citations, warnings } = cite('One. [1] Two. [2] Three. [3]')
    expect(citations.map(({ label, definition }) => [label, definition])).toEqual([['1', null], ['2', null], ['3', null]])
    expect(warnings.map(({ code }) => code)).toEqual(['missing-note', 'missing-note', 'missing-note'])
  })
  it('that are malformed are read and reported', () => expect(cite('A. {1} B. {2) C.\n\n{1} A.\n{2} B.').warnings.map(({ message }) => message)).toEqual(['The mark of note 2 is written {2), read as 2.']))
})

describe('what a mark carries', () => {
  const carried = (text: string): string[] => {
    const { document, citations } = cite(text)
    return citations.map(({ carries }) => textOf(document.text, carries))
  }
  it('reaches back to the mark before it or to the start of the paragraph', () => {
    expect(carried('One. Two. {1} Three {2}, four. {3}\n\nFive. {4}\n\n{1} A.\n{2} B.\n{3} C.\n{4} D.')).toEqual(['One. Two.', 'Three', 'four.', 'Five.'])
  })
  it('is the same stretch for marks that stand together', () => expect(carried('One. [1][2]\n\n[1] A.\n[2] B.')).toEqual(['One.', 'One.']))
})

describe('notes', () => {
  it('repeated by Ibid. chains, op. cit. and supra resolve to the note that names the work', () => {
    const { citations, warnings } = cite('A.[1] B.[2] C.[3] D.[4] E.[5] F.[6]\n\n[1] Smith, Jane. A Book. Press, 1999, p. 4.\n[2] Ibid., p. 7.\n[3] Ibid.\n[4] Doe, John. Other. Press, 2001.\n[5] Smith, op. cit., pp. 9-12.\n[6] See note 4, at 3.')
    expect(citations.map(({ ibidOf, pinpoint }) => [ibidOf, pinpoint])).toEqual([[null, 'p. 4'], ['1', 'p. 7'], ['1', null], [null, null], ['1', 'pp. 9-12'], ['4', '3']])
    expect(citations[2]!.source).toEqual(citations[0]!.source)
    expect(warnings).toEqual([{ code: 'ibid-resolved', message: 'Notes 2, 3, 5 and 6 are Ibid., resolved to 1, 1, 1 and 4.' }])
  })
  it('that begin with Ibid. are warned of', () => expect(codes('A.[1] B.[2]\n\n[1] Ibid.\n[2] Ibid.')).toEqual(['ibid-unresolved', 'ibid-unresolved']))
  it('that are missing, orphaned or defined twice are kept and warned of', () => {
    const { citations, orphans, warnings } = cite('A.{1} B.{2} C.{4}\n\n{1} One.\n{3} Three.\n{4} Four.\n{4} Again.')
    expect(citations.map(({ label, definition }) => [label, definition !== null])).toEqual([['1', true], ['2', false], ['4', true]])
    expect(orphans.map(({ label, text }) => [label, text])).toEqual([['3', 'Three.'], ['4', 'Again.']])
    expect(warnings.map(({ code }) => code)).toEqual(['duplicate-note', 'missing-note', 'orphan-note', 'orphan-note'])
  })
  it('of a section belong to the marks above them', () => {
    const { citations } = cite('A. [1]\n\n[1] First.\n\nB. [1]\n\n[1] Second.')
    expect(citations.map(({ text }) => text)).toEqual(['First.', 'Second.'])
  })
  it('written unlike the others are malformed', () => {
    const { citations } = cite('A.{1} B.{2} C.{3} D.{4}\n\n{1} One.\n{2) Two.\n[3] Three.\n{4} Four.')
    expect(citations.map(({ label, malformed }) => [label, malformed])).toEqual([['1', null], ['2', '{2)'], ['3', '[3]'], ['4', null]])
  })
})

it('every span says what it claims, whatever stands around it', () => {
  const filler = fc.constantFrom('Output grew', '中国的制造业', '👩‍🔬 said', 'cafe\u0301 fell', '“quoted”', '(2016)', 'U.S. share', '3.5 percent')
  const sentence = fc.record({ words: fc.array(filler, { minLength: 1, maxLength: 5 }), isMarked: fc.boolean() })
  const newline = fc.constantFrom('\n', '\r\n', '\r')
  fc.assert(fc.property(fc.array(fc.array(sentence, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }), newline, fc.boolean(), (paragraphs, line, hasMark) => {
    let count = 0
    const body = paragraphs.map((sentences) => sentences.map(({ words, isMarked }) => `${words.join(' ')}.${isMarked ? ` {${++count}}` : ''}`).join(' '))
    const list = Array.from({ length: count }, (_, index) => `{${index + 1}} Publisher ${index + 1}. (2019, January 23) 标题 ${index + 1}`)
    const { document, citations } = cite((hasMark ? '\uFEFF' : '') + [...body, ...list].join(line + line))
    expect(citations.map(({ label }) => label)).toEqual(Array.from({ length: count }, (_, index) => String(index + 1)))
    citations.forEach(({ mark, label, definition, text, carries, source }, index) => {
      expect(textOf(document.text, mark)).toBe(`{${label}}`)
      expect(textOf(document.text, definition!)).toBe(text)
      expect(text).toBe(`Publisher ${label}. (2019, January 23) 标题 ${label}`)
      expect(source).toMatchObject({ publisher: `Publisher ${label}`, title: `标题 ${label}`, issued: { 'date-parts': [[2019, 1, 23]] } })
      expect(carries.end).toBeLessThanOrEqual(mark.start)
      expect(textOf(document.text, carries)).not.toContain('{')
      if (index > 0) expect(overlaps(carries, citations[index - 1]!.carries)).toBe(false)
    })
  }), { numRuns: 200 })
})
