import { canonical } from '#shared/review/index.ts'
import type { Exporter } from './exporter.ts'

/** The Report itself: keys in a fixed order, two spaces, a line end at the end. Opens again with `Report.parse`. */
export const json: Exporter = {
  id: 'json',
  label: 'JSON',
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  write: (report) => new TextEncoder().encode(`${JSON.stringify(JSON.parse(canonical(report)), null, 2)}\n`),
}
