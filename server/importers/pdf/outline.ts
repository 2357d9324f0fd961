import type { Draft } from './draft.ts'
import { textOfLine } from './lines.ts'
import type { OutlineEntry } from './raw-page.ts'

/** A heading has not more lines than this. */
const MOST_LINES = 4
const DEEPEST = 6

const plain = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Makes headings of what the file's own outline names, with its levels: each entry once, in their order. What it does not name stays as its looks say. */
export function followOutline(drafts: readonly Draft[], outline: readonly OutlineEntry[]): void {
  const waiting = new Map<string, OutlineEntry[]>()
  for (const entry of outline) {
    const key = plain(entry.title)
    if (key !== '') waiting.set(key, [...(waiting.get(key) ?? []), entry])
  }
  if (waiting.size === 0) return
  for (const draft of drafts) {
    if (draft.kind === 'furniture' || draft.kind === 'note' || draft.kind === 'table' || draft.lines.length > MOST_LINES) continue
    const entry = waiting.get(plain(draft.lines.map(textOfLine).join(' ')))?.shift()
    if (entry) Object.assign(draft, { kind: 'heading', level: Math.min(DEEPEST, entry.level) })
  }
}
