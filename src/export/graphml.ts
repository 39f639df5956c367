import type { GraphFile } from '../schema.ts'
import { type Column, EDGE_COLUMNS, flatten, NODE_COLUMNS, type Value } from './flat.ts'
import { escapeXml, tag, XML_HEAD } from './xml.ts'

/** GraphML's names of the types. */
const TYPES = { string: 'string', integer: 'int', double: 'double' } as const
const LABEL: Column = { name: 'label', type: 'string' }

const keys = (of: 'node' | 'edge', columns: readonly Column[]): string[] =>
  [LABEL, ...columns].map(({ name, type }) =>
    tag('key', { id: `${of}-${name}`, for: of, 'attr.name': name, 'attr.type': TYPES[type] }),
  )

const data = (of: 'node' | 'edge', label: string, values: Record<string, Value>): string[] =>
  Object.entries({ label, ...values }).map(
    ([name, value]) => `<data key="${of}-${name}">${escapeXml(String(value))}</data>`,
  )

/** GraphML, which yEd, NetworkX, igraph, Gephi and Cytoscape read. */
export function toGraphml(graph: GraphFile): string {
  const { nodes, edges } = flatten(graph)
  return `${[
    XML_HEAD,
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys('node', NODE_COLUMNS),
    ...keys('edge', EDGE_COLUMNS),
    '<graph id="hallway" edgedefault="directed">',
    ...nodes.map((n) => tag('node', { id: n.id }, data('node', n.label, n.values))),
    ...edges.map((e) =>
      tag('edge', { id: e.id, source: e.source, target: e.target }, data('edge', e.label, e.values)),
    ),
    '</graph>',
    '</graphml>',
  ].join('\n')}\n`
}
