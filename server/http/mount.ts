import type { Request, Response, Router } from 'express'
import type { z } from 'zod'
import { ACTOR_HEADER, type Endpoint } from '#shared/api/index.ts'
import { AppError } from '#shared/errors.ts'
import { as, type Context } from '../context.ts'
import { readFilePart } from './multipart.ts'
import { invalid } from './problem.ts'

type Output<T> = T extends z.ZodType ? z.output<T> : never
/** A file that is sent as it is. `headers` are added to the answer. */
export interface Bytes {
  bytes: Uint8Array
  mediaType: string
  headers?: Record<string, string>
}
export interface Upload {
  name: string
  mediaType: string
  bytes: Uint8Array
}

export interface Asked<E extends Endpoint> {
  context: Context
  params: Output<E['params']>
  query: Output<E['query']>
  body: E['body'] extends 'multipart' ? Upload : Output<E['body']>
}
type Answered<E extends Endpoint> = E['response'] extends 'bytes' ? Bytes : Output<E['response']>

/** Longest name a person may sign with, in characters. */
const LONGEST_NAME = 200

/** The person's name from its header (percent-encoded UTF-8), or null. Throws `invalid-request`. */
function actorIn(request: Request): string | null {
  const header = request.headers[ACTOR_HEADER]
  if (typeof header !== 'string') return null
  let name: string
  try {
    name = decodeURIComponent(header).trim()
  } catch {
    throw new AppError('invalid-request', `The header ${ACTOR_HEADER} is not percent-encoded UTF-8.`)
  }
  if (name.length > LONGEST_NAME) throw new AppError('invalid-request', `The name is longer than ${LONGEST_NAME} characters.`)
  return name || null
}

/** Mounts one endpoint of the contract: validates what comes, hands it typed to `handle`, sends what it returns. */
export function mount<E extends Endpoint>(router: Router, context: Context, endpoint: E, handle: (asked: Asked<E>) => Promise<Answered<E>> | Answered<E>): void {
  const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1')
  router[endpoint.method.toLowerCase() as 'get' | 'post' | 'delete'](path, async (request: Request, response: Response) => {
    const part = <T extends z.ZodType>(where: string, schema: T, value: unknown): z.output<T> => {
      const read = schema.safeParse(value)
      if (!read.success) throw invalid(where, read.error)
      return read.data
    }
    const actor = actorIn(request)
    if (endpoint.actor && actor === null) throw new AppError('name-needed', 'Only a named person changes a review. Give your name first.')
    const params = part('params', endpoint.params, request.params)
    const query = part('query', endpoint.query, request.query)
    const body = endpoint.body === 'multipart' ? await readFilePart(request) : part('body', endpoint.body, request.body ?? {})
    const answer = await handle({ context: as(context, actor), params, query, body } as Asked<E>)
    if (endpoint.response === 'bytes') {
      const file = answer as Bytes
      for (const [name, value] of Object.entries(file.headers ?? {})) response.setHeader(name, value)
      response.setHeader('Content-Type', file.mediaType)
      response.end(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
    } else response.json(answer ?? {})
  })
}
