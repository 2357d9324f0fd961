import { runInspector } from '../db/inspector.ts'
import type { CliCommand } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { dataFormat, jsonText, oneLine } from './listing.ts'

export const inspect: CliCommand = {
  id: 'inspect',
  add: (program, door) =>
    program
      .command('inspect')
      .description('check the data folder with a second copy of SQLite: integrity, foreign keys, every stored file hashed again. Exit code 1 when it is not sound')
      .addOption(dataFormat())
      .action(async ({ format }: { format: string }) => {
        const found = await runInspector('inspect', { folder: door.config().dataFolder })
        const lines = [
          `${found.sound ? 'Sound' : 'Not sound'}: ${found.folder}`, ...found.integrity.map((line) => `damaged: ${oneLine(line)}`), ...found.foreignKeys.map((line) => `points at nothing: ${oneLine(line)}`),
          ...found.files.changed.map((sha256) => `changed: ${sha256}`), ...found.files.missing.map((sha256) => `missing: ${sha256}`), ...found.files.unused.map((sha256) => `unused: ${sha256}`),
          `${found.files.count} stored files, ${found.files.bytes} bytes`, ...Object.entries(found.counts).map(([table, count]) => `${table}: ${count}`),
        ]
        await door.out(format === 'json' ? jsonText(found) : `${lines.join('\n')}\n`)
        if (!found.sound) door.end(EXIT.found)
      }),
}
