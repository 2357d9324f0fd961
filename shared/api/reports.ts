import { z } from 'zod'
import { CheckDescription, CheckOutcome } from '../checks/check.ts'
import { Report, ReportFormat } from '../report/report.ts'
import { endpoint } from './endpoint.ts'

const flag = z.enum(['0', '1']).default('0')
/** Report options as they travel in an address. `sections` is comma-separated. */
export const ReportQuery = z.object({ withoutInternal: flag, onlyDisputed: flag, sections: z.string().default('summary,article,claims,notes,history') })

export const reports = {
  get: endpoint({ id: 'getReport', method: 'GET', path: '/articles/{articleId}/report', summary: 'The fact-check report as data', params: z.object({ articleId: z.string() }), query: ReportQuery, response: Report }),
  file: endpoint({ id: 'downloadReport', method: 'GET', path: '/articles/{articleId}/report.{format}', summary: 'The fact-check report as a file', params: z.object({ articleId: z.string(), format: ReportFormat }), query: ReportQuery.extend({ download: flag }), response: 'bytes' }),
}
export const checks = {
  list: endpoint({ id: 'listChecks', method: 'GET', path: '/checks', summary: 'The catalogue of checks and where each ran', response: z.array(CheckDescription.extend({
    ran: z.array(z.object({ articleId: z.string(), title: z.string(), outcome: CheckOutcome, reason: z.string().nullable(), open: z.int(), dismissed: z.int() })),
  })) }),
}
export const system = {
  health: endpoint({ id: 'health', method: 'GET', path: '/health', summary: 'Whether the server answers, and its version', response: z.object({ ok: z.literal(true), version: z.string(), dataFolder: z.string() }) }),
}
