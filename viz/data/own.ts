/** Files that the user opens. Loaded only when there is one: the readers are heavy, and few need them. */
import '../jitless.ts'
import { readTranscript } from '../../extract/read/index.ts'
import { type Source, TranscriptError } from '../../extract/types.ts'
import { fingerprint } from '../../src/quotes.ts'
import { type GraphFile, GraphFileError, parseGraph } from '../../src/schema.ts'
import type { TranscriptDoc } from '../model/transcript.ts'
import type { OwnGraph } from './extraction.ts'
import type { WorkerMessage } from './extraction.worker.ts'

export type OwnFile =
  | { type: 'graph'; graph: GraphFile }
  | { type: 'transcript'; doc: TranscriptDoc; source: Source }

const LARGEST = 64 * 1024 * 1024

/** UTF-8, or UTF-16 where a byte order mark says so. */
async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'be' : ''
  let text: string
  try {
    text = new TextDecoder(mark ? `utf-16${mark}` : 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new GraphFileError('it is no UTF-8 text; save it as text in UTF-8')
  }
  if (text.includes('\0')) throw new GraphFileError('it is no text but a binary file; open a text file')
  if (!text.trim()) throw new GraphFileError('it is empty')
  return text
}

/**
 * Reads a graph or a transcript from disk; which of them it is follows from the content.
 * @throws an error whose message is meant for the user: what is wrong with the file, and what to do.
 */
export async function readOwnFile(file: File): Promise<OwnFile> {
  if (file.size > LARGEST)
    throw new GraphFileError(`it has ${Math.round(file.size / 1e6)} MB; the viewer opens files up to 64 MB`)
  const text = await textOf(file)
  if (/^\s*\{/.test(text)) {
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch {
      throw new GraphFileError('it looks like JSON, but breaks off or has a mistake; save it again')
    }
    const head = (json as { attributes?: { format?: unknown } }).attributes
    // Some transcripts are JSON as well; only what calls itself a graph, or nothing we can read, is a graph.
    if (head || !/\.json$/i.test(file.name)) return { type: 'graph', graph: parseGraph(json) }
  }
  const source: Source = { name: file.name, text }
  const { id, turns } = read(source)
  if (turns.length === 0)
    throw new GraphFileError('no labelled turn was found in it; a transcript has lines such as "Name: words"')
  return { type: 'transcript', doc: { id, file: file.name, fingerprint: fingerprint(turns), turns }, source }
}

function read(source: Source): ReturnType<typeof readTranscript> {
  try {
    return readTranscript(source)
  } catch (error) {
    if (error instanceof TranscriptError && error.line !== undefined)
      throw new GraphFileError(`line ${error.line}: ${error.message}`)
    throw error
  }
}

/**
 * Extracts transcripts in a worker.
 * @param told is told before each file how many are done, and which comes now
 * @param signal ends the worker at once
 * @throws an error whose message is meant for the user; an `AbortError` when it was told to stop
 */
export function extractOwn(
  sources: readonly Source[],
  told: (done: number, file: string) => void,
  signal: AbortSignal,
): Promise<OwnGraph> {
  return new Promise((resolve, reject) => {
    const stopped = (): void => reject(new DOMException('stopped', 'AbortError'))
    if (signal.aborted) return stopped()
    const worker = new Worker(new URL('./extraction.worker.ts', import.meta.url), { type: 'module' })
    signal.addEventListener('abort', () => {
      worker.terminate()
      stopped()
    })
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.type === 'progress') return told(data.done, data.file)
      worker.terminate()
      if (data.type === 'done') resolve(data.made)
      else reject(new Error(data.message))
    }
    worker.onerror = (event) => {
      worker.terminate()
      reject(new Error(event.message || 'the worker that extracts did not start'))
    }
    worker.postMessage(sources)
  })
}
