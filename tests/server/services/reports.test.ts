import { describe, expect, test } from 'vitest'
import { Report, REPORT_FORMATS, ReportOptions } from '#shared/report/report.ts'
import { importArticle } from '#server/services/imports.ts'
import { buildArticleReport, writeReport } from '#server/services/reports.ts'
import { openTestContext } from './desk-context.ts'

const options = ReportOptions.parse({})
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('reports of an article', () => {
  test('valid, whole, and the same bytes for the same state in every format', async () => {
    const context = await openTestContext()
    const { id } = await importArticle(context, new TextEncoder().encode('Iron\n\nOutput doubled to 80 million tonnes in 2018. <b>Prices fell by 6 percent.</b>\n'), { name: 'iron.txt', title: '../Iron: <b>“x”</b>' })
    const report = await buildArticleReport(context, id, options)
    expect(Report.parse(report)).toEqual(report)
    expect(report.total).toBeGreaterThan(0)
    expect(report.date).toBe('2026-11-25T12:00:00.000Z')
    expect(report.otherHistory.map((event) => event.kind)).toEqual(['import'])
    for (const format of REPORT_FORMATS) {
      const [first, second] = [await writeReport(context, id, format, options), await writeReport(context, id, format, options)]
      expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true)
      expect(first.fileName).toMatch(/^Iron b “x” b, fact-check\.(?:html|md|json|csv)$/)
      expect(text(first.bytes)).toContain('Output doubled to 80 million tonnes in 2018')
    }
  })
  test('no such article', async () => {
    const context = await openTestContext()
    await expect(writeReport(context, 'nowhere', 'html', options)).rejects.toMatchObject({ code: 'not-found' })
  })
})
