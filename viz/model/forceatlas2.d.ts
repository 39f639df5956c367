/** The library's single step, which its own worker uses too. It comes without types. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'

  /**
   * One step, in place.
   * @param nodes ten numbers a node: x, y, dx, dy, the last dx and dy, mass, convergence, size, fixed (1 or 0)
   * @param edges three numbers an edge: where its ends begin in `nodes`, and its weight
   */
  export default function iterate(
    settings: ForceAtlas2Settings,
    nodes: Float32Array,
    edges: Float32Array,
  ): unknown
}
