import type { ClaimView, Show } from '../../src/lookup.ts'
import { addGraphOptions, command, type MakeCommand, type ReadingOptions, resolveName } from '../command.ts'
import type { Context } from '../io.ts'
import { plural, printable, printJson, wrap } from '../output.ts'
import { type Page, pageFor, printEvidence, printQuoteHint, qualifiersText, title } from '../render.ts'

export const showCommand: MakeCommand = (context) =>
  addGraphOptions(
    command(
      'show',
      'everything known of one entity',
      'Facts, claims in both directions with the words that say them, where it is mentioned, and what the record (the CNCF landscape) knows of it. Works for every kind of node: projects, companies, people, technologies, addresses, interviews and episodes.',
      [
        ['hallway show keptn', 'everything on Keptn'],
        ['hallway show maturity:sandbox', 'which projects are said to be in the sandbox'],
        ['hallway show keptn --json', 'the same as JSON'],
      ],
    ).argument('<name>', 'any node: its name, an alias or its id'),
  ).action(async (name: string, options: ReadingOptions) => runShow(context, name, options))

async function runShow(context: Context, name: string, options: ReadingOptions): Promise<void> {
  const { openGraph } = await import('../graphs.ts')
  const { show } = await import('../../src/lookup.ts')
  const { indexNames } = await import('../../src/names.ts')

  const index = await openGraph(context, options)
  const id = await resolveName(context, indexNames(index.graph), name, (x) => index.name(x).label)
  const answer = show(index, id)
  if (options.json) printJson(context, answer)
  else await printShow(pageFor(context, index), answer)
}

const MOST_PLACES = 12

async function printShow(page: Page, answer: Show): Promise<void> {
  const { FACT_READS } = await import('../../src/select.ts')
  const { bold, dim } = page.colors
  const { entity, surfaces, record, facts, claims, claimedBy } = answer

  page.line(title(page, entity))
  const others = surfaces.filter((surface) => surface !== entity.label)
  if (others.length) page.line(wrap(`spelled ${others.map(printable).join(', ')}`, page.width))
  if (answer.mentions)
    page.line(
      `named ${plural(answer.mentions, 'time')}${answer.confidence === undefined ? '' : dim(` (confidence ${answer.confidence})`)}`,
    )

  if (record) {
    page.line(`\n${bold('The record')}`)
    for (const { level, since } of record.maturity ?? []) page.line(`  ${level} since ${since}`)
    const { maturity: _, ...rest } = record
    for (const [name, value] of Object.entries(rest)) page.line(`  ${name} ${printable(String(value))}`)
  }
  if (facts.length) {
    page.line(`\n${bold('Facts')}`)
    for (const fact of facts) {
      claimLine(`${FACT_READS[fact.predicate]} ${fact.value}`, qualifiersText(fact.qualifiers))
      printEvidence(page, fact.evidence, '    ', 1)
    }
  }
  claimList('Claims', claims)
  claimList('Claimed by others', claimedBy)
  const mentioned = [
    ...answer.mentionedIn.map((m) => ({ at: m.where, count: m.count })),
    ...answer.mentioned.map((m) => ({ at: m.what, count: m.count })),
  ]
  if (mentioned.length) {
    page.line(`\n${bold(answer.mentionedIn.length ? 'Named in' : 'Names')}`)
    for (const { at, count } of mentioned.slice(0, MOST_PLACES))
      page.line(`  ${printable(at.label)} ${dim(`${printable(at.id)} · ${plural(count, 'time')}`)}`)
    const rest = mentioned.length - MOST_PLACES
    if (rest > 0) page.line(dim(`  and ${rest} more; --json has them all`))
  }
  printQuoteHint(
    page,
    [...facts, ...claims, ...claimedBy].flatMap((claim) => claim.evidence),
  )

  function claimLine(text: string, qualifiers: string, verdict?: string): void {
    const notes = [qualifiers, verdict && `the record ${verdict}`].filter(Boolean).join('; ')
    page.line(`  ${printable(text)}${notes ? dim(` (${notes})`) : ''}`)
  }
  function claimList(heading: string, list: readonly ClaimView[]): void {
    if (list.length) page.line(`\n${bold(heading)}`)
    for (const claim of list) {
      claimLine(`${claim.reads} ${claim.other.label}`, qualifiersText(claim.qualifiers), verdictText(claim))
      printEvidence(page, claim.evidence, '    ', 1)
    }
  }
}

const VERDICTS = { agrees: 'agrees', conflicts: 'disagrees', close: 'is close', unrecorded: 'says nothing' }
const verdictText = ({ verdict }: ClaimView): string | undefined =>
  verdict && verdict !== 'unrecorded' ? VERDICTS[verdict] : undefined
