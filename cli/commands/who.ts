import type { InterviewName, Representation, Who } from '../../src/lookup.ts'
import { addGraphOptions, command, type MakeCommand, type ReadingOptions, resolveName } from '../command.ts'
import { WorkError } from '../errors.ts'
import type { Context } from '../io.ts'
import { printable, printJson } from '../output.ts'
import { type Page, pageFor, printEvidence, printQuoteHint, qualifiersText, title } from '../render.ts'

export const whoCommand: MakeCommand = (context) =>
  addGraphOptions(
    command(
      'who',
      'which guests represented a project or company, and where',
      'For a project or company: the guests who represented it, the interview, their role and employer, and the words that say so. For a person: what they represented. Names may be typed in any case, by an alias, by id, or with a small typo.',
      [
        ['hallway who keptn', 'who spoke for Keptn'],
        ['hallway who "argo cd"', 'names with a space'],
        ['hallway who company:dagger', 'the company rather than the project'],
        ['hallway who keptn --graph my.json --json', 'your own graph, as JSON'],
      ],
    ).argument('<name>', 'a project, company or person'),
  ).action(async (name: string, options: ReadingOptions) => runWho(context, name, options))

const KINDS = ['project', 'company', 'person']

async function runWho(context: Context, name: string, options: ReadingOptions): Promise<void> {
  const { openGraph } = await import('../graphs.ts')
  const { likeliest, who } = await import('../../src/lookup.ts')
  const { indexNames } = await import('../../src/names.ts')

  const index = await openGraph(context, options)
  const names = indexNames(index.graph)
  const answers = (id: string): boolean => KINDS.includes(id.slice(0, id.indexOf(':')))
  const found = names.find(name, answers)
  if (found.kind === 'none' || (found.kind === 'one' && found.corrected)) {
    // Before it is taken for a typo: it may be the right name of something that nobody represents.
    const other = names.find(name)
    if (other.kind === 'one' && !other.corrected)
      throw new WorkError(
        `“${name}” is ${other.id}; guests represent projects and companies: see hallway show ${other.id}`,
      )
  }
  const id = await resolveName(
    context,
    names,
    name,
    (x) => index.name(x).label,
    answers,
    (ids) => likeliest(index, ids),
  )

  const answer = who(index, id)
  if (options.json) printJson(context, answer)
  else printWho(pageFor(context, index), answer)
}

function printWho(page: Page, answer: Who): void {
  const { bold, dim } = page.colors
  const { entity, representations, employers, guestOn } = answer
  const person = entity.kind === 'person'

  page.line(title(page, entity))
  if (person && employers.length)
    page.line(
      employers
        .map(({ company, qualifiers: { status, ...rest } }) => {
          const said = qualifiersText(rest)
          return `${status === 'former' ? 'worked' : 'works'} at ${company.label}${said ? ` (${said})` : ''}`
        })
        .map(printable)
        .join('\n'),
    )
  if (!representations.length)
    page.line(
      person
        ? '\nRepresented nothing in these interviews.'
        : '\nNo guest represented it in these interviews.',
    )

  const heading = (r: Representation): string => printable((person ? r.represents : r.person).label)
  const column = Math.min(32, Math.max(0, ...representations.map((r) => heading(r).length)))
  for (const r of representations) {
    page.line()
    const said = qualifiersText(r.qualifiers, ['role'])
    const about = [person ? r.represents.kind : position(r), said].filter(Boolean).join('; ')
    page.line(
      `${bold(heading(r))}${' '.repeat(Math.max(0, column - heading(r).length))}  ${printable(about)}`.trimEnd(),
    )
    for (const interview of r.interviews) page.line(`  ${where(interview)}`)
    printEvidence(page, r.evidence, '    ')
  }
  const other = guestOn.filter((i) => !representations.some((r) => r.interviews.some((x) => x.id === i.id)))
  if (person && other.length) {
    page.line(`\n${representations.length ? 'Also a guest in' : 'A guest in'}`)
    for (const interview of other) page.line(`  ${where(interview)}`)
  }
  printQuoteHint(
    page,
    representations.flatMap((r) => r.evidence),
  )

  function where({ label, episodeTitle, date, firstTurn, lastTurn }: InterviewName): string {
    const place = [episodeTitle, date, `turns ${firstTurn}–${lastTurn}`].filter((part) => part !== undefined)
    return `${printable(label)} ${dim(`· ${place.map(printable).join(' · ')}`)}`
  }
}

/** `CTO at Examplesoft`, `maintainer, Examplesoft`; former employers only where there is no other. */
function position({ role, employers }: Representation): string {
  const current = employers.filter((e) => e.qualifiers.status !== 'former')
  const shown = current.length ? current : employers
  const places = shown.map((e) => {
    const place = e.role ? `${e.role} at ${e.company.label}` : e.company.label
    return e.qualifiers.status === 'former' ? `formerly ${place}` : place
  })
  return [...(role && !shown.some((e) => e.role === role) ? [role] : []), ...places].join(', ')
}
