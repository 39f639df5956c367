/** Claims that cannot both be true: another level, another date, or a claim and its denial. */
import { episodesOf } from '../../src/check.ts'
import { MATURITY_LEVELS } from '../../src/ontology.ts'
import type { Evidence, Fact, GraphEdge, Qualifiers } from '../../src/schema.ts'
import type { GraphModel } from './model.ts'
import { levelName } from './verdict.ts'
import { dateWords } from './words.ts'

/** What two claims disagree about. */
export type Matter = 'level' | 'date' | 'denial'

/** One side of a contradiction: what is said, and in whose words. */
export interface Side {
  /** What this side says, in a few words: a level, a date, "so" or "not so". */
  said: string
  /** Without what is said already. */
  qualifiers: Qualifiers
  evidence: Evidence[]
  /** Absent where the side is a fact. */
  edge?: GraphEdge
}

export interface Contradiction {
  /** The same for the same two claims, in whatever order they come. */
  key: string
  matter: Matter
  /** The entity that the two disagree about. */
  subject: string
  /** The predicate or fact, and its object where they agree on that. */
  predicate: string
  object?: string
  sides: [Side, Side]
}

const rank = (level: string): number => (MATURITY_LEVELS as readonly string[]).indexOf(level)
const isDenied = ({ polarity }: Qualifiers): boolean => polarity === 'denied'
/** Claims of what is, neither of what was nor of what will or may be. */
export const isPresent = ({ status, modality }: Qualifiers): boolean =>
  (status === undefined || status === 'current') && modality !== 'planned'

/** Two dates of which one does not hold the other: 2018 and 2019, but not 2018 and 2018-06. */
const differ = (a: string, b: string): boolean => !a.startsWith(b) && !b.startsWith(a)

/** Whether of two levels claimed in two places, or in one, both cannot be right: a project moves up, or is archived. */
function levelsClash(model: GraphModel, a: GraphEdge, b: GraphEdge): boolean {
  const dates = new Map(model.file.attributes.episodes.map((e) => [e.id, e.date]))
  const [x, y] = [a, b].map((e) => rank(levelName(e.target))) as [number, number]
  return episodesOf(a).some((one) =>
    episodesOf(b).some((other) => {
      if (one === other) return true
      const [at, then] = [dates.get(one), dates.get(other)]
      if (!at || !then || !differ(at, then)) return false
      // Later, and lower.
      return at < then ? y < x : x < y
    }),
  )
}

const side = (edge: GraphEdge, said: string, qualifiers = edge.attributes.qualifiers): Side => ({
  said,
  qualifiers,
  evidence: edge.attributes.evidence,
  edge,
})

function since(edge: GraphEdge): Side {
  const { since: date = '', ...rest } = edge.attributes.qualifiers
  return side(edge, `since ${dateWords(date)}`, rest)
}

/** What disagrees between two claims of one subject and one predicate, if anything does. */
function clash(model: GraphModel, a: GraphEdge, b: GraphEdge): Omit<Contradiction, 'key'> | null {
  const [p, q] = [a.attributes.qualifiers, b.attributes.qualifiers]
  const { predicate } = a.attributes
  const base = { subject: a.source, predicate }
  if (a.target === b.target) {
    if (isDenied(p) !== isDenied(q) && isPresent(p) === isPresent(q))
      return {
        ...base,
        matter: 'denial',
        object: a.target,
        sides: [side(a, isDenied(p) ? 'not so' : 'so'), side(b, isDenied(q) ? 'not so' : 'so')],
      }
    if (
      !isDenied(p) &&
      !isDenied(q) &&
      p.since &&
      q.since &&
      differ(p.since, q.since) &&
      isPresent(p) === isPresent(q)
    )
      return {
        ...base,
        matter: 'date',
        object: a.target,
        sides: [since(a), since(b)],
      }
    return null
  }
  if (predicate !== 'has_maturity' || isDenied(p) || isDenied(q) || !isPresent(p) || !isPresent(q))
    return null
  if (!levelsClash(model, a, b)) return null
  return { ...base, matter: 'level', sides: [side(a, levelName(a.target)), side(b, levelName(b.target))] }
}

/** Facts that have one value for all time. */
function factClashes(subject: string, facts: readonly Fact[]): Contradiction[] {
  const dated = facts.filter((f) => f.predicate === 'started' && !isDenied(f.qualifiers))
  return dated.flatMap((a, i) =>
    dated
      .slice(i + 1)
      .filter((b) => differ(a.value, b.value))
      .map((b): Contradiction => {
        const of = (f: Fact): Side => ({
          said: dateWords(f.value),
          qualifiers: f.qualifiers,
          evidence: f.evidence,
        })
        return {
          key: `${subject} started ${a.value} ${b.value}`,
          matter: 'date',
          subject,
          predicate: 'started',
          sides: [of(a), of(b)],
        }
      }),
  )
}

/**
 * All contradictions of a graph, or of one entity, in the order of the graph file. Two claims contradict each other
 * when one denies what the other says of the same time, when they give one thing two dates, or when they give a
 * project two levels in one episode, or a lower one later on (archived comes after all). What differs because time
 * has passed does not.
 * @param only the id of the subject
 */
export function contradictions(model: GraphModel, only?: string): Contradiction[] {
  const groups = new Map<string, GraphEdge[]>()
  const edges = only === undefined ? model.claims : (model.nodes.get(only)?.out ?? [])
  for (const edge of edges) {
    const { predicate } = edge.attributes
    // Levels are compared with each other, anything else only with the same object.
    const key = `${edge.source}\n${predicate}${predicate === 'has_maturity' ? '' : `\n${edge.target}`}`
    const group = groups.get(key)
    if (group) group.push(edge)
    else groups.set(key, [edge])
  }
  const found: Contradiction[] = []
  for (const group of groups.values())
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        const made = clash(model, a, b)
        if (made) found.push({ key: [a.key, b.key].sort().join('\n'), ...made })
      }
  const nodes =
    only === undefined ? model.nodes.values() : [model.nodes.get(only)].filter((n) => n !== undefined)
  for (const { id, attributes } of nodes)
    if ('facts' in attributes) found.push(...factClashes(id, attributes.facts ?? []))
  return found
}
