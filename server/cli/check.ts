import { textOf, type ChangesView } from '#shared/document/document.ts'
import { checkFile } from '../services/reading.ts'
import type { CliCommand } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { fileWords, readInput, trackedView } from './input.ts'
import { dataFormat, jsonText, oneLine } from './listing.ts'

export const check: CliCommand = {
  id: 'check',
  add: (program, door) =>
    program
      .command('check').argument('<file>', fileWords())
      .description('run every check over a file; keeps nothing. Exit code 1 when something was found')
      .addOption(dataFormat())
      .addOption(trackedView())
      .action(async (path: string, { format, view }: { format: string, view: ChangesView }) => {
        const { bytes, name } = await readInput(path)
        const { analysis, findings, runs } = await door.open((context) => checkFile(context, bytes, { name, view }))
        const { text } = analysis.document
        if (format === 'json') await door.out(jsonText({ findings, runs }))
        else await door.out(findings.map((finding) => `${finding.severity}: ${oneLine(finding.what)}\n  “${oneLine(textOf(text, finding.primary))}”, line ${lineOf(text, finding.primary.start)}\n  ${oneLine(finding.why)}\n  ${oneLine(finding.todo)}\n  ${finding.checkId}\n\n`).join(''))
        for (const run of runs) door.say(`${run.checkId}: ${run.outcome === 'ran' ? `ran, ${run.count} found` : run.outcome === 'crashed' ? 'crashed' : 'not applicable'}${run.reason ? `. ${oneLine(run.reason)}` : ''}`)
        if (findings.length > 0) door.end(EXIT.found)
      }),
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
