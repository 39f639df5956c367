import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../src/graph.ts'
import { indexGraph, likeliest, show, who } from '../../src/lookup.ts'
import { type ClaimFilter, selectClaims } from '../../src/select.ts'
import { bothTalks, claim, EVENING, evening, evidence, MORNING, morning, OPTIONS } from './fixture.ts'

const index = indexGraph(bothTalks())

describe('who', () => {
  it('answers for a project: the guest, the interview, role, employer and the words', () => {
    const { entity, representations } = who(index, 'project:lumen-mesh')
    expect(entity).toEqual({ id: 'project:lumen-mesh', kind: 'project', label: 'Lumen Mesh' })
    expect(representations).toMatchObject([
      {
        person: { label: 'Petra Achterberg' },
        represents: { id: 'project:lumen-mesh' },
        interviews: [
          { id: 'interview:quay-talks-1/1', episodeTitle: 'Quay Talks #1', date: '2023-11', firstTurn: 0 },
        ],
        role: 'CTO',
        employers: [{ company: { label: 'Quillsoft' }, role: 'CTO' }],
        evidence: [
          { turn: 0, speaker: 'person:odile-varga', quote: 'Petra Achterberg is here from Lumen Mesh' },
        ],
      },
      {
        person: { label: 'Tomas Bellweather' },
        interviews: [{ id: 'interview:quay-talks-2/1' }],
        employers: [
          { company: { label: 'Tidewater' }, qualifiers: {} },
          { company: { label: 'Quillsoft' }, qualifiers: { status: 'former' } },
        ],
      },
    ])
    expect(representations[1]).not.toHaveProperty('role')
  })

  it('answers for a company', () => {
    expect(who(index, 'company:tidewater').representations.map((r) => r.person.label)).toEqual([
      'Tomas Bellweather',
    ])
    expect(who(index, 'company:quillsoft').representations).toEqual([])
  })

  it('answers for a person', () => {
    const answer = who(index, 'person:tomas-bellweather')
    expect(answer.representations.map((r) => r.represents.id)).toEqual([
      'project:lumen-mesh',
      'company:tidewater',
    ])
    expect(answer.employers.map((e) => e.company.label)).toEqual(['Tidewater', 'Quillsoft'])
    expect(answer.guestOn.map((i) => i.id)).toEqual(['interview:quay-talks-2/1'])
    expect(who(index, 'person:odile-varga')).toMatchObject({ representations: [], guestOn: [] })
  })

  it('gives a turn that two interviews share to the one with the guest', () => {
    const extraction = morning()
    extraction.interviews.push({
      id: 'interview:quay-talks-1/0',
      kind: 'interview',
      label: 'Before',
      episode: MORNING.id,
      firstTurn: 0,
      lastTurn: 0,
    })
    const shared = indexGraph(buildGraph([extraction], OPTIONS))
    expect(who(shared, 'project:lumen-mesh').representations[0]?.interviews.map((i) => i.id)).toEqual([
      'interview:quay-talks-1/1',
    ])
  })

  it('falls back on what the interview is about where the words stand outside of it', () => {
    const extraction = evening()
    extraction.claims = extraction.claims.filter((c) => c.predicate !== 'represents')
    const outside = evidence(EVENING, 2, 'Lümen Mesh', 'odile-varga')
    extraction.claims.push(claim('person:tomas-bellweather', 'represents', 'project:lumen-mesh', [outside]))
    const answer = who(indexGraph(buildGraph([extraction], OPTIONS)), 'project:lumen-mesh')
    expect(answer.representations[0]?.interviews.map((i) => i.id)).toEqual(['interview:quay-talks-2/1'])
  })

  it('leaves out who denies it', () => {
    const extraction = morning()
    for (const c of extraction.claims) if (c.predicate === 'represents') c.qualifiers = { polarity: 'denied' }
    expect(who(indexGraph(buildGraph([extraction], OPTIONS)), 'project:lumen-mesh').representations).toEqual(
      [],
    )
  })

  it('says so where the graph has no such node', () => {
    expect(() => who(index, 'project:gone')).toThrow('no node project:gone')
  })
})

describe('show', () => {
  it('shows claims in both directions, facts, the record and mentions', () => {
    const answer = show(index, 'project:lumen-mesh')
    expect(answer).toMatchObject({
      entity: { label: 'Lumen Mesh' },
      surfaces: ['Lumen Mesh', 'Lümen Mesh'],
      mentions: 5,
      record: { homepage: 'https://lumenmesh.example' },
      facts: [{ predicate: 'started', value: '2019' }],
    })
    expect(answer.claims.map((c) => [c.reads, c.other.label, c.qualifiers])).toEqual([
      ['is', 'incubating', { status: 'current' }],
      ['is', 'sandbox', { status: 'former' }],
      ['is found at', 'lumenmesh.example', { role: 'homepage' }],
      ['is written in', 'Zinc', { polarity: 'denied' }],
    ])
    expect(answer.claimedBy.map((c) => [c.reads, c.other.label])).toEqual([
      ['is the subject of', 'Lumen Mesh, with Petra Achterberg'],
      ['is the subject of', 'Lumen Mesh, with Tomas Bellweather'],
      ['is maintained by', 'Tomas Bellweather'],
      ['is represented by', 'Petra Achterberg'],
      ['is represented by', 'Tomas Bellweather'],
    ])
    expect(answer.mentionedIn.map((m) => [m.where.id, m.count])).toEqual([
      ['interview:quay-talks-1/1', 2],
      ['episode:quay-talks-2', 1],
      ['interview:quay-talks-2/1', 1],
    ])
  })

  it('shows what an interview mentions', () => {
    const { mentioned, mentions, facts } = show(index, 'interview:quay-talks-1/1')
    expect(mentioned.map((m) => [m.what.id, m.count])).toEqual([
      ['project:lumen-mesh', 2],
      ['company:quillsoft', 1],
    ])
    expect({ mentions, facts }).toEqual({ mentions: 0, facts: [] })
  })
})

describe('selectClaims', () => {
  const cases: [why: string, filter: ClaimFilter, selected: string[]][] = [
    ['predicate', { predicate: 'maintains' }, ['tomas-bellweather maintains lumen-mesh']],
    ['fact', { predicate: 'started' }, ['lumen-mesh started 2019']],
    ['value of a fact', { object: '2019' }, ['lumen-mesh started 2019']],
    [
      'subject and predicate',
      { subject: 'project:lumen-mesh', predicate: 'has_maturity' },
      ['lumen-mesh has_maturity incubating', 'lumen-mesh has_maturity sandbox'],
    ],
    [
      'object',
      { object: 'company:tidewater', predicate: 'works_at' },
      ['tomas-bellweather works_at tidewater'],
    ],
    ['verdict', { verdict: 'conflicts' }, ['lumen-mesh has_maturity sandbox']],
    ['nothing that fits', { subject: 'technology:zinc' }, []],
    [
      'mentions, when named',
      { predicate: 'mentions', object: 'company:quillsoft' },
      ['quay-talks-1/1 mentions quillsoft'],
    ],
  ]
  const graph = bothTalks()
  for (const { attributes, target } of graph.edges)
    if (target === 'maturity:sandbox') attributes.verdict = 'conflicts'
  const judged = indexGraph(graph)
  const bare = (id: string): string => id.replace(/^[a-z]+:/, '')
  const line = (c: ReturnType<typeof selectClaims>[number]): string =>
    [bare(c.subject.id), c.predicate, typeof c.object === 'string' ? c.object : bare(c.object.id)].join(' ')

  it.each(cases)('by %s', (_, filter, selected) => {
    expect(selectClaims(judged, filter).map(line)).toEqual(selected)
  })

  it('by speaker, keeping only what that person says', () => {
    const claims = selectClaims(judged, { speaker: 'person:petra-achterberg', predicate: 'has_maturity' })
    expect(claims.map((c) => c.evidence.map((e) => e.episode))).toEqual([[MORNING.id], [MORNING.id]])
  })

  it('everything but mentions without a filter', () => {
    const claims = selectClaims(judged, {})
    const facts = 1
    expect(claims).toHaveLength(
      graph.edges.filter((e) => e.attributes.predicate !== 'mentions').length + facts,
    )
    expect(claims.map((c) => c.predicate)).not.toContain('mentions')
  })
})

it('of namesakes the only one that a guest represents is meant', () => {
  expect(likeliest(index, ['company:quillsoft', 'project:lumen-mesh'])).toBe('project:lumen-mesh')
  expect(likeliest(index, ['company:quillsoft', 'company:nowhere'])).toBeUndefined()
  expect(likeliest(index, ['person:petra-achterberg', 'project:lumen-mesh'])).toBeUndefined()
  expect(likeliest(index, [])).toBeUndefined()
})
