/** A large graph of ours to measure the viewer with: made up, and the same every time. */
import { UndirectedGraph } from 'graphology'
import clusters from 'graphology-generators/random/clusters'
import {
  domainError,
  FORMAT,
  type NodeKind,
  PREDICATE_NAMES,
  type Predicate,
  VERSION,
} from '../src/ontology.ts'
import type { EntityNode, Evidence, GraphFile } from '../src/schema.ts'

/** Of ten entities: what a large collection of interviews is made of. */
const KINDS = [
  'project',
  'project',
  'project',
  'project',
  'technology',
  'technology',
  'technology',
  'company',
  'company',
  'person',
] as const

/** 0 to 1, the same row of numbers for the same seed (a linear congruential generator, Numerical Recipes). */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Syllables for names, so that searching has something to look through. */
const SYLLABLES = ['ka', 'lo', 'mi', 'ter', 'van', 'sel', 'dor', 'pra', 'nex', 'hul', 'bri', 'sto']

/**
 * A valid graph file.
 * @param order entities
 * @param size claims, each between another two entities
 */
export function madeGraph(order: number, size: number, seed = 1): GraphFile {
  const random = numbers(seed)
  const made = clusters(UndirectedGraph, {
    order,
    // Some fall on the same two, or on two that no claim joins.
    size: Math.round(size * 1.2),
    clusters: Math.max(1, Math.round(order / 250)),
    clusterDensity: 0.85,
    rng: random,
  })
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const kinds = Array.from({ length: order }, (_, i) => KINDS[i % KINDS.length] as (typeof KINDS)[number])
  const words = kinds.map((_, i) => `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}-${i}`)
  const ids = kinds.map((kind, i) => `${kind}:${words[i]}`)
  const episode = 'episode:made'
  const evidence = (i: number): Evidence => ({
    episode,
    turn: i % 1000,
    start: 0,
    end: 24,
    rule: 'made/up',
    quote: 'It works with the other.',
  })
  const between = new Map<string, Predicate[]>()
  const fits = (a: NodeKind, b: NodeKind): Predicate[] => {
    const known = between.get(`${a} ${b}`)
    if (known) return known
    const found = PREDICATE_NAMES.filter((p) => domainError(`${a}:x`, p, `${b}:x`) === null)
    between.set(`${a} ${b}`, found)
    return found
  }
  const edges: GraphFile['edges'] = []
  made.forEachEdge((_, __, from, to) => {
    const [a, b] = [Number(from), Number(to)]
    const kindA = kinds[a]
    const kindB = kinds[b]
    if (!kindA || !kindB || a === b || edges.length === size) return
    const forth = fits(kindA, kindB)
    const all = forth.length > 0 ? forth : fits(kindB, kindA)
    if (all.length === 0) return
    const [source, target] = forth.length > 0 ? [ids[a], ids[b]] : [ids[b], ids[a]]
    edges.push({
      key: `e${edges.length}`,
      source: source as string,
      target: target as string,
      attributes: {
        predicate: pick(all),
        qualifiers: {},
        confidence: Math.round((0.5 + random() / 2) * 100) / 100,
        evidence: [evidence(edges.length)],
      },
    })
  })
  if (edges.length < size) throw new Error(`only ${edges.length} of ${size} claims came out; ask for fewer`)
  const said = new Map<string, number>()
  for (const { source, target } of edges)
    for (const id of [source, target]) said.set(id, (said.get(id) ?? 0) + 1)
  return {
    attributes: {
      format: FORMAT,
      version: VERSION,
      generator: 'hallway bench',
      registry: { source: 'none', date: '2026-01-01' },
      quotes: true,
      episodes: [{ id: episode, title: 'Made up', turns: 1000, file: 'made.txt', fingerprint: 'made' }],
    },
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    nodes: ids.map((key, i) => {
      const attributes: EntityNode = {
        kind: kinds[i] as EntityNode['kind'],
        label: words[i] as string,
        surfaces: [`${words[i]} ${pick(SYLLABLES)}`],
        mentions: 1 + (said.get(key) ?? 0),
      }
      if (attributes.kind === 'project' && i % 3 === 0)
        attributes.record = {
          maturity: [{ level: pick(['sandbox', 'incubating', 'graduated'] as const), since: '2022-01-01' }],
        }
      return { key, attributes }
    }),
    edges,
  }
}
