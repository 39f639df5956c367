/** Finding and narrowing: questions, filters that follow each other, paths, and undoing all of it. */
import { expect, test } from 'vitest'
import { fixture } from '../viz/fixture.ts'
import { offerSample, page, site, withViewer } from './hooks.ts'
import { drawn } from './site.ts'

withViewer({ offer: (data) => offerSample(data, fixture()), height: 800 })

const open = async (hash = ''): Promise<void> => {
  await page.goto(`${site.url}#${hash}`)
}
const hash = (): string => new URL(page.url()).hash
const panel = (name: string) => page.getByRole('complementary', { name })
const tally = () => page.locator('.side-filters .tally')

/** Types into the search from wherever one is, as a person does. */
async function ask(question: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search the graph' }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type(question)
}

test.each([
  [
    'who represented saltmarsh',
    /Joao Brandt and Mei Castellane represented Saltmarsh/,
    'Details',
    'node=project:saltmarsh',
  ],
  ['is tidewatch graduated?', /^No: Tidewatch is incubating/, 'Details', 'with=maturity:incubating'],
  [
    'path tidewatch git',
    /Tidewatch .* Keelson .* Git: 2 claims/,
    'Path',
    'path=project:tidewatch&to=project:git',
  ],
  ['what does tidewatch integrate with', /OpenTelemetry and Prometheus/, 'Details', 'node=project:tidewatch'],
])('“%s” is answered, and leads there', async (question, answer, opens, address) => {
  await open('view=list')
  await ask(question)
  const option = page.getByRole('option', { name: answer }).first()
  await option.waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await panel(opens).waitFor()
  expect(hash()).toContain(address)
})

test('the search finds quoted words, says how many of what, and what to try when there is nothing', async () => {
  await open('view=list')
  await ask('written in rust')
  await page.getByRole('group', { name: '3 quotes' }).waitFor()
  await page.getByRole('option', { name: /It is written in Rust and built on Apache Arrow/ }).click()
  await page.locator('mark').first().waitFor()
  expect((await page.locator('mark').allTextContents()).join('')).toContain('It is written in Rust')
  await ask('e')
  await page.getByRole('option', { name: /^All \d+ in the list$/ }).click()
  await page.getByText(/that match the search/).waitFor()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await ask('tidewhatsches')
  await page.getByText(/Nothing here is called/).waitFor()
  // Enter takes no guess; the arrow keys do.
  await page.keyboard.press('Enter')
  expect(hash()).not.toContain('node=')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await panel('Details').getByRole('heading', { name: 'Tidewatch' }).waitFor()
})

test('counts follow the other filters, and every change is undone and done again', async () => {
  await open('view=list')
  await tally().waitFor()
  const counts = (name: string): Promise<string> =>
    page.locator('.check', { hasText: name }).locator('.check-count').innerText()
  const start = await tally().innerText()
  const uses = await counts('used by')
  await page.getByText('all 3', { exact: true }).click()
  await page.getByRole('checkbox', { name: /Harbour Days/ }).click({ force: true })
  await expect.poll(hash).toContain('episodes=gangway-12')
  // Counts follow a moment after what was pressed.
  await expect.poll(() => tally().innerText()).not.toBe(start)
  const fewer = await tally().innerText()
  await expect.poll(() => counts('used by')).not.toBe(uses)
  await page.getByLabel('From', { exact: true }).selectOption('2025-02')
  await expect.poll(() => tally().innerText()).toMatch(/^0 of/)
  await page.getByRole('button', { name: 'Reset Recorded' }).click()
  await expect.poll(() => tally().innerText()).toBe(fewer)
  await page.getByRole('checkbox', { name: /^graduated/ }).click({ force: true })
  await expect.poll(hash).toContain('level=graduated')
  await expect.poll(() => tally().innerText()).not.toBe(fewer)
  const least = await tally().innerText()

  await page.reload()
  await expect.poll(() => tally().innerText()).toBe(least)
  await page.goBack()
  await expect.poll(() => tally().innerText()).toBe(fewer)
  await page.goBack()
  await expect.poll(() => tally().innerText()).toMatch(/^0 of/)
  await page.goBack()
  await page.goBack()
  await expect.poll(() => tally().innerText()).toBe(start)
  for (let i = 0; i < 4; i++) await page.goForward()
  await expect.poll(() => tally().innerText()).toBe(least)
  await page.getByRole('button', { name: 'Reset all' }).click()
  await expect.poll(() => tally().innerText()).toBe(start)
})

test('a word that is typed is one step back, and the camera comes back to where it was', async () => {
  await open()
  await drawn(page)
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(hash).toContain('camera=')
  const before = hash()
  await ask('tidewatch')
  await page.keyboard.press('Enter')
  await panel('Details').waitFor()
  await page.goBack()
  await expect.poll(hash).toContain('q=tidewatch')
  await page.goBack()
  await expect.poll(hash).toBe(before)
})

test('the path from a card: chosen by name, told in quotes, drawn, and passed on as a link', async () => {
  await open('node=project:mosscat')
  await drawn(page)
  await panel('Details').getByRole('button', { name: 'Path to…' }).click()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('placeholder')))
    .toBe('A name')
  await page.keyboard.type('quillon')
  await page.getByRole('option', { name: /Quillon Bank/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const steps = panel('Path').locator('.step')
  await expect.poll(() => steps.count()).toBe(2)
  expect(await panel('Path').getByText('the weakest link').count()).toBe(1)
  expect(await steps.first().innerText()).toMatch(/Mosscat\s+integrates with\s+Project\s+Keelson/)
  expect(await steps.first().locator('.quote').innerText()).toContain('There is an integration with Keelson')
  const link = page.url()
  await page.getByRole('button', { name: 'Turn the path round' }).click()
  await expect.poll(() => steps.first().innerText()).toMatch(/^Company\s+Quillon Bank/)
  await page.goto('about:blank')
  await page.goto(link)
  await drawn(page)
  await expect.poll(() => steps.first().innerText()).toMatch(/Mosscat\s+integrates with/)
  // From the words back to the path.
  await steps.first().locator('.quote').click()
  await page.locator('mark').first().waitFor()
  await page.getByRole('button', { name: 'Back to the path' }).click()
  await steps.first().locator('.quote').click()
  await page.locator('mark').first().waitFor()
  await page.keyboard.press('Escape')
  await steps.first().waitFor()
})

test('two that nothing links are at least named together somewhere', async () => {
  await open('view=list&path=project:docker&to=project:nowhere')
  await panel('Path')
    .getByText(/This graph has no entity/)
    .waitFor()
  await open('view=list&path=event:harbour-days-2024&to=channel:cncf-slack/saltmarsh')
  await expect.poll(() => panel('Path').innerText()).toMatch(/in a row|No chain of claims/)
})

test('a list of which the filters leave nothing says so, and has the way back', async () => {
  await open('view=list&sure=1&doubt=agrees,unchecked,close,unrecorded')
  await page.getByText('Nothing is left: the filters hide everything.').waitFor()
  await page.getByRole('button', { name: 'Reset the filters' }).click()
  await page.getByRole('table').waitFor()
})

test('an answer that leads elsewhere leaves nothing open of what was read before', async () => {
  await open('view=list&node=project:mosscat')
  await panel('Details').waitFor()
  await ask('sandbox projects')
  await page.locator('.option.answer').first().waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(hash).toContain('level=')
  expect(hash()).not.toContain('node=')
})

test('focus takes one to three hops', async () => {
  await open('focus=channel:cncf-slack/mosscat')
  await drawn(page)
  const seen = async (): Promise<number> => Number((await tally().innerText()).split(' ')[0])
  const one = await seen()
  await page.getByLabel('How many lines away').selectOption('2')
  await expect.poll(seen).toBeGreaterThan(one)
  expect(hash()).toContain('hops=2')
  const two = await seen()
  await page.getByLabel('How many lines away').selectOption('3')
  await expect.poll(seen).toBeGreaterThan(two)
  await page.goBack()
  await expect.poll(seen).toBe(two)
})
