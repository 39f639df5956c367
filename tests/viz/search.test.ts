import { expect, test } from 'vitest'
import { buildModel } from '../../viz/model/model.ts'
import { findQuotes, foldWords, quotesIn } from '../../viz/model/quoted.ts'
import { buildSearch, matching, plain, search, searchAll } from '../../viz/model/search.ts'
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
  expect(matching(index, 'who represented keelson')).toBeNull()
})

test('special characters are plain characters', () => {
  expect(() => search(index, '.*+?^$()|[]{}\\')).not.toThrow()
  expect(plain('Ünïcode—C++')).toBe('unicode c')
})

test('typos are forgiven in a word of a name, and only where nothing begins with what was typed', () => {
  expect(first('okafro')).toBe('person:ines-okafor')
  expect(first('casttelane')).toBe('person:mei-castellane')
  expect(searchAll(index, 'keelso').every((h) => h.rank < 5)).toBe(true)
  expect(search(index, 'gti')).toEqual([])
})

test('quotes are found by their words, as they stand before any order', () => {
  const quotes = [...quotesIn(buildModel(graph), new Map())]
  const words = (query: string): string[] => findQuotes(quotes, query).map((q) => q.words)
  expect(words('Written in GO and built')).toEqual(
    [
      'It is written in Go and built on Kubernetes and Helm.',
      'It is written in Go and built on BuildKit and OCI.',
      'It is written in Go and built on Kubernetes and OPA.',
    ].sort((x, y) => words('written in go').indexOf(x) - words('written in go').indexOf(y)),
  )
  expect(words('helm written')).toEqual(['It is written in Go and built on Kubernetes and Helm.'])
  expect(words('"helm written"')).toEqual([])
  expect(words('go')).toEqual([])
  expect(new Set(quotes.map((q) => JSON.stringify(q.evidence))).size).toBe(quotes.length)
})

test('a graph without words has quotes where its transcript is at hand', () => {
  const { bare, transcripts } = fixture()
  const model = buildModel(bare)
  expect([...quotesIn(model, new Map())]).toEqual([])
  const docs = new Map(transcripts.map((doc) => [doc.id, doc]))
  expect(findQuotes([...quotesIn(model, docs)], 'kubernetes and helm').length).toBeGreaterThan(0)
})

test.each([
  ['It’s  José', "it's jose"],
  ['PLAIN  text', 'plain text'],
])('%s is compared as %s', (text, folded) => {
  expect(foldWords(text)).toBe(folded)
})
