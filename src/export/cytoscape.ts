import type { GraphFile } from '../schema.ts'
import { flatten } from './flat.ts'

/** The JSON of Cytoscape.js (`cytoscape(json)`), which Cytoscape imports too: flat data, one element a line. */
export function toCytoscape(graph: GraphFile): string {
  const { nodes, edges } = flatten(graph)
  const lines = (items: readonly object[]): string =>
    items.length ? `[\n${items.map((data) => JSON.stringify({ data })).join(',\n')}\n]` : '[]'
  const nodeData = nodes.map(({ id, label, values }) => ({ id, label, ...values }))
  const edgeData = edges.map(({ id, source, target, label, values }) => ({
    id,
    source,
    target,
    label,
    // Cytoscape knows this name.
    interaction: values.predicate,
    ...values,
  }))
  const data = JSON.stringify({ name: 'hallway', generator: graph.attributes.generator })
  return `{"data":${data},\n"elements":{"nodes":${lines(nodeData)},\n"edges":${lines(edgeData)}}}\n`
}
