import { expect, test } from 'vitest'
import request from 'supertest'
import { endpoints, openapi } from '#server/http/openapi.ts'
import { openApp } from './desk-app.ts'

test.each(['localhost', 'localhost:4317', '127.0.0.1:80', '[::1]:4317', 'LOCALHOST:4317'])('answers under %s', async (host) => {
  const { app } = await openApp()
  expect((await request(app).get('/api/v1/health').set('Host', host)).status).toBe(200)
})

test.each(['evil.example', 'localhost.evil.example', 'localhost:4317@evil.example', 'evil.example:4317', '10.0.0.7:4317', '127.0.0.1.evil.example'])('refuses the host %s', async (host) => {
  const { app } = await openApp()
  const response = await request(app).get('/api/v1/articles').set('Host', host)
  expect(response.body).toMatchObject({ status: 403, code: 'forbidden-origin' })
  expect((await request(app).get('/').set('Host', host)).status).toBe(403)
})

test.each(['https://evil.example', 'http://localhost:9999', 'https://localhost:4317', 'null'])('refuses the origin %s, also for reads', async (origin) => {
  const desk = await openApp()
  expect((await desk.get('/articles').set('Origin', origin)).body.code).toBe('forbidden-origin')
  expect((await desk.post(`/articles/${desk.articleId}/undo`).set('Origin', origin).send({ act: '1' })).body.code).toBe('forbidden-origin')
})

test('takes its own origin, a visit from a link, and no other site’s subresource', async () => {
  const desk = await openApp()
  expect((await desk.get('/articles').set('Origin', 'http://localhost:4317')).status).toBe(200)
  expect((await desk.get('/articles').set('Sec-Fetch-Site', 'cross-site').set('Sec-Fetch-Mode', 'navigate')).status).toBe(200)
  expect((await desk.get('/articles').set('Sec-Fetch-Site', 'cross-site').set('Sec-Fetch-Mode', 'no-cors')).status).toBe(403)
})

test('sends a strict policy with everything', async () => {
  const desk = await openApp()
  for (const path of ['/articles', '/nothing', '/docs']) {
    const { headers } = await desk.get(path)
    expect(headers['content-security-policy'], path).toContain("default-src 'none'")
    expect(headers['content-security-policy'], path).not.toMatch(/unsafe|https?:|\*/)
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})

test('OpenAPI describes every endpoint of the contract once, with its parameters, and refers to nothing that is not there', async () => {
  const desk = await openApp()
  const { body } = await desk.get('/openapi.json')
  expect(body).toEqual(JSON.parse(JSON.stringify(openapi(body.info.version))))
  expect(body.openapi).toBe('3.1.0')
  const operations = Object.entries(body.paths as Record<string, Record<string, { operationId: string; parameters: { name: string; in: string; required: boolean; schema: object }[]; responses: object }>>)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })))
  expect(operations.map((operation) => operation.operationId).sort()).toEqual(endpoints.map((endpoint) => endpoint.id).sort())
  for (const { path, operationId, parameters, responses } of operations) {
    expect(parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name), operationId).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))
    expect(Object.keys(responses), operationId).toEqual(['200', 'default'])
  }
  for (const [, reference] of JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    expect(reference?.split('/').reduce<Record<string, unknown> | undefined>((at, key) => at?.[key] as Record<string, unknown> | undefined, body as Record<string, unknown>), reference).toBeDefined()
  }
  const docs = await desk.get('/docs')
  for (const { id, path } of endpoints) {
    expect(docs.text).toContain(`id="${id}"`)
    expect(docs.text).toContain(path)
  }
})

test('a missing asset and an address of the desk', async () => {
  const { app } = await openApp()
  expect((await request(app).get('/assets/gone-1234.js').set('Host', 'localhost')).status).toBe(404)
  expect((await request(app).get('/api/v2/articles').set('Host', 'localhost')).body).toMatchObject({ status: 404, code: 'not-found' })
  expect((await request(app).get('/..%2f..%2fpackage.json').set('Host', 'localhost')).text).not.toContain('"dependencies"')
})
