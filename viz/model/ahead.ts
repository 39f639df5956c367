/**
 * Places that were found before the page asks for them. The layout gives the same picture wherever it is run, so
 * whoever serves a graph may run it ahead (makeAhead.ts) and put what comes of it beside the graph: looks are not
 * facts, and stay out of the graph itself. The page takes them only for the very input that it would have laid out
 * itself.
 */
import type { Frame, LayoutInput, Places } from './layout.ts'

/** Where everything lies, and what it takes to run the layout on from there. */
export interface Laid {
  places: Places
  frame: Frame
}

/** What stands in the file: hundredths of the unit of the layout, which is as exact as places are. */
export interface Ahead {
  of: string
  x: number[]
  y: number[]
  frame: Frame
}

/** To be raised when the layout is changed, so that places of the old one are not taken for those of the new one. */
const EDITION = 1

/** 64 bits of all that the layout is made from: two rows of 32-bit FNV-1a (Fowler, Noll, Vo). */
export function signature({ ids, sizes, ends, weights }: LayoutInput): string {
  let [h, g] = [0x811c9dc5, EDITION]
  const add = (n: number): void => {
    h = Math.imul(h ^ n, 0x01000193)
    g = Math.imul(g ^ n ^ (h >>> 15), 0x01000193)
  }
  for (const id of ids) {
    for (let i = 0; i < id.length; i++) add(id.charCodeAt(i))
    add(0x10ffff)
  }
  for (const size of sizes) add(Math.round(size * 1e4))
  for (const end of ends) add(end)
  for (const weight of weights) add(Math.round(weight * 1e6))
  return [h, g].map((n) => (n >>> 0).toString(16).padStart(8, '0')).join('')
}

const isRow = (given: unknown, length: number): given is number[] =>
  Array.isArray(given) && given.length === length && given.every(Number.isInteger)

/** Reads such a file. @returns null when it was made for anything else than this input */
export function readAhead(given: unknown, input: LayoutInput): Laid | null {
  const { of, x, y, frame } = (given ?? {}) as Partial<Ahead>
  const { length } = input.ids
  if (of !== signature(input) || !isRow(x, length) || !isRow(y, length)) return null
  const { cx, cy, core, cos, sin } = frame ?? ({} as Partial<Frame>)
  if (![cx, cy, core, cos, sin].every(Number.isFinite)) return null
  const places = (list: number[]): Float32Array => Float32Array.from(list, (n) => n / 100)
  return { places: { x: places(x), y: places(y) }, frame: frame as Frame }
}
