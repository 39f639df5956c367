/**
 * Takes the pictures that are looked at when the viewer changes, and those of the documentation.
 * Run with: npx vite-node, or through vitest with PICTURES=folder (see pictures.test.ts).
 */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { fixture } from '../viz/fixture.ts'
import { later } from './graphs.ts'
import { drawn, openBrowser, serve, watch } from './site.ts'

export const SIZES: [number, number][] = [
  [1600, 900],
  [800, 1000],
  [360, 740],
]

const VIEWS: Record<string, string> = {
  graph: '',
  entity: 'node=project:keelson',
  transcript: 'node=project:keelson&at=episode:gangway-12@9.0-86',
  who: 'view=who',
  list: 'view=list',
  claims: 'view=list&as=claims',
  outline: 'view=list&as=outline&node=project:keelson&panel=none',
  check: 'view=check',
  gaps: 'view=list&gaps=1&at=episode:gangway-12@9.0-86',
  filters: 'panel=filters',
  doubt: 'panel=filters&sure=0.7&doubt=agrees,unchecked',
  level: 'node=project:keelson&with=maturity:graduated',
  everything: 'mentions=1&isolated=1',
  focus: 'focus=project:brackenmesh',
  export: 'node=project:keelson',
  answers: 'view=list',
  path: 'path=project:mosscat&to=company:quillon-bank',
  communities: 'communities=1&pin=project:keelson@10.20',
  changes: 'graph=later&compare=sample&view=changes',
  compared: 'graph=later&compare=sample',
  nothing: 'view=list&sure=1&doubt=agrees,unchecked,close,unrecorded',
  pair: 'node=project:keelson&with=person:ines-okafor',
  embed: 'embed=1',
}

const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const

/** @param only names of views; all when left out */
export async function takePictures(
  folder: string,
  only?: readonly string[],
  graph?: unknown,
  widths?: readonly number[],
): Promise<void> {
  const site = await serve()
  const browser = await openBrowser()
  const made = fixture()
  site.data.set('index.json', [
    {
      name: 'sample',
      title: 'Sample interviews',
      graph: 'data/0.json',
      transcripts: made.transcripts.map((_, i) => `data/0-${i}.json`),
    },
    { name: 'later', title: 'Some time later', graph: 'data/1.json', transcripts: [] },
  ])
  site.data.set('0.json', graph ?? made.graph)
  site.data.set('1.json', later(made.graph).graph)
  for (const [i, t] of made.transcripts.entries()) site.data.set(`0-${i}.json`, t)
  try {
    for (const [width, height] of SIZES.filter(([w]) => !widths || widths.includes(w)))
      for (const [theme, media] of Object.entries(THEMES))
        for (const [name, hash] of Object.entries(VIEWS)) {
          if (only && !only.includes(name)) continue
          const page: Page = await browser.context.newPage()
          const wrongs = watch(page, site)
          await page.setViewportSize({ width, height })
          await page.emulateMedia(media)
          await page.goto(`${site.url}#${hash}`)
          if (!hash.includes('view=')) await drawn(page).catch(() => console.error(name, wrongs))
          else await page.locator('.page h2').waitFor()
          if (name === 'answers') {
            await page.keyboard.press('/')
            await page.keyboard.type('who represented keelson')
            await page.locator('.answer').first().waitFor()
          }
          if (name === 'export') await page.getByRole('button', { name: 'Export' }).click()
          await page.waitForTimeout(400)
          await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`) })
          await page.close()
        }
  } finally {
    await browser.close()
    await site.close()
  }
}
