/** What a visitor comes for, done with the keyboard alone: no pointer is touched, nothing is focused by script. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { fixture } from '../viz/fixture.ts'
import { offerSample, page, site, withViewer } from './hooks.ts'
import { drawn } from './site.ts'

withViewer({ offer: (data) => offerSample(data, fixture(3)), height: 800, clipboard: true })

const open = async (hash = ''): Promise<void> => {
  await page.goto(`${site.url}#${hash}`)
  await page.getByRole('combobox', { name: 'Search the graph' }).waitFor()
}
const panel = (name: string) => page.getByRole('complementary', { name })
const press = (...keys: string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())

// Back and forward are keys of the browser's own, which one without a window does not have: `page.goBack` stands in.

/** Moves the focus on with Tab until what has it is called so, as somebody does who listens. */
async function tabTo(name: RegExp): Promise<void> {
  const heard: string[] = []
  for (let i = 0; i < 250; i++) {
    await page.keyboard.press('Tab')
    const now = await page.evaluate(() => {
      const e = document.activeElement
      const label = e instanceof HTMLInputElement || e instanceof HTMLSelectElement ? e.labels?.[0] : null
      return (e?.getAttribute('aria-label') ?? label?.textContent ?? e?.textContent ?? '')
        .trim()
        .replace(/\s+/g, ' ')
        .slice(0, 600)
    })
    if (name.test(now)) return
    heard.push(now)
  }
  throw new Error(
    `Tab does not lead to ${name}; it leads to ${[...new Set(heard)].map((h) => h.slice(0, 60)).join(' | ')}`,
  )
}

test('find, see who represented it, believe, and come back from the words', async () => {
  await open()
  await drawn(page)
  await press('/')
  await page.keyboard.type('who represented keelson')
  await page.locator('.option.answer').first().waitFor()
  await press('Enter')
  const details = panel('Details')
  await details.getByRole('heading', { name: 'Keelson', level: 2 }).waitFor()
  await details.getByRole('region', { name: 'Represented by' }).waitFor()
  // Reading goes on in the panel, where the focus is.
  expect(await details.evaluate((e) => e.contains(document.activeElement))).toBe(true)
  await tabTo(/^Copy link to Keelson/)
  await press('Enter')
  await page.getByText(/^The link to Keelson is copied/).waitFor()
  await tabTo(/Ines Okafor.*turn \d/)
  await press('Enter')
  await page.locator('mark').first().waitFor()
  await tabTo(/^\d claims? from this sentence/)
  await press('Enter')
  await page.getByRole('list', { name: 'Claims from these words' }).waitFor()
  await press('Escape')
  await details.waitFor()
})

test('who, in a table: sorted and searched', async () => {
  await open('view=list')
  await tabTo(/^Who/)
  await press('Enter')
  await page.getByRole('table').waitFor()
  await tabTo(/^Guest/)
  const first = (): Promise<string> => page.locator('tbody tr').first().innerText()
  const before = await first()
  await press('Enter')
  await expect.poll(first).not.toBe(before)
})

test('doubt: what the record says, and how sure', async () => {
  await open('view=list')
  await tabTo(/^Check/)
  await press('Enter')
  const rows = page.getByRole('table', { name: 'Claims against the record' }).locator('tbody tr')
  await rows.first().waitFor()
  const before = await rows.count()
  await tabTo(/^The record agrees/)
  await press('Space')
  await expect.poll(() => rows.count()).toBeLessThan(before)
  await page.goBack()
  await expect.poll(() => rows.count()).toBe(before)
})

test('narrow: a filter, the neighbours, a path, and back again', async () => {
  await open('view=list&node=project:mosscat')
  const tally = page.locator('.side-filters .tally')
  const all = await tally.innerText()
  await tabTo(/^People ?\d/)
  await press('Space')
  await expect.poll(() => tally.innerText()).not.toBe(all)
  await page.goBack()
  await expect.poll(() => tally.innerText()).toBe(all)
  await tabTo(/^Only its neighbours/)
  await press('Enter')
  await expect.poll(() => page.url()).toContain('focus=project:mosscat')
  await page.goBack()
  await tabTo(/^Path to/)
  await press('Enter')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('placeholder')))
    .toBe('A name')
  await page.keyboard.type('keelson')
  await page
    .getByRole('option', { name: /Keelson/ })
    .first()
    .waitFor()
  await press('ArrowDown', 'Enter')
  await panel('Path').locator('.step').first().waitFor()
})

test('take away: a link, and a file', async () => {
  await open('view=list')
  await tabTo(/^Export/)
  await press('Enter')
  await page.getByRole('button', { name: 'Copy link to this view' }).waitFor()
  await tabTo(/^Copy link to this view/)
  await press('Enter')
  await page.getByText(/^The link to this view is copied/).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  await tabTo(/^Export/)
  await press('Enter')
  await page.getByRole('button', { name: /^JSON/ }).waitFor()
  await tabTo(/^JSON/)
  const [file] = await Promise.all([page.waitForEvent('download'), press('Enter')])
  const graph = JSON.parse(await readFile(await file.path(), 'utf8')) as { nodes: unknown[] }
  expect(graph.nodes.length).toBeGreaterThan(5)
})
