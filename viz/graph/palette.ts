/** The colours of the style sheet, as numbers for WebGL and the canvas. The style sheet stays their only source. */
import type { Change } from '../../src/compare.ts'
import { FAMILIES, type Family, NODE_KINDS, type NodeKind } from '../../src/ontology.ts'
import { CHANGE_NAMES } from '../model/marks.ts'

export type Rgb = readonly [red: number, green: number, blue: number]

/** How many `--community-…` colours the style sheet has. */
export const COMMUNITY_COLOURS = 8

export interface Palette {
  kinds: Record<NodeKind, Rgb>
  families: Record<Family, Rgb>
  changes: Record<Change, Rgb>
  /** For communities, the largest first; after the last they begin again. */
  communities: readonly Rgb[]
  stage: Rgb
  ink: Rgb
  faint: Rgb
  accent: Rgb
  font: string
}

/** Reads the colours as they are now at this element; with light, dark and forced colours resolved. */
export function readPalette(at: HTMLElement): Palette {
  const probe = document.createElement('span')
  probe.className = 'colour-probe'
  at.append(probe)
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const read = (name: string): Rgb => {
    probe.style.color = `var(${name})`
    if (!context) return [128, 128, 128]
    // By way of a pixel: whatever notation the browser answers in, these are numbers.
    context.fillStyle = getComputedStyle(probe).color
    context.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data
    return [r, g, b]
  }
  const palette: Palette = {
    kinds: Object.fromEntries(NODE_KINDS.map((k) => [k, read(`--kind-${k}`)])) as Record<NodeKind, Rgb>,
    families: Object.fromEntries(FAMILIES.map((f) => [f, read(`--family-${f}`)])) as Record<Family, Rgb>,
    changes: Object.fromEntries(CHANGE_NAMES.map((c) => [c, read(`--change-${c}`)])) as Record<Change, Rgb>,
    communities: Array.from({ length: COMMUNITY_COLOURS }, (_, i) => read(`--community-${i}`)),
    stage: read('--stage'),
    ink: read('--ink'),
    faint: read('--ink-faint'),
    accent: read('--accent'),
    font: getComputedStyle(probe).fontFamily,
  }
  probe.remove()
  return palette
}

export const mix = (a: Rgb, b: Rgb, part: number): Rgb => [
  Math.round(a[0] + (b[0] - a[0]) * part),
  Math.round(a[1] + (b[1] - a[1]) * part),
  Math.round(a[2] + (b[2] - a[2]) * part),
]

export const css = ([r, g, b]: Rgb): string => `rgb(${r}, ${g}, ${b})`

/** A see-through colour the way Sigma's shaders blend it: with the colour multiplied by its opacity. */
export const veil = ([r, g, b]: Rgb, opacity: number): string =>
  `rgba(${Math.round(r * opacity)}, ${Math.round(g * opacity)}, ${Math.round(b * opacity)}, ${opacity})`
