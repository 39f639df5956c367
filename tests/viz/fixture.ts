/**
 * An invented graph with its transcripts: eight conversations in three episodes, every kind and predicate.
 * Nobody in it exists. Text and claims are written by one function each, so that every quote is the slice of
 * its turn that the evidence points at.
 */

import { withVerdicts } from '../../src/check.ts'
import { entityId, urlId } from '../../src/ids.ts'
import { fingerprint, withoutQuotes } from '../../src/quotes.ts'
import {
  type EntityKind,
  type FactPredicate,
  type GraphEdge,
  type GraphFile,
  type GraphNode,
  isFact,
  type MaturityLevel,
  type Predicate,
  type Qualifiers,
  type RegistryRecord,
} from '../../src/schema.ts'
import type { TranscriptDoc } from '../../viz/model/transcript.ts'

interface Talk {
  project: string
  is: string
  guest: string
  role: string
  company: string
  /** Company where it began, when another. */
  born?: string
  year: string
  level: MaturityLevel
  since: string
  formerly?: MaturityLevel
  /** What the record has where it does not have the same: since when, or nothing. */
  recorded?: string | null
  language: string
  builtOn: string[]
  runsOn: string
  worksWith: string[]
  rivals: string[]
  users: string[]
  part?: string
  channel: string
  second?: { guest: string; role: string }
}

const EPISODES = [
  {
    id: 'gangway-12',
    show: 'Gangway Talks',
    title: 'Gangway Talks #12: Harbour Days',
    date: '2024-03',
    talks: [0, 1, 2, 3],
  },
  { id: 'gangway-13', show: 'Gangway Talks', title: 'Gangway Talks #13', date: '2024-05', talks: [4, 5] },
  {
    id: 'lamplight-4',
    show: 'Ops by Lamplight',
    title: 'Ops by Lamplight 4',
    date: '2025-02',
    talks: [6, 7],
  },
]

const TALKS: Talk[] = [
  {
    project: 'Keelson',
    is: 'a delivery controller',
    guest: 'Ines Okafor',
    role: 'staff engineer',
    company: 'Fernhill Labs',
    year: '2018',
    level: 'graduated',
    since: '2022-12-06',
    formerly: 'incubating',
    language: 'Go',
    builtOn: ['Kubernetes', 'Helm'],
    runsOn: 'Kubernetes',
    worksWith: ['Tidewatch', 'Git'],
    rivals: ['Brackenmesh'],
    users: ['Osprey Rail', 'Quillon Bank'],
    part: 'Keelson Rollups',
    channel: 'keelson',
    second: { guest: 'Piotr Lindqvist', role: 'product manager' },
  },
  {
    project: 'Tidewatch',
    is: 'a metrics store',
    guest: 'Dana Whitlock',
    role: 'CTO',
    company: 'Bluebarrow',
    year: '2016',
    level: 'incubating',
    since: '2021-08-24',
    formerly: 'sandbox',
    language: 'Rust',
    builtOn: ['Apache Arrow'],
    runsOn: 'Kubernetes',
    worksWith: ['Prometheus', 'OpenTelemetry'],
    rivals: ['Prometheus'],
    users: ['Quillon Bank', 'Marlow Games'],
    channel: 'tidewatch',
  },
  {
    project: 'Mosscat',
    is: 'a policy engine',
    guest: 'Yusuf Adeyemi',
    role: 'founder',
    company: 'Mosscat Security',
    year: '2020',
    level: 'sandbox',
    since: '2023-01-17',
    recorded: '2024-04-17',
    language: 'Rust',
    builtOn: ['WebAssembly'],
    runsOn: 'Kubernetes',
    worksWith: ['Keelson', 'OCI'],
    rivals: ['Gatelark'],
    users: ['Osprey Rail'],
    channel: 'mosscat',
  },
  {
    project: 'Lanternfish',
    is: 'a build system for containers',
    guest: 'Rosa Pellegrin',
    role: 'developer advocate',
    company: 'Copperline',
    born: 'Fernhill Labs',
    year: '2019',
    level: 'sandbox',
    since: '2021-03-09',
    recorded: null,
    language: 'Go',
    builtOn: ['BuildKit', 'OCI'],
    runsOn: 'Docker',
    worksWith: ['Git', 'Keelson'],
    rivals: ['Hollowbake'],
    users: ['Marlow Games'],
    part: 'Lanternfish Cache',
    channel: 'lanternfish',
  },
  {
    project: 'Brackenmesh',
    is: 'a service mesh',
    guest: 'Tomas Iversen',
    role: 'principal engineer',
    company: 'Osprey Systems',
    year: '2017',
    level: 'graduated',
    since: '2023-07-12',
    formerly: 'incubating',
    language: 'Rust',
    builtOn: ['Envoy', 'eBPF'],
    runsOn: 'Kubernetes',
    worksWith: ['OpenTelemetry', 'Tidewatch'],
    rivals: ['Keelson'],
    users: ['Quillon Bank', 'Harrow Telecom'],
    channel: 'brackenmesh',
  },
  {
    project: 'Saltmarsh',
    is: 'distributed block storage',
    guest: 'Mei Castellane',
    role: 'engineering manager',
    company: 'Saltmarsh Data',
    born: 'Harrow Telecom',
    year: '2015',
    level: 'incubating',
    since: '2020-11-02',
    formerly: 'sandbox',
    language: 'C++',
    builtOn: ['RocksDB', 'Raft'],
    runsOn: 'Kubernetes',
    worksWith: ['Tidewatch', 'AWS'],
    rivals: ['Deepwell'],
    users: ['Harrow Telecom', 'Osprey Rail'],
    channel: 'saltmarsh',
    second: { guest: 'Joao Brandt', role: 'maintainer' },
  },
  {
    project: 'Gatelark',
    is: 'an admission webhook',
    guest: 'Leona Fairweather',
    role: 'solutions architect',
    company: 'Copperline',
    year: '2018',
    level: 'archived',
    since: '2024-09-30',
    formerly: 'sandbox',
    language: 'Go',
    builtOn: ['Kubernetes', 'OPA'],
    runsOn: 'Kubernetes',
    worksWith: ['Mosscat'],
    rivals: ['Mosscat'],
    users: ['Marlow Games'],
    channel: 'gatelark',
  },
  {
    project: 'Deepwell',
    is: 'an object store',
    guest: 'Samir Oyelaran',
    role: 'CEO',
    company: 'Deepwell',
    year: '2021',
    level: 'sandbox',
    since: '2024-06-18',
    recorded: '2022-02-18',
    language: 'Zig',
    builtOn: ['RocksDB', 'WebAssembly'],
    runsOn: 'AWS',
    worksWith: ['Saltmarsh', 'Apache Arrow'],
    rivals: ['Saltmarsh'],
    users: ['Quillon Bank', 'Bluebarrow'],
    channel: 'deepwell',
  },
]

const HOSTS = ['Maren Holt', 'Tobias Venn']
const PROJECTS = new Set([
  'Kubernetes',
  'Helm',
  'Git',
  'Prometheus',
  'OpenTelemetry',
  'Apache Arrow',
  'BuildKit',
  'Envoy',
  'RocksDB',
  'OPA',
  'Docker',
  'Hollowbake',
  ...TALKS.map((t) => t.project),
])
const LEVELS: Record<string, [MaturityLevel, string][]> = {
  Kubernetes: [['graduated', '2018-03-06']],
  Prometheus: [
    ['incubating', '2016-05-09'],
    ['graduated', '2018-08-09'],
  ],
  Envoy: [['graduated', '2018-11-28']],
  Helm: [['graduated', '2020-04-30']],
  OpenTelemetry: [
    ['sandbox', '2019-05-07'],
    ['incubating', '2021-08-26'],
  ],
}

const thing = (name: string): string => entityId(PROJECTS.has(name) ? 'project' : 'technology', name)

/** A piece of a sentence that names an entity. */
interface Name {
  id: string
  surface: string
}
type Piece = string | Name
interface Said {
  subject: string
  predicate: Predicate | FactPredicate
  object: string
  qualifiers?: Qualifiers
  confidence?: number
}

export interface Fixture {
  graph: GraphFile
  /** The same graph as `--no-quotes` makes it. */
  bare: GraphFile
  transcripts: TranscriptDoc[]
  /** The transcripts as text files. */
  files: { name: string; text: string }[]
}

/** @param talks how many of the conversations; eight are all */
export function fixture(talks = TALKS.length): Fixture {
  const nodes = new Map<string, GraphNode>()
  const edges = new Map<string, GraphEdge>()
  const transcripts: TranscriptDoc[] = []

  const entity = (id: string, label: string): void => {
    if (nodes.has(id)) return
    const kind = id.slice(0, id.indexOf(':')) as EntityKind
    nodes.set(id, { key: id, attributes: { kind, label, surfaces: [label], mentions: 0 } })
  }

  for (const episode of EPISODES) {
    const turns: TranscriptDoc['turns'] = []
    const episodeId = `episode:${episode.id}`
    let interview = episodeId
    nodes.set(episodeId, { key: episodeId, attributes: { kind: 'episode', label: episode.title } })

    const say = (label: string, pieces: Piece[], claims: Said[] = []): void => {
      const index = turns.length
      const speaker = entityId('person', label)
      let text = ''
      const named = new Map<string, number>()
      for (const piece of pieces) {
        if (typeof piece !== 'string') {
          named.set(piece.id, text.length)
          const span: [number, number, number] = [index, text.length, text.length + piece.surface.length]
          const key = `${interview} mentions ${piece.id}`
          entity(piece.id, piece.surface)
          const node = nodes.get(piece.id)
          if (node && 'mentions' in node.attributes) node.attributes.mentions++
          const known = edges.get(key)
          if (known) {
            known.attributes.count = (known.attributes.count ?? 0) + 1
            known.attributes.spans?.push(span)
          } else
            edges.set(key, {
              key,
              source: interview,
              target: piece.id,
              attributes: {
                predicate: 'mentions',
                qualifiers: {},
                confidence: 1,
                evidence: [
                  {
                    episode: episodeId,
                    turn: span[0],
                    start: span[1],
                    end: span[2],
                    speaker,
                    rule: 'mention/name',
                  },
                ],
                count: 1,
                spans: [span],
              },
            })
        }
        text += typeof piece === 'string' ? piece : piece.surface
      }
      turns.push({ index, label, text })
      // A claim is made by the sentence that names its object, otherwise by the first one.
      const cuts = [0, ...[...text.matchAll(/[.?!] /g)].map((m) => m.index + 2), text.length]
      const sentence = (at: number): [number, number] => {
        const start = cuts.filter((c) => c <= at).at(-1) ?? 0
        return [
          start,
          start +
            text
              .slice(
                start,
                cuts.find((c) => c > at),
              )
              .trimEnd().length,
        ]
      }
      for (const edge of edges.values())
        for (const e of edge.attributes.evidence)
          if (e.episode === episodeId && e.turn === index && edge.attributes.predicate === 'mentions')
            e.quote = text.slice(e.start, e.end)
      for (const { subject, predicate, object, qualifiers = {}, confidence = 0.9 } of claims) {
        const [start, end] = sentence(named.get(object) ?? named.get(subject) ?? 0)
        const evidence = {
          episode: episodeId,
          turn: index,
          start,
          end,
          speaker,
          rule: `fixture/${predicate}`,
          quote: text.slice(start, end),
        }
        if (isFact(predicate)) {
          const node = nodes.get(subject)
          if (node && 'mentions' in node.attributes)
            node.attributes.facts = [
              ...(node.attributes.facts ?? []),
              { predicate, value: object, qualifiers, confidence, evidence: [evidence] },
            ]
          continue
        }
        const key = `${subject} ${predicate} ${object} ${JSON.stringify(qualifiers)}`
        const known = edges.get(key)
        if (known) known.attributes.evidence.push(evidence)
        else
          edges.set(key, {
            key,
            source: subject,
            target: object,
            attributes: { predicate, qualifiers, confidence, evidence: [evidence] },
          })
      }
    }

    const [main, other] = HOSTS as [string, string]
    const name = (kind: EntityKind, surface: string): Name => ({ id: entityId(kind, surface), surface })
    const some = (surface: string): Name => ({ id: thing(surface), surface })
    for (const host of HOSTS) entity(entityId('person', host), host)
    say(
      main,
      [`Welcome to ${episode.show}. I am Maren Holt, your host.`],
      [{ subject: entityId('person', main), predicate: 'hosts', object: episodeId }],
    )
    say(
      other,
      ['And I am Tobias Venn. The coffee is strong today.'],
      [{ subject: entityId('person', other), predicate: 'hosts', object: episodeId }],
    )
    const event = name('event', 'Harbour Days 2024')
    if (episode.id === 'gangway-12')
      say(
        main,
        ['We are recording this one at ', event, ', between two very loud halls.'],
        [{ subject: episodeId, predicate: 'presented_at', object: event.id }],
      )

    episode.talks.forEach((number, i) => {
      const t = TALKS[number]
      if (!t || number >= talks) return
      interview = `interview:${episode.id}/${i + 1}`
      const firstTurn = turns.length
      const project = some(t.project)
      const guest = entityId('person', t.guest)
      const company = name('company', t.company)
      const born = name('company', t.born ?? t.company)
      const link: Name = {
        id: urlId(`${t.project.toLowerCase()}.example`),
        surface: `${t.project.toLowerCase()}.example`,
      }
      const level = name('maturity', t.level)
      const cncf = name('foundation', 'CNCF')
      nodes.set(interview, {
        key: interview,
        attributes: {
          kind: 'interview',
          label: `${t.project}, with ${t.guest}`,
          episode: episodeId,
          firstTurn,
          lastTurn: firstTurn,
        },
      })
      for (const n of [project, company, born, level, cncf, link]) entity(n.id, n.surface)
      entity(guest, t.guest)
      say(
        main,
        [
          'Next to me is ',
          { id: guest, surface: t.guest },
          ' from ',
          company,
          ', here to talk about ',
          project,
          '. Welcome!',
        ],
        [
          { subject: guest, predicate: 'guest_on', object: interview, confidence: 0.98 },
          { subject: interview, predicate: 'about', object: project.id, confidence: 0.95 },
          { subject: guest, predicate: 'represents', object: project.id, confidence: 0.95 },
        ],
      )
      say(
        t.guest,
        [
          `Thank you. I am ${t.role} at `,
          company,
          ', and I have been working on ',
          project,
          ' for a while. It is the best job I ever had.',
        ],
        [
          { subject: guest, predicate: 'works_at', object: company.id, qualifiers: { role: t.role } },
          {
            subject: guest,
            predicate: number % 2 ? 'contributes_to' : 'maintains',
            object: project.id,
            confidence: 0.82,
          },
        ],
      )
      if (t.second) {
        const id = entityId('person', t.second.guest)
        entity(id, t.second.guest)
        say(
          t.second.guest,
          [
            `And I am the ${t.second.role}, also at `,
            company,
            ', and I speak for ',
            project,
            ' too. Hello everybody.',
          ],
          [
            { subject: id, predicate: 'works_at', object: company.id, qualifiers: { role: t.second.role } },
            { subject: id, predicate: 'represents', object: project.id, confidence: 0.88 },
            { subject: id, predicate: 'guest_on', object: interview },
          ],
        )
      }
      say(other, ['For those who never heard of ', project, ': what is it, and where did it begin?'])
      say(
        t.guest,
        [
          project,
          ` is ${t.is}, and we started it at `,
          born,
          ` in ${t.year}. I think. It was a Friday project at first.`,
        ],
        [
          { subject: project.id, predicate: 'originated_at', object: born.id },
          {
            subject: project.id,
            predicate: 'started',
            object: t.year,
            qualifiers: { modality: 'possible' },
            confidence: 0.7,
          },
          { subject: project.id, predicate: 'developed_by', object: company.id, confidence: 0.8 },
          ...(t.role === 'founder' || t.role === 'CEO'
            ? [{ subject: guest, predicate: 'founded' as const, object: company.id }]
            : []),
        ],
      )
      say(main, ['Is it a project of the ', cncf, ' already?'])
      say(
        t.guest,
        [
          'Yes, we gave it to the ',
          cncf,
          ', and it is ',
          level,
          ` now${t.formerly ? `, after a long time at ${t.formerly}` : ''}. The review was thorough.`,
        ],
        [
          {
            subject: project.id,
            predicate: 'has_maturity',
            object: level.id,
            qualifiers: { status: 'current', since: t.since.slice(0, 4) },
          },
          { subject: project.id, predicate: 'hosted_by', object: cncf.id },
        ],
      )
      if (t.formerly) {
        const old = name('maturity', t.formerly)
        entity(old.id, old.surface)
        say(
          t.guest,
          ['Before that it was ', old, ' for about two years.'],
          [
            {
              subject: project.id,
              predicate: 'has_maturity',
              object: old.id,
              qualifiers: { status: 'former' },
              confidence: 0.85,
            },
          ],
        )
      }
      const language = name('technology', t.language)
      const [base, base2] = t.builtOn.map(some)
      if (base)
        say(
          t.guest,
          [
            'It is written in ',
            language,
            ' and built on ',
            base,
            ...(base2 ? [' and ', base2] : []),
            '. We would choose the same again.',
          ],
          [
            { subject: project.id, predicate: 'written_in', object: language.id },
            { subject: project.id, predicate: 'built_on', object: base.id },
            ...(base2 ? [{ subject: project.id, predicate: 'built_on' as const, object: base2.id }] : []),
          ],
        )
      entity(language.id, t.language)
      const platform = some(t.runsOn)
      say(
        t.guest,
        ['Most people run it on ', platform, ', a few on bare metal.'],
        [{ subject: project.id, predicate: 'runs_on', object: platform.id }],
      )
      say(other, ['What does it plug into?'])
      for (const w of t.worksWith.map(some))
        say(
          t.guest,
          [
            'There is an integration with ',
            w,
            ' that just works. Somebody sent it as their first pull request.',
          ],
          [{ subject: project.id, predicate: 'integrates_with', object: w.id, confidence: 0.78 }],
        )
      for (const rival of t.rivals.map(some)) say(main, ['How is that different from ', rival, '?'], [])
      for (const rival of t.rivals.map(some))
        say(
          t.guest,
          ['People compare us with ', rival, ' all the time, and I see why. We are simpler, they do more.'],
          [{ subject: project.id, predicate: 'compared_with', object: rival.id, confidence: 0.74 }],
        )
      for (const user of t.users.map((u) => name('company', u)))
        say(
          t.guest,
          [user, ' uses it in production. Their talk yesterday was lovely.'],
          [{ subject: project.id, predicate: 'used_by', object: user.id, confidence: 0.86 }],
        )
      if (t.part) {
        const part: Name = { id: entityId('project', t.part), surface: t.part }
        say(
          t.guest,
          ['One component under its own name is ', part, '. It began as a hack.'],
          [{ subject: part.id, predicate: 'part_of', object: project.id }],
        )
      }
      const channel: Name = { id: entityId('channel', `CNCF Slack/${t.channel}`), surface: `#${t.channel}` }
      say(other, ['Where do people find you?'])
      say(
        t.guest,
        ['Go to ', link, ', or come to ', channel, ' on Slack. We meet every second Tuesday.'],
        [
          { subject: project.id, predicate: 'has_url', object: link.id, qualifiers: { role: 'homepage' } },
          { subject: project.id, predicate: 'has_channel', object: channel.id },
          { subject: project.id, predicate: 'meets', object: 'every second Tuesday', confidence: 0.8 },
        ],
      )
      say(main, [
        'Thank you, ',
        { id: guest, surface: t.guest.split(' ')[0] ?? t.guest },
        '. That was a pleasure.',
      ])
      const node = nodes.get(interview)
      if (node?.attributes.kind === 'interview') node.attributes.lastTurn = turns.length - 1
      if (episode.id === 'gangway-12')
        edges.set(`${interview} presented_at`, {
          key: `${interview} presented_at`,
          source: interview,
          target: event.id,
          attributes: {
            predicate: 'presented_at',
            qualifiers: {},
            confidence: 0.7,
            evidence: [
              {
                episode: episodeId,
                turn: 2,
                start: 0,
                end: 45,
                speaker: entityId('person', main),
                rule: 'fixture/event',
                quote: (turns[2]?.text ?? '').slice(0, 45),
              },
            ],
          },
        })
      interview = episodeId
      say('BREAK', ['This break is brought to you by nobody in particular.'])
    })
    transcripts.push({
      id: episodeId,
      file: `${episode.id}.txt`,
      fingerprint: fingerprint(turns),
      turns,
    })
  }

  for (const [key, node] of nodes) {
    const { attributes } = node
    const talk = TALKS.find((t) => entityId('project', t.project) === key)
    const levels = LEVELS[attributes.label]
    let record: RegistryRecord | undefined
    if (talk)
      record = {
        maturity: [
          ...(talk.formerly
            ? [{ level: talk.formerly, since: `${Number(talk.since.slice(0, 4)) - 2}-05-04` }]
            : []),
          ...(talk.recorded === null ? [] : [{ level: talk.level, since: talk.recorded ?? talk.since }]),
        ],
        homepage: `https://${talk.project.toLowerCase()}.example/`,
        repository: `https://git.example/${talk.project.toLowerCase()}`,
        foundation: 'foundation:cncf',
      }
    else if (levels && attributes.kind === 'project')
      record = { maturity: levels.map(([level, since]) => ({ level, since })), foundation: 'foundation:cncf' }
    if (record && 'mentions' in attributes) attributes.record = record
  }
  const by = <T extends { key: string }>(x: T, y: T): number => (x.key < y.key ? -1 : 1)
  const graph: GraphFile = withVerdicts({
    attributes: {
      format: 'hallway-graph',
      version: 1,
      generator: 'hallway fixture',
      registry: { source: 'invented', date: '2025-01-01' },
      quotes: true,
      episodes: transcripts.map(({ id, file, fingerprint: print, turns }, i) => ({
        id,
        title: EPISODES[i]?.title ?? id,
        show: EPISODES[i]?.show ?? '',
        date: EPISODES[i]?.date ?? '2024',
        turns: turns.length,
        file,
        fingerprint: print,
      })),
    },
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    nodes: [...nodes.values()].sort(by),
    edges: [...edges.values()].sort(by),
  })
  const files = transcripts.map(({ file, turns }) => ({
    name: file,
    text: `${turns.map((t) => `${t.label}: ${t.text}`).join('\n\n')}\n`,
  }))
  return { graph, bare: withoutQuotes(graph), transcripts, files }
}
