import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CslItem } from '#shared/citations/citation.ts'
import { parseNote } from '#shared/citations/parse-note.ts'

const issued = (...parts: number[]) => ({ issued: { 'date-parts': [parts] } })

describe('the work a note names', () => {
  it.each<[string, Partial<CslItem>]>([
    ['World Economic Forum. (2019, January 23) China a Committed Partner', { publisher: 'World Economic Forum', title: 'China a Committed Partner', ...issued(2019, 1, 23) }],
    ['(2015, June 24) Notice of the General Office on a Group', { title: 'Notice of the General Office on a Group', ...issued(2015, 6, 24) }],
    ['Xinhua. (2017, October) Miao Wei: “Made in China 2025” has formed', { publisher: 'Xinhua', title: 'Miao Wei: “Made in China 2025” has formed', ...issued(2017, 10) }],
    ['Smith, J. A., & Doe, R. (2019). The growth of output. Journal of Growth, 3(2), 4–5.', { author: [{ family: 'Smith', given: 'J. A.' }, { family: 'Doe', given: 'R.' }], title: 'The growth of output', 'container-title': 'Journal of Growth', ...issued(2019) }],
    ['Jane Smith, “The Growth of Output,” The Economist, March 3, 2018, p. 12.', { author: [{ family: 'Smith', given: 'Jane' }], title: 'The Growth of Output', 'container-title': 'The Economist', page: '12', ...issued(2018, 3, 3) }],
    ['Jane Smith, The Growth of Output (New York: Penguin, 2018), 45.', { ...issued(2018) }],
    ['“Output falls”, Reuters, 5 May 2020, https://example.org/a/b?c=1 (accessed 6 June 2021).', { title: 'Output falls', 'container-title': 'Reuters', URL: 'https://example.org/a/b?c=1', ...issued(2020, 5, 5) }],
    ['https://www.cbo.gov/publication/49910', { type: 'webpage', URL: 'https://www.cbo.gov/publication/49910' }],
    ['Lee, K. (2020). A study. doi:10.1000/xyz123', { DOI: '10.1000/xyz123', ...issued(2020) }],
    ['人民日报，《关于科技创新》，2016年3月30日', { title: '关于科技创新', ...issued(2016, 3, 30) }],
    ['Bain 2006, p. 69.', { author: [{ family: 'Bain' }], page: '69', ...issued(2006) }],
    ['"Medal strike rate – Final count" (PDF). Statistics New Zealand. 30 August 2016. Archived from the original on 2 May 2018.', { title: 'Medal strike rate – Final count', 'container-title': 'Statistics New Zealand', ...issued(2016, 8, 30) }],
    ['Email interview with Steve Marquess', { title: 'Email interview with Steve Marquess' }],
  ])('%s', (note, expected) => expect(parseNote(note)).toMatchObject(expected))

  it('is nothing for an empty note', () => expect(parseNote('  . ')).toBeNull())
  it('has no date out of range', () => expect(parseNote('X. (2019, January 77) Y')?.issued).not.toEqual({ 'date-parts': [[2019, 1, 77]] }))
  it('is a valid item for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (note) => {
      const item = parseNote(note)
      if (item) expect(CslItem.safeParse(item).success).toBe(true)
    }), { numRuns: 300 })
  })
})
