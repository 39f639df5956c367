/** A drawing as SVG: its name above, what shapes, rings and lines mean below. Text is escaped; nothing is markup. */
import type { Change } from '../../src/compare.ts'
import { escapeXml, tag, XML_HEAD } from '../../src/export/xml.ts'
import { type Family, MATURITY_LEVELS, type MaturityLevel, type NodeKind } from '../../src/ontology.ts'
import { css } from '../graph/palette.ts'
import { CHANGE_LINES, CHANGE_NAMES, CHANGE_SIGNS, CHANGE_WORDS } from '../model/marks.ts'
import { ngon, OUTLINES, PIN, RADIUS, ringArcs } from '../model/outlines.ts'
import { flow, wrapped } from '../model/taken.ts'
import { FAMILY_WORDS, KIND_WORDS } from '../model/words.ts'
import { BAND, type Drawing, type DrawnGround, type DrawnLine, type DrawnNode, signsOf } from './drawing.ts'

export interface Caption {
  title: string
  /** What is left out, in words; empty where everything is shown. */
  filters: string
  /** How much there is to see, and where it comes from, one line each. */
  notes: readonly string[]
  kinds: readonly NodeKind[]
  families: readonly Family[]
  levels: readonly MaturityLevel[]
  changes: readonly Change[]
}

/** How wide a text is in pixels, in a font as CSS writes it (`600 18px sans-serif`). */
export type Measure = (text: string, font: string) => number

const round = (n: number): number => Math.round(n * 100) / 100

/** Text that begins at `x`, its middle at `y`. */
const textAt = (x: number, y: number, text: string, style: Record<string, string | number>): string => {
  // Half the height of a lower-case letter, which is where the middle of a line seems to be.
  const size = Number(style['font-size'] ?? 13)
  return tag('text', { x: round(x), y: round(y + size * 0.35), ...style }, [escapeXml(text)])
}

function ring({ x, y, radius, maturity, color }: DrawnNode): string {
  if (!maturity) return ''
  return ringArcs(maturity)
    .map(({ path, opacity }) =>
      tag('path', {
        transform: `translate(${round(x)} ${round(y)}) scale(${round(radius)})`,
        d: path,
        fill: 'none',
        stroke: color,
        'stroke-width': 0.2,
        'stroke-opacity': opacity,
      }),
    )
    .join('')
}

function shape(node: DrawnNode): string {
  const scale = node.radius / RADIUS
  return tag('path', {
    transform: `translate(${round(node.x)} ${round(node.y)}) scale(${round(scale * 1000) / 1000}) translate(-12 -12)`,
    d: OUTLINES[node.kind],
    fill: node.color,
    'fill-rule': 'evenodd',
    stroke: node.outline,
    'stroke-width': round(3 / scale),
    'paint-order': 'stroke',
  })
}

function sign(x: number, y: number, change: Change, ink: string, ground: string): string {
  return (
    tag('circle', { cx: round(x), cy: round(y), r: 6.5, fill: ground, stroke: ink, 'stroke-width': 1.2 }) +
    tag('path', {
      d: CHANGE_SIGNS[change],
      transform: `translate(${round(x)} ${round(y)})`,
      stroke: ink,
      'stroke-width': 1.6,
      fill: 'none',
    })
  )
}

const line = ({ x1, y1, x2, y2, width, paint, change }: DrawnLine): string =>
  tag('line', {
    x1: round(x1),
    y1: round(y1),
    x2: round(x2),
    y2: round(y2),
    stroke: paint.color,
    'stroke-opacity': round(paint.opacity),
    'stroke-width': round(width),
    ...(change && CHANGE_LINES[change].length > 0
      ? { 'stroke-dasharray': CHANGE_LINES[change].join(' ') }
      : {}),
  })

/** A group of its own, so that what lies on itself is no darker. */
function ground({ color, opacity, reach, discs, bands }: DrawnGround): string {
  const along = bands.map((b) => `M${round(b.x1)} ${round(b.y1)}L${round(b.x2)} ${round(b.y2)}`).join('')
  const stroke = {
    fill: 'none',
    stroke: color,
    'stroke-width': round(reach * BAND),
    'stroke-linecap': 'round',
  }
  return tag('g', { opacity: round(opacity), fill: color }, [
    ...discs.map(({ x, y }) => tag('circle', { cx: round(x), cy: round(y), r: round(reach) })),
    ...(along ? [tag('path', { d: along, ...stroke })] : []),
  ])
}

const pin = (x: number, y: number, { ink, stage }: Drawing['palette']): string =>
  tag('path', {
    d: PIN,
    transform: `translate(${round(x)} ${round(y)})`,
    fill: css(ink),
    stroke: css(stage),
    'stroke-width': 2.5,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  })

/** One thing of the legend: what is drawn in the 16 pixels before the words. */
interface Item {
  words: string
  draw: (x: number, y: number) => string
}

function legend(
  { palette, grounds, pins }: Drawing,
  { kinds, families, levels, changes }: Caption,
): Item[][] {
  const ink = css(palette.ink)
  const glyph = (kind: NodeKind, x: number, y: number): string =>
    shape({
      x: x + 8,
      y,
      radius: (8 * RADIUS) / 12,
      kind,
      color: css(palette.kinds[kind]),
      outline: css(palette.stage),
    })
  const groups: Item[][] = [
    kinds.map((kind) => ({ words: KIND_WORDS[kind].many, draw: (x, y) => glyph(kind, x, y) })),
    MATURITY_LEVELS.filter((l) => levels.includes(l)).map((level) => ({
      words: `${level.charAt(0).toUpperCase()}${level.slice(1)} project`,
      draw: (x, y) => {
        const color = css(palette.kinds.project)
        const node: DrawnNode = {
          x: x + 8,
          y,
          radius: 5,
          kind: 'project',
          maturity: level,
          color,
          outline: css(palette.stage),
        }
        const inner = tag('path', {
          transform: `translate(${round(x + 8)} ${round(y)}) scale(0.55) translate(-12 -12)`,
          d: ngon(6, 8),
          fill: color,
        })
        return ring(node) + inner
      },
    })),
    families.map((family) => ({
      words: FAMILY_WORDS[family],
      draw: (x, y) =>
        tag('rect', {
          x: round(x),
          y: round(y - 1.5),
          width: 16,
          height: 3,
          fill: css(palette.families[family]),
        }),
    })),
    CHANGE_NAMES.filter((c) => changes.includes(c)).map((change) => ({
      words: CHANGE_WORDS[change],
      draw: (x, y) => {
        const paint = { color: css(palette.changes[change]), opacity: 1 }
        return (
          line({ x1: x - 6, y1: y, x2: x + 18, y2: y, width: 2.5, paint, change }) +
          sign(x + 6, y, change, ink, css(palette.stage))
        )
      },
    })),
  ]
  return [
    ...groups,
    // As on the stage: each ground is called after the most important of its members.
    grounds.map(({ name, color }) => ({
      words: `Around ${name}`,
      draw: (x: number, y: number) =>
        tag('circle', {
          cx: round(x + 8),
          cy: round(y),
          r: 7,
          fill: color,
          'fill-opacity': 0.34,
          stroke: color,
        }),
    })),
    pins.length > 0
      ? [{ words: 'Pinned', draw: (x: number, y: number) => pin(x + 8, y + 5.5, palette) }]
      : [],
  ].filter((group) => group.length > 0)
}

const [MARGIN, ROW] = [20, 24]

/**
 * The whole picture, with its caption.
 * @returns a document of its own, and its size in pixels
 */
export function toSvg(
  drawing: Drawing,
  caption: Caption,
  measure: Measure,
): { svg: string; width: number; height: number } {
  const { palette, lines, nodes, labels } = drawing
  const { font } = palette
  // A caption takes some width to be readable, however narrow the stage is.
  const width = Math.max(drawing.width, 320)
  const room = width - 2 * MARGIN
  const ink = css(palette.ink)
  const faint = css(palette.faint)
  const stage = css(palette.stage)
  const out: string[] = []
  let y = 14
  const paragraph = (text: string, size: number, weight: number, color: string): void => {
    for (const one of wrapped(text, room, (t) => measure(t, `${weight} ${size}px ${font}`))) {
      const height = Math.round(size * 1.45)
      out.push(textAt(MARGIN, y + height / 2, one, { 'font-size': size, 'font-weight': weight, fill: color }))
      y += height
    }
  }
  paragraph(caption.title, 18, 600, ink)
  if (caption.filters) paragraph(caption.filters, 13, 400, faint)
  y += 8
  const top = y

  const named = labels.map((l) =>
    textAt(l.x, l.y, l.text, {
      'font-size': l.size,
      'font-weight': l.weight,
      ...(l.italic ? { 'font-style': 'italic' } : {}),
      fill: l.color,
      stroke: stage,
      'stroke-width': 3.5,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    }),
  )
  const signs = signsOf(drawing).map((s) => sign(s.x, s.y, s.change, ink, stage))
  out.push(
    tag('g', { transform: `translate(0 ${top})`, 'clip-path': 'url(#stage)' }, [
      ...drawing.grounds.map(ground),
      ...lines.map(line),
      ...nodes.map((n) => shape(n) + ring(n)),
      ...signs,
      ...named,
      ...drawing.pins.map(({ x, y }) => pin(x, y, palette)),
      // An element without children would be another element.
      tag('g', {}),
    ]),
  )
  y = top + drawing.height + 12

  for (const group of legend(drawing, caption)) {
    const { rows, at } = flow(
      group.map((item) => 24 + measure(item.words, `400 13px ${font}`)),
      room,
      18,
    )
    for (const [i, item] of group.entries()) {
      const { row, x } = at[i] ?? { row: 0, x: 0 }
      const middle = y + row * ROW + ROW / 2
      out.push(item.draw(MARGIN + x, middle))
      out.push(textAt(MARGIN + x + 24, middle, item.words, { 'font-size': 13, fill: ink }))
    }
    y += rows * ROW
  }
  y += 6
  for (const note of caption.notes) paragraph(note, 12, 400, faint)
  const height = Math.ceil(y + 14)

  const svg = [
    XML_HEAD,
    tag(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: 'img',
        'font-family': font,
      },
      [
        `<title>${escapeXml(caption.title)}</title>`,
        `<desc>${escapeXml([caption.filters, ...caption.notes].filter(Boolean).join('. '))}</desc>`,
        tag('defs', {}, [
          tag('clipPath', { id: 'stage' }, [tag('rect', { width, height: Math.ceil(drawing.height) })]),
        ]),
        tag('rect', { width, height, fill: stage }),
        ...out,
      ],
    ),
  ].join('\n')
  return { svg: `${svg}\n`, width, height }
}
