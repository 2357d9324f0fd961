import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Imports, each followed by the bare insert of the rows that it made. */
const ROUNDS = 3
const AS = { 'stet-actor': 'Bench' }

/** Throws with the server's own words where it refuses. */
async function post(address, path, init) {
  const answer = await fetch(`${address}/api/v1${path}`, { method: 'POST', ...init })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

/** Imports a file the desk's way. Answers the article's id and the seconds that reading and keeping took. */
export async function importFile(address, path, title) {
  const form = new FormData()
  form.append('file', new Blob([readFileSync(path)], { type: 'text/plain' }), 'article.txt')
  const start = performance.now()
  const preview = await post(address, '/imports/file', { body: form })
  const between = performance.now()
  const { id, claims } = await post(address, `/imports/${preview.id}/keep`, { headers: { ...AS, 'content-type': 'application/json' }, body: JSON.stringify({ title, putBack: [] }) })
  const end = performance.now()
  return { id, claims, read: (between - start) / 1000, keep: (end - between) / 1000 }
}

/** Tables an import writes, parents first, and how their rows of one article are found. */
const OF_ARTICLE = '"articleId" = ?'
const WRITTEN = [
  ['Article', '"id" = ?'], ['Draft', OF_ARTICLE], ['Source', OF_ARTICLE], ['Note', OF_ARTICLE],
  ['NoteWork', '"noteId" IN (SELECT "id" FROM "Note" WHERE "articleId" = ?)'], ['Claim', OF_ARTICLE],
  ['ClaimNote', '"claimId" IN (SELECT "id" FROM "Claim" WHERE "articleId" = ?)'], ['Finding', OF_ARTICLE], ['FindingSpan', OF_ARTICLE], ['CheckRun', OF_ARTICLE], ['ReviewEvent', OF_ARTICLE],
]

/** Seconds that one transaction takes to put the article's rows, ready-made, into a copy of the database through `json_each`; and how many rows. */
function bareInsert(dataFolder, folder, articleId, round) {
  const copy = join(folder, `insert-${round}.db`)
  const original = new Database(join(dataFolder, 'stet.db'), { readonly: true })
  original.prepare('VACUUM INTO ?').run(copy)
  original.close()
  const database = new Database(copy)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  const work = WRITTEN.map(([name, where]) => {
    const rows = database.prepare(`SELECT * FROM "${name}" WHERE ${where}`).all(articleId)
    const columns = Object.keys(rows[0] ?? {})
    const insert = columns.length > 0 && database.prepare(`INSERT INTO "${name}" (${columns.map((column) => `"${column}"`).join()}) SELECT ${columns.map((_, index) => `json_extract(value, '$[${index}]')`).join()} FROM json_each(?)`)
    return { rows: rows.map((row) => Object.values(row)), insert }
  }).filter(({ rows }) => rows.length > 0)
  database.prepare('DELETE FROM "Article" WHERE "id" = ?').run(articleId)
  database.pragma('wal_checkpoint(TRUNCATE)')
  const start = performance.now()
  database.transaction(() => work.forEach(({ rows, insert }) => insert.run(JSON.stringify(rows)))).immediate()
  const seconds = (performance.now() - start) / 1000
  database.close()
  return { seconds, rows: work.reduce((sum, { rows }) => sum + rows.length, 0) }
}

/** Imports the file several times into the running desk. */
export async function measureImport(address, dataFolder, folder, path) {
  const ours = []
  const floor = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await importFile(address, path, `Five thousand claims, ${round + 1}`))
    floor.push(bareInsert(dataFolder, folder, ours[round].id, round))
  }
  return { rounds: ROUNDS, claims: ours[0].claims, rows: floor[0].rows, articleId: ours[0].id, read: ours.map(({ read }) => read), keep: ours.map(({ keep }) => keep), insert: floor.map(({ seconds }) => seconds) }
}
