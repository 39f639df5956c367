/** Runs all rules over a talk and makes claims of what they find. */
import type { Claim } from '../../src/claim.ts'
import { type EntityKind, type Evidence, isFact, predicateSpec, type Qualifiers } from '../../src/schema.ts'
import type { Names } from '../names/index.ts'
import type { Occasion } from '../occasion.ts'
import type { Required } from '../scan/literals.ts'
import { makePrefilter } from '../scan/prefilter.ts'
import type { InterviewSubjects } from '../subjects.ts'
import type { Conversation, LinkedMention, Span } from '../types.ts'
import { affirmed, asksSomething, type Confirmation, takenUp } from './answers.ts'
import { precisionOf } from './measured.ts'
import { NEEDED } from './needed.ts'
import { compilePattern, KIND_LETTERS, kindBits } from './pattern.ts'
import { isDenied, isHypothetical, isPossible } from './qualifiers.ts'
import type { Draft, Rule } from './rule.ts'
import { RULES } from './rules/index.ts'
import { buildScenes, idsOfGroup, type Match, type Scene, sceneSpan, type Talk } from './scene.ts'
import { settle } from './settle.ts'
import { type Trace, traceSettled } from './trace.ts'

export { BLOCKED_BY, type Trace, type TraceEvent } from './trace.ts'
export type { Rule }
export { RULES }

/** One thing to try on a sentence: a pattern of a rule, or its `read`. In the order of the rules. */
interface Step {
  rule: Rule
  pattern?: RegExp
  /** For `read`: bits of the kinds the sentence must name. */
  needs: readonly number[]
}

const STEPS: readonly Step[] = RULES.flatMap((rule) => [
  ...(rule.read ? [{ rule, needs: [...(rule.needs ?? '')].map(kindBits) }] : []),
  ...(rule.patterns ?? []).map((pattern) => ({ rule, pattern: compilePattern(pattern), needs: [] })),
])

let patterns = 0
const couldMatch = makePrefilter(
  STEPS.map(({ pattern }) => (pattern ? (NEEDED[patterns++] as Required) : [])),
)

/**
 * V8 compiles an expression twice, to bytecode and then to machine code, unless the first text it is asked about is
 * long. Most patterns are asked about a few sentences only, and compiling them is most of their cost.
 */
const LONG = ' '.repeat(1000)
const warm = new WeakSet<RegExp>()

const holds = (named: number, required: readonly number[]): boolean => {
  for (const bits of required) if ((named & bits) === 0) return false
  return true
}

/** The steps that could make something of a sentence. */
function stepsFor({ turn, sentence, slots }: Scene): Step[] {
  const kinds = [...new Set(slots.map((m) => KIND_LETTERS[m.kind]))].join('')
  const named = kindBits(kinds)
  return couldMatch(turn.tokens, sentence.firstToken, sentence.endToken, kinds)
    .map((number) => STEPS[number] as Step)
    .filter(({ needs }) => holds(named, needs))
}

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
  { rule, pattern }: Step,
  confirmation: Confirmation | null,
  trace?: Trace,
): Draft[] {
  if (!pattern) return rule.read?.(scene, talk) ?? []
  const drafts: Draft[] = []
  if (!warm.has(pattern)) {
    warm.add(pattern)
    pattern.test(LONG)
  }
  pattern.lastIndex = 0
  for (let found = pattern.exec(scene.skeleton); found?.[0]; found = pattern.exec(scene.skeleton)) {
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
  const unsettled = { conversation, mentions, subjects, interviewIds, occasion, names, scenes }
  const steps = scenes.map(stepsFor)
  // Who works where comes first: it says which company a speaker's "we" stands for.
  const employment = runRules(
    ({ predicate }) => predicate === 'works_at',
    steps,
    { ...unsettled, employers: new Map() },
    trace,
  )
  const others = runRules(
    ({ predicate }) => predicate !== 'works_at',
    steps,
    { ...unsettled, employers: employersIn(employment) },
    trace,
  )
  const claims = [...employment, ...others]
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
