import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf } from '#shared/document/document.ts'
import { isFurniture } from '#shared/document/furniture.ts'
import { normaliseText } from '#shared/document/normalise.ts'
import { readNoteOpening } from '#shared/document/note-opening.ts'
import { blocksOfPlainText, readPlainText } from '#shared/document/plain-text.ts'

const outline = (text: string): [string, string][] => {
  const document = readPlainText(text, 'file name')
  return document.blocks.map(({ kind, span }) => [kind, textOf(document.text, span)])
}

describe('normalising', () => {
  it('drops a byte order mark at the start and nowhere else', () => expect(normaliseText('\uFEFFa\uFEFFb')).toBe('a\uFEFFb'))
  it('turns CRLF and CR into LF', () => expect(normaliseText('a\r\nb\rc\n\r\nd')).toBe('a\nb\nc\n\nd'))
  it('changes nothing else: combining accents, no-break spaces, tabs, trailing spaces stay', () => expect(normaliseText('e\u0301 \u00A0\t👩‍🔬  \n')).toBe('e\u0301 \u00A0\t👩‍🔬  \n'))
})

describe('blocks of plain text', () => {
  it('part a heading from text right below the line that is drawn under it', () => {
    expect(outline('The Plan\n\nThe Costs\n---------\nIt grew.\nIt fell.\n\nIt stood.')).toEqual([['title', 'The Plan'], ['heading', 'The Costs'], ['paragraph', 'It grew.\nIt fell.'], ['paragraph', 'It stood.']])
  })
  it('know a heading by the signs that Markdown, AsciiDoc and wikis set before it', () => {
    expect(outline('# The Plan\n\nIt grew.\n\n## The Costs\nIt fell.\n\n[[here]]\n=== The Mills\n\nIt stood.\n\n== The Sea ==\n\nIt rose.')).toEqual([
      ['title', 'The Plan'], ['paragraph', 'It grew.'], ['heading', 'The Costs'], ['paragraph', 'It fell.'], ['furniture', '[[here]]'], ['heading', 'The Mills'], ['paragraph', 'It stood.'], ['heading', 'The Sea'], ['paragraph', 'It rose.'],
    ])
  })
  it.each(['# it grew\n# and fell', '#bread is dear', '= x + 1, he said.', '## It grew, and it fell.'])('know none by signs that mean something else: %s', (text) => {
    expect(outline(`The Plan\n\n${text}\n\nIt stood.`).map(([kind]) => kind)).toEqual(['title', 'paragraph', 'paragraph'])
  })
  it.each(['It grew and\n-----------------------------\nit fell.', 'Bread  Milk\n-----------\n1 2', 'It grew\nand then\n--------\nit fell.'])('take no line across a paragraph for the one below a heading: %s', (text) => {
    expect(outline(`The Plan\n\n${text}`).map(([kind]) => kind)).toEqual(['title', 'paragraph'])
  })
  it('are paragraphs by blank lines, headings by shape, and the first heading is the title', () => {
    expect(outline('Skip to content\n\nThe Plan and Its Critics\n\nOutput grew in 2019.\n\nWhat Came After\n\nIt fell again.')).toEqual([
      ['furniture', 'Skip to content'], ['title', 'The Plan and Its Critics'], ['paragraph', 'Output grew in 2019.'], ['heading', 'What Came After'], ['paragraph', 'It fell again.'],
    ])
  })
  it('join hand-wrapped lines and keep unwrapped lines apart', () => {
    expect(outline('One line that\ngoes on here.\n\nNext.')).toEqual([['paragraph', 'One line that\ngoes on here.'], ['paragraph', 'Next.']])
    const long = 'A paragraph on one line that is much longer than anybody would wrap by hand, since it goes on and on, past any margin there is.'
    expect(outline(`${long}\nAnother line.`)).toEqual([['paragraph', long], ['paragraph', 'Another line.']])
  })
  it('know list items, underlined headings, quotations and captions', () => {
    expect(outline('Scope\n=====\n\nText here.\n\n- one thing\n- another\n  thing\n\n> quoted words\n\nFigure 2: Output by year.\n\nEnd.').map(([kind]) => kind)).toEqual(['title', 'paragraph', 'list-item', 'list-item', 'quote', 'caption', 'paragraph'])
  })
  it('are quotations where every line is set off from the margin, unless a point of a list or a term stands above', () => {
    expect(outline('He said\nas follows:\n\n  It grew and\n  it fell.\n\n  It stood.\n\nThat was all.').map(([kind]) => kind)).toEqual(['paragraph', 'quote', 'quote', 'paragraph'])
    expect(outline('Points:\n\n* It grew.\n\n  It grew more\n  than that.\n\nTerm\n   What it means.\n\n   More of\n   it.').map(([kind]) => kind)).toEqual(['paragraph', 'list-item', 'paragraph', 'paragraph', 'paragraph'])
  })
  it('take no question, by-line, last line or numbered list for a heading', () => {
    expect(outline('Is it true?\n\nBy Jane Doe\n\n1. One\n\n2. Two\n\nThe end').map(([kind]) => kind)).toEqual(['paragraph', 'paragraph', 'list-item', 'list-item', 'paragraph'])
  })
  it.each(['Introduction', '1. Executive Summary', 'Key findings'])('have no title in a heading that names a part: %s', (heading) => expect(readPlainText(`${heading}\n\nIt grew. It fell.\n\nA Heading\n\nMore.`, 'file name').title).toBe('file name'))
  it('have the title that a library gives before the book', () => {
    expect(readPlainText('The Project Gutenberg eBook of Grain, by Jane Doe\n\nTitle: Grain and Gold\n       A Study of the Coast\n\nAuthor: Jane Doe\n\n*** START OF THE PROJECT GUTENBERG EBOOK GRAIN ***\n\nIt grew. It fell.\n\nEnd of it all.', 'file name').title).toBe('Grain and Gold A Study of the Coast')
    expect(readPlainText('It grew. It fell.\n\nTitle: Grain of the Coast\n\nMore.', 'file name').title).toBe('file name')
  })
  it('leave markup that shows nothing, and lists of contents that come again as headings, to the furniture', () => {
    expect(outline('.. SPDX-License-Identifier: GPL-2.0\n\n.. _grain:\n\nGrain and Gold\n==============\n\n:Author: Jane Doe\n\nIt grew .. so they said.').map(([kind]) => kind)).toEqual(['furniture', 'furniture', 'title', 'furniture', 'paragraph'])
    const text = 'Grain and Gold\n\nTable of Contents\n\n1. The Harvest ........ 3\n2. The Mint ........... 9\n3. The Coast .......... 12\n\nThe Harvest\n\nIt grew.\n\nThe Mint\n\nIt fell.\n\nThe Coast\n\nIt rose.'
    expect(outline(text).map(([kind]) => kind)).toEqual(['title', 'furniture', 'furniture', 'furniture', 'furniture', 'heading', 'paragraph', 'heading', 'paragraph', 'heading', 'paragraph'])
    expect(outline(text.replace('The Harvest ....', 'A Harvest ....').replace('The Mint ....', 'A Mint ....')).map(([kind]) => kind).slice(2, 5)).toEqual(['list-item', 'list-item', 'list-item'])
  })
  it('have no title of their own where a text opens with a paragraph', () => expect(readPlainText('It grew. It fell.\n\nA Heading\n\nMore.', 'file name').title).toBe('file name'))

  it('are ordered, apart, without line breaks at either end, for any text', () => {
    const piece = fc.constantFrom('\n', '\n\n', '\r\n', '{1} ', '[2] ', '(1) ', '- ', '1. ', 'Notes', 'The plan grew.', '中国。', '👩‍🔬', 'e\u0301', ' ', '\t', '¹ x', '====', '> q', 'Skip to content', '{3) y', '    ')
    fc.assert(fc.property(fc.array(piece, { maxLength: 50 }).map((pieces) => pieces.join('')), (raw) => {
      const { text, blocks } = readPlainText(raw, 'x')
      expect(text).toBe(normaliseText(raw))
      let end = 0
      for (const { span } of blocks) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(textOf(text, span)).toMatch(/^[^\s][^]*$/)
        expect(textOf(text, span)).not.toMatch(/[\n]$/)
        end = span.end
      }
    }), { numRuns: 300 })
  })
})

describe('note definitions in plain text', () => {
  const notes = (text: string): string[] => outline(text).filter(([kind]) => kind === 'note').map(([, words]) => words)
  it('stand at the end, and a malformed opening is one of them', () => {
    expect(notes('It grew. {1} It fell. {2} So. {3}\n\n{1} A.\n{2) B.\n{3} C.')).toEqual(['{1} A.', '{2) B.', '{3} C.'])
  })
  it('stand at the end of each section where numbering restarts', () => {
    expect(notes('It grew.  [1]\n\n[1] First.\n    Goes on.\n\nNext Part\n\nIt fell.  [1]\n\n[1] Second.\n\nAnd so on.')).toEqual(['[1] First.\n    Goes on.', '[1] Second.'])
  })
  it('are bare numbers only below a heading or when the text marks them', () => {
    expect(notes('It grew.\n\n1. Do this\n2. Do that\n\nDone now.')).toEqual([])
    expect(notes('It grew.¹ It fell.²\n\n1. A book.\n2. A paper.')).toEqual(['1. A book.', '2. A paper.'])
    expect(notes('It grew.\n\nNotes\n\n1. A book.\n2. A paper.')).toEqual(['1. A book.', '2. A paper.'])
  })
  it('are no points of an argument in round brackets', () => expect(notes('He made points:\n\n(1) It grew a lot.\n\n(2) It fell again.\n\nSo he said.')).toEqual([]))
})

describe('the opening of a note', () => {
  it.each([
    ['{19} x', '19', 'curly', true], ['{19) x', '19', 'curly', false], ['{19 x', '19', 'curly', false], ['19} x', '19', 'curly', false], ['[3] x', '3', 'square', true], ['[n 2] x', 'n 2', 'square', true],
    ['(4) x', '4', 'round', true], ['¹² x', '12', 'superscript', true], ['[^a-b]: x', 'a-b', 'caret', true], ['[Footnote 3: x', '3', 'word', true], ['7. x', '7', 'bare', true],
  ])('%s', (text, label, shape, isWellFormed) => expect(readNoteOpening(text)).toMatchObject({ label, shape, isWellFormed }))
  it('is none in prose', () => {
    for (const text of ['[sic] x', '(see below) x', '2019 was', 'Note that', '[W]hat']) expect([text, readNoteOpening(text)?.shape ?? null]).toEqual([text, null])
  })
})

describe('page furniture', () => {
  it.each(['Skip to content', 'Skip to main content', 'Share this article', 'Share on Facebook', 'Home > World > Asia', 'Home | News | Sport | Weather', 'We use cookies to improve your visit.', 'Advertisement', '5 min read', '© 2023 The Paper', 'Related articles', '跳到主要内容', '分享到'])('is %s', (line) => expect(isFurniture(line)).toBe(true))
  it.each(['Share prices fell by 3 percent.', 'Search engines changed.', 'The menu was long.', 'Home ownership rose in 2019', 'Profit | 3.2 | 4.5 | 5.1', 'Attention from the CCP Leadership', 'Print runs grew to 10,000 copies', 'Next year will tell'])('is not %s', (line) => expect(isFurniture(line)).toBe(false))
})

it('reads the same blocks from the same text twice', () => {
  const text = 'A Title\n\nIt grew. [1]\n\n[1] A note.'
  expect(blocksOfPlainText(text)).toEqual(blocksOfPlainText(text))
})
