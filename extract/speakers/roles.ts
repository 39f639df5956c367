/** Who runs the conversation and who was invited: told by what they say, not by what they are called. */
import {
  CLOSES_SHOW,
  FAREWELL,
  GLAD_TO_BE_HERE,
  GUEST_WORD,
  HOST_WORD,
  INTRODUCES,
  OPENS_SHOW,
  SAYS_WORK,
  THANKS_HOST,
} from '../dialogue.ts'
import { nameKey } from '../labels.ts'
import { readTurn } from '../text.ts'
import type { Metadata, ReadTurn, Sentence, Span, Transcript } from '../types.ts'
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
  /** Named at the beginning by somebody who opens the show, without either word. */
  named: number
  /** Share of the turns that ask something, 0–1. */
  asks: number
  /** Average length of a turn in words, by that of the whole conversation. */
  length: number
  /** Share of the conversation between the first and last turn, 0–1. */
  span: number
  first: number
}

/** Introductions are over after this many turns, or this share of a short conversation. */
const OPENING_TURNS = 30
const CLOSING_TURNS = 20

export function partsOf(
  transcript: Transcript,
  people: readonly Person[],
  speakerOf: readonly number[],
): Part[] {
  const total = transcript.turns.length
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
      named: 0,
      asks: 0,
      length: 0,
      span: 0,
      first: total,
    }),
  )
  let words = 0
  const wordsOf = people.map(() => 0)
  const names = nameIndex(people)
  const spoken = people.map(() => 0)

  for (const { index, text } of transcript.turns) {
    const who = speakerOf[index] ?? -1
    const part = parts[who]
    if (!part) continue
    const count = text.split(/\s+/).length
    words += count
    wordsOf[who] = (wordsOf[who] ?? 0) + count
    const turn = (spoken[who] ?? 0) + 1
    spoken[who] = turn
    if (text.includes('?')) part.asks++
    part.first = Math.min(part.first, index)
    if (FAREWELL.test(text)) part.thanks++
    if (THANKS_HOST.test(text)) part.invited++
    if (turn <= 3 && GLAD_TO_BE_HERE.test(text)) part.glad++
    if (turn <= 4 && SAYS_WORK.test(text)) part.presents++
    if (index >= total - CLOSING_TURNS && CLOSES_SHOW.test(text)) part.closes++
    if (index >= opening) continue
    const read = readTurn({ index, label: '', text, line: 0 })
    for (const sentence of read.sentences) {
      const said = text.slice(sentence.start, sentence.end)
      if (OPENS_SHOW.test(said)) part.opens++
      if (INTRODUCES.test(said)) part.introduces++
    }
    for (const { person, role } of namedIn(read, who, names)) {
      const other = parts[person] as Part
      if (role === 'host') other.namedHost++
      else if (role === 'guest') other.namedGuest++
      else other.named++
    }
  }
  for (const [i, person] of people.entries()) {
    const part = parts[i] as Part
    const own = Math.max(1, person.turns.length)
    part.asks /= own
    part.length = (wordsOf[i] ?? 0) / own / Math.max(1, words / Math.max(1, transcript.turns.length))
    part.span = ((person.turns.at(-1) ?? 0) - (person.turns[0] ?? 0) + 1) / total
  }
  return parts
}

/** First and full names, to the person who alone bears them. */
export function nameIndex(people: readonly Person[]): Map<string, number> {
  const names = new Map<string, number>()
  for (const [i, { name }] of people.entries()) {
    const first = nameKey(name).split(' ')[0] as string
    names.set(first, names.has(first) ? -1 : i)
  }
  return names
}

type NamedAs = 'host' | 'guest' | null

/**
 * The people whom a turn names, each with the role that its sentence gives them. A clause that says "guest"
 * or "co-host" holds for the names after it, up to the other word.
 */
function namedIn(
  turn: ReadTurn,
  speaker: number,
  names: Map<string, number>,
): { person: number; role: NamedAs }[] {
  const found: { person: number; role: NamedAs }[] = []
  let carried: NamedAs = null
  for (const sentence of turn.sentences) {
    const said = turn.text.slice(sentence.start, sentence.end)
    const role: NamedAs = GUEST_WORD.test(said) ? 'guest' : HOST_WORD.test(said) ? 'host' : null
    const people = namesIn(turn, sentence, names).filter((p) => p !== speaker)
    for (const person of people) found.push({ person, role: role ?? carried })
    // "We have two guests. Anna Example is …": the word may stand one sentence before the names.
    carried = people.length === 0 ? role : (role ?? carried)
  }
  return found
}

const namesIn = (turn: ReadTurn, sentence: Sentence, names: Map<string, number>): number[] => {
  const found: number[] = []
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const token = turn.tokens[i]
    if (!token || !/^\p{Lu}/u.test(token.text)) continue
    const person = names.get(nameKey(token.text.replace(/['’]s$/, '')))
    if (person !== undefined && person >= 0 && !found.includes(person)) found.push(person)
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
    0.5 * some(part.named) -
    3 * some(part.invited) -
    0.5 * some(part.glad) -
    1.5 * some(part.presents) +
    4 * (part.asks - 0.3) -
    1 * (Math.min(part.length, 3) - 1)
  )
}

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
  const scores = parts.map((part, i): number => {
    const person = people[i] as Person
    if (person.stated) return person.stated === 'host' ? 100 : -100
    return lists(metadata.guests, person) ? -100 : hostScore(part)
  })
  const best = Math.max(...scores)
  return scores.map((score) => score > 0 || score === best)
}

/** The words that show a host: the sentence that opens the show or names them, else their first sentence. */
export function hostEvidence(
  transcript: Transcript,
  person: Person,
  speaker: number,
  names: Map<string, number>,
): Span {
  const opening = transcript.turns.slice(0, OPENING_TURNS)
  const own = person.turns.slice(0, 3)
  let named: Span | null = null
  for (const turn of opening) {
    const read = readTurn(turn)
    for (const sentence of read.sentences) {
      const said = turn.text.slice(sentence.start, sentence.end)
      const span = { turn: turn.index, start: sentence.start, end: sentence.end }
      if (own.includes(turn.index) && (OPENS_SHOW.test(said) || INTRODUCES.test(said))) return span
      if (!named && !own.includes(turn.index) && namesIn(read, sentence, names).includes(speaker))
        named = span
    }
  }
  if (named) return named
  for (const index of person.turns) {
    const turn = transcript.turns[index]
    const first = turn && readTurn(turn).sentences[0]
    if (first) return { turn: index, start: first.start, end: first.end }
  }
  return { turn: person.turns[0] ?? 0, start: 0, end: 0 }
}
