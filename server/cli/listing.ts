import { stringify } from 'csv-stringify/sync'
import { Option } from 'commander'

export type ListFormat = 'text' | 'json' | 'csv'
export const listFormat = (): Option => new Option('-f, --format <format>', 'how the list is written').choices(['text', 'json', 'csv']).default('text')
export const dataFormat = (): Option => new Option('-f, --format <format>', 'how the result is written').choices(['text', 'json']).default('text')

/** JSON for programs and eyes: two spaces, a line end at the end. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Widest a column but the last may be, in characters: an id or a name fits, a sentence does not push the rest off the screen. */
const WIDEST = 40

/** Rows as a table of aligned columns, as CSV (formulas guarded) or, where `records` are given, as JSON. An empty list is an empty text, `[]`, or the head row. */
export function listing(format: ListFormat, columns: readonly string[], rows: readonly (readonly (string | number)[])[], records: readonly unknown[]): string {
  if (format === 'json') return jsonText(records)
  if (format === 'csv') return stringify([columns, ...rows], { escape_formulas: true, quoted_string: true, record_delimiter: 'windows' })
  const lines = rows.map((row) => row.map((cell) => oneLine(String(cell))))
  const widths = columns.map((_, index) => Math.min(WIDEST, Math.max(0, ...lines.map((cells) => [...(cells[index] ?? '')].length))))
  return lines.map((cells) => `${cells.map((cell, index) => (index === cells.length - 1 ? cell : cell + ' '.repeat(Math.max(0, (widths[index] ?? 0) - [...cell].length)))).join('  ')}\n`).join('')
}

/** Text as a terminal may show it: one line, and no character that moves the cursor or turns the reading direction. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd').trim()
