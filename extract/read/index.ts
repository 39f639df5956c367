/** The first stage: a file becomes labelled turns. */
import { entityId } from '../../src/ids.ts'
import { type Format, type Metadata, type Source, type Transcript, TranscriptError } from '../types.ts'
import { readCues } from './cues.ts'
import { detectFormat, isBinary } from './detect.ts'
import type { Draft } from './draft.ts'
import { markdownOf } from './html.ts'
import { readJson } from './json.ts'
import { readText } from './text.ts'

export { fingerprint } from '../../src/quotes.ts'

/** File name without its extension and a trailing `.transcript`. */
const stem = (name: string): string =>
  name.replace(/\.[^.]{1,10}$/, '').replace(/[._-]transcript$/i, '') || name

/** @example readable('lantern-7') // 'Lantern 7' */
const readable = (name: string): string =>
  name
    .split(/[-_\s]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')

function titleOf(metadata: Metadata, name: string): string {
  const { title, show } = metadata
  if (title) return show && !title.toLowerCase().includes(show.toLowerCase()) ? `${show}: ${title}` : title
  return show && metadata.episode ? `${show} #${metadata.episode}` : readable(stem(name))
}

function draft(
  text: string,
  format: Format,
  given: Format | undefined,
  side: Metadata,
): Draft & { format: Format } {
  switch (format) {
    case 'text':
    case 'markdown':
      return readText(text, given === 'text' || given === 'markdown' ? given : undefined, side)
    case 'vtt':
    case 'srt':
      return { ...readCues(text, side), format }
    case 'json':
      return { ...readJson(text), format }
    case 'html': {
      const { lines, from } = markdownOf(text)
      const { turns, page } = readText(lines.join('\n'), 'markdown', side)
      for (const turn of turns) turn.line = from[turn.line - 1] ?? 1
      return { turns, page, format }
    }
  }
}

/**
 * Reads a transcript: plain text, Markdown or one of the cue formats, recognised from the content unless
 * `source.format` says which. Linear in the length of the text.
 * @throws {TranscriptError} where the source is empty, binary or holds no labelled turn.
 */
export function readTranscript(source: Source): Transcript {
  if (isBinary(source.text))
    throw new TranscriptError(
      'this is no text file; give a transcript as plain text, Markdown, VTT, SRT, JSON or HTML',
    )
  const text = source.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (text.trim() === '')
    throw new TranscriptError('the file is empty; give a transcript with labelled turns')
  const side = source.metadata ?? {}
  const { turns, page, format } = draft(text, source.format ?? detectFormat(text), source.format, side)
  if (turns.length === 0)
    throw new TranscriptError(
      'no turn found: no line begins with a speaker such as "Name:" or "**Name:**"; label who speaks, or say --format',
    )
  const metadata = { ...page, ...side }
  const name = stem(source.name)
  return {
    id: entityId('episode', name),
    file: source.name,
    format,
    metadata,
    title: titleOf(metadata, source.name),
    turns,
  }
}
