/** Two graphs compared by a worker. Loaded only when somebody compares. */
import type { Comparison } from '../../src/compare.ts'
import type { GraphFile } from '../../src/schema.ts'
import type { ToCompare } from './compare.worker.ts'
import { makeCompareWorker } from './workers.ts'

export { unionOf } from '../../src/compare.ts'

/**
 * @param signal ends the worker at once; the promise then fails
 */
export function compareBeside(before: GraphFile, after: GraphFile, signal: AbortSignal): Promise<Comparison> {
  return new Promise((resolve, reject) => {
    const worker = makeCompareWorker()
    const end = (): void => worker.terminate()
    const stopped = (): void => {
      end()
      reject(new DOMException('stopped', 'AbortError'))
    }
    if (signal.aborted) return stopped()
    signal.addEventListener('abort', stopped, { once: true })
    worker.onmessage = ({ data }: MessageEvent<Comparison>) => {
      end()
      resolve(data)
    }
    worker.onerror = (event) => {
      end()
      reject(new Error(event.message || 'the worker did not start'))
    }
    const asked: ToCompare = { before, after }
    worker.postMessage(asked)
  })
}
