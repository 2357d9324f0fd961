import type { Report, ReportFormat } from '#shared/report/report.ts'

/** Writes one Report as one file. Pure of clock and network: the same report gives the same bytes. */
export interface Exporter {
  id: ReportFormat
  label: string
  extension: string
  mediaType: string
  write(report: Report): Promise<Uint8Array> | Uint8Array
}
