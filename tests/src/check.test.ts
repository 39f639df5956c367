import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createExtractor } from '../../extract/index.ts'
import { check, withVerdicts } from '../../src/check.ts'
import { buildGraph } from '../../src/graph.ts'
import { indexGraph } from '../../src/lookup.ts'
import type { GraphEdge, GraphFile, Qualifiers, RegistryRecord } from '../../src/schema.ts'
import { bundledRegistry } from '../registry.ts'
import { bothTalks } from './fixture.ts'

const RECORD: RegistryRecord = {
  maturity: [
    { level: 'incubating', since: '2021-06-15' },
    { level: 'sandbox', since: '2019-03-10' },
  ],
  homepage: 'https://www.lumenmesh.example/',
  repository: 'https://github.com/LumenMesh/mesh',
  foundation: 'foundation:cncf',
}

interface Said {
  predicate: 'has_maturity' | 'has_url' | 'hosted_by' | 'written_in'
  object: string
  qualifiers?: Qualifiers
  /** Dates of the episodes that say it; null for an episode without a date. */
  dates: readonly (string | null)[]
  record?: RegistryRecord | undefined
}

function graphOf({ predicate, object, qualifiers = {}, dates, record = RECORD }: Said): GraphFile {
  const edge: GraphEdge = {
    key: 'k',
    source: 'project:lumen-mesh',
    target: object,
    attributes: {
      predicate,
      qualifiers,
      confidence: 0.9,
      evidence: dates.map((_, i) => ({ episode: `episode:${i}`, turn: i, start: 0, end: 1, rule: 'r' })),
    },
  }
  return {
    ...bothTalks(),
    attributes: {
      ...bothTalks().attributes,
      registry: { source: 'test', date: '2024-01-01' },
      episodes: dates.map((date, i) => ({
        id: `episode:${i}`,
        title: `${i}`,
        turns: 9,
        file: `${i}.txt`,
        fingerprint: `${i}`,
        ...(date === null ? {} : { date }),
      })),
    },
    nodes: [
      {
        key: 'project:lumen-mesh',
        attributes: { kind: 'project', label: 'Lumen Mesh', surfaces: [], mentions: 1, record },
      },
      { key: object, attributes: { kind: 'technology', label: object, surfaces: [], mentions: 1 } },
    ],
    edges: [edge],
  }
}
const verdicts = (said: Said): string[] =>
  check(indexGraph(graphOf(said))).map(({ aspect, verdict }) => `${aspect} ${verdict}`)
const verdict = (said: Said): string | undefined => withVerdicts(graphOf(said)).edges[0]?.attributes.verdict

describe('a level', () => {
  const current: [level: string, date: string | null, expected: string][] = [
    // Sandbox from 2019-03-10, incubating from 2021-06-15.
    ['sandbox', '2020-01', 'agrees'],
    ['sandbox', '2021', 'agrees'],
    ['sandbox', '2021-08', 'close'],
    ['sandbox', '2021-09-01', 'conflicts'],
    ['sandbox', '2019-01-20', 'close'],
    ['sandbox', '2018-06', 'conflicts'],
    ['incubating', '2021-06', 'agrees'],
    ['incubating', '2021-04-20', 'close'],
    ['incubating', '2021-04-10', 'conflicts'],
    ['incubating', '2023-12', 'agrees'],
    ['graduated', '2022-01', 'conflicts'],
    // The record ends on 2024-01-01: what came later it cannot know.
    ['graduated', '2024-05', 'unrecorded'],
    ['incubating', null, 'agrees'],
    ['sandbox', null, 'unrecorded'],
    ['graduated', null, 'conflicts'],
  ]
  it.each(current)('is %s, said in %s: %s', (level, date, expected) => {
    const said: Said = { predicate: 'has_maturity', object: `maturity:${level}`, dates: [date] }
    expect(verdicts(said)).toEqual([`level ${expected}`])
    expect(verdict(said)).toBe(expected)
    expect(verdict({ ...said, qualifiers: { status: 'current' } })).toBe(expected)
    const opposite: Record<string, string> = { agrees: 'conflicts', conflicts: 'agrees' }
    expect(verdict({ ...said, qualifiers: { polarity: 'denied' } })).toBe(opposite[expected] ?? expected)
  })

  const others: [status: 'former' | 'planned', level: string, date: string, expected: string][] = [
    ['former', 'sandbox', '2022-01', 'agrees'],
    ['former', 'sandbox', '2020-01', 'agrees'],
    ['former', 'sandbox', '2018-01', 'conflicts'],
    ['former', 'incubating', '2021-05', 'close'],
    ['former', 'graduated', '2022-01', 'conflicts'],
    ['planned', 'graduated', '2022-01', 'agrees'],
    ['planned', 'incubating', '2021-01', 'agrees'],
    ['planned', 'incubating', '2022-01', 'unrecorded'],
    ['planned', 'sandbox', '2022-01', 'unrecorded'],
  ]
  it.each(others)('%s %s, said in %s: %s', (status, level, date, expected) => {
    const object = `maturity:${level}`
    expect(verdict({ predicate: 'has_maturity', object, qualifiers: { status }, dates: [date] })).toBe(
      expected,
    )
  })

  it('below the first one on record is unrecorded before it', () => {
    const record: RegistryRecord = { maturity: [{ level: 'incubating', since: '2021-06-15' }] }
    const said = { predicate: 'has_maturity', object: 'maturity:sandbox', record } as const
    expect(verdict({ ...said, qualifiers: { status: 'former' }, dates: ['2022'] })).toBe('unrecorded')
    expect(verdict({ ...said, dates: ['2020'] })).toBe('unrecorded')
    expect(verdict({ ...said, dates: ['2022'] })).toBe('conflicts')
  })

  it('of a project without a record is unrecorded', () => {
    for (const record of [{}, { homepage: 'https://x.example' }])
      for (const status of ['current', 'former'] as const)
        expect(
          verdict({
            predicate: 'has_maturity',
            object: 'maturity:sandbox',
            qualifiers: { status },
            dates: ['2022'],
            record,
          }),
        ).toBe('unrecorded')
  })
})

describe('the date of a level', () => {
  const cases: [since: string, modality: boolean, aspects: string, edge: string][] = [
    ['2021-06-15', false, 'agrees', 'agrees'],
    ['2021-06', false, 'agrees', 'agrees'],
    ['2021', false, 'agrees', 'agrees'],
    ['2021-08', false, 'close', 'close'],
    ['2021-08', true, 'close', 'close'],
    ['2020', false, 'conflicts', 'conflicts'],
    // Who is not sure of the date is still sure of the level.
    ['2020', true, 'conflicts', 'agrees'],
  ]
  it.each(cases)('since %s, unsure %s: %s', (since, unsure, aspect, edge) => {
    const qualifiers: Qualifiers = { status: 'current', since, ...(unsure ? { modality: 'possible' } : {}) }
    const said: Said = {
      predicate: 'has_maturity',
      object: 'maturity:incubating',
      qualifiers,
      dates: ['2023'],
    }
    expect(verdicts(said)).toEqual(['level agrees', `since ${aspect}`])
    expect(verdict(said)).toBe(edge)
  })

  it('is not judged of a plan, a denial, or a level that is not on record', () => {
    const said = { predicate: 'has_maturity', object: 'maturity:graduated', dates: ['2022'] } as const
    expect(verdicts({ ...said, qualifiers: { status: 'planned', since: '2023' } })).toEqual(['level agrees'])
    expect(verdicts({ ...said, qualifiers: { polarity: 'denied', since: '2021' } })).toEqual(['level agrees'])
    expect(verdicts({ ...said, qualifiers: { since: '2021' } })).toEqual([
      'level conflicts',
      'since unrecorded',
    ])
  })
})

describe('an address', () => {
  const cases: [address: string, role: string | undefined, expected: string][] = [
    ['lumenmesh.example', 'homepage', 'agrees'],
    ['github.com/lumenmesh/mesh', 'repository', 'agrees'],
    ['github.com/lumenmesh/mesh', 'homepage', 'agrees'],
    ['github.com/lumenmesh', 'repository', 'agrees'],
    ['github.com/lumenmesh/mesh/issues', 'repository', 'agrees'],
    ['github.com/lumenmesh/other', 'repository', 'unrecorded'],
    ['github.com/lumenmesh2/mesh', 'repository', 'conflicts'],
    ['gitlab.com/lumenmesh', 'repository', 'unrecorded'],
    ['docs.lumenmesh.example', 'homepage', 'unrecorded'],
    ['lumenmesh.example/docs', 'docs', 'unrecorded'],
    ['lumen.example', 'homepage', 'conflicts'],
    ['notlumenmesh.example', 'homepage', 'conflicts'],
    ['lumen.example', 'blog', 'unrecorded'],
    ['lumen.example', undefined, 'unrecorded'],
  ]
  it.each(cases)('%s as %s: %s', (address, role, expected) => {
    const qualifiers: Qualifiers = role === undefined ? {} : { role }
    const said: Said = { predicate: 'has_url', object: `url:${address}`, qualifiers, dates: ['2023'] }
    expect(verdicts(said)).toEqual([`address ${expected}`])
    expect(verdict(said)).toBe(expected)
    expect(verdict({ ...said, record: {} })).toBe('unrecorded')
    expect(verdict({ ...said, qualifiers: { ...qualifiers, status: 'former' } })).toBe('unrecorded')
  })
})

describe('a foundation', () => {
  const cases: [id: string, date: string | null, qualifiers: Qualifiers, expected: string[]][] = [
    ['cncf', '2020', {}, ['foundation agrees']],
    ['cncf', null, {}, ['foundation agrees']],
    ['linux-foundation', '2020', {}, ['foundation agrees']],
    ['w3c', '2020', {}, ['foundation conflicts']],
    ['w3c', '2020', { polarity: 'denied' }, ['foundation agrees']],
    ['cncf', '2018', {}, ['foundation conflicts']],
    ['cncf', '2019-02', {}, ['foundation close']],
    ['cncf', '2018', { modality: 'planned' }, ['foundation unrecorded']],
    ['cncf', '2020', { since: '2019' }, ['foundation agrees', 'since agrees']],
    ['cncf', '2020', { since: '2017' }, ['foundation agrees', 'since conflicts']],
  ]
  it.each(cases)('%s in %s with %j: %j', (id, date, qualifiers, expected) => {
    expect(
      verdicts({ predicate: 'hosted_by', object: `foundation:${id}`, qualifiers, dates: [date] }),
    ).toEqual(expected)
  })
})

describe('several episodes', () => {
  it('are judged each at its own date, and what needs to be looked at stands on the claim', () => {
    const said: Said = {
      predicate: 'has_maturity',
      object: 'maturity:sandbox',
      dates: ['2020', '2023', null],
    }
    expect(check(indexGraph(graphOf(said)))).toMatchObject([
      { episode: 'episode:0', date: '2020', verdict: 'agrees', evidence: [{ turn: 0 }] },
      { episode: 'episode:1', date: '2023', verdict: 'conflicts', evidence: [{ turn: 1 }] },
      { episode: 'episode:2', verdict: 'unrecorded', evidence: [{ turn: 2 }] },
    ])
    expect(verdict(said)).toBe('conflicts')
    expect(verdict({ ...said, dates: ['2020', null] })).toBe('agrees')
  })
})

describe('the record', () => {
  it('is told with its dates, and changes nothing but the verdict', () => {
    const graph = graphOf({ predicate: 'has_maturity', object: 'maturity:graduated', dates: ['2022'] })
    expect(check(indexGraph(graph))[0]).toMatchObject({
      said: 'graduated',
      reason: 'the record has sandbox since 2019-03-10, incubating since 2021-06-15',
      record: { maturity: RECORD.maturity, foundation: 'foundation:cncf' },
    })
    const judged = withVerdicts(graph)
    for (const { attributes } of judged.edges) delete attributes.verdict
    expect(judged).toEqual(graph)
  })

  it('says nothing of other predicates', () => {
    const said: Said = { predicate: 'written_in', object: 'technology:zinc', dates: ['2022'] }
    expect(verdicts(said)).toEqual([])
    expect(verdict(said)).toBeUndefined()
  })
})

const founding = new URL('../../../shared/transcripts/kubelist-39.txt', import.meta.url)

describe.skipIf(!existsSync(founding))('the founding document (skipped without ../shared)', () => {
  it('has one current level that conflicts with the record', () => {
    const registry = bundledRegistry()
    const text = readFileSync(founding, 'utf8')
    const graph = withVerdicts(
      buildGraph([createExtractor(registry)({ name: 'kubelist-39.txt', text })], {
        registry,
        generator: 'test',
      }),
    )
    const levels = check(indexGraph(graph)).filter(
      ({ aspect, qualifiers }) => aspect === 'level' && qualifiers.status === 'current',
    )
    expect(levels.length).toBeGreaterThan(3)
    const conflicting = levels.filter((j) => j.verdict === 'conflicts').map((j) => j.subject.id)
    expect([...new Set(conflicting)]).toEqual(['project:porter'])
    const edges = graph.edges.filter(
      ({ attributes: a }) =>
        a.predicate === 'has_maturity' && a.qualifiers.status === 'current' && a.verdict === 'conflicts',
    )
    expect([...new Set(edges.map((e) => e.source))]).toEqual(['project:porter'])
  })
})
