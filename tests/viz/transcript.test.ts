import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeUrl, shownUrl } from '../../viz/model/links.ts'
import { buildModel } from '../../viz/model/model.ts'
import {
  contextOf,
  episodeFor,
  isTranscriptDoc,
  marksOf,
  segments,
  wordsOf,
} from '../../viz/model/transcript.ts'
import { dateWords, qualifierTags, thousands } from '../../viz/model/words.ts'
import { fixture } from './fixture.ts'

const { graph, bare, transcripts } = fixture()
const here = new Map(transcripts.map((t) => [t.id, t]))

describe('words', () => {
  test('are those of the graph, or cut from the transcript, and the same', () => {
    for (const [i, edge] of graph.edges.entries())
      for (const [j, evidence] of edge.attributes.evidence.entries()) {
        const without = bare.edges[i]?.attributes.evidence[j]
        if (!without) throw new Error('the bare graph has other edges')
        expect(wordsOf(without, new Map())).toBeNull()
        expect(wordsOf(without, here)).toBe(wordsOf(evidence, new Map()))
      }
  })
  test.each([
    ['another episode', { episode: 'episode:other', turn: 0, start: 0, end: 4 }],
    ['a turn that is not there', { episode: 'episode:gangway-12', turn: 999, start: 0, end: 4 }],
    ['beyond the end of the turn', { episode: 'episode:gangway-12', turn: 0, start: 0, end: 9999 }],
    ['no length', { episode: 'episode:gangway-12', turn: 0, start: 3, end: 3 }],
  ])('are missing: %s', (_, place) => {
    expect(wordsOf({ ...place, rule: 'r' }, here)).toBeNull()
  })
})

describe('the rest of the sentence', () => {
  const text = 'So. Is it incubating? Yes, it is graduated now, I think. Good.'
  const doc = { id: 'e', file: 'f', fingerprint: '', turns: [{ index: 0, label: 'A', text }] }
  test.each([
    ['graduated', { before: 'Yes, it is ', after: ' now, I think.' }],
    ['So', { before: '', after: '.' }],
    ['Good.', { before: '', after: '' }],
    ['Yes, it is graduated now, I think.', { before: '', after: '' }],
  ])('around "%s"', (words, expected) => {
    const start = text.indexOf(words)
    const e = { episode: 'e', turn: 0, start, end: start + words.length, rule: 'r' }
    expect(contextOf(e, new Map([['e', doc]]))).toEqual(expected)
  })
  test('is cut where it is long, and empty without a transcript', () => {
    const long = { ...doc, turns: [{ index: 0, label: 'A', text: `${'a'.repeat(500)}X${'b'.repeat(500)}` }] }
    const e = { episode: 'e', turn: 0, start: 500, end: 501, rule: 'r' }
    expect(contextOf(e, new Map([['e', long]]), 10)).toEqual({
      before: `…${'a'.repeat(10)}`,
      after: `${'b'.repeat(10)}…`,
    })
    expect(contextOf(e, new Map())).toEqual({ before: '', after: '' })
  })
})

test('a transcript finds its episode by its fingerprint, whatever the file is called', () => {
  const [first] = transcripts
  if (!first) throw new Error('the fixture has no transcript')
  expect(episodeFor(graph, { fingerprint: first.fingerprint })).toMatchObject({ id: first.id })
  expect(episodeFor(graph, { fingerprint: '0' })).toBeUndefined()
})

describe('segments', () => {
  const mark = fc.record({
    start: fc.integer({ min: -5, max: 40 }),
    end: fc.integer({ min: -5, max: 40 }),
    entity: fc.constantFrom('a', 'b'),
  })
  test('joined again are the text, whatever the marks', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mark), fc.option(mark), (text, marks, lit) => {
        expect(
          segments(text, marks, lit)
            .map((s) => s.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
  test('a mark inside the lit words is both', () => {
    expect(
      segments('We run Keelson here.', [{ start: 7, end: 14, entity: 'k' }], { start: 3, end: 19 }),
    ).toEqual([
      { text: 'We ', start: 0, lit: false },
      { text: 'run ', start: 3, lit: true },
      { text: 'Keelson', start: 7, lit: true, entity: 'k' },
      { text: ' here', start: 14, lit: true },
      { text: '.', start: 19, lit: false },
    ])
  })
  test('of overlapping marks the longest that begins first stays', () => {
    const out = segments('Argo CD rules', [
      { start: 0, end: 4, entity: 'argo' },
      { start: 0, end: 7, entity: 'argo-cd' },
      { start: 5, end: 13, entity: 'x' },
    ])
    expect(out.map((s) => s.entity)).toEqual(['argo-cd', undefined])
  })
})

test('marks are those of the mentions, each in its turn', () => {
  const marks = marksOf(buildModel(graph), 'episode:gangway-12')
  const text = transcripts[0]?.turns[3]?.text ?? ''
  expect(
    marks
      .get(3)
      ?.map((m) => text.slice(m.start, m.end))
      .sort(),
  ).toEqual(['Fernhill Labs', 'Ines Okafor', 'Keelson'])
  expect(marksOf(buildModel(graph), 'episode:none').size).toBe(0)
})

test.each([
  [{ id: 'a', file: 'f', fingerprint: 'x', turns: [{ index: 0, label: 'A', text: 'b' }] }, true],
  [{ id: 'a', file: 'f', turns: [{ index: 0, label: 'A' }] }, false],
  [{ id: 'a', file: 'f', turns: [null] }, false],
  [null, false],
  ['text', false],
])('%j is a transcript: %s', (json, expected) => {
  expect(isTranscriptDoc(json)).toBe(expected)
})

describe('addresses that may be followed', () => {
  test.each([
    ['keptn.sh', 'https://keptn.sh/'],
    ['https://Example.org/a?b=c', 'https://example.org/a?b=c'],
    ['http://example.org', 'http://example.org/'],
    ['github.com/kubevirt', 'https://github.com/kubevirt'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
  ])('%s', (text, url) => {
    expect(safeUrl(text)).toBe(url)
  })
  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'https://user:pass@example.org',
    'https://example.org@evil.example/',
    'localhost',
    'http://127.0.0.1/',
    'http://[::1]/',
    'https://exa mple.org',
    'https://example.org/"onclick="x',
    '//',
    '',
    `https://example.org/${'a'.repeat(3000)}`,
  ])('not %s', (text) => {
    expect(safeUrl(text)).toBeNull()
  })
  test('are shown short', () => {
    expect(shownUrl('https://www.example.org/')).toBe('example.org')
  })
})

test.each([
  ['2020-06-09', '9 June 2020'],
  ['2020-06', 'June 2020'],
  ['2020', '2020'],
  ['2020-13', '2020-13'],
  ['soon', 'soon'],
])('the date %s reads %s', (iso, words) => {
  expect(dateWords(iso)).toBe(words)
})

test('numbers and qualifiers read the same everywhere', () => {
  expect(thousands(1234567)).toBe('1\u202f234\u202f567')
  expect(qualifierTags({ since: '2020-06', polarity: 'denied', modality: 'possible', role: 'CTO' })).toEqual([
    'denied',
    'a guess',
    'CTO',
    'since June 2020',
  ])
  expect(qualifierTags({})).toEqual([])
})
