/** What the viewer is given to show, as files below its own folder: an index, graphs, and their transcripts. */
import { serialize } from '../src/graph.ts'
import type { GraphFile } from '../src/schema.ts'

/** What `data/index.json` lists. */
export interface ServedGraph {
  name: string
  title: string
  /** An address below the viewer's own. */
  graph: string
  /** Where its places are, found ahead; absent where the viewer has to find them. */
  places?: string
  /** Of which episode, and where; so that the viewer fetches the one that is asked for. */
  transcripts: { episode: string; address: string }[]
}

/** Path below the viewer, such as `data/0.json`, to the JSON that stands there. */
export type ServedData = ReadonlyMap<string, string>

export interface ReadTurns {
  id: string
  file: string
  fingerprint: string
  turns: { index: number; label: string; text: string }[]
}

/** A graph of one episode goes by its title, one of several by how many they are. */
function nameGraph(path: string, graph: GraphFile): { name: string; title: string } {
  const name = path.replace(/^.*[/\\]/, '').replace(/\.json$/, '')
  const { episodes } = graph.attributes
  const first = episodes[0]
  return {
    name,
    title: episodes.length === 1 && first ? first.title : `${name} (${episodes.length} episodes)`,
  }
}

/**
 * @param graphs in the order in which they are offered; they are named after their files
 * @param transcripts those that no graph was made from are left out
 * @param placesOf finds the places of a graph ahead, as the file that the viewer reads; null where it does not
 * @returns the data, and the transcripts that are in it
 */
export function siteData(
  graphs: readonly { path: string; graph: GraphFile }[],
  transcripts: readonly ReadTurns[],
  placesOf: (graph: GraphFile) => string | null = () => null,
): { data: ServedData; used: ReadonlySet<ReadTurns> } {
  const data = new Map<string, string>()
  const index: ServedGraph[] = []
  const used = new Set<ReadTurns>()
  for (const [i, { path, graph }] of graphs.entries()) {
    const offers: ServedGraph['transcripts'] = []
    for (const transcript of transcripts) {
      // The file may have been renamed since the graph was made: the graph's name for the episode holds.
      const episode = graph.attributes.episodes.find((e) => e.fingerprint === transcript.fingerprint)
      if (!episode) continue
      used.add(transcript)
      const address = `data/${i}-${offers.length}.json`
      data.set(address, JSON.stringify({ ...transcript, id: episode.id }))
      offers.push({ episode: episode.id, address })
    }
    data.set(`data/${i}.json`, serialize(graph))
    const places = placesOf(graph)
    if (places !== null) data.set(`data/${i}.places.json`, places)
    index.push({
      ...nameGraph(path, graph),
      graph: `data/${i}.json`,
      ...(places === null ? {} : { places: `data/${i}.places.json` }),
      transcripts: offers,
    })
  }
  data.set('data/index.json', JSON.stringify(index))
  return { data, used }
}
