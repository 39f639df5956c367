import { InvalidArgumentError } from 'commander'
import type { GraphFile } from '../../src/schema.ts'
import { command, type MakeCommand } from '../command.ts'
import { WorkError } from '../errors.ts'
import type { Context } from '../io.ts'
import type { ServedGraph } from '../server.ts'

interface ViewOptions {
  port?: number
  open: boolean
  transcript?: string[]
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
    ],
  )
    .argument('[graph...]', 'graph files')
    .option('-p, --port <number>', 'port to serve on (default: 4173, or the next free one)', parsePort)
    .option('--no-open', 'do not open the browser')
    .option('-t, --transcript <file...>', 'transcripts of these graphs, to read along')
    .action(async (graphs: string[], options: ViewOptions) => runView(context, graphs, options))

async function runView(context: Context, paths: string[], options: ViewOptions): Promise<void> {
  const { existsSync } = await import('node:fs')
  const { join } = await import('node:path')
  const { listen, makeServer, viewerFolder } = await import('../server.ts')

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

interface ReadTurns {
  id: string
  file: string
  fingerprint: string
  turns: { index: number; label: string; text: string }[]
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

/** Everything below `/data/`: the index, each graph, and the transcripts that it was made from. */
async function collectData(
  context: Context,
  paths: readonly string[],
  options: ViewOptions,
): Promise<Map<string, string>> {
  const { readGraph } = await import('../graphs.ts')
  const { serialize } = await import('../../src/graph.ts')

  const named = paths.length > 0
  const graphPaths = named ? paths : await bundledGraphs(context)
  const given = options.transcript ?? []
  const transcriptPaths = named ? given : [...given, ...(await bundledTranscripts(context))]
  const transcripts = await readTranscripts(context, transcriptPaths)

  const data = new Map<string, string>()
  const index: ServedGraph[] = []
  const used = new Set<ReadTurns>()
  for (const [i, path] of graphPaths.entries()) {
    const graph = await readGraph(context, path)
    const addresses: ServedGraph['transcripts'] = []
    for (const transcript of transcripts) {
      // The file may have been renamed since the graph was made: the graph's name for the episode holds.
      const episode = graph.attributes.episodes.find((e) => e.fingerprint === transcript.fingerprint)
      if (!episode) continue
      used.add(transcript)
      const address = `data/${i}-${addresses.length}.json`
      data.set(address, JSON.stringify({ ...transcript, id: episode.id }))
      addresses.push({ episode: episode.id, address })
    }
    data.set(`data/${i}.json`, serialize(graph))
    index.push({ ...nameGraph(path, graph), graph: `data/${i}.json`, transcripts: addresses })
  }
  for (const [i, path] of given.entries()) {
    const transcript = transcripts[i]
    if (transcript && !used.has(transcript))
      throw new WorkError(
        `${path}: none of the graphs was made from this transcript (fingerprint ${transcript.fingerprint}); extract it again or leave it out`,
      )
  }
  data.set('data/index.json', JSON.stringify(index))
  return data
}

/** A graph of one episode goes by its title, one of several by how many they are. */
function nameGraph(path: string, graph: GraphFile): { name: string; title: string } {
  const name = path.replace(/^.*[/\\]/, '').replace(/\.json$/, '')
  const { episodes } = graph.attributes
  const first = episodes[0]
  return {
    name,
    title: episodes.length === 1 && first ? first.title : `${name} (${episodes.length} episodes)`,
  }
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
