import type { Report } from '#shared/report/report.ts'
import type { Exporter } from './exporter.ts'
import { article } from './page/article.ts'
import { entries } from './page/entry.ts'
import { symbols } from './page/glyphs.ts'
import { html as markup, Markup } from './page/markup.ts'
import { history, notes } from './page/notes.ts'
import { styleSheet } from './page/style.ts'
import { heading, summary } from './page/summary.ts'

/** Nothing in the page runs, and nothing is fetched: should a text ever become markup, it still could not act. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"

const PARTS: Record<Report['options']['sections'][number], (report: Report) => Markup> = { summary, article, claims: entries, notes, history }

/** One self-contained page: summary, the marked article, every claim, notes, history. Reads in both lights and prints in black alone. */
export const html: Exporter = {
  id: 'html',
  label: 'HTML',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  write(report) {
    const sections = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((section) => report.options.sections.includes(section))
    const title = `Checking copy · ${report.article.title}`
    const body = markup`${heading(report)}${sections.map((section) => PARTS[section](report))}`
    const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>
${new Markup(styleSheet(body.source))}
</style>
</head>
<body>
${symbols()}<main class="rep">
${body}<p class="foot">Made by Stet from the state of ${report.date}. Source file sha-256 ${report.draft.sha256}. Verdicts are people’s; machines find, match and doubt.</p>
</main>
</body>
</html>
`
    return new TextEncoder().encode(page.source)
  },
}
