import { Option } from 'commander'
import type { Extractor } from '../../extract/index.ts'
import { FORMATS, type Format, type Transcript } from '../../extract/types.ts'
import type { Extraction } from '../../src/claim.ts'
import type { GraphFile } from '../../src/schema.ts'
import { command, type MakeCommand } from '../command.ts'
import { WorkError } from '../errors.ts'
import type { Context } from '../io.ts'
import { plural, refuseInput, writeResult } from '../output.ts'

interface ExtractOptions {
  output?: string
  quotes: boolean
  format?: Format
}

export const extractCommand: MakeCommand = (context) =>
  command(
    'extract',
    'read transcripts and write one graph',
    'Reads transcripts and writes one knowledge graph of them: who was interviewed for what, and every claim with the words that say it. A transcript that cannot be read is reported and left out; the rest is done, and the exit code is 1. Title, show, date, hosts, guests and event may come from a side file NAME.meta.yml.',
    [
      ['hallway extract talk.txt -o talk.json', 'one transcript'],
      ['hallway extract transcripts/ -o graph.json', 'a folder, with its folders'],
      ['hallway extract "shows/*.md" | jq .nodes', 'a glob; the graph on standard output'],
      ['hallway extract - < talk.vtt', 'standard input'],
    ],
  )
    .argument('<path...>', 'files, folders, globs, or - for standard input')
    .option('-o, --output <file>', 'write the graph there; without it, to standard output')
    .option('--no-quotes', 'leave the words out of the graph, and keep where to find them')
    .addOption(
      new Option(
        '--format <format>',
        'take every transcript for this format (default: see the content)',
      ).choices(FORMATS),
    )
    .action(async (paths: string[], options: ExtractOptions) => runExtract(context, paths, options))

async function runExtract(context: Context, paths: string[], options: ExtractOptions): Promise<void> {
  const started = performance.now()
  const { listInputs } = await import('../inputs.ts')
  const { progressBar } = await import('../progress.ts')
  const inputs = await listInputs(context, paths)
  if (options.output !== undefined) await refuseInput(context, options.output, inputs)

  const { createExtractor } = await import('../../extract/index.ts')
  const { withVerdicts } = await import('../../src/check.ts')
  const { buildGraph, serialize } = await import('../../src/graph.ts')
  const { loadRegistry } = await import('../registries.ts')
  const registry = await loadRegistry(context)
  const extract = createExtractor(registry)

  const bar = progressBar(context.stderr, inputs.length)
  const done: { path: string; transcript: Transcript; extraction: Extraction }[] = []
  for (const path of inputs) {
    bar.show(path)
    const result = await extractOne(context, path, extract, options)
    bar.clear()
    if (typeof result === 'string') {
      context.report(result)
      continue
    }
    const { id, fingerprint } = result.extraction.episode
    const twin = done.find((other) => other.extraction.episode.id === id)
    if (twin && twin.extraction.episode.fingerprint !== fingerprint)
      context.report(`${path}: would be ${id}, which is ${twin.path} already; rename one of the files`)
    else if (!twin) done.push({ path, ...result })
  }
  if (!done.length) throw new WorkError('nothing extracted: none of the transcripts could be read')

  let graph = withVerdicts(
    buildGraph(
      done.map((one) => one.extraction),
      {
        registry: { source: registry.source, date: registry.date },
        generator: `hallway ${context.version}`,
        quotes: options.quotes,
      },
    ),
  )
  if (options.quotes)
    graph = await quote(
      graph,
      done.map((one) => one.transcript),
    )
  await writeResult(context, options.output, serialize(graph), inputs)
  summarize(context, graph, options.output, performance.now() - started)
}

/** @returns what was found, or one line on why nothing was */
async function extractOne(
  context: Context,
  path: string,
  extract: Extractor,
  { format }: ExtractOptions,
): Promise<{ transcript: Transcript; extraction: Extraction } | string> {
  const { readSource, sourceProblem } = await import('../inputs.ts')
  const { readTranscript } = await import('../../extract/read/index.ts')
  const { buildGraph } = await import('../../src/graph.ts')
  try {
    const transcript = readTranscript(await readSource(context, path, format))
    const extraction = extract(transcript)
    // A graph of its own shows whether a rule broke the ontology, so that it costs this transcript only.
    buildGraph([extraction], { registry: { source: '', date: '' }, generator: '' })
    return { transcript, extraction }
  } catch (error) {
    if (context.env.HALLWAY_DEBUG && error instanceof Error) context.stderr.write(`${error.stack}\n`)
    return sourceProblem(path, error)
  }
}

/** Every piece of evidence gets the words it points at, those of `mentions` included. */
async function quote(graph: GraphFile, transcripts: readonly Transcript[]): Promise<GraphFile> {
  const { fingerprint } = await import('../../extract/read/index.ts')
  const { fillQuotes } = await import('../../src/quotes.ts')
  return fillQuotes(
    graph,
    ...transcripts.map(({ id, turns }) => ({ episodeId: id, fingerprint: fingerprint(turns), turns })),
  )
}

function summarize(
  context: Context,
  graph: GraphFile,
  output: string | undefined,
  milliseconds: number,
): void {
  const entities = graph.nodes.filter(
    ({ attributes: { kind } }) => kind !== 'episode' && kind !== 'interview',
  )
  const facts = graph.nodes.reduce(
    (sum, { attributes: a }) => sum + ('facts' in a ? (a.facts?.length ?? 0) : 0),
    0,
  )
  const claims = graph.edges.filter((edge) => edge.attributes.predicate !== 'mentions').length + facts
  const seconds = (milliseconds / 1000).toFixed(1)
  context.stderr.write(
    `${plural(graph.attributes.episodes.length, 'episode')}, ${plural(entities.length, 'entity')}, ${plural(claims, 'claim')} in ${seconds} s${output === undefined || output === '-' ? '' : `: ${output}`}\n`,
  )
}
