/** A graph so large that its picture is drawn beside the stage: what comes is the picture that belongs there. */
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { madeGraph } from '../../bench/view-graph.ts'
import { siteData } from '../../cli/site.ts'
import { MANY_LINES } from '../../viz/model/changes.ts'
import { placesAhead } from '../../viz/model/makeAhead.ts'
import { type Browser, openBrowser, type Site, serve, watch } from './site.ts'

let site: Site
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([serve(), openBrowser()])
  const graph = madeGraph(1000, MANY_LINES + 500)
  const { data } = siteData([{ path: 'large.json', graph }], [], placesAhead)
  for (const [path, json] of data) site.data.set(path.slice('data/'.length), json)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function open(hash: string): Promise<{ page: Page; wrongs: string[] }> {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 1200, height: 640 })
  const wrongs = watch(page, site)
  // How often a picture is put on the stage that was drawn beside it.
  await page.addInitScript(() => {
    Object.assign(window, { put: 0 })
    const { blitFramebuffer } = WebGL2RenderingContext.prototype
    WebGL2RenderingContext.prototype.blitFramebuffer = function (...given) {
      ;(window as unknown as { put: number }).put++
      blitFramebuffer.apply(this, given)
    }
  })
  await page.goto(`${site.url}#${hash}`)
  await page.waitForSelector('.stage[data-ready]', { timeout: 30_000 })
  return { page, wrongs }
}

/** The stage, with no button over it pointed at. */
async function stage(page: Page): Promise<string> {
  await page.mouse.move(5, 5)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  return createHash('sha256')
    .update(await page.locator('.stage').screenshot())
    .digest('hex')
}

/** The stage once it looks the same twice. */
async function atRest(page: Page): Promise<string> {
  let before = ''
  let now = await stage(page)
  for (let i = 0; i < 20 && now !== before; i++) {
    await page.waitForTimeout(700)
    before = now
    now = await stage(page)
  }
  return now
}

test('filters, one upon the other, leave the picture that a link to them opens', async () => {
  const { page, wrongs } = await open('')
  const whole = await atRest(page)
  const people = page.getByRole('checkbox', { name: /^People\s*\d/ })
  const companies = page.getByRole('checkbox', { name: /^Companies\s*\d/ })
  // The second comes while the picture of the first is on its way.
  await people.click({ force: true })
  await companies.click({ force: true })
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('hide=company,person')
  await page.waitForFunction(() => (window as unknown as { put: number }).put >= 2, undefined, {
    timeout: 20_000,
  })
  const filtered = await atRest(page)
  const link = await page.evaluate(() => location.hash.slice(1))
  const other = await open(link)
  expect(await atRest(other.page)).toBe(filtered)
  expect(filtered).not.toBe(whole)
  await other.page.close()

  // And back again, the stage being moved while the picture is on its way.
  await people.click({ force: true })
  await companies.click({ force: true })
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Zoom out' }).click()
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain('hide')
  await expect.poll(() => stage(page), { timeout: 20_000, interval: 500 }).toBe(whole)
  expect([...wrongs, ...other.wrongs]).toEqual([])
}, 120_000)

test('a panel makes the stage smaller, and when it is closed all is as it was', async () => {
  const { page, wrongs } = await open('')
  const whole = await atRest(page)
  const id = madeGraph(1000, MANY_LINES + 500).nodes[0]?.key ?? ''
  // By the address, which leaves the camera alone.
  await page.evaluate(
    (hash) => {
      location.hash = hash
    },
    `node=${encodeURIComponent(id)}`,
  )
  const panel = page.locator('.side-panel')
  await panel.waitFor()
  const canvas = page.locator('.sigma-nodes')
  const width = async (): Promise<boolean> =>
    (await canvas.evaluate((c) => c.clientWidth)) ===
    (await page.locator('.stage').evaluate((s) => s.clientWidth))
  await expect.poll(width, { timeout: 20_000 }).toBe(true)
  expect(await atRest(page)).not.toBe(whole)
  await page.evaluate(() => history.back())
  await panel.waitFor({ state: 'detached' })
  await expect.poll(() => stage(page), { timeout: 20_000, interval: 500 }).toBe(whole)
  expect(wrongs).toEqual([])
}, 120_000)
