import { expect, test } from 'vitest'
import { indexGraph } from '../../src/lookup.ts'
import { shortestPath } from '../../src/path.ts'
import { buildModel } from '../../viz/model/model.ts'
import { bestFirst, namedTogether, nodesOf, pairsOfPath, pathOf } from '../../viz/model/path.ts'
import { fixture } from './fixture.ts'

const { graph } = fixture()
const model = buildModel(graph)
const index = indexGraph(graph)

test.each([
  ['project:mosscat', 'company:quillon-bank'],
  ['person:dana-whitlock', 'project:git'],
  ['project:keelson', 'project:keelson'],
  ['maturity:sandbox', 'event:harbour-days-2024'],
])('the path from %s to %s is that of the command line', (from, to) => {
  const path = pathOf(model, { from, to })
  expect(path).toEqual(shortestPath(index, from, to))
  const nodes = nodesOf(path)
  expect([nodes[0], nodes.at(-1)]).toEqual([from, to])
  expect(pairsOfPath(path)).toHaveLength(nodes.length - 1)
  for (const key of pairsOfPath(path)) expect(model.pairs.get(key)?.claims.length).toBeGreaterThan(0)
})

test.each([
  ['', 'project:keelson'],
  ['project:keelson', ''],
  ['project:keelson', 'project:nowhere'],
])('from “%s” to “%s” there is none yet', (from, to) => {
  expect(pathOf(model, { from, to })).toBeNull()
  expect(nodesOf(pathOf(model, { from, to }))).toEqual([])
})

test('two are named together where some talk names both', () => {
  expect(namedTogether(model, 'project:helm', 'project:tidewatch')).toEqual(['interview:gangway-12/1'])
  expect(namedTogether(model, 'project:helm', 'technology:zig')).toEqual([])
})

test('the words that say most come first', () => {
  const [one] = graph.edges.flatMap((e) => e.attributes.evidence)
  if (!one) throw new Error('the fixture lost its evidence')
  const short = { ...one, start: 0, end: 5 }
  const long = { ...one, start: 0, end: 90 }
  expect(bestFirst([short, long])).toEqual([long, short])
})
