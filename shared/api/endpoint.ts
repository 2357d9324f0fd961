import { z } from 'zod'

/**
 * One endpoint of the contract. The server validates with it, the client calls through it, OpenAPI is derived from it.
 * `path` uses `{name}` parameters and stands under /api/v1. `body: 'multipart'` is one file part named `file`. `response: 'bytes'` is not JSON.
 * `actor: true`: the request changes something and needs the person's name (header `Stet-Actor`, percent-encoded UTF-8).
 */
export interface Endpoint<P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType, B extends z.ZodType | 'multipart' = z.ZodType | 'multipart', R extends z.ZodType | 'bytes' = z.ZodType | 'bytes'> {
  id: string
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  summary: string
  actor: boolean
  params: P
  query: Q
  body: B
  response: R
}

const none = z.object({})
export const endpoint = <P extends z.ZodType = typeof none, Q extends z.ZodType = typeof none, B extends z.ZodType | 'multipart' = typeof none, R extends z.ZodType | 'bytes' = typeof none>(
  given: { id: string; method: Endpoint['method']; path: string; summary: string; actor?: boolean; params?: P; query?: Q; body?: B; response?: R },
): Endpoint<P, Q, B, R> => ({ actor: false, params: none as unknown as P, query: none as unknown as Q, body: none as unknown as B, response: none as unknown as R, ...given })

export const ACTOR_HEADER = 'stet-actor'
export const API_ROOT = '/api/v1'

/** RFC 9457 problem details; `code` is one of shared/errors. */
export const Problem = z.object({
  type: z.string(), title: z.string(), status: z.int(), detail: z.string(), code: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
})
export type Problem = z.infer<typeof Problem>
