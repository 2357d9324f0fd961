import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentsOf, type Marked, type NoteMark } from '../../../client/reader/segments.ts'

const TEXT = 'He said “output grew, and the sum of three countries was passed”. 7 Then prices fell by a third.'
const claim = (id: string, start: number, end: number, layer: Marked['layer'] = 'true'): Marked => ({ id, span: { start, end }, layer })
const whole = { start: 0, end: TEXT.length }

/** A block inside the text, claims anywhere over it, note marks that do not overlap each other. */
const scene = fc.record({
  block: fc.tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 60 })).map(([start, length]) => ({ start, end: Math.min(start + length, TEXT.length) })),
  claims: fc.array(fc.record({ start: fc.nat(TEXT.length - 1), length: fc.integer({ min: 1, max: 50 }), said: fc.boolean() }), { maxLength: 8 })
    .map((list) => list.map(({ start, length, said }, index) => claim(`c${index}`, start, Math.min(start + length, TEXT.length), said ? 'said' : 'true'))),
  notes: fc.uniqueArray(fc.nat(TEXT.length - 1), { maxLength: 4 }).map((starts) => starts.map((start, index): NoteMark => ({ noteId: `n${index}`, label: `${index}`, span: { start, end: start + 1 } }))),
})

describe('segments of a block', () => {
  it('put together, are the block’s text', () => {
    fc.assert(fc.property(scene, ({ block, claims, notes }) => {
      const segments = segmentsOf(TEXT, block, claims, notes)
      expect(segments.map(({ start, end }) => TEXT.slice(start, end)).join('')).toBe(TEXT.slice(block.start, block.end))
      expect(segments.every(({ start, end }) => start < end)).toBe(true)
    }))
  })

  it('cover every word of a claim inside the block, and no other', () => {
    fc.assert(fc.property(scene, ({ block, claims, notes }) => {
      const segments = segmentsOf(TEXT, block, claims, notes)
      for (const { id, span, layer } of claims) {
        const covered = segments.filter((segment) => segment.claims.includes(id)).map(({ start, end }) => TEXT.slice(start, end)).join('')
        const inside = TEXT.slice(Math.max(span.start, block.start), Math.max(Math.min(span.end, block.end), Math.max(span.start, block.start)))
        expect(covered).toBe(layer === 'true' ? inside : '')
      }
    }))
  })

  it('name the outer claim first', () => {
    const [, middle] = segmentsOf(TEXT, whole, [claim('inner', 22, 40), claim('outer', 9, 63)], []).filter((segment) => segment.claims.length > 0)
    expect(middle?.claims).toEqual(['outer', 'inner'])
  })

  it('draw a quotation on its own marks only', () => {
    const said = segmentsOf(TEXT, whole, [claim('said', 8, 64, 'said')], []).filter((segment) => segment.said === 'said')
    expect(said.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['“', '”'])
  })

  it('keep a note mark apart from the words around it', () => {
    const note = { noteId: 'n', label: '7', span: { start: 66, end: 67 } }
    expect(segmentsOf(TEXT, whole, [claim('c', 50, 80)], [note]).find((segment) => segment.note)).toEqual({ start: 66, end: 67, claims: ['c'], said: null, note })
  })
})
