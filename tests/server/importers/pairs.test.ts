import { describe, expect, it } from 'vitest'
import { extensionOf, measurePair, PAIRS, type Share } from '../../bench/reading/pairs.ts'
import { sharedMaterial } from '../../support/shared-material.ts'

/** The least share of the sentences and claims of the first that is found in the second; 1 where the files have the same words. In the order of PAIRS. */
const LEAST: readonly { sentences: number, claims: number }[] = [{ sentences: 1, claims: 1 }, { sentences: 0.97, claims: 0.99 }, { sentences: 0.98, claims: 0.98 }, { sentences: 0.99, claims: 0.98 }, { sentences: 0.98, claims: 0.98 }]
const share = ({ shared, all }: Share): number => shared / all

describe.skipIf(!sharedMaterial('data/articles/index.json'))('the same text in two formats', () => {
  it.each(PAIRS.map((pair, index) => [`${pair.first} and ${extensionOf(pair.second)}`, pair, LEAST[index]!] as const))('%s has the same notes, sentences and claims', async (_name, pair, least) => {
    const measured = (await measurePair(pair))!
    expect(measured.notes.all).toBeGreaterThan(0)
    expect([measured.areNotesSame, measured.notes.shared]).toEqual([true, measured.notes.all])
    expect(share(measured.sentences)).toBeGreaterThanOrEqual(least.sentences)
    expect(share(measured.claims)).toBeGreaterThanOrEqual(least.claims)
    if (measured.back) expect(share(measured.back)).toBeGreaterThanOrEqual(least.claims - 0.02)
  }, 120_000)
})
