/**
 * A canvas over or under Sigma's. Drawing on it takes longer than a frame may, so it is drawn when things have
 * come to rest, and at intervals meanwhile; in the frames between, what was drawn last moves along with the camera.
 */

/** Where a point of the graph lies on the stage: `left + x * across`, `top + y * down`, in pixels. */
export interface Projection {
  left: number
  across: number
  top: number
  down: number
}

export interface Overlay {
  canvas: HTMLCanvasElement
  /** To be called with every frame of Sigma. Draws when it is due. */
  frame(now: Projection): void
  /** What was drawn is no longer true: the next frame draws anew. */
  stale(): void
  /** Draws now, whatever is due. */
  draw(): void
  kill(): void
}

/**
 * @param pause milliseconds between two drawings while the camera moves
 * @param paint draws on a cleared canvas, in pixels of the page
 */
export function createOverlay(
  container: HTMLElement,
  name: string,
  pause: number,
  paint: (pen: CanvasRenderingContext2D, at: Projection, width: number, height: number) => void,
): Overlay {
  const canvas = document.createElement('canvas')
  canvas.className = name
  canvas.setAttribute('aria-hidden', 'true')
  const pen = canvas.getContext('2d')
  let drawn: Projection | null = null
  let latest: Projection | null = null
  let last = 0
  let timer = 0

  const draw = (): void => {
    clearTimeout(timer)
    timer = 0
    if (!pen || !latest) return
    const { clientWidth: width, clientHeight: height } = container
    const ratio = window.devicePixelRatio || 1
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w
      canvas.height = h
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
    }
    canvas.style.transform = ''
    pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    pen.clearRect(0, 0, width, height)
    paint(pen, latest, width, height)
    drawn = latest
    last = performance.now()
  }

  return {
    canvas,
    frame(now) {
      latest = now
      if (!drawn) return draw()
      if (drawn.left === now.left && drawn.top === now.top && drawn.across === now.across) return
      const since = performance.now() - last
      if (since >= pause) return draw()
      const zoom = now.across / drawn.across
      const [x, y] = [now.left - zoom * drawn.left, now.top - zoom * drawn.top]
      canvas.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`
      if (!timer) timer = window.setTimeout(draw, pause - since)
    },
    stale() {
      drawn = null
    },
    draw,
    kill() {
      clearTimeout(timer)
      canvas.remove()
    },
  }
}
