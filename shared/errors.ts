/**
 * Every expected failure that leaves a service is an `AppError` with one of these codes. One table per door maps a code to an
 * HTTP status, a CLI exit code or an MCP error. The message says what is wrong, where, and what to do next.
 */
export const ERROR_CODES = [
  'invalid-request', // the door's zod schema refused it
  'not-found',
  'conflict', // the record changed since the caller read it; details carry both versions
  'support-needed', // verified without anything that supports it
  'reason-needed',
  'confirmation-needed', // the act would take the last support of a verdict away
  'nothing-to-undo',
  'name-needed', // no named person in the request
  'unreadable', // a file that cannot be read: empty, binary, not what its name says
  'too-large',
  'unsupported-format',
  'not-public', // an address that is not on the public internet
  'capture-failed',
  'forbidden-origin',
  'database-damaged',
  'database-newer',
  'database-busy',
  'unavailable',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** An expected failure. `message` is for people: what is wrong and what to do next. `details` is JSON for programs. */
export class AppError extends Error {
  override readonly name = 'AppError'
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
  }
}

/** An error as plain data, to cross from one thread to another. */
export interface PlainError { code: string; message: string; details: Readonly<Record<string, unknown>> }

/** What a thread sends of an error: an `AppError` as it is, anything else as `otherwise` says. */
export function plainError(error: unknown, otherwise: (message: string) => AppError): PlainError {
  const { code, message, details } = error instanceof AppError ? error : otherwise(error instanceof Error ? error.message : String(error))
  return { code, message, details }
}

/** The `AppError` that was sent; a code that is not known here becomes `otherwise`. */
export const revivedError = ({ code, message, details }: PlainError, otherwise: ErrorCode): AppError => new AppError(ERROR_CODES.find((known) => known === code) ?? otherwise, message, details)
