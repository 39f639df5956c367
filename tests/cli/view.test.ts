import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer } from '../../cli/server.ts'
import { serialize } from '../../src/graph.ts'
import { bothTalks, MORNING } from '../src/fixture.ts'
import { type Ran, type Workplace, workplace } from './harness.ts'

const transcript = MORNING.turns.map(({ label, text }) => `${label}: ${text}\n`).join('\n')
const place = workplace({
  'dist/viz/index.html': '<!doctype html><title>Viewer</title>',
  'dist/viz/assets/app.js': 'export {}',
  'dist/data/sample.json': serialize(bothTalks()),
  'data/graphs/z.json': serialize(bothTalks()),
  'data/transcripts/talk.txt': transcript,
  'data/transcripts/other.txt': transcript.replace('sandbox', 'garden'),
  'data/transcripts/README.md': 'What stands here.',
  'mine.json': serialize(bothTalks()),
  'renamed.txt': transcript,
  'other.txt': transcript.replace('sandbox', 'garden'),
  'no-graph.json': '{}',
})
const root = place.folder

interface Answer {
  status: number
  headers: Record<string, unknown>
  body: string
}

/** A request as it stands, with any host and path: fetch would put both right. */
function ask(port: number, path: string, options: { host?: string; method?: string } = {}): Promise<Answer> {
  return new Promise((done, failed) => {
    const headers = options.host === undefined ? {} : { host: options.host }
    const sent = request(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers },
      (got) => {
        let body = ''
        got.setEncoding('utf8').on('data', (part: string) => {
          body += part
        })
        got.on('end', () => done({ status: got.statusCode ?? 0, headers: got.headers, body }))
      },
    )
    sent.on('error', failed).end()
  })
}

/** Runs `view`, asks it things, and ends it. */
async function viewing(
  at: Workplace,
  argv: string[],
  during: (port: number, printed: string) => Promise<void>,
): Promise<Ran> {
  const printed: string[] = []
  const ran = await at.hallway(['view', '--no-open', ...argv], {
    root,
    stdout: { write: (text) => printed.push(text) },
    interrupted: async () => {
      const port = printed.join('').match(/http:\/\/127\.0\.0\.1:(\d+)\//)?.[1]
      await during(Number(port), printed.join(''))
    },
  })
  return { ...ran, out: printed.join('') }
}

describe('view', () => {
  it('serves the viewer, a graph and its transcript', async () => {
    const argv = ['mine.json', '--transcript', 'renamed.txt', '--port', '0']
    const { code } = await viewing(place, argv, async (port) => {
      expect((await ask(port, '/')).body).toContain('<title>Viewer</title>')
      const index = JSON.parse((await ask(port, '/data/index.json')).body)
      expect(index).toEqual([
        {
          name: 'mine',
          title: 'mine (2 episodes)',
          graph: 'data/0.json',
          transcripts: [{ episode: MORNING.id, address: 'data/0-0.json' }],
        },
      ])
      expect((await ask(port, '/data/0.json')).body).toBe(serialize(bothTalks()))
      // The graph's own name for the episode, whatever the file is called now.
      expect(JSON.parse((await ask(port, '/data/0-0.json?x#y')).body)).toMatchObject({
        id: MORNING.id,
        file: 'renamed.txt',
        turns: MORNING.turns.map((turn, i) => ({ ...turn, index: i })),
      })
    })
    expect(code).toBe(0)
  })

  it('shows the graphs that come along, the sample first, with the transcripts that fit', async () => {
    const { code } = await viewing(place, ['--port', '0'], async (port) => {
      const index = JSON.parse((await ask(port, '/data/index.json')).body)
      expect(index).toMatchObject([
        { name: 'sample', graph: 'data/0.json', transcripts: [{ address: 'data/0-0.json' }] },
        { name: 'z', graph: 'data/1.json', transcripts: [{ address: 'data/1-0.json' }] },
      ])
    })
    expect(code).toBe(0)
  })

  it('takes the next free port, or says that the one asked for is in use', async () => {
    const busy = createServer().listen(0, '127.0.0.1')
    await new Promise((listening) => busy.once('listening', listening))
    const { port } = busy.address() as AddressInfo
    const { code, err } = await viewing(place, ['mine.json', '--port', `${port}`], async () => {})
    expect({ code, err }).toEqual({
      code: 1,
      err: `hallway: port ${port}: it is in use; choose another with --port\n`,
    })
    busy.close()

    await viewing(place, ['mine.json'], async (first) => {
      await viewing(place, ['mine.json'], async (second) => {
        expect(second).toBeGreaterThan(first)
      })
    })
  })

  it.each([
    ['no graph', ['no-graph.json'], /^hallway: no-graph\.json: this is no Hallway graph/],
    ['no such graph', ['gone.json'], /^hallway: gone\.json: cannot be read/],
    [
      'a transcript of another graph',
      ['mine.json', '-t', 'other.txt'],
      /^hallway: other\.txt: none of the graphs was made/,
    ],
  ])('refuses %s', async (_, argv, message) => {
    const ran = await viewing(place, argv, async () => {})
    expect(ran.err).toMatch(message)
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 1, out: '' })
  })

  it('says how to build the viewer where it is missing', async () => {
    const { code, err } = await place.hallway(['view'], { root: place.path('data') })
    expect(code).toBe(1)
    expect(err).toContain('the viewer is not built; build it with: npm run build')
  })
})

describe('the server', () => {
  const server = makeServer(place.path('dist/viz'), new Map([['data/index.json', '[]']]))
  let port = 0
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => new Promise((done) => server.close(done)))

  it.each(['/', '/assets/app.js', '/data/index.json', '/gone'])(
    'sends strict headers with %s',
    async (path) => {
      const { headers } = await ask(port, path)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).toMatch(/(^|; )script-src 'self'(;|$)/)
      expect(policy).toMatch(/(^|; )style-src 'self'(;|$)/)
      expect(policy).not.toContain('unsafe')
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    },
  )

  it('sees what is built while it runs, and nothing beside its folder', async () => {
    place.write('dist/viz/assets/late.js', 'export const late = 1')
    expect(await ask(port, '/assets/late.js')).toMatchObject({ status: 200, body: 'export const late = 1' })
    place.write('dist/viz-beside/secret.js', 'secret')
    expect((await ask(port, '/../viz-beside/secret.js')).status).toBe(404)
    expect((await ask(port, '/%2e%2e/viz-beside/secret.js')).status).toBe(404)
  })

  it.each([
    ['localhost', 200],
    ['localhost:4173', 200],
    ['127.0.0.1:1', 200],
    ['[::1]:4173', 200],
    ['evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost.evil.example:4173', 403],
  ])('with Host: %s answers %i', async (host, status) => {
    expect((await ask(port, '/data/index.json', { host })).status).toBe(status)
    expect((await ask(port, '/', { host })).status).toBe(status)
  })

  it.each([
    ['/../../data/graphs/z.json', 404],
    ['/..%2f..%2fdata%2fgraphs%2fz.json', 404],
    ['/%2e%2e/%2e%2e/mine.json', 404],
    ['//etc/hostname', 404],
    ['/data/../../data/sample.json', 404],
    ['/%', 404],
  ])('stays in its folder: %s', async (path, status) => {
    const answer = await ask(port, path)
    expect(answer.body).not.toContain('hallway-graph')
    expect(answer.status).toBe(status)
  })

  it('only reads', async () => {
    expect((await ask(port, '/', { method: 'POST' })).status).toBe(405)
    const head = await ask(port, '/data/index.json', { method: 'HEAD' })
    expect([head.status, head.headers['content-length'], head.body]).toEqual([200, '2', ''])
  })
})
