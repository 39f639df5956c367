/**
 * How a transcript becomes claims. The stages, in order: read, speakers, interviews, mentions, link, channels,
 * claims; `buildGraph` of src/ makes the graph of what comes out.
 */
import type { Claim, Entity, Extraction, Interview, MentionPlace } from '../src/claim.ts'
import type { Registry } from '../src/registry.ts'
import { findChannels } from './channels.ts'
import { findClaims, type TraceEvent as RuleEvent } from './claims/index.ts'
import { findInterviews } from './interviews.ts'
import { loadLexicon } from './lexicon.ts'
import { linkMentions } from './link.ts'
import { findMentions } from './mentions/index.ts'
import { findNamedSubjects } from './mentions/subjects.ts'
import { compileNames, type Names } from './names/index.ts'
import { findOccasion } from './occasion.ts'
import { fingerprint, readTranscript } from './read/index.ts'
import { castSpeakers } from './speakers.ts'
import { findSubjects, type InterviewSubjects } from './subjects.ts'
import { readTurn } from './text.ts'
import type { Conversation, LinkedMention, Source, Transcript } from './types.ts'

export { BLOCKED_BY, RULES } from './claims/index.ts'
export { fingerprint, readTranscript }

/** What happens during an extraction, for whoever asks why there is a claim, or why there is none. */
export type TraceEvent =
  | RuleEvent
  /** Told once, before the rules run. `subjects` and `interviews` are in step. */
  | {
      kind: 'talk'
      conversation: Conversation
      mentions: readonly LinkedMention[]
      subjects: readonly InterviewSubjects[]
      interviews: readonly Interview[]
    }

/**
 * Extracts one transcript, given as it stands in its file or as read. `trace` is told what happens on the way.
 * @throws {TranscriptError} when the source is no transcript
 */
export type Extractor = (source: Source | Transcript, trace?: (event: TraceEvent) => void) => Extraction

/**
 * Compiles a registry and returns the function that extracts one transcript. Pure: the same source gives the
 * same extraction.
 */
export function createExtractor(registry: Registry): Extractor {
  const lexicon = loadLexicon()
  const names = compileNames(registry, lexicon)
  return (source, trace) => {
    const transcript = 'turns' in source ? source : readTranscript(source)
    const turns = transcript.turns.map(readTurn)
    const cast = castSpeakers(transcript, turns)
    const interviews = findInterviews(turns, cast)
    const conversation: Conversation = { transcript, cast, interviews, turns }
    const found = findMentions(conversation, names, lexicon, findNamedSubjects(conversation, names))
    const occasion = findOccasion(conversation, found, names)
    const linked = linkMentions(conversation, found, names, occasion)
    const subjects = findSubjects(conversation, linked.mentions, names)
    const { mentions, entities } = findChannels(conversation, linked, subjects, names)
    const interviewNodes = nameInterviews(
      conversation,
      subjects.map((s) => s.about.map((a) => a.id)),
      entities,
    )
    trace?.({ kind: 'talk', conversation, mentions, subjects, interviews: interviewNodes })
    const claims = findClaims(
      conversation,
      mentions,
      subjects,
      interviewNodes.map((i) => i.id),
      occasion,
      names,
      trace,
    )
    return {
      episode: {
        id: transcript.id,
        title: transcript.title,
        ...(transcript.metadata.show ? { show: transcript.metadata.show } : {}),
        ...(occasion.date ? { date: occasion.date } : {}),
        turns: transcript.turns.length,
        file: transcript.file,
        fingerprint: fingerprint(transcript.turns),
      },
      interviews: interviewNodes,
      entities: withEnds(entities, claims, names, occasion.event),
      claims,
      mentions: places(conversation, mentions, interviewNodes),
    }
  }
}

/** "Keptn, with Vera Lind". */
function nameInterviews(
  conversation: Conversation,
  about: readonly string[][],
  entities: ReadonlyMap<string, Entity>,
): Interview[] {
  const { transcript, cast, interviews } = conversation
  const nameOf = new Map(cast.speakers.map((s) => [s.id, s.name]))
  const listed = (parts: string[]): string =>
    parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '')
  return interviews.map((span, i) => {
    const subject = entities.get(about[i]?.[0] ?? '')?.label
    const guests = listed(span.guests.map((g) => nameOf.get(g) ?? g))
    return {
      id: `interview:${transcript.id.slice('episode:'.length)}/${i + 1}`,
      kind: 'interview',
      label: subject ? `${subject}, with ${guests}` : `With ${guests}`,
      episode: transcript.id,
      firstTurn: span.firstTurn,
      lastTurn: span.lastTurn,
    }
  })
}

/** The entities, with those that only a claim names. */
function withEnds(
  entities: ReadonlyMap<string, Entity>,
  claims: readonly Claim[],
  names: Names,
  event: { id: string; label: string } | undefined,
): Entity[] {
  const all = new Map(entities)
  for (const { object } of claims) {
    if (all.has(object) || object !== event?.id) continue
    const record = names.entry(object)?.record
    all.set(object, {
      id: object,
      kind: 'event',
      label: event.label,
      surfaces: [],
      mentions: 0,
      ...(record ? { record } : {}),
    })
  }
  return [...all.values()]
}

function places(
  conversation: Conversation,
  mentions: readonly LinkedMention[],
  interviews: readonly Interview[],
): MentionPlace[] {
  const { cast } = conversation
  return mentions.map((m) => {
    const index = conversation.interviews.findIndex(
      (i) =>
        m.turn >= i.firstTurn &&
        m.turn <= i.lastTurn &&
        !(m.turn === i.firstTurn && m.start < i.start) &&
        !(m.turn === i.lastTurn && m.end > i.end),
    )
    const interview = interviews[index]?.id
    const speaker = cast.speakers[cast.speakerOf[m.turn] ?? -1]?.id
    return {
      entity: m.entity,
      turn: m.turn,
      start: m.start,
      end: m.end,
      rule: m.rule,
      ...(interview ? { interview } : {}),
      ...(speaker ? { speaker } : {}),
    }
  })
}
