import { createHash } from 'node:crypto'

/** One migration as it ships: folder name (sorts by time), SQL, and the lower-case hex SHA-256 of the SQL with LF line ends. */
export interface Migration {
  name: string
  sql: string
  checksum: string
}

const FOLDER = /([^/]+)\/migration\.sql$/

/** The build takes the files in; Vitest reads them: both through Vite, so that source and build find the same ones. */
const FILES = import.meta.glob('../../prisma/migrations/sqlite/*/migration.sql', { query: '?raw', import: 'default', eager: true })

const migrationOf = (path: string, text: string): Migration => {
  const sql = text.replaceAll('\r\n', '\n')
  return { name: FOLDER.exec(path)?.[1] ?? path, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

/** All migrations this build knows, oldest first. */
export const MIGRATIONS: readonly Migration[] = Object.entries(FILES)
  .map(([path, text]) => migrationOf(path, text))
  .sort((a, b) => (a.name < b.name ? -1 : 1))
