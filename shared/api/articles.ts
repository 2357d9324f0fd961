import { z } from 'zod'
import { CheckRun, Severity } from '../checks/check.ts'
import { Block, ChangesView, Document, Span, Warning } from '../document/document.ts'
import { ClaimSummary, ClaimView, Decision, FindingView, NoteRecord, ReviewEvent, Tally, WebAddress } from '../review/index.ts'
import { endpoint } from './endpoint.ts'

const articleParams = z.object({ articleId: z.string() })

export const ArticleSummary = z.object({
  id: z.string(), title: z.string(), sample: z.boolean(), createdAt: z.string(), updatedAt: z.string(), lastActor: z.string().nullable(),
  draft: z.object({ number: z.int(), name: z.string(), importedAt: z.string(), words: z.int(), notes: z.int() }),
  claims: z.int(), tally: Tally, findings: z.record(Severity, z.int()),
})
export type ArticleSummary = z.infer<typeof ArticleSummary>

export const ArticleView = z.object({
  id: z.string(), title: z.string(), sample: z.boolean(), createdAt: z.string(), updatedAt: z.string(),
  draft: z.object({ id: z.string(), number: z.int(), name: z.string(), mediaType: z.string(), sha256: z.string(), importedAt: z.string(), importedBy: z.string(), words: z.int(), url: z.string().nullable() }),
  document: Document, notes: z.array(NoteRecord), checks: z.array(CheckRun),
})
export type ArticleView = z.infer<typeof ArticleView>

/** What reading found, shown before anything is kept. `blocks` are those set aside as furniture; `index` goes into `putBack`. */
export const ImportPreview = z.object({
  id: z.string(), name: z.string(), title: z.string(), format: z.string(), language: z.string().nullable(),
  words: z.int(), paragraphs: z.int(), claims: z.int(), notes: z.object({ marks: z.int(), joined: z.int(), defined: z.int() }),
  setAside: z.array(z.object({ index: z.int(), text: z.string(), lines: z.int() })),
  warnings: z.array(Warning.extend({ excerpt: z.string().nullable() })),
  /** Tracked changes and comments of the file, and which state of the changes was read. */
  changes: z.int(), comments: z.int(), view: ChangesView,
  /** The file that its note marks lead to, where the notes stand in a file of their own; and the file whose notes were joined. */
  notesFile: z.string().nullable(), notesFrom: z.string().nullable(),
  /** The first paragraphs, as read. */
  excerpt: z.array(z.object({ kind: Block.shape.kind, text: z.string() })),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** What an act changed: the new summaries, the ids that left the article, and one line for the bar ("99 verified"). */
export const ActResult = z.object({
  act: z.string(), events: z.array(ReviewEvent), claims: z.array(ClaimSummary), removed: z.array(z.string()), summary: z.string(), claimId: z.string().nullable(),
  title: z.string(),
})
export type ActResult = z.infer<typeof ActResult>

export const articles = {
  list: endpoint({ id: 'listArticles', method: 'GET', path: '/articles', summary: 'Articles on the desk, last changed first', response: z.array(ArticleSummary) }),
  get: endpoint({ id: 'getArticle', method: 'GET', path: '/articles/{articleId}', summary: 'One article: its text, notes and which checks ran', params: articleParams, response: ArticleView }),
  remove: endpoint({ id: 'deleteArticle', method: 'DELETE', path: '/articles/{articleId}', summary: 'Delete an article with its review, for good', actor: true, params: articleParams }),
  claims: endpoint({ id: 'listClaims', method: 'GET', path: '/articles/{articleId}/claims', summary: 'Every claim in text order', params: articleParams, response: z.array(ClaimSummary) }),
  findings: endpoint({ id: 'listFindings', method: 'GET', path: '/articles/{articleId}/findings', summary: 'Findings of the checks, dismissed ones included', params: articleParams, response: z.array(FindingView) }),
  history: endpoint({ id: 'articleHistory', method: 'GET', path: '/articles/{articleId}/history', summary: 'Every event, oldest first: the hash-linked history', params: articleParams, response: z.array(ReviewEvent) }),
  search: endpoint({ id: 'searchClaims', method: 'GET', path: '/articles/{articleId}/search', summary: 'Claims whose statement, quote, notes, evidence, reviewer notes or people match', params: articleParams, query: z.object({ q: z.string().trim().min(1).max(500) }), response: z.array(z.object({ claimId: z.string(), where: z.string() })) }),
  check: endpoint({ id: 'runChecks', method: 'POST', path: '/articles/{articleId}/checks', summary: 'Run every check again', actor: true, params: articleParams, response: z.array(CheckRun) }),
  decide: endpoint({ id: 'decide', method: 'POST', path: '/articles/{articleId}/acts', summary: 'Do one thing to the review. The same `act` sent twice is done once', actor: true, params: articleParams, body: z.object({ act: z.uuid(), decision: Decision }), response: ActResult }),
  undo: endpoint({ id: 'undo', method: 'POST', path: '/articles/{articleId}/undo', summary: 'Take back this person’s last act that still stands, as a new act', actor: true, params: articleParams, body: z.object({ act: z.uuid() }), response: ActResult }),
  redo: endpoint({ id: 'redo', method: 'POST', path: '/articles/{articleId}/redo', summary: 'Do again what this person last undid', actor: true, params: articleParams, body: z.object({ act: z.uuid() }), response: ActResult }),
}

/** A format that is read. `extensions` with their dot. */
export const ArticleFormat = z.object({ id: z.string(), label: z.string(), extensions: z.array(z.string()), mediaTypes: z.array(z.string()) })
export type ArticleFormat = z.infer<typeof ArticleFormat>

/** A name that a client gives to a reading it starts, to ask by it how far the reading is. */
const ReadingId = z.uuid()
/** How far a reading is: so many pages of all. Null where nothing is known: it has not begun, has ended, or the format has no pages. */
export const ReadingProgress = z.object({ pages: z.object({ read: z.int(), of: z.int() }).nullable() })
export type ReadingProgress = z.infer<typeof ReadingProgress>

export const imports = {
  formats: endpoint({ id: 'listFormats', method: 'GET', path: '/imports/formats', summary: 'Every format that is read', response: z.array(ArticleFormat) }),
  readFile: endpoint({ id: 'readFile', method: 'POST', path: '/imports/file', summary: 'Read a file of any format that is read; nothing is kept yet', query: z.object({ view: ChangesView.optional(), reading: ReadingId.optional() }), body: 'multipart', response: ImportPreview }),
  readText: endpoint({ id: 'readText', method: 'POST', path: '/imports/text', summary: 'Read pasted text; nothing is kept yet', body: z.object({ text: z.string(), name: z.string().max(500).default('Pasted text'), format: z.enum(['txt', 'md', 'html']).optional() }), response: ImportPreview }),
  readAddress: endpoint({ id: 'readAddress', method: 'POST', path: '/imports/address', summary: 'Fetch a public page and read it; nothing is kept yet', body: z.object({ url: WebAddress, reading: ReadingId.optional() }), response: ImportPreview }),
  progress: endpoint({ id: 'readingProgress', method: 'GET', path: '/imports/progress/{reading}', summary: 'How many pages of a file that is being read were read', params: z.object({ reading: ReadingId }), response: ReadingProgress }),
  joinNotes: endpoint({ id: 'joinNotes', method: 'POST', path: '/imports/{importId}/notes', summary: 'Set the notes of another read file behind a read article', params: z.object({ importId: z.string() }), body: z.object({ notes: z.string() }), response: ImportPreview }),
  keep: endpoint({ id: 'keepImport', method: 'POST', path: '/imports/{importId}/keep', summary: 'Put a read article on the desk', actor: true, params: z.object({ importId: z.string() }), body: z.object({ title: z.string().trim().min(1).max(500), putBack: z.array(z.int()).default([]) }), response: ArticleSummary }),
  drop: endpoint({ id: 'dropImport', method: 'DELETE', path: '/imports/{importId}', summary: 'Forget a read article', params: z.object({ importId: z.string() }) }),
}

export const claims = {
  get: endpoint({ id: 'getClaim', method: 'GET', path: '/claims/{claimId}', summary: 'One claim with its notes, evidence, reviewer notes, findings and history', params: z.object({ claimId: z.string() }), response: ClaimView }),
  /** What carries a stretch of text that is not a claim yet. */
  preview: endpoint({ id: 'previewClaim', method: 'GET', path: '/articles/{articleId}/preview-claim', summary: 'What a selection would become as a claim', params: articleParams, query: z.object({ start: z.coerce.number().int().min(0), end: z.coerce.number().int().min(0) }), response: z.object({ span: Span, quote: z.string(), statement: z.string(), notes: z.array(z.string()) }) }),
}
