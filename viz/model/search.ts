/** Finding entities by what people type: any case, without accents, the beginning of a word, a small typo. */
import { byWeight, type GraphModel, type ModelNode } from './model.ts'

/** Lower case, no accents, anything but letters and digits one space. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

interface Entry {
  node: ModelNode
  label: string
  surfaces: { written: string; plain: string }[]
  id: string
}

export interface SearchIndex {
  /** Most said of first. */
  entries: readonly Entry[]
}

export interface Hit {
  node: ModelNode
  /** The spelling that matched, when it is not the name itself. */
  via?: string
}

export function buildSearch(model: GraphModel): SearchIndex {
  const entries = [...model.nodes.values()].sort(byWeight).map((node) => {
    const label = plain(node.label)
    const written = 'surfaces' in node.attributes ? node.attributes.surfaces : []
    const surfaces = written.map((w) => ({ written: w, plain: plain(w) })).filter((s) => s.plain !== label)
    return { node, label, surfaces, id: plain(node.id) }
  })
  return { entries }
}

/** Whether one insertion, deletion, substitution or swap of neighbours makes `a` into `b`. */
export function nearlyEqual(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  const restA = a.slice(i)
  const restB = b.slice(i)
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

/** How well one text answers: 0 is the very thing, undefined is not at all. */
function rank(text: string, query: string): number | undefined {
  if (text === query) return 0
  if (text.startsWith(query)) return 1
  if (` ${text}`.includes(` ${query}`)) return 2
  if (text.includes(query)) return 3
  // "kube virt" for KubeVirt
  if (text.replaceAll(' ', '').includes(query.replaceAll(' ', ''))) return 4
  if (query.length >= 4 && (nearlyEqual(text, query) || text.split(' ').some((w) => nearlyEqual(w, query))))
    return 5
  return undefined
}

/**
 * The best matches, best first; of equals, those that are not named after their guests (as interviews are), then
 * those of which more is said. An empty query finds nothing.
 */
export function search(index: SearchIndex, query: string, limit = 12): Hit[] {
  const asked = plain(query)
  if (!asked) return []
  const found: { hit: Hit; rank: number; talk: boolean; order: number }[] = []
  index.entries.forEach((entry, order) => {
    const byLabel = rank(entry.label, asked)
    let best: { hit: Hit; rank: number } | undefined =
      byLabel === undefined ? undefined : { hit: { node: entry.node }, rank: byLabel }
    for (const surface of entry.surfaces) {
      const r = rank(surface.plain, asked)
      // A name beats a spelling of the same rank.
      if (r !== undefined && r + 0.5 < (best?.rank ?? Infinity))
        best = { hit: { node: entry.node, via: surface.written }, rank: r + 0.5 }
    }
    const byId = best ? undefined : rank(entry.id, asked)
    if (byId !== undefined && byId < 5) best = { hit: { node: entry.node }, rank: byId + 0.75 }
    const { kind } = entry.node
    if (best) found.push({ ...best, talk: kind === 'interview' || kind === 'episode', order })
  })
  found.sort((x, y) => x.rank - y.rank || Number(x.talk) - Number(y.talk) || x.order - y.order)
  return found.slice(0, limit).map((f) => f.hit)
}

/** Ids of all nodes that match, for the list and the marks in the graph; null when nothing is asked. */
export function matching(index: SearchIndex, query: string): Set<string> | null {
  if (!plain(query)) return null
  return new Set(search(index, query, Infinity).map((h) => h.node.id))
}
