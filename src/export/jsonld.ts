import { NODE_KINDS } from '../ontology.ts'
import type { EntityNode, Evidence, GraphFile, RegistryRecord } from '../schema.ts'

const BASE = 'urn:hallway:'

/**
 * An id as it may stand in an IRI (RFC 3987): what is not allowed there is percent-encoded. The kind before
 * the colon is a prefix of the context.
 */
export const iri = (id: string): string =>
  id
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is encoded
    .replace(/[\u0000-\u0020\u007f-\u009f\s"<>\\^`{|}%[\]#]/g, (c) => encodeURIComponent(c))

const CONTEXT = {
  '@vocab': `${BASE}vocabulary:`,
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  ...Object.fromEntries(NODE_KINDS.map((kind) => [kind, `${BASE}${kind}:`])),
  claim: `${BASE}claim:`,
  id: '@id',
  type: '@type',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  subject: { '@id': 'rdf:subject', '@type': '@id' },
  predicate: { '@id': 'rdf:predicate', '@type': '@vocab' },
  object: { '@id': 'rdf:object', '@type': '@id' },
  saidIn: { '@type': '@id' },
  speaker: { '@type': '@id' },
  inEpisode: { '@type': '@id' },
  homepage: { '@type': '@id' },
  repository: { '@type': '@id' },
  hostedBy: { '@type': '@id' },
}

const evidenceOf = (evidence: readonly Evidence[]): object[] =>
  evidence.map(({ episode, turn, start, end, speaker, rule, quote }) => ({
    saidIn: iri(episode),
    turn,
    start,
    end,
    ...(speaker === undefined ? {} : { speaker: iri(speaker) }),
    rule,
    ...(quote === undefined ? {} : { quote }),
  }))

/** Under names that are no prefixes of the context. */
const recordOf = ({
  maturity,
  homepage,
  repository,
  foundation,
  city,
  start,
  end,
}: RegistryRecord): object => ({
  ...(maturity ? { level: maturity.map(({ level, since }) => ({ inLevel: level, since })) } : {}),
  ...(homepage === undefined ? {} : { homepage: iri(homepage) }),
  ...(repository === undefined ? {} : { repository: iri(repository) }),
  ...(foundation === undefined ? {} : { hostedBy: iri(foundation) }),
  ...(city === undefined ? {} : { city }),
  ...(start === undefined ? {} : { from: start }),
  ...(end === undefined ? {} : { until: end }),
})

/**
 * JSON-LD 1.1. A claim is an `rdf:Statement` with its evidence, and nothing is asserted beside it: that
 * somebody said it does not make it true. Facts are statements whose object is a literal.
 */
export function toJsonLd(graph: GraphFile): string {
  const items: object[] = []
  const facts: object[] = []
  for (const { key, attributes } of graph.nodes) {
    const entity: Partial<EntityNode> = 'surfaces' in attributes ? attributes : {}
    items.push({
      id: iri(key),
      type: attributes.kind.charAt(0).toUpperCase() + attributes.kind.slice(1),
      label: attributes.label,
      ...(entity.surfaces?.length ? { surface: entity.surfaces } : {}),
      ...(entity.mentions === undefined ? {} : { mentions: entity.mentions }),
      ...(entity.confidence === undefined ? {} : { confidence: entity.confidence }),
      ...(attributes.kind === 'interview'
        ? {
            inEpisode: iri(attributes.episode),
            firstTurn: attributes.firstTurn,
            lastTurn: attributes.lastTurn,
          }
        : {}),
      ...(entity.record ? { record: recordOf(entity.record) } : {}),
    })
    for (const { predicate, value, qualifiers, confidence, evidence } of entity.facts ?? [])
      facts.push({
        type: 'rdf:Statement',
        subject: iri(key),
        predicate,
        'rdf:object': value,
        ...qualifiers,
        confidence,
        evidence: evidenceOf(evidence),
      })
  }
  for (const { key, source, target, attributes: a } of graph.edges)
    items.push({
      id: `claim:${iri(key)}`,
      type: 'rdf:Statement',
      subject: iri(source),
      predicate: a.predicate,
      object: iri(target),
      ...a.qualifiers,
      confidence: a.confidence,
      ...(a.verdict === undefined ? {} : { verdict: a.verdict }),
      ...(a.count === undefined ? {} : { count: a.count }),
      evidence: evidenceOf(a.evidence),
    })
  const lines = [...items, ...facts].map((item) => JSON.stringify(item)).join(',\n')
  return `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[\n${lines}\n]}\n`
}
