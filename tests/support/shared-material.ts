import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './running-desk.ts'

/** Material beside the project that is not part of it (../shared). Tests that use it are skipped, loudly, where it is absent. */
const path = (name: string): string => join(ROOT, '..', 'shared', name)

export function sharedMaterial(name: string): Buffer | null {
  if (existsSync(path(name))) return readFileSync(path(name))
  console.warn(`SKIPPED: ../shared/${name} is not here, so the tests that use it did not run.`)
  return null
}
