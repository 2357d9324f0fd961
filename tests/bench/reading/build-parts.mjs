import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** What a file says of its own place stays true in the build. */
const ownPlace = { name: 'own-place', transform: (code, id) => (code.includes('import.meta.url') && !id.includes('node_modules') ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)) : null) }

/** Builds parts in TypeScript (name → file) as the server build does; under node_modules, so that packages are found. Gives the folder, which the caller removes. */
export async function buildParts(input) {
  const cache = join(ROOT, 'node_modules/.cache/stet-tests')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'reading-'))
  await build({
    configFile: false, root: ROOT, publicDir: false, logLevel: 'error', plugins: [ownPlace],
    build: { ssr: true, target: 'node20', outDir, emptyOutDir: false, minify: false, rollupOptions: { input, output: { entryFileNames: '[name].js' } } },
  })
  return outDir
}
