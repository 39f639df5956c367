/** Nodes and edges as rows of plain values, for formats that know neither lists nor objects. */
import { FACT_NAMES, predicateSpec } from '../ontology.ts'
import type { EntityNode, Fact, GraphEdge, GraphFile, GraphNode } from '../schema.ts'

export type Value = string | number
export type ColumnType = 'string' | 'integer' | 'double'

export interface Column {
  name: string
  type: ColumnType
}

/** A cell that has nothing to say is left out. */
export interface FlatNode {
  id: string
  label: string
  values: Record<string, Value>
}
export interface FlatEdge extends FlatNode {
  source: string
  target: string
}

const column = (name: string, type: ColumnType = 'string'): Column => ({ name, type })

/** `facts` of one predicate are joined into one cell, and so are surfaces and levels. */
export const NODE_COLUMNS: readonly Column[] = [
  column('kind'),
  column('mentions', 'integer'),
  column('confidence', 'double'),
  column('surfaces'),
  column('episode'),
  column('firstTurn', 'integer'),
  column('lastTurn', 'integer'),
  ...FACT_NAMES.map((name) => column(name)),
  column('recordMaturity'),
  column('recordHomepage'),
  column('recordRepository'),
  column('recordFoundation'),
]

/** Where the words stand is that of the first piece of evidence; `evidence` counts the pieces. */
export const EDGE_COLUMNS: readonly Column[] = [
  column('predicate'),
  column('status'),
  column('role'),
  column('since'),
  column('until'),
  column('polarity'),
  column('modality'),
  column('confidence', 'double'),
  column('verdict'),
  column('count', 'integer'),
  column('evidence', 'integer'),
  column('episode'),
  column('turn', 'integer'),
  column('start', 'integer'),
  column('end', 'integer'),
  column('speaker'),
  column('rule'),
  column('quote'),
]

const JOINT = ' | '

/** In the order of the columns, without those that are empty. */
function pick(columns: readonly Column[], found: Record<string, Value | undefined>): Record<string, Value> {
  const values: Record<string, Value> = {}
  for (const { name } of columns) {
    const value = found[name]
    if (value !== undefined && value !== '') values[name] = value
  }
  return values
}

function factText({ value, qualifiers }: Fact): string {
  const { since, modality, polarity } = qualifiers
  const notes = [since && `since ${since}`, modality, polarity].filter(Boolean)
  return notes.length ? `${value} (${notes.join(', ')})` : value
}

export function flatNode({ key, attributes }: GraphNode): FlatNode {
  const entity: Partial<EntityNode> = 'surfaces' in attributes ? attributes : {}
  const { mentions, confidence, surfaces, facts, record } = entity
  const found: Record<string, Value | undefined> = {
    kind: attributes.kind,
    mentions,
    confidence,
    surfaces: surfaces?.join(JOINT),
    recordMaturity: record?.maturity?.map(({ level, since }) => `${level} ${since}`).join(JOINT),
    recordHomepage: record?.homepage,
    recordRepository: record?.repository,
    recordFoundation: record?.foundation,
  }
  if (attributes.kind === 'interview') {
    found.episode = attributes.episode
    found.firstTurn = attributes.firstTurn
    found.lastTurn = attributes.lastTurn
  }
  for (const name of FACT_NAMES)
    found[name] = facts
      ?.filter((fact) => fact.predicate === name)
      .map(factText)
      .join(JOINT)
  return { id: key, label: attributes.label, values: pick(NODE_COLUMNS, found) }
}

export function flatEdge({ key, source, target, attributes }: GraphEdge): FlatEdge {
  const { predicate, qualifiers, confidence, verdict, count, evidence } = attributes
  const first = evidence[0]
  const found: Record<string, Value | undefined> = {
    predicate,
    ...qualifiers,
    confidence,
    verdict,
    count,
    evidence: evidence.length,
    episode: first?.episode,
    turn: first?.turn,
    start: first?.start,
    end: first?.end,
    speaker: first?.speaker,
    rule: first?.rule,
    quote: first?.quote,
  }
  return {
    id: key,
    source,
    target,
    label: predicateSpec(predicate).reads,
    values: pick(EDGE_COLUMNS, found),
  }
}

export const flatten = (graph: GraphFile): { nodes: FlatNode[]; edges: FlatEdge[] } => ({
  nodes: graph.nodes.map(flatNode),
  edges: graph.edges.map(flatEdge),
})
