/** Makes the registry's data files: `hallway registry build`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import review from '../data/registry/review/landscape.json' with { type: 'json' }
import { LandscapeError, LandscapeReview, landscapeRegistry } from '../src/landscape.ts'
import type { RegistryFile } from '../src/registry.ts'

/** The registry could not be built. The message is one line: what happened, where, and what to do. */
export class RegistryBuildError extends Error {
  override name = 'RegistryBuildError'
}

/** One entry a line, so that a change of one entry is a change of one line. */
export function serialiseRegistry({ source, date, entries }: RegistryFile): string {
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n')
  return `{"source":${JSON.stringify(source)},"date":${JSON.stringify(date)},"entries":[\n${lines}\n]}\n`
}

/** True for a day that exists, written YYYY-MM-DD. */
function isIsoDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const day = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === date
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.replace(/:$/, '') ??
  'unknown reason'

/** The date in a comment above the data: `# cncf/landscape at 153d699, 2026-08-07`. */
function markedDate(text: string): string | undefined {
  for (const line of text.split('\n', 40)) {
    if (line.trim() === '') continue
    if (!line.startsWith('#')) return undefined
    const found = line.match(/(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/)?.[0]
    if (found && isIsoDay(found)) return found
  }
  return undefined
}

/** The last day on which a project changed its level: the file is at least as young. */
function lastChange({ entries }: RegistryFile): string | undefined {
  return entries
    .flatMap((entry) => entry.record?.maturity ?? [])
    .map(({ since }) => since)
    .sort()
    .at(-1)
}

/** How the date of the file was found. */
export type DateSource = 'given' | 'comment' | 'last change'

/**
 * Reads a CNCF landscape file and writes `landscape.json` into a folder, which is made if it is missing.
 * The same file and date give the same bytes.
 * @param landscapePath the landscape's YAML file
 * @param outDir where to write
 * @param options.date ISO date of the landscape file. Without it: a date in a comment at its top, else the last
 *   day on which a project changed its level
 * @param options.cwd the folder that both paths start from
 * @returns the path written, the date and how it was found, and the number of entries
 * @throws {RegistryBuildError} when the date, the file or its content is not usable
 */
export async function buildRegistry(
  landscapePath: string,
  outDir: string,
  { date, cwd = '.' }: { date?: string | undefined; cwd?: string },
): Promise<{ path: string; date: string; dateFrom: DateSource; entries: number; projects: number }> {
  if (date !== undefined && !isIsoDay(date))
    throw new RegistryBuildError(`--date ${JSON.stringify(date)} is no ISO date; write it as YYYY-MM-DD`)

  let text: string
  try {
    text = await readFile(resolve(cwd, landscapePath), 'utf8')
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new RegistryBuildError(
      missing
        ? `${landscapePath}: there is no such file; give the landscape.yml of github.com/cncf/landscape`
        : `${landscapePath}: cannot be read (${reasonOf(error)})`,
    )
  }
  let yaml: unknown
  try {
    yaml = parse(text)
  } catch (error) {
    throw new RegistryBuildError(`${landscapePath}: is no YAML (${reasonOf(error)})`)
  }
  let file: RegistryFile
  const stated = date ?? markedDate(text)
  try {
    file = landscapeRegistry(yaml, { date: stated ?? '', review: LandscapeReview.parse(review) })
  } catch (error) {
    if (error instanceof LandscapeError) throw new RegistryBuildError(`${landscapePath}: ${error.message}`)
    throw error
  }
  const dated = stated ?? lastChange(file)
  if (dated === undefined)
    throw new RegistryBuildError(
      `${landscapePath}: holds no date, neither in a comment at its top nor of a project; give the date of its commit: --date YYYY-MM-DD`,
    )
  file = { ...file, date: dated }
  const path = join(outDir, 'landscape.json')
  try {
    await mkdir(resolve(cwd, outDir), { recursive: true })
    await writeFile(resolve(cwd, path), serialiseRegistry(file))
  } catch (error) {
    throw new RegistryBuildError(`${path}: cannot be written (${reasonOf(error)})`)
  }
  return {
    path,
    date: dated,
    dateFrom: date ? 'given' : stated ? 'comment' : 'last change',
    entries: file.entries.length,
    projects: file.entries.filter((e) => e.cncf).length,
  }
}
