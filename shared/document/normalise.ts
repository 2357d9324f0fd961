/** A byte order mark at the very start of a text says how it was stored, not what was written. */
const BYTE_ORDER_MARK = '\uFEFF'
/** What stands for a sign that is none: half of a surrogate pair, NUL (which databases cannot keep). The same as the HTML standard has. */
const REPLACEMENT = '\uFFFD'

/** ES2024, in every engine that runs Stet. */
type MaybeWellFormed = string & { isWellFormed(): boolean, toWellFormed(): string }

/** The one normalisation there is: a leading byte order mark goes, CRLF and CR become LF, signs that are none become U+FFFD. Every other character stays as the author wrote it. */
export function normaliseText(raw: string): string {
  const withoutMark = raw.startsWith(BYTE_ORDER_MARK) ? raw.slice(1) : raw
  const lines = withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark
  const written = lines.includes('\0') ? lines.replaceAll('\0', REPLACEMENT) : lines
  return (written as MaybeWellFormed).isWellFormed() ? written : (written as MaybeWellFormed).toWellFormed()
}
