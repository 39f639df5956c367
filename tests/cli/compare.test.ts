import { describe, expect, it } from 'vitest'
import { serialize } from '../../src/graph.ts'
import type { GraphFile } from '../../src/schema.ts'
import { bothTalks } from '../src/fixture.ts'
import { workplace } from './harness.ts'

const later: GraphFile = structuredClone(bothTalks())
later.nodes.push({
  key: 'project:evil',
  attributes: { kind: 'project', label: 'Evil\u001b[2J', surfaces: [], mentions: 1 },
})
later.edges = later.edges.filter((e) => e.attributes.predicate !== 'maintains')
for (const { attributes } of later.edges)
  if (attributes.predicate === 'has_maturity' && attributes.qualifiers.status === 'current')
    attributes.confidence = 0.5
const place = workplace({ 'a.json': serialize(bothTalks()), 'b.json': serialize(later), 'no.json': '{}' })

describe('compare', () => {
  it('tells what is new, gone and changed', async () => {
    const { code, out } = await place.hallway(['compare', 'a.json', 'b.json'])
    expect(code).toBe(0)
    expect(out).toMatch(/^a\.json: .* entities, .* claims, 2 episodes; data [0-9a-f]{16}\nb\.json: /)
    expect(out).toContain('New: 1 entity, 0 claims\n\n  + Evil [2J  project:evil\n')
    expect(out).toMatch(
      /Gone: 0 entities, 1 claim\n\n {2}− Tomas Bellweather maintains Lumen Mesh\n {6}“.*maintains Lumen Mesh/,
    )
    expect(out).toMatch(
      /Changed: 0 entities, 1 claim\n\n {2}~ Lumen Mesh is incubating \(current\)\n {6}confidence: [\d.]+ → 0\.5\n/,
    )
  })

  it('says the same the other way round, also as diff, and as JSON', async () => {
    const { out } = await place.hallway(['diff', 'b.json', 'a.json', '--json'])
    const { entities, claims, before } = JSON.parse(out)
    expect(entities).toEqual([
      { change: 'gone', id: 'project:evil', kind: 'project', label: 'Evil\u001b[2J', differences: [] },
    ])
    expect(claims.map((c: { change: string }) => c.change)).toEqual(['new', 'changed'])
    expect(before.fingerprint).toMatch(/^[0-9a-f]{16}$/)
  })

  it('two of a kind say the same', async () => {
    expect((await place.hallway(['compare', 'a.json', 'a.json'])).out).toContain('They say the same.')
  })

  it('names the file that is no graph', async () => {
    const { code, err } = await place.hallway(['compare', 'a.json', 'no.json'])
    expect(code).toBe(1)
    expect(err).toMatch(/^hallway: no\.json: this is no Hallway graph/)
  })
})
