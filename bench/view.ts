/**
 * How fast the viewer is, as ratios to a bare Sigma page that draws the same graph from ready positions, in the
 * same headless browser, in turns, in one run: the time to the first picture (there also against a bare page that
 * has to find the positions, as the viewer has to), and the time of a frame while the stage is moved and hovered.
 * Beside them, what travels between machines only in part: the longest task while somebody types into the search,
 * filters, opens a panel and compares two graphs; how many nodes and lines are looked at again by a hover or a
 * filter; and how long after a filter its picture comes.
 *
 *     npm run bench:view
 *     npm run bench:view -- --graph FILE --runs 9 --nodes 10000 --edges 50000
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { siteData } from '../cli/site.ts'
import type { GraphFile } from '../src/schema.ts'
import { openBrowser, type Site, serve } from '../tests/e2e/site.ts'
import { layout, stepsFor } from '../viz/model/layout.ts'
import { placesAhead } from '../viz/model/makeAhead.ts'
import { buildModel } from '../viz/model/model.ts'
import { layoutInput } from '../viz/model/spread.ts'
import { madeGraph } from './view-graph.ts'

/** Software drawing of so much takes seconds a frame: a small stage, few frames, several turns. */
const STAGE = { width: 1200, height: 640 }
const FRAMES = 12
const TURNS = 3

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length
const ms = (n: number): string => `${n.toFixed(n < 10 ? 1 : 0)} ms`.padStart(9)
const times = (n: number): string => `×${n.toFixed(2)}`.padStart(8)

/** The same graph for a page that can do nothing but draw: with a place, a size and a colour for each node. */
function bareGraph(file: GraphFile): unknown {
  const model = buildModel(file)
  const input = layoutInput(model)
  const at = layout(input)
  return {
    options: file.options,
    attributes: { steps: stepsFor(input.ids.length) },
    nodes: input.ids.map((key, i) => ({
      key,
      attributes: {
        x: at.x[i],
        y: at.y[i],
        size: input.sizes[i],
        color: '#2f54c9',
        label: model.nodes.get(key)?.label,
      },
    })),
    edges: [...model.pairs.values()]
      .filter((pair) => pair.claims.length > 0)
      .map(({ key, a, b }) => ({ key, source: a, target: b, attributes: { color: '#aab4c4', size: 1 } })),
  }
}

/** A graph as it may have been before: without a tenth of its claims, and less sure of every seventh. */
const earlier = (file: GraphFile): GraphFile => ({
  ...file,
  edges: file.edges
    .filter((_, i) => i % 10 !== 3)
    .map((edge, i) =>
      i % 7 === 0 ? { ...edge, attributes: { ...edge.attributes, confidence: 0.5 } } : edge,
    ),
})

/** Milliseconds from the start of the navigation until the stage says that it is drawn, and until it can be used. */
async function firstPicture(page: Page, url: string): Promise<{ drawn: number; ready: number }> {
  await page.goto('about:blank')
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => 'readyAt' in window, undefined, { timeout: 120_000, polling: 20 })
  return page.evaluate(() => {
    const { drawnAt, readyAt } = window as unknown as { drawnAt: number; readyAt: number }
    return { drawn: drawnAt, ready: readyAt }
  })
}

/** In the page, before its scripts: notes when the stage is drawn, and every task that keeps the page from answering. */
function observe(): void {
  const page = window as unknown as {
    drawnAt: number
    readyAt: number
    tasks: number[]
    repaints: number[]
    puts: number[]
  }
  let asking = Number.NaN
  const asked = new Set<string>()
  page.tasks = []
  page.repaints = []
  page.puts = []
  new PerformanceObserver((list) => {
    for (const mark of list.getEntriesByName('hallway:repaint') as PerformanceMark[]) {
      const { nodes, lines } = mark.detail as { nodes: number; lines: number }
      page.repaints.push(nodes + lines)
      asking = mark.startTime
    }
    for (const { startTime } of list.getEntriesByName('hallway:put')) page.puts.push(startTime - asking)
  }).observe({ type: 'mark' })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) page.tasks.push(duration)
  }).observe({ type: 'longtask' })
  const watch = new MutationObserver(() => {
    const note = (name: 'drawnAt' | 'readyAt'): void => {
      asked.add(name)
      requestAnimationFrame(() => {
        page[name] = performance.now()
      })
    }
    const { dataset } = document.querySelector<HTMLElement>('.stage') ?? {}
    // The stage is drawn before the page around it, or together with it.
    if (!asked.has('drawnAt') && (dataset?.drawn || dataset?.ready)) note('drawnAt')
    if (!asked.has('readyAt') && dataset?.ready) note('readyAt')
    if (asked.size === 2) watch.disconnect()
  })
  watch.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-ready', 'data-drawn'],
  })
}

/** Moves the pointer over the stage, once a frame, with the button down or not; the milliseconds of each frame. */
function moveAbout(page: Page, drag: boolean, frames: number): Promise<number[]> {
  return page.evaluate(
    async ([drag, frames]) => {
      const layer = document.querySelector<HTMLElement>('.stage .sigma-mouse')
      if (!layer) throw new Error('Sigma has no layer for the pointer')
      const box = layer.getBoundingClientRect()
      const at = (i: number) => ({
        clientX: box.left + box.width * (0.5 + 0.3 * Math.sin(i / 9)),
        clientY: box.top + box.height * (0.5 + 0.3 * Math.cos(i / 7)),
        bubbles: true,
        button: 0,
        buttons: drag ? 1 : 0,
      })
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      if (drag) layer.dispatchEvent(new MouseEvent('mousedown', at(0)))
      const took: number[] = []
      const end = performance.now() + 15_000
      let last = await frame()
      for (let i = 1; i <= frames && performance.now() < end; i++) {
        ;(drag ? document : layer).dispatchEvent(new MouseEvent('mousemove', at(i)))
        const now = await frame()
        took.push(now - last)
        last = now
      }
      if (drag) document.dispatchEvent(new MouseEvent('mouseup', at(frames)))
      return took
    },
    [drag, frames] as const,
  )
}

/** What the page said of its repaints since they were last asked for: nodes and lines looked at. */
const repaints = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { repaints: number[] }).repaints.splice(0))

/** Milliseconds from what was last asked for until its picture was on the stage; none where nothing changed. */
const lastPut = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { puts: number[] }).puts.splice(0).slice(-1))

const longest = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const page = window as unknown as { tasks: number[] }
    return Math.max(0, ...page.tasks.splice(0))
  })

async function first(page: Page, pages: [string, string, string], what: string, runs: number): Promise<void> {
  const took: [number[], number[], number[]] = [[], [], []]
  const usable: number[] = []
  for (let run = 0; run <= runs; run++)
    for (const [which, url] of pages.entries()) {
      const { drawn, ready } = await firstPicture(page, url)
      // The first time warms the server and the browser.
      if (run === 0) continue
      took[which]?.push(drawn)
      if (which === 0) usable.push(ready)
    }
  const [ours, given, found] = took.map(median) as [number, number, number]
  console.log(`${`first picture, ${what}`.padEnd(44)}${ms(ours)}${ms(given)}${times(ours / given)}`)
  console.log(
    `${'  … a bare page that has to find the places'.padEnd(44)}${ms(ours)}${ms(found)}${times(ours / found)}`,
  )
  console.log(
    `${'  … until the page around it can be used'.padEnd(44)}${ms(median(usable))}${ms(given)}${times(median(usable) / given)}`,
  )
}

export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      graph: { type: 'string', default: 'data/graphs/kubelist-39.json' },
      runs: { type: 'string', default: '7' },
      nodes: { type: 'string', default: '10000' },
      edges: { type: 'string', default: '50000' },
      only: { type: 'string', default: '' },
    },
  })
  const sample = JSON.parse(readFileSync(values.graph, 'utf8')) as GraphFile
  const [ours, bare, browser] = await Promise.all([serve(), serve('bench/view-bare'), openBrowser()])
  const offer = (site: Site, file: GraphFile, pageData: unknown, other?: GraphFile): void => {
    // As `hallway view` serves it.
    const graphs = [{ path: 'made.json', graph: file }]
    if (other) graphs.push({ path: 'earlier.json', graph: other })
    const { data } = siteData(graphs, [], placesAhead)
    site.data.clear()
    for (const [path, json] of data) site.data.set(path.slice('data/'.length), json)
    bare.data.set('bare.json', JSON.stringify(pageData))
  }
  try {
    const pages: [string, string, string] = [ours.url, bare.url, `${bare.url}#layout`]
    const page = await browser.context.newPage()
    await page.setViewportSize(STAGE)
    await page.addInitScript(observe)
    console.log(`${''.padEnd(44)}${'ours'.padStart(9)}${'bare'.padStart(9)}${'ratio'.padStart(8)}`)
    if (values.only !== 'large') {
      offer(ours, sample, bareGraph(sample))
      await first(page, pages, `${sample.nodes.length} nodes`, Number(values.runs))
    }
    if (values.only === 'first') return
    const large = madeGraph(Number(values.nodes), Number(values.edges))
    offer(ours, large, bareGraph(large))
    await first(page, pages, `${large.nodes.length} nodes, ${large.edges.length} claims`, 1)

    // Each page once: to load so much takes longer than to measure it.
    const other = await browser.context.newPage()
    await other.setViewportSize(STAGE)
    await other.addInitScript(observe)
    await firstPicture(other, bare.url)
    await firstPicture(page, ours.url)
    for (const [name, drag] of [
      ['moving the stage', true],
      ['hovering', false],
    ] as const) {
      const frames: [number[], number[]] = [[], []]
      for (let turn = 0; turn < TURNS; turn++)
        for (const [which, tab] of [page, other].entries()) {
          // A tab in the background is drawn no frames.
          await tab.bringToFront()
          await tab.waitForTimeout(2500)
          frames[which]?.push(...(await moveAbout(tab, drag, FRAMES)))
        }
      const [mine, theirs] = frames.map(mean) as [number, number]
      console.log(`${`a frame while ${name}`.padEnd(44)}${ms(mine)}${ms(theirs)}${times(mine / theirs)}`)
    }
    await other.close()
    await page.bringToFront()
    await page.waitForTimeout(2500)
    await repaints(page)
    await moveAbout(page, false, FRAMES)
    const hovers = await repaints(page)
    console.log(`looked at again by hovering: ${hovers.reduce((a, b) => a + b, 0)} nodes and lines`)
    await longest(page)
    await page.getByRole('combobox').click()
    await page.keyboard.type('kalomi-10', { delay: 90 })
    await page.waitForTimeout(800)
    console.log(`the longest task while typing: ${ms(await longest(page)).trim()}`)
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await page.waitForTimeout(500)
    await repaints(page)
    await longest(page)
    const tasks: number[] = []
    const pictures: number[] = []
    const looked: number[] = []
    const people = page.getByRole('checkbox', { name: /^People\s*\d/ })
    const projects = page.getByRole('checkbox', { name: /^Projects\s*\d/ })
    const surer = async (key: string): Promise<void> => {
      await page.locator('#filter-sure').focus()
      // From half sure on, where the claims are.
      for (let i = 0; i < 12; i++) await page.keyboard.press(key)
    }
    const filters: (() => Promise<void>)[] = [
      () => people.click({ force: true }),
      () => people.click({ force: true }),
      () => projects.click({ force: true }),
      () => projects.click({ force: true }),
      () => surer('ArrowRight'),
      () => surer('ArrowLeft'),
    ]
    for (const filter of filters) {
      await filter()
      await page.waitForTimeout(4000)
      tasks.push(await longest(page))
      pictures.push(...(await lastPut(page)))
      looked.push((await repaints(page)).reduce((a, b) => a + b, 0))
    }
    console.log(
      `a filter: longest task ${ms(median(tasks)).trim()} (${tasks.map((t) => t.toFixed(0)).join(', ')}), its picture after ${ms(median(pictures)).trim()}`,
    )
    console.log(
      `looked at again by one that hides the people: ${looked[0]} nodes and lines of ${large.nodes.length + large.edges.length}`,
    )
    await page.getByRole('combobox').click()
    await page.keyboard.type('kalomi-10', { delay: 90 })
    await page.waitForTimeout(1500)
    await longest(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('.side-panel').waitFor()
    await page.waitForTimeout(4000)
    const opened = await longest(page)
    await page.locator('.side-panel').press('Escape')
    await page.waitForTimeout(4000)
    console.log(
      `the longest task when a panel opens: ${ms(opened).trim()}, and closes: ${ms(await longest(page)).trim()}`,
    )
    offer(ours, large, null, earlier(large))
    await firstPicture(page, ours.url)
    await page.waitForTimeout(4000)
    await page.getByRole('button', { name: 'Compare with another graph' }).click()
    await longest(page)
    await page.locator('.export-item').first().click()
    await page.locator('.change-counts').waitFor({ timeout: 120_000 })
    await page.waitForTimeout(2000)
    console.log(`the longest task while two graphs are compared: ${ms(await longest(page)).trim()}`)
  } finally {
    await browser.close()
    await Promise.all([ours.close(), bare.close()])
  }
}
