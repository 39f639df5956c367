/** The sentences of a transcript with what they name and the claims they make, and those that make none. */
import { sentences, tokenize } from '../../extract/text.ts'
import type { Evidence, Fact, GraphEdge } from '../../src/schema.ts'
import type { GraphModel } from './model.ts'
import { type Mark, marksOf, type TranscriptDoc } from './transcript.ts'

/** A fact and the project it is of. */
export interface FactOf {
  subject: string
  fact: Fact
}

/** A sentence of a turn; `start` and `end` are UTF-16 offsets into the turn's text. */
export interface SentenceView {
  turn: number
  start: number
  end: number
  /** What is named in it, in order. */
  names: Mark[]
  /** Claims whose words reach into it, in file order. */
  claims: GraphEdge[]
  facts: FactOf[]
}

/** The words of claims and facts in one episode, by turn. */
function saidIn(model: GraphModel, episode: string): Map<number, [Evidence, GraphEdge | FactOf][]> {
  const said = new Map<number, [Evidence, GraphEdge | FactOf][]>()
  const add = (evidence: readonly Evidence[], what: GraphEdge | FactOf): void => {
    for (const e of evidence) {
      if (e.episode !== episode) continue
      const list = said.get(e.turn)
      if (list) list.push([e, what])
      else said.set(e.turn, [[e, what]])
    }
  }
  for (const edge of model.claims) add(edge.attributes.evidence, edge)
  for (const { id, attributes } of model.nodes.values())
    if ('facts' in attributes)
      for (const fact of attributes.facts ?? []) add(fact.evidence, { subject: id, fact })
  return said
}

/**
 * The sentences of each turn, cut where the extractor cuts them. A claim belongs to every sentence that its words
 * reach into, a name to the sentence it begins in. Linear in the transcript and the claims of each turn.
 */
export function sentencesOf(model: GraphModel, episode: string, doc: TranscriptDoc): SentenceView[][] {
  const marks = marksOf(model, episode)
  const said = saidIn(model, episode)
  return doc.turns.map(({ text }, turn) =>
    sentences(text, tokenize(text), turn).map(({ start, end }): SentenceView => {
      const here = (said.get(turn) ?? [])
        .filter(([e]) => e.start < end && start < e.end)
        .map(([, what]) => what)
      const unique = [...new Set(here)]
      return {
        turn,
        start,
        end,
        names: (marks.get(turn) ?? [])
          .filter((m) => start <= m.start && m.start < end)
          .sort((x, y) => x.start - y.start || y.end - x.end),
        claims: unique.filter((what) => 'key' in what),
        facts: unique.filter((what) => 'fact' in what),
      }
    }),
  )
}

/** Whether a sentence names something and yet made no claim and no fact. */
export const isGap = ({ names, claims, facts }: SentenceView): boolean =>
  names.length > 0 && claims.length + facts.length === 0

/** A place between or on the sentences of a list. */
interface At {
  turn: number
  start?: number
}

/**
 * Where a place stands among sentences in order of turn and offset.
 * @returns `now` is the index of the sentence that begins there, -1 where none does; `before` and `after` those of
 *   its neighbours, undefined at either end
 */
export function neighbours(
  list: readonly Pick<SentenceView, 'turn' | 'start'>[],
  { turn, start = 0 }: At,
): { now: number; before: number | undefined; after: number | undefined } {
  const behind = list.filter((s) => s.turn < turn || (s.turn === turn && s.start < start)).length
  const there = list[behind]
  const now = there?.turn === turn && there.start === start ? behind : -1
  const after = now < 0 ? behind : behind + 1
  return { now, before: behind > 0 ? behind - 1 : undefined, after: after < list.length ? after : undefined }
}
