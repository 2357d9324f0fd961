import type { Router } from 'express'
import { api } from '#shared/api/index.ts'
import type { Context } from '../context.ts'
import { mount } from '../http/mount.ts'
import { deleteArticle, getArticle, listArticles } from '../services/articles.ts'
import { listChecks, rerunChecks } from '../services/checks.ts'
import { getClaim, listClaims, previewClaim } from '../services/claims.ts'
import { decide, redo, undo } from '../services/decide.ts'
import { listFindings } from '../services/findings.ts'
import { articleHistory } from '../services/history.ts'
import { progressOf } from '../services/import-progress.ts'
import { dropImport, joinNotes, keepImport, listFormats, readAddress, readImport } from '../services/imports.ts'
import { buildArticleReport, writeReport } from '../services/reports.ts'
import { searchClaims } from '../services/search.ts'
import { getSnapshot, retryCapture, snapshotContent, uploadFile } from '../services/snapshots.ts'
import { getRows, listPlaces, listTables } from '../services/tables.ts'
import { ReportOptions } from '#shared/report/report.ts'
import { AppError } from '#shared/errors.ts'

/** Captured bytes are somebody else's page: they may be looked at, and nothing in them may run or reach out. */
const SANDBOXED = { 'Content-Security-Policy': "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'", 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store' }
/** A report carries its own styles and fonts, and no script. Framed by the desk's preview only. */
const REPORT_POLICY = { 'Content-Security-Policy': "sandbox allow-same-origin allow-popups; default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; frame-ancestors 'self'", 'X-Frame-Options': 'SAMEORIGIN', 'Cache-Control': 'private, no-store' }

const disposition = (kind: 'inline' | 'attachment', fileName: string): string => `${kind}; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)}`

/** Every endpoint of the contract, each one line to its service. */
export function mountRoutes(router: Router, context: Context, given: { version: string; dataFolder: string }): void {
  mount(router, context, api.system.health, () => ({ ok: true as const, ...given }))

  mount(router, context, api.articles.list, (asked) => listArticles(asked.context))
  mount(router, context, api.articles.get, ({ context: own, params }) => getArticle(own, params.articleId))
  mount(router, context, api.articles.remove, async ({ context: own, params }) => (await deleteArticle(own, params.articleId), {}))
  mount(router, context, api.articles.claims, ({ context: own, params }) => listClaims(own, params.articleId))
  mount(router, context, api.articles.findings, ({ context: own, params }) => listFindings(own, params.articleId))
  mount(router, context, api.articles.history, ({ context: own, params }) => articleHistory(own, params.articleId))
  mount(router, context, api.articles.search, ({ context: own, params, query }) => searchClaims(own, params.articleId, query.q))
  mount(router, context, api.articles.check, ({ context: own, params }) => rerunChecks(own, params.articleId))
  mount(router, context, api.articles.decide, ({ context: own, params, body }) => decide(own, params.articleId, body))
  mount(router, context, api.articles.undo, ({ context: own, params, body }) => undo(own, params.articleId, body))
  mount(router, context, api.articles.redo, ({ context: own, params, body }) => redo(own, params.articleId, body))

  mount(router, context, api.imports.formats, () => listFormats())
  mount(router, context, api.imports.readFile, ({ context: own, body, query }) => readImport(own, body.bytes, { name: body.name, mediaType: body.mediaType, ...(query.view && { view: query.view }) }, query.reading))
  mount(router, context, api.imports.readText, ({ context: own, body }) => readImport(own, new TextEncoder().encode(body.text), { name: body.format ? `${body.name}.${body.format}` : body.name }))
  mount(router, context, api.imports.readAddress, ({ context: own, body }) => readAddress(own, body.url, body.reading))
  mount(router, context, api.imports.progress, ({ params }) => progressOf(params.reading))
  mount(router, context, api.imports.joinNotes, ({ params, body }) => joinNotes(params.importId, body.notes))
  mount(router, context, api.imports.keep, ({ context: own, params, body }) => keepImport(own, params.importId, body))
  mount(router, context, api.imports.drop, ({ params }) => (dropImport(params.importId), {}))

  mount(router, context, api.claims.get, ({ context: own, params }) => getClaim(own, params.claimId))
  mount(router, context, api.claims.preview, ({ context: own, params, query }) => previewClaim(own, params.articleId, query))

  mount(router, context, api.evidence.upload, ({ context: own, body }) => uploadFile(own, body.bytes, body))
  mount(router, context, api.evidence.snapshot, ({ context: own, params }) => getSnapshot(own, params.snapshotId))
  mount(router, context, api.evidence.content, async ({ context: own, params }) => {
    const { bytes, mediaType, fileName } = await snapshotContent(own, params.snapshotId)
    return { bytes, mediaType, headers: { ...SANDBOXED, 'Content-Disposition': disposition('inline', fileName) } }
  })
  mount(router, context, api.evidence.retry, ({ context: own, params }) => retryCapture(own, params.snapshotId))

  mount(router, context, api.tables.list, (asked) => listTables(asked.context))
  mount(router, context, api.tables.places, ({ context: own, params }) => listPlaces(own, params.tableId))
  mount(router, context, api.tables.rows, ({ context: own, params, query }) => getRows(own, params.tableId, query))

  mount(router, context, api.checks.list, (asked) => listChecks(asked.context))

  mount(router, context, api.reports.get, ({ context: own, params, query }) => buildArticleReport(own, params.articleId, optionsOf(query)))
  mount(router, context, api.reports.file, async ({ context: own, params, query }) => {
    const { bytes, mediaType, fileName } = await writeReport(own, params.articleId, params.format, optionsOf(query))
    return { bytes, mediaType, headers: { ...REPORT_POLICY, 'Content-Disposition': disposition(query.download === '1' ? 'attachment' : 'inline', fileName) } }
  })
}

/** Report options as they travel in an address. Throws `invalid-request` for a section that there is not. */
function optionsOf(query: { withoutInternal: '0' | '1'; onlyDisputed: '0' | '1'; sections: string }): ReportOptions {
  const read = ReportOptions.safeParse({ withoutInternal: query.withoutInternal === '1', onlyDisputed: query.onlyDisputed === '1', sections: query.sections.split(',').filter(Boolean) })
  if (!read.success) throw new AppError('invalid-request', 'Sections are: summary, article, claims, notes, history; separate them with commas.', { sections: query.sections })
  return read.data
}
