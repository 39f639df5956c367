/**
 * The words that graphs are written in: entity kinds, predicates with their domain and range, levels, roles and
 * verdicts. Plain data without the schema's validator, so that the viewer's first load need not bring it.
 */

export const FORMAT = 'hallway-graph'
export const VERSION = 1

export const ENTITY_KINDS = [
  'project',
  'company',
  'person',
  'maturity',
  'url',
  'foundation',
  'technology',
  'event',
  'channel',
] as const
export const NODE_KINDS = [...ENTITY_KINDS, 'episode', 'interview'] as const
export const MATURITY_LEVELS = ['sandbox', 'incubating', 'graduated', 'archived'] as const
export const URL_ROLES = ['homepage', 'repository', 'blog', 'docs', 'chat', 'marketplace', 'other'] as const

export type EntityKind = (typeof ENTITY_KINDS)[number]
export type NodeKind = (typeof NODE_KINDS)[number]
export type MaturityLevel = (typeof MATURITY_LEVELS)[number]
export type UrlRole = (typeof URL_ROLES)[number]

/** Groups of predicates that a reader would look for together; the viewer colours edges by them. */
export const FAMILIES = ['people', 'standing', 'place', 'structure', 'use', 'stage', 'mention'] as const
export type Family = (typeof FAMILIES)[number]

export interface PredicateSpec {
  readonly subject: readonly NodeKind[]
  readonly object: readonly NodeKind[]
  readonly family: Family
  /** Reads as "subject … object". */
  readonly reads: string
  /** Reads as "object … subject", for the entity that is the object. */
  readonly reversed: string
}

const thing = ['project', 'technology'] as const

/** Predicates between two nodes. */
export const PREDICATES = {
  represents: {
    subject: ['person'],
    object: ['project', 'company'],
    family: 'people',
    reads: 'represents',
    reversed: 'is represented by',
  },
  maintains: {
    subject: ['person', 'company'],
    object: ['project'],
    family: 'people',
    reads: 'maintains',
    reversed: 'is maintained by',
  },
  contributes_to: {
    subject: ['person', 'company'],
    object: ['project'],
    family: 'people',
    reads: 'contributes to',
    reversed: 'has contributions from',
  },
  works_at: {
    subject: ['person'],
    object: ['company'],
    family: 'people',
    reads: 'works at',
    reversed: 'employs',
  },
  founded: {
    subject: ['person'],
    object: ['project', 'company'],
    family: 'people',
    reads: 'founded',
    reversed: 'was founded by',
  },
  hosts: {
    subject: ['person'],
    object: ['episode'],
    family: 'stage',
    reads: 'hosts',
    reversed: 'is hosted by',
  },
  guest_on: {
    subject: ['person'],
    object: ['interview'],
    family: 'stage',
    reads: 'is a guest in',
    reversed: 'has the guest',
  },
  about: {
    subject: ['interview'],
    object: ['project', 'company'],
    family: 'stage',
    reads: 'is about',
    reversed: 'is the subject of',
  },
  has_maturity: {
    subject: ['project'],
    object: ['maturity'],
    family: 'standing',
    reads: 'is',
    reversed: 'is the level of',
  },
  hosted_by: {
    subject: ['project'],
    object: ['foundation'],
    family: 'standing',
    reads: 'is hosted by',
    reversed: 'hosts',
  },
  originated_at: {
    subject: ['project'],
    object: ['company'],
    family: 'structure',
    reads: 'originated at',
    reversed: 'is where it began:',
  },
  developed_by: {
    subject: [...thing],
    object: ['company'],
    family: 'structure',
    reads: 'is developed by',
    reversed: 'develops',
  },
  part_of: {
    subject: [...thing],
    object: [...thing],
    family: 'structure',
    reads: 'is part of',
    reversed: 'includes',
  },
  has_url: {
    subject: ['project', 'company'],
    object: ['url'],
    family: 'place',
    reads: 'is found at',
    reversed: 'is the address of',
  },
  has_channel: {
    subject: ['project', 'company'],
    object: ['channel'],
    family: 'place',
    reads: 'meets in',
    reversed: 'is a channel of',
  },
  written_in: {
    subject: ['project'],
    object: ['technology'],
    family: 'structure',
    reads: 'is written in',
    reversed: 'is the language of',
  },
  built_on: {
    subject: [...thing],
    object: [...thing],
    family: 'use',
    reads: 'is built on',
    reversed: 'is built into',
  },
  runs_on: { subject: [...thing], object: [...thing], family: 'use', reads: 'runs on', reversed: 'runs' },
  integrates_with: {
    subject: [...thing],
    object: [...thing, 'company'],
    family: 'use',
    reads: 'integrates with',
    reversed: 'is integrated by',
  },
  used_by: {
    subject: ['project'],
    object: ['company', 'person'],
    family: 'use',
    reads: 'is used by',
    reversed: 'uses',
  },
  compared_with: {
    subject: [...thing],
    object: [...thing],
    family: 'use',
    reads: 'is compared with',
    reversed: 'is compared with',
  },
  presented_at: {
    subject: ['episode', 'interview'],
    object: ['event'],
    family: 'stage',
    reads: 'was recorded at',
    reversed: 'is where it was recorded:',
  },
  mentions: {
    subject: ['interview', 'episode'],
    object: ENTITY_KINDS,
    family: 'mention',
    reads: 'mentions',
    reversed: 'is mentioned in',
  },
} as const satisfies Record<string, PredicateSpec>

/** Facts: predicates whose object is a plain value rather than a node. Their subject is always a project. */
export const FACTS = {
  started: 'year or year-month in which the project began',
  release: 'a version that was or will be released',
  contributors: 'number of contributors, as said',
  downloads: 'number of downloads, as said',
  meets: 'how often the community meets, in words',
} as const

export type Predicate = keyof typeof PREDICATES
export type FactPredicate = keyof typeof FACTS
export const PREDICATE_NAMES = Object.keys(PREDICATES) as [Predicate, ...Predicate[]]
export const FACT_NAMES = Object.keys(FACTS) as [FactPredicate, ...FactPredicate[]]
export const isFact = (p: string): p is FactPredicate => Object.hasOwn(FACTS, p)

/** The specification of a predicate, with its kinds widened so that they can be searched. */
export const predicateSpec = (p: Predicate): PredicateSpec => PREDICATES[p]

/** @example kindOf('project:keptn') // 'project' */
export const kindOf = (id: string): string => id.slice(0, id.indexOf(':'))

/**
 * Whether the ontology allows this predicate between these two nodes.
 * @returns null when it does, otherwise one sentence that says what is wrong.
 */
export function domainError(subject: string, predicate: Predicate, object: string): string | null {
  const spec = predicateSpec(predicate)
  const s = kindOf(subject) as NodeKind
  const o = kindOf(object) as NodeKind
  if (!spec.subject.includes(s))
    return `${predicate} takes a ${spec.subject.join(' or ')} as subject, not ${subject}`
  if (!spec.object.includes(o))
    return `${predicate} takes a ${spec.object.join(' or ')} as object, not ${object}`
  return null
}

/** What the record says of a claim. `close`: right within two months; `unrecorded`: the record does not say. */
export const VERDICTS = ['agrees', 'conflicts', 'close', 'unrecorded'] as const
export type Verdict = (typeof VERDICTS)[number]
