import { describe, expect, test } from 'vitest'
import { buildFacets } from '../../viz/model/facets.ts'
import { visible } from '../../viz/model/filter.ts'
import { buildModel } from '../../viz/model/model.ts'
import {
  linesAt,
  lineWords,
  seenCounts,
  seenEdges,
  sortedEdges,
  sortedNodes,
} from '../../viz/model/outline.ts'
import { permalink } from '../../viz/state/permalink.ts'
import { fromHash } from '../../viz/state/url.ts'
import {
  CLAIM_COLUMNS,
  isOpen,
  LIST_COLUMNS,
  NO_FILTERS,
  openPlace,
  START,
  select,
} from '../../viz/state/view.ts'
import { fixture } from './fixture.ts'

const model = buildModel(fixture().graph)
const all = visible(buildFacets(model), NO_FILTERS)

test('the outline holds just what the picture holds', () => {
  for (const filters of [NO_FILTERS, { ...NO_FILTERS, mentions: true, hiddenKinds: ['person' as const] }]) {
    const shown = visible(buildFacets(model), filters)
    const drawn = [...shown.pairs.values()].flatMap((p) => [...p.claims, ...p.mentions]).map((e) => e.key)
    const told = [...shown.nodes].flatMap((id) => linesAt(model, shown, id)).map((l) => l.edge.key)
    // Each claim stands at both of its ends.
    expect(told.sort()).toEqual([...drawn, ...drawn].sort())
    expect(
      seenEdges(model, shown)
        .map((e) => e.key)
        .sort(),
    ).toEqual(drawn.sort())
    const counts = seenCounts(shown)
    expect([...counts.values()].reduce((sum, n) => sum + n, 0)).toBe(2 * shown.claims)
  }
})

test('a line reads as a sentence from either end', () => {
  const wordsAt = (id: string) => linesAt(model, all, id).map((line) => lineWords(model, id, line))
  expect(wordsAt('project:keelson')).toEqual(
    expect.arrayContaining([
      'Keelson integrates with Tidewatch, 1 quote',
      'Keelson is graduated, current, since 2022, 1 quote',
      'Keelson is represented by Ines Okafor, 1 quote',
    ]),
  )
  expect(wordsAt('project:tidewatch')).toContain('Tidewatch is integrated by Keelson, 1 quote')
})

test('a mention says how often', () => {
  const shown = visible(buildFacets(model), { ...NO_FILTERS, mentions: true })
  const lines = linesAt(model, shown, 'project:keelson').filter(
    (l) => l.edge.attributes.predicate === 'mentions',
  )
  expect(lines.map((l) => `${l.reads}: ${l.quotes}`)).toContain('is mentioned in: 2 times')
})

describe('sorting keeps every row, and turns round', () => {
  const nodes = [...model.nodes.values()]
  const counts = seenCounts(all)
  test.each(LIST_COLUMNS)('entities by %s', (column) => {
    const up = sortedNodes(nodes, counts, { column, descending: false })
    const down = sortedNodes(nodes, counts, { column, descending: true })
    expect(new Set(up)).toEqual(new Set(nodes))
    const key = (i: number, list: typeof nodes) => {
      const n = list.at(i)
      return column === 'kind' ? n?.kind : column === 'claims' ? counts.get(n?.id ?? '') : n && column
    }
    expect(key(0, up)).toBe(key(-1, down))
  })
  test.each(CLAIM_COLUMNS)('claims by %s', (column) => {
    const edges = seenEdges(model, all)
    const up = sortedEdges(model, edges, { column, descending: false })
    expect(new Set(up)).toEqual(new Set(edges))
    if (column === 'confidence') {
      const values = up.map((e) => e.attributes.confidence)
      expect(values).toEqual([...values].sort((x, y) => x - y))
    }
  })
})

test('a link that is passed on shows one thing, without the reader’s filters', () => {
  const state = {
    ...START,
    graph: 'g',
    view: 'who' as const,
    query: 'x',
    filters: { ...NO_FILTERS, sure: 0.5 },
  }
  expect(permalink(state, select('project:keelson'))).toBe('graph=g&node=project:keelson')
  expect(permalink({ ...state, view: 'list' }, select('project:keelson'))).toBe(
    'graph=g&view=list&node=project:keelson',
  )
  const place = { episode: 'episode:a', turn: 3, start: 5, end: 9 }
  expect(fromHash(permalink(state, openPlace(place)))).toMatchObject({ place, panel: 'transcript' })
})

test('what is open is known by either order', () => {
  expect(isOpen({ type: 'node', id: 'a' }, 'a')).toBe(true)
  expect(isOpen({ type: 'node', id: 'a' }, 'a', 'b')).toBe(false)
  expect(isOpen({ type: 'pair', a: 'a', b: 'b' }, 'b', 'a')).toBe(true)
  expect(isOpen({ type: 'pair', a: 'a', b: 'b' }, 'a')).toBe(false)
  expect(isOpen(null, 'a')).toBe(false)
})
