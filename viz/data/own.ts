/** Files that the user opens. Loaded only when there is one: the readers are heavy, and few need them. */

import { readTranscript } from '../../extract/read/index.ts'
import { fingerprint } from '../../src/quotes.ts'
import { type GraphFile, GraphFileError, parseGraph } from '../../src/schema.ts'
import type { TranscriptDoc } from '../model/transcript.ts'

export type OwnFile = { type: 'graph'; graph: GraphFile } | { type: 'transcript'; doc: TranscriptDoc }

const LARGEST = 64 * 1024 * 1024

/**
 * Reads a graph or a transcript from disk; which of them it is follows from the content.
 * @throws an error whose message is meant for the user: what is wrong with the file, and what to do.
 */
export async function readOwnFile(file: File): Promise<OwnFile> {
  if (file.size > LARGEST)
    throw new GraphFileError(`it has ${Math.round(file.size / 1e6)} MB; the viewer opens files up to 64 MB`)
  const text = await file.text()
  if (/^\uFEFF?\s*\{/.test(text)) {
    let json: unknown
    try {
      json = JSON.parse(text.replace(/^\uFEFF/, ''))
    } catch {
      throw new GraphFileError('it looks like JSON, but breaks off or has a mistake; save it again')
    }
    const head = (json as { attributes?: { format?: unknown } }).attributes
    // Some transcripts are JSON as well; only what calls itself a graph, or nothing we can read, is a graph.
    if (head || !/\.json$/i.test(file.name)) return { type: 'graph', graph: parseGraph(json) }
  }
  const { id, turns } = readTranscript({ name: file.name, text })
  if (turns.length === 0)
    throw new GraphFileError('no labelled turn was found in it; a transcript has lines such as "Name: words"')
  return { type: 'transcript', doc: { id, file: file.name, fingerprint: fingerprint(turns), turns } }
}
