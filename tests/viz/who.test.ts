import { expect, test } from 'vitest'
import { buildModel } from '../../viz/model/model.ts'
import { sortedWho, whoFor, whoRows, whoText } from '../../viz/model/who.ts'
import { WHO_COLUMNS } from '../../viz/state/view.ts'
import { fixture } from './fixture.ts'

const { graph } = fixture()
const model = buildModel(graph)
const rows = whoRows(model)

test('each guest has a row, with role, employer and interview', () => {
  expect(rows).toHaveLength(10)
  const ines = rows.find((r) => r.guest === 'person:ines-okafor')
  expect(ines).toMatchObject({
    represents: 'project:keelson',
    role: 'staff engineer',
    employers: ['company:fernhill-labs'],
    interview: 'interview:gangway-12/1',
  })
  expect(ines?.evidence.quote).toContain('Keelson')
})

test('two guests of one interview stand in two rows', () => {
  expect(
    whoFor(rows, 'project:saltmarsh')
      .map((r) => r.guest)
      .sort(),
  ).toEqual(['person:joao-brandt', 'person:mei-castellane'])
})

test.each(WHO_COLUMNS)('sorts by %s, both ways, the same rows', (column) => {
  const up = sortedWho(model, rows, '', { column, descending: false })
  const down = sortedWho(model, rows, '', { column, descending: true })
  const texts = (list: typeof up) => list.map((r) => whoText(model, r, column).toLowerCase())
  expect(texts(up)).toEqual([...texts(up)].sort())
  expect(texts(down)).toEqual([...texts(up)].reverse())
})

test.each([
  ['copperline', 2],
  ['COPPERLINE advocate', 1],
  ['keelson lindqvist', 1],
  ['nobody', 0],
  ['', 10],
])('"%s" leaves %d rows', (query, n) => {
  expect(sortedWho(model, rows, query, { column: 'guest', descending: false })).toHaveLength(n)
})

test('what is not said comes last, and a denial represents nothing', () => {
  const file = structuredClone(graph)
  file.edges = file.edges.filter(
    (e) => !(e.attributes.predicate === 'works_at' && e.source === 'person:dana-whitlock'),
  )
  for (const e of file.edges)
    if (e.attributes.predicate === 'represents' && e.source === 'person:yusuf-adeyemi')
      e.attributes.qualifiers = { polarity: 'denied' }
  const m = buildModel(file)
  const some = whoRows(m)
  expect(some).toHaveLength(9)
  for (const descending of [false, true])
    expect(sortedWho(m, some, '', { column: 'role', descending }).at(-1)?.guest).toBe('person:dana-whitlock')
})
