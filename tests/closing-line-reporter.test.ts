import { describe, expect, it } from 'vitest'
import type { TestModule } from 'vitest/node'
import { closingLine } from './closing-line-reporter.ts'

/** As much of a test file's result as the line is made from. */
const file = (states: readonly string[], errors = 0, suiteErrors = 0): TestModule =>
  ({
    errors: () => Array(errors).fill({}),
    children: {
      allSuites: () => [{ errors: () => Array(suiteErrors).fill({}) }],
      allTests: () => states.map((state) => ({ result: () => ({ state }) })),
    },
  }) as unknown as TestModule

describe('the closing line', () => {
  it.each<[string, TestModule[], number]>([
    ['0 passed, 0 failed', [], 0],
    ['3 passed, 0 failed', [file(['passed', 'passed']), file(['passed'])], 0],
    ['1 passed, 1 failed, 2 skipped', [file(['passed', 'failed', 'skipped', 'pending'])], 0],
    ['1 passed, 3 failed', [file(['passed']), file([], 1, 1)], 1],
  ])('%s', (line, modules, unhandled) => {
    expect(closingLine(modules, Array(unhandled).fill(new Error('late')))).toBe(line)
  })
})
