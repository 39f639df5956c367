import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTranscript } from '../../extract/read/index.ts'
import { type GraphFile, parseGraph } from '../../src/schema.ts'
import { OTHER_TALK, TALK, workplace } from './harness.ts'

const place = workplace({
  'talks/a.txt': TALK,
  'talks/deep/b.md': OTHER_TALK,
  'talks/README.md': 'What stands here.',
  'talks/a.meta.yml': 'title: The first talk\nshow: Quay Talks\ndate: 2023-11\nhosts: Odile Varga\n',
  'nothing/notes.csv': 'a,b',
  'bad/empty.txt': ' \n',
  'bad/binary.txt': Uint8Array.of(0x41, 0, 0x42),
  'bad/latin.txt': Uint8Array.of(0x41, 0xe9, 0x42),
  'bad/prose.txt': 'Nobody speaks in this text, which goes on for a while.\n',
  'meta/a.txt': TALK,
  'wide.txt': new Uint8Array(Buffer.from(`\ufeff${TALK}`, 'utf16le')),
})
const graphIn = (text: string): GraphFile => parseGraph(JSON.parse(text))

describe('extract', () => {
  it('writes only the graph on standard output, and a summary on standard error', async () => {
    const { code, out, err } = await place.hallway(['extract', 'talks/a.txt'])
    expect(code).toBe(0)
    const graph = graphIn(out)
    expect(graph.attributes.episodes).toMatchObject([{ id: 'episode:a', date: '2023-11', file: 'a.txt' }])
    expect(graph.attributes.generator).toMatch(/^hallway \d/)
    expect(err).toMatch(/^1 episode, \d+ entit(y|ies), \d+ claims? in \d+\.\d s\n$/)
  })

  it('gives every piece of evidence the words it points at', async () => {
    const { out } = await place.hallway(['extract', 'talks/a.txt'])
    const { turns } = readTranscript({ name: 'a.txt', text: TALK })
    const evidence = graphIn(out).edges.flatMap((edge) => edge.attributes.evidence)
    expect(evidence.length).toBeGreaterThan(5)
    for (const { turn, start, end, quote } of evidence)
      expect(quote).toBe(turns[turn]?.text.slice(start, end))
  })

  it('gives the same bytes whatever the order and form of the paths', async () => {
    const [all, ...others] = await Promise.all(
      [
        ['talks'],
        ['talks/deep/b.md', 'talks/a.txt'],
        ['talks/*.txt', 'talks/**/*.md'],
        ['talks/a.txt', 'talks', './talks/../talks/a.txt'],
      ].map((paths) => place.hallway(['extract', ...paths])),
    )
    expect(graphIn(all?.out ?? '').attributes.episodes.map((e) => e.id)).toEqual(['episode:a', 'episode:b'])
    for (const other of others) expect(other.out).toBe(all?.out)
  })

  it('reads standard input', async () => {
    const stdin = (async function* () {
      yield Buffer.from(TALK.slice(0, 100))
      yield Buffer.from(TALK.slice(100))
    })()
    const { code, out } = await place.hallway(['extract', '-'], { stdin })
    expect({ code, ids: graphIn(out).attributes.episodes.map((e) => e.id) }).toEqual({
      code: 0,
      ids: ['episode:stdin'],
    })
  })

  it('reads UTF-16', async () => {
    const { code, out } = await place.hallway(['extract', 'wide.txt'])
    expect({ code, turns: graphIn(out).attributes.episodes[0]?.turns }).toEqual({ code: 0, turns: 6 })
  })

  it('leaves quotes out', async () => {
    const { out } = await place.hallway(['extract', 'talks/a.txt', '--no-quotes'])
    expect(graphIn(out).attributes.quotes).toBe(false)
    expect(out).not.toContain('"quote":')
  })

  it('writes a whole file, into folders that it makes, and leaves nothing else', async () => {
    const { code, out, err } = await place.hallway(['extract', 'talks/a.txt', '-o', 'new/folder/graph.json'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toContain(': new/folder/graph.json')
    graphIn(place.read('new/folder/graph.json'))
    expect(readdirSync(place.path('new/folder'))).toEqual(['graph.json'])
  })

  it('reports a bad transcript among good ones, does the rest, and exits with 1', async () => {
    const { code, out, err } = await place.hallway([
      'extract',
      'talks/a.txt',
      'bad/empty.txt',
      'bad/prose.txt',
    ])
    expect(code).toBe(1)
    expect(graphIn(out).attributes.episodes.map((e) => e.id)).toEqual(['episode:a'])
    expect(err.split('\n')).toEqual([
      'hallway: bad/empty.txt: is empty; give another file',
      expect.stringMatching(/^hallway: bad\/prose\.txt: no turn found/),
      expect.stringMatching(/^1 episode/),
      '',
    ])
  })

  it('does not take two transcripts for one', async () => {
    place.write('twins/1/talk.txt', TALK)
    place.write('twins/2/talk.txt', OTHER_TALK)
    const { code, err } = await place.hallway(['extract', 'twins', '-o', 'twins.json'])
    expect(code).toBe(1)
    expect(err).toContain(
      'twins/2/talk.txt: would be episode:talk, which is twins/1/talk.txt already; rename',
    )
  })

  it('takes one transcript that stands twice for one', async () => {
    place.write('copies/1/talk.txt', TALK)
    place.write('copies/2/talk.txt', TALK)
    const { code, out } = await place.hallway(['extract', 'copies'])
    expect({ code, episodes: graphIn(out).attributes.episodes.length }).toEqual({ code: 0, episodes: 1 })
  })

  const failures: [why: string, argv: string[], code: number, message: RegExp][] = [
    ['no such file', ['gone.txt'], 1, /^hallway: gone\.txt: no such file or folder; check the path\n$/],
    ['a glob without a match', ['gone/*.txt'], 1, /^hallway: gone\/\*\.txt: no file matches\n$/],
    [
      'a folder without transcripts',
      ['nothing'],
      1,
      /^hallway: nothing: the folder holds no transcript \(.*\)\n$/,
    ],
    [
      'an empty file',
      ['bad/empty.txt'],
      1,
      /^hallway: bad\/empty\.txt: is empty;.*\nhallway: nothing extracted/,
    ],
    ['a binary file', ['bad/binary.txt'], 1, /^hallway: bad\/binary\.txt: is no text but a binary file/],
    ['another encoding', ['bad/latin.txt'], 1, /^hallway: bad\/latin\.txt: is no UTF-8 text; convert it/],
    ['no transcript', ['bad/prose.txt'], 1, /^hallway: bad\/prose\.txt: no turn found/],
    ['no path', [], 2, /^hallway: missing required argument 'path'/],
    ['an unknown option', ['talks', '--quickly'], 2, /^hallway: unknown option '--quickly'/],
    [
      'an unknown format',
      ['talks', '--format', 'docx'],
      2,
      /'docx' is invalid\. Allowed choices are text, markdown/,
    ],
  ]
  it.each(failures)('refuses %s', async (_, argv, code, message) => {
    const ran = await place.hallway(['extract', ...argv, '-o', 'not-written.json'])
    expect(ran.err).toMatch(message)
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' })
    expect(existsSync(place.path('not-written.json'))).toBe(false)
  })

  const sides: [why: string, content: string, message: RegExp][] = [
    ['no YAML', 'title: [a\nshow: b', /^hallway: meta\/a\.meta\.yml:2: is no YAML/],
    ['a wrong date', 'date: November', /meta\/a\.meta\.yml: date: write the date as YYYY/],
    ['an unknown property', 'speaker: A', /meta\/a\.meta\.yml: .*"speaker".*it may have title, show/],
    ['a list', '- a', /meta\/a\.meta\.yml: .*it may have title/],
  ]
  it.each(sides)('refuses a side file with %s, and names it', async (_, content, message) => {
    place.write('meta/a.meta.yml', content)
    const { code, err } = await place.hallway(['extract', 'meta/a.txt'])
    expect(err).toMatch(message)
    expect(code).toBe(1)
  })

  it('reads a side file in JSON, and takes it for no transcript', async () => {
    place.write('json/a.txt', TALK)
    place.write('json/a.meta.json', '{"title": "Said in JSON"}')
    const { code, out, err } = await place.hallway(['extract', 'json'])
    expect(code, err).toBe(0)
    expect(JSON.parse(out).attributes.episodes).toMatchObject([{ title: 'Said in JSON' }])
  })

  it('refuses to write over a transcript, by whatever name', async () => {
    symlinkSync(place.path('talks/a.txt'), place.path('link.txt'))
    for (const output of ['talks/a.txt', './talks/deep/../a.txt', 'link.txt']) {
      const { code, err } = await place.hallway(['extract', 'talks/a.txt', '-o', output])
      expect({ code, err }).toEqual({
        code: 1,
        err: `hallway: ${output}: is one of the files that are read; give another file with -o\n`,
      })
    }
    expect(place.read('talks/a.txt')).toBe(TALK)
  })

  it('leaves no half of a file where the output cannot be written', async () => {
    mkdirSync(place.path('taken'))
    const { code, err } = await place.hallway(['extract', 'talks/a.txt', '-o', 'taken'])
    expect({ code, err }).toEqual({
      code: 1,
      err: 'hallway: taken: cannot be written: it is a folder; give another file with -o\n',
    })
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('shows a bar on a terminal only', async () => {
    const shown: string[] = []
    const stderr = { isTTY: true, columns: 60, write: (text: string) => shown.push(text) }
    await place.hallway(['extract', 'talks'], { stderr })
    expect(shown.filter((text) => text.includes('░'))).toHaveLength(2)
    for (const text of shown) expect(text.length).toBeLessThan(100)
    expect((await place.hallway(['extract', 'talks'])).err).not.toContain('░')
  })
})
