import type { ErrorRequestHandler, Response } from 'express'
import { z } from 'zod'
import type { Problem } from '#shared/api/index.ts'
import { AppError, type ErrorCode } from '#shared/errors.ts'

/** One table: an expected failure's code → HTTP status and the problem's title. */
const STATUS: Record<ErrorCode, [status: number, title: string]> = {
  'invalid-request': [400, 'The request cannot be used'],
  'not-found': [404, 'Not found'],
  conflict: [409, 'Changed by someone else meanwhile'],
  'support-needed': [422, 'Nothing supports this yet'],
  'reason-needed': [422, 'A reason is needed'],
  'confirmation-needed': [409, 'A verdict rests on this'],
  'nothing-to-undo': [409, 'Nothing to take back'],
  'name-needed': [401, 'A name is needed'],
  unreadable: [422, 'The file cannot be read'],
  'too-large': [413, 'Too large'],
  'unsupported-format': [415, 'This format is not read'],
  'not-public': [422, 'Not a public address'],
  'capture-failed': [502, 'The page could not be fetched'],
  'forbidden-origin': [403, 'Refused'],
  'database-damaged': [500, 'The database is damaged'],
  'database-newer': [500, 'The database is newer than this program'],
  'database-busy': [503, 'The database is busy'],
  unavailable: [503, 'Not available now'],
  internal: [500, 'Something broke in Stet'],
}

/** Sends problem details (RFC 9457) with Stet's stable code. */
export function sendProblem(response: Response, problem: Omit<Problem, 'type'>): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.status(problem.status).type('application/problem+json').send(JSON.stringify({ type: `/api/v1/docs#${problem.code}`, ...problem }))
}

/** What a zod schema refused, as a problem: each place and what is wrong there. */
export const invalid = (where: string, error: z.ZodError): AppError =>
  new AppError('invalid-request', `The ${where} cannot be used: ${error.issues.map((issue) => `${issue.path.join('.') || where}: ${issue.message}`).join('; ')}.`, { errors: error.issues.map((issue) => ({ path: [where, ...issue.path].join('.'), message: issue.message })) })

/** Every failure leaves as problem details. What nobody expected is logged whole and told without its inside. */
export const problems = (log: (error: unknown) => void): ErrorRequestHandler => (error: unknown, _request, response, _next) => {
  const failure = known(error)
  if (failure.code === 'internal') log(error)
  const [status, title] = STATUS[failure.code]
  const { errors, ...details } = failure.details
  sendProblem(response, { title, status, detail: failure.message, code: failure.code, ...(Array.isArray(errors) && { errors }), ...(Object.keys(details).length > 0 && { details }) })
}

/** Failures of Express's own parsers and of SQLite, in Stet's words. */
function known(error: unknown): AppError {
  if (error instanceof AppError) return error
  const type = (error as { type?: string }).type
  const message = error instanceof Error ? error.message : ''
  if (type === 'entity.too.large') return new AppError('too-large', 'The request is larger than 50 MB. Send less at once.')
  if (type === 'entity.parse.failed') return new AppError('invalid-request', 'The body is not JSON. Send application/json.')
  if (type === 'request.aborted') return new AppError('invalid-request', 'The request ended before it was whole.')
  // http-errors of Express and its parts: a missing asset, a path that leaves the folder, a body in an unknown encoding.
  const status = (error as { status?: unknown }).status
  if (status === 404) return new AppError('not-found', 'There is no such file on this desk. Reload the page; a newer desk may have been built.')
  if (error instanceof URIError) return new AppError('invalid-request', 'The address holds a % that does not stand for a character.')
  if (/database or disk is full|SQLITE_FULL|ENOSPC/.test(message)) return new AppError('unavailable', 'Not saved: the disk is full. Make room, then try again; nothing is lost here.')
  if (/SocketTimeout|database is locked|SQLITE_BUSY|Unable to start a transaction in the given time/.test(message)) return new AppError('database-busy', 'The database is busy with another change. Try again in a moment.')
  if (typeof status === 'number' && status >= 400 && status < 500) return new AppError('invalid-request', `The request cannot be used: ${message}.`)
  return new AppError('internal', 'Something broke in Stet, not in your article. Your last saved change is kept. Reload, and report it if it comes back.')
}
