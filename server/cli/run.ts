import { Command, CommanderError } from 'commander'
import { AppError } from '#shared/errors.ts'
import { openContext } from '../build-context.ts'
import { readConfig } from '../config.ts'
import { version } from '../version.ts'
import type { Door } from './command.ts'
import { EXIT, EXIT_OF, EXIT_WORDS } from './exit-codes.ts'
import { commands } from './index.ts'

/** Where the command line writes. `out` resolves when the bytes are handed over. */
export interface Streams {
  out(bytes: string | Uint8Array): Promise<void>
  err(text: string): void
}

/** Runs one command line (without node and script) and returns its exit code. Never throws: what goes wrong is one line on standard error. */
export async function run(args: readonly string[], { out, err }: Streams): Promise<number> {
  let code: number = EXIT.ok
  const program = new Command('stet')
    .description('a fact-check desk: articles in, every claim with its verdict and evidence, a report out')
    .version(version(), '--version', 'print the version of Stet')
    .option('--data <folder>', 'the data folder, instead of STET_DATA or ./.stet')
    .exitOverride()
    .configureOutput({ writeOut: (text) => void out(text), writeErr: err })
    .addHelpText('after', `\nExit codes:\n${Object.entries(EXIT_WORDS).map(([number, words]) => `  ${number.padStart(2)}  ${words}`).join('\n')}`)
  const config: Door['config'] = (given = {}) => {
    const dataFolder = program.opts<{ data?: string }>().data
    return readConfig(undefined, { ...given, ...(dataFolder !== undefined && { dataFolder }) })
  }
  const door: Door = {
    out, config,
    say: (line) => err(`${line}\n`),
    end: (given) => (code = given),
    open: async (work) => {
      const { context, close } = await openContext(config())
      try {
        return await work(context)
      } finally {
        await close()
      }
    },
  }
  for (const command of commands) command.add(program, door)
  try {
    if (args.length === 0) program.outputHelp()
    else await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    if (error instanceof AppError) {
      err(`stet: ${error.message}\n`)
      return EXIT_OF[error.code]
    }
    err(`stet: a fault in Stet: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return EXIT.internal
  }
}
