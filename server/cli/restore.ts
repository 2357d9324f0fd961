import { counted } from '#shared/report/wording.ts'
import { runInspector } from '../db/inspector.ts'
import type { CliCommand } from './command.ts'
import { dataFormat, jsonText } from './listing.ts'

export const restore: CliCommand = {
  id: 'restore',
  add: (program, door) =>
    program
      .command('restore').argument('<file>', 'what stet backup wrote')
      .description('put a backup in the place of the data folder’s content; refused where it does not verify, and while a desk has the folder open')
      .addOption(dataFormat())
      .action(async (file: string, { format }: { format: string }) => {
        const done = await runInspector('restore', { folder: door.config().dataFolder, file })
        await door.out(format === 'json' ? jsonText(done) : `${done.folder}\n`)
        door.say(`${counted(done.counts['Article'] ?? 0, 'article')}, ${counted(done.counts['Claim'] ?? 0, 'claim')}, ${counted(done.files, 'stored file')}`)
        for (const sha256 of done.left) door.say(`not in the backup: ${sha256}`)
      }),
}
