/** What of a graph decides where its nodes lie, and the worker that finds out. */
import { makeCommunitiesWorker, makeLayoutWorker } from '../data/workers.ts'
import type { Frame, LayoutInput, Places } from '../model/layout.ts'
import type { GraphModel, ModelNode } from '../model/model.ts'
import type { Asked, Told } from './layout.worker.ts'

/** Kinds that stand back a little, so that projects, companies and people lead. */
const SCALE: Partial<Record<ModelNode['kind'], number>> = {
  project: 1.12,
  interview: 0.62,
  episode: 0.8,
  url: 0.7,
  channel: 0.75,
  technology: 0.9,
}

/** Up to this many nodes, all are drawn at full size; beyond, they share the room that these would take. */
const ROOM = 1500

/**
 * Radius of each node in pixels at the overview. The area grows with how much is said, and so that the most
 * talked-of entity of a large graph is no larger than that of a small one.
 */
export function radii(model: GraphModel): Map<string, number> {
  let most = 1
  for (const { weight } of model.nodes.values()) most = Math.max(most, weight)
  const step = Math.min(2.1, 15 / Math.sqrt(most))
  const share = Math.min(1, Math.sqrt(ROOM / model.nodes.size))
  const radius = (n: ModelNode): number => (4.5 + step * Math.sqrt(n.weight)) * (SCALE[n.kind] ?? 1) * share
  return new Map([...model.nodes.values()].map((n) => [n.id, Math.round(radius(n) * 100) / 100]))
}

/** Claims pull; mentions only keep those near an interview that have nothing else. */
export function layoutInput(model: GraphModel): LayoutInput {
  const size = radii(model)
  const ids = [...model.nodes.keys()].sort()
  const rows = new Map(ids.map((id, i) => [id, i]))
  const pairs = [...model.pairs.values()].sort((p, q) => (p.key < q.key ? -1 : 1))
  const ends = new Uint32Array(2 * pairs.length)
  const weights = new Float32Array(pairs.length)
  for (const [i, { a, b, claims }] of pairs.entries()) {
    ends[2 * i] = rows.get(a) ?? 0
    ends[2 * i + 1] = rows.get(b) ?? 0
    weights[i] = claims.length > 0 ? 1 + Math.log2(claims.length) : 0.08
  }
  return {
    ids,
    sizes: Float32Array.from(ids, (id) => (size.get(id) ?? 5) * (model.nodes.get(id)?.maturity ? 1.4 : 1)),
    ends,
    weights,
  }
}

/** Where everything lies, and what it takes to go on from there. */
export interface Positions {
  input: LayoutInput
  /** The row of each id. */
  rows: ReadonlyMap<string, number>
  places: Places
  frame: Frame
}

/** Started before there is anything to lay out: a worker takes its time to come. */
let spare: Worker | null = null

/** Starts the worker that the next layout will use. */
export function warmUp(): void {
  spare ??= makeLayoutWorker()
}

const ask = (worker: Worker, asked: Asked): void => worker.postMessage(asked)

const begun = new WeakMap<GraphModel, Promise<Positions>>()

/**
 * Finds the positions in a worker; of one graph once, so that it can be begun before there is a stage.
 * The promise fails where workers are not allowed.
 */
export function findPositions(model: GraphModel): Promise<Positions> {
  const known = begun.get(model)
  if (known) return known
  const found = new Promise<Positions>((resolve, reject) => {
    const worker = spare ?? makeLayoutWorker()
    spare = null
    const input = layoutInput(model)
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      worker.terminate()
      const rows = new Map(input.ids.map((id, row) => [id, row]))
      resolve({ input, rows, places: data.places, frame: data.frame })
    }
    worker.onerror = (event) => {
      worker.terminate()
      begun.delete(model)
      reject(new Error(event.message || 'the layout worker did not start'))
    }
    ask(worker, { type: 'first', input })
  })
  // Whoever needs the positions hears of a failure; that nobody listens yet is none of its own.
  found.catch(() => undefined)
  begun.set(model, found)
  return found
}

/** Finds the communities in a worker of their own: rows of ids, the largest first. */
export function findCommunities(input: LayoutInput, signal: AbortSignal): Promise<number[][]> {
  return new Promise((resolve, reject) => {
    const worker = makeCommunitiesWorker()
    const end = (): void => worker.terminate()
    signal.addEventListener('abort', () => {
      end()
      reject(new Error('stopped'))
    })
    worker.onmessage = (event: MessageEvent<number[][]>) => {
      end()
      resolve(event.data)
    }
    worker.onerror = (event) => {
      end()
      reject(new Error(event.message || 'the worker did not start'))
    }
    worker.postMessage(input)
  })
}

/**
 * Lets the layout run on from where the nodes lie.
 * @param pinned rows that stay where they are
 * @param moved called with every new picture; the last time when it has ended, by itself or by `stop`
 * @returns the ways to end it: `stop` keeps the last picture, `kill` asks for no more
 */
export function runOn(
  from: Positions,
  pinned: readonly number[],
  moved: (places: Places, done: boolean) => void,
): { stop(): void; kill(): void } {
  const worker = makeLayoutWorker()
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    moved(data.places, data.done)
    if (data.done) worker.terminate()
    // After the frame that shows this one: no more pictures are made than are seen.
    else requestAnimationFrame(() => ask(worker, { type: 'next' }))
  }
  worker.onerror = () => moved(from.places, true)
  const { input, places, frame } = from
  ask(worker, { type: 'run', input, from: places, pinned: [...pinned], frame })
  return { stop: () => ask(worker, { type: 'stop' }), kill: () => worker.terminate() }
}
