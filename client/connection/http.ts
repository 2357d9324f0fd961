import type { z } from 'zod'
import { ACTOR_HEADER, API_ROOT, Problem, type Endpoint } from '#shared/api/endpoint.ts'
import { requirePerson } from './person.ts'
import { serverAnswered, serverDidNotAnswer } from './server-state.ts'
import { upload, type OnSent } from './upload.ts'

/** The server understood and said no; `problem.detail` is for people: what is wrong and what to do next. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(readonly problem: Problem) {
    super(problem.detail)
  }
}

/** Nobody answered. What was to be sent was not received, or its answer was lost. */
export class ServerGone extends Error {
  override readonly name = 'ServerGone'
  constructor() {
    super('Stet’s server does not answer.')
  }
}

export type Answer<E extends Endpoint> = E['response'] extends z.ZodType ? z.output<E['response']> : Blob

export interface Given<E extends Endpoint> {
  params?: z.input<E['params']>
  query?: z.input<E['query']>
  body?: E['body'] extends z.ZodType ? z.input<E['body']> : never
  file?: File
  /** Hears how much of the file was sent. */
  onSent?: OnSent
  signal?: AbortSignal
  /** Who does it; without it the person of this browser, who is asked for a name where the endpoint needs one. */
  actor?: string
}

/** The address of an endpoint: parameters filled in, query appended. Undefined query values are left out. */
export const addressOf = (endpoint: Endpoint, params: Record<string, unknown> = {}, query: Record<string, unknown> = {}): string => {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined && value !== null).map(([name, value]) => [name, String(value)]))
  return `${API_ROOT}${path}${asked.size > 0 ? `?${asked}` : ''}`
}

/**
 * Calls one endpoint of the contract. Throws `Refusal` for problem details, `ServerGone` when nobody answers, `NameNotGiven` when the
 * endpoint needs a name and the person gives none.
 */
export const call = async <E extends Endpoint>(endpoint: E, given: Given<E> = {}): Promise<Answer<E>> => {
  const headers = new Headers({ accept: 'application/json, application/problem+json' })
  if (endpoint.actor) headers.set(ACTOR_HEADER, encodeURIComponent(given.actor ?? (await requirePerson())))
  let body: BodyInit | undefined
  if (given.file) {
    const form = new FormData()
    form.append('file', given.file, given.file.name)
    body = form
  } else if (given.body !== undefined) {
    headers.set('content-type', 'application/json')
    body = JSON.stringify(given.body)
  }
  const address = addressOf(endpoint, given.params as Record<string, unknown> | undefined, given.query as Record<string, unknown> | undefined)
  const answer = await reach(address, { method: endpoint.method, headers, ...(body !== undefined && { body }), ...(given.signal && { signal: given.signal }) }, given.onSent ? upload(given.onSent) : fetch)
  if (endpoint.response === 'bytes') return (await answer.blob()) as Answer<E>
  const text = await answer.text()
  return (text === '' ? {} : JSON.parse(text)) as Answer<E>
}

/** Fetches, and turns everything that is not a good answer into `Refusal` or `ServerGone`. An aborted request stays an `AbortError`. */
const reach = async (address: string, request: RequestInit, send: typeof fetch): Promise<Response> => {
  let answer: Response
  try {
    answer = await send(address, request)
  } catch (error) {
    if (request.signal?.aborted) throw error
    serverDidNotAnswer()
    throw new ServerGone()
  }
  if (answer.ok) {
    serverAnswered()
    return answer
  }
  const problem = Problem.safeParse(await answer.json().catch(() => null))
  if (!problem.success && answer.status >= 500) {
    // A proxy that stands before a stopped server answers in its place.
    serverDidNotAnswer()
    throw new ServerGone()
  }
  serverAnswered()
  throw new Refusal(problem.success ? problem.data : { type: 'about:blank', title: 'Unexpected answer', status: answer.status, detail: `The server answered ${answer.status} and did not say why.`, code: 'internal' })
}
