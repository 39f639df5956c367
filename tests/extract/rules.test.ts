import { describe, expect, it } from 'vitest'
import { createExtractor, RULES } from '../../extract/index.ts'
import type { Claim, Extraction } from '../../src/claim.ts'
import { bundledRegistry } from '../registry.ts'

const extract = createExtractor(bundledRegistry())

/** Puts a dialogue of a rule through the whole pipeline; see `Example` in extract/claims/rule.ts. */
function read(said: string): Extraction {
  const text = said.replace(/^([^:\n]+): /gm, '**$1:** ').replaceAll('\n', '\n\n')
  return extract({ name: 'example.md', text, metadata: { hosts: ['Ada Host', 'Bo Host'], date: '2024-03' } })
}

function written({ subject, predicate, object, qualifiers }: Claim): string {
  const q = Object.entries(qualifiers)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(',')
  return [subject, predicate, object, q].filter(Boolean).join(' ')
}

/** Claims of an example may leave out qualifiers that it is not about. */
const matches = (claim: Claim, expected: string): boolean => {
  const [subject, predicate, object, ...rest] = expected.split(' ')
  if (claim.subject !== subject || claim.predicate !== predicate || claim.object !== object) return false
  const wanted = rest.join(' ')
  return !wanted || wanted.split(/,(?=\w+=)/).every((q) => written(claim).includes(q))
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has one sentence of description, examples and misses', () => {
    expect(rule.description).toMatch(/^[A-Z“"].*\.$/)
    expect(rule.examples.length).toBeGreaterThan(0)
    expect(rule.misses.length).toBeGreaterThan(0)
    expect(Boolean(rule.patterns?.length || rule.frames?.length || rule.find || rule.read)).toBe(true)
  })

  it.each(rule.examples.map((e) => [e.said, e.claims] as const))('finds in %s', (said, claims) => {
    const found = read(said).claims.filter((c) => c.evidence.some((e) => e.rule === id))
    for (const expected of claims)
      expect(
        found.some((c) => matches(c, expected)),
        `${expected}\n  among:\n  ${read(said).claims.map(written).join('\n  ')}`,
      ).toBe(true)
  })

  it.each(rule.misses.map((m) => [m.said, m.why, m.besides ?? []] as const))(
    'lets pass %s (%s)',
    (said, _why, besides) => {
      const found = read(said).claims.filter((c) => c.evidence.some((e) => e.rule === id))
      expect(found.filter((c) => !besides.some((b) => matches(c, b))).map(written)).toEqual([])
    },
  )
})

it('gives every rule an id of its own', () => {
  expect(new Set(RULES.map((r) => r.id)).size).toBe(RULES.length)
})
