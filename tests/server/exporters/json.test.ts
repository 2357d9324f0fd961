import { expect, test } from 'vitest'
import { json } from '#server/exporters/json.ts'
import { Report } from '#shared/report/report.ts'
import { buildHostileReport, HOSTILE } from './hostile-report.ts'

test.each(HOSTILE)('opens as the Report it was, whatever is in it: %j', async (hostile) => {
  const report = buildHostileReport(hostile)
  const written = new TextDecoder().decode(await json.write(report))
  expect(written.endsWith('}\n')).toBe(true)
  expect(Report.parse(JSON.parse(written))).toEqual(report)
})
test('the order in which a report was put together does not show', async () => {
  const report = buildHostileReport('x')
  const turned = Object.fromEntries(Object.entries(report).reverse()) as unknown as Report
  expect(await json.write(turned)).toEqual(await json.write(report))
})
