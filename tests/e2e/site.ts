/** The viewer as users get it: built, served under the headers of `hallway view`, in a headless browser. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import sirv from 'sirv'
import { build } from 'vite'
import { HEADERS } from '../../cli/server.ts'
import { findBrowser } from '../install-browser.js'

export interface Site {
  url: string
  /** Anything under data/, by path; change it between tests. */
  data: Map<string, unknown>
  close(): Promise<void>
}

/**
 * Builds a page into a folder.
 * @param root its sources; the viewer when left out
 */
export async function buildInto(folder: string, root?: string): Promise<void> {
  // vitest says "test", which would give React's slow development build.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    // The viewer's configuration says where it is, and lies in no root but its own.
    await build({
      ...(root ? { root } : {}),
      logLevel: 'error',
      mode: 'production',
      build: { outDir: folder, emptyOutDir: true },
    })
  } finally {
    process.env.NODE_ENV = before
  }
}

/** Builds a page into a folder of its own, and serves it. The folder goes when the site is closed. */
export async function serve(root?: string): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-viz-'))
  await buildInto(folder, root)
  const site = await serveFolder(folder)
  return {
    ...site,
    async close() {
      await site.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Serves a page that is built, on loopback. */
export async function serveFolder(folder: string): Promise<Site> {
  const files = sirv(folder, { etag: false })
  const data = new Map<string, unknown>()
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    if (path.startsWith('data/')) {
      const found = data.get(path.slice('data/'.length))
      response.statusCode = found === undefined ? 404 : 200
      response.setHeader('content-type', 'application/json')
      response.end(found === undefined ? '' : typeof found === 'string' ? found : JSON.stringify(found))
      return
    }
    files(request, response, () => {
      response.statusCode = 404
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    data,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface Browser {
  context: BrowserContext
  close(): Promise<void>
}

/** A fresh browser, whose profile goes with it; WebGL is drawn in software. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no browser found; run: node tests/install-browser.js')
  // With a profile pages are tabs of one window; without, each would be a window, which costs a second.
  const context = await chromium.launchPersistentContext('', {
    executablePath,
    headless: true,
    viewport: { width: 1600, height: 900 },
    reducedMotion: 'reduce',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  })
  return { context, close: () => context.close() }
}

/** What a page did that it should not have: console errors, exceptions, requests to other hosts. */
export function watch(page: Page, site: Site): string[] {
  const wrongs: string[] = []
  page.on('console', (message) => {
    // Software rendering is slow, and the driver says so.
    if (message.text().includes('GL Driver Message')) return
    if (message.type() === 'error' || message.type() === 'warning') wrongs.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => wrongs.push(`exception: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(site.url) && !/^(data|blob):/.test(url)) wrongs.push(`request: ${url}`)
  })
  return wrongs
}

/** Until the graph is laid out and drawn. */
export const drawn = (page: Page): Promise<unknown> =>
  page.waitForSelector('.stage[data-ready]', { timeout: 30_000 })

/** Until nothing has been fetched or changed in the page for a moment. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const end = (): void => {
          observer.disconnect()
          done()
        }
        let timer = setTimeout(end, 100)
        const observer = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(end, 100)
        })
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      }),
  )
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/**
 * What axe finds wrong with a page as it is: the rule, and up to three places each.
 * @param rules only these; all when left out
 * @param without not these
 */
export async function violations(
  page: Page,
  rules?: readonly string[],
  without: readonly string[] = [],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(AXE, 'utf8'))
  return page.evaluate(
    async ({ runOnly, without }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      const found = await axe.run(document, {
        resultTypes: ['violations'],
        rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
        ...(runOnly ? { runOnly } : {}),
      })
      return found.violations.map(({ id, nodes }) => {
        const places = nodes.slice(0, 3).map((n) => n.target.join(' '))
        return `${id}: ${places.join('; ')}`
      })
    },
    { runOnly: rules ? [...rules] : null, without: [...without] },
  )
}
