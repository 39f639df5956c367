import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { version } from '../../package.json'
import { serialize } from '../../src/graph.ts'
import type { RegistryFile } from '../../src/registry.ts'
import { extractFiles, registryOrder } from '../../viz/data/extraction.ts'
import { changedWords, madeWords, noticeOf, ownGraph } from '../../viz/data/opened.ts'
import { workplace } from '../cli/harness.ts'
import { fixture } from './fixture.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'data/registry')
const registries = registryOrder(readdirSync(folder).filter((f) => f.endsWith('.json'))).map(
  (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as RegistryFile,
)
const sample = readFileSync(join(root, 'data/transcripts/hallway-sample-1.txt'), 'utf8')
const short = `Ada Moss: Welcome to the show. My guest today is Ben Fry, a maintainer of Argo CD. Hi Ben.

Ben Fry: Hi Ada, I'm Ben Fry. I work at Kestrel Labs and I'm a maintainer of Argo CD.

Ada Moss: What level is it at?

Ben Fry: Argo CD is graduated. It runs on Kubernetes.
`

describe('extraction in the browser', () => {
  test('gives the bytes of hallway extract, in whatever order the files come', async () => {
    const place = workplace({ 'sample.txt': sample, 'short.txt': short })
    const ran = await place.hallway(['extract', 'sample.txt', 'short.txt'], { root })
    expect(ran.code, ran.err).toBe(0)
    const told: [number, string][] = []
    const { graph, problems } = extractFiles(
      [
        { name: 'short.txt', text: short },
        { name: 'sample.txt', text: sample },
      ],
      registries,
      `hallway ${version}`,
      (done, file) => told.push([done, file]),
    )
    expect(problems).toEqual([])
    expect(graph && serialize(graph)).toBe(ran.out)
    expect(told).toEqual([
      [0, 'sample.txt'],
      [1, 'short.txt'],
    ])
  })

  test('a file that cannot be read costs itself only; a copy counts once; a namesake is refused', () => {
    const { graph, problems } = extractFiles(
      [
        { name: 'bad.vtt', text: 'WEBVTT\n\nnothing here' },
        { name: 'talk.md', text: short },
        { name: 'talk.md', text: short },
        { name: 'talk.txt', text: short.replace('graduated', 'incubating') },
      ],
      registries.slice(0, 1),
      'test',
    )
    expect(graph?.attributes.episodes).toHaveLength(1)
    expect(problems.map((p) => p.file)).toEqual(['bad.vtt', 'talk.txt'])
    expect(problems[1]?.problem).toMatch(/talk\.md already; rename/)
    for (const { problem } of problems) expect(problem).not.toContain('\n')
  })

  test('nothing readable makes no graph', () => {
    const made = extractFiles([{ name: 'a.srt', text: 'x' }], registries.slice(0, 1), 'test')
    expect(made.graph).toBeNull()
    expect(made.problems).toHaveLength(1)
  })
})

test('the landscape comes first, then the others by name', () => {
  expect(registryOrder(['b.json', 'landscape.json', 'a.json'])).toEqual([
    'landscape.json',
    'a.json',
    'b.json',
  ])
})

describe('what is said of opened files', () => {
  const { graph, transcripts } = fixture()

  test('a graph of several transcripts is named after the first, and brings their words', () => {
    const own = ownGraph(graph, transcripts)
    expect(own).toMatchObject({ name: 'made:gangway-12.txt+2', title: 'gangway-12.txt and 2 others' })
    expect(own.docs.map((d) => d.id)).toEqual(graph.attributes.episodes.map((e) => e.id))
    expect(madeWords(graph)).toMatch(
      /^Made a graph of 3 transcripts: \d+ entities, \d+ claims\. They never left this browser\.$/,
    )
  })
  test('a graph of one has its title', () => {
    const episodes = graph.attributes.episodes.slice(0, 1)
    const one = { ...graph, attributes: { ...graph.attributes, episodes } }
    expect(ownGraph(one, transcripts)).toMatchObject({
      name: 'made:gangway-12.txt',
      title: episodes[0]?.title,
    })
    expect(madeWords(one)).toMatch(/^Made a graph of gangway-12\.txt: .* It never left/)
  })
  test.each([
    [['a'], [], { kind: 'good', text: 'a' }],
    [['a', 'b'], ['x', 'y'], { kind: 'bad', text: 'x', more: ['y', 'a', 'b'] }],
    [['a', 'b', 'c'], [], { kind: 'good', text: '3 files were opened.', more: ['c'] }],
  ])('%j and %j', (good, bad, expected) => {
    expect(noticeOf(good, bad)).toEqual(expected)
  })
  test.each([
    ['gangway-12.txt', '0', /have changed/],
    ['gangway-12.txt', transcripts[0]?.fingerprint ?? '', null],
    ['other.txt', '0', null],
  ])('%s with the fingerprint "%s"', (file, fingerprint, message) => {
    const said = changedWords(graph, { file, fingerprint })
    if (message) expect(said).toMatch(message)
    else expect(said).toBeNull()
  })
})
