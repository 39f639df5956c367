/** People: those who speak, by any part of their name, and those who are spoken of. */
import { entityId } from '../../src/ids.ts'
import type { Lexicon } from '../lexicon.ts'
import { distance } from '../names/sound.ts'
import type { Cast, InterviewSpan, Mention, ReadTurn, Speaker, Token } from '../types.ts'

const plain = (word: string): string => word.toLowerCase().replace(/['’]s?$/, '')
const personCandidate = (name: string) => ({
  id: entityId('person', name),
  kind: 'person' as const,
  label: name,
})

/** Words before a name that make a person of it. */
const ROLE_BEFORE =
  /\b(?:my (?:co-?\w+|friend|colleague|boss|manager|wife|husband|coworker|mentor)|co-?(?:chair|host|founder|author|maintainer)|(?<!\b(?:tool|project|library|framework|package|product|thing|company|startup|app|service|it)(?:['’]s| is| was|,| that)* )named|name is|name's|name was|CEO|CTO|founder|maintainer|engineer|colleague|friend|(?:shout-? ?outs?|thanks|thank you|credit|kudos|props)(?: goes?)? to|(?:written|created|built|started|made|authored|founded|maintained|invented|presented|library|package|tool|talk|post|article|project) by|please welcome|reached out to|talk(?:ed|ing)? to|met|interview(?:ed|ing)?|author|one of (?:our|my|the|their) (?:people|engineers|colleagues|maintainers|team|folks|guys)|one of them (?:is|was)|(?:guy|gal|man|woman|person|girl|engineer|developer|someone|somebody|researcher|student|professor|maintainer|contributor)(?: [a-z]+){0,3} (?:called|named))[,:]? $/i
/** What follows the single name of a person who bears no common first name: "Zora, our …", "Iben who …", "Odo - he was". */
const PERSON_AFTER =
  /^(?:,? (?:our|my) |, (?:the|a|an|one of the) (?:[\w-]+ ){0,2}(?:maintainers?|creators?|authors?|founders?|engineers?|developers?|CEO|CTO|leads?)\b|,? who (?:is|was|has|had|does|did|works|worked|runs|wrote|made)\b|(?:,| -+| –) (?:he|she)\b)/

/** What follows the full name of a person and of nothing else. */
const SURELY_AFTER =
  /^(?:(?:,| -+| –) (?:he|she)(?:['’]s| (?:is|was|has|wrote|did|works)) |,? who (?:works|wrote|created|built|maintains)\b)/

/** "Ada St. Clair" */
const isSaint = (here: Token, next: Token, text: string): boolean =>
  here.text === 'St' && text.slice(here.end, next.start) === '. '

/** Between the parts of a name, in small letters. */
const PARTICLE = /^(?:van|von|de|der|den|di|da|del|la|ter|bin|ibn)$/

/** Nobody says "which" of a person: "Clair, which scans images". */
const IS_THING = /^,? which\b/

interface Place {
  first: number
  last: number
  name: string
  /** Found by the shape of a full name or a cue rather than by a label. */
  confidence: number
  rule: string
}

function speakerAt(
  turn: ReadTurn,
  i: number,
  byFirstName: ReadonlyMap<string, readonly Speaker[]>,
  near: ReadonlySet<string>,
): { last: number; speaker: Speaker } | null {
  const token = turn.tokens[i] as Token
  const word = plain(token.text)
  const bearers = byFirstName.get(word)
  if (!bearers) return null
  for (const speaker of bearers) {
    const rest = speaker.name.split(/\s+/).slice(1)
    if (!rest.length) continue
    const follow = turn.tokens.slice(i + 1, i + 1 + rest.length)
    const gap = follow[0] ? turn.text.slice(token.end, follow[0].start) : ''
    // A recogniser's spelling of the surname is let through: "Lindt" for "Lind".
    const alike = (said: string, real: string): boolean =>
      said === real || distance(said, real) <= Math.max(1, Math.floor(real.length / 4))
    if (
      gap === ' ' &&
      follow.length === rest.length &&
      follow.every((t, k) => t.word.capital && alike(plain(t.text), plain(rest[k] ?? '')))
    )
      return { last: i + rest.length, speaker }
  }
  const next = turn.tokens[i + 1]
  const followedByName =
    next &&
    turn.text.slice(token.end, next.start) === ' ' &&
    next.word.capital &&
    !turn.sentences.some((s) => s.firstToken === i + 1)
  if (
    followedByName &&
    next &&
    !/^(?:I|And|But|So|Well|What|Why|How|You|Is|Are|Do|Can|Tell|From)$/.test(next.text.replace(/['’].*$/, ''))
  )
    return null
  const present = bearers.filter((s) => near.has(s.id))
  const speaker = present[0] ?? bearers[0]
  return speaker ? { last: i, speaker } : null
}

/**
 * Finds people in all turns.
 * @param taken spans that are already names of something else, by turn
 */
export function findPeople(
  turns: readonly ReadTurn[],
  cast: Cast,
  interviews: readonly InterviewSpan[],
  lexicon: Lexicon,
  taken: ReadonlyMap<number, readonly (readonly [number, number])[]>,
): Mention[] {
  const hosts = cast.speakers.filter((s) => s.role === 'host').map((s) => s.id)
  const mentions: Mention[] = []
  const byFirstName = new Map<string, Speaker[]>()
  for (const speaker of cast.speakers) {
    const first = plain(speaker.name.split(/\s+/)[0] ?? '')
    for (const name of [first, ...(speaker.nicknames ?? [])])
      byFirstName.set(name, [...(byFirstName.get(name) ?? []), speaker])
  }
  const fullNames = new Map<string, string[]>()
  const singles: { turn: ReadTurn; place: Place; initial: boolean; cue: boolean }[] = []
  const add = (turn: ReadTurn, place: Place, candidate: Mention['candidates'][number]): void => {
    const start = (turn.tokens[place.first] as Token).start
    const token = turn.tokens[place.last] as Token
    const end = token.start + token.text.replace(/['’]s?$/, '').length
    mentions.push({
      turn: turn.index,
      start,
      end,
      surface: turn.text.slice(start, end),
      candidates: [candidate],
      rule: place.rule,
      confidence: place.confidence,
    })
  }
  for (const turn of turns) {
    const spans = taken.get(turn.index) ?? []
    const isTaken = (t: Token): boolean => spans.some(([start, end]) => t.start < end && start < t.end)
    const interview = interviews.find((i) => turn.index >= i.firstTurn && turn.index <= i.lastTurn)
    const near = new Set([...hosts, ...(interview?.guests ?? [])])
    const initials = new Set(turn.sentences.map((s) => s.firstToken))
    let done = -1
    for (const i of turn.capitals) {
      if (i <= done) continue
      const token = turn.tokens[i] as Token
      const known = speakerAt(turn, i, byFirstName, near)
      if (known) {
        // Who is in the room wins over a thing of the same name, unless the thing's name is longer.
        const end = (turn.tokens[known.last] as Token).end
        if (!spans.some(([s, e]) => token.start < e && s < end && e - s > end - token.start))
          add(
            turn,
            { first: i, last: known.last, name: known.speaker.name, confidence: 1, rule: 'person:speaker' },
            { id: known.speaker.id, kind: 'person', label: known.speaker.name },
          )
        done = known.last
        continue
      }
      if (isTaken(token)) continue
      const isName = lexicon.isFirstName(plain(token.text))
      const before = turn.text.slice(Math.max(0, token.start - 40), token.start)
      const isCalled = ROLE_BEFORE.test(before)
      let last = i
      while (last < i + 3) {
        const here = turn.tokens[last] as Token
        // "Joost van Leer", "Ada de la Cruz"
        let at = last + 1
        while (at < last + 3 && PARTICLE.test(turn.tokens[at]?.text ?? '')) at++
        const next = turn.tokens[at]
        if (
          !next?.word.capital ||
          !(
            /^(?: [a-z]+){0,2} $/.test(turn.text.slice(here.end, next.start)) ||
            isSaint(here, next, turn.text)
          ) ||
          /['’]s$/.test(here.text)
        )
          break
        if (at > last + 1 && !isName && !isCalled) break
        if (byFirstName.has(plain(next.text)) && !isName) break
        if (isTaken(next) || /^(?:I|I['’].*)$/.test(next.text) || initials.has(at)) break
        last = at
      }
      const after = turn.text.slice((turn.tokens[last] as Token).end, (turn.tokens[last] as Token).end + 24)
      const cue = isCalled || (last === i + 1 && !initials.has(i) && SURELY_AFTER.test(after))
      const words = turn.tokens.slice(i, last + 1)
      const surname = plain(words.at(-1)?.text ?? '')
      const isAcronym = words.some((w) => /^\p{Lu}{2,}s?$/u.test(w.text))
      // "Mark Tillerby": a doubtful first name with a surname; "Zaphi Berg and Tom Lind": beside a plain one.
      const isDoubtful =
        lexicon.isDoubtfulName(plain(token.text)) &&
        !initials.has(i) &&
        last === i + 1 &&
        !lexicon.isPlace(surname)
      const isListed =
        last === i + 1 &&
        !initials.has(i) &&
        lexicon.isFirstName(after.match(/^,? and (\p{Lu}\p{L}+) \p{Lu}/u)?.[1]?.toLowerCase() ?? '')
      if (
        last > i &&
        !isAcronym &&
        (isName || cue || isDoubtful || isListed) &&
        (isDoubtful || !lexicon.isWord(plain(token.text))) &&
        !(lexicon.isWord(surname) && !isName)
      ) {
        const name = turn.text.slice(token.start, (turn.tokens[last] as Token).end).replace(/['’]s?$/, '')
        const first = plain(token.text)
        if (!fullNames.get(first)?.includes(name))
          fullNames.set(first, [...(fullNames.get(first) ?? []), name])
        add(
          turn,
          { first: i, last, name, confidence: isName ? 0.9 : 0.7, rule: 'person:full-name' },
          personCandidate(name),
        )
        done = last
        continue
      }
      const possessed = /['’]/.test(token.text)
      if (
        last === i &&
        !isAcronym &&
        (isName || !initials.has(i)) &&
        !/.\p{Lu}|\p{N}/u.test(token.text) &&
        !/\b(?:[Tt]he|[Aa]n?|[Ee]very|[Ss]ome|[Nn]o|[Aa]nother) $/.test(before) &&
        !IS_THING.test(after) &&
        (isName || ((cue || PERSON_AFTER.test(after)) && !lexicon.isWord(plain(token.text)) && !possessed))
      )
        singles.push({
          turn,
          place: {
            first: i,
            last: i,
            name: token.text.replace(/['’]s?$/, ''),
            confidence: isName ? 0.75 : 0.6,
            rule: 'person:first-name',
          },
          initial: initials.has(i),
          cue: cue || PERSON_AFTER.test(after),
        })
      // "So Marco": the word that begins a sentence may stand before a name; the name is looked at by itself.
      if (!(initials.has(i) && lexicon.isWord(plain(token.text)))) done = last
    }
  }
  const seen = new Set(singles.filter((s) => !s.initial).map((s) => s.place.name))
  for (const { turn, place, initial, cue } of singles) {
    const full = fullNames.get(place.name.toLowerCase())
    if (initial && !seen.has(place.name) && !cue && full?.length !== 1) continue
    add(turn, place, personCandidate(full?.length === 1 ? (full[0] ?? place.name) : place.name))
  }
  return mentions
}
