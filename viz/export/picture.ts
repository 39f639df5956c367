/** Pictures to keep. Loaded when somebody takes one. */
import type { Drawing } from './drawing.ts'
import { type Caption, type Measure, toSvg } from './svg.ts'

/** Measures text with the fonts of this browser. */
function measurer(): Measure {
  const pen = document.createElement('canvas').getContext('2d')
  return (text, font) => {
    if (!pen) return text.length * 8
    pen.font = font
    return pen.measureText(text).width
  }
}

export const svgOf = (drawing: Drawing, caption: Caption): ReturnType<typeof toSvg> =>
  toSvg(drawing, caption, measurer())

/** Pixels of the file in one of the page's. */
const SHARPNESS = 2

/**
 * The same picture as `svgOf` writes, as PNG.
 * @throws when the browser gives no canvas of that size
 */
export async function pngOf(drawing: Drawing, caption: Caption): Promise<Blob> {
  const { svg, width, height } = svgOf(drawing, caption)
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * SHARPNESS
    canvas.height = height * SHARPNESS
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    if (!blob) throw new Error('this browser cannot make a picture of that size; make the window smaller')
    return blob
  } finally {
    URL.revokeObjectURL(address)
  }
}
