/** Runs all rules over a talk and makes claims of what they find. */
import type { Claim } from '../../src/claim.ts'
import { type EntityKind, type Evidence, isFact, predicateSpec, type Qualifiers } from '../../src/schema.ts'
import type { Names } from '../names/index.ts'
import type { Occasion } from '../occasion.ts'
import type { InterviewSubjects } from '../subjects.ts'
import type { Conversation, LinkedMention, Span } from '../types.ts'
import { affirmed, type Confirmation } from './answers.ts'
import { type Compiled, compilePattern } from './pattern.ts'
import { isDenied, isHypothetical, isPossible } from './qualifiers.ts'
import type { Draft, Rule } from './rule.ts'
import { RULES } from './rules/index.ts'
import { buildScenes, idsOfGroup, type Match, type Scene, sceneSpan, type Talk } from './scene.ts'
import { settle } from './settle.ts'
import { type Trace, traceSettled } from './trace.ts'

export { BLOCKED_BY, type Trace, type TraceEvent } from './trace.ts'
export type { Rule }
export { RULES }

interface Ready {
  rule: Rule
  patterns: Compiled[]
}

const ready = (rules: readonly Rule[]): Ready[] =>
  rules.map((rule) => ({ rule, patterns: (rule.patterns ?? []).map(compilePattern) }))

const holds = (letters: ReadonlySet<string>, required: readonly string[]): boolean =>
  required.every((kinds) => [...kinds].some((k) => letters.has(k)))

const kindsOf = (rule: Rule, group: string): readonly EntityKind[] => {
  const spec = isFact(rule.predicate)
    ? null
    : predicateSpec(
        rule.predicate as Exclude<typeof rule.predicate, keyof typeof import('../../src/schema.ts').FACTS>,
      )
  if (!spec) return ['project']
  return (group.startsWith('S') ? spec.subject : spec.object) as readonly EntityKind[]
}

/** The one claim that S and O of a match make, for each subject and object they stand for. */
function plainBuild(match: Match): Draft[] {
  return match.ids('S').flatMap((subject) => match.ids('O').map((object) => ({ subject, object })))
}

function draftsOf(
  scene: Scene,
  talk: Talk,
  { rule, patterns }: Ready,
  letters: ReadonlySet<string>,
  confirmation: Confirmation | null,
  trace?: Trace,
): Draft[] {
  const drafts: Draft[] = []
  if (rule.read && [...(rule.needs ?? '')].every((k) => letters.has(k)))
    drafts.push(...rule.read(scene, talk))
  for (const { regex, required } of patterns) {
    if (!holds(letters, required)) continue
    for (const found of scene.skeleton.matchAll(regex)) {
      const groups = found.groups ?? {}
      const indices = (
        found as RegExpMatchArray & { indices?: { groups?: Record<string, [number, number] | undefined> } }
      ).indices?.groups
      const match: Match = {
        scene,
        groups,
        start: found.index,
        end: found.index + found[0].length,
        text: (group) => groups[group],
        ids: (group) =>
          confirmation?.speaker &&
          groups[group]?.toLowerCase() === 'you' &&
          kindsOf(rule, group).includes('person')
            ? [confirmation.speaker]
            : idsOfGroup(
                scene,
                talk,
                groups[group],
                indices?.[group]?.[0] ?? found.index,
                kindsOf(rule, group),
              ),
      }
      const denied = isDenied(scene.skeleton, match.start, match.end)
      const by =
        denied && !rule.deniable ? 'denied' : isHypothetical(scene.skeleton, match.start) && 'hypothetical'
      if (by) {
        trace?.({ kind: 'blocked', rule: rule.id, span: sceneSpan(scene), by })
        continue
      }
      const built = (rule.build ?? plainBuild)(match, talk)
      if (!built.length) trace?.({ kind: 'blocked', rule: rule.id, span: sceneSpan(scene), by: 'unclear' })
      for (const draft of built) {
        const qualifiers: Qualifiers = { ...draft.qualifiers }
        if (denied) qualifiers.polarity = 'denied'
        if (!qualifiers.modality && isPossible(scene.skeleton, match.start)) qualifiers.modality = 'possible'
        drafts.push({ ...draft, qualifiers })
      }
    }
  }
  return drafts
}

/**
 * Finds all claims of a transcript.
 * @param mentions what the link stage made, in order
 * @param trace is told which rules fire, which are held back, and why; costs nothing when absent
 */
export function findClaims(
  conversation: Conversation,
  mentions: readonly LinkedMention[],
  subjects: readonly InterviewSubjects[],
  interviewIds: readonly string[],
  occasion: Occasion,
  names: Names,
  trace?: Trace,
): Claim[] {
  const scenes = buildScenes(conversation, mentions)
  const talk: Talk = { conversation, mentions, subjects, interviewIds, occasion, names, scenes }
  const claims: Claim[] = []
  const add = (rule: Rule, draft: Draft, fallback: Span, confirmation?: Span): void => {
    const predicate = draft.predicate ?? rule.predicate
    const { subject, object } = draft
    const blocked = {
      kind: 'blocked',
      rule: rule.id,
      span: fallback,
      claim: { subject, predicate, object },
    } as const
    if (subject === object) {
      trace?.({ ...blocked, by: 'itself' })
      return
    }
    const spans = [...(draft.spans ?? [fallback]), ...(confirmation ? [confirmation] : [])]
    const claim: Claim = {
      subject,
      predicate,
      object,
      qualifiers: draft.qualifiers ?? {},
      confidence: draft.confidence ?? rule.confidence,
      evidence: spans.map((span) => evidenceOf(conversation, span, rule.id)),
    }
    if (!fitsOntology(claim)) {
      trace?.({ ...blocked, by: 'domain' })
      return
    }
    claims.push(claim)
    trace?.({ kind: 'fired', rule: rule.id, claim })
  }
  const rules = ready(RULES)
  for (const { rule } of rules)
    for (const draft of rule.find?.(talk) ?? []) add(rule, draft, { turn: 0, start: 0, end: 0 })
  for (const scene of scenes) {
    const letters = new Set(scene.skeleton.match(/<[a-z](?=\d+>)/g)?.map((s) => s.charAt(1)) ?? [])
    const confirmation = scene.sentence.question ? affirmed(scene, talk) : null
    if (scene.sentence.question)
      trace?.({ kind: 'question', span: sceneSpan(scene), answer: confirmation?.span ?? null })
    for (const one of rules) {
      if (scene.sentence.question && !(one.rule.confirmable && confirmation)) {
        if (trace) traceQuestion(scene, talk, one, letters, confirmation, trace)
        continue
      }
      for (const draft of draftsOf(scene, talk, one, letters, confirmation, trace))
        add(one.rule, draft, sceneSpan(scene), confirmation?.span)
    }
  }
  const settled = settle(claims)
  if (trace) traceSettled(claims, settled, trace)
  return settled
}

/** What a rule would claim if the question were none. */
function traceQuestion(
  scene: Scene,
  talk: Talk,
  one: Ready,
  letters: ReadonlySet<string>,
  confirmation: Confirmation | null,
  trace: Trace,
): void {
  for (const { subject, object, predicate = one.rule.predicate } of draftsOf(
    scene,
    talk,
    one,
    letters,
    confirmation,
  ))
    trace({
      kind: 'blocked',
      rule: one.rule.id,
      span: sceneSpan(scene),
      by: confirmation ? 'unconfirmable' : 'question',
      claim: { subject, predicate, object },
    })
}

/** Whether subject and object are of kinds the predicate takes; a pattern may fit what the ontology does not. */
function fitsOntology(claim: Claim): boolean {
  if (isFact(claim.predicate)) return claim.subject.startsWith('project:')
  const spec = predicateSpec(claim.predicate)
  const kind = (id: string): string => id.slice(0, id.indexOf(':'))
  return (
    (spec.subject as readonly string[]).includes(kind(claim.subject)) &&
    (spec.object as readonly string[]).includes(kind(claim.object))
  )
}

function evidenceOf(conversation: Conversation, span: Span, rule: string): Evidence {
  const speaker = conversation.cast.speakers[conversation.cast.speakerOf[span.turn] ?? -1]?.id
  return {
    episode: conversation.transcript.id,
    turn: span.turn,
    start: span.start,
    end: span.end,
    ...(speaker ? { speaker } : {}),
    rule,
    quote: conversation.turns[span.turn]?.text.slice(span.start, span.end) ?? '',
  }
}
