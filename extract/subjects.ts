/** What each interview is about, and with what each guest is introduced. */
import type { Names } from './names/index.ts'
import { tokenize } from './text.ts'
import { EMPLOYED, OF_A_FIELD, OF_A_PROJECT } from './trades.ts'
import type { Conversation, InterviewSpan, LinkedMention, Span } from './types.ts'

export interface Introduction {
  person: string
  /** A project or company. */
  subject: string
  /** Said to come from it, rather than to talk about it. */
  belongs: boolean
  evidence: Span
}

export interface InterviewSubjects {
  /** Projects and companies the interview is about, most important first. */
  about: { id: string; evidence: Span }[]
  /** What "we" and "it" stand for, where there is one candidate. */
  project: string | undefined
  company: string | undefined
  /** Whether much of the talk names the project, or it was introduced as such: "it" and "we" then need no other sign. */
  steady: boolean
  introductions: Introduction[]
  /** Projects that the host asks the guest to tell about: "What is Keptn?" */
  asked: ReadonlySet<string>
  /** All that the host announces in the opening. */
  announced: ReadonlySet<string>
}

/** Between a person and what the person is introduced with. */
const BELONGS =
  /^(?:['’]s)?,? (?:is |who is |who's |he's |she's |here |back |joining us |and )?(?:(?:also |again )?(?:from|of|at|with|over at|over from|with us from|(?:who )?(?:both |all )?works? (?:at|for|on)|working (?:at|for|on)|(?:who )?(?:both )?(?:maintains?|leads?|runs|builds|created|co-?founded|founded|started)|(?:is|are) (?:both |all )?(?:from|with|at)|representing)|(?:(?:and )?(?:you're|you are|he's|she's|he is|she is|they're|they are|both|is|are|who is|who's|as)? ?(?:a |an |the |one of the |co-?)?(?:[\w-]+ ){0,4}?(?:maintainers?|creators?|authors?|founders?|co-?founders?|leads?|engineers?|CTO|CEO|developers?|architects?|members?|contributors?|chairs?|head of [\w ]+|advocates?|staff|director|manager|founders?)(?: (?:of|at|for|on|from|with|behind)))|and (?:you're|you are|he's|she's) with) (?:the )?(?:folks (?:at|from) )?$/i
/** What the talk is announced to be about. */
const ANNOUNCES =
  /\b(?:what(?:'s| is| exactly is|'s up with| are)|tell (?:me|us|everyone|our listeners)(?: [\w-]+){0,4} about|talk(?:ing)?(?: [\w-]+){0,4} about|talking to|hear(?:ing)? about|learn(?:ing)?(?: [\w-]+){0,3} about|understand what|update (?:on|from)|check-in on(?: where)?|the (?:next|first|last) one (?:we have )?(?:here )?is|found the|discuss(?:ing)?|introduc(?:e|ing)|here to talk(?: [\w-]+){0,2} about|so why did you (?:build|create|start|write)|story (?:of|behind)|(?:today|this (?:week|time)|our (?:topic|subject)(?: today)?),? (?:it['’]s|is|we['’]ve got|we have)) (?:(?:the |this |a )?(?:(?!(?:how|why|when|whether|that|using|with|if|what)\b)[\w-]+,? ){1,5}?(?:and|called|named),? )?(?:the |this |a |what |all about )?\[?$/i

/** "Mimir, the project we're gonna talk about today". */
const ANNOUNCED =
  /^,? (?:which is )?(?:the|a) (?:[\w-]+ ){1,3}(?:that )?we(?:['’]re| are) (?:gonna|going to|here to) (?:talk|discuss|hear)\b/i

/** "What is Keptn?" may come after some talk of how the guest got there; in turns beyond the opening. */
const ASKED_LATER = 10

const ASKS =
  /\b(?:we(?:['’]re| are) here(?: today)? to|we(?:['’]re| are) (?:gonna|going to) be|today(?:['’]s| we| is)|what(?:['’]s| is)|tell (?:me|us)|why did you|what are|going to tell|where)\b[^.!]{0,60}$/i

const spanOf = (m: LinkedMention): Span => ({ turn: m.turn, start: m.start, end: m.end })

/** Mentions of one interview, without what lies outside its first and last words. */
export const mentionsWithin = (mentions: readonly LinkedMention[], span: InterviewSpan): LinkedMention[] =>
  mentions.filter(
    (m) =>
      m.turn >= span.firstTurn &&
      m.turn <= span.lastTurn &&
      !(m.turn === span.firstTurn && m.start < span.start) &&
      !(m.turn === span.lastTurn && m.end > span.end),
  )

/** Share of the names of things in a talk that its one subject has; found on talks with and without one. */
const STEADY = 0.155

/** What nobody announced or came with is the subject of a long talk only where it has this share of its names, … */
const DOMINANT = 0.15
/** … and is named in so many turns: a long story about one thing does not make a talk about it. */
const THROUGHOUT = 14
/** In a long talk, in how many turns a guest's employer or project is named if the talk is about it. */
const RETURNS = 5
/** Interviews of fewer turns keep to what they were introduced with. */
const SHORT = 60

const isSubjectKind = (m: LinkedMention): boolean => m.kind === 'project' || m.kind === 'company'

/**
 * @param occasions in how many interviews of the episode each entity is often named: what all talk about is
 * no one's subject
 */
export function findSubjects(
  conversation: Conversation,
  mentions: readonly LinkedMention[],
  names: Names,
): InterviewSubjects[] {
  const within = conversation.interviews.map((span) => mentionsWithin(mentions, span))
  return conversation.interviews.map((span, index) =>
    subjectsOf(conversation, span, within[index] ?? [], within, names),
  )
}

function subjectsOf(
  conversation: Conversation,
  span: InterviewSpan,
  own: readonly LinkedMention[],
  all: readonly LinkedMention[][],
  names: Names,
): InterviewSubjects {
  const { cast, turns } = conversation
  const isHost = (turn: number): boolean => cast.speakers[cast.speakerOf[turn] ?? -1]?.role === 'host'
  const speakerOf = (turn: number): string | undefined => cast.speakers[cast.speakerOf[turn] ?? -1]?.id
  const guests = new Set(span.guests)
  // The opening: the host's words of introduction and the first few turns after the guest begins to speak.
  const firstGuestTurn =
    turns.find((t) => t.index >= span.firstTurn && guests.has(speakerOf(t.index) ?? ''))?.index ??
    span.firstTurn
  const openingEnd = Math.max(
    firstGuestTurn + 4,
    span.firstTurn + Math.floor((span.lastTurn - span.firstTurn) / 10),
  )
  const scores = new Map<string, { score: number; evidence: Span; count: number }>()
  const sentenceOf = (m: LinkedMention): Span => {
    const sentence = turns[m.turn]?.sentences.find((x) => m.start >= x.start && m.start < x.end)
    return sentence ? { turn: m.turn, start: sentence.start, end: sentence.end } : spanOf(m)
  }
  const give = (m: LinkedMention, points: number): void => {
    const known = scores.get(m.entity)
    if (known) {
      known.score += points
      if (points > 1 && known.evidence.turn > m.turn) known.evidence = sentenceOf(m)
    } else scores.set(m.entity, { score: points, evidence: sentenceOf(m), count: 0 })
  }
  /** The guest who speaks next: whom a host who names nobody speaks to. */
  const nextGuest = (turn: number): string | undefined => {
    for (let t = turn + 1; t <= Math.min(turn + 3, span.lastTurn); t++) {
      const speaker = speakerOf(t)
      if (speaker !== undefined && guests.has(speaker)) return speaker
    }
    return undefined
  }
  const introductions: Introduction[] = []
  const people = own.filter((m) => m.kind === 'person')
  const announced = new Set<string>()
  // A page that holds one interview is headed by what it is about.
  const heading = all.length === 1 ? tokenize(conversation.transcript.metadata.title ?? '') : []
  const headed = ` ${heading.map((token) => token.lower).join(' ')} `
  for (const m of own.filter(isSubjectKind)) {
    const words = tokenize(m.surface).map((token) => token.lower)
    if (announced.has(m.entity) || !words.length || !headed.includes(` ${words.join(' ')} `)) continue
    announced.add(m.entity)
    give(m, 4)
    for (const person of titleGuests(conversation, m, guests))
      introductions.push({ person, subject: m.entity, belongs: true, evidence: sentenceOf(m) })
  }
  const asked = new Set<string>()
  let listed: { turn: number; end: number; makers: readonly string[] } | undefined
  for (const m of own.filter(isSubjectKind)) {
    if (m.turn > openingEnd + ASKED_LATER) break
    const turn = turns[m.turn]
    if (!turn) continue
    const sentence = turn.sentences.find((s) => m.start >= s.start && m.start < s.end)
    if (!sentence) continue
    const evidence = { turn: m.turn, start: sentence.start, end: sentence.end }
    const before = turn.text.slice(sentence.start, m.start)
    if (isHost(m.turn)) {
      const after = turn.text.slice(m.end, m.end + 60)
      const isAnnounced = ANNOUNCED.test(after)
      // "… and asks what Keptn is"
      const isDefined = /\bwhat (?:the )?$/i.test(before) && /^ (?:is|does)\b/.test(after)
      // "I'm at the Keptn booth": whoever speaks there speaks for it.
      const isPlace = m.turn <= firstGuestTurn && m.kind === 'project' && isBooth(before, after)
      if (isPlace)
        for (const person of guests)
          introductions.push({ person, subject: m.entity, belongs: true, evidence })
      if (isPlace || isAnnounced || isDefined || (ANNOUNCES.test(before) && ASKS.test(before)))
        asked.add(m.entity)
      if (m.turn > openingEnd && !asked.has(m.entity)) continue
      if ((isAnnounced || ANNOUNCES.test(before)) && !announced.has(m.entity)) {
        announced.add(m.entity)
        give(m, m.turn <= firstGuestTurn + 2 ? 5 : 3)
      } else if (m.turn < firstGuestTurn) give(m, 1.5)
      const makers = introducedWith(m, people, turn.text, guests)
      if (!makers.length && MADE.test(before)) makers.push(...onlyGuest(m, people, guests))
      if (!makers.length)
        makers.push(
          ...describedGuests({
            m,
            before,
            after,
            people,
            guests,
            spokenNext: nextGuest(m.turn),
            text: turn.text,
          }),
        )
      // "author of the Cortex and Loki projects": the second of a list is introduced as the first is.
      if (
        !makers.length &&
        listed &&
        listed.turn === m.turn &&
        LISTED.test(turn.text.slice(listed.end, m.start))
      )
        makers.push(...listed.makers)
      listed = makers.length ? { turn: m.turn, end: m.end, makers } : undefined
      const subject = meantBy(m, before, own, names) ?? m.entity
      for (const person of makers) introductions.push({ person, subject, belongs: true, evidence })
    } else if (guests.has(speakerOf(m.turn) ?? '') && m.turn <= firstGuestTurn + NAMED_SOON) {
      // "You two are from Kada?" – "Keda.": the guests say what it is that they are there for.
      if (isHost(m.turn - 1) && m.kind === 'project' && saysItsName(m, turn.text, turns[m.turn - 1]?.text)) {
        asked.add(m.entity)
        announced.add(m.entity)
        give(m, 5)
        for (const person of guests)
          introductions.push({ person, subject: m.entity, belongs: true, evidence })
      } else if (m.turn <= firstGuestTurn + 1 && sentence.start < 240) give(m, 1)
    }
  }
  for (const id of addressAnnounced(conversation, span, own, firstGuestTurn, isHost)) {
    announced.add(id)
    const m = own.find((other) => other.entity === id)
    if (m) give(m, 5)
  }
  introductions.push(...selfIntroductions(conversation, span, own, names))
  const known = new Set([...announced, ...asked].filter((id) => id.startsWith('project:')))
  const [only] = known.size === 1 ? known : announced
  if (only?.startsWith('project:') && (known.size === 1 || announced.size === 1))
    for (const { person, evidence } of itsMakers(conversation, people, guests, firstGuestTurn, span, isHost))
      if (!introductions.some((x) => x.person === person && x.belongs && x.subject.startsWith('project:')))
        introductions.push({ person, subject: only, belongs: true, evidence })
  for (const intro of introductions) {
    const known = scores.get(intro.subject)
    if (known) known.score += 4
  }
  const counted = own.filter(isSubjectKind)
  for (const m of counted) {
    if (!scores.has(m.entity)) scores.set(m.entity, { score: 0, evidence: sentenceOf(m), count: 0 })
    const known = scores.get(m.entity)
    if (known) known.count++
  }
  // What other interviews of the episode name as often is the common ground, not the subject.
  const elsewhere = (id: string): number =>
    all.filter((list) => list !== own && list.filter((m) => m.entity === id).length >= 2).length
  const total = counted.length || 1
  const ranked = [...scores]
    .map(([id, s]) => ({
      id,
      evidence: s.evidence,
      count: s.count,
      score:
        s.score +
        (((12 * s.count) / total) * Math.min(1, (s.count - 1) / 4)) / (1 + elsewhere(id)) +
        (names.entry(id)?.cncf ? 0.25 : 0),
    }))
    .sort((a, b) => b.score - a.score || b.count - a.count || (a.id < b.id ? -1 : 1))
  // One subject: well ahead of the next, or the only one of the two that was announced.
  const isClear = (
    first: { id: string; score: number },
    second: { id: string; score: number } | undefined,
  ): boolean =>
    !second || first.score >= second.score * 1.25 || (announced.has(first.id) && !announced.has(second.id))
  const isProject = (id: string): boolean => id.startsWith('project:')
  const top = ranked[0]
  // A guest's employer that is hardly named again is no subject beside a project.
  const isAside = (r: { id: string; count: number }): boolean =>
    !isProject(r.id) && r.count < 3 && ranked.some((other) => isProject(other.id) && other.score >= 4)
  const named = own.filter((m) => isSubjectKind(m) || m.kind === 'technology')
  const turnsOf = new Map<string, Set<number>>()
  const timesOf = new Map<string, number>()
  for (const m of named) {
    timesOf.set(m.entity, (timesOf.get(m.entity) ?? 0) + 1)
    turnsOf.set(m.entity, (turnsOf.get(m.entity) ?? new Set()).add(m.turn))
  }
  const shareOf = (id: string): number => (timesOf.get(id) ?? 0) / (named.length || 1)
  const cameWith = new Set(introductions.filter((i) => i.belongs).map((i) => i.subject))
  const isLong = span.lastTurn - span.firstTurn >= SHORT
  const isTalkedOf = ({ id, count }: { id: string; count: number }): boolean => {
    const inTurns = turnsOf.get(id)?.size ?? 0
    if (cameWith.has(id) && asked.has(id)) return true
    if (announced.has(id) || asked.has(id)) return count >= 3 || !isLong
    if (cameWith.has(id)) return inTurns >= RETURNS || !isLong
    return isProject(id) && shareOf(id) >= DOMINANT && inTurns >= (isLong ? THROUGHOUT : 2)
  }
  const about = ranked
    .filter((r) => !isAside(r) && isTalkedOf(r))
    .filter((r, i) =>
      i === 0 ? r.score >= 2 : top !== undefined && i < 3 && r.score >= Math.max(4, top.score * 0.55),
    )
  const projects = ranked.filter((r) => isProject(r.id) && r.score >= 2)
  const companies = introductions.filter((i) => i.belongs && !isProject(i.subject))
  const [first, second] = projects
  const project = first && isClear(first, second) ? first.id : undefined
  const share = project === undefined ? 0 : shareOf(project)
  return {
    about: about.map(({ id, evidence }) => ({ id, evidence })),
    project,
    steady:
      project !== undefined &&
      (share >= STEADY || asked.has(project) || introductions.some((i) => i.subject === project)),
    company: new Set(companies.map((c) => c.subject)).size === 1 ? companies[0]?.subject : undefined,
    introductions,
    asked,
    announced,
  }
}

/** So many turns after the first of a guest, at most, they say what they are there for. */
const NAMED_SOON = 4
/** Ends a host's turn that asks who or what somebody is there for. */
const ASKS_NAME =
  /\b(?:this is|(?:you|you two|you guys|you both|both of you|y['’]all)(?:['’]re| are)|it['’]s|called|pronounc\w+|(?:say|said|get|got) (?:that|it)|who are you|who do we have|what(?:['’]s| is| are) (?:this|it|that|the (?:project|name)|your (?:project|thing|booth)|we looking at|you (?:showing|here|representing|working)|on (?:your|the) (?:shirt|sign|sticker|banner))|what (?:do you have|have you got|brings you|project)|which (?:project|booth|one))\b[^!]{0,100}\?\s*$/i
/** All that stands before a name which is the whole of an answer. */
const ANSWERS_NAME =
  /^(?:(?:yeah|yes|yep|no|so|um+|uh+|oh|well|hi|hello|hey|okay|right|close|almost|exactly|it['’]s|it is|that['’]s|that is|this is|we['’]re|we are|from|the|called)[,.!]? ){0,5}$/i

/** Whether a guest's turn begins with a name, asked for it by the turn before: "This is Tanos, right?", "Thanos, yes." */
const saysItsName = (m: LinkedMention, text: string, question: string | undefined): boolean =>
  question !== undefined &&
  ASKS_NAME.test(question) &&
  ANSWERS_NAME.test(text.slice(0, m.start)) &&
  /^(?:[.,!]|$| (?:project|yes|yeah|like|as in)\b)/.test(text.slice(m.end))

/** Around the name of a project whose place at a fair it is: "at the Keptn booth", "at the booth of Keptn". */
const isBooth = (before: string, after: string): boolean =>
  (/\b(?:at|visit(?:ing)?|in front of) (?:the |their |your )?$/i.test(before) &&
    /^ (?:project )?(?:table|booth|kiosk|stand|pod|desk|counter)\b/i.test(after)) ||
  /\bat the (?:table|booth|kiosk|stand|pod|desk|counter) (?:of|for) (?:the )?$/i.test(before)

/** "Keptn with Ann Example of Acme": the guests whom a page's title names after what it is about, or with their company. */
function titleGuests(
  conversation: Conversation,
  m: LinkedMention,
  guests: ReadonlySet<string>,
): readonly string[] {
  const title = conversation.transcript.metadata.title ?? ''
  const at = title.search(/ (?:with|ft\.?|feat\.?|featuring) /i)
  const place = title.toLowerCase().indexOf(m.surface.toLowerCase())
  if (at < 0 || place < 0) return []
  const named = conversation.cast.speakers.filter(
    ({ id, name }) => guests.has(id) && title.indexOf(name) > at,
  )
  if (place < at) return m.kind === 'project' ? named.map(({ id }) => id) : []
  return named
    .filter(({ name }) =>
      /^,? (?:of|from|at) (?:the )?$/i.test(title.slice(title.indexOf(name) + name.length, place)),
    )
    .map(({ id }) => id)
}

/** "Today we're talking about porter.sh": projects that the opening announces by the address that bears their name. */
function addressAnnounced(
  conversation: Conversation,
  span: InterviewSpan,
  own: readonly LinkedMention[],
  firstGuestTurn: number,
  isHost: (turn: number) => boolean,
): string[] {
  const slugs = new Map<string, string>()
  for (const m of own)
    if (m.kind === 'project') slugs.set(m.entity.slice('project:'.length).replace(/[-.]/g, ''), m.entity)
  return own.flatMap((m) => {
    if (m.kind !== 'url' || m.turn < span.firstTurn || m.turn > firstGuestTurn + 2 || !isHost(m.turn))
      return []
    const turn = conversation.turns[m.turn]
    const sentence = turn?.sentences.find((x) => m.start >= x.start && m.start < x.end)
    if (!turn || !sentence || !ANNOUNCES.test(turn.text.slice(sentence.start, m.start))) return []
    const [name, ...rest] = m.surface
      .toLowerCase()
      .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
      .split(/[./]/)
    const project = slugs.get((name ?? '').replace(/-/g, ''))
    return project !== undefined && rest.length > 0 ? [project] : []
  })
}

/** Trades of those to whom a thing belongs: "the creator", "one of its core maintainers". */
const MAKER_OF_IT = String.raw`(?:[\w-]+ ){0,2}?(?:creators?|authors?|maintainers?|founders?|co-?founders?|inventors?|co-?creators?|core (?:developer|contributor|team member)s?|main (?:developer|contributor)s?|lead (?:developer|maintainer)s?)`
const ARTICLE = '(?:the|one of (?:the|its|their)|its|two of (?:the|its)|both)'
/** "We'll meet the creator, and one of the main contributors, …" */
const MAKER_BEFORE = new RegExp(
  String.raw`\b${ARTICLE} ${MAKER_OF_IT}(?: (?:of|behind) (?:it|this|that|the (?:project|tool|library|language|framework)|this (?:project|tool|library|language|framework)))?(?:,? (?:and|&) (?:[\w-]+ ){1,5}?(?:creators?|authors?|maintainers?|contributors?|founders?|developers?|leads?|CEO|CTO))?(?: of (?:it|the project))?(?:,| is| are| -+|:| who is)? (?:(?:the (?:one and only|amazing|great|wonderful)|our (?:good )?friend|mr\.|named|himself|herself),? )?\[?$`,
  'i',
)
/** "… who created it", ", the author", "is one of the maintainers". */
const MAKER_AFTER = new RegExp(
  String.raw`^(?:\]\([^)\s]{1,120}\))?(?:,| is| are|['’]s| -+)? (?:(?:is|who is|who are|who['’]s|also|they are|they['’]re) )?(?:${ARTICLE} ${MAKER_OF_IT}(?! (?:of (?!it\b|this\b|that\b|the (?:project|tool|library|language|framework)\b)|at|for|from|behind|on|and [\w-]+ of)\b)|who (?:(?:originally|actually|first|also) )?(?:created|wrote|built|made|started|maintains?|develops?|developed|works? on|is behind|are behind|leads?|designed|founded) (?:it|this|that|the (?:project|tool|library|language|framework))\b)`,
)

/** The guests whom the opening calls the makers of what it announces, without naming that again. */
function itsMakers(
  conversation: Conversation,
  people: readonly LinkedMention[],
  guests: ReadonlySet<string>,
  firstGuestTurn: number,
  span: InterviewSpan,
  isHost: (turn: number) => boolean,
): { person: string; evidence: Span }[] {
  const opening = people.filter(
    (p) => p.turn >= span.firstTurn && p.turn <= firstGuestTurn + 4 && isHost(p.turn) && guests.has(p.entity),
  )
  return opening.flatMap((p, i) => {
    const turn = conversation.turns[p.turn]
    const sentence = turn?.sentences.find((x) => p.start >= x.start && p.start < x.end)
    if (!turn || !sentence) return []
    const says =
      MAKER_BEFORE.test(turn.text.slice(sentence.start, p.start)) ||
      MAKER_AFTER.test(turn.text.slice(p.end, Math.max(sentence.end, p.end)))
    if (!says) return []
    const rest = opening.slice(i + 1).filter((other) => other.turn === p.turn && other.end <= sentence.end)
    const evidence = { turn: p.turn, start: sentence.start, end: sentence.end }
    return joined(p, rest, (here, other) => turn.text.slice(here.end, other.start)).map((person) => ({
      person,
      evidence,
    }))
  })
}

/** Between the names of a list: "Cortex and Loki", "[Cortex](…), Loki". */
export const LISTED = /^(?:\]\([^)\s]{1,120}\))?(?:,? (?:and|&) (?:(?:the|also|of) )?|, )\[?$/

/** The guests whom a host's sentence introduces with this project or company: "Vera and Tom from Fermyon". */
function introducedWith(
  m: LinkedMention,
  people: readonly LinkedMention[],
  text: string,
  guests: ReadonlySet<string>,
): string[] {
  // "… and she used to work on the platform team at …": what the guest came with before.
  const said =
    text
      .slice(Math.max(0, m.start - 90), m.start)
      .split(/[.!?;]\s/)
      .at(-1) ?? ''
  if (WAS_WITH.test(said) || LIKENED.test(said)) return []
  // "We have Cloud Custodian here, with …", "at the Crossplane booth with … and …": the guests come after.
  const after = people
    .filter((p) => p.turn === m.turn && p.start > m.end && guests.has(p.entity))
    .sort((a, b) => a.start - b.start)
  const next = after[0]
  if (
    next &&
    m.kind === 'project' &&
    /^(?:(?: (?:booth|stand|table|kiosk|desk|team|folks|people|guys|crew))?(?: here)?,? with| (?:folks|people|team|guys|maintainers|engineers|developers|contributors|crew)(?: here)?[,:]) $/.test(
      text.slice(m.end, next.start),
    )
  )
    return joined(next, after.slice(1), (here, other) => text.slice(here.end, other.start))
  // "I'm at the … booth, and with me is …"
  if (next && BOOTH.test(text.slice(m.end, next.start)))
    return joined(next, after.slice(1), (here, other) => text.slice(here.end, other.start))
  // "We've got A, B and C here, and they're all with KEDA."
  const all =
    /[.,;]? (?:and )?(?:they(?:['’]re| are)|you(?:['’]re| are) (?:all|both)|both|all)(?: all| both)?(?: here)? (?:with|from|of|at|maintain\w*(?: of)?|work(?:ing)? on|represent(?:ing)?) (?:the )?$/i
  if (all.test(text.slice(Math.max(0, m.start - 60), m.start))) {
    const named = people
      .filter((p) => p.turn === m.turn && p.end <= m.start && guests.has(p.entity))
      .map((p) => p.entity)
    if (named.length > 1) return [...new Set(named)]
  }
  const before = people
    .filter((p) => p.turn === m.turn && p.end <= m.start && guests.has(p.entity))
    .sort((a, b) => b.end - a.end)
  const nearest = before[0]
  const inTurn = new Set(people.filter((p) => p.turn === m.turn && guests.has(p.entity)).map((p) => p.entity))
  const sentence =
    text
      .slice(Math.max(0, m.start - 200), m.start)
      .split(/[.!?]\s/)
      .at(-1) ?? ''
  if (inTurn.size === 1 && (DESCRIBED.test(sentence) || isPlaceAlone(text, m))) return [...inTurn]
  if (!nearest) return welcomedAfter(m, people, text, guests)
  const gap = text.slice(nearest.end, m.start).replace(FIRST_OF_TWO, ' is ')
  if (gap.length > 90) return []
  const isLinked =
    BELONGS.test(gap) || (/^[.!] (?:He|She|They)['’ ]/.test(gap) && BELONGS.test(` ${gap.slice(2)}`))
  if (!isLinked) return []
  // "Ann is here, and from Red Hat, Bo": the name after it is the one that belongs.
  const follows = people.find((p) => p.turn === m.turn && p.start > m.end)
  if (
    follows &&
    /\band (?:from|at|with|of) (?:the )?$/i.test(gap) &&
    /^,? $/.test(text.slice(m.end, follows.start))
  )
    return guests.has(follows.entity) ? [follows.entity] : []
  const found = [nearest.entity]
  let here = nearest
  for (const other of before.slice(1)) {
    if (!/^(?:,? and |, (?:and )?| & )$/.test(text.slice(other.end, here.start))) break
    found.push(other.entity)
    here = other
  }
  return found
}

/** An employer, or project, of the past: "formerly of …", "he's worked at …". */
const WAS_WITH =
  /(?:\b(?:formerly|previously|used to (?:work|be)|(?:he|she|who|they)(?:['’]s| has| have)? (?:been an?|worked)|was|were)\b[^,.]*)$/i

/** Right after these a name says of what sort the other thing is: "a Go implementation of Kafka". */
const LIKENED =
  /\b(?:implementation|version|clone|fork|port|users?|fans?|kind|sort|lots?|bunch|number|impact|idea|love|use|combination|story|history|alternative|land) (?:of|to|for) (?:the )?$/i

/** "Ann is a principal engineer at Acme and one of …": before the second thing that a person is. */
const FIRST_OF_TWO =
  /^(?:['’]s| is| was|,)(?: also)? (?:an? |the )?(?:[\w-]+ ){1,5}(?:at|of|for|with|from) [^.?!,;:]{2,40}?,? and (?:also |(?:she|he|they)(?:['’]s|['’]re| is| are) (?:also )?)?(?=(?:an?|the|one of)\b)/

/** Between a booth's name and who stands at it. */
const BOOTH =
  /^(?:['’]s)? (?:booth|stand|table|kiosk|desk)(?: here| now)?[,.]? (?:and )?(?:(?:here )?with me (?:is|are|here is)|I(?:['’]m| am)(?: here)? with|I(?:['’]ve got| have)|I(?:['’]m| am) (?:talking|speaking) (?:to|with)|with) $/i

/**
 * "Our guest today … She's one of the maintainers of …", "…, who's an engineer on the platform team at …": what
 * is said in a turn that introduces a single guest.
 */
const DESCRIBED =
  /\b(?:guests?|[Ss]he|[Hh]e|[Tt]hey|who)(?:['’](?:s|re)| is| are| works?\b| comes?\b)?[^.?!]{0,90}\b(?:maintainers?|creators?|authors?|founders?|co-?founders?|leads?|engineers?|developers?|architects?|CTO|CEO|VP|director|head|manager|advocates?|contributors?|works?|working|comes?|is|are|['’]s)(?: [\w-]+){0,7}? (?:of|at|for|on|from|with|behind) (?:the |an? (?:company|startup|project|tool) called )?$/

/** "You founded the Pion project", "she also maintains …", "we're joined by the creator of …": a guest's own work. */
const MADE =
  /\b(?:(?:you|[Hh]e|[Ss]he|who|and)(?:['’]ve| have| has)? (?:also |actually |originally |then |helped )?(?:founded|co-founded|created?|built|wrote|started|maintains?)|joined by the (?:creator|author|founder|maintainer) of) (?:the |an? (?:project|library|tool|company) called )?\[?$/

/** The one guest there is, or the only one that the host names in this turn. */
function onlyGuest(
  m: LinkedMention,
  people: readonly LinkedMention[],
  guests: ReadonlySet<string>,
): string[] {
  const inTurn = new Set(people.filter((p) => p.turn === m.turn).map((p) => p.entity))
  const [one] = guests.size === 1 ? guests : inTurn
  return one !== undefined && guests.has(one) && (guests.size === 1 || inTurn.size === 1) ? [one] : []
}

/** "She runs the platform group. At Spotify.": where it is, as a sentence of its own after words on a person. */
const isPlaceAlone = (text: string, m: LinkedMention): boolean =>
  m.kind === 'company' &&
  /(?:\b(?:she|he|they)\b|['’]s\b)[^.?!]{3,120}[.?!] (?:Over |Here )?(?:At|From|With) $/i.test(
    text.slice(Math.max(0, m.start - 160), m.start),
  ) &&
  /^[.!,]/.test(text.slice(m.end, m.end + 1))

/** A person and those listed right after: "Ada, Bo and Cy". */
function joined(
  first: LinkedMention,
  rest: readonly LinkedMention[],
  gap: (a: LinkedMention, b: LinkedMention) => string,
): string[] {
  const found = [first.entity]
  let here = first
  for (const other of rest) {
    if (!/^(?:,? and |, (?:and )?| & )$/.test(gap(here, other))) break
    found.push(other.entity)
    here = other
  }
  return found
}

/** "Our guest today is an engineer with Apcera. Please welcome …": the name comes after what it stands for. */
function welcomedAfter(
  m: LinkedMention,
  people: readonly LinkedMention[],
  text: string,
  guests: ReadonlySet<string>,
): string[] {
  const isGuest = /\bguests?\b[^.?!]{0,60}\b(?:is|are|from|at|with|works?|of)\b[^?!]{0,80}$/i.test(
    text.slice(Math.max(0, m.start - 160), m.start),
  )
  const after = people.find(
    (p) => p.turn === m.turn && p.start > m.end && p.start - m.end < 200 && guests.has(p.entity),
  )
  return isGuest && after && /\bwelcome (?:to the show,? )?$/i.test(text.slice(m.end, after.start))
    ? [after.entity]
    : []
}

/** What somebody is by trade or office, right before where or of what. */
const JOB = `(?:${EMPLOYED}${OF_A_FIELD}|${OF_A_PROJECT}|leaders?|advocacy|job title|DevRel|team|organizers?)`
/** Words that lead from a trade to a place: "at", "on the platform team at". */
const AT = String.raw`(?:,? (?:here |over |out )?(?:at|of|for|from|with|on|behind|in)|(?: working)? (?:on|in|for|with) (?:the |our |an? )?(?:[\w-]+ ){1,5}(?:at|for|of)|,? (?:that|who) (?:[a-z]+ly )?[a-z]+s (?:[\w-]+ ){1,5}(?:at|for))`
/** What may stand right before a name: "the", "a company called". */
const SORT = String.raw`(?:(?:the |an? |this )?(?:open[- ]source )?(?:project|company|startup),? |the |an? |this )?(?:(?:[\w-]+ ){0,4}(?:company|startup|start-up|firm|consultancy|agency|business|studio|project|tool|library|framework|thing|program|product|platform|team|language|database|app|service|system|package|engine|solution)(?:[- ]as[- ]a[- ]service)?(?: (?:based )?(?:here |down )?(?:in|out of|near) (?:[\w.]+,? ){1,4}?)?,? ?(?:that['’]s |which is |it['’]s )?(?:called |named |(?=\[?$))|folks (?:at|from) |great |awesome |amazing |good )?`

/** Ends where a host says what a guest is: "… engineer at", "you've been working on", "the brains behind". */
const SAYS_WHAT = new RegExp(
  String.raw`\b(?:${JOB}${AT}|[Cc]ontributors? to|(?:works?|working|worked (?:[\w-]+ ){0,3}now)(?: (?:here|mostly|mainly|primarily|full[- ]time|also|as an? [\w-]+(?: [\w-]+){0,3}))? (?:at|for|on|with)|works? on [^.;?!]{3,80} (?:at|for)|(?:you|he|she|they)(?:['’]re|['’]s| are| is)(?: also| now| currently| both)? (?:at|with|from|(?:here )?from)|(?:main|primary) focus is|(?:best |well |better |mostly )known for(?: (?:your|his|her|their))?(?: (?:work|contributions?) (?:on|to|with|in)| creating| building| writing)?|(?:your|his|her|their) (?:work|contributions?) (?:on|to)|(?:person|people|folks|man|woman|guy|guys|team|mind|brains?|force|company) behind|(?:your|his|her|their) (?:own |current |new )?(?:startup|company|employer|project|tool|library|framework)(?: is|['’]s|,)(?: (?:at|called|named))?|(?:currently |now |been |busy )(?:building|creating|developing|maintaining|writing|running|leading) |(?:founded|created|built|wrote|started|authored|maintains?|develops?|leads?|runs?)) ${SORT}\[?$`,
)
/** The same said before it: "a Prometheus and Thanos maintainer". */
const WHAT_OF =
  /^(?:\]\([^)\s]*\))?(?:,? and (?:the )?\p{Lu}[\w-]*)? (?:core |lead |project |co-?|founding |open[- ]source )?(?:maintainers?|contributors?|committers?|creators?|authors?|founders?|co-?founders?|CEO|CTO|team(?: member| lead)?|core (?:team|contributor|developer))\b/u
/** Another name, which begins with this one: "Caddy SSH". */
const IS_LONGER = /^ \p{Lu}[\p{L}\d]+/u
/** The subject is the guest: named, "you", "he", or the words of an introduction. */
const OF_GUEST =
  /\b(?:[Yy]ou(?:['’](?:re|ve))?|[Hh]e|[Ss]he|[Tt]hey|who|[Gg]uests?|[Hh]is|[Hh]er|[Yy]our|[Tt]heir|both|joined (?:\w+ )?by)\b|^(?:(?:Yeah|Yes|And|Also|So|Plus),? )*(?:also |an? |the |long-?time |former )*(?:[\w-]+ ){0,2}?(?:maintainers?|creators?|authors?|founders?|co-?founders?|engineers?|CTO|CEO|contributors?)\b/
/** Nothing that is said to be so now: a wish, a question whether, a time that is over, somebody else's. */
const NOT_NOW =
  /\b(?:was|were|formerly|previously|used to|ex-|former|once|before|if|whether|think|thought|thinks|have (?:the|an?)|has (?:the|an?)|wish|should|could|would|did|do|does|who(?:['’]s| is) also|friends?|boss|colleagues?|lots? of|people|folks like|some|any|team like)\b[^.;]{0,40}$/i

/** "We're joined by two maintainers of": said of all who are there. */
const ALL_OF_THEM =
  /\b(?:joined|guests|here|have|got|welcome)\b[^.;?!]{0,40} (?:two|three|four|several|some|a couple|a bunch|both|the) (?:of (?:the |its )?)?(?:[\w-]+ ){0,2}(?:maintainers|contributors|creators|authors|founders|co-founders|engineers|developers|members|folks|people) (?:of|to|from|at|behind|on) (?:the )?$/i

/** The guests of whom a host's words say what they are or made, in the sentence or turn that names or addresses them. */
function describedGuests(at: {
  m: LinkedMention
  before: string
  after: string
  people: readonly LinkedMention[]
  guests: ReadonlySet<string>
  spokenNext: string | undefined
  text: string
}): string[] {
  const { m, before, after, people, guests, spokenNext, text } = at
  // "a schema registry": a sort of thing that a project happens to be called after.
  if (m.kind === 'project' && m.surface.includes(' ') && !/[\p{Lu}\d]/u.test(m.surface)) return []
  if (!(SAYS_WHAT.test(before) || WHAT_OF.test(after)) || IS_LONGER.test(after)) return []
  // "So you're getting to work on it, or …?" asks; "You're an engineer at Acme, right?" tells.
  if (
    /^[^.!?]*\?/.test(after) &&
    !/,? (?:right|correct|yeah|is that right|no|I believe|I think)\?/.test(after)
  )
    return []
  if (WAS_WITH.test(before) || LIKENED.test(before) || NOT_NOW.test(before)) return []
  // "The maintainer of Falco is a friend": said of somebody else.
  if (/^(?:The|Its|One of) /.test(before) && /^ (?:is|was|has|will)\b/.test(after)) return []
  const start = m.start - before.length
  const inTurn = people.filter((p) => p.turn === m.turn && p.end <= m.start).sort((a, b) => b.end - a.end)
  const last = inTurn[0]
  // Somebody who is no guest has come between: what follows is said of them.
  if (last && last.start >= start) return guests.has(last.entity) ? [last.entity] : []
  if (!OF_GUEST.test(before)) return []
  // "Our guests today, both working on …, are Ann and Bo."
  const later = people.filter((p) => p.turn === m.turn && p.start >= m.end && guests.has(p.entity))
  const named = later.sort((a, b) => a.start - b.start)[0]
  if (
    !last &&
    named &&
    /\b(?:[Gg]uests?|joined(?: \w+){0,2} by)\b/.test(before) &&
    !/[.!?]/.test(after.slice(0, named.start - m.end))
  )
    return joined(named, later.slice(1), (here, other) => text.slice(here.end, other.start))
  if (last && m.start - last.end < 400) return guests.has(last.entity) ? [last.entity] : []
  if (guests.size === 1 || ALL_OF_THEM.test(before)) return [...guests]
  return /\b[Yy]ou/.test(before) && spokenNext !== undefined ? [spokenNext] : []
}

/** Before a name that is a place of work, whatever else bears the name: "head of sales for GitLab". */
const IS_PLACE = new RegExp(
  String.raw`(?:(?<!\b(?:maintainers?|creators?|authors?|leads?|contributors?|committers?|working|works?|here)\b[^.,]{0,12})\b(?:at|with|from|for)|\bcompany,?(?: (?:is|called|named)){0,2}) ${SORT}\[?$`,
)

/** What a name stands for after these words: of a project and a company of one name, the company at work. */
function meantBy(
  m: LinkedMention,
  before: string,
  own: readonly LinkedMention[],
  names: Names,
): string | undefined {
  if (m.kind !== 'project' || !IS_PLACE.test(before)) return m.entity
  const slugOf = (id: string): string => id.slice(id.indexOf(':') + 1)
  const owner = names.entry(m.entity)?.owner
  const isNamesake = owner !== undefined && slugOf(owner).startsWith(slugOf(m.entity))
  return isNamesake && own.some((other) => other.entity === owner) ? owner : undefined
}

/** Words that say little between "I" and what one does. */
const LATELY =
  '(?: (?:currently|now|also|actually|just|still|mostly|primarily|officially|originally|recently|then|and|full[- ]time)){0,4}'
/** "I'm here for …", "I work on …", "I'm an engineer at …", "we built …", in a guest's first words. */
const SELF = new RegExp(
  String.raw`(?:\b(?:${[
    String.raw`I(?:['’]m| am)${LATELY}(?: (?:one of the|the|an?|both))? (?:here (?:for|from|with|on behalf of)|with|on|at|from|(?:in [A-Z][\w.]+(?: [A-Z][\w.]+)?,? )?working (?:in [\w.]+ )?(?:at|for|on|with)|building|maintaining|(?:[\w-]+ ){0,5}?${JOB}${AT})`,
    String.raw`(?:I|[Ww]e)(?:['’]ve| have) been (?:[\w-]+ ){0,2}?(?:working (?:on|at|for)|building|maintaining|developing)`,
    String.raw`I(?:['’]ve| have) been (?:at|with|here at|(?:an?|the) (?:[\w-]+ ){0,5}?${JOB}${AT})`,
    `where I work,? at`,
    String.raw`(?:I|[Ww]e)${LATELY} (?:work(?: (?:here|mostly|mainly|full[- ]time|as an? [\w-]+(?: [\w-]+){0,3}))? (?:on|at|for)|work (?:on|in|with) (?:[\w-]+ ){1,6}(?:at|for)|maintain|lead|created|started|built|wrote|founded|co-?founded|develop|developed|open[- ]sourced|(?:run|lead|manage|head) (?:[\w-]+ ){1,6}(?:at|for)|(?:own|run|operate|have)(?= an? (?:[\w-]+ ){0,4}(?:company|startup|firm|consultancy|agency|business|studio)\b))`,
    `[Mm]y name(?:['’]s| is) [^.,;]{2,40},?(?: and)?(?: I(?:['’]m| am))? (?:from|at|with)`,
    String.raw`[Mm]y (?:job title|job|role|title) (?:[\w-]+ ){0,5}(?:at|for|with)`,
    `is my (?:job title|job|role|title) (?:here )?(?:at|for|with)`,
    `[Mm]y (?:own )?(?:company|project|library|startup),?(?: is| called){0,2}`,
    `(?:[Tt]he|[Oo]ur) (?:project|tool|library|company|startup|product)(?: that (?:I|we)(?:['’](?:m|re|ve)| [a-z]+){1,3})?(?: is|['’]s)(?: actually| just)? (?:called|named)`,
  ].join(
    '|',
  )})|^(?:(?:So|Yeah|Yes|Sure|Well|Hi|Hello|Okay)[,.!]? ){0,3}(?:an? |the )?(?:[\w-]+ ){0,4}?${JOB} (?:at|of|for)) ${SORT}\[?$`,
)
/** A time that is over, right before a guest's own words. */
const SELF_PAST =
  /\b(?:was|were|used to|previously|formerly|before (?:that|this|joining)|back (?:when|then)|at the time|years ago|first job|then I|when I|quit|left|lost|leaving)\b(?:(?!\bnow\b)[^.;]){0,60}$/i
/** "Imagine I work at …": nothing that is so. */
const SELF_SUPPOSED = /\b(?:if|whether|unless|imagine|suppose|pretend|as though)\b[^.;]{0,60}$/i
/** How many turns of a guest are looked at for who they are, and how many characters of these. */
const SELF_TURNS = 9
const SELF_LENGTH = 2000

function selfIntroductions(
  conversation: Conversation,
  span: InterviewSpan,
  own: readonly LinkedMention[],
  names: Names,
): Introduction[] {
  const { turns, cast } = conversation
  return span.guests.flatMap((guest) => {
    const first = turns
      .filter(
        (t) =>
          t.index >= span.firstTurn &&
          t.index <= span.lastTurn &&
          cast.speakers[cast.speakerOf[t.index] ?? -1]?.id === guest,
      )
      .slice(0, SELF_TURNS)
    let length = 0
    const until = new Map<number, number>()
    for (const turn of first) {
      if (length < SELF_LENGTH) until.set(turn.index, SELF_LENGTH - length)
      length += turn.text.length
    }
    return own.flatMap((m) => {
      if (!isSubjectKind(m) || m.start > (until.get(m.turn) ?? 0)) return []
      const turn = turns[m.turn]
      const sentence = turn?.sentences.find((s) => m.start >= s.start && m.start < s.end)
      if (!turn || !sentence) return []
      const before = turn.text.slice(sentence.start, m.start)
      if (!SELF.test(before) || SELF_PAST.test(before) || SELF_SUPPOSED.test(before) || LIKENED.test(before))
        return []
      if (
        /^(?:['’]s|-\w| (?:users?|customers?|images?|clusters?|code|apps?|clients?|operators?|plug-?ins?|integrations?)\b)/.test(
          turn.text.slice(m.end, m.end + 14),
        )
      )
        return []
      const subject = meantBy(m, before, own, names)
      if (subject === undefined) return []
      return [
        {
          person: guest,
          subject,
          belongs: true,
          evidence: { turn: m.turn, start: sentence.start, end: sentence.end },
        },
      ]
    })
  })
}
