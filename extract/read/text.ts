import type { Format, Metadata } from '../types.ts'
import type { Draft } from './draft.ts'
import { type LabelStyle, readLines } from './lines.ts'
import { frontMatter, pageMetadata } from './page.ts'

const STYLES: Record<'text' | 'markdown', readonly LabelStyle[]> = {
  text: ['colon', 'timed'],
  markdown: ['bold', 'heading', 'colon', 'timed'],
}

/** Reads plain text or Markdown; without a format, the labels say which of the two it is. */
export function readText(
  text: string,
  format: 'text' | 'markdown' | undefined,
  side: Metadata,
): Draft & { format: Format } {
  const all = text.split('\n')
  const front = frontMatter(all)
  const skipped = front?.lines ?? 0
  const lines = all.slice(skipped)
  const listed = { ...front?.metadata, ...side }
  // The page's own list of guests tells a first name at the start of a line from a word of prose.
  const above = pageMetadata(lines.slice(0, 40))
  const names = [...(listed.hosts ?? above.hosts ?? []), ...(listed.guests ?? above.guests ?? [])]
  const { style, turns, head } = readLines(lines, STYLES[format ?? 'markdown'], names)
  for (const turn of turns) turn.line += skipped
  const page = { ...pageMetadata(lines.slice(0, head)), ...front?.metadata }
  return { turns, page, format: format ?? (style === 'bold' || style === 'heading' ? 'markdown' : 'text') }
}
