/** Plain facts of a project: when it began, its versions, how many contributors and downloads it has. */
import type { Qualifiers } from '../../../src/schema.ts'
import { findBeginnings, findTimes, type TimeExpression } from '../../time.ts'
import type { LinkedMention } from '../../types.ts'
import { asked, asksSomething } from '../answers.ts'
import { isDenied, isHypothetical, isPossible } from '../qualifiers.ts'
import type { Draft, Rule } from '../rule.ts'
import { type Match, type Scene, sceneSpan, slotAt, surelyMeant, type Talk } from '../scene.ts'

/** The thing last named before a place: in the sentence, else in the two sentences before it in the turn, unless it goes on about "us". */
function lastNamed(scene: Scene, talk: Talk, before: number): LinkedMention | undefined {
  const isThing = (m: LinkedMention): boolean => m.kind === 'project' || m.kind === 'technology'
  const here = scene.slots.filter((m, i) => isThing(m) && (scene.places[i] ?? 0) < before)
  if (here.length) return here.at(-1)
  if (!scene.speakerIsHost && /\b(?:[Ww]e|[Oo]ur)\b/.test(scene.skeleton)) return undefined
  for (let i = scene.index - 1; i >= Math.max(0, scene.index - 2); i--) {
    const earlier = talk.scenes[i]
    if (earlier?.turn !== scene.turn) return undefined
    const things = earlier.slots.filter(isThing)
    if (things.length) return things.at(-1)
  }
  return undefined
}

/** Before a name: something that is made for it, or stands on it. */
const MADE_FOR =
  /\b(?:games?|apps?|applications?|plug-?ins?|extensions?|librar(?:y|ies)|packages?|modules?|tools?|clients?|providers?|images?|something|things?) (?:[\w-]+ )?(?:for|on) (?:(?:the|[\w.]+ and|[\w.]+,) ){0,3}$/i

/** The project a figure is of: the one last named, else the interview's; none where a language or standard was named. */
function projectSpokenOf(scene: Scene, talk: Talk, before: number): string | undefined {
  const named = lastNamed(scene, talk, before)
  // "A game for Android was downloaded …", "Bo wrote a plugin on Keptn": said of what is for it.
  if (named && MADE_FOR.test(scene.turn.text.slice(scene.sentence.start, named.start))) return undefined
  if (named) return named.kind === 'project' ? named.entity : undefined
  return talk.subjects[scene.interview]?.project
}

const possibly = (isVague: boolean): Qualifiers => (isVague ? { modality: 'possible' } : {})

// --- started

/** The date in a match, or right after it. */
function dateAt(match: Match, talk: Talk): TimeExpression | undefined {
  return findTimes(match.scene.skeleton, talk.occasion.date).find(
    (t) => t.start >= match.start && t.start <= match.end + 4,
  )
}

const GUESS =
  /\b(?:I think|I believe|I guess|probably|maybe|around|about|roughly|something like|or so|or similar|almost|nearly|I want to say|not sure|if I remember)\b|\/\d\d\b/i

/** The project of a match; "it" counts only where it is plain what it is. */
const projectsOf = (match: Match, talk: Talk): string[] => {
  if (/^</.test(match.text('S') ?? '')) return match.ids('S')
  const it = surelyMeant(match.scene, talk, match.start, ['project'])
  return it ? [it] : []
}

const startedOn = (match: Match, talk: Talk): Draft[] => {
  const time = dateAt(match, talk)
  if (!time) return []
  const near = match.scene.skeleton.slice(Math.max(0, match.start - 30), time.end + 30)
  return projectsOf(match, talk).map((subject) => ({
    subject,
    object: time.iso,
    qualifiers: possibly(GUESS.test(near)),
  }))
}

/** The length of time in a match, or right after it, as the date it began. */
const startedBefore = (match: Match, talk: Talk): Draft[] => {
  const time = findBeginnings(match.scene.skeleton, talk.occasion.date).find(
    (t) => t.start >= match.start && t.start <= match.end + 4,
  )
  if (!time) return []
  const near = match.scene.skeleton.slice(Math.max(0, match.start - 30), time.end + 30)
  return projectsOf(match, talk).map((subject) => ({
    subject,
    object: time.iso,
    qualifiers: possibly(GUESS.test(near)),
  }))
}

const BEGIN =
  '(?:started|began|begun|created|born|conceived|founded|launched|first released|initially released|first announced|originated|kicked off|dates? back|goes back|came out|invented|first written|written|came into being|came about)'
/** Between a verb of beginning and its date. */
const TO_DATE =
  "(?: [a-z’']+){0,4}?,? (?:in|around|on|at|from|since|to|back in|about|somewhere in|sometime in|the (?:end|beginning|start|middle|summer|fall|spring) of|early|late|mid)? ?"

const ASKS_AGE =
  /\bhow (?:long (?:has|have|['’]s|is|was|did) (?:<p\d+>|(?:it|this|that|the (?:project|tool|thing|whole thing)|this (?:project|tool|thing))\b)(?!.*(?:<[mf]\d+>|\btake|\bproduction|\btook))|old (?:is|are|['’]s)\b)|\bhow long have you (?:guys |all |folks )?been (?:working on|building|developing|making|hacking on) (?:<p\d+>|(?:it|this|the project)\b)/i
const ASKS_START =
  /\bwhen (?:did|was|were|had) (?:<p\d+>|(?:it|this|that|the (?:project|tool|whole thing|company)|this (?:project|tool)|all (?:of )?this)\b|you (?:guys |all |folks )?(?:first |actually |originally )?(?:start|begin|create|launch|found) (?:building |working on |writing |developing )?(?:<p\d+>|(?:it|this project|the project)\b))(?!.*<[mft]\d+>)[^?]{0,40}|\bwhat year\b[^?]{0,30}\b(?:start|beg[iau]n|created|founded|launch|born|was (?:it|that|this))|\b(?:where (?:does|did) (?:<p\d+>|it|this|the project) (?:all )?come from|how did (?:<p\d+>|it|this|the project|this project|all of this) (?:all )?(?:begin|start|come about|get started|originate|come to be))\b/i
/** A longer sentence than this needs a verb of beginning to be the answer. */
const LONG = 100
const BEGINS =
  /\b(?:started|began|created|born|founded|launched|around|first|since|oldest|idea|invented|origin|came out|came from|dates)\b/i
/** A date beside one of these is the date of something else. */
const OTHER_DATE =
  /<[mf]\d+>|\b(?:joined|donated|graduat|incubat|sandbox|version|released|college|university|my career|contributing|maintainer|using it|learned|adopted|rewr|renamed|hired|moved|left|born in)/i

const startedInAnswer = (talk: Talk): Draft[] => {
  const drafts: Draft[] = []
  const fill = (asks: RegExp, read: (scene: Scene) => TimeExpression | undefined): void => {
    for (const { question, answers } of asked(talk, asks)) {
      const named = new Set(question.slots.filter((m) => m.kind === 'project').map((m) => m.entity))
      if (named.size > 1) continue
      const subject =
        [...named][0] ??
        surelyMeant(question, talk, question.skeleton.length, ['project']) ??
        firstSubject(question, talk)
      if (!subject) continue
      for (const answer of answers.slice(0, 5)) {
        if (OTHER_DATE.test(answer.skeleton)) {
          if (/\d{4}/.test(answer.skeleton)) break
          continue
        }
        const time = read(answer)
        if (!time || (answer.skeleton.length > LONG && !BEGINS.test(answer.skeleton))) continue
        const spans = [sceneSpan(question), sceneSpan(answer)]
        drafts.push({ subject, object: time.iso, qualifiers: possibly(time.vague), spans })
        break
      }
    }
  }
  const date = talk.occasion.date
  const dated = (scene: Scene): TimeExpression | undefined => findTimes(scene.skeleton, date)[0]
  fill(ASKS_AGE, (scene) => dated(scene) ?? findBeginnings(scene.skeleton, date)[0])
  fill(ASKS_START, dated)
  return drafts
}

// --- release

/** A version, which needs a reason to be one; figures of other sorts are told by what follows. */
const VERSION =
  /(?<![\w.$<\d/:#-]|\d )(?:v\.? ?)?(\d{1,3}(?:\.\d{1,3})+)(?:[- ]?(?:rc|beta|alpha)\d*)?(?!['’]s\b|[\w%]|\.\d|,\d|-\w| ?(?:million|billion|thousand|percent|per cent|times|x\b|[GMk]?B\b|[GMk]Hz|gigs?|seconds?|milliseconds?|minutes|hours|days|weeks|months|years|miles|dollars|stars))/gi
const BARE_VERSION =
  /(?:(?<=<p\d+> )version |\b(?:our|released?|releasing|launch(?:ed)?|shipp?(?:ed|ing)?|hit|reached|announced|cut) (?:the )?(?:version ))v?(\d{1,3})(?![\w%]|\.\d|['’]s| (?:of|or|to|[a-z]+s)\b)/gi
/** Ends right before a version: somebody made it or it is called one. */
const BEFORE_VERSION =
  /(?:\b(?:we|it|you|they)(?:['’](?:re|s)| are| is) (?:now |currently |still |already )?(?:on|at|up to)|\b(?:version|versions|release|releases|v)|\b(?:hit|hits|reach(?:ed)?|shipp?(?:ed|ing)?|releas(?:ed?|ing)|launch(?:ed|ing)?|tag(?:ged)?|cut(?:ting)?|announc(?:ed|ing)|dropped|went|go|going|get|got|getting|gone) ?(?:to|with)?)(?: (?:a|the|our|their|its|your|this|from|version|release|major|at|new|initial|first|called|just|last|is|was))* $/i
/** Begins right after a version. */
const AFTER_VERSION =
  /^,? (?:(?:I (?:think|believe|guess),? )?(?:is|was) (?:the|our) (?:very )?(?:last|latest|current|newest|most recent|first) (?:one|release|version)\b|release|version|launch|(?:(?:that |which )?(?:(?:was|is|has|got|just|has been|is being|will be|recently|finally|actually|today|yesterday|will|should|['’]s) ){0,3}(?:released|out\b|came|come|comes|coming|launched|shipped|announced|dropped|landed))|(?:(?:was|is|came) )?(?:in|from) (?:early |late )?(?:January|February|March|April|May|June|July|August|September|October|November|December|the (?:spring|summer|fall|autumn|winter)))/
const LISTED = /^(?:,|,? (?:and|or|to)|, (?:then|and))? ?(?:to )?$/
const PLANNED =
  /\b(?:will(?! (?:work|run|still|not|never|always))|(?:when|once|until) (?:we|it|they)(?: finally| actually| eventually)? (?:get|gets|go|goes|hit|hits|reach|reaches|release|ship|cut)\b|when(?=[^.]{0,12} comes along)|close to|going to|gonna|upcoming|as soon as|plan(?:s|ned|ning)?|soon|hope|hopefully|hoping|looking forward|not (?:yet )?released|(?:are|['’]re|currently) working (?:on|towards?)|road ?map|would like|coming out|next)\b|['’]ll\b/i
const RELEASED =
  /\b(?:releas|launch|shipp|came|came out|hit|cut|reached|announc|dropped|out\b|went to|tagged)/i
const VERSION_OF =
  /^(?:(?:, (?:and )?| and )[\d.]{1,8}){0,4}(?:[- ]release)?(?: (?:release|version))?(?: (?:that|which) [a-z ]{1,30},?)? (?:of|for) (?:the )?(<[a-z]\d+>)/

interface VersionSaid {
  scene: Scene
  version: string
  start: number
  end: number
  subject: string
  /** Named beside the version, rather than meant. */
  sure: boolean
}

/** The versions of a sentence, with whose they are. */
function versionsIn(scene: Scene, talk: Talk): VersionSaid[] {
  const text = scene.skeleton
  if (!/\d/.test(text.replace(/<[a-z]\d+>/g, ''))) return []
  const hits = [...text.matchAll(VERSION), ...text.matchAll(BARE_VERSION)].sort((a, b) => a.index - b.index)
  const found: VersionSaid[] = []
  let previous: { end: number; subject: string; sure: boolean } | undefined
  for (const hit of hits) {
    const start = hit.index
    const end = start + hit[0].length
    const own = ownerOfVersion(scene, talk, hit)
    const whose = previous && LISTED.test(text.slice(previous.end, start)) ? previous : own
    previous = whose ? { end, subject: whose.subject, sure: whose.sure } : undefined
    if (!whose || isDenied(text, start, end) || isHypothetical(text, start)) continue
    found.push({ scene, version: hit[1] ?? hit[0], start, end, subject: whose.subject, sure: whose.sure })
  }
  return found
}

/**
 * The project of a version that stands alone: the last one named in the sentence; for "we", "our" and "you" the
 * project of the guest; for "release 3.1" the only thing that the sentence before names.
 */
function projectOfVersion(scene: Scene, talk: Talk, start: number, before: string): string | undefined {
  const isThing = (m: LinkedMention): boolean => m.kind === 'project' || m.kind === 'technology'
  const here = scene.slots.filter((m, i) => isThing(m) && (scene.places[i] ?? 0) < start).at(-1)
  if (here) return here.kind === 'project' ? here.entity : undefined
  const own = scene.speakerIsHost
    ? /\b[Yy]ou(?:r|['’]re at|['’]ve| (?:just |recently )?(?:shipped|released|launched|hit|announced|cut|reached))\b/
    : /\b(?:[Ww]e|[Oo]ur|[Ii]t)\b/
  if (own.test(scene.skeleton))
    return surelyMeant(scene, talk, start, ['project']) ?? firstSubject(scene, talk)
  const earlier = talk.scenes[scene.index - 1]
  const things = new Set(
    earlier?.turn === scene.turn ? earlier.slots.filter(isThing).map((m) => m.entity) : [],
  )
  if (things.size === 1 && /\b(?:release|version)s? $/.test(before)) {
    const only = [...things][0] ?? ''
    return only.startsWith('project:') ? only : undefined
  }
  return scene.speakerIsHost || things.size > 0
    ? undefined
    : (surelyMeant(scene, talk, start, ['project']) ?? firstSubject(scene, talk))
}

/** The project that an interview is about before all else. */
const firstSubject = (scene: Scene, talk: Talk): string | undefined => {
  const subjects = talk.subjects[scene.interview]
  const first = subjects?.about.find((a) => a.id.startsWith('project:'))?.id
  return first === subjects?.project ? first : undefined
}

/** Whose version it is, or undefined where nothing says that it is a version of a project. */
function ownerOfVersion(
  scene: Scene,
  talk: Talk,
  hit: RegExpMatchArray & { index?: number },
): { subject: string; sure: boolean } | undefined {
  const start = hit.index ?? 0
  const before = scene.skeleton.slice(0, start)
  const after = scene.skeleton.slice(start + hit[0].length, start + hit[0].length + 60)
  // "Go 1.23", in whatever case: the language's.
  if (/\bgo (?:version )?$/i.test(before)) return undefined
  const beside =
    after.match(VERSION_OF)?.[1] ??
    before.match(
      /(<[a-z]\d+>)(?:['’]s)?,?(?: (?:version|release|v\.?))? (?:(?:hit|reached|went to|shipped|is at|is on) )?$/,
    )?.[1]
  if (beside) {
    const slot = slotAt(scene, beside)
    // "go-vim 1.13": a version of something named after it.
    if (/[\w]-$/.test(scene.skeleton.slice(0, scene.skeleton.indexOf(beside)))) return undefined
    return slot?.kind === 'project' ? { subject: slot.entity, sure: true } : undefined
  }
  if (
    !/^(?:our|release|launch|ship|hit|reach|announce|cut)/i.test(hit[0]) &&
    !BEFORE_VERSION.test(before) &&
    !AFTER_VERSION.test(after)
  )
    return undefined
  // "CUDA 11.2": a version of a name nobody knows.
  const name = before.match(/(?:^|[\s(])([\p{Lu}][\w+#-]*) $/u)?.[1]
  if (
    name &&
    !/^(?:Version|Release|V|The|Our|In|On|And|So|Then|Since|With|At|Before|After|Now|To)$/.test(name)
  )
    return undefined
  const subject = projectOfVersion(scene, talk, start, before)
  return subject ? { subject, sure: false } : undefined
}

const releaseDraft = (
  { scene, version, start, end, subject }: VersionSaid,
  alone: boolean,
  talk: Talk,
): Draft => {
  const text = scene.skeleton
  const time = findTimes(text, talk.occasion.date).sort(
    (a, b) => Math.abs(a.start - start) - Math.abs(b.start - start) || a.start - b.start,
  )[0]
  const qualifiers: Qualifiers = {}
  if (PLANNED.test(text.slice(Math.max(0, start - 60), end + 30))) qualifiers.modality = 'planned'
  else if (isPossible(text, start)) qualifiers.modality = 'possible'
  if (time && alone && RELEASED.test(text)) qualifiers.since = time.iso
  return { subject, object: version, qualifiers, spans: [sceneSpan(scene)] }
}

const namesThing = (scene: Scene): boolean =>
  scene.slots.some((m) => m.kind === 'project' || m.kind === 'technology')

/** "What version is Sample at?": a capital inside a question that belongs to no slot is a name that nobody knows. */
const ASKS_UNKNOWN = /\bversion[a-z ]{1,12} \p{Lu}\p{Ll}+/u

/** All versions of a talk. One that stands beside its project says whose the same version is elsewhere. */
function releases(talk: Talk): Draft[] {
  // Where versions of a language are spoken of, a version that stands alone may be one of those.
  const ofLanguages = new Set(
    talk.scenes.filter((s) => /<t\d+> (?:version )?\d+\.\d/.test(s.skeleton)).map((s) => s.interview),
  )
  const said = talk.scenes
    .filter((scene) => !asksSomething(scene))
    .flatMap((scene) => versionsIn(scene, talk))
    .filter((v) => v.sure || namesThing(v.scene) || !ofLanguages.has(v.scene.interview))
  const owners = new Map<string, Set<string>>()
  for (const { version, subject, sure } of said)
    if (sure) owners.set(version, (owners.get(version) ?? new Set()).add(subject))
  return said.map((one) => {
    const known = one.sure ? undefined : owners.get(one.version)
    const subject = known?.size === 1 ? ([...known][0] as string) : one.subject
    return releaseDraft({ ...one, subject }, said.filter((s) => s.scene === one.scene).length === 1, talk)
  })
}

const ASKS_VERSION =
  /\b(?:what|which) version\b|\bwhat(?:['’]s| is| was) (?:the )?(?:new|latest|current|newest|most recent)(?: (?:version|release|one))?\b[^?]{0,30}\?/i

/** "And what's new?" – "2.15." */
const releaseInAnswer = (talk: Talk): Draft[] =>
  asked(talk, ASKS_VERSION).flatMap(({ question, answers }) => {
    const subject = ASKS_UNKNOWN.test(question.skeleton)
      ? undefined
      : projectSpokenOf(question, talk, question.skeleton.length)
    const fragment = answers.slice(0, 2).flatMap((answer) => {
      const hit = answer.skeleton.match(
        /^(?:[A-Za-z'’ ,]{0,30}\b(?:is|at|on|version|it['’]s|we['’]re on) |)v?(\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)\b(?!%| times)/,
      )
      return hit ? [{ answer, version: hit[1] ?? '' }] : []
    })[0]
    return subject && fragment
      ? [{ subject, object: fragment.version, spans: [sceneSpan(question), sceneSpan(fragment.answer)] }]
      : []
  })

// --- contributors and downloads

const DIGITS = String.raw`\d[\d,.]*(?:\+| plus)?(?: ?(?:million|billion|thousand|hundred|[kKM]\b))?\+?(?:-?ish)?`
const WORDS =
  '(?:(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)(?: and a half)? )?(?:hundred|thousand|million|billion)(?: (?:and )?(?:fifty|twenty|thirty|thousand))?(?! of\\b)'
const ABOUT =
  '(?:(?:[Ww]ell over|[Oo]ver|[Mm]ore than|[Aa]bout|[Aa]round|[Aa]lmost|[Nn]early|[Rr]oughly|[Aa]t least|[Cc]lose to|[Uu]pwards of|[Uu]p to|[Pp]robably|[Ll]ike|some) ){0,2}'
const NUMBER = `(?<V>${ABOUT}(?<![\\w.])(?:${DIGITS}|${WORDS}))`
const NOT_ONE = /^(?:like|some|probably) /i

const UNITS = 'one two three four five six seven eight nine ten'.split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALE: Record<string, number> = { hundred: 100, thousand: 1000 }

/** A number as said, in figures: "over three hundred" is "over 300", "a million" is "1 million". */
function inFigures(said: string): string {
  const value = said
    .replace(NOT_ONE, '')
    .replace(/[.,]+$/, '')
    .trim()
  return value.replace(
    /\b(?:(an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)( and a half)? )?(hundred|thousand|million|billion)\b/i,
    (whole, word: string | undefined, half: string | undefined, scale: string) => {
      if (/\d ?$/.test(value.slice(0, value.indexOf(whole)))) return whole
      const lower = word?.toLowerCase()
      const unit =
        lower === undefined || lower === 'a' || lower === 'an'
          ? 1
          : UNITS.indexOf(lower) + 1 || (TENS.indexOf(lower) + 2) * 10
      const times = SCALE[scale.toLowerCase()]
      const amount = half ? unit + 0.5 : unit
      return times ? String(amount * times) : `${amount} ${scale}`
    },
  )
}

const valued = (match: Match, talk: Talk): Draft[] => {
  const value = inFigures(match.text('V') ?? '')
  // "I get a million downloads" is about the speaker's own things.
  if (/\bI(?: [a-z]+)? (?:get|got|have|had|see)\b/.test(match.scene.skeleton.slice(0, match.start))) return []
  const subject = projectSpokenOf(match.scene, talk, match.end)
  if (!value || !subject || /^(?:19|20)\d\d$/.test(value)) return []
  const was = match.text('W')
  const past = was ? [{ subject, object: was, qualifiers: { status: 'former' as const } }] : []
  return [
    { subject, object: value, qualifiers: possibly(/-?ish\b|^(?:probably)/i.test(match.text('V') ?? '')) },
    ...past,
  ]
}

const countedInAnswer =
  (asks: RegExp, unit: RegExp) =>
  (talk: Talk): Draft[] =>
    asked(talk, asks).flatMap(({ question, answers }) => {
      const subject = projectSpokenOf(question, talk, question.skeleton.length)
      const number = new RegExp(
        `${NUMBER}(?! (?:years?|months?|weeks?|companies|users|stars|maintainers|organizations|countries))`,
        'i',
      )
      for (const answer of answers.slice(0, 4)) {
        const words = answer.skeleton.match(number)?.groups?.V ?? ''
        const value = inFigures(words)
        if (!subject || !value || /^(?:19|20)\d\d$/.test(value)) continue
        if (
          /\b(?:contributors|downloads|pulls|stars|users)\b/.test(answer.skeleton) &&
          !unit.test(answer.skeleton)
        )
          continue
        const qualifiers = possibly(
          isPossible(answer.skeleton, answer.skeleton.indexOf(words)) || /ish\b/.test(value),
        )
        return [{ subject, object: value, qualifiers, spans: [sceneSpan(question), sceneSpan(answer)] }]
      }
      return []
    })

export const FIGURES: readonly Rule[] = [
  {
    id: 'started/in',
    description: 'A project is said to have begun at a date.',
    predicate: 'started',
    confidence: 0.85,
    patterns: [
      `{S:project|it}(?: project| itself)?(?:,? which| that)?(?:{be})?(?: actually| originally| first| initially| really| all| kind of| basically){0,3} ${BEGIN}${TO_DATE}(?=(?:\\d|[A-Z][a-z]+,? \\d{4}|a |one|two|three|four|five|six|seven|eight|nine|ten|last|this|early|late|mid))`,
      `\\b(?:I (?=\\w+ed <)|[Ww]e )(?:actually |originally |first |initially )*(?:started|created|began|founded|launched|invented|kicked off) (?:working on |building |writing |developing )?{S:project|it}(?: project)?${TO_DATE}(?=(?:\\d|[A-Z][a-z]+,? \\d{4}|a |one|two|three|four|five|six|seven|eight|nine|ten|last|this|early|late|mid))`,
      "{S:project|it}(?: project)?(?:{be}|[’']s been| has| had)(?: been)? (?:{~2})?(?:around|out there|in existence|in development|a thing|a project|public|going|here|alive) (?:{~1})?(?:since|from) (?:{~3})?(?=\\d{4}|[A-Z][a-z]+,? \\d{4})",
      '\\b[Ii]n (?:early |late )?\\d{4},? (?:when )?(?:{~3})(?:started|created|launched|began|founded) (?:working on |building |writing )?{S:project|it}\\b(?! (?:with|using|up|off))',
    ],
    build: startedOn,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did Keptn begin?\nVera Lind: Keptn was created in 2018.',
        claims: ['project:keptn started 2018'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did Keptn begin?\nVera Lind: It began around March, 2015.',
        claims: ['project:keptn started 2015-03'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did Keptn begin?\nVera Lind: We started it two years ago.',
        claims: ['project:keptn started 2022'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did you come to it?\nVera Lind: I started to use Keptn in 2018.',
        why: 'a user began then',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did Keptn begin?\nVera Lind: It was never started in 2018.',
        why: 'denied',
      },
    ],
  },
  {
    id: 'started/for',
    description: 'A project is said to have existed for some time, or to be some years old.',
    predicate: 'started',
    confidence: 0.8,
    patterns: [
      "{S:project|it}(?: project)?(?:[’']s| has|{be})(?: already| actually| now| only| really)?(?: been)? (?:around|out there|in existence|in development|a thing|a project|going|alive|public) (?:now )?(?:for )?(?:(?:about|around|almost|nearly|over|more than|like|maybe|probably|roughly|at least|the (?:last|past)) ){0,2}(?=(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})\\b)",
      '{S:project|it}(?: project)?{be} (?:now |only |already |just |probably |maybe )*(?:(?:about|around|almost|nearly|over|more than|like) ){0,2}(?=(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})(?: or \\w+)?(?: and a half)? (?:years?|months?) old\\b)',
    ],
    build: startedBefore,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: Keptn has been around for about six years.',
        claims: ['project:keptn started 2018 modality=possible'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: I have been around for six years.',
        why: 'a person is that old there',
      },
    ],
  },
  {
    id: 'started/answer',
    description:
      'The answer to "how long has it been around?" or "when did it start?" holds a date or a length of time.',
    predicate: 'started',
    confidence: 0.82,
    find: startedInAnswer,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How long has Keptn been a project?\nVera Lind: Oh, good one.\nAda Host: Right?\nVera Lind: For six years.',
        claims: ['project:keptn started 2018'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. When did it start?\nVera Lind: I think 2018.',
        claims: ['project:keptn started 2018 modality=possible'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How long have you been an engineer?\nVera Lind: For six years.',
        why: 'the question is about a person',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. When did it start?\nVera Lind: Before me. It joined the CNCF in 2020.',
        why: 'the date of something else',
      },
    ],
  },
  {
    id: 'release/version',
    description: 'A version of a project is named: "Keptn 2.0", "our 1.4 release".',
    predicate: 'release',
    confidence: 0.85,
    find: releases,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is new?\nVera Lind: Keptn 2.0 is out.',
        claims: ['project:keptn release 2.0'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is new?\nVera Lind: Last week we cut our version 1.4 release.',
        claims: ['project:keptn release 1.4 since=2024-03'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is new?\nVera Lind: I helped with release 0.31, 0.32 and 0.34 of Falco. We will soon release version 3.',
        claims: ['project:keptn release 3 modality=planned', 'project:falco release 0.34'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: With Kubernetes it is as easy as writing go 1.23 in a file, and then go-falco 1.2 does the rest.',
        why: 'the version of a language, and of something that another name is a piece of',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is new?\nVera Lind: Since Go 1.18 it is 2.5 times as fast, on CUDA 11.2.',
        why: 'a version of a language, a factor, and a version of something unknown',
      },
    ],
  },
  {
    id: 'release/answer',
    description: 'The answer to "what is new?" or "which version?" begins with a version.',
    predicate: 'release',
    confidence: 0.8,
    find: releaseInAnswer,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. And what’s new?\nVera Lind: 2.15. We are proud of it.',
        claims: ['project:keptn release 2.15'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. And what’s new?\nVera Lind: It is 2.5 times as fast.',
        why: 'a factor',
      },
    ],
  },
  {
    id: 'contributors/number',
    description: 'A number of contributors is said.',
    predicate: 'contributors',
    confidence: 0.85,
    patterns: [
      `${NUMBER} (?:{~3})?contributors\\b(?! (?:ago|summit))`,
      `\\bfrom (?<W>(?:(?:about|around|like|just|only) )?\\d[\\d,]*)(?: {~2})? ?contributors(?:[ ,]+[\\w’',]+){0,8}? to ${NUMBER}`,
      `\\bnumber of contributors (?:{~2})?(?:is|was|has grown to|grew to|went to|at) ${NUMBER}`,
    ],
    build: (match, talk) => {
      const text = match.scene.skeleton
      // In "from 30 contributors to 120" the first number is the past one.
      const isFormer =
        !match.text('W') &&
        /\bfrom (?:(?:about|around|like|just|only) )?$/i.test(text.slice(0, match.start)) &&
        /\bto\b/.test(text.slice(match.end))
      return isFormer ? [] : valued(match, talk)
    },
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who writes it?\nVera Lind: We have 650+ contributors by now.',
        claims: ['project:keptn contributors 650+'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who writes it?\nVera Lind: It grew from about 30 contributors in the spring to 120.',
        claims: ['project:keptn contributors 120'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who writes it?\nVera Lind: Our contributors had 12 beers.',
        why: 'another number',
      },
    ],
  },
  {
    id: 'contributors/answer',
    description: 'The answer to "how many contributors?" holds a number.',
    predicate: 'contributors',
    confidence: 0.8,
    find: countedInAnswer(/\bhow many (?:[\w-]+ ){0,3}contributors\b/i, /\bcontributors\b/),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How many contributors do you have?\nVera Lind: Maybe 210-ish by now.',
        claims: ['project:keptn contributors 210-ish modality=possible'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How many contributors do you have?\nVera Lind: Never counted them.',
        why: 'no number',
      },
    ],
  },
  {
    id: 'downloads/number',
    description: 'A number of downloads is said.',
    predicate: 'downloads',
    confidence: 0.85,
    patterns: [
      `${NUMBER} (?:{~3})?(?:downloads|Docker pulls|image pulls|pulls)\\b`,
      `{S:project|it}(?:['’]s| has| was| had)?(?: been)? downloaded (?:{~2})?${NUMBER} times\\b`,
    ],
    build: valued,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who uses it?\nVera Lind: Keptn now has 2,000,000 downloads.',
        claims: ['project:keptn downloads 2,000,000'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who uses it?\nVera Lind: In 2018 nobody counted downloads.',
        why: 'a year is no count',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who uses it?\nVera Lind: A game for Windows and Android was downloaded 3 million times.',
        why: 'the game was',
      },
    ],
  },
  {
    id: 'downloads/answer',
    description: 'The answer to "how many downloads?" holds a number.',
    predicate: 'downloads',
    confidence: 0.8,
    find: countedInAnswer(/\bhow (?:many|often)\b[^?]{0,30}\bdownload/i, /\b(?:downloads|pulls|times)\b/),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How many downloads is that?\nVera Lind: 300,000 a month.',
        claims: ['project:keptn downloads 300,000'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How many downloads is that?\nVera Lind: Too many.',
        why: 'no number',
      },
    ],
  },
]
