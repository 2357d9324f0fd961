import { counted } from '#shared/report/wording.ts'
import { runInspector } from '../db/inspector.ts'
import type { CliCommand } from './command.ts'
import { dataFormat, jsonText } from './listing.ts'

export const backup: CliCommand = {
  id: 'backup',
  add: (program, door) =>
    program
      .command('backup').argument('<file>', 'the backup, one file')
      .description('copy the data folder into one file, also while the desk is in use')
      .addOption(dataFormat())
      .action(async (file: string, { format }: { format: string }) => {
        const done = await runInspector('backup', { folder: door.config().dataFolder, file })
        await door.out(format === 'json' ? jsonText(done) : `${done.file}\n`)
        door.say(`${counted(done.bytes, 'byte')}, ${counted(done.files, 'stored file')}, ${counted(done.counts['Article'] ?? 0, 'article')}, ${counted(done.counts['Claim'] ?? 0, 'claim')}; sha-256 ${done.sha256}`)
        for (const sha256 of done.left) door.say(`left out, missing or changed: ${sha256}`)
      }),
}
