/**
 * Quotes and the transcripts they are cut from. A graph may be made without quotes (facts, and where to find
 * the words); whoever has the transcript can bring them back.
 */
import type { Evidence, GraphFile } from './schema.ts'

/** The turns of one episode, with the fingerprint that was taken when they were read. */
export interface QuoteSource {
  episodeId: string
  fingerprint: string
  turns: readonly { text: string }[]
}

/** A transcript that is not the one a graph was made from. The message says which and what to do. */
export class QuoteError extends Error {
  override name = 'QuoteError'
}

/**
 * Fingerprint of a conversation: 64 bits as 16 hex digits, from labels and texts only, so that page chrome,
 * line ends and the name of the file do not count. Two 32-bit lanes of multiply and xor (Bryc's cyrb53,
 * public domain); it tells transcripts apart, and is no defence against somebody who wants two to look alike.
 */
export function fingerprint(turns: readonly { label: string; text: string }[]): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  const mix = (unit: number): void => {
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  const mixText = (text: string, end: number): void => {
    for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i))
    // A unit that no text holds keeps ("ab", "c") and ("a", "bc") apart.
    mix(end)
  }
  for (const { label, text } of turns) {
    mixText(label, 0x10000)
    mixText(text, 0x10001)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0')
  return hex(b) + hex(a)
}

/** The same for one text. */
export const fingerprintText = (text: string): string => fingerprint([{ label: '', text }])

function mapEvidence(graph: GraphFile, change: (evidence: Evidence) => Evidence): GraphFile {
  return {
    ...graph,
    nodes: graph.nodes.map((node) => {
      const { attributes } = node
      if (!('facts' in attributes) || !attributes.facts) return node
      const facts = attributes.facts.map((fact) => ({ ...fact, evidence: fact.evidence.map(change) }))
      return { ...node, attributes: { ...attributes, facts } }
    }),
    edges: graph.edges.map((edge) => ({
      ...edge,
      attributes: { ...edge.attributes, evidence: edge.attributes.evidence.map(change) },
    })),
  }
}

const everyEvidence = (graph: GraphFile, test: (evidence: Evidence) => boolean): boolean =>
  graph.edges.every((edge) => edge.attributes.evidence.every(test)) &&
  graph.nodes.every(
    ({ attributes }) =>
      !('facts' in attributes) || (attributes.facts ?? []).every((fact) => fact.evidence.every(test)),
  )

/** @throws {QuoteError} when the graph was not made from this transcript */
function checkSource(graph: GraphFile, source: QuoteSource): void {
  const { episodes } = graph.attributes
  const episode = episodes.find((e) => e.id === source.episodeId)
  if (!episode)
    throw new QuoteError(
      `the graph has no episode ${source.episodeId}; it was made from ${episodes.map((e) => e.file).join(', ') || 'nothing'}`,
    )
  if (episode.fingerprint !== source.fingerprint)
    throw new QuoteError(
      `this is not the transcript that the graph was made from (${episode.file}, fingerprint ${episode.fingerprint}; this one has ${source.fingerprint}); give that file, or extract the graph again`,
    )
}

/**
 * Brings the quotes of some episodes into a graph. The other episodes stay as they are; once every piece of
 * evidence has its quote, the graph says that it has quotes.
 * @throws {QuoteError} when the graph has no such episode, or was made from another version of the transcript.
 */
export function fillQuotes(graph: GraphFile, ...sources: QuoteSource[]): GraphFile {
  for (const source of sources) checkSource(graph, source)
  const byEpisode = new Map(sources.map((source) => [source.episodeId, source]))
  const filled = mapEvidence(graph, (evidence) => {
    const source = byEpisode.get(evidence.episode)
    if (!source) return evidence
    const turn = source.turns[evidence.turn]
    if (!turn || evidence.end > turn.text.length)
      throw new QuoteError(
        `the graph points at turn ${evidence.turn}, ${evidence.start}–${evidence.end} of ${source.episodeId}, which does not exist; extract the graph again`,
      )
    return { ...evidence, quote: turn.text.slice(evidence.start, evidence.end) }
  })
  const quotes = everyEvidence(filled, (evidence) => evidence.quote !== undefined)
  return { ...filled, attributes: { ...filled.attributes, quotes } }
}

/** "K-E-D-A", alone or inside an address. */
const DICTATED = /(?:^|[^\p{L}\p{N}])(?:[\p{L}\p{N}]-){3,}[\p{L}\p{N}](?![\p{L}\p{N}])/u

/** The same graph without a word of the transcripts' sentences; offsets stay, so `fillQuotes` undoes it. */
export function withoutQuotes(graph: GraphFile): GraphFile {
  const bare = mapEvidence(graph, ({ quote: _, ...evidence }) => evidence)
  const nodes = bare.nodes.map((node) => {
    const { attributes } = node
    if (!('surfaces' in attributes)) return node
    // A name dictated letter by letter is a run of the transcript's words rather than a name.
    return {
      ...node,
      attributes: { ...attributes, surfaces: attributes.surfaces.filter((s) => !DICTATED.test(s)) },
    }
  })
  return { ...bare, nodes, attributes: { ...bare.attributes, quotes: false } }
}
