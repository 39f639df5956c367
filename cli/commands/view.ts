import { InvalidArgumentError } from 'commander'
import type { GraphFile } from '../../src/schema.ts'
import { command, type MakeCommand } from '../command.ts'
import { WorkError } from '../errors.ts'
import type { Context } from '../io.ts'
import { plural } from '../output.ts'
import type { ReadTurns, ServedData } from '../site.ts'

interface ViewOptions {
  port?: number
  open: boolean
  transcript?: string[]
  save?: string
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('It is a number from 0 to 65535.')
  return port
}

export const viewCommand: MakeCommand = (context) =>
  command(
    'view',
    'explore graphs in the browser',
    'Serves the viewer on this machine only, and opens it in the browser. Without a graph, it shows those that come with Hallway. End it with Ctrl-C.',
    [
      ['hallway view', 'the graphs that come with Hallway'],
      ['hallway view mine.json --transcript talk.txt', 'your own graph, with its words'],
      ['hallway view --port 8080 --no-open', 'on another port, without a browser'],
      [
        'hallway view mine.json --save mine.html',
        'one page to keep or send: viewer, graph and words in a file',
      ],
    ],
  )
    .argument('[graph...]', 'graph files')
    .option('-p, --port <number>', 'port to serve on (default: 4173, or the next free one)', parsePort)
    .option('--no-open', 'do not open the browser')
    .option('-t, --transcript <file...>', 'transcripts of these graphs, to read along')
    .option('-s, --save <file>', 'write one page that holds the viewer and the graphs, instead of serving')
    .action(async (graphs: string[], options: ViewOptions) => runView(context, graphs, options))

async function runView(context: Context, paths: string[], options: ViewOptions): Promise<void> {
  const { existsSync } = await import('node:fs')
  const { join } = await import('node:path')
  const { listen, makeServer, viewerFolder } = await import('../server.ts')

  if (options.save !== undefined) return savePage(context, paths, options, options.save)
  const folder = viewerFolder(context.root)
  if (!existsSync(join(folder, 'index.html')))
    throw new WorkError(`${folder}: the viewer is not built; build it with: npm run build`)
  const server = makeServer(folder, await collectData(context, paths, options))
  const address = await listen(server, options.port)
  context.stdout.write(`Hallway is at ${address} (Ctrl-C ends it)\n`)
  if (options.open && hasDisplay(context)) await openBrowser(context, address)
  await context.interrupted()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
}

/** Writes the viewer and everything it is to show into one file. */
async function savePage(
  context: Context,
  paths: string[],
  options: ViewOptions,
  output: string,
): Promise<void> {
  const { readFile } = await import('node:fs/promises')
  const { oneFile } = await import('../onefile.ts')
  const { viewerPage } = await import('../server.ts')
  const { writeResult } = await import('../output.ts')

  const built = viewerPage(context.root)
  const page = await readFile(built, 'utf8').catch(() => {
    throw new WorkError(`${built}: the viewer is not built; build it with: npm run build`)
  })
  const data = await collectData(context, paths, options)
  const index = JSON.parse(data.get('data/index.json') ?? '[]') as { title: string }[]
  const title = [index[0]?.title, 'Hallway'].filter(Boolean).join(' – ')
  const text = oneFile(page, data, title)
  await writeResult(context, output, text, [...paths, ...(options.transcript ?? [])])
  const size = (Buffer.byteLength(text) / 1e6).toFixed(1)
  context.stderr.write(
    `hallway: ${output}: ${plural(index.length, 'graph')}, ${size} MB; open it in a browser\n`,
  )
}

/** Graphs of the package, the one that `npm start` makes first: it has its words. */
async function bundledGraphs(context: Context): Promise<string[]> {
  const { existsSync } = await import('node:fs')
  const { readdir } = await import('node:fs/promises')
  const { join, relative } = await import('node:path')
  const folder = join(context.root, 'data', 'graphs')
  const names = (await readdir(folder).catch((): string[] => []))
    .filter((name) => name.endsWith('.json'))
    .sort()
  return [join(context.root, 'dist', 'data', 'sample.json'), ...names.map((name) => join(folder, name))]
    .filter((path) => existsSync(path))
    .map((path) => relative(context.cwd, path))
}

async function bundledTranscripts(context: Context): Promise<string[]> {
  const { readdir } = await import('node:fs/promises')
  const { join, relative } = await import('node:path')
  const folder = join(context.root, 'data', 'transcripts')
  const names = await readdir(folder).catch((): string[] => [])
  return names
    .filter((name) => /\.(md|txt)$/.test(name) && !/^readme/i.test(name))
    .sort()
    .map((name) => relative(context.cwd, join(folder, name)))
}

async function readTranscripts(context: Context, paths: readonly string[]): Promise<ReadTurns[]> {
  const { readTurns } = await import('../graphs.ts')
  const read: ReadTurns[] = []
  for (const path of paths) {
    const { id, file, fingerprint, turns } = await readTurns(context, path)
    read.push({
      id,
      file,
      fingerprint,
      turns: turns.map(({ index, label, text }) => ({ index, label, text })),
    })
  }
  return read
}

/** Where things lie in a picture, as the viewer itself would find it: the build puts its layout beside the command. */
async function placesFinder({ root }: Context): Promise<(graph: GraphFile) => string | null> {
  const { existsSync } = await import('node:fs')
  const { join } = await import('node:path')
  const { pathToFileURL } = await import('node:url')
  const built = join(root, 'dist', 'cli', 'ahead.js')
  if (!existsSync(built)) return () => null
  const { placesAhead } = await import(/* @vite-ignore */ pathToFileURL(built).href)
  return placesAhead
}

/** Everything below `/data/`: the index, each graph, and the transcripts that it was made from. */
async function collectData(
  context: Context,
  paths: readonly string[],
  options: ViewOptions,
): Promise<ServedData> {
  const { readGraph } = await import('../graphs.ts')
  const { siteData } = await import('../site.ts')

  const named = paths.length > 0
  const graphPaths = named ? paths : await bundledGraphs(context)
  const given = options.transcript ?? []
  const transcriptPaths = named ? given : [...given, ...(await bundledTranscripts(context))]
  const transcripts = await readTranscripts(context, transcriptPaths)
  const graphs = await Promise.all(
    graphPaths.map(async (path) => ({ path, graph: await readGraph(context, path) })),
  )
  const { data, used } = siteData(graphs, transcripts, await placesFinder(context))
  for (const [i, path] of given.entries()) {
    const transcript = transcripts[i]
    if (transcript && !used.has(transcript))
      throw new WorkError(
        `${path}: none of the graphs was made from this transcript (fingerprint ${transcript.fingerprint}); extract it again or leave it out`,
      )
  }
  return data
}

/** Without a display there is no browser to open, and trying would print errors of other programs. */
const hasDisplay = ({ env }: Context): boolean =>
  process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME)

async function openBrowser(context: Context, address: string): Promise<void> {
  try {
    const { default: open } = await import('open')
    const browser = await open(address)
    browser.on('error', () => context.stderr.write(`hallway: no browser could be opened; open ${address}\n`))
  } catch {
    context.stderr.write(`hallway: no browser could be opened; open ${address}\n`)
  }
}
