import { describe, expect, it } from 'vitest'
import {
  domainError,
  FAMILIES,
  GraphFileError,
  isFact,
  jsonSchema,
  NODE_KINDS,
  PREDICATE_NAMES,
  parseGraph,
  predicateSpec,
} from '../../src/schema.ts'
import { bothTalks } from './fixture.ts'

type Graph = ReturnType<typeof bothTalks>

describe('parseGraph', () => {
  it('reads a graph', () => {
    const graph = bothTalks()
    expect(parseGraph(JSON.parse(JSON.stringify(graph)))).toEqual(graph)
  })

  const change = (edit: (graph: Graph) => void): unknown => {
    const graph = JSON.parse(JSON.stringify(bothTalks())) as Graph
    edit(graph)
    return graph
  }
  const first = <T>(list: readonly T[]): T => list[0] as T
  const broken: [why: string, json: unknown, message: RegExp][] = [
    ['null', null, /no Hallway graph; make one with: hallway extract/],
    ['a list', [], /no Hallway graph/],
    ['another tool’s graph', { attributes: {}, nodes: [], edges: [] }, /no Hallway graph/],
    [
      'another version',
      change((g) => Object.assign(g.attributes, { version: 2 })),
      /version 2.*reads version 1/,
    ],
    ['no nodes', change((g) => Object.assign(g, { nodes: undefined })), /breaks the schema at nodes/],
    ['an unknown property', change((g) => Object.assign(g, { extra: 1 })), /breaks the schema at its top/],
    ['a missing node', change((g) => g.nodes.splice(0, 1)), /there is no node/],
    [
      'a wrong kind',
      change((g) => (first(g.nodes).key = 'project:odd')),
      /node project:odd says it is a company/,
    ],
    [
      'an edge without evidence',
      change((g) => (first(g.edges).attributes.evidence = [])),
      /breaks the schema at edges\.0\.attributes\.evidence/,
    ],
    [
      'a broken domain',
      change((g) => (first(g.edges).attributes.predicate = 'maintains')),
      /maintains takes a person or company as subject/,
    ],
  ]
  it.each(broken)('refuses %s', (_, json, message) => {
    expect(() => parseGraph(json)).toThrow(GraphFileError)
    expect(() => parseGraph(json)).toThrow(message)
  })
})

describe('domainError', () => {
  it.each([
    ['person:a', 'represents', 'project:b', null],
    ['project:a', 'represents', 'project:b', 'represents takes a person as subject, not project:a'],
    ['project:a', 'has_maturity', 'project:b', 'has_maturity takes a maturity as object, not project:b'],
    ['interview:a/1', 'mentions', 'url:b', null],
    ['interview:a/1', 'mentions', 'episode:a', expect.stringContaining('mentions takes a')],
  ] as const)('%s %s %s', (subject, predicate, object, expected) => {
    expect(domainError(subject, predicate, object)).toEqual(expected)
  })
})

describe('the ontology', () => {
  it.each(PREDICATE_NAMES)('%s has kinds, a family and words for both directions', (name) => {
    const spec = predicateSpec(name)
    for (const kind of [...spec.subject, ...spec.object]) expect(NODE_KINDS).toContain(kind)
    expect(FAMILIES).toContain(spec.family)
    expect(spec.reads && spec.reversed).toBeTruthy()
  })

  it('tells facts from predicates, and from what every object has', () => {
    expect(['started', 'meets', 'represents', 'toString'].map(isFact)).toEqual([true, true, false, false])
  })

  it('is published as JSON Schema', () => {
    expect(jsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['attributes', 'options', 'nodes', 'edges'],
    })
  })
})
