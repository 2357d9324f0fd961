import type { Database } from './db/database.ts'
import type { Files } from './sources/files.ts'
import type { Web } from './sources/web.ts'

/**
 * Everything a service may touch. Built once by an entry point (or a test); the seams for time, identity and network are fields, not mocks.
 * `actor` is the named person of this request, or null where nobody acts.
 */
export interface Context {
  db: Database
  files: Files
  web: Web
  now(): Date
  newId(): string
  actor: string | null
}

/** The same context for one person's request. */
export const as = (context: Context, actor: string | null): Context => ({ ...context, actor })
