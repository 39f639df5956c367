/**
 * Where the nodes lie. ForceAtlas2 (Jacomy et al. 2014) in its LinLog form, which draws communities together,
 * from starting points that follow from the ids; then circles are pushed apart. Same data, same picture.
 */
import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import noverlap from 'graphology-layout-noverlap'

export interface LayoutNode {
  id: string
  /** Radius in pixels at the overview of a stage SPAN wide. */
  size: number
}

export interface LayoutEdge {
  source: string
  target: string
  weight: number
}

export interface LayoutInput {
  nodes: LayoutNode[]
  edges: LayoutEdge[]
}

/** Width, in pixels, of the stage that sizes refer to. */
export const SPAN = 1000

/** 32-bit FNV-1a (Fowler, Noll, Vo). */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** A point in the unit disc that follows from the id alone. */
export function startPoint(id: string): { x: number; y: number } {
  const radius = Math.sqrt((hash(id) + 1) / 2 ** 32)
  const angle = (hash(`${id}/`) / 2 ** 32) * 2 * Math.PI
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}

/** Positions by id. Deterministic: nodes and edges are sorted first, and nothing is random. */
export function layout(input: LayoutInput): Record<string, { x: number; y: number }> {
  const graph = new Graph({ type: 'undirected', multi: false })
  const nodes = [...input.nodes].sort((p, q) => (p.id < q.id ? -1 : 1))
  const edges = [...input.edges].sort((p, q) =>
    p.source !== q.source ? (p.source < q.source ? -1 : 1) : p.target < q.target ? -1 : 1,
  )
  for (const { id, size } of nodes) {
    const { x, y } = startPoint(id)
    graph.addNode(id, { x: x * 100, y: y * 100, size })
  }
  for (const { source, target, weight } of edges)
    if (source !== target && !graph.hasEdge(source, target)) graph.addEdge(source, target, { weight })
  if (graph.order === 0) return {}
  const iterations = graph.order <= 500 ? 600 : graph.order <= 2000 ? 300 : 150
  forceAtlas2.assign(graph, {
    iterations,
    getEdgeWeight: 'weight',
    settings: {
      linLogMode: true,
      outboundAttractionDistribution: false,
      gravity: 0.4,
      strongGravityMode: false,
      scalingRatio: 1,
      slowDown: 4,
      edgeWeightInfluence: 1,
      barnesHutOptimize: graph.order > 800,
    },
  })
  fitInPlace(graph)
  noverlap.assign(graph, {
    maxIterations: 120,
    settings: { margin: 7, ratio: 1.15, expansion: 1.1, speed: 4, gridSize: 24 },
  })
  const out: Record<string, { x: number; y: number }> = {}
  graph.forEachNode((id, { x, y }) => {
    out[id] = { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 }
  })
  return out
}

/**
 * Scales and moves the nodes, so that nine in ten lie in a square SPAN wide, and draws the few far-flung ones
 * nearer: a small separate component would otherwise make the rest tiny.
 */
function fitInPlace(graph: Graph): void {
  const xs: number[] = []
  const ys: number[] = []
  graph.forEachNode((_, { x, y }) => {
    xs.push(x)
    ys.push(y)
  })
  const middle = (list: number[]): number => [...list].sort((p, q) => p - q)[list.length >> 1] ?? 0
  const cx = middle(xs)
  const cy = middle(ys)
  const radii = xs.map((x, i) => Math.hypot(x - cx, (ys[i] ?? 0) - cy)).sort((p, q) => p - q)
  const core = radii[Math.floor((radii.length - 1) * 0.9)] || radii.at(-1) || 1
  // Turned so that the longest side lies: the main axis of the cloud of points becomes the x axis.
  let [xx, xy, yy] = [0, 0, 0]
  xs.forEach((x, i) => {
    const dx = x - cx
    const dy = (ys[i] ?? 0) - cy
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
  })
  const tilt = -0.5 * Math.atan2(2 * xy, xx - yy)
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)]
  const half = SPAN / 2
  graph.updateEachNodeAttributes((_, a) => {
    const dx = (a.x - cx) * cos - (a.y - cy) * sin
    const dy = (a.x - cx) * sin + (a.y - cy) * cos
    const r = Math.hypot(dx, dy) / core
    const nearer = r <= 1 ? r : 1 + Math.log(r) / 2
    const scale = r === 0 ? 0 : ((nearer / r) * half) / core
    return { ...a, x: dx * scale, y: dy * scale }
  })
}
