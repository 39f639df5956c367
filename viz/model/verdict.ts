/** What the record (a second witness) says of claims: in words, and as a filter. */
import { VERDICTS, type Verdict } from '../../src/ontology.ts'
import type { EdgeAttributes, GraphEdge, RegistryRecord } from '../../src/schema.ts'
import { shownUrl } from './links.ts'
import { type GraphModel, labelOf } from './model.ts'
import { dateWords } from './words.ts'

/** A verdict, or `unchecked` for claims of a kind that the record does not speak of. */
export type Standing = Verdict | 'unchecked'
export const STANDINGS: readonly Standing[] = [...VERDICTS, 'unchecked']

export const VERDICT_WORDS: Record<Verdict, string> = {
  agrees: 'The record agrees',
  conflicts: 'The record says otherwise',
  close: 'Within two months of the record',
  unrecorded: 'Not on record',
}

export const STANDING_WORDS: Record<Standing, string> = {
  agrees: 'The record agrees',
  conflicts: 'The record says otherwise',
  close: 'Within two months of it',
  unrecorded: 'Not on record',
  unchecked: 'Beyond the record',
}

export const standingOf = ({ verdict }: Pick<EdgeAttributes, 'verdict'>): Standing => verdict ?? 'unchecked'

/** @example levelName('maturity:sandbox') // 'sandbox' */
export const levelName = (id: string): string => id.slice('maturity:'.length)

/** The levels of a record, oldest first. */
export const levelsOf = ({ maturity = [] }: RegistryRecord): NonNullable<RegistryRecord['maturity']> =>
  [...maturity].sort((x, y) => (x.since < y.since ? -1 : x.since > y.since ? 1 : 0))

/**
 * What the record has on the matter of a claim, with its own dates, one line each; empty where it has nothing.
 * @example ['incubating since 5 May 2020', 'graduated since 6 December 2022']
 */
export function recordSays(model: GraphModel, edge: GraphEdge): string[] {
  const attributes = model.nodes.get(edge.source)?.attributes
  const record = attributes && 'record' in attributes ? attributes.record : undefined
  if (!record) return []
  const levels = levelsOf(record)
  switch (edge.attributes.predicate) {
    case 'has_maturity':
      return levels.map((m) => `${m.level} since ${dateWords(m.since)}`)
    case 'hosted_by': {
      const since = levels[0] ? ` since ${dateWords(levels[0].since)}` : ''
      return record.foundation ? [`hosted by ${labelOf(model, record.foundation)}${since}`] : []
    }
    case 'has_url':
      return [record.homepage, record.repository].filter((a) => a !== undefined).map(shownUrl)
    default:
      return []
  }
}
