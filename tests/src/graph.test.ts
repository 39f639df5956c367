import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim, Extraction } from '../../src/claim.ts'
import { buildGraph, claimKey, KEY_ORDER, serialize } from '../../src/graph.ts'
import {
  ENTITY_KINDS,
  type EntityNode,
  FACT_NAMES,
  type GraphEdge,
  GraphFile,
  jsonSchema,
  type NodeKind,
  PREDICATE_NAMES,
  parseGraph,
  predicateSpec,
  type Qualifiers,
} from '../../src/schema.ts'
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

const slugs = fc.constantFrom('one', 'two', 'three')
const qualifiers: fc.Arbitrary<Qualifiers> = fc.record(
  {
    status: fc.constantFrom('current' as const, 'former' as const),
    role: fc.constantFrom('CTO', 'docs'),
    since: fc.constantFrom('2019', '2020-05'),
    polarity: fc.constant('denied' as const),
  },
  { requiredKeys: [] },
)

/** An extraction of one of four episodes in which every claim keeps to the ontology. */
const extractions: fc.Arbitrary<Extraction> = fc.integer({ min: 1, max: 4 }).chain((n) => {
  const id = `episode:talk-${n}`
  const interview = `interview:talk-${n}/1`
  const piece = fc.record(
    {
      episode: fc.constant(id),
      turn: fc.integer({ min: 0, max: 3 }),
      start: fc.integer({ min: 0, max: 5 }),
      end: fc.integer({ min: 5, max: 9 }),
      rule: fc.constantFrom('r1', 'r2'),
      quote: fc.string(),
      speaker: fc.constantFrom('person:one', 'person:two'),
    },
    { requiredKeys: ['episode', 'turn', 'start', 'end', 'rule'] },
  )
  const idOf = (kinds: readonly NodeKind[]): fc.Arbitrary<string> =>
    fc
      .tuple(fc.constantFrom(...kinds), slugs)
      .map(([kind, slug]) => (kind === 'episode' ? id : kind === 'interview' ? interview : `${kind}:${slug}`))
  const common = {
    qualifiers,
    confidence: fc.float({ min: 0, max: 1, noNaN: true }),
    evidence: fc.array(piece, { minLength: 1, maxLength: 3 }),
  }
  const edges = fc
    .constantFrom(...PREDICATE_NAMES)
    .filter((p) => p !== 'mentions')
    .chain((predicate) =>
      fc.record({
        ...common,
        predicate: fc.constant(predicate as Claim['predicate']),
        subject: idOf(predicateSpec(predicate).subject),
        object: idOf(predicateSpec(predicate).object),
      }),
    )
  const facts = fc.record({
    ...common,
    predicate: fc.constantFrom(...FACT_NAMES),
    subject: idOf(['project']),
    object: fc.constantFrom('2018', '100'),
  })
  const entities = ENTITY_KINDS.flatMap((kind) => ['one', 'two', 'three'].map((slug) => ({ kind, slug })))
  return fc.record({
    episode: fc.constant({ id, title: `Talk ${n}`, turns: 4, file: `talk-${n}.txt`, fingerprint: `${n}` }),
    interviews: fc.constant([
      { id: interview, kind: 'interview' as const, label: 'A talk', episode: id, firstTurn: 0, lastTurn: 3 },
    ]),
    entities: fc.tuple(
      ...entities.map(({ kind, slug }) =>
        fc.record(
          {
            id: fc.constant(`${kind}:${slug}`),
            kind: fc.constant(kind),
            label: fc.constantFrom('A', 'B'),
            surfaces: fc.array(fc.constantFrom('A', 'a', 'B')),
            mentions: fc.nat(5),
            confidence: fc.constantFrom(0.5, 0.9),
          },
          { requiredKeys: ['id', 'kind', 'label', 'surfaces', 'mentions'] },
        ),
      ),
    ),
    claims: fc.array(fc.oneof(edges, facts), { maxLength: 12 }),
    mentions: fc.array(
      fc.record(
        {
          entity: idOf(ENTITY_KINDS),
          interview: fc.constant(interview),
          turn: fc.nat(3),
          start: fc.nat(5),
          end: fc.integer({ min: 5, max: 9 }),
          rule: fc.constantFrom('r1', 'r2'),
        },
        { requiredKeys: ['entity', 'turn', 'start', 'end', 'rule'] },
      ),
      { maxLength: 6 },
    ),
  }) as fc.Arbitrary<Extraction>
})
const several = fc.uniqueArray(extractions, { minLength: 1, maxLength: 4, selector: (x) => x.episode.id })
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
