import { describe, expect, test } from 'vitest'
import type { Predicate, Verdict } from '../../src/ontology.ts'
import type { GraphEdge, GraphFile, RegistryRecord } from '../../src/schema.ts'
import { buildFacets } from '../../viz/model/facets.ts'
import { visible } from '../../viz/model/filter.ts'
import { buildModel } from '../../viz/model/model.ts'
import { recordSays, STANDING_WORDS, STANDINGS, type Standing, standingOf } from '../../viz/model/verdict.ts'
import { fromHash } from '../../viz/state/url.ts'
import { hiddenCount, NO_FILTERS } from '../../viz/state/view.ts'

const edge = (predicate: Predicate, target: string, confidence: number, verdict?: Verdict): GraphEdge => ({
  key: `${predicate} ${target}`,
  source: 'project:a',
  target,
  attributes: {
    predicate,
    qualifiers: {},
    confidence,
    ...(verdict ? { verdict } : {}),
    evidence: [{ episode: 'episode:e', turn: 0, start: 0, end: 1, rule: 'r' }],
  },
})

const EDGES = [
  edge('has_maturity', 'maturity:sandbox', 0.9, 'conflicts'),
  edge('has_maturity', 'maturity:graduated', 0.8, 'agrees'),
  edge('hosted_by', 'foundation:cncf', 0.95, 'close'),
  edge('has_url', 'url:a.example', 0.6, 'unrecorded'),
  edge('built_on', 'project:b', 0.5),
]

function graph(record?: RegistryRecord): GraphFile {
  const ids = ['project:a', ...new Set(EDGES.map((e) => e.target))]
  return {
    attributes: {
      format: 'hallway-graph',
      version: 1,
      generator: 'test',
      registry: { source: 'CNCF Landscape', date: '2026-01-01' },
      quotes: false,
      episodes: [],
    },
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    nodes: ids.map((key) => ({
      key,
      attributes: {
        kind: key.slice(0, key.indexOf(':')) as 'project',
        label: key === 'foundation:cncf' ? 'CNCF' : key,
        surfaces: [],
        mentions: 1,
        ...(record && key === 'project:a' ? { record } : {}),
      },
    })),
    edges: EDGES,
  }
}

const RECORD: RegistryRecord = {
  maturity: [
    { level: 'graduated', since: '2022-12-06' },
    { level: 'incubating', since: '2020-05' },
  ],
  foundation: 'foundation:cncf',
  homepage: 'https://www.a.example/',
  repository: 'https://git.example/a',
}

describe('what the record says', () => {
  test.each<[Predicate, string[]]>([
    ['has_maturity', ['incubating since May 2020', 'graduated since 6 December 2022']],
    ['hosted_by', ['hosted by CNCF since May 2020']],
    ['has_url', ['a.example', 'git.example/a']],
    ['built_on', []],
  ])('of %s', (predicate, lines) => {
    const claim = EDGES.find((e) => e.attributes.predicate === predicate)
    if (!claim) throw new Error('no such claim')
    expect(recordSays(buildModel(graph(RECORD)), claim)).toEqual(lines)
    expect(recordSays(buildModel(graph({})), claim)).toEqual([])
    expect(recordSays(buildModel(graph()), claim)).toEqual([])
  })
})

describe('the filters', () => {
  const facets = buildFacets(buildModel(graph()))
  test.each<[Standing[], number, number]>([
    [[], 0, 5],
    [['conflicts'], 0, 4],
    [['agrees', 'close', 'unrecorded', 'unchecked'], 0, 1],
    [[...STANDINGS], 0, 0],
    [[], 0.5, 5],
    [[], 0.8, 3],
    [['close'], 0.8, 2],
    [[], 1, 0],
  ])('without %j and at least %d: %i claims', (hiddenStandings, sure, claims) => {
    expect(visible(facets, { ...NO_FILTERS, hiddenStandings, sure }).claims).toBe(claims)
    expect(hiddenCount({ ...NO_FILTERS, hiddenStandings, sure })).toBe(
      hiddenStandings.length + (sure > 0 ? 1 : 0),
    )
  })
  test('every claim has one standing, and each has words', () => {
    expect(EDGES.map((e) => standingOf(e.attributes))).toEqual([
      'conflicts',
      'agrees',
      'close',
      'unrecorded',
      'unchecked',
    ])
    expect(Object.keys(STANDING_WORDS)).toEqual(expect.arrayContaining([...STANDINGS]))
  })
  test.each([
    ['sure=2', 0],
    ['sure=-1', 0],
    ['sure=many', 0],
    ['sure=', 0],
    ['sure=0.756', 0.76],
    ['sure=1', 1],
  ])('from the address: %s is %d', (hash, sure) => {
    expect(fromHash(hash).filters.sure).toBe(sure)
  })
})
