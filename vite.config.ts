import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { type Plugin, runnerImport } from 'vite'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Modules whose exports are computed once, when a build is made, rather than at every start. */
const PRECOMPUTED = ['extract/english.ts', 'extract/claims/needed.ts']

/** Puts the values that a module exports in place of its code. They must be such as JSON can hold. */
const precompute = (): Plugin => ({
  name: 'precompute',
  apply: 'build',
  async load(id) {
    if (!PRECOMPUTED.some((path) => id.endsWith(`/${path}`))) return null
    const { module } = await runnerImport<Record<string, unknown>>(id)
    return Object.entries(module)
      .map(([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))})`)
      .join('\n')
  },
})

/** React Aria brings its words in 34 languages. The page is in English, and says so to React Aria (viz/mount.tsx). */
const english = (): Plugin => ({
  name: 'hallway:english',
  load: {
    filter: {
      id: /[\\/]react-aria(?:-components)?[\\/].*[\\/]intl[\\/](?:\w+[\\/])?(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/,
    },
    handler: () => 'export default {}',
  },
})

/** The plugins of the viewer, which the command can be built without. */
const viewerPlugins = async (): Promise<typeof import('./vite.viewer.ts')> =>
  (await runnerImport<typeof import('./vite.viewer.ts')>(join(import.meta.dirname, 'vite.viewer.ts'))).module

const test: ViteUserConfig['test'] = {
  reporters: ['default', './tests/closing-line-reporter.ts'],
  // A browser leaves a core idle half of the time, so that two files go well beside each other even on two.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // A file costs more to load than most take to run; nothing here keeps state in a module.
  isolate: false,
  // By name: the browser's files, which take longest, go first.
  projects: [
    {
      extends: true,
      test: {
        name: 'browser',
        include: ['tests/e2e/**/*.test.ts'],
        globalSetup: 'tests/e2e/setup.ts',
        // Long enough for a slow machine that does other things besides. Nothing waits as long where all is well.
        testTimeout: 120_000,
        hookTimeout: 120_000,
        expect: { poll: { timeout: 30_000 } },
      },
    },
    {
      extends: true,
      test: {
        name: 'node',
        include: ['tests/**/*.test.ts'],
        exclude: ['tests/e2e/**'],
        testTimeout: 60_000,
      },
    },
  ],
}

// Three builds and the tests: `--mode cli` bundles the command for Node, `--mode page` makes the viewer as one page
// for `hallway view --save`, the default mode builds the viewer as a static site that works under any path.
export default defineConfig(async ({ mode }) => {
  if (mode === 'cli')
    return {
      plugins: [precompute()],
      build: {
        ssr: true,
        outDir: 'dist/cli',
        target: 'node20',
        minify: false,
        sourcemap: true,
        rollupOptions: {
          // The viewer's layout beside the command, which imports nothing of the viewer: `hallway view` runs it ahead.
          input: { main: 'cli/main.ts', ahead: 'viz/model/makeAhead.ts' },
          output: { entryFileNames: '[name].js' },
        },
      },
    }
  if (mode === 'test')
    return {
      plugins: [react()],
      test,
    }
  const { firstLoad, inside, oneFile, staticSite } = await viewerPlugins()
  if (mode === 'page')
    return {
      root: 'viz',
      base: './',
      plugins: [inside(), react(), english(), precompute(), oneFile()],
      // No modules: a page from disk may not start a worker that is one.
      worker: { format: 'iife' as const, plugins: () => [inside(), precompute()] },
      build: {
        outDir: '../dist/page',
        emptyOutDir: true,
        target: 'es2022',
        assetsInlineLimit: Number.POSITIVE_INFINITY,
        cssCodeSplit: false,
        modulePreload: false,
        chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
        rollupOptions: { output: { codeSplitting: false } },
      },
    }
  return {
    root: 'viz',
    base: './',
    plugins: [react(), english(), precompute(), staticSite()],
    worker: { format: 'es' as const, plugins: () => [precompute()] },
    build: {
      outDir: '../dist/viz',
      emptyOutDir: true,
      target: 'es2022',
      rollupOptions: { output: { codeSplitting: firstLoad() } },
    },
  }
})
