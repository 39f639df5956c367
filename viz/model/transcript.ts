/** Transcripts beside a graph: which belongs to which episode, the words of a claim, and the marks in a turn. */
import type { EpisodeSummary, Evidence, GraphFile } from '../../src/schema.ts'
import type { GraphModel } from './model.ts'

export interface TranscriptTurn {
  index: number
  label: string
  text: string
}

export interface TranscriptDoc {
  id: string
  file: string
  fingerprint: string
  turns: TranscriptTurn[]
}

/** Transcripts by the id of the episode they belong to. */
export type Transcripts = ReadonlyMap<string, TranscriptDoc>

/** The episode that a transcript belongs to: the one of the same fingerprint, whatever the file is called. */
export const episodeFor = (
  graph: GraphFile,
  doc: Pick<TranscriptDoc, 'fingerprint'>,
): EpisodeSummary | undefined => graph.attributes.episodes.find((e) => e.fingerprint === doc.fingerprint)

/** The words of a piece of evidence: from the graph, or cut from the transcript; null where neither has them. */
export function wordsOf(evidence: Evidence, transcripts: Transcripts): string | null {
  if (evidence.quote !== undefined) return evidence.quote
  const text = transcripts.get(evidence.episode)?.turns[evidence.turn]?.text
  if (text === undefined || evidence.end > text.length || evidence.start >= evidence.end) return null
  return text.slice(evidence.start, evidence.end)
}

/**
 * The rest of the sentence around short words, for whoever asks what "Yes" was said to; empty where there is no
 * transcript. Sentences end at a full stop, question or exclamation mark before a blank.
 * @param most characters on each side
 */
export function contextOf(
  evidence: Evidence,
  transcripts: Transcripts,
  most = 140,
): { before: string; after: string } {
  const text = transcripts.get(evidence.episode)?.turns[evidence.turn]?.text
  if (text === undefined || evidence.end > text.length) return { before: '', after: '' }
  const head = text.slice(Math.max(0, evidence.start - most), evidence.start)
  const tail = text.slice(evidence.end, evidence.end + most)
  const open = Math.max(...['. ', '? ', '! ', '\n'].map((s) => head.lastIndexOf(s)))
  const close = /[.?!](?=\s|$)|\n/.exec(tail)
  const ended = /[.?!]$/.test(text.slice(evidence.start, evidence.end))
  return {
    before: open >= 0 ? head.slice(open + 1).trimStart() : evidence.start > most ? `…${head}` : head,
    after: ended
      ? ''
      : close
        ? tail.slice(0, close.index + 1).trimEnd()
        : tail.length === most
          ? `${tail}…`
          : tail,
  }
}

/** A place in a turn's text where an entity is named. */
export interface Mark {
  start: number
  end: number
  entity: string
}

/** The episode of an interview; an episode is its own. */
export function episodeOf(model: GraphModel, id: string): string {
  const node = model.nodes.get(id)?.attributes
  return node && 'episode' in node ? node.episode : id
}

/** When an episode was recorded, as an ISO date; undefined where nobody knows. */
export const dateOf = ({ file }: Pick<GraphModel, 'file'>, episode: string | undefined): string | undefined =>
  file.attributes.episodes.find((e) => e.id === episode)?.date

/** For one episode, the marks of each turn, from the spans of its `mentions` edges. */
export function marksOf(model: GraphModel, episode: string): Map<number, Mark[]> {
  const marks = new Map<number, Mark[]>()
  for (const edge of model.file.edges) {
    const { predicate, spans } = edge.attributes
    if (predicate !== 'mentions' || !spans) continue
    if (episodeOf(model, edge.source) !== episode) continue
    for (const [turn, start, end] of spans) {
      const list = marks.get(turn)
      const mark = { start, end, entity: edge.target }
      if (list) list.push(mark)
      else marks.set(turn, [mark])
    }
  }
  return marks
}

/** A stretch of a turn that is shown one way. */
export interface Segment {
  text: string
  start: number
  entity?: string
  lit: boolean
}

/**
 * Cuts a turn's text into stretches; joined again they are the text. Of overlapping marks the one that begins
 * first stays, of those the longest; marks that reach outside the text are left out.
 * @param lit the words to light, as offsets
 */
export function segments(
  text: string,
  marks: readonly Mark[],
  lit: { start: number; end: number } | null = null,
): Segment[] {
  const kept: Mark[] = []
  const sorted = marks
    .filter((m) => m.start >= 0 && m.start < m.end && m.end <= text.length)
    .sort((x, y) => x.start - y.start || y.end - x.end || (x.entity < y.entity ? -1 : 1))
  for (const mark of sorted) if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark)

  const cuts = new Set([0, text.length])
  for (const m of kept) cuts.add(m.start).add(m.end)
  if (lit) for (const at of [lit.start, lit.end]) if (at > 0 && at < text.length) cuts.add(at)
  const at = [...cuts].sort((x, y) => x - y)

  const out: Segment[] = []
  let next = 0
  for (let i = 0; i + 1 < at.length; i++) {
    const start = at[i] as number
    const end = at[i + 1] as number
    while (kept[next] && (kept[next] as Mark).end <= start) next++
    const mark = kept[next]
    const segment: Segment = {
      text: text.slice(start, end),
      start,
      lit: lit !== null && start >= lit.start && end <= lit.end,
    }
    if (mark && mark.start <= start && mark.end >= end) segment.entity = mark.entity
    out.push(segment)
  }
  return out
}

/** Whether this is the shape of a transcript that the server sends. */
export function isTranscriptDoc(json: unknown): json is TranscriptDoc {
  const doc = json as TranscriptDoc | null
  return (
    typeof doc === 'object' &&
    doc !== null &&
    typeof doc.id === 'string' &&
    typeof doc.file === 'string' &&
    Array.isArray(doc.turns) &&
    doc.turns.every((t) => typeof t?.label === 'string' && typeof t.text === 'string')
  )
}
