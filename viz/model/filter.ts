/** What is seen, given the filters, the focus and what is asked for besides. */

import type { Path } from '../../src/path.ts'
import type { Family, GraphEdge } from '../../src/schema.ts'
import type { Filters, Hops, ViewState } from '../state/view.ts'
import { type FacetCounts, type FacetIndex, MENTIONS, sieve } from './facets.ts'
import { mainFamily, type Pair, pairKey } from './model.ts'
import { nodesOf } from './path.ts'

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
  /** Beside each option of the filters: what one would see with it on. For the whole graph, without the focus. */
  counts: FacetCounts
}

/** What is asked for besides the filters. */
export interface Scope {
  /** Only what lies so many visible lines from this node is seen. */
  focus?: string | null
  hops?: Hops
  /** A node that is seen whatever the filters say, with its mentions when it has no other line. */
  pinned?: string | null
  /** Nodes of a chain, in order: they and the claims between neighbours are seen whatever the filters say. */
  chain?: readonly string[]
}

/** The scope of a view; `path` is the chain that its `path` asks for (path.ts). */
export const scopeOf = (
  { focus, hops, selection }: Pick<ViewState, 'focus' | 'hops' | 'selection'>,
  path: Path | null,
): Scope => ({
  focus,
  hops,
  pinned: selection?.type === 'node' ? selection.id : null,
  chain: nodesOf(path),
})

/**
 * What is seen. A node is seen when its kind and level are, and it has a visible line or isolated ones are asked
 * for. One pass over the claims (facets.ts).
 */
export function visible(index: FacetIndex, filters: Filters, scope: Scope = {}): Visible {
  const { model } = index
  const { focus = null, hops = 1, pinned = null, chain = [] } = scope
  const { nodes: fails, edges, counts } = sieve(index, filters)
  const asked = new Set<string>()
  // What is asked for passes every filter.
  const seen = Uint8Array.from(fails, (failed) => Number(failed === 0))
  for (const id of [focus, pinned, ...chain]) {
    const n = id === null ? undefined : index.nodeAt.get(id)
    if (id === null || n === undefined) continue
    asked.add(id)
    seen[n] = 1
  }

  const pairs = new Map<string, VisiblePair>()
  const linked = new Uint8Array(index.nodes.length)
  const add = (p: number, mentionsToo: boolean): void => {
    const a = index.a[p] as number
    const b = index.b[p] as number
    if (!seen[a] || !seen[b]) return
    const pair = index.pairs[p] as Pair
    const from = index.edgesFrom[p] as number
    const to = index.edgesFrom[p + 1] as number
    let claims = 0
    let mentions = 0
    for (let e = from; e < to; e++)
      if (edges[e]) {
        if (index.predicate[e] !== MENTIONS) claims++
        else if (mentionsToo) mentions++
      }
    if (claims + mentions === 0) return
    linked[a] = linked[b] = 1
    const whole = claims === pair.claims.length
    // Most are seen as they are: nothing is made for them, and that they are unchanged shows at a glance.
    if (whole && mentions === pair.mentions.length) {
      pairs.set(pair.key, pair)
      return
    }
    const left = whole ? pair.claims : pair.claims.filter((_, i) => edges[from + i])
    const named = from + pair.claims.length
    pairs.set(pair.key, {
      key: pair.key,
      a: pair.a,
      b: pair.b,
      claims: left,
      mentions: mentions === 0 ? NONE : pair.mentions.filter((_, i) => edges[named + i]),
      family: whole ? pair.family : mainFamily(left),
    })
  }
  for (let p = 0; p < index.pairs.length; p++) add(p, filters.mentions)
  for (const id of [pinned, focus]) {
    const n = id === null ? undefined : index.nodeAt.get(id)
    if (id !== null && n !== undefined && !linked[n])
      for (const key of model.pairsOf.get(id) ?? []) add(index.pairAt.get(key) as number, true)
  }
  for (const [i, id] of chain.entries()) {
    const pair = i > 0 ? model.pairs.get(pairKey(chain[i - 1] as string, id)) : undefined
    if (pair) pairs.set(pair.key, { ...pair, mentions: NONE })
  }

  const nodes = new Set<string>()
  let isolated = 0
  for (const [n, { id }] of index.nodes.entries()) {
    if (!seen[n]) continue
    if (linked[n] || filters.isolated || asked.has(id)) nodes.add(id)
    else isolated++
  }
  const shown = { nodes, pairs, isolated, claims: 0, counts }
  if (focus !== null && model.nodes.has(focus)) {
    const near = within(index, pairs, focus, hops)
    for (const id of asked) near.add(id)
    shown.nodes = new Set([...nodes].filter((id) => near.has(id)))
    for (const [key, pair] of pairs)
      if (!shown.nodes.has(pair.a) || !shown.nodes.has(pair.b)) pairs.delete(key)
    shown.isolated = 0
  }
  for (const pair of pairs.values()) shown.claims += pair.claims.length
  return shown
}

const NONE: GraphEdge[] = []

/**
 * What is seen when a node is to be seen besides: the very same where that makes no difference, as it does not for
 * most of what somebody selects.
 * @param base what is seen without it, by the same filters and scope
 */
export function withPinned(
  index: FacetIndex,
  filters: Filters,
  scope: Omit<Scope, 'pinned'>,
  base: Visible,
  pinned: string | null,
): Visible {
  if (pinned === null) return base
  const lies =
    base.nodes.has(pinned) && (index.model.pairsOf.get(pinned) ?? []).some((key) => base.pairs.has(key))
  return lies ? base : visible(index, filters, { ...scope, pinned })
}

/** The nodes at most so many visible lines from `id`, itself included. */
function within(
  { model }: FacetIndex,
  pairs: ReadonlyMap<string, VisiblePair>,
  id: string,
  hops: number,
): Set<string> {
  const near = new Set([id])
  let ring = [id]
  for (let hop = 0; hop < hops; hop++) {
    const next: string[] = []
    for (const here of ring)
      for (const key of model.pairsOf.get(here) ?? []) {
        const pair = pairs.get(key)
        const other = pair && (pair.a === here ? pair.b : pair.a)
        if (other === undefined || near.has(other)) continue
        near.add(other)
        next.push(other)
      }
    ring = next
  }
  return near
}

/** The nodes one visible line away from `id`, itself included, and those lines. */
export function neighbourhood(
  model: FacetIndex['model'],
  shown: Pick<Visible, 'pairs'>,
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
