import type { GraphFile } from '../schema.ts'
import { flatten, type Value } from './flat.ts'

/** Half of a character, which UTF-8 cannot hold. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A string literal of Cypher: no text can end it, and none leaves its line. */
export const cypherString = (text: string): string =>
  `'${text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(/[\\']/g, (c) => `\\${c}`)
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped
      /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )}'`

const literal = (value: Value): string => (typeof value === 'number' ? String(value) : cypherString(value))

const map = (values: Record<string, Value>): string =>
  `{${Object.entries(values)
    .map(([name, value]) => `${name}: ${literal(value)}`)
    .join(', ')}}`

/**
 * Cypher statements, one a line, for Neo4j, Memgraph and others (`cypher-shell -f graph.cypher`). Everything is
 * merged by id, so that running them again adds nothing.
 */
export function toCypher(graph: GraphFile): string {
  const { nodes, edges } = flatten(graph)
  const lines = [
    'CREATE CONSTRAINT hallway_id IF NOT EXISTS FOR (n:Hallway) REQUIRE n.id IS UNIQUE;',
    ...nodes.map(({ id, label, values }) => {
      const kind = String(values.kind)
      const name = kind.charAt(0).toUpperCase() + kind.slice(1)
      return `MERGE (n:Hallway {id: ${literal(id)}}) SET n:${name}, n += ${map({ label, ...values })};`
    }),
    ...edges.map(
      ({ id, source, target, label, values }) =>
        `MATCH (a:Hallway {id: ${literal(source)}}), (b:Hallway {id: ${literal(target)}}) MERGE (a)-[r:${String(values.predicate).toUpperCase()} {id: ${literal(id)}}]->(b) SET r += ${map({ label, ...values })};`,
    ),
  ]
  return `${lines.join('\n')}\n`
}
