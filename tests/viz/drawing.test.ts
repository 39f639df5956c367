import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LabelBox, placeLabels } from '../../viz/model/labels.ts'
import { layout, startPoint } from '../../viz/model/layout.ts'
import { distance, linesNear } from '../../viz/model/lines.ts'

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
    const [p] = placeLabels([{ id: 'a', x: 100, y: 100, radius: 10, width: 50, height: 12 }], STAGE, 4)
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

describe('lines near the pointer', () => {
  test.each([
    [0, 5, 5],
    [5, 3, 3],
    [-3, 4, 5],
    [13, -4, 5],
  ])('%d,%d is %d from the line', (x, y, d) => {
    expect(distance(x, y, { x1: 0, y1: 0, x2: 10, y2: 0 })).toBe(d)
  })
  test('a line without length is a point', () => {
    expect(distance(3, 4, { x1: 0, y1: 0, x2: 0, y2: 0 })).toBe(5)
  })
  test('the nearest comes first, the far are left out', () => {
    const flat = (key: string, y: number) => ({ key, x1: 0, y1: y, x2: 10, y2: y })
    expect(linesNear(5, 0, [flat('far', 9), flat('b', 3), flat('c', -1), flat('a', 3)])).toEqual([
      'c',
      'a',
      'b',
    ])
  })
})

describe('the layout', () => {
  const nodes = Array.from({ length: 24 }, (_, i) => ({ id: `project:n${i}`, size: 10 + (i % 5) * 3 }))
  const edges = nodes
    .slice(1)
    .map((n, i) => ({ source: n.id, target: `project:n${i >> 1}`, weight: 1 + (i % 3) }))
  const at = layout({ nodes, edges })

  test('is the same for the same data in any order', () => {
    expect(layout({ nodes: [...nodes].reverse(), edges: [...edges].reverse() })).toEqual(at)
  })
  test('lets no two nodes cover each other', () => {
    for (const [i, a] of nodes.entries())
      for (const b of nodes.slice(i + 1)) {
        const [p, q] = [at[a.id], at[b.id]]
        if (!p || !q) throw new Error('a node has no place')
        expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThan(a.size + b.size)
      }
  })
  test.each([
    ['nothing', [], []],
    ['one node', nodes.slice(0, 1), []],
    ['a line to itself', nodes.slice(0, 1), [{ source: 'project:n0', target: 'project:n0', weight: 1 }]],
    ['no lines', nodes.slice(0, 3), []],
  ])('%s has finite places', (_, some, lines) => {
    const places = Object.values(layout({ nodes: some, edges: lines }))
    expect(places).toHaveLength(some.length)
    for (const { x, y } of places) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
  })
  test('starting points lie in the unit disc and differ', () => {
    const points = nodes.map((n) => startPoint(n.id))
    for (const { x, y } of points) expect(Math.hypot(x, y)).toBeLessThanOrEqual(1)
    expect(new Set(points.map((p) => p.x)).size).toBe(points.length)
  })
})
