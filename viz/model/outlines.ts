/**
 * The shapes of the kinds, with the signs that are cut out of them, as SVG paths in a square of 24: for the
 * legend, and for pictures that are saved. graph/shapes.ts draws the same ones on the stage.
 */
import type { MaturityLevel, NodeKind } from '../../src/schema.ts'

const closed = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}z`

/** A regular polygon around 12,12, the first corner at the top. */
export const ngon = (n: number, r: number, turn = 0): string =>
  closed(
    Array.from({ length: n }, (_, i) => {
      const a = (2 * Math.PI * (i + turn)) / n
      return [12 + r * Math.sin(a), 12 - r * Math.cos(a)] as const
    }),
  )

const star = closed(
  Array.from({ length: 10 }, (_, i) => {
    const a = (Math.PI * i) / 5
    const r = i % 2 ? 4.4 : 9.6
    return [12 + r * Math.sin(a), 12 - r * Math.cos(a)] as const
  }),
)

/** A rectangle around a point. */
const bar = (x: number, y: number, width: number, height: number): string =>
  `M${x - width / 2} ${y - height / 2}h${width}v${height}h${-width}z`

/** A stroke from the middle of a box to the corner in this direction (in turns from the top). */
function edgeOfBox(turn: number): string {
  const [sin, cos] = [Math.sin(2 * Math.PI * turn), Math.cos(2 * Math.PI * turn)]
  const at = (along: number, across: number): [number, number] => [
    12 + sin * along + cos * across,
    12 - cos * along + sin * across,
  ]
  return closed([at(1, -0.7), at(6.2, -0.7), at(6.2, 0.7), at(1, 0.7)])
}

/** The shapes alone; to be filled by the even-odd rule. */
export const SHAPES: Record<NodeKind, string> = {
  project: ngon(6, 9.2),
  company:
    'M7 4.5h10a2.5 2.5 0 0 1 2.5 2.5v10a2.5 2.5 0 0 1-2.5 2.5h-10a2.5 2.5 0 0 1-2.5-2.5v-10a2.5 2.5 0 0 1 2.5-2.5z',
  person: 'M12 3.8a8.2 8.2 0 1 0 0 16.4a8.2 8.2 0 1 0 0-16.4z',
  technology: ngon(4, 9.8),
  foundation: ngon(5, 9.4),
  maturity: ngon(3, 10),
  event: star,
  url: 'M7 7.5h10a4.5 4.5 0 0 1 0 9h-10a4.5 4.5 0 0 1 0-9z',
  channel: ngon(3, 10, 0.5),
  interview: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM12 7.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8z',
  episode:
    'M12 2.8a9.2 9.2 0 1 0 0 18.4a9.2 9.2 0 1 0 0-18.4zM12 6a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z',
}

/** How many units of the square make the radius that a node has in the graph. */
export const RADIUS = 9.2

/** How far from the middle the ring of a maturity runs, in radii of the node; it is a fifth of a radius thick. */
const RING = 1.38

/** Thirds that are lit: one for each level reached. */
export const LEVEL_ARCS: Record<MaturityLevel, number> = {
  sandbox: 1,
  incubating: 2,
  graduated: 3,
  archived: 0,
}

/** From one part of a turn to another, clockwise from the top, around 0,0. */
function arc(from: number, to: number): string {
  const at = (turn: number): string => {
    const a = 2 * Math.PI * turn
    return `${(RING * Math.sin(a)).toFixed(3)} ${(-RING * Math.cos(a)).toFixed(3)}`
  }
  return `M${at(from)}A${RING} ${RING} 0 0 1 ${at(to)}`
}

/** The ring around a project as lines around 0,0, in radii of the node: thirds, or dashes where it is archived. */
export function ringArcs(level: MaturityLevel): { path: string; opacity: number }[] {
  const [parts, gap] = level === 'archived' ? [10, 0.25] : [3, 0.05]
  return Array.from({ length: parts }, (_, i) => ({
    path: arc((i + gap) / parts, (i + 1 - gap) / parts),
    opacity: level === 'archived' ? 0.6 : i < LEVEL_ARCS[level] ? 1 : 0.22,
  }))
}
/** What is cut out of a shape where there is room for it. */
const SIGNS: Partial<Record<NodeKind, string>> = {
  // A box, as software comes in.
  project: edgeOfBox(0.5) + edgeOfBox(1 / 6) + edgeOfBox(-1 / 6),
  // Four windows.
  company:
    bar(9.3, 9.3, 2.9, 2.9) + bar(14.7, 9.3, 2.9, 2.9) + bar(9.3, 14.7, 2.9, 2.9) + bar(14.7, 14.7, 2.9, 2.9),
  // A head above shoulders.
  person: 'M12 7a2.3 2.3 0 1 1 0 4.6a2.3 2.3 0 1 1 0-4.6zM7.9 16.9a4.2 4.2 0 0 1 8.2 0a6.2 6.2 0 0 1-8.2 0z',
  technology: ngon(4, 3.3),
  // Three columns.
  foundation: bar(8.6, 13, 1.5, 6) + bar(12, 13, 1.5, 6) + bar(15.4, 13, 1.5, 6),
  url: bar(12, 12, 10, 1.6),
}

/** Shapes with their signs; to be filled by the even-odd rule. */
export const OUTLINES = Object.fromEntries(
  Object.entries(SHAPES).map(([kind, path]) => [kind, path + (SIGNS[kind as NodeKind] ?? '')]),
) as Record<NodeKind, string>

/** A pin, its point at the origin. */
export const PIN = 'M0 0L-1 -5L-4 -5L-2.6 -7.5L-2.6 -11L2.6 -11L2.6 -7.5L4 -5L1 -5z'
