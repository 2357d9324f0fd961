import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const target = `http://localhost:${process.env['PORT'] ?? '4317'}`

export default defineConfig({
  root: here,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: {
    port: 5173,
    strictPort: true,
    // The server refuses foreign origins: what comes through the proxy is the desk itself.
    proxy: { '/api': { target, changeOrigin: true, headers: { origin: target } } },
  },
})
