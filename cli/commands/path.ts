import type { Path, PathStep } from '../../src/path.ts'
import { addGraphOptions, command, type MakeCommand, type ReadingOptions, resolveName } from '../command.ts'
import type { Context } from '../io.ts'
import { plural, printable, printJson } from '../output.ts'
import { type Page, pageFor, printEvidence, printQuoteHint, qualifiersText } from '../render.ts'

export const pathCommand: MakeCommand = (context) =>
  addGraphOptions(
    command(
      'path',
      'the shortest chain of claims between two entities',
      'Finds how two entities hang together: the shortest chain of claims between them, each with the words that say it, and the weakest link. Claims count in both directions; what is merely mentioned, or denied, links nothing. Of equally short chains, the surest one is shown. Where a project and its company share a name, the one that a guest represents is taken.',
      [
        ['hallway path keptn kubernetes', 'how Keptn and Kubernetes hang together'],
        ['hallway path keptn porter --json', 'the same as JSON'],
      ],
    )
      .argument('<from>', 'any node: its name, an alias or its id')
      .argument('<to>', 'another one'),
  ).action(async (from: string, to: string, options: ReadingOptions) => runPath(context, from, to, options))

async function runPath(context: Context, from: string, to: string, options: ReadingOptions): Promise<void> {
  const { openGraph } = await import('../graphs.ts')
  const { indexNames } = await import('../../src/names.ts')
  const { likeliest } = await import('../../src/lookup.ts')
  const { shortestPath } = await import('../../src/path.ts')

  const index = await openGraph(context, options)
  const names = indexNames(index.graph)
  const resolve = (name: string): Promise<string> =>
    resolveName(
      context,
      names,
      name,
      (id) => index.name(id).label,
      undefined,
      (ids) => likeliest(index, ids),
    )
  const path = shortestPath(index, await resolve(from), await resolve(to))
  if (options.json) printJson(context, path)
  else if (path.steps === null)
    context.stderr.write(
      `hallway: no chain of claims links ${printable(path.from.label)} and ${printable(path.to.label)}\n`,
    )
  else printPath(pageFor(context, index), path, path.steps)
}

function printPath(page: Page, { from, to, weakest }: Path, steps: readonly PathStep[]): void {
  const { bold, dim } = page.colors
  page.line(
    `${bold(printable(from.label))} to ${bold(printable(to.label))}: ${steps.length ? plural(steps.length, 'claim') : 'the same'}`,
  )
  for (const [i, step] of steps.entries()) {
    const notes = [
      qualifiersText(step.qualifiers),
      `confidence ${step.confidence}`,
      steps.length > 1 && i === weakest && 'the weakest link',
    ].filter(Boolean)
    page.line(
      `\n${bold(printable(step.from.label))} ${step.reads} ${bold(printable(step.to.label))} ${dim(`(${notes.join('; ')})`)}`,
    )
    printEvidence(page, step.evidence, '  ', 1)
  }
  printQuoteHint(
    page,
    steps.flatMap((step) => step.evidence),
  )
}
