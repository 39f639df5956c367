import type { ClaimFilter, SelectedClaim } from '../../src/select.ts'
import { addGraphOptions, command, type MakeCommand, type ReadingOptions, resolveName } from '../command.ts'
import { UsageError } from '../errors.ts'
import type { Context } from '../io.ts'
import { printable, printJson } from '../output.ts'
import { type Page, pageFor, printEvidence, printQuoteHint, qualifiersText } from '../render.ts'

interface ClaimsOptions extends ReadingOptions {
  subject?: string
  predicate?: string
  object?: string
  speaker?: string
  verdict?: string
}

export const claimsCommand: MakeCommand = (context) =>
  addGraphOptions(
    command(
      'claims',
      'claims that answer to a filter',
      'Lists claims with the words that say them. Every filter that is given has to hold; without one, all claims are listed.',
      [
        ['hallway claims --predicate has_maturity', 'what is said of maturity levels'],
        ['hallway claims --subject keptn', 'everything said of Keptn'],
        ['hallway claims --speaker "vera lind" -g my.json --json', 'all that one person says, as JSON'],
        ['hallway claims --verdict conflicts', 'where the record disagrees'],
      ],
    )
      .option('-s, --subject <name>', 'what the claim is about')
      .option('-p, --predicate <name>', 'such as represents, has_maturity, has_url, started')
      .option('-o, --object <name>', 'what is claimed of it: a name, or the value of a fact')
      .option('--speaker <name>', 'the person who says it')
      .option('--verdict <verdict>', 'what the record says: agrees, conflicts, close or unrecorded'),
  ).action(async (options: ClaimsOptions) => runClaims(context, options))

async function runClaims(context: Context, options: ClaimsOptions): Promise<void> {
  const { openGraph } = await import('../graphs.ts')
  const { indexNames } = await import('../../src/names.ts')
  const { FACT_NAMES, PREDICATE_NAMES, VERDICTS } = await import('../../src/schema.ts')
  const { selectClaims } = await import('../../src/select.ts')

  const oneOf = <T extends string>(
    option: string,
    value: string | undefined,
    known: readonly T[],
  ): T | undefined => {
    if (value === undefined) return undefined
    const found = known.find((name) => name === value.toLowerCase().replace(/[\s-]+/g, '_'))
    if (!found)
      throw new UsageError(`--${option} ${value}: there is no such ${option}; there are ${known.join(', ')}`)
    return found
  }
  const predicate = oneOf('predicate', options.predicate, [...PREDICATE_NAMES, ...FACT_NAMES])
  const verdict = oneOf('verdict', options.verdict, VERDICTS)

  const index = await openGraph(context, options)
  const names = indexNames(index.graph)
  const resolve = (name: string, among?: (id: string) => boolean): Promise<string> =>
    resolveName(context, names, name, (id) => index.name(id).label, among)
  const isPerson = (id: string): boolean => id.startsWith('person:')

  const filter: ClaimFilter = {}
  if (predicate) filter.predicate = predicate
  if (verdict) filter.verdict = verdict
  if (options.subject !== undefined) filter.subject = await resolve(options.subject)
  if (options.speaker !== undefined) filter.speaker = await resolve(options.speaker, isPerson)
  if (options.object !== undefined) {
    const value = options.object
    // The value of a fact ("2018") is no node; it is matched as it stands.
    filter.object = selectClaims(index, { object: value }).length ? value : await resolve(value)
  }
  const claims = selectClaims(index, filter)
  if (options.json) printJson(context, claims)
  else if (claims.length) printClaims(pageFor(context, index), claims)
  else context.stderr.write('hallway: no claim answers to this filter\n')
}

function printClaims(page: Page, claims: readonly SelectedClaim[]): void {
  const { bold, dim } = page.colors
  for (const { subject, reads, object, qualifiers, verdict, evidence } of claims) {
    const notes = [qualifiersText(qualifiers), verdict].filter(Boolean).join('; ')
    const value = typeof object === 'string' ? object : object.label
    page.line(
      `${bold(printable(subject.label))} ${reads} ${bold(printable(value))}${notes ? dim(` (${notes})`) : ''}`,
    )
    printEvidence(page, evidence, '  ', 1)
  }
  printQuoteHint(
    page,
    claims.flatMap((claim) => claim.evidence),
  )
}
