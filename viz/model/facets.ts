/**
 * The claims of a graph in columns of numbers, made once, so that a change of the filters is one pass over
 * typed arrays, whatever the number of options: each claim learns which filters it fails, and is counted for an
 * option where it fails none but those of that option's own group.
 */
import {
  MATURITY_LEVELS,
  NODE_KINDS,
  type NodeKind,
  PREDICATE_NAMES,
  type Predicate,
} from '../../src/ontology.ts'
import type { Filters, Level } from '../state/view.ts'
import type { GraphModel, ModelNode, Pair } from './model.ts'
import { STANDINGS, type Standing, standingOf } from './verdict.ts'

export const LEVELS: readonly Level[] = [...MATURITY_LEVELS, 'none']
const NO_LEVEL = LEVELS.length
/** Confidence is shown in steps of this many hundredths. */
const BIN = 5
const BINS = 100 / BIN
const NOBODY = 0xffff_ffff

/** Values of one kind, numbered. */
interface Column {
  ids: readonly string[]
  at: ReadonlyMap<string, number>
}

/** All arrays of one letter have the same length. Made once a graph; never changed. */
export interface FacetIndex {
  model: GraphModel
  nodes: readonly ModelNode[]
  nodeAt: ReadonlyMap<string, number>
  /** A node: positions in NODE_KINDS and LEVELS; beyond the last level for what is no project. */
  kind: Uint8Array
  level: Uint8Array
  pairs: readonly Pair[]
  pairAt: ReadonlyMap<string, number>
  /** A pair: its ends, and where its edges begin (one more than there are pairs): claims, then mentions. */
  a: Uint32Array
  b: Uint32Array
  edgesFrom: Uint32Array
  /** An edge: positions in PREDICATE_NAMES and STANDINGS, hundredths, and where its witnesses begin (one more). */
  predicate: Uint8Array
  standing: Uint8Array
  confidence: Uint8Array
  witnessesFrom: Uint32Array
  /** A witness (a piece of evidence in one interview): positions in the columns below, or NOBODY. */
  episode: Uint32Array
  interview: Uint32Array
  speaker: Uint32Array
  episodes: Column
  interviews: Column
  speakers: Column
  /** An episode: its first and last possible month, as positions in `months`; -1 where it has no date. */
  firstMonth: Int32Array
  lastMonth: Int32Array
  /** The months of the episodes, in order, as ISO year-month. */
  months: readonly string[]
}

/** What one would see with an option on, given all filters but those of its own group. */
export interface FacetCounts {
  /** Entities. */
  kinds: ReadonlyMap<NodeKind, number>
  levels: ReadonlyMap<Level, number>
  /** Claims. */
  predicates: ReadonlyMap<Predicate, number>
  standings: ReadonlyMap<Standing, number>
  episodes: ReadonlyMap<string, number>
  interviews: ReadonlyMap<string, number>
  speakers: ReadonlyMap<string, number>
  /** By month: claims with this as the first month, and as the last one. */
  since: ReadonlyMap<string, number>
  until: ReadonlyMap<string, number>
  /** Claims by confidence, in twentieths from 0. */
  confidence: readonly number[]
}

const PREDICATE_AT = new Map(PREDICATE_NAMES.map((p, i) => [p, i]))
export const MENTIONS = PREDICATE_AT.get('mentions') ?? -1

const column = (ids: readonly string[]): Column => ({ ids, at: new Map(ids.map((id, i) => [id, i])) })

/** The months that a date may mean: `2024` is all of its months. */
const monthsOf = (date: string): [first: string, last: string] =>
  date.length === 4 ? [`${date}-01`, `${date}-12`] : [date.slice(0, 7), date.slice(0, 7)]

/** Makes the columns of a graph. Linear in its claims and their evidence. */
export function buildFacets(model: GraphModel): FacetIndex {
  const nodes = [...model.nodes.values()]
  const nodeAt = new Map(nodes.map((n, i) => [n.id, i]))
  const kind = Uint8Array.from(nodes, (n) => NODE_KINDS.indexOf(n.kind))
  const level = Uint8Array.from(nodes, (n) =>
    n.kind === 'project' ? LEVELS.indexOf(n.maturity ?? 'none') : NO_LEVEL,
  )

  const summaries = model.file.attributes.episodes
  const talks = nodes.filter((n) => n.kind === 'interview')
  const talksOf = new Map<string, { at: number; first: number; last: number }[]>()
  for (const [at, { attributes }] of talks.entries()) {
    if (attributes.kind !== 'interview') continue
    const list = talksOf.get(attributes.episode)
    const talk = { at, first: attributes.firstTurn, last: attributes.lastTurn }
    if (list) list.push(talk)
    else talksOf.set(attributes.episode, [talk])
  }
  const episodes = column(summaries.map((e) => e.id))
  const interviews = column(talks.map((n) => n.id))

  const pairs = [...model.pairs.values()]
  const edgesOf = pairs.map((pair) => [...pair.claims, ...pair.mentions])
  const size = edgesOf.reduce((sum, edges) => sum + edges.length, 0)
  const edgesFrom = new Uint32Array(pairs.length + 1)
  const predicate = new Uint8Array(size)
  const standing = new Uint8Array(size)
  const confidence = new Uint8Array(size)
  const witnessesFrom = new Uint32Array(size + 1)
  const speakerAt = new Map<string, number>()
  const rows: { episode: number[]; interview: number[]; speaker: number[] } = {
    episode: [],
    interview: [],
    speaker: [],
  }
  let e = 0
  for (const [p, edges] of edgesOf.entries()) {
    edgesFrom[p] = e
    for (const { source, attributes } of edges) {
      predicate[e] = PREDICATE_AT.get(attributes.predicate) ?? 0
      standing[e] = STANDINGS.indexOf(standingOf(attributes))
      confidence[e] = Math.floor(attributes.confidence * 100 + 1e-9)
      witnessesFrom[e] = rows.episode.length
      for (const { episode, turn, speaker } of attributes.evidence) {
        let who = NOBODY
        if (speaker !== undefined) {
          who = speakerAt.get(speaker) ?? speakerAt.size
          speakerAt.set(speaker, who)
        }
        const own = attributes.predicate === 'mentions' ? interviews.at.get(source) : undefined
        const held =
          own !== undefined
            ? [own]
            : (talksOf.get(episode) ?? []).filter((t) => t.first <= turn && turn <= t.last).map((t) => t.at)
        for (const talk of held.length > 0 ? held : [NOBODY]) {
          rows.episode.push(episodes.at.get(episode) ?? NOBODY)
          rows.interview.push(talk)
          rows.speaker.push(who)
        }
      }
      e++
    }
  }
  edgesFrom[pairs.length] = e
  witnessesFrom[e] = rows.episode.length

  const spans = summaries.map((s) => (s.date === undefined ? null : monthsOf(s.date)))
  const months = [...new Set(spans.flatMap((s) => s ?? []))].sort((x, y) => (x < y ? -1 : 1))
  return {
    model,
    nodes,
    nodeAt,
    kind,
    level,
    pairs,
    pairAt: new Map(pairs.map((pair, i) => [pair.key, i])),
    a: Uint32Array.from(pairs, (pair) => nodeAt.get(pair.a) ?? 0),
    b: Uint32Array.from(pairs, (pair) => nodeAt.get(pair.b) ?? 0),
    edgesFrom,
    predicate,
    standing,
    confidence,
    witnessesFrom,
    episode: Uint32Array.from(rows.episode),
    interview: Uint32Array.from(rows.interview),
    speaker: Uint32Array.from(rows.speaker),
    episodes,
    interviews,
    speakers: column([...speakerAt.keys()]),
    firstMonth: Int32Array.from(spans, (s) => (s ? months.indexOf(s[0]) : -1)),
    lastMonth: Int32Array.from(spans, (s) => (s ? months.indexOf(s[1]) : -1)),
    months,
  }
}

/** The groups of filters, a bit each. */
const KIND = 1
const LEVEL = 2
const PREDICATE = 4
const STANDING = 8
const CONFIDENCE = 16
const SINCE = 32
const UNTIL = 64
const EPISODE = 128
const INTERVIEW = 256
const SPEAKER = 512

/** What the filters make of each node and edge. */
export interface Sieved {
  /** A node: the groups of filters that hide it. */
  nodes: Uint8Array
  /** An edge: 1 where its own filters (not those of its ends) let it through. */
  edges: Uint8Array
  counts: FacetCounts
}

const hiddenOf = <T>(all: readonly T[], hidden: readonly T[]): Uint8Array =>
  Uint8Array.from(all, (x) => (hidden.includes(x) ? 1 : 0))

/** Null where all are chosen; nothing but unknown ids chooses nothing. */
function chosenOf({ ids, at }: Column, chosen: readonly string[]): Uint8Array | null {
  if (chosen.length === 0) return null
  const on = new Uint8Array(ids.length)
  for (const id of chosen) {
    const i = at.get(id)
    if (i !== undefined) on[i] = 1
  }
  return on
}

const countsBy = <T>(names: readonly T[], counts: ArrayLike<number>): Map<T, number> =>
  new Map(names.map((name, i) => [name, counts[i] ?? 0]))

/** One pass over all claims: which the filters let through, and the counts beside every option. */
export function sieve(index: FacetIndex, filters: Filters): Sieved {
  const { nodes, pairs, a, b, kind, level, edgesFrom, witnessesFrom, months } = index
  const kindOff = hiddenOf(NODE_KINDS, filters.hiddenKinds)
  const levelOff = hiddenOf(LEVELS, filters.hiddenLevels)
  const predicateOff = hiddenOf(PREDICATE_NAMES, filters.hiddenPredicates)
  const standingOff = hiddenOf(STANDINGS, filters.hiddenStandings)
  const least = Math.round(filters.sure * 100)
  const episodeOn = chosenOf(index.episodes, filters.episodes)
  const interviewOn = chosenOf(index.interviews, filters.interviews)
  const speakerOn = chosenOf(index.speakers, filters.speakers)
  const undated = (filters.since ? SINCE : 0) | (filters.until ? UNTIL : 0)
  // Of an episode without a date nobody knows whether it lies within the months that are asked for.
  const timeFails = Uint8Array.from(index.episodes.ids, (_, i) => {
    const first = months[index.firstMonth[i] as number]
    const last = months[index.lastMonth[i] as number]
    if (first === undefined || last === undefined) return undated
    return (
      (filters.since && last < filters.since ? SINCE : 0) |
      (filters.until && first > filters.until ? UNTIL : 0)
    )
  })

  const nodeFails = new Uint8Array(nodes.length)
  for (let n = 0; n < nodes.length; n++)
    nodeFails[n] = (kindOff[kind[n] as number] ? KIND : 0) | (levelOff[level[n] as number] ? LEVEL : 0)

  const edges = new Uint8Array(index.predicate.length)
  const linked = new Uint8Array(nodes.length)
  // Nodes that would have a line with their own kind, or level, on.
  const linkedByKind = new Uint8Array(nodes.length)
  const linkedByLevel = new Uint8Array(nodes.length)
  const byPredicate = new Uint32Array(PREDICATE_NAMES.length)
  const byStanding = new Uint32Array(STANDINGS.length)
  const byConfidence = new Uint32Array(BINS)
  const byEpisode = new Uint32Array(index.episodes.ids.length)
  const byInterview = new Uint32Array(index.interviews.ids.length)
  const bySpeaker = new Uint32Array(index.speakers.ids.length)
  const bySince = new Uint32Array(months.length)
  const byUntil = new Uint32Array(months.length)
  // The claim that last counted for an option: one claim counts once, however many words say it.
  const seenEpisode = new Uint32Array(byEpisode.length)
  const seenInterview = new Uint32Array(byInterview.length)
  const seenSpeaker = new Uint32Array(bySpeaker.length)

  for (let p = 0; p < pairs.length; p++) {
    const x = a[p] as number
    const y = b[p] as number
    const failsX = nodeFails[x] as number
    const failsY = nodeFails[y] as number
    const ends = failsX | failsY
    let line = false
    const to = edgesFrom[p + 1] as number
    for (let e = edgesFrom[p] as number; e < to; e++) {
      const what = index.predicate[e] as number
      const mention = what === MENTIONS
      const how = index.standing[e] as number
      const sure = index.confidence[e] as number
      const own =
        (predicateOff[what] ? PREDICATE : 0) |
        (standingOff[how] && !mention ? STANDING : 0) |
        (sure < least ? CONFIDENCE : 0)
      // Two of an edge's own groups failed: it counts for no option.
      if (own & (own - 1)) continue
      let said = false
      let newest = -1
      let oldest = months.length
      const last = witnessesFrom[e + 1] as number
      for (let w = witnessesFrom[e] as number; w < last; w++) {
        const where = index.episode[w] as number
        const talk = index.interview[w] as number
        const who = index.speaker[w] as number
        const fails =
          (timeFails[where] ?? undated) |
          (episodeOn && !episodeOn[where] ? EPISODE : 0) |
          (interviewOn && !interviewOn[talk] ? INTERVIEW : 0) |
          (speakerOn && !speakerOn[who] ? SPEAKER : 0)
        if (fails === 0) said = true
        if (mention || own || ends) continue
        if ((fails & ~EPISODE) === 0 && where !== NOBODY && seenEpisode[where] !== e + 1) {
          seenEpisode[where] = e + 1
          byEpisode[where] = (byEpisode[where] as number) + 1
        }
        if ((fails & ~INTERVIEW) === 0 && talk !== NOBODY && seenInterview[talk] !== e + 1) {
          seenInterview[talk] = e + 1
          byInterview[talk] = (byInterview[talk] as number) + 1
        }
        if ((fails & ~SPEAKER) === 0 && who !== NOBODY && seenSpeaker[who] !== e + 1) {
          seenSpeaker[who] = e + 1
          bySpeaker[who] = (bySpeaker[who] as number) + 1
        }
        if ((fails & ~SINCE) === 0) newest = Math.max(newest, index.lastMonth[where] ?? -1)
        const first = index.firstMonth[where] ?? -1
        if ((fails & ~UNTIL) === 0 && first >= 0) oldest = Math.min(oldest, first)
      }
      if (!mention && !ends) {
        if (!own && newest >= 0) bySince[newest] = (bySince[newest] as number) + 1
        if (!own && oldest < months.length) byUntil[oldest] = (byUntil[oldest] as number) + 1
        if (said && !(own & ~PREDICATE)) byPredicate[what] = (byPredicate[what] as number) + 1
        if (said && !(own & ~STANDING)) byStanding[how] = (byStanding[how] as number) + 1
        if (said && !(own & ~CONFIDENCE)) {
          const bin = Math.min(BINS - 1, Math.floor(sure / BIN))
          byConfidence[bin] = (byConfidence[bin] as number) + 1
        }
      }
      if (!said || own) continue
      edges[e] = 1
      if (!mention || filters.mentions) line = true
    }
    if (!line) continue
    if (ends === 0)
      linked[x] = linked[y] = linkedByKind[x] = linkedByKind[y] = linkedByLevel[x] = linkedByLevel[y] = 1
    else {
      // The other end is seen, or comes into sight by the same option.
      const kindToo = kind[x] === kind[y]
      if (!(failsX & ~KIND) && (!failsY || (kindToo && !(failsY & ~KIND)))) linkedByKind[x] = 1
      if (!(failsY & ~KIND) && (!failsX || (kindToo && !(failsX & ~KIND)))) linkedByKind[y] = 1
      const levelToo = level[x] === level[y]
      if (!(failsX & ~LEVEL) && (!failsY || (levelToo && !(failsY & ~LEVEL)))) linkedByLevel[x] = 1
      if (!(failsY & ~LEVEL) && (!failsX || (levelToo && !(failsX & ~LEVEL)))) linkedByLevel[y] = 1
    }
  }

  const byKind = new Uint32Array(NODE_KINDS.length)
  const byLevel = new Uint32Array(LEVELS.length)
  for (let n = 0; n < nodes.length; n++) {
    const fails = nodeFails[n] as number
    const k = kind[n] as number
    const l = level[n] as number
    if (!(fails & ~KIND) && (linkedByKind[n] || filters.isolated)) byKind[k] = (byKind[k] as number) + 1
    if (!(fails & ~LEVEL) && l !== NO_LEVEL && (linkedByLevel[n] || filters.isolated))
      byLevel[l] = (byLevel[l] as number) + 1
  }
  // A claim of March is seen from March, from February and from any month before.
  for (let m = months.length - 2; m >= 0; m--)
    bySince[m] = (bySince[m] as number) + (bySince[m + 1] as number)
  for (let m = 1; m < months.length; m++) byUntil[m] = (byUntil[m] as number) + (byUntil[m - 1] as number)
  return {
    nodes: nodeFails,
    edges,
    counts: {
      kinds: countsBy(NODE_KINDS, byKind),
      levels: countsBy(LEVELS, byLevel),
      predicates: countsBy(PREDICATE_NAMES, byPredicate),
      standings: countsBy(STANDINGS, byStanding),
      episodes: countsBy(index.episodes.ids, byEpisode),
      interviews: countsBy(index.interviews.ids, byInterview),
      speakers: countsBy(index.speakers.ids, bySpeaker),
      since: countsBy(months, bySince),
      until: countsBy(months, byUntil),
      confidence: [...byConfidence],
    },
  }
}
