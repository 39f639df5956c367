import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexGraph } from '../../src/lookup.ts'
import { shortestPath } from '../../src/path.ts'
import type { GraphEdge, GraphFile, Qualifiers } from '../../src/schema.ts'
import { bothTalks } from './fixture.ts'

/** `a>b` is a claim of a on b; `:0.5` its confidence, `!` denied, `~` a mention. */
function graphOf(...claims: string[]): GraphFile {
  const base = bothTalks()
  const edges = claims.map((claim, i): GraphEdge => {
    const [, source = '', kind = '', target = '', confidence] =
      /^(\w+)([>!~])(\w+)(?::([\d.]+))?$/.exec(claim) ?? []
    const qualifiers: Qualifiers = kind === '!' ? { polarity: 'denied' } : {}
    return {
      key: `${i}`,
      source: `project:${source}`,
      target: `project:${target}`,
      attributes: {
        predicate: kind === '~' ? 'mentions' : 'built_on',
        qualifiers,
        confidence: Number(confidence ?? 0.9),
        evidence: [{ episode: 'episode:e', turn: 0, start: 0, end: 1, rule: 'r' }],
      },
    }
  })
  const ids = [...new Set(['project:a', 'project:z', ...edges.flatMap((e) => [e.source, e.target])])].sort()
  return {
    ...base,
    nodes: ids.map((key) => ({
      key,
      attributes: { kind: 'project', label: key.slice(8), surfaces: [], mentions: 1 },
    })),
    edges,
  }
}

const way = (graph: GraphFile, from = 'a', to = 'z'): string | null => {
  const { steps } = shortestPath(indexGraph(graph), `project:${from}`, `project:${to}`)
  return steps && [from, ...steps.map((step) => step.to.label)].join(' ')
}

describe('shortestPath', () => {
  it.each([
    ['one claim', ['a>z'], 'a z'],
    ['against its direction', ['z>a'], 'a z'],
    ['the shorter of two', ['a>b', 'b>c', 'c>z', 'z>d', 'a>d'], 'a d z'],
    ['the surer of two equally long', ['a>b:0.9', 'b>z:0.5', 'a>c:0.7', 'c>z:0.8'], 'a c z'],
    ['a sure detour is still a detour', ['a>z:0.1', 'a>b:1', 'b>z:1'], 'a z'],
    ['the first by id of equally sure ones', ['a>c', 'c>z', 'a>b', 'b>z'], 'a b z'],
    ['around a denial', ['a!z', 'a>b', 'b>z'], 'a b z'],
    ['around a mention', ['a~z', 'a>b', 'b>z'], 'a b z'],
    ['nothing but mentions', ['a~z'], null],
    ['nothing at all', [], null],
  ])('%s', (_, claims, expected) => {
    expect(way(graphOf(...claims))).toBe(expected)
    expect(way(graphOf(...[...claims].reverse()))).toBe(expected)
  })

  it('says both directions in words, takes the surest of parallel claims and names the weakest link', () => {
    const index = indexGraph(graphOf('a>b:0.6', 'a>b:0.8', 'z>b:0.7', 'z>b:0.7'))
    const path = shortestPath(index, 'project:a', 'project:z')
    expect(path.weakest).toBe(1)
    expect(path.steps).toMatchObject([
      { claim: '1', reads: 'is built on', reversed: false, confidence: 0.8 },
      { claim: '2', reads: 'is built into', reversed: true, confidence: 0.7 },
    ])
    expect(path.steps?.[0]?.evidence).toHaveLength(1)
  })

  it('links a node to itself by nothing', () => {
    expect(shortestPath(indexGraph(graphOf('a>z')), 'project:a', 'project:a')).toMatchObject({ steps: [] })
  })

  it('refuses a node that is not there', () => {
    expect(() => shortestPath(indexGraph(graphOf('a>z')), 'project:a', 'project:q')).toThrow('project:q')
  })

  it('is as short, and as sure, as the best of all ways', () => {
    const edge = fc.record({
      from: fc.constantFrom(...'abcdz'),
      to: fc.constantFrom(...'abcdz'),
      confidence: fc.constantFrom(0.5, 0.7, 0.9),
    })
    const best = (edges: { from: string; to: string; confidence: number }[]): [number, number] | null => {
      let found: [number, number] | null = null
      const walk = (at: string, seen: string[], certainty: number): void => {
        const length = seen.length - 1
        if (at === 'z') {
          if (!found || length < found[0] || (length === found[0] && certainty > found[1]))
            found = [length, certainty]
          return
        }
        for (const { from, to, confidence } of edges)
          for (const [x, y] of [
            [from, to],
            [to, from],
          ] as const)
            if (x === at && !seen.includes(y)) walk(y, [...seen, y], certainty * confidence)
      }
      walk('a', ['a'], 1)
      return found
    }
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 8 }), (edges) => {
        const graph = graphOf(...edges.map((e) => `${e.from}>${e.to}:${e.confidence}`))
        const { steps } = shortestPath(indexGraph(graph), 'project:a', 'project:z')
        const wanted = best(edges)
        if (steps === null || wanted === null) return steps === null && wanted === null
        const certainty = steps.reduce((product, step) => product * step.confidence, 1)
        return steps.length === wanted[0] && Math.abs(certainty - wanted[1]) < 1e-9
      }),
      { numRuns: 200 },
    )
  })
})
