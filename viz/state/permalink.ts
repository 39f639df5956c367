/** Addresses that are passed on. */
import { toHash } from './url.ts'
import { START, type ViewState } from './view.ts'

/**
 * The hash (without `#`) that shows one thing of the graph at hand, without the reader's filters, search and
 * camera. Whoever reads without the picture passes on links without it.
 */
export const permalink = (
  { graph, view }: Pick<ViewState, 'graph' | 'view'>,
  to: Partial<ViewState>,
): string => toHash({ ...START, graph, view: view === 'list' ? 'list' : START.view, ...to })
