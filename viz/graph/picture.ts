/** The graph as a picture to keep: its name above, what shapes and colours mean below. */
import type { Family, NodeKind } from '../../src/schema.ts'
import { OUTLINES } from '../model/outlines.ts'
import { flow } from '../model/taken.ts'
import { FAMILY_WORDS, KIND_WORDS } from '../model/words.ts'
import { css, type Palette } from './palette.ts'

export interface Caption {
  title: string
  /** How much there is to see, and where it comes from. */
  note: string
  kinds: readonly NodeKind[]
  families: readonly Family[]
}

/**
 * @param drawn the stage as it is drawn, in device pixels
 * @param scale device pixels in one of the page's
 */
export function makePicture(
  drawn: HTMLCanvasElement,
  scale: number,
  palette: Palette,
  { title, note, kinds, families }: Caption,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser gives no canvas to draw on')
  const width = drawn.width / scale
  const height = drawn.height / scale
  const [margin, head, line] = [20, 62, 26]
  const small = `13px ${palette.font}`
  pen.font = small
  const items = [
    ...kinds.map((kind) => ({ kind, words: KIND_WORDS[kind].many })),
    ...families.map((family) => ({ family, words: FAMILY_WORDS[family] })),
  ]
  const placed = flow(
    items.map((item) => 24 + pen.measureText(item.words).width),
    width - 2 * margin,
    18,
  )
  const foot = placed.rows * line + 2 * 14
  canvas.width = drawn.width
  canvas.height = Math.round((head + height + foot) * scale)
  pen.scale(scale, scale)
  pen.fillStyle = css(palette.stage)
  pen.fillRect(0, 0, width, head + height + foot)
  pen.drawImage(drawn, 0, head, width, height)
  pen.textBaseline = 'middle'
  pen.fillStyle = css(palette.ink)
  pen.font = `600 18px ${palette.font}`
  pen.fillText(title, margin, 24, width - 2 * margin)
  pen.font = small
  pen.fillStyle = css(palette.faint)
  pen.fillText(note, margin, 46, width - 2 * margin)
  for (const [i, item] of items.entries()) {
    const { row, x } = placed.at[i] ?? { row: 0, x: 0 }
    const left = margin + x
    const middle = head + height + 14 + row * line + line / 2
    if ('kind' in item) {
      pen.save()
      pen.translate(left, middle - 8)
      pen.scale(16 / 24, 16 / 24)
      pen.fillStyle = css(palette.kinds[item.kind])
      pen.fill(new Path2D(OUTLINES[item.kind]), 'evenodd')
      pen.restore()
    } else {
      pen.fillStyle = css(palette.families[item.family])
      pen.fillRect(left, middle - 1.5, 16, 3)
    }
    pen.fillStyle = css(palette.ink)
    pen.fillText(item.words, left + 24, middle)
  }
  return canvas
}
