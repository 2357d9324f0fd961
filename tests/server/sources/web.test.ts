import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { createWeb } from '#server/sources/web.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})
/** A server on this machine, and its address. */
async function serve(listener: RequestListener): Promise<{ url: string; port: number }> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port }
}
/** A fetcher that takes this machine for a public one. */
const openTo = (...ports: number[]) => createWeb({ isPublic: (address) => address === '127.0.0.1', ports })
const INSIDE = 'Address is inside this network. Stet fetches public pages only. Upload the file instead.'

test('brings back the page, its type and character set, and where it ended up', async () => {
  const { url, port } = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(302, { location: '/new' }).end()
    else response.writeHead(200, { 'content-type': 'Text/HTML; charset="GBK"' }).end('<p>page</p>')
  })
  expect(await openTo(port).fetch(`${url}/old#part`)).toEqual({
    url: `${url}/old#part`, finalUrl: `${url}/new`, status: 200, mediaType: 'text/html', charset: 'GBK', bytes: new Uint8Array(Buffer.from('<p>page</p>')),
  })
})
test('a page that answers 404 comes back with its status', async () => {
  const { url, port } = await serve((_, response) => void response.writeHead(404).end('gone'))
  expect(await openTo(port).fetch(url)).toMatchObject({ status: 404, mediaType: '' })
})
test.each([['gzip', gzipSync], ['deflate', deflateSync], ['br', brotliCompressSync]] as const)('undoes %s', async (coding, pack) => {
  const { url, port } = await serve((_, response) => void response.writeHead(200, { 'content-encoding': coding }).end(pack('packed words')))
  expect(Buffer.from((await openTo(port).fetch(url)).bytes).toString()).toBe('packed words')
})

test('nothing on this machine or in this network is fetched, however the address is written', async () => {
  let asked = 0
  const { port } = await serve((_, response) => {
    asked++
    response.end('secret')
  })
  const web = createWeb({ ports: [port, 80, 443] })
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '0177.0.0.1', '0.0.0.0', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::]']) {
    await expect(web.fetch(`http://${host}:${port}/`), host).rejects.toMatchObject({ code: 'not-public', message: INSIDE })
  }
  for (const host of ['169.254.169.254', '10.0.0.1', '192.168.0.1', '[fd00::1]', '[64:ff9b::a00:1]']) {
    await expect(web.fetch(`http://${host}/`), host).rejects.toMatchObject({ code: 'not-public', message: INSIDE })
  }
  expect(asked).toBe(0)
})
test('a redirect into this network is refused at the redirect, without a request', async () => {
  let asked = 0
  const inside = await serve((_, response) => {
    asked++
    response.end('secret')
  })
  const outside = await serve((_, response) => void response.writeHead(301, { location: `http://127.0.0.2:${inside.port}/` }).end())
  await expect(openTo(outside.port, inside.port).fetch(outside.url)).rejects.toMatchObject({ code: 'not-public', message: INSIDE })
  expect(asked).toBe(0)
})
test('the address connected to is what counts: a name that resolves to this machine is refused after it was resolved', async () => {
  const { port } = await serve((_, response) => void response.end('secret'))
  const judged: string[] = []
  const web = createWeb({ ports: [port], isPublic: (address) => { judged.push(address); return false } })
  await expect(web.fetch(`http://localhost:${port}/`)).rejects.toMatchObject({ code: 'not-public' })
  expect(judged).toContain('127.0.0.1')
})
test.each(['file:///etc/passwd', 'ftp://example.org/', 'gopher://example.org/', 'http://user:word@example.org/', 'not an address'])('refuses %s', async (address) => {
  await expect(createWeb().fetch(address)).rejects.toMatchObject({ code: 'invalid-request' })
})
test('refuses ports that serve no pages, of redirects too', async () => {
  await expect(createWeb().fetch('http://example.org:22/')).rejects.toMatchObject({ code: 'not-public', message: expect.stringContaining('port 22') })
  const { url, port } = await serve((_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:22/' }).end())
  await expect(openTo(port).fetch(url)).rejects.toMatchObject({ code: 'not-public' })
  const toFile = await serve((_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end())
  await expect(openTo(toFile.port).fetch(toFile.url)).rejects.toMatchObject({ code: 'invalid-request' })
})
test('five redirects are followed, a sixth is a loop', async () => {
  const { url, port } = await serve((request, response) => {
    const step = Number(request.url!.slice(1))
    if (step > 0) response.writeHead(302, { location: `/${step - 1}` }).end()
    else response.end('here')
  })
  expect((await openTo(port).fetch(`${url}/5`)).finalUrl).toBe(`${url}/0`)
  await expect(openTo(port).fetch(`${url}/6`)).rejects.toMatchObject({ code: 'capture-failed', message: expect.stringContaining('on and on') })
})

test('a body that never ends is cut off at the size limit', async () => {
  const { url, port } = await serve((_, response) => {
    const more = () => { while (response.write(Buffer.alloc(65536))) { /* until the pipe is full */ } }
    response.on('drain', more)
    more()
  })
  await expect(openTo(port).fetch(url, { bytes: 1_000_000 })).rejects.toMatchObject({ code: 'too-large', message: expect.stringContaining('1 MB') })
})
test('an announced size over the limit is not read at all', async () => {
  const { url, port } = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '999999999' })
    response.flushHeaders()
  })
  await expect(openTo(port).fetch(url)).rejects.toMatchObject({ code: 'too-large' })
})
test.each([['gzip', gzipSync], ['br', brotliCompressSync]] as const)('a small %s body that unpacks to more than the limit is refused', async (coding, pack) => {
  const bomb = pack(Buffer.alloc(30_000_000))
  expect(bomb.length).toBeLessThan(100_000)
  const { url, port } = await serve((_, response) => void response.writeHead(200, { 'content-encoding': coding }).end(bomb))
  await expect(openTo(port).fetch(url, { bytes: 1_000_000 })).rejects.toMatchObject({ code: 'too-large' })
})
test('a body that trickles, and a server that never answers, end at the time limit', async () => {
  const slow = await serve((_, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(timer))
  })
  await expect(openTo(slow.port).fetch(slow.url, { milliseconds: 300 })).rejects.toMatchObject({ code: 'capture-failed', message: expect.stringContaining('within 0.3 s') })
  const silent = await serve(() => {})
  await expect(openTo(silent.port).fetch(silent.url, { milliseconds: 300 })).rejects.toMatchObject({ code: 'capture-failed', message: expect.stringContaining('within 0.3 s') })
})
test('a damaged body, an unknown packing, a refused connection and a body broken off are failures in words', async () => {
  const damaged = await serve((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('not packed'))
  await expect(openTo(damaged.port).fetch(damaged.url)).rejects.toMatchObject({ code: 'capture-failed', message: expect.stringContaining('damaged') })
  const strange = await serve((_, response) => void response.writeHead(200, { 'content-encoding': 'rot13' }).end('x'))
  await expect(openTo(strange.port).fetch(strange.url)).rejects.toMatchObject({ code: 'capture-failed', message: expect.stringContaining('rot13') })
  const broken = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half')
    setTimeout(() => response.destroy(), 20)
  })
  await expect(openTo(broken.port).fetch(broken.url)).rejects.toMatchObject({ code: 'capture-failed' })
  await expect(openTo(1).fetch('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'capture-failed', message: expect.stringContaining('refused the connection') })
})
