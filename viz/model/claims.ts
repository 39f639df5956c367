/** The claims about one entity, grouped the way they are read. */

import { predicateSpec } from '../../src/ontology.ts'
import type { GraphEdge, Predicate } from '../../src/schema.ts'
import { familyOf, type ModelNode } from './model.ts'
import { FAMILY_ORDER, predicateWords } from './words.ts'

export interface ClaimGroup {
  predicate: Predicate
  /** Whether the entity is the object of these claims. */
  reversed: boolean
  /** "is built on", "is built into" */
  heading: string
  edges: GraphEdge[]
}

/** Claims of an entity both ways, by predicate: families in reading order, what it does before what is done. */
export function claimGroups(node: ModelNode): ClaimGroup[] {
  const groups = new Map<string, ClaimGroup>()
  const add = (edge: GraphEdge, reversed: boolean): void => {
    const { predicate } = edge.attributes
    const key = `${predicate} ${reversed}`
    const spec = predicateSpec(predicate)
    const known = groups.get(key)
    if (known) known.edges.push(edge)
    else
      groups.set(key, {
        predicate,
        reversed,
        heading: (reversed ? spec.reversed : spec.reads) || predicateWords(predicate),
        edges: [edge],
      })
  }
  for (const edge of node.out) add(edge, false)
  for (const edge of node.in) if (edge.source !== edge.target) add(edge, true)
  const list = [...groups.values()]
  for (const g of list) g.edges.sort((x, y) => y.attributes.confidence - x.attributes.confidence)
  const place = (g: ClaimGroup): number =>
    FAMILY_ORDER.indexOf(familyOf(g.predicate)) * 2 + Number(g.reversed)
  return list.sort((x, y) => place(x) - place(y) || (x.predicate < y.predicate ? -1 : 1))
}
