/** Ties each mention to one entity: which of several things of one name, which edition of an event. */
import type { Entity } from '../src/claim.ts'
import { entityId } from '../src/ids.ts'
import type { EntityKind } from '../src/schema.ts'
import type { Names } from './names/index.ts'
import { editionFrom, editionsOf, type Occasion } from './occasion.ts'
import { EMPLOYED, OF_A_FIELD } from './trades.ts'
import type { Candidate, Conversation, LinkedMention, Mention } from './types.ts'

/** What stands before the name of an organisation rather than of software. */
const COMPANY_BEFORE =
  /(?:\b(?:(?:engineers?|developers?|job|role|intern(?:ed|ing)?|started|hired|people|folks|friends|team|colleagues|time|CEO|CTO|founders?|director|VP|head of [a-z]+|manager|lead|advocates?|evangelist|staff|architect|acquired|bought|funded|sponsored|employed|made|created|built|developed|written|maintained|run) (?:at|for|with|by|from|of|over at)|work(?:s|ed|ing)? (?:at|for|over at)|(?:we|us|here|over|back|I'm|I am|he's|she's|they're|you're|you are|was|were|been) at|(?:I'm|I am|he's|she's|you're|you are|we're|folks|people) (?:with|from)|joined|left|(?:came|comes|grew|spun|spin-?off) out of|which is by|companies like|company(?: called)?|vendors like|startups? like|customers? like|our friends at|the folks at|the guys at) (?:the )?)$/i
const COMPANY_AFTER =
  /^(?:['’]s (?:CEO|CTO|COO|founder|co-founder|headquarters|customers|employees|engineering|business|sales|marketing|handbook|office)|,? (?:Inc|Inc\.|the company|as a company|employees?|engineers?|headquarters|acquired|raised|announced|the organization)\b)/i
/** What {@link AT_WORK} ends with: cheap to ask for first. */
const LEADS_TO_WORK = /(?:at|of|by|into|called) (?:the )?\[?$/
/** What one does at a company alone. */
const AT_WORK = new RegExp(
  String.raw`(?:\b(?:(?:he|she|who|I|you|they|we|and) (?:[a-z]+ ){0,2}work(?:s|ed)?|(?:I|you|we|they)(?:['’](?:m|ve|re)| am| are| was| were)(?: been)? (?:now |currently |also )?working|(?:he|she|who)(?:['’]s| is| was) (?:now |currently |also )?working) (?:over )?at|\b(?:when|while) (?:I|he|she|we) (?:was|were) (?:still )?at|who works on [^.?!]{3,80} at|\b(?:${EMPLOYED}${OF_A_FIELD}|internship|interned|interning|(?:my|his|her|first|last|previous|old|new|current|day) (?:job|gig|role|time|years|days|stint|employer)|employee (?:number )?\w+|on[- ]call|hired|job interview) (?:over )?at|\b(?:CEO|CTO) of|\b(?:was|were|got|been|being) hired (?:by|into)|\b(?:startup|company) called) (?:the )?\[?$`,
)
/** What one does with a company, and with a project or a crowd of people too. */
const JOINS =
  /\b(?:I|he|she) (?:[a-z]+ ){0,2}(?:joined|quit|left|(?:work(?:ed|s)?|was working) for) (?:the )?\[?$/
/** What nobody is employed by, whoever joins it. */
const LANGUAGE =
  /^technology:(?:go|python|ruby|rust|java|javascript|typescript|c|c-plus-plus|c-sharp|perl|php|scala|erlang|elixir|haskell|linux|windows|macos|irc|reddit|stack-overflow|discord)$/
/** A person just before: "Vera at Dagger", "Tom from GitLab". */
const PERSON_GAP =
  /^(?:\]\([^)\s]{1,120}\))?,? (?:and \p{Lu}\p{L}+ |also )?(?:from|at|with|over at|over from) (?:the )?$/u

/** A person or several further before: "Ann and Bo are both from Tilt". */
const PEOPLE_ARE_FROM =
  /^(?: and [^.?!,<>]{2,30})?,? (?:who )?(?:(?:is|are|was|were)(?: both| all| also)? (?:from|at|with)|(?:both |all |also |currently )*works? (?:at|for)) (?:the )?$/
/** What companies do, and software does not: "Dynatrace created it". */
const ACTS =
  /^(?: (?:also|just|recently|originally|then|has|have|had|already|actually|itself|now|first)){0,2} (?:created|founded|built(?! (?:on|with|in|into|from|around)\b)|started(?! (?:as|to|out|with|up)\b)|wrote|made(?! (?:it|this|that|things|us|me|people)\b)|released|announced|open[- ]sourced|donated|hired|acquired|bought|launched|invented|developed|pays?|paid|employs|funds?|funded|sponsors?|sponsored|contribut(?:ed?|es)|came (?:up|out) with|published)\b|^(?:['’]s| (?:is|are|was|were))(?: probably| also| now)? (?:an?|one of (?:the|our)|our) (?:[a-z]+ ){0,2}(?:users?|adopters?|customers?|contributors?|sponsors?|company|startup)\b|^ (?:has|have|had) (?:an?|this|some|their|these) (?:[a-z]+ ){0,3}(?:called|named|team)\b/
/** What a service that is a company's does as its company: "GitHub uses it". */
const RUNS =
  /^(?: (?:would|did|do|does|also|now|already|still|actually|has|have|is|are|been|just)){0,3} (?:uses?|used|using|adopted|runs|running|migrated|moved to|switched to)\b/
/** A question that companies answer, at the end of a turn. */
const ASKS_WHO =
  /\b(?:who(?:['’]s| is| are| else| all)?|which companies|(?:big|large|notable|well[- ]known|interesting) (?:users|adopters|names|companies)|any(?:body|one) (?:big|else|using)|(?:your|the) (?:users|adopters)|names (?:that )?you can|where(?:['’]s| is| did| does| was) (?:it|this|that|the project)|where do you work)\b[^.!?]{0,60}(?:\?[^.!?]{0,24})?\?\s*$/i
/** How far into a turn its answer reaches. */
const ANSWER = 120

const ORDER: readonly EntityKind[] = [
  'maturity',
  'url',
  'person',
  'foundation',
  'event',
  'project',
  'technology',
  'company',
  'channel',
]
const byOrder = (a: Candidate, b: Candidate): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.id < b.id ? -1 : 1)

function pick(
  mention: Mention,
  before: string,
  after: string,
  people: readonly Mention[],
  text: string,
  question: string,
  isCncf: (id: string) => boolean,
): Candidate {
  const sorted = [...mention.candidates].sort(
    (a, b) => Number(isCncf(b.id)) - Number(isCncf(a.id)) || byOrder(a, b),
  )
  const first = sorted[0] as Candidate
  const company = sorted.find((c) => c.kind === 'company')
  // "who works at Tilt": the company that bears the name of what it makes.
  const isWare = first.kind === 'project' || first.kind === 'technology'
  const isEmployer =
    (LEADS_TO_WORK.test(before) && AT_WORK.test(before)) ||
    (JOINS.test(before) && /^(?:[,.;]| (?:as|in|back|when|and|to|for)\b)/.test(after))
  const ofPeople = people.some(
    (p) =>
      p.end <= mention.start &&
      mention.start - p.end < 60 &&
      PEOPLE_ARE_FROM.test(text.slice(p.end, mention.start)),
  )
  const asksWho =
    first.kind === 'technology' &&
    mention.start < ANSWER &&
    ASKS_WHO.test(question) &&
    !/\b(?:on|with|in|into|to|using|via|through|by) \[?$/.test(before)
  if (
    !company &&
    isWare &&
    (isEmployer || ofPeople || asksWho) &&
    !isCncf(first.id) &&
    !LANGUAGE.test(first.id)
  )
    return { id: entityId('company', first.label), kind: 'company', label: first.label }
  if (!company || sorted.length === 1) return first
  const person = people.find(
    (p) =>
      p.end <= mention.start &&
      mention.start - p.end < 120 &&
      PERSON_GAP.test(text.slice(p.end, mention.start)),
  )
  // "the lead of the Crossplane project": of what is called a project.
  if (/^ (?:project|community|maintainers?)\b/.test(after) && first.kind !== 'company') return first
  const acts =
    ACTS.test(after) ||
    (first.kind === 'technology' && RUNS.test(after)) ||
    (mention.start < ANSWER && ASKS_WHO.test(question))
  if (
    person ||
    ofPeople ||
    isEmployer ||
    acts ||
    COMPANY_BEFORE.test(before.replace(/\[$/, '')) ||
    COMPANY_AFTER.test(after)
  )
    return company
  return sorted.find((c) => c.kind !== 'company') ?? company
}

export interface Linked {
  mentions: LinkedMention[]
  entities: Map<string, Entity>
}

/**
 * Chooses one entity for each mention and gathers the entities. A name shared by a company and its software is
 * told apart by what stands beside it; a bare event name is the edition the episode was recorded at, unless the
 * sentence says another one.
 */
export function linkMentions(
  conversation: Conversation,
  mentions: readonly Mention[],
  names: Names,
  occasion: Occasion,
): Linked {
  const editions = editionsOf(names)
  const isCncf = (id: string): boolean => names.entry(id)?.cncf === true
  const peopleByTurn = new Map<number, Mention[]>()
  for (const mention of mentions)
    if (mention.candidates[0]?.kind === 'person')
      peopleByTurn.set(mention.turn, [...(peopleByTurn.get(mention.turn) ?? []), mention])
  const linked: LinkedMention[] = []
  const labels = new Map<string, string>()
  for (const mention of mentions) {
    const text = conversation.turns[mention.turn]?.text ?? ''
    const before = text.slice(Math.max(0, mention.start - 96), mention.start)
    const after = text.slice(mention.end, mention.end + 64)
    const question = conversation.turns[mention.turn - 1]?.text.slice(-120) ?? ''
    let choice = pick(mention, before, after, peopleByTurn.get(mention.turn) ?? [], text, question, isCncf)
    if (choice.kind === 'event' && editions.some((e) => e.series === choice.id)) {
      const said = editionFrom(
        text.slice(Math.max(0, mention.start - 24), mention.end + 24),
        choice.id,
        editions,
        occasion.date,
      )
      const here =
        occasion.event && editions.find((e) => e.id === occasion.event?.id)?.series === choice.id
          ? occasion.event
          : undefined
      const edition = said ?? (/\b(?:next|another|other|first|previous) $/i.test(before) ? undefined : here)
      if (edition) choice = { id: edition.id, kind: 'event', label: edition.label }
    }
    labels.set(choice.id, choice.label)
    linked.push({
      turn: mention.turn,
      start: mention.start,
      end: mention.end,
      surface: mention.surface,
      entity: choice.id,
      kind: choice.kind,
      rule: mention.rule,
      confidence: mention.confidence,
    })
  }
  return { mentions: linked, entities: gather(linked, labels, names, conversation) }
}

function gather(
  mentions: readonly LinkedMention[],
  labels: ReadonlyMap<string, string>,
  names: Names,
  conversation: Conversation,
): Map<string, Entity> {
  const speakers = new Set(conversation.cast.speakers.map((s) => s.id))
  const entities = new Map<string, Entity>()
  const certain = new Map<string, number>()
  for (const { entity: id, kind, surface, confidence } of mentions) {
    const known = entities.get(id)
    certain.set(id, Math.max(certain.get(id) ?? 0, confidence))
    if (known) {
      known.mentions++
      if (!known.surfaces.includes(surface)) known.surfaces.push(surface)
      continue
    }
    const entity: Entity = { id, kind, label: labels.get(id) ?? surface, surfaces: [surface], mentions: 1 }
    const record = names.entry(id)?.record
    if (record) entity.record = record
    entities.set(id, entity)
  }
  for (const speaker of conversation.cast.speakers)
    if (!entities.has(speaker.id))
      entities.set(speaker.id, {
        id: speaker.id,
        kind: 'person',
        label: speaker.name,
        surfaces: [],
        mentions: 0,
      })
  for (const [id, entity] of entities) {
    entity.surfaces.sort()
    const confidence = certain.get(id) ?? 1
    if (confidence < 1 && !speakers.has(id)) entity.confidence = confidence
  }
  return entities
}
