import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))

/** The server is built once: Node 20 runs no TypeScript, and a worker thread or a process of its own cannot borrow a loader. */
export default defineConfig({
  root: here,
  publicDir: false,
  build: {
    ssr: true, target: 'node20', outDir: 'dist', emptyOutDir: true, minify: false, sourcemap: true,
    rollupOptions: {
      input: { main: `${here}main.ts`, cli: `${here}cli/main.ts`, worker: `${here}worker.ts`, inspect: `${here}db/inspect.ts`, 'pdf-thread': `${here}importers/pdf/thread.ts` },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
})
