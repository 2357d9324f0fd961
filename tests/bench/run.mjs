// `npm run bench`: every figure beside what it is compared with, measured in the same run, alternating. Machines differ and are shared: read the ratios.
// UPDATE=1 also writes the tables to results.md. Loopback only; every count is bounded.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { build } from 'vite'
import { measureHttp } from './http.mjs'
import { importFile, measureImport } from './import.mjs'
import { runPart, startServer } from './processes.mjs'
import { analysisTable, browserTable, httpTable, importTable } from './tables.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const say = (line) => process.stderr.write(`${line}\n`)

/** Builds the parts in TypeScript as the server build does; under node_modules, so that packages are found. */
async function buildParts() {
  const cache = join(ROOT, 'node_modules/.cache/stet-tests')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'bench-'))
  await build({
    configFile: false, root: ROOT, publicDir: false, logLevel: 'error',
    build: { ssr: true, target: 'node20', outDir, emptyOutDir: false, minify: false, rollupOptions: { input: { analysis: join(HERE, 'analysis.ts'), browser: join(HERE, 'browser.ts') }, output: { entryFileNames: '[name].js' } } },
  })
  return outDir
}

/** The real article where it lies beside the project; the sample elsewhere. */
function chooseArticle() {
  const real = join(ROOT, '../shared/article/000_3ada9579df3eea54.txt')
  if (existsSync(real)) return { path: real, name: 'shared/article/000_3ada9579df3eea54.txt' }
  say('../shared/article is not here: the bundled sample is read instead.')
  return { path: join(ROOT, 'prisma/sample/article.txt'), name: 'prisma/sample/article.txt' }
}

/** A copy of the database for the bare handler: the same rows in a file of its own. */
function copyDatabase(dataFolder, file) {
  const original = new Database(join(dataFolder, 'stet.db'), { readonly: true })
  original.prepare('VACUUM INTO ?').run(file)
  original.close()
  return file
}

const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
const parts = await buildParts()
const running = []
const start = async (...given) => {
  const server = await startServer(...given)
  running.push(server)
  return server.address
}
try {
  const article = chooseArticle()
  say('1/4 Analysis …')
  const analysis = await runPart(join(parts, 'analysis.js'), [article.path, folder], ['--expose-gc'])
  const [fiveThousand, twentyThousand] = analysis.articles

  say('2/4 Import …')
  const dataFolder = join(folder, 'data')
  const ours = await start([join(ROOT, 'server/dist/cli.js'), 'serve'], { STET_DATA: dataFolder, PORT: '0' })
  const imported = await measureImport(ours, dataFolder, folder, fiveThousand)
  const long = await importFile(ours, twentyThousand, 'Twenty thousand claims')

  say('3/4 HTTP …')
  const bare = await start([join(HERE, 'bare-handler.mjs'), copyDatabase(dataFolder, join(folder, 'bare.db'))])
  const http = { ...(await measureHttp({ ours, bare }, imported.articleId, long.id)), claims: imported.claims, exported: long.claims }

  say('4/4 Browser …')
  const browser = await runPart(join(parts, 'browser.js'), [ours, imported.articleId])

  const tables = [analysisTable(analysis, article.name), httpTable(http), importTable(imported), browserTable(browser)].join('\n\n')
  process.stdout.write(`\n${tables}\n\n${JSON.stringify({ node: process.version, article: article.name, analysis: { ...analysis, articles: undefined }, http, import: { ...imported, articleId: undefined }, browser })}\n`)
  if (process.env.UPDATE === '1') writeFileSync(join(HERE, 'results.md'), `<!-- Written by \`UPDATE=1 npm run bench\`. -->\n${tables}\n`)
} finally {
  for (const server of running) await server.stop()
  rmSync(folder, { recursive: true, force: true })
  rmSync(parts, { recursive: true, force: true })
}
