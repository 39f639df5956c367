import { Argument } from 'commander'
import type { GraphIndex } from '../../src/lookup.ts'
import { addGraphOptions, command, type MakeCommand, type ReadingOptions } from '../command.ts'
import type { Context } from '../io.ts'
import { writeResult } from '../output.ts'

/** What the graph can be written as. A new format is one line here. */
const FORMATS: Record<string, (index: GraphIndex) => Promise<string>> = {
  json: async ({ graph }) => (await import('../../src/graph.ts')).serialize(graph),
}

interface ExportOptions extends ReadingOptions {
  output?: string
  quotes: boolean
}

export const exportCommand: MakeCommand = (context) =>
  addGraphOptions(
    command(
      'export',
      'write the graph for another tool',
      'Writes the graph in another format. json is the graph file itself, in its canonical order, with the quotes of the transcripts that are given or without any.',
      [
        ['hallway export json -o graph.json', 'the graph that comes with Hallway'],
        ['hallway export json -g my.json --no-quotes -o facts.json', 'facts, and where to find the words'],
      ],
    )
      .addArgument(new Argument('<format>', 'what to write').choices(Object.keys(FORMATS)))
      .option('-o, --output <file>', 'write there; without it, to standard output')
      .option('--no-quotes', 'leave the words out'),
  ).action(async (format: string, options: ExportOptions) => runExport(context, format, options))

async function runExport(context: Context, format: string, options: ExportOptions): Promise<void> {
  const { openGraph } = await import('../graphs.ts')
  const { indexGraph } = await import('../../src/lookup.ts')
  const { withoutQuotes } = await import('../../src/quotes.ts')

  const index = await openGraph(context, options)
  const write = FORMATS[format]
  if (!write) throw new Error(`no format ${format}`)
  const text = await write(options.quotes ? index : indexGraph(withoutQuotes(index.graph)))
  const inputs = [...(options.graph === undefined ? [] : [options.graph]), ...(options.transcript ?? [])]
  await writeResult(context, options.output, text, inputs)
}
