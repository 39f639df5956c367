/** Regular expressions over whole turns that are tried only on turns in which their words were heard. */
import { requiredLiterals } from './literals.ts'
import { makePrefilter, type Prefilter, type Spoken } from './prefilter.ts'

/** What was heard in a text: for each cue, whether it could match. */
export type Heard = Uint8Array

export interface Cue {
  regex: RegExp
  /** Whether the expression could match a turn, or a part of it. */
  mayMatch(turn: { heard: Heard }): boolean
  /** Whether the expression, which must be without the flags g and y, matches a turn, or a part of it. */
  matches(turn: { text: string; heard: Heard }, start?: number, end?: number): boolean
}

const sources: string[] = []
let prefilter: Prefilter | undefined

/** Declares an expression. To be called while modules load: what was heard before knows nothing of it. */
export function cue(regex: RegExp): Cue {
  const number = sources.push(regex.source) - 1
  prefilter = undefined
  return {
    regex,
    mayMatch: ({ heard }) => heard[number] !== 0,
    matches: ({ text, heard }, start = 0, end = text.length) =>
      heard[number] !== 0 && regex.test(text.slice(start, end)),
  }
}

/** Listens to a text once for all cues. */
export function hear(tokens: readonly Spoken[]): Heard {
  prefilter ??= makePrefilter(sources.map(requiredLiterals))
  const heard = new Uint8Array(sources.length)
  for (const number of prefilter(tokens, 0, tokens.length)) heard[number] = 1
  return heard
}
