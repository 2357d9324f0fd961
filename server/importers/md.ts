import type { Definition, Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Document } from '#shared/document/document.ts'
import { normaliseText } from '#shared/document/normalise.ts'
import { readPlainText } from '#shared/document/plain-text.ts'
import { decode } from './decode.ts'
import { titleFromName, type Importer } from './importer.ts'
import { readMarkup } from './web-page/read-markup.ts'

const FRONT_MATTER = /^---\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/
const FRONT_MATTER_TITLE = /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/m

/**
 * GitHub's Markdown without the tokens that look for bare addresses at every letter (nine tenths of the parsing time). Only they start at letters, digits and + - . _;
 * bare addresses still become links, since the tree is searched for them afterwards.
 */
function footnotesAndTables(): ReturnType<typeof gfm> {
  const extension = gfm()
  return { ...extension, text: Object.fromEntries(Object.entries(extension.text ?? {}).filter(([code]) => !/[\w+.-]/.test(String.fromCharCode(Number(code))))) }
}

const escape = (words: string): string => words.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

/** Elements of a Markdown node: what opens it, what closes it. Its children stand between. */
function tagsOf(node: Nodes, definitions: ReadonlyMap<string, Definition>): [open: string, close: string] {
  switch (node.type) {
    case 'paragraph': return ['<p>', '</p>\n']
    case 'heading': return [`<h${node.depth}>`, `</h${node.depth}>\n`]
    case 'blockquote': return ['<blockquote>', '</blockquote>\n']
    case 'list': return node.ordered ? [`<ol start="${node.start ?? 1}">`, '</ol>\n'] : ['<ul>', '</ul>\n']
    case 'listItem': return ['<li>', '</li>\n']
    case 'table': return ['<table>', '</table>\n']
    case 'tableRow': return ['<tr>', '</tr>\n']
    case 'tableCell': return ['<td>', '</td>']
    case 'code': return [`<pre>${escape(node.value)}`, '</pre>\n']
    case 'inlineCode': return [`<code>${escape(node.value)}`, '</code>']
    case 'html': return [node.value, '']
    case 'text': return [escape(node.value), '']
    case 'break': return ['<br>', '']
    case 'thematicBreak': return ['<hr>\n', '']
    case 'link': return [`<a href="${escape(node.url)}">`, '</a>']
    case 'linkReference': return [`<a href="${escape(definitions.get(node.identifier)?.url ?? '')}">`, '</a>']
    case 'footnoteReference': return [`<sup><a role="doc-noteref" href="#note-${escape(node.identifier)}">${escape(node.label ?? node.identifier)}`, '</a></sup>']
    case 'footnoteDefinition': return [`<div role="doc-footnote" id="note-${escape(node.identifier)}" data-label="${escape(node.label ?? node.identifier)}">`, '</div>\n']
    default: return ['', '']
  }
}

/** The markup that a Markdown tree stands for, raw HTML included as it is. No recursion: quotations can nest deeper than the stack. */
function markupOf(tree: Root): string {
  const definitions = new Map<string, Definition>()
  const out: string[] = []
  for (const node of tree.children) if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  const stack: (Nodes | string)[] = [tree]
  while (stack.length > 0) {
    const next = stack.pop()!
    if (typeof next === 'string') {
      out.push(next)
      continue
    }
    const [open, close] = tagsOf(next, definitions)
    out.push(open)
    stack.push(close)
    if ('children' in next) for (let index = next.children.length - 1; index >= 0; index--) stack.push(next.children[index]!)
  }
  return out.join('')
}

/** The Markdown parser's time and stack grow with nesting; sources past these are read as plain text, which keeps their words and their [^1] notes. */
const MOST_MARKDOWN = 1_000_000
const NESTED_TOO_DEEP = /^[ \t>]{200}|[[(*_`<!]{100}/m

const asPlainText = (source: string, name: string): Document => {
  const document = readPlainText(source, titleFromName(name))
  return { ...document, warnings: [...document.warnings, { code: 'read-as-text', message: 'This Markdown is too long or too deeply nested to be parsed, so it was read as plain text. Its signs (*, #, >) stay in the text.' }] }
}

export const md: Importer = {
  id: 'md',
  label: 'Markdown',
  extensions: ['.md', '.markdown', '.mdown'],
  mediaTypes: ['text/markdown', 'text/x-markdown'],
  read(bytes, { name }) {
    const source = normaliseText(decode(bytes))
    if (source.length > MOST_MARKDOWN || NESTED_TOO_DEEP.test(source)) return asPlainText(source, name)
    const front = FRONT_MATTER.exec(source)
    const title = front && FRONT_MATTER_TITLE.exec(front[1]!)?.[2]
    const tree = fromMarkdown(front ? source.slice(front[0].length) : source, { extensions: [footnotesAndTables()], mdastExtensions: [gfmFromMarkdown()] })
    return readMarkup(markupOf(tree), { name, isWholeArticle: true, ...(title ? { title } : {}) })
  },
}
