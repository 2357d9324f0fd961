const TAG = /<[a-z][^<>]*>/gi
const ATTRIBUTE = /(\s+)([^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]*))?/g
const HAS_CAPITALS = /<[A-Za-z][^<>]*?\s[a-z-]*[A-Z][A-Za-z-]*\s*=/

/** Writes the names of attributes in small letters, as browsers read them (`<A HREF=…>`, older pages): the parser keeps them as they are written and would find no link. Values stay. */
export function withSmallNames(markup: string): string {
  if (!HAS_CAPITALS.test(markup)) return markup
  return markup.replace(TAG, (tag) => tag.replace(ATTRIBUTE, (_whole, space: string, name: string, value: string | undefined) => `${space}${name.toLowerCase()}${value ?? ''}`))
}
