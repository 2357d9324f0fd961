/** Signs that hold a note between them where no program rendered them: short codes of blogs, the wiki's element, the command of LaTeX, the macro of AsciiDoc, Org's notes in their sentence, templates of Hugo and Jekyll. */
const OPENS = new RegExp([
  '\\[(?<code>mfn|efn_note|footnote|fn|ref)\\]', '<ref(?:\\s+name\\s*=\\s*["\']?(?<name>[^"\'<>/]{1,80})["\']?)?\\s*(?<empty>/?)>', '\\\\(?:footnote|endnote)\\{',
  'footnote(?:ref)?:(?<id>[\\w-]{0,60})\\[', '\\[fn:(?<fn>[\\w-]{0,60})(?<colon>:\\s?|\\])',
  '\\{\\{[<%]\\s*(?:fn|footnote|sidenote|marginnote)\\s+"(?<hugo>[^"\\n]{1,2000})"\\s*[>%]\\}\\}', '\\{\\{[<%]\\s*(?<paired>fn|footnote|sidenote|marginnote)(?:\\s[^<>{}\\n]{0,80})?[>%]\\}\\}',
  '\\{%\\s*(?:fn|footnote|sidenote|marginnote)\\s+["\'][\\w-]{1,40}["\']\\s+(?<quote>["\'])(?<liquid>[^\\n]{1,2000}?)\\k<quote>\\s*%\\}',
  '\\^(?<inline>\\[)(?=[^\\[\\]\\n]{0,200}\\p{L}{2})(?=[^\\[\\]\\n]{1,200}\\s)',
].join('|'), 'giu')
/** A note in its sentence is no longer than this; what seems longer was never closed. */
const LONGEST_NOTE = 5000
/** After so many brackets that nobody closed, a text is not looked through for more. */
const MOST_UNCLOSED = 100
const FENCED = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n\1|`[^`\n]+`/gm

/**
 * Notes that stand in their sentences between short codes ("grew.[mfn]A book.[/mfn] It") are set behind the text, and marks in their places, as programs show them. A named one that comes again
 * (`<ref name="a" />`) is the same note. What is not closed stays as it is, and so does what stands in fenced code (`hasFences`). Pandoc's `^[A note.]` counts where nothing else reads it (`hasInlineNotes`). Texts without such codes are returned as they are.
 */
export function setShortCodesApart(text: string, { hasFences = false, hasInlineNotes = false } = {}): string {
  const pieces: string[] = []
  const notes: string[] = []
  const named = new Map<string, number>()
  const next = new Map<string, number>()
  const fences = hasFences && text.includes('`') ? [...text.matchAll(FENCED)].map((match) => [match.index, match.index + match[0].length] as const) : []
  // Numbers that are the author's own labels already are not given again.
  const prefix = text.includes('[^1]') ? 'note-' : ''
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
  let fence = 0
  const put = (from: number, to: number, number: number): void => {
    pieces.push(text.slice(done, from), `[^${prefix}${number}]`)
    done = to
  }
  for (const match of text.matchAll(OPENS)) {
    if (match.index < done) continue
    while (fence < fences.length && fences[fence]![1] <= match.index) fence += 1
    if (fence < fences.length && fences[fence]![0] <= match.index) continue
    const { code, name, empty, id, fn, colon, hugo, paired, liquid, inline } = match.groups!
    if (inline !== undefined && !hasInlineNotes) continue
    const opening = match[0]
    const start = match.index + opening.length
    const own = name ?? (id || undefined) ?? (fn || undefined)
    const known = own === undefined ? undefined : named.get(own)
    if (empty || colon === ']' || (id && text[start] === ']')) {
      if (known !== undefined) put(match.index, start + (id && text[start] === ']' ? 1 : 0), known)
      continue
    }
    if (hugo !== undefined || liquid !== undefined) {
      notes.push((hugo ?? liquid)!.replace(/\\(["'])/g, '$1'))
      put(match.index, start, notes.length)
      continue
    }
    const isBracket = id !== undefined || fn !== undefined || inline !== undefined
    const closing = opening.startsWith('\\') ? '}' : isBracket ? ']' : paired ? '{{' : code === undefined ? '</ref>' : `[/${code}]`
    const end = closing.length > 1 ? closes(closing, start) : unclosed < MOST_UNCLOSED ? closingSign(text, start, closing) : -1
    const after = paired && end >= 0 ? /^\{\{[<%]\s*\/\s*\w+\s*[>%]\}\}/.exec(text.slice(end, end + LONGEST_TAG))?.[0].length ?? -1 : closing.length
    if (end < 0 || after < 0) unclosed++
    const [words, given] = namedWords(opening, end < 0 || after < 0 || end - start > LONGEST_NOTE ? '' : text.slice(start, end).replace(/\s+/g, ' ').trim())
    if (given !== undefined && words === '' && named.has(given)) put(match.index, end + after, named.get(given)!)
    if (words === '') continue
    notes.push(id === undefined ? words : withPlainLinks(words))
    if ((own ?? given) !== undefined && known === undefined) named.set((own ?? given)!, notes.length)
    put(match.index, end + after, notes.length)
  }
  if (pieces.length === 0) return text
  return `${pieces.join('')}${text.slice(done).trimEnd()}\n\n${notes.map((words, index) => `[^${prefix}${index + 1}]: ${words}`).join('\n\n')}\n`
}
const LONGEST_TAG = 40

/** AsciiDoc's links, `link:https://…[words]` and `https://…[words]`, as words and their address. */
const withPlainLinks = (words: string): string => words.replace(/(?:link:)?\b(https?:\/\/[^\s[\]]{1,2000})\[([^\]]{1,300})\]/g, '$2 ($1)')

/** AsciiDoc's older form has the name among the words: `footnoteref:[name,A book.]`, and `footnoteref:[name]` for the same note again. */
function namedWords(opening: string, words: string): [words: string, name?: string] {
  const named = /^footnoteref:/i.test(opening) ? /^([\w-]+)(?:,\s*(.*))?$/s.exec(words) : null
  return named ? [named[2] ?? '', named[1]!] : [words]
}

/** Where the bracket closes that was opened before `start`; -1 when nowhere near. */
function closingSign(text: string, start: number, closing: string): number {
  const opens = closing === '}' ? '{' : '['
  let depth = 1
  for (let at = start; at < Math.min(text.length, start + LONGEST_NOTE); at++) {
    if (text[at] === opens) depth++
    else if (text[at] === closing && --depth === 0) return at
  }
  return -1
}
