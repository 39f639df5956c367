/** Extracts beside the page, so that it can be used, and stopped, meanwhile. */
import '../jitless.ts'
import type { Source } from '../../extract/types.ts'
import { version } from '../../package.json'
import type { RegistryFile } from '../../src/registry.ts'
import { extractFiles, type OwnGraph, registryOrder } from './extraction.ts'

export type WorkerMessage =
  | { type: 'progress'; done: number; file: string }
  | { type: 'done'; made: OwnGraph }
  | { type: 'failed'; message: string }

/** Addresses, not contents: the registry is half a megabyte, and is fetched only by who extracts. */
const ADDRESSES = import.meta.glob<string>('../../data/registry/*.json', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
})

async function loadRegistries(): Promise<RegistryFile[]> {
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

const tell = (message: WorkerMessage): void => self.postMessage(message)

self.onmessage = async (event: MessageEvent<Source[]>) => {
  try {
    const registries = await loadRegistries()
    const made = extractFiles(event.data, registries, `hallway ${version}`, (done, file) =>
      tell({ type: 'progress', done, file }),
    )
    tell({ type: 'done', made })
  } catch (error) {
    tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}
