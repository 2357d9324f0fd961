import { resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/errors.ts'

/** `dataFolder` is absolute. `host` is a loopback address: local mode is not reachable from other machines. */
export interface Config {
  dataFolder: string
  port: number
  host: string
}

const Environment = z.object({
  STET_DATA: z.string().min(1).default('.stet'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4317),
})

/** The only reader of the environment. Throws AppError `invalid-request` naming the variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env, given: { dataFolder?: string; port?: string } = {}): Config {
  const read = Environment.safeParse({ STET_DATA: given.dataFolder ?? (env['STET_DATA'] || undefined), PORT: given.port ?? (env['PORT'] || undefined) })
  if (!read.success) {
    const issue = read.error.issues[0]
    throw new AppError('invalid-request', `${String(issue?.path[0])} cannot be used: ${issue?.message}. PORT is a number from 0 to 65535; STET_DATA is a folder.`)
  }
  return { dataFolder: resolve(read.data.STET_DATA), port: read.data.PORT, host: '127.0.0.1' }
}
