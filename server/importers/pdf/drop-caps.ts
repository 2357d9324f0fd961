import { rightOf, type Run } from './raw-page.ts'

/** A letter that opens a paragraph, drawn over several lines. */
const DROP_CAP = /^\s*[“"‘'«]?\p{Lu}[’']?\s*$/u
/** It is at least this many times as large as the lines beside it, … */
const LEAST_TIMES = 1.6
/** … which begin not further from it than this (in its own ems), and are so many. */
const FURTHEST = 0.5
const FEWEST_LINES = 2
/** A letter that is a word of its own in English. */
const WORD = /^[AIO]$/

/** Runs in which a large first letter stands in its line as the others do, and the lines beside it begin where the paragraph does. */
export function withoutDropCaps(runs: readonly Run[]): readonly Run[] {
  let result = runs
  for (const cap of runs) {
    if (!DROP_CAP.test(cap.text)) continue
    const beside = firstRuns(cap, runs)
    const first = beside[0]
    if (!first || beside.length < FEWEST_LINES) continue
    const moved = new Map<Run, Run>([[cap, { ...cap, text: cap.text.trim() + (isWord(cap, first, runs) ? ' ' : ''), y: first.y, size: first.size, font: first.font, width: first.x - cap.x }]])
    for (const run of beside.slice(1)) moved.set(run, { ...run, x: cap.x, width: rightOf(run) - cap.x })
    result = result.map((run) => moved.get(run) ?? run)
  }
  return result
}

/** The first run of each line beside the letter, from the top: its upper edge and base line are theirs, and one line more may be set in for its white space. */
function firstRuns(cap: Run, runs: readonly Run[]): Run[] {
  const right = rightOf(cap)
  const near = runs.filter((run) => run.size * LEAST_TIMES <= cap.size && run.x >= right - 0.2 * cap.size && run.x <= right + FURTHEST * cap.size && run.y > cap.y - cap.size && run.y < cap.y + 1.6 * run.size)
  const lines: Run[] = []
  for (const run of near.sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1)
    if (!last || run.y - last.y > 0.5 * run.size) lines.push(run)
  }
  return lines
}

/** Whether a space was meant between the letter and what follows ("A report", not "After"): only the rest of the page can tell. */
function isWord(cap: Run, first: Run, runs: readonly Run[]): boolean {
  const rest = /^\p{L}+/u.exec(first.text)?.[0].toLowerCase()
  if (rest === undefined || !WORD.test(cap.text.trim())) return /^\s/.test(first.text)
  const wordsOf = ({ text }: Run): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []
  // The first run brings its own half of the word.
  const others = new Set(runs.filter((run) => run !== first).flatMap(wordsOf))
  return others.has(rest) && !others.has(cap.text.trim().toLowerCase() + rest)
}
