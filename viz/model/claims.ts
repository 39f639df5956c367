/** The claims about one entity, grouped the way they are read. */

import { predicateSpec } from '../../src/ontology.ts'
import type { GraphEdge, Predicate } from '../../src/schema.ts'
import { familyOf, type ModelNode } from './model.ts'
import { FAMILY_ORDER, predicateWords } from './words.ts'

export interface ClaimGroup {
  predicate: Predicate
  /** "is built on", "is built into" */
  heading: string
  /** The surest first, each with the entity at its other end. */
  claims: { edge: GraphEdge; other: string }[]
}

/**
 * Claims of an entity both ways, by predicate: families in reading order, what it does before what is done. What
 * reads the same from both ends ("is compared with") makes one group.
 */
export function claimGroups(node: ModelNode): ClaimGroup[] {
  const groups = new Map<string, { group: ClaimGroup; place: number }>()
  const add = (edge: GraphEdge, reversed: boolean): void => {
    const { predicate } = edge.attributes
    const spec = predicateSpec(predicate)
    const heading = (reversed ? spec.reversed : spec.reads) || predicateWords(predicate)
    const claim = { edge, other: reversed ? edge.source : edge.target }
    const key = `${predicate} ${heading}`
    const known = groups.get(key)
    if (known) known.group.claims.push(claim)
    else
      groups.set(key, {
        group: { predicate, heading, claims: [claim] },
        place: FAMILY_ORDER.indexOf(familyOf(predicate)) * 2 + Number(reversed),
      })
  }
  for (const edge of node.out) add(edge, false)
  for (const edge of node.in) if (edge.source !== edge.target) add(edge, true)
  return [...groups.values()]
    .sort((x, y) => x.place - y.place || (x.group.predicate < y.group.predicate ? -1 : 1))
    .map(({ group }) => ({
      ...group,
      claims: group.claims.sort((x, y) => y.edge.attributes.confidence - x.edge.attributes.confidence),
    }))
}
