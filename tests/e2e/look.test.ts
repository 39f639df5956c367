/** What the graph looks like and how it is moved about, through what a person sees. */
import { describe, expect, test } from 'vitest'
import { fixture } from '../viz/fixture.ts'
import { page, site, withViewer } from './hooks.ts'
import { drawn } from './site.ts'

/** Text that was drawn on the layer of labels since it was last wiped, in pixels of the stage. */
interface Drawn {
  text: string
  x: number
  y: number
  width: number
  height: number
}

withViewer({
  offer: (data) => {
    data.set('index.json', [{ name: 'made', title: 'Made up', graph: 'data/0.json', transcripts: [] }])
    data.set('0.json', fixture().graph)
  },
  prepare: (page) =>
    page.addInitScript(() => {
      const all = window as unknown as { labels: Drawn[]; repaints: number[] }
      all.labels = []
      all.repaints = []
      const { clearRect, fillText } = CanvasRenderingContext2D.prototype
      CanvasRenderingContext2D.prototype.clearRect = function (...box) {
        if (this.canvas.className === 'labels') all.labels = []
        clearRect.apply(this, box)
      }
      CanvasRenderingContext2D.prototype.fillText = function (text, x, y, most) {
        if (this.canvas.className === 'labels') {
          const {
            width,
            actualBoundingBoxAscent: up,
            actualBoundingBoxDescent: down,
          } = this.measureText(text)
          all.labels.push({ text, x, y: y - up, width, height: up + down })
        }
        fillText.call(this, text, x, y, ...(most === undefined ? [] : [most]))
      }
      new PerformanceObserver((list) => {
        for (const mark of list.getEntriesByName('hallway:repaint') as PerformanceMark[]) {
          const { nodes, lines } = mark.detail as { nodes: number; lines: number }
          all.repaints.push(nodes + lines)
        }
      }).observe({ type: 'mark' })
    }),
})

const open = async (hash = ''): Promise<void> => {
  await page.goto(`${site.url}#${hash}`)
  await drawn(page)
  await page.waitForTimeout(300)
}
const labels = (): Promise<Drawn[]> =>
  page.evaluate(() => (window as unknown as { labels: Drawn[] }).labels.map((label) => ({ ...label })))
const repaints = (): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { repaints: number[] }).repaints.splice(0))
const stage = () => page.locator('.stage')
/** Where the label of an entity stands, on the page. */
async function find(text: string): Promise<{ x: number; y: number; width: number }> {
  const label = (await labels()).find((l) => l.text === text)
  const box = await stage().boundingBox()
  if (!label || !box) throw new Error(`${text} has no label`)
  return { x: box.x + label.x, y: box.y + label.y + label.height / 2, width: label.width }
}

/** Puts the pointer on an entity: it is somewhere beside its label. */
async function pointAt(text: string): Promise<{ x: number; y: number }> {
  const { x, y, width } = await find(text)
  for (const [dx, dy] of [
    [-16, 0],
    [width + 16, 0],
    [width / 2, -24],
    [width / 2, 24],
    [-10, -14],
    [-10, 14],
  ] as const) {
    await page.mouse.move(x + dx, y + dy)
    await page.waitForTimeout(60)
    if (await page.locator('.stage .hovering').count()) return { x: x + dx, y: y + dy }
  }
  throw new Error(`${text} is not beside its label`)
}

test.each([
  [360, 740, ''],
  [800, 1000, ''],
  [1600, 900, ''],
  [1600, 900, 'mentions=1&isolated=1'],
  [1600, 900, 'node=project:keelson'],
])('labels never overlap, at %d by %d pixels, %s', async (width, height, hash) => {
  await page.setViewportSize({ width, height })
  await open(hash)
  const all = await labels()
  expect(all.length).toBeGreaterThan(8)
  for (const [i, p] of all.entries())
    for (const q of all.slice(0, i)) {
      const apart =
        p.x >= q.x + q.width || q.x >= p.x + p.width || p.y >= q.y + q.height || q.y >= p.y + p.height
      expect(apart, `${p.text} and ${q.text}`).toBe(true)
    }
  // Nor do they lie under what is over the stage.
  const box = await stage().boundingBox()
  for (const tools of await page.locator('[data-over-stage]').all()) {
    const over = await tools.boundingBox()
    if (!over || !box) continue
    for (const p of all) {
      const [x, y] = [p.x + box.x, p.y + box.y]
      const apart =
        x >= over.x + over.width ||
        over.x >= x + p.width ||
        y >= over.y + over.height ||
        over.y >= y + p.height
      expect(apart, p.text).toBe(true)
    }
  }
})

test('on a phone, what is focused lies below the note that says so', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open('focus=project:brackenmesh')
  const [box, note] = await Promise.all([stage().boundingBox(), page.locator('.focus-note').boundingBox()])
  const bottom = (note?.y ?? 0) + (note?.height ?? 0) - (box?.y ?? 0)
  await expect.poll(async () => (await labels()).length).toBeGreaterThan(3)
  for (const { text, y, height } of await labels()) expect(y + height, text).toBeGreaterThan(bottom)
  expect((await labels()).map((l) => l.text)).toContain('Brackenmesh')
})

test('the same data looks the same tomorrow', async () => {
  await open()
  const first = await labels()
  await page.reload()
  await drawn(page)
  await page.waitForTimeout(300)
  expect(await labels()).toEqual(first)
})

test('hovering lights a neighbourhood with what is claimed, and draws nothing of the graph again', async () => {
  await open('focus=person:ines-okafor&hide=interview,episode')
  await repaints()
  const before = await labels()
  const box = await stage().boundingBox()
  await pointAt('Ines Okafor')
  expect(await page.locator('.stage .hovering').count()).toBe(1)
  const lit = (await labels()).map((l) => l.text)
  expect(lit).toContain('Ines Okafor')
  // The predicates stand on the lines, with the direction to read them in.
  expect(lit.filter((text) => /→|←/.test(text)).length).toBeGreaterThan(0)
  expect((await repaints()).reduce((a, b) => a + b, 0)).toBe(0)
  await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5)
  await expect.poll(() => page.locator('.stage .hovering').count()).toBe(0)
  expect((await labels()).map((l) => l.text)).toEqual(before.map((l) => l.text))
})

test('a filter paints again what changes, and nothing else', async () => {
  await open()
  await repaints()
  await page.getByRole('checkbox', { name: /^Events\s*\d+$/ }).click({ force: true })
  await expect.poll(() => page.url()).toContain('hide=event')
  let painted = 0
  const paintedSoFar = async (): Promise<number> => {
    for (const some of await repaints()) painted += some
    return painted
  }
  await expect.poll(paintedSoFar).toBeGreaterThan(0)
  await page.waitForTimeout(200)
  expect(await paintedSoFar()).toBeLessThan(40)
})

test('few lines say what they claim', async () => {
  await open('focus=person:ines-okafor&hide=interview,episode')
  await expect.poll(async () => (await labels()).filter((l) => /→|←/.test(l.text)).length).toBeGreaterThan(1)
})

test('a node is dragged and pinned, the address keeps it, and it can be let go', async () => {
  await open('hide=technology,url,channel,interview,episode,event')
  const before = await find('Keelson')
  const at = await pointAt('Keelson')
  await page.mouse.down()
  await page.mouse.move(at.x + 60, at.y + 70, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => page.url()).toMatch(/pin=project:keelson@-?\d+\.-?\d+/)
  await page.getByText('1 entity pinned').waitFor()
  expect(page.url()).not.toContain('node=')
  // Off the node, which would light its neighbourhood.
  await page.mouse.move(5, 5)
  await page.waitForTimeout(300)
  /** How far its label is from there. */
  const from = async (there: { x: number; y: number }): Promise<number> => {
    const here = await find('Keelson')
    return Math.hypot(here.x - there.x, here.y - there.y)
  }
  await expect.poll(() => from(before)).toBeGreaterThan(30)
  const moved = await find('Keelson')
  await page.reload()
  await drawn(page)
  await expect.poll(() => from(moved)).toBeLessThan(2)
  await page.getByRole('button', { name: 'Unpin Keelson' }).click()
  await expect.poll(() => page.url()).not.toContain('pin=')
  await expect.poll(() => from(before)).toBeLessThan(2)
  await page.goBack()
  await expect.poll(() => page.url()).toContain('pin=')
})

test('the selected node is moved with the keyboard', async () => {
  await open('node=project:keelson')
  const place = (): number => Number(/keelson@(-?\d+)/.exec(page.url())?.[1])
  await stage().focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(place).not.toBeNaN()
  const once = place()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(place).toBeGreaterThan(once)
  expect(page.url()).toContain('node=project:keelson')
})

test('the layout runs on in a worker, stops, and can be put back', async () => {
  await open()
  const before = await labels()
  await page.getByRole('button', { name: 'Arrange further' }).click()
  await page.getByRole('button', { name: 'Stop arranging' }).waitFor()
  await page.waitForTimeout(400)
  await page.getByRole('button', { name: 'Stop arranging' }).click()
  await page.getByText('Arranged anew').waitFor()
  await page.waitForTimeout(300)
  expect(await labels()).not.toEqual(before)
  await page.getByRole('button', { name: 'Put back' }).click()
  await expect.poll(labels).toEqual(before)
})

describe('communities', () => {
  test('are shown with the names of their most important members, and lead to them', async () => {
    await open()
    await page.getByRole('button', { name: 'Show communities' }).click()
    await expect.poll(() => page.url()).toContain('communities=1')
    const legend = page.getByRole('region', { name: 'Communities' })
    await legend.waitFor()
    expect(await legend.getByRole('button').count()).toBeGreaterThan(2)
    const inked = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.bubbles')
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      return pixels.some((part) => part > 0)
    })
    expect(inked).toBe(true)
    await legend.getByRole('button').first().click()
    await expect.poll(() => page.url()).toContain('camera=')
  })
})
