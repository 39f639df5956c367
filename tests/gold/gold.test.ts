/**
 * The gold annotations hold: every quote is in the turns that it is said to be in, every id is an entity, and
 * the ontology allows every claim. A wrong gold file would make every measurement taken with it wrong.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  domainError,
  ENTITY_KINDS,
  type EntityKind,
  FACT_NAMES,
  idPattern,
  isFact,
  PREDICATE_NAMES,
  type Predicate,
  Qualifiers,
} from '../../src/schema.ts'

type Surface = string | { surface: string; turns: number[] }
interface Gold {
  episode: { id: string; title: string; hosts: string[] }
  speakers: Record<string, string>
  interviews: { id: string; first_turn: number; last_turn: number; guests: string[]; about: string[] }[]
  entities: {
    id: string
    kind: EntityKind
    name: string
    surfaces: Surface[]
    also_ok: string[]
    required: boolean
  }[]
  claims: {
    s: string
    p: string
    o: string
    q: Record<string, string>
    turns: number[]
    quote: string
    required: boolean
  }[]
}
interface LabelledTurn {
  label: string
  text: string
}

/**
 * The labelled turns of a plain-text transcript. Read on its own rather than with Hallway's reader, so that a
 * mistake of the reader cannot hide a mistake of the annotation.
 */
function readTurns(page: string): LabelledTurn[] {
  const turns: LabelledTurn[] = []
  for (const paragraph of page.trim().split(/\n{2,}/)) {
    const [, label, text] = /^([A-Z]\w*(?: [A-Z]\w*)?): (.*)$/s.exec(paragraph) ?? []
    const last = turns.at(-1)
    if (label !== undefined && text !== undefined) turns.push({ label, text })
    else if (last) last.text += `\n\n${paragraph}`
  }
  return turns
}

const folder = import.meta.dirname
const samples = join(folder, '../../data/transcripts')
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.gold.json'))
  .map((file) => file.slice(0, -'.gold.json'.length))
  .sort()

const repeated = (items: readonly string[]): string[] => items.filter((x, i) => items.indexOf(x) !== i)

describe.each(names)('%s', (name) => {
  const gold = JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')) as Gold
  const turns = readTurns(readFileSync(join(samples, `${name}.txt`), 'utf8'))
  const episode = `episode:${name}`
  const entities = new Map(gold.entities.map((e) => [e.id, e]))
  const said = (words: string, places: readonly number[]): boolean =>
    places.some((turn) => turns[turn]?.text.includes(words))
  const everywhere = turns.map((_, index) => index)

  it('names its episode and its hosts', () => {
    expect(gold.episode.id).toBe(episode)
    const people = gold.entities.filter((e) => e.kind === 'person').map((e) => e.name)
    expect(people).toEqual(expect.arrayContaining(gold.episode.hosts))
  })

  it('maps labels of the transcript to people', () => {
    const labels = new Set(turns.map((t) => t.label))
    expect(Object.keys(gold.speakers).filter((label) => !labels.has(label))).toEqual([])
    expect(Object.values(gold.speakers).filter((id) => entities.get(id)?.kind !== 'person')).toEqual([])
    // What is left speaks for nobody: an announcer, a break.
    const nobody = [...labels].filter((label) => !Object.hasOwn(gold.speakers, label))
    expect(nobody.filter((label) => !/^(announcer|break)$/i.test(label))).toEqual([])
  })

  it.each(gold.interviews)('interview $id has turns, guests and a subject', (interview) => {
    const { first_turn: first, last_turn: last, guests, about } = interview
    expect(first).toBeLessThan(last)
    expect(turns[last]).toBeDefined()
    const previous = gold.interviews[gold.interviews.indexOf(interview) - 1]
    if (previous) expect(first).toBeGreaterThanOrEqual(previous.last_turn)
    const speakers = turns.slice(first, last + 1).map((t) => gold.speakers[t.label])
    expect(guests.filter((id) => !speakers.includes(id))).toEqual([])
    expect(guests.length * about.length).toBeGreaterThan(0)
    const node = `interview:${name}/${interview.id}`
    expect(about.filter((id) => !entities.has(id) || domainError(node, 'about', id) !== null)).toEqual([])
  })

  it('has each entity once', () => {
    expect(repeated(gold.entities.map((e) => e.id))).toEqual([])
  })

  it.each(gold.entities)('$id is an entity that the transcript names', ({ id, kind, surfaces, also_ok }) => {
    expect(id).toMatch(idPattern)
    expect(id.startsWith(`${kind}:`)).toBe(true)
    expect(ENTITY_KINDS).toEqual(expect.arrayContaining([kind, ...also_ok]))
    expect(surfaces).not.toEqual([])
    const absent = surfaces.flatMap((s) =>
      typeof s === 'string'
        ? said(s, everywhere)
          ? []
          : [s]
        : s.turns.filter((turn) => !said(s.surface, [turn])).map((turn) => `${s.surface} in turn ${turn}`),
    )
    expect(absent).toEqual([])
  })

  it('makes each claim once', () => {
    const keys = gold.claims.map(({ s, p, o, q }) => [s, p, o, ...Object.entries(q).sort().flat()].join(' '))
    expect(repeated(keys)).toEqual([])
  })

  it.each(gold.claims)('$s $p $o: $quote', ({ s, p, o, q, turns: places, quote }) => {
    expect(s === episode || entities.has(s)).toBe(true)
    if (isFact(p)) {
      expect(s).toMatch(/^project:/)
      expect(o).not.toBe('')
    } else {
      expect(PREDICATE_NAMES).toContain(p)
      expect(o === episode || entities.has(o)).toBe(true)
      expect(domainError(s, p as Predicate, o)).toBeNull()
    }
    expect(Qualifiers.safeParse(q).success).toBe(true)
    expect(places.filter((turn) => turns[turn] === undefined)).toEqual([])
    expect(quote).not.toBe('')
    expect(said(quote, places)).toBe(true)
  })
})

describe('the gold annotations together', () => {
  const claims = names.flatMap(
    (name) => (JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')) as Gold).claims,
  )

  it('use every predicate and fact that words can say', () => {
    // These three follow from the interviews themselves and are annotated there.
    const structural = ['guest_on', 'about', 'mentions']
    const used = new Set(claims.filter((c) => c.required || c.p === 'presented_at').map((c) => c.p))
    const all = [...PREDICATE_NAMES, ...FACT_NAMES].filter((p) => !structural.includes(p))
    expect(all.filter((p) => !used.has(p))).toEqual([])
  })
})
