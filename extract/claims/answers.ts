/** Questions and their answers: a question asserts nothing until an answer affirms it. */
import type { Span } from '../types.ts'
import { guestsOf, type Scene, sceneSpan, type Talk } from './scene.ts'

const YES =
  /^["“]?(?:(?:oh|well|um|uh|so|and),? )*(?:yes|yeah|yep|yup|correct|right|exactly|absolutely|definitely|sure|true|of course|indeed|that['’]s (?:right|correct|true|it|the (?:plan|goal|idea|hope|dream))|we['’]d (?:like|love) to|we (?:hope|plan|want) (?:so|to)|(?:it (?:is|was|does)|we (?:are|do|have|did)|I (?:am|do|did))(?! not|n['’]t)|totally|mm-hmm|uh-huh|agreed|surprisingly)\b/i
/** An alternative is no yes-or-no question: "sandbox or incubating?" */
const ALTERNATIVE = /\bor\b(?! (?:not|so|something|whatever|anything)\b)/i
const OPEN =
  /^(?:["“]?(?:(?:so|and|okay|now|well|but|cool|all right)[,.]? )*)(?:what|when|where|who|whom|which|why|how|tell)\b/i

export interface Confirmation {
  span: Span
  /** Who says yes; a question's "you" is this person. */
  speaker: string | undefined
}

/** How many turns after a question its answer may begin. */
const PATIENCE = 3

/**
 * The words that affirm a host's yes-or-no question, or null. Another question of the host in between closes
 * the slot.
 */
export function affirmed(scene: Scene, talk: Talk): Confirmation | null {
  const text = scene.turn.text.slice(scene.sentence.start, scene.sentence.end)
  if (
    !scene.sentence.question ||
    OPEN.test(text) ||
    ALTERNATIVE.test(scene.skeleton.replace(/<[a-z]\d+> or <[a-z]\d+>/g, ' or '))
  )
    return null
  const guests = guestsOf(talk, scene.interview)
  for (let i = scene.index + 1; i < talk.scenes.length; i++) {
    const next = talk.scenes[i]
    if (!next || next.turn.index > scene.turn.index + PATIENCE) return null
    if (next.turn === scene.turn) {
      // A further question in the same breath is the one that gets the answer.
      if (
        next.sentence.question &&
        !/^(?:right|correct|is that right|yeah|yes|no)\?$/i.test(next.skeleton.trim())
      )
        return null
      continue
    }
    if (next.speaker === scene.speaker || (guests.length && !guests.includes(next.speaker ?? ''))) return null
    return YES.test(next.turn.text.slice(next.sentence.start, next.sentence.end))
      ? { span: sceneSpan(next), speaker: next.speaker }
      : null
  }
  return null
}
