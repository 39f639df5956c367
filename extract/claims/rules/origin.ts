/** Where a project began. */
import type { Rule } from '../rule.ts'

export const ORIGIN: readonly Rule[] = [
  {
    id: 'originated-at/came-out-of',
    description: 'A project came out of, started at, or was created inside a company.',
    predicate: 'originated_at',
    confidence: 0.9,
    patterns: [
      '{S:project|it}(?:,? which)? (?:{~3})?(?:came|comes|grew|spun|originated|spawned)(?: {~2})?(?:out of|from|at|in|inside|within) (?:the )?{O:company}',
      '{S:project|it|we}(?:,? which| that)? (?:{~4})?(?:started|began|born|created|built|invented|developed|incubated|open[- ]sourced|written|founded|conceived|launched)(?: {~5})?(?: ?(?:at|inside|within|inside of|by|in)) (?:the (?:{~2})?(?:folks|guys|team|people|engineers) (?:at|from|of) )?{O:company}',
      '{S:project|it}(?:{be}| was)(?: {~2})? (?:inside|within|internal to|internal at|an? {~3}(?:project|idea|tool) (?:within|at|inside|from|of)) {O:company}',
      '{S:it} started (?:{~5})(?:within|inside|at) {O:company}',
      '{S:project|it} (?:{~2})?(?:started|began) (?:{~3})as (?:{~5})(?:within|inside|at|from) {O:company}',
      "{O:company}[,’'s]* (?:originally |initially |first )?(?:created|invented|started|open[- ]sourced|built|wrote) {S:project}",
    ],
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: Keptn came originally out of Spotify.',
        claims: ['project:keptn originated_at company:spotify'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did it begin?\nVera Lind: It started as an idea within Red Hat.',
        claims: ['project:keptn originated_at company:red-hat'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did it begin?\nVera Lind: I started at Red Hat when I was young.',
        why: 'a person began there',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Did Keptn start at Red Hat?\nVera Lind: Nobody remembers.',
        why: 'a question asserts nothing',
      },
    ],
  },
]
