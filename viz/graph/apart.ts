/** Draws a graph out of sight: for pictures of what is not on the stage. */
import type { Drawing } from '../export/drawing.ts'
import type { GraphModel } from '../model/model.ts'
import { readPalette } from './palette.ts'
import { findPositions } from './positions.ts'
import { createScene, type Look } from './scene.ts'

const nothing = (): void => undefined

/** @param size of the stage, in pixels */
export async function drawApart(
  model: GraphModel,
  look: Look,
  size: { width: number; height: number },
): Promise<Drawing> {
  const positions = await findPositions(model)
  const stage = document.createElement('div')
  stage.className = 'stage stage-apart'
  stage.setAttribute('aria-hidden', 'true')
  stage.style.width = `${size.width}px`
  stage.style.height = `${size.height}px`
  document.body.append(stage)
  try {
    const scene = createScene(
      stage,
      model,
      { ...positions, now: positions.places },
      { look, palette: readPalette(stage), camera: null },
      {
        node: nothing,
        lines: nothing,
        stage: nothing,
        camera: nothing,
        hover: nothing,
        moved: nothing,
        lost: nothing,
      },
    )
    try {
      return scene.snapshot()
    } finally {
      scene.kill()
    }
  } finally {
    stage.remove()
  }
}
