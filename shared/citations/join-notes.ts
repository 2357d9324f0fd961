import { firstWhere } from '../document/in-order.ts'
import { labelKey } from '../document/note-opening.ts'
import type { Definition } from './definitions.ts'
import type { Mark } from './mark.ts'

/** The keys under which marks may call a note: `Note 1:` and a bare `1.` answer `[1]` and `[Note 1]`, everything else its own label. */
export const keysOf = ({ label, shape, printed }: Pick<Definition, 'label' | 'shape' | 'printed'>): string[] => (shape === 'word' && !printed.startsWith('[')) || (shape === 'bare' && /^\d+$/.test(label)) ? [label, `note ${label}`] : [labelKey(label)]

const isNumber = (label: string): boolean => /^\d+$/.test(label)

/** Where numbering starts again: the places of the labels at which a run begins. A label that comes twice starts nothing unless the count went on in between. */
function runsOf(labels: readonly string[]): number[] {
  const starts: number[] = []
  let highest = -1
  labels.forEach((label, at) => {
    if (!isNumber(label)) return
    if (highest < 0 || (label === labels[starts[0]!] && highest > Number(label))) {
      starts.push(at)
      highest = Number(label)
    } else highest = Math.max(highest, Number(label))
  })
  return starts
}

/**
 * A mark's definition: by the format's own id; else the one definition of its label. Where numbering starts again as often in the text as in the notes, the one in the same run;
 * else the next one below, else the last above. `marks` are in text order.
 */
export function definitionFinder(definitions: readonly Definition[], marks: readonly Mark[]): (mark: Mark) => number | null {
  const byTarget = new Map<string, number>()
  const byKey = new Map<string, number[]>()
  definitions.forEach((definition, index) => {
    const { target } = definition
    if (target !== undefined && !byTarget.has(target)) byTarget.set(target, index)
    for (const key of keysOf(definition)) {
      const same = byKey.get(key)
      if (same) same.push(index)
      else byKey.set(key, [index])
    }
  })
  const runs = runsOf(definitions.map(({ label, target }) => target === undefined ? label : ''))
  const typed = runs.length > 1 ? marks.filter(({ target }) => target === undefined) : []
  const runsOfMarks = runsOf(typed.map(({ label }) => label)).map((at) => typed[at]!.span.start)
  const isPaired = runs.length > 1 && runs.length === runsOfMarks.length
  return ({ target, label, span }) => {
    if (target !== undefined) return byTarget.get(target) ?? null
    const same = byKey.get(labelKey(label)) ?? []
    if (isPaired && isNumber(label) && same.length > 1) {
      const run = Math.max(0, firstWhere(runsOfMarks, (start) => start > span.start) - 1)
      const ofRun = same.filter((index) => index >= runs[run]! && index < (runs[run + 1] ?? Infinity))
      // Chapters of one note each are one run: the note stands at the end of its chapter.
      const own = ofRun.find((index) => definitions[index]!.span.start > span.start) ?? ofRun[0]
      if (own !== undefined) return own
    }
    return same[firstWhere(same, (index) => definitions[index]!.span.start > span.start)] ?? same.at(-1) ?? null
  }
}
