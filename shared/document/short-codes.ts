/** Signs that hold a note between them where no program rendered them: short codes of blogs, the wiki's element, the command of LaTeX. */
const OPENS = /\[(mfn|efn_note|footnote|fn|ref)\]|<ref(?:\s+name\s*=\s*["']?([^"'<>/]{1,80})["']?)?\s*(\/?)>|\\footnote\{/gi
/** A note in its sentence is no longer than this; what seems longer was never closed. */
const LONGEST_NOTE = 5000
/** After so many braces that nobody closed, a text is not looked through for more. */
const MOST_UNCLOSED = 100

/**
 * Notes that stand in their sentences between short codes ("grew.[mfn]A book.[/mfn] It") are set behind the text, and marks in their places, as programs show them. A named one that comes again
 * (`<ref name="a" />`) is the same note. What is not closed stays as it is. Texts without such codes are returned as they are.
 */
export function setShortCodesApart(text: string): string {
  const pieces: string[] = []
  const notes: string[] = []
  const named = new Map<string, number>()
  const next = new Map<string, number>()
  /** Where it stands next; what was found before or is known to be nowhere is not looked for again. */
  const closes = (closing: string, from: number): number => {
    const known = next.get(closing)
    if (known !== undefined && (known < 0 || known >= from)) return known
    const found = text.indexOf(closing, from)
    next.set(closing, found)
    return found
  }
  let unclosed = 0
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
    const closing = opening.startsWith('\\') ? '}' : code === undefined ? '</ref>' : `[/${code}]`
    const end = closing !== '}' ? closes(closing, start) : unclosed < MOST_UNCLOSED ? closingBrace(text, start) : -1
    if (end < 0) unclosed++
    const words = end < 0 || end - start > LONGEST_NOTE ? '' : text.slice(start, end).replace(/\s+/g, ' ').trim()
    if (words === '') continue
    notes.push(words)
    if (name !== undefined && known === undefined) named.set(name, notes.length)
    put(match.index, end + closing.length, notes.length)
  }
  if (notes.length === 0) return text
  return `${pieces.join('')}${text.slice(done).trimEnd()}\n\n${notes.map((words, index) => `[^${index + 1}]: ${words}`).join('\n\n')}\n`
}

/** Where the brace closes that was opened before `start`; -1 when nowhere near. */
function closingBrace(text: string, start: number): number {
  let depth = 1
  for (let at = start; at < Math.min(text.length, start + LONGEST_NOTE); at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return -1
}
