const HEADING_TAG = /<(\/?)h([1-6])(?=[\s>/])[^>]*>/gi

/**
 * Closes headings as a browser does: any end tag of a heading closes the one that is open, whatever its level, and a heading does not stand in another. The parser matches names only, so that
 * `<h3>Title</h2>` would make a heading of everything behind it.
 */
export function withHeadingsClosed(markup: string): string {
  let open: string | null = null
  return markup.replace(HEADING_TAG, (tag, slash: string, level: string) => {
    const before = open
    open = slash === '' ? level : null
    if (before === null || (slash !== '' && before === level)) return tag
    return slash === '' ? `</h${before}>${tag}` : `</h${before}>`
  })
}
