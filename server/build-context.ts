import { randomUUID } from 'node:crypto'
import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { closeDatabase, openDatabase } from './db/database.ts'
import { lockFolder } from './db/folder-lock.ts'
import { loadSample } from './services/sample.ts'
import { stopCaptures } from './services/snapshots.ts'
import { loadTables } from './services/tables.ts'
import { createFiles } from './sources/files.ts'
import { createWeb } from './sources/web.ts'

/** Says what a step of the start does and how long it took. */
export type Announce = (line: string) => void

/**
 * Opens a data folder for use: locks it (shared), applies migrations, loads the bundled tables and, on an empty database, the sample.
 * Throws AppError `unavailable` where the folder cannot be written, `database-damaged`, `database-newer`, `database-busy`.
 */
export async function openContext(config: Pick<Config, 'dataFolder'>, announce: Announce = () => {}): Promise<{ context: Context; close(): Promise<void> }> {
  const timed = async <T>(title: string, work: () => T | Promise<T>): Promise<T> => {
    const since = performance.now()
    const done = await work()
    announce(`${title}: ${((performance.now() - since) / 1000).toFixed(2)} s`)
    return done
  }
  try {
    makeFolder(config.dataFolder)
    accessSync(config.dataFolder, constants.W_OK | constants.R_OK)
  } catch (error) {
    throw new AppError('unavailable', `The data folder ${config.dataFolder} cannot be written (${(error as Error).message.split(',')[0]}). Choose another with STET_DATA.`)
  }
  const unlock = lockFolder(config.dataFolder)
  try {
    const db = await timed('Opening the database', () => openDatabase(config.dataFolder))
    const context: Context = { db, files: createFiles(config.dataFolder), web: createWeb(), now: () => new Date(), newId: () => randomUUID(), actor: null }
    try {
      await timed('Reading the reference tables', () => loadTables(context))
      await timed('Looking for the sample', () => loadSample(context))
    } catch (error) {
      await closeDatabase(db)
      throw error
    }
    return {
      context,
      close: async () => {
        stopCaptures(context)
        await closeDatabase(db)
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** Makes a folder and those above it. Node's own recursive mkdir never returns where the system says that a parent is missing which is there (/proc). */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  mkdirSync(folder)
}
