/** What the picture holds, in words: entities with the claims that are seen at each, and all claims in a row. */
import { predicateSpec } from '../../src/ontology.ts'
import type { GraphEdge } from '../../src/schema.ts'
import type { ClaimColumn, ListColumn, Order } from '../state/view.ts'
import type { Visible } from './filter.ts'
import { familyOf, type GraphModel, labelOf, type ModelNode } from './model.ts'
import { plain } from './search.ts'
import { count, FAMILY_ORDER, predicateWords, qualifierTags } from './words.ts'

/** The claims that are seen, and mentions where those are; in the order of the graph file. */
export function seenEdges(model: GraphModel, shown: Visible): GraphEdge[] {
  const seen = new Set([...shown.pairs.values()].flatMap(({ claims, mentions }) => [...claims, ...mentions]))
  return model.file.edges.filter((edge) => seen.has(edge))
}

/** How many claims are seen at each entity; those without any are left out. */
export function seenCounts(shown: Visible): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { a, b, claims } of shown.pairs.values())
    for (const end of [a, b]) counts.set(end, (counts.get(end) ?? 0) + claims.length)
  return counts
}

/** A claim as it reads from one of its ends. */
export interface OutlineLine {
  edge: GraphEdge
  /** The entity at the other end. */
  other: string
  /** "integrates with", or "is integrated by" where the entity is the object. */
  reads: string
  /** "1 quote"; of a mention, how often. */
  quotes: string
}

const quotesOf = ({ attributes: { predicate, count: times, evidence } }: GraphEdge): string =>
  predicate === 'mentions' ? count(times ?? 1, 'time') : count(evidence.length, 'quote')

/** The lines of one entity: families in reading order, what it does before what is done to it, then by name. */
export function linesAt(model: GraphModel, shown: Visible, id: string): OutlineLine[] {
  const edges = (model.pairsOf.get(id) ?? []).flatMap((key) => {
    const pair = shown.pairs.get(key)
    return pair ? [...pair.claims, ...pair.mentions] : []
  })
  return edges
    .map((edge) => {
      const { predicate } = edge.attributes
      const reversed = edge.target === id
      const other = reversed ? edge.source : edge.target
      const spec = predicateSpec(predicate)
      // What reads the same from both ends stands together.
      const isBack = reversed && spec.reversed !== spec.reads
      const place = FAMILY_ORDER.indexOf(familyOf(predicate)) * 2 + Number(isBack)
      const line: OutlineLine = {
        edge,
        other,
        reads: (reversed ? spec.reversed : spec.reads) || predicateWords(predicate),
        quotes: quotesOf(edge),
      }
      return { line, place, predicate, name: plain(labelOf(model, other)) }
    })
    .sort(
      (x, y) =>
        x.place - y.place ||
        (x.predicate < y.predicate ? -1 : x.predicate > y.predicate ? 1 : 0) ||
        (x.name < y.name ? -1 : x.name > y.name ? 1 : 0) ||
        (x.line.edge.key < y.line.edge.key ? -1 : 1),
    )
    .map(({ line }) => line)
}

/**
 * A claim as one sentence, for reading out.
 * @example 'Keptn integrates with Prometheus, a guess, 1 quote'
 */
export function lineWords(
  model: GraphModel,
  id: string,
  { edge, other, reads, quotes }: OutlineLine,
): string {
  const tags = qualifierTags(edge.attributes.qualifiers)
  return [`${labelOf(model, id)} ${reads} ${labelOf(model, other)}`, ...tags, quotes].join(', ')
}

/** Sorted by keys, equal ones by what tells them apart. */
function byKey<T>(
  items: readonly T[],
  key: (t: T) => string | number,
  id: (t: T) => string,
  descending: boolean,
): T[] {
  const sign = descending ? -1 : 1
  return items
    .map((item) => ({ item, k: key(item) }))
    .sort((x, y) => (x.k < y.k ? -sign : x.k > y.k ? sign : id(x.item) < id(y.item) ? -1 : 1))
    .map(({ item }) => item)
}

export const mentionsOf = ({ attributes: a }: ModelNode): number => ('mentions' in a ? a.mentions : 0)

/** Entities in the order of a column. @param counts claims seen at each */
export function sortedNodes(
  nodes: readonly ModelNode[],
  counts: ReadonlyMap<string, number>,
  { column, descending }: Order<ListColumn>,
): ModelNode[] {
  const key = (n: ModelNode): string | number => {
    if (column === 'name') return plain(n.label)
    if (column === 'kind') return n.kind
    return column === 'claims' ? (counts.get(n.id) ?? 0) : mentionsOf(n)
  }
  return byKey(nodes, key, (n) => n.id, descending)
}

/** Claims in the order of a column. */
export function sortedEdges(
  model: GraphModel,
  edges: readonly GraphEdge[],
  { column, descending }: Order<ClaimColumn>,
): GraphEdge[] {
  const key = ({ source, target, attributes: a }: GraphEdge): string | number => {
    if (column === 'subject') return plain(labelOf(model, source))
    if (column === 'object') return plain(labelOf(model, target))
    return column === 'predicate' ? a.predicate : a.confidence
  }
  return byKey(edges, key, (e) => e.key, descending)
}
