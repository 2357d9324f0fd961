import type { ChangesView } from '#shared/document/document.ts'
import { counted } from '#shared/report/wording.ts'
import { as } from '../context.ts'
import { importArticle, keepImport, readAddress } from '../services/imports.ts'
import type { CliCommand } from './command.ts'
import { readInput, trackedView } from './input.ts'
import { dataFormat, jsonText, oneLine } from './listing.ts'

export const importCommand: CliCommand = {
  id: 'import',
  add: (program, door) =>
    program
      .command('import').argument('<file>', 'a file, - for standard input, or the address of a public page (http or https)')
      .description('read an article and put it on the desk')
      .option('--title <title>', 'instead of the article’s own title')
      .option('--as <name>', 'your name: it stands in the history')
      .addOption(trackedView())
      .addOption(dataFormat())
      .action(async (path: string, given: { title?: string; as?: string; format: string; view: ChangesView }) => {
        const title = given.title?.trim() || undefined
        const kept = await door.open(async (opened) => {
          const context = as(opened, given.as?.trim() || null)
          if (/^https?:\/\//i.test(path)) {
            const preview = await readAddress(context, path)
            return keepImport(context, preview.id, { title: title ?? preview.title, putBack: [] })
          }
          const { bytes, name } = await readInput(path)
          return importArticle(context, bytes, { name, view: given.view, ...(title !== undefined && { title }) })
        })
        await door.out(given.format === 'json' ? jsonText(kept) : `${kept.id}\n`)
        door.say(`“${oneLine(kept.title)}”: ${counted(kept.draft.words, 'word')}, ${counted(kept.draft.notes, 'note')}, ${counted(kept.claims, 'claim')}`)
      }),
}
