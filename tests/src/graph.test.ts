import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim, Extraction } from '../../src/claim.ts'
import { buildGraph, claimKey, KEY_ORDER, serialize } from '../../src/graph.ts'
import {
  type EntityNode,
  type GraphEdge,
  GraphFile,
  jsonSchema,
  parseGraph,
  type Qualifiers,
} from '../../src/schema.ts'
import { extractions, several } from './arbitrary.ts'
import { bothTalks, claim, EVENING, evening, evidence, MORNING, morning, OPTIONS } from './fixture.ts'

type Graph = ReturnType<typeof buildGraph>
const build = (...extractions: Extraction[]) => buildGraph(extractions, OPTIONS)
const node = (graph: Graph, id: string): EntityNode =>
  graph.nodes.find((n) => n.key === id)?.attributes as EntityNode
const edge = (graph: Graph, key: string): GraphEdge => {
  const found = graph.edges.find((e) => e.key === key)
  if (!found) throw new Error(`no edge ${key}; there are\n${graph.edges.map((e) => e.key).join('\n')}`)
  return found
}

describe('buildGraph', () => {
  const graph = build(evening(), morning())

  it('joins an entity of several episodes into one node', () => {
    const mesh = node(graph, 'project:lumen-mesh')
    expect(mesh.label).toBe('Lumen Mesh')
    expect(mesh.surfaces).toEqual(['Lumen Mesh', 'Lümen Mesh'])
    expect(mesh.mentions).toBe(5)
    expect(mesh).not.toHaveProperty('confidence')
    expect(mesh.record?.homepage).toBe('https://lumenmesh.example')
    expect(graph.nodes.filter((n) => n.key === 'project:lumen-mesh')).toHaveLength(1)
  })

  it('joins equal claims into one edge with all evidence', () => {
    const { attributes } = edge(graph, 'project:lumen-mesh|has_maturity|maturity:incubating|status=current')
    expect(attributes.evidence.map((e) => [e.episode, e.turn, e.quote])).toEqual([
      [MORNING.id, 3, 'it is incubating now'],
      [EVENING.id, 1, 'Lumen Mesh is incubating'],
    ])
    // 1 - 0.2 · 0.1
    expect(attributes.confidence).toBe(0.98)
  })

  it('keeps claims apart whose qualifiers differ', () => {
    const keys = graph.edges.map((e) => e.key).filter((key) => key.includes('has_maturity'))
    expect(keys).toEqual([
      'project:lumen-mesh|has_maturity|maturity:incubating|status=current',
      'project:lumen-mesh|has_maturity|maturity:sandbox|status=former',
    ])
  })

  it('has one edge for what reads the same from both ends, the way that it is said more often', () => {
    const talk = morning()
    const mesh = talk.entities.find((e) => e.id === 'project:lumen-mesh')
    if (!mesh) throw new Error('the fixture lost a project')
    talk.entities.push({ ...mesh, id: 'project:anchor', label: 'Anchor' })
    const words = [
      evidence(MORNING, 1, 'we started Lumen Mesh in, I think, 2019', 'petra-achterberg'),
      evidence(MORNING, 3, 'it is incubating now', 'petra-achterberg'),
    ]
    const compared = (from: string, to: string, pieces: typeof words) =>
      claim(`project:${from}`, 'compared_with', `project:${to}`, pieces)
    const keysOf = (...claims: Claim[]): string[] =>
      build({ ...talk, claims })
        .edges.filter((e) => e.attributes.predicate === 'compared_with')
        .map((e) => `${e.key} ${e.attributes.evidence.length}`)
    const [first, second] = [words.slice(0, 1), words.slice(1)]
    expect(keysOf(compared('lumen-mesh', 'anchor', words), compared('anchor', 'lumen-mesh', first))).toEqual([
      'project:lumen-mesh|compared_with|project:anchor 2',
    ])
    expect(keysOf(compared('lumen-mesh', 'anchor', first), compared('anchor', 'lumen-mesh', second))).toEqual(
      ['project:anchor|compared_with|project:lumen-mesh 2'],
    )
    expect(keysOf(compared('lumen-mesh', 'anchor', first))).toEqual([
      'project:lumen-mesh|compared_with|project:anchor 1',
    ])
  })

  it('puts facts onto their subject', () => {
    expect(node(graph, 'project:lumen-mesh').facts).toEqual([
      {
        predicate: 'started',
        value: '2019',
        qualifiers: { modality: 'possible' },
        confidence: 0.6,
        evidence: [evidence(MORNING, 1, 'we started Lumen Mesh in, I think, 2019', 'petra-achterberg')],
      },
    ])
  })

  it('counts mentions, in the episode where no interview is on', () => {
    const { attributes } = edge(graph, 'interview:quay-talks-1/1|mentions|project:lumen-mesh')
    expect(attributes.count).toBe(2)
    expect(attributes.spans).toEqual([
      [0, 53, 63],
      [1, 49, 59],
    ])
    expect(attributes.evidence).toMatchObject([
      { turn: 0, start: 53, end: 63, speaker: 'person:odile-varga' },
    ])
    expect(edge(graph, 'episode:quay-talks-2|mentions|project:lumen-mesh').attributes.count).toBe(1)
  })

  it('counts a place once that two rules find', () => {
    const twice = morning()
    twice.mentions.push(...morning().mentions.map((m) => ({ ...m, rule: 'another' })))
    expect(edge(build(twice), 'interview:quay-talks-1/1|mentions|project:lumen-mesh').attributes.count).toBe(
      2,
    )
  })

  it('takes the label of the entity that is surest, then of the one named most', () => {
    const sure = morning()
    const unsure = evening()
    const label = (): string => node(build(sure, unsure), 'project:lumen-mesh').label
    expect(label()).toBe('Lumen Mesh')
    for (const { entities } of [sure, unsure])
      for (const e of entities) if (e.id === 'project:lumen-mesh') e.confidence = 0.7
    expect(label()).toBe('Lumen mesh')
    expect(node(build(sure, unsure), 'project:lumen-mesh').confidence).toBe(0.7)
  })

  it('leaves words out, but not places, without quotes', () => {
    const bare = buildGraph([morning()], { ...OPTIONS, quotes: false })
    expect(JSON.stringify(bare)).not.toContain('"quote"')
    expect(bare.attributes.quotes).toBe(false)
    expect(
      edge(bare, 'person:petra-achterberg|guest_on|interview:quay-talks-1/1').attributes.evidence,
    ).toHaveLength(1)
  })

  const MESH = 'project:lumen-mesh'
  const said = [evidence(MORNING, 1, 'Hello', 'petra-achterberg', 'a-rule')]
  const broken: [why: string, claim: Claim, message: RegExp][] = [
    [
      'an unknown subject',
      claim('project:gone', 'represents', MESH, said),
      /rule a-rule at episode:quay-talks-1, turn 1 .*no entity project:gone/,
    ],
    [
      'an unknown object',
      claim(MESH, 'written_in', 'technology:gone', said),
      /rule a-rule.*no entity technology:gone/,
    ],
    [
      'a wrong domain',
      claim('company:quillsoft', 'represents', MESH, said),
      /rule a-rule.*takes a person as subject/,
    ],
    [
      'a wrong range',
      claim(MESH, 'has_maturity', 'company:quillsoft', said),
      /rule a-rule.*takes a maturity as object/,
    ],
    [
      'a fact of something else',
      claim('company:quillsoft', 'started', '2019', said),
      /rule a-rule.*takes a project/,
    ],
    ['an empty value', claim(MESH, 'started', '', said), /rule a-rule.*empty/],
    ['no evidence', claim('person:petra-achterberg', 'represents', MESH, []), /no words support it/],
    [
      'an unknown predicate',
      claim(MESH, 'toString' as 'about', MESH, said),
      /rule a-rule.*no predicate toString/,
    ],
  ]
  it.each(broken)('refuses a claim with %s, and names the rule', (_, bad, message) => {
    const extraction = morning()
    extraction.claims.push(bad)
    expect(() => build(extraction)).toThrow(message)
  })

  it('refuses a mention of what is no entity, and names the rule', () => {
    const extraction = morning()
    extraction.mentions.push({ entity: 'project:gone', turn: 2, start: 0, end: 1, rule: 'a-rule' })
    expect(() => build(extraction)).toThrow(
      /rule a-rule mentions project:gone at episode:quay-talks-1, turn 2/,
    )
  })

  it('refuses two transcripts of one name', () => {
    const other = morning()
    other.episode.fingerprint = 'another'
    other.episode.file = 'b.txt'
    expect(() => build(morning(), other)).toThrow(/b\.txt and quay-talks-1\.txt.*rename/)
  })

  it('keeps the order of qualifiers out of the key', () => {
    const q: Qualifiers = { status: 'former', since: '2020' }
    const p: Qualifiers = { since: '2020', status: 'former' }
    expect(claimKey('a', 'b', 'c', q)).toBe('a|b|c|since=2020,status=former')
    expect(claimKey('a', 'b', 'c', p)).toBe(claimKey('a', 'b', 'c', q))
  })

  const confidences: [
    why: string,
    turnsAndConfidences: [turn: number, confidence: number][],
    joined: number,
  ][] = [
    ['one claim keeps its own', [[1, 0.7]], 0.7],
    ['even a certain one', [[1, 1]], 1],
    [
      'the doubts of two turns multiply',
      [
        [1, 0.7],
        [3, 0.5],
      ],
      0.85,
    ],
    [
      'two rules on one turn are one witness',
      [
        [1, 0.7],
        [1, 0.5],
      ],
      0.7,
    ],
    [
      'many stop short of certain',
      [
        [0, 0.9],
        [1, 0.9],
        [2, 0.9],
      ],
      0.99,
    ],
  ]
  it.each(confidences)('confidence: %s', (_, given, joined) => {
    const extraction = morning()
    extraction.claims = given.map(([turn, confidence], i) =>
      claim(
        'person:petra-achterberg',
        'represents',
        MESH,
        [{ episode: MORNING.id, turn, start: i, end: i + 1, rule: `rule-${i}` }],
        {},
        confidence,
      ),
    )
    expect(edge(build(extraction), `person:petra-achterberg|represents|${MESH}`).attributes.confidence).toBe(
      joined,
    )
  })
})

describe('serialize', () => {
  it('names every property of the schema', () => {
    const names = new Set<string>()
    const collect = (value: unknown): void => {
      if (!value || typeof value !== 'object') return
      if ('properties' in value) for (const name of Object.keys(value.properties as object)) names.add(name)
      Object.values(value).forEach(collect)
    }
    collect(jsonSchema())
    expect(names.size).toBeGreaterThan(40)
    expect([...names].filter((name) => !KEY_ORDER.includes(name))).toEqual([])
    // `source` of the registry and of an edge is one name; apart from that no name stands twice.
    expect(new Set(KEY_ORDER).size).toBe(KEY_ORDER.length)
  })

  it('loses nothing, and writes one node or edge a line', () => {
    const graph = bothTalks()
    const text = serialize(graph)
    expect(parseGraph(JSON.parse(text))).toEqual(graph)
    const lines = text.split('\n')
    for (const { key } of [...graph.nodes, ...graph.edges])
      expect(lines.filter((line) => line.startsWith(`{"key":"${key}",`))).toHaveLength(1)
    expect(text.endsWith('}\n')).toBe(true)
  })

  it('does not depend on the order of properties', () => {
    const graph = bothTalks()
    const turned = JSON.parse(JSON.stringify(graph), (_, value: unknown) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as Graph
    expect(serialize(turned)).toBe(serialize(graph))
  })
})

// --- whatever is extracted

const turnedAround = (x: Extraction): Extraction => ({
  ...x,
  entities: [...x.entities].reverse(),
  claims: [...x.claims].reverse().map((c) => ({ ...c, evidence: [...c.evidence].reverse() })),
  mentions: [...x.mentions].reverse(),
})

describe('whatever is extracted', () => {
  it('the graph keeps to the schema', () => {
    fc.assert(
      fc.property(several, (list) => {
        const result = GraphFile.safeParse(JSON.parse(serialize(build(...list))))
        expect(result.error?.issues ?? []).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('its bytes do not depend on any order', () => {
    fc.assert(
      fc.property(several, (list) => {
        const other = [...list].reverse().map(turnedAround)
        expect(serialize(build(...other))).toBe(serialize(build(...list)))
      }),
      { numRuns: 60 },
    )
  })

  it('the same transcript twice counts once', () => {
    fc.assert(
      fc.property(extractions, (one) => {
        expect(serialize(build(one, one))).toBe(serialize(build(one)))
        // Also when only the claims come twice.
        const twice = { ...one, claims: [...one.claims, ...one.claims] }
        expect(serialize(build(twice))).toBe(serialize(build(one)))
      }),
      { numRuns: 60 },
    )
  })

  it('says the graph is unchanged by leaving quotes out and building without them', () => {
    fc.assert(
      fc.property(several, (list) => {
        const bare = buildGraph(list, { ...OPTIONS, quotes: false })
        expect(bare.edges.map((e) => e.key)).toEqual(build(...list).edges.map((e) => e.key))
        expect(serialize(bare)).not.toContain('"quote":')
      }),
      { numRuns: 30 },
    )
  })
})
