/** WebVTT and SRT: timed cues, whose speaker is a voice tag or a label at the beginning of the words. */
import { type Metadata, TranscriptError } from '../types.ts'
import { type CuePiece, type Draft, turnsFromCues } from './draft.ts'
import { readLines } from './lines.ts'
import { decode, withoutTags } from './markup.ts'

const TIMING = /^\s*(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}\s+-->\s+(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}/
const VOICE = /<v(?:\.[^\s<>]*)?\s+([^<>]+)>/

interface Cue {
  text: string
  line: number
}

function cuesOf(lines: readonly string[]): Cue[] {
  const cues: Cue[] = []
  for (let i = 0; i < lines.length; i++) {
    if (!TIMING.test(lines[i] as string)) continue
    const line = i + 2
    const words: string[] = []
    while (i + 1 < lines.length && (lines[i + 1] as string).trim() !== '') words.push(lines[++i] as string)
    cues.push({ text: words.join(' '), line })
  }
  return cues
}

/** The pieces of a cue, one for each voice in it. Words before the first voice continue the voice before. */
function* voices({ text, line }: Cue): Generator<CuePiece> {
  const parts = text.split(VOICE)
  for (let i = 0; i < parts.length; i += 2) {
    const label = i === 0 ? null : decode(parts[i - 1] as string).trim()
    const words = decode(withoutTags(parts[i] as string))
    if (label !== null || words.trim()) yield { label, text: words, line }
  }
}

/** @throws {TranscriptError} where the file has no cues. */
export function readCues(text: string, side: Metadata): Draft {
  const cues = cuesOf(text.split('\n'))
  if (cues.length === 0)
    throw new TranscriptError(
      'no cue with a time such as "00:01.000 --> 00:04.000" found; say --format if this is no VTT or SRT',
    )
  if (cues.some((cue) => VOICE.test(cue.text)))
    return { turns: turnsFromCues(cues.flatMap((cue) => [...voices(cue)])), page: {} }
  const lines = cues.map((cue) => decode(withoutTags(cue.text)).replace(/\s+/g, ' ').trim())
  const { turns } = readLines(lines, ['colon'], [...(side.hosts ?? []), ...(side.guests ?? [])])
  const pieces = turns.map(({ label, text: words, line }) => ({
    label,
    text: words.replace(/\s+/g, ' '),
    line: (cues[line - 1] as Cue).line,
  }))
  return { turns: turnsFromCues(pieces), page: {} }
}
