import type { Command } from 'commander'
import type { Config } from '../config.ts'
import type { Context } from '../context.ts'

/** What a command may touch. Results go to standard output, everything else to standard error. */
export interface Door {
  out(result: string | Uint8Array): Promise<void>
  say(line: string): void
  /** The configuration with `--data` and `given` applied. */
  config(given?: { port?: string }): Config
  /** Opens the data folder (made, migrated and with the sample where it is new) for the length of `work`. */
  open<T>(work: (context: Context) => Promise<T>): Promise<T>
  /** The exit code, where it is not 0 (exit-codes.ts). */
  end(code: number): void
}

/** One command of `stet`. `add` declares it and its options. */
export interface CliCommand {
  id: string
  add(program: Command, door: Door): void
}
