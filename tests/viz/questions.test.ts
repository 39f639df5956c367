import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NODE_KINDS } from '../../src/ontology.ts'
import type { GraphNode } from '../../src/schema.ts'
import { type Answer, type Asked, answers } from '../../viz/model/answers.ts'
import { buildModel, labelOf } from '../../viz/model/model.ts'
import { readings } from '../../viz/model/questions.ts'
import { buildSearch } from '../../viz/model/search.ts'
import { whoRows } from '../../viz/model/who.ts'
import { fixture } from './fixture.ts'

describe('a question is read', () => {
  test.each<[string, string, string[]]>([
    ['who represented keelson', 'who', ['keelson']],
    ['Who represented Keelson?', 'who', ['Keelson']],
    ['who spoke for Argo CD', 'who', ['Argo CD']],
    ['please show me keelson guests', 'who', ['keelson']],
    ['what did Vera Lind represent', 'who', ['Vera Lind']],
    ['who represented what', 'everyone', []],
    ['keelson maturity', 'maturity', ['keelson']],
    ["what is keelson's maturity level", 'maturity', ['keelson']],
    ["what's the level of keelson?", 'maturity', ['keelson']],
    ['is keelson sandbox', 'maturity sandbox', ['keelson']],
    ['is Argo CD a graduated project?', 'maturity graduated', ['Argo CD']],
    ['did keelson graduate yet', 'maturity graduated', ['keelson']],
    ['keelson incubation', 'maturity incubating', ['keelson']],
    ['which projects are graduated', 'level graduated', []],
    ['sandbox projects', 'level sandbox', []],
    ['path from argo cd to cert-manager', 'path', ['argo cd', 'cert-manager']],
    ['keelson -> helm', 'path', ['keelson', 'helm']],
    ['how are keelson and helm connected', 'path', ['keelson', 'helm']],
    ['what does keelson use', 'claims built_on runs_on written_in integrates_with used_by~', ['keelson']],
    ['what does keelson integrate with?', 'claims integrates_with integrates_with~', ['keelson']],
    [
      'does keelson integrate with tidewatch',
      'claims integrates_with integrates_with~',
      ['keelson', 'tidewatch'],
    ],
    ['who works at Fernhill Labs', 'claims works_at~', ['Fernhill Labs']],
    ['where does vera lind work', 'claims works_at', ['vera lind']],
    ['who founded keelson', 'claims founded~', ['keelson']],
    ['when did keelson start', 'fact started', ['keelson']],
    ['alternatives to keelson', 'claims compared_with compared_with~', ['keelson']],
    ['keelson vs. brackenmesh', 'claims compared_with compared_with~', ['keelson', 'brackenmesh']],
    ['keelson slack', 'claims has_channel', ['keelson']],
    ['what is keelson', 'entity', ['keelson']],
    ['what is C++', 'entity', ['C++']],
  ])('%s', (query, asked, names) => {
    const [first] = readings(query)
    const { ask, ...rest } = first?.asked ?? { ask: 'nothing' }
    const detail = Object.values(rest)
      .flat()
      .map((x) => (typeof x === 'object' ? `${x.predicate}${x.reversed ? '~' : ''}` : x))
    expect([[ask, ...detail].join(' '), first?.names]).toEqual([asked, names])
  })
  test('two names next to each other may be cut anywhere', () => {
    expect(readings('path argo cd flux').map((r) => r.names)).toEqual([
      ['argo', 'cd flux'],
      ['argo cd', 'flux'],
    ])
  })
  test.each(['', 'keelson', 'who', 'path', 'path keelson', 'argo cd', `who represented ${'x '.repeat(40)}`])(
    '"%s" is no question',
    (query) => {
      expect(readings(query)).toEqual([])
    },
  )
})

const { graph } = fixture()
const namesake = (key: string, label: string): GraphNode => ({
  key,
  attributes: { kind: 'company', label, surfaces: [], mentions: 40 },
})
graph.nodes.push(namesake('company:keelson', 'Keelson'))
const model = buildModel(graph)
const context: Asked = { model, search: buildSearch(model), who: whoRows(model) }
const words = ({ say }: Answer): string =>
  say.map((piece) => (typeof piece === 'string' ? piece : labelOf(model, piece.id))).join('')
const reply = (query: string): string[] => answers(context, query).map(words)

describe('a question is answered', () => {
  test.each<[string, string]>([
    ['who represented tidewatch', 'Dana Whitlock represented Tidewatch.'],
    ['who represented saltmarsh', 'Joao Brandt and Mei Castellane represented Saltmarsh.'],
    ['what did dana whitlock represent', 'Dana Whitlock represented Tidewatch.'],
    ['who represented helm', 'Nobody represented Helm in these interviews.'],
    ['who represented tidewa', 'Dana Whitlock represented Tidewatch.'],
    ['who represented the tidewatch project', 'Dana Whitlock represented Tidewatch.'],
    ['who represented tidewacth', 'Dana Whitlock represented Tidewatch.'],
    [
      'tidewatch maturity',
      'Tidewatch is incubating since 2021, says Dana Whitlock; the record has incubating since 24 August 2021.',
    ],
    [
      'is tidewatch incubating',
      'Yes: Tidewatch is incubating since 2021, says Dana Whitlock; the record has incubating since 24 August 2021.',
    ],
    [
      'is tidewatch graduated?',
      'No: Tidewatch is incubating since 2021, says Dana Whitlock; the record has incubating since 24 August 2021.',
    ],
    [
      'was tidewatch ever sandbox',
      'Yes: Tidewatch was sandbox, says Dana Whitlock; the record has incubating since 24 August 2021.',
    ],
    [
      'is tidewatch in the sandbox',
      'No: Tidewatch is incubating since 2021, says Dana Whitlock; the record has incubating since 24 August 2021.',
    ],
    [
      'is envoy graduated',
      'By the record, yes: nobody in these interviews gives Envoy a level; the record has graduated since 28 November 2018.',
    ],
    ['docker maturity', 'Nobody in these interviews gives Docker a level; the record has no level for it.'],
    ['what is tidewatch written in', 'Tidewatch is written in Rust.'],
    ['what runs on aws', 'AWS runs Deepwell.'],
    ['who works at copperline', 'Copperline employs Leona Fairweather and Rosa Pellegrin.'],
    ['where does dana whitlock work', 'Dana Whitlock works at Bluebarrow.'],
    ['when did tidewatch start', 'Tidewatch started in 2016 (a guess), says Dana Whitlock.'],
    ['does tidewatch integrate with prometheus', 'Tidewatch integrates with Prometheus, says Dana Whitlock.'],
    ['path tidewatch prometheus', 'Tidewatch integrates with Prometheus: 1 claim.'],
    ['which projects are archived', '1 project here: Gatelark.'],
    ['sandbox projects', '3 projects here: Deepwell, Mosscat and Lanternfish.'],
  ])('%s', (query, expected) => {
    expect(reply(query)[0]).toBe(expected)
  })
  test('with the record against the word, the question is disputed', () => {
    const node = model.nodes.get('project:mosscat')
    if (!node || !('record' in node.attributes) || !node.attributes.record?.maturity)
      throw new Error('no record')
    const { maturity } = node.attributes.record
    maturity.push({ level: 'graduated', since: '2025-01-01' })
    expect(reply('is mosscat graduated')[0]).toMatch(
      /^Disputed: Mosscat is sandbox .*; the record has graduated/,
    )
    maturity.pop()
  })
  test('where nobody says so, the path is told', () => {
    expect(reply('does keelson run on tidewatch')[0]).toMatch(
      /^Nobody in these interviews says so\. Keelson integrates with Tidewatch: 1 claim\.$/,
    )
  })
  test('of namesakes the one that is spoken for comes first, the other is offered', () => {
    const [first, second] = answers(context, 'who represented keelson')
    expect(first?.go.selection).toEqual({ type: 'node', id: 'project:keelson' })
    expect(first?.note).toBe('Keelson, the project')
    expect(second?.go.selection).toEqual({ type: 'node', id: 'company:keelson' })
    expect(second?.note).toBe('Keelson, the company')
    const [asked] = answers(context, 'who represented the keelson company')
    expect(asked?.go.selection).toEqual({ type: 'node', id: 'company:keelson' })
  })
  test.each<[string, object]>([
    ['who represented tidewatch', { selection: { type: 'node', id: 'project:tidewatch' }, panel: 'details' }],
    [
      'what is tidewatch written in',
      { selection: { type: 'pair', a: 'project:tidewatch', b: 'technology:rust' } },
    ],
    ['path tidewatch git', { path: { from: 'project:tidewatch', to: 'project:git' }, panel: 'path' }],
    ['who represented what', { view: 'who' }],
    ['archived projects', { view: 'list' }],
  ])('%s leads to its view', (query, view) => {
    expect(answers(context, query)[0]?.go).toMatchObject(view)
  })
  test.each(['tidewatch', 'who represented zzzz', 'path zzzz yyyy', '???'])('%s has no answer', (query) => {
    expect(reply(query)).toEqual([])
  })
})

const pieces = fc.constantFrom(
  ...[
    'who',
    'represented',
    'path',
    'is',
    'sandbox',
    'to',
    'and',
    'keelson',
    'Git',
    'what',
    'does',
    'use',
    'with',
  ],
  ...['?', '->', '“', "'s", '((', '\\', '\u202e', 'toString', '__proto__', 'constructor', ''],
)

test('whatever is typed, it is answered or not, and never thrown out', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 20 }).map((p) => p.join(' ')),
  )
  fc.assert(
    fc.property(typed, (query) => {
      for (const answer of answers(context, query)) {
        expect(words(answer)).toMatch(/\.$/)
        for (const piece of answer.say)
          if (typeof piece !== 'string') expect(model.nodes.has(piece.id)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('reading takes time in step with what is typed', () => {
  const time = (query: string): number => {
    const begin = performance.now()
    readings(query)
    return performance.now() - begin
  }
  for (const piece of ['path ', 'a to ', "'s?", '?', ' ', 'who is '])
    expect(Math.min(...[1, 2, 3].map(() => time(piece.repeat(200_000))))).toBeLessThan(100)
})

test('every kind of thing can be asked for by its name', () => {
  for (const kind of NODE_KINDS) {
    const node = [...model.nodes.values()].find((n) => n.kind === kind)
    if (node) expect(() => answers(context, `what is ${node.label}`)).not.toThrow()
  }
})
