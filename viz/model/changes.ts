/** What has to be painted again when what is seen or lit changes: that, and nothing else. */
import type { Visible, VisiblePair } from './filter.ts'

/** Nodes and pairs that stand out; the rest stands back. */
export interface Lit {
  nodes: ReadonlySet<string>
  pairs: ReadonlySet<string>
}

/** From this many lines on, those that stand back are not drawn at all, and the page does not wait for the picture. */
export const MANY_LINES = 4000

export const NOTHING_LIT: Lit = { nodes: new Set(), pairs: new Set() }

/** Adds to `out` what is in one of the sets and not in the other. */
export function addDifference<T>(out: Set<T>, before: ReadonlySet<T>, after: ReadonlySet<T>): void {
  if (before === after) return
  for (const item of before) if (!after.has(item)) out.add(item)
  for (const item of after) if (!before.has(item)) out.add(item)
}

/** What is seen of a graph, in rows. */
export interface SeenRows {
  /** 1 for a node that is seen. */
  readonly seen: Uint8Array
  /** 1 for a pair that is seen. */
  readonly seenPair: Uint8Array
  /**
   * Sees what is visible now; adds the ids of the nodes that come or go, and the keys of the pairs that come, go, or
   * are drawn in another width or colour.
   */
  follow(visible: Pick<Visible, 'nodes' | 'pairs'>, some: Set<string>, lines: Set<string>): void
}

/** Nothing is seen at first. */
export function seenRows(nodes: readonly { id: string }[], pairs: readonly { key: string }[]): SeenRows {
  const seen = new Uint8Array(nodes.length)
  const seenPair = new Uint8Array(pairs.length)
  const shown = new Array<VisiblePair | undefined>(pairs.length).fill(undefined)
  return {
    seen,
    seenPair,
    follow(visible, some, lines) {
      for (const [row, { id }] of nodes.entries()) {
        const now = Number(visible.nodes.has(id))
        if (seen[row] === now) continue
        seen[row] = now
        some.add(id)
      }
      for (const [row, { key }] of pairs.entries()) {
        const before = shown[row]
        const now = visible.pairs.get(key)
        // What is not filtered is the same object every time.
        if (before === now) continue
        shown[row] = now
        seenPair[row] = Number(now !== undefined)
        const same =
          before && now && before.claims.length === now.claims.length && before.family === now.family
        if (!same) lines.add(key)
      }
    },
  }
}
