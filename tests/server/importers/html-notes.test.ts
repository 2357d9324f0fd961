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
