import { describe, expect, test } from 'vitest'
import { withVerdicts } from '../../src/check.ts'
import type { GraphEdge, GraphFile, Qualifiers, RegistryRecord } from '../../src/schema.ts'
import { checkedRows, sortedChecked } from '../../viz/model/checked.ts'
import { contradictions } from '../../viz/model/contradictions.ts'
import { buildFacets } from '../../viz/model/facets.ts'
import { visible } from '../../viz/model/filter.ts'
import { judged, witnessLines } from '../../viz/model/judged.ts'
import { buildModel } from '../../viz/model/model.ts'
import { rowsFor, ticks, timeline, yearOf } from '../../viz/model/timeline.ts'
import { NO_FILTERS } from '../../viz/state/view.ts'

const RECORD: RegistryRecord = {
  maturity: [
    { level: 'incubating', since: '2020-05-04' },
    { level: 'graduated', since: '2022-12-06' },
  ],
  foundation: 'foundation:cncf',
}

interface Said {
  episode: 'old' | 'new' | 'undated'
  qualifiers?: Qualifiers
}

/** A claim that Keelson is at a level, made once in each of these episodes. */
const level = (name: string, qualifiers: Qualifiers, ...episodes: Said['episode'][]): GraphEdge => ({
  key: `${name} ${JSON.stringify(qualifiers)}`,
  source: 'project:keelson',
  target: `maturity:${name}`,
  attributes: {
    predicate: 'has_maturity',
    qualifiers,
    confidence: 0.9,
    evidence: episodes.map((e, i) => ({ episode: `episode:${e}`, turn: i, start: 0, end: 5, rule: 'r' })),
  },
})

const other = (key: string, qualifiers: Qualifiers, target = 'project:helm'): GraphEdge => ({
  ...level('x', qualifiers, 'new'),
  key,
  target,
  attributes: { ...level('x', qualifiers, 'new').attributes, predicate: 'built_on' },
})

function modelOf(
  edges: GraphEdge[],
  started: [string, Qualifiers?][] = [],
  record: RegistryRecord | null = RECORD,
) {
  const node = (key: string) => ({
    key,
    attributes: {
      kind: key.slice(0, key.indexOf(':')) as 'project',
      label: key.slice(key.indexOf(':') + 1),
      surfaces: [],
      mentions: 1,
      ...(key === 'project:keelson' && record ? { record } : {}),
      ...(key === 'project:keelson'
        ? {
            facts: started.map(([value, qualifiers = {}]) => ({
              predicate: 'started' as const,
              value,
              qualifiers,
              confidence: 0.8,
              evidence: [{ episode: 'episode:new', turn: 1, start: 0, end: 5, rule: 'r' }],
            })),
          }
        : {}),
    },
  })
  const episode = (id: string, date?: string) => ({
    id: `episode:${id}`,
    title: id,
    ...(date ? { date } : {}),
    turns: 9,
    file: `${id}.txt`,
    fingerprint: id,
  })
  const file: GraphFile = {
    attributes: {
      format: 'hallway-graph',
      version: 1,
      generator: 'test',
      registry: { source: 'CNCF Landscape', date: '2026-01-01' },
      quotes: false,
      episodes: [episode('old', '2021-03'), episode('new', '2024-05'), episode('undated')],
    },
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    nodes: [...new Set(['project:keelson', ...edges.map((e) => e.target)])].map(node),
    edges,
  }
  return buildModel(withVerdicts(file))
}

describe('a claim against the record', () => {
  test('is judged at the date of each episode', () => {
    const model = modelOf([level('incubating', {}, 'old', 'new', 'undated')])
    const [edge] = model.claims
    if (!edge) throw new Error('no claim')
    expect(judged(model, edge).map(({ episode, date, verdict }) => [episode, date, verdict])).toEqual([
      ['episode:old', '2021-03', 'agrees'],
      ['episode:new', '2024-05', 'conflicts'],
      ['episode:undated', undefined, 'unrecorded'],
    ])
    expect(witnessLines(judged(model, edge))).toEqual([
      { verdict: 'agrees', about: '', dates: ['2021-03'] },
      { verdict: 'conflicts', about: '', dates: ['2024-05'] },
      { verdict: 'unrecorded', about: '', dates: [] },
    ])
  })
  test('has a line of its own for the date it gives', () => {
    const model = modelOf([level('graduated', { since: '2019' }, 'new')])
    const [edge] = model.claims
    if (!edge) throw new Error('no claim')
    expect(witnessLines(judged(model, edge))).toEqual([
      { verdict: 'agrees', about: '', dates: ['2024-05'] },
      { verdict: 'conflicts', about: 'since 2019', dates: [] },
    ])
  })
  test('is not judged where the record does not speak of such claims', () => {
    const model = modelOf([other('a', {})])
    expect(model.claims.flatMap((e) => judged(model, e))).toEqual([])
  })
})

describe('the table of verdicts', () => {
  const model = modelOf([
    level('incubating', {}, 'old', 'new'),
    level('graduated', {}, 'new'),
    other('a', {}),
  ])
  const rows = checkedRows(model, visible(buildFacets(model), NO_FILTERS))
  test('has a row for each claim and episode that can be checked', () => {
    expect(rows.map((r) => r.key)).toEqual([
      'incubating {} episode:old',
      'incubating {} episode:new',
      'graduated {} episode:new',
    ])
  })
  test('follows the filters', () => {
    const shown = visible(buildFacets(model), { ...NO_FILTERS, hiddenStandings: ['conflicts'] })
    expect(checkedRows(model, shown).map((r) => r.key)).toEqual(['graduated {} episode:new'])
  })
  test.each([
    ['verdict', false, ['conflicts', 'agrees', 'agrees']],
    ['verdict', true, ['agrees', 'agrees', 'conflicts']],
    ['date', false, ['agrees', 'conflicts', 'agrees']],
    ['claim', false, ['agrees', 'agrees', 'conflicts']],
    ['speaker', true, ['agrees', 'conflicts', 'agrees']],
  ] as const)('by %s, descending: %s', (column, descending, verdicts) => {
    expect(sortedChecked(model, rows, { column, descending }).map((r) => r.judged.verdict)).toEqual(verdicts)
  })
})

describe('contradictions', () => {
  test.each<[string, GraphEdge[], [string, string, string][]]>([
    [
      'two levels in one episode',
      [level('sandbox', {}, 'new'), level('incubating', { status: 'current' }, 'new')],
      [['level', 'sandbox', 'incubating']],
    ],
    ['a higher level later on is none', [level('sandbox', {}, 'old'), level('incubating', {}, 'new')], []],
    [
      'a lower level later on',
      [level('graduated', {}, 'old'), level('incubating', {}, 'new')],
      [['level', 'graduated', 'incubating']],
    ],
    ['archived may follow anything', [level('graduated', {}, 'old'), level('archived', {}, 'new')], []],
    ['nobody knows when', [level('graduated', {}, 'undated'), level('incubating', {}, 'new')], []],
    ['what was', [level('sandbox', { status: 'former' }, 'new'), level('incubating', {}, 'new')], []],
    [
      'what will be',
      [level('graduated', { modality: 'planned' }, 'new'), level('incubating', {}, 'new')],
      [],
    ],
    [
      'a denial',
      [level('graduated', { polarity: 'denied' }, 'new'), level('graduated', { status: 'current' }, 'new')],
      [['denial', 'not so', 'so']],
    ],
    [
      'a denial of what was',
      [level('graduated', { polarity: 'denied', status: 'former' }, 'new'), level('graduated', {}, 'new')],
      [],
    ],
    [
      'a denial of another level',
      [level('graduated', { polarity: 'denied' }, 'new'), level('sandbox', {}, 'new')],
      [],
    ],
    [
      'two dates',
      [level('graduated', { since: '2019' }, 'new'), level('graduated', { since: '2022-12' }, 'old')],
      [['date', 'since 2019', 'since December 2022']],
    ],
    [
      'a date within the other',
      [level('graduated', { since: '2022' }, 'new'), level('graduated', { since: '2022-12' }, 'old')],
      [],
    ],
    [
      'a denial of anything else',
      [other('a', {}), other('b', { polarity: 'denied' })],
      [['denial', 'so', 'not so']],
    ],
    ['claims of other things', [other('a', {}), other('b', { polarity: 'denied' }, 'project:flux')], []],
  ])('%s', (_, edges, expected) => {
    const model = modelOf(edges)
    const found = contradictions(model)
    expect(found.map(({ matter, sides: [a, b] }) => [matter, a.said, b.said])).toEqual(expected)
    expect(contradictions(model, 'project:keelson')).toEqual(found)
    expect(contradictions(model, 'maturity:graduated')).toEqual([])
  })
  test('two years in which it began, but not a year and a month of it', () => {
    expect(contradictions(modelOf([], [['2018'], ['2018-06'], ['2016']])).map((c) => c.key)).toEqual([
      'project:keelson started 2018 2016',
      'project:keelson started 2018-06 2016',
    ])
    expect(contradictions(modelOf([], [['2018'], ['2016', { polarity: 'denied' }]]))).toEqual([])
  })
})

describe('the timeline', () => {
  const lineOf = (edges: GraphEdge[], record: RegistryRecord | null = RECORD) => {
    const model = modelOf(edges, [], record)
    const node = model.nodes.get('project:keelson')
    if (!node) throw new Error('no node')
    return timeline(model, node)
  }
  test('has the stages of the record, up to its date, and the claims at the dates of their episodes', () => {
    const line = lineOf([level('sandbox', {}, 'new', 'undated'), level('graduated', {}, 'old')])
    expect(line).toMatchObject({ from: 2020, to: 2026, levels: ['sandbox', 'incubating', 'graduated'] })
    expect(line?.stages.map((s) => [s.level, s.from.toFixed(2), s.to.toFixed(2)])).toEqual([
      ['incubating', '2020.34', '2022.93'],
      ['graduated', '2022.93', '2026.00'],
    ])
    expect(line?.points.map((p) => [p.level, p.at?.toFixed(2), p.verdict])).toEqual([
      ['graduated', '2021.21', 'conflicts'],
      ['sandbox', '2024.38', 'conflicts'],
      ['sandbox', undefined, 'conflicts'],
    ])
  })
  test('is drawn from the record alone, from claims alone, and not from nothing', () => {
    expect(lineOf([])?.points).toEqual([])
    expect(lineOf([level('sandbox', {}, 'new')], null)).toMatchObject({ stages: [], from: 2024, to: 2025 })
    expect(lineOf([level('sandbox', {}, 'undated')], null)).toMatchObject({ from: 2026, to: 2027 })
    expect(lineOf([], null)).toBeNull()
  })
  test.each([
    ['2020', false, 2020],
    ['2020', true, 2020.5],
    ['2020-07', false, 2020.5],
    ['2020-01-01', true, 2020],
  ])('%s is, in the middle: %s, %d', (iso, middle, year) => {
    expect(yearOf(iso, middle)).toBeCloseTo(year, 6)
  })
  test('marks that would cover each other stand in rows', () => {
    expect(rowsFor([0, 5, 9, 20, 21], 10)).toEqual([0, 1, 2, 0, 1])
    expect(rowsFor([], 10)).toEqual([])
  })
  test.each([
    [2020, 2026, 7, [2020, 2021, 2022, 2023, 2024, 2025, 2026]],
    [2020, 2026, 4, [2020, 2022, 2024, 2026]],
    [2018, 2026, 2, [2020, 2025]],
    [1900, 2026, 3, [1900, 1950, 2000]],
  ])('the years of %d to %d, %d at most', (from, to, most, years) => {
    expect(ticks(from, to, most)).toEqual(years)
  })
})
