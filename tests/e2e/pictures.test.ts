/**
 * What the viewer looks like, beside what it looked like when somebody last looked at it. The goldens are a quarter
 * as wide and high as the page, so that letters are grey texture, and the fonts of another machine change little;
 * they are WebP, a tenth of the size of PNG.
 * Made again with UPDATE_PICTURES=1; look at them before they are committed.
 *
 * PICTURES=folder takes pictures of everything, in full size, to look at (pictures.ts).
 */
import { readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixture } from '../viz/fixture.ts'
import { newPage, page, site, withViewer } from './hooks.ts'
import { SIZES, takePictures } from './pictures.ts'
import { drawn } from './site.ts'

const { PICTURES, ONLY, GRAPH, WIDTHS, UPDATE_PICTURES } = process.env
const FOLDER = join(import.meta.dirname, '../goldens/pictures')
/** A stage with a panel, words alone, and a table that becomes cards. */
const VIEWS: { name: string; hash: string }[] = [
  { name: 'entity', hash: 'node=project:keelson' },
  { name: 'outline', hash: 'view=list&as=outline&node=project:keelson&panel=none' },
  { name: 'check', hash: 'view=check' },
]
const SCHEMES = ['light', 'dark'] as const
/** One side of the golden is so much of the page's. */
const SCALE = 0.25
/** A pixel differs when one of its colours does by more than this, of 255. */
const TOLERANCE = 32
/** So much of a picture may differ: lines break elsewhere in another font. */
const SHARE = 0.08

/** Made smaller, in the browser, which has all that it takes. @returns base64 */
const shrink = (page: Page, png: string): Promise<string> =>
  page.evaluate(
    async ({ png, scale }) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(image.width * scale)
      canvas.height = Math.round(image.height * scale)
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.imageSmoothingQuality = 'high'
      pen.drawImage(image, 0, 0, canvas.width, canvas.height)
      return canvas.toDataURL('image/webp', 0.8).replace(/^[^,]*,/, '')
    },
    { png, scale: SCALE },
  )

/** The share of the pixels that differ; 1 where the sizes do. */
const difference = (page: Page, a: string, b: string): Promise<number> =>
  page.evaluate(
    async ({ pictures, tolerance }) => {
      const [p, q] = await Promise.all(
        pictures.map(async (picture) => {
          const blob = await (await fetch(`data:image/webp;base64,${picture}`)).blob()
          const image = await createImageBitmap(blob)
          const canvas = new OffscreenCanvas(image.width, image.height)
          const pen = canvas.getContext('2d')
          pen?.drawImage(image, 0, 0)
          return pen?.getImageData(0, 0, image.width, image.height)
        }),
      )
      if (!p || !q || p.width !== q.width || p.height !== q.height) return 1
      let differ = 0
      for (let i = 0; i < p.data.length; i += 4)
        if ([0, 1, 2].some((c) => Math.abs((p.data[i + c] ?? 0) - (q.data[i + c] ?? 0)) > tolerance)) differ++
      return differ / (p.width * p.height)
    },
    { pictures: [a, b], tolerance: TOLERANCE },
  )

describe.skipIf(PICTURES)('goldens', () => {
  withViewer({
    offer: (data) => {
      data.set('index.json', [
        { name: 'sample', title: 'Sample interviews', graph: 'data/0.json', transcripts: [] },
      ])
      data.set('0.json', fixture().graph)
    },
    onePage: true,
  })
  /** A page without the viewer's policy, to compare on. */
  let table: Page
  beforeAll(async () => {
    table = await newPage()
  })
  afterAll(() => table?.close())

  const golden = (name: string): Promise<string> => readFile(join(FOLDER, `${name}.webp`), 'base64')

  test.each(
    VIEWS.flatMap(({ name, hash }) => SIZES.map(([width, height]) => ({ name, hash, width, height }))),
  )('$name at $width by $height pixels', async ({ name, hash, width, height }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: SCHEMES[0] })
    const address = `${site.url}#${hash}`
    // Words find their places anew in another width; where the graph lies also depends on the first one.
    if (name === 'entity' || page.url() !== address) {
      await page.goto('about:blank')
      await page.goto(address)
    }
    if (name === 'entity') await drawn(page)
    else await page.locator('.page h2').waitFor()
    if (name === 'entity') await page.locator('.side-panel .card').first().waitFor()
    await page.waitForLoadState('networkidle')
    // The second theme comes as it does to somebody whose system turns dark in the evening.
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(250)
      const now = await shrink(table, (await page.screenshot()).toString('base64'))
      const file = `${name}-${width}-${colorScheme}`
      if (UPDATE_PICTURES) {
        await mkdir(FOLDER, { recursive: true })
        await writeFile(join(FOLDER, `${file}.webp`), now, 'base64')
      }
      expect(await difference(table, await golden(file), now), file).toBeLessThan(SHARE)
    }
  })

  test('the measure tells one view, and one theme, from another', async () => {
    const [entity, outline, dark] = await Promise.all(
      ['entity-1600-light', 'outline-1600-light', 'entity-1600-dark'].map(golden),
    )
    expect(await difference(table, entity ?? '', outline ?? '')).toBeGreaterThan(SHARE)
    expect(await difference(table, entity ?? '', dark ?? '')).toBeGreaterThan(0.8)
  })
})

test.skipIf(!PICTURES)(
  'pictures to look at',
  () =>
    takePictures(
      PICTURES ?? '',
      ONLY?.split(','),
      GRAPH ? JSON.parse(readFileSync(GRAPH, 'utf8')) : undefined,
      WIDTHS?.split(',').map(Number),
    ),
  300_000,
)
