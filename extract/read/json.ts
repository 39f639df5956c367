/** JSON transcripts: Podcasting 2.0, Whisper (with speakers), Deepgram and AssemblyAI. */
import { type Metadata, TranscriptError } from '../types.ts'
import { type CuePiece, type Draft, turnsFromCues } from './draft.ts'
import { metadataFrom } from './page.ts'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>(
    (node, key) =>
      (isObject(node) || Array.isArray(node)) && Object.hasOwn(node, key) ? (node as never)[key] : undefined,
    value,
  )

/** Recognisers number or letter their speakers. */
function labelOf(piece: Json): string | null {
  const speaker = piece.speaker ?? piece.speaker_label ?? piece.speakerName
  if (typeof speaker === 'number') return `Speaker ${speaker}`
  if (isObject(speaker)) return typeof speaker.name === 'string' ? speaker.name.trim() || null : null
  if (typeof speaker !== 'string') return null
  const name = speaker.trim()
  return /^(?:\d{1,3}|[A-Z])$/.test(name) ? `Speaker ${name}` : name || null
}

const textOf = (piece: Json): string => {
  for (const key of ['body', 'text', 'transcript', 'punctuated_word', 'word'])
    if (typeof piece[key] === 'string') return piece[key] as string
  return objects(piece.sentences).map(textOf).join(' ')
}

/** Where the known formats keep their pieces, the one with the longest pieces first. */
function piecesOf(json: unknown): Json[] {
  const alternative = at(json, 'results', 'channels', 0, 'alternatives', 0)
  const places = [
    json,
    at(json, 'segments'),
    at(json, 'utterances'),
    at(json, 'results', 'utterances'),
    at(alternative, 'paragraphs', 'paragraphs'),
    at(alternative, 'words'),
    at(json, 'words'),
  ]
  const found = places.map(objects).filter((pieces) => pieces.length > 0)
  return found.find((pieces) => pieces.some((piece) => labelOf(piece) !== null)) ?? found[0] ?? []
}

/** How far behind the piece before the next one is looked for, to know its line. */
const WINDOW = 20_000

/** @throws {TranscriptError} where the text is no JSON, or JSON in which nobody is said to speak. */
export function readJson(text: string): Draft {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const line = position ? text.slice(0, Number(position)).split('\n').length : undefined
    throw new TranscriptError('the JSON cannot be parsed; is the file complete?', line)
  }
  const pieces = piecesOf(json)
  if (pieces.length === 0)
    throw new TranscriptError(
      'this JSON holds no segments, utterances or words; see "Inputs" for what can be read',
    )
  if (!pieces.some((piece) => labelOf(piece) !== null))
    throw new TranscriptError(
      'this JSON does not say who speaks; run the recogniser with speaker labels (diarization)',
    )
  let line = 1
  let cursor = 0
  const cues = pieces.map((piece): CuePiece => {
    const words = textOf(piece)
    const found = text.slice(cursor, cursor + WINDOW).indexOf(JSON.stringify(words))
    for (let i = 0; i < found; i++) if (text.charCodeAt(cursor + i) === 10) line++
    if (found > 0) cursor += found
    return { label: labelOf(piece), text: words, line }
  })
  const page: Metadata = isObject(json) ? metadataFrom(json) : {}
  return { turns: turnsFromCues(cues), page }
}
