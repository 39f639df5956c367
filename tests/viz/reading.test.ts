import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { serialize } from '../../src/graph.ts'
import { openShelf } from '../../viz/data/load.ts'
import { type OpenedFile, readFiles } from '../../viz/data/reading.ts'
import type { TranscriptDoc } from '../../viz/model/transcript.ts'
import { fixture } from './fixture.ts'

const made = fixture()
const TALK = 'Ada Host: Welcome, Vera.\n\nVera Lind: Hello.\n'
const file = (name: string, content: string | Uint8Array): OpenedFile => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer }
}

describe('files that are opened', () => {
  test('graphs, transcripts and side files are told apart, and what is bad is named while the rest stays', async () => {
    const told: string[] = []
    const { graphs, transcripts, problems } = await readFiles(
      [
        file('b.txt', TALK),
        file('graph.json', serialize(made.graph)),
        file('a.vtt', 'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Vera Lind>Hello.\n'),
        file('b.meta.yml', 'title: The second\nhosts: [Ada Host]'),
        file('a.meta.json', '{"title": "The first", "date": "2023-11"}'),
        file('bad.txt', 'Nobody speaks.'),
        file('picture.png', new Uint8Array([0x89, 0x50, 0xff, 0xfe, 0])),
        file('torn.json', '{"attributes": '),
        file('alone.meta.yml', 'title: Alone'),
        file('wrong.meta.yml', 'title: [a\nshow: b'),
        file('wrong.txt', TALK),
        file('old.json', '{"attributes": {"format": "hallway-graph", "version": 99}}'),
        file('empty.txt', ' '),
      ],
      (_, name) => told.push(name),
    )
    expect(graphs.map((g) => g.name)).toEqual(['graph.json'])
    expect(transcripts.map((t) => [t.doc.file, t.source.metadata?.title, t.doc.turns.length])).toEqual([
      ['a.vtt', 'The first', 1],
      ['b.txt', 'The second', 2],
      ['wrong.txt', undefined, 2],
    ])
    expect(Object.fromEntries(problems.map((p) => [p.file, p.problem]))).toEqual({
      'bad.txt': expect.stringMatching(/no turn found/),
      'picture.png': 'it is no UTF-8 text; save it as text in UTF-8',
      'torn.json': expect.stringMatching(/breaks off/),
      'alone.meta.yml': 'no transcript of that name came with it; open both together',
      'wrong.meta.yml': expect.stringMatching(/^line 2: is no YAML/),
      'old.json': expect.stringMatching(/version 99/),
      'empty.txt': 'it is empty',
    })
    for (const { problem } of problems) expect(problem).not.toContain('\n')
    expect(told).toHaveLength(13)
  })

  test('the order in which they are chosen does not count', async () => {
    const files = [file('b.txt', TALK), file('b.meta.json', '{"title": "Two"}'), file('a.txt', TALK)]
    expect(await readFiles([...files].reverse())).toEqual(await readFiles(files))
  })

  test('what is far too large is refused before it is read', async () => {
    const huge = { ...file('huge.txt', TALK), size: 65 * 1024 * 1024, arrayBuffer: () => Promise.reject() }
    expect((await readFiles([huge])).problems[0]?.problem).toMatch(
      /68 MB; the viewer opens files up to 64 MB/,
    )
  })
})

describe('the transcripts of a graph', () => {
  const asked: string[] = []
  let most = 0
  beforeEach(() => {
    asked.length = 0
    let running = 0
    vi.stubGlobal('document', { getElementById: () => null })
    vi.stubGlobal('fetch', async (path: string) => {
      asked.push(path)
      most = Math.max(most, ++running)
      await new Promise((done) => setTimeout(done, 2))
      running--
      const [doc] = made.transcripts
      return path.startsWith('gone')
        ? { ok: false, status: 404 }
        : { ok: true, json: async () => ({ ...doc, id: path }) }
    })
  })
  afterEach(() => vi.unstubAllGlobals())
  const shelf = (...offers: [episode: string | null, address: string][]) => {
    const got: string[] = []
    const opened = openShelf(
      offers.map(([episode, address]) => ({ episode, address })),
      (doc: TranscriptDoc) => got.push(doc.id),
    )
    return { got, ...opened }
  }

  test('each is fetched when it is asked for, and once', async () => {
    const { want, got } = shelf(['episode:a', 'a.json'], ['episode:b', 'b.json'])
    expect(asked).toEqual([])
    await Promise.all([want('episode:b'), want('episode:b')])
    await want('episode:b')
    expect([asked, got]).toEqual([['b.json'], ['b.json']])
    expect(want('episode:c')).toBeNull()
  })
  test('an index that does not say whose they are is looked through, on demand', async () => {
    const { want } = shelf([null, 'a.json'], [null, 'b.json'])
    await want('episode:x')
    expect(asked).toEqual(['a.json', 'b.json'])
  })
  test('all of them, a few at a time', async () => {
    const { wantAll, got } = shelf(
      ...Array.from({ length: 12 }, (_, i) => [`episode:${i}`, `${i}.json`] as [string, string]),
    )
    await wantAll()
    expect(got).toHaveLength(12)
    expect(most).toBe(3)
  })
  test('what did not come is asked for again; what comes too late is dropped', async () => {
    const { want, got, close } = shelf(['episode:a', 'gone.json'], ['episode:b', 'b.json'])
    await want('episode:a')
    await want('episode:a')
    expect(asked).toEqual(['gone.json', 'gone.json'])
    const late = want('episode:b')
    close()
    await late
    expect(got).toEqual([])
  })
})
