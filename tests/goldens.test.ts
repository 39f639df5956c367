/** What `npm run goldens` made is what the command makes now, byte for byte. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GOLDENS, goldenArguments } from '../bench/goldens.ts'
import { RULES } from '../extract/index.ts'
import { parseGraph } from '../src/schema.ts'
import { workplace } from './cli/harness.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const REMEDY = 'run npm run goldens, and read the difference'

describe.each(GOLDENS)('$path', (golden) => {
  const place = workplace()

  it.skipIf(!existsSync(golden.transcript))(
    'is what extraction makes now (skipped where its transcript, which is not ours to publish, is missing)',
    async () => {
      const { code } = await place.hallway(goldenArguments(golden, 'made.json'))
      expect(code).toBe(0)
      const lines = place.read('made.json').split('\n')
      // The first line that differs says more than two whole files.
      const other = read(golden.path).split('\n')
      const at = lines.findIndex((line, i) => line !== other[i])
      expect({ line: at, made: lines[at], kept: other[at] }, REMEDY).toEqual({ line: -1 })
      expect(lines.length, REMEDY).toBe(other.length)
    },
  )

  it('is a graph of this version, with words only where they are ours', () => {
    const graph = parseGraph(JSON.parse(read(golden.path)))
    expect(graph.attributes.quotes).toBe(!golden.options.includes('--no-quotes'))
    const quoted = graph.edges.filter((e) => e.attributes.evidence.some((x) => x.quote !== undefined))
    expect(quoted.length > 0).toBe(graph.attributes.quotes)
  })
})

describe('docs/rules.md', () => {
  const text = read('docs/rules.md')

  it('tells of every rule, and of no other', () => {
    const told = [...text.matchAll(/^### (.+)$/gm)].map((m) => m[1])
    expect(told.sort(), 'run npm run rules').toEqual(RULES.map((rule) => rule.id).sort())
  })

  it('has the description, the examples and the misses of each', () => {
    const stale = RULES.filter(({ id, description, examples, misses }) => {
      const section = text.slice(text.indexOf(`\n### ${id}\n`)).split('\n### ')[1] ?? ''
      return [description, ...[...examples, ...misses].map(({ said }) => `\n${said}\n`)].some(
        (part) => !section.includes(part),
      )
    })
    expect(
      stale.map((rule) => rule.id),
      'run npm run rules',
    ).toEqual([])
  })
})
