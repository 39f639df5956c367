/**
 * The view state as the hash of the address, and back. Whatever stands in an address is somebody else's words:
 * unknown names are dropped, numbers are checked, and the state that comes out is always whole.
 */
import { NODE_KINDS, type NodeKind, PREDICATE_NAMES, type Predicate } from '../../src/ontology.ts'
import { STANDINGS, type Standing } from '../model/verdict.ts'
import {
  CHECK_COLUMNS,
  CLAIM_COLUMNS,
  LIST_COLUMNS,
  LIST_FORMS,
  type Order,
  type Place,
  START,
  VIEWS,
  type ViewState,
  WHO_COLUMNS,
} from './view.ts'

const oneOf = <T extends string>(all: readonly T[], value: string | null): T | undefined =>
  all.find((x) => x === value)

const listOf = <T extends string>(all: readonly T[], value: string | null): T[] => {
  const asked = new Set((value ?? '').split(','))
  return all.filter((x) => asked.has(x)).sort((x, y) => (x < y ? -1 : 1))
}

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
  put('without', state.filters.hiddenPredicates.join(','))
  put('doubt', state.filters.hiddenStandings.join(','))
  put('sure', String(state.filters.sure), '0')
  put('mentions', state.filters.mentions ? '1' : '')
  put('isolated', state.filters.isolated ? '1' : '')
  if (state.selection?.type === 'node') put('node', state.selection.id)
  if (state.selection?.type === 'pair') {
    put('node', state.selection.a)
    put('with', state.selection.b)
  }
  put('focus', state.focus ?? '')
  put('at', state.place ? placeText(state.place) : '')
  put('gaps', state.gaps ? '1' : '')
  const implied = state.place ? 'transcript' : state.selection ? 'details' : 'none'
  put('panel', state.panel, implied)
  put('who', state.who.query)
  put('by', orderText(state.who.order), orderText(START.who.order))
  put('as', state.list.form, START.list.form)
  put('claims', orderText(state.list.claims), orderText(START.list.claims))
  put('sort', orderText(state.list.order), orderText(START.list.order))
  put('checked', orderText(state.check.order), orderText(START.check.order))
  if (state.camera) {
    const { x, y, ratio } = state.camera
    put('camera', [x, y, ratio].map((n) => String(Math.round(n * 1e4) / 1e4)).join(','))
  }
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
  return {
    graph: given.get('graph') ?? START.graph,
    view: oneOf(VIEWS, given.get('view')) ?? START.view,
    query: given.get('q') ?? '',
    filters: {
      hiddenKinds: listOf<NodeKind>(NODE_KINDS, given.get('hide')),
      hiddenPredicates: listOf<Predicate>(PREDICATE_NAMES, given.get('without')),
      hiddenStandings: listOf<Standing>(STANDINGS, given.get('doubt')),
      sure: sureOf(given.get('sure')),
      mentions: given.get('mentions') === '1',
      isolated: given.get('isolated') === '1',
    },
    selection: node ? (other ? { type: 'pair', a: node, b: other } : { type: 'node', id: node }) : null,
    focus: given.get('focus'),
    panel:
      oneOf(['none', 'details', 'transcript', 'filters'] as const, given.get('panel')) ??
      (place ? 'transcript' : node ? 'details' : 'none'),
    place,
    gaps: given.get('gaps') === '1',
    camera,
    who: { query: given.get('who') ?? '', order: orderOf(WHO_COLUMNS, given.get('by'), START.who.order) },
    list: {
      form: oneOf(LIST_FORMS, given.get('as')) ?? START.list.form,
      order: orderOf(LIST_COLUMNS, given.get('sort'), START.list.order),
      claims: orderOf(CLAIM_COLUMNS, given.get('claims'), START.list.claims),
    },
    check: { order: orderOf(CHECK_COLUMNS, given.get('checked'), START.check.order) },
  }
}
