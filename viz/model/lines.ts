/** Which drawn lines lie near the pointer: thin lines cannot be hit with a pixel. */

export interface Line {
  key: string
  x1: number
  y1: number
  x2: number
  y2: number
}

/** Distance of a point from a stretch of line, in the unit of the coordinates. */
export function distance(px: number, py: number, { x1, y1, x2, y2 }: Omit<Line, 'key'>): number {
  const dx = x2 - x1
  const dy = y2 - y1
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - x1) * dx + (py - y1) * dy) / length))
  return Math.hypot(px - x1 - t * dx, py - y1 - t * dy)
}

/** Keys of the lines within `reach` of the point, the nearest first; of equals, the smaller key. */
export function linesNear(px: number, py: number, lines: Iterable<Line>, reach = 6): string[] {
  const near: { key: string; d: number }[] = []
  for (const line of lines) {
    const d = distance(px, py, line)
    if (d <= reach) near.push({ key: line.key, d })
  }
  return near.sort((p, q) => p.d - q.d || (p.key < q.key ? -1 : 1)).map((n) => n.key)
}
