/**
 * The view state as the hash of the address, and back. Whatever stands in an address is somebody else's words:
 * unknown names are dropped, numbers are checked, and the state that comes out is always whole.
 */
import {
  MATURITY_LEVELS,
  NODE_KINDS,
  type NodeKind,
  PREDICATE_NAMES,
  type Predicate,
} from '../../src/ontology.ts'
import { STANDINGS, type Standing } from '../model/verdict.ts'
import { pinsOf, pinsText } from './pins.ts'
import {
  CHECK_COLUMNS,
  CLAIM_COLUMNS,
  HOPS,
  type Level,
  LIST_COLUMNS,
  LIST_FORMS,
  type Order,
  PANELS,
  type Panel,
  type Place,
  START,
  VIEWS,
  type ViewState,
  WHO_COLUMNS,
} from './view.ts'

const LEVELS: readonly Level[] = [...MATURITY_LEVELS, 'none']

const oneOf = <T extends string>(all: readonly T[], value: string | null): T | undefined =>
  all.find((x) => x === value)

const listOf = <T extends string>(all: readonly T[], value: string | null): T[] => {
  const asked = new Set((value ?? '').split(','))
  return all.filter((x) => asked.has(x)).sort((x, y) => (x < y ? -1 : 1))
}

/**
 * Ids of one kind in short form: without the kind, sorted, with commas between; a comma of an id's own is
 * escaped once more.
 * @example idsText(['episode:b', 'episode:a'], 'episode') // 'a,b'
 */
const idsText = (ids: readonly string[], kind: NodeKind): string =>
  ids.map((id) => id.slice(kind.length + 1).replace(/[%,]/g, encodeURIComponent)).join(',')

function idsOf(value: string | null, kind: NodeKind): string[] {
  const ids = (value ?? '').split(',').flatMap((slug) => {
    if (!slug) return []
    try {
      return [`${kind}:${decodeURIComponent(slug)}`]
    } catch {
      return []
    }
  })
  return [...new Set(ids)].sort((x, y) => (x < y ? -1 : 1))
}

const monthOf = (value: string | null): string =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(value ?? '') ? (value ?? '') : ''

const orderText = <T extends string>(order: Order<T>): string => (order.descending ? '-' : '') + order.column

function orderOf<T extends string>(
  columns: readonly T[],
  value: string | null,
  otherwise: Order<T>,
): Order<T> {
  const descending = value?.startsWith('-') ?? false
  const column = oneOf(columns, value?.replace(/^-/, '') ?? null)
  return column ? { column, descending } : otherwise
}

/** Hundredths from 0 to 1; anything else is 0. */
function sureOf(value: string | null): number {
  const n = Number(value)
  return n > 0 && n <= 1 ? Math.round(n * 100) / 100 : 0
}

/** @example placeText({episode: 'episode:a', turn: 3, start: 5, end: 9}) // 'episode:a@3.5-9' */
export const placeText = (p: Place): string =>
  `${p.episode}@${p.turn}${p.start !== undefined && p.end !== undefined ? `.${p.start}-${p.end}` : ''}`

export function placeOf(text: string | null): Place | null {
  const [, episode, turn, start, end] = /^(.+)@(\d{1,9})(?:\.(\d{1,9})-(\d{1,9}))?$/.exec(text ?? '') ?? []
  if (!episode || !turn) return null
  const place: Place = { episode, turn: Number(turn) }
  if (start && end) {
    place.start = Number(start)
    place.end = Number(end)
  }
  return place
}

/** The panel that goes without saying. */
const impliedPanel = ({ place, path, selection }: Pick<ViewState, 'place' | 'path' | 'selection'>): Panel =>
  place ? 'transcript' : path ? 'path' : selection ? 'details' : 'none'

/** The hash (without `#`) that stands for a state; what is at its start value is left out. */
export function toHash(state: ViewState): string {
  const out = new URLSearchParams()
  const put = (key: string, value: string, otherwise = ''): void => {
    if (value !== otherwise) out.set(key, value)
  }
  put('graph', state.graph)
  put('view', state.view, START.view)
  put('q', state.query)
  put('hide', state.filters.hiddenKinds.join(','))
  put('level', state.filters.hiddenLevels.join(','))
  put('without', state.filters.hiddenPredicates.join(','))
  put('doubt', state.filters.hiddenStandings.join(','))
  put('episodes', idsText(state.filters.episodes, 'episode'))
  put('interviews', idsText(state.filters.interviews, 'interview'))
  put('speakers', idsText(state.filters.speakers, 'person'))
  put('since', state.filters.since)
  put('until', state.filters.until)
  put('sure', String(state.filters.sure), '0')
  put('mentions', state.filters.mentions ? '1' : '')
  put('isolated', state.filters.isolated ? '1' : '')
  if (state.selection?.type === 'node') put('node', state.selection.id)
  if (state.selection?.type === 'pair') {
    put('node', state.selection.a)
    put('with', state.selection.b)
  }
  put('focus', state.focus ?? '')
  put('hops', String(state.hops), String(START.hops))
  if (state.path) {
    out.set('path', state.path.from)
    put('to', state.path.to)
  }
  put('at', state.place ? placeText(state.place) : '')
  put('gaps', state.gaps ? '1' : '')
  put('panel', state.panel, impliedPanel(state))
  put('who', state.who.query)
  put('by', orderText(state.who.order), orderText(START.who.order))
  put('as', state.list.form, START.list.form)
  put('claims', orderText(state.list.claims), orderText(START.list.claims))
  put('sort', orderText(state.list.order), orderText(START.list.order))
  put('compare', state.compare)
  put('embed', state.embed ? '1' : '')
  put('checked', orderText(state.check.order), orderText(START.check.order))
  if (state.camera) {
    const { x, y, ratio } = state.camera
    put('camera', [x, y, ratio].map((n) => String(Math.round(n * 1e4) / 1e4)).join(','))
  }
  put('pin', pinsText(state.pins))
  put('communities', state.communities ? '1' : '')
  // Colons and at-signs are legal in a hash, and an id is easier to read with them.
  return out
    .toString()
    .replaceAll('%3A', ':')
    .replaceAll('%40', '@')
    .replaceAll('%2C', ',')
    .replaceAll('%2F', '/')
}

/** The state that a hash (with or without `#`) stands for. Never throws. */
export function fromHash(hash: string): ViewState {
  const given = new URLSearchParams(hash.replace(/^#/, ''))
  const node = given.get('node')
  const other = given.get('with')
  const place = placeOf(given.get('at'))
  const numbers = (given.get('camera') ?? '').split(',').map(Number)
  const [x, y, ratio] = numbers
  const camera =
    x !== undefined && y !== undefined && ratio !== undefined && numbers.every(Number.isFinite) && ratio > 0
      ? { x, y, ratio }
      : null
  const selection: ViewState['selection'] = node
    ? other
      ? { type: 'pair', a: node, b: other }
      : { type: 'node', id: node }
    : null
  const pathFrom = given.get('path')
  const path = pathFrom === null ? null : { from: pathFrom, to: given.get('to') ?? '' }
  return {
    graph: given.get('graph') ?? START.graph,
    view: oneOf(VIEWS, given.get('view')) ?? START.view,
    query: given.get('q') ?? '',
    filters: {
      hiddenKinds: listOf<NodeKind>(NODE_KINDS, given.get('hide')),
      hiddenLevels: listOf<Level>(LEVELS, given.get('level')),
      hiddenPredicates: listOf<Predicate>(PREDICATE_NAMES, given.get('without')),
      hiddenStandings: listOf<Standing>(STANDINGS, given.get('doubt')),
      episodes: idsOf(given.get('episodes'), 'episode'),
      interviews: idsOf(given.get('interviews'), 'interview'),
      speakers: idsOf(given.get('speakers'), 'person'),
      since: monthOf(given.get('since')),
      until: monthOf(given.get('until')),
      sure: sureOf(given.get('sure')),
      mentions: given.get('mentions') === '1',
      isolated: given.get('isolated') === '1',
    },
    selection,
    focus: given.get('focus'),
    hops: HOPS.find((n) => String(n) === given.get('hops')) ?? START.hops,
    path,
    panel: oneOf(PANELS, given.get('panel')) ?? impliedPanel({ place, path, selection }),
    place,
    gaps: given.get('gaps') === '1',
    camera,
    pins: pinsOf(given.get('pin')),
    communities: given.get('communities') === '1',
    who: { query: given.get('who') ?? '', order: orderOf(WHO_COLUMNS, given.get('by'), START.who.order) },
    list: {
      form: oneOf(LIST_FORMS, given.get('as')) ?? START.list.form,
      order: orderOf(LIST_COLUMNS, given.get('sort'), START.list.order),
      claims: orderOf(CLAIM_COLUMNS, given.get('claims'), START.list.claims),
    },
    check: { order: orderOf(CHECK_COLUMNS, given.get('checked'), START.check.order) },
    compare: given.get('compare') ?? '',
    embed: given.get('embed') === '1',
  }
}
