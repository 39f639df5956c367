/** What is said of files that were opened, and what graphs made of them are called. */
import type { GraphFile } from '../../src/schema.ts'
import type { TranscriptDoc } from '../model/transcript.ts'
import { count } from '../model/words.ts'

/** A graph of the user's own: it lives as long as the page. */
export interface Own {
  name: string
  title: string
  file: GraphFile
  docs: readonly TranscriptDoc[]
}

/** A graph that was made of transcripts: of one it has the title, of several it says how many. */
export function ownGraph(graph: GraphFile, read: readonly TranscriptDoc[]): Own {
  const { episodes } = graph.attributes
  const [first, ...rest] = episodes
  const file = first?.file ?? 'transcripts'
  return {
    name: rest.length > 0 ? `made:${file}+${rest.length}` : `made:${file}`,
    title: rest.length > 0 ? `${file} and ${count(rest.length, 'other')}` : (first?.title ?? file),
    file: graph,
    docs: episodes.flatMap((e) => {
      const doc = read.find((d) => d.fingerprint === e.fingerprint && d.id === e.id)
      return doc ? [doc] : []
    }),
  }
}

/** @example 'Made a graph of 2 transcripts: 31 entities, 40 claims. They never left this browser.' */
export function madeWords({ attributes, nodes, edges }: GraphFile): string {
  const { episodes } = attributes
  const entities = nodes.filter(({ attributes: { kind } }) => kind !== 'episode' && kind !== 'interview')
  const claims = edges.filter((e) => e.attributes.predicate !== 'mentions')
  const what = episodes.length === 1 ? episodes[0]?.file : count(episodes.length, 'transcript')
  const stayed = episodes.length === 1 ? 'It' : 'They'
  return `Made a graph of ${what}: ${count(entities.length, 'entity', 'entities')}, ${count(claims.length, 'claim')}. ${stayed} never left this browser.`
}

/** One notice of everything that was opened: what went wrong leads nowhere else, so it is always told in full. */
export function noticeOf(
  good: readonly string[],
  bad: readonly string[],
): { kind: 'good' | 'bad'; text: string; more?: readonly string[] } {
  // Of many transcripts that found their episodes, the number says enough.
  const told = good.length > 2 ? [`${good.length} files were opened.`, good.at(-1) ?? ''] : good
  const [text = '', ...more] = [...bad, ...told]
  return { kind: bad.length > 0 ? 'bad' : 'good', text, ...(more.length > 0 ? { more } : {}) }
}

/** Said when a file bears the name of an episode's transcript, but other words. */
export function changedWords(
  graph: GraphFile,
  doc: Pick<TranscriptDoc, 'file' | 'fingerprint'>,
): string | null {
  const named = graph.attributes.episodes.find(
    (e) => e.file === doc.file && e.fingerprint !== doc.fingerprint,
  )
  return named
    ? `The words of ${doc.file} have changed since the other graph was made, so they do not go with it.`
    : null
}
