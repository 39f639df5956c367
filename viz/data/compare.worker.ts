/** Compares two graphs beside the page: of large ones it takes seconds. They come, and what differs goes, in pieces. */
import { type Comparison, compareGraphs } from '../../src/compare.ts'
import type { GraphFile } from '../../src/schema.ts'
import { pieces } from './pieces.ts'

/** A part of a graph, or, without any, the word that all of both has come. */
export type ToCompare =
  | { side: 'before' | 'after'; part: Partial<GraphFile> & Pick<GraphFile, 'nodes' | 'edges'> }
  | 'all'

/** A part of what differs, in its order; the last one says so. */
export interface Compared {
  summaries?: Pick<Comparison, 'before' | 'after'>
  entities?: Comparison['entities']
  claims?: Comparison['claims']
  last?: boolean
}

const parts: Record<'before' | 'after', Partial<GraphFile>[]> = { before: [], after: [] }

/** The graph that the parts are of. */
const whole = (list: readonly Partial<GraphFile>[]): GraphFile =>
  ({
    ...list[0],
    nodes: list.flatMap(({ nodes = [] }) => nodes),
    edges: list.flatMap(({ edges = [] }) => edges),
  }) as GraphFile

self.onmessage = ({ data }: MessageEvent<ToCompare>) => {
  if (data !== 'all') {
    parts[data.side].push(data.part)
    return
  }
  const { before, after, entities, claims } = compareGraphs(whole(parts.before), whole(parts.after))
  const tell = (part: Compared): void => self.postMessage(part)
  tell({ summaries: { before, after } })
  for (const some of pieces(entities)) tell({ entities: some })
  for (const some of pieces(claims)) tell({ claims: some })
  tell({ last: true })
}
