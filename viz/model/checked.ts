/** Every claim that the record can speak of, once for each episode that makes it: the rows of a table. */
import type { Verdict } from '../../src/ontology.ts'
import type { Evidence, GraphEdge } from '../../src/schema.ts'
import type { CheckColumn, Order } from '../state/view.ts'
import type { Visible } from './filter.ts'
import { type Judged, judged } from './judged.ts'
import { type GraphModel, labelOf } from './model.ts'
import { plain } from './search.ts'

export interface CheckedRow {
  key: string
  edge: GraphEdge
  judged: Judged
  /** The first words of that episode. */
  evidence: Evidence
}

/** What needs to be looked at comes first. */
export const VERDICT_ORDER: readonly Verdict[] = ['conflicts', 'close', 'agrees', 'unrecorded']

/** The rows of the claims that are seen, in the order of the graph file. */
export function checkedRows(model: GraphModel, shown: Visible): CheckedRow[] {
  const seen = new Set([...shown.pairs.values()].flatMap((pair) => pair.claims))
  return model.claims
    .filter((edge) => edge.attributes.verdict !== undefined && seen.has(edge))
    .flatMap((edge) =>
      judged(model, edge).flatMap((j) => {
        const evidence = edge.attributes.evidence.find((e) => e.episode === j.episode)
        return evidence ? [{ key: `${edge.key} ${j.episode}`, edge, judged: j, evidence }] : []
      }),
    )
}

/** The rows in an order; those without a date or speaker come last, and equal ones keep theirs. */
export function sortedChecked(
  model: GraphModel,
  rows: readonly CheckedRow[],
  { column, descending }: Order<CheckColumn>,
): CheckedRow[] {
  const keyOf = ({ edge, judged: { verdict, date }, evidence }: CheckedRow): string => {
    if (column === 'verdict') return String(VERDICT_ORDER.indexOf(verdict))
    if (column === 'date') return date ?? ''
    if (column === 'speaker') return evidence.speaker ? plain(labelOf(model, evidence.speaker)) : ''
    return plain(`${labelOf(model, edge.source)} ${edge.attributes.predicate} ${labelOf(model, edge.target)}`)
  }
  const sign = descending ? -1 : 1
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort(
      (x, y) =>
        Number(x.key === '') - Number(y.key === '') || sign * (x.key < y.key ? -1 : x.key > y.key ? 1 : 0),
    )
    .map(({ row }) => row)
}
