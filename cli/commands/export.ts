import { Argument } from 'commander'
import type { GraphFile } from '../../src/schema.ts'
import { addGraphOptions, command, type MakeCommand, type ReadingOptions } from '../command.ts'
import type { Context } from '../io.ts'
import { refuseInput, writeResult, writeWhole } from '../output.ts'

/** As in src/export, which is loaded only when something is written. A test compares the two. */
export const FORMATS = ['json', 'gexf', 'graphml', 'cytoscape', 'csv', 'jsonld', 'cypher', 'dot']

interface ExportOptions extends ReadingOptions {
  output?: string
  quotes: boolean
  mentions: boolean
}

export const exportCommand: MakeCommand = (context) =>
  addGraphOptions(
    command(
      'export',
      'write the graph for another tool',
      'Writes the graph in another format: json (the graph file itself, in its canonical order), gexf (Gephi), graphml (yEd, NetworkX, igraph), cytoscape (Cytoscape.js and Cytoscape), csv, jsonld (RDF), cypher (Neo4j) or dot (Graphviz). csv is two tables: with -o NAME.csv the claims go there and the nodes into NAME.nodes.csv beside it; on standard output the nodes come first, then an empty line, then the claims. Only json and jsonld hold every piece of evidence; the others hold the first one and the number.',
      [
        ['hallway export gexf -o graph.gexf', 'for Gephi'],
        ['hallway export csv -o graph.csv', 'graph.csv and graph.nodes.csv, for a spreadsheet'],
        ['hallway export dot --no-mentions | dot -Tsvg > graph.svg', 'the claims, drawn'],
        ['hallway export json -g my.json --no-quotes -o facts.json', 'facts, and where to find the words'],
      ],
    )
      .addArgument(new Argument('<format>', 'what to write').choices(FORMATS))
      .option('-o, --output <file>', 'write there; without it, to standard output')
      .option('--no-quotes', 'leave the words out')
      .option('--no-mentions', 'leave out where things are merely named'),
  ).action(async (format: string, options: ExportOptions) => runExport(context, format, options))

async function runExport(context: Context, format: string, options: ExportOptions): Promise<void> {
  const { openGraph } = await import('../graphs.ts')
  const { toCsv, withoutMentions, WRITERS } = await import('../../src/export/index.ts')
  const { withoutQuotes } = await import('../../src/quotes.ts')

  let { graph }: { graph: GraphFile } = await openGraph(context, options)
  if (!options.quotes) graph = withoutQuotes(graph)
  if (!options.mentions) graph = withoutMentions(graph)
  const inputs = [...(options.graph === undefined ? [] : [options.graph]), ...(options.transcript ?? [])]
  if (format === 'csv') {
    await writeTables(context, toCsv(graph), options.output, inputs)
    return
  }
  const write = WRITERS[format]
  if (!write) throw new Error(`no format ${format}`)
  await writeResult(context, options.output, write(graph), inputs)
}

/** @example nodesFile('graph.csv') // 'graph.nodes.csv' */
const nodesFile = (path: string): string =>
  /\.csv$/i.test(path) ? path.replace(/\.csv$/i, '.nodes.csv') : `${path}.nodes.csv`

async function writeTables(
  context: Context,
  { nodes, edges }: { nodes: string; edges: string },
  output: string | undefined,
  inputs: readonly string[],
): Promise<void> {
  if (output === undefined || output === '-') {
    context.stdout.write(`${nodes}\r\n${edges}`)
    return
  }
  const beside = nodesFile(output)
  for (const path of [output, beside]) await refuseInput(context, path, inputs)
  await writeWhole(context, beside, nodes)
  await writeWhole(context, output, edges)
  context.stderr.write(`hallway: the claims are in ${output}, the nodes in ${beside}\n`)
}
