#!/usr/bin/env node
// The one door for `npm start`, `npm test`, `npm run …` and the `stet` command. Plain JavaScript with nothing but Node's own modules, so that
// any Node can read it: it says what is missing, does the set-up (dependencies, database client, build), and hands over to the build.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const [verb = 'help', ...rest] = process.argv.slice(2)

/** Prints one line and ends. 70: something in Stet or its set-up failed (see server/cli/exit-codes.ts). */
const stop = (message, code = 70) => {
  process.stderr.write(`stet: ${message}\n`)
  process.exit(code)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
  stop(`Node ${process.versions.node} is too old. Stet needs Node 20.19 or newer in the 20 line, or 22.12 and newer: https://nodejs.org`)
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`
const hash = (...parts) => parts.reduce((sum, part) => sum.update(part).update('\0'), createHash('sha256')).digest('hex')
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/** Every source file under the folders, in a fixed order, as one hash: what a build was made from. */
function fingerprint(folders) {
  const sum = createHash('sha256')
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (['dist', 'generated', 'node_modules', 'tables', 'sample'].includes(entry.name)) continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else if (/\.(?:ts|tsx|css|html|sql|svg|json)$/.test(entry.name)) sum.update(path.slice(ROOT.length)).update(readFileSync(path))
    }
  }
  for (const folder of folders) walk(join(ROOT, folder))
  return sum.update(read(join(ROOT, 'package-lock.json'))).digest('hex')
}

/** Runs a step only when its marker does not say that it was done for the same input; says what it does and how long it took. */
async function step(title, marker, input, work, adviceOn = () => 'What it printed is above.') {
  if (read(marker) === input) return
  const since = Date.now()
  process.stderr.write(`${title} …`)
  const { status, printed, error } = await work()
  if (status !== 0) {
    process.stderr.write(` failed after ${seconds(since)}\n${printed}`)
    stop(`${title.replace(/ \(.*/, '').toLowerCase()} failed${error ? `: ${error.message}` : ''}. ${adviceOn(printed)}`)
  }
  mkdirSync(join(marker, '..'), { recursive: true })
  writeFileSync(marker, input)
  process.stderr.write(` ${seconds(since)}\n`)
}

// `prisma generate` needs no engine, but would download one if no path were given.
const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
/** Runs a program to its end: its exit status (null: it could not be started, or was killed) and all that it printed. */
const run = (program, args, shell = false) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (printed += text))
    child.on('error', (error) => resolve({ status: null, printed, error }))
    child.on('close', (status) => resolve({ status, printed }))
  })
const onWindows = process.platform === 'win32'
const npm = (...args) => (process.env.npm_execpath && /\.c?js$/.test(process.env.npm_execpath) ? run(process.execPath, [process.env.npm_execpath, ...args]) : run(onWindows ? 'npm.cmd' : 'npm', args, onWindows))
const tool = (path, ...args) => run(process.execPath, [join(ROOT, 'node_modules', path), ...args])
const VITE = 'vite/bin/vite.js'

/** What to do about an install that failed, by what npm printed. The compiler comes first: where it is missing, a network error stands beside it. */
function adviceOnInstall(printed) {
  if (/gyp ERR!/.test(printed)) return 'The database drivers could neither be fetched ready-made from github.com nor compiled here. Allow the download, or install Python 3, make and a C++ compiler, then start again.'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(printed)) return 'The package registry was not reached. The first start needs the network; later ones do not. Check the connection or npm’s proxy settings, then start again.'
  if (/ENOSPC/.test(printed)) return 'The disk is full: about 800 MB are needed. Make room, then start again.'
  return 'What it printed is above.'
}
/** npm would compile the drivers one after the other on two cores (it leaves one free): each gets an npm of its own. */
async function installAndCompile() {
  const installed = await npm('ci', '--include=dev', '--ignore-scripts')
  if (installed.status !== 0) return installed
  const { allowScripts } = JSON.parse(read(join(ROOT, 'package.json')))
  const compiled = await Promise.all(Object.keys(allowScripts).filter((name) => allowScripts[name]).map((name) => npm('rebuild', name)))
  return compiled.find(({ status }) => status !== 0) ?? installed
}
function install() {
  // The lock file, and the Node the compiled parts were built for.
  const input = hash(read(join(ROOT, 'package-lock.json')), process.versions.modules, process.platform, process.arch)
  return step('Installing dependencies (once; a few minutes where binaries must be compiled)', join(ROOT, 'node_modules/.stet-installed'), input, installAndCompile, adviceOnInstall)
}
function generate() {
  return step('Generating the database client', join(ROOT, 'server/db/generated/.made-from'), hash(read(join(ROOT, 'prisma/schema.prisma')), read(join(ROOT, 'package-lock.json'))), () => tool('prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts'))
}
async function setUp() {
  await install()
  await generate()
  await step('Building the server', join(ROOT, 'server/dist/.made-from'), fingerprint(['server', 'shared', 'prisma']), () => tool(VITE, 'build', '--config', 'server/vite.config.ts'))
  await step('Building the desk', join(ROOT, 'client/dist/.made-from'), fingerprint(['client', 'shared']), () => tool(VITE, 'build', '--config', 'client/vite.config.ts'))
}

/** Runs a tool in the foreground and ends with its exit code. */
function become(path, args, extra = {}) {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', path), ...args], { cwd: ROOT, stdio: 'inherit', env: { ...env, ...extra } })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

async function develop() {
  await install()
  await generate()
  const children = [
    spawn(process.execPath, [join(ROOT, 'node_modules', VITE), 'build', '--config', 'server/vite.config.ts', '--watch'], { cwd: ROOT, stdio: 'inherit', env }),
    spawn(process.execPath, [join(ROOT, 'node_modules', VITE), '--config', 'client/vite.config.ts'], { cwd: ROOT, stdio: 'inherit', env }),
  ]
  const entry = join(ROOT, 'server/dist/cli.js')
  const serveWhenBuilt = setInterval(() => {
    if (!existsSync(entry)) return
    clearInterval(serveWhenBuilt)
    children.push(spawn(process.execPath, ['--watch-path=server/dist', '--watch-preserve-output', entry, 'serve'], { cwd: ROOT, stdio: 'inherit', env }))
  }, 300)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (children.forEach((child) => child.kill(signal)), process.exit(0)))
}

switch (verb) {
  case '@test':
    await setUp()
    become('vitest/vitest.mjs', ['run', '--config', 'tests/vitest.config.ts', ...rest])
    break
  case '@bench':
    await setUp()
    await import(pathToFileURL(join(ROOT, 'tests/bench/run.mjs')).href)
    break
  case '@dev':
    await develop()
    break
  case '@setup':
    await setUp()
    break
  default:
    await setUp()
    await import(pathToFileURL(join(ROOT, 'server/dist/cli.js')).href)
}
