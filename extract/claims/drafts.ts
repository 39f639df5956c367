/** The claims that one step makes of a sentence. */
import { type EntityKind, isFact, predicateSpec, type Qualifiers } from '../../src/schema.ts'
import type { Confirmation } from './answers.ts'
import { type Frame, fitsFrame, partOf } from './frames.ts'
import { isDenied, isHypothetical, isPossible } from './qualifiers.ts'
import { meant } from './reference.ts'
import type { Draft, Rule } from './rule.ts'
import { idsOfGroup, type Match, type Scene, sceneSpan, type Talk } from './scene.ts'
import type { Step } from './steps.ts'
import type { Trace } from './trace.ts'

/**
 * V8 compiles an expression twice, to bytecode and then to machine code, unless the first text it is asked about is
 * long. Most patterns are asked about a few sentences only, and compiling them is most of their cost.
 */
const LONG = ' '.repeat(1000)
const warm = new WeakSet<RegExp>()

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

export function draftsOf(
  scene: Scene,
  talk: Talk,
  { rule, pattern, frame }: Step,
  confirmation: Confirmation | null,
  trace?: Trace,
): Draft[] {
  if (frame) return framed(scene, talk, rule, frame, confirmation, trace)
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

/** Relations to a thing that hold as well for what bears its name: "runs on a Kubernetes cluster". */
const LOOSE: ReadonlySet<string> = new Set(['built_on', 'integrates_with', 'runs_on', 'used_by'])

/** Nouns after the name of an object that leave it the thing itself, by predicate. */
const TAILS: Partial<Record<Rule['predicate'], RegExp>> = {
  // "easier than a <p0> cluster"
  compared_with: /^(?:instances?|clusters?|deployments?|installations?|install|setup|databases?)$/,
  // "part of the <p0> family"
  part_of: /^(?:ecosystem|project|family|suite|umbrella|stack|organization|org)$/,
}
const NO_TAIL = /^$/

/** The claims of the clauses that fit a frame. */
function framed(
  scene: Scene,
  talk: Talk,
  rule: Rule,
  frame: Frame,
  confirmation: Confirmation | null,
  trace?: Trace,
): Draft[] {
  const drafts: Draft[] = []
  for (const clause of talk.clauses(scene)) {
    if (!fitsFrame(clause, frame)) continue
    const subject = partOf(clause, frame.subject)
    const object = partOf(clause, frame.object)
    if (!subject || !object) continue
    const by =
      (clause.denied || isDenied(scene.skeleton, clause.start, clause.start)) && !rule.deniable
        ? 'denied'
        : ((clause.open && !confirmation) ||
            (rule.actual && (clause.able || clause.planned)) ||
            isHypothetical(scene.skeleton, clause.start)) &&
          'hypothetical'
    const tails = LOOSE.has(rule.predicate) ? undefined : (TAILS[rule.predicate] ?? NO_TAIL)
    const built = meant(subject, scene, talk, kindsOf(rule, 'S'), NO_TAIL).flatMap((s) =>
      meant(object, scene, talk, kindsOf(rule, 'O'), tails).map((o) => ({
        subject: s,
        object: o,
      })),
    )
    const at = { clause, subject, object, scene, talk }
    const fitting = built.filter(({ subject: s, object: o }) => s !== o && (rule.fits?.(o, s, at) ?? true))
    if (by || !fitting.length) {
      trace?.({ kind: 'blocked', rule: rule.id, span: sceneSpan(scene), by: by || 'unclear' })
      continue
    }
    const qualifiers: Qualifiers = {
      ...(clause.denied ? { polarity: 'denied' } : {}),
      ...(clause.past && rule.former ? { status: 'former' } : {}),
      ...(clause.planned
        ? { modality: 'planned' }
        : clause.possible || isPossible(scene.skeleton, clause.start)
          ? { modality: 'possible' }
          : {}),
    }
    for (const draft of fitting) drafts.push({ ...draft, qualifiers: { ...qualifiers } })
  }
  return drafts
}
