/** What extraction hands to the graph: entities, claims and mentions of one transcript. */
import type {
  EntityKind,
  EpisodeSummary,
  Evidence,
  FactPredicate,
  InterviewNode,
  Predicate,
  Qualifiers,
  RegistryRecord,
} from './schema.ts'

export interface Entity {
  id: string
  kind: EntityKind
  label: string
  /** What the transcript spells. */
  surfaces: string[]
  mentions: number
  /** Absent where a registry or a label names it. */
  confidence?: number
  record?: RegistryRecord
}

/** One statement by one piece of evidence. Equal claims are joined when the graph is built. */
export interface Claim {
  subject: string
  predicate: Exclude<Predicate, 'mentions'> | FactPredicate
  /** A node id, or the plain value of a fact. */
  object: string
  qualifiers: Qualifiers
  confidence: number
  evidence: Evidence[]
}

/** A place where an entity is named. `interview` is absent outside interviews. */
export interface MentionPlace {
  entity: string
  interview?: string
  turn: number
  start: number
  end: number
  speaker?: string
  rule: string
}

export interface Interview extends InterviewNode {
  id: string
}

/** Everything that was found in one transcript. */
export interface Extraction {
  episode: EpisodeSummary
  interviews: Interview[]
  entities: Entity[]
  claims: Claim[]
  mentions: MentionPlace[]
}
