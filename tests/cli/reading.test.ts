import { describe, expect, it } from 'vitest'
import { serialize } from '../../src/graph.ts'
import { withoutQuotes } from '../../src/quotes.ts'
import { bothTalks, evidence, MORNING } from '../src/fixture.ts'
import { workplace } from './harness.ts'

const transcript = (talk: typeof MORNING): string =>
  talk.turns.map(({ label, text }) => `${label}: ${text}\n`).join('\n')

const graph = bothTalks()
for (const { target, attributes } of graph.edges)
  if (target === 'maturity:sandbox') attributes.verdict = 'conflicts'
const hostile = structuredClone(graph)
for (const { attributes } of hostile.edges)
  for (const e of attributes.evidence) e.quote = `\u001b[31mred\u0007 \u202eturned\n${e.quote}`

const place = workplace({
  'g.json': serialize(graph),
  'bare.json': serialize(withoutQuotes(graph)),
  'hostile.json': serialize(hostile),
  'morning.txt': transcript(MORNING),
  'other.txt': transcript(MORNING).replace('sandbox', 'garden'),
  'old.json': serialize(graph).replace('"version":1', '"version":7'),
  'other-tool.json': '{"nodes":[],"edges":[]}',
  'cut.json': serialize(graph).slice(0, 100),
  'empty.json': '',
})
const ask = (...argv: string[]) => place.hallway([...argv, '--graph', 'g.json'])

describe('who', () => {
  it('names guests, interviews, roles, employers and the words', async () => {
    const { code, out, err } = await ask('who', 'lumen mesh')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(`Lumen Mesh  project:lumen-mesh

Petra Achterberg   CTO at Quillsoft
  Lumen Mesh, with Petra Achterberg · Quay Talks #1 · 2023-11 · turns 0–4
    “Petra Achterberg is here from Lumen Mesh”
      — Odile Varga, turn 0, Quay Talks #1

Tomas Bellweather  Tidewater
  Lumen Mesh, with Tomas Bellweather · Quay Talks #2 · 2024-03 · turns 0–1
    “Lumen Mesh is incubating”
      — Tomas Bellweather, turn 1, Quay Talks #2
`)
  })

  it('says what a person represented', async () => {
    const { out } = await ask('who', 'Tomas')
    expect(out.split('\n').slice(0, 6)).toEqual([
      'Tomas Bellweather  person:tomas-bellweather',
      'works at Tidewater',
      'worked at Quillsoft',
      '',
      'Lumen Mesh  project',
      '  Lumen Mesh, with Tomas Bellweather · Quay Talks #2 · 2024-03 · turns 0–1',
    ])
  })

  it('names each role with its employer, and the sentence rather than a name in it', async () => {
    const more = structuredClone(graph)
    for (const e of more.edges) {
      if (e.key.startsWith('person:tomas-bellweather|works_at|company:quillsoft'))
        e.attributes.qualifiers = { role: 'advisor' }
      if (e.key !== 'person:petra-achterberg|represents|project:lumen-mesh') continue
      e.attributes.qualifiers = { role: 'maintainer' }
      e.attributes.evidence.push(evidence(MORNING, 0, 'Lumen Mesh', 'odile-varga'))
    }
    place.write('more.json', serialize(more))
    const { out } = await place.hallway(['who', 'lumen mesh', '-g', 'more.json'])
    expect(out).toContain('\nPetra Achterberg   maintainer, CTO at Quillsoft\n')
    expect(out).toContain('\nTomas Bellweather  advisor at Quillsoft, Tidewater\n')
    expect(out).not.toContain('“Lumen Mesh”')
  })

  it('prints JSON', async () => {
    const { out } = await ask('who', 'lumen mesh', '--json')
    expect(JSON.parse(out)).toMatchObject({
      entity: { id: 'project:lumen-mesh' },
      representations: [{ person: { id: 'person:petra-achterberg' }, role: 'CTO' }, {}],
    })
  })

  it('says when a name was taken for another', async () => {
    const { code, out, err } = await ask('who', 'lumen mehs')
    expect({ code, err }).toEqual({ code: 0, err: 'hallway: taking “lumen mehs” for Lumen Mesh\n' })
    expect(out).toMatch(/^Lumen Mesh/)
  })

  it('says so where nobody represented it', async () => {
    const { code, out } = await ask('who', 'quillsoft')
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Quillsoft  company:quillsoft\n\nNo guest represented it in these interviews.\n',
    })
  })

  it('takes the one of two namesakes that somebody represented', async () => {
    const two = structuredClone(graph)
    two.nodes.push({
      key: 'company:lumen-mesh',
      attributes: { kind: 'company', label: 'Lumen Mesh', surfaces: [], mentions: 1 },
    })
    place.write('two.json', serialize(two))
    const who = await place.hallway(['who', 'lumen mesh', '--graph', 'two.json'])
    expect(who.out).toMatch(/^Lumen Mesh {2}project:lumen-mesh/)
    const taken =
      'hallway: taking “lumen mesh” for project:lumen-mesh; there is also company:lumen-mesh (Lumen Mesh)\n'
    expect(who.err).toBe(taken)
    const path = await place.hallway(['path', 'petra', 'lumen mesh', '--graph', 'two.json'])
    expect(path.out).toMatch(/^Petra Achterberg to Lumen Mesh: 1 claim/)
    expect(path.err).toBe(taken)
    const show = await place.hallway(['show', 'lumen mesh', '--graph', 'two.json'])
    expect({ code: show.code, out: show.out, err: show.err }).toEqual({
      code: 1,
      out: '',
      err: 'hallway: “lumen mesh” may be one of several; ask for one by its id: company:lumen-mesh (Lumen Mesh), project:lumen-mesh (Lumen Mesh)\n',
    })
  })

  it('wraps quotes to the width of the terminal', async () => {
    const out: string[] = []
    await place.hallway(['who', 'lumen mesh', '--graph', 'g.json'], {
      stdout: { columns: 40, write: (text) => out.push(text) },
    })
    const quote = out
      .join('')
      .split('\n')
      .filter((line) => /^ {4}\S/.test(line))
    expect(quote.slice(0, 2)).toEqual(['    “Petra Achterberg is here from Lumen', '    Mesh”'])
  })

  it.each([
    ['a terminal', true, {}, true],
    ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
    ['a file', false, {}, false],
  ])('on %s', async (_, isTTY, env, colored) => {
    const out: string[] = []
    await place.hallway(['who', 'lumen mesh', '--graph', 'g.json'], {
      env,
      stdout: { isTTY, write: (text) => out.push(text) },
    })
    expect(out.join('').includes('\u001b[')).toBe(colored)
  })

  it('keeps what a transcript says from driving the terminal', async () => {
    for (const command of [['who', 'lumen mesh'], ['show', 'lumen mesh'], ['claims']]) {
      const { out } = await place.hallway([...command, '--graph', 'hostile.json'])
      expect(out).toContain('red')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    }
  })
})

describe('show', () => {
  it('shows facts, claims, the record and mentions', async () => {
    const { code, out } = await ask('show', 'lumen-mesh')
    expect(code).toBe(0)
    for (const line of [
      'Lumen Mesh  project:lumen-mesh',
      'spelled Lümen Mesh',
      'named 5 times',
      '  incubating since 2023-05-02',
      '  started 2019 (possible)',
      '    “we started Lumen Mesh in, I think, 2019”',
      '  is sandbox (former; the record disagrees)',
      '  is written in Zinc (denied)',
      '  is represented by Petra Achterberg',
      '  Lumen Mesh, with Petra Achterberg interview:quay-talks-1/1 · 2 times',
    ])
      expect(out.split('\n')).toContain(line)
  })

  it.each(graph.nodes.map((n) => n.key))('shows %s', async (id) => {
    const { code, out } = await ask('show', id)
    expect({ code, first: out.split('\n', 1)[0]?.endsWith(`  ${id}`) }).toEqual({ code: 0, first: true })
    const json = await ask('show', id, '--json')
    expect(JSON.parse(json.out)).toMatchObject({ entity: { id } })
  })
})

describe('claims', () => {
  it('prints the claims that answer to the filter', async () => {
    const { code, out } = await ask('claims', '--subject', 'lumen mesh', '--predicate', 'has-maturity')
    expect({ code, out }).toEqual({
      code: 0,
      out: `Lumen Mesh is incubating (current)
  “it is incubating now”
    — Petra Achterberg, turn 3, Quay Talks #1
  and 1 more place; --json has them all
Lumen Mesh is sandbox (former; conflicts)
  “It was in the sandbox”
    — Petra Achterberg, turn 3, Quay Talks #1
`,
    })
  })

  it.each([
    [['--verdict', 'conflicts'], 1],
    [['--speaker', 'petra'], 6],
    [['--object', '2019'], 1],
    [['--object', 'quillsoft'], 2],
    [['--subject', 'zinc'], 0],
  ])('%j gives %i', async (filter, count) => {
    const { code, out } = await ask('claims', ...filter, '--json')
    expect({ code, count: JSON.parse(out).length }).toEqual({ code: 0, count })
  })

  it('says so where nothing answers', async () => {
    const { code, out, err } = await ask('claims', '--subject', 'zinc')
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: 'hallway: no claim answers to this filter\n',
    })
  })
})

describe('path', () => {
  it('tells the chain as sentences, with the words and the weakest link', async () => {
    const { code, out, err } = await ask('path', 'sandbox', 'tidewater')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(`sandbox to Tidewater: 3 claims

sandbox is the level of Lumen Mesh (former; confidence 0.9; the weakest link)
  “It was in the sandbox”
    — Petra Achterberg, turn 3, Quay Talks #1

Lumen Mesh is maintained by Tomas Bellweather (confidence 0.9)
  “maintains Lumen Mesh”
    — Odile Varga, turn 0, Quay Talks #2

Tomas Bellweather represents Tidewater (confidence 0.9)
  “at Tidewater”
    — Odile Varga, turn 0, Quay Talks #2
`)
  })

  it('says so where nothing links them', async () => {
    const { code, out, err } = await ask('path', 'zinc', 'quillsoft')
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: 'hallway: no chain of claims links Zinc and Quillsoft\n',
    })
    const json = await ask('path', 'zinc', 'quillsoft', '--json')
    expect(JSON.parse(json.out)).toMatchObject({ from: { id: 'technology:zinc' }, steps: null })
  })

  it('prints JSON', async () => {
    const { out } = await ask('path', 'petra', 'lumen mesh', '--json')
    expect(JSON.parse(out)).toMatchObject({
      steps: [{ predicate: 'represents', reversed: false }],
      weakest: 0,
    })
  })

  it.each([
    ['petra', 'nowhere', 1, /no “nowhere”/],
    ['petra', undefined, 2, /missing required argument 'to'/],
  ])('refuses %s %s', async (from, to, code, message) => {
    const ran = await ask('path', from, ...(to === undefined ? [] : [to]))
    expect(ran.err).toMatch(message)
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' })
  })
})

describe('check', () => {
  it('tells each claim, what the record has, and the words; what conflicts comes first', async () => {
    const { code, out, err } = await ask('check')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(`Not on record (1)

  Lumen Mesh is sandbox (former)
    said in 2023-11; the record has incubating since 2023-05-02
    “It was in the sandbox”
      — Petra Achterberg, turn 3, Quay Talks #1

The record agrees (3)

  Lumen Mesh is incubating (current)
    said in 2023-11; the record has incubating since 2023-05-02
    “it is incubating now”
      — Petra Achterberg, turn 3, Quay Talks #1
  Lumen Mesh is incubating (current)
    said in 2024-03; the record has incubating since 2023-05-02
    “Lumen Mesh is incubating”
      — Tomas Bellweather, turn 1, Quay Talks #2
  Lumen Mesh is found at lumenmesh.example (homepage)
    said in 2023-11; the record has the homepage https://lumenmesh.example
    “lumenmesh.example”
      — Petra Achterberg, turn 3, Quay Talks #1

4 statements: 1 unrecorded, 3 agrees. The record: test, 2024-01-01.
`)
  })

  it.each([
    [['--verdict', 'agrees'], 3],
    [['--verdict', 'conflicts'], 0],
    [['--subject', 'lumen mesh'], 4],
    [['--subject', 'quillsoft'], 0],
  ])('%j gives %i', async (filter, count) => {
    const { code, out } = await ask('check', ...filter, '--json')
    expect({ code, count: JSON.parse(out).length }).toEqual({ code: 0, count })
  })

  it('says so where the record can speak of nothing', async () => {
    const { code, out, err } = await ask('check', '--subject', 'quillsoft')
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: 'hallway: the record can speak of no such claim\n',
    })
  })
})

describe('export', () => {
  it.each(['json', 'gexf', 'graphml', 'cytoscape', 'csv', 'jsonld', 'cypher', 'dot'])(
    '%s goes to standard output, or to a file',
    async (format) => {
      const { code, out } = await ask('export', format)
      expect(code).toBe(0)
      expect(out).toContain('Lumen Mesh')
      const { code: written, out: silent } = await ask('export', format, '-o', `out/graph.${format}`)
      expect({ written, silent }).toEqual({ written: 0, silent: '' })
      const text = place.read(`out/graph.${format}`)
      if (format === 'csv') expect(`${place.read('out/graph.nodes.csv')}\r\n${text}`).toBe(out)
      else expect(text).toBe(out)
    },
  )

  it('leaves out quotes and mentions', async () => {
    const { out } = await ask('export', 'cytoscape', '--no-quotes', '--no-mentions')
    expect(out).not.toContain('sandbox project')
    expect(out).not.toContain('"mentions"}')
    const predicates = JSON.parse(out).elements.edges.map(
      (e: { data: { predicate: string } }) => e.data.predicate,
    )
    expect(predicates).toContain('has_maturity')
    expect(predicates).not.toContain('mentions')
  })

  it('does not write a table over the graph that it reads', async () => {
    place.write('kept.nodes.csv', serialize(graph))
    const { code, err } = await place.hallway(['export', 'csv', '-g', 'kept.nodes.csv', '-o', 'kept.csv'])
    expect(code).toBe(1)
    expect(err).toContain('kept.nodes.csv: is one of the files that are read')
    expect(place.read('kept.nodes.csv')).toBe(serialize(graph))
  })
})

describe('export json', () => {
  it('writes the graph file in its canonical order', async () => {
    const pretty = place.write('pretty.json', JSON.stringify(graph, null, 2))
    const { code, out } = await place.hallway(['export', 'json', '-g', pretty])
    expect({ code, out }).toEqual({ code: 0, out: serialize(graph) })
  })

  it('leaves quotes out, into a file', async () => {
    const { code } = await ask('export', 'json', '--no-quotes', '-o', 'exported.json')
    expect({ code, text: place.read('exported.json') }).toEqual({
      code: 0,
      text: serialize(withoutQuotes(graph)),
    })
  })

  it('does not write over the graph that it reads', async () => {
    const { code, err } = await ask('export', 'json', '-o', './g.json')
    expect(code).toBe(1)
    expect(err).toContain('./g.json: is one of the files that are read')
  })
})

describe('--transcript', () => {
  it('brings quotes into a graph without them', async () => {
    const bare = await place.hallway(['who', 'lumen mesh', '-g', 'bare.json'])
    expect(bare.out).not.toContain('“')
    expect(bare.out).toContain('    — Odile Varga, turn 0')
    expect(bare.out).toContain('to read them: --transcript quay-talks-1.txt')
    const filled = await place.hallway(['who', 'lumen mesh', '-g', 'bare.json', '-t', 'morning.txt'])
    expect(filled.out).toContain('“Petra Achterberg is here from Lumen Mesh”')
  })

  it('refuses another version of it, and names both', async () => {
    place.write('quay-talks-1.txt', transcript(MORNING).replace('sandbox', 'garden'))
    const { code, err } = await place.hallway([
      'who',
      'lumen mesh',
      '-g',
      'bare.json',
      '-t',
      'quay-talks-1.txt',
    ])
    expect(code).toBe(1)
    expect(err).toMatch(
      /^hallway: quay-talks-1\.txt: this is not the transcript that the graph was made from .*\n$/,
    )
  })
})

describe('what is wrong', () => {
  const cases: [why: string, argv: string[], code: number, message: RegExp][] = [
    [
      'no such graph',
      ['who', 'x', '-g', 'gone.json'],
      1,
      /^hallway: gone\.json: cannot be read: no such file/,
    ],
    ['an empty graph', ['who', 'x', '-g', 'empty.json'], 1, /^hallway: empty\.json: is empty/],
    [
      'half a graph',
      ['show', 'x', '-g', 'cut.json'],
      1,
      /^hallway: cut\.json: is no JSON: .*make a graph with/,
    ],
    [
      'no graph',
      ['claims', '-g', 'other-tool.json'],
      1,
      /^hallway: other-tool\.json: this is no Hallway graph; make/,
    ],
    [
      'another version',
      ['who', 'x', '-g', 'old.json'],
      1,
      /^hallway: old\.json: this graph has version 7, .*again/,
    ],
    ['an unknown name', ['who', 'unheard of', '-g', 'g.json'], 1, /^hallway: the graph has no “unheard of”/],
    [
      'a name that is near',
      ['who', 'quil', '-g', 'g.json'],
      1,
      /the nearest names: company:quillsoft \(Quillsoft\)/,
    ],
    [
      'what nobody can represent',
      ['who', 'zinc', '-g', 'g.json'],
      1,
      /“zinc” is technology:zinc; guests represent projects and companies: see hallway show/,
    ],
    ['an unknown subject', ['claims', '--subject', 'nowhere', '-g', 'g.json'], 1, /no “nowhere”/],
    ['a speaker who is none', ['claims', '--speaker', 'zinc', '-g', 'g.json'], 1, /no “zinc”/],
    [
      'an unknown predicate',
      ['claims', '--predicate', 'loves', '-g', 'g.json'],
      2,
      /--predicate loves: there is no such predicate; there are represents, .*started/,
    ],
    [
      'an unknown verdict',
      ['claims', '--verdict', 'maybe', '-g', 'g.json'],
      2,
      /there are agrees, conflicts, close/,
    ],
    [
      'no such transcript',
      ['who', 'x', '-g', 'g.json', '-t', 'gone.txt'],
      1,
      /^hallway: gone\.txt: cannot be read/,
    ],
    [
      'the transcript of another talk',
      ['who', 'x', '-g', 'g.json', '-t', 'other.txt'],
      1,
      /^hallway: other\.txt: the graph has no episode episode:other; it was made from quay/,
    ],
    ['no name', ['who'], 2, /missing required argument 'name'/],
    ['an unknown command', ['whoo', 'x'], 2, /unknown command 'whoo'\n\(Did you mean who\?\)/],
    [
      'an unknown format',
      ['export', 'docx'],
      2,
      /'docx' is invalid for argument 'format'\. Allowed choices are json/,
    ],
    [
      'an unknown verdict to check for',
      ['check', '--verdict', 'maybe', '-g', 'g.json'],
      2,
      /there are agrees, conflicts, close/,
    ],
    ['a port that is none', ['view', '--port', '99999'], 2, /It is a number from 0 to 65535/],
  ]
  it.each(cases)('%s', async (_, argv, code, message) => {
    const ran = await place.hallway(argv)
    expect(ran.err).toMatch(message)
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' })
  })

  it('says so where the bundled graph is missing', async () => {
    const { code, err } = await place.hallway(['who', 'x'], { root: place.folder })
    expect(code).toBe(1)
    expect(err).toMatch(/^hallway: data\/graphs\/kubelist-39\.json: cannot be read: .*--graph FILE\n$/)
  })
})
