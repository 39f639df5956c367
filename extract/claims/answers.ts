/** Questions and their answers: a question asserts nothing until an answer affirms it. */
import type { Span } from '../types.ts'
import { guestsOf, type Scene, sceneSpan, type Talk } from './scene.ts'

const YES =
  /^["“]?(?:(?:oh|well|um|uh|so|and),? )*(?:yes|yeah|yep|yup|correct|right|exactly|absolutely|definitely|sure|true|of course|indeed|that['’]s (?:right|correct|true|it)|(?:it (?:is|was|does)|we (?:are|do|have|did)|I (?:am|do|did))(?! not|n['’]t)|totally|mm-hmm|uh-huh|agreed|surprisingly)\b/i
/** An alternative is no yes-or-no question: "sandbox or incubating?" */
const ALTERNATIVE = /\bor\b(?! (?:not|so|something|whatever|anything)\b)/i
const OPEN =
  /^(?:["“]?(?:(?:so|and|okay|now|well|but|cool|all right)[,.]? )*)(?:what|when|where|who|whom|which|why|how|tell)\b/i

/** How many turns after a question its answer may begin. */
const PATIENCE = 3

/**
 * The words that affirm a host's yes-or-no question, or null. Another question of the host in between closes
 * the slot.
 */
export function affirmed(scene: Scene, talk: Talk): Span | null {
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
    return YES.test(next.turn.text.slice(next.sentence.start, next.sentence.end)) ? sceneSpan(next) : null
  }
  return null
}

/** Answers that take up nothing. */
const EVADES =
  /^["“]?(?:(?:oh|well|um|uh|so|and|yeah),? )*(?:I (?:do not|don['’]t|wouldn['’]t|can['’]t|have no|am not|['’]m not)|no idea|good question|ask)\b/i
/** Words an answer has that discusses what was asked. */
const DISCUSSES = 8

/**
 * The words with which a guest takes up a host's question, or null: for relations that the question itself
 * sets up and the answer discusses ("how does it compare to …?").
 */
export function takenUp(scene: Scene, talk: Talk): Span | null {
  if (!scene.sentence.question || !scene.speakerIsHost) return null
  const guests = guestsOf(talk, scene.interview)
  for (let i = scene.index + 1; i < talk.scenes.length; i++) {
    const next = talk.scenes[i]
    if (!next || next.turn.index > scene.turn.index + PATIENCE) return null
    if (next.turn === scene.turn) continue
    if (next.speaker === scene.speaker || (guests.length && !guests.includes(next.speaker ?? ''))) return null
    return next.turn.tokens.length >= DISCUSSES && !EVADES.test(next.skeleton) ? sceneSpan(next) : null
  }
  return null
}
