// The other process of the guard's cases: child FILE ARTICLE add|write.
//   add: 200 transactions that read a number and write it back one higher, then `failed=N`.
//   write: two events in one transaction, over and over, `ack N` after each, until it is killed.
import { connect } from './client.ts'

const [, , file = '', articleId = '', mode] = process.argv
const db = connect(file)
await db.tag.count()
if (mode === 'add') {
  process.stdout.write('ready\n')
  let failed = 0
  for (let round = 0; round < 200; round++) {
    const add = async (tx: any) => {
      const { words } = await tx.article.findUniqueOrThrow({ where: { id: articleId } })
      await tx.article.update({ where: { id: articleId }, data: { words: words + 1 } })
    }
    await db.$transaction(add, { maxWait: 10_000, timeout: 20_000 }).catch(() => failed++)
  }
  process.stdout.write(`failed=${failed}\n`)
  await db.$disconnect()
} else {
  const kind = `kill${process.pid}`
  for (let round = 0; ; round++) {
    await db.$transaction([db.event.create({ data: { articleId, kind } }), db.event.create({ data: { articleId, kind } })])
    await new Promise<void>((done) => process.stdout.write(`ack ${round}\n`, () => done()))
  }
}
