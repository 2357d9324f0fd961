import { useSyncExternalStore } from 'react'
import { imports, type ImportPreview } from '#shared/api/articles.ts'
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

const ask = (given: Given, signal: AbortSignal, onSent: OnSent): Promise<ImportPreview> => {
  if (given.kind === 'file') return call(imports.readFile, { file: given.file, query: { view: given.view }, signal, onSent })
  if (given.kind === 'address') return call(imports.readAddress, { body: { url: given.url }, signal })
  return call(imports.readText, { body: { text: given.text }, signal })
}

/** Starts reading; answers the key by which the import is known from now on. Nothing is kept by this. */
export const startImport = (given: Given): string => {
  const key = `import-${++serial}`
  const stop = new AbortController()
  const name = given.kind === 'file' ? given.file.name : given.kind === 'address' ? given.url : 'Pasted text'
  set([...all, { key, given, name, since: Date.now(), sent: null, state: 'reading', preview: null, error: null, stop }])
  ask(given, stop.signal, (bytes, of) => change(key, { sent: { bytes, of } })).then(
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
