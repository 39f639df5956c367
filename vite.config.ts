import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// Two builds and the tests: `--mode cli` bundles the command for Node, the default mode builds the viewer
// as a static site that works under any path.
export default defineConfig(({ mode }) => {
  if (mode === 'cli')
    return {
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
    plugins: [react()],
    build: { outDir: '../dist/viz', emptyOutDir: true, target: 'es2022' },
    test: {
      reporters: ['default', './tests/closing-line-reporter.ts'],
      include: ['tests/**/*.test.{ts,tsx}'],
      testTimeout: 20_000,
    },
  }
})
