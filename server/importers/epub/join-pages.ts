import { pathFrom, type BookPage } from './open-book.ts'

const TAG = /<[a-z][^<>]*>/gi
const REFERENCE = /(\s(?:xml:id|id|name|href)\s*=\s*)("[^"]*"|'[^']*')/gi
const ADDRESS = /^[a-z][a-z0-9+.-]*:/i

/** Elements that may be left open, or have no end: they say nothing of nesting. */
const OPEN_ENDED = /^<\/?(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option)\b/i
const ANY_TAG = /<\/?[a-z][^<>]*>/gi
/** The parser's time grows with nesting; pages made by people are some thirty deep. */
const DEEPEST_NESTING = 1000

/** Whether the elements of a page are nested deeper than any page is. */
export function isTooDeep(markup: string): boolean {
  let depth = 0
  for (const [tag] of markup.matchAll(ANY_TAG)) {
    if (tag.endsWith('/>') || OPEN_ENDED.test(tag)) continue
    depth = tag[1] === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > DEEPEST_NESTING) return true
  }
  return false
}

/** A book as one page, and the links that lead to pages which are not in it. */
export interface JoinedPages { markup: string; leadsOut: string[] }

/**
 * Joins the pages of a book into one, so that a note in another file of the book is a note on the same page: links between files become links within the page.
 * An id keeps its name where it is the only one in the book (names say what notes are); in a later file it gets a letter for its file before its last number ("fn.c.1").
 */
export function joinPages(pages: readonly BookPage[]): JoinedPages {
  const taken = new Set<string>()
  const ids = new Map<string, Map<string, string>>()
  pages.forEach(({ path, markup }, index) => {
    const own = new Map<string, string>()
    for (const id of idsIn(markup)) {
      if (own.has(id)) continue
      const name = taken.has(id) ? renamed(id, index, taken) : id
      own.set(id, name)
      taken.add(name)
    }
    ids.set(path, own)
  })
  const leadsOut = new Set<string>()
  const joined = pages.map(({ path, markup, isFurniture }) => {
    const own = ids.get(path)!
    const body = bodyOf(markup).replace(TAG, (tag) => tag.replace(REFERENCE, (whole, before: string, quoted: string) => {
      const value = quoted.slice(1, -1)
      if (!/href/i.test(before)) return `${before}"${own.get(value) ?? value}"`
      if (ADDRESS.test(value)) return whole
      const target = value.startsWith('#') ? path : pathFrom(path, value)
      const fragment = /#(.+)$/s.exec(value)?.[1]
      const known = ids.get(target)
      if (!known) {
        if (/\.x?html?$/i.test(target)) leadsOut.add(target)
        return whole
      }
      return fragment === undefined ? whole : `${before}"#${known.get(fragment) ?? known.get(decoded(fragment)) ?? fragment}"`
    }))
    return isFurniture ? `<aside>${body}</aside>` : `<div>${body}</div>`
  })
  return { markup: joined.join('\n'), leadsOut: [...leadsOut] }
}

const decoded = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function* idsIn(markup: string): Generator<string> {
  for (const [tag] of bodyOf(markup).matchAll(TAG)) for (const [, before, quoted] of tag.matchAll(REFERENCE)) if (!/href/i.test(before!)) yield quoted!.slice(1, -1)
}

function renamed(id: string, file: number, taken: ReadonlySet<string>): string {
  let letters = ''
  for (let rest = file; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(97 + rest % 26) + letters
  const number = /\d+$/.exec(id)?.[0] ?? ''
  let name = `${id.slice(0, id.length - number.length)}.${letters}.${number}`
  while (taken.has(name)) name = name.replace(/\.(?=\d*$)/, 'x.')
  return name
}

/** What stands in the body, with elements closed in XML's short way written out. */
function bodyOf(markup: string): string {
  const start = /<body[^<>]*>/i.exec(markup)
  const end = markup.toLowerCase().lastIndexOf('</body')
  const body = start ? markup.slice(start.index + start[0].length, end > start.index ? end : undefined) : markup
  return body.replace(SELF_CLOSED, (tag, element: string, rest: string) => VOID.test(element) ? tag : `<${element}${rest}></${element}>`)
}
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
const SELF_CLOSED = /<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi
