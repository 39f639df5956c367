/**
 * What the programs of one scene share: how far everything that is not lit stands back. It is a uniform, so that
 * a change of it costs nothing per node or line.
 */
export interface Light {
  /** 0: all alike; 1: what is not lit is nearly the ground. */
  dim: number
  /** The ground that it is mixed with, three numbers from 0 to 1. */
  ground: readonly [number, number, number]
}
