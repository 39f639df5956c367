/** Words and phrases that the rules of the use family share; pieces of patterns, see pattern.ts. */
import type { Qualifiers } from '../../../src/schema.ts'
import type { LinkedMention } from '../../types.ts'
import { isPlanned, isPossible } from '../qualifiers.ts'
import type { Draft } from '../rule.ts'
import type { Match, Scene, Talk } from '../scene.ts'

/** Programming languages: what software is written in, and what "uses" or "runs on" does not make a foundation. */
const LANGUAGES: ReadonlySet<string> = new Set(
  'ada assembly-language assemblyscript awk bash c c++ c-sharp clojure cobol coffeescript crystal css dart delphi elixir elm erlang f-sharp fortran gleam go groovy haskell html java javascript julia kotlin lisp lua matlab mojo .net nim objective-c ocaml pascal perl php powershell prolog purescript python r-language reasonml ruby rust scala scheme smalltalk solidity swift tcl typescript visual-basic zig'
    .split(' ')
    .map((name) => `technology:${name}`),
)
export const isLanguage = (id: string): boolean => LANGUAGES.has(id)

/** Ways of working and kinds of thing: nothing one can build on, run on or plug into. */
const NOTIONS: ReadonlySet<string> = new Set(
  'agile aiops cdn gpu hypervisor tpu virtual-machine artificial-intelligence agpl apache-license behavior-driven-development bsd-license chaos-engineering ci/cd cla continuous-delivery continuous-deployment continuous-integration dco deep-learning dependency-injection devops devsecops domain-driven-design edge-computing faas finops generative-ai gpl hacker-news iaas infrastructure-as-code iot kanban large-language-model lgpl machine-learning microservices mit-license mlops paas platform-engineering product-hunt reddit saas scrum serverless site-reliability-engineering sla sli slo stack-overflow test-driven-development twitter wikipedia youtube zoom'
    .split(' ')
    .map((name) => `technology:${name}`),
)
export const isNotion = (id: string): boolean => NOTIONS.has(id)

/** Formats and protocols that are named beside what a talk is about without taking its place. */
const FORMATS: ReadonlySet<string> = new Set(
  'csv custom-resource-definition dns html http https json ip rest ssh sql tcp tls toml udp xml yaml'
    .split(' ')
    .map((name) => `technology:${name}`),
)
export const isFormat = (id: string): boolean => FORMATS.has(id)

/** Protocols and the like, which software speaks and implements. */
const PROTOCOLS: ReadonlySet<string> = new Set(
  'acme amqp dhcp dns ftp graphql grpc http http/2 http/3 https imap ipfs json-rpc ldap mqtt nfs oauth openid-connect quic rest rpc s3 smtp soap sql ssh tcp tls udp webhooks webrtc websocket websockets'
    .split(' ')
    .flatMap((name) => [`technology:${name}`, `project:${name}`]),
)
export const isProtocol = (id: string): boolean => PROTOCOLS.has(id)

/** Whether software may be built on it or run on it, and itself be built: neither language nor notion. */
export const isFoundation = (object: string, subject = ''): boolean =>
  [object, subject].every((id) => !isLanguage(id) && !isNotion(id))

/** Whether two things can stand beside each other: neither is a way of working. */
export const isPeer = (object: string, subject: string): boolean => !isNotion(object) && !isNotion(subject)

/** Adverbs and auxiliaries between a subject and its verb, each with the space after it. */
export const ADVERBS =
  '(?:(?:itself|also|actually|already|really|basically|just|now|currently|internally|heavily|mostly|mainly|primarily|originally|initially|still|then|only|both|all|essentially|effectively|even|always|typically|usually|generally|natively|directly|simply|obviously|definitely|largely|entirely|fully|partly|very|deeply|kind|sort|of|can|will|does|is|are|was|were|has|have|had|been|being|to|gonna|going|today|under the hood|behind the scenes|(?:want|wanted|plan|planning|hope|hoping|aim|intend|trying|like|love) to|has to|have to) ){0,5}'

/** What may stand between a subject and its verb, with the space before that: "Falco itself", "Falco, which". */
export const TAIL =
  "(?:[’']s)?(?: (?:project|server|itself|CLI|platform|engine|cluster|runtime|system|tool|operator|client|agent|code|codebase|backend|core|library|package))?(?:,? (?:which|that))?,?"

/**
 * A thing just before its verb. After a preposition it is no subject: "people on Linux use Vim". The two tests
 * before the long one keep it from being asked at every letter.
 */
export const SUBJECT =
  '(?<!\\w)(?=[<[.ITWOUPitwoup])(?<!\\b(?:running|using|use|with|for|on|in|at|by|from|to|about|into|than|like|as|via|of) (?:the |a |an )?){list:S:project,technology|thing|we}'

/** The same where what comes before does not matter, since a list cannot tell. */
export const ANY_SUBJECT = '{list:S:project,technology|thing|we}'

/** Before an object, each word with the space after it: "the good old", "things like". */
export const DETERMINER =
  '(?:(?:the|a|an|its|our|your|their|some|any|various|other|another|different|things|something|anything|stuff|like|standard|regular|plain|existing|open|open-source|source|tools|bare|pure|raw|just|also|both|either|even|called|such|as|underlying|popular|upstream) ){0,4}'

const isThing = (m: LinkedMention): boolean =>
  (m.kind === 'project' || m.kind === 'technology') && !isNotion(m.entity)

/** "a Go server", "an OAuth server": the name says of what sort something else is. */
const isModifier = (scene: Scene, place: number): boolean =>
  /\b(?:an?|the [\w-]+) (?:[\w-]+ )?$/i.test(scene.skeleton.slice(0, place)) &&
  /^<[a-z]\d+>[- ](?!and\b|or\b|is\b|was\b|has\b|that\b|which\b|on\b|in\b|for\b|to\b|from\b|with\b|can\b|does\b)[a-z]/.test(
    scene.skeleton.slice(place),
  )

/** "go-<t0>-server": a piece of a longer name. */
const isInWord = ({ skeleton, places }: Scene, index: number): boolean =>
  /[\w]-$/.test(skeleton.slice(0, places[index])) || /^<[a-z]\d+>-\w/.test(skeleton.slice(places[index]))

/** The thing a stretch of a sentence begins with. */
export function topic(scene: Scene, end: number): string | undefined {
  const index = scene.slots.findIndex((m, i) => isThing(m) && (scene.places[i] ?? 0) < end)
  const place = scene.places[index] ?? 0
  const before = scene.skeleton.slice(0, place)
  const words = before.split(/\s+/).filter(Boolean)
  return index >= 0 &&
    words.length <= TOPIC_WORDS &&
    !OBLIQUE.test(before) &&
    !isModifier(scene, place) &&
    !isInWord(scene, index)
    ? scene.slots[index]?.entity
    : undefined
}
/** How many words may stand before the thing a sentence is about: "And so basically …". */
const TOPIC_WORDS = 3
const OBLIQUE =
  /\b(?:like|of|with|for|in|on|using|use|about|from|at|to|into|by|there['’]s|there is|have|has|got) (?:the |an? |our |your )?$/i
/** "There's a tool called …", "so I use …": what the next sentence goes on about, though it comes last. */
const PRESENTS =
  /\b(?:called|named|is|it['’]s|there['’]s|(?:I|we|they|you)(?:['’](?:re|ve|m)| are| am| have| was| were)?(?: \w+)? (?:use|using|have)|work(?:ing|ed|s)? on|built|created|wrote) (?:the |a |an )?$/i

export function presented(scene: Scene): string | undefined {
  const last = scene.slots.length - 1
  const m = scene.slots[last]
  const place = scene.places[last] ?? 0
  return m &&
    isThing(m) &&
    PRESENTS.test(scene.skeleton.slice(0, place)) &&
    !isModifier(scene, place) &&
    !isInWord(scene, last)
    ? m.entity
    : undefined
}

/** How many sentences back a long interview must have named its project for "it" to mean it. */
const RECENT = 10
/** Up to so many turns an interview is short: it keeps to its project. */
const SHORT = 60

/** The project of the interview, where its talk is steadily about it. */
export function mainProject(scene: Scene, talk: Talk): string | undefined {
  const subjects = talk.subjects[scene.interview]
  return subjects?.steady ? subjects.project : undefined
}

/** A capital inside a sentence that belongs to no slot: a name that nobody knows, which "it" may mean. */
const UNKNOWN_NAME = /[a-z,>] \p{Lu}\p{Ll}{2,}/u

/** "There will be a deployment pipeline.": what the next "it" is, though it has no name. */
const BRINGS_UP =
  /\bthere(?:['’]s| is| was|['’]ll be| will be) (?:also )?(?:an?|this|another) (?:[a-z-]+ ){1,4}?[a-z-]+[.…]+$/i

/** "another open source project I have": what the next "it" is. */
const ANOTHER =
  /\banother (?:[\w-]+ ){0,4}(?:project|tool|library|package|product|service|framework|program)\b/i

/** "We built our own framework; it …": what was made is what "it" is. */
const MAKES =
  /\b(?:built|wrote|made|created|developed) (?:our|my|their|an?) (?:[a-z-]+ ){0,3}?(?:framework|library|tool|system|service|server|client|package|app|application|wrapper|plug-?in|bot|pipeline)\b/

/**
 * Whether a bare "it" can mean the interview's project: that was named of late, and nothing else is named in
 * this sentence before the pronoun, or in the sentence before it.
 */
export function isClearOfOthers(scene: Scene, at: number, talk: Talk): boolean {
  const main = mainProject(scene, talk)
  const span = talk.conversation.interviews[scene.interview]
  if (!main || !span) return false
  const before = talk.scenes[scene.index - 1]
  const close = before?.turn === scene.turn ? [before] : []
  // "It reads from A, it reads from B": what the first "it" means the second does too.
  const first = scene.skeleton.search(/\bit\b/i)
  const end = first < 0 ? at : Math.min(at, first)
  const named = [
    ...scene.slots.filter((_, i) => (scene.places[i] ?? 0) < end),
    ...close.flatMap((s) => s.slots),
  ].filter((m) => isThing(m) && !isLanguage(m.entity) && !isFormat(m.entity))
  if (named.some((m) => m.entity === main)) return true
  if (
    close.some((s) => BRINGS_UP.test(s.skeleton) || ANOTHER.test(s.skeleton)) ||
    ANOTHER.test(scene.skeleton.slice(0, end)) ||
    MAKES.test(scene.skeleton.slice(0, end))
  )
    return false
  const words = [scene.skeleton.slice(0, end), ...close.map((s) => s.skeleton)]
  if (named.length || words.some((text) => UNKNOWN_NAME.test(text))) return false
  return (
    span.lastTurn - span.firstTurn <= SHORT ||
    talk.scenes
      .slice(Math.max(0, scene.index - RECENT), scene.index)
      .some((s) => s.slots.some((m) => m.entity === main))
  )
}

/**
 * What "it" and "we" stand for. "It" is the thing this sentence, or else the one before, begins with; otherwise
 * it is, as "we" of a guest, the project that the interview is steadily about, where nothing else is near.
 */
function pronounMeans(text: string, at: number, scene: Scene, talk: Talk): string | undefined {
  if (/^(?:our|us)$/i.test(text)) return undefined
  const before = talk.scenes[scene.index - 1]
  const close = before?.turn === scene.turn ? before : undefined
  const main = mainProject(scene, talk)
  if (/^(?:we|you)$/i.test(text)) {
    // "We" may be the people of another project just spoken of, or those of a company just named.
    const there = close && topic(close, close.skeleton.length)
    if (there?.startsWith('project:') && there !== main) return undefined
    if (scene.slots.some((m, i) => m.kind === 'company' && (scene.places[i] ?? 0) < at)) return undefined
    if (AT_WORK.test(scene.skeleton.slice(0, at))) return undefined
    return scene.speakerIsHost === /^you$/i.test(text) ? ours(scene, talk) : undefined
  }
  const near = topic(scene, at) ?? (close && (topic(close, close.skeleton.length) ?? presented(close)))
  if (near) return near
  if (!close && before?.sentence.question) {
    const asked = new Set(before.slots.filter((m) => m.kind === 'project').map((m) => m.entity))
    if (asked.size === 1) return [...asked][0]
  }
  return isClearOfOthers(scene, at, talk) ? main : undefined
}

/**
 * What a guest's "we" make: the interview's project, or, where they are those of a company that the guest was
 * introduced with and that makes another, the project that bears the company's name. People of GitLab who are asked
 * about Kubernetes speak of GitLab.
 */
export function ours(scene: Scene, talk: Talk): string | undefined {
  const main = mainProject(scene, talk)
  const subjects = talk.subjects[scene.interview]
  const company = scene.speakerIsHost ? undefined : companyOf(scene.speaker, talk)
  if (company === undefined || !subjects) return main
  if (main === undefined) return talk.makes(scene.interview, company)
  const isIntroduced = subjects.company === company || subjects.about.some((a) => a.id === company)
  const isTheirs =
    talk.names.entry(main)?.owner === company || subjects.introductions.some((i) => i.subject === main)
  if (!isIntroduced || isTheirs) return main
  const namesake = company.replace('company:', 'project:')
  return talk.names.entry(namesake) ? namesake : undefined
}

/** "In most of the applications that I work with, we …": those who do are no project. */
const AT_WORK = /\b(?:at (?:my |our )?(?:work|job)|I work (?:with|on|for)|(?:old|early) days)\b/i

/**
 * Before a name that is no subject itself: "Kali Linux", another name that begins with a word nobody knows; "the bot
 * that watches GitHub runs …", what something is done to.
 */
const NO_SUBJECT =
  /(?:[a-z,] \p{Lu}\p{Ll}+|<n\d+>) \[?$|\b(?:that|which|who) (?!(?:always|perhaps|is|was|has|its|as)\b)[a-z]+s (?:the |our |all )?$/u

/** What the subject of a match stands for. */
export function subjectsOf(match: Match, talk: Talk): string[] {
  const text = match.text('S') ?? ''
  if (text.includes('<')) {
    const { scene, start } = match
    const isFirst = scene.skeleton.indexOf(text, start) <= start + 1
    return isFirst && NO_SUBJECT.test(scene.skeleton.slice(Math.max(0, start - 40), start))
      ? []
      : match.ids('S')
  }
  const meant = pronounMeans(text, match.start, match.scene, talk)
  return meant ? [meant] : []
}

/** The company a guest speaks for: from the introduction, or the one where the guest is said to work. */
export function companyOf(speaker: string | undefined, talk: Talk): string | undefined {
  const introduced = talk.subjects
    .flatMap((s) => s.introductions)
    .find((i) => i.person === speaker && i.subject.startsWith('company:'))
  return introduced?.subject ?? (speaker === undefined ? undefined : talk.employers.get(speaker))
}

/**
 * A claim for each subject and object of a match that passes the test, planned or possible where the words say so.
 * @param fits whether this pair is one; all are where left out
 */
export const pairs =
  (fits: (object: string, subject: string) => boolean = () => true) =>
  (match: Match, talk: Talk): Draft[] => {
    const { skeleton } = match.scene
    const qualifiers: Qualifiers = isPlanned(skeleton, match.start, match.end)
      ? { modality: 'planned' }
      : isPossible(skeleton, match.start)
        ? { modality: 'possible' }
        : {}
    return subjectsOf(match, talk).flatMap((subject) =>
      match
        .ids('O')
        .filter((object) => fits(object, subject))
        .map((object) => ({ subject, object, qualifiers: { ...qualifiers } })),
    )
  }

/** The same for the interview's project, where the sentence leaves it out. */
export const besideMain =
  (fits: (object: string) => boolean = () => true) =>
  (match: Match, talk: Talk): Draft[] => {
    const isOurs = /\b(?:[Ww]e|[Oo]ur|[Uu]s)\b/.test(match.scene.skeleton)
    const subject = (isOurs ? ours : mainProject)(match.scene, talk)
    return subject
      ? match
          .ids('O')
          .filter(fits)
          .map((object) => ({ subject, object }))
      : []
  }
