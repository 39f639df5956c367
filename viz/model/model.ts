/**
 * A graph file with the indexes that the views ask of it. Made once a graph; never changed afterwards: looks,
 * filters and selection live in the view state.
 */
import {
  type Family,
  MATURITY_LEVELS,
  type MaturityLevel,
  type NodeKind,
  type Predicate,
  predicateSpec,
} from '../../src/ontology.ts'
import type { GraphEdge, GraphFile, NodeAttributes } from '../../src/schema.ts'
import { FAMILY_ORDER } from './words.ts'

export interface ModelNode {
  id: string
  kind: NodeKind
  label: string
  attributes: NodeAttributes
  /** Claims in which it is the subject, in file order; no mentions. */
  out: GraphEdge[]
  /** Claims in which it is the object, in file order; no mentions. */
  in: GraphEdge[]
  /** `mentions` edges, either way. */
  mentions: GraphEdge[]
  /** How much is said of it: its mentions and claims (turns for an interview). Sizes and ranks follow it. */
  weight: number
  /** For a project: the CNCF level on record, otherwise the one last claimed as current. */
  maturity?: MaturityLevel
}

/** All that is drawn as one line: the claims between two nodes, whichever way they point. */
export interface Pair {
  key: string
  /** The two ends, in the order of their ids. */
  a: string
  b: string
  claims: GraphEdge[]
  mentions: GraphEdge[]
  /** Whose colour it bears: the family most of its claims belong to. */
  family: Family
}

export interface GraphModel {
  file: GraphFile
  nodes: ReadonlyMap<string, ModelNode>
  pairs: ReadonlyMap<string, Pair>
  /** Keys of the pairs at each node. */
  pairsOf: ReadonlyMap<string, readonly string[]>
  claims: readonly GraphEdge[]
  kindCounts: ReadonlyMap<NodeKind, number>
  predicateCounts: ReadonlyMap<Predicate, number>
}

export const familyOf = (predicate: Predicate): Family => predicateSpec(predicate).family

/** The key of the pair of two nodes, the same whichever comes first. */
export const pairKey = (x: string, y: string): string => (x < y ? `${x}\n${y}` : `${y}\n${x}`)

/** The family that most of these edges belong to; of equals, the one listed first in FAMILY_ORDER. */
export function mainFamily(edges: readonly GraphEdge[]): Family {
  const [only] = edges
  // Most pairs have one claim, and large graphs many pairs.
  if (only && edges.length === 1) return familyOf(only.attributes.predicate)
  if (edges.length === 0) return 'mention'
  let best: Family = 'mention'
  let most = 0
  for (const family of FAMILY_ORDER) {
    const n = edges.reduce((sum, e) => sum + (familyOf(e.attributes.predicate) === family ? 1 : 0), 0)
    if (n > most) {
      best = family
      most = n
    }
  }
  return best
}

function maturityOf(node: ModelNode): MaturityLevel | undefined {
  const record = 'record' in node.attributes ? node.attributes.record?.maturity : undefined
  if (record?.length) return [...record].sort((x, y) => (x.since < y.since ? -1 : 1)).at(-1)?.level
  const claimed = node.out
    .filter(({ attributes: { predicate, qualifiers } }) => {
      const status = qualifiers.status ?? 'current'
      return (
        predicate === 'has_maturity' && status === 'current' && !qualifiers.polarity && !qualifiers.modality
      )
    })
    .map((edge) => edge.target.slice('maturity:'.length))
  return [...MATURITY_LEVELS].reverse().find((level) => claimed.includes(level))
}

/** Builds the indexes of a graph. Linear in its nodes and edges. */
export function buildModel(file: GraphFile): GraphModel {
  const nodes = new Map<string, ModelNode>()
  const pairs = new Map<string, Pair>()
  const pairsOf = new Map<string, string[]>()
  const claims: GraphEdge[] = []
  const kindCounts = new Map<NodeKind, number>()
  const predicateCounts = new Map<Predicate, number>()
  for (const { key, attributes } of file.nodes) {
    const { kind, label } = attributes
    nodes.set(key, { id: key, kind, label, attributes, out: [], in: [], mentions: [], weight: 0 })
    kindCounts.set(kind, (kindCounts.get(kind) ?? 0) + 1)
  }
  for (const edge of file.edges) {
    const { predicate } = edge.attributes
    const source = nodes.get(edge.source)
    const target = nodes.get(edge.target)
    if (!source || !target) continue
    predicateCounts.set(predicate, (predicateCounts.get(predicate) ?? 0) + 1)
    const mention = predicate === 'mentions'
    if (mention) {
      source.mentions.push(edge)
      target.mentions.push(edge)
    } else {
      claims.push(edge)
      source.out.push(edge)
      target.in.push(edge)
    }
    if (source === target) continue
    const key = pairKey(source.id, target.id)
    let pair = pairs.get(key)
    if (!pair) {
      const [a, b] = source.id < target.id ? [source.id, target.id] : [target.id, source.id]
      pair = { key, a, b, claims: [], mentions: [], family: 'mention' }
      pairs.set(key, pair)
      for (const end of [a, b]) {
        const list = pairsOf.get(end)
        if (list) list.push(key)
        else pairsOf.set(end, [key])
      }
    }
    if (mention) pair.mentions.push(edge)
    else pair.claims.push(edge)
  }
  for (const pair of pairs.values()) pair.family = mainFamily(pair.claims)
  for (const node of nodes.values()) {
    const said =
      'mentions' in node.attributes
        ? node.attributes.mentions
        : node.kind === 'interview' && 'firstTurn' in node.attributes
          ? node.attributes.lastTurn - node.attributes.firstTurn + 1
          : 0
    node.weight = said + node.out.length + node.in.length
    if (node.kind === 'project') {
      const level = maturityOf(node)
      if (level) node.maturity = level
    }
  }
  return { file, nodes, pairs, pairsOf, claims, kindCounts, predicateCounts }
}

/** More said first; of equals, the smaller id. */
export const byWeight = (x: ModelNode, y: ModelNode): number =>
  y.weight - x.weight || (x.id < y.id ? -1 : x.id > y.id ? 1 : 0)

/** The label of a node, or its bare id where the graph lacks it. */
export const labelOf = (model: GraphModel, id: string): string => model.nodes.get(id)?.label ?? id
