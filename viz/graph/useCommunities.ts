/** The communities of a graph, once somebody wants to see them. */
import { useEffect, useMemo, useState } from 'react'
import type { Visible } from '../model/filter.ts'
import { byWeight, type GraphModel, type ModelNode } from '../model/model.ts'
import { COMMUNITY_COLOURS } from './palette.ts'
import { findCommunities, type Positions } from './positions.ts'

export interface Community {
  /** The most important member that is seen: what the community is called after. */
  leader: ModelNode
  /** Ids of the members that are seen. */
  ids: readonly string[]
  /** Which of the colours of communities. */
  colour: number
}

/** Fewer members that are seen make no ground. */
const LEAST = 3
/** Kinds that many talk of belong to no one conversation: a community is not called after them if it can help it. */
const NAMELESS = new Set(['maturity', 'foundation', 'interview', 'episode', 'url', 'channel', 'event'])

/** What is seen of communities, given as rows of ids, the largest first. */
export function communitiesOf(
  model: GraphModel,
  ids: readonly string[],
  groups: readonly (readonly number[])[],
  shown: Visible,
): Community[] {
  return groups.slice(0, COMMUNITY_COLOURS).flatMap((rows, colour) => {
    const members = rows
      .map((row) => model.nodes.get(ids[row] ?? ''))
      .filter((node) => node !== undefined && shown.nodes.has(node.id)) as ModelNode[]
    const ranked = members.sort(byWeight)
    const leader = ranked.find((node) => !NAMELESS.has(node.kind)) ?? ranked[0]
    return leader && ranked.length >= LEAST ? [{ leader, ids: ranked.map((n) => n.id), colour }] : []
  })
}

/** @returns null while they are not wanted or not known yet */
export function useCommunities(
  model: GraphModel,
  positions: Positions | null,
  shown: Visible,
  wanted: boolean,
): readonly Community[] | null {
  const [found, setFound] = useState<{ model: GraphModel; groups: number[][] } | null>(null)
  const known = found?.model === model
  useEffect(() => {
    if (!wanted || known || !positions) return
    const stop = new AbortController()
    findCommunities(positions.input, stop.signal).then(
      (groups) => setFound({ model, groups }),
      // Without a worker there are none; the graph itself is there.
      () => undefined,
    )
    return () => stop.abort()
  }, [wanted, known, positions, model])

  return useMemo(() => {
    if (!wanted || !positions || !found || found.model !== model) return null
    return communitiesOf(model, positions.input.ids, found.groups, shown)
  }, [wanted, positions, found, model, shown])
}
