import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it'
import { matchAt } from './notes.ts'

const OPEN = '['.charCodeAt(0)

/** `[1]` where the text defines `[1]: https://…`: the number of a source, not the words of a link. */
const NUMBERED_SOURCE = /\[(\d{1,4})\](?![[(:])/y

/** Numbered sources, as notes whose text is the address. They stand behind the text, where their definitions show nothing. */
function readNumberedSource(state: StateInline, isTest: boolean): boolean {
  const label = state.src.charCodeAt(state.pos) === OPEN ? matchAt(NUMBERED_SOURCE, state.src, state.pos) : null
  const href = label === null ? undefined : state.env.references?.[label]?.href
  if (label === null || href === undefined) return false
  if (!isTest) {
    const sources = (state.env.sources ??= new Map<string, string>()) as Map<string, string>
    sources.set(label, href)
    state.push('note_mark_open', 'a', 1).attrs = [['role', 'doc-noteref'], ['href', `#source-${label}`]]
    state.push('text', '', 0).content = `[${label}]`
    state.push('note_mark_close', 'a', -1)
  }
  state.pos += label.length + 2
  return true
}

/** `[see @smith2019, p. 4; @doe:2020]` (Pandoc): keys of a bibliography that stands in another file. A key has a year or a colon in it, so that nobody's name on a network is taken for one. */
const CITATION = /\[([^[\]\n]{2,600})\](?![[(:])/y
const KEY = /(?:^|[\s;([-])@([\w][\w:.#$%&+?<>~/-]*\w)/

/** Each part of a citation is a mark with its key; page and "see" stay in it. */
function readCitation(state: StateInline, isTest: boolean): boolean {
  const inside = state.src.charCodeAt(state.pos) === OPEN ? matchAt(CITATION, state.src, state.pos) : null
  if (inside === null || !inside.includes('@')) return false
  const parts = inside.split(';').map((words) => ({ words, key: KEY.exec(words)?.[1] }))
  if (!parts.every(({ key }) => key !== undefined && /[\d:]/.test(key))) return false
  if (!isTest) {
    parts.forEach(({ words, key }, index) => {
      state.push('note_mark_open', 'a', 1).attrs = [['role', 'doc-noteref'], ['href', `#cite-${key!}`], ['data-label', key!]]
      state.push('text', '', 0).content = `${index === 0 ? '[' : ';'}${words}${index === parts.length - 1 ? ']' : ''}`
      state.push('note_mark_close', 'a', -1)
    })
  }
  state.pos += inside.length + 2
  return true
}

function writeNumberedSources({ env, tokens, Token }: StateCore): void {
  const push = (type: string, tag: string, nesting: 1 | 0 | -1, attrs?: [string, string][]): Token => {
    const token = new Token(type, tag, nesting)
    if (attrs) token.attrs = attrs
    tokens.push(token)
    return token
  }
  for (const [label, href] of (env.sources ?? new Map()) as Map<string, string>) {
    push('note_open', 'div', 1, [['role', 'doc-footnote'], ['id', `source-${label}`], ['data-label', label]])
    push('link_open', 'a', 1, [['href', href]])
    push('text', '', 0).content = href
    push('link_close', 'a', -1)
    push('note_close', 'div', -1)
  }
}

/** Sources by number and by key for markdown-it: `[1]` with `[1]: https://…`, `[@smith2019, p. 4]`. */
export function withSources(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'numbered_source', readNumberedSource)
  md.inline.ruler.before('link', 'citation', readCitation)
  md.core.ruler.push('numbered_sources', writeNumberedSources)
}
