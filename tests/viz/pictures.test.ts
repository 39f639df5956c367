import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareGraphs, unionOf } from '../../src/compare.ts'
import { FAMILIES, MATURITY_LEVELS, NODE_KINDS } from '../../src/ontology.ts'
import { captionOf } from '../../viz/export/caption.ts'
import { type Drawing, paintOf, signsOf } from '../../viz/export/drawing.ts'
import { type Caption, toSvg } from '../../viz/export/svg.ts'
import type { Palette, Rgb } from '../../viz/graph/palette.ts'
import { filterWords } from '../../viz/model/described.ts'
import { buildFacets } from '../../viz/model/facets.ts'
import { visible } from '../../viz/model/filter.ts'
import { CHANGE_LINES, CHANGE_SIGNS, marksOf } from '../../viz/model/marks.ts'
import { buildModel } from '../../viz/model/model.ts'
import { PIN, ringArcs } from '../../viz/model/outlines.ts'
import { embedSnippet, withWords, wrapped } from '../../viz/model/taken.ts'
import { NO_FILTERS, START } from '../../viz/state/view.ts'
import { all, forXml, parseXml } from '../src/xml.ts'
import { fixture } from './fixture.ts'

const grey: Rgb = [120, 120, 120]
const each = <T extends string>(names: readonly T[]): Record<T, Rgb> =>
  Object.fromEntries(names.map((name) => [name, grey])) as unknown as Record<T, Rgb>
const palette: Palette = {
  kinds: each(NODE_KINDS),
  families: each(FAMILIES),
  changes: each(['new', 'gone', 'changed']),
  communities: [grey],
  stage: [255, 255, 255],
  ink: [0, 0, 0],
  faint: grey,
  accent: grey,
  font: '"A font", sans-serif',
}
const measure = (text: string): number => text.length * 7
const drawingOf = (label: string, width = 400): Drawing => ({
  width,
  height: 300,
  palette,
  grounds: [
    {
      name: label,
      color: 'rgb(9, 9, 9)',
      opacity: 0.16,
      reach: 20,
      discs: [
        { x: 10, y: 10 },
        { x: 90, y: 90 },
      ],
      bands: [{ x1: 10, y1: 10, x2: 90, y2: 90 }],
    },
  ],
  pins: [{ x: 26, y: 94 }],
  lines: [
    { x1: 10, y1: 10, x2: 90, y2: 90, width: 1.5, paint: { color: 'rgb(1, 2, 3)', opacity: 0.5 } },
    {
      x1: 10,
      y1: 90,
      x2: 90,
      y2: 10,
      width: 2,
      paint: { color: 'rgb(1, 2, 3)', opacity: 1 },
      change: 'gone',
    },
  ],
  nodes: NODE_KINDS.map((kind, i) => ({
    x: 20 + 30 * i,
    y: 100,
    radius: 8,
    kind,
    color: 'rgb(4, 5, 6)',
    outline: 'rgb(7, 8, 9)',
    ...(kind === 'project' ? { maturity: 'incubating' as const, change: 'new' as const } : {}),
  })),
  labels: [{ x: 30, y: 100, text: label, size: 13, weight: 600, color: 'rgb(0, 0, 0)' }],
})
const captionFor = (words: string): Caption => ({
  title: words,
  filters: words,
  notes: [words],
  kinds: NODE_KINDS,
  families: FAMILIES,
  levels: MATURITY_LEVELS,
  changes: ['new', 'gone', 'changed'],
})

describe('a picture as SVG', () => {
  test('has every node, line, label and thing of the legend', () => {
    const { svg, width, height } = toSvg(drawingOf('Keelson'), captionFor('Sample interviews'), measure)
    const document = parseXml(svg.trimEnd())
    expect(document.attributes).toMatchObject({ width: `${width}`, height: `${height}` })
    const texts = all(document, 'text').map((t) => t.text)
    for (const words of [
      'Keelson',
      'Projects',
      'Graduated project',
      'Archived project',
      'Use and comparison',
      'Gone',
    ])
      expect(texts).toContain(words)
    const shapes = all(document, 'path').filter((p) => p.attributes.fill === 'rgb(4, 5, 6)')
    expect(shapes).toHaveLength(NODE_KINDS.length)
    expect(all(document, 'line').filter((l) => l.attributes['stroke-dasharray'] === '7 5')).toHaveLength(2)
    // The ground of a community lies behind everything, and is one thing however its parts overlap.
    const [ground] = all(document, 'g').filter((g) => g.attributes.opacity === '0.16')
    expect(all(ground ?? document, 'circle')).toHaveLength(2)
    expect(all(ground ?? document, 'path')[0]?.attributes).toMatchObject({
      d: 'M10 10L90 90',
      'stroke-width': '22',
    })
    expect(svg.indexOf('opacity="0.16"')).toBeLessThan(svg.indexOf('<line'))
    expect(texts).toContain('Around Keelson')
    // One on the stage, one in the legend.
    expect(all(document, 'path').filter((p) => p.attributes.d === PIN)).toHaveLength(2)
    expect(texts).toContain('Pinned')
    const plain = toSvg({ ...drawingOf('A'), grounds: [], pins: [] }, captionFor('B'), measure).svg
    expect(plain).not.toMatch(/Around|Pinned/)
    expect(svg).not.toContain('NaN')
    // Nothing that a page with a strict policy, or a tool without a network, would miss.
    expect(svg).not.toMatch(/style=|href|<script|url\((?!#stage\))/)
  })

  test('is well-formed, whatever things are called, and says what they are called', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom(
            '</text><script>alert(1)</script>',
            ']]>',
            '&amp;',
            '"\'<>&',
            '\ud800',
            '\u0000\u0008',
          ),
        ),
        (words) => {
          const document = parseXml(toSvg(drawingOf(words), captionFor(words), measure).svg.trimEnd())
          expect(all(document, 'title')[0]?.text).toBe(forXml(words))
          expect(all(document, 'text').map((t) => t.text)).toContain(forXml(words))
          expect(all(document, 'script')).toEqual([])
        },
      ),
    )
  })

  test('has room for its caption, however narrow the stage', () => {
    const narrow = toSvg(drawingOf('x', 100), captionFor('a long title '.repeat(20)), measure)
    expect(narrow.width).toBe(320)
    for (const { attributes, text } of all(parseXml(narrow.svg.trimEnd()), 'text'))
      if (text.startsWith('a long')) expect(Number(attributes.x) + measure(text)).toBeLessThanOrEqual(300)
  })
})

test.each([
  ['rgba(50, 0, 0, 0.5)', { color: 'rgb(100, 0, 0)', opacity: 0.5 }],
  ['rgb(1, 2, 3)', { color: 'rgb(1, 2, 3)', opacity: 1 }],
  ['rgba(0, 0, 0, 0)', { color: 'rgb(0, 0, 0)', opacity: 0 }],
  ['#abc', { color: '#abc', opacity: 1 }],
])('the paint of %s', (blended, paint) => {
  expect(paintOf(blended)).toEqual(paint)
})

test('each level has a ring of its own, and each change a line and a sign', () => {
  expect(new Set(MATURITY_LEVELS.map((l) => JSON.stringify(ringArcs(l)))).size).toBe(MATURITY_LEVELS.length)
  for (const styles of [CHANGE_LINES, CHANGE_SIGNS])
    expect(new Set(Object.values(styles).map(String)).size).toBe(3)
})

test('signs stand on what has changed, unless there are too many lines or they are dimmed', () => {
  const drawing = drawingOf('x')
  expect(signsOf(drawing).map((s) => s.change)).toEqual(['gone', 'new'])
  const [, gone] = drawing.lines
  if (!gone) throw new Error('no line')
  expect(signsOf({ ...drawing, lines: Array.from({ length: 200 }, () => gone) })).toHaveLength(1)
  expect(signsOf({ ...drawing, lines: [{ ...gone, paint: { ...gone.paint, opacity: 0.1 } }] })).toHaveLength(
    1,
  )
})

const { graph, bare, transcripts } = fixture()
const model = buildModel(graph)

describe('what is written around a picture', () => {
  test('tells what there is to see and nothing else', () => {
    const shown = visible(buildFacets(model), { ...NO_FILTERS, hiddenKinds: ['person'] })
    const caption = captionOf(
      { model, title: 'A' },
      shown,
      { ...START, filters: { ...NO_FILTERS, hiddenKinds: ['person'] } },
      null,
    )
    expect(caption.filters).toBe('Without people.')
    expect(caption.kinds).not.toContain('person')
    expect(caption.changes).toEqual([])
    expect(caption.notes.join(' ')).toMatch(/^\d+ entities, \d+ claims .* data [0-9a-f]{16}$/)
  })
  test.each([
    [{}, ''],
    [{ focus: 'project:keelson', query: 'helm' }, 'Only Keelson and its neighbours; “helm” is lit.'],
    [{ focus: 'project:unknown' }, ''],
    [{ focus: 'project:keelson', hops: 2 as const }, 'Only Keelson and what is within 2 lines of it.'],
    [
      {
        filters: {
          ...NO_FILTERS,
          hiddenLevels: ['none' as const],
          speakers: ['person:vera'],
          since: '2024-01',
        },
      },
      'Without projects without a level; words of person:vera; recorded since 2024-01.',
    ],
    [
      { filters: { ...NO_FILTERS, hiddenPredicates: ['built_on' as const], sure: 0.7, mentions: true } },
      'Without claims that say: built on; claims with a confidence of 0.7 or more; with mentions.',
    ],
  ])('%j is “%s”', (change, words) => {
    expect(filterWords({ ...START, ...change }, model)).toBe(words)
  })
})

describe('the marks of a comparison', () => {
  test('lie on both graphs as one', () => {
    const later = structuredClone(graph)
    const gone = later.edges.find((e) => e.attributes.predicate === 'built_on')
    later.edges = later.edges.filter((e) => e !== gone)
    const [first] = later.edges.filter((e) => e.attributes.predicate === 'has_maturity')
    if (!gone || !first) throw new Error('the fixture lacks claims')
    first.attributes.confidence = 0.01
    const comparison = compareGraphs(graph, later)
    const { graph: both, changes } = unionOf(graph, later, comparison)
    const marks = marksOf(comparison, buildModel(both), changes)
    expect([...marks.claims.entries()].sort()).toEqual(
      [
        [gone.key, 'gone'],
        [first.key, 'changed'],
      ].sort(),
    )
    expect(marks.pairs.size).toBe(2)
    expect(marks.nodes.size).toBe(0)
  })
})

describe('words', () => {
  test('are put back into a graph without them, as far as the transcripts are at hand', () => {
    const byId = new Map(transcripts.map((t) => [t.id, t]))
    expect(withWords(bare, byId)).toEqual(graph)
    expect(withWords(graph, byId)).toBe(graph)
    const [one] = transcripts
    const changed = new Map(one ? [[one.id, { ...one, fingerprint: '0' }]] : [])
    expect(withWords(bare, changed)).toEqual(bare)
  })
  test('break into lines that fit', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 20 }), (text, most) => {
        const lines = wrapped(text, most, (t) => t.length)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(most)
      }),
    )
  })
  test('of a title stay words in the lines to embed', () => {
    const snippet = embedSnippet('https://a.example/#q="x&y=1', '"><script>alert(1)</script>')
    expect(snippet).toMatch(/^<iframe src="[^"<>]*" title="[^"<>]*" [^<>]*><\/iframe>$/)
  })
})
