/**
 * A neighbourhood that the pointer lights, or what a search finds, drawn over the stage, which stands back meanwhile (stage.css). Nothing
 * of the graph is drawn again for it, however large it is: only what is lit.
 */
import type { Lit } from '../model/changes.ts'
import type { Visible } from '../model/filter.ts'
import type { GraphModel, ModelNode } from '../model/model.ts'
import { LEVEL_ARCS, OUTLINES, RADIUS, SHAPES } from '../model/outlines.ts'
import { css, type Palette } from './palette.ts'

interface Glow {
  model: GraphModel
  visible: Visible
  lit: Lit
  palette: Palette
  /** The node under the pointer; null when a search lights them. */
  hovered: string | null
  /** Where a node is on the stage and how large, in pixels. */
  at(id: string): { x: number; y: number; r: number }
  width(claims: number): number
}

/** Pixels of a radius from which on a shape bears its sign. */
const LEGIBLE = 8

export function paintGlow(pen: CanvasRenderingContext2D, glow: Glow): void {
  const { model, visible, lit, palette, hovered, at, width } = glow
  pen.globalAlpha = 0.95
  for (const key of lit.pairs) {
    const pair = visible.pairs.get(key)
    if (!pair) continue
    const [a, b] = [at(pair.a), at(pair.b)]
    pen.strokeStyle = css(palette.families[pair.family])
    pen.lineWidth = width(pair.claims.length)
    pen.beginPath()
    pen.moveTo(a.x, a.y)
    pen.lineTo(b.x, b.y)
    pen.stroke()
  }
  pen.globalAlpha = 1
  for (const id of lit.nodes) {
    const node = model.nodes.get(id)
    if (!node || !visible.nodes.has(id)) continue
    const { x, y, r } = at(id)
    paintNode(pen, node, x, y, id === hovered ? r * 1.12 : r, palette)
  }
}

function paintNode(
  pen: CanvasRenderingContext2D,
  { kind, maturity }: ModelNode,
  x: number,
  y: number,
  r: number,
  palette: Palette,
): void {
  const colour = css(palette.kinds[kind])
  pen.save()
  pen.translate(x, y)
  const scale = r / RADIUS
  pen.scale(scale, scale)
  pen.translate(-12, -12)
  const whole = new Path2D(SHAPES[kind])
  pen.strokeStyle = css(palette.stage)
  pen.lineWidth = 4 / scale
  pen.lineJoin = 'round'
  pen.stroke(whole)
  // The sign is cut out of the shape, and what is seen through it is the ground.
  pen.fillStyle = css(palette.stage)
  pen.fill(whole)
  pen.fillStyle = colour
  pen.fill(r < LEGIBLE ? whole : new Path2D(OUTLINES[kind]), 'evenodd')
  pen.restore()
  if (!maturity) return
  pen.strokeStyle = colour
  pen.lineWidth = r * 0.2
  const parts = maturity === 'archived' ? 10 : 3
  const turn = (2 * Math.PI) / parts
  const gap = maturity === 'archived' ? turn / 4 : turn * 0.05
  for (let i = 0; i < parts; i++) {
    pen.globalAlpha = maturity === 'archived' ? 0.6 : i < LEVEL_ARCS[maturity] ? 1 : 0.22
    pen.beginPath()
    pen.arc(x, y, r * 1.38, i * turn - Math.PI / 2 + gap, (i + 1) * turn - Math.PI / 2 - gap)
    pen.stroke()
  }
  pen.globalAlpha = 1
}
