// `npm run train:check-worthiness`, `npm run train:claims`: fits the weights of check-worthiness or of the judge again and writes them where the product reads them. The same sentences give the same bytes.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildParts } from './build-parts.mjs'

const [part = 'check-worthiness'] = process.argv.slice(2)
const built = await buildParts({ train: fileURLToPath(new URL(`${part}/train.ts`, import.meta.url)) })
try {
  await import(pathToFileURL(join(built, 'train.js')).href)
} finally {
  rmSync(built, { recursive: true, force: true })
}
