import { describe, expect, it } from 'vitest'
import { textOf, type ChangesView, type Document } from '#shared/document/document.ts'
import { odt } from '#server/importers/odt.ts'
import { odtNote, writeOdt } from '../../support/write-odt.ts'
import { readNotes } from '../../support/read-notes.ts'

const read = async (text: string, { view = 'accepted' as ChangesView, styles = '' } = {}): Promise<Document> => odt.read(writeOdt({ text, styles }), { name: 'draft.odt', view })
const blocksOf = ({ text, blocks }: Document): [string, string][] => blocks.map(({ kind, level, span }) => [`${kind}${level ?? ''}`, textOf(text, span)])
const p = (content: string, style = ''): string => `<text:p${style && ` text:style-name="${style}"`}>${content}</text:p>`
const by = (who: string): string => `<office:change-info><dc:creator>${who}</dc:creator><dc:date>2024-05-01T10:00:00</dc:date></office:change-info>`

describe('an OpenDocument text', () => {
  it('gives headings, lists, quotations, captions and tables', async () => {
    const styles = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/><style:style style:name="P2" style:family="paragraph" style:parent-style-name="Title"/>'
    const cell = (words: string): string => `<table:table-cell>${p(words)}</table:table-cell>`
    const text = p('The Plan', 'P2') + '<text:h text:outline-level="2">One</text:h>' + p('It grew.') + p('“It did.”', 'P1') + `<text:list><text:list-item>${p('A point')}<text:list><text:list-item>${p('Below it')}</text:list-item></text:list></text:list-item></text:list>`
      + `<table:table><table:table-row>${cell('Year')}${cell('Output')}</table:table-row><table:table-row>${cell('2019')}${cell('5.1')}</table:table-row></table:table>`
    const document = await read(text, { styles })
    expect(blocksOf(document)).toEqual([['title', 'The Plan'], ['heading2', 'One'], ['paragraph', 'It grew.'], ['quote', '“It did.”'], ['list-item', 'A point'], ['list-item', 'Below it'], ['table', 'Year\tOutput'], ['table', '2019\t5.1']])
    expect(document.title).toBe('The Plan')
  })
  it('counts white space as the format does', async () => {
    expect((await read(p('\n  It <text:span> grew </text:span> in<text:s text:c="2"/>May,<text:tab/>by\n 5<text:line-break/>points. '))).text).toBe('It grew in  May,\tby 5\npoints.')
  })
  it('joins notes of both kinds to their marks, as the file labels them', async () => {
    const document = await read(p(`It grew${odtNote(1, 'A book.')} and fell${odtNote(7, 'At the end.', 'endnote').replace('>7<', '>i<')}.`))
    expect(document.text).toBe('It grew1 and felli.\n\nA book.\n\nAt the end.')
    expect(readNotes(document).citations.map(({ label, text }) => [label, text])).toEqual([['1', 'A book.'], ['i', 'At the end.']])
  })
  it('reads tracked changes in both views', async () => {
    const text = `<text:tracked-changes><text:changed-region text:id="i"><text:insertion>${by('A')}</text:insertion></text:changed-region><text:changed-region text:id="d"><text:deletion>${by('B')}${p('rose')}</text:deletion></text:changed-region></text:tracked-changes>`
      + p('Output <text:change text:change-id="d"/><text:change-start text:change-id="i"/>fell<text:change-end text:change-id="i"/> in 2019.')
    const accepted = await read(text)
    expect([accepted.text, accepted.changes]).toEqual(['Output fell in 2019.', [
      { kind: 'deletion', span: { start: 6, end: 6 }, text: 'rose', author: 'B', at: '2024-05-01T10:00:00' },
      { kind: 'insertion', span: { start: 7, end: 11 }, text: 'fell', author: 'A', at: '2024-05-01T10:00:00' },
    ]])
    expect((await read(text, { view: 'original' })).text).toBe('Output rose in 2019.')
  })
  it('joins paragraphs that an insertion parted, in the view before it', async () => {
    const text = `<text:tracked-changes><text:changed-region text:id="i"><text:insertion>${by('A')}</text:insertion></text:changed-region></text:tracked-changes>`
      + p('It grew.<text:change-start text:change-id="i"/> More.') + p('And more.<text:change-end text:change-id="i"/> It fell.')
    expect(blocksOf(await read(text))).toEqual([['paragraph', 'It grew. More.'], ['paragraph', 'And more. It fell.']])
    expect(blocksOf(await read(text, { view: 'original' }))).toEqual([['paragraph', 'It grew. It fell.']])
  })
  it('takes a counted list under a heading for notes, which typed marks answer', async () => {
    const styles = '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>'
    const document = await read(p('It grew.[1] It fell.[2]') + '<text:h text:outline-level="1">References</text:h>' + `<text:list text:style-name="L1"><text:list-item>${p('Smith, A book, 2001.')}</text:list-item><text:list-item>${p('Jones, A page, 2002.')}</text:list-item></text:list>`, { styles })
    expect(readNotes(document).citations.map(({ label, text }) => [label, text])).toEqual([['1', 'Smith, A book, 2001.'], ['2', 'Jones, A page, 2002.']])
  })
  it('keeps comments on their words', async () => {
    const document = await read(p('Output <office:annotation office:name="a"><dc:creator>A</dc:creator><dc:date>2024-01-01T00:00:00</dc:date><text:p>Source?</text:p></office:annotation>grew<office:annotation-end office:name="a"/>.'))
    expect([document.text, document.comments!.map(({ span, ...comment }) => ({ on: textOf(document.text, span), ...comment }))]).toEqual(['Output grew.', [{ on: 'grew', text: 'Source?', author: 'A', at: '2024-01-01T00:00:00' }]])
  })
  it('reads frames behind their paragraph, sets generated lists aside, tells of pictures', async () => {
    const document = await read(`<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents</text:index-title-template></text:table-of-content-source><text:index-body>${p('One 3')}</text:index-body></text:table-of-content>`
      + p('It <draw:frame><draw:text-box><text:p>A box.</text:p></draw:text-box></draw:frame>grew.<draw:frame><draw:image/><svg:desc>A map</svg:desc></draw:frame>') + p('It fell.'))
    expect(blocksOf(document)).toEqual([['furniture', 'One 3'], ['paragraph', 'It grew.'], ['paragraph', 'A box.'], ['paragraph', 'It fell.']])
    expect(document.warnings.map(({ message }) => message)).toEqual(['A picture (“A map”) is left out; what it shows is not read. It stands by the words “It grew.”.'])
  })
})
