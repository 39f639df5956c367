/** Who runs the conversation and who was invited: told by what they say, not by what they are called. */
import {
  CLOSES_SHOW,
  DESCRIBES,
  FAREWELL,
  GLAD_TO_BE_HERE,
  GUEST_WORD,
  HOST_WORD,
  INTRODUCES,
  OPENS_SHOW,
  SAYS_WORK,
  THANKS_HOST,
  WELCOMES_NEWCOMER,
} from '../dialogue.ts'
import { nameKey } from '../labels.ts'
import type { Metadata, ReadTurn, Sentence, Span } from '../types.ts'
import type { Person } from './labels.ts'

/** What is known of one person's part in the conversation. Counts, unless said otherwise. */
export interface Part {
  /** Sentences at the beginning with which a show is opened. */
  opens: number
  /** Sentences at the beginning in which this person brings somebody on. */
  introduces: number
  /** Thanks to others for coming, words that close the show. */
  thanks: number
  closes: number
  /** Thanks for having been invited; gladness to be there. */
  invited: number
  glad: number
  /** "I'm an engineer at …" in the first turns. */
  presents: number
  /** Named as a host or co-host, or as a guest, by somebody who opens the show. */
  namedHost: number
  namedGuest: number
  /** Welcomed to the show right after the first words. */
  welcomed: number
  /** Named with a trade or an employer, and without either. */
  described: number
  named: number
  /** Share of the turns that ask something, 0–1. */
  asks: number
  /** Average length of a turn in words, by that of the whole conversation. */
  length: number
  /** Share of the tenths of the conversation in which they speak, 0–1. */
  presence: number
}

/** In so many first turns somebody says what they do. */
const PRESENTING_TURNS = 8
/** Introductions are over after this many turns, or this share of a short conversation. */
const OPENING_TURNS = 30
const CLOSING_TURNS = 20
/** Share of turns with a question in them, of people who are no hosts. */
const ORDINARY_ASKING = 0.2

export function partsOf(
  turns: readonly ReadTurn[],
  people: readonly Person[],
  speakerOf: readonly number[],
  nicknames: ReadonlyMap<string, number> = new Map(),
): Part[] {
  const total = turns.length
  const opening = Math.min(OPENING_TURNS, Math.max(6, Math.ceil(total / 4)))
  const parts = people.map(
    (): Part => ({
      opens: 0,
      introduces: 0,
      thanks: 0,
      closes: 0,
      invited: 0,
      glad: 0,
      presents: 0,
      namedHost: 0,
      namedGuest: 0,
      welcomed: 0,
      described: 0,
      named: 0,
      asks: 0,
      length: 0,
      presence: 0,
    }),
  )
  let words = 0
  const wordsOf = people.map(() => 0)
  const names = nameIndex(people, nicknames)
  const spoken = people.map(() => 0)

  for (const read of turns) {
    const { index, text } = read
    const who = speakerOf[index] ?? -1
    const part = parts[who]
    if (!part) continue
    const count = read.tokens.length
    words += count
    wordsOf[who] = (wordsOf[who] ?? 0) + count
    const times = (spoken[who] ?? 0) + 1
    spoken[who] = times
    if (text.includes('?')) part.asks++
    if (FAREWELL.matches(read)) part.thanks++
    if (THANKS_HOST.matches(read)) part.invited++
    if (times <= 3 && GLAD_TO_BE_HERE.matches(read)) part.glad++
    if (times <= PRESENTING_TURNS && SAYS_WORK.matches(read)) part.presents++
    if (index >= total - CLOSING_TURNS && CLOSES_SHOW.matches(read)) part.closes++
    if (index >= opening) continue
    const previous = speakerOf[index - 1] ?? -1
    const before = parts[previous]
    if (
      before &&
      previous !== who &&
      (spoken[previous] ?? 0) <= 3 &&
      read.sentences.some(
        (s) =>
          WELCOMES_NEWCOMER.matches(read, s.start, s.end) && !namesAnother(read, s, names, [previous, who]),
      )
    )
      before.welcomed++
    for (const sentence of read.sentences) {
      const { start, end } = sentence
      if (OPENS_SHOW.matches(read, start, end)) part.opens++
      const brings =
        INTRODUCES.matches(read, start, end) && placesOf(read, sentence, names).some((p) => p.person !== who)
      if (brings || GUEST_WORD.matches(read, start, end)) part.introduces++
    }
    for (const { person, role } of namedIn(read, who, names)) {
      const other = parts[person] as Part
      if (role === 'host') other.namedHost++
      else if (role === 'guest') other.namedGuest++
      else if (role === 'described') other.described++
      else other.named++
    }
  }
  for (const [i, person] of people.entries()) {
    const part = parts[i] as Part
    const own = Math.max(1, person.turns.length)
    // A few turns say little: they count as if five ordinary ones came with them.
    part.asks = (part.asks + ORDINARY_ASKING * 5) / (own + 5)
    part.length = (wordsOf[i] ?? 0) / own / Math.max(1, words / Math.max(1, turns.length))
    part.presence = new Set(person.turns.map((t) => Math.floor((10 * t) / total))).size / Math.min(10, total)
  }
  return parts
}

/** First names and nicknames, to the person who alone bears them. */
export function nameIndex(
  people: readonly Person[],
  nicknames: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const names = new Map<string, number>(nicknames)
  for (const [i, { name }] of people.entries()) {
    const first = nameKey(name).split(' ')[0] as string
    names.set(first, names.has(first) ? -1 : i)
  }
  return names
}

/** Whether a sentence names somebody, and none of these: "Welcome to the show, Cy", after Ann said hello. */
function namesAnother(
  turn: ReadTurn,
  sentence: Sentence,
  names: Map<string, number>,
  known: readonly number[],
): boolean {
  const named = placesOf(turn, sentence, names).map((p) => p.person)
  return named.some((person) => !known.includes(person)) && !named.includes(known[0] ?? -1)
}

type NamedAs = 'host' | 'guest' | 'described' | null

/**
 * The people whom a turn names, each with what it calls them. "Guest" or "co-host" holds for the names behind
 * it, in its own sentence and, when it names nobody, in the next; before the first name's own apposition
 * ("Anna and Bo, our guests") it holds for those. Who is named beside a guest is then none.
 */
function namedIn(
  turn: ReadTurn,
  speaker: number,
  names: Map<string, number>,
): { person: number; role: NamedAs }[] {
  const found: { person: number; role: NamedAs }[] = []
  let carried: NamedAs = null
  for (const [i, sentence] of turn.sentences.entries()) {
    const said = turn.text.slice(sentence.start, sentence.end)
    const people = placesOf(turn, sentence, names).filter((p) => p.person !== speaker)
    const guestAt = GUEST_WORD.regex.exec(said)?.index ?? -1
    const hostAt = HOST_WORD.regex.exec(said)?.index ?? -1
    const own: NamedAs = guestAt >= 0 ? 'guest' : hostAt >= 0 ? 'host' : null
    for (const { person, start, end } of people) {
      const beside =
        BESIDE_ME.test(turn.text.slice(end, end + 40)) ||
        ME_AND.test(turn.text.slice(Math.max(0, start - 10), start))
      const role: NamedAs = beside
        ? 'host'
        : roleAt(
            start - sentence.start,
            guestAt,
            hostAt,
            people.map((p) => p.start - sentence.start),
          )
      const next = turn.sentences[i + 1]
      const more = next ? turn.text.slice(next.start, next.end) : ''
      const described =
        DESCRIBES.regex.test(said) ||
        /\bwelcome\b/i.test(said.slice(0, start - sentence.start)) ||
        AFFILIATION.test(turn.text.slice(end, end + 40)) ||
        (DESCRIBES.regex.test(more) &&
          (/^(?:she|he|they)\b/i.test(more) || more.startsWith(turn.text.slice(start, end))))
      found.push({
        person,
        role: role ?? (own === null ? carried : null) ?? (described ? 'described' : null),
      })
    }
    // "… a guest, but first who our hosts are. I'm Ann, and …": what the sentence ends with holds for the next.
    carried = people.length > 0 ? null : guestAt >= 0 && hostAt > guestAt ? 'host' : own
  }
  return found
}

/** "Anna Example and I are joined by …", "me and Anna": the speaker's own side. */
const BESIDE_ME = /^(?: \p{Lu}[\p{L}'’-]+)? and (?:I|me|myself)\b/u
const ME_AND = /\b(?:I|[Mm]e|[Mm]yself) and $/

/** "Anna from Acme", "Anna of Keptn", "Anna over at Acme". */
const AFFILIATION = /^(?: \p{Lu}[\p{L}'’-]+)*,? (?:from|of|over at|at|with) (?:the )?\p{Lu}/u

/** What a sentence calls the person named at `at`, given where it says "guest" and "host" (-1: nowhere). */
function roleAt(at: number, guestAt: number, hostAt: number, all: readonly number[]): NamedAs {
  const behind = (word: number): boolean => word >= 0 && (at > word || !all.some((other) => other > word))
  if (behind(guestAt) && !(hostAt > guestAt && at > hostAt)) return 'guest'
  if (behind(hostAt)) return 'host'
  // "With me are Anna and Bo, and our guest, Cy": those before the word are no guests.
  return guestAt >= 0 && at < guestAt ? 'host' : null
}

interface NamePlace {
  person: number
  start: number
  end: number
}

/** The people whom a sentence names, each once. */
function placesOf(turn: ReadTurn, sentence: Sentence, names: Map<string, number>): NamePlace[] {
  const found: NamePlace[] = []
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const token = turn.tokens[i]
    if (!token?.word.capital) continue
    const person = names.get(nameKey(token.text.replace(/['’]s$/, '')))
    if (person !== undefined && person >= 0 && !found.some((p) => p.person === person))
      found.push({ person, start: token.start, end: token.end })
  }
  return found
}

/** How much a part looks like a host's; above 0 it is one. The weights were set by reading, not fitted. */
export function hostScore(part: Part): number {
  const some = (n: number, most = 1): number => Math.min(n, most)
  return (
    2 * some(part.opens) +
    0.5 * some(part.introduces, 2) +
    1 * some(part.thanks, 2) +
    1.5 * some(part.closes) +
    2.5 * some(part.namedHost) -
    2.5 * some(part.namedGuest) -
    1.5 * some(part.described) -
    1.5 * some(part.welcomed) -
    3 * some(part.invited) -
    0.5 * some(part.glad) -
    1.5 * some(part.presents) -
    1.5 * (part.presence < HOST_PRESENCE ? 1 : 0) +
    4 * (part.asks - ORDINARY_ASKING) -
    1 * (Math.min(part.length, 3) - 1)
  )
}

const SURE_GUEST = -2
/** A host is heard in this share of the conversation at least. */
const HOST_PRESENCE = 0.5
/** What it takes to be a host where otherwise nobody would be left who has much of a say. */
const ALL_HOSTS = 1
const GUEST_SHARE = 0.05

/** Turns in which those who host have spoken, and what it counts that a list of guests leaves one of them out. */
const OPENERS = 3
const NOT_LISTED = 3

const lists = (names: readonly string[] | undefined, person: Person): boolean =>
  names?.some((name) => {
    const key = nameKey(name)
    const own = nameKey(person.name)
    return (
      key === own ||
      (!own.includes(' ') && key.split(' ')[0] === own) ||
      (!key.includes(' ') && own.split(' ')[0] === key)
    )
  }) ?? false

/** For each person, whether they host. */
export function hostsAmong(parts: readonly Part[], people: readonly Person[], metadata: Metadata): boolean[] {
  if (metadata.hosts?.length && people.some((p) => lists(metadata.hosts, p)))
    return people.map((p) => lists(metadata.hosts, p))
  const hasGuestList = people.some((person) => lists(metadata.guests, person))
  const scores = parts.map((part, i): number => {
    const person = people[i] as Person
    if (person.stated) return person.stated === 'host' ? 100 : -100
    if (lists(metadata.guests, person)) return -100
    // A page that lists its guests lists them all: who opens the show and is not among them hosts it.
    const opens = hasGuestList && (person.turns[0] ?? Number.POSITIVE_INFINITY) < OPENERS
    return hostScore(part) + (opens ? NOT_LISTED : 0)
  })
  const guests = parts.filter((_, i) => (scores[i] as number) < SURE_GUEST)
  const mean = (of: (part: Part) => number): number =>
    guests.reduce((sum, part) => sum + of(part), 0) / guests.length
  // "We have a guest today, Cy … and we also have Ann": who is named beside the one called a guest is none.
  const isBesideGuest = guests.some((part) => part.namedGuest > 0)
  // Where there is a sure guest, whoever asks more and says less than that one is more likely a host.
  if (guests.length > 0)
    for (const [i, part] of parts.entries())
      if ((scores[i] as number) >= SURE_GUEST)
        scores[i] =
          (scores[i] as number) +
          2 * (part.asks - mean((p) => p.asks)) +
          0.5 * (mean((p) => Math.min(p.length, 3)) - Math.min(part.length, 3)) +
          (part.named > 0 && part.described + part.welcomed === 0
            ? isBesideGuest && !part.namedGuest
              ? 0.9
              : 0.4
            : 0)
  const best = Math.max(...scores)
  const turns = (of: (score: number) => boolean): number =>
    people.reduce((sum, person, i) => sum + (of(scores[i] as number) ? person.turns.length : 0), 0)
  const least = turns((score) => score <= 0) < turns(() => true) * GUEST_SHARE ? ALL_HOSTS : 0
  return scores.map((score, i) => score > least || score === best || (score > 0 && parts[i]?.namedHost !== 0))
}

/** A speaker with no more turns than this may be a clip. */
const CLIP_TURNS = 2

/**
 * For each person, whether nobody brings them on or addresses them, and they speak only a turn or two or
 * after the show was closed: a clip or an announcement rather than a guest.
 */
export function outsidersAmong(
  turns: readonly ReadTurn[],
  people: readonly Person[],
  hosts: readonly boolean[],
  speakerOf: readonly number[],
  nicknames: ReadonlyMap<string, number> = new Map(),
): boolean[] {
  const names = nameIndex(people, nicknames)
  const isHost = (index: number): boolean => hosts[speakerOf[index] ?? -1] === true
  return people.map((person, i) => {
    if (hosts[i] || people.length < 3) return false
    const first = person.turns[0] ?? 0
    const after = (person.turns[Math.min(CLIP_TURNS, person.turns.length) - 1] ?? 0) + 3
    const near = turns.slice(Math.max(0, first - 6), after)
    const called = near.some((turn) => {
      if (!isHost(turn.index)) return false
      return turn.sentences.some((s) => placesOf(turn, s, names).some((p) => p.person === i))
    })
    if (called) return false
    const before = turns.slice(Math.max(0, first - CLOSING_TURNS), first)
    const closed = before.some((turn) => isHost(turn.index) && CLOSES_SHOW.matches(turn))
    return person.turns.length <= CLIP_TURNS || (closed && first > turns.length / 2)
  })
}

/** The words that show a host: the sentence that opens the show or names them, else their first sentence. */
export function hostEvidence(
  turns: readonly ReadTurn[],
  person: Person,
  speaker: number,
  names: Map<string, number>,
): Span {
  const opening = turns.slice(0, OPENING_TURNS)
  const own = person.turns.slice(0, 3)
  let named: Span | null = null
  for (const turn of opening) {
    for (const sentence of turn.sentences) {
      const { start, end } = sentence
      const span = { turn: turn.index, start: sentence.start, end: sentence.end }
      if (
        own.includes(turn.index) &&
        (OPENS_SHOW.matches(turn, start, end) || INTRODUCES.matches(turn, start, end))
      )
        return span
      if (
        !named &&
        !own.includes(turn.index) &&
        placesOf(turn, sentence, names).some((p) => p.person === speaker)
      )
        named = span
    }
  }
  if (named) return named
  for (const index of person.turns) {
    const first = turns[index]?.sentences[0]
    if (first) return { turn: index, start: first.start, end: first.end }
  }
  return { turn: person.turns[0] ?? 0, start: 0, end: 0 }
}
