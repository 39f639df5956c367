/** Groups of entities that are linked more among themselves than with the rest. */
import Graph from 'graphology'
import louvain from 'graphology-communities-louvain'
import type { LayoutInput } from './layout.ts'

/** Smaller ones are not worth a colour. */
const LEAST = 4

/** Numbers from 0 to 1, always the same ones (a linear congruential generator; Numerical Recipes). */
function numbers(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * Louvain's method (Blondel et al. 2008). Deterministic: rows come in the order of ids, and the algorithm is
 * given the same numbers for chance every time.
 * @returns rows of `input.ids` by community, the largest community first, of equals the one with the smallest row
 */
export function communities({
  ids,
  ends,
  weights,
}: Pick<LayoutInput, 'ids' | 'ends' | 'weights'>): number[][] {
  const graph = new Graph({ type: 'undirected' })
  for (let row = 0; row < ids.length; row++) graph.addNode(row)
  for (let i = 0; i < weights.length; i++) {
    const [a, b] = [ends[2 * i], ends[2 * i + 1]]
    if (a !== b) graph.mergeEdge(a, b, { weight: weights[i] })
  }
  if (graph.size === 0) return []
  const found = louvain(graph, { getEdgeWeight: 'weight', rng: numbers() })
  const groups = new Map<number, number[]>()
  for (let row = 0; row < ids.length; row++) {
    const group = found[row] ?? -1
    const list = groups.get(group)
    if (list) list.push(row)
    else groups.set(group, [row])
  }
  return [...groups.values()]
    .filter((rows) => rows.length >= LEAST)
    .sort((p, q) => q.length - p.length || (p[0] ?? 0) - (q[0] ?? 0))
}
