import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { serialize } from '../../src/graph.ts'
import { bothTalks, MORNING } from '../src/fixture.ts'
import { workplace } from './harness.ts'

const gold = {
  episode: { id: MORNING.id },
  interviews: [{ id: '1', first_turn: 0, last_turn: 4, guests: ['person:petra-achterberg'] }],
  entities: [
    { id: 'person:petra-achterberg', kind: 'person', name: 'Petra Achterberg' },
    { id: 'project:lumen-mesh', kind: 'project', name: 'Lumen Mesh' },
    { id: 'project:forgotten', kind: 'project', name: 'Forgotten' },
  ],
  claims: [
    { s: 'person:petra-achterberg', p: 'represents', o: 'project:lumen-mesh', turns: [0] },
    { s: 'project:lumen-mesh', p: 'written_in', o: 'technology:tin', turns: [2] },
  ],
}
const place = workplace({
  'g.json': serialize(bothTalks()),
  'gold.json': JSON.stringify(gold),
  'no-gold.json': '{"entities":[]}',
  'landscape.yml': 'landscape: not a list\n',
})

describe('eval', () => {
  it('prints the figures', async () => {
    const { code, out } = await place.hallway(['eval', 'g.json', 'gold.json'])
    expect(code).toBe(0)
    expect(out).toMatch(/^entities +P \d\.\d{3} {2}R 0\.667 {2}F1 \d\.\d{3} {3}tp 2 fp \d+ fn 1\n/)
    expect(out).toMatch(/\n {2}represents +P 0\.333 {2}R 1\.000 .* tp 1 fp 2 fn 0\n/)
    expect(out).toMatch(/\nlookup exact 1 .*interviews 2 of 1, turns right 1\n$/)
  })

  it('measures one episode', async () => {
    const { out } = await place.hallway(['eval', 'g.json', 'gold.json', '--episode', MORNING.id, '--json'])
    expect(JSON.parse(out)).toMatchObject({
      claimsByPredicate: { represents: { tp: 1, fp: 0 } },
      interviews: { gold: 1, predicted: 1 },
    })
    expect(JSON.parse(out)).not.toHaveProperty('errors')
  })

  it('lists errors', async () => {
    const { out } = await place.hallway(['eval', 'g.json', 'gold.json', '--errors'])
    expect(out).toContain('missed entities (1)\n  project:forgotten\n')
    expect(out).toContain('missed claims (1)\n  project:lumen-mesh written_in technology:tin; turns 2\n')
    expect(out).toContain('  project:lumen-mesh has_maturity maturity:sandbox; former; turns 3\n')
    const json = await place.hallway(['eval', 'g.json', 'gold.json', '--errors', '--json'])
    expect(JSON.parse(json.out).errors.missedEntities).toEqual([{ id: 'project:forgotten', surfaces: [] }])
  })

  it.each([
    [
      'no gold',
      ['g.json', 'no-gold.json'],
      1,
      /^hallway: no-gold\.json: this is no gold annotation, at interviews/,
    ],
    ['gold for a graph', ['gold.json', 'gold.json'], 1, /^hallway: gold\.json: this is no Hallway graph/],
    ['no such file', ['g.json', 'gone.json'], 1, /^hallway: gone\.json: cannot be read: no such file/],
    [
      'another episode',
      ['g.json', 'gold.json', '--episode', 'x'],
      1,
      /^hallway: g\.json: has no x; it has episode:quay/,
    ],
    ['one file', ['g.json'], 2, /missing required argument 'gold'/],
  ] as const)('refuses %s', async (_, argv, code, message) => {
    const ran = await place.hallway(['eval', ...argv])
    expect(ran.err).toMatch(message)
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' })
  })
})

describe('schema', () => {
  it('prints the JSON Schema', async () => {
    const { code, out } = await place.hallway(['schema'])
    expect({ code, schema: JSON.parse(out).$schema }).toEqual({
      code: 0,
      schema: 'https://json-schema.org/draft/2020-12/schema',
    })
  })
})

describe('registry build', () => {
  const yaml = (accepted: string, head = ''): string =>
    `${head}landscape:
  - category:
    name: Runtime
    subcategories:
      - subcategory:
        name: Things
        items:
          - item:
            name: Quibble
            ${accepted ? `project: sandbox\n            extra:\n              accepted: '${accepted}'` : 'homepage_url: https://quibble.example'}
`

  it.each([
    [
      'the date that is given',
      yaml('2023-05-02', '# as of 2024-01-05\n'),
      ['--date', '2024-02-01'],
      '2024-02-01',
    ],
    ['a date in a comment at the top', yaml('2023-05-02', '# as of 2024-01-05\n'), [], '2024-01-05'],
    ['the last change of a level', yaml('2023-05-02'), [], '2023-05-02'],
  ] as const)('dates the registry by %s', async (_, text, argv, date) => {
    place.write('dated.yml', text)
    const { code, out, err } = await place.hallway(['registry', 'build', 'dated.yml', '-o', 'dated', ...argv])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toMatch(
      new RegExp(`^1 entry, 1 CNCF project among them, as of ${date}.*: dated/landscape\\.json\\n$`),
    )
    expect(JSON.parse(place.read('dated/landscape.json')).date).toBe(date)
  })

  it.each([
    [
      'no date',
      ['undated.yml', '-o', 'r'],
      1,
      /^hallway: undated\.yml: holds no date, .*--date YYYY-MM-DD\n$/,
    ],
    [
      'a wrong date',
      ['landscape.yml', '-o', 'r', '--date', 'May'],
      1,
      /^hallway: --date "May" is no ISO date/,
    ],
    ['no such file', ['gone.yml', '-o', 'r', '--date', '2024-01-01'], 1, /gone\.yml: there is no such file/],
    ['no landscape', ['landscape.yml', '-o', 'r', '--date', '2024-01-01'], 1, /landscape\.yml: /],
  ] as const)('refuses %s', async (_, argv, code, message) => {
    place.write('undated.yml', yaml(''))
    const ran = await place.hallway(['registry', 'build', ...argv])
    expect(ran.err).toMatch(message)
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' })
  })
})

describe('help', () => {
  const COMMANDS = [
    ...['extract', 'who', 'show', 'claims', 'path', 'check', 'explain', 'export', 'view', 'eval', 'schema'],
  ].map((name) => [name])

  it.each([...COMMANDS, ['registry', 'build']])(
    'hallway %s %s --help has examples that can be run',
    async (...name) => {
      const argv = name.filter((word) => word !== undefined)
      const { code, out, err } = await place.hallway([...argv, '--help'])
      expect({ code, err }).toEqual({ code: 0, err: '' })
      const examples = out.split('\n').filter((line) => line.startsWith(`  $ hallway ${argv.join(' ')}`))
      expect(examples.length).toBeGreaterThan(0)
      // Every option that an example names is one that the command has.
      for (const example of examples)
        for (const [option] of example.split('  ')[1]?.matchAll(/ --[a-z-]+/g) ?? [])
          expect(out.split('Examples:')[0]).toContain(option.trim())
    },
  )

  it('is shown for no command, as a mistake', async () => {
    const { code, out, err } = await place.hallway([])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('Usage: hallway')
  })

  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    for (const flag of ['-V', '--version'])
      expect(await place.hallway([flag])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })
})
