/** Where a project began. */
import { asked } from '../answers.ts'
import { isDenied } from '../qualifiers.ts'
import type { Draft, Rule } from '../rule.ts'
import { type Match, sceneSpan, surelyMeant, type Talk } from '../scene.ts'

const ASKS_ORIGIN =
  /\b(?:where (?:does|did) (?:<p\d+>|(?:it|this|the project)\b)(?: all| originally)? (?:come from|start|begin|originate)|how did (?:<p\d+>|(?:it|this|the project|this project|all of this)\b)(?: all)? (?:begin|start|come about|get started|originate|come to be))\b/i
/** An answer, or its first words, that is the place. */
const FROM =
  /^(?:(?:so|well|yeah|oh|um|uh|okay|it was|it started|it began|it came|actually|originally|that was|initially|at|from|out of|inside|with|the|folks|people|engineers),? )*(<c\d+>(?:(?:,? and |, )<c\d+>){0,3})(?! (?:is|are|uses|used|has)\b)/i

/** Somebody else does what the verb says: "before I started at …". */
const OTHERS = /\b(?:I|you|he|she|they|people|who|when|before|after)\b/

/** "It" and "we" count only where it is plain what they are, and where nothing else was made: "we built a thing at …". */
function cameOut(match: Match, talk: Talk): Draft[] {
  const { scene } = match
  const said = match.text('S') ?? ''
  const matched = scene.skeleton.slice(match.start, match.end)
  if (OTHERS.test(matched.slice(said.length)) && !/\b(?:born|became|conceived)\b/.test(matched)) return []
  const plain = (subjects: readonly string[]): Draft[] =>
    subjects.flatMap((subject) => match.ids('O').map((object) => ({ subject, object })))
  if (/^</.test(said)) return plain(match.ids('S'))
  if (/^(?:we|us|our)$/i.test(said))
    return /\b(?:started|began|created|built|developed|wrote|launched)(?: (?:it|this|that|the project|out|internally|originally|initially|first|here|working on it)){0,3} (?:at|inside|within|inside of|in) /.test(
      matched,
    )
      ? plain(match.ids('S'))
      : []
  const it = surelyMeant(scene, talk, match.start, ['project'])
  return it ? plain([it]) : []
}

/** "I was at Intuit. That's where it was born.": the company last named in the sentence or the one before. */
function bornThere(match: Match, talk: Talk): Draft[] {
  const { scene } = match
  const isCompany = (m: { kind: string }): boolean => m.kind === 'company'
  const here = scene.slots.filter((m, i) => isCompany(m) && (scene.places[i] ?? 0) < match.start)
  const earlier = talk.scenes[scene.index - 1]
  const before = earlier?.turn === scene.turn ? earlier.slots.filter(isCompany) : []
  const company = (here.length ? here : before).at(-1)?.entity
  return company ? match.ids('S').map((subject) => ({ subject, object: company })) : []
}

/** "Where does it come from?" – "From Buoyant, in 2016." */
function originInAnswer(talk: Talk): Draft[] {
  return asked(talk, ASKS_ORIGIN).flatMap(({ question, answers }) => {
    const named = new Set(question.slots.filter((m) => m.kind === 'project').map((m) => m.entity))
    const subject =
      named.size === 1
        ? [...named][0]
        : (surelyMeant(question, talk, question.skeleton.length, ['project']) ??
          talk.subjects[question.interview]?.project)
    for (const answer of answers.slice(0, 3)) {
      const list = answer.skeleton.match(FROM)?.[1]
      if (!subject || !list || isDenied(answer.skeleton, 0, list.length + 30)) continue
      const spans = [sceneSpan(question), sceneSpan(answer)]
      return [...list.matchAll(/<c(\d+)>/g)].map((m) => ({
        subject,
        object: answer.slots[Number(m[1])]?.entity ?? '',
        spans,
      }))
    }
    return []
  })
}

export const ORIGIN: readonly Rule[] = [
  {
    id: 'originated-at/came-out-of',
    description: 'A project came out of, started at, or was created inside a company.',
    predicate: 'originated_at',
    confidence: 0.9,
    patterns: [
      '{S:project|it}(?:,? which)? (?:{~3})?(?:came|comes|grew|spun|originated|spawned)(?: {~2})?(?:out of|from|at|in|inside|within) (?:the )?{O:company}',
      '{S:project|it|we}(?:,? which| that)? (?:{~4})?(?:started|began|born|created|built|invented|developed|incubated|open[- ]sourced|written|founded|conceived|launched)(?: {~5})?(?: ?(?:at|inside|within|inside of|by|in)) (?:the (?:{~2})?(?:folks|guys|team|people|engineers) (?:at|from|of) )?{O:company}',
      '{S:project|it}(?:{be}| was)(?: {~2})? (?:inside|within|internal to|internal at|an? {~3}(?:project|idea|tool) (?:within|at|inside|from|of)) {O:company}',
      '{S:it} started (?:{~5})(?:within|inside|at) {O:company}',
      '{S:project|it} (?:{~2})?(?:came|comes|grew|spun|emerged|evolved|was born) (?:{~1})?(?:out of|from) (?:{~5})(?:at|inside|within) {O:company}',
      '{S:project|it} (?:{~2})?(?:started|began) (?:{~3})as (?:{~5})(?:within|inside|at|from) {O:company}',
      "{S:project},? (?:which|that|is|was|an?|the|it['’]s)\\b[^.;<>]{0,90}?,? (?:that|which|and) (?:{~1})?(?:came|comes|grew|spun|originated|was born|started)(?: {~1})? (?:out of|from|at|inside|within) (?:the )?{O:company}",
      '{S:project} (?:did|does|had|has|was|has actually|actually) (?:{~1})?(?:come|coming|grown|spun|spin)(?: {~1})? (?:out of|out from|from) (?:the )?{O:company}',
      '{S:project|it} (?:{~2})?(?:started|began|begin|got its start|had its (?:origins?|roots)|has its (?:origins?|roots)|was conceived|first appeared) (?:{~3})?(?:its )?(?:life )?(?:as (?:{~5}))?(?:at|in|inside|within|from) (?:the )?{O:company}',
      '{S:project|it}(?:,? (?:which|that))? (?:{~2})?(?:was|is) (?:{~3})?(?:started|founded|created|launched|begun|kicked off|built|developed|put together) (?:{~3})?(?:jointly |together )?(?:by|with|between) (?:{~4})?{list:O:company}',
      '{S:project|it} (?:{~3})?(?:grew|come|comes|came|spun|evolved|born|emerged|developed|started)(?: {~1})? (?:out of|from|as|at|inside|within) (?:an?|this|that|the|some|work|something|what)(?: (?!(?:and|but|so)\\b)[^\\s<>]+){0,6} (?:at|inside|within|from|in|of) {O:company}',
      "{S:project}(?:,? which is|,? that[’']s|{be}) [^;.]{3,90}? (?:that |which |and |it )?(?:came|comes|grew|spun) (?:{~1})?out of {O:company}",
      '{S:project} (?:was|got) (?:{~1})?(?:born|created|started|conceived|invented|made) (?:when|while|as) (?:I|we|they|he|she) (?:was|were|worked|still) (?:{~2})?(?:at|for|with) {O:company}',
      '\\b(?:at|for) {O:company},? (?:{~3})?(?:on|with|built|created|building|creating|wrote|started) what (?:{~2})(?:became|become|is now|was to become|turned into|is called|would be) (?:now )?{S:project}',
      "{O:company}[,’'s]* (?:originally |initially |first )?(?:created|invented|started|open[- ]sourced|built|wrote) {S:project}",
    ],
    build: cameOut,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: Keptn came originally out of Spotify.',
        claims: ['project:keptn originated_at company:spotify'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did it begin?\nVera Lind: It started as an idea within Red Hat.',
        claims: ['project:keptn originated_at company:red-hat'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did it begin?\nVera Lind: I started at Red Hat when I was young.',
        why: 'a person began there',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What else do you like?\nVera Lind: There’s an open source project created by Spotify.',
        why: 'one that is only now brought up',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did it begin?\nVera Lind: There was this strange concept that came out of Google.',
        why: 'the relative of another noun',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Did Keptn start at Red Hat?\nVera Lind: Nobody remembers.',
        why: 'a question asserts nothing',
      },
    ],
  },
  {
    id: 'originated-at/clause',
    description: 'A clause says that a project came out of a company, began there or was invented there.',
    predicate: 'originated_at',
    confidence: 0.8,
    frames: [
      'come|grow|emerge|originate|spin|spawn|evolve: @agent|@theme > from',
      'start|begin|originate|invent|incubate|conceive|create: @theme|@agent > at|inside|within',
      'spin: theme > from',
      'invent: @theme > agent',
    ],
    fits: (object) => object.startsWith('company:'),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I use LevelDB, which is a key-value store that came out of Google.',
        claims: ['project:leveldb originated_at company:google'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: LevelDB never came out of Google.',
        why: 'denied',
      },
    ],
  },
  {
    id: 'originated-at/that-is-where',
    description: 'After a company is named, "that’s where" the project was born.',
    predicate: 'originated_at',
    confidence: 0.82,
    patterns: [
      "\\b(?:[Tt]hat(?:[’']s| is| was)|[Ww]hich (?:is|was)|[Tt]his is|[Ii]t(?:[’']s| is| was)|,) where {S:project|it|we}(?: was| were| got| had been| all| originally| first){0,3} (?:born|started|began|created|originated|built|developed|invented|conceived|came from)\\b",
      "\\b(?:[Tt]hat(?:[’']s| is| was)|[Ww]hich (?:is|was)|,) where (?:I|we|they|he|she) (?:originally |first |actually )?(?:created|started|built|wrote|invented|developed|began) (?:working on |building )?{S:project}(?! \\w+s\\b)",
    ],
    build: bornThere,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who are you?\nVera Lind: I used to be at Intuit. That’s where Keptn was born.',
        claims: ['project:keptn originated_at company:intuit'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who are you?\nVera Lind: I used to be at Intuit. That’s where I was born.',
        why: 'a person was born there',
      },
    ],
  },
  {
    id: 'originated-at/answer',
    description: 'The answer to "where does it come from?" is a company.',
    predicate: 'originated_at',
    confidence: 0.82,
    find: originInAnswer,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where does it come from?\nVera Lind: From Spotify, in 2016.',
        claims: ['project:keptn originated_at company:spotify'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did it all start?\nVera Lind: It was Intuit and Red Hat, together.',
        claims: ['project:keptn originated_at company:intuit', 'project:keptn originated_at company:red-hat'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where does it come from?\nVera Lind: Ask me another. Spotify uses it.',
        why: 'a user is no origin',
      },
    ],
  },
]
