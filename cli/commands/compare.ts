import type {
  Change,
  ClaimChange,
  ClaimSide,
  Comparison,
  Difference,
  EntityChange,
  GraphSummary,
} from '../../src/compare.ts'
import type { Qualifiers } from '../../src/schema.ts'
import { command, type MakeCommand } from '../command.ts'
import type { Context } from '../io.ts'
import { plural, printable, printJson, wrap } from '../output.ts'
import { type Page, pageFor, printEvidence, qualifiersText } from '../render.ts'

export const compareCommand: MakeCommand = (context) =>
  command(
    'compare',
    'what one graph has that another has not',
    'Compares two graphs: entities and claims that are new in the second, gone from it, or changed (name, spellings, record; qualifiers, confidence, verdict, the words). How often a thing is mentioned does not count.',
    [
      ['hallway compare old.json new.json', 'what has changed since'],
      ['hallway compare old.json new.json --json', 'the same as JSON'],
    ],
  )
    .alias('diff')
    .argument('<before>', 'a graph file')
    .argument('<after>', 'another one')
    .option('--json', 'print JSON')
    .action(async (before: string, after: string, options: { json?: true }) =>
      runCompare(context, before, after, options),
    )

async function runCompare(
  context: Context,
  beforePath: string,
  afterPath: string,
  options: { json?: true },
): Promise<void> {
  const { readGraph } = await import('../graphs.ts')
  const { compareGraphs, unionOf } = await import('../../src/compare.ts')
  const { indexGraph } = await import('../../src/lookup.ts')

  const before = await readGraph(context, beforePath)
  const after = await readGraph(context, afterPath)
  const comparison = compareGraphs(before, after)
  if (options.json) return printJson(context, comparison)
  // Speakers and episodes of either graph have their names in the union.
  const page = pageFor(context, indexGraph(unionOf(before, after, comparison).graph))
  printComparison(page, comparison, beforePath, afterPath)
}

const HEADINGS: Record<Change, string> = { new: 'New', gone: 'Gone', changed: 'Changed' }
const SIGNS: Record<Change, string> = { new: '+', gone: '−', changed: '~' }

const ofChange = <T extends { change: Change }>(all: readonly T[], change: Change): T[] =>
  all.filter((one) => one.change === change)

function printComparison(page: Page, comparison: Comparison, beforePath: string, afterPath: string): void {
  const { bold } = page.colors
  const { entities, claims } = comparison
  for (const [path, what] of [
    [beforePath, comparison.before],
    [afterPath, comparison.after],
  ] as [string, GraphSummary][])
    page.line(
      `${bold(printable(path))}: ${plural(what.entities, 'entity')}, ${plural(what.claims, 'claim')}, ${plural(what.episodes, 'episode')}; data ${what.fingerprint}`,
    )
  page.line()
  if (entities.length + claims.length === 0) page.line('They say the same.')
  for (const change of ['new', 'gone', 'changed'] as const) {
    const own = { entities: ofChange(entities, change), claims: ofChange(claims, change) }
    if (own.entities.length + own.claims.length === 0) continue
    page.line(
      `${bold(HEADINGS[change])}: ${plural(own.entities.length, 'entity')}, ${plural(own.claims.length, 'claim')}\n`,
    )
    for (const entity of own.entities) printEntity(page, entity)
    if (own.entities.length > 0) page.line()
    for (const claim of own.claims) printClaim(page, claim)
    if (own.claims.length > 0) page.line()
  }
}

function printEntity(page: Page, { change, id, label, differences }: EntityChange): void {
  const { bold, dim } = page.colors
  page.line(`  ${SIGNS[change]} ${bold(printable(label))}  ${dim(printable(id))}`)
  printDifferences(page, differences)
}

function printClaim(page: Page, claim: ClaimChange): void {
  const { bold, dim } = page.colors
  const { change, subject, reads, object, differences } = claim
  const side = (claim.after ?? claim.before) as ClaimSide
  const notes = qualifiersText(side.qualifiers)
  const value = typeof object === 'string' ? object : object.label
  page.line(
    `  ${SIGNS[change]} ${bold(printable(subject.label))} ${reads} ${bold(printable(value))}${notes ? dim(` (${notes})`) : ''}`,
  )
  printDifferences(page, differences)
  if (change !== 'changed') printEvidence(page, side.evidence, '      ', 1)
}

/** One side of a difference in words; `nothing` where that side has none. */
function valueText({ aspect }: Difference, value: unknown): string {
  if (value === null) return 'nothing'
  if (aspect === 'qualifiers') return qualifiersText(value as Qualifiers) || 'nothing'
  if (Array.isArray(value)) return value.map((one) => printable(String(one))).join(' | ') || 'nothing'
  return printable(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

function printDifferences(page: Page, differences: readonly Difference[]): void {
  for (const difference of differences) {
    const [before, after] = [difference.before, difference.after].map((v) => valueText(difference, v))
    page.line(page.colors.dim(wrap(`${difference.aspect}: ${before} → ${after}`, page.width, '      ')))
  }
}
