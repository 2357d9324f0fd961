/** `.. [1] A book.` at the start of a line. */
const DEFINITION = /^([ \t]*)\.\.[ \t]+\[([^\]\s]{1,60})\](?:[ \t]+|[ \t]*\n[ \t]+)(?=\S)/gm
/** `[1]_`, `[#]_`, `[#name]_`, `[*]_`, `[Smith2019]_`. */
const REFERENCE = /\[([^\]\s[]{1,60})\]_(?![\w_])/g
const SYMBOLS = '*†‡§¶'

/**
 * Notes of reStructuredText in the one way in which plain text has them, `[^1]`: its numbers given by itself (`#`) and its signs (`*`) are counted out as its own programs do.
 * Texts without such definitions are returned as they are.
 */
export function setRestructuredNotesApart(text: string): string {
  const defined = [...text.matchAll(DEFINITION)].map(([, , label]) => label!)
  if (defined.length === 0) return text
  const taken = new Set(defined.filter((label) => /^\d+$/.test(label)))
  const numbers: string[] = []
  for (let number = 1; numbers.length < defined.length; number += 1) if (!taken.has(String(number))) numbers.push(String(number))
  const counter = (): ((label: string) => string) => {
    let automatic = 0
    let signs = 0
    return (label) => {
      if (label === '#') return numbers[automatic++] ?? `#${automatic}`
      if (label === '*') return (SYMBOLS[signs % SYMBOLS.length] ?? '*').repeat(1 + Math.floor(signs++ / SYMBOLS.length))
      return label.startsWith('#') ? label.slice(1) : label
    }
  }
  const [ofDefinition, ofReference] = [counter(), counter()]
  return text.replace(DEFINITION, (_whole, indent: string, label: string) => `${indent}[^${ofDefinition(label)}]: `).replace(REFERENCE, (_whole, label: string) => `[^${ofReference(label)}]`)
}
