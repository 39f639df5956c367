/**
 * Compares what was said with the record (the CNCF landscape) as it stood when it was said. The record is a
 * second witness: it says whether it agrees, and neither changes a claim nor adds one.
 */
import { urlSlug } from './ids.ts'
import type { GraphIndex, Named } from './lookup.ts'
import {
  MATURITY_LEVELS,
  type MaturityLevel,
  type Predicate,
  predicateSpec,
  type Verdict,
} from './ontology.ts'
import type { Evidence, GraphEdge, GraphFile, Qualifiers, RegistryRecord } from './schema.ts'

export type { Verdict } from './ontology.ts'

/** The predicates that the record can speak of. */
export const CHECKED = ['has_maturity', 'has_url', 'hosted_by'] as const

/** What of a claim is compared: the level itself, the date since when, an address, or a foundation. */
export type Aspect = 'level' | 'since' | 'address' | 'foundation'

export interface Finding {
  aspect: Aspect
  /** What was said: a level, a date, an address, or the id of a foundation. */
  said: string
  verdict: Verdict
  /** What the record has instead or as well, in one clause: `the record has sandbox since 2020-09-08`. */
  reason: string
}

/** One claim, as it was made in one episode. */
export interface Judgement extends Finding {
  /** Key of the edge. */
  claim: string
  subject: Named
  predicate: Predicate
  /** The predicate in words. */
  reads: string
  object: Named
  qualifiers: Qualifiers
  confidence: number
  episode: string
  /** The day, month or year for which the record was asked; absent where the episode has no date. */
  date?: string
  /** What the record has on the subject, as far as it bears on this claim. */
  record: RegistryRecord
  /** The words of this episode that make the claim. */
  evidence: Evidence[]
}

/** `close` is right within this many months: people round. */
const CLOSE_MONTHS = 2

/** Projects of the one are, by its charter, projects of the other. */
const PARENTS: Record<string, string> = { 'foundation:cncf': 'foundation:linux-foundation' }

/** The first and last day of a year, month or day, comparable as text. */
const firstDay = (iso: string): string => `${iso}-01-01`.slice(0, 10)
const lastDay = (iso: string): string => (iso.length === 4 ? `${iso}-12-31` : `${iso}-31`.slice(0, 10))

/** Moves a day by whole months; the day of the month stays, which is enough to compare. */
function shiftMonths(day: string, months: number): string {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const pad = (n: number, width: number): string => String(n).padStart(width, '0')
  return `${pad(Math.floor(total / 12), 4)}-${pad((total % 12) + 1, 2)}${day.slice(7)}`
}

interface Days {
  first: string
  last: string
}
const daysOf = (iso: string): Days => ({ first: firstDay(iso), last: lastDay(iso) })
const widened = ({ first, last }: Days): Days => ({
  first: shiftMonths(first, -CLOSE_MONTHS),
  last: shiftMonths(last, CLOSE_MONTHS),
})
const within = (day: string, { first, last }: Days): boolean => first <= day && day <= last

interface Stage extends Days {
  level: MaturityLevel
  since: string
}

/** The levels of a record with the days on which they held. */
function stagesOf(maturity: NonNullable<RegistryRecord['maturity']>): Stage[] {
  const sorted = [...maturity].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
  return sorted.map(({ level, since }, i) => {
    const next = sorted[i + 1]
    return { level, since, first: firstDay(since), last: next ? firstDay(next.since) : '9999-12-31' }
  })
}

const overlaps = (a: Days, b: Days): boolean => a.first <= b.last && b.first <= a.last
const rank = (level: string): number => (MATURITY_LEVELS as readonly string[]).indexOf(level)
const slugOf = (id: string): string => id.slice(id.indexOf(':') + 1)

const INVERTED: Record<Verdict, Verdict> = {
  agrees: 'conflicts',
  conflicts: 'agrees',
  close: 'close',
  unrecorded: 'unrecorded',
}

/**
 * Whether a project was, is or will be at a level, as of a day.
 * @param recordDate day of the record; what happened later it cannot know
 */
function judgeLevel(
  stages: readonly Stage[],
  level: string,
  status: NonNullable<Qualifiers['status']>,
  date: string | undefined,
  recordDate: string,
): Verdict {
  const own = stages.find((stage) => stage.level === level)
  const first = stages[0]
  if (!first) return 'unrecorded'
  const said = daysOf(date ?? recordDate)
  // Above the last level known, in an episode that is younger than the record.
  if (!own && said.last > recordDate && rank(level) > rank(stages.at(-1)?.level ?? '')) return 'unrecorded'
  if (status === 'planned') return own && own.first <= said.first ? 'unrecorded' : 'agrees'
  if (!own) {
    // The landscape often begins a project's history at a later level than its first.
    const before = rank(level) < rank(first.level) && (status === 'former' || said.first < first.first)
    return before ? 'unrecorded' : 'conflicts'
  }
  if (status === 'former') {
    if (own.first <= said.last) return 'agrees'
    return own.first <= widened(said).last ? 'close' : 'conflicts'
  }
  if (date === undefined) return own === stages.at(-1) ? 'agrees' : 'unrecorded'
  if (overlaps(own, said)) return 'agrees'
  return overlaps(own, widened(said)) ? 'close' : 'conflicts'
}

function judgeSince(since: string, recorded: string | undefined): Verdict {
  if (recorded === undefined) return 'unrecorded'
  const said = daysOf(since)
  if (within(firstDay(recorded), said)) return 'agrees'
  return within(firstDay(recorded), widened(said)) ? 'close' : 'conflicts'
}

const historyText = (stages: readonly Stage[]): string =>
  stages.length
    ? `the record has ${stages.map(({ level, since }) => `${level} since ${since}`).join(', ')}`
    : 'the record has no level'

function maturityFindings(
  { target, attributes: { qualifiers } }: GraphEdge,
  record: RegistryRecord,
  date: string | undefined,
  recordDate: string,
): Finding[] {
  const level = slugOf(target)
  const stages = stagesOf(record.maturity ?? [])
  const status = qualifiers.status ?? (qualifiers.modality === 'planned' ? 'planned' : 'current')
  const denied = qualifiers.polarity === 'denied'
  const plain = judgeLevel(stages, level, status, date, recordDate)
  const undated = date === undefined && status !== 'planned' ? '; the episode has no date' : ''
  const findings: Finding[] = [
    {
      aspect: 'level',
      said: level,
      verdict: denied ? (status === 'planned' ? 'unrecorded' : INVERTED[plain]) : plain,
      reason: `${historyText(stages)}${undated}`,
    },
  ]
  // When a plan will come true, and since when something was not so, is not on record.
  if (qualifiers.since !== undefined && status !== 'planned' && !denied) {
    const own = stages.find((stage) => stage.level === level)
    findings.push({
      aspect: 'since',
      said: qualifiers.since,
      verdict: judgeSince(qualifiers.since, own?.since),
      reason: own ? `the record has ${level} since ${own.since}` : `the record has no date for ${level}`,
    })
  }
  return findings
}

/** Forges where the first part of the path is the owner. */
const FORGES = ['github.com', 'gitlab.com', 'codeberg.org', 'bitbucket.org']

const partsOf = (address: string): string[] => urlSlug(address).toLowerCase().split(/[/?#]/)
const hostOf = (address: string): string => partsOf(address)[0] ?? ''
const isBelow = (inner: readonly string[], outer: readonly string[]): boolean =>
  outer.every((part, i) => inner[i] === part)
const isHostOf = (a: string, b: string): boolean => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)

/**
 * Addresses have no dates on record, so the one on record is compared as it is. Only another site than the
 * recorded homepage, or another owner of the repository, contradicts it: a project has many pages and
 * repositories, and the record names one of each.
 */
function judgeAddress(address: string, role: string | undefined, record: RegistryRecord): Verdict {
  const { homepage, repository } = record
  const said = partsOf(address)
  const known = [homepage, repository].filter((a) => a !== undefined).map(partsOf)
  if (known.some((a) => a.length === said.length && isBelow(a, said))) return 'agrees'
  if (role === 'repository' && repository !== undefined) {
    const recorded = partsOf(repository)
    // "github.com/keptn" for github.com/keptn/lifecycle-toolkit: the organisation holds the repository.
    if (isBelow(recorded, said) && said.length > 1) return 'agrees'
    if (isBelow(said, recorded)) return 'agrees'
    const sameForge = said[0] === recorded[0] && FORGES.includes(said[0] ?? '')
    return sameForge && said[1] !== undefined && said[1] !== recorded[1] ? 'conflicts' : 'unrecorded'
  }
  if (role === 'homepage' && homepage !== undefined && !FORGES.includes(said[0] ?? ''))
    return isHostOf(hostOf(address), hostOf(homepage)) ? 'unrecorded' : 'conflicts'
  return 'unrecorded'
}

function addressFindings(edge: GraphEdge, record: RegistryRecord): Finding[] {
  const { qualifiers } = edge.attributes
  const said = slugOf(edge.target)
  const isNow = qualifiers.status !== 'former' && qualifiers.modality !== 'planned'
  const plain = isNow ? judgeAddress(said, qualifiers.role, record) : 'unrecorded'
  const known = [
    record.homepage !== undefined && `the homepage ${record.homepage}`,
    record.repository !== undefined && `the repository ${record.repository}`,
  ].filter((part) => part !== false)
  return [
    {
      aspect: 'address',
      said,
      verdict: qualifiers.polarity === 'denied' ? INVERTED[plain] : plain,
      reason: known.length ? `the record has ${known.join(' and ')}` : 'the record has no address',
    },
  ]
}

/** Hosted by it on a day: from the first level on record, where there is one. */
function judgeFoundation(
  foundation: string,
  record: RegistryRecord,
  accepted: string | undefined,
  date: string | undefined,
): Verdict {
  if (record.foundation === undefined) return 'unrecorded'
  if (record.foundation !== foundation)
    return PARENTS[record.foundation] === foundation ? 'agrees' : 'conflicts'
  if (date === undefined || accepted === undefined || accepted <= lastDay(date)) return 'agrees'
  return accepted <= widened(daysOf(date)).last ? 'close' : 'conflicts'
}

function hostingFindings(edge: GraphEdge, record: RegistryRecord, date: string | undefined): Finding[] {
  const { qualifiers } = edge.attributes
  const accepted = stagesOf(record.maturity ?? [])[0]?.since
  const isNow =
    qualifiers.status !== 'former' && qualifiers.status !== 'planned' && qualifiers.modality !== 'planned'
  const denied = qualifiers.polarity === 'denied'
  const plain = isNow ? judgeFoundation(edge.target, record, accepted, date) : 'unrecorded'
  const since = accepted ? ` since ${accepted}` : ''
  const reason = record.foundation
    ? `the record has ${record.foundation}${since}`
    : 'the record has no foundation'
  const findings: Finding[] = [
    { aspect: 'foundation', said: edge.target, verdict: denied ? INVERTED[plain] : plain, reason },
  ]
  if (qualifiers.since !== undefined && isNow && !denied)
    findings.push({
      aspect: 'since',
      said: qualifiers.since,
      verdict: judgeSince(
        qualifiers.since,
        record.foundation === edge.target ? accepted && firstDay(accepted) : undefined,
      ),
      reason,
    })
  return findings
}

const isChecked = (predicate: string): boolean => (CHECKED as readonly string[]).includes(predicate)

/**
 * What the record says of a claim, aspect by aspect: the claim itself first, then the date it gives. Empty for
 * predicates that the record does not speak of.
 * @param date ISO day, month or year when it was said, for which the record is asked; undefined where unknown
 * @param recordDate ISO date of the record: what happened later it cannot know
 */
export function findingsOf(
  edge: GraphEdge,
  record: RegistryRecord,
  date: string | undefined,
  recordDate: string,
): Finding[] {
  switch (edge.attributes.predicate) {
    case 'has_maturity':
      return maturityFindings(edge, record, date, lastDay(recordDate))
    case 'has_url':
      return addressFindings(edge, record)
    case 'hosted_by':
      return hostingFindings(edge, record, date)
    default:
      return []
  }
}

/**
 * The one verdict of a claim. A date that the speaker says to be unsure of (`modality: possible`) and that is
 * off counts as a finding, but does not turn the verdict on what was claimed: the level, or the foundation.
 */
export function verdictOf(findings: readonly Finding[], { modality }: Qualifiers): Verdict {
  const [main, since] = findings
  if (!main) return 'unrecorded'
  if (!since || main.verdict !== 'agrees' || since.verdict === 'unrecorded') return main.verdict
  return since.verdict === 'conflicts' && modality === 'possible' ? 'agrees' : since.verdict
}

/** Of several episodes that make one claim, what needs to be looked at comes first. */
const URGENCY: readonly Verdict[] = ['conflicts', 'close', 'agrees', 'unrecorded']

const recordOf = (record: RegistryRecord, predicate: Predicate): RegistryRecord => {
  const { maturity, homepage, repository, foundation } = record
  if (predicate === 'has_url')
    return { ...(homepage ? { homepage } : {}), ...(repository ? { repository } : {}) }
  return { ...(maturity ? { maturity } : {}), ...(foundation ? { foundation } : {}) }
}

interface Records {
  of(id: string): RegistryRecord
  dateOf(episode: string): string | undefined
  date: string
}

function recordsIn(graph: GraphFile): Records {
  const records = new Map(
    graph.nodes.map(({ key, attributes }) => [key, 'record' in attributes ? attributes.record : undefined]),
  )
  const dates = new Map(graph.attributes.episodes.map((episode) => [episode.id, episode.date]))
  return {
    of: (id) => records.get(id) ?? {},
    dateOf: (episode) => dates.get(episode),
    date: graph.attributes.registry.date,
  }
}

/** The episodes in which a claim is made, in the order of its evidence. */
export const episodesOf = (edge: GraphEdge): string[] => [
  ...new Set(edge.attributes.evidence.map((e) => e.episode)),
]

/**
 * Every claim that the record can speak of, once for each episode that makes it and each aspect, in the
 * graph's order: what was said, what the record has, and the verdict at the date of that episode.
 */
export function check(index: GraphIndex): Judgement[] {
  const records = recordsIn(index.graph)
  return index.graph.edges.flatMap((edge) => {
    const { predicate, qualifiers, confidence, evidence } = edge.attributes
    if (!isChecked(predicate)) return []
    const record = records.of(edge.source)
    return episodesOf(edge).flatMap((episode) => {
      const date = records.dateOf(episode)
      return findingsOf(edge, record, date, records.date).map(
        (finding): Judgement => ({
          ...finding,
          claim: edge.key,
          subject: index.name(edge.source),
          predicate,
          reads: predicateSpec(predicate).reads,
          object: index.name(edge.target),
          qualifiers,
          confidence,
          episode,
          ...(date === undefined ? {} : { date }),
          record: recordOf(record, predicate),
          evidence: evidence.filter((e) => e.episode === episode),
        }),
      )
    })
  })
}

/**
 * The same graph with the record's verdict on every claim that it can speak of. Of a claim that several
 * episodes make, the verdict that most needs looking at stands: conflicts, close, agrees, unrecorded.
 */
export function withVerdicts(graph: GraphFile): GraphFile {
  const records = recordsIn(graph)
  return {
    ...graph,
    edges: graph.edges.map((edge) => {
      if (!isChecked(edge.attributes.predicate)) return edge
      const record = records.of(edge.source)
      const verdicts = episodesOf(edge).map((episode) =>
        verdictOf(
          findingsOf(edge, record, records.dateOf(episode), records.date),
          edge.attributes.qualifiers,
        ),
      )
      const verdict = URGENCY.find((v) => verdicts.includes(v)) ?? 'unrecorded'
      return { ...edge, attributes: { ...edge.attributes, verdict } }
    }),
  }
}
