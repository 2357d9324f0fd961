import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byBlock, firstWhere } from '#shared/document/in-order.ts'

describe('the first item where something holds', () => {
  it('is the one that a walk would find', () => {
    fc.assert(fc.property(fc.array(fc.nat(20), { maxLength: 30 }), fc.nat(22), (numbers, limit) => {
      const sorted = numbers.sort((a, b) => a - b)
      const walked = sorted.findIndex((number) => number > limit)
      expect(firstWhere(sorted, (number) => number > limit)).toBe(walked < 0 ? sorted.length : walked)
    }))
  })
})

describe('spans by block', () => {
  it('puts a span into every block it overlaps, and into no other', () => {
    const blocks = [{ start: 0, end: 10 }, { start: 12, end: 20 }, { start: 22, end: 30 }]
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 15 })), { maxLength: 12 }), (pairs) => {
      const items = pairs.sort((a, b) => a[0] - b[0]).map(([start, length]) => ({ span: { start, end: start + length } }))
      expect(byBlock(blocks, items, ({ span }) => span)).toEqual(blocks.map((block) => items.filter(({ span }) => span.start < block.end && block.start < span.end)))
    }))
  })
})
