/** Which drawn lines lie near the pointer: thin lines cannot be hit with a pixel. */

/** Lines between points, in rows of numbers: there may be tens of thousands, at every move of the pointer. */
export interface Lines {
  /** Where the points are. */
  x: ArrayLike<number>
  y: ArrayLike<number>
  /** Rows of the points that each line joins. */
  from: ArrayLike<number>
  to: ArrayLike<number>
  /** Zero for a line that cannot be pointed at. */
  shown: ArrayLike<number>
}

/** Distance of a point from a stretch of line, in the unit of the coordinates. */
export function distance(px: number, py: number, x1: number, y1: number, x2: number, y2: number): number {
  const dx = x2 - x1
  const dy = y2 - y1
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - x1) * dx + (py - y1) * dy) / length))
  return Math.hypot(px - x1 - t * dx, py - y1 - t * dy)
}

/** Rows of the lines within `reach` of the point, the nearest first; of equals, the smaller row. */
export function linesNear(px: number, py: number, lines: Lines, reach: number): number[] {
  const { x, y, from, to, shown } = lines
  const near: { row: number; d: number }[] = []
  for (let row = 0; row < from.length; row++) {
    if (!shown[row]) continue
    const [a, b] = [from[row] as number, to[row] as number]
    const [x1, y1, x2, y2] = [x[a] as number, y[a] as number, x[b] as number, y[b] as number]
    // Most are nowhere near: said by comparisons alone.
    if (Math.min(x1, x2) - reach > px || Math.max(x1, x2) + reach < px) continue
    if (Math.min(y1, y2) - reach > py || Math.max(y1, y2) + reach < py) continue
    const d = distance(px, py, x1, y1, x2, y2)
    if (d <= reach) near.push({ row, d })
  }
  return near.sort((p, q) => p.d - q.d || p.row - q.row).map((n) => n.row)
}
