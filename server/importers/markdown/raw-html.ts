import type { MarkdownIt, StateBlock, StateCore } from 'markdown-it'

/** Elements that stand within a line. Markdown takes one that has a line to itself (`<br>`) for the start of raw HTML, in which its own signs, notes among them, mean nothing; nobody who writes it wants that. */
const LINE_ELEMENT = /^<\/?(?:a|abbr|b|br|cite|em|font|i|img|kbd|mark|q|s|small|span|strong|sub|sup|time|u|wbr)(?=[\s/>])/i

/** What is no running text of raw HTML, or a reference in it. */
const TAG_OR_REFERENCE = /<!--[\s\S]*?-->|<(pre|code|script|style|textarea)\b[\s\S]*?<\/\1\s*>|<[^<>]*>|\[\^([^\]\s]{1,60})\](?!:)/gi

/** `[^1]` in the words of raw HTML (`<div>`, `<figcaption>`, a table written by hand), where the text defines it. */
function readReferencesInHtml(state: StateCore): void {
  const labels = state.env.notes as ReadonlySet<string> | undefined
  if (!labels) return
  const { escapeHtml } = state.md.utils
  for (const token of state.tokens) {
    if (token.type !== 'html_block' || !token.content.includes('[^')) continue
    token.content = token.content.replace(TAG_OR_REFERENCE, (whole, _element: string | undefined, label: string | undefined) => label !== undefined && labels.has(label.toLowerCase())
      ? `<sup><a role="doc-noteref" href="#note-${escapeHtml(label.toLowerCase())}">${escapeHtml(label)}</a></sup>` : whole)
  }
}

/** Raw HTML for markdown-it as people write it: a line element alone starts no block, and notes are marked in what is one. */
export function withRawHtml(md: MarkdownIt): void {
  md.block.ruler.before('html_block', 'line_element', (state: StateBlock, line: number, end: number, isTest: boolean) => {
    if (isTest || !LINE_ELEMENT.test(state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]))) return false
    // The last rule is the paragraph's, which takes any line.
    return md.block.ruler.getRules('').at(-1)!(state, line, end, false)
  })
  md.core.ruler.after('block', 'references_in_html', readReferencesInHtml)
}
