/** Two invented conversations and what is found in them. Nobody and nothing in them exists. */
import type { Claim, Entity, Extraction, MentionPlace } from '../../src/claim.ts'
import { buildGraph } from '../../src/graph.ts'
import { fillQuotes, fingerprint } from '../../src/quotes.ts'
import type { EntityKind, Evidence, GraphFile, Qualifiers } from '../../src/schema.ts'

export interface Talk {
  id: string
  title: string
  date: string
  turns: { label: string; text: string }[]
}

export const MORNING: Talk = {
  id: 'episode:quay-talks-1',
  title: 'Quay Talks #1',
  date: '2023-11',
  turns: [
    { label: 'Odile', text: 'Welcome to Quay Talks. Petra Achterberg is here from Lumen Mesh.' },
    {
      label: 'Petra',
      text: 'Hello. I am the CTO of Quillsoft, and we started Lumen Mesh in, I think, 2019.',
    },
    { label: 'Odile', text: 'Is it a sandbox project?' },
    {
      label: 'Petra',
      text: 'It was in the sandbox, and it is incubating now. You find us at lumenmesh.example.',
    },
    { label: 'Odile', text: 'Thank you, Petra.' },
  ],
}

export const EVENING: Talk = {
  id: 'episode:quay-talks-2',
  title: 'Quay Talks #2',
  date: '2024-03',
  turns: [
    { label: 'Odile', text: 'Tomas Bellweather is here, who maintains Lumen Mesh at Tidewater.' },
    {
      label: 'Tomas',
      text: 'I worked at Quillsoft before. Lumen Mesh is incubating. It is not written in Zinc.',
    },
    { label: 'Odile', text: 'Good night, Tomas. Next week: Lümen Mesh again.' },
  ],
}

/** Where the words stand in a turn. */
export function evidence(talk: Talk, turn: number, words: string, speaker: string, rule = 'test'): Evidence {
  const start = talk.turns[turn]?.text.indexOf(words) ?? -1
  if (start < 0) throw new Error(`turn ${turn} does not say ${words}`)
  return {
    episode: talk.id,
    turn,
    start,
    end: start + words.length,
    speaker: `person:${speaker}`,
    rule,
    quote: words,
  }
}

const entity = (id: string, label: string, mentions = 1, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: id.slice(0, id.indexOf(':')) as EntityKind,
  label,
  surfaces: [label],
  mentions,
  ...more,
})

export const claim = (
  subject: string,
  predicate: Claim['predicate'],
  object: string,
  pieces: Evidence[],
  qualifiers: Qualifiers = {},
  confidence = 0.9,
): Claim => ({ subject, predicate, object, qualifiers, confidence, evidence: pieces })

const place = (
  talk: Talk,
  entityId: string,
  turn: number,
  words: string,
  interview?: string,
): MentionPlace => {
  const { start, end, speaker, rule } = evidence(talk, turn, words, 'odile-varga', 'registry-name')
  return {
    entity: entityId,
    turn,
    start,
    end,
    rule,
    ...(speaker ? { speaker } : {}),
    ...(interview ? { interview } : {}),
  }
}

const MESH = 'project:lumen-mesh'

export function morning(): Extraction {
  const at = (turn: number, words: string, speaker = 'petra-achterberg'): Evidence[] => [
    evidence(MORNING, turn, words, speaker),
  ]
  const interview = 'interview:quay-talks-1/1'
  return {
    episode: {
      id: MORNING.id,
      title: MORNING.title,
      date: MORNING.date,
      turns: MORNING.turns.length,
      file: 'quay-talks-1.txt',
      fingerprint: fingerprint(MORNING.turns),
    },
    interviews: [
      {
        id: interview,
        kind: 'interview',
        label: 'Lumen Mesh, with Petra Achterberg',
        episode: MORNING.id,
        firstTurn: 0,
        lastTurn: 4,
      },
    ],
    entities: [
      entity('person:odile-varga', 'Odile Varga', 0),
      entity('person:petra-achterberg', 'Petra Achterberg', 2, { surfaces: ['Petra Achterberg', 'Petra'] }),
      entity(MESH, 'Lumen Mesh', 2, {
        record: {
          maturity: [{ level: 'incubating', since: '2023-05-02' }],
          homepage: 'https://lumenmesh.example',
        },
      }),
      entity('company:quillsoft', 'Quillsoft'),
      entity('maturity:sandbox', 'sandbox'),
      entity('maturity:incubating', 'incubating'),
      entity('url:lumenmesh.example', 'lumenmesh.example'),
    ],
    claims: [
      claim('person:odile-varga', 'hosts', MORNING.id, at(0, 'Welcome to Quay Talks', 'odile-varga')),
      claim('person:petra-achterberg', 'guest_on', interview, at(1, 'Hello')),
      claim(interview, 'about', MESH, at(0, 'from Lumen Mesh', 'odile-varga')),
      claim(
        'person:petra-achterberg',
        'represents',
        MESH,
        at(0, 'Petra Achterberg is here from Lumen Mesh', 'odile-varga'),
      ),
      claim('person:petra-achterberg', 'works_at', 'company:quillsoft', at(1, 'I am the CTO of Quillsoft'), {
        role: 'CTO',
      }),
      claim(
        MESH,
        'started',
        '2019',
        at(1, 'we started Lumen Mesh in, I think, 2019'),
        { modality: 'possible' },
        0.6,
      ),
      claim(MESH, 'has_maturity', 'maturity:sandbox', at(3, 'It was in the sandbox'), { status: 'former' }),
      claim(
        MESH,
        'has_maturity',
        'maturity:incubating',
        at(3, 'it is incubating now'),
        { status: 'current' },
        0.8,
      ),
      claim(MESH, 'has_url', 'url:lumenmesh.example', at(3, 'lumenmesh.example'), { role: 'homepage' }),
    ],
    mentions: [
      place(MORNING, MESH, 1, 'Lumen Mesh', interview),
      place(MORNING, MESH, 0, 'Lumen Mesh', interview),
      place(MORNING, 'company:quillsoft', 1, 'Quillsoft', interview),
    ],
  }
}

export function evening(): Extraction {
  const at = (turn: number, words: string, speaker = 'tomas-bellweather'): Evidence[] => [
    evidence(EVENING, turn, words, speaker),
  ]
  const interview = 'interview:quay-talks-2/1'
  return {
    episode: {
      id: EVENING.id,
      title: EVENING.title,
      date: EVENING.date,
      turns: EVENING.turns.length,
      file: 'quay-talks-2.txt',
      fingerprint: fingerprint(EVENING.turns),
    },
    interviews: [
      {
        id: interview,
        kind: 'interview',
        label: 'Lumen Mesh, with Tomas Bellweather',
        episode: EVENING.id,
        firstTurn: 0,
        lastTurn: 1,
      },
    ],
    entities: [
      entity('person:odile-varga', 'Odile Varga', 0),
      entity('person:tomas-bellweather', 'Tomas Bellweather', 2, {
        surfaces: ['Tomas Bellweather', 'Tomas'],
      }),
      entity(MESH, 'Lumen mesh', 3, { surfaces: ['Lumen Mesh', 'Lümen Mesh'], confidence: 0.7 }),
      entity('company:quillsoft', 'Quillsoft'),
      entity('company:tidewater', 'Tidewater'),
      entity('technology:zinc', 'Zinc'),
      entity('maturity:incubating', 'incubating'),
    ],
    claims: [
      claim('person:odile-varga', 'hosts', EVENING.id, at(0, 'Tomas Bellweather is here', 'odile-varga')),
      claim('person:tomas-bellweather', 'guest_on', interview, at(1, 'I worked')),
      claim(interview, 'about', MESH, at(0, 'Lumen Mesh', 'odile-varga')),
      claim('person:tomas-bellweather', 'represents', MESH, at(1, 'Lumen Mesh is incubating')),
      claim(
        'person:tomas-bellweather',
        'represents',
        'company:tidewater',
        at(0, 'at Tidewater', 'odile-varga'),
      ),
      claim('person:tomas-bellweather', 'maintains', MESH, at(0, 'maintains Lumen Mesh', 'odile-varga')),
      claim(
        'person:tomas-bellweather',
        'works_at',
        'company:tidewater',
        at(0, 'at Tidewater', 'odile-varga'),
      ),
      claim(
        'person:tomas-bellweather',
        'works_at',
        'company:quillsoft',
        at(1, 'I worked at Quillsoft before'),
        {
          status: 'former',
        },
      ),
      claim(
        MESH,
        'has_maturity',
        'maturity:incubating',
        at(1, 'Lumen Mesh is incubating'),
        { status: 'current' },
        0.9,
      ),
      claim(MESH, 'written_in', 'technology:zinc', at(1, 'It is not written in Zinc'), {
        polarity: 'denied',
      }),
    ],
    mentions: [place(EVENING, MESH, 2, 'Lümen Mesh'), place(EVENING, MESH, 0, 'Lumen Mesh', interview)],
  }
}

export const OPTIONS = { registry: { source: 'test', date: '2024-01-01' }, generator: 'hallway test' }

/** The graph of both conversations, quotes everywhere. */
export function bothTalks(): GraphFile {
  const graph = buildGraph([morning(), evening()], OPTIONS)
  return fillQuotes(
    graph,
    ...[MORNING, EVENING].map(({ id, turns }) => ({ episodeId: id, fingerprint: fingerprint(turns), turns })),
  )
}
