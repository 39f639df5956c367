import { describe, expect, test } from 'vitest'
import type { GraphEdge, GraphFile, NodeKind, Predicate, Qualifiers } from '../../src/schema.ts'
import { claimGroups } from '../../viz/model/claims.ts'
import { buildFacets } from '../../viz/model/facets.ts'
import { neighbourhood, type Scope, visible } from '../../viz/model/filter.ts'
import { buildModel, type ModelNode, mainFamily, pairKey } from '../../viz/model/model.ts'
import { NO_FILTERS } from '../../viz/state/view.ts'
import { fixture } from './fixture.ts'

const { graph } = fixture()
const model = buildModel(graph)

/** A small graph from lines such as `project:a built_on project:b`. */
function small(lines: string[], qualifiers: Qualifiers = {}): GraphFile {
  const edges: GraphEdge[] = lines.map((line) => {
    const [source = '', predicate = '', target = ''] = line.split(' ')
    const evidence = [{ episode: 'episode:e', turn: 0, start: 0, end: 1, rule: 'r', quote: 'q' }]
    return {
      key: line,
      source,
      target,
      attributes: { predicate: predicate as Predicate, qualifiers, confidence: 0.9, evidence },
    }
  })
  const ids = [...new Set(edges.flatMap((e) => [e.source, e.target]))]
  return {
    ...graph,
    nodes: ids.map((key) => {
      const kind = key.slice(0, key.indexOf(':')) as NodeKind
      if (kind === 'episode') return { key, attributes: { kind, label: key } }
      if (kind === 'interview')
        return { key, attributes: { kind, label: key, episode: 'episode:e', firstTurn: 0, lastTurn: 9 } }
      return { key, attributes: { kind, label: key, surfaces: [], mentions: 1 } }
    }),
    edges,
  }
}

describe('the model', () => {
  test('counts what is there', () => {
    expect(model.nodes.size).toBe(graph.nodes.length)
    expect(model.claims.length + (model.predicateCounts.get('mentions') ?? 0)).toBe(graph.edges.length)
  })
  test('draws one line a pair, whichever way its claims point', () => {
    const m = buildModel(small(['project:b built_on project:a', 'project:a integrates_with project:b']))
    expect([...m.pairs.keys()]).toEqual([pairKey('project:b', 'project:a')])
    expect(m.pairs.get(pairKey('project:a', 'project:b'))?.claims).toHaveLength(2)
  })
  test('draws no line from a node to itself, but keeps the claim', () => {
    const m = buildModel(small(['project:a integrates_with project:a']))
    expect(m.pairs.size).toBe(0)
    expect(m.claims).toHaveLength(1)
  })
  test('leaves out edges to nodes that are not there', () => {
    const file = small(['project:a built_on project:b'])
    expect(buildModel({ ...file, nodes: file.nodes.slice(0, 1) }).claims).toHaveLength(0)
  })
  test.each<[string[], Qualifiers, string | undefined]>([
    [['project:a has_maturity maturity:sandbox'], {}, 'sandbox'],
    [['project:a has_maturity maturity:sandbox'], { status: 'former' }, undefined],
    [['project:a has_maturity maturity:sandbox'], { status: 'planned' }, undefined],
    [['project:a has_maturity maturity:sandbox'], { polarity: 'denied' }, undefined],
    [
      ['project:a has_maturity maturity:sandbox', 'project:a has_maturity maturity:graduated'],
      {},
      'graduated',
    ],
  ])('maturity of %j with %j', (lines, qualifiers, expected) => {
    expect(buildModel(small(lines, qualifiers)).nodes.get('project:a')?.maturity).toBe(expected)
  })
  test('the record wins over what is said of the maturity', () => {
    const file = small(['project:a has_maturity maturity:sandbox'])
    const [first] = file.nodes
    if (first && 'mentions' in first.attributes)
      first.attributes.record = {
        maturity: [
          { level: 'graduated', since: '2024-01-01' },
          { level: 'incubating', since: '2022-01-01' },
        ],
      }
    expect(buildModel(file).nodes.get('project:a')?.maturity).toBe('graduated')
  })
  test('a line bears the colour of most of its claims', () => {
    const edges = small([
      'person:p founded project:a',
      'project:a used_by person:p',
      'person:p maintains project:a',
    ]).edges
    expect(mainFamily(edges)).toBe('people')
    expect(mainFamily([])).toBe('mention')
  })
})

describe('filters', () => {
  const lines = [
    'person:p represents project:a',
    'project:a built_on project:b',
    'interview:i mentions project:a',
    'interview:i mentions technology:lonely',
  ]
  const m = buildModel(small(lines))
  const f = buildFacets(m)
  const ids = (filters: Partial<typeof NO_FILTERS>, scope: Scope = {}) => {
    const v = visible(f, { ...NO_FILTERS, ...filters }, scope)
    return { nodes: [...v.nodes].sort(), claims: v.claims, isolated: v.isolated, lines: v.pairs.size }
  }
  const all = ['interview:i', 'person:p', 'project:a', 'project:b', 'technology:lonely']

  test('mentions are no lines at first, and what has no line is not shown', () => {
    expect(ids({})).toEqual({
      nodes: ['person:p', 'project:a', 'project:b'],
      claims: 2,
      isolated: 2,
      lines: 2,
    })
  })
  test('with mentions', () => {
    expect(ids({ mentions: true })).toEqual({ nodes: all, claims: 2, isolated: 0, lines: 4 })
  })
  test('with what has no line', () => {
    expect(ids({ isolated: true })).toEqual({ nodes: all, claims: 2, isolated: 0, lines: 2 })
  })
  test('without a kind', () => {
    expect(ids({ hiddenKinds: ['person'] })).toMatchObject({ nodes: ['project:a', 'project:b'], claims: 1 })
  })
  test('without a predicate', () => {
    expect(ids({ hiddenPredicates: ['represents'] })).toMatchObject({
      nodes: ['project:a', 'project:b'],
      claims: 1,
    })
  })
  test('what is selected is shown with its mentions, whatever the filters say', () => {
    expect(ids({ hiddenKinds: ['technology'] }, { pinned: 'technology:lonely' })).toMatchObject({
      nodes: ['interview:i', 'person:p', 'project:a', 'project:b', 'technology:lonely'],
      lines: 3,
    })
  })
  test('only a neighbourhood', () => {
    expect(ids({}, { focus: 'person:p' })).toEqual({
      nodes: ['person:p', 'project:a'],
      claims: 1,
      isolated: 0,
      lines: 1,
    })
  })
  test('two hops', () => {
    expect(ids({}, { focus: 'person:p', hops: 2 }).nodes).toEqual(['person:p', 'project:a', 'project:b'])
    expect(ids({ hiddenPredicates: ['built_on'] }, { focus: 'person:p', hops: 3 }).nodes).toEqual([
      'person:p',
      'project:a',
    ])
  })
  test('a chain is shown, whatever the filters and the focus say', () => {
    const chain = ['person:p', 'project:a', 'project:b']
    expect(ids({ hiddenKinds: ['project'], sure: 1 }, { chain })).toMatchObject({ nodes: chain, claims: 2 })
    expect(ids({}, { chain, focus: 'technology:lonely' }).nodes).toEqual(expect.arrayContaining(chain))
  })
  test('a focus that is not in the graph hides nothing', () => {
    expect(ids({}, { focus: 'project:nowhere' }).nodes).toHaveLength(3)
  })
  test('the neighbourhood follows visible lines only', () => {
    const v = visible(f, { ...NO_FILTERS, hiddenPredicates: ['represents'] })
    expect([...neighbourhood(m, v, 'project:a').nodes].sort()).toEqual(['project:a', 'project:b'])
  })
})

test('claims are grouped by predicate and direction, and each is listed once', () => {
  const node = model.nodes.get('project:keelson')
  if (!node) throw new Error('the fixture lost a project')
  const groups = claimGroups(node)
  expect(groups.flatMap((g) => g.claims).length).toBe(node.in.length + node.out.length)
  expect(groups.map((g) => g.heading)).toContain('is built on')
  expect(new Set(groups.map((g) => `${g.predicate} ${g.heading}`)).size).toBe(groups.length)
})

test('what reads the same from both ends is one group, whichever of the two was named first', () => {
  const edge = (source: string, target: string, confidence: number): GraphEdge => ({
    key: `${source}|${target}`,
    source,
    target,
    attributes: { predicate: 'compared_with', qualifiers: {}, confidence, evidence: [] },
  })
  const [group, ...more] = claimGroups({
    out: [edge('project:a', 'project:b', 0.8)],
    in: [edge('project:c', 'project:a', 0.9)],
  } as unknown as ModelNode)
  expect(more).toEqual([])
  expect(group?.heading).toBe('is compared with')
  expect(group?.claims.map(({ other }) => other)).toEqual(['project:c', 'project:b'])
})
