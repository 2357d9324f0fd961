/** Signs that hold a note between them where no program rendered them: short codes of blogs and the wiki's element. */
const OPENS = /\[(mfn|efn_note|footnote|fn|ref)\]|<ref(?:\s+name\s*=\s*["']?([^"'<>/]{1,80})["']?)?\s*(\/?)>/gi
/** A note in its sentence is no longer than this; what seems longer was never closed. */
const LONGEST_NOTE = 5000

/**
 * Notes that stand in their sentences between short codes ("grew.[mfn]A book.[/mfn] It") are set behind the text, and marks in their places, as programs show them. A named one that comes again
 * (`<ref name="a" />`) is the same note. What is not closed stays as it is. Texts without such codes are returned as they are.
 */
export function setShortCodesApart(text: string): string {
  const pieces: string[] = []
  const notes: string[] = []
  const named = new Map<string, number>()
  let done = 0
  const put = (from: number, to: number, number: number): void => {
    pieces.push(text.slice(done, from), `[^${number}]`)
    done = to
  }
  for (const match of text.matchAll(OPENS)) {
    if (match.index < done) continue
    const [opening, code, name, isEmpty] = match
    const start = match.index + opening.length
    const known = name === undefined ? undefined : named.get(name)
    if (isEmpty) {
      if (known !== undefined) put(match.index, start, known)
      continue
    }
    const closing = code === undefined ? '</ref>' : `[/${code}]`
    const end = text.slice(start, start + LONGEST_NOTE).toLowerCase().indexOf(closing.toLowerCase())
    const words = end < 0 ? '' : text.slice(start, start + end).replace(/\s+/g, ' ').trim()
    if (words === '') continue
    notes.push(words)
    if (name !== undefined && known === undefined) named.set(name, notes.length)
    put(match.index, start + end + closing.length, notes.length)
  }
  if (notes.length === 0) return text
  return `${pieces.join('')}${text.slice(done).trimEnd()}\n\n${notes.map((words, index) => `[^${index + 1}]: ${words}`).join('\n\n')}\n`
}
