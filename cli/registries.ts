/** The registry that comes with Hallway: `data/registry/*.json`. */
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { joinRegistry, type Registry, type RegistryFile } from '../src/registry.ts'
import { WorkError } from './errors.ts'
import { readJson } from './inputs.ts'
import type { Io } from './io.ts'

/** Its names are the base that the other files add to. */
const BASE = 'landscape.json'

/** @throws {WorkError} when there is none, or one of its files cannot be read */
export async function loadRegistry(io: Io): Promise<Registry> {
  const folder = join(io.root, 'data', 'registry')
  const shown = relative(io.cwd, folder) || '.'
  const names = (await readdir(folder).catch((): string[] => []))
    .filter((name) => name.endsWith('.json'))
    .sort()
  if (!names.includes(BASE))
    throw new WorkError(
      `${join(shown, BASE)}: the registry is missing; make it with: hallway registry build landscape.yml -o ${shown}`,
    )
  const files: RegistryFile[] = []
  for (const name of [BASE, ...names.filter((other) => other !== BASE)]) {
    const path = join(shown, name)
    files.push((await readJson(io, path, 'restore it from the repository')) as RegistryFile)
  }
  return joinRegistry(files)
}
