import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningDesk {
  address: string
  dataFolder: string
  process: ChildProcess
  /** What it printed so far. */
  output(): string
  kill(signal?: NodeJS.Signals): Promise<void>
}

/** A data folder of its own, taken away by `remove`. */
export function newDataFolder(): { dataFolder: string; remove(): void } {
  const dataFolder = mkdtempSync(join(tmpdir(), 'stet-test-'))
  return { dataFolder, remove: () => rmSync(dataFolder, { recursive: true, force: true }) }
}

/** Starts the built server as a process of its own, on a port of its own unless one is given, and waits for its address. */
export async function startDesk(dataFolder: string, port = 0): Promise<RunningDesk> {
  const child = spawn(process.execPath, [join(ROOT, 'server/dist/cli.js'), 'serve'], { cwd: ROOT, env: { ...process.env, STET_DATA: dataFolder, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()))
  child.stderr.on('data', (data: Buffer) => (printed += data.toString()))
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    const look = setInterval(() => {
      const found = /http:\/\/localhost:\d+/.exec(printed)
      if (!found) return
      clearInterval(look)
      resolve(found[0])
    }, 20)
    child.once('exit', (code) => {
      clearInterval(look)
      reject(new Error(`The desk ended with ${code} before it answered:\n${printed}`))
    })
  })
  return {
    address, dataFolder, process: child, output: () => printed,
    kill: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await exited
    },
  }
}
