import type { Judgement, Verdict } from '../../src/check.ts'
import { addGraphOptions, command, type MakeCommand, type ReadingOptions, resolveName } from '../command.ts'
import { UsageError } from '../errors.ts'
import type { Context } from '../io.ts'
import { plural, printable, printJson, wrap } from '../output.ts'
import { type Page, pageFor, printEvidence, printQuoteHint, qualifiersText } from '../render.ts'

interface CheckOptions extends ReadingOptions {
  subject?: string
  verdict?: string
}

export const checkCommand: MakeCommand = (context) =>
  addGraphOptions(
    command(
      'check',
      'claims against the record',
      'Compares maturity levels and their dates, addresses and foundations with the record (the CNCF landscape) as it stood when the episode was recorded: a project said to be in the sandbox in 2019 that graduated in 2022 agrees. The verdicts are agrees, conflicts, close (right within two months) and unrecorded. The record never changes a claim or adds one.',
      [
        ['hallway check', 'every claim that the record can speak of, what conflicts first'],
        ['hallway check --verdict conflicts', 'only where the record disagrees'],
        ['hallway check --subject porter --json', 'one project, as JSON'],
      ],
    )
      .option('-s, --subject <name>', 'only what is said of this')
      .option('--verdict <verdict>', 'only these: agrees, conflicts, close or unrecorded'),
  ).action(async (options: CheckOptions) => runCheck(context, options))

/** What needs to be looked at comes first. */
const ORDER: readonly Verdict[] = ['conflicts', 'close', 'unrecorded', 'agrees']

const HEADINGS: Record<Verdict, string> = {
  conflicts: 'The record disagrees',
  close: 'Close: right within two months',
  unrecorded: 'Not on record',
  agrees: 'The record agrees',
}

async function runCheck(context: Context, options: CheckOptions): Promise<void> {
  const { openGraph } = await import('../graphs.ts')
  const { check } = await import('../../src/check.ts')
  const { VERDICTS } = await import('../../src/schema.ts')

  const verdict = VERDICTS.find((known) => known === options.verdict?.toLowerCase())
  if (options.verdict !== undefined && !verdict)
    throw new UsageError(
      `--verdict ${options.verdict}: there is no such verdict; there are ${VERDICTS.join(', ')}`,
    )
  const index = await openGraph(context, options)
  let judgements = check(index)
  if (options.subject !== undefined) {
    const { indexNames } = await import('../../src/names.ts')
    const label = (id: string): string => index.name(id).label
    const subject = await resolveName(context, indexNames(index.graph), options.subject, label)
    judgements = judgements.filter((j) => j.subject.id === subject)
  }
  if (verdict) judgements = judgements.filter((j) => j.verdict === verdict)
  if (options.json) printJson(context, judgements)
  else if (judgements.length) printCheck(pageFor(context, index), judgements)
  else context.stderr.write('hallway: the record can speak of no such claim\n')
}

function printCheck(page: Page, judgements: readonly Judgement[]): void {
  const { bold } = page.colors
  const shown = ORDER.map((verdict) => ({
    verdict,
    own: judgements.filter((j) => j.verdict === verdict),
  })).filter(({ own }) => own.length)
  for (const { verdict, own } of shown) {
    page.line(`${bold(HEADINGS[verdict])} (${own.length})\n`)
    for (const judgement of own) printJudgement(page, judgement)
    page.line()
  }
  const { source, date } = page.index.graph.attributes.registry
  const counts = shown.map(({ verdict, own }) => `${own.length} ${verdict}`).join(', ')
  page.line(
    `${plural(judgements.length, 'statement')}: ${counts}. The record: ${printable(source)}, ${date}.`,
  )
  printQuoteHint(
    page,
    judgements.flatMap((j) => j.evidence),
  )
}

function printJudgement(page: Page, judgement: Judgement): void {
  const { bold, dim } = page.colors
  const { aspect, subject, reads, object, qualifiers, said, date, reason, evidence } = judgement
  const isDate = aspect === 'since'
  const notes = qualifiersText(qualifiers, isDate ? ['since', 'status'] : ['since'])
  const claim = `${bold(printable(subject.label))} ${reads} ${bold(printable(object.label))}`
  page.line(`  ${claim}${isDate ? ` since ${printable(said)}` : ''}${notes ? dim(` (${notes})`) : ''}`)
  page.line(wrap(printable(`${date ? `said in ${date}; ` : ''}${reason}`), page.width, '    '))
  printEvidence(page, evidence, '    ', 1)
}
