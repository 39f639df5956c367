import type { GraphFile } from '../schema.ts'
import { type Column, EDGE_COLUMNS, flatten, NODE_COLUMNS, type Value } from './flat.ts'
import { escapeXml, tag, XML_HEAD } from './xml.ts'

const declarations = (of: 'node' | 'edge', columns: readonly Column[]): string =>
  tag(
    'attributes',
    { class: of },
    columns.map(({ name, type }) => `\n${tag('attribute', { id: name, title: name, type })}`),
  )

const values = (of: Record<string, Value>): string[] => {
  const all = Object.entries(of).map(([name, value]) => tag('attvalue', { for: name, value }))
  return all.length ? [tag('attvalues', {}, all)] : []
}

/**
 * GEXF 1.3, which Gephi and Gephi Lite read. `kind` of an edge is its predicate, so that parallel claims of
 * different predicates stay apart.
 */
export function toGexf(graph: GraphFile): string {
  const { nodes, edges } = flatten(graph)
  const { generator, registry } = graph.attributes
  return `${[
    XML_HEAD,
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `<meta><creator>${escapeXml(generator)}</creator><description>${escapeXml(`names: ${registry.source}, ${registry.date}`)}</description></meta>`,
    '<graph defaultedgetype="directed" mode="static">',
    declarations('node', NODE_COLUMNS),
    declarations('edge', EDGE_COLUMNS),
    '<nodes>',
    ...nodes.map((n) => tag('node', { id: n.id, label: n.label }, values(n.values))),
    '</nodes>',
    '<edges>',
    ...edges.map((e) =>
      tag(
        'edge',
        { id: e.id, source: e.source, target: e.target, kind: e.values.predicate ?? '', label: e.label },
        values(e.values),
      ),
    ),
    '</edges>',
    '</graph>',
    '</gexf>',
  ].join('\n')}\n`
}
