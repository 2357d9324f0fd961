import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '#server/cli/run.ts'
import { ROOT } from '../../support/running-desk.ts'

test('stet --version prints the version of package.json', async () => {
  let printed = ''
  const code = await run(['--version'], { out: async (bytes) => void (printed += String(bytes)), err: (text) => void (printed += text) })
  expect([code, printed.trim()]).toEqual([0, (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version])
})
