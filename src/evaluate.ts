/**
 * Measures a graph against a gold annotation of the same transcript: precision, recall and F1 of entities and
 * claims, and how often the lookup, the evidence and the interviews are right. docs/evaluation.md describes
 * the gold format and every figure.
 */
import * as z from 'zod'
import { ENTITY_KINDS, type EntityKind, isFact, NODE_KINDS } from './ontology.ts'
import type { EntityNode, GraphFile, Qualifiers } from './schema.ts'

const GoldSurface = z.union([
  z.string(),
  z.object({ surface: z.string(), turns: z.array(z.number()).optional() }),
])
const GoldInterview = z.object({
  id: z.string(),
  first_turn: z.number(),
  last_turn: z.number(),
  guests: z.array(z.string()),
})
const GoldEntity = z.object({
  id: z.string(),
  /** An annotation may list its episode among the entities; only entities are measured. */
  kind: z.enum(NODE_KINDS),
  name: z.string(),
  surfaces: z.array(GoldSurface).optional(),
  also_ok: z.array(z.enum(NODE_KINDS)).optional(),
  required: z.boolean().optional(),
})
const GoldClaim = z.object({
  s: z.string(),
  p: z.string(),
  o: z.union([z.string(), z.number()]).transform(String),
  q: z.object({ status: z.string(), polarity: z.string() }).partial().optional(),
  turns: z.array(z.number()).optional(),
  required: z.boolean().optional(),
})
const GoldFile = z.object({
  episode: z.object({ id: z.string() }).optional(),
  interviews: z.array(GoldInterview),
  entities: z.array(GoldEntity),
  claims: z.array(GoldClaim),
})
export type Gold = z.infer<typeof GoldFile>
type GoldEntity = Gold['entities'][number]

/** A file that is no gold annotation. The message says where it breaks. */
export class GoldError extends Error {
  override name = 'GoldError'
}

/** @throws {GoldError} when it is no gold annotation */
export function parseGold(json: unknown): Gold {
  const result = GoldFile.safeParse(json)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new GoldError(
    `this is no gold annotation, at ${issue?.path.join('.') || 'its top'}: ${issue?.message}; docs/evaluation.md describes the format`,
  )
}

/** Counts of true and false positives and false negatives, and what follows from them, rounded to thousandths. */
export interface Score {
  tp: number
  fp: number
  fn: number
  /** 1 where nothing was predicted. */
  precision: number
  /** 1 where nothing was required. */
  recall: number
  f1: number
}

/** A claim as it is compared. */
export interface ComparedClaim {
  subject: string
  predicate: string
  /** An id, `episode`, or the comparable form of a fact's value. */
  object: string
  /** Of `has_maturity`, when strict. */
  status?: string
  denied?: true
  turns: number[]
}

export interface Evaluation {
  entities: Score
  /** Projects, companies, people, maturity levels and URLs. */
  coreEntities: Score
  entitiesByKind: Record<EntityKind, Score>
  claims: Score
  /** Without regard to status and denial. */
  claimsLenient: Score
  /** The predicates that answer "who represented what, of which standing, and where is it found". */
  coreClaims: Score
  claimsByPredicate: Record<string, Score>
  /** Share of the matched entities that have the kind of the gold (or one it accepts), from 0 to 1. */
  kindExact: number
  /** Share of the right claims with a piece of evidence within one turn of a place the gold names. */
  evidencePlaced: number
  /** Share of the gold's guests for whom exactly the right things are represented. */
  lookup: number
  /** Numbers of interviews, and the share of the gold's interview turns that lie in the interview paired with theirs. */
  interviews: { gold: number; predicted: number; turnsRight: number }
  errors: {
    missedEntities: { id: string; surfaces: string[] }[]
    spuriousEntities: { id: string; label: string }[]
    missedClaims: ComparedClaim[]
    spuriousClaims: ComparedClaim[]
  }
}

export interface EvaluateOptions {
  /** Of a graph of several episodes, only what has evidence in this one is measured. */
  episode?: string
}

const CORE_KINDS: readonly EntityKind[] = ['project', 'company', 'person', 'maturity', 'url']
const CORE_PREDICATES = [
  'represents',
  'maintains',
  'works_at',
  'has_maturity',
  'originated_at',
  'has_url',
  'hosts',
]
/** Predicates that follow from the structure of a graph rather than from what somebody says. */
const STRUCTURAL = ['mentions', 'guest_on', 'about', 'presented_at']
/**
 * Project and technology are told apart by licence and habit, and often neither is in the words: an entity may
 * be matched by the other, and `kindExact` says how often the gold's own kind was chosen.
 */
const EXCHANGEABLE: Partial<Record<string, EntityKind>> = { project: 'technology', technology: 'project' }

/** How far from the gold's turn evidence may stand: a question and its answer are neighbours. */
const TURNS_AWAY = 1

const isEntityKind = (kind: string): kind is EntityKind => (ENTITY_KINDS as readonly string[]).includes(kind)
const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const thousandths = (x: number): number => Math.round(x * 1000) / 1000
const share = (part: number, whole: number, ofNothing: number): number =>
  whole ? thousandths(part / whole) : ofNothing

function score(tp: number, fp: number, fn: number): Score {
  const precision = tp + fp ? tp / (tp + fp) : 1
  const recall = tp + fn ? tp / (tp + fn) : 1
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0
  return {
    tp,
    fp,
    fn,
    precision: thousandths(precision),
    recall: thousandths(recall),
    f1: thousandths(f1),
  }
}

/** A name down to its plain letters and digits, without the scheme of an address. */
const comparable = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[^a-z0-9]+/g, '')

const surfacesOf = (entity: GoldEntity): string[] =>
  (entity.surfaces ?? []).map((s) => (typeof s === 'string' ? s : s.surface))

/** The kinds under which a gold entity may be found. */
function acceptedKinds({ kind, also_ok }: GoldEntity): string[] {
  const other = EXCHANGEABLE[kind]
  return [kind, ...(also_ok ?? []), ...(other ? [other] : [])]
}

interface PredictedEntity {
  id: string
  kind: EntityKind
  label: string
  comparableLabel: string
  /** Comparable forms of the label and all surfaces. */
  names: string[]
}

const predictedEntities = (graph: GraphFile): PredictedEntity[] =>
  graph.nodes.flatMap(({ key, attributes }) => {
    if (!isEntityKind(attributes.kind)) return []
    const { kind, label, surfaces } = attributes as EntityNode
    return [
      {
        id: key,
        kind,
        label,
        comparableLabel: comparable(label),
        names: [label, ...surfaces].map(comparable),
      },
    ]
  })

interface Matching {
  goldOf: ReadonlyMap<string, string>
  nodeOf: ReadonlyMap<string, string>
}

/**
 * Pairs gold entities with predicted ones, one to one, best pairs first: by the same id, then the same name,
 * then a label that is one of the gold's surfaces, then any surface in common; of equals, the gold's own kind.
 */
function matchEntities(gold: Gold, predicted: readonly PredictedEntity[]): Matching {
  const pairs: { gold: string; node: string; rank: number }[] = []
  for (const g of gold.entities) {
    const kinds = acceptedKinds(g)
    const slug = g.id.slice(g.id.indexOf(':') + 1)
    const ids = kinds.map((kind) => `${kind}:${slug}`)
    const name = comparable(g.name)
    const names = new Set([g.name, ...surfacesOf(g)].map(comparable))
    for (const n of predicted) {
      if (!kinds.includes(n.kind)) continue
      let rank = 0
      if (ids.includes(n.id)) rank = 4
      else if (n.comparableLabel === name) rank = 3
      else if (names.has(n.comparableLabel)) rank = 2
      else if (n.names.some((one) => names.has(one))) rank = 1
      if (rank) pairs.push({ gold: g.id, node: n.id, rank: rank + (n.kind === g.kind ? 0.5 : 0) })
    }
  }
  pairs.sort((a, b) => b.rank - a.rank || ascending(a.gold, b.gold))
  const goldOf = new Map<string, string>()
  const nodeOf = new Map<string, string>()
  for (const pair of pairs)
    if (!goldOf.has(pair.node) && !nodeOf.has(pair.gold)) {
      goldOf.set(pair.node, pair.gold)
      nodeOf.set(pair.gold, pair.node)
    }
  return { goldOf, nodeOf }
}

const firstMatch = (text: string, pattern: RegExp): string => text.match(pattern)?.[0] ?? text

/** The value of a fact as it is compared: `July 2018` and `2018` are one year, `v1.2.0` and `1.2` one release. */
function comparableValue(predicate: string, value: string): string {
  const text = value.toLowerCase()
  switch (predicate) {
    case 'started':
      return firstMatch(text, /\d{4}/)
    case 'release':
      return firstMatch(text, /\d+(\.\d+)*/).replace(/(\.0)+$/, '')
    case 'meets':
      return firstMatch(
        text,
        /every other|every two|bi-?weekly|week|month|wednesday|thursday|monday|tuesday|friday/,
      ).replace(/every two|bi-?weekly/, 'every other')
    default:
      return text.replace(/million|m\b/, '000000').replace(/[^0-9]/g, '')
  }
}

interface RawClaim {
  /** Of a predicted claim: its confidence, and the rules that made it. */
  made?: { confidence: number; rules: string[] }
  subject: string
  predicate: string
  object: string
  qualifiers: Pick<Qualifiers, 'status' | 'polarity'> | Record<string, unknown>
  turns: readonly number[]
  required: boolean
}

interface KeyedClaim extends ComparedClaim {
  required: boolean
}

/** A claim in the form in which it is compared, and its key; null for what only follows from structure. */
function comparedClaim(
  { subject, predicate, object, qualifiers, turns }: RawClaim,
  strict: boolean,
): { key: string; compared: ComparedClaim } | null {
  if (STRUCTURAL.includes(predicate) || /^(interview|episode):/.test(subject)) return null
  // There is one episode in a gold file, whatever either side calls it.
  const target = isFact(predicate)
    ? comparableValue(predicate, object)
    : object.startsWith('episode:')
      ? 'episode'
      : object
  // A comparison holds both ways.
  const swap = predicate === 'compared_with' && target < subject
  const compared: ComparedClaim = {
    subject: swap ? target : subject,
    predicate,
    object: swap ? subject : target,
    turns: [...turns],
  }
  if (strict && predicate === 'has_maturity') compared.status = String(qualifiers.status ?? 'current')
  if (strict && qualifiers.polarity === 'denied') compared.denied = true
  const key = [compared.subject, predicate, compared.object, compared.status, compared.denied].join('|')
  return { key, compared }
}

/** Claims as they are compared, by key; equal ones are joined. What only follows from structure is left out. */
function compareClaims(claims: readonly RawClaim[], strict: boolean): Map<string, KeyedClaim> {
  const byKey = new Map<string, KeyedClaim>()
  for (const claim of claims) {
    const { turns, required } = claim
    const comparison = comparedClaim(claim, strict)
    if (!comparison) continue
    const { key, compared } = comparison
    const known = byKey.get(key)
    if (known) {
      known.turns.push(...turns)
      known.required ||= required
    } else byKey.set(key, { ...compared, required })
  }
  return byKey
}

const goldClaims = (gold: Gold): RawClaim[] =>
  gold.claims.map((c) => ({
    subject: c.s,
    predicate: c.p,
    object: c.o,
    qualifiers: c.q ?? {},
    turns: c.turns ?? [],
    required: c.required !== false,
  }))

/** The graph's claims and facts, with the gold's ids for the entities that are matched. */
function predictedClaims(graph: GraphFile, { goldOf }: Matching, episode: string | undefined): RawClaim[] {
  const goldId = (id: string): string => goldOf.get(id) ?? id
  const touches = ({ evidence }: { evidence: readonly { episode: string }[] }): boolean =>
    episode === undefined || evidence.some((e) => e.episode === episode)
  const edges = graph.edges
    .filter((edge) => touches(edge.attributes))
    .map(({ source, target, attributes: { predicate, qualifiers, confidence, evidence } }) => ({
      subject: goldId(source),
      predicate,
      object: goldId(target),
      qualifiers,
      turns: evidence.map((e) => e.turn),
      required: true,
      made: { confidence, rules: evidence.map((e) => e.rule) },
    }))
  const facts = graph.nodes.flatMap(({ key, attributes }) =>
    (('facts' in attributes && attributes.facts) || []).filter(touches).map((fact) => ({
      subject: goldId(key),
      predicate: fact.predicate,
      object: fact.value,
      qualifiers: fact.qualifiers,
      turns: fact.evidence.map((e) => e.turn),
      required: true,
      made: { confidence: fact.confidence, rules: fact.evidence.map((e) => e.rule) },
    })),
  )
  return [...edges, ...facts]
}

type Claims = ReadonlyMap<string, KeyedClaim>

function scoreClaims(gold: Claims, predicted: Claims, predicates?: readonly string[]): Score {
  const counts = (claim: KeyedClaim): boolean => !predicates || predicates.includes(claim.predicate)
  const required = [...gold].filter(([, claim]) => claim.required && counts(claim))
  const tp = required.filter(([key]) => predicted.has(key)).length
  const fp = [...predicted].filter(([key, claim]) => !gold.has(key) && counts(claim)).length
  return score(tp, fp, required.length - tp)
}

function shareInPlace(gold: Claims, predicted: Claims): number {
  let compared = 0
  let placed = 0
  for (const [key, { turns }] of predicted) {
    const places = gold.get(key)?.turns ?? []
    if (!places.length) continue
    compared++
    if (turns.some((t) => places.some((place) => Math.abs(t - place) <= TURNS_AWAY))) placed++
  }
  return share(placed, compared, 0)
}

/** For each guest: everything that they have to represent is there, and nothing that they may not. */
function shareOfLookups(gold: Gold, goldKeys: Claims, predicted: Claims): number {
  const represented = (claims: Claims, guest: string, onlyRequired = false): string[] =>
    [...claims.values()]
      .filter((c) => c.predicate === 'represents' && c.subject === guest && (!onlyRequired || c.required))
      .map((c) => c.object)
  const guests = [...new Set(gold.interviews.flatMap((interview) => interview.guests))]
  const exact = guests.filter((guest) => {
    const found = represented(predicted, guest)
    const allowed = represented(goldKeys, guest)
    return (
      represented(goldKeys, guest, true).every((id) => found.includes(id)) &&
      found.every((id) => allowed.includes(id))
    )
  })
  return share(exact.length, guests.length, 1)
}

/** Pairs the gold's interviews, the longest first, with the interview that shares most turns with each. */
function scoreInterviews(
  gold: Gold,
  graph: GraphFile,
  episode: string | undefined,
): Evaluation['interviews'] {
  const predicted = graph.nodes.flatMap(({ key, attributes: a }) =>
    a.kind === 'interview' && (episode === undefined || a.episode === episode) ? [{ key, ...a }] : [],
  )
  const length = (i: Gold['interviews'][number]): number => i.last_turn - i.first_turn + 1
  const used = new Set<string>()
  let right = 0
  let total = 0
  for (const interview of [...gold.interviews].sort((a, b) => length(b) - length(a))) {
    let most = 0
    let best: string | undefined
    for (const { key, firstTurn, lastTurn } of predicted) {
      if (used.has(key)) continue
      const shared = Math.min(interview.last_turn, lastTurn) - Math.max(interview.first_turn, firstTurn) + 1
      if (shared > most) {
        most = shared
        best = key
      }
    }
    if (best !== undefined) used.add(best)
    right += most
    total += length(interview)
  }
  return { gold: gold.interviews.length, predicted: predicted.length, turnsRight: share(right, total, 1) }
}

const plainClaim = ({ required: _, ...claim }: KeyedClaim): ComparedClaim => claim

/**
 * Measures a graph against a gold annotation. What the gold marks as not required counts neither for nor
 * against.
 */
export function evaluate(graph: GraphFile, gold: Gold, { episode }: EvaluateOptions = {}): Evaluation {
  const predicted = predictedEntities(graph)
  const matching = matchEntities(gold, predicted)
  const { goldOf, nodeOf } = matching
  const required = gold.entities.filter((g) => g.required !== false && isEntityKind(g.kind))
  const missed = required.filter((g) => !nodeOf.has(g.id))
  const spurious = predicted.filter((n) => !goldOf.has(n.id))
  const scoreEntities = (kinds: readonly string[]): Score =>
    score(
      required.filter((g) => nodeOf.has(g.id) && kinds.includes(g.kind)).length,
      spurious.filter((n) => kinds.includes(n.kind)).length,
      missed.filter((g) => kinds.includes(g.kind)).length,
    )

  const found = predictedClaims(graph, matching, episode)
  const wanted = goldClaims(gold)
  const goldKeys = compareClaims(wanted, true)
  const predictedKeys = compareClaims(found, true)
  const predicates = [...new Set([...goldKeys.values()].map((claim) => claim.predicate))].sort(ascending)

  const goldById = new Map(gold.entities.map((g) => [g.id, g]))
  const matched = predicted.filter((n) => goldOf.has(n.id))
  const ofRightKind = matched.filter((n) => {
    const g = goldById.get(goldOf.get(n.id) ?? '')
    return g && (n.kind === g.kind || (g.also_ok ?? []).includes(n.kind))
  })

  return {
    entities: scoreEntities(ENTITY_KINDS),
    coreEntities: scoreEntities(CORE_KINDS),
    entitiesByKind: Object.fromEntries(ENTITY_KINDS.map((kind) => [kind, scoreEntities([kind])])) as Record<
      EntityKind,
      Score
    >,
    claims: scoreClaims(goldKeys, predictedKeys),
    claimsLenient: scoreClaims(compareClaims(wanted, false), compareClaims(found, false)),
    coreClaims: scoreClaims(goldKeys, predictedKeys, CORE_PREDICATES),
    claimsByPredicate: Object.fromEntries(
      predicates.map((p) => [p, scoreClaims(goldKeys, predictedKeys, [p])]),
    ),
    kindExact: share(ofRightKind.length, matched.length, 0),
    evidencePlaced: shareInPlace(goldKeys, predictedKeys),
    lookup: shareOfLookups(gold, goldKeys, predictedKeys),
    interviews: scoreInterviews(gold, graph, episode),
    errors: {
      missedEntities: missed.map((g) => ({ id: g.id, surfaces: surfacesOf(g) })),
      spuriousEntities: spurious.map((n) => ({ id: n.id, label: n.label })),
      missedClaims: [...goldKeys]
        .filter(([key, claim]) => claim.required && !predictedKeys.has(key))
        .map(([, claim]) => plainClaim(claim)),
      spuriousClaims: [...predictedKeys]
        .filter(([key]) => !goldKeys.has(key))
        .map(([, claim]) => plainClaim(claim)),
    },
  }
}

/** One claim of a graph, with what made it and whether the gold has it. */
export interface MarkedClaim {
  predicate: string
  confidence: number
  /** Rules on its evidence, each once, in order. */
  rules: string[]
  right: boolean
}

/**
 * Whether each claim of a graph is right, for measuring rules and confidences. Strict, as `claims` of
 * `evaluate`; a claim that the gold has without requiring it is right.
 */
export function markClaims(graph: GraphFile, gold: Gold, { episode }: EvaluateOptions = {}): MarkedClaim[] {
  const found = predictedClaims(graph, matchEntities(gold, predictedEntities(graph)), episode)
  const wanted = compareClaims(goldClaims(gold), true)
  return found.flatMap((claim) => {
    const key = comparedClaim(claim, true)?.key
    if (key === undefined || !claim.made) return []
    const { confidence, rules } = claim.made
    return [
      {
        predicate: claim.predicate,
        confidence,
        rules: [...new Set(rules)].sort(ascending),
        right: wanted.has(key),
      },
    ]
  })
}
