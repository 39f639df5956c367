/** The registry as the viewer's own server has it. Fetched only by who extracts: it is half a megabyte. */
import type { RegistryFile } from '../../src/registry.ts'
import { registryOrder } from './extraction.ts'

/** Addresses, not contents. */
const ADDRESSES = import.meta.glob<string>('../../data/registry/*.json', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
})

/**
 * The files of `data/registry/` in the order in which they are joined.
 * @throws when one of them does not come; the message says which, and what to do
 */
export async function loadRegistries(): Promise<RegistryFile[]> {
  const byName = new Map(Object.entries(ADDRESSES).map(([path, url]) => [path.replace(/^.*\//, ''), url]))
  return Promise.all(
    registryOrder([...byName.keys()]).map(async (name) => {
      const answer = await fetch(byName.get(name) ?? '').catch(() => null)
      if (!answer?.ok)
        throw new Error(`the registry (${name}) did not come from the server; is it still running?`)
      return (await answer.json()) as RegistryFile
    }),
  )
}
