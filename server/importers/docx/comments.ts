import type { DocumentComment } from '#shared/document/document.ts'
import { childrenOf, type XmlElement } from '../xml/read-xml.ts'
import { plainWords } from './words.ts'

/** The comments of a file, in text order. `spans` says where each stands; one whose place is not in the text stands where the comment it answers does, else at the end. */
export function readComments(root: XmlElement | null, extended: XmlElement | null, spans: ReadonlyMap<string, () => { start: number, end: number }>, length: number): DocumentComment[] {
  const states = new Map(childrenOf(extended ?? undefined, 'w15:commentEx').map(({ attributes }) => [attributes['w15:paraId'] ?? '', attributes]))
  const found = childrenOf(root ?? undefined, 'w:comment').map((element) => {
    const { 'w:id': id = '', 'w:author': author, 'w:date': at } = element.attributes
    const paragraph = childrenOf(element, 'w:p').at(-1)?.attributes['w14:paraId'] ?? ''
    return { id, author, at, paragraph, text: plainWords(element).trim(), parent: states.get(paragraph)?.['w15:paraIdParent'], isResolved: /^(?:1|true)$/.test(states.get(paragraph)?.['w15:done'] ?? '') }
  })
  const byParagraph = new Map(found.map((comment) => [comment.paragraph, comment]))
  const spanOf = (comment: (typeof found)[number]): { start: number, end: number } =>
    (spans.get(comment.id) ?? spans.get(byParagraph.get(comment.parent ?? '')?.id ?? ''))?.() ?? { start: length, end: length }
  const placed = found.map((comment) => ({ comment, span: spanOf(comment) })).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  return placed.map(({ comment, span }): DocumentComment => {
    const replyTo = comment.parent === undefined ? -1 : placed.findIndex((other) => other.comment.paragraph === comment.parent)
    return { span, text: comment.text, ...(comment.author ? { author: comment.author } : {}), ...(comment.at ? { at: comment.at } : {}), ...(replyTo >= 0 ? { replyTo } : {}), ...(comment.isResolved ? { resolved: true } : {}) }
  })
}
