/** Finds the places of a graph ahead, for whoever serves it: apart from reading them, which needs no layout. */
import type { GraphFile } from '../../src/schema.ts'
import { type Ahead, signature } from './ahead.ts'
import { arrange } from './layout.ts'
import { buildModel } from './model.ts'
import { layoutInput } from './spread.ts'

/** Larger graphs are not laid out ahead: whoever serves them would have to wait for it. */
const MOST = 300

/** The file to put beside a graph; null for a large one. */
export function placesAhead(file: GraphFile): string | null {
  if (file.nodes.length > MOST) return null
  const input = layoutInput(buildModel(file))
  const laid = arrange(input)
  const { x, y } = laid.places(true)
  const whole = (list: Float32Array): number[] => Array.from(list, (n) => Math.round(n * 100))
  const ahead: Ahead = { of: signature(input), x: whole(x), y: whole(y), frame: laid.scale }
  return JSON.stringify(ahead)
}
