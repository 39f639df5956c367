/** What the search box asks beyond names: a module of its own, fetched when somebody begins to type. */
import { type Asked, answers } from './answers.ts'
import type { ModelNode } from './model.ts'
import { findQuotes, quotesIn } from './quoted.ts'
import { wordsOf } from './transcript.ts'

export { answers, findQuotes, quotesIn, wordsOf }

/** Names that look like what was typed, for whoever found nothing. */
export function nearest({ model, search }: Asked, query: string): ModelNode[] {
  const found = search.names.find(query)
  const ids = found.kind === 'none' ? found.nearest : found.kind === 'one' ? [found.id] : found.ids
  return ids.flatMap((id) => model.nodes.get(id) ?? [])
}
