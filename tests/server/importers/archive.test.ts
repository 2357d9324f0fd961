import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { openArchive } from '#server/importers/archive/open-archive.ts'
import { writeZip } from '../../support/write-zip.ts'

describe('an archive', () => {
  it('lists its files and inflates the one that is asked for', async () => {
    const archive = await openArchive(writeZip([{ name: 'a.txt', content: 'It grew.' }, { name: 'b/中.txt', content: 'It fell.' }]), 'x.zip')
    expect(archive.names).toEqual(['a.txt', 'b/中.txt'])
    expect(Buffer.from((await archive.read('b/中.txt'))!).toString()).toBe('It fell.')
    expect(await archive.read('c.txt')).toBeNull()
  })
  it.each<[string, Parameters<typeof writeZip>[0], RegExp, string]>([
    ['inflates to more than it says', [{ name: 'a', content: 'It grew. '.repeat(1000), lies: { size: 10 } }], /damaged archive/, 'unreadable'],
    ['inflates to less than it says', [{ name: 'a', content: 'It grew.', lies: { size: 1000 } }], /damaged archive/, 'unreadable'],
    ['has another checksum', [{ name: 'a', content: 'It grew.', lies: { crc: 1 } }], /checksum of a does not agree/, 'unreadable'],
    ['is there twice', [{ name: 'a', content: 'It grew.' }, { name: 'a', content: 'It fell.' }], /two files named a/, 'unreadable'],
    ['has a password', [{ name: 'a', content: 'It grew.', lies: { encrypted: true } }], /protected by a password/, 'unreadable'],
    ['says it is 80 MB', [{ name: 'a', content: 'It grew.', lies: { size: 80_000_000 } }], /holds a, which unpacks to 77 MB, far more than any article/, 'too-large'],
  ])('refuses a file that %s', async (_what, entries, message, code) => {
    const error: unknown = await openArchive(writeZip(entries), 'x.zip').then((archive) => archive.read('a')).then(() => null, (reason: unknown) => reason)
    expect(error).toBeInstanceOf(AppError)
    expect([(error as AppError).code, (error as AppError).message]).toEqual([code, expect.stringMatching(message)])
  })
  it('refuses to read more than 128 MB in all', async () => {
    const archive = await openArchive(writeZip(['a', 'b', 'c'].map((name) => ({ name, content: 'x', lies: { size: 60_000_000 } }))), 'x.zip')
    await expect(archive.read('a')).rejects.toThrow(/damaged/)
    await expect(archive.read('b')).rejects.toThrow(/damaged/)
    await expect(archive.read('c')).rejects.toThrow(/more than 128 MB of text/)
  })
})
