/** What of a graph decides where its nodes lie, and the worker that finds out. */

import { makeLayoutWorker } from '../data/workers.ts'
import type { LayoutInput } from '../model/layout.ts'
import type { GraphModel, ModelNode } from '../model/model.ts'

export type Positions = Record<string, { x: number; y: number }>

/** Kinds that stand back a little, so that projects, companies and people lead. */
const SCALE: Partial<Record<ModelNode['kind'], number>> = {
  project: 1.12,
  interview: 0.62,
  episode: 0.8,
  url: 0.7,
  channel: 0.75,
  technology: 0.9,
}

/**
 * Radius of each node in pixels at the overview. The area grows with how much is said, and so that the most
 * talked-of entity of a large graph is no larger than that of a small one.
 */
export function radii(model: GraphModel): Map<string, number> {
  let most = 1
  for (const { weight } of model.nodes.values()) most = Math.max(most, weight)
  const step = Math.min(2.1, 15 / Math.sqrt(most))
  const radius = (n: ModelNode): number => (4.5 + step * Math.sqrt(n.weight)) * (SCALE[n.kind] ?? 1)
  return new Map([...model.nodes.values()].map((n) => [n.id, Math.round(radius(n) * 100) / 100]))
}

/** Claims pull; mentions only keep those near an interview that have nothing else. */
export function layoutInput(model: GraphModel): LayoutInput {
  const size = radii(model)
  return {
    nodes: [...model.nodes.values()].map((n) => ({
      id: n.id,
      size: (size.get(n.id) ?? 5) * (n.maturity ? 1.4 : 1),
    })),
    edges: [...model.pairs.values()].map((p) => ({
      source: p.a,
      target: p.b,
      weight: p.claims.length > 0 ? 1 + Math.log2(p.claims.length) : 0.08,
    })),
  }
}

/** Finds the positions in a worker. The promise fails where workers are not allowed, or when it is told to stop. */
export function findPositions(model: GraphModel, signal: AbortSignal): Promise<Positions> {
  return new Promise((resolve, reject) => {
    const worker = makeLayoutWorker()
    const end = (): void => worker.terminate()
    signal.addEventListener('abort', () => {
      end()
      reject(new Error('stopped'))
    })
    worker.onmessage = (event: MessageEvent<Positions>) => {
      end()
      resolve(event.data)
    }
    worker.onerror = (event) => {
      end()
      reject(new Error(event.message || 'the layout worker did not start'))
    }
    worker.postMessage(layoutInput(model))
  })
}
