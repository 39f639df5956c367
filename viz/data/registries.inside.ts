/** The registry of a page that is one file: it is inside, since a page from disk may fetch nothing. */
import type { RegistryFile } from '../../src/registry.ts'
import { registryOrder } from './extraction.ts'

const CONTENTS = import.meta.glob<RegistryFile>('../../data/registry/*.json', {
  import: 'default',
  eager: true,
})

export async function loadRegistries(): Promise<RegistryFile[]> {
  const byName = new Map(Object.entries(CONTENTS).map(([path, file]) => [path.replace(/^.*\//, ''), file]))
  return registryOrder([...byName.keys()]).flatMap((name) => byName.get(name) ?? [])
}
