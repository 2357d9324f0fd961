import type { Analysis } from '#shared/analysis.ts'
import { counted } from '#shared/report/wording.ts'
import { analyseFile } from '../services/reading.ts'
import type { CliCommand } from './command.ts'
import { readInput } from './input.ts'
import { dataFormat, jsonText, oneLine } from './listing.ts'

export const analyse: CliCommand = {
  id: 'analyse',
  add: (program, door) =>
    program
      .command('analyse').argument('<file>', 'text, Markdown or HTML; - for standard input')
      .description('read a file and show its claims, each with its notes; keeps nothing and needs no data folder')
      .addOption(dataFormat())
      .option('--notes <file>', 'a second file that holds the notes of the first')
      .action(async (path: string, { format, notes }: { format: string, notes?: string }) => {
        const { bytes, name } = await readInput(path)
        const analysis = await analyseFile(bytes, { name, ...(notes ? { notes: await readInput(notes) } : {}) })
        await door.out(format === 'json' ? jsonText(analysis) : analysisText(analysis))
        for (const warning of analysis.warnings) door.say(`warning: ${oneLine(warning.message)}`)
      }),
}

/** One line per claim: number, layer, kinds, notes, words. */
function analysisText({ document, citations, claims }: Analysis): string {
  const lines = claims.map((claim, index) => {
    const facts = [claim.layer === 'said' ? 'said' : '', claim.kinds.join(' '), claim.notes.length === 0 ? 'no note' : `note ${claim.notes.map((note) => note.label).join(', ')}`]
    return `${String(index + 1).padStart(4)}  ${oneLine(claim.statement)}\n      ${facts.filter(Boolean).join(' · ')} · score ${claim.score.toFixed(2)}\n`
  })
  return `${oneLine(document.title)}\n${counted(claims.length, 'claim')}, ${counted(citations.filter(({ kind }) => kind !== 'link').length, 'note mark')}\n\n${lines.join('')}`
}
