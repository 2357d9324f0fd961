import { useSyncExternalStore } from 'react'
import { imports, type ImportPreview, type ReadingProgress } from '#shared/api/articles.ts'
import { call } from '../../connection/http.ts'
import type { OnSent } from '../../connection/upload.ts'
import type { Given } from './given.ts'

/** Something on its way to the desk: being read, read and not kept yet, or not readable. */
export interface Import {
  key: string
  given: Given
  name: string
  since: number
  /** How much of a file was sent; null while nothing is known of it. */
  sent: { bytes: number; of: number } | null
  /** How many of its pages are read; null while nothing is known of it, and for formats without pages. */
  pages: ReadingProgress['pages']
  state: 'reading' | 'read' | 'failed'
  preview: ImportPreview | null
  error: unknown
  stop: AbortController
}

let all: readonly Import[] = []
let serial = 0
const watchers = new Set<() => void>()
const set = (next: readonly Import[]): void => {
  all = next
  watchers.forEach((watcher) => watcher())
}
const change = (key: string, changes: Partial<Import>): void => set(all.map((one) => (one.key === key ? { ...one, ...changes } : one)))

const ask = (given: Given, reading: string, signal: AbortSignal, onSent: OnSent): Promise<ImportPreview> => {
  if (given.kind === 'file') return call(imports.readFile, { file: given.file, query: { view: given.view, reading }, signal, onSent })
  if (given.kind === 'address') return call(imports.readAddress, { body: { url: given.url, reading }, signal })
  return call(imports.readText, { body: { text: given.text }, signal })
}

/** Ms between two questions how far a reading is: often enough to be seen to move, seldom enough to cost nothing. */
const ASK_EVERY = 400

/** Asks how far a reading is until it has ended; an answer that does not come is not missed. */
const follow = (key: string, reading: string): void => {
  const timer = setInterval(() => {
    if (all.find((one) => one.key === key)?.state !== 'reading') return clearInterval(timer)
    call(imports.progress, { params: { reading } }).then(({ pages }) => pages && change(key, { pages }), () => undefined)
  }, ASK_EVERY)
}

/** Starts reading; answers the key by which the import is known from now on. Nothing is kept by this. */
export const startImport = (given: Given): string => {
  const key = `import-${++serial}`
  const stop = new AbortController()
  const name = given.kind === 'file' ? given.file.name : given.kind === 'address' ? given.url : 'Pasted text'
  set([...all, { key, given, name, since: Date.now(), sent: null, pages: null, state: 'reading', preview: null, error: null, stop }])
  const reading = crypto.randomUUID()
  if (given.kind !== 'text') follow(key, reading)
  ask(given, reading, stop.signal, (bytes, of) => change(key, { sent: { bytes, of } })).then(
    (preview) => change(key, { state: 'read', preview }),
    (error: unknown) => change(key, { state: 'failed', error }),
  )
  return key
}

/** Sets the notes of one read file behind the article of another; both are one import from then on. */
export const joinImports = async (key: string, notesKey: string): Promise<void> => {
  const [article, notes] = [key, notesKey].map((each) => all.find((one) => one.key === each)?.preview)
  if (!article || !notes) return
  const preview = await call(imports.joinNotes, { params: { importId: article.id }, body: { notes: notes.id } })
  set(all.filter((one) => one.key !== notesKey).map((one) => (one.key === key ? { ...one, preview } : one)))
}

/** Takes an import off the list; the server forgets what it read. */
export const removeImport = (key: string): void => {
  const one = all.find((other) => other.key === key)
  if (!one) return
  one.stop.abort()
  set(all.filter((other) => other.key !== key))
  // The server forgets it by itself after a while: a lost request does no harm.
  if (one.preview) call(imports.drop, { params: { importId: one.preview.id } }).catch(() => undefined)
}

/** Takes a kept import off the list. */
export const forgetKept = (key: string): void => set(all.filter((other) => other.key !== key))

export const useImports = (): readonly Import[] =>
  useSyncExternalStore((watcher) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }, () => all)
