import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildRegistry, RegistryBuildError, serialiseRegistry } from '../../cli/registry.ts'
import { companyName, LandscapeError, type LandscapeReview, landscapeRegistry } from '../../src/landscape.ts'
import type { RegistryEntry } from '../../src/registry.ts'

type Item = Record<string, unknown>
const landscape = (categories: Record<string, Record<string, Item[] | null>>) => ({
  landscape: Object.entries(categories).map(([name, subcategories]) => ({
    category: null,
    name,
    subcategories: Object.entries(subcategories).map(([sub, items]) => ({ name: sub, items })),
  })),
})
const date = '2026-08-07'
const entriesOf = (items: Item[], members: Item[] = [], review: LandscapeReview = {}): RegistryEntry[] =>
  landscapeRegistry(landscape({ Runtime: { Things: items }, 'CNCF Members': { Gold: members } }), {
    date,
    review,
  }).entries
const only = (item: Item, review?: LandscapeReview): RegistryEntry | undefined =>
  entriesOf([item], [], review)[0]

const project = (name: string, level: string, extra: Item, rest: Item = {}): Item => ({
  name,
  project: level,
  extra,
  ...rest,
})

describe('CNCF projects', () => {
  test('carry their record', () => {
    const item = project(
      'Quibble',
      'incubating',
      { accepted: '2020-06-25', incubating: '2022-01-11', lfx_slug: 'quibble', summary_tags: 'a, b' },
      {
        homepage_url: 'https://quibble.example',
        repo_url: 'https://github.com/quibble/quibble',
        description: 'not carried over',
        logo: 'quibble.svg',
        crunchbase: 'https://crunchbase.example/quibble',
      },
    )
    expect(only(item)).toEqual({
      id: 'project:quibble',
      name: 'Quibble',
      cncf: true,
      record: {
        maturity: [
          { level: 'sandbox', since: '2020-06-25' },
          { level: 'incubating', since: '2022-01-11' },
        ],
        foundation: 'foundation:cncf',
        homepage: 'https://quibble.example',
        repository: 'https://github.com/quibble/quibble',
      },
    })
  })

  test.each<[string, string, Item, string]>([
    ['accepted at sandbox', 'sandbox', { accepted: '2020-01-01' }, 'sandbox 2020-01-01'],
    [
      'accepted at incubating',
      'incubating',
      { accepted: '2020-01-01', incubating: '2020-01-01' },
      'incubating 2020-01-01',
    ],
    [
      'accepted at graduated',
      'graduated',
      { accepted: '2020-01-01', incubating: '2020-01-01', graduated: '2020-01-01' },
      'graduated 2020-01-01',
    ],
    [
      'every level',
      'graduated',
      { accepted: '2020-01-01', incubating: '2021-01-01', graduated: '2022-01-01' },
      'sandbox 2020-01-01, incubating 2021-01-01, graduated 2022-01-01',
    ],
    [
      'archived from sandbox',
      'archived',
      { accepted: '2020-01-01', archived: '2023-01-01' },
      'sandbox 2020-01-01, archived 2023-01-01',
    ],
    [
      'archived from incubating',
      'archived',
      { accepted: '2020-01-01', incubating: '2020-01-01', archived: '2023-01-01' },
      'incubating 2020-01-01, archived 2023-01-01',
    ],
  ])('history: %s', (_, level, extra, history) => {
    const found = only(project('Quibble', level, extra))?.record?.maturity
    expect(found?.map((m) => `${m.level} ${m.since}`).join(', ')).toBe(history)
  })
})

describe('names', () => {
  test.each<[string, Item, string, string[] | undefined]>([
    ['an acronym in parentheses', { name: 'Great Quibble Engine (GQE)' }, 'Great Quibble Engine', ['GQE']],
    ['a former name', { name: 'Quibble (formerly Quabble)' }, 'Quibble', ['Quabble']],
    ['an Apache project', { name: 'Apache Quibble' }, 'Apache Quibble', ['Quibble']],
    [
      'a slug that says more',
      project('Quibble', 'sandbox', { accepted: '2020-01-01', lfx_slug: 'q5e' }),
      'Quibble',
      ['q5e'],
    ],
    [
      'a slug that says nothing new',
      project('Quib-Ble', 'sandbox', { accepted: '2020-01-01', lfx_slug: 'quibble' }),
      'Quib-Ble',
      undefined,
    ],
    ['no project, so no slug', { name: 'Quibble', extra: { lfx_slug: 'q5e' } }, 'Quibble', undefined],
  ])('%s', (_, item, name, aliases) => {
    const entry = only(item)
    expect([entry?.name, entry?.aliases]).toEqual([name, aliases])
  })

  test.each([
    ['Quibble, Inc.', 'Quibble'],
    ['Quibble GmbH', 'Quibble'],
    ['Quibble Cloud Co., Ltd.', 'Quibble Cloud'],
    ['Quibble S.p.A.', 'Quibble'],
    ['Quibble Sdn Bhd', 'Quibble'],
    ['Inc.', 'Inc.'],
    ['Incorporated Dreams', 'Incorporated Dreams'],
    ['Zinc', 'Zinc'],
  ])('company %s', (given, expected) => expect(companyName(given)).toBe(expected))
})

describe('kinds', () => {
  const repo = { repo_url: 'https://github.com/quibble/quibble' }
  test.each<[string, Item[], Item[], string[]]>([
    ['with a repository: project', [{ name: 'Quibble', ...repo }], [], ['project:quibble']],
    ['without a repository: technology', [{ name: 'Quibble' }], [], ['technology:quibble']],
    ['an empty repository is none', [{ name: 'Quibble', repo_url: '' }], [], ['technology:quibble']],
    ['a member: company', [], [{ name: 'Quibble, Inc. (member)' }], ['company:quibble']],
    ['an end user: company', [], [{ name: 'Quibble (supporter)' }], ['company:quibble']],
    [
      'a member that is a foundation',
      [],
      [{ name: 'Quibble Foundation (member)' }],
      ['foundation:quibble-foundation'],
    ],
    [
      'one name for a project and a company: both',
      [{ name: 'Quibble', ...repo }],
      [{ name: 'Quibble (member)' }],
      ['company:quibble', 'project:quibble'],
    ],
    [
      'a member listed among the products: the company alone',
      [{ name: 'Quibble', homepage_url: 'https://quibble.example/' }],
      [{ name: 'Quibble (member)', homepage_url: 'https://www.quibble.example' }],
      ['company:quibble'],
    ],
    [
      'members that want no name are left out',
      [],
      [{ name: 'Non-Public Organization Okapi (member)', unnamed_organization: true }],
      [],
    ],
    ['listed again for WebAssembly', [{ name: 'Quibble (Wasm)', ...repo }], [], []],
  ])('%s', (_, items, members, ids) => expect(entriesOf(items, members).map((e) => e.id)).toEqual(ids))

  test('badges of service providers are left out', () => {
    const yaml = landscape({
      Special: { 'Kubernetes Certified Service Provider': [{ name: 'Quibble (KCSP)' }] },
    })
    expect(landscapeRegistry(yaml, { date }).entries).toEqual([])
  })

  test('an empty subcategory is none', () => {
    expect(landscapeRegistry(landscape({ Platform: { Empty: null } }), { date }).entries).toEqual([])
  })
})

describe('owners', () => {
  const member = { name: 'Quibble Labs (member)', homepage_url: 'https://quibble.example' }
  const host = (homepage_url: string): Item => ({
    name: 'Quab',
    homepage_url,
    repo_url: 'https://github.com/q/q',
  })
  test.each<[string, Item, string | undefined]>([
    ['the same host', host('https://www.quibble.example/quab'), 'company:quibble-labs'],
    ['another host', host('https://quab.example'), undefined],
    [
      'a project of the CNCF has none',
      project('Quab', 'sandbox', { accepted: '2020-01-01' }, { homepage_url: 'https://quibble.example' }),
      undefined,
    ],
  ])('%s', (_, item, owner) => {
    expect(entriesOf([item], [member]).find((e) => e.id === 'project:quab')?.owner).toBe(owner)
  })

  test('a shared host says nothing', () => {
    const shared = [{ name: 'Quibble (member)', homepage_url: 'https://github.com/quibble' }]
    expect(
      entriesOf([host('https://github.com/quab')], shared).find((e) => e.name === 'Quab')?.owner,
    ).toBeUndefined()
  })
})

test('of two items with one id, the project of the CNCF stands and the names are united', () => {
  const listed = { name: 'Quibble (QBL)', repo_url: 'https://github.com/old/quibble' }
  const cncf = project('Quibble', 'sandbox', { accepted: '2020-01-01', lfx_slug: 'q5e' })
  for (const items of [
    [listed, cncf],
    [cncf, listed],
  ]) {
    const [entry, ...rest] = entriesOf(items)
    expect(rest).toEqual([])
    expect(entry).toMatchObject({ cncf: true, record: { foundation: 'foundation:cncf' } })
    expect(entry?.record?.repository).toBeUndefined()
    expect(new Set(entry?.aliases)).toEqual(new Set(['QBL', 'q5e']))
  }
})

describe('review', () => {
  const item = { name: 'Quibble Thing (QT)', repo_url: 'https://github.com/quibble/quibble' }
  test.each<[string, LandscapeReview[string], Partial<RegistryEntry> | undefined]>([
    ['omit', { omit: true, reason: 'a word' }, undefined],
    [
      'name',
      { name: 'Quibble', reason: 'shorter' },
      { id: 'project:quibble', name: 'Quibble', aliases: ['QT'] },
    ],
    [
      'aliases replace',
      { aliases: ['Quibs'], reason: 'r' },
      { id: 'project:quibble-thing', aliases: ['Quibs'] },
    ],
    ['kind', { kind: 'technology', reason: 'no program' }, { id: 'technology:quibble-thing' }],
  ])('%s', (_, decision, expected) => {
    const entry = only(item, { 'Quibble Thing (QT)': decision })
    if (expected) expect(entry).toMatchObject(expected)
    else expect(entry).toBeUndefined()
  })
  test('an item named like a property of every object is not taken for a decision', () => {
    expect(only({ name: 'constructor' })?.id).toBe('technology:constructor')
  })
})

describe('what is no landscape', () => {
  test.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'landscape'],
    ['an empty object', {}],
    ['no category', { landscape: [] }],
    ['a category without subcategories', { landscape: [{ name: 'Runtime' }] }],
  ])('%s', (_, yaml) => {
    expect(() => landscapeRegistry(yaml, { date })).toThrow(/no CNCF landscape file/)
  })

  test.each<[string, Item, RegExp]>([
    ['no name', { homepage_url: 'https://quibble.example' }, /item 1 of Runtime \/ Things: name/],
    ['an unknown level', { name: 'Quibble', project: 'ripe' }, /"Quibble" \(Runtime \/ Things\): project/],
    [
      'an address that is none',
      { name: 'Quibble', homepage_url: 'javascript:alert(1)' },
      /homepage_url: must be a web/,
    ],
    [
      'a date that is none',
      project('Quibble', 'sandbox', { accepted: 'June' }),
      /extra\.accepted: must be an ISO/,
    ],
    [
      'a level without its date',
      project('Quibble', 'graduated', { accepted: '2020-01-01' }),
      /"Quibble".* graduated, but/,
    ],
    [
      'levels in the wrong order',
      project('Quibble', 'incubating', { accepted: '2022-01-01', incubating: '2020-01-01' }),
      /"Quibble".* incubating on 2020-01-01, before/,
    ],
  ])('%s', (_, item, message) => {
    expect(() => entriesOf([item])).toThrow(LandscapeError)
    expect(() => entriesOf([item])).toThrow(message)
  })
})

describe('buildRegistry', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hallway-registry-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const write = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  const yaml = (names: string[]): string =>
    `landscape:\n  - category:\n    name: Runtime\n    subcategories:\n      - subcategory:\n        name: Things\n        items:\n${names
      .map((name) => `          - item:\n            name: ${name}\n`)
      .join('')}`

  test('writes one entry a line, sorted, whatever the order of the items', async () => {
    const there = await write('a.yml', yaml(['Quibble', 'Abble', 'Mabble']))
    const back = await write('b.yml', yaml(['Mabble', 'Abble', 'Quibble']))
    const first = await buildRegistry(there, join(folder, 'new', 'out1'), { date })
    const second = await buildRegistry(back, join(folder, 'out2'), { date })
    expect(first).toEqual({
      path: join(folder, 'new', 'out1', 'landscape.json'),
      date,
      dateFrom: 'given',
      entries: 3,
      projects: 0,
    })
    const text = await readFile(first.path, 'utf8')
    expect(text).toBe(await readFile(second.path, 'utf8'))
    expect(text).toBe(
      [
        '{"source":"CNCF Landscape","date":"2026-08-07","entries":[',
        '{"id":"technology:abble","name":"Abble"},',
        '{"id":"technology:mabble","name":"Mabble"},',
        '{"id":"technology:quibble","name":"Quibble"}',
        ']}\n',
      ].join('\n'),
    )
    expect(serialiseRegistry(JSON.parse(text))).toBe(text)
  })

  test.each<[string, string | null, string | undefined, RegExp]>([
    ['no date', yaml(['Quibble']), undefined, /--date YYYY-MM-DD$/],
    ['a date in words', yaml(['Quibble']), 'yesterday', /--date "yesterday" is no ISO date/],
    ['a day that does not exist', yaml(['Quibble']), '2026-02-30', /is no ISO date/],
    ['no file', null, date, /missing\.yml: there is no such file/],
    ['no YAML', 'a: [', date, /is no YAML \(/],
    ['YAML that is no landscape', 'a: 1', date, /no CNCF landscape file/],
  ])('%s', async (name, text, day, message) => {
    const path = text === null ? join(folder, 'missing.yml') : await write(`${name}.yml`, text)
    const build = buildRegistry(path, folder, { date: day })
    await expect(build).rejects.toThrow(RegistryBuildError)
    await expect(build).rejects.toThrow(message)
    await expect(build).rejects.not.toThrow(/\n/)
  })

  test('a folder that cannot be made', async () => {
    const file = await write('file', '')
    const path = await write('fine.yml', yaml(['Quibble']))
    await expect(buildRegistry(path, join(file, 'below'), { date })).rejects.toThrow(/cannot be written/)
  })
})
