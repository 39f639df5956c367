/** What is taken away from the viewer: the part of a graph that is seen, and names for files. */
import { fillQuotes, QuoteError } from '../../src/quotes.ts'
import type { GraphFile } from '../../src/schema.ts'
import type { Visible } from './filter.ts'
import type { GraphModel } from './model.ts'
import type { Transcripts } from './transcript.ts'

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

/** Breaks a text into lines of at most `most`; a word that is wider than that stands alone, and is cut. */
export function wrapped(text: string, most: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (line && measure(longer) > most) {
      lines.push(line)
      line = word
    } else line = longer
    while (measure(line) > most && line.length > 1) {
      let fits = Math.max(1, Math.floor((line.length * most) / measure(line)))
      while (fits > 1 && measure(line.slice(0, fits)) > most) fits--
      lines.push(line.slice(0, fits))
      line = line.slice(fits)
    }
  }
  return line ? [...lines, line] : lines
}

/**
 * The graph with the quotes that were left out, as far as the transcripts are at hand. One that the graph was not
 * made from brings nothing.
 */
export function withWords(file: GraphFile, transcripts: Transcripts): GraphFile {
  if (file.attributes.quotes) return file
  let filled = file
  for (const [episodeId, { fingerprint, turns }] of transcripts)
    try {
      filled = fillQuotes(filled, { episodeId, fingerprint, turns })
    } catch (error) {
      if (!(error instanceof QuoteError)) throw error
    }
  return filled
}

/** What stands on another page to show this view there. */
export function embedSnippet(address: string, title: string): string {
  const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="480" loading="lazy" style="border: 0"></iframe>`
}
