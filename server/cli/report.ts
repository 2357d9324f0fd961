import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { Option } from 'commander'
import { AppError } from '#shared/errors.ts'
import { ReportFormat, REPORT_FORMATS, ReportOptions } from '#shared/report/report.ts'
import { writeReport } from '../services/reports.ts'
import type { CliCommand } from './command.ts'
import { findArticle } from './find-article.ts'

interface Given { format?: string; output?: string; sections?: string; withoutInternal: boolean; onlyDisputed: boolean }

export const report: CliCommand = {
  id: 'report',
  add: (program, door) =>
    program
      .command('report').argument('<article>', 'its id, the beginning of its id, or its exact title')
      .description('write the fact-check report')
      .addOption(new Option('-f, --format <format>', 'instead of what the file’s ending says').choices([...REPORT_FORMATS]))
      .option('-o, --output <file>', 'where to; standard output when left out')
      .option('--sections <list>', 'summary,article,claims,notes,history: those wanted')
      .option('--without-internal', 'leave internal reviewer notes out', false)
      .option('--only-disputed', 'only claims that are disputed or conflicting', false)
      .action(async (meant: string, given: Given) => {
        const options = optionsOf(given)
        const format = formatOf(given)
        const file = await door.open(async (context) => writeReport(context, (await findArticle(context, meant)).id, format, options))
        if (given.output === undefined || given.output === '-') return door.out(file.bytes)
        await save(given.output, file.bytes)
        door.say(`Written: ${given.output}, ${file.bytes.length} bytes`)
      }),
}

function formatOf({ format, output }: Given): ReportFormat {
  const read = ReportFormat.safeParse(format ?? extname(output ?? '').slice(1).toLowerCase())
  if (!read.success) throw new AppError('invalid-request', `Which format? Give --format ${REPORT_FORMATS.join('|')}, or a file that ends in one of them.`)
  return read.data
}

function optionsOf({ sections, withoutInternal, onlyDisputed }: Given): ReportOptions {
  const read = ReportOptions.safeParse({ withoutInternal, onlyDisputed, sections: sections?.split(',').map((section) => section.trim()).filter(Boolean) })
  if (!read.success) throw new AppError('invalid-request', 'Sections are: summary, article, claims, notes, history; separate them with commas.')
  return read.data
}

async function save(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(resolve(path), bytes)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new AppError(missing ? 'not-found' : 'unavailable', `${path} cannot be written (${missing ? 'there is no such folder' : (error as Error).message}). Choose another place with -o.`, { path })
  }
}
