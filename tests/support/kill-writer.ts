// A writer that a test kills: kill-writer FOLDER RUN. Opens the folder as the desk does and, until it is killed, writes an event, the article's head and fifty
// works (in bulk) in one transaction after another; says `ack N` only once a transaction is acknowledged.
import { insertRows } from '#server/db/bulk.ts'
import { openDatabase } from '#server/db/database.ts'
import { lockFolder } from '#server/db/folder-lock.ts'

const [, , folder = '', run = ''] = process.argv
const say = (line: string) => new Promise<void>((done) => process.stdout.write(`${line}\n`, () => done()))

await say('starting')
lockFolder(folder)
const db = await openDatabase(folder)
const at = new Date()
await db.article.create({ data: { id: run, title: run, createdAt: at, updatedAt: at } })
for (let sequence = 1; ; sequence++) {
  await db.$transaction(async (tx) => {
    await tx.reviewEvent.create({ data: { id: `${run}-${sequence}`, articleId: run, sequence, act: 'write', actor: 'Ann', at, kind: 'status', entity: 'article', entityId: run, hash: '' } })
    await insertRows(tx, 'Source', Array.from({ length: 50 }, (_, index) => ({ id: `${run}-${sequence}-${index}`, articleId: run, key: `${sequence}-${index}`, csl: { title: 'x'.repeat(200) } })))
    await tx.article.update({ where: { id: run }, data: { events: sequence, updatedAt: new Date() } })
  })
  await say(`ack ${sequence}`)
}
