/** Runs all rules over a talk and makes claims of what they find. */
import type { Claim } from '../../src/claim.ts'
import { type Evidence, isFact, predicateSpec } from '../../src/schema.ts'
import type { Names } from '../names/index.ts'
import type { Occasion } from '../occasion.ts'
import type { InterviewSubjects } from '../subjects.ts'
import type { Conversation, LinkedMention, Span } from '../types.ts'
import { affirmed, asksSomething, type Confirmation, takenUp } from './answers.ts'
import { draftsOf } from './drafts.ts'
import { readClauses } from './frames.ts'
import type { Clause } from './grammar/clauses.ts'
import { precisionOf } from './measured.ts'
import { makersOf, topicsOf } from './reference.ts'
import type { Draft, Rule } from './rule.ts'
import { RULES } from './rules/index.ts'
import { buildScenes, type Scene, sceneSpan, type Talk } from './scene.ts'
import { settle } from './settle.ts'
import { HEADS, type Step, stepsFor } from './steps.ts'
import { type Trace, traceClauses, traceSettled } from './trace.ts'

export { BLOCKED_BY, type Trace, type TraceEvent } from './trace.ts'
export type { Rule }
export { RULES }

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
  const read = new Map<Scene, readonly Clause[]>()
  const clauses = (scene: Scene): readonly Clause[] => {
    const known = read.get(scene)
    if (known) return known
    const found = readClauses(scene.skeleton, HEADS)
    read.set(scene, found)
    return found
  }
  const topics = topicsOf(scenes)
  const makes = makersOf(scenes, names)
  const unsettled = {
    conversation,
    mentions,
    subjects,
    interviewIds,
    occasion,
    names,
    scenes,
    topics,
    makes,
    clauses,
  }
  if (trace) traceClauses(unsettled, trace)
  const steps = scenes.map(stepsFor)
  // Who works where and who made what come first: they say whom a speaker's "we" and a guest stand for.
  const isFirst = ({ predicate }: Rule): boolean => /^(?:works_at|founded|maintains)$/.test(predicate)
  const first = runRules(isFirst, steps, { ...unsettled, employers: new Map(), makers: new Map() }, trace)
  const others = runRules(
    (rule) => !isFirst(rule),
    steps,
    { ...unsettled, employers: employersIn(first), makers: makersIn(first) },
    trace,
  )
  const claims = [...first, ...others]
  const settled = settle(claims)
  if (trace) traceSettled(claims, settled, trace)
  return settled
}

/** The one company each person is said to work at now; nobody of whom several are said. */
function employersIn(claims: readonly Claim[]): Map<string, string> {
  const companies = new Map<string, Set<string>>()
  for (const { subject, predicate, object, qualifiers } of claims) {
    if (predicate !== 'works_at' || qualifiers.status === 'former' || qualifiers.polarity === 'denied')
      continue
    const known = companies.get(subject)
    if (known) known.add(object)
    else companies.set(subject, new Set([object]))
  }
  return new Map(
    [...companies].flatMap(([person, set]) => (set.size === 1 ? [[person, [...set][0] as string]] : [])),
  )
}

/** What each person is said to have made or to maintain, with the words that say so. */
function makersIn(claims: readonly Claim[]): Map<string, Map<string, Evidence>> {
  const makers = new Map<string, Map<string, Evidence>>()
  for (const { subject, predicate, object, qualifiers, evidence } of claims) {
    if (predicate === 'works_at' || qualifiers.polarity === 'denied' || !evidence[0]) continue
    const known = makers.get(subject) ?? new Map<string, Evidence>()
    if (!known.has(object)) known.set(object, evidence[0])
    makers.set(subject, known)
  }
  return makers
}

/**
 * The claims that some rules make of a talk.
 * @param steps for each scene, what could make something of it
 */
function runRules(
  isAsked: (rule: Rule) => boolean,
  steps: readonly (readonly Step[])[],
  talk: Talk,
  trace?: Trace,
): Claim[] {
  const { conversation, scenes } = talk
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
      confidence: confidenceOf(rule, draft),
      evidence: spans.map((span) => evidenceOf(conversation, span, rule.id)),
    }
    if (!fitsOntology(claim)) {
      trace?.({ ...blocked, by: 'domain' })
      return
    }
    claims.push(claim)
    trace?.({ kind: 'fired', rule: rule.id, claim })
  }
  for (const rule of RULES)
    if (isAsked(rule))
      for (const draft of rule.find?.(talk) ?? []) add(rule, draft, { turn: 0, start: 0, end: 0 })
  const tryAll = (scene: Scene, own: readonly Step[]): void => {
    const isQuestion = asksSomething(scene)
    const confirmation = isQuestion ? affirmed(scene, talk) : null
    const answer = isQuestion ? takenUp(scene, talk) : null
    if (isQuestion)
      trace?.({ kind: 'question', span: sceneSpan(scene), answer: (confirmation ?? answer)?.span ?? null })
    for (const one of own) {
      const reply = one.rule.answerable ? answer : one.rule.confirmable ? confirmation : null
      if (isQuestion && !reply) {
        if (trace) traceQuestion(scene, talk, one, confirmation, trace)
        continue
      }
      for (const draft of draftsOf(scene, talk, one, reply, trace))
        add(one.rule, draft, sceneSpan(scene), reply?.span)
    }
  }
  scenes.forEach((scene, i) => {
    const own = steps[i]?.filter(({ rule }) => isAsked(rule)) ?? []
    if (own.length || trace) tryAll(scene, own)
  })
  return claims
}

/** What a rule would claim if the question were none. */
function traceQuestion(
  scene: Scene,
  talk: Talk,
  one: Step,
  confirmation: Confirmation | null,
  trace: Trace,
): void {
  for (const { subject, object, predicate = one.rule.predicate } of draftsOf(scene, talk, one, confirmation))
    trace({
      kind: 'blocked',
      rule: one.rule.id,
      span: sceneSpan(scene),
      by: confirmation ? 'unconfirmable' : 'question',
      claim: { subject, predicate, object },
    })
}

/** What a rule says of one claim in particular holds in proportion to what it expects of all. */
const confidenceOf = (rule: Rule, { confidence = rule.confidence }: Draft): number =>
  Math.min(0.99, Math.round((100 * confidence * precisionOf(rule)) / rule.confidence) / 100)

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
