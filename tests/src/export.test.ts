import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMATS } from '../../cli/commands/export.ts'
import { csvCell } from '../../src/export/csv.ts'
import { cypherString } from '../../src/export/cypher.ts'
import { dotString } from '../../src/export/dot.ts'
import {
  EXPORT_FORMATS,
  toCsv,
  toCytoscape,
  toJsonLd,
  WRITERS,
  withoutMentions,
} from '../../src/export/index.ts'
import { iri } from '../../src/export/jsonld.ts'
import { escapeXml } from '../../src/export/xml.ts'
import type { GraphFile } from '../../src/schema.ts'
import { bothTalks } from './fixture.ts'
import { all, forXml, parseXml, wellFormed } from './xml.ts'

/** RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const m of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy)) {
    row.push(m[1] === undefined ? (m[2] ?? '') : m[1].replaceAll('""', '"'))
    if (m[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** The strings of DOT or Cypher code, undone; what stands outside of them must be code of ours. */
const stringsOf = (code: string, quote: '"' | "'"): { strings: string[]; rest: string } => {
  const strings: string[] = []
  const pattern = quote === '"' ? /"((?:[^"\\]|\\.)*)"/g : /'((?:[^'\\]|\\.)*)'/g
  const rest = code.replace(pattern, (_, body: string) => {
    strings.push(
      body.replace(/\\(u[0-9a-f]{4}|.)/g, (__, c: string) =>
        c.length === 5 ? String.fromCharCode(Number.parseInt(c.slice(1), 16)) : c,
      ),
    )
    return '§'
  })
  return { strings, rest }
}

/** Words that break what is not escaped. */
const NASTY = [
  '</node><script>alert(1)</script>',
  'a"b\'c`d\\',
  "\\' }) DETACH DELETE (n) //",
  '"]; evil [label="',
  '=HYPERLINK("http://x")',
  '+1',
  '-1+2',
  '@SUM(A1)',
  ' =1',
  '＝1',
  '\t=1',
  'line\nbreak\r\nand\ttab',
  ']]>&amp;&#0;',
  '\u0000\u0007\u001b[31m\u2028\ufffe',
  '\ud800 half',
  'ünï 漢字 🎉',
  ', ; | {}',
  '\\N \\u0027',
]
const words = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
)

/** The graph of both talks with words of choice wherever words of people may stand. */
function graphSaying(texts: readonly string[]): GraphFile {
  const graph = structuredClone(bothTalks())
  let i = 0
  const next = (): string => texts[i++ % texts.length] ?? ''
  for (const { attributes } of graph.nodes) {
    attributes.label = next() || 'x'
    if ('surfaces' in attributes) attributes.surfaces = [next(), next()]
    for (const fact of ('facts' in attributes && attributes.facts) || []) fact.value = next() || 'x'
  }
  for (const { attributes } of graph.edges) {
    if (attributes.qualifiers.role) attributes.qualifiers.role = next() || 'x'
    for (const e of attributes.evidence) {
      e.quote = next()
      e.rule = next() || 'x'
    }
  }
  return graph
}
const property = (check: (graph: GraphFile) => void): void => {
  check(graphSaying(NASTY))
  fc.assert(
    fc.property(fc.array(words, { minLength: 3, maxLength: 12 }), (texts) => check(graphSaying(texts))),
    { numRuns: 40 },
  )
}
const ids = (graph: GraphFile): { nodes: string[]; edges: string[] } => ({
  nodes: graph.nodes.map((n) => n.key),
  edges: graph.edges.map((e) => e.key),
})

describe('whatever people say', () => {
  it('gexf is well-formed and has every node and edge with its words', () => {
    property((graph) => {
      const gexf = parseXml(WRITERS.gexf?.(graph) ?? '')
      const nodes = all(gexf, 'node')
      const edges = all(gexf, 'edge')
      expect({
        nodes: nodes.map((n) => n.attributes.id),
        edges: edges.map((e) => e.attributes.id),
      }).toEqual(ids(graph))
      expect(nodes.map((n) => n.attributes.label)).toEqual(graph.nodes.map((n) => forXml(n.attributes.label)))
      const declared = new Set(all(gexf, 'attribute').map((a) => a.attributes.id))
      for (const { attributes } of all(gexf, 'attvalue')) expect(declared).toContain(attributes.for)
      const quotes = edges.map(
        (e) => all(e, 'attvalue').find((v) => v.attributes.for === 'quote')?.attributes.value,
      )
      const said = graph.edges.map((e) => forXml(e.attributes.evidence[0]?.quote ?? '') || undefined)
      expect(quotes).toEqual(said)
    })
  })

  it('graphml is well-formed and has every node and edge with its words', () => {
    property((graph) => {
      const graphml = parseXml(WRITERS.graphml?.(graph) ?? '')
      expect({
        nodes: all(graphml, 'node').map((n) => n.attributes.id),
        edges: all(graphml, 'edge').map((e) => e.attributes.id),
      }).toEqual(ids(graph))
      const keys = new Set(all(graphml, 'key').map((k) => k.attributes.id))
      const data = all(graphml, 'data')
      for (const { attributes } of data) expect(keys).toContain(attributes.key)
      const labels = data.filter((d) => d.attributes.key === 'node-label').map((d) => d.text)
      expect(labels).toEqual(graph.nodes.map((n) => forXml(n.attributes.label)))
    })
  })

  it('cytoscape is JSON with every node and edge', () => {
    property((graph) => {
      const { elements } = JSON.parse(toCytoscape(graph))
      const idsOf = (list: { data: { id: string } }[]): string[] => list.map((x) => x.data.id)
      expect({ nodes: idsOf(elements.nodes), edges: idsOf(elements.edges) }).toEqual(ids(graph))
      for (const { data } of elements.edges) expect(ids(graph).nodes).toContain(data.source)
      for (const { data } of elements.nodes)
        for (const value of Object.values(data)) expect(typeof value).not.toBe('object')
    })
  })

  it('jsonld is JSON whose ids are IRIs and whose statements have their evidence', () => {
    property((graph) => {
      const { '@context': context, '@graph': items } = JSON.parse(toJsonLd(graph))
      const prefixes = new Set(Object.keys(context))
      // A property called like a prefix of the context would mean something else.
      const keys = (value: unknown): string[] =>
        value !== null && typeof value === 'object'
          ? Object.entries(value).flatMap(([key, inner]) => [
              ...(Array.isArray(value) ? [] : [key]),
              ...keys(inner),
            ])
          : []
      const kinds = Object.keys(context).filter((term) => String(context[term]).endsWith(`:${term}:`))
      expect(kinds).toContain('foundation')
      expect(keys(items).filter((key) => kinds.includes(key))).toEqual([])
      for (const item of items) {
        if (item.id === undefined) continue
        expect(prefixes).toContain(item.id.split(':')[0])
        expect(item.id).not.toMatch(/[\s"<>\\^`{|}]/)
      }
      const statements = items.filter((item: { type: string }) => item.type === 'rdf:Statement')
      const facts = graph.nodes.flatMap((n) => ('facts' in n.attributes && n.attributes.facts) || [])
      expect(statements.length).toBe(graph.edges.length + facts.length)
      for (const { evidence } of statements) expect(evidence.length).toBeGreaterThan(0)
    })
  })

  it('csv has a row each, and no cell that a spreadsheet would run', () => {
    property((graph) => {
      const { nodes, edges } = toCsv(graph)
      for (const [table, count] of [
        [nodes, graph.nodes.length],
        [edges, graph.edges.length],
      ] as const) {
        const rows = parseCsv(table)
        expect(rows.length).toBe(count + 1)
        expect(new Set(rows.map((row) => row.length)).size).toBe(1)
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
      }
      const labels = parseCsv(nodes)
        .slice(1)
        .map((row) => row[1]?.replace(/^'/, ''))
      expect(labels).toEqual(graph.nodes.map((n) => n.attributes.label.replace(/^'/, '')))
    })
  })

  it('cypher keeps to one statement a line, with words inside of strings only', () => {
    property((graph) => {
      const lines = (WRITERS.cypher?.(graph) ?? '').trimEnd().split('\n')
      expect(lines.length).toBe(1 + graph.nodes.length + graph.edges.length)
      for (const [i, line] of lines.slice(1).entries()) {
        const { strings, rest } = stringsOf(line, "'")
        expect(rest).toMatch(
          /^(?:MERGE \(n:Hallway \{id: §\}\) SET n:\w+, n \+= \{[\w§:., ]*\};|MATCH \(a:Hallway \{id: §\}\), \(b:Hallway \{id: §\}\) MERGE \(a\)-\[r:\w+ \{id: §\}\]->\(b\) SET r \+= \{[\w§:., ]*\};)$/,
        )
        const node = graph.nodes[i]
        if (node) expect(strings.slice(0, 2)).toEqual([node.key, wellFormed(node.attributes.label)])
      }
    })
  })

  it('dot keeps words inside of strings', () => {
    property((graph) => {
      const { rest } = stringsOf(WRITERS.dot?.(graph) ?? '', '"')
      const lines = rest.trimEnd().split('\n')
      expect(lines.length).toBe(4 + graph.nodes.length + graph.edges.length)
      for (const line of lines.slice(3, -1)) expect(line).toMatch(/^ {2}§(?: -> §)? \[[\w=§, ]+\];$/)
    })
  })
})

describe('all formats', () => {
  it('are those that the command offers', () => {
    expect([...EXPORT_FORMATS]).toEqual(FORMATS)
    expect([...Object.keys(WRITERS), 'csv'].sort()).toEqual([...FORMATS].sort())
  })

  it.each(Object.entries(WRITERS))(
    '%s: the same graph gives the same text, which ends its line',
    (_, write) => {
      const text = write(bothTalks())
      expect(text).toBe(write(structuredClone(bothTalks())))
      expect(text.endsWith('\n')).toBe(true)
    },
  )

  it('can do without mentions', () => {
    const bare = withoutMentions(bothTalks())
    expect(bare.edges.length).toBeLessThan(bothTalks().edges.length)
    expect(WRITERS.dot?.(bare)).not.toContain('mentions')
  })
})

describe('one value', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['=1+1', "'=1+1"],
    ['-- so', "'-- so"],
    ['@all, hi', '"\'@all, hi"'],
    ['e-mail', 'e-mail'],
    [0.5, '0.5'],
    [undefined, ''],
  ])('csv %j: %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })

  it.each([
    ["it's", "'it\\'s'"],
    ['a\\', "'a\\\\'"],
    ['a\nb', "'a\\u000ab'"],
  ])('cypher %j: %s', (text, literal) => {
    expect(cypherString(text)).toBe(literal)
  })

  it.each([
    ['say "x"', '"say \\"x\\""'],
    ['a\\', '"a\\\\"'],
    ['a\nb', '"a b"'],
  ])('dot %j: %s', (text, literal) => {
    expect(dotString(text)).toBe(literal)
  })

  it.each([
    ['<a href="x">&', '&lt;a href=&quot;x&quot;&gt;&amp;'],
    ['a\nb', 'a&#10;b'],
    ['\u0000\ud800', '\ufffd\ufffd'],
    ['🎉', '🎉'],
  ])('xml %j: %s', (text, escaped) => {
    expect(escapeXml(text)).toBe(escaped)
  })

  it.each([
    ['project:keptn', 'project:keptn'],
    ['url:x.example/a?b={c}|d', 'url:x.example/a?b=%7Bc%7D%7Cd'],
    ['person:jürgen', 'person:jürgen'],
  ])('iri %s: %s', (id, encoded) => {
    expect(iri(id)).toBe(encoded)
  })
})
