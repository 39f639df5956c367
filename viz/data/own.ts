/** Files that the user opens, read and extracted in a worker. Loaded only when there is one: few need it. */
import type { TranscriptDoc } from '../model/transcript.ts'
import type { OwnGraph } from './extraction.ts'
import type { WorkerMessage, WorkerTask } from './files.worker.ts'
import { makeFilesWorker } from './workers.ts'

type Answer<Type extends WorkerMessage['type']> = Extract<WorkerMessage, { type: Type }>

export interface Opening {
  /** Reads the files. Problems are meant for the user: what is wrong with which file, and what to do. */
  read(files: readonly File[]): Promise<Answer<'read'>>
  /** Extracts transcripts that were read. */
  extract(docs: readonly TranscriptDoc[]): Promise<OwnGraph>
  end(): void
}

/**
 * Starts the worker. What it promises fails with an error for the user, and with an `AbortError` when told to stop.
 * @param told is told before each file how many are done, and which comes now
 * @param signal ends the worker at once
 */
export function openFiles(
  told: (doing: 'Reading' | 'Extracting', done: number, file: string) => void,
  signal: AbortSignal,
): Opening {
  const worker = makeFilesWorker()
  const read: TranscriptDoc[] = []
  const ask = <Type extends 'read' | 'made'>(task: WorkerTask, type: Type): Promise<Answer<Type>> =>
    new Promise((resolve, reject) => {
      const stopped = (): void => {
        worker.terminate()
        reject(new DOMException('stopped', 'AbortError'))
      }
      if (signal.aborted) return stopped()
      signal.addEventListener('abort', stopped, { once: true })
      worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
        if (data.type === 'progress') told(data.doing, data.done, data.file)
        else if (data.type === type) resolve(data as Answer<Type>)
        else if (data.type === 'failed') reject(new Error(data.message))
      }
      worker.onerror = (event) =>
        reject(new Error(event.message || 'the worker that reads files did not start'))
      worker.postMessage(task)
    })
  return {
    async read(files) {
      const answer = await ask({ type: 'read', files: [...files] }, 'read')
      read.push(...answer.transcripts)
      return answer
    },
    async extract(docs) {
      const which = docs.map((doc) => read.indexOf(doc))
      return (await ask({ type: 'extract', which }, 'made')).made
    },
    end: () => worker.terminate(),
  }
}
