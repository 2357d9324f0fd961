import { describe, expect, it } from 'vitest'
import { textOf } from '#shared/document/document.ts'
import { isWikitext, wikitextToMarkdown } from '#shared/document/wikitext.ts'
import { readDocument } from '#server/importers/index.ts'
import { readNotes } from '../../support/read-notes.ts'

const read = async (text: string) => {
  const { document } = await readDocument(new TextEncoder().encode(text), { name: 'paste.txt' })
  return { document, ...readNotes(document), outline: document.blocks.map(({ kind, span }) => [kind, textOf(document.text, span)]) }
}
const ARTICLE = `{{Short description|A town}}
{{Infobox town
| name = Grainport
| population = {{formatnum:12000}}
}}
'''Grainport''' is a [[town|port town]] on the [[Coast]].<ref name="Doe">{{cite book |last=Doe |first=Jane |title=Grain and Gold |year=2001 |publisher=Example Press |location=London |page=12 |isbn=0-19-501496-0}}</ref> It had {{convert|5|km|mi}} of walls{{efn|So the chronicle.<ref>Roe, ''Chronicle'', 3.</ref>}} and {{circa|1400}} a mint.<ref name=Doe /><ref>{{cite web |title=The mint |url=https://example.org/mint |website=Mint News |date=3 May 2019 |access-date=2020-01-02}}</ref>

== History ==
[[File:Port.jpg|thumb|left|The port in 1900.{{sfn|Roe|Poe|1990|pp=3–5}}]]
In 1900 the ''harvest'' failed.<ref name="later"/>{{rp|7}}

{| class="wikitable"
|-
! Year !! Tons
|-
| 1900 || style="color:red" | 12
|}

== References ==
{{reflist|refs=
<ref name="later">{{cite journal |author=Poe, A. |title=The failure |journal=Journal of Grain |volume=3 |issue=2 |pages=4–9 |date=1995 |doi=10.1000/xyz}}</ref>
}}
[[Category:Towns]]
`

describe('wikitext', () => {
  it('is read as the wiki shows it', async () => {
    const { document, outline } = await read(ARTICLE)
    expect(document.title).toBe('Grainport')
    expect(outline.filter(([kind]) => kind !== 'note')).toEqual([
      ['paragraph', 'Grainport is a port town on the Coast.1 It had 5 km of walls2 and c. 1400 a mint.13'], ['heading', 'History'], ['caption', 'The port in 1900.4'], ['paragraph', 'In 1900 the harvest failed.5'],
      ['table', 'Year\tTons'], ['table', '1900\t12'], ['heading', 'References'],
    ])
  })
  it('keeps every note with its reference in words', async () => {
    const { citations } = await read(ARTICLE)
    expect(citations.map(({ label, text }) => [label, text])).toEqual([
      ['1', 'Doe, Jane (2001). Grain and Gold. London: Example Press. p. 12. ISBN 0-19-501496-0.'], ['2', 'So the chronicle. (Roe, Chronicle, 3.)'], ['1', 'Doe, Jane (2001). Grain and Gold. London: Example Press. p. 12. ISBN 0-19-501496-0.'],
      ['3', '"The mint". Mint News. 3 May 2019. Retrieved 2020-01-02. https://example.org/mint'], ['4', 'Roe & Poe 1990, pp. 3–5.'], ['5', 'Poe, A. (1995). "The failure". Journal of Grain. 3 (2): 4–9. doi:10.1000/xyz.'],
    ])
    expect(citations.map(({ source }) => [source?.title, source?.issued?.['date-parts']?.[0]?.[0]])).toEqual([['Grain and Gold', 2001], [expect.anything(), undefined], ['Grain and Gold', 2001], ['The mint', 2019], [undefined, 1990], ['The failure', 1995]])
  })
  it.each([
    ['a template of a program', 'Dear {{ name }},\n\nit grew [[1]] and fell.\n\n{{ signature }}'], ['notes in brackets of their own', 'It grew.[[1]] It fell.[[2]]\n\n[[1]] A book.\n[[2]] A paper.'],
    ['Markdown with links between notes', '## Grain\n\nIt grew, see [[Mint]].<ref>A book.</ref>'], ['a line of equals signs', 'Grain\n=====\n\nIt grew.'], ['notes in the element of a wiki alone', 'It grew.<ref>A book.</ref> It fell.'],
  ])('is not %s', (_what, text) => expect(isWikitext(text)).toBe(false))
  it('takes braces that never close, and many of them, in its stride', () => {
    for (const text of ['{{cite web|'.repeat(20_000), '[[a|'.repeat(20_000), `${'<ref name="a">'.repeat(20_000)}[[a]]`, '{|\n'.repeat(20_000)]) {
      const started = performance.now()
      wikitextToMarkdown(text)
      expect(performance.now() - started).toBeLessThan(2_000)
    }
  })
})
