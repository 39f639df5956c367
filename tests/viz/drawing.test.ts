import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { madeGraph } from '../../bench/view-graph.ts'
import { NODE_KINDS, PREDICATE_NAMES } from '../../src/ontology.ts'
import { parseGraph } from '../../src/schema.ts'
import { groundsOf } from '../../viz/graph/bubbles.ts'
import { addDifference, seenRows } from '../../viz/model/changes.ts'
import { communities } from '../../viz/model/communities.ts'
import { discAt } from '../../viz/model/discs.ts'
import { buildFacets } from '../../viz/model/facets.ts'
import { type Visible, visible } from '../../viz/model/filter.ts'
import { type LabelBox, placeLabels } from '../../viz/model/labels.ts'
import { arrange, type LayoutInput, layout, startPoint } from '../../viz/model/layout.ts'
import { distance, linesNear } from '../../viz/model/lines.ts'
import { buildModel } from '../../viz/model/model.ts'
import { layoutInput } from '../../viz/model/spread.ts'
import { NO_FILTERS } from '../../viz/state/view.ts'
import { fixture } from './fixture.ts'

const STAGE = { width: 500, height: 400 }
const wish = fc.record({
  x: fc.integer({ min: 0, max: 500 }),
  y: fc.integer({ min: 0, max: 400 }),
  radius: fc.integer({ min: 2, max: 25 }),
  width: fc.integer({ min: 10, max: 150 }),
  height: fc.integer({ min: 10, max: 20 }),
  always: fc.boolean(),
})
const overlap = (p: LabelBox, q: LabelBox): boolean =>
  p.x < q.x + q.width && q.x < p.x + p.width && p.y < q.y + q.height && q.y < p.y + p.height

describe('labels', () => {
  test('never overlap, never leave the stage, and are drawn once', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 60 }), (list) => {
        const placed = placeLabels(
          list.map((w, i) => ({ ...w, id: String(i) })),
          STAGE,
        )
        expect(new Set(placed.map((p) => p.id)).size).toBe(placed.length)
        for (const [i, p] of placed.entries()) {
          expect(p.x).toBeGreaterThanOrEqual(0)
          expect(p.x + p.width).toBeLessThanOrEqual(STAGE.width)
          expect(p.y).toBeGreaterThanOrEqual(0)
          expect(p.y + p.height).toBeLessThanOrEqual(STAGE.height)
          for (const q of placed.slice(i + 1)) expect(overlap(p, q)).toBe(false)
        }
      }),
    )
  })
  test('the first in line always gets one, if it is asked for', () => {
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 30 }), (list) => {
        const wishes = list.map((w, i) => ({ ...w, id: String(i), always: i === 0 }))
        expect(placeLabels(wishes, STAGE)[0]?.id).toBe('0')
      }),
    )
  })
  test('a lone label stands to the right of its node', () => {
    const [p] = placeLabels([{ id: 'a', x: 100, y: 100, radius: 10, width: 50, height: 12 }], STAGE)
    expect(p).toEqual({ id: 'a', x: 114, y: 94, width: 50, height: 12 })
  })
  test('a label gives way to the node beside it', () => {
    const placed = placeLabels(
      [
        { id: 'a', x: 100, y: 100, radius: 10, width: 50, height: 12 },
        { id: 'b', x: 130, y: 100, radius: 10, width: 50, height: 12 },
      ],
      STAGE,
    )
    expect(placed.find((p) => p.id === 'a')?.x).toBeLessThan(100)
  })
})

describe('labels of lines and around what lies over the stage', () => {
  const line = { id: 'a b', x: 0, y: 200, to: { x: 400, y: 200 }, radius: 0, width: 60, height: 12 }
  test('a line has its label on its middle', () => {
    expect(placeLabels([line], STAGE)).toEqual([{ id: 'a b', x: 170, y: 194, width: 60, height: 12 }])
  })
  test('or beside it, where a node is in the way', () => {
    const [, label] = placeLabels(
      [{ id: 'n', x: 200, y: 200, radius: 12, width: 20, height: 12 }, line],
      STAGE,
    )
    expect(label?.id).toBe('a b')
    expect(Math.abs((label?.x ?? 0) + 30 - 200)).toBeGreaterThan(30)
  })
  test('no label lies under what covers the stage', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (list) => {
        const box = { x: 300, y: 200, width: 200, height: 200 }
        const wishes = list.map((w, i) => ({ ...w, id: String(i) }))
        for (const p of placeLabels(wishes, STAGE, { taken: [box] })) expect(overlap(p, box)).toBe(false)
      }),
    )
  })
  test('there are no more than are asked for', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ ...line, id: String(i), y: i * 13, to: undefined }))
    expect(
      placeLabels(
        many.map(({ to: _, ...w }) => w),
        STAGE,
        { most: 4 },
      ),
    ).toHaveLength(4)
  })
})

describe('lines near the pointer', () => {
  test.each([
    [0, 5, 5],
    [5, 3, 3],
    [-3, 4, 5],
    [13, -4, 5],
  ])('%d,%d is %d from the line', (x, y, d) => {
    expect(distance(x, y, 0, 0, 10, 0)).toBe(d)
  })
  test('a line without length is a point', () => {
    expect(distance(3, 4, 0, 0, 0, 0)).toBe(5)
  })
  test('the nearest comes first; the far and the hidden are left out', () => {
    // Four flat lines, ten long, at these heights.
    const heights = [9, 3, -1, 3, 0]
    const lines = {
      x: heights.flatMap(() => [0, 10]),
      y: heights.flatMap((y) => [y, y]),
      from: heights.map((_, i) => 2 * i),
      to: heights.map((_, i) => 2 * i + 1),
      shown: [1, 1, 1, 1, 0],
    }
    expect(linesNear(5, 0, lines, 6)).toEqual([2, 1, 3])
    expect(linesNear(17, 0, lines, 6)).toEqual([])
  })
})

describe('the layout', () => {
  const ids = Array.from({ length: 24 }, (_, i) => `project:n${String(i).padStart(2, '0')}`)
  const input: LayoutInput = {
    ids,
    sizes: Float32Array.from(ids, (_, i) => 10 + (i % 5) * 3),
    ends: Uint32Array.from(ids.slice(1).flatMap((_, i) => [i + 1, i >> 1])),
    weights: Float32Array.from(ids.slice(1), (_, i) => 1 + (i % 3)),
  }
  const none = { ends: new Uint32Array(), weights: new Float32Array() }
  const at = layout(input)

  test('is the same for the same graph, whatever the order of its file', () => {
    const { graph } = fixture(3)
    const turned = { ...graph, nodes: [...graph.nodes].reverse(), edges: [...graph.edges].reverse() }
    expect(layout(layoutInput(buildModel(turned)))).toEqual(layout(layoutInput(buildModel(graph))))
  })
  test('lets no two nodes cover each other', () => {
    for (let i = 0; i < ids.length; i++)
      for (let j = 0; j < i; j++) {
        const apart = Math.hypot((at.x[i] ?? 0) - (at.x[j] ?? 0), (at.y[i] ?? 0) - (at.y[j] ?? 0))
        expect(apart).toBeGreaterThan((input.sizes[i] ?? 0) + (input.sizes[j] ?? 0))
      }
  })
  test.each([
    ['nothing', 0, []],
    ['one node', 1, []],
    ['a line to itself', 1, [0, 0]],
    ['no lines', 3, []],
  ])('%s has finite places', (_, order, ends) => {
    const some = {
      ids: ids.slice(0, order),
      sizes: input.sizes.slice(0, order),
      ends: Uint32Array.from(ends),
      weights: new Float32Array(ends.length / 2).fill(1),
    }
    const places = layout(some)
    expect(places.x).toHaveLength(order)
    for (const n of [...places.x, ...places.y]) expect(Number.isFinite(n)).toBe(true)
  })
  test('starting points lie in the unit disc and differ', () => {
    const points = ids.map((id) => startPoint(id))
    for (const { x, y } of points) expect(Math.hypot(x, y)).toBeLessThanOrEqual(1)
    expect(new Set(points.map((p) => p.x)).size).toBe(points.length)
  })
  test('goes on from where things lie: the pinned stay, the rest follows', () => {
    const arrangement = arrange(input)
    const from = arrangement.places(true)
    from.x[0] = 480
    from.y[0] = -450
    arrangement.resume(from, new Set([0]), arrangement.scale)
    const still = arrangement.places(false)
    for (let i = 0; i < ids.length; i++) {
      expect(still.x[i]).toBeCloseTo(from.x[i] ?? 0, 0)
      expect(still.y[i]).toBeCloseTo(from.y[i] ?? 0, 0)
    }
    expect(arrangement.step(200)).toBeGreaterThanOrEqual(0)
    const after = arrangement.places(true)
    expect(after.x[0]).toBeCloseTo(480, 0)
    expect(after.y[0]).toBeCloseTo(-450, 0)
    // What hangs on the pinned node has come after it.
    const distance = (p: typeof from): number =>
      Math.hypot((p.x[1] ?? 0) - (p.x[0] ?? 0), (p.y[1] ?? 0) - (p.y[0] ?? 0))
    expect(distance(after)).toBeLessThan(distance(from))
  })
  test('comes to rest', () => {
    const arrangement = arrange({ ...input, ...none, ids: ids.slice(0, 2) })
    const early = arrangement.step(1)
    expect(arrangement.step(2000)).toBeLessThanOrEqual(Math.max(early, 0.02))
  })
})

describe('communities', () => {
  // Two rings of six, joined by one line, and a lone node.
  const ids = Array.from({ length: 13 }, (_, i) => `project:n${String(i).padStart(2, '0')}`)
  const ring = (start: number): number[] =>
    Array.from({ length: 6 }, (_, i) => [
      start + i,
      start + ((i + 1) % 6),
      start + i,
      start + ((i + 2) % 6),
    ]).flat()
  const ends = Uint32Array.from([...ring(0), ...ring(6), 0, 6])
  const input = { ids, ends, weights: new Float32Array(ends.length / 2).fill(1) }
  test('are those that are linked among themselves; the lone belong to none', () => {
    expect(communities(input)).toEqual([
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10, 11],
    ])
  })
  test('are the same every time', () => {
    const { ids, ends, weights } = layoutInput(buildModel(madeGraph(400, 1200)))
    const once = communities({ ids, ends, weights })
    expect(once.length).toBeGreaterThan(1)
    expect(communities({ ids, ends, weights })).toEqual(once)
  })
  test('have grounds with a disc for each member and a band for each line among them that is seen', () => {
    const at = { left: 10, top: 20, across: 100, down: 200 }
    const grounds = groundsOf(at, {
      bubbles: [
        { name: 'A', rows: [0, 1], colour: [1, 2, 3] },
        { name: 'B', rows: [2, 3], colour: [4, 5, 6] },
      ],
      x: Float32Array.from([0, 1, 0, 1, 0.5]),
      y: Float32Array.from([0, 0, 1, 1, 0.5]),
      from: Uint32Array.from([0, 2, 1, 4, 0]),
      to: Uint32Array.from([1, 3, 2, 4, 1]),
      seenPair: Uint8Array.from([1, 0, 1, 1, 0]),
      reach: 15,
    })
    expect(grounds.map(({ name, color, reach }) => [name, color, reach])).toEqual([
      ['A', 'rgb(1, 2, 3)', 15],
      ['B', 'rgb(4, 5, 6)', 15],
    ])
    expect(grounds[1]?.discs).toEqual([
      { x: 10, y: 220 },
      { x: 110, y: 220 },
    ])
    expect(grounds.map((g) => g.bands)).toEqual([[{ x1: 10, y1: 20, x2: 110, y2: 20 }], []])
  })
  test.each([0, 1, 3])('there are none among %d nodes without lines', (order) => {
    expect(
      communities({ ids: ids.slice(0, order), ends: new Uint32Array(), weights: new Float32Array() }),
    ).toEqual([])
  })
})

describe('what is painted again', () => {
  const { graph } = fixture()
  const model = buildModel(graph)
  const facets = buildFacets(model)
  const all = visible(facets, NO_FILTERS)
  const nodes = [...model.nodes.values()]
  const pairs = [...model.pairs.values()]
  /** What has to be painted when one thing is seen after the other. */
  const change = (before: Visible, after: Visible): { some: Set<string>; lines: Set<string> } => {
    const [some, lines] = [new Set<string>(), new Set<string>()]
    const rows = seenRows(nodes, pairs)
    rows.follow(before, new Set(), new Set())
    rows.follow(after, some, lines)
    return { some, lines }
  }
  test('nothing, when nothing changes', () => {
    const { some, lines } = change(all, visible(facets, NO_FILTERS))
    expect([...some, ...lines]).toEqual([])
  })
  test('what a filter takes away, and what changes its width or colour by it', () => {
    const fewer = visible(facets, { ...NO_FILTERS, hiddenPredicates: ['works_at'] })
    const { some, lines } = change(all, fewer)
    expect(some.size).toBe(all.nodes.size - fewer.nodes.size)
    for (const [key, pair] of all.pairs) {
      const affected = pair.claims.some((c) => c.attributes.predicate === 'works_at')
      expect(lines.has(key), key).toBe(affected)
    }
    expect(lines.size).toBeGreaterThan(0)
    expect(lines.size).toBeLessThan(all.pairs.size / 2)
  })
  test('after any row of filters, what is kept in rows is what is visible, and what is not painted looks the same', () => {
    const filters = fc.record({
      hiddenKinds: fc.subarray([...NODE_KINDS], { maxLength: 3 }),
      hiddenPredicates: fc.subarray([...PREDICATE_NAMES], { maxLength: 3 }),
      sure: fc.constantFrom(0, 0.75, 0.9),
      mentions: fc.boolean(),
      isolated: fc.boolean(),
    })
    const looks = (v: Visible | null, key: string): string | undefined => {
      const pair = v?.pairs.get(key)
      return pair && `${pair.claims.length} ${pair.family}`
    }
    fc.assert(
      fc.property(fc.array(filters, { minLength: 2, maxLength: 5 }), (steps) => {
        const rows = seenRows(nodes, pairs)
        let before: Visible | null = null
        for (const step of steps) {
          const now = visible(facets, { ...NO_FILTERS, ...step })
          const [some, lines] = [new Set<string>(), new Set<string>()]
          rows.follow(now, some, lines)
          const last = before
          expect([...rows.seen]).toEqual(nodes.map(({ id }) => Number(now.nodes.has(id))))
          expect([...rows.seenPair]).toEqual(pairs.map(({ key }) => Number(now.pairs.has(key))))
          const came = nodes.filter(({ id }) => (last?.nodes.has(id) ?? false) !== now.nodes.has(id))
          expect([...some]).toEqual(came.map(({ id }) => id))
          const altered = pairs.filter(({ key }) => looks(last, key) !== looks(now, key))
          expect([...lines]).toEqual(altered.map(({ key }) => key))
          before = now
        }
      }),
    )
  })
  test('what is in one set and not in the other', () => {
    const out = new Set<string>()
    addDifference(out, new Set(['a', 'b']), new Set(['b', 'c']))
    expect([...out].sort()).toEqual(['a', 'c'])
  })
})

test('the graph that the viewer is measured with is a valid one, and the same every time', () => {
  const made = madeGraph(300, 900)
  expect(parseGraph(JSON.parse(JSON.stringify(made))).edges).toHaveLength(900)
  expect(madeGraph(300, 900)).toEqual(made)
  expect(buildModel(made).pairs.size).toBe(900)
})

test('the node under the pointer is the one that is drawn last of those it lies on', () => {
  const disc = fc.record({
    x: fc.integer({ min: 0, max: 40 }),
    y: fc.integer({ min: 0, max: 40 }),
    size: fc.integer({ min: 1, max: 12 }),
    shown: fc.boolean(),
  })
  const place = fc.integer({ min: -5, max: 45 })
  fc.assert(
    fc.property(
      fc.array(disc, { maxLength: 20 }),
      place,
      place,
      fc.constantFrom(0, 2),
      (discs, px, py, reach) => {
        const on = discs.map((d) => d.shown && Math.hypot(d.x - px, d.y - py) <= d.size * 0.5 + reach)
        const rows = {
          x: Float32Array.from(discs, (d) => d.x),
          y: Float32Array.from(discs, (d) => d.y),
          size: Float32Array.from(discs, (d) => d.size),
          shown: discs.map((d) => Number(d.shown)),
        }
        expect(discAt(px, py, rows, 0.5, reach)).toBe(on.lastIndexOf(true))
      },
    ),
  )
})
