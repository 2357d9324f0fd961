import { describe, expect, it } from 'vitest'
import { isSingleKey, strokeName, type KeyStroke } from '../../../client/components/key-names.ts'

const stroke = (key: string, given: Partial<KeyStroke> = {}): KeyStroke => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...given })

describe('names of keys', () => {
  it.each([
    ['j', stroke('j')],
    ['j', stroke('J')], // Caps Lock
    ['Shift+J', stroke('J', { shiftKey: true })],
    ['Ctrl+Z', stroke('z', { ctrlKey: true })],
    ['Ctrl+Z', stroke('z', { metaKey: true })], // Cmd
    ['Ctrl+Shift+Z', stroke('Z', { ctrlKey: true, shiftKey: true })],
    ['?', stroke('?', { shiftKey: true })],
    ['.', stroke('.')],
    ['Enter', stroke('Enter')],
    ['Ctrl+Enter', stroke('Enter', { ctrlKey: true })],
    ['Shift+ArrowLeft', stroke('ArrowLeft', { shiftKey: true })],
    ['v', stroke('м', { code: 'KeyV' })], // Cyrillic layout
    [null, stroke('v', { altKey: true })],
    [null, stroke('Shift', { shiftKey: true })],
    [null, stroke('Dead')],
  ])('%s', (name, given) => expect(strokeName(given)).toBe(name))

  it('tells printable single keys, which can be switched off, from all others', () => {
    expect(['v', 'Shift+J', '?', '/'].every(isSingleKey)).toBe(true)
    expect(['Enter', 'Escape', 'Ctrl+Z', 'Home', 'Ctrl+Shift+Z'].some(isSingleKey)).toBe(false)
  })
})
