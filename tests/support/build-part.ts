import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A built program a test can start as a process of its own, and the function that removes it. */
export interface BuiltPart {
  entry: string
  remove(): void
}

/**
 * Builds one TypeScript entry as the server build does (Node runs neither TypeScript nor `#shared/*.ts`). It lies under node_modules so that
 * packages are found. `path` is relative to the project's root.
 */
export async function buildPart(path: string): Promise<BuiltPart> {
  const cache = join(ROOT, 'node_modules/.cache/stet-tests')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'part-'))
  await build({
    configFile: false, root: ROOT, publicDir: false, logLevel: 'error',
    build: { ssr: true, target: 'node20', outDir, emptyOutDir: false, minify: false, rollupOptions: { input: { part: join(ROOT, path) }, output: { entryFileNames: '[name].js' } } },
  })
  return { entry: join(outDir, 'part.js'), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}
