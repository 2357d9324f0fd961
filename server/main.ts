import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '#shared/errors.ts'
import { createApp } from './app.ts'
import { openContext, type Announce } from './build-context.ts'
import type { Config } from './config.ts'
import { resumeCaptures } from './services/snapshots.ts'

/** A server that answers. `address` is what a browser opens. */
export interface Serving {
  address: string
  close(): Promise<void>
}

/** Ms an idle connection stays open. Node's 5 s run out while a busy machine answers others: the next request, sent already, would meet a closed door. */
const KEEP_ALIVE = 65_000

/** Opens the data folder and serves the desk on loopback. Throws AppError `unavailable` when the port is taken. */
export async function serve(config: Config, announce: Announce = () => {}): Promise<Serving> {
  const opened = await openContext(config, announce)
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE }, createApp(opened.context, { dataFolder: config.dataFolder }))
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.port, config.host, resolve))
  } catch (error) {
    await opened.close()
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE') throw new AppError('unavailable', `Port ${config.port} is taken. Stop what uses it, or choose another: PORT=${config.port + 1} npm start`)
    if (code === 'EACCES') throw new AppError('unavailable', `Port ${config.port} may not be used by this account. Choose one above 1023: PORT=4317 npm start`)
    throw error
  }
  await resumeCaptures(opened.context)
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await opened.close()
    },
  }
}
