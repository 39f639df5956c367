import type { Reporter, TestModule } from 'vitest/node'

/**
 * One line that sums up a run: `N passed, N failed`, and `, N skipped` where there are any. A file that cannot
 * be loaded, a hook that throws and an error outside every test count as failed.
 */
export function closingLine(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): string {
  let passed = 0
  let failed = unhandledErrors.length
  let skipped = 0
  for (const module of modules) {
    failed += module.errors().length
    for (const suite of module.children.allSuites()) failed += suite.errors().length
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') passed++
      else if (state === 'failed') failed++
      else skipped++
    }
  }
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

/** Ends the run with the closing line, plain and by itself, so that scripts can read it. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const line = closingLine(modules, unhandledErrors)
    // Vitest prints its own summary at the same event; the line waits until that is written.
    process.once('exit', () => process.stdout.write(`${line}\n`))
  }
}
