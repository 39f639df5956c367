/** Communities: a quiet ground of one colour behind each, as wide as its nodes and the lines among them. */
import type { Projection } from './overlay.ts'
import { css, type Rgb } from './palette.ts'

export interface Bubble {
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

export function paintBubbles(pen: CanvasRenderingContext2D, at: Projection, ground: Ground): void {
  const { bubbles, x, y, from, to, seenPair, reach } = ground
  const px = (row: number): number => at.left + (x[row] ?? 0) * at.across
  const py = (row: number): number => at.top + (y[row] ?? 0) * at.down
  const of = new Int32Array(x.length).fill(-1)
  for (const [i, { rows }] of bubbles.entries()) for (const row of rows) of[row] = i
  const { width, height } = pen.canvas
  const sheet = document.createElement('canvas')
  sheet.width = width
  sheet.height = height
  const ink = sheet.getContext('2d')
  if (!ink) return
  ink.lineCap = 'round'
  ink.lineJoin = 'round'
  for (const [i, { rows, colour }] of bubbles.entries()) {
    // Opaque on a sheet of its own, so that what lies on itself is no darker.
    ink.setTransform(1, 0, 0, 1, 0, 0)
    ink.clearRect(0, 0, width, height)
    ink.setTransform(pen.getTransform())
    ink.strokeStyle = css(colour)
    ink.fillStyle = css(colour)
    ink.beginPath()
    for (const row of rows) {
      ink.moveTo(px(row) + reach, py(row))
      ink.arc(px(row), py(row), reach, 0, 2 * Math.PI)
    }
    ink.fill()
    if (from.length < MANY) {
      ink.lineWidth = reach * 1.1
      ink.beginPath()
      for (let line = 0; line < from.length; line++) {
        const [a, b] = [from[line] ?? 0, to[line] ?? 0]
        if (!seenPair[line] || of[a] !== i || of[b] !== i) continue
        ink.moveTo(px(a), py(a))
        ink.lineTo(px(b), py(b))
      }
      ink.stroke()
    }
    pen.save()
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.globalAlpha = 0.16
    pen.drawImage(sheet, 0, 0)
    pen.restore()
  }
}
