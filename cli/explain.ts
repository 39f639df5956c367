/** Gathers why an extraction claims what it claims, for some turns of a transcript. */
import { BLOCKED_BY, createExtractor, RULES, type TraceEvent } from '../extract/index.ts'
import type { Source, Span } from '../extract/types.ts'
import type { Claim } from '../src/claim.ts'
import type { Registry } from '../src/registry.ts'
import type { Qualifiers } from '../src/schema.ts'

export interface ExplainedMention {
  turn: number
  surface: string
  entity: string
  /** The id of the finder. */
  rule: string
  confidence: number
}

export interface ExplainedRule {
  rule: string
  description: string
  /** Absent where a rule was held back before it was clear what it would claim. */
  claim?: { subject: string; predicate: string; object: string }
  qualifiers?: Qualifiers
  confidence?: number
  /** Why it was held back; absent where it fired. */
  reason?: string
  turn: number
  words: string
}

export interface Explanation {
  turns: { turn: number; label: string; speaker?: string; role?: string; text: string }[]
  mentions: ExplainedMention[]
  interviews: {
    id: string
    label: string
    firstTurn: number
    lastTurn: number
    guests: string[]
    /** Most important first. */
    about: string[]
    /** What "we" and "it" stand for. */
    project?: string
    company?: string
  }[]
  questions: { turn: number; words: string; answer: { turn: number; words: string } | null }[]
  /** How clauses were read: a verb or relational noun, and what takes part in it. */
  clauses: { turn: number; head: string; parts: readonly { role: string; words: string }[] }[]
  fired: ExplainedRule[]
  blocked: ExplainedRule[]
  /** Claims that were changed, or dropped, in the light of the others. */
  settled: { before: string; after: string | null }[]
}

type TalkEvent = Extract<TraceEvent, { kind: 'talk' }>

const DESCRIPTIONS = new Map(RULES.map(({ id, description }) => [id, description]))
export const describeRule = (rule: string): string => DESCRIPTIONS.get(rule) ?? ''

export const claimText = ({ subject, predicate, object, qualifiers }: Claim): string => {
  const notes = Object.entries(qualifiers).map(([name, value]) => `${name}=${value}`)
  return [subject, predicate, object, notes.join(',')].filter(Boolean).join(' ')
}

const distinct = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
]

/**
 * Extracts a source and keeps what happened in some of its turns.
 * @param turns which turns to tell of; undefined for all
 * @throws {TranscriptError} when the source is no transcript
 */
export function explain(registry: Registry, source: Source, turns?: ReadonlySet<number>): Explanation {
  const events: TraceEvent[] = []
  createExtractor(registry)(source, (event) => events.push(event))
  const talk = events.find((event) => event.kind === 'talk') as TalkEvent
  const { conversation, mentions, subjects, interviews } = talk
  const { transcript, cast } = conversation

  const wanted = (turn: number): boolean => turns === undefined || turns.has(turn)
  const wordsAt = ({ turn, start, end }: Span): string =>
    conversation.turns[turn]?.text.slice(start, end) ?? ''
  const touches = (claim: Claim): boolean => claim.evidence.some((e) => wanted(e.turn))

  const fired: ExplainedRule[] = []
  const blocked: ExplainedRule[] = []
  const questions: Explanation['questions'] = []
  const clauses: Explanation['clauses'] = []
  const settled: Explanation['settled'] = []
  for (const event of events)
    switch (event.kind) {
      case 'question':
        if (wanted(event.span.turn) || (event.answer && wanted(event.answer.turn)))
          questions.push({
            turn: event.span.turn,
            words: wordsAt(event.span),
            answer: event.answer && { turn: event.answer.turn, words: wordsAt(event.answer) },
          })
        break
      case 'clause':
        if (wanted(event.span.turn))
          clauses.push({ turn: event.span.turn, head: event.head, parts: event.parts })
        break
      case 'fired': {
        const place = event.claim.evidence.find((e) => wanted(e.turn))
        if (!place) break
        const { subject, predicate, object, qualifiers, confidence } = event.claim
        fired.push({
          rule: event.rule,
          description: describeRule(event.rule),
          claim: { subject, predicate, object },
          qualifiers,
          confidence,
          turn: place.turn,
          words: wordsAt(place),
        })
        break
      }
      case 'blocked':
        if (wanted(event.span.turn))
          blocked.push({
            rule: event.rule,
            description: describeRule(event.rule),
            ...(event.claim ? { claim: event.claim } : {}),
            reason: BLOCKED_BY[event.by],
            turn: event.span.turn,
            words: wordsAt(event.span),
          })
        break
      case 'settled':
        if (touches(event.before))
          settled.push({
            before: claimText(event.before),
            after: event.after && claimText(event.after),
          })
        break
    }
  return {
    turns: transcript.turns
      .filter((turn) => wanted(turn.index))
      .map(({ index, label, text }) => {
        const person = cast.speakers[cast.speakerOf[index] ?? -1]
        return { turn: index, label, ...(person ? { speaker: person.id, role: person.role } : {}), text }
      }),
    mentions: mentions
      .filter((m) => wanted(m.turn))
      .map(({ turn, surface, entity, rule, confidence }) => ({ turn, surface, entity, rule, confidence })),
    interviews: interviews.flatMap(({ id, label, firstTurn, lastTurn }, i) => {
      const subject = subjects[i]
      const isWanted = turns === undefined || [...turns].some((turn) => turn >= firstTurn && turn <= lastTurn)
      if (!isWanted || !subject) return []
      const { project, company } = subject
      return [
        {
          id,
          label,
          firstTurn,
          lastTurn,
          guests: conversation.interviews[i]?.guests ?? [],
          about: subject.about.map((about) => about.id),
          ...(project ? { project } : {}),
          ...(company ? { company } : {}),
        },
      ]
    }),
    // Rules run in several passes over the same sentences.
    questions: distinct(questions),
    clauses,
    fired: distinct(fired),
    blocked: distinct(blocked),
    settled: distinct(settled),
  }
}
