import { createHash } from 'node:crypto'
import { API_ROOT, type Endpoint } from '#shared/api/index.ts'
import { ERROR_CODES } from '#shared/errors.ts'
import { endpoints } from './openapi.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const row = ({ id, method, path, summary, actor, body, response }: Endpoint): string =>
  `<section id="${id}"><h2><code>${method} ${escaped(API_ROOT + path)}</code></h2><p>${escaped(summary)}.${actor ? ' Needs <code>Stet-Actor</code>.' : ''}${body === 'multipart' ? ' Takes one file part named <code>file</code>.' : ''}${response === 'bytes' ? ' Answers with a file.' : ''}</p></section>`

const STYLE = ':root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}h2{font-size:1rem;margin:1.5rem 0 0}code{overflow-wrap:anywhere}p{margin:.25rem 0}'
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`

/** A page to read the contract: what each endpoint does; the schemas are in openapi.json, from the same source. Its policy allows its one style and no script. */
export const docsPage = (): { html: string; policy: string } => ({ html: page(), policy: POLICY })

const page = (): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Stet API</title>
<style>${STYLE}</style></head><body>
<main><h1>Stet API</h1><p>Every request and answer is described in <a href="${API_ROOT}/openapi.json">openapi.json</a> (OpenAPI 3.1). Changes carry the person’s name in <code>Stet-Actor</code> (percent-encoded UTF-8). An act is sent with an id of its own; sent twice it is done once.</p>
${endpoints.map(row).join('\n')}
<section id="problems"><h2>Problems</h2><p>Failures are problem details (RFC 9457) with one of these codes:</p><ul>${ERROR_CODES.map((code) => `<li id="${code}"><code>${code}</code></li>`).join('')}</ul></section></main></body></html>`
