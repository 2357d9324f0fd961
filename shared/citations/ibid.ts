import type { Definition } from './definitions.ts'

const IBID = /^\W*(?:see\s+)?(?:ibid(?:em)?|id|idem|same|loc\.? ?cit|同上|同前|同注)\b\.?(?![\p{L}])|^\W*(?:同上|同前)/iu
const OP_CIT = /^(?<name>[\p{L}\p{M}'’ .,&-]{0,60}?),?\s*\(?(?:op\.? ?cit|loc\.? ?cit)\b\.?|^(?<before>[\p{L}\p{M}'’ .,&-]{0,60}?),?\s*(?:supra|above|see)\s+(?:at\s+)?(?:foot|end)?n(?:ote|\.)?\s*(?<number>\d{1,4})/iu
const PINPOINT = /^[\s.,;:]*(?:at\s+)?((?:pp?\.?|pages?|paras?\.?|¶+|§+|ch(?:ap)?\.?|vol\.?|sec\.?|art\.?|nn?\.)\s*[\divxlc][\w–—-]*(?:\s*[,–-]\s*(?:pp?\.?\s*)?[\w–-]+)*|第\s*\d+\s*[页頁章节]|\d{1,4}(?:[–-]\d{1,4})?)[.\]]*(?:\s|$)/iu

/** What a short note says: the index of the definition whose work it repeats (never a short note itself), and where in that work. */
export interface ShortNote { of: number | null; pinpoint: string | null }

/**
 * For every definition, the work it repeats: `Ibid.` the one before, `Name, op. cit.` the last full note naming it (without a name, the last full note),
 * `supra note 4` note 4. Chains end at the note that names the work. `null` for a full note; `of` is null when nothing precedes.
 */
export function resolveShortNotes(definitions: readonly Definition[]): (ShortNote | null)[] {
  const resolved: (ShortNote | null)[] = []
  const byLabel = new Map<string, number>()
  definitions.forEach(({ text, label }, index) => {
    const short = shortNoteOf(text)
    if (!byLabel.has(label)) byLabel.set(label, index)
    if (!short) {
      resolved.push(null)
      return
    }
    const pinpoint = PINPOINT.exec(text.slice(short.length))?.[1] ?? null
    const before = index === 0 ? null : resolved[index - 1] ? resolved[index - 1]!.of : index - 1
    if (short.number !== undefined) {
      const named = byLabel.get(short.number)
      resolved.push({ of: named === undefined || named === index ? null : resolved[named] ? resolved[named].of : named, pinpoint })
    } else if (short.name) {
      const of = lastNaming(definitions, resolved, index, short.name)
      resolved.push({ of, pinpoint })
    } else resolved.push({ of: before, pinpoint })
  })
  return resolved
}

function shortNoteOf(text: string): { length: number; name?: string; number?: string } | null {
  const ibid = IBID.exec(text)
  if (ibid) return { length: ibid[0].length }
  const match = OP_CIT.exec(text)
  if (!match) return null
  const { name, before, number } = match.groups!
  return { length: match[0].length, name: (name ?? before ?? '').replace(/^(?:see|cf\.?|also)\s+/i, '').trim(), ...(number ? { number } : {}) }
}

/** A short form names a work not far above; further back the same family name may be another person's. */
const FURTHEST_BACK = 300

function lastNaming(definitions: readonly Definition[], resolved: readonly (ShortNote | null)[], index: number, name: string): number | null {
  const family = name.split(/[\s,]+/).filter((word) => word.length > 1).at(-1)?.toLowerCase()
  if (!family) return null
  for (let at = index - 1; at >= Math.max(0, index - FURTHEST_BACK); at--) if (!resolved[at] && definitions[at]!.text.toLowerCase().includes(family)) return at
  return null
}

/** The place in its work that a full note ends with: `p. 45`, `pp. 3–9`. */
export function pinpointOf(text: string): string | null {
  return /(?:^|[\s,(])((?:pp?\.|pages?)\s*\d[\d–—-]*(?:\s*[,&]\s*\d[\d–—-]*)*)[\s.)\]]*$/i.exec(text)?.[1] ?? null
}
