/**
 * All that the viewer shows is a function of the data and of this one object. It is mirrored in the address
 * (url.ts), read by the views and by Sigma's reducers, and small enough to keep a history of.
 */
import type { MaturityLevel, NodeKind, Predicate } from '../../src/ontology.ts'
import type { Standing } from '../model/verdict.ts'
import type { Pin } from './pins.ts'

export const VIEWS = ['graph', 'list', 'who', 'check', 'changes'] as const
export type View = (typeof VIEWS)[number]

/** The level of a project, or `none` where nobody and no record gives it one. */
export type Level = MaturityLevel | 'none'

/**
 * Few options are hidden one by one (lists that begin with `hidden`), many are chosen one by one: an empty list
 * of episodes, interviews or speakers stands for all of them.
 */
export interface Filters {
  /** Kinds that are not shown. */
  hiddenKinds: NodeKind[]
  /** Projects of these levels are not shown. */
  hiddenLevels: Level[]
  /** Predicates that are not shown. */
  hiddenPredicates: Predicate[]
  /** Claims of these verdicts are not shown. */
  hiddenStandings: Standing[]
  /** Ids of the episodes, interviews and speakers whose words count; empty is all. */
  episodes: string[]
  interviews: string[]
  speakers: string[]
  /** First and last month (ISO year-month) of the episodes whose words count; empty is open. */
  since: string
  until: string
  /** Claims less sure than this are not shown; 0 to 1, in hundredths. */
  sure: number
  /** Whether `mentions` count as lines. */
  mentions: boolean
  /** Whether entities without any visible line are shown. */
  isolated: boolean
}

export type Selection = { type: 'node'; id: string } | { type: 'pair'; a: string; b: string }

/** How many lines away from the focus is still seen. */
export const HOPS = [1, 2, 3] as const
export type Hops = (typeof HOPS)[number]

/** The two ends of a chain of claims; empty where one is still to be chosen. */
export interface PathEnds {
  from: string
  to: string
}

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

/** `details` follows the selection, `transcript` the place, `path` the path. */
export const PANELS = ['none', 'details', 'transcript', 'filters', 'path'] as const
export type Panel = (typeof PANELS)[number]

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
  hops: Hops
  path: PathEnds | null
  /** What the side shows. */
  panel: Panel
  place: Place | null
  /** Whether the transcript points out sentences that name things and made no claim. */
  gaps: boolean
  /** null is the whole graph in view. */
  camera: Camera | null
  /** Nodes that stay where somebody has put them. */
  pins: readonly Pin[]
  /** Whether the groups that belong together have a ground of their own. */
  communities: boolean
  who: { query: string; order: Order<WhoColumn> }
  list: { form: ListForm; order: Order<ListColumn>; claims: Order<ClaimColumn> }
  check: { order: Order<CheckColumn> }
  /** `name` of the graph that this one is compared with; empty when none is. */
  compare: string
  /** Whether only the picture is shown, for another page to hold. */
  embed: boolean
}

export const NO_FILTERS: Filters = {
  hiddenKinds: [],
  hiddenLevels: [],
  hiddenPredicates: [],
  hiddenStandings: [],
  episodes: [],
  interviews: [],
  speakers: [],
  since: '',
  until: '',
  sure: 0,
  mentions: false,
  isolated: false,
}

/** The groups of the filters that can be set back one by one. */
export const FILTER_GROUPS = {
  kinds: ['hiddenKinds'],
  levels: ['hiddenLevels'],
  predicates: ['hiddenPredicates'],
  standings: ['hiddenStandings'],
  confidence: ['sure'],
  time: ['since', 'until'],
  episodes: ['episodes'],
  interviews: ['interviews'],
  speakers: ['speakers'],
} as const satisfies Record<string, readonly (keyof Filters)[]>
export type FilterGroup = keyof typeof FILTER_GROUPS

/** How many choices a group of the filters holds; 0 where it lets everything through. */
export const chosenIn = (f: Filters, group: FilterGroup): number =>
  FILTER_GROUPS[group].reduce((sum, key) => {
    const value = f[key]
    return sum + (Array.isArray(value) ? value.length : Number(value !== NO_FILTERS[key]))
  }, 0)

/** How many choices the filters hold, for the mark on their button. */
export const hiddenCount = (f: Filters): number =>
  (Object.keys(FILTER_GROUPS) as FilterGroup[]).reduce((sum, group) => sum + chosenIn(f, group), 0)

/** The filters with one group set back. */
export const resetGroup = (f: Filters, group: FilterGroup): Filters => ({
  ...f,
  ...Object.fromEntries(FILTER_GROUPS[group].map((key) => [key, NO_FILTERS[key]])),
})

export const START: ViewState = {
  graph: '',
  view: 'graph',
  query: '',
  filters: NO_FILTERS,
  selection: null,
  focus: null,
  hops: 1,
  path: null,
  panel: 'none',
  place: null,
  gaps: false,
  camera: null,
  pins: [],
  communities: false,
  who: { query: '', order: { column: 'guest', descending: false } },
  list: {
    form: 'entities',
    order: { column: 'claims', descending: true },
    claims: { column: 'subject', descending: false },
  },
  check: { order: { column: 'verdict', descending: false } },
  compare: '',
  embed: false,
}

/** Opens an entity. */
export const select = (id: string): Partial<ViewState> => ({
  selection: { type: 'node', id },
  path: null,
  panel: 'details',
})

/** Opens the claims between two entities. */
export const selectPair = (a: string, b: string): Partial<ViewState> => ({
  selection: { type: 'pair', a, b },
  path: null,
  panel: 'details',
})

/** Whether just this is open: an entity, or the claims between two, whichever of them comes first. */
export const isOpen = (selection: Selection | null, x: string, y?: string): boolean =>
  selection?.type === 'node'
    ? y === undefined && selection.id === x
    : selection?.type === 'pair' &&
      ((selection.a === x && selection.b === y) || (selection.a === y && selection.b === x))

/** Closes whatever is open at the side. */
export const closePanel = (): Partial<ViewState> => ({
  selection: null,
  path: null,
  panel: 'none',
  place: null,
})

/** Opens the chain of claims between two entities; with one end empty, asks for it. */
export const openPath = (from: string, to = ''): Partial<ViewState> => ({
  path: { from, to },
  panel: 'path',
  place: null,
})

/** Opens the transcript at a place. */
export const openPlace = (place: Place): Partial<ViewState> => ({ place, panel: 'transcript' })

/** A new graph keeps nothing of what was looked at in the old one but the view. */
export const switchGraph = (state: ViewState, graph: string): ViewState => ({
  ...START,
  view: state.view === 'changes' ? START.view : state.view,
  graph,
})

/** Shows what is different since another graph. */
export const compareWith = (compare: string): Partial<ViewState> => ({
  ...closePanel(),
  compare,
  view: 'changes',
  focus: null,
  camera: null,
})

/** Shows this graph alone again. */
export const stopComparing = ({ view }: ViewState): Partial<ViewState> => ({
  ...closePanel(),
  compare: '',
  view: view === 'changes' ? 'graph' : view,
  camera: null,
})

/** The list with `item` taken out if it is there, otherwise put in; sorted, so that equal states are equal. */
export function toggled<T extends string>(list: readonly T[], item: T, on: boolean): T[] {
  const rest = list.filter((x) => x !== item)
  return on ? [...rest, item].sort((x, y) => (x < y ? -1 : 1)) : rest
}
