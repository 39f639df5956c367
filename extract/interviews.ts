/** The third stage: where one conversation with one set of guests ends and the next begins. */
import { FAREWELL, GUEST_WORD, INTRODUCES, PARTING } from './dialogue.ts'
import { nameKey } from './labels.ts'
import type { Cast, InterviewSpan, ReadTurn, Span } from './types.ts'

/** Hosts who talk among themselves for this long are not yet, or no longer, in the interview. */
const LONG_CHAT = { turns: 6, characters: 2000 }
/** Before one interview of several, less will do: the episode is then known to have parts. */
const SHORT_CHAT = { turns: 3, characters: 0 }
/** How far before a guest's first turn the introduction may stand, and how far after (guests interrupt). */
const INTRODUCTION_BEFORE = 6
const INTRODUCTION_AFTER = 5

/** Guests whose turns overlap, and the first and last of these turns. */
interface Group {
  guests: number[]
  from: number
  to: number
}

/**
 * Finds the interviews of a transcript, in order. Guests who speak in overlapping stretches share one. A new
 * one begins where a host parts with the guests before or a break divides them, and the next are brought on.
 * A turn that does both belongs to both, cut where the introduction begins. Without guests there is none.
 */
export function findInterviews(turns: readonly ReadTurn[], cast: Cast): InterviewSpan[] {
  const room = roomOf(turns, cast)
  const groups = joinGroups(overlapping(cast), room)
  const single = groups.length === 1

  return groups.map((group, i): InterviewSpan => {
    const before = groups[i - 1]
    const after = groups[i + 1]
    const opening = before ? borderBetween(before, group, room) : null
    const closing = after ? borderBetween(group, after, room) : null
    const first = opening ?? beginning(group, room, single ? LONG_CHAT : SHORT_CHAT)
    const last = closing?.end ?? ending(group, room, single)
    return {
      firstTurn: first.turn,
      start: first.start,
      lastTurn: last.turn,
      end: last.end,
      guests: group.guests.map((g) => cast.speakers[g]?.id as string),
      introduction: introductionOf(group, first, room),
    }
  })
}

/** Everything that is asked about turns again and again. */
interface Room {
  turns: readonly ReadTurn[]
  isHost(index: number): boolean
  isNobody(index: number): boolean
  /** Words by which a speaker is called: first name and surname. */
  calledBy(speaker: number): ReadonlySet<string>
}

function roomOf(turns: readonly ReadTurn[], cast: Cast): Room {
  const called = cast.speakers.map(
    ({ name }) =>
      new Set(
        nameKey(name)
          .split(' ')
          .filter((w) => w.length > 1),
      ),
  )
  return {
    turns,
    isHost: (index) => cast.speakers[cast.speakerOf[index] ?? -1]?.role === 'host',
    isNobody: (index) => (cast.speakerOf[index] ?? -1) < 0,
    calledBy: (speaker) => called[speaker] ?? new Set(),
  }
}

/** A guest who is silent for this many turns may have left, and be back in another interview. */
const AWAY_TURNS = 10

/**
 * The stretches in which each guest speaks, joined where they overlap. A stretch is broken where the guest is
 * away for as long as another guest's whole visit; the parts are joined again unless people part in between.
 */
function overlapping(cast: Cast): Group[] {
  const total = cast.speakerOf.length
  const guestAt = (turn: number): number => {
    const speaker = cast.speakerOf[turn] ?? -1
    return cast.speakers[speaker]?.role === 'guest' ? speaker : -1
  }
  const lastOf = new Map<number, number>()
  for (let t = 0; t < total; t++) if (guestAt(t) >= 0) lastOf.set(guestAt(t), t)
  const firstOf = new Map<number, number>()
  for (let t = total - 1; t >= 0; t--) if (guestAt(t) >= 0) firstOf.set(guestAt(t), t)
  /** For each turn, the earliest end of a visit that begins there or later. */
  const endsAfter = new Array<number>(total + 1).fill(total)
  for (let t = total - 1; t >= 0; t--) {
    const guest = guestAt(t)
    const visit = firstOf.get(guest) === t ? (lastOf.get(guest) as number) : total
    endsAfter[t] = Math.min(endsAfter[t + 1] as number, visit)
  }

  const open = new Map<number, Group>()
  const stretches: Group[] = []
  for (let t = 0; t < total; t++) {
    const guest = guestAt(t)
    if (guest < 0) continue
    const stretch = open.get(guest)
    const left = stretch && t - stretch.to > AWAY_TURNS && (endsAfter[stretch.to + 1] as number) < t
    if (stretch && !left) stretch.to = t
    else {
      const begun = { guests: [guest], from: t, to: t }
      open.set(guest, begun)
      stretches.push(begun)
    }
  }
  const groups: Group[] = []
  for (const stretch of stretches) {
    const last = groups.at(-1)
    if (last && stretch.from <= last.to) join(last, stretch)
    else groups.push(stretch)
  }
  return groups
}

/** Changes `group`: the later stretch becomes part of it. */
function join(group: Group, later: Group): void {
  for (const guest of later.guests) if (!group.guests.includes(guest)) group.guests.push(guest)
  group.to = Math.max(group.to, later.to)
}

/** Joins groups between which nobody parts and nobody is brought on: one conversation whose guests take turns. */
function joinGroups(groups: readonly Group[], room: Room): Group[] {
  const joined: Group[] = []
  for (const group of groups) {
    const last = joined.at(-1)
    if (last && !isParted(last, group, room)) join(last, group)
    else joined.push({ ...group, guests: [...group.guests] })
  }
  return joined
}

/** A single turn is no conversation unless it is as long as one, in characters. */
const ASIDE_LENGTH = 500

const isAside = ({ from, to }: Group, { turns }: Room): boolean =>
  from === to && (turns[from]?.text.length ?? 0) < ASIDE_LENGTH

/**
 * Whether one conversation ends and another begins between two groups: people part, or a break divides them,
 * and the next guests are brought on. Guests who were there or were brought on together with the others are
 * only then in another conversation when somebody takes leave of those before in so many words.
 */
function isParted(before: Group, after: Group, room: Room): boolean {
  if (isAside(before, room) || isAside(after, room)) return false
  let broken = false
  let parted = false
  let tookLeave = false
  let introduced = false
  let broughtOn = false
  for (let t = Math.max(before.from, before.to - 2); t < after.from; t++) {
    const text = room.turns[t]?.text ?? ''
    if (room.isNobody(t)) broken ||= t > before.to
    else if (room.isHost(t)) {
      tookLeave ||= thanksBy(before, t, room)
      parted ||= FAREWELL.regex.test(text) || (t >= before.to - 1 && PARTING.regex.test(text))
      if (t > before.to) {
        introduced ||= introduces(after, t, room) !== null
        broughtOn ||= bringsOn(after, t, room)
      }
    } else tookLeave ||= t === before.to && PARTING.regex.test(text)
  }
  if (after.guests.every((guest) => before.guests.includes(guest)) || broughtOnTogether(before, after, room))
    return tookLeave && introduced
  if (broken) return parted || tookLeave || broughtOn
  return introduced && (parted || tookLeave)
}

/** Whether one turn at the beginning of the first group's visit brings on guests of both. */
function broughtOnTogether(before: Group, after: Group, room: Room): boolean {
  const until = Math.min(before.to, before.from + INTRODUCTION_AFTER)
  for (let t = Math.max(0, before.from - INTRODUCTION_BEFORE); t <= until; t++)
    if (room.isHost(t) && bringsOn(before, t, room) && bringsOn(after, t, room)) return true
  return false
}

/** Whether a host's turn thanks one of these guests by name. */
const thanksBy = (group: Group, turn: number, room: Room): boolean =>
  room.turns[turn]?.sentences.some((s, i) => {
    const said = room.turns[turn]?.text.slice(s.start, s.end) ?? ''
    return PARTING.regex.test(said) && names(group, turn, i, room)
  }) ?? false

/** Whether the n-th sentence of a turn names a guest of the group. */
function names(group: Group, turn: number, sentence: number, room: Room): boolean {
  const read = room.turns[turn]
  const range = read?.sentences[sentence]
  if (!read || !range) return false
  for (const token of read.tokens.slice(range.firstToken, range.endToken)) {
    if (!/^\p{Lu}/u.test(token.text)) continue
    const word = nameKey(token.text.replace(/['’]s$/, ''))
    if (group.guests.some((g) => room.calledBy(g).has(word))) return true
  }
  return false
}

/**
 * The sentence of a turn in which guests of the group are brought on: the first that names one, or without a
 * name the last that brings somebody on.
 */
function introduces(group: Group, turn: number, room: Room): number | null {
  const read = room.turns[turn]
  if (!read) return null
  const named = read.sentences.findIndex((_, i) => names(group, turn, i, room))
  if (named >= 0) return named
  for (let i = read.sentences.length - 1; i >= 0; i--) {
    const s = read.sentences[i]
    const said = s ? read.text.slice(s.start, s.end) : ''
    if (GUEST_WORD.regex.test(said) || (INTRODUCES.regex.test(said) && !PARTING.regex.test(said))) return i
  }
  return null
}

/** Whether a turn brings on a guest of the group by name, and does not merely speak to one. */
const bringsOn = (group: Group, turn: number, room: Room): boolean =>
  room.turns[turn]?.sentences.some(
    (s, i) =>
      names(group, turn, i, room) &&
      INTRODUCES.regex.test(room.turns[turn]?.text.slice(s.start, s.end) ?? ''),
  ) ?? false

interface Place {
  turn: number
  start: number
}
interface Border extends Place {
  /** Where the conversation before ends. */
  end: { turn: number; end: number }
}

/** Where one group's conversation ends and the next one's begins. */
function borderBetween(before: Group, after: Group, room: Room): Border {
  const gap: number[] = []
  for (let t = before.to + 1; t < after.from; t++) gap.push(t)
  const breaks = gap.filter((t) => room.isNobody(t))
  const whole = (turn: number) => ({ turn, end: room.turns[turn]?.text.length ?? 0 })
  const from = Math.max(before.to, breaks.at(-1) ?? 0) + 1
  const turn = introductionTurn(after, from, room) ?? (breaks.length ? from : after.from - 1)
  // Host turns between a break and the introduction lead up to it, unless they are a long chat.
  const led = breaks.length && turn - from < SHORT_CHAT.turns ? from : turn
  const opening = Math.max(led, before.to + 1)
  if (breaks.length) return { turn: opening, start: 0, end: whole((breaks[0] as number) - 1) }
  if (gap.length === 0) return { turn: after.from, start: 0, end: whole(before.to) }
  const start = cutAt(after, opening, room)
  const end = start > 0 ? { turn: opening, end: endBefore(room, opening, start) } : whole(opening - 1)
  return { turn: opening, start, end }
}

/** The last host turn before the group speaks in which one of them is brought on, by name where possible. */
function introductionTurn(group: Group, from: number, room: Room): number | null {
  const earliest = Math.max(from, group.from - INTRODUCTION_BEFORE)
  let unnamed: number | null = null
  for (let t = group.from - 1; t >= earliest; t--) {
    if (!room.isHost(t)) continue
    const at = introduces(group, t, room)
    if (at === null) continue
    if (names(group, t, at, room)) return t
    unnamed ??= t
  }
  return unnamed
}

/** Offset at which a turn turns to the next guests: behind the last words of parting before they are named. */
function cutAt(group: Group, turn: number, room: Room): number {
  const read = room.turns[turn]
  const at = introduces(group, turn, room)
  if (!read || at === null) return 0
  for (let i = at - 1; i >= 0; i--) {
    const s = read.sentences[i]
    if (s && PARTING.regex.test(read.text.slice(s.start, s.end))) return read.sentences[i + 1]?.start ?? 0
  }
  return 0
}

const endBefore = (room: Room, turn: number, start: number): number =>
  (room.turns[turn]?.text.slice(0, start) ?? '').trimEnd().length

/** Where the first conversation begins: with the file, or with the welcome after a long chat of the hosts. */
function beginning(group: Group, room: Room, long: { turns: number; characters: number }): Place {
  const turn = introductionTurn(group, 0, room)
  if (turn === null) return { turn: 0, start: 0 }
  let characters = 0
  let spoken = 0
  for (let t = 0; t < turn; t++) {
    characters += room.turns[t]?.text.length ?? 0
    if (!room.isNobody(t)) spoken++
  }
  if (spoken < long.turns || characters < long.characters || !bringsOn(group, turn, room))
    return { turn: 0, start: 0 }
  return { turn, start: cutAt(group, turn, room) }
}

/** Where the last conversation ends: with the file, or with the farewell before a long chat of the hosts. */
function ending(group: Group, room: Room, single: boolean): { turn: number; end: number } {
  let last = room.turns.length - 1
  if (!single) while (last > group.to && room.isNobody(last)) last--
  let farewell = -1
  for (let t = Math.max(0, group.to - 2); t <= Math.min(group.to + 2, last); t++)
    if (PARTING.regex.test(room.turns[t]?.text ?? '')) farewell = Math.max(t, group.to)
  let characters = 0
  for (let t = farewell + 1; t <= last; t++) characters += room.turns[t]?.text.length ?? 0
  const chatted = last - farewell >= LONG_CHAT.turns && characters >= LONG_CHAT.characters
  const turn = farewell >= 0 && chatted ? farewell : last
  return { turn, end: room.turns[turn]?.text.length ?? 0 }
}

/** The words that introduce the guests: from the first sentence that names one to the last of that turn that does. */
function introductionOf(group: Group, begin: Place, room: Room): Span {
  const until = Math.min(group.from + INTRODUCTION_AFTER, room.turns.length - 1)
  let best: { span: Span; worth: number } | null = null
  let unnamed: Span | null = null
  let fallback: Span | null = null
  for (let t = begin.turn; t <= until; t++) {
    const read = room.turns[t]
    if (!read || !room.isHost(t)) continue
    const from = t === begin.turn ? begin.start : 0
    const range = read.sentences.map((s, i) => ({ s, i })).filter(({ s }) => s.start >= from)
    const first = range[0]?.s
    const says = range.findLast(({ s }) => {
      const said = read.text.slice(s.start, s.end)
      return GUEST_WORD.regex.test(said) || (INTRODUCES.regex.test(said) && !PARTING.regex.test(said))
    })?.s
    if (says && t < group.from) unnamed ??= { turn: t, start: says.start, end: says.end }
    if (first) fallback ??= { turn: t, start: first.start, end: first.end }
    const naming = range.filter(({ i }) => names(group, t, i, room))
    const [a, z] = [naming[0], naming.at(-1)]
    if (!a || !z) continue
    const near = z.i - a.i <= 6 ? z : a
    const next = read.sentences[near.i + 1]
    const goesOn = next && /^(?:she|he|they)\b/i.test(read.text.slice(next.start, next.end)) ? next : near.s
    const brings = range.some(
      ({ s, i }) => i >= a.i - 1 && i <= near.i && INTRODUCES.regex.test(read.text.slice(s.start, s.end)),
    )
    const worth = (brings ? 2 : 0) + Math.min(naming.length, 3) + (t < group.from ? 1 : 0)
    if (!best || worth > best.worth) best = { span: { turn: t, start: a.s.start, end: goesOn.end }, worth }
  }
  return (
    best?.span ??
    unnamed ??
    fallback ?? { turn: begin.turn, start: begin.start, end: room.turns[begin.turn]?.text.length ?? 0 }
  )
}
