import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '#shared/errors.ts'
import { EXIT, EXIT_OF, EXIT_WORDS } from '#server/cli/exit-codes.ts'
import { commands } from '#server/cli/index.ts'
import { listing, oneLine } from '#server/cli/listing.ts'
import { run } from '#server/cli/run.ts'
import { ROOT } from '../../support/running-desk.ts'

const said = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
  let out = ''
  let err = ''
  const code = await run(args, { out: async (bytes) => void (out += String(bytes)), err: (text) => (err += text) })
  return { code, out, err }
}

describe('exit codes', () => {
  test('every expected failure has one, none of them 0 or 1, and each is documented in --help', async () => {
    for (const code of ERROR_CODES) expect(EXIT_OF[code]).toBeGreaterThan(EXIT.found)
    const { out, code } = await said('--help')
    expect(code).toBe(0)
    for (const number of Object.values(EXIT)) expect(out).toContain(`${String(number).padStart(4)}  ${EXIT_WORDS[number]}`)
  })
  test('what cannot be understood is 2, on standard error alone', async () => {
    for (const args of [['polish'], ['articles', '--format', 'yaml'], ['claims'], ['articles', '--no-such']]) {
      const { code, out, err } = await said(...args)
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(/^error: /)
    }
  })
})

describe('commands', () => {
  test('one file each', () => {
    const seams = new Set(['command', 'exit-codes', 'find-article', 'index', 'input', 'listing', 'main', 'run'])
    const files = readdirSync(join(ROOT, 'server/cli')).map((name) => name.replace(/\.ts$/, '')).filter((name) => !seams.has(name))
    expect(commands.map((command) => command.id).sort()).toEqual(files.sort())
  })
})

describe('lists', () => {
  test('a title cannot move the cursor, turn the reading direction, or become a formula', () => {
    expect(oneLine('a\u001b[31m\u202eb\nc')).toBe('a\ufffd[31m\ufffdb c')
    expect(listing('csv', ['title'], [['=1+1']], [])).toBe('"title"\r\n"\'=1+1"\r\n')
  })
  test('an empty list is empty in every format', () => {
    expect([listing('text', ['a'], [], []), listing('json', ['a'], [], []), listing('csv', ['a'], [], [])]).toEqual(['', '[]\n', '"a"\r\n'])
  })
})
