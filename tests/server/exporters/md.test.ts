import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { md, plain } from '#server/exporters/md.ts'
import type { Report } from '#shared/report/report.ts'
import { buildHostileReport, HARMLESS, HOSTILE } from './hostile-report.ts'

const parse = (text: string): Root => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
const open = async (report: Report): Promise<Root> => parse(new TextDecoder().decode(await md.write(report)))
const walk = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(walk) : [])]
/** What the document is made of. Bare addresses are made links by GitHub's readers from any text, escaped or not; they show what they say and are no markup. */
const shape = (root: Root): string[] => walk(root).filter((node) => node.type !== 'text' && node.type !== 'link').map((node) => node.type)
const textOf = (node: Nodes): string => ('children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : '')
const bare = (node: Nodes): boolean => node.type !== 'link' || textOf(node) === node.url || `mailto:${textOf(node)}` === node.url || `http://${textOf(node)}` === node.url

describe('text never becomes Markdown', () => {
  test.each(HOSTILE)('%j', async (hostile) => {
    const root = await open(buildHostileReport(hostile))
    expect(shape(root)).toEqual(shape(await open(buildHostileReport(HARMLESS))))
    for (const node of walk(root)) expect(bare(node), JSON.stringify(node)).toBe(true)
  })
  test('what is read back is what was written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'#-+*_`[]()<>!&;:@.~|$^\\=1a \n\t') }), fc.constantFrom(...HOSTILE)), (given) => {
        const text = given.replace(/[\s\u0085\u2028\u2029]+/g, ' ').trim()
        fc.pre(text !== '')
        const root = parse(`Before\n\n${plain(given)}\n\nAfter`)
        expect(root.children.map((child) => child.type)).toEqual(['paragraph', 'paragraph', 'paragraph'])
        const [, paragraph] = root.children
        expect(paragraph ? textOf(paragraph) : '').toBe(text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd'))
      }),
      { numRuns: 2_000 },
    )
  })
})
