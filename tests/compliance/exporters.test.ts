import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exporters } from '#server/exporters/index.ts'
import { Report, REPORT_FORMATS, ReportOptions } from '#shared/report/report.ts'
import { buildReport } from '#shared/report/build-report.ts'
import { buildReviewInput } from '../shared/report/review-input.ts'
import { buildHostileReport, HARMLESS } from '../server/exporters/hostile-report.ts'
import { ROOT } from '../support/running-desk.ts'

/** Files of the folder that are no exporter: the seam and the registry. */
const NO_EXPORTER = ['exporter.ts', 'index.ts']
const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

describe('the registry of exporters', () => {
  test('every file is registered, its id is the file’s name, and every format has one', () => {
    const files = readdirSync(join(ROOT, 'server/exporters')).filter((name) => name.endsWith('.ts') && !NO_EXPORTER.includes(name))
    expect(exporters.map((exporter) => `${exporter.id}.ts`).sort()).toEqual(files.sort())
    expect(exporters.map((exporter) => exporter.id).sort()).toEqual([...REPORT_FORMATS].sort())
    for (const exporter of exporters) expect([exporter.label, exporter.extension, exporter.mediaType].every((field) => field !== '')).toBe(true)
  })
})

for (const exporter of exporters) {
  describe(`the ${exporter.label} exporter`, () => {
    test('the same report gives the same bytes', async () => {
      const [first, second] = [await exporter.write(buildHostileReport('<b>=1')), await exporter.write(structuredClone(buildHostileReport('<b>=1')))]
      expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    })
    test('UTF-8 with a line end at the end, and every script whole', async () => {
      const written = text(await exporter.write(buildHostileReport('中文 😀 é ﷺ')))
      expect(written).toContain('中文 😀 é ﷺ')
      expect(written.endsWith('\n')).toBe(true)
    })
    test('says what a reader needs to replicate the check: verdict, reason, source, hash, who and when', async () => {
      const written = text(await exporter.write(buildHostileReport(HARMLESS)))
      for (const words of [/disputed/i, /Iron/, /cdcdcdcd/, /supports/]) expect(written).toMatch(words)
    })
    test('an article without claims is a report too', async () => {
      expect((await exporter.write(buildReport(buildReviewInput(), ReportOptions.parse({})))).length).toBeGreaterThan(0)
    })
    test.each(readdirSync(join(ROOT, 'tests/reports')))('still writes the report kept as %s', async (file) => {
      expect((await exporter.write(Report.parse(JSON.parse(readFileSync(join(ROOT, 'tests/reports', file), 'utf8'))))).length).toBeGreaterThan(100)
    })
  })
}

describe('old reports still open', () => {
  test.each(readdirSync(join(ROOT, 'tests/reports')))('%s', (file) => {
    expect(existsSync(join(ROOT, 'tests/reports', file))).toBe(true)
    const kept = JSON.parse(readFileSync(join(ROOT, 'tests/reports', file), 'utf8')) as unknown
    expect(Report.parse(kept)).toEqual(kept)
  })
})
