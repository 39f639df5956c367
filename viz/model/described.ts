/** What the filters leave out, in words, for whoever sees the picture without the page. */
import type { Filters, ViewState } from '../state/view.ts'
import { type GraphModel, labelOf } from './model.ts'
import { STANDING_WORDS } from './verdict.ts'
import { FAMILY_ORDER, KIND_WORDS, predicateWords } from './words.ts'

const list = (words: readonly string[]): string => words.join(', ')

const named = (what: string, ids: readonly string[], model: GraphModel): string | null =>
  ids.length > 0 ? `${what} ${list(ids.map((id) => labelOf(model, id)))}` : null

/** One of each filter, so that a new filter is not forgotten here. Null where it leaves nothing out. */
const WORDS: { [Name in keyof Filters]: (value: Filters[Name], model: GraphModel) => string | null } = {
  hiddenKinds: (kinds) =>
    kinds.length > 0 ? `without ${list(kinds.map((k) => KIND_WORDS[k].many.toLowerCase()))}` : null,
  hiddenPredicates: (predicates) =>
    predicates.length > 0 ? `without claims that say: ${list(predicates.map(predicateWords))}` : null,
  hiddenStandings: (standings) =>
    standings.length > 0
      ? `without claims where: ${list(standings.map((s) => STANDING_WORDS[s].toLowerCase()))}`
      : null,
  hiddenLevels: (levels) =>
    levels.length > 0
      ? `without projects ${list(levels.map((l) => (l === 'none' ? 'without a level' : `of the level ${l}`)))}`
      : null,
  episodes: (ids, model) => named('words of the episode', ids, model),
  interviews: (ids, model) => named('words of the interview', ids, model),
  speakers: (ids, model) => named('words of', ids, model),
  since: (month) => (month ? `recorded since ${month}` : null),
  until: (month) => (month ? `recorded until ${month}` : null),
  sure: (sure) => (sure > 0 ? `claims with a confidence of ${sure} or more` : null),
  mentions: (mentions) => (mentions ? 'with mentions' : null),
  isolated: (isolated) => (isolated ? 'with entities without a claim' : null),
}

/**
 * @example 'Only Keptn and its neighbours; without people, addresses.'
 * @returns an empty text where nothing narrows the view
 */
export function filterWords(
  { filters, focus, hops, query }: Pick<ViewState, 'filters' | 'focus' | 'hops' | 'query'>,
  model: GraphModel,
): string {
  const say = <Name extends keyof Filters>(name: Name): string | null => WORDS[name](filters[name], model)
  const parts = [
    focus && model.nodes.has(focus)
      ? `only ${labelOf(model, focus)} and ${hops === 1 ? 'its neighbours' : `what is within ${hops} lines of it`}`
      : null,
    query ? `“${query}” is lit` : null,
    ...(Object.keys(WORDS) as (keyof Filters)[]).map(say),
  ].filter((part) => part !== null)
  const text = parts.join('; ')
  return text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}.` : ''
}

/** Families in reading order, those of these pairs alone. */
export const familiesOf = (pairs: Iterable<{ family: (typeof FAMILY_ORDER)[number] }>) => {
  const there = new Set([...pairs].map((pair) => pair.family))
  return FAMILY_ORDER.filter((family) => there.has(family))
}
