/** What has to be painted again when what is seen or lit changes: that, and nothing else. */
import type { VisiblePair } from './filter.ts'

/** Nodes and pairs that stand out; the rest stands back. */
export interface Lit {
  nodes: ReadonlySet<string>
  pairs: ReadonlySet<string>
}

export const NOTHING_LIT: Lit = { nodes: new Set(), pairs: new Set() }

/** Adds to `out` what is in one of the sets and not in the other. */
export function addDifference<T>(out: Set<T>, before: ReadonlySet<T>, after: ReadonlySet<T>): void {
  if (before === after) return
  for (const item of before) if (!after.has(item)) out.add(item)
  for (const item of after) if (!before.has(item)) out.add(item)
}

/** Adds to `out` the keys of the pairs that come, go, or are drawn in another width or colour. */
export function addChangedPairs(
  out: Set<string>,
  before: ReadonlyMap<string, VisiblePair>,
  after: ReadonlyMap<string, VisiblePair>,
): void {
  if (before === after) return
  for (const key of before.keys()) if (!after.has(key)) out.add(key)
  for (const [key, pair] of after) {
    const old = before.get(key)
    if (!old || old.claims.length !== pair.claims.length || old.family !== pair.family) out.add(key)
  }
}
