import react from '@vitejs/plugin-react'
import { type Plugin, runnerImport } from 'vite'
import { defineConfig } from 'vitest/config'

/** Modules whose exports are computed once, when a build is made, rather than at every start. */
const PRECOMPUTED = ['extract/english.ts']

/** Puts the values that a module exports in place of its code. They must be such as JSON can hold. */
const precompute = (): Plugin => ({
  name: 'precompute',
  apply: 'build',
  async load(id) {
    if (!PRECOMPUTED.some((path) => id.endsWith(`/${path}`))) return null
    const { module } = await runnerImport<Record<string, unknown>>(id)
    return Object.entries(module)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
      .join('\n')
  },
})

/** React Aria brings its words in 34 languages. The page is in English, and says so to React Aria (viz/main.tsx). */
const english = (): Plugin => ({
  name: 'hallway:english',
  load: {
    filter: {
      id: /[\\/]react-aria(?:-components)?[\\/].*[\\/]intl[\\/](?:\w+[\\/])?(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/,
    },
    handler: () => 'export default {}',
  },
})

// Two builds and the tests: `--mode cli` bundles the command for Node, the default mode builds the viewer
// as a static site that works under any path.
export default defineConfig(({ mode }) => {
  if (mode === 'cli')
    return {
      plugins: [precompute()],
      build: {
        ssr: 'cli/main.ts',
        outDir: 'dist/cli',
        target: 'node20',
        minify: false,
        sourcemap: true,
        rollupOptions: { output: { entryFileNames: 'main.js' } },
      },
    }
  return {
    root: mode === 'test' ? '.' : 'viz',
    base: './',
    plugins: [react(), english(), precompute()],
    worker: { format: 'es' as const, plugins: () => [precompute()] },
    build: { outDir: '../dist/viz', emptyOutDir: true, target: 'es2022' },
    test: {
      reporters: ['default', './tests/closing-line-reporter.ts'],
      include: ['tests/**/*.test.{ts,tsx}'],
      testTimeout: 20_000,
    },
  }
})
