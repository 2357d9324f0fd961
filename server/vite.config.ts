import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))

/** The server is built once: Node 20 runs no TypeScript, and a worker thread or a process of its own cannot borrow a loader. */
export default defineConfig({
  root: here,
  publicDir: false,
  // Plain JavaScript goes into the build: a command reads a few large files rather than some hundred small ones. What holds binaries, or files it looks for beside itself, stays outside.
  ssr: { noExternal: ['zod', 'linkedom', 'undici', 'markdown-it', 'saxes', 'yauzl', '@mozilla/readability', 'commander', 'csv-stringify', 'file-type', 'ipaddr.js'] },
  build: {
    ssr: true, target: 'node20', outDir: 'dist', emptyOutDir: true, minify: false, sourcemap: true,
    rollupOptions: {
      input: { main: `${here}main.ts`, cli: `${here}cli/main.ts`, worker: `${here}worker.ts`, inspect: `${here}db/inspect.ts`, 'pdf-thread': `${here}importers/pdf/thread.ts` },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
})
