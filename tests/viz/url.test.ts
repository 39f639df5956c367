import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MATURITY_LEVELS, NODE_KINDS, PREDICATE_NAMES } from '../../src/schema.ts'
import { STANDINGS } from '../../viz/model/verdict.ts'
import { MOST_PINS, pinned, pinsOf, pinsText } from '../../viz/state/pins.ts'
import { fromHash, placeOf, placeText, toHash } from '../../viz/state/url.ts'
import {
  CHECK_COLUMNS,
  CLAIM_COLUMNS,
  chosenIn,
  HOPS,
  hiddenCount,
  LIST_COLUMNS,
  LIST_FORMS,
  NO_FILTERS,
  PANELS,
  resetGroup,
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
const some = (kind: string) =>
  fc
    .uniqueArray(fc.constantFrom('a', 'talk-12/3', 'with,comma', '100%', 'josé', 'a%2Cb'), { maxLength: 4 })
    .map((slugs) => slugs.map((slug) => `${kind}:${slug}`).sort((x, y) => (x < y ? -1 : 1)))
const month = fc.constantFrom('', '2023-01', '2024-12')
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
    hiddenLevels: sorted([...MATURITY_LEVELS, 'none' as const]),
    hiddenPredicates: sorted(PREDICATE_NAMES),
    hiddenStandings: sorted(STANDINGS),
    episodes: some('episode'),
    interviews: some('interview'),
    speakers: some('person'),
    since: month,
    until: month,
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
  hops: fc.constantFrom(...HOPS),
  path: fc.option(fc.record({ from: fc.oneof(fc.constant(''), id), to: fc.oneof(fc.constant(''), id) })),
  panel: fc.constantFrom(...PANELS),
  place: fc.option(place),
  gaps: fc.boolean(),
  camera: fc.option(
    fc.record({ x: number, y: number, ratio: fc.integer({ min: 1, max: 90_000 }).map((n) => n / 1e4) }),
  ),
  pins: fc.uniqueArray(
    fc.record({ id, x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) }),
    { maxLength: MOST_PINS, selector: (pin) => pin.id },
  ),
  communities: fc.boolean(),
  who: fc.record({ query: fc.string(), order: order(WHO_COLUMNS) }),
  list: fc.record({
    form: fc.constantFrom(...LIST_FORMS),
    order: order(LIST_COLUMNS),
    claims: order(CLAIM_COLUMNS),
  }),
  check: fc.record({ order: order(CHECK_COLUMNS) }),
  compare: fc.constantFrom('', 'sample', 'file:b.json'),
  embed: fc.boolean(),
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
    ['hops=9', { hops: 1 }],
    ['since=yesterday&until=2024-13', { filters: NO_FILTERS }],
    ['episodes=%25E0,,a', { filters: { ...NO_FILTERS, episodes: ['episode:a'] } }],
    ['level=none,admin', { filters: { ...NO_FILTERS, hiddenLevels: ['none'] } }],
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

test('a group of the filters is counted and set back by itself', () => {
  const filters = {
    ...NO_FILTERS,
    since: '2023-01',
    until: '2023-02',
    sure: 0.5,
    speakers: ['person:a', 'person:b'],
  }
  expect([chosenIn(filters, 'time'), chosenIn(filters, 'speakers'), chosenIn(filters, 'kinds')]).toEqual([
    2, 2, 0,
  ])
  expect(hiddenCount(filters)).toBe(5)
  expect(resetGroup(filters, 'time')).toEqual({ ...filters, since: '', until: '' })
})

describe('pins', () => {
  test('a node is pinned once, where it was put last, in whole units', () => {
    const once = pinned([], 'project:a', { x: 1.4, y: -0.2 })
    expect(once).toEqual([{ id: 'project:a', x: 1, y: 0 }])
    expect(pinned(pinned(once, 'project:b', { x: 5, y: 5 }), 'project:a', { x: 9, y: 9 })).toEqual([
      { id: 'project:b', x: 5, y: 5 },
      { id: 'project:a', x: 9, y: 9 },
    ])
  })
  test('an address holds so many and no more', () => {
    const many = Array.from({ length: MOST_PINS + 5 }, (_, i) => ({ id: `project:n${i}`, x: i, y: 7 - i }))
    expect(pinsOf(pinsText(many))).toEqual(many.slice(0, MOST_PINS))
  })
  test.each(['', 'project:a', 'project:a@1', 'project:a@1.2.3x', '@1.2', 'project:a@1.9999999'])(
    '%s is none',
    (text) => {
      expect(pinsOf(text)).toEqual([])
    },
  )
})
