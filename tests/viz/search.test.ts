import { expect, test } from 'vitest'
import { buildModel } from '../../viz/model/model.ts'
import { buildSearch, matching, nearlyEqual, plain, search } from '../../viz/model/search.ts'
import { fixture } from './fixture.ts'

const { graph } = fixture()
const tide = graph.nodes.find((n) => n.key === 'project:tidewatch')
if (tide && 'surfaces' in tide.attributes) tide.attributes.surfaces.push('Tied Watch')
const index = buildSearch(buildModel(graph))
const first = (query: string): string | undefined => search(index, query)[0]?.node.id

test.each([
  ['keelson', 'project:keelson'],
  ['KEELSON', 'project:keelson'],
  ['keel', 'project:keelson'],
  ['okafor', 'person:ines-okafor'],
  ['project:mosscat', 'project:mosscat'],
  ['keelsn', 'project:keelson'],
  ['kelson', 'project:keelson'],
  ['open telemetry', 'project:opentelemetry'],
  ['  cncf ', 'foundation:cncf'],
  ['castellane', 'person:mei-castellane'],
])('%s finds %s', (query, id) => {
  expect(first(query)).toBe(id)
})

test('what was heard finds what was meant, and says so', () => {
  expect(search(index, 'tied wat')[0]).toMatchObject({ node: { id: 'project:tidewatch' }, via: 'Tied Watch' })
})

test.each(['', '   ', '!?', 'zzzzqqq'])('"%s" finds nothing', (query) => {
  expect(search(index, query)).toEqual([])
})

test('an empty query matches all, which is null, and another only some', () => {
  expect(matching(index, ' ')).toBeNull()
  expect(matching(index, 'zzzzqqq')).toEqual(new Set())
})

test('special characters are plain characters', () => {
  expect(() => search(index, '.*+?^$()|[]{}\\')).not.toThrow()
  expect(plain('Ünïcode—C++')).toBe('unicode c')
})

test.each([
  ['abcd', 'abcd', true],
  ['abcd', 'abd', true],
  ['abcd', 'abxd', true],
  ['abcd', 'acbd', true],
  ['abcd', 'abcde', true],
  ['abcd', 'badc', false],
  ['abcd', 'ab', false],
])('%s and %s nearly equal: %s', (a, b, expected) => {
  expect(nearlyEqual(a, b)).toBe(expected)
  expect(nearlyEqual(b, a)).toBe(expected)
})
