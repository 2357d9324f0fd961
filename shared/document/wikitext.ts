import { shownBy } from './wiki-templates.ts'

/** Signs of wikitext; a text that has links or templates, and notes or headings, of the wiki's own kind, is one. */
const LINKS = /\[\[[^[\]\n]{1,200}\]\]/
const TEMPLATES = /\{\{\s*(?:cite|citation|sfn|harvnb|efn|reflist|short description|infobox|main|see also)\b/i
const NOTES = /<ref(?:\s[^<>]{0,200})?>|\{\{\s*sfn\b/i
const HEADINGS = /^(={2,5})[^=\n]{1,100}\1[ \t]*$/m
export const isWikitext = (text: string): boolean => (LINKS.test(text) || TEMPLATES.test(text)) && (NOTES.test(text) || (HEADINGS.test(text) && LINKS.test(text))) && !/^#{2,6}\s/m.test(text)

/** Templates and links nested deeper than this stay as they are. */
const DEEPEST = 40
const BRACES = /\{\{|\}\}|\[\[|\]\]/g
/** What the last piece of a file's link may be without being its caption. */
const FILE_OPTION = /^\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|none|upright(?:=[\d.]+)?|\d{0,4}x?\d{1,4}px|(?:alt|link|class|lang|page)\s*=.*)\s*$/i

function shownByLink(inside: string): string {
  const pieces = inside.split('|')
  const target = pieces[0]!.trim()
  if (/^(?:file|image):/i.test(target)) {
    const caption = pieces.slice(1).findLast((piece) => !FILE_OPTION.test(piece))
    return caption ? `\n\n<figcaption>\n\n${caption.trim()}\n\n</figcaption>\n\n` : ''
  }
  if (/^(?:category|[a-z]{2,3}):/i.test(target) && pieces.length === 1) return ''
  return (pieces.slice(1).join('|') || target.replace(/^:/, '').replace(/#/g, ' § ')).trim()
}

/** Templates and links, the inner before the outer, in one pass. */
function withoutBraces(text: string): string {
  const open: { sign: string, pieces: string[] }[] = []
  const top: string[] = []
  let done = 0
  const write = (words: string): void => void (open.at(-1)?.pieces ?? top).push(words)
  for (const match of text.matchAll(BRACES)) {
    write(text.slice(done, match.index))
    done = match.index + 2
    const sign = match[0]
    if (sign === '{{' || sign === '[[') {
      if (open.length < DEEPEST) open.push({ sign, pieces: [] })
      else write(sign)
    } else if (open.at(-1)?.sign === (sign === '}}' ? '{{' : '[[')) {
      const inside = open.pop()!.pieces.join('')
      write(sign === '}}' ? shownBy(inside) : shownByLink(inside))
    } else write(sign)
  }
  write(text.slice(done))
  for (const { sign, pieces } of open) top.push(sign, ...pieces)
  return top.join('')
}

const REF = /<ref((?:\s[^<>]*?)?)(?:\/>|>((?:(?!<\/?ref[\s>/])[\s\S])*)<\/ref\s*>)/gi
const nameOf = (attributes: string): string | undefined => /\bname\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'/>]+))/i.exec(attributes)?.slice(1).find((each) => each !== undefined)?.trim()

/** Every note where its mark stands first, also one that the list of references defines. */
function withRefsInPlace(text: string): string {
  const words = new Map<string, string>()
  for (const [, attributes, inside] of text.matchAll(REF)) {
    const name = nameOf(attributes!)
    if (name !== undefined && inside?.trim() && !words.has(name)) words.set(name, inside.trim())
  }
  const placed = new Set<string>()
  return text.replace(/<references(?:\s[^<>]*)?>[\s\S]*?<\/references\s*>|<references(?:\s[^<>]*)?\/>/gi, '').replace(REF, (_whole, attributes: string, inside: string | undefined) => {
    const name = nameOf(attributes)
    if (name === undefined) return inside?.trim() ? `<ref>${inside.trim()}</ref>` : ''
    if (placed.has(name) || !words.has(name)) return `<ref name="${plainName(name)}" />`
    placed.add(name)
    return `<ref name="${plainName(name)}">${words.get(name)!}</ref>`
  })
}
const plainName = (name: string): string => name.replace(/["'<>/]/g, '-')

/** A table: its rows and cells, without their looks. */
function tableOf(source: string): string {
  const rows: string[][] = [[]]
  for (const line of source.split('\n').slice(1)) {
    if (/^\s*\|-/.test(line)) rows.push([])
    else if (/^\s*[|!](?![+}])/.test(line)) rows.at(-1)!.push(...line.replace(/^\s*[|!]/, '').split(/\|\||!!/).map((cell) => cell.replace(/^[^|[\]]*=[^|[\]]*\|(?!\|)/, '').trim()))
    else if (rows.at(-1)!.length > 0 && !/^\s*\|[+}]/.test(line)) rows.at(-1)![rows.at(-1)!.length - 1] += ` ${line.trim()}`
  }
  return `\n\n<table>\n${rows.filter((row) => row.length > 0).map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}\n</table>\n\n`
}

function withTables(text: string): string {
  const pieces: string[] = []
  let done = 0
  for (let at = text.indexOf('{|'); at >= 0; at = text.indexOf('{|', done)) {
    const end = text.indexOf('|}', at)
    if (end < 0) break
    pieces.push(text.slice(done, at), tableOf(text.slice(at, end)))
    done = end + 2
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(done)
}

/**
 * Wikitext, as the editor of a wiki shows it, in Markdown: its words without links, boxes and looks; references in templates (`{{cite web|…}}`, `{{sfn|…}}`) as the wiki prints them; notes stay `<ref>`,
 * each at the first of its marks. `title` is the article's name, which its first sentence prints bold.
 */
export function wikitextToMarkdown(text: string): { markdown: string, title?: string } {
  const title = /'''(?:'')?([^'\n]{2,120})'''/.exec(text.slice(0, 20_000).replace(/\{\{[^{}]*\}\}/g, ''))?.[1]
  const plain = withRefsInPlace(withoutBraces(text.replace(/<!--[\s\S]*?-->/g, '').replace(/<math[^<>]*>([\s\S]*?)<\/math>/gi, (_whole, formula: string) => `\`${formula.replace(/[`{}[\]]+/g, ' ').trim()}\``)))
    .replace(/<\/?(?:nowiki|small|big|center|includeonly|onlyinclude|noinclude|poem)\s*\/?>/gi, '').replace(/__[A-Z]+__/g, '')
  const markdown = withTables(plain)
    .replace(/\[(https?:\/\/[^\s\]]+)(?:\s+([^\]\n]*))?\]/g, (_whole, href: string, words: string | undefined) => words ? `[${words}](${href.replace(/[()]/g, encodeURIComponent)})` : href)
    .replace(/'{2,5}/g, '')
    .replace(/^\*+[ \t]*/gm, '- ').replace(/^#+(?!REDIRECT)[ \t]*/gim, '1. ').replace(/^[:;]+[ \t]*/gm, '')
    .replace(/^(={2,6})[ \t]*([^\n]+?)[ \t]*\1[ \t]*$/gm, (_whole, signs: string, words: string) => `\n${'#'.repeat(signs.length)} ${words}\n`)
    .replace(/\n{3,}/g, '\n\n').trim()
  return { markdown: `${markdown}\n`, ...(title ? { title } : {}) }
}
