/** Finding entities by what people type: any case, without accents, the beginning of a word, a small typo. */
import {
  allowedTypos,
  couldBeNear,
  editDistance,
  indexNames,
  lettersOf,
  type NameIndex,
} from '../../src/names.ts'
import { byWeight, type GraphModel, type ModelNode } from './model.ts'

/** Lower case, no accents, anything but letters and digits one space. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

interface Name {
  plain: string
  /** Without blanks: "kube virt" finds KubeVirt. */
  joined: string
  /** All of it without blanks, and its words, each with its letters. */
  parts: { text: string; letters: number }[]
  /** As the transcript spells it; absent for the name itself. */
  written?: string
}

interface Entry {
  node: ModelNode
  names: Name[]
  id: string
}

export interface Hit {
  node: ModelNode
  /** The spelling that matched, when it is not the name itself. */
  via?: string
  /** 0 is the very name, below 3 the beginning of a word in it, 5 and more a typo. */
  rank: number
}

export interface SearchIndex {
  /** Most said of first. */
  entries: readonly Entry[]
  /** Names as the command line looks them up. */
  readonly names: NameIndex
  /** Makes {@link names}, which takes its time, before somebody asks for it. */
  prepare(): void
  /** The newest search: the list, the graph and the box ask for the same one. */
  last: { asked: string; hits: readonly Hit[] }
}

const nameOf = (text: string): Name => {
  const bare = plain(text)
  const joined = bare.replaceAll(' ', '')
  const parts = [...new Set([joined, ...bare.split(' ')])].map((t) => ({ text: t, letters: lettersOf(t) }))
  return { plain: bare, joined, parts }
}

export function buildSearch(model: GraphModel): SearchIndex {
  const entries = [...model.nodes.values()].sort(byWeight).map((node): Entry => {
    const label = nameOf(node.label)
    const surfaces = 'surfaces' in node.attributes ? node.attributes.surfaces : []
    const heard = surfaces.map((written) => ({ ...nameOf(written), written }))
    return { node, names: [label, ...heard.filter((s) => s.plain !== label.plain)], id: plain(node.id) }
  })
  let names: NameIndex | undefined
  // Made when somebody asks: the first picture need not wait for it.
  const made = (): NameIndex => {
    names ??= indexNames(model.file)
    return names
  }
  return {
    entries,
    get names() {
      return made()
    },
    prepare: made,
    last: { asked: '', hits: [] },
  }
}

const TYPO = 5

/** How well one text answers: 0 is the very thing, undefined is not at all. */
function rank(name: Pick<Name, 'plain' | 'joined'>, asked: Name): number | undefined {
  const { plain: text } = name
  if (text === asked.plain) return 0
  if (text.startsWith(asked.plain)) return 1
  const at = text.indexOf(asked.plain)
  if (at > 0 && (text[at - 1] === ' ' || text.includes(` ${asked.plain}`))) return 2
  if (at > 0) return 3
  return name.joined.includes(asked.joined) ? 4 : undefined
}

/** The same for a small typo in the name, or in one word of it. */
function typoRank(name: Name, asked: Name): number | undefined {
  const allowed = allowedTypos(asked.joined.length)
  if (allowed === 0) return undefined
  const letters = asked.parts[0]?.letters ?? 0
  let least = allowed + 1
  for (const part of name.parts)
    if (couldBeNear(part.letters, letters, allowed))
      least = Math.min(least, editDistance(part.text, asked.joined, allowed))
  return least <= allowed ? TYPO + least : undefined
}

function allHits(
  index: SearchIndex,
  asked: Name,
  by: (name: Name, asked: Name) => number | undefined,
): Hit[] {
  const found: { hit: Hit; talk: boolean; order: number }[] = []
  index.entries.forEach(({ node, names, id }, order) => {
    let best: Hit | undefined
    for (const name of names) {
      const r = by(name, asked)
      if (r === undefined) continue
      // A name beats a spelling of the same rank.
      if (name.written === undefined) best = { node, rank: r }
      else if (r + 0.5 < (best?.rank ?? Infinity)) best = { node, via: name.written, rank: r + 0.5 }
    }
    if (!best) {
      const r = by === rank ? rank({ plain: id, joined: id }, asked) : undefined
      if (r !== undefined) best = { node, rank: r + 0.75 }
    }
    if (best) found.push({ hit: best, talk: node.kind === 'interview' || node.kind === 'episode', order })
  })
  found.sort((x, y) => x.hit.rank - y.hit.rank || Number(x.talk) - Number(y.talk) || x.order - y.order)
  return found.map((f) => f.hit)
}

/**
 * All matches, best first; of equals, those that are not named after their guests (as interviews are), then those
 * of which more is said. Typos are forgiven where nothing begins with what was typed. An empty query finds nothing.
 */
export function searchAll(index: SearchIndex, query: string): readonly Hit[] {
  const asked = nameOf(query)
  if (asked.plain === index.last.asked) return index.last.hits
  let hits: Hit[] = []
  if (asked.plain) {
    hits = allHits(index, asked, rank)
    if ((hits[0]?.rank ?? Infinity) >= 3) {
      const known = new Set(hits.map((h) => h.node))
      hits.push(...allHits(index, asked, typoRank).filter((h) => !known.has(h.node)))
    }
  }
  index.last = { asked: asked.plain, hits }
  return hits
}

/** The node whose name, or a word in it, begins with this; of several the best match, then the one most said of. */
export function beginningWith(
  index: SearchIndex,
  text: string,
  fits: (node: ModelNode) => boolean,
): ModelNode | undefined {
  const asked = nameOf(text)
  let best: { node: ModelNode; rank: number } | undefined
  for (const { node, names } of index.entries) {
    if (!fits(node)) continue
    for (const name of names) {
      const r = rank(name, asked)
      if (r !== undefined && r < Math.min(3, best?.rank ?? 3)) best = { node, rank: r }
    }
  }
  return best?.node
}

/** The best of them. */
export const search = (index: SearchIndex, query: string, limit = 12): Hit[] =>
  searchAll(index, query).slice(0, limit)

/**
 * Ids of all nodes that match, for the list and the marks in the graph; null when nothing is asked, or when several
 * words are in no name: those are a question, or words that are quoted.
 */
export function matching(index: SearchIndex, query: string): Set<string> | null {
  const asked = plain(query)
  const hits = searchAll(index, query)
  if (!asked || (hits.length === 0 && asked.includes(' '))) return null
  return new Set(hits.map((h) => h.node.id))
}
