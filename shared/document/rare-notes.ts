import { isNotesHeading } from './notes-heading.ts'

/** Signs around the numbers of notes that few people use: `<1>`, `/1/`, `((1))`. Each as the opening of a line and as a mark; the second stands behind a word or what closes a clause, and before white space, a stop or another mark. */
const RARE: readonly { opening: RegExp, mark: RegExp }[] = ([['<', '>'], ['/', '/'], ['\\(\\(', '\\)\\)']] as const).map(([open, close]) => ({
  opening: new RegExp(`^([ \\t]*)${open}(\\d{1,3})${close}[:.]?[ \\t]+(?=\\S)`, 'gm'),
  mark: new RegExp(`(?<=[\\p{L}\\d.,;:!?”"’'»)%\\]][ ]?)(?<!\\/\\d{0,3})${open}(\\d{1,3})${close}(?=[\\s.,;:!?)\\]”"’(<]|$)`, 'gmu'),
}))
/** So much of such notes must be marked. */
const MARKED_SHARE = 0.6
/** Listings of code with numbers that are explained below are written with the same signs. */
const LISTING = /^(?:-{4,}|={4,}|```)[ \t]*$/m

/** Whether labels count up from 1 without a gap. */
const countUp = (labels: readonly string[]): boolean => labels.length > 0 && labels.every((label, index) => Number(label) === index + 1)

/** Notes whose numbers stand in rare signs, in the one way in which plain text has them, `[^1]`, where a list of them counts up and the text above marks them. */
function withRareSigns(text: string): string {
  for (const { opening, mark } of RARE) {
    const openings = [...text.matchAll(opening)]
    if (openings.length === 0 || !countUp(openings.map(([, , label]) => label!)) || LISTING.test(text)) continue
    const list = openings[0]!.index
    const labels = new Set(openings.map(([, , label]) => label!))
    const marked = new Set([...text.slice(0, list).matchAll(mark)].map(([, label]) => label!).filter((label) => labels.has(label)))
    if (marked.size < labels.size * MARKED_SHARE) continue
    return `${text.slice(0, list).replace(mark, (whole, label: string) => labels.has(label) ? `[^${label}]` : whole)}${text.slice(list).replace(opening, (_whole, indent: string, label: string) => `${indent}[^${label}]: `)}`
  }
  return text
}

const GLUED = /^([ \t]*)(\d{1,3})(?=\p{Lu}[\p{L}\s]|[“"‘«])/u

/** "1A book." below a heading such as "Notes": a space behind the numbers, where the lines that open so count up from 1. */
function withGluedOpenings(text: string): string {
  if (!/^[ \t]*1(?=\p{Lu}|[“"‘«])/mu.test(text)) return text
  const lines = text.split('\n')
  for (let heading = lines.findLastIndex(isNotesHeading); heading >= 0; heading = lines.slice(0, heading).findLastIndex(isNotesHeading)) {
    const glued = lines.flatMap((line, index) => index > heading && GLUED.test(line) ? [index] : [])
    if (glued.length < 2 || !countUp(glued.map((index) => GLUED.exec(lines[index]!)![2]!))) continue
    for (const index of glued) lines[index] = lines[index]!.replace(GLUED, '$1$2 ')
    return lines.join('\n')
  }
  return text
}

/** Notes of plain text that are typed in ways few people use, in ways that many do. Texts without them are returned as they are. */
export const setRareNotesApart = (text: string): string => withGluedOpenings(withRareSigns(text))
