import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allowedTypos,
  couldBeNear,
  editDistance,
  type Found,
  foldName,
  indexNames,
  lettersOf,
} from '../../src/names.ts'
import type { GraphFile, NodeKind } from '../../src/schema.ts'
import { bothTalks } from './fixture.ts'

function graphOf(nodes: [id: string, label: string, ...surfaces: string[]][]): GraphFile {
  const base = bothTalks()
  return {
    ...base,
    edges: [],
    nodes: nodes.map(([key, label, ...surfaces]) => ({
      key,
      attributes: { kind: key.slice(0, key.indexOf(':')) as 'project', label, surfaces, mentions: 1 },
    })),
  }
}

const index = indexNames(
  graphOf([
    ['project:lumen-mesh', 'Lumen Mesh', 'Lumen Mesh', 'loom and mesh', 'Lumen'],
    ['project:quayside', 'Quayside'],
    ['company:quayside', 'Quayside'],
    ['project:grafter', 'Grafter'],
    ['company:grafter-labs', 'Grafter Labs', 'Grafter Labs', 'Grafter'],
    ['person:petra-achterberg', 'Petra Achterberg', 'Petra'],
    ['person:tomas-bellweather', 'Tomás Bellweather', 'Tomas'],
    ['technology:c', 'C'],
    ['technology:c', 'C++'],
    ['url:github.com/lumen/mesh', 'github.com/lumen/mesh'],
    ['project:ore', 'Ore'],
    ['project:tarn', 'Tarn'],
    ['project:barn', 'Barn'],
  ]),
)
const one = (id: string): Found => ({ kind: 'one', id })
const corrected = (id: string): Found => ({ kind: 'one', id, corrected: true })
const several = (...ids: string[]): Found => ({ kind: 'several', ids })

describe('find', () => {
  const cases: [typed: string, found: Found][] = [
    ['Lumen Mesh', one('project:lumen-mesh')],
    ['lumen-mesh', one('project:lumen-mesh')],
    ['LUMENMESH', one('project:lumen-mesh')],
    ['  lumen   mesh ', one('project:lumen-mesh')],
    ['Lúmen Mesh', one('project:lumen-mesh')],
    ['project:lumen-mesh', one('project:lumen-mesh')],
    ['Project: Lumen Mesh', one('project:lumen-mesh')],
    ['loom and mesh', one('project:lumen-mesh')],
    ['lumen', one('project:lumen-mesh')],
    ['tomas bellweather', one('person:tomas-bellweather')],
    ['Achterberg', one('person:petra-achterberg')],
    ['person:petra', one('person:petra-achterberg')],
    ['https://www.github.com/lumen/mesh', one('url:github.com/lumen/mesh')],
    ['github.com/Lumen/Mesh', one('url:github.com/lumen/mesh')],
    // A name that is the label of one node and a mere surface of another means the one.
    ['grafter', one('project:grafter')],
    ['company:grafter', one('company:grafter-labs')],
    ['quayside', several('company:quayside', 'project:quayside')],
    ['company:Quayside', one('company:quayside')],
    // One typo up to seven letters, two beyond.
    ['quaysyde', { kind: 'none', nearest: ['company:quayside', 'project:quayside'] }],
    ['project:quaysyde', corrected('project:quayside')],
    ['project:quyaside', corrected('project:quayside')],
    ['lumem mehs', corrected('project:lumen-mesh')],
    ['graftr', corrected('project:grafter')],
    ['yarn', { kind: 'none', nearest: ['project:barn', 'project:tarn'] }],
    // Of a short name, another letter makes another name.
    ['oro', { kind: 'none', nearest: ['project:ore'] }],
    ['quay', { kind: 'none', nearest: ['company:quayside', 'project:quayside'] }],
    // The beginning of a name is offered, however long, and never taken for the name.
    ['petraach', { kind: 'none', nearest: ['person:petra-achterberg'] }],
    ['nothing like it', { kind: 'none', nearest: [] }],
    ['', { kind: 'none', nearest: [] }],
    ['…', { kind: 'none', nearest: [] }],
  ]
  it.each(cases)('%j', (typed, found) => {
    expect(index.find(typed)).toEqual(found)
  })

  it('looks only among the nodes it is told to', () => {
    expect(index.find('quayside', (id) => id.startsWith('project:'))).toEqual(one('project:quayside'))
  })

  it('tells C from C++', () => {
    expect(foldName('C++')).not.toBe(foldName('C'))
  })

  it('finds every node of a graph by its id and by its label', () => {
    const graph = bothTalks()
    const names = indexNames(graph)
    for (const { key, attributes } of graph.nodes) {
      expect(names.find(key)).toEqual(one(key))
      expect(names.find(`${attributes.kind satisfies NodeKind}:${attributes.label}`)).toEqual(one(key))
    }
  })
})

describe('editDistance', () => {
  /** Every way to edit, without a limit or a table: slow and plain. */
  function plainly(a: string, b: string): number {
    if (!a || !b) return a.length + b.length
    const swap =
      a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]
        ? 1 + plainly(a.slice(2), b.slice(2))
        : Number.POSITIVE_INFINITY
    return Math.min(
      swap,
      1 + plainly(a.slice(1), b),
      1 + plainly(a, b.slice(1)),
      (a[0] === b[0] ? 0 : 1) + plainly(a.slice(1), b.slice(1)),
    )
  }

  it('agrees with the plain definition', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 5 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(plainly(a, b), limit + 1))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    [3, 0],
    [4, 1],
    [7, 1],
    [8, 2],
  ])('a name of %i letters may have %i typos', (length, typos) => {
    expect(allowedTypos(length)).toBe(typos)
  })
})

it('no two words within the distance are told apart by their letters', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefé1+'), maxLength: 9 })
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
      if (editDistance(a, b, limit) <= limit)
        expect(couldBeNear(lettersOf(a), lettersOf(b), limit)).toBe(true)
    }),
  )
  expect(couldBeNear(lettersOf('keptn'), lettersOf('docker'), 1)).toBe(false)
})

it('exactly: what is found without a typo is found the same way, and a typo is not', () => {
  for (const name of ['Lumen Mesh', 'lumen-mesh', 'project:lumen-mesh', 'PROJECT:LUMEN-MESH'])
    expect(index.exact(name)).toEqual(index.find(name))
  expect(index.find('lumen mehs')).toMatchObject({ kind: 'one', corrected: true })
  expect(index.exact('lumen mehs')).toEqual({ kind: 'none', nearest: [] })
})
