import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ClaimChange,
  type Comparison,
  compareGraphs,
  graphFingerprint,
  unionOf,
} from '../../src/compare.ts'
import { buildGraph, withoutQuotes } from '../../src/graph.ts'
import { type EntityNode, GraphFile, type Qualifiers } from '../../src/schema.ts'
import { several } from './arbitrary.ts'
import { bothTalks } from './fixture.ts'

const OPTIONS = { registry: { source: 'test', date: '2024-01' }, generator: 'test' }
const graphs = several.map((list) => buildGraph(list, OPTIONS))

/** A copy of the two talks, changed. */
function changedTalks(change: (graph: GraphFile) => void): GraphFile {
  const graph = structuredClone(bothTalks())
  change(graph)
  return graph
}

const edge = (graph: GraphFile, key: string): GraphFile['edges'][number] => {
  const found = graph.edges.find((e) => e.key === key)
  if (!found) throw new Error(`no edge ${key}; there are ${graph.edges.map((e) => e.key).join(' ')}`)
  return found
}
const INCUBATING = 'project:lumen-mesh|has_maturity|maturity:incubating|status=current'

const said = ({ change, subject, predicate, object }: ClaimChange): string =>
  `${change} ${subject.id} ${predicate} ${typeof object === 'string' ? object : object.id}`

describe('compareGraphs', () => {
  it.each<
    [
      what: string,
      change: (graph: GraphFile) => void,
      expected: Partial<Record<'claims' | 'entities', string[]>>,
    ]
  >([
    ['nothing', () => undefined, {}],
    [
      'less confidence',
      (g) => {
        edge(g, INCUBATING).attributes.confidence = 0.1
      },
      { claims: ['changed project:lumen-mesh has_maturity maturity:incubating: confidence'] },
    ],
    [
      'another verdict',
      (g) => {
        edge(g, INCUBATING).attributes.verdict = 'conflicts'
      },
      { claims: ['changed project:lumen-mesh has_maturity maturity:incubating: verdict'] },
    ],
    [
      'a date',
      (g) => {
        edge(g, INCUBATING).attributes.qualifiers = { status: 'current', since: '2023-05' }
      },
      { claims: ['changed project:lumen-mesh has_maturity maturity:incubating: qualifiers'] },
    ],
    [
      'other words',
      (g) => {
        const [first] = edge(g, INCUBATING).attributes.evidence
        if (first) first.quote = 'something else'
      },
      { claims: ['changed project:lumen-mesh has_maturity maturity:incubating: quotes'] },
    ],
    [
      'another rule that finds the same words',
      (g) => {
        for (const e of edge(g, INCUBATING).attributes.evidence) e.rule = 'other'
      },
      {},
    ],
    [
      'a claim less',
      (g) => {
        g.edges = g.edges.filter((e) => e.key !== INCUBATING)
      },
      { claims: ['gone project:lumen-mesh has_maturity maturity:incubating: '] },
    ],
    [
      'a mention more',
      (g) => {
        for (const n of g.nodes) if ('mentions' in n.attributes) n.attributes.mentions++
      },
      {},
    ],
    [
      'another name and spelling',
      (g) => {
        const node = g.nodes.find((n) => n.key === 'project:lumen-mesh')?.attributes as EntityNode
        node.label = 'LumenMesh'
        node.surfaces = ['Lumen Mash']
      },
      { entities: ['changed project:lumen-mesh: name,spellings'] },
    ],
    [
      'an entity more',
      (g) => {
        g.nodes.push({
          key: 'project:a',
          attributes: { kind: 'project', label: 'A', surfaces: [], mentions: 1 },
        })
      },
      { entities: ['new project:a: '] },
    ],
  ])('%s', (_, change, expected) => {
    const { entities, claims } = compareGraphs(bothTalks(), changedTalks(change))
    expect(claims.map((c) => `${said(c)}: ${c.differences.map((d) => d.aspect)}`)).toEqual(
      expected.claims ?? [],
    )
    expect(entities.map((e) => `${e.change} ${e.id}: ${e.differences.map((d) => d.aspect)}`)).toEqual(
      expected.entities ?? [],
    )
  })

  it('a fact is a claim', () => {
    const { claims } = compareGraphs(
      bothTalks(),
      changedTalks((g) => {
        for (const { attributes } of g.nodes) if ('facts' in attributes) delete attributes.facts
      }),
    )
    expect(claims.map(said)).toEqual(['gone project:lumen-mesh started 2019'])
    expect(claims[0]?.reads).toBe('started')
  })

  it('of several claims of the same two, those that are qualified alike belong together', () => {
    const saying = (...all: Qualifiers[]): GraphFile =>
      changedTalks((g) => {
        const one = edge(g, INCUBATING)
        g.edges = all.map((qualifiers, i) => ({
          ...one,
          key: `${i}`,
          attributes: { ...one.attributes, qualifiers },
        }))
      })
    const { claims } = compareGraphs(
      saying({ status: 'planned' }, { status: 'current' }),
      saying({ status: 'current', since: '2021' }, { status: 'planned' }, { status: 'former' }),
    )
    expect(claims.map((c) => [c.change, c.before?.qualifiers ?? null, c.after?.qualifiers ?? null])).toEqual([
      ['new', null, { status: 'former' }],
      ['changed', { status: 'current' }, { status: 'current', since: '2021' }],
    ])
  })
})

const turned = (changes: Comparison): Record<string, unknown> => {
  const back = { new: 'gone', gone: 'new', changed: 'changed' } as const
  const differences = (list: Comparison['claims'][number]['differences']) =>
    list.map(({ aspect, before, after }) => ({ aspect, before: after, after: before }))
  return comparable({
    before: changes.after,
    after: changes.before,
    entities: changes.entities.map((e) => ({
      ...e,
      change: back[e.change],
      differences: differences(e.differences),
    })),
    claims: changes.claims.map((c) => ({
      ...c,
      change: back[c.change],
      before: c.after,
      after: c.before,
      differences: differences(c.differences),
    })),
  })
}
/** Labels come from the second graph, and the order follows the direction; neither is a difference. */
function comparable({ before, after, entities, claims }: Comparison): Record<string, unknown> {
  const sorted = (list: readonly unknown[]): string[] => list.map((x) => JSON.stringify(x)).sort()
  return {
    before,
    after,
    entities: sorted(entities.map(({ label: _, ...rest }) => rest)),
    claims: sorted(
      claims.map((c) => ({
        ...c,
        subject: c.subject.id,
        object: typeof c.object === 'string' ? c.object : c.object.id,
      })),
    ),
  }
}

describe('whatever two graphs say', () => {
  it('a graph differs in nothing from itself, nor from itself in another order or without its quotes', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const reversed = { ...graph, nodes: [...graph.nodes].reverse(), edges: [...graph.edges].reverse() }
        for (const other of [graph, reversed, withoutQuotes(graph)]) {
          expect(compareGraphs(graph, other)).toMatchObject({ entities: [], claims: [] })
          expect(graphFingerprint(other)).toHaveLength(16)
        }
        expect(graphFingerprint(withoutQuotes(graph))).toBe(graphFingerprint(graph))
      }),
      { numRuns: 60 },
    )
  })

  it('one way is the other way turned around', () => {
    fc.assert(
      fc.property(graphs, graphs, (a, b) => {
        expect(comparable(compareGraphs(b, a))).toEqual(turned(compareGraphs(a, b)))
      }),
      { numRuns: 100 },
    )
  })

  it('the numbers add up', () => {
    fc.assert(
      fc.property(graphs, graphs, (a, b) => {
        const { before, after, entities, claims } = compareGraphs(a, b)
        const count = (list: readonly { change: string }[], change: string): number =>
          list.filter((x) => x.change === change).length
        expect(before.entities + count(entities, 'new') - count(entities, 'gone')).toBe(after.entities)
        expect(before.claims + count(claims, 'new') - count(claims, 'gone')).toBe(after.claims)
      }),
      { numRuns: 60 },
    )
  })

  it('both together are a graph that lacks nothing of either', () => {
    fc.assert(
      fc.property(graphs, graphs, (a, b) => {
        const comparison = compareGraphs(a, b)
        const { graph: union, changes } = unionOf(a, b, comparison)
        const claims = comparison.claims.filter((c) => typeof c.object !== 'string')
        expect([...changes.values()].sort()).toEqual(claims.map((c) => c.change).sort())
        expect(union.edges.filter((e) => changes.has(e.key))).toHaveLength(changes.size)
        expect(GraphFile.safeParse(JSON.parse(JSON.stringify(union))).error?.issues ?? []).toEqual([])
        expect(new Set(union.edges.map((e) => e.key)).size).toBe(union.edges.length)
        for (const graph of [a, b])
          for (const change of compareGraphs(graph, union).entities) expect(change.change).not.toBe('gone')
        for (const { change } of compareGraphs(a, union).claims.filter((c) => typeof c.object !== 'string'))
          expect(change).not.toBe('gone')
        expect(compareGraphs(b, union).claims.map((c) => c.change)).not.toContain('changed')
      }),
      { numRuns: 60 },
    )
  })
})
