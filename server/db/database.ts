import { join } from 'node:path'
import { PrismaClient } from './generated/client.ts'
import { PrismaGuardedSqlite3 } from './guarded-adapter.ts'
import { migrate } from './migrate.ts'

/** The database of one data folder, behind the guard. Services are its only users. */
export type Database = PrismaClient
/** What an interactive transaction hands to its function: the same models without opening or closing. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0]

/** The database file inside the data folder. */
export const DATABASE_FILE = 'stet.db'
/** Interactive transactions, ms: how long they wait for the writer, and how long one may take (an import of a book). */
const TRANSACTIONS = { maxWait: 20_000, timeout: 60_000 }

/**
 * Migrates `<folder>/stet.db` (made where missing; the folder must exist) and opens it.
 * Throws AppError `database-newer`, `database-damaged`, `database-busy` or `unavailable`.
 */
export async function openDatabase(folder: string): Promise<Database> {
  const file = join(folder, DATABASE_FILE)
  await migrate(file)
  return new PrismaClient({ adapter: new PrismaGuardedSqlite3({ url: `file:${file}` }), transactionOptions: TRANSACTIONS })
}

/** Closes the connections; the write-ahead log is folded into the file. */
export const closeDatabase = (db: Database): Promise<void> => db.$disconnect()
