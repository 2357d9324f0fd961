import { AppError } from '#shared/errors.ts'
import { counted } from '#shared/report/wording.ts'
import { Status, STATUS_WORDS } from '#shared/review/index.ts'
import { listClaims } from '../services/claims.ts'
import type { CliCommand } from './command.ts'
import { findArticle } from './find-article.ts'
import { listFormat, listing, type ListFormat } from './listing.ts'

export const claims: CliCommand = {
  id: 'claims',
  add: (program, door) =>
    program
      .command('claims').argument('<article>', 'its id, the beginning of its id, or its exact title')
      .description('list an article’s claims in text order')
      .option('--status <status...>', `only these: ${Status.options.join(', ')}`)
      .addOption(listFormat())
      .action(async (meant: string, given: { status?: string[]; format: ListFormat }) => {
        const wanted = given.status?.flatMap((value) => value.split(',')).map(statusOf)
        const found = await door.open(async (context) => listClaims(context, (await findArticle(context, meant)).id))
        const shown = found.filter((claim) => wanted === undefined || wanted.includes(claim.status))
        const notesOf = (claim: (typeof found)[number]): string => claim.notes.map((note) => note.label).join(', ')
        const rows = shown.map((claim) => given.format === 'csv'
          ? [claim.number, claim.status, claim.statement, claim.kinds.join(', '), claim.layer, claim.speaker?.name ?? '', notesOf(claim), claim.score, claim.findings, claim.evidence, claim.comments, claim.id]
          : [claim.number, STATUS_WORDS[claim.status].label, claim.notes.length === 0 ? 'no note' : `note ${notesOf(claim)}`, claim.statement])
        await door.out(listing(given.format, ['number', 'status', 'statement', 'kinds', 'layer', 'speaker', 'notes', 'score', 'findings', 'evidence', 'comments', 'id'], rows, shown))
        if (shown.length === 0 && found.length > 0) door.say(`None of ${counted(found.length, 'claim')} is ${(wanted ?? []).map((status) => STATUS_WORDS[status].label.toLowerCase()).join(' or ')}.`)
      }),
}

function statusOf(value: string): Status {
  const read = Status.safeParse(value)
  if (!read.success) throw new AppError('invalid-request', `There is no status “${value}”. Statuses are: ${Status.options.join(', ')}.`)
  return read.data
}
