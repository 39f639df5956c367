/** The chain of claims between two entities, over the viewer's own indexes. */
import type { GraphIndex } from '../../src/lookup.ts'
import { type Path, shortestPath } from '../../src/path.ts'
import type { Evidence } from '../../src/schema.ts'
import type { PathEnds } from '../state/view.ts'
import { type GraphModel, labelOf, type ModelNode, pairKey } from './model.ts'
import { telling } from './who.ts'

/** The model as `src/` asks questions of a graph; mentions are no claims and are not in it. */
export function asIndex(model: GraphModel): GraphIndex {
  const node = (id: string): ModelNode => {
    const found = model.nodes.get(id)
    if (!found) throw new Error(`the graph has no node ${id}`)
    return found
  }
  return {
    graph: model.file,
    has: (id) => model.nodes.has(id),
    node: (id) => ({ key: id, attributes: node(id).attributes }),
    name: (id) => ({ id, kind: node(id).kind, label: labelOf(model, id) }),
    out: (id) => model.nodes.get(id)?.out ?? [],
    in: (id) => model.nodes.get(id)?.in ?? [],
  }
}

/** The chain that is asked for; null as long as one of its ends is not chosen or not in this graph. */
export function pathOf(model: GraphModel, ends: PathEnds | null): Path | null {
  if (!ends || !model.nodes.has(ends.from) || !model.nodes.has(ends.to)) return null
  return shortestPath(asIndex(model), ends.from, ends.to)
}

/** The nodes of a chain, from its beginning to its end; empty where there is no chain. */
export const nodesOf = (path: Path | null): string[] =>
  path?.steps ? [path.from.id, ...path.steps.map((step) => step.to.id)] : []

/** The lines of a chain, as keys of pairs. */
export const pairsOfPath = (path: Path | null): string[] =>
  (path?.steps ?? []).map((step) => pairKey(step.from.id, step.to.id))

/** The words that say most come first; of equals, the ones said first. */
export const bestFirst = (evidence: readonly Evidence[]): Evidence[] =>
  [...evidence].sort((x, y) => telling(y) - telling(x))

/** Interviews and episodes that name both of two entities, whatever is said of them. */
export function namedTogether(model: GraphModel, a: string, b: string): string[] {
  const named = (id: string): string[] => (model.nodes.get(id)?.mentions ?? []).map((e) => e.source)
  const other = new Set(named(b))
  return [...new Set(named(a))].filter((id) => other.has(id) && id !== a && id !== b)
}
