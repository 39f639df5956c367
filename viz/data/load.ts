/** Fetching what the server offers. Paths are relative to the page, so that the viewer works under any path. */
import { FORMAT, VERSION } from '../../src/ontology.ts'
import type { GraphFile } from '../../src/schema.ts'
import { isTranscriptDoc, type TranscriptDoc } from '../model/transcript.ts'

export interface Offer {
  name: string
  title: string
  graph: string
  transcripts: string[]
}

/** Something that could not be loaded. The message says what, and what to do. */
export class LoadError extends Error {
  override name = 'LoadError'
}

async function fetchJson(path: string): Promise<unknown> {
  let answer: Response
  try {
    answer = await fetch(path)
  } catch {
    throw new LoadError(`${path} did not come: the server does not answer. Is "hallway view" still running?`)
  }
  if (!answer.ok) throw new LoadError(`${path} did not come: the server says ${answer.status}.`)
  try {
    return await answer.json()
  } catch {
    throw new LoadError(`${path} is no JSON.`)
  }
}

/** What data/index.json offers; an empty list where there is no such file. Paths that leave the server are dropped. */
export async function loadOffers(): Promise<Offer[]> {
  let answer: Response
  try {
    answer = await fetch('data/index.json')
  } catch {
    return []
  }
  if (!answer.ok) return []
  const json: unknown = await answer.json().catch(() => [])
  const local = (path: unknown): path is string =>
    typeof path === 'string' && new URL(path, location.href).origin === location.origin
  return (Array.isArray(json) ? json : [])
    .filter((o) => typeof o?.name === 'string' && local(o.graph))
    .map((o) => ({
      name: o.name,
      title: typeof o.title === 'string' ? o.title : o.name,
      graph: o.graph,
      transcripts: Array.isArray(o.transcripts) ? o.transcripts.filter(local) : [],
    }))
}

/**
 * A graph from our own server, which has read it with the full schema before: only its head is looked at here.
 * Files that the user opens go through `parseGraph` (own.ts).
 */
export async function loadGraph(path: string): Promise<GraphFile> {
  const json = (await fetchJson(path)) as GraphFile | null
  const head = json?.attributes
  if (head?.format !== FORMAT || !Array.isArray(json?.nodes) || !Array.isArray(json?.edges))
    throw new LoadError(`${path} is no Hallway graph; make one with: hallway extract`)
  if (head.version !== VERSION)
    throw new LoadError(
      `${path} has version ${String(head.version)}, and this viewer reads version ${VERSION}; make it again with: hallway extract`,
    )
  return json
}

/** Transcripts one after the other, few at a time; those that fail are left out. */
export async function loadTranscripts(
  paths: readonly string[],
  got: (doc: TranscriptDoc) => void,
  signal: AbortSignal,
): Promise<void> {
  const queue = [...paths]
  const work = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined && !signal.aborted; path = queue.shift()) {
      const json = await fetchJson(path).catch(() => null)
      if (!signal.aborted && isTranscriptDoc(json)) got(json)
    }
  }
  await Promise.all([work(), work(), work()])
}
