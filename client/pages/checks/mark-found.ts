/** A stretch of an example; `found` when the check fires on exactly these words. */
export interface ExamplePart {
  text: string
  found: boolean
}

/**
 * Cuts an example at the words a check finds in it, in the order given: each is sought after the one before, else from the start,
 * so that the same words twice are two places. Words that overlap what is boxed already are left as they are.
 */
export const markFound = (text: string, finds: readonly string[]): ExamplePart[] => {
  const spans: { start: number; end: number }[] = []
  let from = 0
  for (const words of finds) {
    const ahead = text.indexOf(words, from)
    const start = ahead === -1 ? text.indexOf(words) : ahead
    if (words === '' || start === -1 || spans.some((span) => start < span.end && span.start < start + words.length)) continue
    spans.push({ start, end: start + words.length })
    from = start + words.length
  }
  spans.sort((a, b) => a.start - b.start)
  const parts: ExamplePart[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (start > at) parts.push({ text: text.slice(at, start), found: false })
    parts.push({ text: text.slice(start, end), found: true })
    at = end
  }
  if (at < text.length) parts.push({ text: text.slice(at), found: false })
  return parts
}
