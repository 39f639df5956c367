/** What the shallow grammar makes of sentences: heads and what takes part, however it is put. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFrame, readClauses } from '../../extract/claims/frames.ts'
import type { Clause } from '../../extract/claims/grammar/clauses.ts'
import { piecesOf } from '../../extract/claims/grammar/pieces.ts'
import { formsOf } from '../../extract/claims/grammar/verbs.ts'
import { HEADS } from '../../extract/claims/steps.ts'

/** "use: agent=#0 theme=#1+#2" */
function written({ head, parts, denied, planned, past }: Clause): string {
  const said = [...parts].map(([role, { slots, tail, pronoun, determiner, noun }]) => {
    const what = slots.length
      ? slots.map((slot) => `#${slot}`).join('+') + (tail ? `~${tail}` : '')
      : (pronoun ?? [determiner, noun].filter(Boolean).join(' '))
    return `${role}=${what}`
  })
  const marks = [denied && 'denied', planned && 'planned', past && 'past'].filter(Boolean)
  return `${[head, ...marks].join(' ')}: ${said.sort().join(' ')}`
}
const read = (skeleton: string, head: string): string[] =>
  readClauses(skeleton, HEADS)
    .filter((clause) => clause.head === head)
    .map(written)

describe('verbs', () => {
  it.each([
    ['<p0> uses <p1>.', 'use: agent=#0 theme=#1'],
    ['<p1> is used by <p0>.', 'use: agent=#0 by=#0 theme=#1'],
    ['<p0> is a proxy that uses <p1>.', 'use: agent=#0 theme=#1'],
    ['There is a tool called <p0>, which also uses <p1>.', 'use: agent=#0 theme=#1'],
    ['<p0> watches the kernel and uses <p1>.', 'use: agent=#0 theme=#1'],
    ['<p0>, the <t1> server, uses <p2>.', 'use: agent=#0+#1~server theme=#2'],
    ['It uses things like <p0>, <p1>, and maybe <p2>.', 'use: agent=it theme=#0+#1+#2'],
    ['There is [<p0>](<u1>), which uses [<p2>](<u3>) and <p4>.', 'use: agent=#0 theme=#2+#4'],
    ['We don’t use <p0>.', 'use denied: agent=we theme=#0'],
    ['We’re going to use <p0>.', 'use planned: agent=we theme=#0'],
    ['We used to use <p0>.', 'use past: agent=we theme=#0'],
    ['I love the <p0> that we use.', 'use: agent=we theme=#0'],
    ['It uses <p0>, and a plugin for <p1>.', 'use: agent=it theme=#0'],
    ['People near me use <p0>.', 'use: theme=#0'],
    ['[<p0>](<u1>) and [<p2>](<u3>) are used by [<p4>](<u5>).', 'use: agent=#4 by=#4 theme=#0+#2'],
    ['<p0>, which is the thing that uses <p1>.', 'use: agent=#0 theme=#1'],
    ['It’s <p0>, which is the <t1> server that uses <p2>.', 'use: agent=#0 theme=#2'],
    ['It uses most of <p0>.', 'use: agent=it theme=#0'],
    ['Which also uses <p0>.', 'use: agent=it theme=#0'],
    ['It’s the <p0> client that uses <p1>.', 'use: agent=#0~client theme=#1'],
  ])('%s', (skeleton, expected) => {
    expect(read(skeleton, 'use')).toEqual([expected])
  })
  it.each([
    ['You can run it on <p0> or in <p1>.', 'run', 'run: agent=you on=#0+#1 theme=it'],
    ['<p0> lets you run <p1> on <p2>.', 'run', 'run: agent=#0 on=#2 theme=#1'],
    ['We wrote the whole thing in <t0>.', 'write', 'write past: agent=we in=#0 theme=whole thing'],
    ['A tool written in <t0>.', 'write', 'write: in=#0 theme=a tool'],
    ['I was using <p0> before we moved from <p1> to <p2>.', 'move', 'move: from=#1 theme=we to=#2'],
    ['<p0> integrates really well with <p1>.', 'integrate', 'integrate: agent=#0 with=#1'],
  ])('%s', (skeleton, head, expected) => {
    expect(read(skeleton, head)).toContain(expected)
  })
})

it('leaves open what a question asks one could do', () => {
  const [clause] = readClauses('What would I use <p0> for?', HEADS).filter(({ head }) => head === 'use')
  expect(clause?.open).toBe(true)
})

describe('nouns', () => {
  it.each([
    ['<p0> has a <p1> plugin.', 'plugin: mod=#1 owner=#0'],
    ['There’s a plugin for <p0>.', 'plugin: for=#0 owner=it'],
    ['<p0> is a plugin for <p1>.', 'plugin: for=#1 theme=#0'],
    ['<p0> is a plugin for <p1>, at <e2> last year.', 'plugin: at=#2~year for=#1 theme=#0'],
    ['<p0>, a plugin for <p1>, is new.', 'plugin: for=#1 theme=#0'],
    ['<p0> gives you a plugin for <p1>.', 'plugin: for=#1 owner=#0'],
    ['The <p0> <p1> plugin is great.', 'plugin: mod=#1 owner=#0'],
    ['<p0> became a plugin for <p1>.', 'plugin: for=#1 theme=#0'],
    ['Our plugin for <p0> is new.', 'plugin: for=#0 owner=we'],
  ])('%s', (skeleton, expected) => {
    expect(read(skeleton, 'plugin')).toContain(expected)
  })
})

describe('what is no clause of its head', () => {
  it.each([
    ['A tool called <p0>.', 'call'],
    ['The <p0> build is slow.', 'build'],
    ['In <p0> code is data.', 'code'],
  ])('%s', (skeleton, head) => {
    expect(read(skeleton, head)).toEqual([])
  })
})

it('knows the forms of verbs', () => {
  const forms = (lemma: string): string[] => [...formsOf(lemma).keys()]
  expect(forms('embed')).toEqual(['embed', 'embeds', 'embedding', 'embedded'])
  expect(forms('write')).toEqual(['write', 'writes', 'writing', 'wrote', 'written'])
  expect(forms('rely')).toEqual(['rely', 'relies', 'relying', 'relied'])
  expect(forms('have')).toEqual(['have', 'has', 'having', 'had'])
})

it('refuses a frame that is not written as one', () => {
  expect(() => parseFrame('use agent theme')).toThrow(/"use agent theme"/)
})

it('reads whatever is said, with places inside it', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '<p0>',
      '<p1>',
      '<t2>',
      ',',
      '.',
      'and',
      'which',
      'that',
      'is',
      'the',
      'a',
      'by',
      'with',
      'to',
      'of',
    ),
    fc.constantFrom(
      'uses',
      'built',
      'run',
      'written',
      'plugin',
      'support',
      'not',
      'don’t',
      'we',
      'it',
      '’s',
      '--',
      '"',
    ),
    fc.string({ maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const skeleton = words.join(' ')
      for (const { start, end, parts } of readClauses(skeleton, HEADS)) {
        expect(start).toBeLessThanOrEqual(end)
        expect(end).toBeLessThanOrEqual(skeleton.length)
        for (const part of parts.values()) expect(part.start).toBeLessThanOrEqual(part.end)
      }
      const pieces = piecesOf(skeleton)
      for (let i = 1; i < pieces.length; i++)
        expect(pieces[i - 1]?.end ?? 0).toBeLessThanOrEqual(pieces[i]?.start ?? 0)
    }),
  )
})
