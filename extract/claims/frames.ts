/**
 * Frames: which parts of which clauses make a claim. `use|leverage: agent > theme` says that of any clause with one
 * of these verbs, however it is put ("A is used by B", "B, which also uses A", "B uses things like C and A"), who
 * does it is the subject of the claim and what it is done to is the object. A noun has `noun` before it, and its
 * roles are `theme` ("A is a plugin for B"), `owner` ("A has a plugin for B", "A's plugin"), `mod` ("the A plugin")
 * and the prepositions after it. Of several roles joined by `|` the
 * first one that is there counts; `@agent` is one that is named, not a pronoun; one after a `+` must be there, one
 * after `!` must not.
 */

import type { EntityKind } from '../../src/schema.ts'
import type { Literal, Required } from '../scan/literals.ts'
import { type Clause, clausesOf, type Heads, type Part } from './grammar/clauses.ts'
import { piecesOf } from './grammar/pieces.ts'
import { formsOf, type VerbForm } from './grammar/verbs.ts'
import { KIND_LETTERS } from './pattern.ts'

export interface Frame {
  heads: readonly string[]
  isNoun: boolean
  subject: readonly string[]
  object: readonly string[]
  with: readonly string[]
  without: readonly string[]
}

const FRAME = /^(noun )?([a-z|-]+): ([a-z|@]+) > ([a-z|@]+)((?: [+!][a-z|]+)*)$/

/** @throws when a frame is not written as it should be, which is an error in a rule */
export function parseFrame(text: string): Frame {
  const match = text.match(FRAME)
  if (!match) throw new Error(`the frame "${text}" is not "[noun ]HEADS: ROLES > ROLES [+ROLE] [!ROLE]"`)
  const rest = (match[5] ?? '').trim().split(' ').filter(Boolean)
  return {
    heads: (match[2] ?? '').split('|'),
    isNoun: Boolean(match[1]),
    subject: (match[3] ?? '').split('|'),
    object: (match[4] ?? '').split('|'),
    with: rest.filter((r) => r.startsWith('+')).map((r) => r.slice(1)),
    without: rest.filter((r) => r.startsWith('!')).map((r) => r.slice(1)),
  }
}

/** The words that begin clauses for some frames. */
export function headsOf(frames: readonly Frame[]): Heads {
  const verbs = new Map<string, VerbForm>()
  const nouns = new Map<string, string>()
  for (const frame of frames)
    for (const head of frame.heads) {
      if (frame.isNoun) {
        nouns.set(head, head)
        nouns.set(pluralOf(head), head)
      } else if (head === 'be') for (const form of BE) verbs.set(form, { ...BE_FORM, past: /^w/.test(form) })
      // "I found <p0>" is to find far more often than to found.
      else
        for (const [text, form] of formsOf(head))
          if (!verbs.has(text) && text !== 'found') verbs.set(text, form)
    }
  return { verbs, nouns }
}
const BE = "is are was were 's 're isn't aren't wasn't weren't".split(' ')
const BE_FORM: VerbForm = {
  lemma: 'be',
  base: false,
  past: false,
  participle: false,
  ing: false,
  third: true,
}

const pluralOf = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`

/** The clauses of a skeleton that some frames are about. */
export const readClauses = (skeleton: string, heads: Heads): Clause[] => clausesOf(piecesOf(skeleton), heads)

/** The part of the first of these roles that a clause has. */
export function partOf(clause: Clause, roles: readonly string[]): Part | undefined {
  for (const role of roles) {
    const isNamed = role.startsWith('@')
    const part = clause.parts.get(isNamed ? role.slice(1) : role)
    if (part && (!isNamed || part.slots.length > 0)) return part
  }
  return undefined
}

export const fitsFrame = (clause: Clause, frame: Frame): boolean =>
  frame.heads.includes(clause.head) &&
  frame.with.every((role) => role.split('|').some((one) => clause.parts.has(one))) &&
  !frame.without.some((role) => clause.parts.has(role))

/** Words that stand for one preposition in a clause (see pieces.ts), by the word that tells them. */
const SAID_AS: Record<string, string> = { atop: 'top', instead: 'instead', similar: 'similar' }

/**
 * The words that a sentence must have for a frame to fit.
 * @param kinds of what its claims are about, one of which must be named
 */
export function wordsOf(frame: Frame, kinds: readonly EntityKind[]): Required {
  const { verbs, nouns } = headsOf([frame])
  const whole = (text: string): Literal[] =>
    text
      .split(/[^a-z\d]+/)
      .filter(Boolean)
      .slice(-1)
      .map((part) => ({ text: part, whole: true }))
  return [
    kinds.map((kind) => ({ text: `<${KIND_LETTERS[kind]}`, whole: true })),
    [...verbs.keys(), ...nouns.keys()].flatMap(whole),
    ...frame.with.map((roles) => roles.split('|').flatMap((role) => whole(SAID_AS[role] ?? role))),
  ]
}
