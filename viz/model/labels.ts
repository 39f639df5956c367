/**
 * Which labels are drawn, and where. Greedy: the most important label takes the best free place around its node,
 * then the next; a label without a free place is not drawn. Labels therefore never overlap each other.
 * The places tried are those of cartographic point labelling (Imhof 1975: right first, then left, above, below).
 */

export interface LabelBox {
  x: number
  y: number
  width: number
  height: number
}

export interface LabelWish {
  id: string
  /** Centre and radius of the node, in pixels. */
  x: number
  y: number
  radius: number
  /** Size of the text, in pixels. */
  width: number
  height: number
  /** Drawn whatever is in the way (the hovered and the selected node); the first such one still comes first. */
  always?: boolean
  /** Of a line rather than a node: where it ends. The label stands on it, as near its middle as there is room. */
  to?: { x: number; y: number }
}

export interface PlacedLabel extends LabelBox {
  id: string
}

const overlaps = (p: LabelBox, q: LabelBox): boolean =>
  p.x < q.x + q.width && q.x < p.x + p.width && p.y < q.y + q.height && q.y < p.y + p.height

/** Boxes found by where they lie, in cells a little larger than a label. */
class Grid {
  private readonly cells = new Map<number, LabelBox[]>()
  private readonly cell = 80
  private each(box: LabelBox, visit: (key: number) => boolean): boolean {
    const right = Math.floor((box.x + box.width) / this.cell)
    const bottom = Math.floor((box.y + box.height) / this.cell)
    for (let i = Math.floor(box.x / this.cell); i <= right; i++)
      for (let j = Math.floor(box.y / this.cell); j <= bottom; j++) if (visit(i * 65_536 + j)) return true
    return false
  }
  add(box: LabelBox): void {
    this.each(box, (key) => {
      const list = this.cells.get(key)
      if (list) list.push(box)
      else this.cells.set(key, [box])
      return false
    })
  }
  hits(box: LabelBox, except?: LabelBox): boolean {
    return this.each(box, (key) => (this.cells.get(key) ?? []).some((q) => q !== except && overlaps(box, q)))
  }
}

/** Where on a line its label is tried, as parts of its length. */
const ALONG = [0.5, 0.38, 0.62, 0.26, 0.74]

/** Left and top of the places that are tried, best first. */
function placesFor({ x, y, width, height, radius, to }: LabelWish, gap: number): [number, number][] {
  const half = height / 2
  if (to) return ALONG.map((t) => [x + (to.x - x) * t - width / 2, y + (to.y - y) * t - half])
  const r = radius + gap
  return [
    [x + r, y - half],
    [x - r - width, y - half],
    [x - width / 2, y + r],
    [x - width / 2, y - r - height],
    [x + r * 0.7, y + r * 0.5],
    [x + r * 0.7, y - r * 0.5 - height],
  ]
}

/**
 * @param wishes in order of importance
 * @param stage size of the drawing area in pixels; labels outside of it are left out
 * @param taken what else lies on the stage: no label goes there
 * @param most how many labels are placed at most
 * @param gap pixels between a node and its label, and least distance between labels
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  stage: { width: number; height: number },
  { taken = [], most = Infinity, gap = 4 }: { taken?: readonly LabelBox[]; most?: number; gap?: number } = {},
): PlacedLabel[] {
  const labels = new Grid()
  for (const box of taken) labels.add(box)
  const nodes = new Grid()
  // Stands in the way of nobody's label but those of its like: the small give way to the names of the large.
  const large = new Grid()
  const isLarge = (w: LabelWish): boolean => w.radius >= largest * 0.55
  const largest = wishes.reduce((m, w) => Math.max(m, w.radius), 0)
  const discs = new Map<string, LabelBox>()
  for (const w of wishes) {
    if (w.to) continue
    // A little less than the disc: a label may touch a neighbour's rim.
    const r = w.radius * 0.8
    const disc = { x: w.x - r, y: w.y - r, width: 2 * r, height: 2 * r }
    discs.set(w.id, disc)
    nodes.add(disc)
    if (isLarge(w)) large.add(disc)
  }
  const placed: PlacedLabel[] = []
  for (const w of wishes) {
    if (placed.length >= most) break
    const { width, height } = w
    const places = placesFor(w, gap)
    const free = (obstacles: Grid): LabelBox | undefined => {
      for (const [left, top] of places) {
        const box = { x: left, y: top, width, height }
        const inside =
          left >= gap && top >= gap && left + width <= stage.width - gap && top + height <= stage.height - gap
        const padded = { x: left - gap / 2, y: top - gap / 2, width: width + gap, height: height + gap }
        if (inside && !labels.hits(padded) && !obstacles.hits(box, discs.get(w.id))) return box
      }
      return undefined
    }
    let chosen = free(nodes) ?? (isLarge(w) ? free(large) : undefined)
    if (!chosen && w.always) {
      // Back into the stage, over whatever node is there, but over no label that is placed already.
      for (const [left, top] of places) {
        const box = {
          x: Math.min(Math.max(left, 0), Math.max(0, stage.width - width)),
          y: Math.min(Math.max(top, 0), Math.max(0, stage.height - height)),
          width,
          height,
        }
        if (!labels.hits(box)) {
          chosen = box
          break
        }
      }
    }
    if (!chosen) continue
    labels.add(chosen)
    placed.push({ id: w.id, ...chosen })
  }
  return placed
}
