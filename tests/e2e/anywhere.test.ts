/** The viewer without `hallway view`: as one file from disk, and as a static site under any path. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import sirv from 'sirv'
import { build } from 'vite'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { oneFile } from '../../cli/onefile.ts'
import { siteData } from '../../cli/site.ts'
import type { GraphFile } from '../../src/schema.ts'
import { embedSnippet } from '../../viz/model/taken.ts'
import { fixture } from '../viz/fixture.ts'
import { choose, newPage } from './hooks.ts'
import { drawn } from './site.ts'

const made = fixture()
const EVIL = '</script><script>window.hurt=1</script><!--<script> \u2028 ]]>'

/** Names and words that would end the element they are kept in. */
function hostile(): GraphFile {
  const graph = structuredClone(made.graph)
  for (const { key, attributes } of graph.nodes) if (key === 'project:keelson') attributes.label = EVIL
  for (const edge of graph.edges) for (const e of edge.attributes.evidence) e.quote = `${EVIL} ${e.quote}`
  return graph
}

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-anywhere-'))
  // vitest says "test", which would give React's slow development build.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  await build({ logLevel: 'error', mode: 'page', build: { outDir: folder, emptyOutDir: true } })
  process.env.NODE_ENV = before
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** A page, with what it asked for and complained of. */
async function open(): Promise<{ page: Page; asked: string[]; wrongs: string[] }> {
  const page = await newPage()
  const asked: string[] = []
  const wrongs: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('pageerror', (error) => wrongs.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') wrongs.push(message.text())
  })
  return { page, asked, wrongs }
}

async function saved(name: string, graph: GraphFile): Promise<string> {
  const { data } = siteData([{ path: 'mine.json', graph }], made.transcripts)
  const path = join(folder, name)
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  await writeFile(path, oneFile(page, data, `${EVIL} – Hallway`))
  return pathToFileURL(path).href
}

test('one file opens from disk: graph, words, search and files of one’s own, without a request', async () => {
  const address = await saved('a page.html', made.graph)
  const { page, asked, wrongs } = await open()
  await page.goto(address)
  await drawn(page)
  await page.keyboard.press('/')
  await page.keyboard.type('okaf')
  await page
    .getByRole('option', { name: /Ines Okafor/ })
    .first()
    .click()
  await page.getByRole('heading', { name: 'Ines Okafor' }).waitFor()
  await page
    .getByRole('button', { name: /Next to me is Ines Okafor/ })
    .first()
    .click()
  await page.locator('mark').first().waitFor()
  // The back button works without a server too.
  await page.goBack()
  await page.getByRole('heading', { name: 'Ines Okafor' }).waitFor()
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Picture, PNG/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('mine-visible.png')
  const talk =
    'Ada Host: My guest is Vera Lind, a maintainer of Argo CD.\n\nVera Lind: Hi. I work at Kestrel Labs and I am a maintainer of Argo CD.\n\nAda Host: What level is it at?\n\nVera Lind: Argo CD is graduated.\n'
  await choose(page, [['talk.txt', talk]])
  await page.getByText(/Made a graph of talk\.txt/).waitFor()
  expect(asked.filter((url) => !/^(blob|data):/.test(url))).toEqual([address])
  expect(wrongs).toEqual([])
  await page.close()
})

test('one file holds words that mean harm, and they do none', async () => {
  const { page, asked, wrongs } = await open()
  const address = await saved('hostile.html', hostile())
  await page.goto(`${address}#view=list&node=project:keelson`)
  await page.getByRole('complementary', { name: 'Details' }).waitFor()
  expect(await page.locator('.side-panel h2').textContent()).toBe(EVIL)
  expect(await page.evaluate(() => (window as { hurt?: number }).hurt)).toBeUndefined()
  // Its own policy forbids what somebody adds to it.
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.hurt = 2'
    document.body.append(script)
  })
  expect(await page.evaluate(() => (window as { hurt?: number }).hurt)).toBeUndefined()
  expect(
    await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content'),
  ).not.toMatch(/unsafe|https?:|\*/)
  expect(asked.filter((url) => !/^(blob|data):/.test(url))).toHaveLength(1)
  expect(wrongs.filter((w) => !/Content Security Policy/.test(w))).toEqual([])
  await page.close()
})

test('the site works under any path, offers the graphs of the package, and can be embedded', async () => {
  const files = sirv(inject('built'), { etag: false })
  const deep = '/some/deep/path'
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (path === '/page.html') {
      const { port } = server.address() as AddressInfo
      const view = `http://127.0.0.1:${port}${deep}/#embed=1`
      response.setHeader('content-type', 'text/html')
      response.end(`<!doctype html><title>Somebody's page</title>${embedSnippet(view, 'A graph')}`)
      return
    }
    request.url = path.startsWith(`${deep}/`) ? path.slice(deep.length) : '/nowhere'
    files(request, response, () => {
      response.statusCode = 404
      response.end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { page, asked, wrongs } = await open()
  try {
    await page.goto(`${home}${deep}/`)
    await drawn(page)
    await page.getByRole('button', { name: /Kubelist Podcast/ }).waitFor()
    expect(asked.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(`${home}${deep}/`))).toEqual(
      [],
    )
    await page.goto(`${home}/page.html`)
    const inside = page.frameLocator('iframe')
    await inside.locator('.stage[data-ready]').waitFor()
    await inside.getByRole('link', { name: 'Open in Hallway' }).waitFor()
    expect(wrongs.filter((w) => !/favicon|404/.test(w))).toEqual([])
  } finally {
    await page.close()
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
})
