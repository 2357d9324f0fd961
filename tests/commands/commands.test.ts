import { execFile, execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../support/running-desk.ts'
import { readTranscript, wordsOf, writeAnswer } from './transcript.ts'

/**
 * Every transcript of this folder is run, command by command, against the build. `UPDATE=1` rewrites them; the difference is read before it is committed.
 * Each has a folder of its own, whose data folder holds the sample, as any new one does.
 */
const CLI = join(ROOT, 'server/dist/cli.js')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stet-commands-')))
const sample = join(folder, 'sample')

interface Answer { out: string; err: string; code: number }
const stet = (args: readonly string[], cwd: string): Promise<Answer> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [CLI, ...args], { cwd, env: { ...process.env, STET_DATA: 'data', COLUMNS: '100' }, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) =>
      resolve({ out, err, code: error ? (typeof error.code === 'number' ? error.code : 1) : 0 }))
    child.stdin?.end()
  })

beforeAll(async () => {
  if (!existsSync(CLI)) execFileSync(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'server/vite.config.ts'], { cwd: ROOT, stdio: 'ignore' })
  mkdirSync(sample)
  const first = await stet(['articles'], sample)
  expect(first.code, first.err).toBe(0)
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

for (const file of readdirSync(join(ROOT, 'tests/commands')).filter((name) => name.endsWith('.md')).sort()) {
  test(file, { timeout: 300_000 }, async () => {
    const path = join(ROOT, 'tests/commands', file)
    const markdown = readFileSync(path, 'utf8')
    const { inputs, steps } = readTranscript(markdown)
    expect(steps.length).toBeGreaterThan(0)
    const place = join(folder, file)
    cpSync(sample, place, { recursive: true })
    for (const { name, text } of inputs) writeFileSync(join(place, name), text)
    let rewritten = ''
    let done = 0
    for (const step of steps) {
      const [name, ...args] = wordsOf(step.command)
      expect(name).toBe('stet')
      const answer = writeAnswer(await stet(args, place), place)
      rewritten += `${markdown.slice(done, step.start)}$ ${step.command}\n${answer}`
      done = step.end
      if (!process.env['UPDATE']) expect.soft(answer, `$ ${step.command}`).toBe(step.expected)
    }
    if (process.env['UPDATE']) writeFileSync(path, rewritten + markdown.slice(done))
  })
}
