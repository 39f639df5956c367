/**
 * The questions that the search box understands, as data: each form is a line of words with one or two names in
 * it. Reading a question takes no graph and makes no guess; what the names stand for, and what the graph says,
 * is the business of answers.ts.
 */
import type { FactPredicate, MaturityLevel, Predicate } from '../../src/ontology.ts'

/** A predicate, seen from the entity that is named first: `reversed` where that one is the object. */
export interface Side {
  predicate: Predicate
  reversed: boolean
}

export type Ask =
  | { ask: 'who' }
  /** `past`: whether it ever was, rather than is. */
  | { ask: 'maturity'; level?: MaturityLevel; past?: true }
  | { ask: 'claims'; sides: readonly Side[] }
  | { ask: 'fact'; predicate: FactPredicate }
  | { ask: 'path' }
  | { ask: 'level'; level: MaturityLevel }
  | { ask: 'entity' }
  | { ask: 'everyone' }

/** One way to read a question: what is asked, and the words that stand where its names are. */
export interface Reading {
  asked: Ask
  names: readonly string[]
}

const of = (predicate: Predicate): Side => ({ predicate, reversed: false })
const by = (predicate: Predicate): Side => ({ predicate, reversed: true })
const both = (predicate: Predicate): Side[] => [of(predicate), by(predicate)]
const claims = (...sides: Side[]): Ask => ({ ask: 'claims', sides })

const LEVEL_WORDS: Record<string, MaturityLevel> = {
  sandbox: 'sandbox',
  sandboxed: 'sandbox',
  incubating: 'incubating',
  incubation: 'incubating',
  incubated: 'incubating',
  incubate: 'incubating',
  graduated: 'graduated',
  graduate: 'graduated',
  graduation: 'graduated',
  archived: 'archived',
  retired: 'archived',
}

/**
 * `(a|b c)` is one of, `[a]` may be left out, A and B are names, L is a level. Of several forms that fit, the one
 * with the most words is preferred, then the one listed first.
 */
const FORMS: readonly [forms: string, asked: Ask][] = [
  // How two hang together. Next to each other, the two names may be cut anywhere.
  [
    '(path|chain|route|way|link|connection|relation) [from] A (to|and|->|→) B; (path|chain|link|connection|relation) between A and B; path A B; A (->|→) B; how (is|are) A (and|related to|connected to|connected with|linked to|linked with) B [related|connected|linked]; how does A (relate|connect) to B; what (connects|links) A (and|with|to) B',
    { ask: 'path' },
  ],
  // Who stood for what.
  [
    'who (represented|represents|represent|speaks for|spoke for|spoke about|talked about|talks about|presented|presents|came for|was interviewed about|was interviewed for|was there for|was the guest for) A; (guest|guests|representative|representatives|speaker|speakers) (of|for|from) A; A (guest|guests|representative|representatives|speaker|speakers); (what|who) (did|does) A (represent|represented|speak for|talk about|speak about); what was A interviewed about; represented A; who A',
    { ask: 'who' },
  ],
  ['who represented [what]; (all|the) guests; who was interviewed', { ask: 'everyone' }],
  // Levels.
  [
    'projects (in|at) [the] L; L projects; (list|all|show) L projects; (which|what) projects are [in|at] [the] L; (which|what) projects (have|were) L; (which|what) are [the] L projects',
    { ask: 'level', level: 'sandbox' },
  ],
  [
    'is A [still|already|now] [a|an|in|at|in the|at the] L [project|level|stage|yet|now|already|phase]; (did|will) A [be] L [yet|already]; when (did|was|will) A [be|become|enter|join|reach|get to] [the] L; A L',
    { ask: 'maturity', level: 'sandbox' },
  ],
  [
    '(was|has) A [ever] [been] [a|an|in|in the] L [project|level|stage]',
    { ask: 'maturity', level: 'sandbox', past: true },
  ],
  [
    '[what is] A [cncf] (maturity|level|maturity level|status|stage); (what is|what) [the] [cncf] (maturity|level|maturity level|status|stage) (of|is|has|for|does) A [at|in|have]; [cncf] (maturity|level|maturity level|status|stage) (of|for) A; how mature is A',
    { ask: 'maturity' },
  ],
  // Plain facts.
  [
    'when (did|was|were) A (start|started|begin|begun|founded|created|launched|born); how old is A; start of A',
    { ask: 'fact', predicate: 'started' },
  ],
  [
    'A (release|releases|version|versions); (latest|newest) (release|version) of A; [which|what] version (of|is) A',
    { ask: 'fact', predicate: 'release' },
  ],
  ['how many contributors (does|has) A [have]', { ask: 'fact', predicate: 'contributors' }],
  ['A downloads; how many downloads (does|has) A [have]', { ask: 'fact', predicate: 'downloads' }],
  ['when does A meet; how often does A meet; A (meeting|meetings)', { ask: 'fact', predicate: 'meets' }],
  // People and their work.
  [
    'who (works|worked|is working) (at|for|with|in) A; who (is|are|comes|came) (at|from|with) A; (people|employees|staff) (at|of|from) A; A (employees|people|staff); who does A employ',
    claims(by('works_at')),
  ],
  [
    'where (does|did) A work; who (does|did) A work for; (employer|employers) of A; A (employer|employers); (does|did) A work (at|for) B',
    claims(of('works_at')),
  ],
  ['who maintains A; (maintainer|maintainers) of A; A (maintainer|maintainers)', claims(by('maintains'))],
  ['what does A maintain; (does|is) A (maintain|maintaining) B', claims(of('maintains'))],
  [
    'who (contributes|contributed) to A; (contributor|contributors) (of|to) A; A (contributor|contributors)',
    claims(by('contributes_to')),
  ],
  ['what does A contribute to; does A contribute to B', claims(of('contributes_to'))],
  [
    'who (founded|created|started|invented|began) A; (founder|founders|creator|creators) of A; A (founder|founders|creator|creators)',
    claims(by('founded')),
  ],
  [
    'what (did|has) A (found|founded|create|created|start|started); did A (found|create|start) B',
    claims(of('founded')),
  ],
  // Where it came from and what it is made of.
  [
    'where (is|does|did) A (from|start|started|begin|originate|come from|begun); origin of A; A origin',
    claims(of('originated_at'), of('works_at')),
  ],
  [
    'who (develops|makes|made|built|builds|owns|sells|is behind) A; (company|vendor|companies) (behind|of) A; A (company|vendor|developer)',
    claims(of('developed_by'), of('originated_at')),
  ],
  ['what does A (develop|make|build|sell)', claims(by('developed_by'))],
  [
    '(what|which project) is A (part|a part|component|a component) of; is A [a] part of B',
    claims(of('part_of')),
  ],
  [
    'what is part of A; (parts|components|subprojects) of A; A (parts|components); what does A include',
    claims(by('part_of')),
  ],
  [
    '[what|which|in what|in which] [language] is A written [in]; A (language|languages); language of A; is A written in B',
    claims(of('written_in')),
  ],
  ['[what|which|which projects|projects] [is|are] written in A', claims(by('written_in'))],
  // Use.
  [
    'what (does|do) A (use|uses|rely on|need); what is A using; does A use B',
    claims(of('built_on'), of('runs_on'), of('written_in'), of('integrates_with'), by('used_by')),
  ],
  ['what (uses|is using|use) A', claims(by('built_on'), by('runs_on'), by('integrates_with'), of('used_by'))],
  [
    'who (uses|is using|used) A; (user|users|adopters) of A; A (user|users|adopters); (which|what) companies use A; is A used by B',
    claims(of('used_by')),
  ],
  [
    'what (is|does) A (built|build|builds|based|depend) (on|with|from); (dependencies|foundations) of A; A dependencies; (is|does) A (built|build|based|depend) on B',
    claims(of('built_on')),
  ],
  ['what (is|builds|depends) [built|based] on A', claims(by('built_on'))],
  ['(what|where) does A run [on]; (does|can) A run on B', claims(of('runs_on'))],
  ['what runs on A', claims(by('runs_on'))],
  [
    'what does A (integrate|work|connect|interoperate) with; what (integrates|works|connects) with A; A (integration|integrations); (integration|integrations) (of|with|for) A; (does|can) A (integrate|work|connect) with B',
    claims(...both('integrates_with')),
  ],
  [
    'what is A compared (with|to); (alternative|alternatives) (to|for|of) A; (competitors|rivals) of A; A (alternative|alternatives|competitors|rivals); what competes with A; A (vs|vs.|versus) B; compare A (and|with|to) B; [what is] [the] difference between A and B; how is A different from B',
    claims(...both('compared_with')),
  ],
  // Where to find it, and who is responsible.
  [
    'A (homepage|website|site|url|address|link|repository|repo|docs|documentation|github); [what is|where is] [the] (homepage|website|site|url|address|repository|repo|docs|documentation) (of|for) A; where (is|can i find) A',
    claims(of('has_url')),
  ],
  [
    'A (slack|channel|channels|chat|discord|community); where does A meet; (channel|community|slack) of A',
    claims(of('has_channel')),
  ],
  [
    '(which|what) foundation hosts A; A foundation; foundation of A; is A hosted by B; is A [a] B project',
    claims(of('hosted_by')),
  ],
  ['who (hosts|hosted) A; (host|hosts) of A', claims(by('hosts'), of('hosted_by'))],
  [
    '(which|what) (interviews|interview|talks|episodes) (are|is) about A; interviews about A; A (interview|interviews)',
    claims(by('about')),
  ],
  ['where was A recorded', claims(of('presented_at'))],
  ['what was recorded at A; recorded at A', claims(by('presented_at'))],
  ['(what|who) is A; all about A; about A', { ask: 'entity' }],
]

/** The lines that a form stands for, as words. */
function expand(form: string): string[][] {
  let lines: string[][] = [[]]
  for (const [, one, maybe, word] of form.matchAll(/\(([^)]*)\)|\[([^\]]*)\]|(\S+)/g)) {
    const choices = (one ?? maybe ?? word ?? '').split('|').map((c) => c.split(' '))
    if (maybe !== undefined) choices.push([])
    lines = lines.flatMap((line) => choices.map((choice) => [...line, ...choice]))
  }
  return lines
}

interface Line {
  /** Words before, between and after the names. */
  before: readonly string[]
  between: readonly string[] | null
  after: readonly string[]
  asked: Ask
  /** Without a name. */
  bare: boolean
  /** How many words it has besides names: of several lines that fit, the one with most is meant. */
  weight: number
  order: number
}

/** A level in the line makes one line for each of its words. */
function linesOf(form: string, asked: Ask): Omit<Line, 'order'>[] {
  return expand(form).flatMap((words) => {
    const spelt = words.includes('L')
      ? Object.entries(LEVEL_WORDS).map(([word, level]) => ({
          words: words.map((w) => (w === 'L' ? word : w)),
          asked: { ...asked, level } as Ask,
        }))
      : [{ words, asked }]
    return spelt.map((line) => {
      const a = line.words.indexOf('A')
      const b = line.words.indexOf('B')
      return {
        before: a < 0 ? line.words : line.words.slice(0, a),
        between: b < 0 ? null : line.words.slice(a + 1, b),
        after: a < 0 ? [] : line.words.slice(Math.max(a, b) + 1),
        asked: line.asked,
        bare: a < 0,
        weight: line.words.filter((w) => w !== 'A' && w !== 'B').length,
      }
    })
  })
}

/** All lines by their first word, or under the empty word where they begin with a name. */
function makeGrammar(): ReadonlyMap<string, readonly Line[]> {
  const byFirst = new Map<string, Line[]>()
  let order = 0
  for (const [forms, asked] of FORMS)
    for (const form of forms.split('; '))
      for (const line of linesOf(form, asked)) {
        const first = line.before[0] ?? ''
        const list = byFirst.get(first)
        const entry = { ...line, order: order++ }
        if (list) list.push(entry)
        else byFirst.set(first, [entry])
      }
  return byFirst
}

const GRAMMAR = makeGrammar()
const MOST_WORDS = 16
const MOST_READINGS = 40

/** Said before a question, and no part of it. */
const POLITE = new Set(['please', 'hey', 'so', 'and', 'ok', 'okay', 'show', 'tell', 'me', 'us'])

/** The words of a question: no question mark, no quotation marks, no possessive s. */
function wordsIn(query: string): { plain: string; written: string }[] {
  const words = query
    .slice(0, 400)
    .replace(/[“”"„«»]/g, ' ')
    .replace(/[’‘]/g, "'")
    .split(/\s+/)
    .map((w) => w.replace(/[?!,;:]{1,8}$/, ''))
    .flatMap((w) =>
      /^(what|who|where|when|how)'s$/i.test(w) ? [w.slice(0, -2), 'is'] : w.replace(/'s$/i, ''),
    )
    .filter(Boolean)
  while (words.length > 1 && POLITE.has((words[0] as string).toLowerCase())) words.shift()
  return words.map((written) => ({ written, plain: written.toLowerCase() }))
}

/**
 * The ways to read what was typed as a question; empty where it is none. Never throws; linear in the query,
 * which is cut at sixteen words.
 *
 * @example readings('who represented keptn?') // [{asked: {ask: 'who'}, names: ['keptn']}]
 */
export function readings(query: string): Reading[] {
  const words = wordsIn(query)
  if (words.length < 2 || words.length > MOST_WORDS) return []
  const found: { line: Line; reading: Reading }[] = []
  const slice = (from: number, to: number): string =>
    words
      .slice(from, to)
      .map((w) => w.written)
      .join(' ')
  const stands = (at: number, expected: readonly string[]): boolean =>
    at >= 0 && expected.every((w, i) => words[at + i]?.plain === w)

  for (const first of [words[0]?.plain as string, ''])
    for (const line of GRAMMAR.get(first) ?? []) {
      const { before, between, after, asked } = line
      const end = words.length - after.length
      if (!stands(0, before) || !stands(end, after)) continue
      const add = (...names: string[]): void => {
        found.push({ line, reading: { asked, names } })
      }
      if (line.bare) {
        if (words.length === before.length) add()
      } else if (between === null) {
        if (end > before.length) add(slice(before.length, end))
      } else
        for (let cut = before.length + 1; cut + between.length < end; cut++)
          if (stands(cut, between)) add(slice(before.length, cut), slice(cut + between.length, end))
    }
  return found
    .sort((x, y) => y.line.weight - x.line.weight || x.line.order - y.line.order)
    .slice(0, MOST_READINGS)
    .map((f) => f.reading)
}
