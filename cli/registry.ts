/** Makes the registry's data files: `hallway registry build`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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

/**
 * Reads a CNCF landscape file and writes `landscape.json` into a folder, which is made if it is missing.
 * The same file and date give the same bytes.
 * @param landscapePath the landscape's YAML file
 * @param outDir where to write
 * @param options.date ISO date of the landscape file; the file itself does not hold it
 * @returns the path written and the number of entries
 * @throws {RegistryBuildError} when the date, the file or its content is not usable
 */
export async function buildRegistry(
  landscapePath: string,
  outDir: string,
  { date }: { date?: string | undefined },
): Promise<{ path: string; entries: number; projects: number }> {
  if (!date)
    throw new RegistryBuildError(
      'the landscape file does not hold its own date; give the date of its commit: --date YYYY-MM-DD',
    )
  if (!isIsoDay(date))
    throw new RegistryBuildError(`--date ${JSON.stringify(date)} is no ISO date; write it as YYYY-MM-DD`)

  let text: string
  try {
    text = await readFile(landscapePath, 'utf8')
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
  try {
    file = landscapeRegistry(yaml, { date, review: LandscapeReview.parse(review) })
  } catch (error) {
    if (error instanceof LandscapeError) throw new RegistryBuildError(`${landscapePath}: ${error.message}`)
    throw error
  }
  const path = join(outDir, 'landscape.json')
  try {
    await mkdir(outDir, { recursive: true })
    await writeFile(path, serialiseRegistry(file))
  } catch (error) {
    throw new RegistryBuildError(`${path}: cannot be written (${reasonOf(error)})`)
  }
  return { path, entries: file.entries.length, projects: file.entries.filter((e) => e.cncf).length }
}
