/** The graph in other tools' formats. Text only; the caller writes files. Deterministic, in the graph's order. */
import { serialize } from '../graph.ts'
import type { GraphFile } from '../schema.ts'
import { toCsv } from './csv.ts'
import { toCypher } from './cypher.ts'
import { toCytoscape } from './cytoscape.ts'
import { toDot } from './dot.ts'
import { toGexf } from './gexf.ts'
import { toGraphml } from './graphml.ts'
import { toJsonLd } from './jsonld.ts'

export { toCsv, toCypher, toCytoscape, toDot, toGexf, toGraphml, toJsonLd }

/** The formats that are one text. `csv` is two tables; see `toCsv`. A new format is one line here. */
export const WRITERS: Readonly<Record<string, (graph: GraphFile) => string>> = {
  json: serialize,
  gexf: toGexf,
  graphml: toGraphml,
  cytoscape: toCytoscape,
  jsonld: toJsonLd,
  cypher: toCypher,
  dot: toDot,
}

/** In the order in which they are told to users. */
export const EXPORT_FORMATS = [
  'json',
  'gexf',
  'graphml',
  'cytoscape',
  'csv',
  'jsonld',
  'cypher',
  'dot',
] as const

/** The same graph without its `mentions` edges: the claims alone. */
export const withoutMentions = (graph: GraphFile): GraphFile => ({
  ...graph,
  edges: graph.edges.filter((edge) => edge.attributes.predicate !== 'mentions'),
})
