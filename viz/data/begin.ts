/** What is asked for at once, while the scripts that will show it are still on their way. */
import { positionsNow } from '../graph/positions.ts'
import { loadOffers, type Offer, offered } from './load.ts'
import { type Loaded, loadOffer } from './prepare.ts'

export interface Begun {
  offers: Promise<readonly Offer[]>
  /** The graph that will be shown first, on its way, by the address it comes from. */
  graphs: ReadonlyMap<string, Promise<Loaded>>
  /** What is there before the page is drawn; null when the page does not wait for it. */
  now: { offers: readonly Offer[]; loaded: Loaded } | null
}

/**
 * Asks for the offers and for the graph that will be shown first.
 * @param wanted its name in the address
 * @returns `first` resolves when that graph is there with its places, to null where it comes without
 */
export function begin(wanted: string | null): { begun: Begun; first: Promise<Begun | null> } {
  const graphs = new Map<string, Promise<Loaded>>()
  const offers = loadOffers()
  const first = async (): Promise<Begun | null> => {
    const list = await offers
    const offer = offered(list, wanted)
    if (!offer) return null
    const coming = loadOffer(offer)
    graphs.set(offer.graph, coming)
    // Whoever shows it hears of a failure.
    coming.catch(() => undefined)
    if (offer.places === null) return null
    const loaded = await coming.catch(() => null)
    return loaded && positionsNow(loaded.model) ? { offers, graphs, now: { offers: list, loaded } } : null
  }
  return { begun: { offers, graphs, now: null }, first: first() }
}
