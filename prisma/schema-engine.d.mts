/**
 * The SQL that leads from the database at `url` to a Prisma schema; empty where they agree. `url` is a SQLite file (`file:…`) that nothing else has open,
 * or `:memory:` for an empty database.
 */
export function differenceTo(schema: string, url?: string): Promise<string>
