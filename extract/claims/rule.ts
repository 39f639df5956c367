/** What a rule is: data with its own proof. */
import type { Claim } from '../../src/claim.ts'
import type { Qualifiers } from '../../src/schema.ts'
import type { Span } from '../types.ts'
import type { Clause, Part } from './grammar/clauses.ts'
import type { Match, Scene, Talk } from './scene.ts'

/** A claim before it has its rule, speaker and confidence. */
export interface Draft {
  subject: string
  object: string
  predicate?: Claim['predicate']
  qualifiers?: Qualifiers
  /** The words that say it; the sentence of the match where left out. */
  spans?: Span[]
  /** Overrides the rule's confidence. */
  confidence?: number
}

/** Where a frame fitted: its clause, and the parts of it that are subject and object of the claim. */
export interface Framed {
  clause: Clause
  subject: Part
  object: Part
  scene: Scene
  talk: Talk
}

/**
 * A dialogue put through the whole pipeline by the test of the rules. Lines are `Name: words`. The hosts are
 * Ada Host and Bo Host; everybody else is a guest.
 */
export interface Example {
  said: string
  /** `subject predicate object`, with qualifiers as `status=former` after it. */
  claims: string[]
}
export interface Miss {
  said: string
  why: string
  /** Claims that the rule rightly makes elsewhere in the dialogue. */
  besides?: string[]
}

export interface Rule {
  /** `family/what-it-sees`; travels on the evidence. */
  id: string
  /** One sentence. */
  description: string
  predicate: Claim['predicate']
  /** How often its author expects it to be right, between 0 and 1; measured.ts weighs that against what was counted. */
  confidence: number
  examples: Example[]
  /** Dialogue that looks like it and makes no such claim. */
  misses: Miss[]
  /** Patterns over the skeleton of a sentence; see pattern.ts. Needs `build` unless they name S and O. */
  patterns?: string[]
  /** What makes a claim of a clause, however the clause is put; see frames.ts. */
  frames?: string[]
  /** Which pairs of a frame make a claim; all that the ontology allows where left out. */
  fits?: (object: string, subject: string, at: Framed) => boolean
  /** What a clause says of the past is kept as a former state. */
  former?: boolean
  /** What a clause says that one could, would or will do is no claim. */
  actual?: boolean
  /** Makes the claims of a match; by default subject S and object O. Return nothing to let it go. */
  build?: (match: Match, talk: Talk) => Draft[]
  /** For what no single sentence shows. */
  find?: (talk: Talk) => Draft[]
  /** For what needs a whole sentence with its neighbours rather than a pattern. */
  read?: (scene: Scene, talk: Talk) => Draft[]
  /** Kinds that the sentence must name before `read` is asked. */
  needs?: string
  /** Questions are read too, and count when the answer affirms them. */
  confirmable?: boolean
  /** Questions of a host are read too, and count when the guest's answer takes them up, whatever it says. */
  answerable?: boolean
  /** A denied claim is kept as denied; otherwise a denial is no claim. */
  deniable?: boolean
}
