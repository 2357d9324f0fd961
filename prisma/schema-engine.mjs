// Prisma's schema engine as WebAssembly, for what it does well here: saying how two schemas differ. It never applies a migration
// (its own way of applying is not atomic; server/db/migrate.ts does that).
import { readFileSync } from 'node:fs'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

const WASM = new URL(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/schema_engine_bg\.js$/, 'schema_engine_bg.wasm'))
let loading

const load = () =>
  (loading ??= WebAssembly.instantiate(readFileSync(WASM), { './schema_engine_bg.js': bindings }).then(({ instance }) => {
    bindings.__wbg_set_wasm(instance.exports)
    instance.exports.__wbindgen_start()
  }))

/** The engine never disposes of the connections it opens, and keeps the file locked: we hold on to them and close them. */
function tracked(url) {
  const factory = new PrismaBetterSqlite3({ url })
  const open = []
  const keep = async (connecting) => {
    const connection = await connecting
    open.push(connection)
    return connection
  }
  return {
    factory: { provider: factory.provider, adapterName: factory.adapterName, connect: () => keep(factory.connect()), connectToShadowDb: () => keep(factory.connectToShadowDb()) },
    close: () => Promise.all(open.map((connection) => connection.dispose())),
  }
}

/**
 * The SQL that leads from the database at `url` to a Prisma schema; empty where they agree. `url` is a SQLite file (`file:…`) that nothing else has open, or `:memory:`
 * for an empty database.
 */
export async function differenceTo(schema, url = ':memory:') {
  await load()
  const { factory, close } = tracked(url)
  const engine = await bindings.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
  try {
    const to = { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }], configDir: '.' }
    const from = url === ':memory:' ? { tag: 'empty' } : { tag: 'schemaDatasource', files: to.files, configDir: '.' }
    const answer = await engine.diff({ from, to, script: true, shadowDatabaseUrl: null, exitCode: null, filters: { externalTables: ['_prisma_migrations'], externalEnums: [] } })
    const sql = (answer.stdout ?? '').trim()
    return sql === '-- This is an empty migration.' ? '' : `${sql}\n`
  } finally {
    engine.free()
    await close()
  }
}
