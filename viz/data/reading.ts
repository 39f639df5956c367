/**
 * Files that the user opens become graphs and transcripts. Pure: the worker runs it beside the page, the tests in
 * Node. One file that cannot be read costs itself only.
 */

import { parseMetadata } from '../../extract/metadata.ts'
import { fingerprint, readTranscript } from '../../extract/read/index.ts'
import { isSideFile, stemOf } from '../../extract/sides.ts'
import { type Metadata, type Source, TranscriptError } from '../../extract/types.ts'
import { type GraphFile, GraphFileError, parseGraph } from '../../src/schema.ts'
import type { TranscriptDoc } from '../model/transcript.ts'

/** What a `File` is, as far as reading needs it. */
export interface OpenedFile {
  name: string
  /** In bytes. */
  size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

/** A file that was left out, and why, in one line. */
export interface FileProblem {
  file: string
  problem: string
}

export interface ReadFiles {
  graphs: { name: string; graph: GraphFile }[]
  /** In the order of their names. */
  transcripts: { doc: TranscriptDoc; source: Source }[]
  problems: FileProblem[]
}

const LARGEST = 64 * 1024 * 1024

/** UTF-8, or UTF-16 where a byte order mark says so. */
async function textOf(file: OpenedFile): Promise<string> {
  if (file.size > LARGEST)
    throw new GraphFileError(`it has ${Math.round(file.size / 1e6)} MB; the viewer opens files up to 64 MB`)
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

/** Some transcripts are JSON as well; only what calls itself a graph, or nothing we can read, is a graph. */
function graphIn(name: string, text: string): GraphFile | null {
  if (!/^\s*\{/.test(text)) return null
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new GraphFileError('it looks like JSON, but breaks off or has a mistake; save it again')
  }
  const head = (json as { attributes?: { format?: unknown } }).attributes
  return head || !/\.json$/i.test(name) ? parseGraph(json) : null
}

function transcriptIn(source: Source): TranscriptDoc {
  const { id, turns } = readTranscript(source)
  const texts = turns.map(({ index, label, text }) => ({ index, label, text }))
  return { id, file: source.name, fingerprint: fingerprint(turns), turns: texts }
}

/** One line for the user: what is wrong with a file, and in which line where that is known. */
export function problemOf(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
  return error instanceof TranscriptError && error.line !== undefined ? `line ${error.line}: ${text}` : text
}

const byName = (a: { name: string }, b: { name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0

/**
 * Reads files; which of them are graphs, transcripts or side files of transcripts follows from their names and
 * contents. Side files go with the transcript of the same name that was opened along with them.
 * @param told is told before each file how many are done, and which comes now
 */
export async function readFiles(
  files: readonly OpenedFile[],
  told: (done: number, file: string) => void = () => undefined,
): Promise<ReadFiles> {
  const read: ReadFiles = { graphs: [], transcripts: [], problems: [] }
  const sides = new Map<string, { name: string; metadata: Metadata; used: boolean }>()
  const attempt = async (file: OpenedFile, work: (text: string) => void): Promise<void> => {
    try {
      work(await textOf(file))
    } catch (error) {
      read.problems.push({ file: file.name, problem: problemOf(error) })
    }
  }
  // Side files first: what they say decides how their transcripts are read.
  const sorted = [...files].sort(
    (a, b) => Number(isSideFile(b.name)) - Number(isSideFile(a.name)) || byName(a, b),
  )
  for (const [done, file] of sorted.entries()) {
    const { name } = file
    told(done, name)
    await attempt(file, (text) => {
      if (isSideFile(name)) {
        sides.set(stemOf(name), { name, metadata: parseMetadata(text), used: false })
        return
      }
      const graph = graphIn(name, text)
      if (graph) {
        read.graphs.push({ name, graph })
        return
      }
      const source: Source = { name, text }
      const side = sides.get(stemOf(name))
      if (side) {
        source.metadata = side.metadata
        side.used = true
      }
      read.transcripts.push({ doc: transcriptIn(source), source })
    })
  }
  for (const { name, used } of sides.values())
    if (!used)
      read.problems.push({
        file: name,
        problem: 'no transcript of that name came with it; open both together',
      })
  return read
}
