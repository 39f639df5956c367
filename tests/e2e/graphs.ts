/** The sample with something in it that it has not by itself. */
import { withVerdicts } from '../../src/check.ts'
import type { Evidence, GraphEdge, GraphFile, Qualifiers } from '../../src/schema.ts'

/** Somebody says otherwise of Keelson than its maintainers. */
export function disputed(sample: GraphFile): GraphFile {
  const graph = structuredClone(sample)
  const claim = graph.edges.find(
    (e) =>
      e.source === 'project:keelson' && e.target === 'maturity:graduated' && e.attributes.qualifiers.since,
  )
  if (!claim) throw new Error('the fixture does not say that Keelson is graduated')
  const [words] = claim.attributes.evidence
  const say = (
    key: string,
    target: string,
    qualifiers: Qualifiers,
    episode: string,
    turn: number,
  ): GraphEdge => {
    const evidence = [
      { ...(words as Evidence), episode: `episode:${episode}`, turn, speaker: 'person:maren-holt' },
    ]
    return { ...claim, key, target, attributes: { ...claim.attributes, qualifiers, evidence } }
  }
  graph.edges.push(
    say('x1', 'maturity:incubating', { status: 'current' }, 'gangway-13', 8),
    say('x2', 'maturity:graduated', { status: 'current', since: '2019' }, 'lamplight-4', 9),
    say('x3', 'maturity:graduated', { polarity: 'denied' }, 'gangway-13', 10),
  )
  return withVerdicts(graph)
}

/** Some time later: an entity and a claim more, some claims less (`gone`), some less sure (`unsure`). */
export function later(sample: GraphFile): { graph: GraphFile; gone: GraphEdge[]; unsure: GraphEdge[] } {
  const graph = structuredClone(sample)
  const built = graph.edges.find((e) => e.attributes.predicate === 'built_on')
  if (!built) throw new Error('the fixture has no claim of the kind')
  const gone = graph.edges.filter((e) => e.attributes.predicate === 'used_by')
  graph.edges = graph.edges.filter((e) => !gone.includes(e))
  const unsure = graph.edges.filter((e) => e.attributes.predicate === 'has_maturity')
  for (const edge of unsure) edge.attributes.confidence = 0.11
  graph.nodes.push({
    key: 'project:newt',
    attributes: { kind: 'project', label: 'Newt', surfaces: ['Newt'], mentions: 3 },
  })
  graph.edges.push({ ...built, key: 'newt', source: 'project:newt' })
  return { graph, gone, unsure }
}

/** A graph of a version that nobody reads. */
export const OTHER_VERSION = {
  attributes: { format: 'hallway-graph', version: 99 },
  nodes: [],
  edges: [],
}
