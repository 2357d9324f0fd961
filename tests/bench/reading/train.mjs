// `npm run train:check-worthiness`: fits the weights of check-worthiness again and writes them where the product reads them. The same sentences give the same bytes.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildParts } from './build-parts.mjs'

const built = await buildParts({ train: fileURLToPath(new URL('check-worthiness/train.ts', import.meta.url)) })
try {
  await import(pathToFileURL(join(built, 'train.js')).href)
} finally {
  rmSync(built, { recursive: true, force: true })
}
