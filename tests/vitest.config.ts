import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { SlowFirst } from './support/slow-first.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Files that test pure code: no folder, server, browser or state of a module. They share one warm module graph for each worker. */
const PURE = ['tests/{shared,client,architecture}/**/*.test.ts', 'tests/compliance/checks.test.ts']

export default defineConfig({
  root,
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'whole', include: ['tests/**/*.test.ts'], exclude: PURE } },
    ],
  },
})
