import type { Reporter, TestModule } from 'vitest/node'

/**
 * Ends the run with one plain line, `N passed, N failed` (and `, N skipped` where there are any), that scripts
 * can read whatever the other reporters print. A file that cannot be loaded, and an error outside every test,
 * count as failed.
 */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0
    let failed = unhandledErrors.length
    let skipped = 0
    for (const module of modules) {
      // Errors of the module itself or of a suite's hooks; those of tests are counted with the tests.
      failed += module.errors().length
      for (const suite of module.children.allSuites()) failed += suite.errors().length
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed++
        else if (state === 'failed') failed++
        else skipped++
      }
    }
    const line = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
    // Vitest prints its own summary at the same event; the line waits until that is written.
    process.once('exit', () => process.stdout.write(`${line}\n`))
  }
}
