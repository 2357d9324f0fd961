import type { RequestHandler } from 'express'
import { AppError } from '#shared/errors.ts'

/** Names under which this machine knows itself. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The host name of a `Host` header ("[::1]:4317" → "[::1]"); null when it is not one. */
const hostName = (header: string | undefined): string | null => /^(\[[0-9a-f:]+\]|[^:[\]/@]+)(?::\d{1,5})?$/i.exec(header ?? '')?.[1]?.toLowerCase() ?? null

/**
 * Refuses requests that a page elsewhere could make the browser send: a foreign `Host` (DNS rebinding), a foreign `Origin` or `Sec-Fetch-Site: cross-site` on anything but a plain visit.
 */
export const loopbackOnly: RequestHandler = (request, _response, next) => {
  const host = hostName(request.headers.host)
  if (host === null || !LOOPBACK.has(host)) return next(new AppError('forbidden-origin', 'Stet answers on this machine only, under localhost. Open it under the address that it printed.'))
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${request.headers.host}`) return next(new AppError('forbidden-origin', 'This request comes from another site. Stet answers its own desk only.'))
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site' && !(request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate')) return next(new AppError('forbidden-origin', 'This request comes from another site. Stet answers its own desk only.'))
  next()
}
