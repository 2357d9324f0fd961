import { fold } from './bibliography.ts'
import type { CslItem } from './citation.ts'
import { AUTHOR_FIRST } from './short-form-words.ts'
import type { ParsedWork } from './works/parse-work.ts'

/** A short form names a work not far above; further back the same family name may be another person's. */
export const FURTHEST_BACK = 300
/** A title is known by its first words; one short word alone is not enough. */
const SHORTEST_TITLE = 4

/** A work that a note names in full, as short forms may mean it. */
interface FullWork { note: number; source: CslItem; title: string; text: string }

/** The works that notes have named in full so far. */
export class FullWorks {
  private readonly fulls: FullWork[] = []
  private readonly byFamily = new Map<string, number[]>()

  /** The last one named. */
  last(): FullWork | null {
    return this.fulls.at(-1) ?? null
  }

  /** Takes up the work that the note of that index names in these words. */
  remember(note: number, source: CslItem, words: string): void {
    for (const { family, literal } of [...source.author ?? [], ...source.editor ?? []]) {
      const key = fold(family ?? literal ?? '').split(' ').at(-1)!
      if (key !== '') (this.byFamily.get(key) ?? this.byFamily.set(key, []).get(key)!).push(this.fulls.length)
    }
    this.fulls.push({ note, source, title: plainTitle(source.title ?? ''), text: fold(words.slice(0, 400)) })
  }

  /** The last one of that author, as seen from note `index`. */
  lastNamed(index: number, name: string): FullWork | null {
    const words = fold(name).split(/[\s,.，、"“”]+/).filter((word) => word.length > 1)
    for (const word of words.reverse()) {
      const at = this.byFamily.get(word)?.at(-1)
      if (at !== undefined && index - this.fulls[at]!.note <= FURTHEST_BACK) return this.fulls[at]!
    }
    const family = words[0]
    if (family === undefined) return null
    for (let at = this.fulls.length - 1; at >= 0 && index - this.fulls[at]!.note <= FURTHEST_BACK; at -= 1) if (this.fulls[at]!.text.includes(family)) return this.fulls[at]!
    return null
  }

  /** The one whose author and first words of the title these are, or whose title alone. */
  withShortTitle(words: string, work: ParsedWork, index: number): FullWork | null {
    const match = AUTHOR_FIRST.exec(words)
    if (match) {
      const candidates = this.byFamily.get(fold(match.groups!.name!.split(/,|\s(?:and|&)\s/)[0]!).split(' ').at(-1)!)
      if (candidates) {
        const title = plainTitle(work.pinpoint ? words.slice(match.groups!.name!.length, words.lastIndexOf(work.pinpoint)) : match.groups!.title ?? '')
        if (title === '' || !/\p{L}{3}/u.test(title)) return this.nearest(candidates, index)
        return title.length >= SHORTEST_TITLE ? this.withTitle(index, candidates, title) : null
      }
    }
    const title = plainTitle(work.source!.title ?? '')
    if (work.pinpoint === null || title.length < SHORTEST_TITLE || (!title.includes(' ') && !/[“"]/.test(words))) return null
    return this.withTitle(index, Array.from({ length: Math.min(this.fulls.length, FURTHEST_BACK) }, (_, at) => Math.max(0, this.fulls.length - FURTHEST_BACK) + at), title)
  }

  private withTitle(index: number, candidates: readonly number[], title: string): FullWork | null {
    for (let at = candidates.length - 1; at >= 0; at -= 1) {
      const full = this.fulls[candidates[at]!]!
      if (index - full.note > FURTHEST_BACK) return null
      if (full.title.startsWith(title) || full.title.replace(/^(?:the|a|an|der|die|das|le|la|les) /, '').startsWith(title) || (title.includes(' ') && ` ${full.title} `.includes(` ${title} `))) return full
    }
    return null
  }

  private nearest(candidates: readonly number[], index: number): FullWork | null {
    const full = this.fulls[candidates.at(-1)!]!
    return index - full.note <= FURTHEST_BACK ? full : null
  }
}

const plainTitle = (words: string): string => fold(words).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
