/** Text for terminals and files: colours, wrapping, whole files or none. */
import { randomBytes } from 'node:crypto'
import { mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import pc from 'picocolors'
import { systemReason, WorkError } from './errors.ts'
import type { Io, TextOut } from './io.ts'

export type Colors = ReturnType<typeof pc.createColors>

/** Colours on a terminal, unless NO_COLOR is set (no-color.org) or the terminal is dumb. */
export const colorsFor = (out: TextOut, env: Io['env']): Colors =>
  pc.createColors(out.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb')

const MOST_COLUMNS = 110
export const widthOf = (out: TextOut): number => Math.max(40, Math.min(out.columns ?? 80, MOST_COLUMNS))

/**
 * Text of a transcript or graph, safe to print: control characters could drive the terminal, and marks that
 * turn the writing direction could make words look like others. Line ends become spaces.
 */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim()

/** Breaks text into lines of at most `width` characters, each with the indent before it. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, indent + line].join('\n')
}

/** `1 claim`, `1,200 claims` */
export function plural(count: number, noun: string): string {
  const digits = String(count).replace(/\B(?=(\d{3})+$)/g, ',')
  const many = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`
  return `${digits} ${count === 1 ? noun : many}`
}

export const printJson = (io: Io, value: unknown): void => {
  io.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

const real = async (path: string): Promise<string> => realpath(path).catch(() => path)

/**
 * Writes a whole file or none: into a new file beside it, then renamed. Missing folders are made.
 * @param path where to write, from the working folder
 * @param inputs files that were read and must not be overwritten
 * @throws {WorkError} when it would overwrite an input, or cannot be written
 */
export async function writeWhole(
  io: Io,
  path: string,
  text: string,
  inputs: readonly string[] = [],
): Promise<void> {
  await refuseInput(io, path, inputs)
  const target = resolve(io.cwd, path)
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await mkdir(dirname(target), { recursive: true })
    await writeFile(beside, text, { flag: 'wx' })
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    throw new WorkError(`${path}: cannot be written: ${systemReason(error)}; give another file with -o`)
  }
}

/** @throws {WorkError} when the path is one of the inputs, also by another name */
export async function refuseInput(io: Io, path: string, inputs: readonly string[]): Promise<void> {
  const target = await real(resolve(io.cwd, path))
  for (const input of inputs)
    if ((await real(resolve(io.cwd, input))) === target)
      throw new WorkError(`${path}: is one of the files that are read; give another file with -o`)
}

/** Writes to a file, or to standard output without one (or with `-`). */
export async function writeResult(
  io: Io,
  path: string | undefined,
  text: string,
  inputs: readonly string[] = [],
): Promise<void> {
  if (path === undefined || path === '-') io.stdout.write(text)
  else await writeWhole(io, path, text, inputs)
}
