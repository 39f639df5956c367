/**
 * What a graph is: the vocabulary of ontology.ts, qualifiers, evidence and the graph file. Everything else in
 * Hallway takes its types from here, and `hallway schema` publishes it as JSON Schema.
 */
import * as z from 'zod'
import {
  domainError,
  ENTITY_KINDS,
  type EntityKind,
  FACT_NAMES,
  type FactPredicate,
  FORMAT,
  kindOf,
  MATURITY_LEVELS,
  type MaturityLevel,
  PREDICATE_NAMES,
  type Predicate,
  VERDICTS,
  VERSION,
  type Verdict,
} from './ontology.ts'

export * from './ontology.ts'

const isoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'an ISO year, year-month or date')
const confidence = z.number().min(0).max(1)
export const idPattern = /^[a-z]+:\S+$/

export const Qualifiers = z
  .strictObject({
    status: z.enum(['current', 'former', 'planned']),
    role: z.string().min(1),
    since: isoDate,
    until: isoDate,
    polarity: z.literal('denied'),
    modality: z.enum(['planned', 'possible']),
  })
  .partial()
export type Qualifiers = {
  -readonly [K in keyof z.infer<typeof Qualifiers>]?: NonNullable<z.infer<typeof Qualifiers>[K]>
}

/** The words that say it. `start`–`end` are UTF-16 offsets into the text of the turn; their slice is the quote. */
export const Evidence = z.strictObject({
  episode: z.string().regex(idPattern),
  turn: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** The person who says it; absent where a label names nobody. */
  speaker: z.string().regex(idPattern).optional(),
  /** The id of the rule that found it. */
  rule: z.string().min(1),
  /** Left out of graphs made with `--no-quotes`. */
  quote: z.string().optional(),
})
export interface Evidence {
  episode: string
  turn: number
  start: number
  end: number
  speaker?: string
  rule: string
  quote?: string
}

export const Fact = z.strictObject({
  predicate: z.enum(FACT_NAMES),
  value: z.string().min(1),
  qualifiers: Qualifiers,
  confidence,
  evidence: z.array(Evidence).min(1),
})
export interface Fact {
  predicate: FactPredicate
  value: string
  qualifiers: Qualifiers
  confidence: number
  evidence: Evidence[]
}

/** What the record (the CNCF landscape) knows of an entity: a second witness, never the source of a claim. */
export const RegistryRecord = z
  .strictObject({
    maturity: z.array(z.strictObject({ level: z.enum(MATURITY_LEVELS), since: isoDate })),
    homepage: z.string(),
    repository: z.string(),
    foundation: z.string().regex(idPattern),
    city: z.string(),
    start: isoDate,
    end: isoDate,
  })
  .partial()
export interface RegistryRecord {
  maturity?: { level: MaturityLevel; since: string }[]
  homepage?: string
  repository?: string
  foundation?: string
  city?: string
  start?: string
  end?: string
}

const entityNode = z.strictObject({
  kind: z.enum(ENTITY_KINDS),
  label: z.string().min(1),
  surfaces: z.array(z.string()),
  mentions: z.int().nonnegative(),
  /** How sure it is that this is an entity of this kind; absent where a registry or a label names it. */
  confidence: confidence.optional(),
  facts: z.array(Fact).optional(),
  record: RegistryRecord.optional(),
})
const episodeNode = z.strictObject({ kind: z.literal('episode'), label: z.string().min(1) })
const interviewNode = z.strictObject({
  kind: z.literal('interview'),
  label: z.string().min(1),
  episode: z.string().regex(idPattern),
  firstTurn: z.int().nonnegative(),
  lastTurn: z.int().nonnegative(),
})
export const NodeAttributes = z.discriminatedUnion('kind', [entityNode, episodeNode, interviewNode])

export interface EntityNode {
  kind: EntityKind
  label: string
  surfaces: string[]
  mentions: number
  confidence?: number
  facts?: Fact[]
  record?: RegistryRecord
}
export interface EpisodeNode {
  kind: 'episode'
  label: string
}
export interface InterviewNode {
  kind: 'interview'
  label: string
  episode: string
  firstTurn: number
  lastTurn: number
}
export type NodeAttributes = EntityNode | EpisodeNode | InterviewNode

export const EdgeAttributes = z.strictObject({
  predicate: z.enum(PREDICATE_NAMES),
  qualifiers: Qualifiers,
  confidence,
  verdict: z.enum(VERDICTS).optional(),
  evidence: z.array(Evidence).min(1),
  /** On `mentions` only: how often, and where (turn, start, end), every place included. */
  count: z.int().positive().optional(),
  spans: z.array(z.tuple([z.int(), z.int(), z.int()])).optional(),
})
export interface EdgeAttributes {
  predicate: Predicate
  qualifiers: Qualifiers
  confidence: number
  verdict?: Verdict
  evidence: Evidence[]
  count?: number
  spans?: [turn: number, start: number, end: number][]
}

export const EpisodeSummary = z.strictObject({
  id: z.string().regex(idPattern),
  title: z.string().min(1),
  show: z.string().optional(),
  /** When it was recorded: from metadata, or from the event it was recorded at. */
  date: isoDate.optional(),
  turns: z.int().nonnegative(),
  /** Name of the transcript file, without its folder. */
  file: z.string(),
  /** Fingerprint of the turns, so that a transcript can be told from another one of the same name. */
  fingerprint: z.string(),
})
export interface EpisodeSummary {
  id: string
  title: string
  show?: string
  date?: string
  turns: number
  file: string
  fingerprint: string
}

export const GraphFile = z
  .strictObject({
    attributes: z.strictObject({
      format: z.literal(FORMAT),
      version: z.literal(VERSION),
      generator: z.string(),
      registry: z.strictObject({ source: z.string(), date: isoDate }),
      /** False when the graph was made with `--no-quotes`. */
      quotes: z.boolean(),
      episodes: z.array(EpisodeSummary),
    }),
    options: z.strictObject({
      type: z.literal('directed'),
      multi: z.literal(true),
      allowSelfLoops: z.literal(true),
    }),
    nodes: z.array(z.strictObject({ key: z.string().regex(idPattern), attributes: NodeAttributes })),
    edges: z.array(
      z.strictObject({ key: z.string(), source: z.string(), target: z.string(), attributes: EdgeAttributes }),
    ),
  })
  .superRefine((graph, context) => {
    const kinds = new Map(graph.nodes.map((n) => [n.key, n.attributes.kind]))
    for (const { key, attributes } of graph.nodes)
      if (kindOf(key) !== attributes.kind)
        context.addIssue({ code: 'custom', message: `node ${key} says it is a ${attributes.kind}` })
    for (const { key, source, target, attributes } of graph.edges) {
      const missing = [source, target].find((id) => !kinds.has(id))
      const wrong = missing
        ? `there is no node ${missing}`
        : domainError(source, attributes.predicate, target)
      if (wrong) context.addIssue({ code: 'custom', message: `edge ${key}: ${wrong}` })
    }
  })
export interface GraphNode {
  key: string
  attributes: NodeAttributes
}
export interface GraphEdge {
  key: string
  source: string
  target: string
  attributes: EdgeAttributes
}
export interface GraphFile {
  attributes: {
    format: typeof FORMAT
    version: typeof VERSION
    generator: string
    registry: { source: string; date: string }
    quotes: boolean
    episodes: EpisodeSummary[]
  }
  options: { type: 'directed'; multi: true; allowSelfLoops: true }
  nodes: GraphNode[]
  edges: GraphEdge[]
}

/** A file that is no Hallway graph, or one of another version. The message says which and what to do. */
export class GraphFileError extends Error {
  override name = 'GraphFileError'
}

/**
 * Reads the parsed JSON of a graph file.
 * @throws {GraphFileError} when it is no graph, a graph of another version, or breaks the schema.
 */
export function parseGraph(json: unknown): GraphFile {
  const head = (json as { attributes?: { format?: unknown; version?: unknown } } | null)?.attributes
  if (head?.format !== FORMAT)
    throw new GraphFileError('this is no Hallway graph; make one with: hallway extract')
  if (head.version !== VERSION)
    throw new GraphFileError(
      `this graph has version ${String(head.version)}, and this Hallway reads version ${VERSION}; make it again with: hallway extract`,
    )
  const result = GraphFile.safeParse(json)
  if (result.success) return result.data as GraphFile
  const issue = result.error.issues[0]
  throw new GraphFileError(
    `this graph breaks the schema at ${issue?.path.join('.') || 'its top'}: ${issue?.message}`,
  )
}

/** The JSON Schema of the graph file (draft 2020-12). */
export const jsonSchema = (): object => z.toJSONSchema(GraphFile, { io: 'input' })
