import { setImmediate as nextTurn } from 'node:timers/promises'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { ConnectionInfo, IsolationLevel, SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, SqlResultSet, Transaction } from '@prisma/driver-adapter-utils'
import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import { Pool } from './pool.ts'

/** How long a write waits for its turn behind other writes of this process, ms. Longer than the longest bulk import measured (5,000 claims), short enough to be told. */
const QUEUE_TIMEOUT = 20_000
/** How long SQLite waits for a lock another process holds, ms (a command run beside the desk). */
const BUSY_TIMEOUT = 5_000
/** SQLite's own limit since 3.32; the official adapter still says 999 and cuts long lists into many statements. */
const MAX_BIND_VALUES = 32_766
/** FULL: an acknowledged verdict survives a power cut, not only a killed process. */
const WRITER_PRAGMAS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;'

const NAME = 'prisma-adapter-better-sqlite3-guarded'
const READS = /^\s*(?:select|with|values|explain)\b/i
const statement = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] })

/** `queueTimeout` and `busyTimeout` in ms. `separateReader: false` sends reads through the writer too. */
export interface GuardOptions {
  url: string
  separateReader?: boolean
  queueTimeout?: number
  busyTimeout?: number
}

/**
 * The official adapter runs everything on one connection, so whatever is asked outside an open transaction runs inside it.
 * Here reads outside a transaction have a connection of their own (WAL: committed data only) and writes wait their turn.
 */
class GuardedAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite'
  readonly adapterName = NAME

  constructor(
    readonly writer: Pool<SqlDriverAdapter>,
    readonly reader: SqlDriverAdapter | undefined,
  ) {}

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    if (!this.reader || !READS.test(query.sql)) return this.#write((connection) => connection.queryRaw(query))
    try {
      return await this.reader.queryRaw(query)
    } catch (error) {
      // `WITH … INSERT` reads like a query: the read-only connection refused it before changing anything.
      if (!(error instanceof DriverAdapterError) || error.cause.originalCode !== 'SQLITE_READONLY') throw error
      return this.#write((connection) => connection.queryRaw(query))
    }
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#write((connection) => connection.executeRaw(query))
  }

  executeScript(script: string): Promise<void> {
    return this.#write((connection) => connection.executeScript(script))
  }

  /** The driver works in this thread and its promises are settled at once: a loop of writes would never let a request, or a timer, have its turn. */
  async #write<T>(work: (connection: SqlDriverAdapter) => Promise<T>): Promise<T> {
    await nextTurn()
    return this.writer.use(work)
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    await nextTurn()
    const { member, release } = await this.writer.acquire()
    try {
      const inner = await member.startTransaction(isolationLevel)
      try {
        // The official BEGIN is deferred: its later upgrade fails at once when another process has written meanwhile.
        await inner.executeRaw(statement('ROLLBACK'))
        await inner.executeRaw(statement('BEGIN IMMEDIATE'))
      } catch (error) {
        await inner.rollback()
        throw error
      }
      return new GuardedTransaction(inner, release)
    } catch (error) {
      release()
      throw error
    }
  }

  getConnectionInfo(): ConnectionInfo {
    return { maxBindValues: MAX_BIND_VALUES, supportsRelationJoins: false }
  }

  async dispose(): Promise<void> {
    await this.reader?.dispose()
    for (const connection of this.writer.members) await connection.dispose()
  }
}

class GuardedTransaction implements Transaction {
  readonly provider = 'sqlite'
  readonly adapterName = NAME
  /** commit() and rollback() issue the SQL themselves. */
  readonly options = { usePhantomQuery: true }

  constructor(
    readonly inner: Transaction,
    readonly release: () => void,
  ) {}

  queryRaw = (query: SqlQuery): Promise<SqlResultSet> => this.inner.queryRaw(query)
  executeRaw = (query: SqlQuery): Promise<number> => this.inner.executeRaw(query)
  createSavepoint = (name: string): Promise<void> => this.inner.createSavepoint!(name)
  rollbackToSavepoint = (name: string): Promise<void> => this.inner.rollbackToSavepoint!(name)
  releaseSavepoint = (name: string): Promise<void> => this.inner.releaseSavepoint!(name)

  async commit(): Promise<void> {
    try {
      await this.inner.executeRaw(statement('COMMIT'))
    } catch (error) {
      await this.#rollback() // a failed COMMIT (deferred foreign key, full disk) leaves the transaction open
      throw error
    } finally {
      await this.inner.commit() // only lets go of the official adapter's mutex
      this.release()
    }
  }

  async rollback(): Promise<void> {
    await this.#rollback()
    await this.inner.rollback()
    this.release()
  }

  /** SQLite may have rolled back by itself (disk full, I/O error): then there is nothing left to do. */
  #rollback(): Promise<unknown> {
    return this.inner.executeRaw(statement('ROLLBACK')).catch(() => undefined)
  }
}

/**
 * The official better-sqlite3 adapter behind a guard: one writer, first come first served, `BEGIN IMMEDIATE`, reads outside a transaction on a read-only
 * connection. WAL, `synchronous` FULL, foreign keys on. The file must exist where a separate reader is wanted; `:memory:` has none.
 */
export class PrismaGuardedSqlite3 implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite'
  readonly adapterName = NAME

  constructor(readonly options: GuardOptions) {}

  async connect(): Promise<SqlDriverAdapter> {
    const { url, separateReader = true, queueTimeout = QUEUE_TIMEOUT, busyTimeout = BUSY_TIMEOUT } = this.options
    const writer = await new PrismaBetterSqlite3({ url, timeout: busyTimeout }).connect()
    await writer.executeScript(WRITER_PRAGMAS)
    const hasReader = separateReader && url !== ':memory:'
    const reader = hasReader ? await new PrismaBetterSqlite3({ url, timeout: busyTimeout, readonly: true }).connect() : undefined
    return new GuardedAdapter(new Pool([writer], queueTimeout, () => new DriverAdapterError({ kind: 'SocketTimeout' })), reader)
  }
}
