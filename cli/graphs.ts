/** Graph files, the bundled graph, and the transcripts that bring quotes into them. */
import { join, relative } from 'node:path'
import type { Transcript } from '../extract/types.ts'
import { type GraphIndex, indexGraph } from '../src/lookup.ts'
import { fillQuotes, QuoteError } from '../src/quotes.ts'
import { type GraphFile, GraphFileError, parseGraph } from '../src/schema.ts'
import { WorkError } from './errors.ts'
import { readJson, readSource, sourceProblem } from './inputs.ts'
import type { Io } from './io.ts'

/** The graph that the reading commands use unless `--graph` names one. */
export const BUNDLED_GRAPH = join('data', 'graphs', 'kubelist-39.json')

/** Options of every reading command. */
export interface GraphOptions {
  graph?: string
  transcript?: string[]
}

/** @throws {WorkError} when it cannot be read, is no JSON, or no graph of this version; the message names the file */
export async function readGraph(io: Io, path: string): Promise<GraphFile> {
  const json = await readJson(io, path, 'make a graph with: hallway extract')
  try {
    return parseGraph(json)
  } catch (error) {
    if (error instanceof GraphFileError) throw new WorkError(`${path}: ${error.message}`)
    throw error
  }
}

/** @throws {WorkError} when the transcript cannot be read; the message names the file */
export async function readTurns(io: Io, path: string): Promise<Transcript & { fingerprint: string }> {
  const { fingerprint, readTranscript } = await import('../extract/read/index.ts')
  try {
    const transcript = readTranscript(await readSource(io, path))
    return { ...transcript, fingerprint: fingerprint(transcript.turns) }
  } catch (error) {
    throw new WorkError(sourceProblem(path, error))
  }
}

/**
 * The graph a reading command works on, with the quotes of the transcripts that are given.
 * @throws {WorkError} when a file cannot be read, or a transcript is not one the graph was made from
 */
export async function openGraph(io: Io, options: GraphOptions): Promise<GraphIndex> {
  const path = options.graph ?? relative(io.cwd, join(io.root, BUNDLED_GRAPH))
  let graph: GraphFile
  try {
    graph = await readGraph(io, path)
  } catch (error) {
    if (options.graph !== undefined || !(error instanceof WorkError)) throw error
    throw new WorkError(`${error.message}; name a graph with --graph FILE`)
  }
  for (const file of options.transcript ?? []) {
    const { id, fingerprint, turns } = await readTurns(io, file)
    // The file may have been renamed since: the fingerprint says which episode it is.
    const episode = graph.attributes.episodes.find((e) => e.fingerprint === fingerprint)
    try {
      graph = fillQuotes(graph, { episodeId: episode?.id ?? id, fingerprint, turns })
    } catch (error) {
      if (error instanceof QuoteError) throw new WorkError(`${file}: ${error.message}`)
      throw error
    }
  }
  return indexGraph(graph)
}
