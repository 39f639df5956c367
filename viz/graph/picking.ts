/**
 * What is under the pointer. Sigma draws every node once more for it, each in the colour of its number, with every
 * frame, and reads a pixel back: a sixth of a frame, and a wait for all that the graphics process has yet to do. Where
 * the nodes lie is known without.
 */
import type Sigma from 'sigma'
import type { Coordinates } from 'sigma/types'

/** Has this Sigma ask `find` for the node at a point of the stage, in pixels. */
export function pickWith(sigma: Sigma, find: (at: Coordinates) => string | null): void {
  const asked = sigma as unknown as {
    getNodeAtPosition(at: Coordinates): string | null
    scheduleHighlightedNodesRender(): void
  }
  const mouse = sigma.getMouseCaptor()
  asked.getNodeAtPosition = (at) =>
    // Whoever drags the stage, or a node, means nothing else on the way.
    mouse.isMouseDown && mouse.draggedEvents > 0 ? null : find(at)
  // What is hovered is drawn in glow.ts. Sigma would draw it once more, on a canvas that the browser then waits for.
  asked.scheduleHighlightedNodesRender = () => undefined
}
