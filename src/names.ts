/** Finds the node that somebody means who types a name: any case, accents, aliases, ids, small typos. */
import { NODE_KINDS, type NodeKind } from './ontology.ts'
import type { GraphFile } from './schema.ts'

export type Found =
  /** `corrected` where the name was taken for a typo of the one that was found. */
  | { kind: 'one'; id: string; corrected?: true }
  | { kind: 'several'; ids: string[] }
  /** The ids whose names look most alike, at most five, the most alike first; also where a typo fits several. */
  | { kind: 'none'; nearest: string[] }

export interface NameIndex {
  /**
   * @param name as typed; a kind and a colon before it (`project:dagger`) select nodes of that kind
   * @param among restricts the search to these ids
   */
  find(name: string, among?: (id: string) => boolean): Found
  /** The same without a typo and without an offer of what is near: as fast for many names as for few. */
  exact(name: string, among?: (id: string) => boolean): Found
}

interface Named {
  id: string
  kind: NodeKind
  slug: string
  label: string
  /** Folded surfaces, without the label's own form. */
  surfaces: string[]
  /** Folded words of the label, for a person known by one of the names. */
  words: string[]
  /** Label, slug and surfaces with their letters. */
  near: { name: string; letters: number; surface: boolean }[]
}

/** A name down to its letters and digits: `Argo CD`, `argo-cd` and `ArgoCD` are one. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, '')

/**
 * Edits that make one word of another: letters added, dropped or changed, and neighbours swapped (the optimal
 * string alignment form of Damerau 1964).
 * @param limit distances above it are not told apart
 * @returns the distance, or `limit + 1` when it is larger
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (row[j - 1] as number) + 1,
        (last[j] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > limit) return limit + 1
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length] as number, limit + 1)
}

/** The letters that are in a word, as bits: for `couldBeNear`. Letters may share a bit. */
export function lettersOf(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

/**
 * False where so many letters are in one word and not in the other that the edit distance must be above the limit;
 * says so at a fraction of what the distance costs. An edit changes two of the letters at most.
 */
export function couldBeNear(a: number, b: number, limit: number): boolean {
  let differing = a ^ b
  let count = 0
  while (differing !== 0) {
    differing &= differing - 1
    count++
  }
  return count <= 2 * limit
}

/** Typos forgiven in a name of this many letters: a short name with one letter changed is another name. */
export const allowedTypos = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

const NEAREST = 5
const NOTHING: Found = { kind: 'none', nearest: [] }
const SURFACE = 0.5
const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Makes an index over the names of a graph's nodes: their ids, labels and surfaces.
 *
 * The first of these steps that finds something decides: the id; the label or the id's slug; a surface; one
 * word of the label ("Reale"); a small typo of label, slug or surface.
 */
export function indexNames(graph: GraphFile): NameIndex {
  const named: Named[] = graph.nodes.map(({ key, attributes }) => {
    const label = foldName(attributes.label)
    const slug = foldName(key.slice(key.indexOf(':') + 1))
    const heard = 'surfaces' in attributes ? attributes.surfaces.map(foldName) : []
    const surfaces = [...new Set(heard)].filter((surface) => surface && surface !== label)
    const near = (name: string, surface: boolean) => ({ name, letters: lettersOf(name), surface })
    return {
      id: key,
      kind: attributes.kind,
      slug,
      label,
      surfaces,
      near: [
        ...[...new Set([label, slug])].map((n) => near(n, false)),
        ...surfaces.map((n) => near(n, true)),
      ],
      words:
        attributes.kind === 'person'
          ? attributes.label
              .split(/\s+/)
              .map(foldName)
              .filter((w) => w !== '')
          : [],
    }
  })

  const step = (keys: (n: Named) => readonly string[]): ReadonlyMap<string, readonly Named[]> => {
    const map = new Map<string, Named[]>()
    for (const n of named)
      for (const key of new Set(keys(n))) {
        const list = map.get(key)
        if (list) list.push(n)
        else map.set(key, [n])
      }
    return map
  }
  const ids = step((n) => [n.id])
  const steps = [step((n) => [n.label, n.slug]), step((n) => n.surfaces), step((n) => n.words)]

  /** A name as it is looked up: its kind where it names one, and the letters that count. */
  function read(name: string): { trimmed: string; prefix: NodeKind | undefined; wanted: string } {
    const trimmed = name.trim()
    const colon = trimmed.indexOf(':')
    const prefix = NODE_KINDS.find((kind) => kind === trimmed.slice(0, Math.max(colon, 0)).toLowerCase())
    const rest = prefix ? trimmed.slice(colon + 1) : trimmed
    const wanted = foldName(rest.replace(/^https?:\/\//i, '').replace(/^www\./i, ''))
    return { trimmed, prefix, wanted }
  }

  function exact(name: string, among: (id: string) => boolean = () => true): Found {
    const { trimmed, prefix, wanted } = read(name)
    if (!wanted) return NOTHING
    const found = [
      [...(ids.get(trimmed) ?? []), ...(ids.get(trimmed.toLowerCase()) ?? [])],
      ...steps.map((map) => map.get(wanted) ?? []),
    ]
    for (const list of found) {
      const fitting = list.filter((n) => among(n.id) && (!prefix || n.kind === prefix))
      const distinct = [...new Set(fitting.map((n) => n.id))]
      if (distinct.length === 1) return { kind: 'one', id: distinct[0] as string }
      if (distinct.length) return { kind: 'several', ids: distinct.sort(ascending) }
    }
    return NOTHING
  }

  function find(name: string, among: (id: string) => boolean = () => true): Found {
    const found = exact(name, among)
    if (found.kind !== 'none') return found
    const { prefix, wanted } = read(name)
    if (!wanted) return NOTHING
    const pool = named.filter((n) => among(n.id) && (!prefix || n.kind === prefix))
    // What is near enough to be offered is further away than what is near enough to be taken for it.
    const letters = lettersOf(wanted)
    const allowed = allowedTypos(wanted.length)
    const offered = Math.max(2, allowed + 1, Math.floor(wanted.length / 3))
    const near = pool
      .map((n) => ({ id: n.id, distance: nearness(n, wanted, letters, offered) }))
      .filter((n) => Math.floor(n.distance) <= offered)
      .sort((a, b) => a.distance - b.distance || ascending(a.id, b.id))
    const best = near[0]
    if (best && Math.floor(best.distance) <= allowed && near[1]?.distance !== best.distance)
      return { kind: 'one', id: best.id, corrected: true }
    return { kind: 'none', nearest: near.slice(0, NEAREST).map((n) => n.id) }
  }
  return { find, exact }
}

/**
 * The distance to the nearest of a node's names, a surface half an edit further than the label; a name that
 * begins with what was typed counts as near.
 */
function nearness(n: Named, wanted: string, letters: number, limit: number): number {
  let least = limit + 1
  for (const { name, letters: own, surface } of n.near)
    if (couldBeNear(letters, own, limit))
      least = Math.min(least, editDistance(wanted, name, limit) + (surface ? SURFACE : 0))
  const begins = wanted.length >= 3 && n.near.some(({ name }) => name.startsWith(wanted))
  // Never nearer than an offer: what was typed may be the beginning of something else.
  return begins ? Math.min(least, limit) : least
}
