import type { Span } from '../document/document.ts'
import type { Definition } from './definitions.ts'

/** An entry of the bibliography, or a note, as author–date citations find it. `definition` is its index where it is a note. */
export interface Entry { span: Span; text: string; head: string; definition: number | null }

/** Author and year stand in an entry's opening; some styles put the year at its end. */
const LONGEST_LOOK = 400
const MOST_YEARS = 4
const YEARS = /(?<!\d)(?:1[4-9]\d\d|20\d\d)[a-z]?(?![\d\p{L}])|\bn\.\s?d\.|\bforthcoming\b|\bin press\b/giu
/** Letters before which the family name of the (first) author stands. */
const LONGEST_NAMES = 90

/** `Müller` → `muller`: names are compared without accents, in small letters. */
export const fold = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, "'").toLowerCase()
const yearKey = (year: string): string => year.toLowerCase().replace(/\s/g, '')

/** Finds the entry of a work by family name and year ("2020a" too). Entries of the bibliography come before numbered notes. */
export class Bibliography {
  private readonly byYear = new Map<string, Entry[]>()
  readonly entries: Entry[] = []

  constructor(text: string, spans: readonly Span[], definitions: readonly Definition[]) {
    for (const span of spans) this.add({ span, text: text.slice(span.start, span.end).replace(/\s+/g, ' ').trim(), head: '', definition: null })
    definitions.forEach((definition, index) => this.add({ span: definition.span, text: definition.text, head: '', definition: index }))
  }

  private add(entry: Entry): void {
    const look = entry.text.slice(0, LONGEST_LOOK)
    this.entries.push({ ...entry, head: fold(look.slice(0, LONGEST_NAMES)) })
    const keys = new Set([...look.matchAll(YEARS)].slice(0, MOST_YEARS).map(([year]) => yearKey(year)))
    for (const key of keys) {
      const same = this.byYear.get(key)
      if (same) same.push(this.entries.at(-1)!)
      else this.byYear.set(key, [this.entries.at(-1)!])
    }
  }

  /** The entry that opens with one of the names (the first counts most) and has the year; without the year's letter where no entry has it. `mustOpen`: an entry that only holds the name is none. */
  find(names: readonly string[], year: string, mustOpen = false): Entry | null {
    const key = yearKey(year)
    for (const candidates of [this.byYear.get(key), this.byYear.get(key.replace(/(?<=\d)[a-z]$/, ''))]) {
      if (!candidates) continue
      const family = fold(names[0] ?? '')
      const opens = candidates.find(({ head }) => startsWithWord(head, family))
      if (opens) return opens
      if (mustOpen) continue
      const holds = candidates.find(({ head, definition }) => definition === null && holdsWord(head, family))
      if (holds) return holds
    }
    return null
  }
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
/** "the world bank" opens with "world bank"; "[12] smith" with "smith". */
function startsWithWord(head: string, word: string): boolean {
  const at = word === '' ? -1 : head.indexOf(word)
  return at >= 0 && at <= 12 && !/\p{L}{4}|\p{L}\./u.test(head.slice(0, at)) && !isLetter(head[at + word.length])
}
function holdsWord(head: string, word: string): boolean {
  const at = word === '' ? -1 : head.indexOf(word)
  return at >= 0 && !isLetter(head[at - 1]) && !isLetter(head[at + word.length])
}
