import { articles, claims, imports } from './articles.ts'
import { evidence, tables } from './evidence.ts'
import { checks, reports, system } from './reports.ts'

/** The whole contract. */
export const api = { articles, imports, claims, evidence, tables, reports, checks, system }
export * from './endpoint.ts'
export * from './articles.ts'
export * from './evidence.ts'
export * from './reports.ts'
