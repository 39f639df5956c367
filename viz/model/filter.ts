/** Which nodes and lines are seen, given the filters. */
import type { Family, GraphEdge } from '../../src/schema.ts'
import type { Filters } from '../state/view.ts'
import { type GraphModel, mainFamily } from './model.ts'
import { standingOf } from './verdict.ts'

/** A pair with only those of its claims that the filters let through. */
export interface VisiblePair {
  key: string
  a: string
  b: string
  claims: GraphEdge[]
  mentions: GraphEdge[]
  family: Family
}

export interface Visible {
  nodes: ReadonlySet<string>
  pairs: ReadonlyMap<string, VisiblePair>
  /** Claims that are seen, mentions not counted. */
  claims: number
  /** Nodes left out for want of a visible line. */
  isolated: number
}

/**
 * What is seen. A node is seen when its kind is, and it has a visible line or isolated ones are asked for.
 * `pinned` (the selected node) is seen whatever the filters say, with its mentions when it has no other line:
 * whoever asks for it wants to see where it stands.
 * @param focus when given, only this node and its neighbours are seen
 */
export function visible(
  model: GraphModel,
  filters: Filters,
  focus: string | null = null,
  pinned: string | null = null,
): Visible {
  const hiddenKinds = new Set(filters.hiddenKinds)
  const hiddenPredicates = new Set(filters.hiddenPredicates)
  const hiddenStandings = new Set(filters.hiddenStandings)
  const seen = (id: string): boolean => {
    const node = model.nodes.get(id)
    return node !== undefined && (id === pinned || id === focus || !hiddenKinds.has(node.kind))
  }
  const pairs = new Map<string, VisiblePair>()
  const linked = new Set<string>()
  const add = (key: string, mentionsToo: boolean): void => {
    const pair = model.pairs.get(key)
    if (!pair || !seen(pair.a) || !seen(pair.b)) return
    const claims = pair.claims.filter(
      ({ attributes: a }) =>
        !hiddenPredicates.has(a.predicate) &&
        !hiddenStandings.has(standingOf(a)) &&
        a.confidence >= filters.sure,
    )
    const mentions = mentionsToo && !hiddenPredicates.has('mentions') ? pair.mentions : []
    if (claims.length + mentions.length === 0) return
    pairs.set(key, { key, a: pair.a, b: pair.b, claims, mentions, family: mainFamily(claims) })
    linked.add(pair.a)
    linked.add(pair.b)
  }
  for (const key of model.pairs.keys()) add(key, filters.mentions)
  for (const id of [pinned, focus])
    if (id && !linked.has(id)) for (const key of model.pairsOf.get(id) ?? []) add(key, true)

  let nodes = new Set<string>()
  let isolated = 0
  for (const id of model.nodes.keys()) {
    if (!seen(id)) continue
    if (linked.has(id) || filters.isolated || id === pinned || id === focus) nodes.add(id)
    else isolated++
  }
  if (focus && model.nodes.has(focus)) {
    const near = new Set([focus])
    if (pinned && model.nodes.has(pinned)) near.add(pinned)
    for (const key of model.pairsOf.get(focus) ?? []) {
      const pair = pairs.get(key)
      if (pair) near.add(pair.a).add(pair.b)
    }
    nodes = new Set([...nodes].filter((id) => near.has(id)))
    for (const [key, pair] of pairs) if (!nodes.has(pair.a) || !nodes.has(pair.b)) pairs.delete(key)
    isolated = 0
  }
  let claims = 0
  for (const pair of pairs.values()) claims += pair.claims.length
  return { nodes, pairs, claims, isolated }
}

/** The nodes one visible line away from `id`, itself included, and those lines. */
export function neighbourhood(
  model: GraphModel,
  shown: Visible,
  id: string,
): { nodes: Set<string>; pairs: Set<string> } {
  const nodes = new Set([id])
  const pairs = new Set<string>()
  for (const key of model.pairsOf.get(id) ?? []) {
    const pair = shown.pairs.get(key)
    if (!pair) continue
    pairs.add(key)
    nodes.add(pair.a).add(pair.b)
  }
  return { nodes, pairs }
}
