const QUOTATION = /<(\/?)q(?=[\s/>])[^<>]*>/gi

/** Writes the quotation marks that browsers draw around `<q>` (HTML standard, 15.3.5: “ ” outside, ‘ ’ within): a reader sees them, so they are words of the text. */
export function withQuotationMarks(markup: string): string {
  let depth = 0
  return markup.replace(QUOTATION, (_tag, closing: string) => {
    if (closing) {
      if (depth === 0) return ''
      return --depth % 2 === 0 ? '”' : '’'
    }
    return depth++ % 2 === 0 ? '“' : '‘'
  })
}
