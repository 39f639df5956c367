import type { Metadata, Turn } from '../types.ts'

/** What the reader of one format hands back: the turns, and what the page says of itself. */
export interface Draft {
  turns: Turn[]
  page: Metadata
}

/** One cue of a subtitle or speech-recognition format; `label` is null where the cue names no speaker. */
export interface CuePiece {
  label: string | null
  text: string
  line: number
}

/**
 * Joins consecutive cues of one speaker into turns. A cue without a speaker continues the turn before it;
 * cues before the first speaker are left out.
 */
export function turnsFromCues(cues: Iterable<CuePiece>): Turn[] {
  const turns: { label: string; line: number; parts: string[] }[] = []
  for (const { label, text, line } of cues) {
    const last = turns.at(-1)
    const words = text.trim()
    if (last && (label === null || label === last.label)) {
      if (words) last.parts.push(words)
    } else if (label !== null) turns.push({ label, line, parts: words ? [words] : [] })
  }
  return turns.map(({ label, line, parts }, index) => ({ index, label, text: parts.join(' '), line }))
}
