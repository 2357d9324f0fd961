import { stored, useStored } from './stored.ts'

/** Longest name the desk keeps. */
export const NAME_LIMIT = 120

const person = stored<string | null>('stet.person', (raw) => raw?.trim() || null)

/** The person asked for a name did not give one; the act they wanted is not done. */
export class NameNotGiven extends Error {
  override readonly name = 'NameNotGiven'
  constructor() {
    super('Not done: every change is signed, and no name was given.')
  }
}

interface Asking {
  asked: Promise<string>
  give(name: string): void
  decline(): void
}
let asking: Asking | null = null
const watchers = new Set<() => void>()
const setAsking = (next: Asking | null): void => {
  asking = next
  watchers.forEach((watcher) => watcher())
}

export const getPerson = (): string | null => person.get()
export const setPerson = (name: string): void => person.set(name.trim().slice(0, NAME_LIMIT) || null)
export const usePerson = (): string | null => useStored(person)

/** The person's name; asks for it before the first act. Rejects with `NameNotGiven` when they decline. */
export const requirePerson = (): Promise<string> => {
  const known = getPerson()
  if (known !== null) return Promise.resolve(known)
  if (asking) return asking.asked
  let give: (name: string) => void = () => {}
  let decline: () => void = () => {}
  const asked = new Promise<string>((resolve, reject) => {
    give = (name) => {
      setPerson(name)
      setAsking(null)
      resolve(name.trim())
    }
    decline = () => {
      setAsking(null)
      reject(new NameNotGiven())
    }
  })
  setAsking({ asked, give, decline })
  return asked
}

/** What waits for a name; the app shows the dialog while it is there. */
export const currentAsking = (): Asking | null => asking
export const watchAsking = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
