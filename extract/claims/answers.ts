/** Questions and their answers: a question asserts nothing until an answer affirms it. */
import type { Span } from '../types.ts'
import { guestsOf, type Scene, sceneSpan, type Talk } from './scene.ts'

const YES =
  /^["“]?(?:(?:oh|well|um|uh|so|and),? )*(?:yes|yeah|yep|yup|correct|right|exactly|absolutely|definitely|sure|true|of course|indeed|that['’]s (?:right|correct|true|it|the (?:plan|goal|idea|hope|dream))|we['’]d (?:like|love) to|we (?:hope|plan|want) (?:so|to)|(?:(?:it|they) (?:is|are|was|does|do|can)|you can|we (?:are|do|have|did|can)|I (?:am|do|did|have(?=[.,!]|$)))(?! not|n['’]t)|totally|mm-hmm|uh-huh|agreed|surprisingly)\b/i
/** An alternative is no yes-or-no question: "sandbox or incubating?" */
const ALTERNATIVE = /\bor\b(?! (?:not|so|something|whatever|anything)\b)/i
const OPEN =
  /^(?:["“]?(?:(?:so|and|okay|now|well|but|cool|all right)[,.]? )*)(?:what|when|where|who|whom|which|why|how|tell)\b/i

export interface Confirmation {
  span: Span
  /** Who says yes; a question's "you" is this person. */
  speaker: string | undefined
}

const INVERTED =
  /^(?:["“]?(?:(?:so|and|okay|now|well|but|or),? )*)(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)(?:n['’]t)? /i

/** A guest who ends a statement with ", right?" asks nothing; a host who does wants it confirmed. */
const TAG = /[\p{L}\p{N}>)"”’'],? (?:right|okay|ok|you know|yeah|you see)\?["”]?$/iu

/** "We've been incubating since, I think it was October?": a guest who is not sure asks nobody. */
const WONDERS =
  /\bI (?:think|believe|guess|wanna say|want to say)\b|,? (?:or so|or something|what was it|when was it)\b/i

/** Whether a sentence is a question, rather than a statement with a tag or a doubt. */
export const asksSomething = (scene: Scene): boolean =>
  scene.sentence.question &&
  (scene.speakerIsHost ||
    !(TAG.test(scene.skeleton) || WONDERS.test(scene.skeleton)) ||
    OPEN.test(scene.skeleton) ||
    INVERTED.test(scene.skeleton))

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

/** "You'd think! No.", "Not yet.": a guest's first words against what a host supposes. */
const NO =
  /^["“]?(?:(?:oh|well|um|uh|ha|you['’]d think|you would think|I wish|almost|actually|unfortunately|sadly|so)[,.!]* )*(?:no(?! (?:problem|doubt|worries|question))|nope|not (?:yet|quite|really|anymore|any more)|unfortunately not)\b/i

/** Whether the guests' first words after a host's statement, which ends its turn, say that it is not so. */
export function contradicted(scene: Scene, talk: Talk): boolean {
  const next = talk.scenes[scene.index + 1]
  return (
    scene.speakerIsHost &&
    next?.turn.index === scene.turn.index + 1 &&
    !next.speakerIsHost &&
    NO.test(next.turn.text.slice(next.sentence.start))
  )
}

/** A question and the sentences that may answer it. */
export interface Asked {
  question: Scene
  /** What a named group of the pattern stands for in the question. */
  match: RegExpMatchArray
  /** Sentences of those who answer, in order; they may be fragments, and come turns later. */
  answers: readonly Scene[]
}

/** How many turns after an open question its answer may come: a laugh, an aside or a repeated question lie between. */
const OPEN_PATIENCE = 5
/** How many sentences of answer are looked at. */
const LONGEST_ANSWER = 12
/** A host who repeats the question or the answer leaves the slot open. */
const SHORT_ECHO = 40

/** Many rules go through the questions of a talk. */
const questionsOf = new WeakMap<Talk, readonly Scene[]>()

/**
 * The questions whose skeleton fits a pattern, with the sentences that may fill the slot they open. The slot closes
 * when the asker asks another question, when the interview ends, or after a few turns.
 * @param asks a pattern without the flags g and y
 */
export function asked(talk: Talk, asks: RegExp): Asked[] {
  let questions = questionsOf.get(talk)
  if (!questions) {
    questions = talk.scenes.filter((scene) => scene.sentence.question)
    questionsOf.set(talk, questions)
  }
  return questions.flatMap((question) => {
    const match = question.skeleton.match(asks)
    return match ? [{ question, match, answers: answersTo(question, talk) }] : []
  })
}

function answersTo(question: Scene, talk: Talk): Scene[] {
  const answers: Scene[] = []
  for (let i = question.index + 1; i < talk.scenes.length && answers.length < LONGEST_ANSWER; i++) {
    const next = talk.scenes[i]
    if (!next || next.interview !== question.interview) break
    if (next.turn.index > question.turn.index + OPEN_PATIENCE) break
    if (next.speaker !== question.speaker) answers.push(next)
    else if (next.turn !== question.turn && next.sentence.question && next.skeleton.length > SHORT_ECHO) break
  }
  return answers
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
export function takenUp(scene: Scene, talk: Talk): Confirmation | null {
  if (!scene.sentence.question || !scene.speakerIsHost) return null
  const guests = guestsOf(talk, scene.interview)
  for (let i = scene.index + 1; i < talk.scenes.length; i++) {
    const next = talk.scenes[i]
    if (!next || next.turn.index > scene.turn.index + PATIENCE) return null
    if (next.turn === scene.turn) continue
    if (next.speaker === scene.speaker || (guests.length && !guests.includes(next.speaker ?? ''))) return null
    return next.turn.tokens.length >= DISCUSSES && !EVADES.test(next.skeleton)
      ? { span: sceneSpan(next), speaker: next.speaker }
      : null
  }
  return null
}
