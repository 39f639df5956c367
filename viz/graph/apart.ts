/** Draws a graph out of sight: for pictures of what is not on the stage. */
import type { Drawing } from '../export/drawing.ts'
import type { GraphModel } from '../model/model.ts'
import type { Pin } from '../state/pins.ts'
import { readPalette } from './palette.ts'
import { findCommunities, findPositions, withPins } from './positions.ts'
import { createScene, type Look } from './scene.ts'
import { communitiesOf } from './useCommunities.ts'

const nothing = (): void => undefined

/**
 * @param pins where nodes were put by hand
 * @param grouped with the grounds of communities
 * @param size of the stage, in pixels
 */
export async function drawApart(
  model: GraphModel,
  { visible, marks }: Pick<Look, 'visible' | 'marks'>,
  { pins, grouped }: { pins: readonly Pin[]; grouped: boolean },
  size: { width: number; height: number },
): Promise<Drawing> {
  const positions = await findPositions(model)
  const { input } = positions
  const groups = grouped ? await findCommunities(input, new AbortController().signal) : null
  const look: Look = {
    visible,
    marks,
    selection: null,
    matches: null,
    pinned: new Set(pins.map((pin) => pin.id)),
    communities: groups && communitiesOf(model, input.ids, groups, visible),
  }
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
      { ...positions, now: withPins(positions, positions.places, pins) },
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
