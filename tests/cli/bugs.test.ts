/** A rule's bug must not be silent, and must not cost the other transcripts. The extractor is a stand-in here. */
import { expect, it, vi } from 'vitest'
import type { Transcript } from '../../extract/types.ts'
import type { Extraction } from '../../src/claim.ts'
import { workplace } from './harness.ts'

vi.mock('../../extract/index.ts', async () => {
  const { fingerprint } = await import('../../extract/read/index.ts')
  const createExtractor =
    () =>
    ({ id, title, file, turns }: Transcript): Extraction => {
      if (file === 'throws.txt') throw new TypeError('cannot read properties of undefined')
      const evidence = [{ episode: id, turn: 0, start: 0, end: 1, rule: 'guest-says-so' }]
      const claim = { subject: 'person:a', predicate: 'works_at', object: 'person:a' } as const
      return {
        episode: { id, title, file, turns: turns.length, fingerprint: fingerprint(turns) },
        interviews: [],
        entities: [{ id: 'person:a', kind: 'person', label: 'A', surfaces: ['A'], mentions: 1 }],
        claims: file === 'breaks.txt' ? [{ ...claim, qualifiers: {}, confidence: 1, evidence }] : [],
        mentions: [],
      }
    }
  return { createExtractor }
})

it('reports the rule and the transcript, and does the rest', async () => {
  const talk = 'Odile Varga: Good morning.\n\nPetra Achterberg: Good morning to you.\n'
  const place = workplace({ 'breaks.txt': talk, 'good.txt': talk, 'throws.txt': talk })
  const { code, out, err } = await place.hallway(['extract', '.'])
  expect(code).toBe(1)
  expect(JSON.parse(out).attributes.episodes).toMatchObject([{ id: 'episode:good' }])
  const bug = '(a bug in Hallway: please report it, with what HALLWAY_DEBUG=1 prints)'
  expect(err.split('\n').slice(0, 2)).toEqual([
    `hallway: breaks.txt: rule guest-says-so at episode:breaks, turn 0 claims person:a works_at person:a: works_at takes a company as object, not person:a; mend the rule ${bug}`,
    `hallway: throws.txt: cannot read properties of undefined ${bug}`,
  ])

  const debugged = await place.hallway(['extract', 'throws.txt'], { env: { HALLWAY_DEBUG: '1' } })
  expect(debugged.err).toMatch(/^TypeError: .*\n +at /)
})
