/** Which guest speaks for which project or company. */

import { mentionsWithin } from '../../subjects.ts'
import type { Draft, Rule } from '../rule.ts'
import type { Talk } from '../scene.ts'

/** The guest's own words that make the project theirs. */
const OURS =
  /\b(?:we(?:['’](?:re|ve))?|our|us)\b(?! (?:all )?(?:know|use|used|love|like|see|live|talk|need|want))/i
const BUILT =
  /\b(?:I|we)(?:['’]ve| have| had| just| also| actually| originally| kind of| recently)* (?:created?|buil[dt]|made|wrote|started|founded|develop(?:ed)?|launched|released|open[- ]sourced|maintain(?:ed)?|work(?:ed|ing)? on|contribute)\b/i

/** Interviews of fewer turns are about one thing; a longer talk wanders over what its guests do not stand for. */
const SHORT = 60

/** The words right around the project by which a guest who came with a company makes it their own too. */
const ownWords = (slot: string): RegExp =>
  new RegExp(
    String.raw`\b(?:I|[Ww]e)(?:['’]ve| have| had| just| also| actually| originally)* (?:created|built|made|wrote|started|founded|developed|launched|released|open[- ]sourced|maintain|work(?:ed|ing)? on) (?:(?!(?:for|with|on|in|around|of|to|using|from|and|that|when|because)\b)[\w-]+ ){0,4}${slot}(?! (?:images?|containers?|clusters?|files?|apps?|plug-?ins?|operators?|clients?|integrations?|support|drivers?|deployments?|extensions?|modules?)\b)|${slot},? (?:which|that) is our\b|\bour (?:[\w-]+ ){0,3}${slot}(?=[,.!?;]|$| (?:project|team|tool|library|engine|community|server|client|is|was|has|does|and|which|that)\b)`,
  )

function* introduced(talk: Talk): Generator<Draft> {
  for (const subject of talk.subjects)
    for (const { person, subject: object, belongs, evidence } of subject.introductions)
      if (belongs) yield { subject: person, object, spans: [evidence] }
}

/** Guests who answer as the "we" of the one project that their interview is about. */
function* answering(talk: Talk): Generator<Draft> {
  for (const [i, interview] of talk.conversation.interviews.entries()) {
    const subject = talk.subjects[i]
    if (!subject) continue
    const project = subject.project
    if (!project) continue
    const evidence = subject.about.find((a) => a.id === project)?.evidence
    for (const guest of interview.guests) {
      const own = subject.introductions.filter((x) => x.person === guest && x.belongs)
      if (own.some((x) => x.subject === project)) continue
      const scenes = talk.scenes.filter((s) => s.interview === i && s.speaker === guest)
      const speaksOfIt = scenes.filter((s) => s.slots.some((m) => m.entity === project))
      const built = speaksOfIt.filter((s) => BUILT.test(s.skeleton) || OURS.test(s.skeleton))
      const owned = speaksOfIt.filter((s) =>
        s.slots.some((m, k) => m.entity === project && ownWords(`<p${k}>`).test(s.skeleton)),
      )
      const ours = scenes.filter((s) => OURS.test(s.skeleton)).length
      // What the guest calls their own is theirs. What the host asks a guest to tell about is theirs where they
      // answer as its "we"; what a panel merely talks about is nobody's.
      const answers = ours > 0 || built.length > 0 || (interview.guests.length > 1 && speaksOfIt.length > 0)
      const isShort = interview.lastTurn - interview.firstTurn < SHORT
      // In a long talk, who is known to work for somebody else speaks of it as one of its users.
      const employer = talk.employers.get(guest)
      const isTheirs = isShort || !employer || talk.names.entry(project)?.owner === employer
      const enough =
        owned.length > 0 ||
        (subject.asked.has(project) && answers && isTheirs) ||
        (!own.length && ours > 2 && isShort && subject.about.some((a) => a.id === project))
      if (!enough) continue
      const first = owned[0] ?? built[0] ?? speaksOfIt[0]
      if (!first && !evidence) continue
      yield {
        subject: guest,
        object: project,
        spans: [
          ...(evidence ? [evidence] : []),
          ...(first
            ? [{ turn: first.turn.index, start: first.sentence.start, end: first.sentence.end }]
            : []),
        ],
        confidence: built.length ? 0.85 : 0.75,
      }
    }
  }
}

/** "We at IBM", "here at GitLab": the company as the guest's "we", where the talk keeps coming back to it. */
function* speakingFor(talk: Talk): Generator<Draft> {
  for (const [i, interview] of talk.conversation.interviews.entries()) {
    const subject = talk.subjects[i]
    if (!subject || subject.introductions.some((x) => x.subject.startsWith('company:'))) continue
    const own = mentionsWithin(talk.mentions, interview).filter((m) => m.kind === 'company')
    for (const scene of talk.scenes) {
      if (scene.interview !== i || !interview.guests.includes(scene.speaker ?? '')) continue
      const match = scene.skeleton.match(
        /(?<!\b(?:worked|was|were) (?:\w+ )?)\b(?:[Uu]s|[Ww]e|[Hh]ere|[Oo]ur (?:team|company|job|work|office|place|shop|stack)) at <c(\d+)>/,
      )
      const company = match ? scene.slots[Number(match[1])] : undefined
      if (!company || own.filter((m) => m.entity === company.entity).length < 3) continue
      if ((talk.employers.get(scene.speaker ?? '') ?? company.entity) !== company.entity) continue
      yield {
        subject: scene.speaker ?? '',
        object: company.entity,
        spans: [{ turn: scene.turn.index, start: scene.sentence.start, end: scene.sentence.end }],
        confidence: 0.75,
      }
    }
  }
}

export const REPRESENTATION: readonly Rule[] = [
  {
    id: 'represents/introduced',
    description: 'The host introduces the guest with it: "Matt from …", "… of …", "the maintainer of …".',
    predicate: 'represents',
    confidence: 0.95,
    find: (talk) => [...introduced(talk)],
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind of Keptn.\nVera Lind: Thanks for having me.',
        claims: ['person:vera-lind represents project:keptn'],
      },
      {
        said: 'Ada Host: We have Vera Lind and Tom Berg from Red Hat.\nVera Lind: Hi.\nTom Berg: Hello.',
        claims: ['person:vera-lind represents company:red-hat', 'person:tom-berg represents company:red-hat'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: Our guest is Vera Lind, here to talk about her tool, which is a small implementation of Falco.\nVera Lind: Thanks for having me.',
        why: 'her tool is another thing',
      },
      {
        said: 'Ada Host: Our guest is Vera Lind. She used to work on the platform team at Spotify.\nVera Lind: Thanks for having me.',
        why: 'she came with it once',
      },
      {
        said: 'Ada Host: I am here with Vera Lind, who once met somebody from Red Hat.\nVera Lind: Thanks for having me.',
        why: 'the company belongs to somebody else',
      },
      {
        said: 'Ada Host: Vera Lind is here, and from Red Hat, Tom Berg.\nVera Lind: Hi.\nTom Berg: Hello.',
        why: 'the company is that of the one named after it',
        besides: ['person:tom-berg represents company:red-hat'],
      },
    ],
  },
  {
    id: 'represents/answers-as-we',
    description:
      'The interview is about one project, and the guest answers as its "we" or says to have built it.',
    predicate: 'represents',
    confidence: 0.75,
    find: (talk) => [...answering(talk)],
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. Tell us about Keptn.\nVera Lind: We built Keptn for people who deploy a lot.\nAda Host: And who uses Keptn?\nVera Lind: Our users are banks.',
        claims: ['person:vera-lind represents project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. What do people say about Keptn?\nVera Lind: They like it.\nAda Host: And Falco?\nVera Lind: I have not tried it.',
        why: 'nobody speaks for a thing by having heard of it',
      },
      {
        said: 'Ada Host: I am here with Vera Lind from Spotify. How do you test?\nVera Lind: We built a small wall of screens around Keptn.',
        why: 'what is built around a thing is another thing',
        besides: ['person:vera-lind represents company:spotify', 'person:vera-lind works_at company:spotify'],
      },
    ],
  },
  {
    id: 'represents/we-at',
    description: 'The guest says "we at …" of a company that the interview keeps coming back to.',
    predicate: 'represents',
    confidence: 0.75,
    find: (talk) => [...speakingFor(talk)],
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. How do you run clusters?\nVera Lind: For us at Spotify it took a while.\nAda Host: How big is it?\nVera Lind: Spotify has many clusters, and Spotify likes them small.',
        claims: ['person:vera-lind represents company:spotify'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. How do you run clusters?\nVera Lind: My brother was at Spotify once.',
        why: 'somebody else’s employer',
      },
    ],
  },
]
