/** Answers about one entity: who spoke for it, and everything that is known of it. */
import { type NodeKind, type Predicate, predicateSpec } from './ontology.ts'
import type {
  EntityNode,
  Evidence,
  Fact,
  GraphEdge,
  GraphFile,
  GraphNode,
  InterviewNode,
  Qualifiers,
  RegistryRecord,
} from './schema.ts'

/** A node, as answers name it. */
export interface Named {
  id: string
  kind: NodeKind
  label: string
}

export interface InterviewName extends Named {
  episode: string
  episodeTitle: string
  /** When the episode was recorded, where known. */
  date?: string
  firstTurn: number
  lastTurn: number
}

export interface Employment {
  company: Named
  role?: string
  qualifiers: Qualifiers
  evidence: Evidence[]
}

/** One person who speaks for one project or company. */
export interface Representation {
  person: Named
  represents: Named
  /** Where they do so, in order of episode and turn. */
  interviews: InterviewName[]
  /** As said with the representation, else with the employer. */
  role?: string
  employers: Employment[]
  qualifiers: Qualifiers
  confidence: number
  /** The words, in order of episode and turn. */
  evidence: Evidence[]
}

/** The answer to "who represented it" or, of a person, "what did they represent". */
export interface Who {
  entity: Named
  representations: Representation[]
  /** Of a person: where they work, also when they represent nothing. */
  employers: Employment[]
  /** Of a person: every interview they were a guest in. */
  guestOn: InterviewName[]
}

export interface ClaimView {
  predicate: Predicate
  /** The predicate in words, from the side of the entity that is shown. */
  reads: string
  other: Named
  qualifiers: Qualifiers
  confidence: number
  verdict?: GraphEdge['attributes']['verdict']
  evidence: Evidence[]
}

export interface Show {
  entity: Named
  surfaces: string[]
  mentions: number
  /** How sure it is that there is such an entity; absent where a registry or a label names it. */
  confidence?: number
  record?: RegistryRecord
  facts: Fact[]
  /** Claims whose subject it is, in order of predicate and object. */
  claims: ClaimView[]
  /** Claims whose object it is. */
  claimedBy: ClaimView[]
  /** Interviews (or episodes, outside interviews) that name it; for an interview or episode, what it names. */
  mentionedIn: { where: Named; count: number }[]
  mentioned: { what: Named; count: number }[]
}

/** A graph with its nodes and edges at hand. Make it once for many questions. */
export interface GraphIndex {
  graph: GraphFile
  has(id: string): boolean
  /** @throws {Error} when the graph has no such node */
  node(id: string): GraphNode
  name(id: string): Named
  out(id: string): readonly GraphEdge[]
  in(id: string): readonly GraphEdge[]
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byName = (a: Named, b: Named): number => ascending(a.label, b.label) || ascending(a.id, b.id)

export function indexGraph(graph: GraphFile): GraphIndex {
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]))
  const outgoing = new Map<string, GraphEdge[]>()
  const incoming = new Map<string, GraphEdge[]>()
  const add = (map: Map<string, GraphEdge[]>, id: string, edge: GraphEdge): void => {
    const list = map.get(id)
    if (list) list.push(edge)
    else map.set(id, [edge])
  }
  for (const edge of graph.edges) {
    add(outgoing, edge.source, edge)
    add(incoming, edge.target, edge)
  }
  const node = (id: string): GraphNode => {
    const found = nodes.get(id)
    if (!found) throw new Error(`the graph has no node ${id}`)
    return found
  }
  return {
    graph,
    has: (id) => nodes.has(id),
    node,
    name: (id) => {
      const { attributes } = node(id)
      return { id, kind: attributes.kind, label: attributes.label }
    },
    out: (id) => outgoing.get(id) ?? [],
    in: (id) => incoming.get(id) ?? [],
  }
}

const asserted = (edge: GraphEdge): boolean => edge.attributes.qualifiers.polarity !== 'denied'
const having = (edges: readonly GraphEdge[], predicate: Predicate): GraphEdge[] =>
  edges.filter((edge) => edge.attributes.predicate === predicate)

/**
 * Of nodes that share a name (a project and its company often do), the one that is meant where nobody says which:
 * the only one that a guest represents, or the only one that represents something. Undefined where that does not
 * decide.
 */
export function likeliest(index: GraphIndex, ids: readonly string[]): string | undefined {
  const speaking = ids.filter((id) =>
    having([...index.in(id), ...index.out(id)], 'represents').some(asserted),
  )
  return speaking.length === 1 ? speaking[0] : undefined
}

function interviewName(index: GraphIndex, id: string): InterviewName {
  const interview = index.node(id).attributes as InterviewNode
  const episode = index.graph.attributes.episodes.find((e) => e.id === interview.episode)
  return {
    ...index.name(id),
    episode: interview.episode,
    episodeTitle: episode?.title ?? interview.episode,
    ...(episode?.date ? { date: episode.date } : {}),
    firstTurn: interview.firstTurn,
    lastTurn: interview.lastTurn,
  }
}

const byTime = (a: InterviewName, b: InterviewName): number =>
  ascending(a.date ?? '', b.date ?? '') || ascending(a.episode, b.episode) || a.firstTurn - b.firstTurn

const interviewsOf = (index: GraphIndex, person: string): InterviewName[] =>
  [
    ...new Map(
      having(index.out(person), 'guest_on')
        .filter(asserted)
        .map((edge) => [edge.target, interviewName(index, edge.target)]),
    ).values(),
  ].sort(byTime)

function employersOf(index: GraphIndex, person: string): Employment[] {
  return having(index.out(person), 'works_at')
    .filter(asserted)
    .sort(
      (a, b) =>
        // Where they work now comes before where they worked, then the surest first.
        Number(a.attributes.qualifiers.status === 'former') -
          Number(b.attributes.qualifiers.status === 'former') ||
        b.attributes.confidence - a.attributes.confidence ||
        ascending(a.key, b.key),
    )
    .map(({ target, attributes: { qualifiers, evidence } }) => ({
      company: index.name(target),
      ...(qualifiers.role ? { role: qualifiers.role } : {}),
      qualifiers,
      evidence,
    }))
}

/**
 * Where a person represents something: of the interviews they are a guest in, those that hold the words, else
 * those about the thing. A turn may belong to two interviews, which is why the guest decides.
 */
function whereRepresented(index: GraphIndex, edge: GraphEdge): InterviewName[] {
  const guestOn = interviewsOf(index, edge.source)
  const holding = guestOn.filter((interview) =>
    edge.attributes.evidence.some(
      (e) => e.episode === interview.episode && e.turn >= interview.firstTurn && e.turn <= interview.lastTurn,
    ),
  )
  if (holding.length) return holding
  const about = new Set(having(index.in(edge.target), 'about').map((e) => e.source))
  return guestOn.filter((interview) => about.has(interview.id))
}

function representation(index: GraphIndex, edge: GraphEdge): Representation {
  const employers = employersOf(index, edge.source)
  const { qualifiers, confidence, evidence } = edge.attributes
  const role =
    qualifiers.role ??
    employers.find((e) => e.company.id === edge.target)?.role ??
    employers.find((e) => e.qualifiers.status !== 'former' && e.role)?.role
  return {
    person: index.name(edge.source),
    represents: index.name(edge.target),
    interviews: whereRepresented(index, edge),
    ...(role ? { role } : {}),
    employers,
    qualifiers,
    confidence,
    evidence,
  }
}

/**
 * For a project or company, which guests represented it; for a person, what they represented. Denied
 * representations ("I am not here for it") are left out.
 * @throws {Error} when the graph has no such node
 */
export function who(index: GraphIndex, id: string): Who {
  const entity = index.name(id)
  const person = entity.kind === 'person'
  const edges = having(person ? index.out(id) : index.in(id), 'represents').filter(asserted)
  return {
    entity,
    representations: edges
      .map((edge) => representation(index, edge))
      .sort(
        (a, b) =>
          byTime(a.interviews[0] ?? NO_INTERVIEW, b.interviews[0] ?? NO_INTERVIEW) ||
          byName(a.person, b.person) ||
          byName(a.represents, b.represents),
      ),
    employers: person ? employersOf(index, id) : [],
    guestOn: person ? interviewsOf(index, id) : [],
  }
}

const NO_INTERVIEW: InterviewName = {
  id: '',
  kind: 'interview',
  label: '',
  episode: '',
  episodeTitle: '',
  firstTurn: 0,
  lastTurn: 0,
}

function claimView(index: GraphIndex, edge: GraphEdge, side: 'source' | 'target'): ClaimView {
  const { predicate, qualifiers, confidence, verdict, evidence } = edge.attributes
  const spec = predicateSpec(predicate)
  return {
    predicate,
    reads: side === 'source' ? spec.reads : spec.reversed,
    other: index.name(side === 'source' ? edge.target : edge.source),
    qualifiers,
    confidence,
    ...(verdict ? { verdict } : {}),
    evidence,
  }
}

const countedBy = (a: { count: number; id: string }, b: { count: number; id: string }): number =>
  b.count - a.count || ascending(a.id, b.id)

/**
 * Everything that is known of one node.
 * @throws {Error} when the graph has no such node
 */
export function show(index: GraphIndex, id: string): Show {
  const { attributes } = index.node(id)
  const entity: Partial<EntityNode> = 'surfaces' in attributes ? attributes : {}
  const views = (edges: readonly GraphEdge[], side: 'source' | 'target'): ClaimView[] =>
    edges
      .filter((edge) => edge.attributes.predicate !== 'mentions')
      .map((edge) => claimView(index, edge, side))
      .sort((a, b) => ascending(a.predicate, b.predicate) || byName(a.other, b.other))
  const counts = (edges: readonly GraphEdge[], side: 'source' | 'target'): { id: string; count: number }[] =>
    having(edges, 'mentions')
      .map((edge) => ({ id: edge[side], count: edge.attributes.count ?? 1 }))
      .sort(countedBy)
  return {
    entity: index.name(id),
    surfaces: entity.surfaces ?? [],
    mentions: entity.mentions ?? 0,
    ...(entity.confidence === undefined ? {} : { confidence: entity.confidence }),
    ...(entity.record ? { record: entity.record } : {}),
    facts: entity.facts ?? [],
    claims: views(index.out(id), 'source'),
    claimedBy: views(index.in(id), 'target'),
    mentionedIn: counts(index.in(id), 'source').map((m) => ({ where: index.name(m.id), count: m.count })),
    mentioned: counts(index.out(id), 'target').map((m) => ({ what: index.name(m.id), count: m.count })),
  }
}
