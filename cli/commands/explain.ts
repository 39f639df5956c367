import type { Source } from '../../extract/types.ts'
import type { Evidence, Qualifiers } from '../../src/schema.ts'
import { addGraphOptions, command, type MakeCommand, type ReadingOptions } from '../command.ts'
import { UsageError, WorkError } from '../errors.ts'
import type { Explanation } from '../explain.ts'
import { STDIN } from '../inputs.ts'
import type { Context } from '../io.ts'
import { colorsFor, printable, printJson, widthOf, wrap } from '../output.ts'
import { qualifiersText } from '../render.ts'

interface ExplainOptions extends ReadingOptions {
  host?: string[]
  date?: string
}

export const explainCommand: MakeCommand = (context) =>
  addGraphOptions(
    command(
      'explain',
      'why there is a claim, or why there is none',
      'Shows how words become claims: the turns, what is named in them and by which finder, what the interview is taken to be about, which questions were asked and what affirmed them, how clauses were read, and each rule that fired or was held back, with the reason. It takes some dialogue (lines “Name: words”, one an argument or all in one), a transcript with the number of a turn, or the key of a claim (as in a graph file) with the --transcript it comes from.',
      [
        ['hallway explain "Ada: Is Keptn graduated?" "Vera: Yes." --host Ada', 'some dialogue'],
        ['hallway explain talk.txt 12-15', 'four turns of a transcript'],
        [
          'hallway explain "project:keptn|hosted_by|foundation:cncf" -t talk.txt',
          'a claim of the graph, with its words',
        ],
        ['hallway explain - --json < dialogue.txt', 'dialogue from standard input, as JSON'],
      ],
    )
      .argument(
        '<what...>',
        'dialogue; or a transcript and turns; or the key of a claim; or - for dialogue on standard input',
      )
      .option(
        '--host <name>',
        'who hosts, where the dialogue does not show it (repeatable)',
        (name, before) => [...((before as string[] | undefined) ?? []), name],
      )
      .option('--date <date>', 'when it was said, for “last year”: YYYY, YYYY-MM or YYYY-MM-DD'),
  ).action(async (what: string[], options: ExplainOptions) => runExplain(context, what, options))

const CLAIM_KEY = /^[a-z]+:[^|]+\|[a-z_]+\|./
const LABELLED = /^([^:\n]{1,60}): /gm

async function runExplain(context: Context, what: string[], options: ExplainOptions): Promise<void> {
  const first = what[0] ?? ''
  if (options.date !== undefined && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(options.date))
    throw new UsageError(`--date ${options.date}: write the date as YYYY, YYYY-MM or YYYY-MM-DD`)
  if (what.length === 1 && CLAIM_KEY.test(first)) return explainClaim(context, first, options)
  if (await isFile(context, first)) return explainFile(context, first, what.slice(1), options)

  const { readText } = await import('../inputs.ts')
  const dialogue = first === STDIN ? await readText(context, STDIN) : what.join('\n')
  if (dialogue.search(LABELLED) < 0)
    throw new WorkError(
      `“${printable(dialogue).slice(0, 60)}” is no file, no key of a claim, and no dialogue; dialogue has lines such as “Ada: Is it graduated?”`,
    )
  // In bold, a label is one however seldom it comes.
  const text = dialogue.replace(LABELLED, '\n\n**$1:** ')
  show(
    context,
    await explainSource(context, { name: 'dialogue.md', text, format: 'markdown' }, undefined, options),
    options,
  )
}

async function isFile(context: Context, path: string): Promise<boolean> {
  const { stat } = await import('node:fs/promises')
  const { resolve } = await import('node:path')
  const status = await stat(resolve(context.cwd, path)).catch(() => null)
  return status?.isFile() === true
}

/** `12`, `12-15`, `3,7` */
function parseTurns(texts: readonly string[], file: string): Set<number> {
  const turns = new Set<number>()
  for (const part of texts.flatMap((text) => text.split(','))) {
    const match = /^(\d{1,6})(?:[-–](\d{1,6}))?$/.exec(part.trim())
    const from = Number(match?.[1])
    const to = Number(match?.[2] ?? match?.[1])
    if (!match || to < from || to - from > 10_000)
      throw new UsageError(`${part}: is no turn; say which turns of ${file} to explain, such as 12 or 12-15`)
    for (let turn = from; turn <= to; turn++) turns.add(turn)
  }
  return turns
}

async function explainFile(
  context: Context,
  file: string,
  rest: readonly string[],
  options: ExplainOptions,
): Promise<void> {
  const { readSource } = await import('../inputs.ts')
  const turns = rest.length ? parseTurns(rest, file) : undefined
  show(context, await explainSource(context, await readSource(context, file), turns, options, file), options)
}

async function explainClaim(context: Context, key: string, options: ExplainOptions): Promise<void> {
  const { openGraph, readTurns } = await import('../graphs.ts')
  const { readSource } = await import('../inputs.ts')
  const { claimKey } = await import('../../src/graph.ts')
  const { graph } = await openGraph(context, options)

  const facts = graph.nodes.flatMap(({ key: subject, attributes }) =>
    (('facts' in attributes && attributes.facts) || []).map((fact) => ({
      key: claimKey(subject, fact.predicate, fact.value, fact.qualifiers),
      attributes: fact as { qualifiers: Qualifiers; evidence: Evidence[] },
    })),
  )
  const found = [...graph.edges, ...facts].find((claim) => claim.key === key)
  if (!found)
    throw new WorkError(
      `the graph has no claim ${key}; hallway claims --json and the graph file have the keys`,
    )
  const { evidence } = found.attributes
  const explanations: Explanation[] = []
  for (const file of options.transcript ?? []) {
    const { fingerprint } = await readTurns(context, file)
    const episode = graph.attributes.episodes.find((e) => e.fingerprint === fingerprint)
    const turns = new Set(evidence.filter((e) => e.episode === episode?.id).map((e) => e.turn))
    if (turns.size)
      explanations.push(await explainSource(context, await readSource(context, file), turns, options, file))
  }
  const { describeRule } = await import('../explain.ts')
  if (options.json) {
    const described = evidence.map((e) => ({ ...e, description: describeRule(e.rule) }))
    printJson(context, { claim: key, evidence: described, explanations })
    return
  }
  const colors = colorsFor(context.stdout, context.env)
  context.stdout.write(`${colors.bold(printable(key))}\n`)
  for (const e of evidence) {
    context.stdout.write(`  ${printable(e.rule)}  ${colors.dim(describeRule(e.rule))}\n`)
    const words = e.quote === undefined ? '' : `“${printable(e.quote)}” `
    context.stdout.write(
      `${wrap(`${words}— ${printable(e.speaker ?? 'nobody')}, ${e.episode}, turn ${e.turn}`, widthOf(context.stdout), '    ')}\n`,
    )
  }
  for (const explanation of explanations) {
    context.stdout.write('\n')
    print(context, explanation)
  }
  if (explanations.length) return
  const files = [...new Set(evidence.map((e) => e.episode))].map(
    (id) => graph.attributes.episodes.find((e) => e.id === id)?.file ?? 'FILE',
  )
  context.stderr.write(
    `hallway: to see how it came about: --transcript ${files.map(printable).join(' -t ')}\n`,
  )
}

async function explainSource(
  context: Context,
  source: Source,
  turns: ReadonlySet<number> | undefined,
  options: ExplainOptions,
  file = 'the dialogue',
): Promise<Explanation> {
  const { explain } = await import('../explain.ts')
  const { sourceProblem } = await import('../inputs.ts')
  const { loadRegistry } = await import('../registries.ts')
  const registry = await loadRegistry(context)
  const metadata = {
    ...source.metadata,
    ...(options.host ? { hosts: options.host } : {}),
    ...(options.date ? { date: options.date } : {}),
  }
  let explanation: Explanation
  try {
    explanation = explain(registry, { ...source, metadata }, turns)
  } catch (error) {
    throw new WorkError(sourceProblem(file, error))
  }
  if (!explanation.turns.length) throw new WorkError(`${file}: has no such turn; turns are counted from 0`)
  return explanation
}

function show(context: Context, explanation: Explanation, options: ExplainOptions): void {
  if (options.json) printJson(context, explanation)
  else print(context, explanation)
}

const claimWords = (claim: { subject: string; predicate: string; object: string } | undefined): string =>
  claim ? `${claim.subject} ${claim.predicate} ${claim.object}` : ''

function print(context: Context, explanation: Explanation): void {
  const { bold, dim, italic } = colorsFor(context.stdout, context.env)
  const width = widthOf(context.stdout)
  const line = (text = ''): void => {
    context.stdout.write(`${text}\n`)
  }
  const heading = (text: string): void => line(`\n${bold(text)}`)
  const quote = (words: string): string => italic(wrap(`“${printable(words)}”`, width, '      '))

  line(bold('Turns'))
  for (const { turn, label, role, speaker, text } of explanation.turns) {
    const who = role ? `${role}, ${speaker}` : 'nobody'
    line(`  ${turn}  ${printable(label)} ${dim(`(${printable(who)})`)}`)
    line(wrap(printable(text), width, '      '))
  }
  heading('Named')
  for (const { turn, surface, entity, rule, confidence } of explanation.mentions)
    line(`  ${turn}  ${printable(surface)} → ${printable(entity)} ${dim(`${rule}, ${confidence}`)}`)
  if (!explanation.mentions.length) line('  nothing')
  heading('Interviews')
  for (const { id, firstTurn, lastTurn, guests, about, project, company } of explanation.interviews) {
    line(`  ${printable(id)} ${dim(`turns ${firstTurn}–${lastTurn}`)}`)
    line(`      guests: ${guests.map(printable).join(', ') || 'none'}`)
    line(`      about: ${about.map(printable).join(', ') || 'nothing in particular'}`)
    const meant = [project, company].filter((id) => id !== undefined)
    line(`      “we” and “it”: ${meant.map(printable).join(', ') || 'unclear'}`)
  }
  if (!explanation.interviews.length) line('  none: nobody but hosts speaks, or nobody was introduced')
  if (explanation.questions.length) heading('Questions')
  for (const { turn, words, answer } of explanation.questions) {
    line(quote(words))
    line(
      answer
        ? `        ${dim(`turn ${turn}; answered in turn ${answer.turn}:`)} “${printable(answer.words)}”`
        : dim(`        turn ${turn}; stays open`),
    )
  }
  if (explanation.clauses.length) heading('Clauses')
  for (const { turn, head, parts } of explanation.clauses)
    line(
      `  ${turn}  ${bold(head)}  ${parts.map(({ role, words }) => `${dim(role)} ${printable(words)}`).join('  ')}`,
    )
  heading('Rules that fired')
  for (const { rule, description, claim, qualifiers, confidence, turn, words } of explanation.fired) {
    const notes = qualifiersText(qualifiers ?? {})
    line(
      `  ${printable(claimWords(claim))}${notes ? ` (${notes})` : ''} ${dim(`confidence ${confidence}, turn ${turn}`)}`,
    )
    line(dim(wrap(`${rule}: ${description}`, width, '      ')))
    line(quote(words))
  }
  if (!explanation.fired.length) line('  none')
  if (explanation.blocked.length) heading('Rules that fitted and were held back')
  for (const { rule, claim, reason, turn, words } of explanation.blocked) {
    line(`  ${rule}${claim ? `: ${printable(claimWords(claim))}` : ''} ${dim(`turn ${turn}`)}`)
    line(dim(wrap(reason ?? '', width, '      ')))
    line(quote(words))
  }
  if (explanation.settled.length) heading('Settled in the light of other claims')
  for (const { before, after } of explanation.settled)
    line(`  ${printable(before)} → ${after === null ? 'dropped' : printable(after)}`)
}
