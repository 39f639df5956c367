import type { ComparedClaim, Evaluation, Score } from '../../src/evaluate.ts'
import { command, type MakeCommand } from '../command.ts'
import { WorkError } from '../errors.ts'
import type { Context } from '../io.ts'
import { printable, printJson } from '../output.ts'

interface EvalOptions {
  errors?: true
  json?: true
  episode?: string
}

export const evalCommand: MakeCommand = (context) =>
  command(
    'eval',
    'measure a graph against a gold annotation',
    'Precision, recall and F1 of entities and claims against a gold annotation of the same transcript; docs/evaluation.md describes the format and the figures.',
    [
      ['hallway eval graph.json talk.gold.json', 'the figures'],
      ['hallway eval graph.json talk.gold.json --errors', 'and what was missed or made up'],
    ],
  )
    .argument('<graph>', 'a graph file')
    .argument('<gold>', 'a gold annotation (JSON)')
    .option('--errors', 'list what was missed and what was made up')
    .option('--episode <id>', 'of a graph of several episodes, measure the claims of this one')
    .option('--json', 'print JSON')
    .action(async (graph: string, gold: string, options: EvalOptions) =>
      runEval(context, graph, gold, options),
    )

async function runEval(
  context: Context,
  graphPath: string,
  goldPath: string,
  options: EvalOptions,
): Promise<void> {
  const { readGraph } = await import('../graphs.ts')
  const { readJson } = await import('../inputs.ts')
  const { evaluate, GoldError, parseGold } = await import('../../src/evaluate.ts')

  const graph = await readGraph(context, graphPath)
  const json = await readJson(context, goldPath)
  const { episode } = options
  if (episode !== undefined && !graph.attributes.episodes.some((e) => e.id === episode))
    throw new WorkError(
      `${graphPath}: has no ${episode}; it has ${graph.attributes.episodes.map((e) => e.id).join(', ')}`,
    )
  let result: Evaluation
  try {
    result = evaluate(graph, parseGold(json), episode === undefined ? {} : { episode })
  } catch (error) {
    if (error instanceof GoldError) throw new WorkError(`${goldPath}: ${error.message}`)
    throw error
  }
  const { errors, ...figures } = result
  if (options.json) printJson(context, options.errors ? result : figures)
  else {
    printFigures(context, result)
    if (options.errors) printErrors(context, errors)
  }
}

const NAME_WIDTH = 26

function printFigures(context: Context, result: Evaluation): void {
  const row = (name: string, s: Score): void => {
    const figures = [`P ${s.precision.toFixed(3)}`, `R ${s.recall.toFixed(3)}`, `F1 ${s.f1.toFixed(3)}`].join(
      '  ',
    )
    context.stdout.write(`${name.padEnd(NAME_WIDTH)} ${figures}   tp ${s.tp} fp ${s.fp} fn ${s.fn}\n`)
  }
  row('entities', result.entities)
  row('  core kinds', result.coreEntities)
  for (const [kind, s] of Object.entries(result.entitiesByKind)) row(`  ${kind}`, s)
  row('claims', result.claims)
  row('  ignoring status', result.claimsLenient)
  row('  core predicates', result.coreClaims)
  for (const [predicate, s] of Object.entries(result.claimsByPredicate)) row(`  ${predicate}`, s)
  const { gold, predicted, turnsRight } = result.interviews
  context.stdout.write(
    [
      `lookup exact ${result.lookup}`,
      `evidence in place ${result.evidencePlaced}`,
      `kind exact ${result.kindExact}`,
      `interviews ${predicted} of ${gold}, turns right ${turnsRight}\n`,
    ].join('   '),
  )
}

function printErrors(context: Context, errors: Evaluation['errors']): void {
  const list = (heading: string, lines: string[]): void => {
    context.stdout.write(`\n${heading} (${lines.length})\n`)
    for (const line of lines) context.stdout.write(`  ${printable(line)}\n`)
  }
  const claim = (c: ComparedClaim): string =>
    [
      `${c.subject} ${c.predicate} ${c.object}`,
      c.status,
      c.denied && 'denied',
      c.turns.length && `turns ${c.turns.join(', ')}`,
    ]
      .filter(Boolean)
      .join('; ')
  list(
    'missed entities',
    errors.missedEntities.map((e) => `${e.id}  ${e.surfaces.slice(0, 4).join(', ')}`),
  )
  list(
    'spurious entities',
    errors.spuriousEntities.map((e) => `${e.id}  ${e.label}`),
  )
  list('missed claims', errors.missedClaims.map(claim))
  list('spurious claims', errors.spuriousClaims.map(claim))
}
