/** axe, on everything there is to see: every view and panel, in the light, the dark and the forced colours. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fixture } from '../viz/fixture.ts'
import { disputed, later, OTHER_VERSION } from './graphs.ts'
import { offerSample, page, site, withViewer } from './hooks.ts'
import { atRest, drawn, violations } from './site.ts'

interface View {
  name: string
  /** A view of the small graph, where it names no other. */
  hash: string
  /** There when the view is; the stage where it is left out. */
  there?: string
  /** What is done once it is there. */
  act?: (page: Page) => Promise<void>
  /** Rules that are not meant for it. */
  without?: readonly string[]
}

const PANEL = '.side-panel h2'
const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const ask =
  (question: string, wait: string) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press('/')
    await page.keyboard.type(question)
    await page.locator(wait).first().waitFor()
  }
/** While a list is open, all else is hidden from screen readers; Tab or Escape closes the list. */
const LIST_OPEN = ['aria-hidden-focus', 'landmark-one-main', 'page-has-heading-one', 'region']

const VIEWS: View[] = [
  { name: 'the graph', hash: '' },
  { name: 'the graph with mentions and what has no claim', hash: 'mentions=1&isolated=1' },
  { name: 'communities and a pin', hash: 'communities=1&pin=project:keelson@10.20', there: '.communities' },
  { name: 'focus', hash: 'focus=project:keelson&hops=2' },
  { name: 'a graph of which nothing is left', hash: 'sure=1&doubt=agrees,unchecked,close,unrecorded' },
  { name: 'an entity beside the graph', hash: 'node=project:keelson', there: PANEL },
  {
    name: 'an entity with contradictions and its timeline as a table',
    hash: 'graph=disputed&view=list&node=project:keelson',
    there: PANEL,
    act: (page) => page.getByText('As a table').click(),
  },
  { name: 'two together', hash: 'view=list&node=project:keelson&with=person:ines-okafor', there: PANEL },
  { name: 'an episode', hash: 'view=list&node=episode:gangway-12', there: PANEL },
  { name: 'an entity that is not here', hash: 'view=list&node=project:nowhere', there: PANEL },
  { name: 'an entity without words', hash: 'graph=bare&view=list&node=project:keelson', there: PANEL },
  { name: 'the transcript', hash: 'view=list&at=episode:gangway-12@9.0-86', there: 'mark' },
  {
    name: 'the transcript with what made no claim',
    hash: 'view=list&gaps=1&at=episode:gangway-12@9.0-86',
    there: '.gap',
  },
  { name: 'a path', hash: 'view=list&path=project:keelson&to=project:kubernetes', there: '.step' },
  { name: 'a path to be chosen', hash: 'view=list&path=project:keelson', there: '.side-panel .nothing' },
  { name: 'no path', hash: 'graph=disputed&view=list&path=project:keelson&to=project:nowhere', there: PANEL },
  { name: 'the list', hash: 'view=list', there: '.table' },
  {
    name: 'an empty list',
    hash: 'view=list&sure=1&doubt=agrees,unchecked,close,unrecorded',
    there: '.page .nothing',
  },
  { name: 'the claims', hash: 'view=list&as=claims', there: '.table' },
  { name: 'the outline', hash: 'view=list&as=outline&node=project:keelson&panel=none', there: '.outline' },
  { name: 'who', hash: 'view=who', there: '.table' },
  {
    name: 'who, with a row of it',
    hash: 'view=who&node=project:keelson&with=person:ines-okafor',
    there: PANEL,
  },
  { name: 'the check', hash: 'view=check', there: '.table' },
  { name: 'the check with contradictions', hash: 'graph=disputed&view=check', there: '.contradiction' },
  { name: 'what is different', hash: 'graph=later&compare=small&view=changes', there: '.change-group' },
  { name: 'what is different, as a picture', hash: 'graph=later&compare=small', there: '.changes-note' },
  { name: 'filters in use', hash: 'view=list&episodes=gangway-12&sure=0.5', there: '.filters details[open]' },
  {
    name: 'what can be taken away',
    hash: 'view=list',
    there: '.table',
    act: async (page) => {
      await button('Export')(page)
      await page.getByRole('button', { name: 'Print', exact: true }).waitFor()
    },
  },
  {
    name: 'what can be compared',
    hash: 'view=list',
    there: '.table',
    act: button('Compare with another graph'),
  },
  {
    name: 'the graphs to choose from',
    hash: 'view=list',
    there: '.table',
    act: button(/^Small|Graph$/),
    without: LIST_OPEN,
  },
  {
    name: 'an answer',
    hash: 'view=list',
    there: '.table',
    act: ask('who represented keelson', '.answer'),
    without: LIST_OPEN,
  },
  {
    name: 'names and quotes that were found',
    hash: 'view=list',
    there: '.table',
    act: ask('keel', '.answer'),
    without: LIST_OPEN,
  },
  {
    name: 'what may have been meant',
    hash: 'view=list',
    there: '.table',
    act: ask('keelshorn', '.hit'),
    without: LIST_OPEN,
  },
  {
    name: 'nothing that was found',
    hash: 'view=list',
    there: '.table',
    act: ask('xyzzy', '.search-nothing'),
    without: LIST_OPEN,
  },
  {
    name: 'a notice',
    hash: 'view=list&node=project:keelson',
    there: PANEL,
    act: async (page) => {
      await button('Copy link to Keelson')(page)
      await page.locator('.notice').waitFor()
    },
  },
  { name: 'embedded', hash: 'embed=1&hide=person' },
  { name: 'a graph that cannot be read', hash: 'graph=broken', there: '[role=alert]' },
]

/** Of all the rules only this one can tell one theme from another: the others look once. */
const COLOURS = ['color-contrast']
const THEMES = [
  { theme: 'light', media: { colorScheme: 'light', forcedColors: 'none' }, rules: undefined },
  { theme: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' }, rules: COLOURS },
  { theme: 'forced', media: { colorScheme: 'dark', forcedColors: 'active' }, rules: COLOURS },
] as const

withViewer({
  offer: (data) => {
    // One conversation: enough for axe to see every part.
    const small = fixture(1)
    offerSample(data, small)
    const [{ transcripts }] = data.get('index.json') as [{ transcripts: string[] }]
    data.set('index.json', [
      { name: 'small', title: 'Small', graph: 'data/0.json', transcripts },
      { name: 'disputed', title: 'Disputed', graph: 'data/1.json', transcripts: [] },
      { name: 'later', title: 'Some time later', graph: 'data/2.json', transcripts: [] },
      { name: 'bare', title: 'Without quotes', graph: 'data/3.json', transcripts: [] },
      { name: 'broken', title: 'Broken', graph: 'data/4.json', transcripts: [] },
    ])
    data.set('1.json', disputed(fixture().graph))
    data.set('2.json', later(small.graph).graph)
    data.set('3.json', small.bare)
    data.set('4.json', OTHER_VERSION)
  },
  clipboard: true,
  onePage: true,
})

/** Whether the page is as a link opens it, but for its address. */
let untouched = false

/**
 * Opens a view. Loading the page takes longer than axe does, so it is loaded only where something was done to it;
 * else the way leads over a page that has nothing in common with any view, so that nothing old is looked at.
 */
async function show(hash: string): Promise<void> {
  if (untouched) {
    await page.goto(`${site.url}#graph=broken`)
    await page.locator('[role=alert]').first().waitFor()
    expect(await page.locator('.stage, .page, .side-panel h2').count()).toBe(0)
  } else await page.goto('about:blank')
  await page.goto(`${site.url}#${hash}`)
}

test.each(VIEWS)('axe finds nothing: $name', async ({ hash, there, act, without }) => {
  await page.emulateMedia(THEMES[0].media)
  await show(hash)
  untouched = false
  if (there) await page.locator(there).first().waitFor()
  else await drawn(page)
  await act?.(page)
  await atRest(page)
  for (const { theme, media, rules } of THEMES) {
    await page.emulateMedia(media)
    expect(await violations(page, rules, without), theme).toEqual([])
  }
  untouched = act === undefined
})
