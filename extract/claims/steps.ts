/** The things that are tried on a sentence: patterns, frames and readers of the rules, found by the words they need. */
import { ENTITY_KINDS, type EntityKind, isFact, predicateSpec } from '../../src/schema.ts'
import type { Required } from '../scan/literals.ts'
import { makePrefilter } from '../scan/prefilter.ts'
import { type Frame, headsOf, parseFrame, wordsOf } from './frames.ts'
import { NEEDED } from './needed.ts'
import { compilePattern, KIND_LETTERS, kindBits } from './pattern.ts'
import type { Rule } from './rule.ts'
import { RULES } from './rules/index.ts'
import type { Scene } from './scene.ts'

/** One thing to try on a sentence: a pattern of a rule, one of its frames, or its `read`. In the order of the rules. */
export interface Step {
  rule: Rule
  pattern?: RegExp
  frame?: Frame
  /** For `read`: bits of the kinds the sentence must name. */
  needs: readonly number[]
}

const STEPS: readonly Step[] = RULES.flatMap((rule) => [
  ...(rule.read ? [{ rule, needs: [...(rule.needs ?? '')].map(kindBits) }] : []),
  ...(rule.frames ?? []).map((frame) => ({ rule, frame: parseFrame(frame), needs: [] })),
  ...(rule.patterns ?? []).map((pattern) => ({ rule, pattern: compilePattern(pattern), needs: [] })),
])

/** The words at which clauses are read. */
export const HEADS = headsOf(STEPS.flatMap(({ frame }) => frame ?? []))

/** The kinds of which a rule's sentence must name one: the rest may be pronouns. People are nearly always. */
function namedBy({ predicate }: Rule): EntityKind[] {
  if (isFact(predicate)) return ['project']
  const { subject, object } = predicateSpec(predicate)
  return ENTITY_KINDS.filter((kind) => kind !== 'person' && [...subject, ...object].includes(kind))
}

let patterns = 0
const couldMatch = makePrefilter(
  STEPS.map(({ rule, pattern, frame }) =>
    pattern ? (NEEDED[patterns++] as Required) : frame ? wordsOf(frame, namedBy(rule)) : [],
  ),
)

const holds = (named: number, required: readonly number[]): boolean => {
  for (const bits of required) if ((named & bits) === 0) return false
  return true
}

/** The steps that could make something of a sentence. */
export function stepsFor({ turn, sentence, slots }: Scene): Step[] {
  const kinds = [...new Set(slots.map((m) => KIND_LETTERS[m.kind]))].join('')
  const named = kindBits(kinds)
  return couldMatch(turn.tokens, sentence.firstToken, sentence.endToken, kinds)
    .map((number) => STEPS[number] as Step)
    .filter(({ needs }) => holds(named, needs))
}
