/** The parts of a keyboard event that name a key. */
export interface KeyStroke {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const isLetter = (key: string): boolean => /^[a-z]$/i.test(key)

/**
 * The desk's name of a stroke: `j`, `Shift+J`, `Ctrl+Z`, `Ctrl+Shift+Z`, `?`, `Enter`. `Cmd` counts as `Ctrl`. Null for strokes the desk leaves
 * to the browser and screen readers (anything with Alt, bare modifiers, dead keys). On keyboards without Latin letters the key's place decides.
 */
export const strokeName = (stroke: KeyStroke): string | null => {
  if (stroke.altKey || ['Shift', 'Control', 'Meta', 'Alt', 'Dead', 'Process', 'Unidentified'].includes(stroke.key)) return null
  const key = stroke.key.length === 1 && stroke.key > '~' && /^Key[A-Z]$/.test(stroke.code) ? stroke.code.slice(3).toLowerCase() : stroke.key
  const ctrl = stroke.ctrlKey || stroke.metaKey
  if (isLetter(key)) return `${ctrl ? 'Ctrl+' : ''}${stroke.shiftKey ? 'Shift+' : ''}${ctrl || stroke.shiftKey ? key.toUpperCase() : key.toLowerCase()}`
  // Signs such as ? need Shift on some keyboards and not on others: the sign is what counts.
  const shift = stroke.shiftKey && key.length > 1
  return `${ctrl ? 'Ctrl+' : ''}${shift ? 'Shift+' : ''}${key}`
}

/** Whether a name is one printable key, which Settings can switch off as a whole (WCAG 2.1.4). */
export const isSingleKey = (name: string): boolean => !name.startsWith('Ctrl+') && name.replace('Shift+', '').length === 1
