/**
 * Reads and extracts beside the page, so that it can be used, and stopped, meanwhile. One worker for one opening:
 * it keeps the texts, so that they need not travel twice.
 */
import '../jitless.ts'
import type { Source } from '../../extract/types.ts'
import { version } from '../../package.json'
import type { GraphFile } from '../../src/schema.ts'
import type { TranscriptDoc } from '../model/transcript.ts'
import { extractFiles, type OwnGraph } from './extraction.ts'
import { type FileProblem, readFiles } from './reading.ts'
import { loadRegistries } from './registries.ts'

/** What the page asks for: first to read files, then, perhaps, to extract some of the transcripts, by number. */
export type WorkerTask = { type: 'read'; files: File[] } | { type: 'extract'; which: number[] }

export type WorkerMessage =
  | { type: 'progress'; doing: 'Reading' | 'Extracting'; done: number; file: string }
  | {
      type: 'read'
      graphs: { name: string; graph: GraphFile }[]
      transcripts: TranscriptDoc[]
      problems: FileProblem[]
    }
  | { type: 'made'; made: OwnGraph }
  | { type: 'failed'; message: string }

const tell = (message: WorkerMessage): void => self.postMessage(message)

let sources: Source[] = []

async function work(task: WorkerTask): Promise<void> {
  const told =
    (doing: 'Reading' | 'Extracting') =>
    (done: number, file: string): void =>
      tell({ type: 'progress', doing, done, file })
  if (task.type === 'read') {
    const { graphs, transcripts, problems } = await readFiles(task.files, told('Reading'))
    sources = transcripts.map((t) => t.source)
    tell({ type: 'read', graphs, transcripts: transcripts.map((t) => t.doc), problems })
    return
  }
  const registries = await loadRegistries()
  const chosen = task.which.flatMap((i) => sources[i] ?? [])
  tell({ type: 'made', made: extractFiles(chosen, registries, `hallway ${version}`, told('Extracting')) })
}

self.onmessage = (event: MessageEvent<WorkerTask>) => {
  work(event.data).catch((error: unknown) =>
    tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
}
