/** How answers look on a terminal. */
import type { GraphIndex, Named } from '../src/lookup.ts'
import type { Evidence, Qualifiers } from '../src/schema.ts'
import type { Io } from './io.ts'
import { type Colors, colorsFor, plural, printable, widthOf, wrap } from './output.ts'

export interface Page {
  colors: Colors
  width: number
  index: GraphIndex
  /** Prints a line. */
  line(text?: string): void
}

export const pageFor = (io: Io, index: GraphIndex): Page => ({
  colors: colorsFor(io.stdout, io.env),
  width: widthOf(io.stdout),
  index,
  line: (text = '') => io.stdout.write(`${text}\n`),
})

export const title = (page: Page, { id, label }: Named): string =>
  `${page.colors.bold(printable(label))}  ${page.colors.dim(printable(id))}`

/** `former, since 2021`; empty where nothing qualifies it. */
export function qualifiersText(qualifiers: Qualifiers, without: (keyof Qualifiers)[] = []): string {
  const { status, role, since, until, polarity, modality } = qualifiers
  const parts: [keyof Qualifiers, string | undefined][] = [
    ['polarity', polarity],
    ['status', status],
    ['modality', modality],
    ['role', role],
    ['since', since && `since ${since}`],
    ['until', until && `until ${until}`],
  ]
  return parts
    .filter(([name, text]) => text && !without.includes(name))
    .map(([, text]) => printable(text ?? ''))
    .join(', ')
}

/** Who says it and where, in one line. */
function placeText(page: Page, evidence: Evidence): string {
  const { speaker, episode, turn } = evidence
  const { episodes } = page.index.graph.attributes
  const name = speaker && page.index.has(speaker) ? page.index.name(speaker).label : speaker
  const parts = [name, `turn ${turn}`]
  if (episodes.length > 1) parts.push(episodes.find((e) => e.id === episode)?.title ?? episode)
  return parts
    .filter((part) => part !== undefined)
    .map(printable)
    .join(', ')
}

/** Pieces that do not lie within another piece of the same turn: the sentence rather than a name in it. */
const widest = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter(
    (a) =>
      !evidence.some(
        (b) =>
          a.episode === b.episode &&
          a.turn === b.turn &&
          b.start <= a.start &&
          a.end <= b.end &&
          b.end - b.start > a.end - a.start,
      ),
  )

/**
 * Prints pieces of evidence: the words, wrapped, then who says them and where.
 * @param most how many are printed; the rest are counted
 */
export function printEvidence(page: Page, evidence: readonly Evidence[], indent: string, most = 2): void {
  const { dim, italic } = page.colors
  // Without their words, two pieces of one turn look alike.
  const pieces = widest(evidence).filter(
    ({ episode, turn, quote }, i, all) =>
      quote !== undefined || all.findIndex((other) => other.episode === episode && other.turn === turn) === i,
  )
  for (const piece of pieces.slice(0, most)) {
    if (piece.quote !== undefined) page.line(italic(wrap(`“${printable(piece.quote)}”`, page.width, indent)))
    page.line(dim(`${indent}${piece.quote === undefined ? '' : '  '}— ${placeText(page, piece)}`))
  }
  const rest = pieces.length - most
  if (rest > 0) page.line(dim(`${indent}and ${plural(rest, 'more place')}; --json has them all`))
}

/** Says, once, how to see the words where the graph has none. */
export function printQuoteHint(page: Page, evidence: readonly Evidence[]): void {
  const bare = evidence.find((piece) => piece.quote === undefined)
  if (!bare) return
  const file = page.index.graph.attributes.episodes.find((e) => e.id === bare.episode)?.file
  page.line()
  page.line(
    page.colors.dim(`This graph has no quotes; to read them: --transcript ${printable(file ?? 'FILE')}`),
  )
}
