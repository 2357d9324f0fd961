import type { ReadingProgress } from '#shared/api/index.ts'
import type { OnPage } from '../importers/index.ts'

/** Readings under way that somebody follows, by the id they were given. */
const underWay = new Map<string, ReadingProgress['pages']>()

/** Does a reading whose pages are told to whoever asks by this id; without one, nobody does. */
export async function followed<T>(reading: string | undefined, read: (onPage?: OnPage) => Promise<T>): Promise<T> {
  if (reading === undefined) return read()
  try {
    return await read((done, of) => void underWay.set(reading, { read: done, of }))
  } finally {
    underWay.delete(reading)
  }
}

/** How far a reading is. Nothing is known of one that has not begun, has ended, or is of a format without pages. */
export const progressOf = (reading: string): ReadingProgress => ({ pages: underWay.get(reading) ?? null })
