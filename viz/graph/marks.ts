/** Draws what has changed between two graphs: dashed lines under the nodes, and signs over them. */
import { type Drawing, signsOf } from '../export/drawing.ts'
import { CHANGE_LINES, CHANGE_SIGNS } from '../model/marks.ts'
import { css } from './palette.ts'

/** New lines are drawn by Sigma; those with gaps are not its trade. */
export function drawChangedLines(context: CanvasRenderingContext2D, { lines }: Drawing): void {
  context.save()
  for (const { x1, y1, x2, y2, width, paint, change } of lines) {
    if (!change || change === 'new') continue
    context.beginPath()
    context.moveTo(x1, y1)
    context.lineTo(x2, y2)
    context.setLineDash([...CHANGE_LINES[change]])
    context.strokeStyle = paint.color
    context.globalAlpha = paint.opacity
    context.lineWidth = width
    context.stroke()
  }
  context.restore()
}

export function drawSigns(context: CanvasRenderingContext2D, drawing: Drawing): void {
  const { stage, ink } = drawing.palette
  for (const { x, y, change } of signsOf(drawing)) {
    context.save()
    context.translate(x, y)
    context.beginPath()
    context.arc(0, 0, 6.5, 0, 2 * Math.PI)
    context.fillStyle = css(stage)
    context.fill()
    context.strokeStyle = css(ink)
    context.lineWidth = 1.2
    context.stroke()
    context.lineWidth = 1.6
    context.stroke(new Path2D(CHANGE_SIGNS[change]))
    context.restore()
  }
}
