/** Claims of a graph that answer to a filter. */
import type { GraphIndex, Named } from './lookup.ts'
import { type FactPredicate, type Predicate, predicateSpec } from './ontology.ts'
import type { Evidence, GraphEdge, Qualifiers } from './schema.ts'

/** Every condition that is given has to hold. */
export interface ClaimFilter {
  /** Node id. */
  subject?: string
  predicate?: Predicate | FactPredicate
  /** Node id, or the plain value of a fact. */
  object?: string
  /** Id of the person who says it; of a claim that several people make, their evidence is kept. */
  speaker?: string
  verdict?: NonNullable<GraphEdge['attributes']['verdict']>
}

export interface SelectedClaim {
  subject: Named
  predicate: Predicate | FactPredicate
  /** The predicate in words. */
  reads: string
  /** A node, or the plain value of a fact. */
  object: Named | string
  qualifiers: Qualifiers
  confidence: number
  verdict?: NonNullable<GraphEdge['attributes']['verdict']>
  evidence: Evidence[]
}

/** A fact's predicate in words. */
export const FACT_READS: Record<FactPredicate, string> = {
  started: 'started',
  release: 'has the release',
  contributors: 'has contributors:',
  downloads: 'has downloads:',
  meets: 'meets',
}

/**
 * The claims and facts that answer to a filter, edges first, each in the graph's order. `mentions` edges are
 * no claims; they come only when the filter names them.
 */
export function selectClaims(index: GraphIndex, filter: ClaimFilter): SelectedClaim[] {
  const { subject, predicate, object, speaker, verdict } = filter
  const said = (evidence: Evidence[]): Evidence[] =>
    speaker === undefined ? evidence : evidence.filter((e) => e.speaker === speaker)

  const edges = index.graph.edges
    .filter(
      ({ source, target, attributes }) =>
        (subject === undefined || source === subject) &&
        (predicate === undefined
          ? attributes.predicate !== 'mentions'
          : attributes.predicate === predicate) &&
        (object === undefined || target === object) &&
        (verdict === undefined || attributes.verdict === verdict),
    )
    .map(
      ({ source, target, attributes: a }): SelectedClaim => ({
        subject: index.name(source),
        predicate: a.predicate,
        reads: predicateSpec(a.predicate).reads,
        object: index.name(target),
        qualifiers: a.qualifiers,
        confidence: a.confidence,
        ...(a.verdict ? { verdict: a.verdict } : {}),
        evidence: said(a.evidence),
      }),
    )
  const facts = index.graph.nodes.flatMap(({ key, attributes }) =>
    verdict !== undefined || !('facts' in attributes) || (subject !== undefined && key !== subject)
      ? []
      : (attributes.facts ?? [])
          .filter(
            (fact) =>
              (predicate === undefined || fact.predicate === predicate) &&
              (object === undefined || fact.value === object),
          )
          .map(
            (fact): SelectedClaim => ({
              subject: index.name(key),
              predicate: fact.predicate,
              reads: FACT_READS[fact.predicate],
              object: fact.value,
              qualifiers: fact.qualifiers,
              confidence: fact.confidence,
              evidence: said(fact.evidence),
            }),
          ),
  )
  return [...edges, ...facts].filter((claim) => claim.evidence.length > 0)
}
