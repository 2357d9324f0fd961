import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markFound } from '../../../client/pages/checks/mark-found.ts'

it('boxes the words found', () => expect(markFound('It grew {19). So', ['{19)'])).toEqual([{ text: 'It grew ', found: false }, { text: '{19)', found: true }, { text: '. So', found: false }]))
it('boxes the same words twice where they are found twice', () => expect(markFound('AI and AI', ['AI', 'AI']).filter((part) => part.found)).toHaveLength(2))
it('boxes words given in another order than they stand', () => expect(markFound('a b', ['b', 'a']).filter((part) => part.found).map((part) => part.text)).toEqual(['a', 'b']))
it('leaves alone what is not there', () => expect(markFound('a b', ['c', ''])).toEqual([{ text: 'a b', found: false }]))
it('never loses or adds a character', () =>
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 20 }), fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 4 })), (text, finds) =>
    markFound(text, finds).map((part) => part.text).join('') === text)))
