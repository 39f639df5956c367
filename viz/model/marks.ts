/** What has changed between two graphs, as it is drawn and called. Not by colour alone: each has a line and a sign. */
import type { Change, Comparison } from '../../src/compare.ts'
import type { GraphModel } from './model.ts'

export const CHANGE_WORDS: Record<Change, string> = { new: 'New', gone: 'Gone', changed: 'Changed' }

/** In the order in which they are told. */
export const CHANGE_NAMES = Object.keys(CHANGE_WORDS) as Change[]

/** Dashes and gaps of the line, in pixels; none is a line without gaps. */
export const CHANGE_LINES: Record<Change, readonly number[]> = {
  new: [],
  gone: [7, 5],
  changed: [2, 3],
}

/** Plus, minus and a wave, around 0,0, as the path of a line. */
export const CHANGE_SIGNS: Record<Change, string> = {
  new: 'M-3.5 0h7M0-3.5v7',
  gone: 'M-3.5 0h7',
  changed: 'M-3.6 1c1.2-3 2.4-3 3.6-1s2.4 2 3.6-1',
}

/** What of the picture has changed. */
export interface Marks {
  nodes: ReadonlyMap<string, Change>
  /** By the key of the pair. Of several changes between two nodes: new or gone where all are, otherwise changed. */
  pairs: ReadonlyMap<string, Change>
  /** By the key of the edge. */
  claims: ReadonlyMap<string, Change>
  /** Fingerprints of the data, before and after. */
  data: readonly [string, string]
}

/**
 * @param model of both graphs together
 * @param claims by the key of the edge (`unionOf`)
 */
export function marksOf(
  comparison: Comparison,
  model: GraphModel,
  claims: ReadonlyMap<string, Change>,
): Marks {
  const nodes = new Map(comparison.entities.map((e) => [e.id, e.change]))
  // A fact has no line: its project bears the mark.
  for (const { subject, object } of comparison.claims)
    if (typeof object === 'string' && !nodes.has(subject.id)) nodes.set(subject.id, 'changed')
  const pairs = new Map<string, Change>()
  for (const pair of model.pairs.values()) {
    const changes = pair.claims.map((edge) => claims.get(edge.key))
    if (changes.every((change) => change === undefined)) continue
    const [first] = changes
    pairs.set(pair.key, first && changes.every((change) => change === first) ? first : 'changed')
  }
  return { nodes, pairs, claims, data: [comparison.before.fingerprint, comparison.after.fingerprint] }
}
