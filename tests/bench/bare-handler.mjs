// The floor of the HTTP table, as a process of its own: `bare-handler.mjs <database file>`. Express and the driver, nothing else: no validation, no
// transport checks, no joins, no hash chain. Same rows, same durability (WAL, synchronous FULL), same shape of answer where that is a matter of columns.
import Database from 'better-sqlite3'
import express from 'express'

const database = new Database(process.argv[2])
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')

const list = database.prepare('SELECT "id", "number", "start", "end", "statement", "needsContext", "kinds", "layer", "quotationId", "speaker", "score", "status", "version" FROM "Claim" WHERE "articleId" = ? AND "deletedAt" IS NULL ORDER BY "start", "end" DESC, "id"')
const read = database.prepare('SELECT * FROM "Claim" WHERE "id" = ?')
const update = database.prepare('UPDATE "Claim" SET "status" = ?, "statusBy" = ?, "statusAt" = ?, "version" = "version" + 1 WHERE "id" = ? AND "version" = ?')
const last = database.prepare('SELECT max("sequence") AS "sequence" FROM "ReviewEvent" WHERE "articleId" = ?')
const insert = database.prepare('INSERT INTO "ReviewEvent" ("id", "articleId", "sequence", "act", "actor", "at", "kind", "entity", "entityId", "claimId", "before", "after", "hash") VALUES (?, ?, ?, ?, ?, ?, \'set-status\', \'claim\', ?, ?, ?, ?, \'\')')

const decide = database.transaction((articleId, { act, decision }) => {
  const before = read.get(decision.claimId)
  const at = new Date().toISOString()
  if (update.run(decision.status, 'Bench', at, decision.claimId, decision.version).changes !== 1) throw new Error('changed meanwhile')
  const after = read.get(decision.claimId)
  insert.run(crypto.randomUUID(), articleId, last.get(articleId).sequence + 1, act, 'Bench', at, decision.claimId, decision.claimId, JSON.stringify(before), JSON.stringify(after))
  return after
})

const app = express()
app.use(express.json())
app.get('/api/v1/articles/:articleId/claims', (request, response) => response.json(list.all(request.params.articleId)))
app.post('/api/v1/articles/:articleId/acts', (request, response) => response.json(decide.immediate(request.params.articleId, request.body)))
const server = app.listen(0, '127.0.0.1', () => process.stdout.write(`http://localhost:${server.address().port}\n`))
// As Stet's server: a busy machine must not cost connections.
server.keepAliveTimeout = 65_000
process.on('SIGTERM', () => process.exit(0))
