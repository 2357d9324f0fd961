import type { ArticleSummary } from '#shared/api/index.ts'
import { AppError } from '#shared/errors.ts'
import type { Context } from '../context.ts'
import { listArticles } from '../services/articles.ts'

/** The article a person means by its id, the beginning of its id, or its exact title. Throws AppError `not-found`, or `invalid-request` where several are meant. */
export async function findArticle(context: Context, meant: string): Promise<ArticleSummary> {
  const articles = await listArticles(context)
  const exact = articles.find((article) => article.id === meant)
  if (exact) return exact
  const found = articles.filter((article) => article.title === meant || (meant !== '' && article.id.startsWith(meant)))
  const [first, ...others] = found
  if (!first) throw new AppError('not-found', `No article “${meant}” on this desk. \`stet articles\` lists ids and titles.`, { meant })
  if (others.length > 0) throw new AppError('invalid-request', `“${meant}” is more than one article: ${found.map((article) => `${article.id} (${article.title})`).join(', ')}. Give more of the id.`, { meant })
  return first
}
