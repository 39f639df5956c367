/** Lays the graph out beside the page, so that it can be used meanwhile. */
import { Arrangement, arrange, type Frame, type LayoutInput, type Places } from '../model/layout.ts'

/** What the page asks for. */
export type Asked =
  | { type: 'first'; input: LayoutInput }
  /** Goes on from where the nodes are, and tells the places as often as the page says `next`. */
  | { type: 'run'; input: LayoutInput; from: Places; pinned: number[]; frame: Frame }
  | { type: 'next' }
  | { type: 'stop' }

/** What it gets; after `done` nothing comes. */
export interface Told {
  places: Places
  frame: Frame
  done: boolean
}

/** Milliseconds of work between two pictures, and steps: of a small graph more would be a blur. */
const TURN = 30
const MOST_IN_TURN = 12
/** Nothing is seen of a smaller move, in pixels of the overview at the mean. */
const STILL = 0.005
const MOST_STEPS = 5000

let running: Arrangement | null = null
let steps = 0

const tell = (arrangement: Arrangement, done: boolean): void => {
  const places = arrangement.places(done)
  const told: Told = { places, frame: arrangement.scale, done }
  self.postMessage(told, { transfer: [places.x.buffer, places.y.buffer] })
  if (done) running = null
}

/** Works for one turn and shows what came of it; ends by itself when nothing moves any more. */
function turn(): void {
  if (!running) return
  const until = performance.now() + TURN
  let moved = Infinity
  for (let i = 0; i < MOST_IN_TURN && performance.now() < until && moved > STILL; i++) {
    moved = running.step(1)
    steps++
  }
  tell(running, moved <= STILL || steps >= MOST_STEPS)
}

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  if (data.type === 'first') tell(arrange(data.input), true)
  else if (data.type === 'run') {
    running = new Arrangement(data.input)
    running.resume(data.from, new Set(data.pinned), data.frame)
    steps = 0
    turn()
  } else if (data.type === 'next') turn()
  else if (running) tell(running, true)
}
