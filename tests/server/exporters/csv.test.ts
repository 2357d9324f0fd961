import { describe, expect, test } from 'vitest'
import { csv } from '#server/exporters/csv.ts'
import type { Report } from '#shared/report/report.ts'
import { buildHostileReport, HARMLESS, HOSTILE } from './hostile-report.ts'

/** RFC 4180 by hand, one character at a time: no part of the library that wrote it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index]
    if (quoted && sign === '"' && text[index + 1] === '"') {
      cell += '"'
      index += 1
    } else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === ',' || sign === '\r')) {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (!quoted && sign === '\n') rows.push([])
    else cell += sign
  }
  return rows.filter((row) => row.length > 0)
}
const written = async (report: Report): Promise<string> => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await csv.write(report))

describe('the sheet', () => {
  test('a byte order mark, one head row, one row per claim, all as wide', async () => {
    const text = await written(buildHostileReport(HARMLESS))
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const rows = readCsv(text.slice(1))
    expect(rows).toHaveLength(3)
    expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    const [head = [], first = []] = rows
    const cell = (name: string): string => first[head.indexOf(name)] ?? ''
    expect(cell('number')).toBe('1')
    expect(cell('verdict')).toBe('Disputed')
    expect(cell('evidence').split('\n')).toHaveLength(3)
    expect(cell('evidence')).toContain('supports, web page: Iron')
    expect(cell('evidence')).toContain('Captured 10 March 2026')
    expect(cell('evidence_sha256')).toBe('cd'.repeat(32))
    expect(cell('source_results')).toContain('supports, Ines Okafor, 10 March 2026')
    expect(cell('history')).toContain('disputed, was to check: Iron')
  })
  test.each(HOSTILE)('no cell is a formula and the sheet keeps its shape: %j', async (hostile) => {
    const rows = readCsv((await written(buildHostileReport(hostile))).slice(1))
    expect(rows).toHaveLength(3)
    expect(rows.every((row) => row.length === rows[0]?.length)).toBe(true)
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell))).toEqual([])
    const statement = rows[1]?.[rows[0]?.indexOf('statement') ?? -1] ?? ''
    expect([hostile, `'${hostile}`].map((text) => text.replace('\ud800', '\ufffd'))).toContain(statement)
  })
})
