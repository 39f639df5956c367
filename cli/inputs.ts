/** Transcripts as they are named on the command line: files, folders, globs, standard input. */
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, relative, resolve } from 'node:path'
import { isSideFile, SIDE_ENDINGS, stemOf } from '../extract/sides.ts'
import { type Format, type Metadata, type Source, TranscriptError } from '../extract/types.ts'
import { bugReport, firstLine, systemReason, WorkError } from './errors.ts'
import type { Io } from './io.ts'

export const STDIN = '-'

/** What transcripts are called; a folder is searched for these. A file that is named is read whatever it is called. */
const EXTENSIONS = ['txt', 'md', 'markdown', 'vtt', 'srt', 'json', 'html', 'htm']
/** Files that stand beside transcripts without being any. */
const BESIDE = /^(readme|licen[cs]e|notice|attribution|contributing|changelog)(\.[a-z]+)?$/i

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const isGlob = (path: string): boolean => /[*?[\]{}]/.test(path)

async function globFiles(io: Io, pattern: string, folder: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const found = await glob(pattern, { cwd: folder, absolute: true, expandDirectories: false })
  return found
    .filter((file) => !BESIDE.test(basename(file)) && !isSideFile(file))
    .map((file) => relative(io.cwd, file))
}

/**
 * The files that PATH… stands for, sorted, each once.
 * @returns paths from the working folder, and `-` for standard input
 * @throws {WorkError} when a path does not exist, or a folder or glob holds no transcript
 */
export async function listInputs(io: Io, paths: readonly string[]): Promise<string[]> {
  const found = new Map<string, string>()
  const add = (path: string): void => {
    found.set(path === STDIN ? STDIN : resolve(io.cwd, path), path)
  }
  for (const path of paths) {
    if (path === STDIN) {
      add(path)
      continue
    }
    const status = await stat(resolve(io.cwd, path)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw new WorkError(`${path}: cannot be read: ${systemReason(error)}`)
    })
    if (status?.isDirectory()) {
      const files = await globFiles(io, `**/*.{${EXTENSIONS.join(',')}}`, resolve(io.cwd, path))
      if (!files.length)
        throw new WorkError(
          `${path}: the folder holds no transcript (${EXTENSIONS.map((e) => `.${e}`).join(', ')})`,
        )
      for (const file of files) add(file)
    } else if (status) add(path)
    else if (isGlob(path)) {
      const files = await globFiles(io, path, io.cwd)
      if (!files.length) throw new WorkError(`${path}: no file matches`)
      for (const file of files) add(file)
    } else throw new WorkError(`${path}: no such file or folder; check the path`)
  }
  return [...found.values()].sort(ascending)
}

async function readBytes(io: Io, path: string): Promise<Uint8Array> {
  if (path !== STDIN) return readFile(resolve(io.cwd, path))
  const chunks: Uint8Array[] = []
  for await (const chunk of io.stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so.
 * @throws {WorkError} when it cannot be read, is empty or holds no text. The message names the file.
 */
export async function readText(io: Io, path: string): Promise<string> {
  const name = path === STDIN ? 'standard input' : path
  let bytes: Uint8Array
  try {
    bytes = await readBytes(io, path)
  } catch (error) {
    throw new WorkError(`${name}: cannot be read: ${systemReason(error)}`)
  }
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'be' : ''
  let text: string
  try {
    text = new TextDecoder(mark ? `utf-16${mark}` : 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new WorkError(`${name}: is no UTF-8 text; convert it, for example with iconv -t UTF-8`)
  }
  if (text.includes('\0')) throw new WorkError(`${name}: is no text but a binary file; give a text file`)
  if (!text.trim()) throw new WorkError(`${name}: is empty; give another file`)
  return text
}

/** @throws {WorkError} when it cannot be read or is no JSON; `remedy` says what to do then */
export async function readJson(io: Io, path: string, remedy = 'check the file'): Promise<unknown> {
  const text = await readText(io, path)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new WorkError(`${path}: is no JSON: ${firstLine((error as Error).message)}; ${remedy}`)
  }
}

/** `talk.meta.yml` beside `talk.txt`, where there is one. */
const sideFile = (io: Io, path: string): string | undefined =>
  SIDE_ENDINGS.map((ending) => stemOf(path) + ending).find((side) => existsSync(resolve(io.cwd, side)))

/**
 * Reads a transcript and the side file `NAME.meta.yml` (or `.meta.json`) beside it.
 * @throws {WorkError} when either cannot be read. The message names the file, and the line where there is one.
 */
export async function readSource(io: Io, path: string, format?: Format): Promise<Source> {
  const text = await readText(io, path)
  const source: Source = { name: path === STDIN ? 'stdin' : basename(path), text }
  if (format) source.format = format
  const side = path === STDIN ? undefined : sideFile(io, path)
  if (side !== undefined) source.metadata = await readMetadata(io, side)
  return source
}

async function readMetadata(io: Io, path: string): Promise<Metadata> {
  const { parseMetadata } = await import('../extract/metadata.ts')
  try {
    return parseMetadata(await readText(io, path))
  } catch (error) {
    throw error instanceof TranscriptError ? new WorkError(sourceProblem(path, error)) : error
  }
}

/** One line on a transcript that was left out: the file, the line where there is one, and what to do. */
export function sourceProblem(path: string, error: unknown): string {
  if (error instanceof WorkError) return error.message
  const name = path === STDIN ? 'standard input' : path
  if (error instanceof TranscriptError)
    return `${name}${error.line === undefined ? '' : `:${error.line}`}: ${firstLine(error.message)}`
  return `${name}: ${bugReport(error)}`
}
