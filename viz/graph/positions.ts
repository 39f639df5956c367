/** Where the nodes of a graph lie, and the workers that find out. */
import { makeCommunitiesWorker, makeLayoutWorker } from '../data/workers.ts'
import { type Laid, readAhead } from '../model/ahead.ts'
import type { Frame, LayoutInput, Places } from '../model/layout.ts'
import type { GraphModel } from '../model/model.ts'
import { layoutInput } from '../model/spread.ts'
import type { Pin } from '../state/pins.ts'
import type { Asked, Told } from './layout.worker.ts'

/** Where everything lies, and what it takes to go on from there. */
export interface Positions {
  input: LayoutInput
  /** The row of each id. */
  rows: ReadonlyMap<string, number>
  places: Places
  frame: Frame
}

/** What is known already, so that whoever draws need not wait a turn for it. */
const known = new WeakMap<GraphModel, Positions>()

function keep(model: GraphModel, input: LayoutInput, { places, frame }: Laid): Positions {
  const rows = new Map(input.ids.map((id, row) => [id, row]))
  const positions = { input, rows, places, frame }
  known.set(model, positions)
  return positions
}

/** The positions of a graph, where they have been found. */
export const positionsNow = (model: GraphModel): Positions | null => known.get(model) ?? null

/** Takes places that were found ahead (model/ahead.ts). @returns null when they are those of another graph */
export function takePlaces(model: GraphModel, ahead: unknown): Positions | null {
  const input = layoutInput(model)
  const laid = readAhead(ahead, input)
  return laid && keep(model, input, laid)
}

/** Places with what is pinned where it is pinned. */
export function withPins(positions: Positions, places: Places, pins: readonly Pin[]): Places {
  if (pins.length === 0) return places
  const [x, y] = [places.x.slice(), places.y.slice()]
  for (const pin of pins) {
    const row = positions.rows.get(pin.id)
    if (row === undefined) continue
    x[row] = pin.x
    y[row] = pin.y
  }
  return { x, y }
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
  const there = known.get(model)
  const before = there ? Promise.resolve(there) : begun.get(model)
  if (before) return before
  const found = new Promise<Positions>((resolve, reject) => {
    const worker = spare ?? makeLayoutWorker()
    spare = null
    const input = layoutInput(model)
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      worker.terminate()
      resolve(keep(model, input, data))
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
