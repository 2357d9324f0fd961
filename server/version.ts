import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './sources/project-root.ts'

/** The version of Stet, as package.json has it. */
export const version = (): string => (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version
