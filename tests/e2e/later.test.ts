/** What is opened later: the old view stays until the new one is there, and at rest everything is there already. */
import { expect, test } from 'vitest'
import { fixture } from '../viz/fixture.ts'
import { page, site, withViewer } from './hooks.ts'
import { drawn } from './site.ts'

withViewer({
  offer: (data) => {
    data.set('index.json', [
      { name: 'sample', title: 'Sample interviews', graph: 'data/0.json', transcripts: [] },
      { name: 'small', title: 'Small', graph: 'data/1.json', transcripts: [] },
    ])
    data.set('0.json', fixture().graph)
    data.set('1.json', fixture(1).graph)
  },
  // Every text that stands in for something, however short its stay.
  prepare: (page) =>
    page.addInitScript(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      new MutationObserver(() => {
        for (const { textContent } of document.querySelectorAll('.stage-note')) seen.push(textContent ?? '')
      }).observe(document, { subtree: true, childList: true })
    }),
})

const notes = (): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { seen: string[] }).seen.splice(0))
const view = (name: string) => page.locator('.bar').getByRole('button', { name, exact: true })

test('at rest the views are there: nothing is asked for, and nothing says that it loads', async () => {
  const fetched = page.waitForResponse((response) => response.url().includes('/Check-'))
  await page.goto(site.url)
  await drawn(page)
  await fetched
  await page.waitForTimeout(500)
  await notes()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await view('List').click()
  await page.locator('.view-list .page').waitFor()
  await view('Check against the record').click()
  await page.locator('.view-check .page').waitFor()
  expect(await notes()).toEqual([])
  expect(asked.filter((address) => address.includes('/assets/'))).toEqual([])
})

test('the view that one leaves stays until the next one is there', async () => {
  let answer = (): void => undefined
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(/\/assets\/Who-/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(site.url)
  await drawn(page)
  await notes()
  await view('Who represented what').click()
  await page.waitForTimeout(300)
  expect(await page.locator('.stage canvas.sigma-nodes').isVisible()).toBe(true)
  // What was chosen is seen at once.
  expect(await view('Who represented what').getAttribute('aria-current')).toBe('page')
  answer()
  await page.locator('.view-who .page').waitFor()
  expect(await notes()).toEqual([])
})

test('graphs are compared by a worker', async () => {
  const worker = page.waitForEvent('worker', (made) => made.url().includes('compare.worker'))
  await page.goto(`${site.url}#graph=sample&compare=small&view=changes`)
  await worker
  await page.getByRole('button', { name: 'Stop comparing' }).waitFor()
})
