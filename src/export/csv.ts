import type { GraphFile } from '../schema.ts'
import { EDGE_COLUMNS, flatten, NODE_COLUMNS, type Value } from './flat.ts'

/**
 * What makes a spreadsheet take a cell for a formula, also behind blanks or in full width (OWASP, "CSV
 * Injection"). Such a cell gets an apostrophe in front, which spreadsheets show as text.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/** One cell (RFC 4180). */
export function csvCell(value: Value | undefined): string {
  if (value === undefined) return ''
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const row = (cells: readonly (Value | undefined)[]): string => `${cells.map(csvCell).join(',')}\r\n`

export interface CsvTables {
  nodes: string
  edges: string
}

/** Two tables with the headings that Gephi, Neo4j's importer and igraph expect: Id and Label, Source and Target. */
export function toCsv(graph: GraphFile): CsvTables {
  const { nodes, edges } = flatten(graph)
  const nodeNames = NODE_COLUMNS.map((c) => c.name)
  const edgeNames = EDGE_COLUMNS.map((c) => c.name)
  return {
    nodes: [
      row(['Id', 'Label', ...nodeNames]),
      ...nodes.map((n) => row([n.id, n.label, ...nodeNames.map((name) => n.values[name])])),
    ].join(''),
    edges: [
      row(['Source', 'Target', 'Type', 'Id', 'Label', ...edgeNames]),
      ...edges.map((e) =>
        row([e.source, e.target, 'Directed', e.id, e.label, ...edgeNames.map((name) => e.values[name])]),
      ),
    ].join(''),
  }
}
