import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NODE_KINDS } from '../../src/ontology.ts'
import { parseGraph } from '../../src/schema.ts'
import { TEXT_FORMATS } from '../../viz/data/download.ts'
import { buildFacets } from '../../viz/model/facets.ts'
import { visible } from '../../viz/model/filter.ts'
import { buildModel } from '../../viz/model/model.ts'
import { OUTLINES } from '../../viz/model/outlines.ts'
import { fileName, flow, visibleFile } from '../../viz/model/taken.ts'
import { type Filters, NO_FILTERS } from '../../viz/state/view.ts'
import { fixture } from './fixture.ts'

const { graph } = fixture()
const model = buildModel(graph)
const facets = buildFacets(model)

describe('what is visible', () => {
  test.each<[string, Partial<Filters>, string | null]>([
    ['at first', {}, null],
    ['with mentions', { mentions: true, isolated: true }, null],
    ['without people', { hiddenKinds: ['person'] }, null],
    ['around one', {}, 'project:keelson'],
    ['nothing', { hiddenKinds: [...NODE_KINDS] }, null],
  ])('is a whole graph file: %s', (_, filters, focus) => {
    const shown = visible(facets, { ...NO_FILTERS, ...filters }, { focus })
    const part = visibleFile(model, shown)
    expect(() => parseGraph(part)).not.toThrow()
    expect(new Set(part.nodes.map((n) => n.key))).toEqual(shown.nodes)
    expect(part.edges.filter((e) => e.attributes.predicate !== 'mentions')).toHaveLength(shown.claims)
    // In the order of the whole.
    const keys = graph.edges.map((e) => e.key)
    const places = part.edges.map((e) => keys.indexOf(e.key))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    for (const { write } of Object.values(TEXT_FORMATS)) expect(write(part).length).toBeGreaterThan(0)
  })
})

test.each([
  ['sample', '', 'json', 'sample.json'],
  ['file:my graph.json', 'visible', 'gexf', 'my-graph-visible.gexf'],
  ['made:talk.txt+2', '', 'claims.csv', 'talk-2.claims.csv'],
  ['../../etc/passwd', '', 'png', 'etc-passwd.png'],
  ['..', '', 'png', 'graph.png'],
  ['Über "uns" <b>', '', 'json', 'Über-uns-b.json'],
])('%s %s %s is saved as %s', (graphName, part, ending, expected) => {
  expect(fileName(graphName, part, ending)).toBe(expected)
})

test('whatever a graph is called, its file stays in its folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const file = fileName(name, 'visible', 'json')
      expect(file).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._-]*-visible\.json$/u)
      expect(file.length).toBeLessThan(100)
    }),
  )
})

describe('the legend of a picture', () => {
  test('flows in rows that are never too wide, and nothing overlaps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200 })),
        fc.integer({ min: 50, max: 400 }),
        (widths, most) => {
          const { rows, at } = flow(widths, most, 10)
          expect(rows).toBe(at.length === 0 ? 0 : (at.at(-1)?.row ?? 0) + 1)
          for (const [i, { row, x }] of at.entries()) {
            const width = widths[i] ?? 0
            // Only what is wider than a row by itself may reach out of it.
            expect(x === 0 || x + width <= most).toBe(true)
            const next = at[i + 1]
            if (next?.row === row) expect(next.x).toBeGreaterThanOrEqual(x + width + 10)
          }
        },
      ),
    )
  })
  test('has a shape of its own for each kind', () => {
    expect(Object.keys(OUTLINES).sort()).toEqual([...NODE_KINDS].sort())
    expect(new Set(Object.values(OUTLINES)).size).toBe(NODE_KINDS.length)
  })
})
