import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileSize, languageName, recognise } from '../../../client/pages/import/given.ts'

describe('what one field was given', () => {
  it.each(['https://example.org/a?b=1', 'http://example.org'])('%s is an address', (typed) => expect(recognise(` ${typed}\n`)).toEqual({ kind: 'address', url: typed }))
  it('www. is an address', () => expect(recognise('www.example.org/a')).toEqual({ kind: 'address', url: 'https://www.example.org/a' }))
  it.each(['/home/ines/port.md', '~/port.md', './port.md', 'C:\\texts\\port.md', 'file:///port.md', '/home/ines/my port.md'])('%s is a path', (typed) => expect(recognise(typed).kind).toBe('path'))
  it.each(['It grew 4 %.', 'https://example.org says it grew.', 'One\n\nTwo', '/ is a sign, and so on'])('%j is text', (typed) => expect(recognise(typed)).toEqual({ kind: 'text', text: typed }))
  it.each(['', ' \n '])('%j is nothing', (typed) => expect(recognise(typed).kind).toBe('nothing'))
  it('never changes a text: every character counts', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const what = recognise(typed)
      return what.kind !== 'text' || what.text === typed
    })))
})

it('says sizes as file managers do', () => expect([12, 214_000, 3_140_000].map(fileSize)).toEqual(['12 bytes', '214 kB', '3.1 MB']))
it('names languages, and shows a tag it does not know', () => expect([languageName('en'), languageName('zh-Hans'), languageName(null), languageName('not a tag')]).toEqual(['English', 'Simplified Chinese', 'not known', 'not a tag']))
