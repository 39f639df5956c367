import { expect, test } from 'vitest'
import { madeGraph } from '../../bench/view-graph.ts'
import { readAhead } from '../../viz/model/ahead.ts'
import { arrange, layout } from '../../viz/model/layout.ts'
import { placesAhead } from '../../viz/model/makeAhead.ts'
import { buildModel } from '../../viz/model/model.ts'
import { layoutInput } from '../../viz/model/spread.ts'

const graph = madeGraph(120, 300)
const input = layoutInput(buildModel(graph))
const written = placesAhead(graph) ?? ''

test('what was found ahead is, to the bit, what the page would find', () => {
  const read = readAhead(JSON.parse(written), input)
  expect(read?.places).toEqual(layout(input))
  expect(read?.frame).toEqual(arrange(input).scale)
})

test('the same graph gives the same bytes, whatever the order in its file', () => {
  const turned = { ...graph, nodes: [...graph.nodes].reverse() }
  expect(placesAhead(turned)).toBe(written)
})

test.each([
  ['another name', { ids: input.ids.map((id, i) => (i === 3 ? `${id}x` : id)) }],
  ['another size', { sizes: input.sizes.map((size, i) => (i === 3 ? size + 0.01 : size)) }],
  ['another line', { ends: input.ends.map((end, i) => (i === 3 ? (end + 1) % input.ids.length : end)) }],
  ['another weight', { weights: input.weights.map((weight, i) => (i === 3 ? weight + 1 : weight)) }],
])('places of a graph with %s are not taken', (_, change) => {
  expect(readAhead(JSON.parse(written), { ...input, ...change })).toBeNull()
})

test.each([
  null,
  7,
  [],
  {},
  { ...JSON.parse(written), x: [] },
  { ...JSON.parse(written), y: 'far' },
  { ...JSON.parse(written), x: input.ids.map(() => 0.5) },
  { ...JSON.parse(written), frame: { cx: 0 } },
])('what is no such file is not taken', (given) => {
  expect(readAhead(given, input)).toBeNull()
})

test('a large graph is not laid out ahead', () => {
  expect(placesAhead(madeGraph(400, 600))).toBeNull()
})
