/** A sentence as the rules see it: its skeleton, who speaks to whom, and what pronouns stand for. */
import type { EntityKind } from '../../src/schema.ts'
import type { Names } from '../names/index.ts'
import type { Occasion } from '../occasion.ts'
import type { InterviewSubjects } from '../subjects.ts'
import type { Conversation, InterviewSpan, LinkedMention, ReadTurn, Sentence, Span } from '../types.ts'
import type { Clause } from './grammar/clauses.ts'
import { KIND_LETTERS } from './pattern.ts'

/** Everything the rules may look at. */
export interface Talk {
  conversation: Conversation
  mentions: readonly LinkedMention[]
  /** In step with `conversation.interviews`. */
  subjects: readonly InterviewSubjects[]
  interviewIds: readonly string[]
  occasion: Occasion
  names: Names
  scenes: readonly Scene[]
  /** Where each person is said to work now, for those of whom one company is said. */
  employers: ReadonlyMap<string, string>
  /** What each person is said to have made or to maintain, with the words that say so. */
  makers: ReadonlyMap<string, ReadonlyMap<string, Span>>
  /** In step with `scenes`: what "it" means at the beginning of each. */
  topics: readonly (string | undefined)[]
  /** The project of a company that an interview talks of most. */
  makes: (interview: number, company: string) => string | undefined
  /** The clauses of a scene, read when first asked for. */
  clauses: (scene: Scene) => readonly Clause[]
}

export interface Scene {
  turn: ReadTurn
  sentence: Sentence
  /** The sentence with every mention replaced by a slot: `<p0>` is the first mention, a project. */
  skeleton: string
  slots: readonly LinkedMention[]
  /** For each slot, where it stands in the skeleton. */
  places: readonly number[]
  speaker: string | undefined
  speakerIsHost: boolean
  /** Index into the interviews, or -1 outside. */
  interview: number
  /** Position of this scene in `talk.scenes`. */
  index: number
}

/** A pattern that fitted. */
export interface Match {
  scene: Scene
  groups: Record<string, string | undefined>
  /** Offsets of the match in the skeleton. */
  start: number
  end: number
  /** Ids a named group stands for: its mention, or who or what its pronoun means; empty when that is unclear. */
  ids(group: string): string[]
  text(group: string): string | undefined
}

const interviewAt = (interviews: readonly InterviewSpan[], turn: number, offset: number): number =>
  interviews.findIndex(
    (i) =>
      turn >= i.firstTurn &&
      turn <= i.lastTurn &&
      !(turn === i.firstTurn && offset < i.start) &&
      !(turn === i.lastTurn && offset >= i.end),
  )

/** Between what a speaker takes back and what is meant instead: "on Tuesday, no sorry, …" (Levelt's editing terms). */
const REPAIR =
  /^(?:,| -+| –| —|\.{2,3}|…)? (?:(?:oh|uh|um|er)?,? ?no(?:,? no)?,? (?:(?:sorry|wait|actually|not that|I mean)[,.]? )+|sorry,? |wait,? |or rather,? |scratch that,? |I mean,? )(?:it['’]s |that['’]s |is )?(?:the |a |in |on |at )?$/i

/** Cuts the talk into scenes, one a sentence. Of nested mentions the outer one is kept. */
export function buildScenes(conversation: Conversation, mentions: readonly LinkedMention[]): Scene[] {
  const { turns, cast, interviews } = conversation
  const byTurn = new Map<number, LinkedMention[]>()
  for (const m of mentions) {
    const list = byTurn.get(m.turn)
    if (list) list.push(m)
    else byTurn.set(m.turn, [m])
  }
  const scenes: Scene[] = []
  for (const turn of turns) {
    const person = cast.speakers[cast.speakerOf[turn.index] ?? -1]
    const own = byTurn.get(turn.index) ?? []
    for (const sentence of turn.sentences) {
      const slots: LinkedMention[] = []
      const places: number[] = []
      let skeleton = ''
      let at = sentence.start
      for (const [i, m] of own.entries()) {
        if (m.start < at || m.end > sentence.end) continue
        const next = own[i + 1]
        if (next && next.kind === m.kind && REPAIR.test(turn.text.slice(m.end, next.start))) {
          // What is taken back was not said; the words up to what is meant go with it.
          skeleton += turn.text.slice(at, m.start).replace(/[<>]/g, ' ')
          at = next.start
          continue
        }
        skeleton += turn.text.slice(at, m.start).replace(/[<>]/g, ' ')
        places.push(skeleton.length)
        skeleton += `<${KIND_LETTERS[m.kind]}${slots.length}>`
        slots.push(m)
        at = m.end
      }
      skeleton += turn.text.slice(at, sentence.end).replace(/[<>]/g, ' ')
      scenes.push({
        turn,
        sentence,
        skeleton: skeleton.replaceAll('\n', ' '),
        slots,
        places,
        speaker: person?.id,
        speakerIsHost: person?.role === 'host',
        interview: interviewAt(interviews, turn.index, sentence.start),
        index: scenes.length,
      })
    }
  }
  return scenes
}

export const sceneSpan = (scene: Scene): Span => ({
  turn: scene.turn.index,
  start: scene.sentence.start,
  end: scene.sentence.end,
})

/** The slot a group such as `<p3>` stands for. */
export const slotAt = (scene: Scene, group: string | undefined): LinkedMention | undefined => {
  const number = group?.match(/^<[a-z](\d+)>$/)?.[1]
  return number === undefined ? undefined : scene.slots[Number(number)]
}

export const guestsOf = (talk: Talk, interview: number): readonly string[] =>
  talk.conversation.interviews[interview]?.guests ?? []

/** The one whom a host's "you" means: last named before it, the only guest, or the next guest to speak. */
export function addressed(scene: Scene, talk: Talk, at: number): string | undefined {
  const guests = guestsOf(talk, scene.interview)
  if (!scene.speakerIsHost) return undefined
  const named = scene.slots.filter((m) => guests.includes(m.entity))
  const before = named.filter((m) => (scene.places[scene.slots.indexOf(m)] ?? 0) < at)
  if (before.length) return before.at(-1)?.entity
  if (named.length === 1) return named[0]?.entity
  if (guests.length === 1) return guests[0]
  for (let i = scene.index - 1; i >= 0 && talk.scenes[i]?.turn === scene.turn; i--) {
    const before = talk.scenes[i]?.slots.filter((m) => guests.includes(m.entity)) ?? []
    if (before.length) return before.at(-1)?.entity
  }
  const next = talk.scenes
    .slice(scene.index + 1, scene.index + 40)
    .find((s) => s.turn !== scene.turn && guests.includes(s.speaker ?? ''))
  return next?.speaker
}

/** "Ann, you're with …": the person called by name right before "you". */
const calledBefore = (scene: Scene, at: number): string | undefined => {
  const called = slotAt(scene, scene.skeleton.slice(0, at).match(/(<n\d+>), (?:and |so )?$/)?.[1])
  return called?.kind === 'person' ? called.entity : undefined
}

/** The company a speaker's "we" and "our" stand for: the one they work at, or what a guest is introduced with. */
export function companyOf(scene: Scene, talk: Talk): string | undefined {
  const own = scene.speaker === undefined ? undefined : talk.employers.get(scene.speaker)
  return own ?? (scene.speakerIsHost ? undefined : talk.subjects[scene.interview]?.company)
}

/** So many sentences back a person may have been named. */
const CHAIN = 8
const SAYS_HE = /\b(?:[Ss]?[Hh]e|[Hh]is|[Hh]er|[Hh]im)\b/

/** The person last named before this place in the same turn, or in this sentence. */
function lastPerson(scene: Scene, talk: Talk, before: number): string | undefined {
  const inside = scene.slots.filter((m, i) => m.kind === 'person' && (scene.places[i] ?? 0) < before)
  if (inside.length) return inside.at(-1)?.entity
  // "Somebody Unknown, he wrote it": the pronoun stands for a name that was not recognised.
  if (/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+, (?:and )?$/u.test(scene.skeleton.slice(0, before))) return undefined
  // "He" is carried on from sentence to sentence while they say "he".
  let reach = 3
  for (let i = scene.index - 1; i >= Math.max(0, scene.index - CHAIN) && reach > 0; i--, reach--) {
    const earlier = talk.scenes[i]
    if (!earlier || (earlier.turn !== scene.turn && earlier.turn.index < scene.turn.index - 1)) break
    const people = earlier.slots.filter((m) => m.kind === 'person')
    if (earlier.turn === scene.turn && SAYS_HE.test(earlier.skeleton)) reach = 3
    if (people.length && !(scene.speakerIsHost && welcomed(scene, talk))) return people.at(-1)?.entity
  }
  return welcomed(scene, talk)
}

/** "Our guest … She's one of the maintainers of … Ann Example, welcome": the one guest a host's turn goes on to name. */
function welcomed(scene: Scene, talk: Talk): string | undefined {
  const guests = guestsOf(talk, scene.interview)
  if (
    !scene.speakerIsHost ||
    scene.turn.index !== talk.conversation.interviews[scene.interview]?.introduction.turn
  )
    return undefined
  const named = new Set<string>()
  for (let i = scene.index; talk.scenes[i]?.turn === scene.turn; i++)
    for (const m of talk.scenes[i]?.slots ?? []) if (guests.includes(m.entity)) named.add(m.entity)
  return named.size === 1 ? [...named][0] : undefined
}

/** A short sentence without names, which a talk looks through: "There was. It's archived." */
const isBridge = (scene: Scene): boolean =>
  !scene.slots.length && scene.sentence.endToken - scene.sentence.firstToken <= 4

/** "There's a tool called <p0>.", "I like <p0>.", "And there's <p0>.": a sentence that ends by naming its topic. */
const NAMES_TOPIC =
  /(?:\b(?:called|named)(?: the| project)* |^(?:(?:And|But|So|Well|Oh|Yeah|Yes|Then),? )*(?:I|We|There|That|It|This|You)(?:['’]\w+)?(?: [a-z]+){0,3} (?:the )?)<([pct])(\d+)>[\s.…!,"”]*$/

/** A sentence that goes on about what "it" was before. */
const GOES_ON = /^(?:And |But |So )?(?:[Ii]t|[Tt]hat|[Tt]his)(?:['’]s\b| )/

/** Where "it" points when the sentence before has a project or company as its subject, or names one at its end. */
function antecedent(scene: Scene, talk: Talk, kinds: readonly EntityKind[]): string | undefined {
  let before = talk.scenes[scene.index - 1]
  for (let steps = 0; steps < 3 && before; steps++) {
    const goesOn = before.turn === scene.turn && GOES_ON.test(before.skeleton)
    if (!(goesOn || isBridge(before)) || before.slots.some((m) => kinds.includes(m.kind))) break
    before = talk.scenes[before.index - 1]
  }
  if (!before) return undefined
  const sameTurn = before.turn === scene.turn
  if (!sameTurn && !before.sentence.question) return undefined
  const wanted = before.slots
    .map((m, i) => ({ m, place: before.places[i] ?? 0 }))
    .filter(({ m }) => kinds.includes(m.kind))
  // In a question about one thing, that thing; in a statement, what it begins with.
  if (!sameTurn) return new Set(wanted.map(({ m }) => m.entity)).size === 1 ? wanted[0]?.m.entity : undefined
  const topic = before.skeleton.match(NAMES_TOPIC)?.[2]
  const named = topic === undefined ? undefined : before.slots[Number(topic)]
  if (named && kinds.includes(named.kind)) return named.entity
  const subject = wanted.find(
    ({ place }) => before.skeleton.slice(0, place).split(/\s+/).filter(Boolean).length <= 2,
  )
  return subject &&
    /<[pc]\d+>,?(?: \w+)? (?:is|was|has|started|began|came|can|became|got|made|[a-z]{3,}[^s\W]s|[a-z]{2,}ed)\b/.test(
      before.skeleton,
    )
    ? subject.m.entity
    : undefined
}

/** What a pronoun for a thing stands for: the thing just spoken of, else the interview's subject; else nothing. */
export function thingMeant(
  scene: Scene,
  talk: Talk,
  pronoun: string,
  kinds: readonly EntityKind[],
): string | undefined {
  const subjects = talk.subjects[scene.interview]
  const lower = pronoun.toLowerCase()
  if (/^(?:it|this|that|the project|this project|project)$/.test(lower)) {
    const near = antecedent(scene, talk, kinds)
    if (near) return near
  }
  for (const kind of kinds) {
    if (kind === 'project' && subjects?.project && (isShort(scene, talk) || isTheirs(subjects)))
      return subjects.project
    if (kind === 'company' && subjects?.company) return subjects.company
  }
  return undefined
}

/** Interviews of fewer turns are about one thing; a longer talk wanders over what its guests do not stand for. */
const SHORT = 60

export const isShort = (scene: Scene, talk: Talk): boolean => {
  const span = talk.conversation.interviews[scene.interview]
  return span !== undefined && span.lastTurn - span.firstTurn < SHORT
}

/** Whether the interview's project is what the guests came with, were asked about, or steadily talk of. */
const isTheirs = (subjects: InterviewSubjects): boolean =>
  subjects.project !== undefined &&
  (subjects.steady ||
    subjects.asked.has(subjects.project) ||
    subjects.introductions.some((i) => i.belongs && i.subject === subjects.project))

/** What may stand before the subject of a sentence: "So, first of all, I think …". */
const OPENING =
  /^(?:(?:and|but|so|well|yeah|yes|now|then|also|actually|oh|I think|I mean|I believe|I guess|because|basically|obviously|of course|first(?: \w+){0,3}),? )*(?:the )?$/i

/** "Envoy is a proxy, and it is written in …": the one thing that an earlier clause of the sentence is about. */
function namedBefore(scene: Scene, before: number, kinds: readonly EntityKind[]): string | undefined {
  const earlier = scene.slots.filter((m, i) => (scene.places[i] ?? 0) < before && kinds.includes(m.kind))
  const place = scene.places[earlier[0] ? scene.slots.indexOf(earlier[0]) : 0] ?? 0
  const isSubject =
    new Set(earlier.map((m) => m.entity)).size === 1 &&
    OPENING.test(scene.skeleton.slice(0, place)) &&
    /[,;:] |\b(?:and|but|so|because) |- $/.test(scene.skeleton.slice(place, before))
  return isSubject ? earlier[0]?.entity : undefined
}

/** A clause begins here, so that "that" and "this" are no relative pronouns. */
const CLAUSE_START = /(?:^|[.,;:…"“] |- |\b(?:and|but|so|because|when|well|yeah|think|believe|guess) )$/i
/**
 * What "it" stands for, for claims that the interview's topic alone is too weak a ground for: the thing just spoken
 * of, else the project that the guest was introduced with or asked to tell about, else the first project of the
 * talk where nothing else was just named.
 */
export function surelyMeant(
  scene: Scene,
  talk: Talk,
  before: number,
  kinds: readonly EntityKind[],
): string | undefined {
  const isRelative =
    /^(?:that|this|project)\b/i.test(scene.skeleton.slice(before)) &&
    !CLAUSE_START.test(scene.skeleton.slice(0, before))
  if (isRelative) return undefined
  const near = namedBefore(scene, before, kinds) ?? antecedent(scene, talk, kinds)
  if (near) return near
  const project = kinds.includes('project') ? talk.subjects[scene.interview]?.project : undefined
  if (project === undefined) return undefined
  return isGuestsOwn(project, scene, talk) || isOnlyTopic(project, scene, talk) ? project : undefined
}

const isGuestsOwn = (project: string, scene: Scene, talk: Talk): boolean => {
  const subjects = talk.subjects[scene.interview]
  return (
    subjects !== undefined &&
    (subjects.asked.has(project) || subjects.introductions.some((i) => i.belongs && i.subject === project))
  )
}

/** A guest, or somebody who asks a guest, speaks of the first project of the talk, and has just named nothing else. */
function isOnlyTopic(project: string, scene: Scene, talk: Talk): boolean {
  const isThing = (m: LinkedMention): boolean => m.kind === 'project' || m.kind === 'technology'
  const first = talk.subjects[scene.interview]?.about.find((a) => a.id.startsWith('project:'))?.id
  const before = talk.scenes[scene.index - 1]
  const hasNamed =
    scene.slots.some(isThing) ||
    (before?.turn === scene.turn && before.slots.some((m) => isThing(m) && m.entity !== project))
  return first === project && !hasNamed && (!scene.speakerIsHost || scene.sentence.question)
}

/** What "that" follows as a pronoun or conjunction rather than as the relative of a noun. */
const BEFORE_THAT =
  /\b(?:and|but|so|or|because|cause|then|when|where|if|as|since|while|though|although|well|yeah|yes|no|oh|now|okay|like|just|think|thought|know|knew|say|said|says|saying|believe|guess|mean|means|suppose|hope|feel|see|heard|hear|guessing|sure|remember|of|in|on|for|with|from|to|at|by|about|after|before|is|was|did|does|do|has|I|you|we|they|love|like|use|used|call|called|wrote|built|made|started|created)$/i
/** "another project", "an open source project": one that is only now brought up. */
const INDEFINITE =
  /\b(?:an?|another|some|any|every|each|one|other|new|side|pet|first|different|next)(?: [\w-]+){0,3}$/i
/** "It's a project …": an indefinite one that is said of what the talk is about. */
const SAID_OF_IT = /\b(?:[Ii]t|[Tt]his|[Tt]hat)(?:['’]s| is| was)(?: [\w-]+){0,2} an?(?: [\w-]+){0,3}$/

/** "this strange concept that came out": an article of a noun with a clause of its own. */
const OF_A_NOUN = /^ (?:(?!(?:is|was|has|came|and|but|so)\b)[\w-]+ ){1,3}(?:that|which|who)(?: |['’])/

/** The relative "that" of "blogs that were written …", and the noun of "there is a project by …". */
function isNoPronoun(lower: string, text: string, after: string): boolean {
  const before = text.trimEnd()
  if (/^th(?:is|at)$/.test(lower) && OF_A_NOUN.test(after)) return true
  if (lower === 'that') return /[\p{L}\p{N}>]$/u.test(before) && !BEFORE_THAT.test(before)
  return lower === 'project' && INDEFINITE.test(before) && !SAID_OF_IT.test(before)
}

/** "Everybody says 'I use Vim'": whose words a quotation holds is rarely said. */
const isQuoted = (before: string): boolean =>
  (before.match(/"/g)?.length ?? 0) % 2 === 1 || before.lastIndexOf('“') > before.lastIndexOf('”')

/** Ids of a group: a slot, a list of slots, or the one a pronoun means. */
export function idsOfGroup(
  scene: Scene,
  talk: Talk,
  text: string | undefined,
  at: number,
  kinds: readonly EntityKind[],
): string[] {
  if (!text) return []
  // A list may hold the addresses of links beside the names; they are no members of it.
  const slots = [...text.matchAll(/<[a-z](\d+)>/g)].flatMap((m) => scene.slots[Number(m[1])] ?? [])
  if (slots.length === 1) return slots.map((m) => m.entity)
  if (slots.length) return slots.filter((m) => m.kind !== 'url' || kinds.includes('url')).map((m) => m.entity)
  const lower = text.toLowerCase()
  if (isNoPronoun(lower, scene.skeleton.slice(0, at), scene.skeleton.slice(at + text.length))) return []
  if (/^(?:i|my|we|us|our)$/.test(lower) && isQuoted(scene.skeleton.slice(0, at))) return []
  let id: string | undefined
  if (lower === 'i' || lower === 'my') id = scene.speaker
  else if (lower === 'you' && kinds.includes('person') && calledBefore(scene, at))
    id = calledBefore(scene, at)
  else if (lower === 'you')
    id = kinds.includes('person')
      ? addressed(scene, talk, at)
      : scene.speakerIsHost
        ? thingMeant(scene, talk, 'we', kinds)
        : undefined
  else if (/^(?:he|she|they)$/.test(lower) && kinds.includes('person')) id = lastPerson(scene, talk, at)
  else if (/^(?:we|us|our)$/.test(lower))
    id = scene.speakerIsHost ? undefined : thingMeant(scene, talk, lower, kinds)
  else id = namedBefore(scene, at, kinds) ?? thingMeant(scene, talk, lower, kinds)
  return id ? [id] : []
}
