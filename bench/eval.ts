/**
 * How right extraction is on every gold annotation at hand: our own in tests/gold and, where its transcripts are,
 * those of bench/gold and of the folder `shared` beside the checkout.
 *
 *     npm run eval               a line for each annotation, and the means of each sort
 *     npm run eval -- NAME …     only those whose name holds one of these
 */
import { evaluate } from '../src/evaluate.ts'
import { type Acquaintance, findGolds, makeExtraction } from './golds.ts'

const COLUMNS = [
  'entities',
  'core ent.',
  'claims',
  'precision',
  'recall',
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
  const first = Math.max(22, ...golds.map(({ name }) => name.length)) + 2
  const row = (name: string, cells: readonly string[]): void =>
    console.log(name.padEnd(first) + cells.map((cell) => cell.padStart(WIDTH)).join(''))

  row('F1, or share', COLUMNS)
  const extract = await makeExtraction()
  const all: { acquaintance: Acquaintance; figures: number[] }[] = []
  for (const { name, gold, transcript, acquaintance } of golds) {
    const e = evaluate(await extract(transcript), gold)
    const figures = [
      e.entities.f1,
      e.coreEntities.f1,
      e.claims.f1,
      e.claims.precision,
      e.claims.recall,
      e.coreClaims.f1,
      e.kindExact,
      e.evidencePlaced,
      e.lookup,
      e.interviews.turnsRight,
    ]
    all.push({ acquaintance, figures })
    row(
      name,
      figures.map((x) => x.toFixed(3)),
    )
  }
  for (const acquaintance of new Set(all.map((one) => one.acquaintance))) {
    const own = all.filter((one) => one.acquaintance === acquaintance)
    row(
      `mean, ${acquaintance}`,
      COLUMNS.map((_, i) =>
        (own.reduce((sum, { figures }) => sum + (figures[i] ?? 0), 0) / own.length).toFixed(3),
      ),
    )
  }
}
