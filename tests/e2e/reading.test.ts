/** Who represented what, believing, doubting, and all of it without the picture, through what a person sees. */
import { describe, expect, test } from 'vitest'
import type { GraphFile } from '../../src/schema.ts'
import { fixture } from '../viz/fixture.ts'
import { disputed } from './graphs.ts'
import { offerSample, page, site, withViewer, wrongs } from './hooks.ts'
import { drawn } from './site.ts'

const made = fixture()

/** Many entities, each linked to the next. */
function large(n: number): GraphFile {
  const { attributes, options } = made.graph
  const id = (i: number): string => `technology:t${String(i).padStart(5, '0')}`
  const evidence = [{ episode: 'episode:gangway-12', turn: 1, start: 0, end: 3, rule: 'r', quote: 'And' }]
  return {
    attributes,
    options,
    nodes: Array.from({ length: n }, (_, i) => ({
      key: id(i),
      attributes: { kind: 'technology', label: `Thing ${i}`, surfaces: [], mentions: 1 },
    })),
    edges: Array.from({ length: n }, (_, i) => ({
      key: `e${i}`,
      source: id(i),
      target: id((i + 1) % n),
      attributes: { predicate: 'built_on', qualifiers: {}, confidence: 0.9, evidence },
    })),
  }
}

withViewer({
  offer: (data) => {
    offerSample(data, made)
    const [sample] = data.get('index.json') as { transcripts: string[] }[]
    data.set('index.json', [
      sample,
      { ...sample, name: 'disputed', title: 'Disputed', graph: 'data/1.json' },
      { name: 'large', title: 'Large', graph: 'data/2.json', transcripts: [] },
    ])
    data.set('1.json', disputed(made.graph))
    data.set('2.json', large(10_000))
  },
  clipboard: true,
})

const open = async (hash: string): Promise<void> => {
  await page.goto(`${site.url}#${hash}`)
}
const details = () => page.getByRole('complementary', { name: 'Details' })
const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
/** Opens an address the way somebody does who was sent it. */
const follow = async (address: string): Promise<void> => {
  await page.goto('about:blank')
  await page.goto(address)
}
const isInSight = (selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    })

describe('who represented what', () => {
  test('a card says who, in which role, for whom, where and in whose words; its link leads back to it', async () => {
    await open('view=list&node=project:saltmarsh&hide=url')
    const card = details().getByRole('region', { name: 'Represented by' })
    await card.getByRole('link', { name: 'Person Joao Brandt' }).waitFor()
    const text = await card.textContent()
    for (const words of [
      'Mei Castellane',
      'engineering manager',
      'Saltmarsh Data',
      'Saltmarsh, with Mei Castellane',
    ])
      expect(text).toContain(words)
    await details().getByRole('button', { name: 'Copy link to Saltmarsh' }).click()
    await page.getByText(/^The link to Saltmarsh is copied/).waitFor()
    expect(await copied()).toBe(`${site.url}#view=list&node=project:saltmarsh`)
    await follow(await copied())
    await card.getByRole('link', { name: 'Person Joao Brandt' }).click()
    await details()
      .getByRole('region', { name: 'Represented', exact: true })
      .getByText('maintainer')
      .first()
      .waitFor()
  })

  test('a row of the table has a link that opens it, lit', async () => {
    await open('view=who')
    const row = page.getByRole('row', { name: /Rosa Pellegrin/ })
    await row.getByRole('button', { name: 'Copy link to this row' }).click()
    await page.getByText(/^The link to this row is copied/).waitFor()
    await follow(await copied())
    await details().getByText('represents', { exact: true }).waitFor()
    expect(await page.locator('tr[aria-current]').textContent()).toContain('Rosa Pellegrin')
    // Episodes are sorted by their date.
    await page.getByRole('button', { name: 'Episode' }).click()
    await expect.poll(() => page.locator('tbody tr').first().textContent()).toContain('March 2024')
    expect(await page.locator('tbody tr').last().textContent()).toContain('February 2025')
  })
})

describe('believing', () => {
  test('each quote has a link, which opens its sentence, lit and in sight', async () => {
    await open('node=project:saltmarsh&view=list')
    const quote = details().locator('.quote-row', { hasText: 'written in C++' }).first()
    await quote.getByRole('button', { name: 'Copy link to this quote' }).click()
    await page.getByText(/^The link to this quote is copied/).waitFor()
    await follow(await copied())
    await page.locator('mark').first().waitFor()
    expect((await page.locator('mark').allTextContents()).join('')).toBe(
      'It is written in C++ and built on RocksDB and Raft.',
    )
    await expect.poll(() => isInSight('mark')).toBe(true)
  })

  test('a sentence leads back to its claims', async () => {
    await open('view=list&at=episode:gangway-12@2')
    const turn = page.locator('.turn', { hasText: 'It is written in Go and built on Kubernetes and Helm.' })
    await turn.getByRole('button', { name: '3 claims from this sentence' }).click()
    const said = page.getByRole('list', { name: 'Claims from these words' })
    await said.getByRole('link', { name: 'Keelson is built on Helm' }).click()
    await details()
      .getByRole('heading', { name: /Keelson.*Helm/, level: 2 })
      .waitFor()
    // A fact leads to its project.
    await page.goBack()
    await page
      .locator('.turn', { hasText: 'Keelson is a delivery controller' })
      .getByRole('button', { name: '3 claims from this sentence' })
      .click()
    await said.getByRole('link', { name: 'Keelson started 2018' }).click()
    await details().getByRole('heading', { name: 'Keelson', level: 2 }).waitFor()
  })

  test('what names things and made no claim is shown, one after the other', async () => {
    await open('view=list&at=episode:gangway-12@0')
    const toggle = page.getByRole('switch', { name: /Show what made no claim/ })
    await toggle.waitFor()
    expect(await page.locator('.gap').count()).toBe(0)
    await toggle.click({ force: true })
    await page.locator('.gap').first().waitFor()
    expect(page.url()).toContain('gaps=1')
    await page.getByText(/^\d+ sentences that name things$/).waitFor()
    const next = page.getByRole('button', { name: 'Next without a claim' })
    await next.click()
    await page.getByText(/^1 of \d+ sentences$/).waitFor()
    expect((await page.locator('mark').allTextContents()).join('')).toBe(
      'For those who never heard of Keelson: what is it, and where did it begin?',
    )
    await page.getByText('Names Keelson; made no claim.').waitFor()
    await next.click()
    await page.getByText(/^2 of \d+ sentences$/).waitFor()
    await page.getByRole('button', { name: 'Previous without a claim' }).click()
    await page.getByText(/^1 of \d+ sentences$/).waitFor()
    expect(await page.getByRole('button', { name: 'Previous without a claim' }).isDisabled()).toBe(true)
    await page.goBack()
    await page.getByText(/^2 of \d+ sentences$/).waitFor()
  })
})

describe('doubting', () => {
  test('every claim that can be checked stands in a table, the doubtful ones first, with the record’s dates', async () => {
    await open('view=check')
    const rows = page.getByRole('table', { name: 'Claims against the record' }).locator('tbody tr')
    await rows.first().waitFor()
    const first = await rows.first().textContent()
    expect(first).toMatch(
      /The record says otherwise.*Deepwell is sandbox.*since 2024.*The record: sandbox since 18 February 2022.*February 2025.*Samir Oyelaran/,
    )
    const before = await rows.count()
    await page.getByRole('checkbox', { name: /^The record agrees/ }).click({ force: true })
    await expect.poll(() => rows.count()).toBeLessThan(before)
    await page.getByRole('button', { name: 'Claim', exact: true }).click()
    await expect.poll(() => rows.first().textContent()).toContain('Deepwell')
    expect(page.url()).toContain('checked=claim')
    await rows.first().getByRole('link').first().click()
    await details()
      .getByRole('heading', { name: /Deepwell.*sandbox/, level: 2 })
      .waitFor()
    expect(await page.locator('tr[aria-current]').textContent()).toContain('Deepwell is sandbox')
  })

  test('claims that contradict each other stand side by side', async () => {
    await open('graph=disputed&view=check')
    const list = page.getByRole('list', { name: '4 contradictions' })
    const levels = list.getByRole('listitem').filter({ hasText: 'Two levels' })
    await levels.waitFor()
    const sides = levels.locator('.contradicting')
    expect(await sides.first().textContent()).toMatch(/^graduated.*said in March 2024.*Ines Okafor/)
    expect(await sides.last().textContent()).toMatch(/^incubating.*said in May 2024.*Maren Holt/)
    const [left, right] = [await sides.first().boundingBox(), await sides.last().boundingBox()]
    expect(left?.y).toBe(right?.y)
    expect(left && right && left.x + left.width <= right.x).toBe(true)
    expect(await list.textContent()).toMatch(/Two dates.*since 2022.*since 2019.*So, and not so.*denied/)
    await sides
      .last()
      .getByRole('button', { name: /Maren Holt/ })
      .click()
    await page.getByRole('complementary', { name: 'Transcript' }).waitFor()
  })

  test.each([360, 1280])(
    'the timeline of a project leads to the words, and has a twin in words, at %d',
    async (width) => {
      await page.setViewportSize({ width, height: 740 })
      await open('graph=disputed&view=list&node=project:keelson')
      const line = details().getByRole('group', { name: 'Maturity of Keelson over time' })
      const mark = line.getByRole('link', {
        name: 'incubating, current; said in May 2024 by Maren Holt: The record says otherwise',
      })
      await mark.scrollIntoViewIfNeeded()
      expect(await line.getByRole('link').count()).toBe(5)
      // Nothing of it is cut off, and its words are as large as those around it.
      const [outer, panel] = [await line.boundingBox(), await details().boundingBox()]
      expect(outer && panel && outer.x >= panel.x && outer.x + outer.width <= panel.x + panel.width).toBe(
        true,
      )
      expect(
        await line
          .locator('text')
          .first()
          .evaluate((t) => t.getBoundingClientRect().height),
      ).toBeGreaterThan(11)
      await details().getByText('As a table').click()
      const rows = details().locator('.timeline-table tbody tr')
      expect(await rows.allTextContents()).toEqual([
        '4 May 2020incubatingThe record, from then on (accepted)',
        '6 December 2022graduatedThe record, from then on',
        expect.stringMatching(/^March 2024graduated.*Ines Okafor.*The record agrees$/),
        expect.stringMatching(/^March 2024incubating.*former.*Ines Okafor.*The record agrees$/),
        expect.stringMatching(/^May 2024incubating.*Maren Holt.*The record says otherwise$/),
        expect.stringMatching(/^May 2024graduated.*denied.*Maren Holt.*The record says otherwise$/),
        expect.stringMatching(/^February 2025graduated.*Maren Holt.*The record says otherwise$/),
      ])
      await mark.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('complementary', { name: 'Transcript' }).waitFor()
      expect(page.url()).toContain('at=episode:gangway-13@8')
    },
  )
})

describe('without the picture', () => {
  const row = (name: RegExp | string) => page.getByRole('row', { name })
  const focused = (): Promise<string | null | undefined> =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

  test('the outline is read and opened with the keyboard alone', async () => {
    await open('view=list')
    await page.getByRole('radio', { name: 'Outline' }).click()
    await page.getByRole('treegrid').waitFor()
    expect(page.url()).toContain('as=outline')
    await page.getByRole('radio', { name: 'Outline' }).focus()
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Project Keelson, graduated, 24 claims')
    await page.keyboard.press('ArrowRight')
    await row('Keelson integrates with Tidewatch, 1 quote').waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('Keelson is maintained by Ines Okafor, 1 quote')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toMatch(/^“I am staff engineer at Fernhill Labs.*” Ines Okafor, turn 4$/)
    await page.keyboard.press('Enter')
    await page.locator('mark').first().waitFor()
    expect((await page.locator('mark').allTextContents()).join('')).toContain('I am staff engineer')
    // The focus stays where it was.
    expect(await focused()).toMatch(/^“I am staff engineer/)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await details()
      .getByRole('heading', { name: /Keelson.*Ines Okafor/, level: 2 })
      .waitFor()
  })

  test('the page speaks English, whatever the browser speaks', async () => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'language', { value: 'ar-EG' }))
    await open('view=list&as=outline')
    const chevron = row('Project Keelson, graduated, 24 claims').locator('.chevron')
    expect(await chevron.getAttribute('aria-label')).toBe('Expand')
  })

  test('what is opened elsewhere is open here, and the filters and the focus hold', async () => {
    await open('view=list&as=outline&node=project:gatelark&hide=person')
    await row(/^Project Gatelark, archived, \d+ claims, open$/).waitFor()
    await row('Gatelark is built on Kubernetes, 1 quote').waitFor()
    await expect.poll(() => isInSight('.outline-now')).toBe(true)
    expect(await page.getByRole('row', { name: /^Person/ }).count()).toBe(0)
    expect(await page.getByRole('row', { name: /represented by/ }).count()).toBe(0)
    const before = await page.getByRole('row', { name: /^(Project|Company|Technology) / }).count()
    await details().getByRole('button', { name: 'Only its neighbours' }).click()
    await page.getByText(/^Only .*Gatelark and its neighbours/).waitFor()
    expect(page.url()).toContain('view=list')
    const near = page.getByRole('row', { name: /^(Project|Company|Technology) / })
    await expect.poll(() => near.count()).toBeLessThan(before)
    // The same in the claims, and the picture has the same open.
    await page.getByRole('radio', { name: 'Claims' }).click()
    const rows = page.getByRole('table', { name: 'Claims' }).locator('tbody tr')
    await rows.first().waitFor()
    for (const text of await rows.allTextContents())
      expect(text).toMatch(/Gatelark|Kubernetes|Mosscat|Copperline|CNCF/)
    const told = await page.locator('.page .tally').textContent()
    await page.getByRole('button', { name: 'Graph', exact: true }).first().click()
    await drawn(page)
    const [entities, claims] = /(\d+) entities, (\d+) claims/.exec(told ?? '')?.slice(1) ?? []
    await page
      .getByRole('group', { name: new RegExp(`^Graph of ${entities} entities and ${claims} claims`) })
      .waitFor()
    await details().getByRole('heading', { name: 'Gatelark', level: 2 }).waitFor()
  })

  test('a table of claims is sorted, searched and in step', async () => {
    await open('view=list&as=claims&q=tidewatch')
    const rows = page.getByRole('table', { name: 'Claims' }).locator('tbody tr')
    await rows.first().waitFor()
    for (const text of await rows.allTextContents()) expect(text).toContain('Tidewatch')
    await page.getByRole('button', { name: 'Claim', exact: true }).click()
    await expect.poll(() => page.url()).toContain('claims=predicate')
    await rows.first().getByRole('link').nth(1).click()
    await details().waitFor()
    expect(await page.locator('tr[aria-current]').count()).toBeGreaterThan(0)
  })

  test('ten thousand entities: what is asked for is there, and the keyboard answers', async () => {
    await open('graph=large&view=list&as=outline&sort=name&node=technology:t09990&panel=none')
    await row('Technology Thing 9990, 2 claims, open').waitFor()
    await page.getByText(/^9\s900?1 to 10\s000 of 10\s000$/).waitFor()
    expect(await page.getByRole('row').count()).toBeLessThan(200)
    await row('Technology Thing 9990, 2 claims, open').focus()
    const took = await page.evaluate(async () => {
      const start = performance.now()
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp'])
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      return performance.now() - start
    })
    expect(took).toBeLessThan(500)
    await page.getByRole('button', { name: 'Previous', exact: true }).click()
    await page.getByText(/^9\s801 to 9\s900 of 10\s000$/).waitFor()
  })

  test('when the graphics card lets go for good, the words stand in, and the graph can be drawn again', async () => {
    await open('node=project:keelson')
    await drawn(page)
    await page.evaluate(() => {
      const original = HTMLCanvasElement.prototype.getContext
      const lost = document
        .querySelector<HTMLCanvasElement>('.stage canvas.sigma-nodes')
        ?.getContext('webgl2')
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
        if (/webgl/.test(String(args[0]))) return null
        return Reflect.apply(original, this, args)
      } as typeof original
      Object.assign(window, {
        heal: () => Object.assign(HTMLCanvasElement.prototype, { getContext: original }),
      })
      lost?.getExtension('WEBGL_lose_context')?.loseContext()
    })
    await page.getByText(/The graph cannot be drawn/).waitFor()
    await page.getByRole('table', { name: 'Entities' }).waitFor()
    await details().getByRole('heading', { name: 'Keelson', level: 2 }).waitFor()
    await page.evaluate(() => (window as unknown as { heal(): void }).heal())
    await page.getByRole('button', { name: 'Draw it again' }).click()
    await drawn(page)
    // The browser and React report what the test has broken.
    wrongs.splice(0, wrongs.length, ...wrongs.filter((w) => !/context|webgl|Sigma|null/i.test(w)))
  })
})

describe('room', () => {
  const views = [
    ['check', 'graph=disputed&view=check'],
    ['claims', 'view=list&as=claims&hide=person'],
    ['outline', 'view=list&as=outline&node=project:keelson&panel=none'],
    ['timeline', 'graph=disputed&view=list&node=project:keelson'],
    ['transcript', 'view=list&gaps=1&at=episode:gangway-12@9.0-30'],
    ['who', 'view=who&node=project:keelson&with=person:ines-okafor'],
  ] as const

  test.each([360, 800, 1600])(
    'nothing scrolls sideways, and the page itself not at all, at %d pixels',
    async (width) => {
      await page.setViewportSize({ width, height: 740 })
      for (const [name, hash] of views) {
        await open(hash)
        await page.locator('.page h2').waitFor()
        await page.waitForLoadState('networkidle')
        const over = await page.evaluate(() =>
          ['html', '.page', '.side-panel .panel-body'].flatMap((selector) => {
            const e = document.querySelector(selector)
            if (!e) return []
            const sideways = e.scrollWidth > e.clientWidth + 1
            const page = selector === 'html' && e.scrollHeight > e.clientHeight + 1
            return sideways || page ? [selector] : []
          }),
        )
        expect(over, name).toEqual([])
      }
    },
  )
})
