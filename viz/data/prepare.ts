/** A graph with all that is asked of it. */
import type { GraphFile } from '../../src/schema.ts'
import { takePlaces } from '../graph/positions.ts'
import { buildFacets, type FacetIndex } from '../model/facets.ts'
import { buildModel, type GraphModel } from '../model/model.ts'
import { buildSearch, type SearchIndex } from '../model/search.ts'
import { type WhoRow, whoRows } from '../model/who.ts'
import { fetchJson } from './home.ts'
import { loadGraph, type Offer } from './load.ts'
import { pause } from './pieces.ts'

export interface Loaded {
  name: string
  title: string
  model: GraphModel
  facets: FacetIndex
  search: SearchIndex
  who: readonly WhoRow[]
}

const once = <T>(make: () => T): (() => T) => {
  let made: { it: T } | null = null
  return () => {
    made ??= { it: make() }
    return made.it
  }
}

/** What the picture does not need, the search and who represented what, is made when it is first asked for. */
function withLater(name: string, title: string, model: GraphModel, facets: FacetIndex): Loaded {
  const search = once(() => buildSearch(model))
  const who = once(() => whoRows(model))
  return {
    name,
    title,
    model,
    facets,
    get search() {
      return search()
    },
    get who() {
      return who()
    },
  }
}

export const prepare = (name: string, title: string, file: GraphFile): Loaded => {
  const model = buildModel(file)
  return withLater(name, title, model, buildFacets(model))
}

/** The same while something else is looked at, which answers between the steps. */
export async function prepareInSteps(name: string, title: string, file: GraphFile): Promise<Loaded> {
  const model = buildModel(file)
  await pause()
  const facets = buildFacets(model)
  await pause()
  return withLater(name, title, model, facets)
}

/**
 * Fetches a graph, with its places where they have been found ahead.
 * @throws {LoadError} when the graph does not come, or is none
 */
export async function loadOffer({ name, title, graph, places }: Offer): Promise<Loaded> {
  const [file, ahead] = await Promise.all([
    loadGraph(graph),
    // The page can find them itself.
    places === null ? null : fetchJson(places).catch(() => null),
  ])
  const loaded = prepare(name, title, file)
  if (ahead) takePlaces(loaded.model, ahead)
  return loaded
}
