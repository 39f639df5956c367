/**
 * The picture from which Sigma reads what is under the pointer: every node once more, in the colour of its number.
 * It costs a sixth of a frame, and while the stage moves hardly anybody asks. So it is drawn when somebody does.
 */
import type Sigma from 'sigma'
import type { Coordinates } from 'sigma/types'

/** Draws what is outdated; null when nothing is. */
export interface Picking {
  draw: (() => void) | null
}

/** Has this Sigma bring the picture up to date before it looks into it. */
export function drawWhenAsked(sigma: Sigma, picking: Picking): void {
  const asked = sigma as unknown as { getNodeAtPosition(at: Coordinates): string | null }
  const find = asked.getNodeAtPosition.bind(sigma)
  const mouse = sigma.getMouseCaptor()
  asked.getNodeAtPosition = (at) => {
    // Whoever drags the stage, or a node, means nothing else on the way.
    if (mouse.isMouseDown && mouse.draggedEvents > 0) return null
    picking.draw?.()
    picking.draw = null
    return find(at)
  }
}
