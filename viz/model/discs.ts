/** Which node is under the pointer: a walk over rows of numbers, which waits for no picture. */

export interface Discs {
  /** Centres. */
  x: Float32Array
  y: Float32Array
  size: Float32Array
  /** Those with 0 are not there. */
  shown: ArrayLike<number>
}

/**
 * The row of the disc that a point lies in; of several, the last one, which is drawn over the others; -1 where there
 * is none.
 * @param scale radius of a disc of size 1, in the unit of the coordinates
 * @param reach how far beside a disc still counts
 */
export function discAt(
  px: number,
  py: number,
  { x, y, size, shown }: Discs,
  scale: number,
  reach: number,
): number {
  for (let row = x.length - 1; row >= 0; row--) {
    if (!shown[row]) continue
    const dx = (x[row] as number) - px
    const dy = (y[row] as number) - py
    const r = (size[row] as number) * scale + reach
    if (dx * dx + dy * dy <= r * r) return row
  }
  return -1
}
