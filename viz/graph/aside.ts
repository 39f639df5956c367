/**
 * A picture that is drawn beside the one that is seen, and put in its place when it is ready. Whoever draws on a
 * canvas that is seen has the browser wait for the drawing before it can show the page, and where there is no
 * graphics card to show it with, that is as long as the drawing takes: with fifty thousand lines a second in which
 * nothing answers. So what is drawn while the stage lies still (a filter, a selection) goes into a texture, and the
 * page goes on until the graphics process says that it is done; putting it on the canvas is then one copy, in a frame
 * of Sigma's that has nothing else to do. A stage that changes its size keeps what it shows until then.
 */
import type Sigma from 'sigma'
import type { RenderParams } from 'sigma/types'
import { getMatrixImpact, getPixelRatio, matrixFromCamera } from 'sigma/utils'

/** What a program of Sigma draws, drawn into whatever picture. */
export interface Layer {
  readonly gl: WebGLRenderingContext | WebGL2RenderingContext
  /** Draws over what is there. */
  paint(params: RenderParams, into: WebGLFramebuffer): void
}

/** The layers of a scene, which its programs put here when they first draw. */
export interface Layers {
  lines: Layer | null
  nodes: Layer | null
  /** Puts on the canvas of a layer what was drawn beside it. False where it is to draw by itself. */
  put(layer: Layer): boolean
}

export const noLayers = (): Layers => ({ lines: null, nodes: null, put: () => false })

export interface Aside {
  /**
   * Has Sigma look anew at some of the graph, nothing of which has moved, and draws it beside the stage.
   * @returns false where that cannot be done, because the stage moves or is to be drawn anyway; nothing has happened
   */
  draw(): boolean
  /** Whether a picture is on its way. */
  coming(): boolean
  kill(): void
}

/** Milliseconds between two looks whether the picture is ready. */
const LOOK = 12
/** Milliseconds after which it is shown ready or not: the page then waits for it. */
const MOST = 20_000

/** A picture of the size of a canvas. */
interface Picture {
  gl: WebGL2RenderingContext
  buffer: WebGLFramebuffer
  texture: WebGLTexture
  width: number
  height: number
}

function makePicture(gl: WebGL2RenderingContext, width: number, height: number): Picture | null {
  const buffer = gl.createFramebuffer()
  const texture = gl.createTexture()
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height)
  gl.bindFramebuffer(gl.FRAMEBUFFER, buffer)
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
  const picture = { gl, buffer, texture, width, height }
  if (gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE) return picture
  drop(picture)
  return null
}

function drop({ gl, buffer, texture }: Picture): void {
  gl.deleteFramebuffer(buffer)
  gl.deleteTexture(texture)
}

/**
 * @param container what Sigma draws in
 * @param look has Sigma refresh some of what is to be looked at anew; true when nothing is left. Called until then,
 *   with a pause in which others may work, or, where Sigma is about to draw by itself, without
 */
export function createAside(
  sigma: Sigma,
  container: HTMLElement,
  layers: Layers,
  look: () => boolean,
): Aside {
  // Set while Sigma is to look at something and not to draw it.
  let quiet = false
  // Sigma is going to draw everything.
  let due = false
  const schedule = sigma.scheduleRender.bind(sigma)
  sigma.scheduleRender = () => {
    if (quiet) return sigma
    due = true
    return schedule()
  }
  const pictures = new Map<Layer, Picture>()
  let syncs: { gl: WebGL2RenderingContext; sync: WebGLSync }[] = []
  let state: 'nothing' | 'looking' | 'drawing' = 'nothing'
  // What is drawn is no longer all there is.
  let again = false
  // Sigma draws a frame for what is ready.
  let putting = false
  let timer = 0
  let frame = 0

  const quietly = (): boolean => {
    quiet = true
    try {
      return look()
    } finally {
      quiet = false
    }
  }
  const forget = (): void => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    for (const { gl, sync } of syncs) gl.deleteSync(sync)
    syncs = []
    again = false
    state = 'nothing'
  }
  // What Sigma draws itself is newer than what is on its way.
  sigma.on('beforeRender', () => {
    due = false
    if (putting) return
    while (!quietly());
    forget()
  })

  // As the next frame of Sigma's will have it, which takes on the size of the container.
  const paramsNow = (): RenderParams => {
    const size = { width: container.offsetWidth || 1, height: container.offsetHeight || 1 }
    const camera = sigma.getCamera().getState()
    const [graph, padding] = [sigma.getGraphDimensions(), sigma.getStagePadding()]
    const matrix = matrixFromCamera(camera, size, graph, padding)
    return {
      ...sigma.getRenderParams(),
      ...size,
      matrix,
      invMatrix: matrixFromCamera(camera, size, graph, padding, true),
      pixelRatio: getPixelRatio(),
      correctionRatio: getMatrixImpact(matrix, camera, size),
    }
  }
  const pictureOf = (layer: Layer, params: RenderParams): Picture | null => {
    const { gl } = layer
    if (!(gl instanceof WebGL2RenderingContext) || gl.isContextLost()) return null
    // As a canvas takes them: whole numbers.
    const width = Math.floor(params.width * params.pixelRatio)
    const height = Math.floor(params.height * params.pixelRatio)
    const known = pictures.get(layer)
    if (known?.width === width && known.height === height) return known
    if (known) drop(known)
    pictures.delete(layer)
    const made = makePicture(gl, width, height)
    if (made) pictures.set(layer, made)
    return made
  }
  layers.put = (layer) => {
    const picture = pictures.get(layer)
    if (!putting || !picture) return false
    const { gl, buffer, width, height } = picture
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, buffer)
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null)
    gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST)
    gl.bindFramebuffer(gl.FRAMEBUFFER, null)
    return true
  }
  const lookOn = (): void => {
    if (quietly()) begin()
    else timer = window.setTimeout(lookOn)
  }
  const start = (): void => {
    state = 'looking'
    timer = window.setTimeout(lookOn)
  }
  const present = (drawn: RenderParams): void => {
    const now = paramsNow()
    const fits =
      now.width === drawn.width && now.height === drawn.height && now.pixelRatio === drawn.pixelRatio
    const more = again
    forget()
    // Sigma draws in this very frame, what it has been asked for since.
    if (due) return
    if (!fits) {
      start()
      return
    }
    putting = true
    try {
      sigma.refresh({ partialGraph: { nodes: [], edges: [] }, skipIndexation: true })
    } finally {
      putting = false
    }
    // For measurements, like the mark of a repaint.
    performance.mark('hallway:put')
    performance.clearMarks('hallway:put')
    if (more) start()
  }
  const begin = (): void => {
    const params = paramsNow()
    const { lines, nodes } = layers
    const both = lines && nodes && pictureOf(lines, params) && pictureOf(nodes, params)
    if (!both) {
      // The browser has no memory left for it.
      forget()
      sigma.scheduleRender()
      return
    }
    state = 'drawing'
    for (const [layer, { gl, buffer }] of pictures) {
      gl.bindFramebuffer(gl.FRAMEBUFFER, buffer)
      gl.clear(gl.COLOR_BUFFER_BIT)
      layer.paint(params, buffer)
      gl.bindFramebuffer(gl.FRAMEBUFFER, null)
      const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
      if (sync) syncs.push({ gl, sync })
      gl.flush()
    }
    const last = performance.now() + MOST
    const wait = (): void => {
      const ready = syncs.every(({ gl, sync }) => gl.getSyncParameter(sync, gl.SYNC_STATUS) === gl.SIGNALED)
      if (ready || performance.now() > last) frame = requestAnimationFrame(() => present(params))
      else timer = window.setTimeout(wait, LOOK)
    }
    timer = window.setTimeout(wait, LOOK)
  }

  return {
    draw() {
      const { lines, nodes } = layers
      if (due || !lines || !nodes || sigma.getCamera().isAnimated()) return false
      if (state === 'drawing') again = true
      else if (state === 'nothing') {
        const params = paramsNow()
        if (!pictureOf(lines, params) || !pictureOf(nodes, params)) return false
        start()
      }
      return true
    },
    coming: () => state !== 'nothing',
    kill() {
      forget()
      for (const picture of pictures.values()) drop(picture)
      pictures.clear()
    },
  }
}
