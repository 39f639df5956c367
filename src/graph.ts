/**
 * Joins what was found in single transcripts into one graph: one node an entity, one edge or fact a distinct
 * claim, with everything that supports it. The result does not depend on the order of the transcripts.
 */
import type { Claim, Entity, Extraction, MentionPlace } from './claim.ts'
import {
  domainError,
  FORMAT,
  isFact,
  PREDICATES,
  type Predicate,
  type PredicateSpec,
  VERSION,
} from './ontology.ts'
import { withoutQuotes } from './quotes.ts'
import type { EntityNode, Evidence, Fact, GraphEdge, GraphFile, GraphNode, Qualifiers } from './schema.ts'

export { withoutQuotes } from './quotes.ts'

export interface BuildOptions {
  registry: { source: string; date: string }
  /** `hallway 0.1.0` */
  generator: string
  /** False leaves the words out and keeps the offsets. Default true. */
  quotes?: boolean
}

/** However many turns say a thing, it stays short of certain. */
const MOST_CONFIDENT = 0.99

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const thousandths = (x: number): number => Math.round(x * 1000) / 1000

const QUALIFIER_NAMES = ['modality', 'polarity', 'role', 'since', 'status', 'until'] as const

/** `|status=former|…`: the qualifiers that are there, in sorted order; empty where there are none. */
export const qualifierKey = (qualifiers: Qualifiers): string =>
  QUALIFIER_NAMES.filter((name) => qualifiers[name] !== undefined)
    .map((name, i) => `${i ? ',' : '|'}${name}=${qualifiers[name]}`)
    .join('')

/** The key of an edge or fact: `subject|predicate|object`, then `|status=former,…` where it is qualified. */
export const claimKey = (
  subject: string,
  predicate: string,
  object: string,
  qualifiers: Qualifiers,
): string => `${subject}|${predicate}|${object}${qualifierKey(qualifiers)}`

const place = (e: Evidence): string =>
  `${e.episode}|${e.turn}|${e.start}|${e.end}|${e.speaker ?? ''}|${e.rule}`

function compareEvidence(a: Evidence, b: Evidence): number {
  return (
    ascending(a.episode, b.episode) ||
    a.turn - b.turn ||
    a.start - b.start ||
    a.end - b.end ||
    ascending(place(a), place(b)) ||
    // The same place with and without its words: the one with words comes first, and stays.
    Number(b.quote !== undefined) - Number(a.quote !== undefined) ||
    ascending(b.quote ?? '', a.quote ?? '')
  )
}

const joinEvidence = (evidence: readonly Evidence[]): Evidence[] =>
  [...evidence].sort(compareEvidence).filter((e, i, all) => {
    const before = all[i - 1]
    return !before || place(before) !== place(e)
  })

/**
 * The confidence of a claim that several pieces of evidence support: noisy-or (Pearl 1988), which takes them
 * for independent witnesses, so their doubts multiply. Rules that fire on the same turn read the same words
 * and are no independent witnesses: of those the most confident counts. The sum of witnesses stops at 0.99,
 * and a claim is never made less sure by more evidence.
 */
function joinConfidence(claims: readonly Claim[]): number {
  const byTurn = new Map<string, number>()
  for (const { confidence, evidence } of claims) {
    const first = [...evidence].sort(compareEvidence)[0]
    const turn = `${first?.episode}|${first?.turn}`
    byTurn.set(turn, Math.max(confidence, byTurn.get(turn) ?? 0))
  }
  const sorted = [...byTurn.values()].sort((a, b) => a - b)
  const doubt = sorted.reduce((rest, confidence) => rest * (1 - confidence), 1)
  return thousandths(Math.max(sorted.at(-1) ?? 0, Math.min(MOST_CONFIDENT, 1 - doubt)))
}

function joinEntities(entities: readonly Entity[]): EntityNode {
  // An entity without a doubt (a registry or a label names it) comes before any other, then the one named most.
  const sorted = [...entities].sort(
    (a, b) =>
      (b.confidence ?? 1) - (a.confidence ?? 1) ||
      b.mentions - a.mentions ||
      ascending(a.label, b.label) ||
      ascending(JSON.stringify(a.record) ?? '', JSON.stringify(b.record) ?? ''),
  )
  const best = sorted[0] as Entity
  const node: EntityNode = {
    kind: best.kind,
    label: best.label,
    surfaces: [...new Set(entities.flatMap((e) => e.surfaces))].sort(ascending),
    mentions: entities.reduce((sum, e) => sum + e.mentions, 0),
  }
  if (entities.every((e) => e.confidence !== undefined)) node.confidence = best.confidence as number
  const record = sorted.find((e) => e.record)?.record
  if (record) node.record = record
  return node
}

function groupBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

/** One extraction an episode, in order of their ids. The same transcript given twice counts once. */
function distinctEpisodes(extractions: readonly Extraction[]): Extraction[] {
  const groups = groupBy(extractions, (x) => x.episode.id)
  return [...groups.keys()].sort(ascending).map((id) => {
    const group = groups.get(id) ?? []
    const first = group[0] as Extraction
    const other = group.find((x) => x.episode.fingerprint !== first.episode.fingerprint)
    if (other) {
      const files = [first.episode.file, other.episode.file].sort(ascending).join(' and ')
      throw new Error(`two different transcripts are called ${id} (${files}); rename one of the files`)
    }
    if (group.length === 1) return first
    return [...group].sort((a, b) => ascending(JSON.stringify(a), JSON.stringify(b)))[0] as Extraction
  })
}

/** Says which rule made a claim that cannot stand, so that its bug is found in one step. */
function brokenClaim(claim: Claim, problem: string): Error {
  const evidence = claim.evidence[0]
  const where = evidence
    ? `rule ${evidence.rule} at ${evidence.episode}, turn ${evidence.turn}`
    : 'a rule that gave no evidence'
  return new Error(
    `${where} claims ${claim.subject} ${claim.predicate} ${claim.object}: ${problem}; mend the rule`,
  )
}

function checkClaim(claim: Claim, nodes: ReadonlyMap<string, GraphNode>): void {
  const { subject, predicate, object } = claim
  const fail = (problem: string): never => {
    throw brokenClaim(claim, problem)
  }
  if (!claim.evidence.length) fail('no words support it')
  if (!nodes.has(subject)) fail(`there is no entity ${subject}`)
  if (isFact(predicate)) {
    if (!subject.startsWith('project:')) fail(`${predicate} takes a project as subject, not ${subject}`)
    if (!object) fail('its value is empty')
    return
  }
  if (!Object.hasOwn(PREDICATES, predicate)) fail(`the ontology has no predicate ${predicate}`)
  if (!nodes.has(object)) fail(`there is no entity ${object}`)
  const problem = domainError(subject, predicate, object)
  if (problem) fail(problem)
}

/**
 * Claims that read the same from both ends ("is compared with") all one way for each pair: the way that more words
 * have it, so that a pair is one edge whichever of the two was named first.
 */
function oneWay(claims: readonly Claim[]): Claim[] {
  const keyOf = (c: Claim): string => claimKey(c.subject, c.predicate, c.object, c.qualifiers)
  const isMutual = ({ predicate }: Claim): boolean => {
    const spec: PredicateSpec | undefined = isFact(predicate) ? undefined : PREDICATES[predicate]
    return spec !== undefined && spec.reads === spec.reversed
  }
  const mutual = claims.filter(isMutual)
  if (!mutual.length) return [...claims]
  const words = new Map<string, number>()
  for (const c of mutual) words.set(keyOf(c), (words.get(keyOf(c)) ?? 0) + c.evidence.length)
  return claims.map((c) => {
    if (!isMutual(c)) return c
    const back: Claim = { ...c, subject: c.object, object: c.subject }
    const more = (words.get(keyOf(back)) ?? 0) - (words.get(keyOf(c)) ?? 0)
    return more > 0 || (more === 0 && words.has(keyOf(back)) && back.subject < c.subject) ? back : c
  })
}

function mentionEdge(source: string, episode: string, places: readonly MentionPlace[]): GraphEdge {
  const sorted = [...places].sort(
    (a, b) => a.turn - b.turn || a.start - b.start || a.end - b.end || ascending(a.rule, b.rule),
  )
  // Two rules may find the same words; they are one place.
  const distinct = sorted.filter((p, i) => {
    const before = sorted[i - 1]
    return !before || before.turn !== p.turn || before.start !== p.start || before.end !== p.end
  })
  const first = distinct[0] as MentionPlace
  const evidence: Evidence = {
    episode,
    turn: first.turn,
    start: first.start,
    end: first.end,
    rule: first.rule,
  }
  if (first.speaker) evidence.speaker = first.speaker
  return {
    key: claimKey(source, 'mentions', first.entity, {}),
    source,
    target: first.entity,
    attributes: {
      predicate: 'mentions',
      qualifiers: {},
      confidence: 1,
      evidence: [evidence],
      count: distinct.length,
      spans: distinct.map((p) => [p.turn, p.start, p.end]),
    },
  }
}

/**
 * Builds the graph of any number of transcripts.
 *
 * Entities of one id become one node: surfaces united, mentions summed, the label of the one that is surest.
 * Equal claims (subject, predicate, object, qualifiers) become one edge or fact whose evidence is sorted by
 * episode, turn and start; so do claims that read the same from both ends, whichever way they were said. Places
 * where an interview names an entity become one `mentions` edge. Nodes and edges are sorted by key. The quotes of
 * `mentions` edges come with `fillQuotes`, which has the words.
 * @throws {Error} when two different transcripts have one id, or when a claim names an entity that is not
 *   there or breaks the ontology; the message names the rule that made it.
 */
export function buildGraph(extractions: readonly Extraction[], options: BuildOptions): GraphFile {
  const episodes = distinctEpisodes(extractions)
  const nodes = new Map<string, GraphNode>()
  const addNode = (key: string, attributes: GraphNode['attributes']): void => {
    nodes.set(key, { key, attributes })
  }

  for (const { episode, interviews } of episodes) {
    addNode(episode.id, { kind: 'episode', label: episode.title })
    for (const { id, kind, label, episode: of, firstTurn, lastTurn } of interviews)
      addNode(id, { kind, label, episode: of, firstTurn, lastTurn })
  }
  const entities = groupBy(
    episodes.flatMap((x) => x.entities),
    (entity) => entity.id,
  )
  for (const [id, group] of entities) addNode(id, joinEntities(group))

  const edges: GraphEdge[] = []
  const facts = new Map<string, Fact[]>()
  const claims = groupBy(oneWay(episodes.flatMap((x) => x.claims)), (c) =>
    claimKey(c.subject, c.predicate, c.object, c.qualifiers),
  )
  for (const key of [...claims.keys()].sort(ascending)) {
    const group = claims.get(key) ?? []
    for (const claim of group) checkClaim(claim, nodes)
    const { subject, predicate, object, qualifiers } = group[0] as Claim
    const confidence = joinConfidence(group)
    const evidence = joinEvidence(group.flatMap((claim) => claim.evidence))
    if (isFact(predicate)) {
      const list = facts.get(subject) ?? []
      list.push({ predicate, value: object, qualifiers: { ...qualifiers }, confidence, evidence })
      facts.set(subject, list)
    } else
      edges.push({
        key,
        source: subject,
        target: object,
        attributes: {
          predicate: predicate as Predicate,
          qualifiers: { ...qualifiers },
          confidence,
          evidence,
        },
      })
  }
  for (const [subject, list] of facts) {
    const node = nodes.get(subject) as GraphNode
    addNode(subject, { ...(node.attributes as EntityNode), facts: list })
  }

  for (const { episode, mentions } of episodes) {
    const pairs = groupBy(mentions, (m) => `${m.interview ?? episode.id}|${m.entity}`)
    for (const places of pairs.values()) {
      const { entity, interview, rule, turn } = places[0] as MentionPlace
      const source = interview ?? episode.id
      const missing = [source, entity].find((id) => !nodes.has(id))
      const problem = missing ? `there is no node ${missing}` : domainError(source, 'mentions', entity)
      if (problem)
        throw new Error(
          `rule ${rule} mentions ${entity} at ${episode.id}, turn ${turn}: ${problem}; mend the rule`,
        )
      edges.push(mentionEdge(source, episode.id, places))
    }
  }

  const graph: GraphFile = {
    attributes: {
      format: FORMAT,
      version: VERSION,
      generator: options.generator,
      registry: { source: options.registry.source, date: options.registry.date },
      quotes: true,
      episodes: episodes.map((x) => x.episode),
    },
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    nodes: [...nodes.values()].sort((a, b) => ascending(a.key, b.key)),
    edges: edges.sort((a, b) => ascending(a.key, b.key)),
  }
  return options.quotes === false ? withoutQuotes(graph) : graph
}

/** Every property name of the graph file, in the order in which it is written. A test guards completeness. */
export const KEY_ORDER = [
  ...['key', 'source', 'target', 'attributes'],
  ...['format', 'version', 'generator', 'registry', 'date', 'quotes', 'episodes'],
  ...['type', 'multi', 'allowSelfLoops'],
  ...['id', 'title', 'show', 'turns', 'file', 'fingerprint'],
  ...['kind', 'label', 'episode', 'firstTurn', 'lastTurn', 'surfaces', 'mentions'],
  ...[
    'predicate',
    'value',
    'qualifiers',
    'status',
    'role',
    'level',
    'since',
    'until',
    'polarity',
    'modality',
  ],
  ...[
    'confidence',
    'verdict',
    'count',
    'spans',
    'turn',
    'start',
    'end',
    'speaker',
    'rule',
    'quote',
    'evidence',
  ],
  ...['facts', 'record', 'maturity', 'homepage', 'repository', 'foundation', 'city'],
  ...['options', 'nodes', 'edges'],
]

/**
 * The text of a graph file: JSON whose properties stand in a fixed order, with one episode, node or edge a
 * line so that a diff shows what changed, and a newline at the end.
 */
export function serialize(graph: GraphFile): string {
  // A list of names as second argument makes JSON.stringify write those properties, in that order.
  const json = (value: unknown): string => JSON.stringify(value, KEY_ORDER)
  const lines = (items: readonly unknown[]): string =>
    items.length ? `[\n${items.map(json).join(',\n')}\n]` : '[]'
  const { episodes, ...head } = graph.attributes
  const attributes = `${json(head).slice(0, -1)},"episodes":${lines(episodes)}}`
  return `{"attributes":${attributes},\n"options":${json(graph.options)},\n"nodes":${lines(graph.nodes)},\n"edges":${lines(graph.edges)}}\n`
}
