/** How two entities hang together: the shortest chain of claims between them. */
import type { GraphIndex, Named } from './lookup.ts'
import { type Predicate, predicateSpec } from './ontology.ts'
import type { Evidence, GraphEdge, Qualifiers } from './schema.ts'

/** One claim of a chain, told from where the chain comes from. */
export interface PathStep {
  from: Named
  to: Named
  /** Key of the edge. */
  claim: string
  predicate: Predicate
  /** The predicate in words, so that `from … to` reads as a sentence whichever way the claim points. */
  reads: string
  /** True where the claim's subject is `to`. */
  reversed: boolean
  qualifiers: Qualifiers
  confidence: number
  evidence: Evidence[]
}

export interface Path {
  from: Named
  to: Named
  /** Empty when both are the same node; null when no chain of claims links them. */
  steps: PathStep[] | null
  /** Index of the step with the least confidence, the first of equals; absent without steps. */
  weakest?: number
}

interface Reached {
  steps: number
  /** Product of the confidences on the way: how likely all of it holds, if the claims were independent. */
  certainty: number
  via?: { before: string; edge: GraphEdge }
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Named is no claim, and what somebody denies links nothing. */
const links = ({ attributes }: GraphEdge): boolean =>
  attributes.predicate !== 'mentions' && attributes.qualifiers.polarity !== 'denied'

/** Two projects of one level have nothing to do with each other. */
const isNoMiddle = (id: string): boolean => id.startsWith('maturity:')

/** The surer way first; of equally sure ones the one whose keys come first, so that there is always one answer. */
function isBetter(a: Reached, b: Reached): boolean {
  if (a.certainty !== b.certainty) return a.certainty > b.certainty
  return (
    (ascending(a.via?.before ?? '', b.via?.before ?? '') ||
      ascending(a.via?.edge.key ?? '', b.via?.edge.key ?? '')) < 0
  )
}

/**
 * The shortest chain of claims between two nodes, taken in both directions. `mentions` and denied claims are
 * left out, and no chain goes through a maturity level. Of chains of equal length the one with the highest product of confidences is chosen.
 *
 * Breadth-first search, one ring of neighbours at a time; linear in the edges.
 * @throws {Error} when the graph lacks one of the nodes
 */
export function shortestPath(index: GraphIndex, from: string, to: string): Path {
  const ends = { from: index.name(from), to: index.name(to) }
  if (from === to) return { ...ends, steps: [] }
  const reached = new Map<string, Reached>([[from, { steps: 0, certainty: 1 }]])
  let ring = [from]
  while (ring.length && !reached.has(to)) {
    const next: string[] = []
    for (const before of ring) {
      const here = reached.get(before) as Reached
      const visit = (edge: GraphEdge, other: string): void => {
        if (!links(edge) || (other !== to && isNoMiddle(other))) return
        const way: Reached = {
          steps: here.steps + 1,
          certainty: here.certainty * edge.attributes.confidence,
          via: { before, edge },
        }
        const known = reached.get(other)
        if (!known) next.push(other)
        else if (known.steps < way.steps || !isBetter(way, known)) return
        reached.set(other, way)
      }
      for (const edge of index.out(before)) visit(edge, edge.target)
      for (const edge of index.in(before)) visit(edge, edge.source)
    }
    ring = next
  }
  if (!reached.has(to)) return { ...ends, steps: null }

  const steps: PathStep[] = []
  for (let id = to; id !== from; ) {
    const { before, edge } = (reached.get(id) as Reached).via as NonNullable<Reached['via']>
    steps.unshift(stepOf(index, edge, before, id))
    id = before
  }
  const least = Math.min(...steps.map((step) => step.confidence))
  return { ...ends, steps, weakest: steps.findIndex((step) => step.confidence === least) }
}

function stepOf(index: GraphIndex, edge: GraphEdge, from: string, to: string): PathStep {
  const { predicate, qualifiers, confidence, evidence } = edge.attributes
  const spec = predicateSpec(predicate)
  const reversed = edge.source !== from
  return {
    from: index.name(from),
    to: index.name(to),
    claim: edge.key,
    predicate,
    reads: reversed ? spec.reversed : spec.reads,
    reversed,
    qualifiers,
    confidence,
    evidence,
  }
}
