/**
 * The picture from which Sigma reads what is under the pointer: every node once more, in the colour of its number.
 * It costs a sixth of a frame, and while the stage moves hardly anybody asks. So it is drawn when somebody does, or at rest.
 */
import type Sigma from 'sigma'
import type { Coordinates } from 'sigma/types'

/** Draws what is outdated; null when nothing is. */
export interface Picking {
  draw: (() => void) | null
}

/** Milliseconds after the last frame when nobody has asked yet: whoever comes to a stage at rest need not wait. */
const REST = 150

/** Has this Sigma bring the picture up to date before it looks into it, and when the stage has come to rest. */
export function drawWhenAsked(sigma: Sigma, picking: Picking): void {
  const asked = sigma as unknown as { getNodeAtPosition(at: Coordinates): string | null }
  const find = asked.getNodeAtPosition.bind(sigma)
  const mouse = sigma.getMouseCaptor()
  const update = (): void => {
    picking.draw?.()
    picking.draw = null
  }
  asked.getNodeAtPosition = (at) => {
    // Whoever drags the stage, or a node, means nothing else on the way.
    if (mouse.isMouseDown && mouse.draggedEvents > 0) return null
    update()
    return find(at)
  }
  let timer = 0
  const wait = (): void => {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      if (mouse.isMouseDown || sigma.getCamera().isAnimated()) wait()
      else update()
    }, REST)
  }
  sigma.on('afterRender', wait)
  sigma.on('kill', () => clearTimeout(timer))
}
