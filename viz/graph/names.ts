/** The labels of the nodes, those of the lines where there are few, and the marks of what is pinned. */
import type { DrawnLabel } from '../export/drawing.ts'
import type { Lit } from '../model/changes.ts'
import type { Visible, VisiblePair } from '../model/filter.ts'
import { type LabelBox, type LabelWish, placeLabels } from '../model/labels.ts'
import type { ModelNode, Pair } from '../model/model.ts'
import { PIN } from '../model/outlines.ts'
import { predicateWords } from '../model/words.ts'
import type { Projection } from './overlay.ts'
import { css, mix, type Palette } from './palette.ts'

/** What of a scene is needed to name it: rows of nodes and of lines. */
interface Rows {
  nodes: readonly ModelNode[]
  pairs: readonly Pair[]
  size: Float32Array
  x: Float32Array
  y: Float32Array
  from: Uint32Array
  to: Uint32Array
  seen: Uint8Array
  seenPair: Uint8Array
}

interface Now {
  width: number
  height: number
  palette: Palette
  lit: Lit | null
  /** Ids that get their labels before all others. */
  first: readonly string[]
  pinned: ReadonlySet<string>
  visible: Visible
  /** Radius of a row as it is drawn, in pixels. */
  size(row: number): number
  covered: readonly LabelBox[]
}

/** Nodes beyond these have no chance of a label, and stand in the way of none. */
const MOST_WISHES = 600
/** With more lines on the stage, their labels would be all one sees. */
const MOST_LINES = 28
/** Pixels of the stage that one label needs, for it not to be full of them. */
const ROOM = 6500

const clip = (text: string): string => (text.length > 34 ? `${text.slice(0, 32).trimEnd()}…` : text)

/** What is claimed, with the direction in which it is to be read. */
function lineText(pair: VisiblePair, forth: boolean): string {
  const [claim] = pair.claims
  if (!claim) return 'mentions'
  const more = new Set(pair.claims.map((c) => c.attributes.predicate)).size - 1
  const words = predicateWords(claim.attributes.predicate) + (more > 0 ? ` +${more}` : '')
  return (claim.source === pair.a) === forth ? `${words} →` : `← ${words}`
}

export function createNames(rows: Rows) {
  const { nodes, pairs, size, x, y, from, to, seen, seenPair } = rows
  const widths = new Map<string, number>()
  const rowOf = new Map(nodes.map((node, row) => [node.id, row]))
  const pairRow = new Map(pairs.map((pair, row) => [pair.key, row]))
  /** Rows by importance; the order does not change with the look. */
  const ranked = Uint32Array.from(nodes.keys()).sort((p, q) => (size[q] ?? 0) - (size[p] ?? 0) || p - q)

  /** Draws them, and tells which labels were drawn. */
  function paint(pen: CanvasRenderingContext2D, at: Projection, now: Now): DrawnLabel[] {
    const { width, height, palette, lit, visible } = now
    const px = (row: number): number => at.left + (x[row] ?? 0) * at.across
    const py = (row: number): number => at.top + (y[row] ?? 0) * at.down
    const wishes: LabelWish[] = []
    const fontOf = ({ italic, weight, size: px }: Pick<DrawnLabel, 'italic' | 'weight' | 'size'>): string =>
      `${italic ? 'italic ' : ''}${weight} ${px}px ${palette.font}`
    const texts = new Map<string, Omit<DrawnLabel, 'x' | 'y'>>()
    const measure = (font: string, text: string): number => {
      const key = `${font} ${text}`
      let w = widths.get(key)
      if (w === undefined) {
        pen.font = font
        w = pen.measureText(text).width
        widths.set(key, w)
      }
      return w + 2
    }
    const plain = css(mix(palette.ink, palette.stage, 0.18))
    const wish = (row: number, always: boolean): void => {
      const node = nodes[row]
      if (!node || !seen[row] || texts.has(node.id)) return
      const [cx, cy] = [px(row), py(row)]
      const r = now.size(row) * (node.maturity ? 1.48 : 1)
      if (cx < -r || cy < -r || cx > width + r || cy > height + r) return
      const strong = always || r >= 15
      const letters = always ? 14 : Math.round(Math.max(11, Math.min(15, 9 + r / 3)))
      const text = clip(node.label)
      const label = {
        text,
        size: letters,
        weight: strong ? 600 : 450,
        color: strong ? css(palette.ink) : plain,
      }
      texts.set(node.id, label)
      wishes.push({
        id: node.id,
        x: cx,
        y: cy,
        radius: r,
        width: measure(fontOf(label), text),
        height: letters + 3,
        always,
      })
    }
    for (const id of now.first) wish(rowOf.get(id) ?? -1, true)
    // What stands back has no label, and is in the way of none.
    for (const row of ranked) {
      if (wishes.length >= MOST_WISHES) break
      if (!lit || lit.nodes.has(nodes[row]?.id ?? '')) wish(row, false)
    }

    const lines: number[] = []
    const onStage = (row: number): boolean => {
      const [a, b] = [from[row] ?? 0, to[row] ?? 0]
      const [mx, my] = [(px(a) + px(b)) / 2, (py(a) + py(b)) / 2]
      return mx > 0 && my > 0 && mx < width && my < height
    }
    if (lit && lit.pairs.size > 0) {
      for (const key of lit.pairs) lines.push(pairRow.get(key) ?? 0)
    } else if (!lit) {
      for (let row = 0; row < pairs.length && lines.length <= MOST_LINES; row++)
        if (seenPair[row] && onStage(row)) lines.push(row)
    }
    const lineLook = { size: 11, weight: 450, italic: true }
    if (lines.length <= MOST_LINES)
      for (const row of lines) {
        const pair = visible.pairs.get(pairs[row]?.key ?? '')
        if (!pair) continue
        const [a, b] = [from[row] ?? 0, to[row] ?? 0]
        const text = lineText(pair, px(a) <= px(b))
        const w = measure(fontOf(lineLook), text)
        // A label that is longer than its line could belong to any.
        if (Math.hypot(px(a) - px(b), py(a) - py(b)) < w * 0.8) continue
        const color = css(mix(palette.families[pair.family], palette.ink, 0.35))
        texts.set(pair.key, { ...lineLook, text, color })
        wishes.push({
          id: pair.key,
          x: px(a),
          y: py(a),
          to: { x: px(b), y: py(b) },
          radius: 0,
          width: w,
          height: 14,
        })
      }

    const most = Math.max(24, Math.min(240, Math.round((width * height) / ROOM)))
    const placed = placeLabels(wishes, { width, height }, { taken: now.covered, most })
    pen.textBaseline = 'middle'
    pen.lineJoin = 'round'
    pen.strokeStyle = css(palette.stage)
    pen.lineWidth = 3.5
    const labels = placed.flatMap((p): DrawnLabel[] => {
      const label = texts.get(p.id)
      return label ? [{ ...label, x: p.x + 1, y: p.y + p.height / 2 }] : []
    })
    for (const label of labels) {
      pen.font = fontOf(label)
      pen.strokeText(label.text, label.x, label.y)
      pen.fillStyle = label.color
      pen.fillText(label.text, label.x, label.y)
    }
    for (const id of now.pinned) {
      const row = rowOf.get(id)
      if (row === undefined || !seen[row]) continue
      drawPin(pen, pinPoint({ x: px(row), y: py(row), radius: now.size(row) }), palette)
    }
    return labels
  }

  return {
    paint,
    /** The font has changed: widths are measured again. */
    forget: () => widths.clear(),
  }
}

/** Where the point of the pin of a node is: at its shoulder. */
export const pinPoint = ({ x, y, radius }: { x: number; y: number; radius: number }): Point => ({
  x: x + radius * 0.75,
  y: y - radius * 0.75,
})

interface Point {
  x: number
  y: number
}

/** A pin with its point at this place. */
function drawPin(pen: CanvasRenderingContext2D, { x, y }: Point, palette: Palette): void {
  pen.save()
  pen.translate(x, y)
  pen.strokeStyle = css(palette.stage)
  pen.fillStyle = css(palette.ink)
  pen.lineWidth = 2.5
  pen.lineJoin = 'round'
  const path = new Path2D(PIN)
  pen.stroke(path)
  pen.fill(path)
  pen.restore()
}
