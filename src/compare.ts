/**
 * Two graphs side by side: what the second has that the first has not, what it lacks, and what differs in what
 * both have. Which of the two comes first changes only the direction: what is new one way is gone the other way.
 */
import { qualifierKey } from './graph.ts'
import type { Named } from './lookup.ts'
import { kindOf, predicateSpec } from './ontology.ts'
import { fingerprintText, withoutQuotes } from './quotes.ts'
import type { Evidence, FactPredicate, GraphEdge, GraphFile, Predicate, Qualifiers } from './schema.ts'
import { FACT_READS } from './select.ts'

export const CHANGES = ['new', 'gone', 'changed'] as const
export type Change = (typeof CHANGES)[number]

/** What may differ between two accounts of the same entity or claim. */
export const ASPECTS = [
  'name',
  'spellings',
  'record',
  'turns',
  'qualifiers',
  'confidence',
  'verdict',
  'quotes',
] as const
export type Aspect = (typeof ASPECTS)[number]

/** Values as JSON has them; null where one side has nothing to say. */
export interface Difference {
  aspect: Aspect
  before: unknown
  after: unknown
}

export interface EntityChange extends Named {
  change: Change
  /** Of what changed only. */
  differences: Difference[]
}

/** A claim as one of the graphs has it. */
export interface ClaimSide {
  /** Of an edge; facts have none. */
  key?: string
  qualifiers: Qualifiers
  confidence: number
  verdict?: NonNullable<GraphEdge['attributes']['verdict']>
  evidence: Evidence[]
}

export interface ClaimChange {
  change: Change
  subject: Named
  predicate: Predicate | FactPredicate
  /** The predicate in words. */
  reads: string
  /** A node, or the plain value of a fact. */
  object: Named | string
  /** Null for what is new. */
  before: ClaimSide | null
  /** Null for what is gone. */
  after: ClaimSide | null
  differences: Difference[]
}

/** What a graph is, in short. */
export interface GraphSummary {
  generator: string
  registry: { source: string; date: string }
  episodes: number
  entities: number
  claims: number
  /** See `graphFingerprint`. */
  fingerprint: string
}

export interface Comparison {
  before: GraphSummary
  after: GraphSummary
  /** What is new first, then what is gone, then what changed; each by id. */
  entities: EntityChange[]
  /** In the same order, by subject, predicate and object. */
  claims: ClaimChange[]
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The same text for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => ascending(a, b))
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
}

/** 16 hex digits that stand for what a graph says; with or without its quotes, they are the same. */
export const graphFingerprint = (graph: GraphFile): string => fingerprintText(canonical(withoutQuotes(graph)))

/** A claim with what tells it from other claims: whom it is about, and what of them. */
interface Said extends ClaimSide {
  subject: string
  predicate: Predicate | FactPredicate
  object: string
  fact: boolean
}

function* saidIn(graph: GraphFile): Iterable<Said> {
  for (const { key, source, target, attributes } of graph.edges) {
    const { predicate, qualifiers, confidence, verdict, evidence } = attributes
    if (predicate === 'mentions') continue
    const side = { key, qualifiers, confidence, ...(verdict ? { verdict } : {}), evidence }
    yield { subject: source, predicate, object: target, fact: false, ...side }
  }
  for (const { key, attributes } of graph.nodes)
    if ('facts' in attributes)
      for (const { predicate, value, qualifiers, confidence, evidence } of attributes.facts ?? [])
        yield { subject: key, predicate, object: value, fact: true, qualifiers, confidence, evidence }
}

const placeKey = (e: Evidence): string => `${e.episode} ${e.turn} ${e.start} ${e.end} ${e.speaker ?? ''}`

/**
 * Whether two claims stand on other words. The rule that found them does not count, and a graph without quotes
 * points at the same words as the same graph with them.
 */
function otherWords(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  const quotes = (list: readonly Evidence[]): Map<string, string | undefined> =>
    new Map(list.map((e) => [placeKey(e), e.quote]))
  const [x, y] = [quotes(a), quotes(b)]
  if (x.size !== y.size) return true
  for (const [place, quote] of x) {
    if (!y.has(place)) return true
    const other = y.get(place)
    if (quote !== undefined && other !== undefined && quote !== other) return true
  }
  return false
}

/** The words, or where they stand, in an order that does not depend on that of the evidence. */
const wordsOf = (evidence: readonly Evidence[]): string[] =>
  [...new Set(evidence.map((e) => e.quote ?? `${e.episode}, turn ${e.turn}, ${e.start}–${e.end}`))].sort(
    ascending,
  )

function claimDifferences(before: ClaimSide, after: ClaimSide): Difference[] {
  const found: Difference[] = []
  const differ = (aspect: Aspect, same: boolean, x: unknown, y: unknown): void => {
    if (!same) found.push({ aspect, before: x ?? null, after: y ?? null })
  }
  const [p, q] = [before.qualifiers, after.qualifiers]
  differ('qualifiers', qualifierKey(p) === qualifierKey(q), p, q)
  differ('confidence', before.confidence === after.confidence, before.confidence, after.confidence)
  differ('verdict', before.verdict === after.verdict, before.verdict, after.verdict)
  if (otherWords(before.evidence, after.evidence))
    found.push({ aspect: 'quotes', before: wordsOf(before.evidence), after: wordsOf(after.evidence) })
  return found
}

/** From the closest likeness to the loosest: by which of their qualifiers two claims are one and the same. */
const LIKENESS: readonly ((q: Qualifiers) => string)[] = [
  qualifierKey,
  ({ status, polarity, modality }) => canonical([status, polarity, modality]),
  () => '',
]

/**
 * Pairs what two graphs say of the same subject, predicate and object: first what is qualified alike, then what
 * is at least as sure and as current, then the rest. Linear but for sorting, and the same from either side.
 */
function pairUp(before: readonly Said[], after: readonly Said[]): [Said | null, Said | null][] {
  const [only, other] = [before[0], after[0]]
  if (only && other && before.length === 1 && after.length === 1) return [[only, other]]
  const pairs: [Said | null, Said | null][] = []
  let [left, right] = [[...before], [...after]]
  for (const likeness of LIKENESS) {
    const groups = new Map<string, [Said[], Said[]]>()
    for (const [side, list] of [left, right].entries())
      for (const said of list) {
        const key = likeness(said.qualifiers)
        const group = groups.get(key) ?? [[], []]
        group[side as 0 | 1].push(said)
        groups.set(key, group)
      }
    const rest: [Said[], Said[]] = [[], []]
    for (const group of groups.values()) {
      const [x, y] = group.map((list) =>
        list
          .map((said) => ({ said, order: canonical([said.qualifiers, said.confidence, said.evidence]) }))
          .sort((p, q) => ascending(p.order, q.order))
          .map((one) => one.said),
      ) as [Said[], Said[]]
      const both = Math.min(x.length, y.length)
      for (let i = 0; i < both; i++) pairs.push([x[i] as Said, y[i] as Said])
      rest[0].push(...x.slice(both))
      rest[1].push(...y.slice(both))
    }
    ;[left, right] = rest
  }
  return [
    ...pairs,
    ...left.map((said): [Said, null] => [said, null]),
    ...right.map((said): [null, Said] => [null, said]),
  ]
}

const sideOf = ({ key, qualifiers, confidence, verdict, evidence }: Said): ClaimSide => ({
  ...(key === undefined ? {} : { key }),
  qualifiers,
  confidence,
  ...(verdict ? { verdict } : {}),
  evidence,
})

const byChange = (a: { change: Change }, b: { change: Change }): number =>
  CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change)

function compareEntities(first: GraphFile, second: GraphFile): EntityChange[] {
  // Without quotes a graph lacks some spellings too; that is no difference in what it says.
  const bare = !first.attributes.quotes || !second.attributes.quotes
  const [before, after] = [first, second].map((g) => (bare ? withoutQuotes(g) : g)) as [GraphFile, GraphFile]
  const left = new Map(before.nodes.map((n) => [n.key, n.attributes]))
  const right = new Map(after.nodes.map((n) => [n.key, n.attributes]))
  const changes: EntityChange[] = []
  for (const id of new Set([...left.keys(), ...right.keys()])) {
    const [x, y] = [left.get(id), right.get(id)]
    const label = (y ?? x)?.label ?? id
    const named = { id, kind: kindOf(id), label } as Named
    if (!x || !y) {
      changes.push({ change: x ? 'gone' : 'new', ...named, differences: [] })
      continue
    }
    const differences: Difference[] = []
    const compare = (aspect: Aspect, p: unknown, q: unknown): void => {
      if (p !== q && canonical(p) !== canonical(q))
        differences.push({ aspect, before: p ?? null, after: q ?? null })
    }
    const spellings = (a: typeof x): string[] | undefined =>
      'surfaces' in a ? [...new Set(a.surfaces)].sort(ascending) : undefined
    const turns = (a: typeof x): unknown =>
      a.kind === 'interview' ? [a.episode, a.firstTurn, a.lastTurn] : undefined
    compare('name', x.label, y.label)
    compare('spellings', spellings(x), spellings(y))
    compare('record', 'record' in x ? x.record : undefined, 'record' in y ? y.record : undefined)
    compare('turns', turns(x), turns(y))
    compare(
      'confidence',
      'confidence' in x ? x.confidence : undefined,
      'confidence' in y ? y.confidence : undefined,
    )
    if (differences.length > 0) changes.push({ change: 'changed', ...named, differences })
  }
  return changes.sort((a, b) => byChange(a, b) || ascending(a.id, b.id))
}

function compareClaims(before: GraphFile, after: GraphFile): ClaimChange[] {
  const labels = new Map([...before.nodes, ...after.nodes].map((n) => [n.key, n.attributes.label]))
  const name = (id: string): Named => ({ id, kind: kindOf(id), label: labels.get(id) ?? id }) as Named
  const groups = new Map<string, [Said[], Said[]]>()
  for (const [side, graph] of [before, after].entries())
    for (const said of saidIn(graph)) {
      // No id holds a line end, and the value of a fact, which may, comes last.
      const key = `${said.fact}\n${said.subject}\n${said.predicate}\n${said.object}`
      const group = groups.get(key) ?? [[], []]
      group[side as 0 | 1].push(said)
      groups.set(key, group)
    }
  const changes: ClaimChange[] = []
  for (const [x, y] of groups.values())
    for (const [left, right] of pairUp(x, y)) {
      const said = (right ?? left) as Said
      const differences = left && right ? claimDifferences(left, right) : []
      if (left && right && differences.length === 0) continue
      changes.push({
        change: left ? (right ? 'changed' : 'gone') : 'new',
        subject: name(said.subject),
        predicate: said.predicate,
        reads: said.fact
          ? FACT_READS[said.predicate as FactPredicate]
          : predicateSpec(said.predicate as Predicate).reads,
        object: said.fact ? said.object : name(said.object),
        before: left && sideOf(left),
        after: right && sideOf(right),
        differences,
      })
    }
  const order = (c: ClaimChange): string =>
    canonical([
      c.subject.id,
      c.predicate,
      typeof c.object === 'string' ? c.object : c.object.id,
      // Of what is paired, what both have in common: the order is the same from either side.
      [c.before, c.after].map((side) => (side ? qualifierKey(side.qualifiers) : '')).sort(ascending),
    ])
  return changes
    .map((change) => ({ change, at: order(change) }))
    .sort((a, b) => byChange(a.change, b.change) || ascending(a.at, b.at))
    .map((one) => one.change)
}

function summary(graph: GraphFile): GraphSummary {
  const { generator, registry, episodes } = graph.attributes
  return {
    generator,
    registry,
    episodes: episodes.length,
    entities: graph.nodes.length,
    claims: [...saidIn(graph)].length,
    fingerprint: graphFingerprint(graph),
  }
}

/**
 * Compares two graphs. Entities are the same by their id; claims by subject, predicate and object, and where
 * there are several of these, by how they are qualified. How often a thing is mentioned does not count.
 */
export const compareGraphs = (before: GraphFile, after: GraphFile): Comparison => ({
  before: summary(before),
  after: summary(after),
  entities: compareEntities(before, after),
  claims: compareClaims(before, after),
})

/** Two graphs as one. */
export interface Union {
  graph: GraphFile
  /** What became of an edge of `graph`, by its key; what both graphs say alike is not in it. */
  changes: ReadonlyMap<string, Change>
}

/**
 * The second graph together with what of the first is gone, so that both can be looked at as one. What changed
 * is as the second has it.
 */
export function unionOf(before: GraphFile, after: GraphFile, comparison: Comparison): Union {
  const ids = new Set(after.nodes.map((n) => n.key))
  const keys = new Set(after.edges.map((e) => e.key))
  const episodes = new Set(after.attributes.episodes.map((e) => e.id))
  const gone = new Set<string>()
  const changes = new Map<string, Change>()
  for (const claim of comparison.claims) {
    if (claim.change === 'gone') {
      if (claim.before?.key !== undefined) gone.add(claim.before.key)
    } else if (claim.after?.key !== undefined) changes.set(claim.after.key, claim.change)
  }
  const lost = before.edges
    .filter((e) => gone.has(e.key))
    // Keys are made of what a claim says; two graphs from elsewhere may have given one key to two claims.
    .map((e) => (keys.has(e.key) ? { ...e, key: `gone ${e.key}` } : e))
  for (const { key } of lost) changes.set(key, 'gone')
  return {
    graph: {
      ...after,
      attributes: {
        ...after.attributes,
        episodes: [
          ...after.attributes.episodes,
          ...before.attributes.episodes.filter((e) => !episodes.has(e.id)),
        ],
      },
      nodes: [...after.nodes, ...before.nodes.filter((n) => !ids.has(n.key))],
      edges: [...after.edges, ...lost],
    },
    changes,
  }
}
