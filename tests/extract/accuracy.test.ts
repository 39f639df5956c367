/**
 * What extraction reaches, as a floor under every change: on our own annotated sample always, and on the
 * annotated transcripts of ../shared where that folder is.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createExtractor } from '../../extract/index.ts'
import { evaluate, type Gold } from '../../src/evaluate.ts'
import { buildGraph, serialize } from '../../src/graph.ts'
import { bundledRegistry } from '../registry.ts'

const HERE = new URL('.', import.meta.url)
const SHARED = new URL('../../../shared/', HERE)
const registry = bundledRegistry()
const extract = createExtractor(registry)

interface Floor {
  entities: number
  core: number
  coreClaims: number
  claims: number
  lookup: number
}

/** Floors are a little under what is reached, so that a change that costs accuracy is seen at once. */
const FLOORS: Record<string, Floor> = {
  'hallway-sample-1': { entities: 0.91, core: 0.92, coreClaims: 0.92, claims: 0.82, lookup: 1 },
  'kubelist-39': { entities: 0.95, core: 0.95, coreClaims: 0.97, claims: 0.91, lookup: 1 },
  'changelog-374': { entities: 0.94, core: 0.96, coreClaims: 0.94, claims: 0.75, lookup: 1 },
  'big-tent-s1e4': { entities: 0.92, core: 0.95, coreClaims: 0.73, claims: 0.58, lookup: 1 },
  'changelog-311': { entities: 0.96, core: 0.96, coreClaims: 0.86, claims: 0.7, lookup: 1 },
  'go-time-41': { entities: 0.92, core: 0.92, coreClaims: 0.83, claims: 0.69, lookup: 1 },
  'ship-it-46': { entities: 0.85, core: 0.82, coreClaims: 0.95, claims: 0.65, lookup: 1 },
}

function transcriptOf(name: string): { file: string; text: string; gold: Gold } | null {
  const isOurs = name.startsWith('hallway-')
  const folder = isOurs ? new URL('../../data/transcripts/', HERE) : new URL('transcripts/', SHARED)
  const gold = isOurs ? new URL(`../gold/${name}.gold.json`, HERE) : new URL(`gold/${name}.gold.json`, SHARED)
  if (!existsSync(folder) || !existsSync(gold)) return null
  const file = readdirSync(folder).find((f) => f.startsWith(`${name}.`))
  if (!file) return null
  return {
    file,
    text: readFileSync(new URL(file, folder), 'utf8'),
    gold: JSON.parse(readFileSync(gold, 'utf8')) as Gold,
  }
}

const options = { registry: { source: registry.source, date: registry.date }, generator: 'test' }

describe.each(Object.entries(FLOORS))('%s', (name, floor) => {
  it('reaches its floor', (context) => {
    const material = transcriptOf(name)
    if (!material) return context.skip(`../shared is not here, so ${name} is not measured`)
    const graph = buildGraph([extract({ name: material.file, text: material.text })], options)
    const { entities, coreEntities, claims, coreClaims, lookup, evidencePlaced, interviews } = evaluate(
      graph,
      material.gold,
    )
    const reached = {
      entities: entities.f1,
      core: coreEntities.f1,
      coreClaims: coreClaims.f1,
      claims: claims.f1,
      lookup,
    }
    for (const key of Object.keys(floor) as (keyof Floor)[])
      expect(reached[key], `${key} of ${JSON.stringify(reached)}`).toBeGreaterThanOrEqual(floor[key])
    expect(evidencePlaced).toBeGreaterThanOrEqual(0.88)
    expect(interviews.predicted).toBe(interviews.gold)
    expect(interviews.turnsRight).toBeGreaterThanOrEqual(0.98)
  })
})

it('gives the same bytes whatever the order of files and however often it runs', () => {
  const folder = new URL('../../data/transcripts/', HERE)
  const file = readdirSync(folder).find((f) => f.startsWith('hallway-sample')) ?? ''
  const text = readFileSync(new URL(file, folder), 'utf8')
  const other = '**Ada Host:** I am here with Vera Lind of Keptn.\n\n**Vera Lind:** Keptn is a CNCF project.'
  const graphs = [
    [extract({ name: file, text }), extract({ name: 'b.md', text: other })],
    [extract({ name: 'b.md', text: other }), createExtractor(registry)({ name: file, text })],
  ].map((extractions) => serialize(buildGraph(extractions, options)))
  expect(graphs[0]).toBe(graphs[1])
})
