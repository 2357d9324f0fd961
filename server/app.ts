import compression from 'compression'
import express, { Router, type Express } from 'express'
import helmet from 'helmet'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { API_ROOT } from '#shared/api/index.ts'
import { AppError } from '#shared/errors.ts'
import type { Context } from './context.ts'
import { docsPage } from './http/docs-page.ts'
import { loopbackOnly } from './http/guard.ts'
import { openapi } from './http/openapi.ts'
import { problems } from './http/problem.ts'
import { mountRoutes } from './routes/index.ts'
import { projectRoot } from './sources/project-root.ts'
import { version } from './version.ts'

/** JSON bodies: a pasted article of 50 MB, quoted. */
const MOST_JSON = '110mb'

/** The desk's own scripts, styles and fonts, and nothing from elsewhere. */
const POLICY = {
  defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], fontSrc: ["'self'"], imgSrc: ["'self'", 'data:', 'blob:'], connectSrc: ["'self'"],
  frameSrc: ["'self'"], formAction: ["'self'"], baseUri: ["'none'"], frameAncestors: ["'none'"], manifestSrc: ["'self'"],
}

/** The HTTP door: contract, OpenAPI, built desk. What supertest uses. `log` hears what nobody expected. */
export function createApp(context: Context, given: { dataFolder?: string; log?: (error: unknown) => void } = {}): Express {
  const root = projectRoot()
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.use(loopbackOnly)
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: POLICY }, strictTransportSecurity: false, crossOriginResourcePolicy: { policy: 'same-origin' } }))
  app.use(compression())

  const api = Router()
  api.use((_request, response, next) => (response.setHeader('Cache-Control', 'no-store'), next()))
  api.get('/openapi.json', (_request, response) => void response.json(openapi(version())))
  api.get('/docs', (_request, response) => {
    const { html, policy } = docsPage()
    response.setHeader('Content-Security-Policy', policy)
    response.type('html').send(html)
  })
  api.use(express.json({ limit: MOST_JSON }))
  mountRoutes(api, context, { version: version(), dataFolder: given.dataFolder ?? '' })
  api.use((request) => {
    throw new AppError('not-found', `There is no ${request.method} ${API_ROOT}${request.path}. The endpoints are listed at ${API_ROOT}/docs.`)
  })
  app.use(API_ROOT, api)
  app.use('/api', (request) => {
    throw new AppError('not-found', `There is no ${request.originalUrl}. The API is under ${API_ROOT}.`)
  })

  serveDesk(app, join(root, 'client', 'dist'))
  app.use(problems(given.log ?? ((error) => process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`))))
  return app
}

/** The built desk: hashed files for a year, its page for every address of its own. */
function serveDesk(app: Express, folder: string): void {
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
  app.use(express.static(folder, { index: false, maxAge: 0 }))
  app.get('/{*place}', (_request, response) => {
    const page = join(folder, 'index.html')
    if (!existsSync(page)) throw new AppError('unavailable', 'The desk is not built. Start Stet with npm start.')
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(page)
  })
}
