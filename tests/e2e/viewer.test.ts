import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type GraphFile, NODE_KINDS, parseGraph } from '../../src/schema.ts'
import { fixture } from '../viz/fixture.ts'
import { OTHER_VERSION } from './graphs.ts'
import { choose, offerSample, page, site, withViewer, wrongs } from './hooks.ts'
import { drawn, violations } from './site.ts'

const made = fixture()
/** One conversation: enough to see every part of a page. */
const small = fixture(1)
const EVIL = '<img src=x onerror="window.hurt=1">'

/** The same graph with names and quotes that mean harm. */
function hostile(): GraphFile {
  const graph = structuredClone(made.graph)
  for (const { key, attributes } of graph.nodes) {
    if (key === 'project:keelson') attributes.label = EVIL
    if (key === 'project:mosscat') attributes.label = 'Long'.repeat(200)
    if (key === 'project:tidewatch') attributes.label = 'שלום \u202Eevil'
    if (key === 'project:keelson' && 'record' in attributes && attributes.record)
      attributes.record.homepage = 'javascript:window.hurt=2'
  }
  const keelson = graph.edges.filter((e) => e.source === 'project:keelson')
  for (const edge of keelson)
    for (const e of edge.attributes.evidence) e.quote = `${EVIL}</script><script>window.hurt=3</script>`
  const evil = 'url:javascript:alert(1)'
  graph.nodes.push({
    key: evil,
    attributes: { kind: 'url', label: 'javascript:alert(1)', surfaces: [EVIL], mentions: 1 },
  })
  const [edge] = keelson
  if (edge)
    graph.edges.push({
      ...edge,
      key: 'evil',
      target: evil,
      attributes: { ...edge.attributes, predicate: 'has_url' },
    })
  return graph
}

withViewer({
  offer: (data) => {
    offerSample(data, made)
    data.set('index.json', [
      ...(data.get('index.json') as object[]),
      { name: 'bare', title: 'Without quotes', graph: 'data/1.json', transcripts: [] },
      { name: 'hostile', title: 'Hostile', graph: 'data/2.json', transcripts: [] },
      { name: 'small', title: 'Small', graph: 'data/4.json', transcripts: ['data/4-0.json'] },
      { name: 'broken', title: 'Broken', graph: 'data/3.json', transcripts: [] },
    ])
    data.set('1.json', made.bare)
    data.set('2.json', hostile())
    data.set('3.json', OTHER_VERSION)
    data.set('4.json', small.graph)
    data.set('4-0.json', small.transcripts[0])
  },
  clipboard: true,
})

const open = async (hash = ''): Promise<void> => {
  await page.goto(`${site.url}#${hash}`)
}
const heading = (name: string) =>
  page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name, level: 2 })
const offset = (selector: string): Promise<{ scroll: number; client: number }> =>
  page.evaluate((s) => {
    const e = document.querySelector(s)
    return { scroll: e?.scrollWidth ?? 0, client: e?.clientWidth ?? 0 }
  }, selector)

test('the graph is drawn, without an error and without a word to another host', async () => {
  await open()
  await drawn(page)
  expect(await page.getByRole('group', { name: /^Graph of 8\d entities/ }).count()).toBe(1)
  // Something other than the ground is on the canvas.
  const picture = await page.screenshot({ clip: { x: 300, y: 80, width: 900, height: 600 } })
  expect(picture.length).toBeGreaterThan(15_000)
})

test('the first load is small: less than the promised 250 kB of script, and no validator', async () => {
  const scripts = new Set<string>()
  page.on('request', (request) => {
    if (/\.js$/.test(new URL(request.url()).pathname)) scripts.add(request.url())
  })
  await open()
  await drawn(page)
  // Fetched again: the browser does not keep what it has answered, least of all to a worker.
  const answers = await Promise.all([...scripts].map((url) => fetch(url)))
  expect(answers.filter(({ ok }) => !ok).map(({ url }) => url)).toEqual([])
  const texts = await Promise.all(answers.map((answer) => answer.text()))
  // The page, the graph and the worker that lays it out.
  expect(texts.length).toBeGreaterThanOrEqual(3)
  expect(texts.reduce((sum, text) => sum + gzipSync(text).length, 0)).toBeLessThan(250_000)
  expect(texts.filter((text) => text.includes('ZodError'))).toEqual([])
})

test.each([
  ['a node', 'focus=foundation:cncf', 'foundation', 'CNCF', 'node=foundation:cncf'],
  ['a line', 'focus=person:dana-whitlock', 'person,project', 'Tidewatch', 'with=project:tidewatch'],
])('a click on %s opens it', async (_, focus, kinds, words, address) => {
  // Only these kinds, so that what is asked for lies in the middle of the stage.
  const hidden = NODE_KINDS.filter((k) => !kinds.split(',').includes(k)).join(',')
  await open(`${focus}&hide=${hidden}`)
  await drawn(page)
  const box = await page.locator('.stage').boundingBox()
  if (!box) throw new Error('the stage has no place')
  await expect.poll(() => page.url()).toContain('camera=')
  await page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await page.locator('.side-panel .panel-title').getByText(words).waitFor()
  expect(page.url()).toContain(address)
})

test('search by keyboard opens the entity', async () => {
  await open('view=list')
  await page.getByRole('combobox', { name: 'Search the graph' }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('okaf')
  await page
    .getByRole('option', { name: /Ines Okafor/ })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await heading('Ines Okafor').waitFor()
  expect(page.url()).toContain('node=person:ines-okafor')
  expect(await page.title()).toContain('Ines Okafor')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Ines Okafor')
  expect(await page.getByRole('combobox', { name: 'Search the graph' }).inputValue()).toBe('')
  await page.keyboard.press('Escape')
  await heading('Ines Okafor').waitFor({ state: 'detached' })
})

test('Escape closes the search, and a search without an answer says so', async () => {
  await open('view=list')
  await page.getByRole('combobox', { name: 'Search the graph' }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('zzzzqq')
  await page.getByText('Nothing here is called').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('Nothing here is called').waitFor({ state: 'detached' })
})

test('the panel tells what is claimed, in whose words, and a quote opens the transcript there', async () => {
  await open('node=project:keelson&view=list')
  await heading('Keelson').waitFor()
  const panel = page.getByRole('complementary', { name: 'Details' })
  await panel.getByRole('heading', { name: /is built on/i }).waitFor()
  expect(
    (await panel.getByText('Graduated').count()) + (await panel.getByText('graduated').count()),
  ).toBeGreaterThan(0)
  const quote = panel
    .getByRole('button', { name: /It is written in Go and built on Kubernetes and Helm\..*Ines Okafor/ })
    .first()
  await quote.click()
  const lit = page.locator('mark')
  await lit.first().waitFor()
  expect((await lit.allTextContents()).join('')).toBe('It is written in Go and built on Kubernetes and Helm.')
  const box = await lit.first().boundingBox()
  expect(box && box.y > 60 && box.y < 700).toBe(true)
  await page.locator('mark').getByRole('button', { name: /Helm/ }).click()
  await heading('Helm').waitFor()
  await page.goBack()
  await page.locator('mark').first().waitFor()
  await page.getByRole('button', { name: 'Back to Keelson' }).click()
  await heading('Keelson').waitFor()
})

test('links lead from entity to entity, and back again', async () => {
  await open('node=project:keelson&view=list')
  await page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('link', { name: 'Helm' })
    .first()
    .click()
  await heading('Helm').waitFor()
  await page.goBack()
  await heading('Keelson').waitFor()
})

test('filters change what is counted, and Show everything brings it back', async () => {
  await open('view=list')
  const tally = page.locator('.side-filters .tally')
  await tally.waitFor()
  const before = await tally.textContent()
  await page.getByRole('checkbox', { name: /^People\s*\d+$/ }).click({ force: true })
  await expect.poll(() => tally.textContent()).not.toBe(before)
  expect(page.url()).toContain('hide=person')
  await page.getByRole('switch', { name: /Mentions as lines/ }).click({ force: true })
  await expect.poll(() => page.url()).toContain('mentions=1')
  await page.getByRole('button', { name: 'Reset all' }).click()
  await expect.poll(() => tally.textContent()).toBe(before)
})

test('a claim says what the record says, and can be filtered by it and by confidence', async () => {
  await open('view=list&node=project:keelson')
  const panel = page.getByRole('complementary', { name: 'Details' })
  await panel
    .getByText(/The record agrees · .*: incubating since 4 May 2020, graduated since 6 December 2022/)
    .first()
    .waitFor()
  const tally = page.locator('.side-filters .tally')
  const before = await tally.textContent()
  await page.getByRole('checkbox', { name: /^Beyond the record/ }).click({ force: true })
  await expect.poll(() => tally.textContent()).not.toBe(before)
  expect(page.url()).toContain('doubt=unchecked')
  await page.getByRole('checkbox', { name: /^Beyond the record/ }).click({ force: true })
  await expect.poll(() => tally.textContent()).toBe(before)
  await page.getByRole('slider', { name: 'Confidence' }).fill('0.95')
  await expect.poll(() => page.url()).toContain('sure=0.95')
  await expect.poll(() => tally.textContent()).not.toBe(before)
  await page.reload()
  expect(await page.getByRole('slider', { name: 'Confidence' }).inputValue()).toBe('0.95')
  await page.getByRole('button', { name: 'Reset all' }).click()
  await expect.poll(() => tally.textContent()).toBe(before)
})

test('what is seen can be taken away: a link, files and a picture', async () => {
  await open('hide=person')
  await drawn(page)
  const menu = page.getByRole('dialog', { name: 'Export' })
  const take = async (name: RegExp): Promise<void> => {
    await page.getByRole('button', { name: 'Export' }).click()
    await menu.getByRole('button', { name }).click()
  }
  const taken = async (name: RegExp): Promise<{ name: string; bytes: Buffer }> => {
    const [download] = await Promise.all([page.waitForEvent('download'), take(name)])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
  await take(/^Copy link/)
  await page.getByText(/^The link to this view is copied/).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())

  const json = await taken(/^JSON/)
  expect(json.name).toBe('sample-visible.json')
  const seen = parseGraph(JSON.parse(json.bytes.toString()))
  expect(seen.nodes.filter((n) => n.attributes.kind === 'person')).toEqual([])
  expect(seen.nodes.length).toBeGreaterThan(20)
  expect((await taken(/^GEXF/)).bytes.toString()).toContain('<gexf')
  expect((await taken(/^GraphML/)).bytes.toString()).toContain('<graphml')
  expect((await taken(/^CSV, claims/)).bytes.toString()).toMatch(/^Source,Target/)

  await page.getByRole('button', { name: 'Export' }).click()
  await menu.getByRole('radio', { name: /^All/ }).check()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: /^CSV, entities/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('sample.nodes.csv')
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(rows).toHaveLength(made.graph.nodes.length + 1)

  const png = await taken(/^Picture, PNG/)
  expect(png.name).toBe('sample-visible.png')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  const stage = await page.locator('.stage').boundingBox()
  // Twice as sharp as the stage.
  expect(png.bytes.readUInt32BE(16)).toBe(2 * Math.round(stage?.width ?? 0))
  expect(png.bytes.readUInt32BE(20)).toBeGreaterThan((stage?.height ?? 0) + 60)
  // An empty stage would make a small file.
  expect(png.bytes.length).toBeGreaterThan(40_000)
  if (process.env.PICTURES) await writeFile(join(process.env.PICTURES, 'taken.png'), png.bytes)
})

test('who represented what can be sorted and filtered', async () => {
  await open('view=who')
  const rows = page.locator('.table tbody tr')
  await rows.first().waitFor()
  expect(await rows.count()).toBe(10)
  await page.getByRole('button', { name: 'Employer' }).click()
  await expect.poll(() => rows.first().textContent()).toContain('Bluebarrow')
  await page.getByRole('button', { name: /^Employer/ }).click()
  await expect.poll(() => rows.first().textContent()).toContain('Saltmarsh Data')
  await page.getByRole('searchbox').fill('copperline advocate')
  await expect.poll(() => rows.count()).toBe(1)
  expect(await rows.first().textContent()).toMatch(
    /Rosa Pellegrin.*Lanternfish.*developer advocate.*Copperline/,
  )
})

test('the address restores the view', async () => {
  await open('view=who&who=keelson&node=person:ines-okafor&hide=url')
  await heading('Ines Okafor').waitFor()
  await expect.poll(() => page.locator('.table tbody tr').count()).toBe(2)
  expect(await page.getByRole('searchbox').inputValue()).toBe('keelson')
})

test('graphs can be switched; one without quotes says where the words are, and a file brings them in', async () => {
  await open('view=list')
  await page.getByRole('button', { name: /Sample interviews/ }).click()
  await page.getByRole('option', { name: 'Without quotes' }).click()
  await expect.poll(() => page.url()).toContain('graph=bare')
  await page
    .getByRole('row', { name: /Keelson Project/ })
    .getByRole('link')
    .click()
  const panel = page.getByRole('complementary', { name: 'Details' })
  await panel.getByText('gangway-12.txt').waitFor()
  expect(await panel.getByText('Words not in this graph').count()).toBeGreaterThan(3)
  const [first] = made.files
  if (!first) throw new Error('the fixture has no file')
  await choose(page, [['renamed.txt', first.text]], 'Open a transcript file')
  await panel.getByText('Next to me is Ines Okafor from Fernhill Labs').first().waitFor()
  await page.getByText(/The words of .*Harbour Days.* are here now/).waitFor()
})

test('files that cannot be read are refused in plain words', async () => {
  await open('graph=bare&view=list')
  await page.getByRole('table').waitFor()
  const cases: [string, string, RegExp][] = [
    ['notes.txt', 'Nobody speaks here.', /notes\.txt cannot be opened: /],
    ['empty.txt', ' ', /empty\.txt cannot be opened: it is empty/],
    ['graph.json', '{"attributes": {"format": "something"}}', /no Hallway graph/],
    ['torn.json', '{"attributes": ', /breaks off/],
    ['wrong.json', JSON.stringify({ ...made.graph, nodes: [{ key: 'x' }] }), /breaks the schema/],
  ]
  for (const [name, text, message] of cases) {
    await choose(page, [[name, text]])
    await page.getByText(message).waitFor()
  }
  await expect.poll(() => page.getByRole('table').count()).toBe(1)
})

const TALK = `Ada Moss: Welcome to the show. My guest today is Ben Fry, a maintainer of Argo CD. Hi Ben.

Ben Fry: Hi Ada, I'm Ben Fry. I work at Kestrel Labs and I'm a maintainer of Argo CD.

Ada Moss: What level is it at?

Ben Fry: Argo CD is graduated. It runs on Kubernetes.
`

test('transcripts of one’s own become a graph, in the browser alone', async () => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
  await open('view=list')
  await page.getByRole('table').waitFor()
  expect(asked.filter((a) => a.includes('landscape'))).toEqual([])
  await choose(page, [
    ['talk.txt', TALK],
    ['other.txt', TALK.replaceAll('Argo CD', 'Flux')],
    ['bad.txt', 'nothing'],
  ])
  await page.getByText(/Made a graph of 2 transcripts: \d+ entities, \d+ claims\./).waitFor()
  await page.getByText(/bad\.txt cannot be opened: /).waitFor()
  expect(page.url()).toContain('graph=made:other.txt%2B1')
  await page.getByRole('button', { name: /other\.txt and 1 other/ }).waitFor()
  await page.getByRole('link', { name: 'Project Argo CD', exact: true }).click()
  // Quotes are there, and lead into the transcript.
  await page
    .getByRole('button', { name: /It runs on Kubernetes\..*Ben Fry/ })
    .first()
    .click()
  await page.locator('mark').first().waitFor()
  expect(asked.filter((a) => a.includes('landscape'))).toHaveLength(1)
  expect(asked.filter((a) => !a.startsWith('GET '))).toEqual([])
  // The graph that was shown before is still in the switch.
  await page.getByRole('button', { name: /other\.txt and 1 other/ }).click()
  await page.getByRole('option', { name: 'Sample interviews' }).click()
  await page.getByRole('link', { name: 'Project Keelson', exact: true }).waitFor()
})

test('making a graph can be stopped', async () => {
  await page.route(/landscape/, () => undefined)
  await open('view=list')
  await page.getByRole('table').waitFor()
  await choose(page, [['talk.txt', TALK]])
  await page.getByRole('progressbar').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Stopped. Nothing was made.').waitFor()
  expect(page.url()).not.toContain('made:')
  expect(await page.getByRole('progressbar').count()).toBe(0)
})

test('a graph of one’s own and its transcript are opened by dropping both', async () => {
  await open('view=list')
  await page.getByRole('table').waitFor()
  const [first] = made.files
  await page.evaluate(
    ([json, name, text]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], name))
      transfer.items.add(new File([json], 'mine.json'))
      for (const type of ['dragover', 'drop'])
        dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))
    },
    [JSON.stringify(made.bare), first?.name ?? '', first?.text ?? ''] as const,
  )
  await page.getByText(/The words of .* are here now/).waitFor()
  expect(page.url()).toContain('graph=file:mine.json')
  await page.getByRole('link', { name: 'Project Keelson', exact: true }).click()
  await page.getByText('Next to me is Ines Okafor from Fernhill Labs').first().waitFor()
})

test('a graph of another version is explained, and another can be chosen', async () => {
  await open('graph=broken')
  await page
    .getByRole('alert')
    .getByText(/version 99.*reads version 1/)
    .waitFor()
  await page.getByRole('button', { name: /Choose a graph/ }).click()
  await page.getByRole('option', { name: 'Sample interviews' }).click()
  await drawn(page)
})

test('where there is no data, the page says what to do', async () => {
  const index = site.data.get('index.json')
  site.data.delete('index.json')
  try {
    await open()
    await page.getByRole('heading', { name: 'No graph yet' }).waitFor()
    await page.getByRole('button', { name: 'Open transcripts or a graph', exact: true }).waitFor()
  } finally {
    site.data.set('index.json', index)
  }
  expect(await violations(page)).toEqual([])
  // The browser itself reports the missing file.
  wrongs.splice(0, wrongs.length, ...wrongs.filter((w) => !/404/.test(w)))
})

test('without WebGL the table stands in for the graph', async () => {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
      if (String(args[0]).startsWith('webgl')) return null
      return Reflect.apply(original, this, args)
    } as typeof original
  })
  await open()
  await page.getByText(/This browser has no WebGL/).waitFor()
  await page.getByRole('link', { name: 'Project Keelson', exact: true }).first().click()
  await heading('Keelson').waitFor()
})

test('the graph comes back when the graphics card lets go of it', async () => {
  await open()
  await drawn(page)
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.stage canvas.sigma-nodes')
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await page.waitForTimeout(300)
  await drawn(page)
  expect(await page.locator('.stage canvas.sigma-nodes').count()).toBe(1)
  wrongs.splice(0, wrongs.length, ...wrongs.filter((w) => !/context/i.test(w)))
})

test('names and quotes that mean harm do none', async () => {
  await open('graph=hostile&node=project:keelson')
  await drawn(page)
  await heading(EVIL).waitFor()
  await page
    .getByRole('button', { name: /window\.hurt=3/ })
    .first()
    .waitFor()
  for (const href of await page
    .locator('a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? '')))
    expect(href).toMatch(/^(#|https?:\/\/)/)
  for (const id of ['project:mosscat', 'project:tidewatch', 'url:javascript:alert(1)']) {
    await page.goto(`${site.url}#graph=hostile&view=list&node=${encodeURIComponent(id)}`)
    await page.locator('.side-panel h2').waitFor()
    for (const area of ['body', '.side-panel', '.page']) {
      const { scroll, client } = await offset(area)
      expect(scroll, `${area} at ${id}`).toBeLessThanOrEqual(client + 1)
    }
  }
  expect(await page.evaluate(() => (window as { hurt?: number }).hurt)).toBeUndefined()
  expect(await page.locator('img, iframe, object').count()).toBe(0)
})

describe('accessibility', () => {
  test('everything can be reached by Tab, and the focus is seen', async () => {
    await open('view=list')
    await page.getByRole('table').waitFor()
    const reached: string[] = []
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab')
      reached.push(
        await page.evaluate(() => {
          const e = document.activeElement as HTMLElement
          const style = getComputedStyle(e.matches('input[type=checkbox]') ? (e.closest('label') ?? e) : e)
          const name = e.getAttribute('aria-label') || (e.closest('label') ?? e).textContent || e.tagName
          return style.outlineStyle === 'none' ? `unseen: ${name}` : name.trim()
        }),
      )
    }
    expect(reached.filter((r) => r.startsWith('unseen'))).toEqual([])
    expect(new Set(reached).size).toBeGreaterThan(8)
  })
})

describe.each([
  [360, 740],
  [800, 1000],
  [1600, 900],
])('at %d pixels', (width, height) => {
  test('nothing scrolls sideways, and the panels can be used', async () => {
    await page.setViewportSize({ width, height })
    for (const hash of [
      '',
      'view=list',
      'view=who',
      'node=project:keelson',
      'view=list&node=project:keelson&at=episode:gangway-12@9.0-30',
    ]) {
      await open(`graph=small&${hash}`)
      if (!hash.includes('view=')) await drawn(page)
      else await page.locator('.page').waitFor()
      for (const area of ['html', '.page', '.side-panel .panel-body']) {
        const { scroll, client } = await offset(area)
        expect(scroll, `${area} of ${hash}`).toBeLessThanOrEqual(client + 1)
      }
      if (!hash.includes('node=')) continue
      const box = await page.locator('.side-panel').boundingBox()
      expect(box && box.width >= 300 && box.height >= 250, `panel of ${hash}`).toBe(true)
      // Its first line is not cut off by what is above it.
      const cut = await page.locator('.side-panel .panel-body').evaluate((body) => {
        const top = body.firstElementChild?.getBoundingClientRect().top ?? 0
        return body.scrollTop === 0 && top < body.getBoundingClientRect().top
      })
      expect(cut, `first line of ${hash}`).toBe(false)
    }
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await expect.poll(() => page.locator('.side-panel').count()).toBe(0)
    if (width < 1180) {
      await page
        .getByRole('button', { name: /^Filters and legend/ })
        .locator('visible=true')
        .click()
      await page.getByRole('checkbox', { name: /^People\s*\d+$/ }).click({ force: true })
      await expect.poll(() => page.url()).toContain('hide=person')
      await page.getByRole('button', { name: 'Close the filters' }).click()
    }
  })
})
