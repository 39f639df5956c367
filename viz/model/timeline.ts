/** The maturity of a project over time: what the record has, and what was said when. */
import { MATURITY_LEVELS, type MaturityLevel, type Verdict } from '../../src/ontology.ts'
import type { Evidence, GraphEdge } from '../../src/schema.ts'
import { judged } from './judged.ts'
import type { GraphModel, ModelNode } from './model.ts'
import { levelName, levelsOf } from './verdict.ts'

/** A stretch of time in which the record has a project at a level; fractions of a year. */
export interface Stage {
  level: MaturityLevel
  /** ISO date as the record has it. */
  since: string
  from: number
  /** The next stage's beginning, or the date of the record. */
  to: number
}

/** A claim of a level as one episode makes it. */
export interface Point {
  level: MaturityLevel
  /** ISO date of the episode; absent where nobody knows. */
  date?: string
  /** The middle of that day, month or year, in fractions of a year; absent where nobody knows. */
  at?: number
  verdict: Verdict
  edge: GraphEdge
  /** The words of that episode. */
  evidence: Evidence[]
}

export interface Timeline {
  /** Lanes, the lowest level first: those that the record or a claim has. */
  levels: MaturityLevel[]
  stages: Stage[]
  /** By date, those without one last. */
  points: Point[]
  /** First and last year shown, whole numbers; `to` is larger than `from`. */
  from: number
  to: number
}

/**
 * A date as a fraction of a year: the beginning of what it names, or its middle. Months count as equal, which is
 * right within two days.
 */
export function yearOf(iso: string, middle = false): number {
  const [year = 0, month, day] = iso.split('-').map(Number)
  if (month === undefined) return year + (middle ? 0.5 : 0)
  if (day === undefined) return year + (month - 1 + (middle ? 0.5 : 0)) / 12
  return year + (month - 1) / 12 + (day - 1) / 365
}

/** The timeline of a project; null where neither the record nor anybody says a level. */
export function timeline(model: GraphModel, node: ModelNode): Timeline | null {
  const a = node.attributes
  const recorded = levelsOf(('record' in a && a.record) || {})
  const end = yearOf(model.file.attributes.registry.date)
  const stages = recorded.map(({ level, since }, i): Stage => {
    const next = recorded[i + 1]
    const from = yearOf(since)
    return { level, since, from, to: Math.max(from, next ? yearOf(next.since) : end) }
  })
  const points = node.out
    .filter((e) => e.attributes.predicate === 'has_maturity')
    .flatMap((edge) =>
      judged(model, edge).map(({ episode, date, verdict }): Point => {
        const evidence = edge.attributes.evidence.filter((e) => e.episode === episode)
        const level = levelName(edge.target) as MaturityLevel
        const when = date === undefined ? {} : { date, at: yearOf(date, true) }
        return { level, ...when, verdict, edge, evidence }
      }),
    )
    .sort((x, y) => (x.at ?? Infinity) - (y.at ?? Infinity) || (x.edge.key < y.edge.key ? -1 : 1))
  if (stages.length + points.length === 0) return null
  const told = new Set([...stages, ...points].map((s) => s.level))
  const times = [...stages.flatMap((s) => [s.from, s.to]), ...points.flatMap((p) => p.at ?? [])]
  const from = Math.floor(Math.min(...times, end))
  return {
    levels: MATURITY_LEVELS.filter((l) => told.has(l)),
    stages,
    points,
    from,
    to: Math.max(from + 1, Math.ceil(Math.max(...times, from))),
  }
}

/**
 * Rows for marks on a line, so that none covers another: each goes to the first row where it is free.
 * @param at places along the line, ascending
 * @param apart least distance, in the unit of the places
 * @returns the row of each, from 0
 */
export function rowsFor(at: readonly number[], apart: number): number[] {
  const last: number[] = []
  return at.map((x) => {
    const free = last.findIndex((before) => x - before >= apart)
    const row = free < 0 ? last.length : free
    last[row] = x
    return row
  })
}

/** Years to write on the axis: as many as fit, at steps of 1, 2, 5, 10 …, always whole. */
export function ticks(from: number, to: number, most: number): number[] {
  const steps = [1, 2, 5, 10, 20, 50, 100, 1000]
  const step = steps.find((s) => (to - from) / s <= most) ?? 10_000
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step)
}
