/** Pages nest a few dozen elements. The parser's time grows with the square of the nesting, so what lies deeper than this keeps its words and loses its elements. */
const DEEPEST_NESTING = 4000
/** Elements that end by themselves where another begins, or hold nothing: they do not nest. */
const NOT_NESTING = /^(?:p|li|d[dt]|t[drh]|thead|tbody|tfoot|colgroup|caption|option|optgroup|r[bpt]|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
const NAME = /<(\/?)([a-z][\w:-]*)/iy

/** Markup without the tags of elements that are nested deeper than `DEEPEST_NESTING`. Linear; a page that is not so deep comes back as it is. */
export function shallow(markup: string): string {
  const pieces: string[] = []
  let done = 0
  let depth = 0
  let dropped = 0
  for (let at = markup.indexOf('<'); at >= 0;) {
    NAME.lastIndex = at
    const tag = NAME.exec(markup)
    const end = tag ? markup.indexOf('>', at) : at
    if (end < 0) break
    if (tag && !NOT_NESTING.test(tag[2]!) && markup[end - 1] !== '/') {
      const isClosing = tag[1] !== ''
      const isTooDeep = isClosing ? dropped > 0 : depth >= DEEPEST_NESTING
      if (isTooDeep) {
        pieces.push(markup.slice(done, at))
        done = end + 1
        dropped += isClosing ? -1 : 1
      } else depth = Math.max(0, depth + (isClosing ? -1 : 1))
    }
    at = markup.indexOf('<', end + 1)
  }
  return pieces.length === 0 ? markup : pieces.join('') + markup.slice(done)
}
