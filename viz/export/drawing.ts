/** The picture of a graph as plain values: what the stage shows, to be written in whatever form. */
import type { Change } from '../../src/compare.ts'
import type { MaturityLevel, NodeKind } from '../../src/ontology.ts'
import type { Palette } from '../graph/palette.ts'

/** A colour as CSS and SVG write it, and how much of it is there, from 0 to 1. */
export interface Paint {
  color: string
  opacity: number
}

export interface DrawnLine {
  x1: number
  y1: number
  x2: number
  y2: number
  width: number
  paint: Paint
  change?: Change
}

export interface DrawnNode {
  x: number
  y: number
  radius: number
  kind: NodeKind
  maturity?: MaturityLevel
  color: string
  /** Of the rim around the shape. */
  outline: string
  change?: Change
}

export interface DrawnLabel {
  x: number
  /** Of the middle of the text. */
  y: number
  text: string
  size: number
  weight: number
  italic?: boolean
  color: string
}

/** The ground behind a community: discs around its members and bands along the lines among them, of one colour. */
export interface DrawnGround {
  /** What the community is called. */
  name: string
  color: string
  /** Of the whole: where its parts lie on each other it is no darker. */
  opacity: number
  /** Radius of the discs. */
  reach: number
  discs: readonly { x: number; y: number }[]
  bands: readonly { x1: number; y1: number; x2: number; y2: number }[]
}

/** Width of a band, by the radius of the discs. */
export const BAND = 1.1

/** Sizes and places in pixels of the page, from the upper left corner. What lies behind comes first. */
export interface Drawing {
  width: number
  height: number
  grounds: readonly DrawnGround[]
  lines: readonly DrawnLine[]
  nodes: readonly DrawnNode[]
  labels: readonly DrawnLabel[]
  /** Where the points of pins are. */
  pins: readonly { x: number; y: number }[]
  palette: Palette
}

/**
 * A colour as Sigma blends it, `rgba(r, g, b, a)` multiplied by its opacity, as an ordinary one.
 * @example paintOf('rgba(50, 0, 0, 0.5)') // { color: 'rgb(100, 0, 0)', opacity: 0.5 }
 */
export function paintOf(blended: string): Paint {
  const [, r, g, b, a] =
    /^rgba?\((\d{1,3}), (\d{1,3}), (\d{1,3})(?:, (\d(?:\.\d{1,6})?))?\)$/.exec(blended) ?? []
  if (r === undefined) return { color: blended, opacity: 1 }
  const opacity = a === undefined ? 1 : Number(a)
  const back = (n: string | undefined): number =>
    opacity === 0 ? 0 : Math.min(255, Math.round(Number(n) / opacity))
  return { color: `rgb(${back(r)}, ${back(g)}, ${back(b)})`, opacity }
}

/** With more changed lines than this, only nodes bear signs: lines have their dashes. */
const MOST_SIGNS = 120
/** What is dimmed as far as this bears no sign. */
const DIM = 0.2

/** Where the signs of what has changed stand: in the middle of a line, at the shoulder of a node. */
export function signsOf({ lines, nodes }: Drawing): { x: number; y: number; change: Change }[] {
  const marked = lines.filter((l) => l.change && l.paint.opacity > DIM)
  return [
    ...(marked.length > MOST_SIGNS ? [] : marked).map((l) => ({
      x: (l.x1 + l.x2) / 2,
      y: (l.y1 + l.y2) / 2,
      change: l.change,
    })),
    ...nodes.map(({ x, y, radius, change }) => ({ x: x + radius * 0.8, y: y - radius * 0.8, change })),
  ].flatMap(({ x, y, change }) => (change ? [{ x, y, change }] : []))
}
