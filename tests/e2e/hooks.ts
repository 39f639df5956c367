/**
 * What every file of tests here begins and ends with: the viewer served, a browser, and a page for each test.
 * A file calls `withViewer` once and imports `page`, `site` and `wrongs`, which are those of the test that runs.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest'
import type { Fixture } from '../viz/fixture.ts'
import { type Browser, openBrowser, type Site, serveFolder, watch } from './site.ts'

/** How long something may take to be there on a machine that is busy or slow: a limit, never a wait. */
export const PATIENCE = 30_000

export let site: Site
export let page: Page
/** What the page did that it should not have. A test that breaks something takes out what comes of that. */
export let wrongs: string[]

/** One browser for all files that a process runs: its start takes seconds. It ends with the process. */
let browser: Promise<Browser> | undefined
export const ownBrowser = async (): Promise<BrowserContext> => {
  browser ??= openBrowser()
  return (await browser).context
}

/** A page that waits as long as it must. Whoever opens it closes it. */
export async function newPage(width = 1280, height = 720): Promise<Page> {
  const made = await (await ownBrowser()).newPage()
  made.setDefaultTimeout(PATIENCE)
  await made.setViewportSize({ width, height })
  return made
}

interface Setting {
  /** Says what there is under data/, once a file. */
  offer?: (data: Site['data']) => void
  height?: number
  /** Whether the page may use the clipboard. */
  clipboard?: boolean
  /** Done with every page before it opens anything. */
  prepare?: (page: Page) => Promise<unknown>
  /** One page for all tests of the file, which leave it as they found it. */
  onePage?: boolean
}

/** Gives every test of a file a page of its own, which must not have done wrong when the test ends. */
export function withViewer({ offer, height, clipboard, prepare, onePage }: Setting): void {
  const open = async (): Promise<void> => {
    page = await newPage(1280, height)
    wrongs = watch(page, site)
    await prepare?.(page)
  }
  beforeAll(async () => {
    site = await serveFolder(inject('built'))
    offer?.(site.data)
    const context = await ownBrowser()
    if (clipboard) await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    if (onePage) await open()
  })
  beforeEach(async () => {
    if (!onePage) await open()
  })
  afterEach(async () => {
    const seen = wrongs.splice(0)
    if (!onePage) await page.close()
    expect(seen).toEqual([])
  })
  afterAll(async () => {
    if (onePage) await page?.close()
    await (await ownBrowser()).clearPermissions()
    await site?.close()
  })
}

/** Offers one graph under its name, with the transcripts it was made from. */
export function offerSample(data: Site['data'], made: Fixture): void {
  const transcripts = made.transcripts.map((_, i) => `data/0-${i}.json`)
  data.set('index.json', [{ name: 'sample', title: 'Sample interviews', graph: 'data/0.json', transcripts }])
  data.set('0.json', made.graph)
  for (const [i, transcript] of made.transcripts.entries()) data.set(`0-${i}.json`, transcript)
}

/** Chooses files in the dialog that a button opens. */
export async function choose(
  on: Page,
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
  button = 'Open transcripts or a graph from disk',
): Promise<void> {
  const [chooser] = await Promise.all([
    on.waitForEvent('filechooser'),
    on.getByRole('button', { name: button }).click(),
  ])
  await chooser.setFiles(
    files.map(([name, content]) => ({ name, mimeType: '', buffer: Buffer.from(content as Uint8Array) })),
  )
}
