import { expect, test } from 'vitest'
import { NODE_KINDS, PREDICATE_NAMES, parseGraph } from '../../src/schema.ts'
import { fixture } from './fixture.ts'

const { graph, bare, transcripts } = fixture()

test('the invented graph obeys the schema, with and without quotes', () => {
  expect(parseGraph(structuredClone(graph)).nodes.length).toBeGreaterThan(60)
  expect(parseGraph(structuredClone(bare)).attributes.quotes).toBe(false)
})

test('it has every kind and predicate', () => {
  expect(new Set(graph.nodes.map((n) => n.attributes.kind))).toEqual(new Set(NODE_KINDS))
  expect(new Set(graph.edges.map((e) => e.attributes.predicate))).toEqual(new Set(PREDICATE_NAMES))
})

test('every quote is the slice of its turn', () => {
  const turns = new Map(transcripts.map((t) => [t.id, t.turns]))
  for (const edge of graph.edges)
    for (const e of edge.attributes.evidence)
      expect(turns.get(e.episode)?.[e.turn]?.text.slice(e.start, e.end)).toBe(e.quote)
})
