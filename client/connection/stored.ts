import { useSyncExternalStore } from 'react'

/** A value kept in this browser and watched by whoever shows it; other tabs follow. */
export interface Stored<T> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

/** `parse` gives the value for what was stored (null: nothing was). Where storage is refused the value lives as long as the page. */
export const stored = <T extends string | null>(key: string, parse: (raw: string | null) => T): Stored<T> => {
  const listeners = new Set<() => void>()
  const read = (): T => {
    try {
      return parse(localStorage.getItem(key))
    } catch {
      return parse(null)
    }
  }
  let value = read()
  const tell = (): void => listeners.forEach((listener) => listener())
  globalThis.addEventListener?.('storage', (event) => {
    if (event.key !== key) return
    value = parse(event.newValue)
    tell()
  })
  return {
    get: () => value,
    set: (next) => {
      value = next
      try {
        if (next === null) localStorage.removeItem(key)
        else localStorage.setItem(key, next)
      } catch {
        // Private windows may refuse storage: the value still holds for this page.
      }
      tell()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const useStored = <T>(store: Stored<T>): T => useSyncExternalStore(store.subscribe, store.get)
