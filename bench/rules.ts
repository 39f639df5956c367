/**
 * Writes docs/rules.md: every rule with its examples and misses, how often it fires, and how often it is right.
 *
 *     npm run rules                 over the corpus beside the checkout, where there is one
 *     npm run rules -- FOLDER       over another folder of transcripts
 *     npm run rules -- --no-corpus  without counting how often rules fire
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { precisionOf } from '../extract/claims/measured.ts'
import { RULES } from '../extract/index.ts'
import { type MarkedClaim, markClaims } from '../src/evaluate.ts'
import { type GraphFile, parseGraph } from '../src/schema.ts'
import { findGolds, makeExtraction, root, shared } from './golds.ts'

type Rule = (typeof RULES)[number]

/** How often each rule stands on the evidence of a graph. */
function countRules(graph: GraphFile): Map<string, number> {
  const counts = new Map<string, number>()
  const facts = graph.nodes.flatMap(({ attributes }) => ('facts' in attributes && attributes.facts) || [])
  const claims = [...facts, ...graph.edges.map((e) => e.attributes).filter((a) => a.predicate !== 'mentions')]
  for (const { evidence } of claims)
    for (const { rule } of evidence) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

/** Extracts a folder with the command itself, which is faster than this process. */
function extractFolder(folder: string): GraphFile {
  const place = mkdtempSync(join(tmpdir(), 'hallway-rules-'))
  try {
    const file = join(place, 'graph.json')
    const command = join(root, 'cli', 'bin.js')
    const { status, stderr } = spawnSync(
      process.execPath,
      [command, 'extract', folder, '--no-quotes', '-o', file],
      { encoding: 'utf8', maxBuffer: 1e9 },
    )
    // One transcript that cannot be read is no reason to count nothing.
    if (!existsSync(file)) throw new Error(`hallway extract ${folder} ended with ${status}:\n${stderr}`)
    return parseGraph(JSON.parse(readFileSync(file, 'utf8')))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`

/** Claims by confidence: how many of those said to be that sure are right. */
function calibration(marked: readonly MarkedClaim[]): string[] {
  const tenths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const rows = tenths.flatMap((tenth) => {
    const own = marked.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10 + 1e-9)) === tenth)
    if (!own.length) return []
    const right = own.filter((claim) => claim.right).length
    const range = `${(tenth / 10).toFixed(1)}–${((tenth + 1) / 10).toFixed(1)}`
    return [`| ${range} | ${own.length} | ${right} | ${percent(right, own.length)} |`]
  })
  return ['| confidence | claims | right | share |', '|---|---|---|---|', ...rows]
}

const dialogue = (said: string): string[] => ['```text', ...said.split('\n'), '```']

function section(rule: Rule, measured: string): string[] {
  return [
    `### ${rule.id}`,
    '',
    rule.description,
    '',
    [`Makes \`${rule.predicate}\``, `confidence ${precisionOf(rule)}`, measured].filter(Boolean).join('; '),
    '',
    ...rule.examples.flatMap(({ said, claims }) => [
      ...dialogue(said),
      '',
      ...claims.map((claim) => `- \`${claim}\``),
      '',
    ]),
    ...rule.misses.flatMap(({ said, why }) => [...dialogue(said), '', `- nothing: ${why}`, '']),
  ]
}

export async function main(args: readonly string[]): Promise<void> {
  const folder = args.find((arg) => !arg.startsWith('-')) ?? join(shared, 'corpus')
  const corpus = !args.includes('--no-corpus') && existsSync(resolve(folder)) ? extractFolder(folder) : null
  const fired = corpus ? countRules(corpus) : null

  const golds = findGolds()
  const extract = await makeExtraction()
  const marked: MarkedClaim[] = []
  for (const { gold, transcript } of golds) marked.push(...markClaims(await extract(transcript), gold))

  const measuredOf = (rule: Rule): { fired: string; right: string } => {
    const own = marked.filter((claim) => claim.rules.includes(rule.id))
    const right = own.filter((claim) => claim.right).length
    return {
      fired: fired ? String(fired.get(rule.id) ?? 0) : '',
      right: own.length ? `${right} of ${own.length}` : '',
    }
  }
  const episodes = corpus?.attributes.episodes.length ?? 0
  const families = [...new Set(RULES.map((rule) => rule.id.split('/')[0] ?? ''))]
  const lines = [
    '# The rules',
    '',
    '<!-- Made by npm run rules; change the rules in extract/claims/rules/ instead. -->',
    '',
    `Every claim of a graph names the rule that made it. These are all ${RULES.length} rules, with dialogue that makes a claim and dialogue that looks like it and makes none; all of it is invented, and all of it is a test. [CONTRIBUTING.md](../CONTRIBUTING.md#add-a-rule-in-five-steps) tells how to add one, and \`hallway explain\` shows which of them read a piece of dialogue, and why the others did not.`,
    '',
    `*Right* counts the claims a rule took part in, over ${golds.length} annotated transcripts, as [docs/evaluation.md](evaluation.md) compares them; claims that follow from a graph's structure are not counted there.${
      corpus
        ? ` *Fired* counts pieces of evidence over ${episodes} transcripts of another kind of show, which nobody annotated.`
        : ''
    } A rule that fires often and is seldom right costs the most; one that never fires is dead or waits for its sentence.`,
    '',
    `| rule | makes | confidence |${corpus ? ' fired |' : ''} right |`,
    `|---|---|---|${corpus ? '---|' : ''}---|`,
    ...RULES.map((rule) => {
      const figures = measuredOf(rule)
      const anchor = rule.id.replace(/[^a-z0-9-]/g, '')
      return `| [${rule.id}](#${anchor}) | ${rule.predicate} | ${precisionOf(rule)} |${corpus ? ` ${figures.fired} |` : ''} ${figures.right} |`
    }),
    '',
    '## Is the confidence worth its name?',
    '',
    `Of the ${marked.length} claims made on the annotated transcripts, by the confidence they carry in the graph:`,
    '',
    ...calibration(marked),
    '',
    ...families.flatMap((family) => [
      `## ${family}`,
      '',
      ...RULES.filter((rule) => rule.id.startsWith(`${family}/`)).flatMap((rule) => {
        const { right } = measuredOf(rule)
        return section(rule, right ? `right ${right}` : '')
      }),
    ]),
  ]
  writeFileSync(join(root, 'docs', 'rules.md'), `${lines.join('\n').trimEnd()}\n`)
  console.log(`docs/rules.md: ${RULES.length} rules, ${golds.length} annotations, ${episodes} transcripts`)
}
