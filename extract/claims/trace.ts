/** What happens while rules are run, for whoever asks why there is a claim, or why there is none. */
import type { Claim } from '../../src/claim.ts'
import type { Span } from '../types.ts'
import { sceneSpan, type Talk } from './scene.ts'

export const BLOCKED_BY = {
  question: 'a question asserts nothing, and no answer affirms it',
  unconfirmable: 'a question asserts nothing; it is affirmed, but this rule reads no questions',
  denied: 'it is denied, and the rule keeps no denials',
  hypothetical: 'it is only supposed: “if”, “whether”, “imagine”',
  unclear: 'the pattern fits, but whom or what its words stand for is unclear, or the rule lets it go',
  itself: 'subject and object are the same',
  domain: 'the ontology has no such relation between things of these kinds',
} as const

export type TraceEvent =
  /** A question, and the words that affirm it or take it up. */
  | { kind: 'question'; span: Span; answer: Span | null }
  /** A verb or relational noun that a rule knows, and what takes part in it, in the words of the talk. */
  | { kind: 'clause'; span: Span; head: string; parts: readonly { role: string; words: string }[] }
  | { kind: 'fired'; rule: string; claim: Claim }
  /** A rule that fits, and makes no claim. `claim` is what it would have been, where that is known. */
  | {
      kind: 'blocked'
      rule: string
      span: Span
      by: keyof typeof BLOCKED_BY
      claim?: Pick<Claim, 'subject' | 'predicate' | 'object'>
    }
  /** A claim that was changed, or dropped, in the light of the others. */
  | { kind: 'settled'; before: Claim; after: Claim | null }

export type Trace = (event: TraceEvent) => void

/** Tells how the clauses of the talk were read. */
export function traceClauses({ scenes, clauses }: Pick<Talk, 'scenes' | 'clauses'>, trace: Trace): void {
  for (const scene of scenes)
    for (const { head, parts } of clauses(scene)) {
      const told = [...parts].map(([role, { slots, start, end }]) => ({
        role,
        words: slots.length
          ? slots.map((slot) => scene.slots[slot]?.surface ?? '').join(', ')
          : scene.skeleton.slice(start, end),
      }))
      if (parts.size > 0) trace({ kind: 'clause', span: sceneSpan(scene), head, parts: told })
    }
}

/** Tells what settling changed. A changed claim shares its evidence with what it was. */
export function traceSettled(before: readonly Claim[], after: readonly Claim[], trace: Trace): void {
  const kept = new Set(after)
  const changed = new Map(after.map((claim) => [claim.evidence, claim]))
  for (const claim of before)
    if (!kept.has(claim))
      trace({ kind: 'settled', before: claim, after: changed.get(claim.evidence) ?? null })
}
