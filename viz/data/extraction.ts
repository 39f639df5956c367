/**
 * Transcripts of the user's own become a graph, by the same stages as `hallway extract`. Pure: the worker runs it
 * beside the page, the tests in Node.
 */
import { createExtractor, fingerprint, readTranscript } from '../../extract/index.ts'
import type { Source } from '../../extract/types.ts'
import { withVerdicts } from '../../src/check.ts'
import type { Extraction } from '../../src/claim.ts'
import { buildGraph } from '../../src/graph.ts'
import { fillQuotes } from '../../src/quotes.ts'
import { joinRegistry, type RegistryFile } from '../../src/registry.ts'
import type { GraphFile } from '../../src/schema.ts'
import { type FileProblem, problemOf } from './reading.ts'

export interface OwnGraph {
  /** null when not one of the files could be read. */
  graph: GraphFile | null
  problems: FileProblem[]
}

const BASE = 'landscape.json'

/** The files of `data/registry/` in the order in which they are joined: the landscape, then by name. */
export const registryOrder = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => Number(b === BASE) - Number(a === BASE) || (a < b ? -1 : 1))

/**
 * Extracts transcripts and makes one graph of them, with quotes. A file that cannot be read costs itself only.
 * @param registries in the order of `registryOrder`
 * @param generator `hallway 0.1.0`
 * @param told is told before each file how many are done, and which comes now
 */
export function extractFiles(
  sources: readonly Source[],
  registries: readonly RegistryFile[],
  generator: string,
  told: (done: number, file: string) => void = () => undefined,
): OwnGraph {
  const registry = joinRegistry(registries)
  const extract = createExtractor(registry)
  const problems: FileProblem[] = []
  const done = new Map<string, { source: Source; extraction: Extraction }>()
  // By name, so that the same files give the same graph in whatever order they were dropped.
  const sorted = [...sources].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  for (const [i, source] of sorted.entries()) {
    told(i, source.name)
    try {
      const extraction = extract(source)
      const { id } = extraction.episode
      const twin = done.get(id)
      if (twin?.extraction.episode.fingerprint === extraction.episode.fingerprint) continue
      if (twin)
        throw new Error(`would be ${id}, which is ${twin.source.name} already; rename one of the files`)
      // A graph of its own shows whether a rule broke the ontology, so that it costs this transcript only.
      buildGraph([extraction], { registry: { source: '', date: '' }, generator: '' })
      done.set(id, { source, extraction })
    } catch (error) {
      problems.push({ file: source.name, problem: problemOf(error) })
    }
  }
  if (done.size === 0) return { graph: null, problems }
  const all = [...done.values()]
  const graph = withVerdicts(
    buildGraph(
      all.map((one) => one.extraction),
      { registry: { source: registry.source, date: registry.date }, generator },
    ),
  )
  const words = all.map(({ source }) => {
    const { id, turns } = readTranscript(source)
    return { episodeId: id, fingerprint: fingerprint(turns), turns }
  })
  return { graph: fillQuotes(graph, ...words), problems }
}
