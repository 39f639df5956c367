import { describe, expect, it } from 'vitest'
import { createExtractor } from '../../extract/index.ts'
import type { Extraction } from '../../src/claim.ts'
import { bundledRegistry } from '../registry.ts'

const extract = createExtractor(bundledRegistry())

/** An interview about Linkerd that ends with these words. */
function about(answer: string, question = 'And where can people find you and get involved?'): Extraction {
  const turns = [
    ['Ada Host', 'I’ve got Vera Lind of Linkerd. What is Linkerd?'],
    ['Vera Lind', 'Linkerd is a service mesh. Linkerd is fast.'],
    ['Ada Host', question],
    ['Vera Lind', answer],
  ]
  return extract({
    name: 'example.md',
    text: turns.map(([who, said]) => `**${who}:** ${said}`).join('\n\n'),
    metadata: { hosts: ['Ada Host'], date: '2024-03' },
  })
}

const channels = (found: Extraction): string[] =>
  found.entities
    .filter((e) => e.kind === 'channel')
    .map((e) => e.id.slice('channel:'.length))
    .sort()
const claimed = (found: Extraction, predicate: string): string[] =>
  [...new Set(found.claims.filter((c) => c.predicate === predicate).map((c) => c.object))].sort()

describe('channels named in an answer', () => {
  it.each([
    ['Our Discord server, everybody is there.', ['linkerd-discord']],
    ['We hang out in the #linkerd-dev channel on the CNCF Slack.', ['cncf-slack', 'cncf-slack/linkerd-dev']],
    ['We have a channel on the CNCF Slack called linkerd.', ['cncf-slack', 'cncf-slack/linkerd']],
    ['There is a CNCF Slack channel for Linkerd.', ['cncf-slack', 'cncf-slack/linkerd']],
    ['There’s the CNCF Slack. You can jump in our channel there.', ['cncf-slack', 'cncf-slack/linkerd']],
    ['There is the mesh group in Kubernetes Slack.', ['kubernetes-slack', 'kubernetes-slack/mesh']],
    ['Join the Gardeners Slack.', ['gardeners-slack']],
    ['We don’t have a Slack, but there’s a Zulip.', ['linkerd-zulip']],
    ['We’ve got an IRC channel, and a Matrix room.', ['linkerd-irc', 'linkerd-matrix']],
    ['We’re pretty active on GitHub Discussions.', ['linkerd-github-discussions']],
    ['There’s a linkerd-dev mailing list.', ['linkerd-dev-mailing-list']],
    [
      'We have a mailing list, linkerd-users, and a forum for users.',
      ['linkerd-forum', 'linkerd-mailing-list'],
    ],
    ['Just ping us in the Slack channel, or on the mailing list.', ['linkerd-mailing-list', 'linkerd-slack']],
    ['The community lives on Discord.', ['linkerd-discord']],
    ['You can come to our weekly office hours.', ['linkerd-office-hours']],
    ['First, we are on Slack. We are in the CNCF Slack.', ['cncf-slack']],
    ['First, we are on Slack.', ['linkerd-slack']],
  ])('%s', (answer, expected) => {
    expect(channels(about(answer))).toEqual(expected)
  })
})

describe('what is no channel', () => {
  it.each([
    ['It posts the result to Slack or Discord.'],
    ['Our Slack integration is popular, and our Slack bot too.'],
    ['We talk about that on our internal Slack.'],
    ['Let’s say you have a mailing list of gardeners.'],
    ['I’m not sure we have an official Slack channel.'],
    ['A friend said, "Oh, there’s a Slack for that," and left.'],
    ['We have a mailing list for the bakers of Lund.'],
    ['We multiply one matrix with another matrix.'],
    ['We slack off on Fridays.'],
  ])('%s', (answer) => {
    expect(channels(about(answer))).toEqual([])
  })

  it('is what a host offers to the listeners', () => {
    const found = about('Thanks.', 'Listeners, join our Slack and our mailing list. Right?')
    expect(channels(found)).toEqual([])
  })

  it('is what a host asks for and nobody affirms', () => {
    expect(channels(about('I would have to look.', 'Do you have your own Slack?'))).toEqual([])
    expect(channels(about('Yes, we do.', 'Do you have your own Slack?'))).toEqual(['linkerd-slack'])
  })

  it('is "ours" where the talk is about nothing in particular', () => {
    const text = '**Ada Host:** Vera Lind is here. How are you?\n\n**Vera Lind:** Fine. Join our Slack.'
    expect(channels(extract({ name: 'x.md', text, metadata: { hosts: ['Ada Host'] } }))).toEqual([])
  })
})

describe('the company or project that has it', () => {
  it('is the one whose address the sentence gives', () => {
    const text =
      '**Ada Host:** I’ve got Vera Lind from Fermyon. What is Spin?\n\n**Vera Lind:** Spin is a tool for WebAssembly. For questions there is our Discord, at fermyon.com/discord.'
    const found = extract({ name: 'x.md', text, metadata: { hosts: ['Ada Host'] } })
    expect(claimed(found, 'has_channel')).toEqual(['channel:fermyon-discord'])
  })

  it('claims channels that are led to, and not those that are only named', () => {
    expect(claimed(about('You can find us on the CNCF Slack.'), 'has_channel')).toEqual([
      'channel:cncf-slack',
    ])
    expect(claimed(about('I saw it in the Kubernetes Slack.'), 'has_channel')).toEqual([])
  })
})

describe('the mentions', () => {
  it('keep a project in the name of a channel, and give up the service', () => {
    const found = about('Join the Linkerd Slack. It also writes to a Slack app.')
    const last = found.mentions.filter((m) => m.turn === 3)
    expect(last.map((m) => m.entity)).toContain('project:linkerd')
    expect(last.map((m) => m.entity)).toContain('channel:linkerd-slack')
    const service = found.entities.find((e) => e.id === 'technology:slack')
    expect(service?.mentions ?? 0).toBe(last.filter((m) => m.entity === 'technology:slack').length)
    expect(last.filter((m) => m.entity === 'technology:slack' && m.start < 22)).toEqual([])
  })

  it('lie in the text where their surface says', () => {
    const said = 'We have our own Slack, and you can come to the Linkerd channel in the CNCF Slack.'
    const surfaces = about(said)
      .mentions.filter((m) => m.entity.startsWith('channel:'))
      .map((m) => said.slice(m.start, m.end))
    expect(surfaces).toEqual(['our own Slack', 'Linkerd channel', 'CNCF Slack'])
  })
})

describe('how often they meet', () => {
  it.each([
    ['Come to our community meeting, it’s bi-weekly on Wednesdays at 5pm UTC.', ['bi-weekly on Wednesdays']],
    ['The community call is the first Thursday of every month.', ['the first Thursday of every month']],
    ['We meet every two weeks, and anyone can join.', ['every two weeks']],
    ['Every Wednesday at 9 AM Pacific we have our community meeting.', ['Every Wednesday']],
    [
      'We have one every week. And every other Friday there is a community meeting for Asia.',
      ['every other Friday'],
    ],
    ['We don’t meet every week anymore.', []],
    ['We have a team meeting every week.', []],
    ['At my last job we had weekly meetings about it.', []],
    ['We release every six weeks.', []],
  ])('%s', (answer, expected) => {
    expect(claimed(about(answer), 'meets')).toEqual(expected)
  })
})

it('reads a very long answer in linear time', () => {
  const long = `${'we have the our channel in the '.repeat(4000)}Slack, every week every.`
  const start = process.hrtime.bigint()
  about(long)
  expect(Number(process.hrtime.bigint() - start) / 1e9).toBeLessThan(10)
})
