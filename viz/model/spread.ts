/** What of a graph decides where its nodes lie: how large each is, and what pulls. */
import type { LayoutInput } from './layout.ts'
import type { GraphModel, ModelNode } from './model.ts'

/** Kinds that stand back a little, so that projects, companies and people lead. */
const SCALE: Partial<Record<ModelNode['kind'], number>> = {
  project: 1.12,
  interview: 0.62,
  episode: 0.8,
  url: 0.7,
  channel: 0.75,
  technology: 0.9,
}

/** Up to this many nodes, all are drawn at full size; beyond, they share the room that these would take. */
const ROOM = 1500

/**
 * Radius of each node in pixels at the overview. The area grows with how much is said, and so that the most
 * talked-of entity of a large graph is no larger than that of a small one.
 */
export function radii(model: GraphModel): Map<string, number> {
  let most = 1
  for (const { weight } of model.nodes.values()) most = Math.max(most, weight)
  const step = Math.min(2.1, 15 / Math.sqrt(most))
  const share = Math.min(1, Math.sqrt(ROOM / model.nodes.size))
  const radius = (n: ModelNode): number => (4.5 + step * Math.sqrt(n.weight)) * (SCALE[n.kind] ?? 1) * share
  return new Map([...model.nodes.values()].map((n) => [n.id, Math.round(radius(n) * 100) / 100]))
}

/** Claims pull; mentions only keep those near an interview that have nothing else. */
export function layoutInput(model: GraphModel): LayoutInput {
  const size = radii(model)
  const ids = [...model.nodes.keys()].sort()
  const rows = new Map(ids.map((id, i) => [id, i]))
  const pairs = [...model.pairs.values()].sort((p, q) => (p.key < q.key ? -1 : 1))
  const ends = new Uint32Array(2 * pairs.length)
  const weights = new Float32Array(pairs.length)
  for (const [i, { a, b, claims }] of pairs.entries()) {
    ends[2 * i] = rows.get(a) ?? 0
    ends[2 * i + 1] = rows.get(b) ?? 0
    weights[i] = claims.length > 0 ? 1 + Math.log2(claims.length) : 0.08
  }
  return {
    ids,
    sizes: Float32Array.from(ids, (id) => (size.get(id) ?? 5) * (model.nodes.get(id)?.maturity ? 1.4 : 1)),
    ends,
    weights,
  }
}
