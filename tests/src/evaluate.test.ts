import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { evaluate, type Gold, GoldError, parseGold } from '../../src/evaluate.ts'
import { claimKey } from '../../src/graph.ts'
import {
  type EntityKind,
  type EntityNode,
  type Evidence,
  FORMAT,
  type GraphFile,
  type InterviewNode,
  isFact,
  type Predicate,
  type Qualifiers,
  VERSION,
} from '../../src/schema.ts'

const EPISODE = 'episode:quay-talks-1'

/** The graph that says exactly what a gold annotation says. */
function perfectGraph(gold: Gold): GraphFile {
  const episode = gold.episode?.id ?? EPISODE
  const nodes: GraphFile['nodes'] = gold.entities.map(({ id, kind, name, surfaces }) => ({
    key: id,
    attributes: {
      kind: kind as EntityKind,
      label: name,
      surfaces: (surfaces ?? []).map((s) => (typeof s === 'string' ? s : s.surface)),
      mentions: 1,
    },
  }))
  for (const { id, first_turn, last_turn } of gold.interviews)
    nodes.push({
      key: `interview:talk/${id}`,
      attributes: { kind: 'interview', label: id, episode, firstTurn: first_turn, lastTurn: last_turn },
    })
  const edges: GraphFile['edges'] = []
  for (const { s, p, o, q, turns } of gold.claims) {
    const evidence: Evidence[] = (turns ?? []).map((turn) => ({
      episode,
      turn,
      start: 0,
      end: 1,
      rule: 'gold',
    }))
    const qualifiers = (q ?? {}) as Qualifiers
    if (isFact(p)) {
      const subject = nodes.find((n) => n.key === s)?.attributes as EntityNode
      subject.facts = [
        ...(subject.facts ?? []),
        { predicate: p, value: o, qualifiers, confidence: 1, evidence },
      ]
    } else
      edges.push({
        key: claimKey(s, p, o, qualifiers),
        source: s,
        target: o,
        attributes: { predicate: p as Predicate, qualifiers, confidence: 1, evidence },
      })
  }
  return {
    attributes: {
      format: FORMAT,
      version: VERSION,
      generator: 'test',
      registry: { source: 'test', date: '2024' },
      quotes: false,
      episodes: [],
    },
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    nodes,
    edges,
  }
}

const gold = parseGold({
  episode: { id: EPISODE },
  interviews: [
    {
      id: '1',
      first_turn: 0,
      last_turn: 9,
      guests: ['person:petra-achterberg'],
      about: ['project:lumen-mesh'],
    },
    { id: '2', first_turn: 10, last_turn: 14, guests: ['person:tomas-bellweather'], about: [] },
  ],
  entities: [
    { id: 'person:petra-achterberg', kind: 'person', name: 'Petra Achterberg', surfaces: ['Petra'] },
    { id: 'person:tomas-bellweather', kind: 'person', name: 'Tomas Bellweather', surfaces: ['Tomas'] },
    {
      id: 'project:lumen-mesh',
      kind: 'project',
      name: 'Lumen Mesh',
      surfaces: ['Lumen Mesh', { surface: 'loom and mesh', turns: [3] }],
    },
    { id: 'project:quayside', kind: 'project', name: 'Quayside', also_ok: ['company'] },
    { id: 'company:tidewater', kind: 'company', name: 'Tidewater', required: false },
    { id: 'maturity:sandbox', kind: 'maturity', name: 'sandbox' },
  ],
  claims: [
    { s: 'person:petra-achterberg', p: 'represents', o: 'project:lumen-mesh', turns: [1] },
    { s: 'person:petra-achterberg', p: 'guest_on', o: 'interview:1', turns: [1] },
    { s: 'person:tomas-bellweather', p: 'represents', o: 'company:tidewater', turns: [10], required: false },
    { s: 'person:petra-achterberg', p: 'hosts', o: 'episode:other-name', turns: [0] },
    {
      s: 'project:lumen-mesh',
      p: 'has_maturity',
      o: 'maturity:sandbox',
      turns: [4],
      q: { status: 'former' },
    },
    { s: 'project:lumen-mesh', p: 'compared_with', o: 'project:quayside', turns: [5] },
    { s: 'project:lumen-mesh', p: 'started', o: 2019, turns: [6] },
    { s: 'project:lumen-mesh', p: 'meets', o: 'every other week', turns: [] },
  ],
})

const edgeOf = (graph: GraphFile, key: string) => {
  const edge = graph.edges.find((e) => e.key.startsWith(key))
  if (!edge) throw new Error(`no edge ${key}`)
  return edge
}
const node = <T>(graph: GraphFile, key: string): T => graph.nodes.find((n) => n.key === key)?.attributes as T
const mesh = (graph: GraphFile): EntityNode => node(graph, 'project:lumen-mesh')
const drop = (graph: GraphFile, key: string): void => {
  graph.edges = graph.edges.filter((e) => !e.key.startsWith(key))
}
const rename = (graph: GraphFile, from: string, to: string): void => {
  for (const n of graph.nodes) if (n.key === from) n.key = to
  for (const e of graph.edges) {
    if (e.source === from) e.source = to
    if (e.target === from) e.target = to
  }
}

describe('evaluate', () => {
  it('gives everything to the graph that says what the gold says', () => {
    const result = evaluate(perfectGraph(gold), gold)
    expect(result).toMatchObject({
      entities: { tp: 5, fp: 0, fn: 0, f1: 1 },
      claims: { tp: 6, fp: 0, fn: 0, f1: 1 },
      kindExact: 1,
      evidencePlaced: 1,
      lookup: 1,
      interviews: { gold: 2, predicted: 2, turnsRight: 1 },
      errors: { missedEntities: [], spuriousEntities: [], missedClaims: [], spuriousClaims: [] },
    })
    // `guest_on` follows from the structure.
    expect(Object.keys(result.claimsByPredicate)).toEqual([
      'compared_with',
      'has_maturity',
      'hosts',
      'meets',
      'represents',
      'started',
    ])
  })

  it('gives nothing to an empty graph', () => {
    const empty = { ...perfectGraph(gold), nodes: [], edges: [] }
    expect(evaluate(empty, gold)).toMatchObject({
      entities: { tp: 0, fp: 0, fn: 5, precision: 1, recall: 0, f1: 0 },
      claims: { tp: 0, fn: 6 },
      // The guest whose only representation is not required is right with none.
      lookup: 0.5,
      interviews: { predicted: 0, turnsRight: 0 },
    })
  })

  const changes: [why: string, change: (graph: GraphFile) => void, expected: object][] = [
    [
      'an entity of another id with the same name is the same, and so are its claims',
      (g) => rename(g, 'project:lumen-mesh', 'project:lumenmesh'),
      { entities: { fp: 0, fn: 0 }, claims: { fp: 0, fn: 0 } },
    ],
    [
      'technology is taken for project, and shows in kindExact',
      (g) => {
        rename(g, 'project:lumen-mesh', 'technology:lumen-mesh')
        node<EntityNode>(g, 'technology:lumen-mesh').kind = 'technology'
      },
      { entities: { fp: 0, fn: 0 }, entitiesByKind: { project: { tp: 2 } }, kindExact: 0.833 },
    ],
    [
      'a kind that the gold accepts is exact',
      (g) => {
        rename(g, 'project:quayside', 'company:quayside')
        node<EntityNode>(g, 'company:quayside').kind = 'company'
      },
      { entities: { fp: 0, fn: 0 }, kindExact: 1 },
    ],
    [
      'a misheard name is found by a surface',
      (g) => {
        rename(g, 'project:lumen-mesh', 'project:loom-and-mesh')
        node<EntityNode>(g, 'project:loom-and-mesh').label = 'loom and mesh'
      },
      { entities: { fp: 0, fn: 0 } },
    ],
    [
      'an entity that is not in the gold counts against',
      (g) =>
        g.nodes.push({ key: 'url:x', attributes: { kind: 'url', label: 'x', surfaces: [], mentions: 1 } }),
      {
        entities: { fp: 1 },
        entitiesByKind: { url: { fp: 1 } },
        errors: { spuriousEntities: [{ id: 'url:x' }] },
      },
    ],
    [
      'what is not required counts neither way',
      (g) => {
        drop(g, 'person:tomas-bellweather|represents')
        g.nodes = g.nodes.filter((n) => n.key !== 'company:tidewater')
      },
      { entities: { tp: 5, fn: 0 }, claims: { tp: 6, fn: 0 }, lookup: 1 },
    ],
    [
      'a wrong status is wrong, except when it is ignored',
      (g) => {
        edgeOf(g, 'project:lumen-mesh|has_maturity').attributes.qualifiers = {}
      },
      {
        claims: { tp: 5, fp: 1, fn: 1 },
        claimsLenient: { tp: 6, fp: 0, fn: 0 },
        errors: { missedClaims: [{ status: 'former' }], spuriousClaims: [{ status: 'current', turns: [4] }] },
      },
    ],
    [
      'a denial is no assertion',
      (g) => {
        edgeOf(g, 'project:lumen-mesh|compared_with').attributes.qualifiers = { polarity: 'denied' }
      },
      {
        claims: { fp: 1, fn: 1 },
        claimsLenient: { fp: 0, fn: 0 },
        errors: { spuriousClaims: [{ denied: true }] },
      },
    ],
    [
      'a comparison holds both ways',
      (g) => {
        const edge = edgeOf(g, 'project:lumen-mesh|compared_with')
        Object.assign(edge, { source: edge.target, target: edge.source })
      },
      { claims: { tp: 6, fp: 0, fn: 0 } },
    ],
    [
      'values are compared by what counts',
      (g) => {
        const facts = mesh(g).facts ?? []
        for (const fact of facts)
          fact.value = fact.predicate === 'started' ? '2019-05' : 'bi-weekly, on Mondays'
      },
      { claims: { tp: 6, fp: 0, fn: 0 } },
    ],
    [
      'a missing representation spoils the lookup of its guest',
      (g) => drop(g, 'person:petra-achterberg|represents'),
      { lookup: 0.5, coreClaims: { fn: 1 }, claimsByPredicate: { represents: { tp: 0, fn: 1, recall: 0 } } },
    ],
    [
      'so does one too many',
      (g) => {
        const edge = structuredClone(edgeOf(g, 'person:petra-achterberg|represents'))
        g.edges.push({ ...edge, target: 'project:quayside' })
      },
      { lookup: 0.5, claims: { fp: 1 } },
    ],
    [
      'evidence may stand a turn away',
      (g) => {
        for (const e of edgeOf(g, 'project:lumen-mesh|has_maturity').attributes.evidence) e.turn = 3
      },
      { evidencePlaced: 1 },
    ],
    [
      'but not two',
      (g) => {
        for (const e of edgeOf(g, 'project:lumen-mesh|has_maturity').attributes.evidence) e.turn = 2
      },
      { evidencePlaced: 0.833 },
    ],
    [
      'turns of an interview that is taken for another are wrong',
      (g) => {
        node<InterviewNode>(g, 'interview:talk/1').lastTurn = 12
        node<InterviewNode>(g, 'interview:talk/2').firstTurn = 13
      },
      { interviews: { turnsRight: 0.8 } },
    ],
  ]
  it.each(changes)('%s', (_, change, expected) => {
    const graph = perfectGraph(gold)
    change(graph)
    expect(evaluate(graph, gold)).toMatchObject(expected)
  })

  it('measures one episode of several', () => {
    const graph = perfectGraph(gold)
    const other = structuredClone(edgeOf(graph, 'person:petra-achterberg|represents'))
    other.target = 'project:quayside'
    for (const e of other.attributes.evidence) e.episode = 'episode:other'
    graph.edges.push(other)
    expect(evaluate(graph, gold).claims.fp).toBe(1)
    expect(evaluate(graph, gold, { episode: EPISODE }).claims.fp).toBe(0)
  })

  it.each([
    [null, /at its top/],
    [
      { interviews: [], entities: [{ id: 'a:b', kind: 'thing', name: 'b' }], claims: [] },
      /at entities\.0\.kind/,
    ],
    [{ interviews: [], entities: [] }, /at claims/],
  ])('refuses %j', (json, message) => {
    expect(() => parseGold(json)).toThrow(GoldError)
    expect(() => parseGold(json)).toThrow(message)
  })
})

// --- the same figures as the script that stands beside a maintainer's checkout

const shared = resolve(import.meta.dirname, '../../../shared')
const script = join(shared, 'score.mjs')
const goldFolder = join(shared, 'gold')
const there = existsSync(script) && existsSync(goldFolder)
const goldFiles = there ? readdirSync(goldFolder).filter((name) => name.endsWith('.gold.json')) : []

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function dice(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const spoil: Record<string, (graph: GraphFile, chance: () => number) => void> = {
  'dropped edges and facts, wrong ids and labels': (graph, chance) => {
    graph.edges = graph.edges.filter(() => chance() > 0.3)
    for (const { attributes: a } of graph.nodes) if ('facts' in a && chance() < 0.5) delete a.facts
    for (const n of [...graph.nodes]) {
      if (!('surfaces' in n.attributes) || chance() > 0.4) continue
      rename(graph, n.key, `${n.key}-x`)
      if (chance() < 0.5) n.attributes.label = n.attributes.surfaces[0] ?? 'nameless'
      if (chance() < 0.3) n.attributes.label += ' (wrong)'
    }
  },
  'changed qualifiers and kinds, moved evidence and interviews, extra nodes and edges': (graph, chance) => {
    for (const edge of graph.edges) {
      if (chance() < 0.3) edge.attributes.qualifiers = { status: 'former' }
      if (chance() < 0.2) edge.attributes.qualifiers = { polarity: 'denied' }
      if (chance() < 0.2) Object.assign(edge, { source: edge.target, target: edge.source })
      for (const e of edge.attributes.evidence) e.turn += Math.floor(chance() * 4) - 1
    }
    const kinds = ['project', 'technology', 'company'] as const
    for (const n of [...graph.nodes]) {
      if ('firstTurn' in n.attributes) {
        n.attributes.firstTurn += Math.floor(chance() * 8)
        n.attributes.lastTurn -= Math.floor(chance() * 8)
      } else if ('surfaces' in n.attributes && chance() < 0.3) {
        const kind = kinds[Math.floor(chance() * kinds.length)] ?? 'project'
        rename(graph, n.key, n.key.replace(/^[a-z]+/, kind))
        n.attributes.kind = kind
      }
      if (chance() < 0.2) {
        const extra = structuredClone(n)
        extra.key += '-extra'
        graph.nodes.push(extra)
      }
    }
    for (const edge of [...graph.edges])
      if (chance() < 0.2)
        graph.edges.push({
          ...edge,
          target: graph.nodes[Math.floor(chance() * graph.nodes.length)]?.key ?? '',
        })
  },
}

describe.skipIf(!there)(`evaluate and ${there ? 'score.mjs' : 'score.mjs (absent: skipped)'}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-evaluate-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const cases = goldFiles.flatMap((name) => Object.keys(spoil).map((how) => ({ name, how })))

  it.concurrent.each(cases)('agree on $name with $how', async ({ name, how }) => {
    const goldPath = join(goldFolder, name)
    const parsed = parseGold(JSON.parse(readFileSync(goldPath, 'utf8')))
    const graph = perfectGraph(parsed)
    spoil[how]?.(graph, dice(name.length + how.length))
    const graphPath = join(folder, `${name}-${how}.json`)
    writeFileSync(graphPath, JSON.stringify(graph))
    const { stdout } = await promisify(execFile)(process.execPath, [script, graphPath, goldPath, '--json'])
    const { errors, ...figures } = evaluate(graph, parsed)
    expect(figures).toEqual(JSON.parse(stdout))
    expect(errors.missedEntities).toHaveLength(figures.entities.fn)
    expect(errors.spuriousEntities).toHaveLength(figures.entities.fp)
    expect(errors.missedClaims).toHaveLength(figures.claims.fn)
    expect(errors.spuriousClaims).toHaveLength(figures.claims.fp)
  })
})
