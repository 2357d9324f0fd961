import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'

/** Starts a server as a process of its own and waits for the address it prints. Throws with its output when it ends first. */
export async function startServer(args, env = {}) {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const address = await new Promise((resolve, reject) => {
    const look = (data) => {
      printed += data
      const found = /http:\/\/localhost:(\d+)/.exec(printed)
      if (found) resolve(`http://localhost:${found[1]}`)
    }
    child.stdout.on('data', look)
    child.stderr.on('data', look)
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code} before it answered:\n${printed}`)))
  })
  return { address, stop: async () => (child.kill('SIGTERM'), exited) }
}

/** Runs a built part to its end; its last line of output is its figures. */
export async function runPart(entry, args, nodeOptions = []) {
  const { stdout } = await promisify(execFile)(process.execPath, [...nodeOptions, entry, ...args], { maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(stdout.trim().split('\n').at(-1))
}
