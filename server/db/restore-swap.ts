import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Names inside the data folder. */
export const LOCK_FILE = 'desk.lock'
export const FILES_FOLDER = 'files'
const INCOMING = 'restore-incoming'
const PREVIOUS = 'restore-previous'
/** Inside the incoming folder: everything is there and verified; from here on a restore is only finished, never taken back. */
const READY = 'READY'

/** The log goes before the database: a new database must never meet an old log. */
const PARTS = ['stet.db-wal', 'stet.db-shm', 'stet.db', FILES_FOLDER] as const

/** An empty folder in which a restore is prepared, on the same disk as the data. What an earlier attempt left unfinished is removed. */
export function prepareIncoming(folder: string): string {
  const incoming = join(folder, INCOMING)
  for (const left of [incoming, join(folder, PREVIOUS)]) rmSync(left, { recursive: true, force: true })
  mkdirSync(join(incoming, FILES_FOLDER), { recursive: true })
  return incoming
}

/** Removes what was prepared; the data stays as it is. */
export const abandonIncoming = (folder: string): void => rmSync(join(folder, INCOMING), { recursive: true, force: true })

/** Marks the prepared data as verified and complete. */
export function markReady(folder: string): void {
  const incoming = join(folder, INCOMING)
  syncFolder(incoming)
  writeFileSync(join(incoming, READY), '')
  syncFolder(incoming)
}

export const isRestoreWaiting = (folder: string): boolean => existsSync(join(folder, INCOMING, READY))

/**
 * Puts prepared data in the place of the old, which is kept aside until all is done. Killed at any step, it goes on from there when called again.
 * The caller holds the folder for itself.
 */
export function finishRestore(folder: string): void {
  const incoming = join(folder, INCOMING)
  const previous = join(folder, PREVIOUS)
  mkdirSync(previous, { recursive: true })
  for (const part of PARTS) {
    const arrives = existsSync(join(incoming, part))
    const isLog = part.startsWith('stet.db-')
    const isOld = arrives || (isLog && existsSync(join(incoming, 'stet.db')))
    if (isOld && existsSync(join(folder, part))) renameSync(join(folder, part), join(previous, part))
    if (arrives) renameSync(join(incoming, part), join(folder, part))
  }
  syncFolder(folder)
  rmSync(incoming, { recursive: true, force: true })
  rmSync(previous, { recursive: true, force: true })
}

/** Makes renames durable. Windows has no such call for folders and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
