/** The first picture: drawn before the page around it is there, from places that were found ahead. */
import { expect, test } from 'vitest'
import { siteData } from '../../cli/site.ts'
import { placesAhead } from '../../viz/model/makeAhead.ts'
import { fixture } from '../viz/fixture.ts'
import { page, site, withViewer } from './hooks.ts'
import { drawn } from './site.ts'

const { graph } = fixture()
/** What the page of a test asked for. */
let asked: string[] = []

withViewer({
  prepare: async (page) => {
    asked = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('worker', (worker) => asked.push(worker.url()))
    await page.addInitScript(noteMoments)
  },
})

function offer(places: (file: typeof graph) => string | null): void {
  site.data.clear()
  const { data } = siteData([{ path: 'sample.json', graph }], [], places)
  for (const [path, json] of data) site.data.set(path.slice('data/'.length), json)
}

interface Moment {
  box: number[]
  canvas: Element | null
  bar: number
}

/** In the page: notes what there was when the stage was drawn, and when the page had taken it over. */
function noteMoments(): void {
  const moments: Record<string, Moment> = {}
  Object.assign(window, { moments })
  new MutationObserver(() => {
    const stage = document.querySelector<HTMLElement>('.stage')
    for (const name of ['drawn', 'ready'])
      if (stage?.dataset[name] && !moments[name]) {
        const { left, top, width, height } = stage.getBoundingClientRect()
        moments[name] = {
          box: [left, top, width, height],
          canvas: stage.querySelector('.sigma-nodes'),
          bar: document.querySelectorAll('.bar *').length,
        }
      }
  }).observe(document, { subtree: true, childList: true, attributes: true })
}

async function open(hash: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 })
  await page.goto('about:blank')
  await page.goto(`${site.url}#${hash}`)
  await drawn(page)
}

const moments = () =>
  page.evaluate(() => {
    const { drawn, ready } = (window as unknown as { moments: Record<'drawn' | 'ready', Moment | undefined> })
      .moments
    return {
      drawn: drawn && { box: drawn.box, bar: drawn.bar },
      ready: ready && { box: ready.box, bar: ready.bar },
      same: drawn?.canvas === ready?.canvas && document.querySelector('.sigma-nodes') === ready?.canvas,
      stages: document.querySelectorAll('.stage').length,
    }
  })

test.each([
  ['', 1600],
  ['', 800],
  ['node=project:keelson', 1280],
  ['panel=filters', 800],
])('the stage of “%s” at %i pixels is drawn before the page, and stays as it is', async (hash, width) => {
  offer(placesAhead)
  await open(hash, width)
  const { drawn: before, ready: after, same, stages } = await moments()
  expect(before?.bar).toBe(0)
  expect(after?.bar).toBeGreaterThan(0)
  expect(after?.box).toEqual(before?.box)
  expect({ same, stages }).toEqual({ same: true, stages: 1 })
  expect(asked.filter((address) => address.includes('layout.worker'))).toEqual([])
})

test('it can be used like any other', async () => {
  offer(placesAhead)
  await open('', 1280)
  await page.locator('.stage').focus()
  await page.keyboard.press('+')
  await page.waitForFunction(() => location.hash.includes('camera='))
  const box = await page.locator('.stage').boundingBox()
  if (!box) throw new Error('no stage')
  // Until something is under the pointer: the stage hears of it.
  for (let i = 0; i < 60 && (await page.locator('.stage .hovering').count()) === 0; i++)
    await page.mouse.move(box.x + box.width * (0.2 + 0.01 * i), box.y + box.height * (0.3 + 0.006 * i))
  expect(await page.locator('.stage .hovering').count()).toBe(1)
})

test('places of another graph are not taken: the picture is the same as without any', async () => {
  const pictures: Buffer[] = []
  for (const places of [placesAhead, () => null, () => placesAhead(fixture(1).graph)]) {
    offer(places)
    await open('', 1280)
    await page.waitForTimeout(600)
    pictures.push(await page.locator('.stage').screenshot())
  }
  const [ahead, found, strange] = pictures as [Buffer, Buffer, Buffer]
  expect(found.equals(ahead)).toBe(true)
  expect(strange.equals(ahead)).toBe(true)
})
