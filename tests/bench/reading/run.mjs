// `npm run bench:reading [PART …]`: how well and how fast texts are read, each figure beside what it is compared with in the same run. Most of the material lies beside
// the project (../shared); a part whose material is absent says so and prints no row. UPDATE=1 also writes the table to results.md (all parts only).
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildParts } from './build-parts.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
/** In the order of the table. Each is a file here that exports `measure(): Promise<Row[]>` (row.ts). */
const PARTS = ['sentences', 'recognizers', 'check-worthiness', 'claims', 'notes', 'pairs', 'speed']

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !PARTS.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`No such part: ${unknown.join(', ')}. Parts: ${PARTS.join(', ')}.\n`)
  process.exit(64)
}
const parts = PARTS.filter((name) => (asked.length === 0 || asked.includes(name)) && existsSync(join(HERE, `${name}.ts`)))

const COLUMNS = [['Measure', 'measure'], ['Data', 'data'], ['Compared with', 'floor'], ['Stet', 'ours'], ['Reach for', 'target']]
const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`

/** The rows of a part, as lines of the table. */
async function measured(name) {
  const { measure } = await import(pathToFileURL(join(built, `${name}.js`)).href)
  if (!measure) {
    process.stderr.write(`SKIPPED: ${name}.ts measures no rows.\n`)
    return []
  }
  const rows = await measure()
  if (rows.length === 0) process.stderr.write(`SKIPPED: nothing was measured for ${name}.\n`)
  return rows.map((row) => line(COLUMNS.map(([, key]) => row[key])))
}

const built = await buildParts(Object.fromEntries(parts.map((name) => [name, join(HERE, `${name}.ts`)])))
const lines = [line(COLUMNS.map(([title]) => title)), line(COLUMNS.map(() => '---'))]
try {
  // Speed first, while the compiler has seen nothing else; its rows come last.
  const speed = parts.includes('speed') ? await measured('speed') : []
  for (const name of parts) lines.push(...(name === 'speed' ? speed : await measured(name)))
} finally {
  rmSync(built, { recursive: true, force: true })
}
process.stdout.write(`${lines.join('\n')}\n`)
if (process.env.UPDATE === '1' && asked.length === 0) writeFileSync(join(HERE, 'results.md'), `<!-- Written by \`UPDATE=1 npm run bench:reading\`. -->\n${lines.join('\n')}\n`)
