import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { buildRegistry, serialiseRegistry } from '../../cli/registry.ts'
import { entityId } from '../../src/ids.ts'
import { LandscapeReview } from '../../src/landscape.ts'
import { entryKind, joinRegistry, type RegistryEntry, type RegistryFile } from '../../src/registry.ts'
import { ENTITY_KINDS, idPattern, RegistryRecord } from '../../src/schema.ts'

const root = new URL('../../data/registry/', import.meta.url)
const shared = new URL('../../../shared/', import.meta.url)
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, root), 'utf8'))

const Entry = z.strictObject({
  id: z.string().regex(idPattern),
  name: z.string().trim().min(1),
  aliases: z.array(z.string().trim().min(1)).min(1).optional(),
  misheard: z.array(z.string().trim().min(1)).min(1).optional(),
  everyday: z.union([z.literal(true), z.array(z.string().min(1)).min(1)]).optional(),
  cncf: z.literal(true).optional(),
  owner: z
    .string()
    .regex(/^company:/)
    .optional(),
  record: RegistryRecord.optional(),
})
const Reasons = z.record(z.string(), z.string().min(1))
const File = z.strictObject({
  source: z.enum(['CNCF Landscape', 'Hallway']),
  date: z.iso.date(),
  entries: z.array(Entry),
  reasons: Reasons.optional(),
  plain: Reasons.optional(),
})

const DEFINING = ['landscape', 'technologies', 'projects', 'companies', 'foundations', 'events']
const OVERLAYS = ['everyday', 'spellings']
const files = new Map(
  [...DEFINING, ...OVERLAYS].map((name) => [
    name,
    File.parse(json(`${name}.json`)) as RegistryFile & z.infer<typeof File>,
  ]),
)
const file = (name: string) => {
  const found = files.get(name)
  if (!found) throw new Error(`no file ${name}`)
  return found
}
const defined = joinRegistry(DEFINING.map(file)).entries
const byId = new Map(defined.map((e) => [e.id, e]))
const namesOf = (e: RegistryEntry): string[] => [e.name, ...(e.aliases ?? [])]
const squash = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}+#.]+/gu, '')

/** Ids that are not made from the name, each with its reason. */
const OWN_IDS = new Map([
  ['technology:c++', 'its slug would be that of C'],
  ['technology:c-sharp', 'its slug would be that of C'],
  ['technology:f-sharp', 'its slug would be a letter'],
  ['technology:gcp', 'the short form is older than the name and stays when the name changes'],
  ['technology:custom-resource-definition', 'the words of the name are run together'],
  ['project:k6', 'the name before Grafana bought it, which everybody says'],
  ['project:spring', 'the short form is what everybody says'],
  ['project:cncf-trail-map', 'the short form is what everybody says'],
  ['event:kubecon', 'the short form is what everybody says'],
])
const isKubeCon = (id: string): boolean => /^event:kubecon-(na|eu|china|india|japan)-20\d\d$/.test(id)

test('the folder holds these files and no other', () => {
  const found = readdirSync(root).filter((name) => name.endsWith('.json'))
  expect(found.sort()).toEqual([...files.keys()].map((name) => `${name}.json`).sort())
})

describe.each([...files.keys()])('%s.json', (name) => {
  const { entries } = file(name)
  test('one entry a line, sorted, each id once', () => {
    const text = readFileSync(new URL(`${name}.json`, root), 'utf8')
    expect(text.startsWith(serialiseRegistry(json(`${name}.json`) as RegistryFile).slice(0, -4))).toBe(true)
    expect(text.endsWith('}\n')).toBe(true)
    const ids = entries.map((e) => e.id)
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => (a < b ? -1 : 1)))
  })
  test('kinds are known and ids are made from names', () => {
    const wrong = entries.filter(
      (e) =>
        !ENTITY_KINDS.includes(entryKind(e)) ||
        (e.id !== entityId(entryKind(e), e.name) && !OWN_IDS.has(e.id) && !isKubeCon(e.id)),
    )
    expect(wrong.map((e) => `${e.id} ${e.name}`)).toEqual([])
  })
  test('no alias says what the name or another alias says', () => {
    const twice = entries.flatMap((e) => {
      const all = namesOf(e).map((n) => n.toLowerCase())
      return all.filter((n, i) => all.indexOf(n) !== i).map((n) => `${e.id} ${n}`)
    })
    expect(twice).toEqual([])
  })
})

test('no exception is listed for an id that is not there', () => {
  expect([...OWN_IDS.keys()].filter((id) => !byId.has(id))).toEqual([])
})

test('sizes', () => {
  expect(defined.filter((e) => e.cncf)).toHaveLength(255)
  const atLeast: Record<string, number> = {
    technologies: 300,
    projects: 250,
    companies: 300,
    foundations: 50,
    events: 100,
  }
  for (const [name, size] of Object.entries(atLeast))
    expect(file(name).entries.length, name).toBeGreaterThanOrEqual(size)
  const spellings = file('spellings').entries.flatMap((e) => [...(e.aliases ?? []), ...(e.misheard ?? [])])
  expect(spellings.length).toBeGreaterThanOrEqual(150)
})

test('within a kind, a name means one thing', () => {
  const all = joinRegistry([...DEFINING, ...OVERLAYS].map(file)).entries
  const owners = new Map<string, Set<string>>()
  for (const entry of all)
    for (const name of [...namesOf(entry), ...(entry.misheard ?? [])]) {
      const key = `${entryKind(entry)} ${squash(name)}`
      owners.set(key, (owners.get(key) ?? new Set()).add(entry.id))
    }
  expect(
    [...owners].filter(([, ids]) => ids.size > 1).map(([key, ids]) => `${key}: ${[...ids].join(', ')}`),
  ).toEqual([])
})

test('owners, foundations and dates are sound', () => {
  const wrong = defined.flatMap((e) => {
    const { owner, record } = e
    const dates = (record?.maturity ?? []).map((m) => m.since)
    return [
      owner && !byId.has(owner) ? `${e.id}: no owner ${owner}` : '',
      record?.foundation && !byId.has(record.foundation) ? `${e.id}: no ${record.foundation}` : '',
      record?.start && record.end && record.end < record.start ? `${e.id}: ends before it starts` : '',
      dates.join() !== [...dates].sort().join() ? `${e.id}: levels out of order` : '',
      e.cncf && !record?.maturity?.length ? `${e.id}: no level` : '',
    ].filter(Boolean)
  })
  expect(wrong).toEqual([])
})

test('what people expect is there', () => {
  const expected: Record<string, string> = {
    'project:argo-cd': 'Argo CD',
    'project:horizontal-pod-autoscaler': 'HPA',
    'project:grafana-mimir': 'Mimir',
    'project:apache-kafka': 'Kafka',
    'project:open-policy-agent': 'OPA',
    'project:kubernetes': 'K8s',
    'technology:amazon-s3': 'S3',
    'technology:amazon-eks': 'EKS',
    'technology:gcp': 'GCP',
    'technology:go': 'Golang',
    'technology:webassembly': 'Wasm',
    'technology:custom-resource-definition': 'CRD',
    'company:j.p.-morgan': 'JPMorgan',
    'foundation:cncf': 'Cloud Native Computing Foundation',
    'foundation:continuous-delivery-foundation': 'CD Foundation',
    'event:kubecon': 'KubeCon',
    'event:kubecon-na-2023': 'KubeCon Chicago',
  }
  for (const [id, alias] of Object.entries(expected)) {
    const entry = byId.get(id)
    expect(entry && namesOf(entry), id).toContain(alias)
  }
  expect(byId.get('project:helm')?.record?.maturity?.map((m) => m.level)).toEqual(['incubating', 'graduated'])
})

describe.each(OVERLAYS)('%s.json', (name) => {
  test('speaks of entries that are there, by their name', () => {
    const wrong = file(name).entries.filter((e) => byId.get(e.id)?.name !== e.name)
    expect(wrong.map((e) => `${e.id} ${e.name}`)).toEqual([])
  })
  test('gives a reason for every spelling, and none for what is not listed', () => {
    const { entries, reasons = {} } = file(name)
    const listed = new Set(
      entries.flatMap((e) => [
        ...(e.aliases ?? []),
        ...(e.misheard ?? []),
        ...(e.everyday === true ? namesOf(byId.get(e.id) ?? e) : (e.everyday ?? [])),
      ]),
    )
    expect([...listed].filter((spelling) => !reasons[spelling])).toEqual([])
    expect(Object.keys(reasons).filter((spelling) => !listed.has(spelling))).toEqual([])
  })
})

test('a spelling marked as everyday is a name of its entry', () => {
  const wrong = file('everyday').entries.flatMap((e) => {
    const known = byId.get(e.id)
    const listed = e.everyday === true ? [] : (e.everyday ?? [])
    return listed
      .filter((spelling) => !known || !namesOf(known).includes(spelling))
      .map((s) => `${e.id} ${s}`)
  })
  expect(wrong).toEqual([])
})

test("what is misheard is nobody's right name", () => {
  const right = new Map<string, string>()
  for (const e of defined) for (const name of namesOf(e)) right.set(name.toLowerCase(), e.id)
  const wrong = file('spellings').entries.flatMap((e) =>
    (e.misheard ?? [])
      .filter((m) => right.has(m.toLowerCase()))
      .map((m) => `${m}: ${e.id}, ${right.get(m.toLowerCase())}`),
  )
  expect(wrong).toEqual([])
})

test('every decision on a landscape item has its reason', () => {
  const review = LandscapeReview.parse(json('review/landscape.json'))
  for (const [item, { reason, ...decision }] of Object.entries(review)) {
    expect(reason.trim().length, item).toBeGreaterThan(5)
    expect(Object.keys(decision), item).not.toEqual([])
  }
})

const landscape = new URL('registry/landscape.yml', shared)
test.skipIf(!existsSync(landscape))(
  'landscape.json is what the build makes (skipped without ../shared)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hallway-landscape-'))
    try {
      const { path } = await buildRegistry(landscape.pathname, folder, { date: file('landscape').date })
      expect(readFileSync(path, 'utf8') === readFileSync(new URL('landscape.json', root), 'utf8')).toBe(true)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

const corpus = new URL('corpus/gotime/', shared)
test.skipIf(!existsSync(corpus))(
  'names that talk uses in small letters are marked (skipped without ../shared)',
  () => {
    const { entries, plain = {} } = file('everyday')
    const marked = new Set(
      entries.flatMap((e) =>
        (e.everyday === true ? namesOf(byId.get(e.id) ?? e) : (e.everyday ?? [])).map((n) => `${e.id} ${n}`),
      ),
    )
    const counts = new Map<string, number>()
    for (const name of readdirSync(corpus))
      for (const word of readFileSync(new URL(name, corpus), 'utf8')
        .replace(/https?:\/\/\S+|`[^`]*`/g, ' ')
        .split(/[^A-Za-z0-9'’.+#/-]+/)) {
        const bare = word.replace(/^[.'-]+|[.',-]+$/g, '')
        if (bare && bare === bare.toLowerCase()) counts.set(bare, (counts.get(bare) ?? 0) + 1)
      }
    const missing = defined.flatMap((e) =>
      namesOf(e)
        .filter(
          (n) =>
            (counts.get(n.toLowerCase()) ?? 0) > 2 && !plain[n.toLowerCase()] && !marked.has(`${e.id} ${n}`),
        )
        .map((n) => `${e.id} ${n}`),
    )
    expect(missing).toEqual([])
  },
)
