import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createFiles } from '#server/sources/files.ts'

const folder = await mkdtemp(join(tmpdir(), 'stet-files-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const files = createFiles(folder)
const bytes = (text: string) => new TextEncoder().encode(text)
/** SHA-256 of "abc" (FIPS 180-4, the standard's own example). */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

test('a file stands under its hash and reads back', async () => {
  expect(await files.write(bytes('abc'))).toBe(ABC)
  expect(await readFile(join(folder, 'files', 'ba', ABC), 'utf8')).toBe('abc')
  expect(new TextDecoder().decode(await files.read(ABC))).toBe('abc')
})
test('the same bytes written twice, also at once, are one file and leave nothing aside', async () => {
  await Promise.all(Array.from({ length: 8 }, () => files.write(bytes('abc'))))
  expect(await readdir(join(folder, 'files', 'ba'))).toEqual([ABC])
  expect(await files.list()).toEqual([ABC])
})
test('a changed file is not handed out, and is written anew when its bytes come again', async () => {
  const sha256 = await files.write(bytes('figures'))
  const path = join(folder, 'files', sha256.slice(0, 2), sha256)
  await writeFile(path, 'fogures')
  await expect(files.read(sha256)).rejects.toMatchObject({ code: 'database-damaged' })
  await writeFile(path, 'fig')
  await files.write(bytes('figures'))
  expect(new TextDecoder().decode(await files.read(sha256))).toBe('figures')
})
test('a missing file and a name that is no hash are not found', async () => {
  await expect(files.read('0'.repeat(64))).rejects.toMatchObject({ code: 'not-found' })
  await expect(files.read('../../etc/passwd')).rejects.toMatchObject({ code: 'not-found' })
  await expect(files.remove('../x')).rejects.toMatchObject({ code: 'not-found' })
})
test('a removed file is gone, and removing it again is no error', async () => {
  const sha256 = await files.write(bytes('to go'))
  await files.remove(sha256)
  await files.remove(sha256)
  expect(await files.list()).not.toContain(sha256)
})
