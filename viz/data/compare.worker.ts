/** Compares two graphs beside the page: of large ones it takes seconds. */
import { type Comparison, compareGraphs } from '../../src/compare.ts'
import type { GraphFile } from '../../src/schema.ts'

export interface ToCompare {
  before: GraphFile
  after: GraphFile
}

self.onmessage = ({ data: { before, after } }: MessageEvent<ToCompare>) => {
  const comparison: Comparison = compareGraphs(before, after)
  self.postMessage(comparison)
}
