import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NODE_KINDS, PREDICATE_NAMES, type Predicate } from '../../src/ontology.ts'
import type { Evidence, GraphEdge } from '../../src/schema.ts'
import { buildFacets, LEVELS, sieve } from '../../viz/model/facets.ts'
import { visible, withPinned } from '../../viz/model/filter.ts'
import { buildModel, type ModelNode } from '../../viz/model/model.ts'
import { STANDINGS, standingOf } from '../../viz/model/verdict.ts'
import { type Filters, NO_FILTERS, toggled } from '../../viz/state/view.ts'
import { fixture } from './fixture.ts'

const { graph } = fixture()
const [, second] = graph.attributes.episodes
if (second) second.date = '2024'
const model = buildModel(graph)
const index = buildFacets(model)
const talks = [...model.nodes.values()].map((n) => n.attributes).filter((a) => a.kind === 'interview')
const idOf = (talk: (typeof talks)[number]): string =>
  [...model.nodes.values()].find((n) => n.attributes === talk)?.id ?? ''

/** The filters as one would write them down, claim by claim. */
function naive(f: Filters): { nodes: ModelNode[]; claims: GraphEdge[] } {
  const saidWell =
    (edge: GraphEdge) =>
    (e: Evidence): boolean => {
      const date = graph.attributes.episodes.find((x) => x.id === e.episode)?.date ?? ''
      const held =
        edge.attributes.predicate === 'mentions' && edge.source.startsWith('interview:')
          ? [edge.source]
          : talks
              .filter((t) => t.episode === e.episode && t.firstTurn <= e.turn && e.turn <= t.lastTurn)
              .map(idOf)
      return (
        (f.episodes.length === 0 || f.episodes.includes(e.episode)) &&
        (f.interviews.length === 0 || held.some((id) => f.interviews.includes(id))) &&
        (f.speakers.length === 0 || f.speakers.includes(e.speaker ?? '')) &&
        (f.since === '' || (date.length === 4 ? `${date}-12` : date.slice(0, 7)) >= f.since) &&
        (f.until === '' || (date.length === 4 ? `${date}-01` : date.slice(0, 7)) <= f.until)
      )
    }
  const seen = (id: string): boolean => {
    const node = model.nodes.get(id)
    if (!node || f.hiddenKinds.includes(node.kind)) return false
    return node.kind !== 'project' || !f.hiddenLevels.includes(node.maturity ?? 'none')
  }
  const lines = graph.edges.filter((edge) => {
    const { source, target, attributes } = edge
    const mention = attributes.predicate === 'mentions'
    return (
      source !== target &&
      seen(source) &&
      seen(target) &&
      (!mention || f.mentions) &&
      !f.hiddenPredicates.includes(attributes.predicate) &&
      (mention || !f.hiddenStandings.includes(standingOf(attributes))) &&
      attributes.confidence >= f.sure &&
      attributes.evidence.some(saidWell(edge))
    )
  })
  const linked = new Set(lines.flatMap((e) => [e.source, e.target]))
  return {
    nodes: [...model.nodes.values()].filter((n) => seen(n.id) && (linked.has(n.id) || f.isolated)),
    claims: lines.filter((e) => e.attributes.predicate !== 'mentions'),
  }
}

const sorted = <T extends string>(all: readonly T[], maxLength = 3) =>
  fc.subarray([...all], { maxLength }).map((list) => list.sort((x, y) => (x < y ? -1 : 1)))
const filters: fc.Arbitrary<Filters> = fc.record({
  hiddenKinds: sorted(NODE_KINDS),
  hiddenLevels: sorted(LEVELS),
  hiddenPredicates: sorted(PREDICATE_NAMES),
  hiddenStandings: sorted(STANDINGS),
  episodes: sorted(index.episodes.ids, 2),
  interviews: sorted(index.interviews.ids, 4),
  speakers: sorted(index.speakers.ids, 4),
  since: fc.constantFrom('', ...index.months),
  until: fc.constantFrom('', ...index.months),
  sure: fc.constantFrom(0, 0.5, 0.75, 0.8, 0.9),
  mentions: fc.boolean(),
  isolated: fc.boolean(),
})

test('what is seen is what the filters say, claim by claim', () => {
  fc.assert(
    fc.property(filters, (f) => {
      const shown = visible(index, f)
      const expected = naive(f)
      expect([...shown.nodes].sort()).toEqual(expected.nodes.map((n) => n.id).sort())
      expect(shown.claims).toBe(expected.claims.length)
    }),
  )
})

test('what is seen with something selected is the same, whether or not it is worked out from what was seen before', () => {
  const ids = [...model.nodes.keys()]
  const one = fc.constantFrom(...ids)
  const scopes = fc.record({
    focus: fc.option(one),
    hops: fc.constantFrom(1 as const, 2 as const),
    chain: fc.array(one, { maxLength: 3 }),
  })
  fc.assert(
    fc.property(filters, scopes, fc.constantFrom(...ids, 'project:nowhere'), (f, scope, pinned) => {
      const shown = withPinned(index, f, scope, visible(index, f, scope), pinned)
      expect(shown).toEqual(visible(index, f, { ...scope, pinned }))
    }),
  )
  // What was seen is kept where the selected is part of it; otherwise nothing is gained.
  const scope = { focus: null, hops: 1 as const, chain: [] }
  const base = visible(index, NO_FILTERS, scope)
  const pinned = ids.find((id) => base.nodes.has(id)) as string
  expect(withPinned(index, NO_FILTERS, scope, base, pinned)).toBe(base)
})

test('the count beside an option is what one sees with it on', () => {
  fc.assert(
    fc.property(filters, (f) => {
      const { counts } = sieve(index, f)
      for (const kind of NODE_KINDS) {
        const on = naive({ ...f, hiddenKinds: toggled(f.hiddenKinds, kind, false) })
        expect([kind, counts.kinds.get(kind)]).toEqual([kind, on.nodes.filter((n) => n.kind === kind).length])
      }
      for (const level of LEVELS) {
        const on = naive({ ...f, hiddenLevels: toggled(f.hiddenLevels, level, false) })
        const count = on.nodes.filter((n) => n.kind === 'project' && (n.maturity ?? 'none') === level).length
        expect([level, counts.levels.get(level)]).toEqual([level, count])
      }
      const { claims } = naive({ ...f, hiddenPredicates: [] })
      for (const p of PREDICATE_NAMES)
        expect([p, counts.predicates.get(p)]).toEqual([
          p,
          claims.filter((e) => e.attributes.predicate === p).length,
        ])
      const checked = naive({ ...f, hiddenStandings: [] }).claims
      for (const s of STANDINGS)
        expect([s, counts.standings.get(s)]).toEqual([
          s,
          checked.filter((e) => standingOf(e.attributes) === s).length,
        ])
      for (const id of index.episodes.ids)
        expect([id, counts.episodes.get(id)]).toEqual([id, naive({ ...f, episodes: [id] }).claims.length])
      for (const id of index.interviews.ids)
        expect([id, counts.interviews.get(id)]).toEqual([id, naive({ ...f, interviews: [id] }).claims.length])
      for (const id of index.speakers.ids)
        expect([id, counts.speakers.get(id)]).toEqual([id, naive({ ...f, speakers: [id] }).claims.length])
      for (const m of index.months) {
        expect([m, counts.since.get(m)]).toEqual([m, naive({ ...f, since: m }).claims.length])
        expect([m, counts.until.get(m)]).toEqual([m, naive({ ...f, until: m }).claims.length])
      }
      expect(counts.confidence.reduce((x, y) => x + y)).toBe(naive({ ...f, sure: 0 }).claims.length)
    }),
    { numRuns: 40 },
  )
})

describe('of what is not there', () => {
  test.each<Partial<Filters>>([
    { episodes: ['episode:nowhere'] },
    { interviews: ['interview:nowhere/1'] },
    { speakers: ['person:nobody'] },
    { since: '2999-01' },
  ])('%j nothing is seen', (by) => {
    expect(visible(index, { ...NO_FILTERS, ...by }).claims).toBe(0)
  })
  test('words without a known episode, speaker or date still count, until time is asked for', () => {
    const file = structuredClone(graph)
    for (const edge of file.edges) for (const e of edge.attributes.evidence) e.episode = 'episode:lost'
    const lost = buildFacets(buildModel({ ...file, attributes: { ...file.attributes, episodes: [] } }))
    const all = lost.model.claims.filter((e) => e.source !== e.target).length
    expect(visible(lost, NO_FILTERS).claims).toBe(all)
    expect(visible(lost, { ...NO_FILTERS, since: '2000-01' }).claims).toBe(0)
    expect(visible(lost, { ...NO_FILTERS, until: '2999-01' }).claims).toBe(0)
  })
})

/** Projects on projects, as many as the largest graph that the viewer is made for. */
test('10 000 entities and 50 000 claims: one change of the filters is far below a frame of notice', () => {
  const evidence = graph.edges[0]?.attributes.evidence ?? []
  const node = (i: number) => ({
    key: `project:p${i}`,
    attributes: { kind: 'project' as const, label: `P${i}`, surfaces: [], mentions: 1 },
  })
  const predicates: Predicate[] = ['built_on', 'integrates_with', 'runs_on', 'compared_with', 'part_of']
  const edges: GraphEdge[] = Array.from({ length: 50_000 }, (_, i) => ({
    key: String(i),
    source: `project:p${i % 10_000}`,
    target: `project:p${(i * 7919 + 13) % 10_000}`,
    attributes: { predicate: predicates[i % 5] as Predicate, qualifiers: {}, confidence: 0.9, evidence },
  }))
  const large = buildFacets(
    buildModel({ ...graph, nodes: Array.from({ length: 10_000 }, (_, i) => node(i)), edges }),
  )
  const times = Array.from({ length: 5 }, (_, i) => {
    const begin = performance.now()
    visible(large, { ...NO_FILTERS, sure: i / 10 })
    return performance.now() - begin
  })
  expect(Math.min(...times)).toBeLessThan(150)
})
