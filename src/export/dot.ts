import type { GraphFile } from '../schema.ts'
import { flatten } from './flat.ts'

/** A quoted string of DOT. A backslash would begin an escape such as `\N`, a line end break the picture. */
export const dotString = (text: string): string =>
  `"${text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replace(/[\\"]/g, (c) => `\\${c}`)}"`

const SHAPES: Record<string, string> = {
  project: 'box',
  technology: 'box',
  company: 'house',
  foundation: 'house',
  person: 'ellipse',
  maturity: 'diamond',
}

/** Text that is shown: Graphviz reads entities in it. */
const shown = (text: string): string => text.replaceAll('&', '&amp;')

const attributes = (values: Record<string, string>): string =>
  `[${Object.entries(values)
    .map(([name, value]) => `${name}=${dotString(value)}`)
    .join(', ')}]`

/** DOT for Graphviz: names, predicates, and what qualifies a claim. Denied claims are drawn dashed. */
export function toDot(graph: GraphFile): string {
  const { nodes, edges } = flatten(graph)
  return `${[
    'digraph hallway {',
    '  node [fontname="sans-serif"];',
    '  edge [fontname="sans-serif", fontsize="10"];',
    ...nodes.map(({ id, label, values: { kind } }) => {
      const shape = SHAPES[String(kind)] ?? 'note'
      return `  ${dotString(id)} ${attributes({ label: shown(label), class: String(kind), shape })};`
    }),
    ...edges.map(({ source, target, label, values }) => {
      const notes = [values.status, values.role, values.since, values.modality].filter(
        (note) => note !== undefined,
      )
      const text = notes.length ? `${label} (${notes.join(', ')})` : label
      const denied = values.polarity === 'denied'
      return `  ${dotString(source)} -> ${dotString(target)} ${attributes({
        label: shown(denied ? `not: ${text}` : text),
        class: String(values.predicate),
        ...(denied ? { style: 'dashed' } : {}),
        ...(values.predicate === 'mentions' ? { style: 'dotted', constraint: 'false' } : {}),
      })};`
    }),
    '}',
  ].join('\n')}\n`
}
