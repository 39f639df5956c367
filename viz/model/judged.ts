/** Claims against the record as it stood when they were made. */
import { episodesOf, type Finding, findingsOf, verdictOf } from '../../src/check.ts'
import type { Verdict } from '../../src/ontology.ts'
import type { GraphEdge } from '../../src/schema.ts'
import type { GraphModel } from './model.ts'
import { dateOf } from './transcript.ts'
import { dateWords } from './words.ts'

/** A claim as one episode makes it, compared with the record as it stood then. */
export interface Judged {
  episode: string
  /** When it was said; absent where nobody knows. */
  date?: string
  verdict: Verdict
  /** The claim itself first, then the date that it gives. */
  findings: Finding[]
}

/** What the record says of a claim, once for each episode that makes it; empty where it does not speak of such. */
export function judged(model: GraphModel, edge: GraphEdge): Judged[] {
  const { registry } = model.file.attributes
  const attributes = model.nodes.get(edge.source)?.attributes
  const record = (attributes && 'record' in attributes && attributes.record) || {}
  return episodesOf(edge).flatMap((episode) => {
    const date = dateOf(model, episode)
    const findings = findingsOf(edge, record, date, registry.date)
    if (findings.length === 0) return []
    const verdict = verdictOf(findings, edge.attributes.qualifiers)
    return [{ episode, ...(date === undefined ? {} : { date }), verdict, findings }]
  })
}

/** One line about a claim: a verdict, on what, and when it was said. */
export interface WitnessLine {
  verdict: Verdict
  /** The date that the claim gives, as it was said, when the line is about that alone; otherwise empty. */
  about: string
  /** ISO dates of the episodes, oldest first; without those that nobody knows. */
  dates: string[]
}

/**
 * What to say of the judgements of one claim: equal ones in one line, and dates that were given in lines of
 * their own, for a date may be off where the claim is right.
 */
export function witnessLines(all: readonly Judged[]): WitnessLine[] {
  const lines = new Map<string, WitnessLine>()
  const add = (verdict: Verdict, about: string, date: string | undefined): void => {
    const key = `${verdict} ${about}`
    const line = lines.get(key) ?? { verdict, about, dates: [] }
    if (date !== undefined && !line.dates.includes(date)) line.dates = [...line.dates, date].sort()
    lines.set(key, line)
  }
  for (const { findings, date } of all) if (findings[0]) add(findings[0].verdict, '', date)
  for (const { findings } of all)
    for (const { verdict, said } of findings.slice(1)) add(verdict, `since ${dateWords(said)}`, undefined)
  return [...lines.values()]
}
