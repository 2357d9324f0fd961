import { SETTLED } from '#shared/review/index.ts'
import { listArticles } from '../services/articles.ts'
import type { CliCommand } from './command.ts'
import { listFormat, listing, type ListFormat } from './listing.ts'

export const articles: CliCommand = {
  id: 'articles',
  add: (program, door) =>
    program
      .command('articles').description('list the articles on the desk, last changed first')
      .addOption(listFormat())
      .action(async ({ format }: { format: ListFormat }) => {
        const found = await door.open((context) => listArticles(context))
        const settledOf = (article: (typeof found)[number]): number => SETTLED.reduce((sum, status) => sum + article.tally[status], 0)
        const rows = found.map((article) => format === 'csv'
          ? [article.id, article.title, article.claims, settledOf(article), article.draft.words, article.draft.notes, article.updatedAt, article.lastActor ?? '']
          : [article.id, `${settledOf(article)} of ${article.claims} settled`, article.title])
        await door.out(listing(format, ['id', 'title', 'claims', 'settled', 'words', 'notes', 'updated_at', 'last_actor'], rows, found))
      }),
}
