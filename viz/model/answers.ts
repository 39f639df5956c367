/** What the graph says to a question (questions.ts): a sentence, the words behind it, and the view it leads to. */
import { likeliest } from '../../src/lookup.ts'
import { type MaturityLevel, NODE_KINDS, type NodeKind, predicateSpec } from '../../src/ontology.ts'
import type { Evidence, Fact, GraphEdge } from '../../src/schema.ts'
import { FACT_READS } from '../../src/select.ts'
import { closePanel, NO_FILTERS, openPath, select, selectPair, type ViewState } from '../state/view.ts'
import { LEVELS } from './facets.ts'
import { byWeight, type GraphModel, type ModelNode } from './model.ts'
import { asIndex, namedTogether, pathOf } from './path.ts'
import { type Ask, readings, type Side } from './questions.ts'
import { beginningWith, type SearchIndex } from './search.ts'
import { type WhoRow, whoFor } from './who.ts'
import { count, dateWords, KIND_WORDS } from './words.ts'

/** Text, or the id of an entity that stands there by its name. */
export type Piece = string | { id: string }

export interface Answer {
  key: string
  say: Piece[]
  /** What was taken for what, where that was not plain. */
  note?: string
  /** The words behind it. */
  evidence?: Evidence
  /** What choosing it does. */
  leads: string
  go: Partial<ViewState>
  /** Nobody says anything of the kind. */
  empty?: true
}

export interface Asked {
  model: GraphModel
  search: SearchIndex
  who: readonly WhoRow[]
}

/** What a name in a question stands for. */
interface Meant {
  node: ModelNode
  /** Others of the same name. */
  others: ModelNode[]
  note?: string
}

const affirmed = ({ attributes: { qualifiers: q } }: GraphEdge): boolean =>
  q.polarity !== 'denied' && q.modality !== 'planned' && q.status !== 'planned'
const current = (edge: GraphEdge): boolean =>
  affirmed(edge) && (edge.attributes.qualifiers.status ?? 'current') === 'current'
const surest = (x: GraphEdge, y: GraphEdge): number =>
  y.attributes.confidence - x.attributes.confidence || (x.key < y.key ? -1 : 1)

/** `A, B and C`; beyond `most` the rest is counted. */
function listed(ids: readonly string[], most = 5): Piece[] {
  const shown = ids.length > most + 1 ? ids.slice(0, most) : ids
  const items: Piece[] = shown.map((id) => ({ id }))
  if (shown.length < ids.length) items.push(`${ids.length - shown.length} more`)
  return items.flatMap((item, i) => (i === 0 ? [item] : [i === items.length - 1 ? ' and ' : ', ', item]))
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)]

/** ", says NAME", where somebody is named. */
const says = (evidence: Evidence | undefined): Piece[] =>
  evidence?.speaker ? [', says ', { id: evidence.speaker }] : []

const card = (id: string): Pick<Answer, 'leads' | 'go'> => ({
  leads: 'Open the card',
  go: { ...select(id), place: null },
})

/** The claims between two, or all of one. */
const toClaims = (id: string, others: readonly string[]): Pick<Answer, 'leads' | 'go'> =>
  others.length === 1 && others[0] !== undefined && others[0] !== id
    ? { leads: 'Read the claims', go: { ...selectPair(id, others[0]), place: null } }
    : { ...card(id), leads: 'Read the claims' }

type Said = Omit<Answer, 'key' | 'note'>

function whoAnswer({ who }: Asked, { id, kind }: ModelNode): Said {
  const rows = whoFor(who, id)
  const person = kind === 'person'
  const others = distinct(rows.map((r) => (person ? r.represents : r.guest)))
  const [first] = rows
  const say: Piece[] = first
    ? person
      ? [{ id }, ' represented ', ...listed(others)]
      : [...listed(others), ' represented ', { id }]
    : person
      ? [{ id }, ' represented nothing in these interviews']
      : ['Nobody represented ', { id }, ' in these interviews']
  return { say: [...say, '.'], ...(first ? { evidence: first.evidence } : {}), ...card(id) }
}

function maturityAnswer(node: ModelNode, asked?: MaturityLevel, past = false): Said {
  const { id } = node
  const recorded = 'record' in node.attributes ? (node.attributes.record?.maturity ?? []) : []
  const record = [...recorded].sort((x, y) => (x.since < y.since ? -1 : 1)).at(-1)
  const levels = node.out.filter((e) => e.attributes.predicate === 'has_maturity')
  const levelOf = (edge: GraphEdge): string => edge.target.slice('maturity:'.length)
  const now = levels.filter(current).sort(surest)
  const fits = (edge: GraphEdge): boolean => asked !== undefined && levelOf(edge) === asked
  const denied = levels.find((e) => fits(e) && e.attributes.qualifiers.polarity === 'denied')
  const former = levels.filter((e) => fits(e) && affirmed(e) && !current(e)).sort(surest)[0]
  // Of several levels that are claimed, the one that is asked for.
  const claim = now.find(fits) ?? (past ? former : undefined) ?? denied ?? now[0] ?? former
  const say: Piece[] = []
  const onRecord: Piece[] = record
    ? [`the record has ${record.level} since ${dateWords(record.since)}`]
    : ['the record has no level for it']
  if (past && claim === former && former) say.push('Yes: ')
  else if (asked && claim) {
    const spoken = claim !== denied && claim !== former && levelOf(claim) === asked
    if (spoken && (!record || record.level === asked)) say.push('Yes: ')
    else if (!spoken && (!record || record.level !== asked)) say.push('No: ')
    else say.push('Disputed: ')
  } else if (asked && record)
    say.push(record.level === asked ? 'By the record, yes: ' : 'By the record, no: ')
  if (claim) {
    const { qualifiers, evidence } = claim.attributes
    const verb = claim === denied ? ' is not ' : qualifiers.status === 'former' ? ' was ' : ' is '
    say.push({ id }, `${verb}${levelOf(claim)}`)
    if (qualifiers.since) say.push(` since ${dateWords(qualifiers.since)}`)
    say.push(...says(evidence[0]), '; ', ...onRecord, '.')
    return {
      say,
      ...(evidence[0] ? { evidence: evidence[0] } : {}),
      ...toClaims(id, [claim.target]),
    }
  }
  say.push('nobody in these interviews gives ', { id }, ' a level; ', ...onRecord, '.')
  if (typeof say[0] === 'string') say[0] = say[0].charAt(0).toUpperCase() + say[0].slice(1)
  return { say, ...card(id) }
}

const edgesOf = (node: ModelNode, { predicate, reversed }: Side): GraphEdge[] =>
  (reversed ? node.in : node.out)
    .filter((e) => e.attributes.predicate === predicate && affirmed(e))
    .sort(surest)

const otherEnd = (edge: GraphEdge, { reversed }: Side): string => (reversed ? edge.source : edge.target)

function claimsAnswer({ model }: Asked, node: ModelNode, sides: readonly Side[]): Said {
  const { id } = node
  const told = sides.map((side) => ({ side, edges: edgesOf(node, side) })).filter((t) => t.edges.length > 0)
  const [first] = told
  const evidence = first?.edges[0]?.attributes.evidence[0]
  if (!first || !evidence)
    return { say: ['Nobody in these interviews says that of ', { id }, '.'], ...card(id) }
  const say = told.flatMap(({ side, edges }, i): Piece[] => {
    const { reads, reversed } = predicateSpec(side.predicate)
    const others = distinct(edges.map((e) => otherEnd(e, side)))
    return [
      ...(i === 0 ? [{ id }, ' '] : ['; it ']),
      side.reversed ? reversed : reads,
      ' ',
      ...listed(others),
    ]
  })
  const others = distinct(told.flatMap((t) => t.edges.map((e) => otherEnd(e, t.side))))
  return {
    say: [...say, '.'],
    evidence,
    ...toClaims(
      id,
      others.filter((o) => model.nodes.has(o)),
    ),
  }
}

/** Whether somebody claims it of these two. */
function pairAnswer(asked: Asked, a: ModelNode, b: ModelNode, sides: readonly Side[]): Said {
  for (const side of sides)
    for (const edge of edgesOf(a, side)) {
      if (otherEnd(edge, side) !== b.id) continue
      const [evidence] = edge.attributes.evidence
      return {
        say: [
          { id: edge.source },
          ` ${predicateSpec(side.predicate).reads} `,
          { id: edge.target },
          ...says(evidence),
          '.',
        ],
        ...(evidence ? { evidence } : {}),
        ...toClaims(a.id, [b.id]),
      }
    }
  const path = pathAnswer(asked, a, b)
  return { ...path, say: ['Nobody in these interviews says so. ', ...path.say] }
}

function factAnswer(node: ModelNode, predicate: Fact['predicate']): Said {
  const { id } = node
  const facts = 'facts' in node.attributes ? (node.attributes.facts ?? []) : []
  const [fact] = facts
    .filter((f) => f.predicate === predicate && f.qualifiers.polarity !== 'denied')
    .sort((x, y) => y.confidence - x.confidence)
  if (!fact) return { say: ['Nobody in these interviews says that of ', { id }, '.'], ...card(id) }
  const words =
    predicate === 'started' ? `started in ${dateWords(fact.value)}` : `${FACT_READS[predicate]} ${fact.value}`
  const guess = fact.qualifiers.modality === 'possible' ? ' (a guess)' : ''
  return {
    say: [{ id }, ` ${words}${guess}`, ...says(fact.evidence[0]), '.'],
    ...(fact.evidence[0] ? { evidence: fact.evidence[0] } : {}),
    ...card(id),
  }
}

function pathAnswer({ model }: Asked, a: ModelNode, b: ModelNode): Said {
  const path = pathOf(model, { from: a.id, to: b.id })
  const lead = { leads: 'Show the path', go: { ...openPath(a.id, b.id), selection: null } }
  if (!path?.steps) {
    const together = namedTogether(model, a.id, b.id)
    const besides: Piece[] = together.length > 0 ? ['; both are named in ', ...listed(together, 2)] : []
    return {
      say: ['No chain of claims links ', { id: a.id }, ' and ', { id: b.id }, ...besides, '.'],
      empty: true,
      ...lead,
    }
  }
  if (path.steps.length === 0) return { say: [{ id: a.id }, ' is that itself.'], ...card(a.id) }
  return {
    say: [
      { id: a.id },
      ...path.steps.flatMap((step): Piece[] => [` ${step.reads} `, { id: step.to.id }]),
      `: ${count(path.steps.length, 'claim')}.`,
    ],
    ...lead,
  }
}

function entityAnswer({ who }: Asked, node: ModelNode): Said {
  const { id, kind, maturity } = node
  const others = distinct(whoFor(who, id).map((r) => (kind === 'person' ? r.represents : r.guest)))
  const role = kind === 'person' ? 'represented ' : 'represented by '
  const claims = node.out.length + node.in.length
  return {
    say: [
      { id },
      `: ${KIND_WORDS[kind].one.toLowerCase()}${maturity ? `, ${maturity}` : ''}`,
      ...(others.length > 0 ? [`, ${role}`, ...listed(others)] : []),
      `; ${count(claims, 'claim')}.`,
    ],
    ...card(id),
  }
}

function levelAnswer({ model }: Asked, level: MaturityLevel): Said {
  const projects = [...model.nodes.values()].filter((n) => n.maturity === level).sort(byWeight)
  return {
    say:
      projects.length === 0
        ? [`No project here is ${level}.`]
        : [`${count(projects.length, 'project')} here: `, ...listed(projects.map((n) => n.id)), '.'],
    leads: 'List them',
    go: {
      ...closePanel(),
      view: 'list',
      filters: {
        ...NO_FILTERS,
        isolated: true,
        hiddenKinds: NODE_KINDS.filter((k) => k !== 'project').sort((x, y) => (x < y ? -1 : 1)),
        hiddenLevels: LEVELS.filter((l) => l !== level).sort((x, y) => (x < y ? -1 : 1)),
      },
    },
  }
}

/** The kinds of which something can be asked. */
function kindsFor(asked: Ask): readonly NodeKind[] {
  if (asked.ask === 'who') return ['project', 'company', 'person']
  if (asked.ask === 'maturity' || asked.ask === 'fact') return ['project']
  if (asked.ask === 'claims')
    return asked.sides.flatMap(
      ({ predicate, reversed }) => predicateSpec(predicate)[reversed ? 'object' : 'subject'],
    )
  return NODE_KINDS
}

const ARTICLE = /^(the|a|an|project|company|person|foundation) /i
const KIND_AFTER = / (project|company|person|foundation|technology|interview|episode|event)$/i

/**
 * What a name stands for: of several, one of which that can be asked, the one that guests represent, the one of
 * which most is said.
 * @param loosely also by the beginning of a name, and by a small typo
 */
function meaningOf(
  { model, search }: Asked,
  name: string,
  kinds: readonly NodeKind[],
  loosely: boolean,
): Meant | null {
  const bare = name.replace(ARTICLE, '')
  const after = KIND_AFTER.exec(bare)?.[1]?.toLowerCase() as NodeKind | undefined
  const short = bare.replace(KIND_AFTER, '')
  const tries: [text: string, kind?: NodeKind][] = [
    [name],
    [bare],
    ...(after ? [[short, after], [short]] : []),
  ] as [string, NodeKind?][]
  for (const [text, kind] of tries) {
    const found = search.names.exact(text, kind ? (id) => model.nodes.get(id)?.kind === kind : undefined)
    if (found.kind === 'none') continue
    const all = (found.kind === 'one' ? [found.id] : found.ids).flatMap((id) => model.nodes.get(id) ?? [])
    const fitting = all.filter((n) => kinds.includes(n.kind))
    const of = fitting.length > 0 ? fitting : all
    const chosen = likeliest(
      asIndex(model),
      of.map((n) => n.id),
    )
    const node = of.find((n) => n.id === chosen) ?? [...of].sort(byWeight)[0]
    if (node) return { node, others: all.filter((n) => n !== node) }
  }
  if (!loosely || short.length < 3) return null
  const begun = beginningWith(search, short, (n) => kinds.includes(n.kind))
  if (begun) return { node: begun, others: [] }
  const near = search.names.find(short, (id) => kinds.includes(model.nodes.get(id)?.kind as NodeKind))
  const node = near.kind === 'one' ? model.nodes.get(near.id) : undefined
  return node ? { node, others: [], note: `“${short}” taken for ${node.label}` } : null
}

function said(context: Asked, asked: Ask, [a, b]: readonly ModelNode[]): Said | null {
  if (asked.ask === 'level') return levelAnswer(context, asked.level)
  if (asked.ask === 'everyone') {
    const guests = distinct(context.who.map((r) => r.guest))
    return {
      say:
        guests.length === 0
          ? ['No guest represents anything here.']
          : [`${count(guests.length, 'guest')}: `, ...listed(guests), '.'],
      leads: 'See who represented what',
      go: { ...closePanel(), view: 'who' },
    }
  }
  if (!a) return null
  switch (asked.ask) {
    case 'who':
      return whoAnswer(context, a)
    case 'maturity':
      return maturityAnswer(a, asked.level, asked.past)
    case 'fact':
      return factAnswer(a, asked.predicate)
    case 'entity':
      return entityAnswer(context, a)
    case 'path':
      return b ? pathAnswer(context, a, b) : null
    case 'claims':
      return b ? pairAnswer(context, a, b, asked.sides) : claimsAnswer(context, a, asked.sides)
  }
}

/** Readings whose names are looked up by their beginnings and by typos, which takes longer. */
const MOST_LOOSE = 4
/** Namesakes that get an answer of their own. */
const MOST_NAMESAKES = 2

/**
 * The answers to what was typed, the likeliest first, then one for each namesake; empty where it is no question,
 * or one about nothing in this graph. Never throws.
 */
export function answers(context: Asked, query: string): Answer[] {
  // The name of something is that thing, whatever else it may be read as.
  if (context.search.names.exact(query).kind !== 'none') return []
  const read = readings(query)
  for (const loosely of [false, true])
    for (const { asked, names } of loosely ? read.slice(0, MOST_LOOSE) : read) {
      const kinds = kindsFor(asked)
      const meant = names.map((name, i) => meaningOf(context, name, i === 0 ? kinds : NODE_KINDS, loosely))
      if (meant.some((m) => m === null)) continue
      const known = meant as Meant[]
      const first = said(
        context,
        asked,
        known.map((m) => m.node),
      )
      if (!first) continue
      const choices: { nodes: ModelNode[]; note?: string }[] = known.flatMap((m, at) =>
        m.others.slice(0, MOST_NAMESAKES).map((other) => ({
          nodes: known.map((k, i) => (i === at ? other : k.node)),
          note: `${other.label}, the ${KIND_WORDS[other.kind].one.toLowerCase()}`,
        })),
      )
      const notes = known.flatMap(
        (m) =>
          m.note ??
          (m.others.length > 0 ? `${m.node.label}, the ${KIND_WORDS[m.node.kind].one.toLowerCase()}` : []),
      )
      const all: Answer[] = [
        { ...first, key: 'answer', ...(notes.length > 0 ? { note: notes.join('; ') } : {}) },
        ...choices.flatMap(({ nodes, note }, i): Answer[] => {
          const answer = said(context, asked, nodes)
          return answer ? [{ ...answer, key: `answer ${i}`, ...(note ? { note } : {}) }] : []
        }),
      ]
      // Of several paths, those that are there; one that is not is told of only where there is no other.
      const there = all.filter((answer) => !answer.empty)
      return there.length > 0 ? there : all.slice(0, 1)
    }
  return []
}
