// Writes the next migration: the SQL between what the migrations so far make and prisma/schema.prisma. Read it before committing it.
//   npm run migration -- NAME
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { differenceTo } from './schema-engine.mjs'

const FOLDER = fileURLToPath(new URL('migrations/sqlite', import.meta.url))
const SCHEMA = fileURLToPath(new URL('schema.prisma', import.meta.url))

const [name] = process.argv.slice(2)
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Name the migration in lower case: npm run migration -- add_sign_off\n')
  process.exit(64)
}

mkdirSync(FOLDER, { recursive: true })
const scratch = mkdtempSync(join(tmpdir(), 'stet-migration-'))
try {
  const file = join(scratch, 'so-far.db')
  const database = new Sqlite(file)
  for (const folder of readdirSync(FOLDER).sort()) database.exec(readFileSync(join(FOLDER, folder, 'migration.sql'), 'utf8'))
  database.close()
  const sql = await differenceTo(readFileSync(SCHEMA, 'utf8'), `file:${file}`)
  if (sql === '') {
    process.stdout.write('The migrations already make what prisma/schema.prisma says. Nothing written.\n')
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = join(FOLDER, `${stamp}_${name}`)
    mkdirSync(folder)
    writeFileSync(join(folder, 'migration.sql'), sql)
    process.stdout.write(`prisma/migrations/sqlite/${stamp}_${name}/migration.sql written. Read it before you commit it.\n`)
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
