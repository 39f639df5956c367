/** The registry as the command reads it, for tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { joinRegistry, type Registry, type RegistryFile } from '../src/registry.ts'

const FOLDER = new URL('../data/registry/', import.meta.url)

export function bundledRegistry(): Registry {
  const names = readdirSync(FOLDER).filter((f) => f.endsWith('.json'))
  names.sort((a, b) => Number(b === 'landscape.json') - Number(a === 'landscape.json') || (a < b ? -1 : 1))
  return joinRegistry(
    names.map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as RegistryFile),
  )
}
