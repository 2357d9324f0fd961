import type { Document, Span } from '../document/document.ts'
import type { NameList } from './name-list.ts'
import { roleAfter } from './roles.ts'
import type { Voice } from './speakers.ts'

/** Behind a quotation, a dash and so many characters at most are a name under it. */
const LONGEST = 100
const SIGNED = /^\s*(?:[–—―]|--?)\s*(?=\p{Lu})/u

/** “…” – Jane Doe, the director: the name behind a dash that ends the quotation's block, or stands in the block below. `index` is the block, `end` where the quotation ends. */
export function signature(text: string, names: NameList, blocks: Document['blocks'], index: number, { end }: Span): Voice | null {
  const own = blocks[index]!.span
  const below = text.slice(end, Math.min(own.end, end + LONGEST)).trim() === '' ? blocks[index + 1]?.span : { start: end, end: own.end }
  if (!below || below.end - below.start > LONGEST) return null
  const lead = SIGNED.exec(text.slice(below.start, below.end))
  const name = lead && names.between(below.start, below.end)[0]
  if (!name || name.span.start !== below.start + lead[0].length) return null
  const role = roleAfter(text.slice(name.span.end, below.end)) ?? name.role
  return role ? { span: name.span, role } : { span: name.span }
}
