/**
 * For each pattern of each rule, in their order, the words that it cannot match without. The builds evaluate this
 * module and ship its lists (see vite.config.ts), as reading them off takes longer than a short talk.
 */
import { type Required, requiredLiterals } from '../scan/literals.ts'
import { compilePattern } from './pattern.ts'
import { RULES } from './rules/index.ts'

export const NEEDED: readonly Required[] = RULES.flatMap(({ patterns = [] }) =>
  patterns.map((pattern) => requiredLiterals(compilePattern(pattern).source)),
)
