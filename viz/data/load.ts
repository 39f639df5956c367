/** What there is to see, and fetching it. */
import { FORMAT, VERSION } from '../../src/ontology.ts'
import type { GraphFile } from '../../src/schema.ts'
import { isTranscriptDoc, type TranscriptDoc } from '../model/transcript.ts'
import { fetchJson, isOneFile, LoadError } from './home.ts'

/** Where a transcript is to be had; `episode` is null where the index does not say whose it is. */
export interface TranscriptOffer {
  episode: string | null
  address: string
}

export interface Offer {
  name: string
  title: string
  graph: string
  /** Where its places are to be had that were found ahead (model/ahead.ts); null where there are none. */
  places: string | null
  transcripts: readonly TranscriptOffer[]
}

const INDEX = 'data/index.json'

/** Whether this is an address on the viewer's own server. */
const isLocal = (address: unknown): address is string =>
  typeof address === 'string' && (isOneFile() || new URL(address, location.href).origin === location.origin)

const transcriptOffer = (given: unknown): TranscriptOffer[] => {
  const { episode, address } = (typeof given === 'string' ? { address: given } : (given ?? {})) as {
    episode?: unknown
    address?: unknown
  }
  return isLocal(address) ? [{ episode: typeof episode === 'string' ? episode : null, address }] : []
}

/** What data/index.json offers; an empty list where there is no such file. Paths that leave the server are dropped. */
export async function loadOffers(): Promise<Offer[]> {
  const json = await fetchJson(INDEX).catch(() => [])
  return (Array.isArray(json) ? json : [])
    .filter((o) => typeof o?.name === 'string' && isLocal(o.graph))
    .map((o) => ({
      name: o.name,
      title: typeof o.title === 'string' ? o.title : o.name,
      graph: o.graph,
      places: isLocal(o.places) ? o.places : null,
      transcripts: Array.isArray(o.transcripts) ? o.transcripts.flatMap(transcriptOffer) : [],
    }))
}

/** The graph to be shown: the one that is asked for by its name, or the first one. */
export const offered = (offers: readonly Offer[], wanted: string | null): Offer | undefined =>
  offers.find((o) => o.name === wanted) ?? offers[0]

/**
 * A graph from our own server, which has read it with the full schema before: only its head is looked at here.
 * Files that the user opens go through `parseGraph` (reading.ts).
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

/** Transcripts fetched at once; a show has hundreds of episodes, and the browser other things to do. */
const AT_ONCE = 3

/** The transcripts of one graph, each fetched when it is first asked for. */
export interface Shelf {
  /** Fetches the transcript of an episode, once; null where there is none. Never fails: who has no words says so. */
  want(episode: string): Promise<void> | null
  /** Fetches all that there are. */
  wantAll(): Promise<void>
  /** What is on its way still comes, and is dropped. */
  close(): void
}

/** @param got is given each transcript once */
export function openShelf(offers: readonly TranscriptOffer[], got: (doc: TranscriptDoc) => void): Shelf {
  const asked = new Map<string, Promise<void>>()
  const waiting: (() => void)[] = []
  let running = 0
  let closed = false
  const slot = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
    running++
    try {
      return await work()
    } finally {
      running--
      waiting.shift()?.()
    }
  }
  const fetchOne = (address: string): Promise<void> => {
    const before = asked.get(address)
    if (before) return before
    const now = slot(async () => {
      if (closed) return
      const json = await fetchJson(address).catch(() => null)
      if (closed) return
      if (isTranscriptDoc(json)) got(json)
      // What did not come may come the next time.
      else asked.delete(address)
    })
    asked.set(address, now)
    return now
  }
  const fetchAll = async (list: readonly TranscriptOffer[]): Promise<void> => {
    await Promise.all(list.map(({ address }) => fetchOne(address)))
  }
  return {
    want: (episode) => {
      const own = offers.filter((o) => o.episode === episode)
      // An index that does not say whose a transcript is leaves no choice but to look into each.
      const maybe = own.length > 0 ? own : offers.filter((o) => o.episode === null)
      return maybe.length > 0 ? fetchAll(maybe) : null
    },
    wantAll: () => fetchAll(offers),
    close: () => {
      closed = true
    },
  }
}
