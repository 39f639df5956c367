/**
 * Sigma and what is drawn around it. The scene reads the view state through reducers; the graph it draws is
 * made once from the model and never changed for looks. Its only attributes are places, which the layout and the
 * hand that drags a node change.
 */
import Graph from 'graphology'
import Sigma from 'sigma'
import type { CameraState, NodeDisplayData } from 'sigma/types'
import {
  type Drawing,
  type DrawnGround,
  type DrawnLabel,
  type DrawnLine,
  type DrawnNode,
  paintOf,
} from '../export/drawing.ts'
import { addDifference, type Lit, MANY_LINES, NOTHING_LIT, seenRows } from '../model/changes.ts'
import { discAt } from '../model/discs.ts'
import { neighbourhood, type Visible } from '../model/filter.ts'
import type { LabelBox } from '../model/labels.ts'
import { type LayoutInput, type Places, SPAN } from '../model/layout.ts'
import { linesNear } from '../model/lines.ts'
import type { Marks } from '../model/marks.ts'
import { type GraphModel, type ModelNode, type Pair, pairKey } from '../model/model.ts'
import { radii } from '../model/spread.ts'
import type { Camera, Selection } from '../state/view.ts'
import { createAside, noLayers } from './aside.ts'
import { type Bubble, groundsOf, paintGrounds } from './bubbles.ts'
import { paintGlow } from './glow.ts'
import type { Light } from './light.ts'
import { type LineData, lineProgram } from './lines.ts'
import { drawChangedLines, drawSigns } from './marks.ts'
import { createNames, pinPoint } from './names.ts'
import { createOverlay, type Projection } from './overlay.ts'
import { css, mix, type Palette, type Rgb, veil } from './palette.ts'
import { pickWith } from './picking.ts'
import { type ShapeData, shapeCode, shapeProgram } from './shapes.ts'

/** What the scene shows, apart from the camera and the places. */
export interface Look {
  visible: Visible
  selection: Selection | null
  /** Ids that the search matches; null when nothing is searched. */
  matches: ReadonlySet<string> | null
  /** Nodes and pairs to stand out, such as a path; before the selection, after what is hovered. */
  lit?: Lit | null
  /** What has changed since another graph; null when none is compared. */
  marks: Marks | null
  /** Nodes that bear the mark of having been put where they are. */
  pinned: ReadonlySet<string>
  /** Communities to be shown: what they are called after, members, which of the colours; null when they are not. */
  communities: readonly { leader: ModelNode; ids: readonly string[]; colour: number }[] | null
}

export interface Point {
  x: number
  y: number
}

export interface SceneEvents {
  node(id: string): void
  /** Clicked near lines: one, or several to choose from; `x`, `y` in pixels of the stage. */
  lines(keys: string[], x: number, y: number): void
  stage(): void
  camera(camera: Camera | null): void
  hover(at: { node?: string; lines?: string[]; x: number; y: number } | null): void
  /** A node was dragged to this place, in the unit of the layout. */
  moved(id: string, to: Point): void
  /** The graphics card let go; the scene has to be made again. */
  lost(): void
}

const HOME: CameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 }
/** More lines than these under the pointer are a thicket: none of them is meant. */
const MOST_NEAR = 10
/** Milliseconds until a neighbourhood that the pointer has left goes out, so that crossing a graph does not flicker. */
const LINGER = 90
/** Pixels that a pressed node has to be pulled before it follows. */
const PULL = 4
/** More matches of a search than these are not drawn over the stage one by one. */
const MOST_GLOWING = 600
/** From so many moved nodes on, indexing everything again is cheaper than one node after the other. */
const MANY_MOVED = 60
/** So many nodes and lines of a large graph are looked at anew in one go: some hundredths of a second. */
const AT_ONCE = 2000
/** How near the ground what stands back is, in a picture to keep. */
const BACK = 0.8

const sameBox = (p: LabelBox, q: LabelBox | undefined): boolean =>
  q !== undefined && p.x === q.x && p.y === q.y && p.width === q.width && p.height === q.height

/** Takes up to so many out of a set. */
function taken<T>(from: Set<T>, most: number): T[] {
  const some: T[] = []
  for (const item of from) {
    if (some.length >= most) break
    from.delete(item)
    some.push(item)
  }
  return some
}

export interface Scene {
  show(look: Look): void
  recolour(palette: Palette): void
  setCamera(camera: Camera | null): void
  zoom(by: 'in' | 'out' | 'fit'): void
  pan(dx: number, dy: number): void
  /** Brings a node into view if it is outside. */
  reveal(id: string): void
  /** Brings these nodes into view, and little else. */
  frame(ids: readonly string[]): void
  /** Moves nodes to where they lie now. */
  arrange(places: Places): void
  /** Where a node would lie if it were moved by so many pixels of the stage to the right and up. */
  beside(id: string, right: number, up: number): Point | null
  /** What lies over the stage, in its pixels: no label is drawn there. */
  cover(boxes: readonly LabelBox[]): void
  /**
   * The stage as it is seen now, without what the pointer lights.
   * @param colours others than those of the stage, for paper
   */
  snapshot(colours?: Palette): Drawing
  kill(): void
}

/**
 * @param start `places` as the layout first found them, which decide what the whole is; `now`, where things lie
 */
export function createScene(
  container: HTMLElement,
  model: GraphModel,
  start: { input: LayoutInput; places: Places; now: Places },
  first: { look: Look; palette: Palette; camera: Camera | null },
  events: SceneEvents,
): Scene {
  let { look, palette } = first
  let hovered: string | null = null
  let dead = false
  const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

  const graph = new Graph({ type: 'undirected', multi: false })
  const sizesOf = radii(model)
  // Rows of numbers beside the graph: what is done at every frame or move of the pointer asks them alone.
  const nodes: ModelNode[] = start.input.ids.flatMap((id) => model.nodes.get(id) ?? [])
  const rowOf = new Map(nodes.map((node, row) => [node.id, row]))
  const pairs: Pair[] = [...model.pairs.values()]
  const pairRow = new Map(pairs.map((pair, row) => [pair.key, row]))
  const from = Uint32Array.from(pairs, (pair) => rowOf.get(pair.a) ?? 0)
  const to = Uint32Array.from(pairs, (pair) => rowOf.get(pair.b) ?? 0)
  const size = Float32Array.from(nodes, (node) => sizesOf.get(node.id) ?? 5)
  const shape = Uint8Array.from(nodes, (node) => shapeCode(node.kind, node.maturity))
  /** Places in the unit of the camera; kept in step with Sigma's. */
  const x = new Float32Array(nodes.length)
  const y = new Float32Array(nodes.length)
  const rows = seenRows(nodes, pairs)
  const { seen, seenPair } = rows
  const litPair = new Uint8Array(pairs.length)
  const claimed = pairs.reduce((sum, pair) => sum + Number(pair.claims.length > 0), 0)
  /** Lines of a crowded graph are fainter: together they are as dark as those of a small one. */
  const faintMention = Math.max(0.3, Math.min(1, Math.sqrt(500 / Math.max(1, pairs.length - claimed))))
  const thin = claimed > MANY_LINES ? 0.7 : 1
  const widthOf = (claims: number): number => (claims === 0 ? 0.8 : 1.3 + 0.6 * Math.log2(claims))
  const faint = Math.max(0.25, Math.min(1, Math.sqrt(500 / Math.max(1, claimed))))

  // The layout lies on its long side; on a stage that stands, so does the graph.
  const upright = container.clientHeight > container.clientWidth * 1.1
  const turned = (px: number, py: number): Point => (upright ? { x: py, y: -px } : { x: px, y: py })
  const unturned = (p: Point): Point => (upright ? { x: -p.y, y: p.x } : p)
  const placeOf = ({ x: xs, y: ys }: Places, row: number): Point => turned(xs[row] ?? 0, ys[row] ?? 0)
  for (const [row, node] of nodes.entries()) graph.addNode(node.id, placeOf(start.now, row))
  for (const pair of pairs) graph.addEdgeWithKey(pair.key, pair.a, pair.b)

  // Who is lit: what is given before the selection. What the pointer lights, and what is searched, is drawn over
  // all of it, and needs nothing of it drawn again.
  let lit: Lit | null = null
  let glowing: Lit | null = null
  const litNow = (): Lit | null => {
    const { selection, visible, matches } = look
    if (look.lit) return look.lit
    if (selection?.type === 'node' && visible.nodes.has(selection.id))
      return neighbourhood(model, visible, selection.id)
    if (selection?.type === 'pair') {
      const key = pairKey(selection.a, selection.b)
      if (visible.pairs.has(key)) return { nodes: new Set([selection.a, selection.b]), pairs: new Set([key]) }
    }
    // More than can be drawn over the stage; a crowd of them in a crowd says nothing.
    if (matches && matches.size > MOST_GLOWING && pairs.length <= MANY_LINES)
      return { nodes: matches, pairs: NOTHING_LIT.pairs }
    return null
  }
  const chosen = (s: Selection | null): string[] =>
    s?.type === 'node' ? [s.id] : s?.type === 'pair' ? [s.a, s.b] : []
  let marked = new Set<string>()

  const scale = (): number =>
    Math.max(0.45, Math.min(1, Math.min(container.clientWidth * 1.15, container.clientHeight * 1.3) / SPAN))
  let sizes = scale()
  const light: Light = { dim: 0, ground: [1, 1, 1] }
  const ground = (): Light['ground'] => {
    const [r, g, b] = palette.stage
    return [r / 255, g / 255, b / 255]
  }

  // What a reducer gives, Sigma copies no further: the strings of the few colours there are, are made once.
  let colours = new Map<Rgb, string>()
  const colourOf = (c: Rgb): string => {
    let text = colours.get(c)
    if (text === undefined) {
      text = css(c)
      colours.set(c, text)
    }
    return text
  }
  let veils = new Map<Rgb, Map<number, string>>()
  const veilOf = (c: Rgb, opacity: number): string => {
    let of = veils.get(c)
    if (!of) {
      of = new Map()
      veils.set(c, of)
    }
    let text = of.get(opacity)
    if (text === undefined) {
      text = veil(c, opacity)
      of.set(opacity, text)
    }
    return text
  }

  const nodeReducer = (id: string, at: { x?: number; y?: number }): Partial<NodeDisplayData> => {
    const row = rowOf.get(id) ?? 0
    const node = nodes[row]
    // What a reducer leaves out is lost, positions included.
    const data: Partial<ShapeData> = { x: at.x ?? 0, y: at.y ?? 0, type: 'shape', hidden: true }
    if (!node || !seen[row]) return data
    const chosenOne = marked.has(id)
    data.hidden = false
    data.size = (size[row] ?? 5) * sizes * (chosenOne ? 1.12 : 1)
    data.color = colourOf(palette.kinds[node.kind])
    data.outline = colourOf(chosenOne ? palette.ink : palette.stage)
    data.shape = shape[row] ?? 0
    data.lit = lit?.nodes.has(id) ?? false
    return data
  }
  const edgeReducer = (key: string): Partial<LineData> => {
    const pair = look.visible.pairs.get(key)
    if (!pair) return { hidden: true }
    const on = lit?.pairs.has(key) ?? false
    const resting =
      pair.family === 'mention' ? 0.34 * faintMention : (pair.family === 'stage' ? 0.34 : 0.6) * faint
    if (look.marks) {
      // What has changed is drawn over it, with dashes, which Sigma's lines have not.
      const change = look.marks.pairs.get(key)
      const colour = change ? palette.changes[change] : palette.families.mention
      return {
        hidden: false,
        color: veilOf(colour, change === 'new' ? 0.9 : change ? 0.15 : 0.25),
        size: change ? Math.max(2, widthOf(pair.claims.length)) : 0.8,
        lit: on,
      }
    }
    return {
      hidden: false,
      color: veilOf(palette.families[pair.family], on ? 0.95 : resting),
      size: widthOf(pair.claims.length) * (on ? 1.5 : thin),
      lit: on,
    }
  }

  rows.follow(look.visible, new Set(), new Set())
  marked = new Set(chosen(look.selection))
  lit = litNow()
  light.dim = lit ? 1 : 0
  light.ground = ground()

  const layers = noLayers()
  const shapes = shapeProgram(light, layers)
  // Of the whole graph only once the frame is known: every indexing of a large one is felt.
  const sigma = new Sigma(new Graph(), container, {
    nodeProgramClasses: { shape: shapes },
    nodeHoverProgramClasses: { shape: shapes },
    edgeProgramClasses: { line: lineProgram(light, layers) },
    defaultNodeType: 'shape',
    defaultEdgeType: 'line',
    nodeReducer,
    edgeReducer,
    // Labels and hover are drawn in names.ts: Sigma's label grid does not prevent collisions.
    renderLabels: false,
    defaultDrawNodeHover: () => undefined,
    enableEdgeEvents: false,
    stagePadding: Math.min(56, container.clientWidth * 0.08),
    minCameraRatio: 0.04,
    maxCameraRatio: 4,
    enableCameraRotation: false,
    allowInvalidContainer: true,
    inertiaDuration: calm() ? 0 : 200,
    zoomDuration: calm() ? 0 : 200,
  })

  // The frame: what has lines. Without it the outliers, hidden at first, would make the rest small.
  const box = ((): { x: [number, number]; y: [number, number] } | null => {
    let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
    const widen = (row: number): void => {
      const at = placeOf(start.places, row)
      left = Math.min(left, at.x)
      right = Math.max(right, at.x)
      bottom = Math.min(bottom, at.y)
      top = Math.max(top, at.y)
    }
    if (claimed === 0) for (const row of nodes.keys()) widen(row)
    else
      for (const [row, pair] of pairs.entries())
        if (pair.claims.length > 0) {
          widen(from[row] ?? 0)
          widen(to[row] ?? 0)
        }
    return right > left && top > bottom ? { x: [left, right], y: [bottom, top] } : null
  })()
  if (box) sigma.setCustomBBox(box)

  const camera = sigma.getCamera()
  const toState = (c: Camera | null): CameraState => (c ? { ...c, angle: 0 } : HOME)
  camera.setState(toState(first.camera))

  const readPlace = (row: number): void => {
    const data = sigma.getNodeDisplayData(nodes[row]?.id ?? '')
    x[row] = data?.x ?? 0
    y[row] = data?.y ?? 0
  }

  const names = createNames({ nodes, pairs, size, x, y, from, to, seen, seenPair })
  let covered: readonly LabelBox[] = []
  let labels: DrawnLabel[] = []
  const over = createOverlay(container, 'labels', 120, (pen, at, width, height) => {
    if (look.marks) drawSigns(pen, draw())
    labels = names.paint(pen, at, {
      width,
      height,
      palette,
      lit: glowing ?? lit,
      first: [...new Set([...(hovered ? [hovered] : []), ...chosen(look.selection)])],
      pinned: look.pinned,
      visible: look.visible,
      size: (row) => sigma.scaleSize((size[row] ?? 5) * sizes),
      covered,
    })
  })
  const changed = createOverlay(container, 'changes', 60, (pen) => {
    if (look.marks) drawChangedLines(pen, draw())
  })
  const grounds = (at: Projection, width: number): DrawnGround[] => {
    if (!look.communities) return []
    const bubbles: Bubble[] = look.communities.map(({ leader, ids, colour }) => ({
      name: leader.label,
      rows: ids.flatMap((id) => rowOf.get(id) ?? []).filter((row) => seen[row]),
      colour: palette.communities[colour] ?? palette.faint,
    }))
    const reach = Math.max(14, Math.min(34, width / 40))
    return groundsOf(at, { bubbles, x, y, from, to, seenPair, reach })
  }
  const under = createOverlay(container, 'bubbles', 250, (pen, at, width) =>
    paintGrounds(pen, grounds(at, width)),
  )
  const glow = createOverlay(container, 'glow', 60, (pen, at) => {
    if (!glowing) return
    paintGlow(pen, {
      model,
      visible: look.visible,
      lit: glowing,
      palette,
      hovered,
      at: (id) => {
        const row = rowOf.get(id) ?? 0
        return {
          x: at.left + (x[row] ?? 0) * at.across,
          y: at.top + (y[row] ?? 0) * at.down,
          r: sigma.scaleSize((size[row] ?? 5) * sizes),
        }
      },
      width: (claims) => sigma.scaleSize(widthOf(claims) * 1.5),
    })
  })
  // Under Sigma's topmost layer, which is for the pointer.
  sigma.getCanvases().mouse?.before(glow.canvas, over.canvas)
  container.prepend(under.canvas)
  sigma.getCanvases().nodes?.before(changed.canvas)

  /** Left, top and scale of the unit of the camera on the stage; there is no turning. */
  const projection = (): Projection => {
    const a = sigma.framedGraphToViewport({ x: 0, y: 0 })
    const b = sigma.framedGraphToViewport({ x: 1, y: 1 })
    return { left: a.x, top: a.y, across: b.x - a.x, down: b.y - a.y }
  }
  // Anywhere on the disc: a hole in a shape does not let the pointer fall through.
  pickWith(sigma, (at) => {
    const { left, across, top, down } = projection()
    const scale = sigma.scaleSize(sizes) / across
    const row = discAt(
      (at.x - left) / across,
      (at.y - top) / down,
      { x, y, size, shown: seen },
      scale,
      2 / across,
    )
    return nodes[row]?.id ?? null
  })
  sigma.on('afterRender', () => {
    const now = projection()
    over.frame(now)
    if (glowing) glow.frame(now)
    if (look.communities) under.frame(now)
    if (look.marks) changed.frame(now)
    const next = afterwards
    afterwards = null
    next?.()
  })
  // What waits for the stage to have its new size.
  let afterwards: (() => void) | null = null
  const resizing = (): boolean => {
    const { width, height } = sigma.getDimensions()
    return container.offsetWidth !== width || container.offsetHeight !== height
  }
  // What is to be looked at anew before the next picture.
  const waitingNodes = new Set<string>()
  const waitingLines = new Set<string>()
  const lookOn = (): boolean => {
    const nodes = taken(waitingNodes, AT_ONCE)
    const edges = taken(waitingLines, AT_ONCE - nodes.length)
    if (nodes.length + edges.length > 0)
      sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: !indexing, schedule: true })
    return waitingNodes.size + waitingLines.size === 0
  }
  // A small graph is drawn at once; of a large one the page does not wait for the picture.
  const aside = createAside(sigma, container, layers, lookOn)
  // Sigma indexes everything anew when the window changes: until it has, no part can be repainted.
  let indexing = false
  const reindexed = (): void => {
    indexing = true
  }
  addEventListener('resize', reindexed)
  sigma.on('afterProcess', () => {
    indexing = false
    for (const row of nodes.keys()) readPlace(row)
    over.stale()
    under.stale()
    changed.stale()
  })

  /** Looks anew at these nodes and lines, without indexing again: what has moved, has not moved the frame. */
  const repaint = (some: Iterable<string>, lines: Iterable<string>, moved = false): void => {
    const nodes = [...some].filter((id) => rowOf.has(id))
    const edges = [...lines].filter((key) => pairRow.has(key))
    // For measurements: who looks for long tasks sees what was asked for. Not kept, the page may be open all day.
    performance.mark('hallway:repaint', { detail: { nodes: nodes.length, lines: edges.length } })
    performance.clearMarks('hallway:repaint')
    if (!moved && !indexing && pairs.length > MANY_LINES && aside.draw()) {
      for (const id of nodes) waitingNodes.add(id)
      for (const key of edges) waitingLines.add(key)
    } else sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: !indexing, schedule: true })
    changed.stale()
    over.stale()
  }
  const repaintAll = (): void => repaint(graph.nodes(), graph.edges())

  /** Lights what is to be lit now; adds to the sets what has to be painted for it. */
  const relight = (some: Set<string>, lines: Set<string>): void => {
    const before = lit ?? NOTHING_LIT
    lit = litNow()
    const after = lit ?? NOTHING_LIT
    light.dim = lit ? 1 : 0
    addDifference(some, before.nodes, after.nodes)
    addDifference(lines, before.pairs, after.pairs)
    for (const key of before.pairs) litPair[pairRow.get(key) ?? 0] = 0
    for (const key of after.pairs) litPair[pairRow.get(key) ?? 0] = 1
  }
  for (const key of lit?.pairs ?? []) litPair[pairRow.get(key) ?? 0] = 1

  let leaving = 0
  /** What a search lights. */
  function found(): Lit | null {
    const { matches, selection } = look
    return matches && !selection && matches.size <= MOST_GLOWING
      ? { nodes: matches, pairs: NOTHING_LIT.pairs }
      : null
  }
  const reglow = (labels = true): void => {
    glowing = hovered ? neighbourhood(model, look.visible, hovered) : found()
    container.classList.toggle('hovering', glowing !== null)
    glow.frame(projection())
    glow.draw()
    if (labels) over.draw()
  }
  const hover = (id: string | null): void => {
    clearTimeout(leaving)
    if (id === hovered || dead) return
    hovered = id
    reglow()
  }
  sigma.on('enterNode', ({ node, event }) => {
    if (dragged) return
    container.style.cursor = 'pointer'
    events.hover({ node, x: event.x, y: event.y })
    hover(node)
  })
  sigma.on('leaveNode', () => {
    if (dragged) return
    container.style.cursor = ''
    events.hover(null)
    clearTimeout(leaving)
    leaving = window.setTimeout(() => hover(null), LINGER)
  })

  const near = (px: number, py: number, reach: number): string[] => {
    const { left, across, top, down } = projection()
    // Lines that stand back so far that they are not drawn cannot be meant.
    const shown = lit && lit.pairs.size > 0 && pairs.length > MANY_LINES ? litPair : seenPair
    const rows = linesNear((px - left) / across, (py - top) / down, { x, y, from, to, shown }, reach / across)
    return rows.length > MOST_NEAR ? [] : rows.map((row) => pairs[row]?.key ?? '')
  }

  // Dragging: a node that is pressed and pulled follows the pointer; the stage stays.
  let dragged: { id: string; x: number; y: number; moving: boolean } | null = null
  let dropped = false
  const setPlace = (id: string, at: Point): void => {
    const attributes = graph.getNodeAttributes(id)
    attributes.x = at.x
    attributes.y = at.y
  }
  const repaintMoved = (ids: readonly string[]): void => {
    repaint(
      ids,
      ids.flatMap((id) => model.pairsOf.get(id) ?? []),
      true,
    )
    for (const id of ids) readPlace(rowOf.get(id) ?? 0)
    glow.stale()
    under.stale()
    changed.stale()
  }
  sigma.on('downNode', ({ node, event }) => {
    const button = event.original instanceof MouseEvent ? event.original.button : 0
    if (button === 0) dragged = { id: node, x: event.x, y: event.y, moving: false }
  })
  const drop = (): void => {
    if (!dragged) return
    const { id, moving } = dragged
    dragged = null
    container.style.cursor = ''
    if (!moving) return
    // The click that ends it asks for nothing.
    dropped = true
    setTimeout(() => {
      dropped = false
    })
    const { x: gx, y: gy } = graph.getNodeAttributes(id) as Point
    events.moved(id, unturned({ x: gx, y: gy }))
  }
  sigma.on('upNode', drop)
  sigma.on('upStage', drop)
  sigma.on('leaveStage', drop)

  let hinted = false
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (dragged) {
      preventSigmaDefault()
      event.original.preventDefault()
      if (!dragged.moving && Math.hypot(event.x - dragged.x, event.y - dragged.y) < PULL) return
      dragged.moving = true
      container.style.cursor = 'grabbing'
      setPlace(dragged.id, sigma.viewportToGraph(event))
      repaintMoved([dragged.id])
      return
    }
    if (hovered || !(event.original instanceof MouseEvent) || event.original.buttons > 0) return
    const keys = near(event.x, event.y, 4)
    container.style.cursor = keys.length > 0 ? 'pointer' : ''
    if (keys.length > 0 || hinted)
      events.hover(keys.length > 0 ? { lines: keys, x: event.x, y: event.y } : null)
    hinted = keys.length > 0
  })
  sigma.on('clickNode', ({ node }) => {
    if (!dropped) events.node(node)
  })
  sigma.on('clickStage', ({ event }) => {
    if (dropped) return
    const keys = near(event.x, event.y, 6)
    if (keys.length > 0) events.lines(keys, event.x, event.y)
    else events.stage()
  })
  sigma.on('doubleClickNode', (payload) => payload.preventSigmaDefault())

  let told: Camera | null = first.camera
  camera.on('updated', ({ x, y, ratio }) => {
    const home = Math.abs(x - 0.5) + Math.abs(y - 0.5) + Math.abs(ratio - 1) < 1e-3
    const round = (n: number): number => Math.round(n * 1e4) / 1e4
    told = home ? null : { x: round(x), y: round(y), ratio: round(ratio) }
    events.camera(told)
  })

  const lost = (event: Event): void => {
    event.preventDefault()
    if (!dead) events.lost()
  }
  const canvases = Object.values(sigma.getCanvases())
  for (const canvas of canvases) canvas.addEventListener('webglcontextlost', lost)

  const resized = new ResizeObserver(() => {
    if (dead || container.clientWidth === 0 || container.clientHeight === 0) return
    const now = scale()
    over.stale()
    glow.stale()
    under.stale()
    changed.stale()
    // The size of a line is that of its claims.
    if (now !== sizes) {
      sizes = now
      repaint(graph.nodes(), [])
    } else if (pairs.length <= MANY_LINES || !aside.draw()) sigma.scheduleRender()
    // What is drawn aside takes the canvases to their size when it is there.
    if (!aside.coming()) sigma.resize()
  })
  resized.observe(container)

  const moveTo = (state: Partial<CameraState>): void => {
    if (calm()) camera.setState(state)
    else void camera.animate(state, { duration: 250 })
  }
  sigma.setGraph(graph)
  if (look.matches) reglow()

  return {
    show(next) {
      const before = look
      look = next
      const some = new Set<string>()
      const lines = new Set<string>()
      if (before.visible !== look.visible) {
        rows.follow(look.visible, some, lines)
      }
      if (hovered && !look.visible.nodes.has(hovered)) hovered = null
      const now = new Set(chosen(look.selection))
      addDifference(some, marked, now)
      marked = now
      const { dim } = light
      relight(some, lines)
      if (before.communities !== look.communities || before.visible !== look.visible) {
        under.stale()
        changed.stale()
        under.frame(projection())
      }
      if (some.size > 0 || lines.size > 0 || dim !== light.dim) repaint(some, lines)
      // The names come with the picture.
      reglow(!aside.coming())
    },
    recolour(next) {
      palette = next
      colours = new Map()
      veils = new Map()
      light.ground = ground()
      names.forget()
      under.stale()
      changed.stale()
      repaintAll()
    },
    setCamera(next) {
      const same = next?.x === told?.x && next?.y === told?.y && next?.ratio === told?.ratio
      if (!same) moveTo(toState(next))
    },
    zoom(by) {
      if (by === 'fit') {
        moveTo(look.visible.nodes.size > 0.7 * nodes.length ? HOME : fitted(look.visible.nodes))
        return
      }
      moveTo({ ratio: camera.getBoundedRatio(camera.ratio * (by === 'in' ? 1 / 1.6 : 1.6)) })
    },
    pan(dx, dy) {
      moveTo({ x: camera.x + dx * camera.ratio, y: camera.y + dy * camera.ratio })
    },
    reveal(id) {
      if (aside.coming() && resizing()) {
        afterwards = () => this.reveal(id)
        return
      }
      const data = sigma.getNodeDisplayData(id)
      if (!data) return
      const at = sigma.framedGraphToViewport(data)
      const { width, height } = sigma.getDimensions()
      const inside =
        at.x > width * 0.12 && at.x < width * 0.88 && at.y > height * 0.12 && at.y < height * 0.88
      if (!inside) moveTo({ x: data.x, y: data.y, ratio: Math.min(camera.ratio, 0.8) })
    },
    frame(ids) {
      moveTo(fitted(ids))
    },
    arrange(places) {
      const moved: string[] = []
      for (const [row, { id }] of nodes.entries()) {
        const at = placeOf(places, row)
        const { x: gx, y: gy } = graph.getNodeAttributes(id) as Point
        if (Math.abs(gx - at.x) + Math.abs(gy - at.y) < 0.01) continue
        setPlace(id, at)
        moved.push(id)
      }
      if (moved.length === 0) return
      if (moved.length <= MANY_MOVED) repaintMoved(moved)
      else sigma.refresh({ partialGraph: { nodes: moved }, schedule: true })
    },
    beside(id, right, up) {
      const data = sigma.getNodeDisplayData(id)
      if (!data) return null
      const at = sigma.framedGraphToViewport(data)
      return unturned(sigma.viewportToGraph({ x: at.x + right, y: at.y - up }))
    },
    cover(boxes) {
      const same = boxes.length === covered.length && boxes.every((b, i) => sameBox(b, covered[i]))
      if (same) return
      covered = boxes
      over.draw()
    },
    snapshot(colours = palette) {
      hover(null)
      const before = palette
      if (colours === before) {
        sigma.refresh()
        over.draw()
        return draw()
      }
      repaper(colours)
      const drawing = draw()
      repaper(before)
      return drawing
    },
    kill() {
      dead = true
      clearTimeout(leaving)
      resized.disconnect()
      for (const canvas of canvases) canvas.removeEventListener('webglcontextlost', lost)
      container.classList.remove('hovering')
      glow.kill()
      over.kill()
      under.kill()
      changed.kill()
      removeEventListener('resize', reindexed)
      aside.kill()
      sigma.kill()
    },
  }

  /** Draws everything in other colours, at once. */
  function repaper(next: Palette): void {
    palette = next
    colours = new Map()
    veils = new Map()
    light.ground = ground()
    sigma.refresh()
    over.draw()
  }

  /** What is on the stage, as plain values, in the order in which it is drawn. */
  function draw(): Drawing {
    const standing = found() ?? lit
    /** What stands back is mixed with the ground, as the programs do it. */
    const opacityOf = (on: boolean): number => (!standing || on ? 1 : 1 - BACK)
    const { width, height } = sigma.getDimensions()
    const inside = (x: number, y: number, r: number): boolean =>
      x > -r && y > -r && x < width + r && y < height + r
    const lines: (DrawnLine & { on: boolean })[] = []
    for (const key of look.visible.pairs.keys()) {
      const data = sigma.getEdgeDisplayData(key)
      const [a, b] = key.split('\n').map((id) => sigma.getNodeDisplayData(id))
      if (!data || !a || !b || data.hidden || a.hidden || b.hidden) continue
      const [p, q] = [sigma.framedGraphToViewport(a), sigma.framedGraphToViewport(b)]
      const beside =
        (p.x < 0 && q.x < 0) ||
        (p.y < 0 && q.y < 0) ||
        (p.x > width && q.x > width) ||
        (p.y > height && q.y > height)
      if (beside) continue
      const change = look.marks?.pairs.get(key)
      const on = standing?.pairs.has(key) ?? false
      const { color, opacity } = paintOf(data.color)
      const bold = change && change !== 'new' ? 0.95 : opacity
      lines.push({
        x1: p.x,
        y1: p.y,
        x2: q.x,
        y2: q.y,
        // Sigma's lines fade towards their edges, and look thinner than those of a pen.
        width: Math.max(0.8, 0.75 * sigma.scaleSize(data.size)),
        paint: { color, opacity: bold * opacityOf(on) },
        on,
        ...(change ? { change } : {}),
      })
    }
    const drawn: (DrawnNode & { id: string; on: boolean })[] = []
    for (const id of look.visible.nodes) {
      const data = sigma.getNodeDisplayData(id) as ShapeData | undefined
      const node = model.nodes.get(id)
      if (!data || !node || data.hidden) continue
      const { x, y } = sigma.framedGraphToViewport(data)
      const radius = sigma.scaleSize(data.size)
      if (!inside(x, y, radius * 2)) continue
      const change = look.marks?.nodes.get(id)
      const on = standing?.nodes.has(id) ?? false
      const colour = palette.kinds[node.kind]
      drawn.push({
        id,
        x,
        y,
        radius,
        kind: node.kind,
        color: css(standing && !on ? mix(colour, palette.stage, BACK) : colour),
        outline: data.outline,
        on,
        ...(node.maturity ? { maturity: node.maturity } : {}),
        ...(change ? { change } : {}),
      })
    }
    const back = (p: { on: boolean }, q: { on: boolean }): number => Number(p.on) - Number(q.on)
    // The stage lets them stand back with all else when a search is lit, and only then.
    const ground = found() ? 1 - BACK : 1
    return {
      width,
      height,
      grounds: grounds(projection(), width).map((g) => ({ ...g, opacity: g.opacity * ground })),
      lines: lines.sort(back),
      nodes: drawn.sort(back),
      labels,
      pins: drawn.filter((n) => look.pinned.has(n.id)).map(pinPoint),
      palette,
    }
  }

  /** The camera that shows these nodes, and nothing else. */
  function fitted(ids: Iterable<string>): CameraState {
    // A picture of the new size may be on its way; the camera is about to move, so Sigma draws by itself.
    if (resizing()) sigma.refresh({ partialGraph: {}, skipIndexation: true })
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
    for (const id of ids) {
      const row = rowOf.get(id)
      if (row === undefined) continue
      left = Math.min(left, x[row] ?? 0)
      right = Math.max(right, x[row] ?? 0)
      top = Math.min(top, y[row] ?? 0)
      bottom = Math.max(bottom, y[row] ?? 0)
    }
    if (!Number.isFinite(left)) return HOME
    // How large the stage is in the unit of the camera, with ratio 1.
    const { width, height } = sigma.getDimensions()
    const c0 = sigma.viewportToFramedGraph({ x: 0, y: 0 }, { cameraState: HOME })
    const c1 = sigma.viewportToFramedGraph({ x: width, y: height }, { cameraState: HOME })
    const spanX = Math.abs(c1.x - c0.x) || 1
    const spanY = Math.abs(c1.y - c0.y) || 1
    // A note across a narrow stage takes its strip away from what is fitted in.
    const wide = covered.filter((b) => b.width > 0.7 * width && b.height < 0.25 * height)
    const above = Math.max(0, ...wide.map((b) => (b.y < height / 2 ? b.y + b.height : 0)))
    const below = Math.max(0, ...wide.map((b) => (b.y < height / 2 ? 0 : height - b.y)))
    const free = (height - above - below) / height
    const ratio = 1.15 * Math.max((right - left) / spanX, (bottom - top) / (spanY * free), 0.12)
    if (Math.abs(ratio - 1) < 0.15 && free === 1) return HOME
    const zoom = Math.min(1.2, ratio)
    // The unit of the camera points up.
    const y0 = (top + bottom) / 2 + ((above - below) / 2 / height) * spanY * zoom
    return { x: (left + right) / 2, y: y0, ratio: zoom, angle: 0 }
  }
}
