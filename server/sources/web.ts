import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns'
import { isIP } from 'node:net'
import { pipeline, Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { buildConnector } from 'undici'
import { AppError } from '#shared/errors.ts'
import { isPublicAddress } from './public-address.ts'

/** What a fetch brought back. `bytes` is the body as received, after transfer decoding. `mediaType` is without parameters, '' when the server named none. */
export interface Fetched {
  url: string
  finalUrl: string
  status: number
  mediaType: string
  /** The character set of the Content-Type header, if it named one. */
  charset?: string
  bytes: Uint8Array
}

/** The door to the network: public addresses only. Throws AppError `not-public`, `capture-failed`, `too-large` or `invalid-request`. Tests hand in another one. */
export interface Web {
  fetch(url: string, limits?: { bytes?: number; milliseconds?: number }): Promise<Fetched>
}

/** 20 MB: a long illustrated page or a scanned report; more is not read on a desk. */
const MOST_BYTES = 20_000_000
/** 20 s for everything, redirects included. */
const MOST_MILLISECONDS = 20_000
/** More redirects than a page needs are a loop. */
const MOST_REDIRECTS = 5
/** Where pages are served; any other port is more likely a service that is not meant for readers. */
const PORTS: readonly number[] = [80, 443, 8080, 8443]

const notPublic = (): AppError => new AppError('not-public', 'Address is inside this network. Stet fetches public pages only. Upload the file instead.')
const failed = (message: string): AppError => new AppError('capture-failed', message)

function addressOf(text: string, ports: readonly number[]): URL {
  if (!URL.canParse(text)) throw new AppError('invalid-request', `“${text}” is not a web address. Give one that starts with http:// or https://.`)
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new AppError('invalid-request', `Stet fetches http and https pages only, not ${url.protocol} addresses. Upload the file instead.`)
  if (url.username !== '' || url.password !== '') throw new AppError('invalid-request', 'The address holds a user name or a password. Take it out, or upload the file instead.')
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  if (!ports.includes(port)) throw new AppError('not-public', `Stet does not fetch from port ${port}. Upload the file instead.`)
  url.hash = ''
  return url
}

/**
 * A connector that only ever connects to addresses `isPublic` allows: names are resolved here and filtered, an address written out is checked as it is,
 * and the address the socket ended up at is checked once more, so that no second look-up can slip in between.
 */
function publicConnector(build: typeof buildConnector, isPublic: (address: string) => boolean, milliseconds: number): buildConnector.connector {
  const lookup = (host: string, options: LookupOptions, callback: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void): void => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, [])
      const allowed = addresses.filter(({ address }) => isPublic(address))
      const [first] = allowed
      if (first === undefined) return callback(notPublic() as unknown as NodeJS.ErrnoException, [])
      if (options.all === true) callback(null, allowed)
      else callback(null, first.address, first.family)
    })
  }
  const connect = build({ lookup, timeout: milliseconds } as buildConnector.BuildOptions)
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && !isPublic(host)) return callback(notPublic(), null)
    connect(options, (...[error, socket]) => {
      if (error !== null) return callback(error, null)
      if (!isPublic(socket.remoteAddress ?? '')) {
        socket.destroy()
        return callback(notPublic(), null)
      }
      callback(null, socket)
    })
  }
}

const DECODERS: Record<string, () => Transform> = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }

/** Reads a body and undoes its content coding; both what arrives and what it unpacks to stay below `most` bytes. */
async function read(body: Readable, encoding: string, most: number): Promise<Uint8Array> {
  const codings = encoding.split(',').map((coding) => coding.trim().toLowerCase()).filter((coding) => coding !== '' && coding !== 'identity').toReversed()
  const limited = (): Transform => {
    let total = 0
    return new Transform({
      transform(chunk: Buffer, _, done) {
        total += chunk.length
        if (total > most) done(new AppError('too-large', `The page is larger than ${Math.round(most / 1_000_000)} MB. Save the part that matters and upload it instead.`))
        else done(null, chunk)
      },
    })
  }
  if (codings.length > 2) throw failed('The page is packed in a way that Stet does not undo. Save it in a browser and upload it instead.')
  const decoders = codings.flatMap((coding) => {
    const decoder = DECODERS[coding]
    if (decoder === undefined) throw failed(`The page is packed as “${coding}”, which Stet does not undo. Save it in a browser and upload it instead.`)
    return [decoder(), limited()]
  })
  const chunks: Buffer[] = []
  await new Promise<void>((resolved, rejected) => {
    const last = pipeline([body, limited(), ...decoders], (error) => (error ? rejected(error) : resolved())) as unknown as Readable
    last.on('data', (chunk: Buffer) => chunks.push(chunk))
  })
  return new Uint8Array(Buffer.concat(chunks))
}

/** What went wrong, in a reader's words. */
function explain(error: unknown, host: string, milliseconds: number): AppError {
  if (error instanceof AppError) return error
  const { code = '', name = '', message = '', cause } = error as { code?: string; name?: string; message?: string; cause?: unknown }
  if (cause instanceof AppError) return cause
  if (name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT|TIMEDOUT/.test(code)) return failed(`${host} did not answer in full within ${milliseconds / 1000} s. Try again, or upload the file instead.`)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return failed(`${host} was not found. Check how the address is spelled, and the connection to the internet.`)
  if (code === 'ECONNREFUSED') return failed(`${host} refused the connection. Try again later.`)
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR_PADDING')) return failed(`${host} sent a page that is damaged. Try again.`)
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)) return failed(`The certificate of ${host} is not valid (${code}). Save the page in a browser and upload it instead.`)
  return failed(`${host} could not be read (${code || message || name}). Try again later.`)
}

const single = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(', ') : (value ?? ''))

/**
 * The safe fetcher. `isPublic` decides on the address actually connected to, of every redirect too; `ports` are those that pages may be served on.
 * A page that answers 404 or 500 is returned with its status: what that means is the caller's to say.
 */
export function createWeb({ isPublic = isPublicAddress, ports = PORTS }: { isPublic?: (address: string) => boolean; ports?: readonly number[] } = {}): Web {
  return {
    async fetch(text, { bytes: most = MOST_BYTES, milliseconds = MOST_MILLISECONDS } = {}) {
      const signal = AbortSignal.timeout(milliseconds)
      // Loaded with the first page: most commands fetch nothing, and it is a third of their start.
      const { Agent, buildConnector, request } = await import('undici')
      const agent = new Agent({ connect: publicConnector(buildConnector, isPublic, milliseconds), headersTimeout: milliseconds, bodyTimeout: milliseconds, pipelining: 0 })
      let url = addressOf(text, ports)
      try {
        for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
          const response = await request(url, {
            dispatcher: agent, signal,
            headers: { 'user-agent': 'Stet/0.1 (capture for a fact-check)', accept: 'text/html,application/xhtml+xml,application/pdf,image/*,text/plain;q=0.9,*/*;q=0.5', 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'en,*;q=0.5' },
          })
          const location = single(response.headers.location)
          if ([301, 302, 303, 307, 308].includes(response.statusCode) && location !== '') {
            response.body.on('error', () => {}).destroy()
            if (!URL.canParse(location, url.href)) throw failed(`${url.host} sends readers on to “${location}”, which is not an address.`)
            url = addressOf(new URL(location, url).href, ports)
            continue
          }
          const announced = Number(single(response.headers['content-length']))
          if (announced > most) {
            response.body.on('error', () => {}).destroy()
            throw new AppError('too-large', `The page is larger than ${Math.round(most / 1_000_000)} MB. Save the part that matters and upload it instead.`)
          }
          const type = single(response.headers['content-type'])
          const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1]
          const bytes = await read(response.body, single(response.headers['content-encoding']), most)
          return { url: text, finalUrl: url.href, status: response.statusCode, mediaType: type.split(';')[0]!.trim().toLowerCase(), ...(charset === undefined ? {} : { charset }), bytes }
        }
        throw failed(`${url.host} sends readers on and on (more than ${MOST_REDIRECTS} times). Open the page in a browser and use the address it ends at.`)
      } catch (error) {
        throw explain(error, url.host, milliseconds)
      } finally {
        await agent.destroy().catch(() => {})
      }
    },
  }
}
