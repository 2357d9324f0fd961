// Derives prisma/schema.postgresql.prisma from prisma/schema.prisma: the same models for a newsroom that outgrows one machine.
//   npm run generate · npm run generate:check (exit code 1 where the derived file is stale)
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const SOURCE = new URL('schema.prisma', import.meta.url)
const TARGET = new URL('schema.postgresql.prisma', import.meta.url)
const HEAD = '// Derived from schema.prisma by `npm run generate`. Do not edit: edit that one.\n'

/** Replaces what must be there, once; a schema it no longer fits is an error, not a copy. */
function replaceOnce(text, from, to) {
  if (text.split(from).length !== 2) throw new Error(`prisma/schema.prisma should hold ${JSON.stringify(from)} exactly once. Adapt prisma/derive-postgresql.mjs.`)
  return text.replace(from, to)
}

/** The PostgreSQL schema for the text of the SQLite one: another provider, another folder for the client. */
export function derivePostgresql(schema) {
  const models = schema.replaceAll('\r\n', '\n').replace(/^\/\/.*\n/, '')
  return HEAD + replaceOnce(replaceOnce(models, 'provider = "sqlite"', 'provider = "postgresql"'), '"../server/db/generated"', '"../server/db/generated/postgresql"')
}

/** Whether the derived file is what the source gives. */
export const isFresh = () => readFileSync(TARGET, 'utf8').replaceAll('\r\n', '\n') === derivePostgresql(readFileSync(SOURCE, 'utf8'))

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!process.argv.includes('--check')) writeFileSync(TARGET, derivePostgresql(readFileSync(SOURCE, 'utf8')))
  else if (!isFresh()) {
    process.stderr.write('prisma/schema.postgresql.prisma is not what prisma/schema.prisma gives. Run `npm run generate` and commit the result.\n')
    process.exitCode = 1
  }
}
