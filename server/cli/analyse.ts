import type { Analysis } from '#shared/analysis.ts'
import type { ChangesView } from '#shared/document/document.ts'
import { counted } from '#shared/report/wording.ts'
import { analyseFile } from '../services/reading.ts'
import type { CliCommand } from './command.ts'
import { fileWords, readInput, trackedView } from './input.ts'
import { dataFormat, jsonText, oneLine } from './listing.ts'

export const analyse: CliCommand = {
  id: 'analyse',
  add: (program, door) =>
    program
      .command('analyse').argument('<file>', fileWords())
      .description('read a file and show its claims, each with its notes; keeps nothing and needs no data folder')
      .addOption(dataFormat())
      .addOption(trackedView())
      .option('--notes <file>', 'a second file that holds the notes of the first')
      .action(async (path: string, { format, view, notes }: { format: string, view: ChangesView, notes?: string }) => {
        const { bytes, name } = await readInput(path)
        const analysis = await analyseFile(bytes, { name, view, ...(notes ? { notes: await readInput(notes) } : {}) })
        await door.out(format === 'json' ? jsonText(analysis) : analysisText(analysis))
        for (const warning of analysis.warnings) door.say(`warning: ${oneLine(warning.message)}`)
      }),
}

/** Two lines per claim: number and statement; layer, kinds, notes, score. Then the ink: how much of what a checker would underline stands in a claim, and each place that does not. */
function analysisText({ document, citations, claims, ink }: Analysis): string {
  const lines = claims.map((claim, index) => {
    const facts = [claim.layer === 'said' ? 'said' : '', claim.kinds.join(' '), claim.notes.length === 0 ? 'no note' : `note ${claim.notes.map((note) => note.label).join(', ')}`]
    return `${String(index + 1).padStart(4)}  ${oneLine(claim.statement)}\n      ${facts.filter(Boolean).join(' · ')} · score ${claim.score.toFixed(2)}\n`
  })
  return `${oneLine(document.title)}\n${counted(claims.length, 'claim')}, ${counted(citations.filter(({ kind }) => kind !== 'link').length, 'note mark')}\n\n${lines.join('')}\n${inkText(document.text, ink)}`
}

/** So many characters of the text are shown on either side of dark ink. */
const AROUND = 40

/** "ink: 120 counted, 98 in claims, 12 heading, 4 note set aside, 6 dark", then each dark place in its surroundings. */
function inkText(text: string, { counted: all, inClaims, setAside, dark }: Analysis['ink']): string {
  const aside = Object.entries(setAside).map(([reason, count]) => `${count} ${reason}`)
  const head = `ink: ${all} counted, ${inClaims} in claims, ${aside.length === 0 ? '0' : aside.join(', ')} set aside, ${dark.length} dark\n`
  return head + dark.map(({ span, kind }) => `      ${kind}: ${oneLine(text.slice(Math.max(0, span.start - AROUND), span.start))} [${oneLine(text.slice(span.start, span.end))}] ${oneLine(text.slice(span.end, span.end + AROUND))}\n`).join('')
}
