import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NODE_KINDS, PREDICATE_NAMES } from '../../src/schema.ts'
import { STANDINGS } from '../../viz/model/verdict.ts'
import { fromHash, placeOf, placeText, toHash } from '../../viz/state/url.ts'
import {
  CHECK_COLUMNS,
  CLAIM_COLUMNS,
  LIST_COLUMNS,
  LIST_FORMS,
  START,
  toggled,
  VIEWS,
  type ViewState,
  WHO_COLUMNS,
} from '../../viz/state/view.ts'

const id = fc.constantFrom(
  'project:argo-cd',
  'channel:cncf-slack/porter',
  'url:a.example/b?c=d&e#f',
  'person:josé',
)
const sorted = <T extends string>(all: readonly T[]) =>
  fc.subarray([...all]).map((list) => list.sort((x, y) => (x < y ? -1 : 1)))
const number = fc.integer({ min: -50_000, max: 50_000 }).map((n) => n / 1e4)
const place = fc.oneof(
  fc.record({ episode: id, turn: fc.nat(9999) }),
  fc.record({ episode: id, turn: fc.nat(9999), start: fc.nat(9999), end: fc.nat(9999) }),
)
const order = <T extends string>(columns: readonly T[]) =>
  fc.record({ column: fc.constantFrom(...columns), descending: fc.boolean() })

const state: fc.Arbitrary<ViewState> = fc.record({
  graph: fc.constantFrom('', 'sample', 'file:my graph.json'),
  view: fc.constantFrom(...VIEWS),
  query: fc.string(),
  filters: fc.record({
    hiddenKinds: sorted(NODE_KINDS),
    hiddenPredicates: sorted(PREDICATE_NAMES),
    hiddenStandings: sorted(STANDINGS),
    sure: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
    mentions: fc.boolean(),
    isolated: fc.boolean(),
  }),
  selection: fc.oneof(
    fc.constant(null),
    fc.record({ type: fc.constant('node' as const), id }),
    fc.record({ type: fc.constant('pair' as const), a: id, b: id }),
  ),
  focus: fc.option(id),
  panel: fc.constantFrom('none', 'details', 'transcript', 'filters'),
  place: fc.option(place),
  gaps: fc.boolean(),
  camera: fc.option(
    fc.record({ x: number, y: number, ratio: fc.integer({ min: 1, max: 90_000 }).map((n) => n / 1e4) }),
  ),
  who: fc.record({ query: fc.string(), order: order(WHO_COLUMNS) }),
  list: fc.record({
    form: fc.constantFrom(...LIST_FORMS),
    order: order(LIST_COLUMNS),
    claims: order(CLAIM_COLUMNS),
  }),
  check: fc.record({ order: order(CHECK_COLUMNS) }),
})

test('a state comes back from its address', () => {
  fc.assert(
    fc.property(state, (s) => {
      expect(fromHash(`#${toHash(s)}`)).toEqual(s)
    }),
  )
})

test('the start has an empty address', () => {
  expect(toHash(START)).toBe('')
  expect(fromHash('')).toEqual(START)
})

test('addresses are readable', () => {
  expect(toHash({ ...START, selection: { type: 'node', id: 'project:argo-cd' }, panel: 'details' })).toBe(
    'node=project:argo-cd',
  )
})

test('whatever stands in an address makes a whole state', () => {
  fc.assert(
    fc.property(fc.string(), (hash) => {
      expect(Object.keys(fromHash(hash)).sort()).toEqual(Object.keys(START).sort())
    }),
  )
})

describe('what is not known is dropped', () => {
  test.each([
    ['view=admin', { view: 'graph' }],
    ['hide=project,nonsense', { filters: { ...START.filters, hiddenKinds: ['project'] } }],
    ['camera=1,2', { camera: null }],
    ['camera=1,2,NaN', { camera: null }],
    ['camera=1,2,0', { camera: null }],
    ['camera=1,2,-1', { camera: null }],
    ['at=nowhere', { place: null }],
    ['by=-password', { who: START.who }],
  ])('%s', (hash, expected) => {
    expect(fromHash(hash)).toMatchObject(expected)
  })
})

test.each([
  ['episode:a@3', { episode: 'episode:a', turn: 3 }],
  ['episode:a@b@3.5-9', { episode: 'episode:a@b', turn: 3, start: 5, end: 9 }],
  ['episode:a', null],
  ['@3', null],
  ['episode:a@99999999999', null],
])('the place %s', (text, expected) => {
  expect(placeOf(text)).toEqual(expected)
  if (expected) expect(placeText(expected)).toBe(text)
})

test('toggling on and off leaves equal lists', () => {
  expect(toggled(['b'], 'a', true)).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a', true)).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a', false)).toEqual(['b'])
})
