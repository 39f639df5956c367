import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATA_PLACE, oneFile } from '../../cli/onefile.ts'
import { serialize } from '../../src/graph.ts'
import { bothTalks, MORNING } from '../src/fixture.ts'
import { workplace } from './harness.ts'

const PAGE = `<!doctype html><head><title>Hallway</title></head><body>${DATA_PLACE}</body>`
const transcript = MORNING.turns.map(({ label, text }) => `${label}: ${text}\n`).join('\n')

/** The data of a page, as a browser would find them. */
function dataIn(page: string): Record<string, unknown> {
  const [, json] = /<script type="application\/json" id="hallway-data">([^<]*)<\/script>/.exec(page) ?? []
  return JSON.parse(json ?? '')
}

describe('one file', () => {
  it('holds whatever there is to say, and nothing that ends its element', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('</script>', '<!--<script>', '$&$1', '\u2028'),
        ),
        (words) => {
          const page = oneFile(PAGE, new Map([['data/0.json', JSON.stringify({ words })]]), words)
          expect(dataIn(page)).toEqual({ 'data/0.json': { words } })
          expect(page.match(/<\/script/gi)).toHaveLength(1)
          expect(page.match(/<title>[^<>]*<\/title>/g)).toHaveLength(1)
        },
      ),
    )
  })
  it('refuses a page that has no place for data', () => {
    expect(() => oneFile('<p>', new Map(), 'x')).toThrow(/no single place/)
  })
})

describe('view --save', () => {
  const place = workplace({
    'dist/page/index.html': PAGE,
    'mine.json': serialize(bothTalks()),
    'talk.txt': transcript,
  })
  const root = place.folder
  it('writes one page with the graph and its transcript', async () => {
    const { code, out, err } = await place.hallway(
      ['view', 'mine.json', '-t', 'talk.txt', '--save', 'deep/mine.html'],
      {
        root,
      },
    )
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toMatch(/^hallway: deep\/mine\.html: 1 graph, \d+\.\d MB; open it in a browser\n$/)
    const page = place.read('deep/mine.html')
    expect(Object.keys(dataIn(page)).sort()).toEqual(['data/0-0.json', 'data/0.json', 'data/index.json'])
    expect(page).toContain('<title>mine (2 episodes) – Hallway</title>')
  })
  it('does not write over what it reads', async () => {
    const { code, err } = await place.hallway(['view', 'mine.json', '--save', 'mine.json'], { root })
    expect(code).toBe(1)
    expect(err).toMatch(/mine\.json: is one of the files that are read/)
    expect(place.read('mine.json')).toBe(serialize(bothTalks()))
  })
  it('says how to build the page where it is missing', async () => {
    const { code, err } = await place.hallway(['view', 'mine.json', '--save', 'x.html'], {
      root: place.path('none'),
    })
    expect(code).toBe(1)
    expect(err).toContain('the viewer is not built; build it with: npm run build')
  })
})
