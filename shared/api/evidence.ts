import { z } from 'zod'
import { SnapshotView } from '../review/index.ts'
import { endpoint } from './endpoint.ts'

export const TableSummary = z.object({ id: z.string(), title: z.string(), unit: z.string(), source: z.string(), sourceUrl: z.string(), licence: z.string(), retrieved: z.string(), places: z.int(), from: z.int(), to: z.int() })
export type TableSummary = z.infer<typeof TableSummary>

export const evidence = {
  upload: endpoint({ id: 'uploadFile', method: 'POST', path: '/snapshots', summary: 'Keep a file (PDF, image, text, HTML) that evidence will point at', actor: true, body: 'multipart', response: SnapshotView }),
  snapshot: endpoint({ id: 'getSnapshot', method: 'GET', path: '/snapshots/{snapshotId}', summary: 'One capture: when, from where, its hash and state', params: z.object({ snapshotId: z.string() }), response: SnapshotView.extend({ text: z.string().nullable() }) }),
  content: endpoint({ id: 'getSnapshotContent', method: 'GET', path: '/snapshots/{snapshotId}/content', summary: 'The captured bytes, sandboxed', params: z.object({ snapshotId: z.string() }), response: 'bytes' }),
  retry: endpoint({ id: 'retryCapture', method: 'POST', path: '/snapshots/{snapshotId}/retry', summary: 'Try a failed capture again', actor: true, params: z.object({ snapshotId: z.string() }), response: SnapshotView }),
}
export const tables = {
  list: endpoint({ id: 'listTables', method: 'GET', path: '/tables', summary: 'Bundled reference tables', response: z.array(TableSummary) }),
  places: endpoint({ id: 'listPlaces', method: 'GET', path: '/tables/{tableId}/places', summary: 'Places a table has, by name', params: z.object({ tableId: z.string() }), response: z.array(z.object({ place: z.string(), placeName: z.string(), from: z.int(), to: z.int() })) }),
  rows: endpoint({ id: 'getRows', method: 'GET', path: '/tables/{tableId}/rows', summary: 'Values for places (comma-separated codes) and years', params: z.object({ tableId: z.string() }), query: z.object({ places: z.string(), from: z.coerce.number().int(), to: z.coerce.number().int() }), response: z.array(z.object({ place: z.string(), placeName: z.string(), year: z.int(), value: z.number() })) }),
}
