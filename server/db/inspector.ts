import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError, ERROR_CODES, type ErrorCode } from '#shared/errors.ts'
import { InspectorAnswer, type BackupReport, type Inspection, type RestoreReport } from './inspection-report.ts'

interface Reports {
  inspect: Inspection
  backup: BackupReport
  restore: RestoreReport
}

/** Beside the build's entries, beside their shared parts, or in the build while the source runs under a test runner. */
const PLACES = ['./inspect.js', '../inspect.js', '../dist/inspect.js']

/** `folder` is the data folder; `file` is the backup (not for `inspect`). `entry` is the built inspector, found by itself where left out. */
export interface InspectorArguments {
  folder: string
  file?: string
  entry?: string
}

/**
 * Runs the inspector in a process of its own and returns what it found (see inspection-report.ts). Throws the AppError it reports, `unavailable`
 * where the server has not been built, `internal` where the process died.
 */
export async function runInspector<V extends keyof Reports>(verb: V, { folder, file, entry = findEntry() }: InspectorArguments): Promise<Reports[V]> {
  const child = spawn(process.execPath, [entry, verb, '--data', resolve(folder), ...(file === undefined ? [] : ['--', resolve(file)])], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  const ended = await new Promise<string>((done, fail) => child.once('error', fail).once('close', (code, signal) => done(signal ?? `exit code ${code}`)))
  const answer = InspectorAnswer.safeParse(parse(said.out))
  if (!answer.success) throw new AppError('internal', `The inspector ended with ${ended} and no answer. ${said.err.trim().split('\n').at(-1) ?? ''}`.trim())
  if ('error' in answer.data) {
    const { code, message, details } = answer.data.error
    throw new AppError(isErrorCode(code) ? code : 'internal', message, details)
  }
  return answer.data.report as Reports[V]
}

function findEntry(): string {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path))
  if (!found) throw new AppError('unavailable', 'The inspector has not been built. Run `npm run setup` once.')
  return found
}

const isErrorCode = (code: string): code is ErrorCode => (ERROR_CODES as readonly string[]).includes(code)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
