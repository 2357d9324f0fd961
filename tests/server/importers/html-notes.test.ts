import { describe, expect, it } from 'vitest'
import { textOf, type Document } from '#shared/document/document.ts'
import { readDocument } from '#server/importers/index.ts'
import { readNotes } from '../../support/read-notes.ts'
import { WRITTEN_BY } from './html-notes-written-by.ts'

const read = async (markup: string): Promise<Document> => (await readDocument(new TextEncoder().encode(markup), { name: 'page.html' })).document

describe('two notes as they are written by', () => {
  it.each(Object.entries(WRITTEN_BY))('%s', async (_program, markup) => {
    const document = await read(`<html><head><title>T</title></head><body><h1>The Plan</h1>${markup}</body></html>`)
    const { citations, orphans } = readNotes(document)
    expect(citations.map(({ text }) => text)).toEqual(['A book.', 'A paper.'])
    expect(citations.map(({ carries }) => textOf(document.text, carries).replace(/^1 /, ''))).toEqual([expect.stringMatching(/^It grew( in the book)?\.?$/), expect.stringMatching(/^\.?\s?It fell( in the paper)?\.?$/)])
    expect(orphans).toEqual([])
    expect(document.blocks.filter(({ kind }) => kind !== 'note' && kind !== 'title' && kind !== 'heading').every(({ span }) => !/A book|A paper/.test(textOf(document.text, span)))).toBe(true)
  })
})

describe('no note is made of', () => {
  it.each<[string, string]>([
    ['an abbreviation that is explained', '<p>It is 6000 <abbr title="Before Present">BP</abbr> old, <span title="t in tie">t</span> and <span class="tip" title="a long word">1</span>.</p>'],
    ['a year that leads to another page', '<p>It was held in <a href="/wiki/1853" title="The election of 1853">1853</a> and <a href="/x" title="The second of two">2</a>.</p>'],
    ['what a page says of its own marks', '<p>It grew.<sup title="Jump to footnote 1">1</sup></p>'],
    ['an index of pages', '<p>Output, <a href="#Page_5">5</a>, <a href="#Page_9">9</a>.</p><p><span class="pagenum" id="Page_5">5</span>It grew.</p><p><span class="pagenum" id="Page_9">9</span>It fell.</p>'],
    ['verses', '<p>It grew. <sup>2</sup>It fell. <sup>3</sup>It rose.</p><p><sup>3</sup>It stood. <sup>4</sup>It ran.</p>'],
    ['a table with numbered rows', '<p>It grew.</p><table><tr><td>1</td><td>Spain</td></tr><tr><td>2</td><td>France</td></tr></table>'],
    ['chapters by number', '<p>It grew, as chapters <a href="#c1">1</a> and <a href="#c2">2</a> say.</p><h2 id="c1">1. The first</h2><p>It fell.</p><h2 id="c2">2. The second</h2><p>It rose.</p>'],
  ])('%s', async (_what, markup) => {
    const document = await read(`<html><head><title>T</title></head><body><h1>The Plan</h1>${markup}</body></html>`)
    expect([readNotes(document).citations.filter(({ kind }) => kind !== 'link'), document.blocks.filter(({ kind }) => kind === 'note')]).toEqual([[], []])
  })
})
