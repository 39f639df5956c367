/**
 * How right extraction is on every gold annotation at hand: our own in tests/gold and, where it is, those of
 * the folder `shared` beside the checkout.
 *
 *     npm run eval               a line for each annotation, and the means
 *     npm run eval -- NAME …     only those whose name holds one of these
 */
import { evaluate } from '../src/evaluate.ts'
import { findGolds, makeExtraction } from './golds.ts'

const COLUMNS = [
  'entities',
  'core ent.',
  'claims',
  'core cl.',
  'kind',
  'placed',
  'lookup',
  'interviews',
] as const
const WIDTH = 11

export async function main(names: readonly string[]): Promise<void> {
  const golds = findGolds().filter(({ name }) => !names.length || names.some((part) => name.includes(part)))
  if (!golds.length) throw new Error(`no gold annotation is called like ${names.join(' or ')}`)
  const first = Math.max(...golds.map(({ name }) => name.length)) + 2
  const row = (name: string, cells: readonly string[]): void =>
    console.log(name.padEnd(first) + cells.map((cell) => cell.padStart(WIDTH)).join(''))

  row('F1, or share', COLUMNS)
  const extract = await makeExtraction()
  const all: number[][] = []
  for (const { name, gold, transcript } of golds) {
    const e = evaluate(await extract(transcript), gold)
    const figures = [
      e.entities.f1,
      e.coreEntities.f1,
      e.claims.f1,
      e.coreClaims.f1,
      e.kindExact,
      e.evidencePlaced,
      e.lookup,
      e.interviews.turnsRight,
    ]
    all.push(figures)
    row(
      name,
      figures.map((x) => x.toFixed(3)),
    )
  }
  row(
    'mean',
    COLUMNS.map((_, i) => (all.reduce((sum, x) => sum + (x[i] ?? 0), 0) / all.length).toFixed(3)),
  )
}
