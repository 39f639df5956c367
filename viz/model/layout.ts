/**
 * Where the nodes lie. ForceAtlas2 (Jacomy et al. 2014) in its LinLog form, which draws communities together,
 * from starting points that follow from the ids; then circles are pushed apart. Same data, same picture.
 */
import Graph from 'graphology'
import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'
import iterate from 'graphology-layout-forceatlas2/iterate.js'
import noverlap from 'graphology-layout-noverlap'

/** Numbers in rows, so that they pass to a worker and back without being copied one by one. */
export interface LayoutInput {
  /** In the order of the rows; sorted, so that the same data is the same input. */
  ids: string[]
  /** Radius of each node, in pixels at the overview of a stage SPAN wide. */
  sizes: Float32Array
  /** Two rows of `ids` for each line. */
  ends: Uint32Array
  weights: Float32Array
}

/** Where each node of `ids` lies; x to the right, y up, nine in ten within SPAN / 2 of the middle. */
export interface Places {
  x: Float32Array
  y: Float32Array
}

/** Width, in pixels, of the stage that sizes refer to. */
export const SPAN = 1000

/** From this many nodes on, covers are not pushed apart: there is no room for all of them at the overview. */
const CROWD = 2000

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

/** Places of a graph of its own scale on the stage, and the way back. */
export interface Frame {
  /** The middle of the cloud of points. */
  cx: number
  cy: number
  /** Distance from it within which nine in ten lie. */
  core: number
  /** What the cloud is turned by, so that its longest side lies. */
  cos: number
  sin: number
}

const HALF = SPAN / 2

/** Draws the few far-flung ones nearer: a small separate component would otherwise make the rest tiny. */
const nearer = (r: number): number => (r <= 1 ? r : 1 + Math.log(r) / 2)
const farther = (r: number): number => (r <= 1 ? r : Math.exp(2 * (r - 1)))

function toStage(f: Frame, x: number, y: number): [number, number] {
  const dx = ((x - f.cx) * f.cos - (y - f.cy) * f.sin) / f.core
  const dy = ((x - f.cx) * f.sin + (y - f.cy) * f.cos) / f.core
  const r = Math.hypot(dx, dy)
  const scale = r === 0 ? 0 : (nearer(r) / r) * HALF
  return [dx * scale, dy * scale]
}

function fromStage(f: Frame, x: number, y: number): [number, number] {
  const r = Math.hypot(x, y) / HALF
  const scale = r === 0 ? 0 : (farther(r) / r / HALF) * f.core
  const [dx, dy] = [x * scale, y * scale]
  return [f.cx + dx * f.cos + dy * f.sin, f.cy - dx * f.sin + dy * f.cos]
}

const median = (list: Float64Array): number => list.slice().sort()[list.length >> 1] ?? 0

/** Numbers a node and an edge have in the rows of ForceAtlas2, and where in a node's row they stand. */
const NODE = 10
const EDGE = 3
const [MASS, CONVERGENCE, SIZE, FIXED] = [6, 7, 8, 9]

/** A graph on its way to its places. */
export class Arrangement {
  private readonly input: LayoutInput
  private readonly nodes: Float32Array
  private readonly edges: Float32Array
  private readonly settings: ForceAtlas2Settings
  private frame: Frame
  private pinned: ReadonlySet<number> = new Set()

  constructor(input: LayoutInput) {
    this.input = input
    const { ids, sizes, ends, weights } = input
    this.nodes = new Float32Array(ids.length * NODE)
    this.edges = new Float32Array(weights.length * EDGE)
    for (const [i, id] of ids.entries()) {
      const at = startPoint(id)
      const row = i * NODE
      this.nodes[row] = at.x * 100
      this.nodes[row + 1] = at.y * 100
      this.nodes[row + MASS] = 1
      this.nodes[row + CONVERGENCE] = 1
      this.nodes[row + SIZE] = sizes[i] ?? 1
    }
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i] ?? 1
      for (const end of [0, 1]) {
        const row = (ends[2 * i + end] ?? 0) * NODE
        this.edges[i * EDGE + end] = row
        // A node's mass is its weighted degree, and one.
        this.nodes[row + MASS] = (this.nodes[row + MASS] ?? 0) + weight
      }
      this.edges[i * EDGE + 2] = weight
    }
    const many = ids.length > CROWD
    this.settings = {
      linLogMode: true,
      outboundAttractionDistribution: false,
      adjustSizes: false,
      gravity: 0.4,
      strongGravityMode: false,
      scalingRatio: 1,
      slowDown: 4,
      edgeWeightInfluence: 1,
      barnesHutOptimize: ids.length > 800,
      barnesHutTheta: many ? 1.2 : 0.8,
    }
    this.frame = this.measured()
  }

  /** Takes so many steps. @returns how far a node moved in the last of them, at the mean, in pixels at the overview. */
  step(times: number): number {
    for (let i = 1; i < times; i++) iterate(this.settings, this.nodes, this.edges)
    const before = this.nodes.slice()
    iterate(this.settings, this.nodes, this.edges)
    const moved = (row: number, axis: number): number =>
      (this.nodes[row + axis] ?? 0) - (before[row + axis] ?? 0)
    let sum = 0
    for (let row = 0; row < before.length; row += NODE) sum += Math.hypot(moved(row, 0), moved(row, 1))
    return ((sum / Math.max(1, this.input.ids.length)) * HALF) / this.frame.core
  }

  /** Makes the whole fill the stage from now on. */
  fit(): void {
    this.frame = this.measured()
  }

  /** Goes on from these places, and leaves the pinned (rows of `ids`) where they are. */
  resume(from: Places, pinned: ReadonlySet<number>, frame: Frame): void {
    this.frame = frame
    this.pinned = pinned
    for (let i = 0; i < this.input.ids.length; i++) {
      const [x, y] = fromStage(frame, from.x[i] ?? 0, from.y[i] ?? 0)
      this.nodes[i * NODE] = x
      this.nodes[i * NODE + 1] = y
      this.nodes[i * NODE + FIXED] = pinned.has(i) ? 1 : 0
    }
  }

  /** How the places relate to the rows of the algorithm; needed to go on from them later. */
  get scale(): Frame {
    return this.frame
  }

  /** @param apart whether circles that cover each other are pushed apart; in a crowd they never are */
  places(apart: boolean): Places {
    const { ids, sizes } = this.input
    const x = new Float32Array(ids.length)
    const y = new Float32Array(ids.length)
    for (let i = 0; i < ids.length; i++) {
      const [px, py] = toStage(this.frame, this.nodes[i * NODE] ?? 0, this.nodes[i * NODE + 1] ?? 0)
      x[i] = px
      y[i] = py
    }
    if (apart && ids.length <= CROWD) {
      const graph = new Graph()
      for (const [i, id] of ids.entries()) graph.addNode(id, { x: x[i], y: y[i], size: sizes[i] })
      noverlap.assign(graph, {
        maxIterations: 120,
        settings: { margin: 7, ratio: 1.15, expansion: 1.1, speed: 4, gridSize: 24 },
      })
      for (const [i, id] of ids.entries()) {
        if (this.pinned.has(i)) continue
        x[i] = graph.getNodeAttribute(id, 'x')
        y[i] = graph.getNodeAttribute(id, 'y')
      }
    }
    for (let i = 0; i < ids.length; i++) {
      x[i] = Math.round((x[i] ?? 0) * 100) / 100
      y[i] = Math.round((y[i] ?? 0) * 100) / 100
    }
    return { x, y }
  }

  private measured(): Frame {
    const length = this.input.ids.length
    const xs = Float64Array.from({ length }, (_, i) => this.nodes[i * NODE] ?? 0)
    const ys = Float64Array.from({ length }, (_, i) => this.nodes[i * NODE + 1] ?? 0)
    const [cx, cy] = [median(xs), median(ys)]
    const radii = xs.map((x, i) => Math.hypot(x - cx, (ys[i] ?? 0) - cy)).sort()
    const core = radii[Math.floor((length - 1) * 0.9)] || radii.at(-1) || 1
    // The main axis of the cloud of points becomes the x axis.
    let [xx, xy, yy] = [0, 0, 0]
    for (let i = 0; i < length; i++) {
      const [dx, dy] = [(xs[i] ?? 0) - cx, (ys[i] ?? 0) - cy]
      xx += dx * dx
      xy += dx * dy
      yy += dy * dy
    }
    const tilt = -0.5 * Math.atan2(2 * xy, xx - yy)
    return { cx, cy, core, cos: Math.cos(tilt), sin: Math.sin(tilt) }
  }
}

/** Steps until a graph of this order is as good as it gets, or as good as one wants to wait for. */
export const stepsFor = (order: number): number => (order <= CROWD ? 300 : 120)

/** The arrangement that a graph is first shown in. Deterministic: nothing in it is random. */
export function arrange(input: LayoutInput): Arrangement {
  const arrangement = new Arrangement(input)
  if (input.ids.length > 0) arrangement.step(stepsFor(input.ids.length))
  arrangement.fit()
  return arrangement
}

/** Where the nodes of a graph are first shown. */
export const layout = (input: LayoutInput): Places => arrange(input).places(true)
