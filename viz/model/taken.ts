/** What is taken away from the viewer: the part of a graph that is seen, and names for files. */
import type { GraphFile } from '../../src/schema.ts'
import type { Visible } from './filter.ts'
import type { GraphModel } from './model.ts'

/** The graph of what is seen, in the order of the whole: a graph file as good as any. */
export function visibleFile({ file }: Pick<GraphModel, 'file'>, shown: Visible): GraphFile {
  const kept = new Set<string>()
  for (const { claims, mentions } of shown.pairs.values())
    for (const edge of [...claims, ...mentions]) kept.add(edge.key)
  return {
    ...file,
    nodes: file.nodes.filter((n) => shown.nodes.has(n.key)),
    edges: file.edges.filter(
      (e) => kept.has(e.key) && shown.nodes.has(e.source) && shown.nodes.has(e.target),
    ),
  }
}

/**
 * A name for a file: letters, digits, dots and hyphens, never hidden, never long.
 * @example fileName('made:talk.txt+2', 'visible', 'csv') // 'talk-2-visible.csv'
 */
export function fileName(graph: string, part: string, ending: string): string {
  const name = graph
    .replace(/^(file|made):/, '')
    .replace(/\.(json|txt|md|vtt|srt|html?)(?=$|\+)/i, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80)
    .replace(/[.-]+$/, '')
  return `${[name || 'graph', part].filter(Boolean).join('-')}.${ending}`
}

/**
 * Places items of given widths in rows, left to right.
 * @returns for each item its row and where in it it begins, in the unit of the widths
 */
export function flow(
  widths: readonly number[],
  most: number,
  gap: number,
): { rows: number; at: { row: number; x: number }[] } {
  let [row, x] = [0, 0]
  const at = widths.map((width) => {
    if (x > 0 && x + width > most) {
      row++
      x = 0
    }
    const here = { row, x }
    x += width + gap
    return here
  })
  return { rows: at.length === 0 ? 0 : row + 1, at }
}
