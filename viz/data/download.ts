/** Writes what is taken away. Loaded when somebody takes something: the formats are for few. */
import { toCsv, toGexf, toGraphml } from '../../src/export/index.ts'
import { serialize } from '../../src/graph.ts'
import type { GraphFile } from '../../src/schema.ts'

export const TEXT_FORMATS = {
  json: { type: 'application/json', write: serialize },
  gexf: { type: 'application/xml', write: toGexf },
  graphml: { type: 'application/xml', write: toGraphml },
  'nodes.csv': { type: 'text/csv', write: (graph: GraphFile) => toCsv(graph).nodes },
  'claims.csv': { type: 'text/csv', write: (graph: GraphFile) => toCsv(graph).edges },
} as const

export type TextFormat = keyof typeof TEXT_FORMATS

/** Gives the browser a file to keep. */
export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // After the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export function saveGraph(graph: GraphFile, format: TextFormat, name: string): void {
  const { type, write } = TEXT_FORMATS[format]
  save(new Blob([write(graph)], { type: `${type};charset=utf-8` }), name)
}
