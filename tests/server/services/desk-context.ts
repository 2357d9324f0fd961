import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { AppError } from '#shared/errors.ts'
import type { Context } from '#server/context.ts'
import { closeDatabase, openDatabase } from '#server/db/database.ts'
import { createFiles } from '#server/sources/files.ts'
import type { Web } from '#server/sources/web.ts'

/** A web without pages: a test that fetches hands in its own. */
export const noWeb: Web = { fetch: async (url) => { throw new AppError('capture-failed', `No page at ${url} in this test.`) } }

/** A context on a real database file in a folder of its own, closed and removed after the test file. Time stands still. */
export async function openTestContext(over: Partial<Context> = {}): Promise<Context & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-test-'))
  const db = await openDatabase(folder)
  afterAll(async () => {
    await closeDatabase(db)
    await rm(folder, { recursive: true, force: true })
  })
  return { folder, db, files: createFiles(folder), web: noWeb, now: () => new Date('2026-11-25T12:00:00.000Z'), newId: () => randomUUID(), actor: 'Test Person', ...over }
}
