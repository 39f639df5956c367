/** How sure a claim is: what a rule was right in, on annotated transcripts, and what was expected of it. */

import measured from './measured.json' with { type: 'json' }
import type { Rule } from './rule.ts'

/** How many claims the expectation counts for beside those that were measured. */
const WEIGHT = 10

/**
 * A rule's precision, between 0 and 1: of the claims it took part in on annotated transcripts the share that is
 * right, drawn towards what its author expects as long as these are few (the mean of a beta distribution; Good,
 * "The Estimation of Probabilities", 1965).
 */
export function precisionOf(rule: Pick<Rule, 'id' | 'confidence'>): number {
  const [right, claims] = (measured as unknown as Record<string, [number, number]>)[rule.id] ?? [0, 0]
  return Math.round((100 * (right + WEIGHT * rule.confidence)) / (claims + WEIGHT)) / 100
}
