import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { derivePostgresql, isFresh } from '../../../prisma/derive-postgresql.mjs'

const schema = readFileSync('prisma/schema.prisma', 'utf8')

test('the derived schema in the repository is fresh', () => {
  expect(isFresh(), 'run `npm run generate` and commit prisma/schema.postgresql.prisma').toBe(true)
})

test('holds the same models, for PostgreSQL', () => {
  const models = (text: string) => text.slice(text.indexOf('model '))
  const derived = derivePostgresql(schema)
  expect(models(derived)).toBe(models(schema))
  expect(derived).toContain('provider = "postgresql"')
  expect(derived).not.toContain('"sqlite"')
})

test('a schema it does not fit is an error', () => {
  expect(() => derivePostgresql('model A { id Int @id }')).toThrow(/exactly once/)
})

test('a client is generated from it without a complaint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-postgresql-'))
  try {
    mkdirSync(join(folder, 'prisma'))
    writeFileSync(join(folder, 'prisma/schema.prisma'), derivePostgresql(schema))
    const made = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--schema', join(folder, 'prisma/schema.prisma')], { encoding: 'utf8', env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath } })
    expect(made.status, made.stderr).toBe(0)
    expect(readdirSync(join(folder, 'server/db/generated/postgresql'))).toContain('client.ts')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
