/** A byte order mark at the very start of a text says how it was stored, not what was written. */
const BYTE_ORDER_MARK = '\uFEFF'

/** The one normalisation there is: a leading byte order mark goes, CRLF and CR become LF. Every other character stays as the author wrote it. */
export function normaliseText(raw: string): string {
  const withoutMark = raw.startsWith(BYTE_ORDER_MARK) ? raw.slice(1) : raw
  return withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark
}
