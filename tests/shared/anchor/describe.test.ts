import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describe } from '#shared/anchor/describe.ts'
import { trimmed } from '#shared/document/document.ts'

/** Half of a surrogate pair without the other. */
const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
const textAndSpan = fc.string({ unit: 'binary', maxLength: 120 }).chain((text) =>
  fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length)).map(([whole, a, b]) => ({ text: whole, span: { start: Math.min(a, b), end: Math.max(a, b) } })))

test('prefix, quote and suffix stand in the text side by side', () => {
  fc.assert(fc.property(textAndSpan, ({ text, span }) => {
    const { quote, prefix, suffix } = describe(text, span)
    expect(quote).toBe(text.slice(span.start, span.end))
    expect(text.slice(0, span.start).endsWith(prefix)).toBe(true)
    expect(text.slice(span.end).startsWith(suffix)).toBe(true)
    expect(prefix.length).toBeLessThanOrEqual(33)
    expect(suffix.length).toBeLessThanOrEqual(32)
  }))
})

test('context is never cut inside a character', () => {
  const text = `${'🌉'.repeat(40)} x ${'🌉'.repeat(40)}`
  for (const shift of [0, 1]) {
    const start = text.indexOf('x') - shift
    const { prefix, suffix } = describe(text, { start, end: text.indexOf('x') + 1 })
    expect(prefix).not.toMatch(HALF)
    expect(suffix).not.toMatch(HALF)
  }
})

test('trimming takes white space off both ends and nothing else', () => {
  fc.assert(fc.property(textAndSpan, ({ text, span }) => {
    const inner = trimmed(text, span)
    expect(text.slice(inner.start, inner.end)).toBe(text.slice(span.start, span.end).trim())
  }))
})
