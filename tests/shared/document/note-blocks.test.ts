import { describe, expect, it } from 'vitest'
import type { Block } from '#shared/document/document.ts'
import { isNotesHeading, setNotesApart } from '#shared/document/note-blocks.ts'

/** Blocks of one line each, as `kind[level]: words`. */
function read(lines: string): [text: string, blocks: Block[]] {
  const blocks: Block[] = []
  let text = ''
  for (const [, kind, level, words] of lines.matchAll(/^([a-z-]+)(\d)?: (.*)$/gm)) {
    blocks.push({ kind: kind as Block['kind'], span: { start: text.length, end: text.length + words!.length }, ...(level ? { level: Number(level) } : {}) })
    text += `${words}\n\n`
  }
  return [text, blocks]
}
const kinds = (lines: string, options?: Parameters<typeof setNotesApart>[2]): string[] => setNotesApart(...read(lines), options).map(({ kind }) => kind)
const PROSE = 'paragraph: It grew, and it went on to grow for as long as anybody could remember, in the towns and in the villages of the coast.\n'

describe('notes set apart', () => {
  it('count one among them that no mark leads to, though their heading was taken for furniture', () => {
    expect(kinds(`${PROSE}furniture: Notes\nnote: [1]: A book, 2001.\nparagraph: [2]: A paper, 2002.`, { hasNoteLinks: true })).toEqual(['paragraph', 'furniture', 'note', 'note'])
  })
  it('leave points of an argument below a word of the navigation', () => {
    expect(kinds(`furniture: Sources\nparagraph: 1. It grew.\nparagraph: 2. It fell.\n${PROSE}`, { hasNoteLinks: true })).toEqual(['furniture', 'paragraph', 'paragraph', 'paragraph'])
  })
  it('hold a bibliography under headings of its own parts, up to the next heading of its level', () => {
    expect(kinds(`${PROSE}${PROSE}heading2: References\nheading3: Archives\nlist-item: State Archive, 1901.\nheading3: Books\nlist-item: Smith, J. Grain. 2001.\nheading2: Author\nparagraph: Jane Doe wrote this.`))
      .toEqual(['paragraph', 'paragraph', 'heading', 'heading', 'note', 'heading', 'note', 'heading', 'paragraph'])
  })
})

it('leaves a chapter that tells of its sources', () => {
  const telling = 'paragraph: The figures are readings of the tablets by the author. In some cases they differ from what was copied since the war. The new edition gave insights that the old one had not, and a first paper on it is to appear in the spring.\n'
  expect(kinds(`${PROSE.repeat(4)}heading2: Sources\n${telling}list-item: Smith, J. Grain. 2001.`).slice(4)).toEqual(['heading', 'paragraph', 'note'])
  expect(kinds(`${PROSE.repeat(4)}heading2: Notes\n${telling}`).slice(4)).toEqual(['heading', 'note'])
})

describe('headings of notes', () => {
  it.each(['Notes', 'Source(s)', 'Sources / Further Reading', 'References & Further Reading', 'Literature Cited', 'Selected Bibliography', '12. References', 'Further reading'])('%s', (heading) => expect(isNotesHeading(heading)).toBe(true))
  it.each(['Sources of Growth', 'Reading the Sources', 'Notes on Grain', 'Reference Rates', 'Sourcing', 'A Source'])('not %s', (heading) => expect(isNotesHeading(heading)).toBe(false))
})
