import { describe, expect, it } from 'vitest'
import { textOf, type Document } from '#shared/document/document.ts'
import { readDocument } from '#server/importers/index.ts'
import { readNotes } from '../../support/read-notes.ts'

const read = async (text: string): Promise<Document> => (await readDocument(new TextEncoder().encode(text), { name: 'draft.md' })).document
const outline = ({ blocks, text }: Document): [string, string][] => blocks.map(({ kind, span }) => [kind, textOf(text, span)])
const pairs = async (text: string): Promise<[string, string][]> => readNotes(await read(text)).citations.map(({ label, text: note }) => [label, note])

describe('Markdown as programs publish it', () => {
  it('reads notes behind a line element that has a line to itself', async () => {
    expect(await pairs('<br>\nExports grew.[^1]\n\n<span id="a"></span>\nImports fell.[^2]\n\n[^1]: One.\n[^2]: Two.\n')).toEqual([['1', 'One.'], ['2', 'Two.']])
  })
  it('reads notes in raw HTML, but not in its code and attributes', async () => {
    expect(await pairs('<div title="[^1]">\nExports grew.[^1]\n<code>[^2]</code>\n</div>\n\nImports fell.[^2]\n\n[^1]: One.\n[^2]: Two.\n')).toEqual([['1', 'One.'], ['2', 'Two.']])
  })
  it('takes the title of the front matter where level-one headings are sections', async () => {
    const document = await read('---\ntitle: "Grain and Gold"\n---\n\n# The Harvest\n\nIt grew.\n\n# The Mint\n\nIt fell.\n')
    expect([document.title, outline(document).map(([kind]) => kind)]).toEqual(['Grain and Gold', ['heading', 'paragraph', 'heading', 'paragraph']])
  })
  it('takes the heading that repeats the title of the front matter', async () => {
    expect(outline(await read('---\ntitle: Grain\n---\n\n# Grain\n\nIt grew.\n\n# The Mint\n\nIt fell.\n'))[0]).toEqual(['title', 'Grain'])
  })
  it('takes the title of the front matter where the level-one heading stands behind others', async () => {
    expect((await read('---\ntitle: Grain and Gold\n---\n\n## The Harvest\n\nIt grew.\n\n# The Mint\n\nIt fell.\n')).title).toBe('Grain and Gold')
  })
  it('reads numbers raised as programs that read print write them', async () => {
    expect(await pairs('It grew. $ ^ { 1 , 2 } $ It fell by $ 5 ^ { 2 } $ km.\n\n$$ S_1^2 = 4 $$ (3)\n\n## References\n\n1. A book.\n2. A paper.\n')).toEqual([['1', 'A book.'], ['2', 'A paper.']])
  })
  it('takes no title from a heading that names a part', async () => {
    expect((await read('---\ntitle: Grain\n---\n# Conclusion\n\nIt grew.\n')).title).toBe('Grain')
    expect((await read('## Introduction\n\nIt grew.\n')).title).toBe('draft')
    expect((await read('---\ntitle: Grain\n---\n# Introduction\n\nIt grew.\n')).title).toBe('Grain')
  })
  it('takes front matter without fences and in TOML', async () => {
    const unfenced = await read('title: Grain and Gold\nimage: a.jpg\n\nIt grew.\n')
    expect([unfenced.title, outline(unfenced)]).toEqual(['Grain and Gold', [['paragraph', 'It grew.']]])
    expect((await read('+++\ntitle = "Grain and Gold"\n+++\nIt grew.\n')).title).toBe('Grain and Gold')
  })
  it('keeps the first lines of a dialogue', async () => expect(outline(await read('Question: Did it grow?\nAnswer: It did.\n\nIt grew.\n'))).toEqual([['paragraph', 'Question: Did it grow? Answer: It did.'], ['paragraph', 'It grew.']]))
  it('leaves out tags of templates and classes of blocks, and keeps their captions', async () => {
    expect(outline(await read('{% include toc.html %}\n\n## The Harvest {#harvest .wide}\n\nIt grew.\n{: .lead}\n\n{% include figure.html\n  file="a.png" caption="Figure 1: The *harvest* by year." %}\n\n{{< figure src="b.png" caption="Figure 2: The mint." >}}\n\n::: {.note}\nIt fell.\n:::\n')))
      .toEqual([['title', 'The Harvest'], ['paragraph', 'It grew.'], ['caption', 'Figure 1: The harvest by year.'], ['caption', 'Figure 2: The mint.'], ['paragraph', 'It fell.']])
  })
  it('keeps the words of an image without an address as a caption', async () => {
    expect(outline(await read('It grew.\n\n![Figure 1. The harvest. (Source: Example)]\n\n![a]: It fell. ![b][c]\n\n[c]: https://example.org/c.png\n'))).toEqual([['paragraph', 'It grew.'], ['caption', 'Figure 1. The harvest. (Source: Example)'], ['paragraph', '![a]: It fell.']])
  })
  it('reads words with a class as words, and those in the margin as notes', async () => {
    expect(await pairs('It [grew]{.smallcaps}.[So *they* say.]{.aside} It fell.[It did.]{.column-margin}\n')).toEqual([['1', 'So they say.'], ['2', 'It did.']])
    expect(outline(await read('It [grew]{.smallcaps #a} by x[1]{2} and [a]{b} and [its source](https://example.org){:target="_blank"}.\n'))).toEqual([['paragraph', 'It grew by x[1]{2} and [a]{b} and its source.']])
  })
  it('keeps such signs in code and in a sentence', async () => {
    expect(outline(await read('```\n{% include toc.html %}\n```\n\nWrite `{: .x}` or {% now %} here.\n'))).toEqual([['code', '{% include toc.html %}'], ['paragraph', 'Write {: .x} or {% now %} here.']])
  })
  it('reads formulas set apart and highlighted code as code', async () => {
    expect(outline(await read('It follows:\n\n$$F = \\frac{a}{b}$$\n\n{% highlight r %}\nx <- 1\n{% endhighlight %}\n\nIt cost $5 and $6.\n'))).toEqual([['paragraph', 'It follows:'], ['code', '$$F = \\frac{a}{b}$$'], ['code', 'x <- 1'], ['paragraph', 'It cost $5 and $6.']])
  })
})

describe('slips in writing notes', () => {
  it('reads a note that is a list whose points are not indented', async () => {
    const document = await read('It grew.[^1] It fell.[^2]\n\n[^1]: - Smith 2001, p. 3\n- Doe 2002, p. 4\n- Roe 2003\n\n[^2]: - Poe 2004\n')
    expect(readNotes(document).citations.map(({ label, text }) => [label, text])).toEqual([['1', 'Smith 2001, p. 3; Doe 2002, p. 4; Roe 2003'], ['2', 'Poe 2004']])
  })
  it('parts a definition that stands within the line of another', async () => {
    expect(await pairs('It grew.[^1] It fell.[^2]\n\n[^1]: One. [^2]: Two.\n')).toEqual([['1', 'One.'], ['2', 'Two.']])
  })
  it('reads a label with a stray sign', async () => expect(await pairs('It grew.[^18]\n\n[^18)]: One.\n')).toEqual([['18', 'One.']]))
  it('reads a mark that lost its brackets', async () => expect(await pairs('It grew to 500 million guests.^9 It fell.[^1]\n\n[^1]: One.\n[^9]: Two.\n')).toEqual([['9', 'Two.'], ['1', 'One.']]))
  it.each([
    ['a power', 'It grew by 10.^2 It fell.[^1]\n\n[^1]: One.\n[^2]: Two.\n'],
    ['a power of a name', 'It holds that a^2 grew.[^1]\n\n[^1]: One.\n[^2]: Two.\n'],
    ['a label that is marked elsewhere', 'It grew.^2 It fell.[^1] It rose.[^2]\n\n[^1]: One.\n[^2]: Two.\n'],
    ['a reference within a note', 'It grew.[^1]\n\n[^1]: One, see also [^2]: it is longer.\n[^2]: Two.\n'],
  ])('leaves %s', async (_what, text) => {
    expect((await pairs(text)).map(([label]) => label)).toEqual(text.includes('It rose') ? ['1', '2'] : ['1'])
  })
})
