import { expect, test } from 'vitest'
import type { Citation } from '#shared/citations/citation.ts'
import { malformedNotes } from '#shared/checks/rules/malformed-notes.ts'
import { analysisOf, testContext } from '../analysis-of.ts'

const text = 'A {1} and B {2}.\n\n{1} First\n{2) Second'
const citation = (over: Partial<Citation>): Citation => ({
  label: '2', mark: { start: 12, end: 15 }, definition: { start: 32, end: 38 }, text: 'Second', malformed: '{2)', ibidOf: null, pinpoint: null, carries: { start: 0, end: 12 }, source: null, ...over,
})
const find = (citations: Citation[]) => malformedNotes.find({ analysis: analysisOf(text, [], { citations }), context: testContext })

test('boxes the label as printed, whether the definition’s span holds it or begins after it', () => {
  for (const start of [text.indexOf('{2)'), text.indexOf('Second')]) {
    const [hit] = find([citation({ definition: { start, end: text.length } })])
    expect(text.slice(hit!.primary.start, hit!.primary.end)).toBe('{2)')
    expect(malformedNotes.word(hit!).what).toBe('Note 2 is labelled “{2)” in the list of notes; in the text it is called “{2}”.')
  }
})
test('a malformed note called twice is one finding; a well-formed one is none', () => {
  expect(find([citation({}), citation({ mark: { start: 2, end: 5 } })])).toHaveLength(1)
  expect(find([citation({ malformed: null })])).toEqual([])
})
