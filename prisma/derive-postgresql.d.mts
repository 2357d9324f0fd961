/** The PostgreSQL schema for the text of the SQLite one: another provider, another folder for the client. Throws Error for a schema it does not fit. */
export function derivePostgresql(schema: string): string
/** Whether prisma/schema.postgresql.prisma is what prisma/schema.prisma gives. */
export function isFresh(): boolean
