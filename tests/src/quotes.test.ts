import { describe, expect, it } from 'vitest'
import * as read from '../../extract/read/index.ts'
import { fillQuotes, fingerprint, QuoteError, withoutQuotes } from '../../src/quotes.ts'
import { bothTalks, EVENING, MORNING } from './fixture.ts'

const source = (talk: typeof MORNING) => ({
  episodeId: talk.id,
  fingerprint: fingerprint(talk.turns),
  turns: talk.turns,
})

describe('fillQuotes', () => {
  const bare = withoutQuotes(bothTalks())

  it('undoes withoutQuotes', () => {
    expect(JSON.stringify(bare)).not.toContain('"quote"')
    const half = fillQuotes(bare, source(MORNING))
    expect(half.attributes.quotes).toBe(false)
    expect(fillQuotes(half, source(EVENING))).toEqual(bothTalks())
  })

  it('gives every piece of evidence the slice of its turn', () => {
    for (const { attributes } of bothTalks().edges)
      for (const { episode, turn, start, end, quote } of attributes.evidence) {
        const talk = episode === MORNING.id ? MORNING : EVENING
        expect(quote).toBe(talk.turns[turn]?.text.slice(start, end))
      }
  })

  it('leaves the graph it is given as it is', () => {
    const before = JSON.stringify(bare)
    fillQuotes(bare, source(MORNING))
    expect(JSON.stringify(bare)).toBe(before)
  })

  it('refuses another version of the transcript', () => {
    const turns = MORNING.turns.map((turn) => ({ ...turn, text: `${turn.text} ` }))
    const other = { episodeId: MORNING.id, fingerprint: fingerprint(turns), turns }
    expect(() => fillQuotes(bare, other)).toThrow(QuoteError)
    expect(() => fillQuotes(bare, other)).toThrow(/not the transcript.*quay-talks-1\.txt/)
  })

  it('refuses the transcript of another episode', () => {
    expect(() => fillQuotes(bare, { ...source(MORNING), episodeId: 'episode:other' })).toThrow(
      /no episode episode:other; it was made from quay-talks-1\.txt, quay-talks-2\.txt/,
    )
  })

  it('refuses places that the turns do not have', () => {
    expect(() => fillQuotes(bare, { ...source(MORNING), turns: MORNING.turns.slice(0, 2) })).toThrow(/turn 3/)
  })
})

describe('fingerprint', () => {
  const turn = (label: string, text: string) => ({ label, text })
  const different: [string, { label: string; text: string }[]][] = [
    ['nothing', []],
    ['a turn', [turn('A', 'one')]],
    ['another label', [turn('B', 'one')]],
    ['another text', [turn('A', 'two')]],
    ['label and text cut elsewhere', [turn('Ao', 'ne')]],
    ['two turns', [turn('A', 'one'), turn('A', 'two')]],
    ['the other order', [turn('A', 'two'), turn('A', 'one')]],
    ['one turn of both', [turn('A', 'oneAtwo')]],
  ]

  it('differs where turns differ', () => {
    const prints = different.map(([, turns]) => fingerprint(turns))
    expect(new Set(prints).size).toBe(different.length)
    for (const print of prints) expect(print).toMatch(/^[0-9a-f]{16}$/)
  })

  it('is the one that the read stage takes', () => {
    const turns = MORNING.turns.map((t, index) => ({ ...t, index, line: index + 1 }))
    expect(read.fingerprint(turns)).toBe(fingerprint(turns))
  })

  it('stays the same from version to version', () => {
    expect(fingerprint([turn('A', 'one')])).toBe('6e82ae789ad71cdc')
  })
})
