/** Side files: what is known of a transcript besides its words. */
import { LineCounter, parseDocument } from 'yaml'
import * as z from 'zod'
import { type Metadata, TranscriptError } from './types.ts'

const text = z.coerce.string().min(1)
const names = z.union([
  z.array(z.string().min(1)),
  z
    .string()
    .min(1)
    .transform((name) => [name]),
])

const SideFile = z
  .strictObject({
    title: text,
    show: text,
    episode: text,
    date: text.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write the date as YYYY, YYYY-MM or YYYY-MM-DD'),
    hosts: names,
    guests: names,
    event: text,
  })
  .partial()

/** @throws {TranscriptError} when it is no YAML, or says something that no side file may */
export function parseMetadata(content: string): Metadata {
  const lines = new LineCounter()
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false })
  const error = document.errors[0]
  if (error)
    throw new TranscriptError(
      `is no YAML: ${error.message.split('\n', 1)[0]}`,
      lines.linePos(error.pos[0]).line,
    )
  const result = SideFile.safeParse(document.toJS() ?? {})
  if (result.success) return result.data as Metadata
  const issue = result.error.issues[0]
  const where = issue?.path.join('.')
  throw new TranscriptError(
    `${where ? `${where}: ` : ''}${issue?.message}; it may have ${Object.keys(SideFile.shape).join(', ')}`,
  )
}
