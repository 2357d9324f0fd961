import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import type { GuardOptions } from '#server/db/guarded-adapter.ts'
import { differenceTo } from '../../../prisma/schema-engine.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const SCHEMA = readFileSync(join(HERE, 'schema.prisma'), 'utf8')
export const NOW = new Date('2026-03-01T12:34:56.789Z')

/** Generates the suite's client where it is missing or stale. Two test files may do so at once: each prepares its own and one is kept. */
function generate(): void {
  const target = join(HERE, 'generated')
  const madeFrom = createHash('sha256').update(SCHEMA).update(readFileSync(join(ROOT, 'package-lock.json'))).digest('hex')
  if (existsSync(join(target, '.made-from')) && readFileSync(join(target, '.made-from'), 'utf8') === madeFrom) return
  const scratch = mkdtempSync(join(tmpdir(), 'stet-suite-client-'))
  const aside = `${target}-${process.pid}`
  writeFileSync(join(scratch, 'schema.prisma'), SCHEMA.replace('"./generated"', JSON.stringify(aside)))
  execFileSync(process.execPath, [join(ROOT, 'node_modules/prisma/build/index.js'), 'generate', '--schema', join(scratch, 'schema.prisma')], { cwd: ROOT, stdio: 'pipe', env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath } })
  writeFileSync(join(aside, '.made-from'), madeFrom)
  rmSync(target, { recursive: true, force: true })
  try {
    renameSync(aside, target)
  } catch {
    rmSync(aside, { recursive: true, force: true }) // another test file was quicker
  }
  rmSync(scratch, { recursive: true, force: true })
}

/** A database file with the suite's tables, in a folder of its own, and a client of it. */
export interface Suite {
  file: string
  db: any
  connect(options?: Partial<GuardOptions>): any
  connectUnguarded(): any
  remove(): Promise<void>
}

/** Makes the tables in a new file and connects through the guard. */
export async function makeSuite(options: Partial<GuardOptions> = {}): Promise<Suite> {
  generate()
  const { connect, connectUnguarded } = await import('./client.ts')
  const folder = mkdtempSync(join(tmpdir(), 'stet-suite-'))
  const file = join(folder, 'suite.db')
  const connection = new Sqlite(file)
  connection.exec(await differenceTo(SCHEMA))
  connection.close()
  const db = connect(file, options)
  return {
    file, db, connect: (more = {}) => connect(file, more), connectUnguarded: () => connectUnguarded(file),
    async remove() {
      await db.$disconnect()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An organisation, its user a@x with every column set, and an article of hers with three claims and a tag. */
export async function seed(db: any): Promise<{ userId: number; articleId: string }> {
  const org = await db.org.create({ data: { name: 'Org' } })
  const claims = [1, 2, 3].map((position) => ({ position, text: `c${position}`, checked: position === 2, value: position / 3 }))
  const article = { title: 'T1', body: 'b', status: 'REVIEW', words: 300_000_000, rating: 0.1 + 0.2, publishedAt: NOW, meta: [1], claims: { create: claims }, tags: { connectOrCreate: { where: { name: 'x' }, create: { name: 'x' } } } }
  const user = await db.user.create({
    data: {
      email: 'a@x', name: 'Ann', score: 1.5, big: 9007199254740993n, avatar: new Uint8Array([0, 1, 255]), prefs: { a: [1, 'x', null], d: { e: 'é😀' } }, seenAt: NOW, price: '12.34',
      org: { connect: { id: org.id } }, profile: { create: { bio: 'bio' } }, articles: { create: [article] },
    },
    include: { articles: true },
  })
  return { userId: user.id, articleId: user.articles[0].id }
}

/** The code of the error a promise ends with, or 'none'. */
export const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: { code?: string; name: string }) => error.code ?? error.name,
  )
