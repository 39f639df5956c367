/**
 * All that the viewer shows is a function of the data and of this one object. It is mirrored in the address
 * (url.ts), read by the views and by Sigma's reducers, and small enough to keep a history of.
 */
import type { NodeKind, Predicate } from '../../src/schema.ts'
import type { Standing } from '../model/verdict.ts'

export const VIEWS = ['graph', 'list', 'who', 'check'] as const
export type View = (typeof VIEWS)[number]

export interface Filters {
  /** Kinds that are not shown. */
  hiddenKinds: NodeKind[]
  /** Predicates that are not shown. */
  hiddenPredicates: Predicate[]
  /** Claims of these verdicts are not shown. */
  hiddenStandings: Standing[]
  /** Claims less sure than this are not shown; 0 to 1, in hundredths. */
  sure: number
  /** Whether `mentions` count as lines. */
  mentions: boolean
  /** Whether entities without any visible line are shown. */
  isolated: boolean
}

export type Selection = { type: 'node'; id: string } | { type: 'pair'; a: string; b: string }

/** A place in a transcript. Without `start` and `end` it is the whole turn. */
export interface Place {
  episode: string
  turn: number
  start?: number
  end?: number
}

export interface Camera {
  x: number
  y: number
  ratio: number
}

export const WHO_COLUMNS = ['guest', 'represents', 'role', 'employer', 'interview', 'episode'] as const
export type WhoColumn = (typeof WHO_COLUMNS)[number]
export const CHECK_COLUMNS = ['verdict', 'claim', 'date', 'speaker'] as const
export type CheckColumn = (typeof CHECK_COLUMNS)[number]
export const LIST_COLUMNS = ['name', 'kind', 'claims', 'mentions'] as const
export type ListColumn = (typeof LIST_COLUMNS)[number]
export const CLAIM_COLUMNS = ['subject', 'predicate', 'object', 'confidence'] as const
export type ClaimColumn = (typeof CLAIM_COLUMNS)[number]
/** How the list holds what the picture holds: a table of entities, one of claims, or an outline of both. */
export const LIST_FORMS = ['entities', 'claims', 'outline'] as const
export type ListForm = (typeof LIST_FORMS)[number]

export interface Order<Column extends string> {
  column: Column
  descending: boolean
}

export interface ViewState {
  /** `name` of a graph in data/index.json; empty is the first. */
  graph: string
  view: View
  /** What is typed into the search box. */
  query: string
  filters: Filters
  selection: Selection | null
  /** Only this node's neighbourhood is drawn. */
  focus: string | null
  /** What the side shows. `details` follows the selection, `transcript` the place. */
  panel: 'none' | 'details' | 'transcript' | 'filters'
  place: Place | null
  /** Whether the transcript points out sentences that name things and made no claim. */
  gaps: boolean
  /** null is the whole graph in view. */
  camera: Camera | null
  who: { query: string; order: Order<WhoColumn> }
  list: { form: ListForm; order: Order<ListColumn>; claims: Order<ClaimColumn> }
  check: { order: Order<CheckColumn> }
}

export const NO_FILTERS: Filters = {
  hiddenKinds: [],
  hiddenPredicates: [],
  hiddenStandings: [],
  sure: 0,
  mentions: false,
  isolated: false,
}

/** How many things the filters hide, for the mark on their button. */
export const hiddenCount = (f: Filters): number =>
  f.hiddenKinds.length + f.hiddenPredicates.length + f.hiddenStandings.length + Number(f.sure > 0)

export const START: ViewState = {
  graph: '',
  view: 'graph',
  query: '',
  filters: NO_FILTERS,
  selection: null,
  focus: null,
  panel: 'none',
  place: null,
  gaps: false,
  camera: null,
  who: { query: '', order: { column: 'guest', descending: false } },
  list: {
    form: 'entities',
    order: { column: 'claims', descending: true },
    claims: { column: 'subject', descending: false },
  },
  check: { order: { column: 'verdict', descending: false } },
}

/** Opens an entity. */
export const select = (id: string): Partial<ViewState> => ({
  selection: { type: 'node', id },
  panel: 'details',
})

/** Opens the claims between two entities. */
export const selectPair = (a: string, b: string): Partial<ViewState> => ({
  selection: { type: 'pair', a, b },
  panel: 'details',
})

/** Whether just this is open: an entity, or the claims between two, whichever of them comes first. */
export const isOpen = (selection: Selection | null, x: string, y?: string): boolean =>
  selection?.type === 'node'
    ? y === undefined && selection.id === x
    : selection?.type === 'pair' &&
      ((selection.a === x && selection.b === y) || (selection.a === y && selection.b === x))

/** Closes whatever is open at the side. */
export const closePanel = (): Partial<ViewState> => ({ selection: null, panel: 'none', place: null })

/** Opens the transcript at a place. */
export const openPlace = (place: Place): Partial<ViewState> => ({ place, panel: 'transcript' })

/** A new graph keeps nothing of what was looked at in the old one but the view. */
export const switchGraph = (state: ViewState, graph: string): ViewState => ({
  ...START,
  view: state.view,
  graph,
})

/** The list with `item` taken out if it is there, otherwise put in; sorted, so that equal states are equal. */
export function toggled<T extends string>(list: readonly T[], item: T, on: boolean): T[] {
  const rest = list.filter((x) => x !== item)
  return on ? [...rest, item].sort((x, y) => (x < y ? -1 : 1)) : rest
}
