import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTranscript } from '../../extract/read/index.ts'
import { castSpeakers } from '../../extract/speakers.ts'
import { readTurn } from '../../extract/text.ts'
import type { Metadata } from '../../extract/types.ts'

/** A transcript from lines `Label: words`. */
const cast = (lines: string[], metadata: Metadata = {}) => {
  const transcript = readTranscript({
    name: 'lantern-7.md',
    text: lines.map((l) => l.replace(/^([^:]+):/, '**$1:**')).join('\n\n'),
    metadata,
  })
  return { transcript, ...castSpeakers(transcript, transcript.turns.map(readTurn)) }
}
const named = (lines: string[], metadata?: Metadata) =>
  Object.fromEntries(cast(lines, metadata).speakers.map((s) => [s.id, s.labels]))
const roles = (lines: string[], metadata?: Metadata) =>
  Object.fromEntries(cast(lines, metadata).speakers.map((s) => [s.name, s.role]))

describe('labels become people', () => {
  const cases: [name: string, lines: string[], people: Record<string, string[]>, metadata?: Metadata][] = [
    [
      'a first name is the speaker who bears it',
      ['Vera Lindqvist: Hello, Milo.', 'Milo Okafor: Hi.', 'Vera: So?', 'Milo: Well.'],
      {
        'person:vera-lindqvist': ['Vera Lindqvist', 'Vera'],
        'person:milo-okafor': ['Milo Okafor', 'Milo'],
      },
    ],
    [
      'of two, the nearest who spoke before',
      ['Milo Okafor: A.', 'Vera: B.', 'Milo: C.', 'Milo Brandt: D.', 'Vera: E.', 'Milo: F.'],
      {
        'person:milo-okafor': ['Milo Okafor', 'Milo'],
        'person:vera': ['Vera'],
        'person:milo-brandt': ['Milo Brandt', 'Milo'],
      },
    ],
    [
      'initials and upper case',
      ['VERA LINDQVIST: A.', 'MILO OKAFOR: B.', 'VL: C.', 'MO: D.', 'VERA: E.'],
      {
        'person:vera-lindqvist': ['VERA LINDQVIST', 'VL', 'VERA'],
        'person:milo-okafor': ['MILO OKAFOR', 'MO'],
      },
    ],
    [
      'initials alone, from the page',
      ['VL: A.', 'MO: B.', 'VL: C.'],
      { 'person:vera-lindqvist': ['VL'], 'person:milo-okafor': ['MO'] },
      { hosts: ['Vera Lindqvist'], guests: ['Milo Okafor'] },
    ],
    [
      'initials alone, from the words',
      ['VL: Welcome to Lantern, I’m Vera Lindqvist. We have Milo Okafor here.', 'MO: B.', 'VL: C.'],
      { 'person:vera-lindqvist': ['VL'], 'person:milo-okafor': ['MO'] },
    ],
    [
      'a first name is completed from the page where one fits',
      ['Vera: A.', 'Milo: B.', 'Edda: C.'],
      { 'person:vera': ['Vera'], 'person:milo-okafor': ['Milo'], 'person:edda': ['Edda'] },
      { guests: ['Milo Okafor', 'Edda Solberg', 'Edda Brandt'] },
    ],
    [
      'or from the introduction just before',
      [
        'Tomas Brandt: I have Vera Lindqvist from Acme here. So, Vera?',
        'Vera: Thanks.',
        'Tomas: And Edda is over there.',
        'Edda: Hi.',
      ],
      {
        'person:tomas-brandt': ['Tomas Brandt', 'Tomas'],
        'person:vera-lindqvist': ['Vera'],
        'person:edda': ['Edda'],
      },
    ],
    [
      'a word after a first name is no surname',
      ['Tomas Brandt: Thanks Vera. Kubernetes next. And Vera I think.', 'Vera: Yes.'],
      { 'person:tomas-brandt': ['Tomas Brandt'], 'person:vera': ['Vera'] },
    ],
    [
      'labels that name nobody',
      ['Vera Lindqvist: A.', 'Break: \\[1:00\\]', 'Announcer: Buy.', 'Milo Okafor: B.', 'Together: Bye!'],
      { 'person:vera-lindqvist': ['Vera Lindqvist'], 'person:milo-okafor': ['Milo Okafor'] },
    ],
    [
      'accents, titles and asides do not make another person',
      ['Zoë Lindqvist (host): A.', 'Dr. Milo Okafor, Acme: B.', 'Zoe Lindqvist: C.', 'Milo Okafor: D.'],
      {
        'person:zoe-lindqvist': ['Zoë Lindqvist (host)', 'Zoe Lindqvist'],
        'person:milo-okafor': ['Dr. Milo Okafor, Acme', 'Milo Okafor'],
      },
    ],
    [
      'a rare misspelling is the same person',
      [
        ...Array.from({ length: 12 }, (_, i) => (i % 2 ? 'Milo Okafor: B.' : 'Vera Lindqvist: A.')),
        'Vera Lindqvst: C.',
        'Milo Okafor: D.',
      ],
      {
        'person:vera-lindqvist': ['Vera Lindqvist', 'Vera Lindqvst'],
        'person:milo-okafor': ['Milo Okafor'],
      },
    ],
    [
      'unless the two talk to each other',
      ['Vera Lund: A.', 'Vera Lunde: B.', 'Vera Lund: C.', 'Vera Lunde: D.'],
      { 'person:vera-lund': ['Vera Lund'], 'person:vera-lunde': ['Vera Lunde'] },
    ],
    [
      'numbered speakers are people of this episode only, unless they say their name',
      ['Speaker 1: Hello.', "Speaker 2: Hi, I'm Milo Okafor from Acme.", 'Speaker 1: Good.'],
      { 'person:lantern-7/speaker-1': ['Speaker 1'], 'person:milo-okafor': ['Speaker 2'] },
    ],
  ]
  it.each(cases)('%s', (_, lines, people, metadata) => {
    expect(named(lines, metadata)).toEqual(people)
  })

  it('every turn has its speaker, breaks have none', () => {
    const { speakerOf } = cast(['Vera Lindqvist: A.', 'Break: x', 'Milo Okafor: B.', 'Vera: C.'])
    expect(speakerOf).toEqual([0, -1, 1, 0])
  })
})

describe('hosts and guests', () => {
  const chat = (host: string, guest: string) => [
    `${host}: What does it do?`,
    `${guest}: It keeps a list of lamps and lights them in order, on every machine that has one, and tells you when one goes out so that you can go and change it.`,
    `${host}: And who uses it?`,
    `${guest}: Harbours, mostly, and a few railways that had written something like it on their own and were tired of looking after it.`,
  ]
  const cases: [name: string, lines: string[], roles: Record<string, string>, metadata?: Metadata][] = [
    [
      'who opens the show hosts it',
      [
        'Vera Lindqvist: Welcome to Lantern. I’m Vera Lindqvist, and today I’m talking to Milo Okafor, who is an engineer at Acme.',
        'Milo Okafor: Thanks for having me.',
        ...chat('Vera Lindqvist', 'Milo Okafor'),
      ],
      { 'Vera Lindqvist': 'host', 'Milo Okafor': 'guest' },
    ],
    [
      'a co-host is named as one, or beside the guest',
      [
        'Vera Lindqvist: Welcome back to Lantern. On today’s show we have myself, Vera Lindqvist, and Tomas Brandt is also here.',
        'Tomas Brandt: Hello!',
        'Vera Lindqvist: And our special guest is a founder of Acme. Please welcome Milo Okafor.',
        'Milo Okafor: Thank you for having me.',
        ...chat('Tomas Brandt', 'Milo Okafor'),
        ...chat('Vera Lindqvist', 'Milo Okafor'),
      ],
      { 'Vera Lindqvist': 'host', 'Tomas Brandt': 'host', 'Milo Okafor': 'guest' },
    ],
    [
      'in one sentence',
      [
        'Vera Lindqvist: Welcome to Lantern. With me are Tomas Brandt and Edda Solberg, and our guest, Milo Okafor.',
        'Tomas Brandt: Hi.',
        'Edda Solberg: Hey.',
        'Milo Okafor: Glad to be here.',
        ...chat('Edda Solberg', 'Milo Okafor'),
        ...chat('Tomas Brandt', 'Milo Okafor'),
      ],
      { 'Vera Lindqvist': 'host', 'Tomas Brandt': 'host', 'Edda Solberg': 'host', 'Milo Okafor': 'guest' },
    ],
    [
      'a cold opening: who asks and thanks',
      [
        ...chat('Vera Lindqvist', 'Milo Okafor'),
        ...chat('Vera Lindqvist', 'Milo Okafor'),
        'Vera Lindqvist: Thank you so much for joining us here, Milo.',
        'Milo Okafor: Thanks for having me.',
      ],
      { 'Vera Lindqvist': 'host', 'Milo Okafor': 'guest' },
    ],
    [
      'the guest may speak first',
      [
        'Milo Okafor: It lights lamps.',
        'Vera Lindqvist: Welcome to Lantern, the show about harbours. Today our guest is Milo Okafor.',
        'Milo Okafor: Great to be here.',
        ...chat('Vera Lindqvist', 'Milo Okafor'),
      ],
      { 'Milo Okafor': 'guest', 'Vera Lindqvist': 'host' },
    ],
    [
      'what the page says wins',
      ['Vera Lindqvist: Welcome to Lantern.', ...chat('Vera Lindqvist', 'Milo Okafor')],
      { 'Vera Lindqvist': 'guest', 'Milo Okafor': 'host' },
      { hosts: ['Milo Okafor'] },
    ],
    [
      'so does the label',
      ['Milo Okafor (Host): Hm.', 'Vera Lindqvist (Guest): Is it? Was it?', 'Milo Okafor (Host): Yes.'],
      { 'Milo Okafor': 'host', 'Vera Lindqvist': 'guest' },
    ],
    [
      'a guest whom the page does not list',
      [
        'Vera Lindqvist: Welcome to Lantern. I’m here with Milo Okafor.',
        ...chat('Vera Lindqvist', 'Milo Okafor'),
        'Vera Lindqvist: Thanks for your time, Milo. And now I’m talking to Edda over at Acme.',
        ...chat('Vera Lindqvist', 'Edda'),
      ],
      { 'Vera Lindqvist': 'host', 'Milo Okafor': 'guest', Edda: 'guest' },
      { guests: ['Milo Okafor'] },
    ],
    [
      'an announcement after the end is by neither',
      [
        'Vera Lindqvist: Welcome to Lantern. Our guest is Milo Okafor.',
        ...chat('Vera Lindqvist', 'Milo Okafor'),
        'Vera Lindqvist: Thanks for listening, see you next time!',
        'Edda Solberg: Rate us wherever you get your shows.',
      ],
      { 'Vera Lindqvist': 'host', 'Milo Okafor': 'guest', 'Edda Solberg': 'other' },
    ],
  ]
  it.each(cases)('%s', (_, lines, expected, metadata) => {
    expect(roles(lines, metadata)).toEqual(expected)
  })

  it('each host comes with the words that show it', () => {
    const { transcript, speakers } = cast(cases[1]?.[1] as string[])
    const quotes = speakers.map(({ name, evidence: e }) => [
      name,
      e && transcript.turns[e.turn]?.text.slice(e.start, e.end),
    ])
    expect(quotes).toEqual([
      ['Vera Lindqvist', 'Welcome back to Lantern.'],
      ['Tomas Brandt', 'On today’s show we have myself, Vera Lindqvist, and Tomas Brandt is also here.'],
      ['Milo Okafor', undefined],
    ])
  })
})

const shared = new URL('../../../shared/', import.meta.url)

/** Gold annotations with the transcript beside each; none where the folder is not there. */
const gold = existsSync(new URL('gold', shared))
  ? readdirSync(new URL('gold', shared))
      .filter((name) => name.endsWith('.gold.json'))
      .sort()
      .map((name) => {
        const base = name.replace('.gold.json', '')
        const file = ['.md', '.txt']
          .map((e) => base + e)
          .find((f) => existsSync(new URL(`transcripts/${f}`, shared)))
        return {
          base,
          annotation: JSON.parse(readFileSync(new URL(`gold/${name}`, shared), 'utf8')) as {
            episode: { hosts: string[] }
            speakers: Record<string, string>
          },
          text: readFileSync(new URL(`transcripts/${file}`, shared), 'utf8'),
          file: file as string,
        }
      })
  : []

describe('against the gold annotation', () => {
  if (gold.length === 0) it.skip('../shared/gold is not here', () => {})
  it.each(gold)('$base', ({ annotation, text, file }) => {
    const transcript = readTranscript({ name: file, text })
    const { speakers } = castSpeakers(transcript, transcript.turns.map(readTurn))
    const ids = Object.fromEntries(speakers.flatMap((s) => s.labels.map((label) => [label, s.id])))
    expect(ids).toMatchObject(annotation.speakers)
    expect(
      speakers
        .filter((s) => s.role === 'host')
        .map((s) => s.name)
        .sort(),
    ).toEqual([...annotation.episode.hosts].sort())
  })
})
