/**
 * Sigma and what is drawn around it. The scene reads the view state through reducers; the graph it draws is
 * made once from the model and never changed for looks.
 */
import Graph from 'graphology'
import Sigma from 'sigma'
import { EdgeRectangleProgram } from 'sigma/rendering'
import type { CameraState, EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import type { Family } from '../../src/schema.ts'
import type { Drawing, DrawnLabel, DrawnLine, DrawnNode } from '../export/drawing.ts'
import { paintOf } from '../export/drawing.ts'
import { neighbourhood, type Visible } from '../model/filter.ts'
import { type LabelWish, placeLabels } from '../model/labels.ts'
import { SPAN } from '../model/layout.ts'
import { type Line, linesNear } from '../model/lines.ts'
import type { Marks } from '../model/marks.ts'
import type { GraphModel } from '../model/model.ts'
import type { Camera, Selection } from '../state/view.ts'
import { drawChangedLines, drawSigns } from './marks.ts'
import { css, mix, type Palette, type Rgb, veil } from './palette.ts'
import { type Positions, radii } from './positions.ts'
import { type ShapeData, ShapeProgram, shapeCode } from './shapes.ts'

/** Nodes and pairs that stand out. */
export interface Lit {
  nodes: ReadonlySet<string>
  pairs: ReadonlySet<string>
}

/** What the scene shows, apart from the camera. */
export interface Look {
  visible: Visible
  selection: Selection | null
  /** Ids that the search matches; null when nothing is searched. */
  matches: ReadonlySet<string> | null
  /** What has changed since another graph; null when none is compared. */
  marks: Marks | null
  /** Nodes and pairs to stand out, such as a path; before the selection, after what is hovered. */
  lit?: Lit | null
}

export interface SceneEvents {
  node(id: string): void
  /** Clicked near lines: one, or several to choose from; `x`, `y` in pixels of the stage. */
  lines(keys: string[], x: number, y: number): void
  stage(): void
  camera(camera: Camera | null): void
  hover(at: { node?: string; lines?: string[]; x: number; y: number } | null): void
  /** The graphics card let go; the scene has to be made again. */
  lost(): void
}

const HOME: CameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 }
const MOST_LABELS = 160

export interface Scene {
  show(look: Look): void
  recolour(palette: Palette): void
  setCamera(camera: Camera | null): void
  zoom(by: 'in' | 'out' | 'fit'): void
  pan(dx: number, dy: number): void
  /** Brings a node into view if it is outside. */
  reveal(id: string): void
  /**
   * The stage as it is seen now.
   * @param colours others than those of the stage, for paper
   */
  snapshot(colours?: Palette): Drawing
  kill(): void
}

export function createScene(
  container: HTMLElement,
  model: GraphModel,
  positions: Positions,
  first: { look: Look; palette: Palette; camera: Camera | null },
  events: SceneEvents,
): Scene {
  let { look, palette } = first
  let hovered: string | null = null
  let dead = false
  const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

  const graph = new Graph({ type: 'undirected', multi: false })
  const sizesOf = radii(model)
  const base = new Map<string, { size: number; shape: number }>()
  // The layout lies on its long side; on a stage that stands, so does the graph.
  const upright = container.clientHeight > container.clientWidth * 1.1
  const turned = ({ x, y } = { x: 0, y: 0 }): { x: number; y: number } =>
    upright ? { x: y, y: -x } : { x, y }
  for (const node of model.nodes.values()) {
    const at = turned(positions[node.id])
    graph.addNode(node.id, { x: at.x, y: at.y })
    base.set(node.id, { size: sizesOf.get(node.id) ?? 5, shape: shapeCode(node.kind, node.maturity) })
  }
  for (const pair of model.pairs.values()) graph.addEdgeWithKey(pair.key, pair.a, pair.b)

  // Who is lit: the hovered node before the selection.
  let lit: Lit | null = null
  const relight = (): void => {
    const { selection, visible } = look
    if (hovered) lit = neighbourhood(model, visible, hovered)
    else if (look.lit) lit = look.lit
    else if (selection?.type === 'node' && visible.nodes.has(selection.id))
      lit = neighbourhood(model, visible, selection.id)
    else if (selection?.type === 'pair') {
      const key = [selection.a, selection.b].sort((x, y) => (x < y ? -1 : 1)).join('\n')
      lit = visible.pairs.has(key)
        ? { nodes: new Set([selection.a, selection.b]), pairs: new Set([key]) }
        : null
    } else lit = null
  }
  const selected = (id: string): boolean => {
    const s = look.selection
    return s?.type === 'node' ? s.id === id : s !== null && (s.a === id || s.b === id)
  }

  const scale = (): number =>
    Math.max(0.45, Math.min(1, Math.min(container.clientWidth * 1.15, container.clientHeight * 1.3) / SPAN))
  let sizes = scale()
  const fadedNode = (c: Rgb): string => css(mix(c, palette.stage, 0.8))
  const familyColour = (family: Family): Rgb => palette.families[family]

  const nodeReducer = (id: string, { x, y }: { x?: number; y?: number }): Partial<NodeDisplayData> => {
    // What a reducer leaves out is lost, positions included.
    const at = { x: x ?? 0, y: y ?? 0 }
    const node = model.nodes.get(id)
    const own = base.get(id)
    if (!node || !own || !look.visible.nodes.has(id)) return { ...at, hidden: true, type: 'shape' }
    const colour = palette.kinds[node.kind]
    const dim = lit ? !lit.nodes.has(id) : look.matches !== null && !look.matches.has(id)
    const marked = selected(id) || hovered === id
    const data: Partial<ShapeData> = {
      ...at,
      type: 'shape',
      hidden: false,
      size: own.size * sizes * (marked ? 1.12 : 1),
      color: dim ? fadedNode(colour) : css(colour),
      outline: css(selected(id) ? palette.ink : palette.stage),
      shape: own.shape,
      zIndex: marked ? 3 : dim ? 0 : 1,
    }
    return data
  }
  const edgeReducer = (key: string): Partial<EdgeDisplayData> => {
    const pair = look.visible.pairs.get(key)
    if (!pair) return { hidden: true }
    const colour = familyColour(pair.family)
    const on = lit?.pairs.has(key)
    const opacity = on
      ? 0.95
      : lit
        ? 0.07
        : look.matches
          ? 0.15
          : pair.family === 'stage' || pair.family === 'mention'
            ? 0.3
            : 0.5
    const width = pair.claims.length === 0 ? 0.8 : 1.25 + 0.6 * Math.log2(pair.claims.length)
    if (look.marks) {
      // What has changed is drawn over it, with dashes, which Sigma's lines have not.
      const change = look.marks.pairs.get(key)
      const paint = change
        ? veil(palette.changes[change], lit && !on ? 0.12 : change === 'new' ? 0.9 : 0.15)
        : veil(palette.families.mention, lit && !on ? 0.06 : 0.25)
      return { hidden: false, color: paint, size: change ? Math.max(2, width) : 0.8, zIndex: change ? 2 : 1 }
    }
    return { hidden: false, color: veil(colour, opacity), size: width * (on ? 1.5 : 1), zIndex: on ? 2 : 1 }
  }

  relight()
  const sigma = new Sigma(graph, container, {
    nodeProgramClasses: { shape: ShapeProgram },
    nodeHoverProgramClasses: { shape: ShapeProgram },
    edgeProgramClasses: { line: EdgeRectangleProgram },
    defaultNodeType: 'shape',
    defaultEdgeType: 'line',
    nodeReducer,
    edgeReducer,
    // Labels and hover are drawn below: Sigma's label grid does not prevent collisions.
    renderLabels: false,
    defaultDrawNodeHover: () => undefined,
    enableEdgeEvents: false,
    zIndex: true,
    stagePadding: Math.min(56, container.clientWidth * 0.08),
    minCameraRatio: 0.04,
    maxCameraRatio: 4,
    enableCameraRotation: false,
    allowInvalidContainer: true,
    inertiaDuration: calm() ? 0 : 200,
    zoomDuration: calm() ? 0 : 200,
  })

  // The frame: what has lines. Without it the outliers, hidden at first, would make the rest small.
  const frame = (): { x: [number, number]; y: [number, number] } | null => {
    const xs: number[] = []
    const ys: number[] = []
    const linked = [...model.pairs.values()].filter((p) => p.claims.length > 0).flatMap((p) => [p.a, p.b])
    for (const id of linked.length > 0 ? linked : model.nodes.keys()) {
      const at = turned(positions[id])
      xs.push(at.x)
      ys.push(at.y)
    }
    const least = (list: number[]): number => list.reduce((m, v) => Math.min(m, v), Infinity)
    const most = (list: number[]): number => list.reduce((m, v) => Math.max(m, v), -Infinity)
    return xs.length > 0 ? { x: [least(xs), most(xs)], y: [least(ys), most(ys)] } : null
  }
  const box = frame()
  if (box && box.x[1] > box.x[0] && box.y[1] > box.y[0]) sigma.setCustomBBox(box)

  const camera = sigma.getCamera()
  const toState = (c: Camera | null): CameraState => (c ? { ...c, angle: 0 } : HOME)
  camera.setState(toState(first.camera))

  const pen = document.createElement('canvas')
  pen.className = 'labels'
  pen.setAttribute('aria-hidden', 'true')
  container.append(pen)
  let under: HTMLCanvasElement | null = null
  const widths = new Map<string, number>()
  let labels: DrawnLabel[] = []

  /** Nodes by importance; the order does not change with the look. */
  const ranked = [...model.nodes.values()].sort(
    (x, y) => (base.get(y.id)?.size ?? 0) - (base.get(x.id)?.size ?? 0) || (x.id < y.id ? -1 : 1),
  )

  const clip = (text: string): string => (text.length > 34 ? `${text.slice(0, 32).trimEnd()}…` : text)

  const fontOf = (weight: number, size: number): string => `${weight} ${size}px ${palette.font}`

  /** A canvas as large as the stage, and empty, to be drawn on in pixels of the page. */
  function cleared(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
    const { width, height } = sigma.getDimensions()
    const ratio = window.devicePixelRatio || 1
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio)
      canvas.height = Math.round(height * ratio)
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
    }
    const context = canvas.getContext('2d')
    context?.setTransform(ratio, 0, 0, ratio, 0, 0)
    context?.clearRect(0, 0, width, height)
    return context
  }

  function drawLabels(): void {
    const context = cleared(pen)
    if (!context) return
    const { width, height } = sigma.getDimensions()
    const wishes: LabelWish[] = []
    const fonts = new Map<string, { size: number; weight: number; text: string; strong: boolean }>()
    const wish = (id: string, always: boolean): void => {
      const data = sigma.getNodeDisplayData(id)
      const node = model.nodes.get(id)
      if (!data || !node || data.hidden || fonts.has(id)) return
      const at = sigma.framedGraphToViewport(data)
      const r = sigma.scaleSize(data.size) * (node.maturity ? 1.48 : 1)
      if (at.x < -r || at.y < -r || at.x > width + r || at.y > height + r) return
      const strong = always || r >= 15
      const px = always ? 14 : Math.round(Math.max(11, Math.min(15, 9 + r / 3)))
      const text = clip(node.label)
      const weight = strong ? 600 : 450
      const font = fontOf(weight, px)
      const key = `${font} ${text}`
      let w = widths.get(key)
      if (w === undefined) {
        context.font = font
        w = context.measureText(text).width
        widths.set(key, w)
      }
      fonts.set(id, { size: px, weight, text, strong })
      wishes.push({ id, x: at.x, y: at.y, radius: r, width: w + 2, height: px + 3, always })
    }
    if (hovered) wish(hovered, true)
    const s = look.selection
    if (s?.type === 'node') wish(s.id, true)
    if (s?.type === 'pair') {
      wish(s.a, true)
      wish(s.b, true)
    }
    const near = lit?.nodes ?? look.matches
    // What is dimmed has no label, and stands in the way of none.
    const named = near ?? look.visible.nodes
    for (const node of ranked) if (named.has(node.id)) wish(node.id, false)
    const placed = placeLabels(wishes, { width, height })
    context.textBaseline = 'middle'
    context.lineJoin = 'round'
    labels = placed.slice(0, MOST_LABELS).flatMap((p): DrawnLabel[] => {
      const f = fonts.get(p.id)
      if (!f) return []
      const color = css(f.strong ? palette.ink : mix(palette.ink, palette.stage, 0.18))
      return [{ x: p.x + 1, y: p.y + p.height / 2, text: f.text, size: f.size, weight: f.weight, color }]
    })
    if (look.marks || under) {
      const drawing = draw()
      under ??= sigma.createCanvas('changes', { beforeLayer: 'nodes' })
      const below = cleared(under)
      if (below) drawChangedLines(below, drawing)
      drawSigns(context, drawing)
    }
    for (const { x, y, text, size, weight, color } of labels) {
      context.font = fontOf(weight, size)
      context.strokeStyle = css(palette.stage)
      context.lineWidth = 3.5
      context.strokeText(text, x, y)
      context.fillStyle = color
      context.fillText(text, x, y)
    }
  }
  sigma.on('afterRender', drawLabels)

  function* lines(): Iterable<Line> {
    for (const [key, pair] of look.visible.pairs) {
      const a = sigma.getNodeDisplayData(pair.a)
      const b = sigma.getNodeDisplayData(pair.b)
      if (!a || !b || a.hidden || b.hidden) continue
      const p = sigma.framedGraphToViewport(a)
      const q = sigma.framedGraphToViewport(b)
      yield { key, x1: p.x, y1: p.y, x2: q.x, y2: q.y }
    }
  }

  /** Looks anew at every node and line, without indexing again: nothing has moved. */
  const repaint = (): void => {
    relight()
    sigma.refresh({
      partialGraph: { nodes: graph.nodes(), edges: graph.edges() },
      skipIndexation: true,
      schedule: true,
    })
  }

  sigma.on('enterNode', ({ node, event }) => {
    hovered = node
    container.style.cursor = 'pointer'
    events.hover({ node, x: event.x, y: event.y })
    repaint()
  })
  sigma.on('leaveNode', () => {
    hovered = null
    container.style.cursor = ''
    events.hover(null)
    repaint()
  })
  let hinted = false
  sigma.on('moveBody', ({ event }) => {
    if (hovered || event.original instanceof TouchEvent === true) return
    const near = linesNear(event.x, event.y, lines(), 4)
    container.style.cursor = near.length > 0 ? 'pointer' : ''
    if (near.length > 0 || hinted)
      events.hover(near.length > 0 ? { lines: near, x: event.x, y: event.y } : null)
    hinted = near.length > 0
  })
  sigma.on('clickNode', ({ node }) => events.node(node))
  sigma.on('clickStage', ({ event }) => {
    const near = linesNear(event.x, event.y, lines(), 6)
    if (near.length > 0) events.lines(near, event.x, event.y)
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
    sigma.resize()
    if (now !== sizes) {
      sizes = now
      repaint()
    } else sigma.scheduleRender()
  })
  resized.observe(container)

  const moveTo = (state: Partial<CameraState>): void => {
    if (calm()) camera.setState(state)
    else void camera.animate(state, { duration: 250 })
  }

  return {
    show(next) {
      const filtered = next.visible !== look.visible
      look = next
      if (hovered && !look.visible.nodes.has(hovered)) hovered = null
      if (filtered) {
        relight()
        sigma.refresh({ schedule: true })
      } else repaint()
    },
    recolour(next) {
      palette = next
      widths.clear()
      repaint()
    },
    setCamera(next) {
      const same = next?.x === told?.x && next?.y === told?.y && next?.ratio === told?.ratio
      if (!same) moveTo(toState(next))
    },
    zoom(by) {
      if (by === 'fit') {
        moveTo(fitted())
        return
      }
      moveTo({ ratio: camera.getBoundedRatio(camera.ratio * (by === 'in' ? 1 / 1.6 : 1.6)) })
    },
    pan(dx, dy) {
      moveTo({ x: camera.x + dx * camera.ratio, y: camera.y + dy * camera.ratio })
    },
    reveal(id) {
      const data = sigma.getNodeDisplayData(id)
      if (!data) return
      const at = sigma.framedGraphToViewport(data)
      const { width, height } = sigma.getDimensions()
      const inside =
        at.x > width * 0.12 && at.x < width * 0.88 && at.y > height * 0.12 && at.y < height * 0.88
      if (!inside) moveTo({ x: data.x, y: data.y, ratio: Math.min(camera.ratio, 0.8) })
    },
    snapshot(colours = palette) {
      const before = palette
      palette = colours
      sigma.refresh()
      const drawing = draw()
      palette = before
      // At once: until it is done, repainting a part, as a change of the theme asks for, would find nothing.
      if (colours !== before) sigma.refresh()
      return drawing
    },
    kill() {
      dead = true
      resized.disconnect()
      for (const canvas of canvases) canvas.removeEventListener('webglcontextlost', lost)
      pen.remove()
      sigma.kill()
    },
  }

  /** What is on the stage, as plain values, in the order in which it is drawn. */
  function draw(): Drawing {
    const { width, height } = sigma.getDimensions()
    const inside = (x: number, y: number, r: number): boolean =>
      x > -r && y > -r && x < width + r && y < height + r
    const lines: (DrawnLine & { zIndex: number })[] = []
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
      const paint = paintOf(data.color)
      lines.push({
        x1: p.x,
        y1: p.y,
        x2: q.x,
        y2: q.y,
        // Sigma's lines fade towards their edges, and look thinner than those of a pen.
        width: Math.max(0.8, 0.75 * sigma.scaleSize(data.size)),
        paint: change && change !== 'new' && paint.opacity > 0.12 ? { ...paint, opacity: 0.95 } : paint,
        zIndex: data.zIndex,
        ...(change ? { change } : {}),
      })
    }
    const nodes: (DrawnNode & { zIndex: number })[] = []
    for (const id of look.visible.nodes) {
      const data = sigma.getNodeDisplayData(id) as ShapeData | undefined
      const node = model.nodes.get(id)
      if (!data || !node || data.hidden) continue
      const { x, y } = sigma.framedGraphToViewport(data)
      const radius = sigma.scaleSize(data.size)
      if (!inside(x, y, radius * 2)) continue
      const change = look.marks?.nodes.get(id)
      nodes.push({
        x,
        y,
        radius,
        kind: node.kind,
        color: data.color,
        outline: data.outline,
        zIndex: data.zIndex,
        ...(node.maturity ? { maturity: node.maturity } : {}),
        ...(change ? { change } : {}),
      })
    }
    const back = (x: { zIndex: number }, y: { zIndex: number }): number => x.zIndex - y.zIndex
    return { width, height, lines: lines.sort(back), nodes: nodes.sort(back), labels, palette }
  }

  /** The camera that shows all that is visible, and nothing else. */
  function fitted(): CameraState {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
    for (const id of look.visible.nodes) {
      const data = sigma.getNodeDisplayData(id)
      if (!data) continue
      left = Math.min(left, data.x)
      right = Math.max(right, data.x)
      top = Math.min(top, data.y)
      bottom = Math.max(bottom, data.y)
    }
    if (!Number.isFinite(left)) return HOME
    // How large the stage is in the unit of the camera, with ratio 1.
    const { width, height } = sigma.getDimensions()
    const c0 = sigma.viewportToFramedGraph({ x: 0, y: 0 }, { cameraState: HOME })
    const c1 = sigma.viewportToFramedGraph({ x: width, y: height }, { cameraState: HOME })
    const spanX = Math.abs(c1.x - c0.x) || 1
    const spanY = Math.abs(c1.y - c0.y) || 1
    const ratio = 1.15 * Math.max((right - left) / spanX, (bottom - top) / spanY, 0.12)
    if (look.visible.nodes.size > 0.7 * model.nodes.size || Math.abs(ratio - 1) < 0.15) return HOME
    return { x: (left + right) / 2, y: (top + bottom) / 2, ratio: Math.min(1.2, ratio), angle: 0 }
  }
}
