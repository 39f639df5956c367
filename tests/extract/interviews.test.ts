import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findInterviews } from '../../extract/interviews.ts'
import { readTranscript } from '../../extract/read/index.ts'
import { castSpeakers } from '../../extract/speakers.ts'
import { readTurn } from '../../extract/text.ts'

const interviewsOf = (lines: readonly string[]) => {
  const transcript = readTranscript({
    name: 'lantern.md',
    text: lines.map((l) => l.replace(/^([^:]+):/, '**$1:**')).join('\n\n'),
  })
  const turns = transcript.turns.map(readTurn)
  const interviews = findInterviews(turns, castSpeakers(transcript, turns))
  const slice = (turn: number, start: number, end?: number) => transcript.turns[turn]?.text.slice(start, end)
  return interviews.map((v) => ({
    turns: [v.firstTurn, v.lastTurn],
    guests: v.guests.map((g) => g.replace('person:', '')),
    introduction: slice(v.introduction.turn, v.introduction.start, v.introduction.end),
    begins: v.start === 0 ? null : slice(v.firstTurn, v.start),
    ends: v.end === transcript.turns[v.lastTurn]?.text.length ? null : slice(v.lastTurn, 0, v.end),
  }))
}

const H = 'Vera Lindqvist'
const talk = (guest: string, host = H): string[] => [
  `${guest}: It keeps a list of lamps, and lights them in order wherever there is one to be lit.`,
  `${host}: And who uses it?`,
  `${guest}: Harbours do, and a few railways that had written something like it on their own.`,
  `${host}: Where would I find it?`,
  `${guest}: On the page of the project.`,
]
const OPEN = `${H}: Welcome to Lantern. I’m Vera Lindqvist, and I’m here with Milo Okafor from Acme. Milo, what is it?`
const whole = (guest: string) => ({ guests: [guest], begins: null, ends: null })

describe('one conversation', () => {
  it('spans the file', () => {
    const lines = [OPEN, ...talk('Milo Okafor'), `${H}: Thanks for your time, Milo.`, 'Milo Okafor: Bye.']
    expect(interviewsOf(lines)).toEqual([
      {
        ...whole('milo-okafor'),
        turns: [0, 7],
        introduction: 'I’m Vera Lindqvist, and I’m here with Milo Okafor from Acme. Milo, what is it?',
      },
    ])
  })

  it('goes on over breaks, and while a guest is silent', () => {
    const lines = [
      `${H}: Welcome to Lantern. Our guests today are Milo Okafor from Acme and Edda Solberg from Bell.`,
      ...talk('Milo Okafor'),
      'Break: \\[1:00\\]',
      `${H}: We’re back. Edda, your turn.`,
      ...talk('Edda Solberg'),
      'Break: \\[2:00\\]',
      ...talk('Edda Solberg'),
      ...talk('Edda Solberg'),
      ...talk('Milo Okafor'),
      `${H}: Thank you both for coming on the show.`,
    ]
    const [only, ...more] = interviewsOf(lines)
    expect(more).toEqual([])
    expect(only).toMatchObject({ turns: [0, lines.length - 1], guests: ['milo-okafor', 'edda-solberg'] })
  })

  it('takes in a guest who comes late', () => {
    const lines = [
      OPEN,
      ...talk('Milo Okafor'),
      `${H}: And here is Edda Solberg, who works at Acme too.`,
      'Edda Solberg: Sorry for being late.',
      ...talk('Milo Okafor'),
    ]
    expect(interviewsOf(lines)).toMatchObject([
      { turns: [0, lines.length - 1], guests: ['milo-okafor', 'edda-solberg'] },
    ])
  })

  it('takes in guests who follow each other without a word of parting', () => {
    const lines = [OPEN, ...talk('Milo Okafor'), `${H}: So how fast is it?`, ...talk('Edda Solberg')]
    expect(interviewsOf(lines)).toHaveLength(1)
  })

  it('does not hold a long chat of the hosts before the welcome', () => {
    const chat = Array.from(
      { length: 8 },
      (_, i) =>
        `${i % 2 ? 'Tomas Brandt' : H}: ${i === 0 ? 'Welcome to Lantern, with me, Vera Lindqvist, and my co-host Tomas Brandt. ' : ''}${'We walked the whole length of the harbour and looked at the lamps there. '.repeat(5)}How was yours?`,
    )
    const lines = [...chat, `${H}: Let’s go in. I’m here with Milo Okafor from Acme.`, ...talk('Milo Okafor')]
    expect(interviewsOf(lines)).toMatchObject([{ turns: [8, 13], guests: ['milo-okafor'] }])
  })

  it('is none among hosts', () => {
    const lines = [
      `${H}: Welcome to Lantern. With me as always is my co-host Tomas Brandt.`,
      'Tomas Brandt: Hello! What do we talk about?',
      `${H}: Lamps. Do you like lamps?`,
      'Tomas Brandt: Who does not?',
    ]
    expect(interviewsOf(lines)).toEqual([])
  })
})

describe('several conversations', () => {
  it('part where a host says goodbye and the next turn welcomes', () => {
    const lines = [
      OPEN,
      ...talk('Milo Okafor'),
      `${H}: Thank you so much, Milo, for your time.`,
      'Milo Okafor: Thank you.',
      `${H}: All right. I’m at the booth of Bell with Edda Solberg. She looks after Chime. Edda, what is it?`,
      ...talk('Edda Solberg'),
    ]
    expect(interviewsOf(lines)).toMatchObject([
      { ...whole('milo-okafor'), turns: [0, 7] },
      {
        ...whole('edda-solberg'),
        turns: [8, 13],
        introduction: 'I’m at the booth of Bell with Edda Solberg. She looks after Chime. Edda, what is it?',
      },
    ])
  })

  it('share the turn that does both, cut where the introduction begins', () => {
    const lines = [
      OPEN,
      ...talk('Milo Okafor'),
      `${H}: So that is the page. Thanks, Milo. All right, I’m here with Edda Solberg of Bell.`,
      ...talk('Edda Solberg'),
    ]
    expect(interviewsOf(lines)).toEqual([
      expect.objectContaining({
        ...whole('milo-okafor'),
        turns: [0, 6],
        ends: 'So that is the page. Thanks, Milo.',
      }),
      expect.objectContaining({
        ...whole('edda-solberg'),
        turns: [6, 11],
        begins: 'All right, I’m here with Edda Solberg of Bell.',
      }),
    ])
  })

  it('part at a break, which belongs to neither, even if the next is introduced a little later', () => {
    const lines = [
      OPEN,
      ...talk('Milo Okafor'),
      `${H}: A good end. Thank you.`,
      'Milo Okafor: No problem.',
      'Break: \\[1:00\\]',
      `${H}: Day two.`,
      'Edda Solberg: I know!',
      `${H}: So I have Edda Solberg here, from Bell.`,
      ...talk('Edda Solberg'),
    ]
    expect(interviewsOf(lines)).toMatchObject([
      { ...whole('milo-okafor'), turns: [0, 7] },
      { ...whole('edda-solberg'), turns: [9, 16], introduction: 'So I have Edda Solberg here, from Bell.' },
    ])
  })

  it('may have a guest twice', () => {
    const lines = [
      OPEN,
      ...talk('Milo Okafor'),
      `${H}: Thanks for talking to me, Milo.`,
      'Break: \\[1:00\\]',
      `${H}: I’ve found Edda Solberg from Bell.`,
      ...talk('Edda Solberg'),
      `${H}: I’ll let you get back to it. Thanks, Edda.`,
      'Break: \\[2:00\\]',
      ...[`${H}: And I’m back with Milo Okafor.`, ...talk('Milo Okafor')],
    ]
    expect(interviewsOf(lines).map((v) => v.guests)).toEqual([
      ['milo-okafor'],
      ['edda-solberg'],
      ['milo-okafor'],
    ])
  })
})

describe('properties', () => {
  const guests = ['Milo Okafor', 'Edda Solberg', 'Tomas Brandt', 'Ines Falk']
  const visit = fc.record({
    parting: fc.constantFrom('Thank you so much for your time.', 'Thanks a lot. Talk to you later.'),
    shared: fc.boolean(),
    broken: fc.boolean(),
    rounds: fc.integer({ min: 1, max: 3 }),
  })

  it('visits one after the other are found, in order, and cover every turn but the breaks', () => {
    fc.assert(
      fc.property(fc.array(visit, { minLength: 1, maxLength: guests.length }), (visits) => {
        const lines: string[] = []
        let pending = ''
        for (const [i, { parting, shared, broken, rounds }] of visits.entries()) {
          const guest = guests[i] as string
          const opening = i === 0 ? 'Welcome to Lantern. ' : ''
          lines.push(`${H}: ${pending}${opening}All right, I’m here with ${guest} from Acme. What is it?`)
          for (let r = 0; r < rounds; r++) lines.push(...talk(guest))
          const first = guest.split(' ')[0]
          pending = shared && !broken ? `Cool. ${parting} Thanks, ${first}. ` : ''
          if (!pending) lines.push(`${H}: Cool, ${first}. ${parting}`, `${guest}: Thank you.`)
          if (broken && i < visits.length - 1) lines.push('Break: x')
        }
        const found = interviewsOf(lines)
        expect(found.map((v) => v.guests.length)).toEqual(visits.map(() => 1))
        const covered = new Set(found.flatMap(({ turns: [a, z] }) => lines.slice(a, (z as number) + 1)))
        expect(lines.filter((l) => !l.startsWith('Break') && !covered.has(l))).toEqual([])
        expect(found.flatMap(({ turns: [a, z] }) => lines.slice(a, (z as number) + 1))).not.toContain(
          'Break: x',
        )
      }),
      { numRuns: 60 },
    )
  })

  it('spans lie in the file, in order, for any sequence of speakers', () => {
    const line = fc
      .tuple(
        fc.constantFrom(H, ...guests, 'Break'),
        fc.constantFrom(
          'Thanks, Milo.',
          'Welcome to Lantern.',
          'I’m here with Edda Solberg.',
          'What?',
          'Hm.',
        ),
      )
      .map(([who, what]) => `${who}: ${what}`)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        let turn = 0
        for (const v of interviewsOf(lines)) {
          const [first, last] = v.turns as [number, number]
          expect(first).toBeGreaterThanOrEqual(turn)
          expect(last).toBeGreaterThanOrEqual(first)
          expect(last).toBeLessThan(lines.length)
          expect(v.introduction).toBeTruthy()
          turn = last
        }
      }),
    )
  })
})

const shared = new URL('../../../shared/', import.meta.url)
const gold = existsSync(new URL('gold', shared))
  ? readdirSync(new URL('gold', shared))
      .filter((name) => name.endsWith('.gold.json'))
      .sort()
  : []

describe('against the gold annotation', () => {
  if (gold.length === 0) it.skip('../shared/gold is not here', () => {})
  it.each(gold)('%s', (name) => {
    const base = name.replace('.gold.json', '')
    const file = ['.md', '.txt']
      .map((e) => base + e)
      .find((f) => existsSync(new URL(`transcripts/${f}`, shared)))
    const text = readFileSync(new URL(`transcripts/${file}`, shared), 'utf8')
    const { interviews } = JSON.parse(readFileSync(new URL(`gold/${name}`, shared), 'utf8')) as {
      interviews: { first_turn: number; last_turn: number; guests: string[] }[]
    }
    const transcript = readTranscript({ name: file as string, text })
    const turns = transcript.turns.map(readTurn)
    const found = findInterviews(turns, castSpeakers(transcript, turns))
    expect(found.map((v) => [v.firstTurn, v.lastTurn, v.guests])).toEqual(
      interviews.map((v) => [v.first_turn, v.last_turn, v.guests]),
    )
  })
})
