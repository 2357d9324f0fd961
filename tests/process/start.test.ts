import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newDataFolder, ROOT, startDesk } from '../support/running-desk.ts'

const data = newDataFolder()
afterAll(data.remove)

const start = (env: Record<string, string>): { status: number | null; stderr: string } => {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'server/dist/cli.js'), 'serve'], { cwd: ROOT, env: { ...process.env, STET_DATA: data.dataFolder, PORT: '0', ...env }, encoding: 'utf8', timeout: 60_000 })
  return { status, stderr }
}
/** What stands on standard error beside the steps with their times: the one clear line. */
const complaint = (stderr: string): string[] => stderr.split('\n').filter((line) => line.startsWith('stet: '))

test('a taken port is one clear line and a non-zero exit', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  // The other server lives in this process: the wait must not block it.
  const { status, stderr } = start({ PORT: String(port) })
  other.close()
  expect(status).toBe(6)
  expect(complaint(stderr)).toEqual([expect.stringContaining(`Port ${port} is taken`)])
})

test('a damaged database is one clear line and a non-zero exit, and is left as it is', () => {
  const folder = join(data.dataFolder, 'damaged')
  mkdirSync(folder)
  writeFileSync(join(folder, 'stet.db'), 'this is no database, and long enough to be looked at as one '.repeat(100))
  const { status, stderr } = start({ STET_DATA: folder })
  expect(status).toBe(6)
  expect(complaint(stderr)).toEqual([expect.stringContaining('is damaged')])
})

test('a data folder that cannot be made is one clear line and a non-zero exit', () => {
  const file = join(data.dataFolder, 'a-file')
  writeFileSync(file, '')
  const { status, stderr } = start({ STET_DATA: join(file, 'folder') })
  expect(status).toBe(6)
  expect(complaint(stderr)).toEqual([expect.stringContaining('cannot be written')])
})

test('a port that is no number is one clear line and a non-zero exit', () => {
  const { status, stderr } = start({ PORT: 'eighty' })
  expect(status).toBe(2)
  expect(complaint(stderr)).toEqual([expect.stringContaining('PORT')])
})

test('it says what it does, prints the address, shows the page, and ends when asked', async () => {
  const desk = await startDesk(data.dataFolder)
  expect(desk.output()).toMatch(/Opening the database: [\d.]+ s/)
  const page = await fetch(desk.address)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('<div id="root">')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  await desk.kill('SIGTERM')
  expect(desk.process.exitCode).toBe(0)
})

test.skipIf(process.platform === 'win32').each([
  ['gyp ERR! find Python', 'install Python 3, make and a C++ compiler'],
  ['npm error code ENOTFOUND', 'The package registry was not reached'],
  ['npm error something new', 'What it printed is above'],
])('an install that fails with “%s” says what to do', (printed, advice) => {
  const folder = join(data.dataFolder, printed.replace(/\W+/g, '-'))
  mkdirSync(join(folder, 'server'), { recursive: true })
  for (const file of ['package.json', 'package-lock.json', 'server/start.mjs']) copyFileSync(join(ROOT, file), join(folder, file))
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\necho "${printed}" >&2\nexit 1\n`)
  chmodSync(join(folder, 'npm'), 0o755)
  const { npm_execpath: _ownNpm, ...env } = process.env
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'server/start.mjs'), 'serve'], { cwd: folder, env: { ...env, PATH: `${folder}${delimiter}${process.env.PATH}` }, encoding: 'utf8' })
  expect(status).toBe(70)
  expect(stderr).toContain(printed)
  expect(complaint(stderr)).toEqual([expect.stringContaining(advice)])
})
