import type { Reading } from '../reading.ts'

const LETTERS: Readonly<Record<string, string>> = { b: 'c', a: 'd', c: 'e' }

/** "BC", "BCE", "AD", "CE", also with points ("B.C."): whether it is before our era, and the token behind. The last point is left to the sentence where that ends. */
export function eraAt(r: Reading, at: number): { isBefore: boolean; to: number } | null {
  const word = r.word(at)
  if (!r.isCapitals(at)) return word.length === 1 && r.isCapitalised(at) && r.isSpaced(at) ? pointed(r, at) : null
  return word === 'bc' || word === 'bce' ? { isBefore: true, to: at + 1 } : word === 'ad' || word === 'ce' ? { isBefore: false, to: at + 1 } : null
}

function pointed(r: Reading, at: number): { isBefore: boolean; to: number } | null {
  if (r.word(at + 1) !== '.' || !r.isGlued(at + 2) || r.word(at + 2) !== LETTERS[r.word(at)]) return null
  let to = at + 3
  if (r.word(at) === 'b' && r.word(to) === '.' && r.isGlued(to + 1) && r.word(to + 1) === 'e') to += 2
  return { isBefore: r.word(at) === 'b', to: r.word(to) === '.' && r.isGlued(to) && to + 1 < r.to ? to + 1 : to }
}

/** "44 BC", "300 AD": a bare year with its era; the year before 1 AD is 0. */
export function yearOfEra(r: Reading, at: number): { y: number; to: number } | null {
  if (!/^\d{1,5}$/.test(r.word(at))) return null
  const era = eraAt(r, at + 1)
  return era && { y: era.isBefore ? 1 - Number(r.word(at)) : Number(r.word(at)), to: era.to }
}
