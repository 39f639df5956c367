import { describe, expect, test } from 'vitest'
import { buildModel } from '../../viz/model/model.ts'
import { isGap, neighbours, sentencesOf } from '../../viz/model/sentences.ts'
import { fixture } from './fixture.ts'

const { graph, transcripts } = fixture()
const model = buildModel(graph)
const [doc] = transcripts
if (!doc) throw new Error('the fixture has no transcript')
const turns = sentencesOf(model, doc.id, doc)
const all = turns.flat()
const wordsAt = ({ turn, start, end }: { turn: number; start: number; end: number }): string =>
  doc.turns[turn]?.text.slice(start, end) ?? ''

test('every claim and fact of the episode is found again at the sentence that makes it', () => {
  const said = new Set(all.flatMap((s) => s.claims.map((e) => e.key)))
  const here = model.claims.filter((e) => e.attributes.evidence.some((v) => v.episode === doc.id))
  expect(here.filter((e) => !said.has(e.key))).toEqual([])
  for (const s of all)
    for (const { attributes } of s.claims)
      expect(
        attributes.evidence.some(
          (e) => e.episode === doc.id && e.turn === s.turn && e.start < s.end && s.start < e.end,
        ),
      ).toBe(true)
  const started = all.find((s) => s.facts.some((f) => f.fact.predicate === 'started'))
  expect(started && wordsAt(started)).toContain('2018')
})

test('names stand in the sentence that says them', () => {
  const built = all.find((s) => wordsAt(s).startsWith('It is written in Go'))
  expect(built?.names.map((n) => n.entity)).toEqual(['technology:go', 'project:kubernetes', 'project:helm'])
  expect(built?.claims.map((e) => e.attributes.predicate).sort()).toEqual([
    'built_on',
    'built_on',
    'written_in',
  ])
})

test('a sentence that names something and claims nothing is a gap; one that names nothing is none', () => {
  const gaps = all.filter(isGap).map(wordsAt)
  expect(gaps).toContain('For those who never heard of Keelson: what is it, and where did it begin?')
  expect(gaps).not.toContain('The coffee is strong today.')
  expect(gaps.filter((g) => g.startsWith('It is written in'))).toEqual([])
})

test('sentences cover each turn in order, and never overlap', () => {
  for (const [i, list] of turns.entries()) {
    let end = 0
    for (const s of list) {
      expect(s.turn).toBe(i)
      expect(s.start).toBeGreaterThanOrEqual(end)
      end = s.end
    }
    expect(list.map(wordsAt).join('').replace(/\s/g, '')).toBe(doc.turns[i]?.text.replace(/\s/g, ''))
  }
})

describe('from one to the next', () => {
  const list = [
    { turn: 2, start: 0 },
    { turn: 2, start: 9 },
    { turn: 5, start: 3 },
  ]
  test.each([
    [{ turn: 0 }, { now: -1, before: undefined, after: 0 }],
    [{ turn: 2 }, { now: 0, before: undefined, after: 1 }],
    [
      { turn: 2, start: 9 },
      { now: 1, before: 0, after: 2 },
    ],
    [
      { turn: 2, start: 10 },
      { now: -1, before: 1, after: 2 },
    ],
    [
      { turn: 5, start: 3 },
      { now: 2, before: 1, after: undefined },
    ],
    [{ turn: 9 }, { now: -1, before: 2, after: undefined }],
  ])('at %j', (at, expected) => {
    expect(neighbours(list, at)).toEqual(expected)
  })
  test('among none there is no way', () => {
    expect(neighbours([], { turn: 1 })).toEqual({ now: -1, before: undefined, after: undefined })
  })
})
