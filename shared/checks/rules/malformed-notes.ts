import type { Check } from '../check.ts'

/** Notes whose printed label is not closed or opened as the others are, `{19)` among `{18}` and `{20}`. */
export const malformedNotes: Check = {
  id: 'malformed-notes',
  title: 'Malformed note',
  surfaces: 'Notes whose label is not printed as the other labels are, so that a reader or a program may miss them.',
  why: 'A label that is not closed properly can lose its link in print or on the web, and the claims it carries then stand without a source.',
  limits: 'It compares brackets only. It does not see a label with a wrong number, and it says nothing about a list of notes in which every label is printed differently.',
  severity: 'doubt',
  needs: ['citations'],
  stage: 'stable',
  examples: [
    { text: 'Sales doubled in 2019. {1} Profits fell by a third in 2020. {2}\n\n{1} Annual report 2019\n{2) Annual report 2020', finds: ['{2)'] },
    { text: 'The bridge opened in 1932. [1] It carries eight lanes of traffic. [2] It was closed in 2011. [3]\n\n[1] City archive\n(2] Road agency\n[3] Daily paper', finds: ['(2]'] },
    { text: 'Sales doubled in 2019. {1} Profits fell by a third in 2020. {2}\n\n{1} Annual report 2019\n{2} Annual report 2020', finds: [] },
    { text: 'The bridge opened in 1932. It carries eight lanes (four each way) of traffic.', finds: [] },
  ],
  find({ analysis }) {
    const { text } = analysis.document
    const seen = new Set<number>()
    return analysis.citations.flatMap((citation) => {
      if (citation.malformed === null || citation.definition === null) return []
      // The definition's span may begin before or after the label: the label is the last such opening at or before the note's own words.
      const start = text.lastIndexOf(citation.malformed, citation.definition.start)
      if (start < 0 || seen.has(start)) return []
      seen.add(start)
      return [{
        primary: { start, end: start + citation.malformed.length },
        related: [{ span: citation.mark, note: `Note ${citation.label} is called here` }],
        values: { label: citation.label, printed: citation.malformed, mark: text.slice(citation.mark.start, citation.mark.end) },
      }]
    })
  },
  word: ({ values }) => ({
    what: `Note ${values.label} is labelled “${values.printed}” in the list of notes; in the text it is called “${values.mark}”.`,
    todo: `Ask for the label to be printed as “${values.mark}”, and make sure that it is note ${values.label} that is meant.`,
  }),
}
