/**
 * What the parts of a clause stand for. A pronoun for a thing means what the talk was about when it was said: the
 * thing that the last sentences have as their subject or bring up, carried on from sentence to sentence while they
 * say "it" (after centering: Grosz, Joshi and Weinstein, "Centering: A Framework for Modeling the Local Coherence of
 * Discourse", 1995).
 */
import type { LinkedMention } from '../types.ts'
import type { Part } from './grammar/clauses.ts'
import {
  companyOf,
  isClearOfOthers,
  isFormat,
  isLanguage,
  isNotion,
  mainProject,
  ours,
  presented,
  topic,
} from './rules/words.ts'
import { addressed, guestsOf, idsOfGroup, type Scene, type Talk } from './scene.ts'

const isThing = (m: LinkedMention): boolean =>
  (m.kind === 'project' || m.kind === 'technology') && !isNotion(m.entity)

/** A sentence that goes on about what was spoken of. */
const GOES_ON =
  /^(?:(?:and|but|so|because|yeah|yes|also|then|now|well|I mean|basically|actually|essentially),? )*(?:it|that|this|they|the (?:project|tool|software|company|system|library|framework|platform)|its)\b/i

/** For each scene what "it" means at its beginning; undefined where nothing is clearly spoken of. */
export function topicsOf(scenes: readonly Scene[]): (string | undefined)[] {
  let current: string | undefined
  let interview = -2
  let turn = -1
  return scenes.map((scene) => {
    if (scene.interview !== interview) {
      interview = scene.interview
      current = undefined
    }
    const asked = talkEnds(scene, scenes, turn)
    if (!asked) current = undefined
    turn = scene.turn.index
    const before = current
    if (scene.slots.length === 0) {
      if (current !== undefined && !GOES_ON.test(scene.skeleton) && !isAside(scene)) current = undefined
      return before
    }
    const things = new Set(scene.slots.filter(isThing).map((m) => m.entity))
    const said =
      calledIn(scene) ??
      topic(scene, scene.skeleton.length) ??
      presented(scene) ??
      (scene.sentence.question && things.size === 1 ? [...things][0] : undefined)
    if (said !== undefined && !isFormat(said) && !(isLanguage(said) && current !== undefined)) current = said
    else if (!GOES_ON.test(scene.skeleton) && !isAside(scene)) current = undefined
    return before
  })
}

/** How often an interview must name the project that a company's "we" make, and how much oftener than its others. */
const OFTEN = 5
const CLEARLY = 2

/** Tells of an interview and a company which of the company's projects it talks of most; counted when first asked. */
export function makersOf(
  scenes: readonly Scene[],
  names: Talk['names'],
): (interview: number, company: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (interview, company) => {
    const key = `${interview} ${company}`
    if (known.has(key)) return known.get(key)
    const counts = new Map<string, number>()
    for (const scene of scenes)
      if (scene.interview === interview)
        for (const { kind, entity } of scene.slots)
          if (kind === 'project' && names.entry(entity)?.owner === company)
            counts.set(entity, (counts.get(entity) ?? 0) + 1)
    const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    const project =
      first && first[1] >= OFTEN && first[1] >= CLEARLY * (second?.[1] ?? 0) ? first[0] : undefined
    known.set(key, project)
    return project
  }
}

/** "There's a tool called <p0> that …", "the project is called <p0>": what is brought up by its name. */
function calledIn(scene: Scene): string | undefined {
  const number = scene.skeleton.match(/\b(?:called|named) \[?<[pt](\d+)>/)?.[1]
  return number === undefined ? undefined : scene.slots[Number(number)]?.entity
}

/** A few words without a name, which a talk looks through: "There was. It's archived." */
const isAside = (scene: Scene): boolean =>
  scene.slots.length === 0 && scene.sentence.endToken - scene.sentence.firstToken <= ASIDE
const ASIDE = 5

/** Whether a sentence goes on in the turn of the one before, or answers its question. */
function talkEnds(scene: Scene, scenes: readonly Scene[], turn: number): boolean {
  if (scene.turn.index === turn) return true
  const before = scenes[scene.index - 1]
  return before !== undefined && (before.sentence.question || isAside(before) || GOES_ON.test(scene.skeleton))
}

/** The project that a guest's "we" make: the one they came with, else what the interview is steadily about. */
export function projectOf(scene: Scene, talk: Talk): string | undefined {
  const subjects = talk.subjects[scene.interview]
  if (!subjects || scene.speaker === undefined) return undefined
  const own = new Set(
    subjects.introductions
      .filter((i) => i.belongs && i.person === scene.speaker && i.subject.startsWith('project:'))
      .map((i) => i.subject),
  )
  if (own.size === 1) return [...own][0]
  if (own.size > 1)
    return subjects.project !== undefined && own.has(subjects.project) ? subjects.project : undefined
  return ours(scene, talk)
}

/** Software of which "our …" and "the …" stand for the whole. */
const SOFTWARE =
  /^(?:servers?|daemon|back-?end|front-?end|code|codebase|core|engine|platform|system|tool|library|framework|product|project|software|stack|api|apis|cli|runtime|database|agent|controller|operator|service|services|control|plane|implementation|infrastructure|app|application|scheduler|client|clients|sdk|everything|whole|thing)$/

/**
 * Ids that a part stands for.
 * @param kinds what may stand there
 * @param tails nouns after a name that leave it the thing that is meant, beside those for software: the "cluster"
 * of "a <p0> cluster"; any do where left out
 */
export function meant(
  part: Part,
  scene: Scene,
  talk: Talk,
  kinds: readonly string[],
  tails?: RegExp,
): readonly string[] {
  // "a <p0> server" is one of its sort; "the <p0> server" may be the thing itself.
  if (
    tails !== undefined &&
    part.tail !== undefined &&
    !tails.test(part.tail) &&
    (!SOFTWARE.test(part.tail) || /^(?:an?|our|some|any|another)$/.test(part.determiner ?? ''))
  )
    return []
  if (part.slots.length)
    return part.slots.flatMap((slot) => {
      const m = scene.slots[slot]
      return m && kinds.includes(m.kind) ? [m.entity] : []
    })
  const { pronoun } = part
  // "our daemon", "the whole thing", "everything": what those who speak make.
  const isOurs =
    pronoun === undefined
      ? part.determiner === 'our' || /^(?:whole|entire)$/.test(part.determiner ?? '')
      : /^(?:we|us|everything)$/.test(pronoun)
  if (isOurs) {
    if (pronoun === undefined && !SOFTWARE.test(part.noun ?? '')) return []
    return makers(scene, talk, kinds)
  }
  if (pronoun !== undefined) {
    if (/^(?:i|me)$/.test(pronoun)) return kinds.includes('person') && scene.speaker ? [scene.speaker] : []
    if (/^(?:he|she|him)$/.test(pronoun))
      return kinds.includes('person')
        ? idsOfGroup(scene, talk, pronoun === 'him' ? 'he' : pronoun, part.start, ['person'])
        : []
    if (pronoun === 'you')
      return kinds[0] === 'person' ? addressees(part, scene, talk) : yours(scene, talk, kinds)
    if (pronoun === 'it') return thing(part, scene, talk, kinds)
    if (/^they$/.test(pronoun)) return group(part, scene, talk, kinds)
    if (pronoun === 'that') return justNamed(part, scene, talk, kinds)
    return []
  }
  if (
    part.determiner === 'its' ||
    // "the tool", but not "the standard library"
    /^the (?:project|tool|software|library|framework|platform|system|company)$/i.test(
      scene.skeleton.slice(part.start, part.end),
    )
  )
    return SOFTWARE.test(part.noun ?? '') || part.noun === 'company' ? thing(part, scene, talk, kinds) : []
  return []
}

function makers(scene: Scene, talk: Talk, kinds: readonly string[]): readonly string[] {
  if (scene.speakerIsHost || !guestsOf(talk, scene.interview).includes(scene.speaker ?? '')) return []
  if (kinds.includes('project')) {
    const project = projectOf(scene, talk)
    if (project) return [project]
  }
  const company = kinds.includes('company') ? companyOf(scene.speaker, talk) : undefined
  return company ? [company] : []
}

/** Who a host's "you" is, where it is one who acts; a guest's is anybody. */
function addressees(part: Part, scene: Scene, talk: Talk): readonly string[] {
  // "You wrote it, Vera."
  const called = scene.skeleton.match(/, <n(\d+)>[.,!?]*$/)?.[1]
  const person =
    called === undefined ? addressed(scene, talk, part.start) : scene.slots[Number(called)]?.entity
  return person === undefined ? [] : [person]
}

/** A host's "you" is what the one guest came for; a guest's is anybody. */
function yours(scene: Scene, talk: Talk, kinds: readonly string[]): readonly string[] {
  if (!scene.speakerIsHost || !scene.sentence.question || !kinds.includes('project')) return []
  const subjects = talk.subjects[scene.interview]
  return subjects?.project && subjects.steady ? [subjects.project] : []
}

/** How many sentences back "they" may have been named. */
const GROUP = 3

/** Who "they" are: the company just spoken of, or the makers of the project that is. */
function group(part: Part, scene: Scene, talk: Talk, kinds: readonly string[]): readonly string[] {
  // "Some of our customers, they use …": they are who was just said.
  if (/[a-z]+, $/.test(scene.skeleton.slice(0, part.start))) return []
  const inside = scene.slots.filter((_, i) => (scene.places[i] ?? 0) < part.start)
  let companies = inside.filter((m) => m.kind === 'company')
  let people = inside.some((m) => m.kind === 'person')
  for (let i = scene.index - 1; i >= scene.index - GROUP && !companies.length && !people; i--) {
    const before = talk.scenes[i]
    if (before?.turn !== scene.turn) break
    companies = before.slots.filter((m) => m.kind === 'company')
    people = before.slots.some((m) => m.kind === 'person')
  }
  if (new Set(companies.map((m) => m.entity)).size === 1)
    return kinds.includes('company') ? [companies[0]?.entity as string] : []
  if (companies.length || people || !kinds.includes('project')) return []
  const both = coordinated(scene, part.start)
  if (both.length) return both.filter((id) => kinds.includes(id.slice(0, id.indexOf(':'))))
  const topical = talk.topics[scene.index]
  return topical?.startsWith('project:') ? [topical] : []
}

/** "The nice thing about A and B is that they …": the last list of things before a place in the sentence. */
function coordinated(scene: Scene, before: number): readonly string[] {
  const lists = scene.skeleton
    .slice(0, before)
    .matchAll(/<[pt]\d+>(?:\]\(<u\d+>\))?(?:(?:, and|,| and) (?:the )?\[?<[pt]\d+>(?:\]\(<u\d+>\))?){1,6}/g)
  const last = [...lists].at(-1)?.[0]
  return [...(last ?? '').matchAll(/<[pt](\d+)>/g)].flatMap((m) => scene.slots[Number(m[1])]?.entity ?? [])
}

/** What "that" means where a clause begins with it: what was named right before it. */
function justNamed(part: Part, scene: Scene, talk: Talk, kinds: readonly string[]): readonly string[] {
  const text = scene.skeleton.slice(0, part.start)
  const named = text.match(/<[a-z](\d+)>(?:\]\(<u\d+>\))?,? (?:-+|–|—|and|so) $/)?.[1]
  const before = talk.scenes[scene.index - 1]
  const isFirst = /^(?:(?:And|So|Yeah|Yes),? )?$/.test(text)
  const m =
    named !== undefined
      ? scene.slots[Number(named)]?.entity
      : isFirst
        ? before?.turn === scene.turn
          ? presented(before)
          : undefined
        : onlyBefore(part, scene)
  return m !== undefined && kinds.includes(m.slice(0, m.indexOf(':'))) ? [m] : []
}

/** "If you have <p0>, we plug into that": the one thing named before in the sentence, and not in the same clause. */
function onlyBefore({ start }: Part, scene: Scene): string | undefined {
  if (!/, [^,]{2,40}$/.test(scene.skeleton.slice(0, start))) return undefined
  const named = new Set(
    scene.slots.filter((m, i) => isThing(m) && (scene.places[i] ?? 0) < start).map((m) => m.entity),
  )
  return named.size === 1 ? [...named][0] : undefined
}

/** What "it" means: an earlier subject of the sentence, the topic, or what the interview is about. */
function thing(part: Part, scene: Scene, talk: Talk, kinds: readonly string[]): readonly string[] {
  const kindOf = (id: string): string => id.slice(0, id.indexOf(':'))
  const near = topic(scene, part.start)
  if (near !== undefined) return kinds.includes(kindOf(near)) ? [near] : []
  const topical = talk.topics[scene.index]
  if (topical !== undefined) return kinds.includes(kindOf(topical)) ? [topical] : []
  if (!kinds.includes('project') || !isClearOfOthers(scene, part.start, talk)) return []
  const main = mainProject(scene, talk)
  return main === undefined ? [] : [main]
}
