/** Negation, doubt and time around a match: triggers before it, with an end to their reach (after ConText, Chapman et al. 2007). */
import { findTimes, type TimeExpression } from '../time.ts'
import type { Scene, Talk } from './scene.ts'

/** Where the reach of a trigger ends. */
const TERMINATION =
  /\b(?:but|however|although|though|except|because|so that|and then|and so)\b|[;:]| -- | – /i
const NEGATION = /\b(?:not|never|no longer|cannot|without|neither|nor)\b|n['’]t\b/i
const DOUBT =
  /\b(?:I think|I believe|I guess|I want to say|probably|maybe|perhaps|possibly|might|may be|could be|not sure|if I remember|I suppose|presumably|allegedly|something like)\b/i

/** The text before an offset up to the last word that ends a trigger's reach. */
function reach(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 80), start)
  let from = 0
  for (const match of before.matchAll(new RegExp(TERMINATION, 'gi'))) from = match.index + match[0].length
  return before.slice(from)
}

/** "whether you're at …", "if you work for …", "it thinks I work at …": nothing is said to be so. */
const HYPOTHETICAL =
  /\b(?:if|whether|unless|suppose|imagine|I wish|say you|let['’]s say|as if|would be|(?:you|one) would (?:say|think)|(?:it|people|they|everybody|everyone|somebody|someone)(?: also| all| even| still)? (?:thinks?|thought|assumes?|assumed))\b/i

export const isHypothetical = (skeleton: string, start: number): boolean =>
  HYPOTHETICAL.test(reach(skeleton, start))

const NEXT_SUBJECT = /, (?=(?:we|it|they|you|he|she)(?: |['’]))/

/** A negation inside the match, or within five words before it. */
export function isDenied(skeleton: string, start: number, end: number): boolean {
  if (NEGATION.test(skeleton.slice(start, end).replace(/<[a-z]\d+>/g, ''))) return true
  // "We don't use A, we use B": the denial ends where another clause begins.
  const words = (reach(skeleton, start).split(NEXT_SUBJECT).at(-1) ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(-5)
    .join(' ')
  return NEGATION.test(words)
}

/** "It uses etcd and I think Postgres": what follows is doubted, not what went before. */
const NEXT_CLAUSE = /\band (?:then )?(?=I (?:think|believe|guess))|[;:]/

export const isPossible = (skeleton: string, start: number): boolean =>
  DOUBT.test(reach(skeleton, start)) ||
  DOUBT.test(skeleton.slice(start, start + 60).split(NEXT_CLAUSE)[0] ?? '')

const PLANNED =
  /\b(?:(?:want|wants|wanted|plan|plans|planning|hope|hoping|hopes|going|aim|aiming|intend|intention is|like|love|looking|about|working) (?:to|on|at|towards?)|gonna|will (?:soon|be able)|roadmap|some ?day|eventually|at some point|in the future|soon|next release)\b/i

/** Whether the words before a match, or its own, speak of what is still to come. */
export const isPlanned = (skeleton: string, start: number, end: number): boolean =>
  PLANNED.test(reach(skeleton, start).slice(-40) + skeleton.slice(start, end))

/** The dates of a scene's sentence, with offsets in the sentence's own text. */
export function timesIn(scene: Scene, talk: Talk): TimeExpression[] {
  return findTimes(scene.turn.text.slice(scene.sentence.start, scene.sentence.end), talk.occasion.date)
}
