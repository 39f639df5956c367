/** Communities: a quiet ground of one colour behind each, as wide as its nodes and the lines among them. */
import { BAND, type DrawnGround } from '../export/drawing.ts'
import type { Projection } from './overlay.ts'
import { css, type Rgb } from './palette.ts'

export interface Bubble {
  name: string
  /** Rows of the members that are seen. */
  rows: readonly number[]
  colour: Rgb
}

interface Ground {
  bubbles: readonly Bubble[]
  x: Float32Array
  y: Float32Array
  from: Uint32Array
  to: Uint32Array
  seenPair: Uint8Array
  /** Pixels from a node to the edge of its bubble. */
  reach: number
}

/** From so many lines on, the discs of the nodes flow together by themselves. */
const MANY = 3000
const OPACITY = 0.16

/** The grounds as plain values, in pixels of the stage. */
export function groundsOf(at: Projection, ground: Ground): DrawnGround[] {
  const { bubbles, x, y, from, to, seenPair, reach } = ground
  const px = (row: number): number => at.left + (x[row] ?? 0) * at.across
  const py = (row: number): number => at.top + (y[row] ?? 0) * at.down
  const of = new Int32Array(x.length).fill(-1)
  for (const [i, { rows }] of bubbles.entries()) for (const row of rows) of[row] = i
  const bands: DrawnGround['bands'][number][][] = bubbles.map(() => [])
  if (from.length < MANY)
    for (let line = 0; line < from.length; line++) {
      const [a, b] = [from[line] ?? 0, to[line] ?? 0]
      const i = of[a] ?? -1
      if (seenPair[line] && i >= 0 && of[b] === i)
        bands[i]?.push({ x1: px(a), y1: py(a), x2: px(b), y2: py(b) })
    }
  return bubbles.map(({ name, rows, colour }, i) => ({
    name,
    color: css(colour),
    opacity: OPACITY,
    reach,
    discs: rows.map((row) => ({ x: px(row), y: py(row) })),
    bands: bands[i] ?? [],
  }))
}

export function paintGrounds(pen: CanvasRenderingContext2D, grounds: readonly DrawnGround[]): void {
  const { width, height } = pen.canvas
  const sheet = document.createElement('canvas')
  sheet.width = width
  sheet.height = height
  const ink = sheet.getContext('2d')
  if (!ink) return
  ink.lineCap = 'round'
  ink.lineJoin = 'round'
  for (const { color, opacity, reach, discs, bands } of grounds) {
    // Opaque on a sheet of its own, so that what lies on itself is no darker.
    ink.setTransform(1, 0, 0, 1, 0, 0)
    ink.clearRect(0, 0, width, height)
    ink.setTransform(pen.getTransform())
    ink.strokeStyle = color
    ink.fillStyle = color
    ink.beginPath()
    for (const { x, y } of discs) {
      ink.moveTo(x + reach, y)
      ink.arc(x, y, reach, 0, 2 * Math.PI)
    }
    ink.fill()
    ink.lineWidth = reach * BAND
    ink.beginPath()
    for (const { x1, y1, x2, y2 } of bands) {
      ink.moveTo(x1, y1)
      ink.lineTo(x2, y2)
    }
    ink.stroke()
    pen.save()
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.globalAlpha = opacity
    pen.drawImage(sheet, 0, 0)
    pen.restore()
  }
}
