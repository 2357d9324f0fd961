import { useSyncExternalStore } from 'react'

/** Waits between two questions whether the server is back, in ms; the last repeats. */
const POLL_WAITS = [500, 1000, 2000, 4000, 8000]

let gone = false
let attempt = 0
let timer: ReturnType<typeof setTimeout> | undefined
const watchers = new Set<() => void>()

const poll = (): void => {
  clearTimeout(timer)
  timer = setTimeout(ask, POLL_WAITS[Math.min(attempt++, POLL_WAITS.length - 1)])
}
const ask = async (): Promise<void> => {
  try {
    const answer = await fetch('/api/v1/health')
    if (answer.ok) return serverAnswered()
  } catch {
    // Still gone.
  }
  poll()
}

/** Any answer, a refusal too, shows that the server is there. */
export const serverAnswered = (): void => {
  attempt = 0
  clearTimeout(timer)
  if (!gone) return
  gone = false
  watchers.forEach((watcher) => watcher())
}
/** No answer: asks again, more and more rarely, until there is one. */
export const serverDidNotAnswer = (): void => {
  if (gone) return
  gone = true
  watchers.forEach((watcher) => watcher())
  poll()
}
export const isServerGone = (): boolean => gone
export const watchServer = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
export const useServerGone = (): boolean => useSyncExternalStore(watchServer, isServerGone)

globalThis.addEventListener?.('online', () => {
  if (gone) void ask()
})
