/** Two graphs compared by a worker. Loaded only when somebody compares. */
import type { Comparison } from '../../src/compare.ts'
import type { GraphFile } from '../../src/schema.ts'
import type { Compared, ToCompare } from './compare.worker.ts'
import { pause, pieces } from './pieces.ts'
import { makeCompareWorker } from './workers.ts'

export { unionOf } from '../../src/compare.ts'

/** The messages that bring a graph to the worker. */
function* messagesOf(side: 'before' | 'after', graph: GraphFile): Generator<ToCompare> {
  yield { side, part: { ...graph, nodes: [], edges: [] } }
  for (const nodes of pieces(graph.nodes)) yield { side, part: { nodes, edges: [] } }
  for (const edges of pieces(graph.edges)) yield { side, part: { nodes: [], edges } }
}

/**
 * @param signal ends the worker at once; the promise then fails
 */
export function compareBeside(before: GraphFile, after: GraphFile, signal: AbortSignal): Promise<Comparison> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new DOMException('stopped', 'AbortError'))
    const worker = makeCompareWorker()
    let ended = false
    const end = (): void => {
      ended = true
      worker.terminate()
    }
    const stopped = (): void => {
      end()
      reject(new DOMException('stopped', 'AbortError'))
    }
    signal.addEventListener('abort', stopped, { once: true })
    let summaries: Compared['summaries']
    const entities: Comparison['entities'] = []
    const claims: Comparison['claims'] = []
    worker.onmessage = ({ data }: MessageEvent<Compared>) => {
      summaries ??= data.summaries
      entities.push(...(data.entities ?? []))
      claims.push(...(data.claims ?? []))
      if (!data.last || !summaries) return
      end()
      resolve({ ...summaries, entities, claims })
    }
    worker.onerror = (event) => {
      end()
      reject(new Error(event.message || 'the worker did not start'))
    }
    const send = async (): Promise<void> => {
      for (const messages of [messagesOf('before', before), messagesOf('after', after)])
        for (const message of messages) {
          worker.postMessage(message)
          await pause()
          if (ended) return
        }
      worker.postMessage('all' satisfies ToCompare)
    }
    void send()
  })
}
