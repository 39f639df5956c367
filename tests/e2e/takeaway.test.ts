/** Taking a view away, comparing two graphs, and bringing one's own files: through what a person sees. */
import { readFile } from 'node:fs/promises'
import type { Download } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { graphFingerprint } from '../../src/compare.ts'
import { serialize } from '../../src/graph.ts'
import { parseGraph } from '../../src/schema.ts'
import { PIN } from '../../viz/model/outlines.ts'
import { all, parseXml } from '../src/xml.ts'
import { fixture } from '../viz/fixture.ts'
import { later as laterOf } from './graphs.ts'
import { choose, offerSample, page, site, withViewer } from './hooks.ts'
import { drawn } from './site.ts'

const made = fixture()
const small = fixture(1)
const { graph: later, gone, unsure } = laterOf(made.graph)

withViewer({
  offer: (data) => {
    offerSample(data, made)
    const offers = made.transcripts.map((t, i) => ({ episode: t.id, address: `data/0-${i}.json` }))
    data.set('index.json', [
      { name: 'sample', title: 'Sample interviews', graph: 'data/0.json', transcripts: offers },
      { name: 'bare', title: 'Without quotes', graph: 'data/1.json', transcripts: offers },
      { name: 'later', title: 'Some time later', graph: 'data/2.json', transcripts: [] },
      { name: 'small', title: 'Small', graph: 'data/3.json', transcripts: [] },
    ])
    data.set('1.json', made.bare)
    data.set('2.json', later)
    data.set('3.json', small.graph)
  },
  clipboard: true,
})

const open = (hash = ''): Promise<unknown> => page.goto(`${site.url}#${hash}`)
const menu = (): Promise<void> => page.getByRole('button', { name: 'Export' }).click()
const item = (name: string | RegExp) =>
  page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name })
const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

async function take(name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download') as Promise<Download>,
    item(name).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('a link leads to exactly this view', async () => {
  await open('node=project:keelson&hide=url&view=list')
  await page.getByRole('complementary', { name: 'Details' }).waitFor()
  await menu()
  await item('Copy link to this view').click()
  await page.getByText(/The link to this view is copied/).waitFor()
  expect(await clipboard()).toBe(page.url())
})

test('SVG and PNG are the same picture, with its legend, filters and the hash of the data', async () => {
  await open('hide=person,url&sure=0.5')
  await drawn(page)
  await menu()
  const svg = await take(/Picture, SVG/)
  expect(svg.name).toBe('sample-visible.svg')
  const document = parseXml(svg.bytes.toString('utf8').trimEnd())
  const texts = all(document, 'text').map((t) => t.text)
  const words = texts.join(' ')
  expect(texts).toContain('Sample interviews')
  expect(words).toContain('Without people, addresses; claims with a confidence of 0.5 or more.')
  expect(words).toContain(`data ${graphFingerprint(made.graph)}`)
  for (const legend of ['Projects', 'Use and comparison', 'Incubating project', 'Keelson'])
    expect(texts).toContain(legend)
  expect(texts).not.toContain('People')
  await menu()
  const png = await take(/Picture, PNG/)
  // The header of a PNG holds its size; it is drawn twice as sharp.
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(png.bytes.readUInt32BE(16)).toBe(2 * Number(document.attributes.width))
  expect(png.bytes.readUInt32BE(20)).toBe(2 * Number(document.attributes.height))
  expect(png.bytes.length).toBeGreaterThan(50_000)
})

test.each(['', '&view=list'])('a picture has the communities and the pins of the stage%s', async (where) => {
  await open(`communities=1&pin=project:keelson@10.20${where}`)
  if (where) await page.getByRole('table').waitFor()
  else {
    await drawn(page)
    await page.getByRole('region', { name: 'Communities' }).waitFor()
  }
  await menu()
  const svg = parseXml((await take(/Picture, SVG/)).bytes.toString('utf8').trimEnd())
  const texts = all(svg, 'text').map((t) => t.text)
  expect(texts).toContain('Pinned')
  const named = texts.filter((t) => t.startsWith('Around '))
  expect(named).toContain('Around Keelson')
  expect(all(svg, 'g').filter((g) => g.attributes.opacity === '0.16')).toHaveLength(named.length)
  expect(all(svg, 'path').filter((p) => p.attributes.d === PIN)).toHaveLength(2)
})

test('a picture of everything can be had from any view', async () => {
  await open('view=list&hide=person')
  await page.getByRole('table').waitFor()
  await menu()
  await page.getByRole('radio', { name: /^All/ }).click()
  const { name, bytes } = await take(/Picture, SVG/)
  expect(name).toBe('sample.svg')
  const texts = all(parseXml(bytes.toString('utf8').trimEnd()), 'text').map((t) => t.text)
  expect(texts).toContain('People')
  expect(texts.join(' ')).not.toContain('Without')
  expect(await page.locator('.stage-apart').count()).toBe(0)
})

test('data are taken away with the words that the server has, and those only when they are needed', async () => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await open('graph=bare&view=list')
  await page.getByRole('table').waitFor()
  expect(asked.filter((path) => path.startsWith('/data/0-'))).toEqual([])
  await menu()
  await page.getByRole('radio', { name: /^All/ }).click()
  const { name, bytes } = await take(/^JSON/)
  expect(name).toBe('bare.json')
  expect(parseGraph(JSON.parse(bytes.toString('utf8')))).toEqual(made.graph)
  expect(new Set(asked.filter((path) => path.startsWith('/data/0-'))).size).toBe(made.transcripts.length)
})

test('a transcript is fetched when its words are asked for, and not the others', async () => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await open('view=list')
  await page.getByRole('table').waitFor()
  await page.goto(`${site.url}#view=list&at=episode:gangway-12@9.0-55`)
  await page.locator('mark').first().waitFor()
  const index = made.transcripts.findIndex((t) => t.id === 'episode:gangway-12')
  expect(asked.filter((path) => path.startsWith('/data/0-'))).toEqual([`/data/0-${index}.json`])
})

test('what is printed is the picture, who represented what, and nothing to press', async () => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open()
  await drawn(page)
  await page.waitForTimeout(2800)
  const picture = page.locator('.paper-picture svg')
  expect(await picture.count()).toBe(0)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  expect(await picture.isVisible()).toBe(true)
  // Dark on light, whatever the screen has.
  expect(await picture.locator('> rect').first().getAttribute('fill')).toBe('rgb(247, 248, 250)')
  expect(await picture.getByText('Keelson', { exact: true }).count()).toBeGreaterThan(0)
  expect(await page.locator('.paper-table tbody tr').count()).toBeGreaterThan(3)
  expect(await page.locator('button').filter({ visible: true }).count()).toBe(0)
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.length).toBeGreaterThan(20_000)
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect.poll(() => page.locator('.paper').count()).toBe(0)
})

test('the claims of what is selected are printed with their words', async () => {
  await open('node=project:keelson&view=list')
  await page.getByRole('complementary', { name: 'Details' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.getByText('It is written in Go and built on Kubernetes and Helm.').first().waitFor()
  expect(await page.getByRole('button', { name: 'Close' }).filter({ visible: true }).count()).toBe(0)
})

test('an embedded view is the picture, its name and the way to the whole', async () => {
  await open('hide=person')
  await drawn(page)
  await menu()
  await item(/Copy embed code/).click()
  await page.getByText(/The lines to embed this picture are copied/).waitFor()
  const snippet = await clipboard()
  const address = /src="([^"]+)"/.exec(snippet)?.[1]?.replace(/&#(\d+);/g, (_, n) => String.fromCharCode(n))
  if (!address) throw new Error(`no address in ${snippet}`)
  await page.goto('about:blank')
  await page.goto(address)
  await drawn(page)
  await page.getByRole('heading', { name: 'Sample interviews', level: 1 }).waitFor()
  expect(await page.getByRole('combobox').count()).toBe(0)
  expect(await page.getByRole('checkbox').count()).toBe(0)
  const link = page.getByRole('link', { name: 'Open in Hallway' })
  expect(await link.getAttribute('href')).toBe('#hide=person')
  expect(await link.getAttribute('target')).toBe('_blank')
})

describe('comparing two graphs', () => {
  test('from the switch: what is new, gone and changed, as a list and in the picture', async () => {
    await open('graph=later&view=list')
    await page.getByRole('table').waitFor()
    await page.getByRole('button', { name: 'Compare with another graph' }).click()
    await page
      .getByRole('dialog', { name: 'Compare with' })
      .getByRole('button', { name: 'Sample interviews' })
      .click()
    await page.getByRole('heading', { name: 'What is different' }).waitFor()
    expect(page.url()).toContain('view=changes')
    expect(page.url()).toContain('compare=sample')
    const counts = page.getByRole('row', { name: /^(New|Gone|Changed) / })
    expect((await counts.allTextContents()).map((t) => t.trim().replace(/\s+/g, ' '))).toEqual([
      'New11',
      `Gone0${gone.length}`,
      `Changed0${unsure.length}`,
    ])
    const section = (name: string) => page.getByRole('region', { name })
    await section('New').getByRole('link', { name: /Newt/ }).first().waitFor()
    await section('Changed').getByText('0.11').first().waitFor()
    await page.getByRole('button', { name: 'Show in the graph' }).click()
    await drawn(page)
    await page.getByText('Compared with Sample interviews').waitFor()
    await menu()
    const svg = parseXml((await take(/Picture, SVG/)).bytes.toString('utf8').trimEnd())
    expect(all(svg, 'text').map((t) => t.text)).toEqual(expect.arrayContaining(['New', 'Gone', 'Changed']))
    expect(all(svg, 'line').filter((l) => l.attributes['stroke-dasharray'] === '7 5').length).toBeGreaterThan(
      1,
    )
    const words = all(svg, 'text')
      .map((t) => t.text)
      .join(' ')
    expect(words).toContain(`data ${graphFingerprint(made.graph)} → ${graphFingerprint(later)}`)
    // Data are those of the graph that is open, without what is gone from it.
    await menu()
    await page.getByRole('radio', { name: /^All/ }).click()
    expect(JSON.parse((await take(/^JSON/)).bytes.toString('utf8'))).toEqual(JSON.parse(serialize(later)))
    // A claim that is gone is still told of, and marked.
    const [lost] = gone
    await page.goto(`${site.url}#graph=later&compare=sample&view=changes&node=${lost?.source}`)
    await page.locator('.side-panel .change-tag').getByText('Gone').first().waitFor()
    await page.getByRole('button', { name: 'Stop comparing' }).click()
    expect(page.url()).not.toContain('compare')
  })

  test('a link to a comparison opens it; the same graph differs in nothing', async () => {
    site.data.set('index.json', [
      ...(site.data.get('index.json') as object[]),
      { name: 'copy', title: 'A copy', graph: 'data/0.json', transcripts: [] },
    ])
    await open('graph=copy&compare=sample&view=changes')
    await page.getByText('Both say the same').waitFor()
  })

  test('one that is not there is named, and the graph is shown alone', async () => {
    await open('graph=small&compare=nowhere&view=changes')
    await page.getByText(/cannot be compared: there is no graph called “nowhere” here/).waitFor()
    await drawn(page)
    expect(page.url()).not.toContain('compare')
  })

  test.each([1280, 360])('nothing scrolls sideways at %d pixels', async (width) => {
    await page.setViewportSize({ width, height: 740 })
    await open('graph=later&compare=sample&view=changes')
    await page.getByRole('heading', { name: 'What is different' }).waitFor()
    const { scroll, client } = await page
      .locator('.page')
      .evaluate((e) => ({ scroll: e.scrollWidth, client: e.clientWidth }))
    expect(scroll).toBeLessThanOrEqual(client + 1)
  })
})

const TALK = (
  project: string,
): string => `Ada Host: Welcome to the show. My guest today is Vera Lind, a maintainer of ${project}. Hi Vera.

Vera Lind: Hi Ada, I'm Vera Lind. I work at Kestrel Labs and I'm a maintainer of ${project}.

Ada Host: What level is it at?

Vera Lind: ${project} is graduated. It runs on Kubernetes.
`

describe('files of one’s own', () => {
  test('side files are read along; what is bad is named, and the good ones stay', async () => {
    await open('view=list')
    await page.getByRole('table').waitFor()
    await choose(page, [
      ['one.txt', TALK('Argo CD')],
      ['one.meta.yml', 'title: The first talk\ndate: 2023-11'],
      ['two.txt', TALK('Flux')],
      ['two.meta.json', '{"title": "The second talk"}'],
      ['lone.meta.yml', 'title: Nobody'],
      ['noise.txt', new Uint8Array([0, 1, 2, 255])],
      ['mine.json', serialize(made.graph)],
    ])
    await page.getByText(/Made a graph of 2 transcripts/).waitFor()
    await page
      .getByText(
        'lone.meta.yml cannot be opened: no transcript of that name came with it; open both together',
      )
      .waitFor()
    await page.getByText(/noise\.txt cannot be opened: it is no UTF-8 text/).waitFor()
    await page
      .getByRole('link', { name: /The first talk/ })
      .first()
      .waitFor()
    await page
      .getByRole('link', { name: /The second talk/ })
      .first()
      .waitFor()
    // A graph from a file can be compared as well.
    await page.getByRole('button', { name: /one\.txt and 1 other/ }).waitFor()
    await page.getByRole('button', { name: 'Compare with another graph' }).click()
    await page
      .getByRole('dialog', { name: 'Compare with' })
      .getByRole('button', { name: 'mine.json' })
      .click()
    await page.getByRole('heading', { name: 'What is different' }).waitFor()
  })

  test('five megabytes do not freeze the page, and can be stopped', async () => {
    await open('view=list')
    await page.getByRole('table').waitFor()
    const talk = TALK('Argo CD')
    const long = talk.repeat(Math.ceil(5_000_000 / talk.length))
    // The longest the page works before it answers again, in seconds of the processor: a busy machine adds nothing.
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const worked = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics')
      const seconds = metrics.find((m) => m.name === 'ThreadTime')?.value
      if (seconds === undefined) throw new Error('the browser does not tell how long the page worked')
      return seconds
    }
    let longest = 0
    let stopped = false
    const watching = (async () => {
      for (let before = await worked(); !stopped; await new Promise((done) => setTimeout(done, 20))) {
        const now = await worked()
        longest = Math.max(longest, now - before)
        before = now
      }
    })()
    await choose(page, [['long.txt', long]])
    await page.getByText('Extracting').waitFor()
    await page.waitForTimeout(1500)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Stopped. Nothing was made.').waitFor()
    stopped = true
    await watching
    expect(longest).toBeLessThan(0.6)
    // The page still works.
    await page.getByRole('link', { name: 'Project Keelson', exact: true }).click()
    await page.getByRole('complementary', { name: 'Details' }).waitFor()
  })
})
