const DEFINED = /^[ \t]{0,3}\[\^([^\]\s]{1,60})\]:/gm
const REFERENCE = /\[\^([^\]\s]{1,60})\](?!:)/g
/** A definition in the middle of a line: the line break before it was lost. */
const DEFINED_WITHIN = /(?<=^[ \t]{0,3}\[\^[^\]\s]{1,60}\]:[^\n]{1,4000}(?:\n(?![ \t]*\n|[ \t]{0,3}\[\^)[^\n]{1,4000}){0,5}[ \t])\[\^([^\]\s]{1,60})\]:(?=[ \t])/gm
/** A note that is a list, whose further points were not indented (as web clippers write them): Markdown would end the note behind the first. */
const LISTED = /^([ \t]{0,3}\[\^[^\]\s]{1,60}\]:[ \t]*)([-*+][ \t]+\S[^\n]*)((?:\n[-*+][ \t]+\S[^\n]*)+)/gm
/** `guests.^9`: the brackets of the mark were lost. */
const CARET_ONLY = /(?<=[\p{L})][.,;:!?”"’)]{1,2})\^(\d{1,3})(?![\w^)\]{])/gu
/** `[^18)]`: a sign that belongs to no label. */
const STRAY_SIGNS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/**
 * Slips in writing `[^1]` notes that leave a mark or a note alone: a definition within a line, a stray sign in its label, a mark without its brackets. Each is put right only where that joins
 * a mark and a note which have no other partner. The points of a note that is a list are indented. Returns a text without slips as it is.
 */
export function withMendedNotes(source: string): string {
  if (!source.includes('[^')) return source
  const listed = source.replace(LISTED, (_whole, opening: string, first: string, others: string) => `${opening}\n    ${first}${others.replaceAll('\n', '\n    ')}`)
  return withPartnersJoined(listed)
}

function withPartnersJoined(source: string): string {
  const labelsIn = (text: string, pattern: RegExp): Set<string> => new Set([...text.matchAll(pattern)].map(([, label]) => label!))
  const references = labelsIn(source, REFERENCE)
  const defined = labelsIn(source, DEFINED)
  const isAlone = (label: string): boolean => references.has(label) && !defined.has(label)
  if (![...references].some(isAlone) && ![...defined].some((label) => !references.has(label))) return source
  return source
    .replace(DEFINED_WITHIN, (whole, label: string) => isAlone(label) ? `\n\n${whole}` : whole)
    .replace(DEFINED, (whole, label: string) => {
      const plain = label.replace(STRAY_SIGNS, '')
      return plain !== label && !references.has(label) && isAlone(plain) ? whole.replace(label, plain) : whole
    })
    .replace(CARET_ONLY, (whole, label: string) => defined.has(label) && !references.has(label) ? `[^${label}]` : whole)
}
