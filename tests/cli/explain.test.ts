import { describe, expect, it } from 'vitest'
import { TALK, workplace } from './harness.ts'

const place = workplace({ 'talk.txt': TALK })
const ASKED = ["Ada Host: I've got Vera Lind of Keptn. Is Keptn an incubating project?", 'Vera Lind: Yes.']
const HOST = ['--host', 'Ada Host']
const explain = async (...argv: string[]) => {
  const ran = await place.hallway(['explain', ...argv, '--json'])
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' })
  return JSON.parse(ran.out)
}
const fired = (explanation: { fired: { rule: string; claim: Record<string, string> }[] }): string[] =>
  explanation.fired.map(({ rule, claim }) => `${rule}: ${claim.subject} ${claim.predicate} ${claim.object}`)
const reasons = (explanation: { blocked: { rule: string; reason: string }[] }): string[] =>
  explanation.blocked.map(({ rule, reason }) => `${rule}: ${reason}`)

describe('explain, of dialogue', () => {
  it('shows turns, names, the interview, questions with their answers, and rules', async () => {
    const explanation = await explain(...ASKED, ...HOST)
    expect(explanation).toMatchObject({
      turns: [
        { turn: 0, label: 'Ada Host', role: 'host', speaker: 'person:ada-host' },
        { turn: 1, label: 'Vera Lind', role: 'guest', speaker: 'person:vera-lind', text: 'Yes.' },
      ],
      interviews: [{ about: ['project:keptn'], project: 'project:keptn', guests: ['person:vera-lind'] }],
      questions: [{ turn: 0, words: 'Is Keptn an incubating project?', answer: { turn: 1, words: 'Yes.' } }],
    })
    expect(explanation.mentions).toContainEqual({
      turn: 0,
      surface: 'incubating',
      entity: 'maturity:incubating',
      rule: 'maturity:word',
      confidence: expect.any(Number),
    })
    expect(fired(explanation)).toContain('maturity/confirmed: project:keptn has_maturity maturity:incubating')
    expect(reasons(explanation)).toContain(
      'maturity/said: a question asserts nothing; it is affirmed, but this rule reads no questions',
    )
  })

  const cases: [why: string, dialogue: string[], reason: RegExp][] = [
    [
      'a question that stays open',
      ["Ada Host: I've got Vera Lind. And you're with Red Hat?", 'Vera Lind: No.'],
      /: a question asserts nothing, and no answer affirms it/,
    ],
    [
      'a denial',
      ["Ada Host: I've got Vera Lind. Where are you?", 'Vera Lind: I do not work at Red Hat.'],
      /works-at\/i-work-at: it is denied/,
    ],
    [
      'a supposition',
      ["Ada Host: I've got Vera Lind. Where are you?", 'Vera Lind: Imagine I work at Red Hat.'],
      /works-at\/i-work-at: it is only supposed/,
    ],
  ]
  it.each(cases)('says why not: %s', async (_, dialogue, reason) => {
    const explanation = await explain(...dialogue, ...HOST)
    expect(reasons(explanation).join('\n')).toMatch(reason)
    expect(fired(explanation).join('\n')).not.toContain('works_at')
  })

  it('tells what was settled in the light of other claims', async () => {
    const { settled } = await explain(
      "Ada Host: I've got Vera Lind of Keptn. What is Keptn?",
      'Vera Lind: Keptn is a sandbox project. Keptn is an incubating project.',
      ...HOST,
    )
    expect(settled).toEqual([
      {
        before: expect.stringContaining('maturity:sandbox status=current'),
        after: expect.stringContaining('maturity:sandbox status=former'),
      },
    ])
  })

  it('reads all lines from one argument, or from standard input', async () => {
    const one = await explain(...ASKED, ...HOST)
    expect(await explain(ASKED.join('\n'), ...HOST)).toEqual(one)
    const stdin = (async function* () {
      yield ASKED.join('\n')
    })()
    const ran = await place.hallway(['explain', '-', ...HOST, '--json'], { stdin })
    expect(JSON.parse(ran.out)).toEqual(one)
  })

  it('resolves dates against --date', async () => {
    const dialogue = [
      "Ada Host: I've got Vera Lind of Keptn. And?",
      'Vera Lind: Keptn is incubating in the CNCF since last year.',
    ]
    const { fired: rules } = await explain(...dialogue, ...HOST, '--date', '2021-05')
    expect(rules.map((r: { qualifiers: object }) => r.qualifiers)).toContainEqual({
      status: 'current',
      since: '2020',
    })
  })
})

it('tells how clauses were read', async () => {
  const { clauses } = await explain('Ada: Hi.', 'Vera: Backstage has a plugin for Keptn and Argo CD.')
  expect(clauses).toContainEqual({
    turn: 1,
    head: 'plugin',
    parts: [
      { role: 'owner', words: 'Backstage' },
      { role: 'for', words: 'Keptn, Argo CD' },
    ],
  })
})

describe('explain, of a transcript', () => {
  it('tells of the turns that are asked for', async () => {
    const explanation = await explain('talk.txt', '3')
    expect(explanation.turns.map((t: { turn: number }) => t.turn)).toEqual([3])
    expect(fired(explanation)).toContain('maturity/said: project:kubernetes has_maturity maturity:graduated')
    expect((await explain('talk.txt', '1-3,5')).turns).toHaveLength(4)
    expect((await explain('talk.txt')).turns).toHaveLength(6)
  })

  it('prints it for people', async () => {
    const { code, out } = await place.hallway(['explain', 'talk.txt', '3'])
    expect(code).toBe(0)
    for (const line of [
      'Turns',
      '  3  Petra Achterberg (guest, person:petra-achterberg)',
      '  3  Kubernetes → project:kubernetes name:name, 1',
      'Rules that fired',
      '      “No, Kubernetes is graduated.”',
    ])
      expect(out.split('\n')).toContain(line)
  })
})

describe('explain, of a claim', () => {
  const KEY = 'project:kubernetes|has_maturity|maturity:graduated|status=current'

  it('tells of the turns that make it', async () => {
    await place.hallway(['extract', 'talk.txt', '--no-quotes', '-o', 'g.json'])
    const { claim, evidence, explanations } = await explain(KEY, '-g', 'g.json', '-t', 'talk.txt')
    expect({ claim, rules: evidence.map((e: { rule: string }) => e.rule) }).toEqual({
      claim: KEY,
      rules: ['maturity/said'],
    })
    expect(explanations).toMatchObject([{ turns: [{ turn: 3 }] }])
    expect(fired(explanations[0])).toContain(
      'maturity/said: project:kubernetes has_maturity maturity:graduated',
    )
  })

  it('without its transcript names the rule, and how to see more', async () => {
    const { code, out, err } = await place.hallway(['explain', KEY, '-g', 'g.json'])
    expect(code).toBe(0)
    expect(out).toContain('  maturity/said  A level is said of a project')
    expect(err).toBe('hallway: to see how it came about: --transcript talk.txt\n')
  })
})

describe('what is wrong', () => {
  const cases: [why: string, argv: string[], code: number, message: RegExp][] = [
    ['no dialogue', ['nothing'], 1, /“nothing” is no file, no key of a claim, and no dialogue/],
    ['no turn', ['talk.txt', 'last'], 2, /last: is no turn; say which turns of talk\.txt/],
    ['a turn beyond the end', ['talk.txt', '600'], 1, /^hallway: talk\.txt: has no such turn/],
    ['no such claim', ['project:x|has_url|url:y', '-g', 'g.json'], 1, /the graph has no claim project:x\|/],
    ['a date in words', ['Ada: Hi.', '--date', 'May'], 2, /write the date as YYYY/],
    ['nothing at all', [], 2, /missing required argument 'what'/],
  ]
  it.each(cases)('%s', async (_, argv, code, message) => {
    const ran = await place.hallway(['explain', ...argv])
    expect(ran.err).toMatch(message)
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' })
  })
})
