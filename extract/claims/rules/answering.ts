/**
 * What a guest's answer names where the host's question says in which relation: "What is it built on?" "NATS and
 * etcd, mostly." The question is the frame, and the answer fills it, however few its words.
 */
import { asked } from '../answers.ts'
import type { Draft, Rule } from '../rule.ts'
import { type Scene, sceneSpan, type Talk } from '../scene.ts'
import { isFormat, isFoundation, isLanguage, isNotion, isProtocol, mainProject } from './words.ts'

/** How many sentences of an answer are looked at; of one that tells of users, who come one after the other, more. */
const SENTENCES = 3
const LONG_ANSWER = 8
/** How many words may stand between the names of an answer. */
const APART = 7
/** Words after which an answer speaks of something else, or of what is not so. */
const TURNS =
  /\b(?:but|because|cause|unlike|than|whereas|while|instead|not|never|without|if|whether|when|before|used to|compared|similar|no longer|except|came from|moved|switched|replaced|left|quit|since I)\b|n['’]t\b/i
/** Answers that are none, or say no. */
const NO_ANSWER =
  /^["“]?(?:(?:oh|well|um|uh|so|and)[,.]? )*(?:no|nope|nah|none|nobody|I (?:do not|don['’]t|can['’]t|have no|wouldn['’]t)|good question|ask|not (?:really|yet))\b/i

/** The names that an answer's sentence begins with or lists, up to the word that turns it elsewhere. */
function namedIn({ skeleton, slots, places }: Scene): string[] {
  const named: string[] = []
  let from = 0
  for (const [i, m] of slots.entries()) {
    const gap = skeleton.slice(from, places[i])
    if (TURNS.test(gap) || gap.split(/\s+/).filter(Boolean).length > APART) break
    named.push(m.entity)
    from = (places[i] ?? 0) + 4
  }
  return named
}

/**
 * Who or what a question is about: the one thing it names, else the project of the interview. What is named after
 * the words that ask is a suggestion: "What do you write it in, Go?"
 */
function subjectOf(question: Scene, talk: Talk, end: number): string | undefined {
  const named = new Set(
    question.slots
      .filter((m, i) => isThing(m.entity) && (question.places[i] ?? 0) < end)
      .map((m) => m.entity),
  )
  if (named.size > 1) return undefined
  return [...named][0] ?? mainProject(question, talk)
}

const isThing = (id: string): boolean => /^(?:project|technology):/.test(id)

/** Claims of all that the answers to some questions name and that can be the object. */
const answering =
  (asks: RegExp, fits: (object: string, subject: string) => boolean, sentences = SENTENCES) =>
  (talk: Talk): Draft[] =>
    asked(talk, asks).flatMap(({ question, match, answers }) => {
      const subject = subjectOf(question, talk, (match.index ?? 0) + match[0].length)
      const first = answers[0]
      if (!question.speakerIsHost || subject === undefined || !first || NO_ANSWER.test(first.skeleton))
        return []
      return answers
        .filter((answer) => answer.turn === first.turn)
        .slice(0, sentences)
        .flatMap((answer) =>
          namedIn(answer)
            .filter((object) => object !== subject && fits(object, subject))
            .map((object) => ({ subject, object, spans: [sceneSpan(answer), sceneSpan(question)] })),
        )
    })

const WHAT = String.raw`\b(?:[Ww]hat|[Ww]hich)(?: (?:other|else|kinds? of|sorts? of|all the))?(?: [\w-]+){0,3}`
const DOES = String.raw`(?:do|does|did|can|are|is|will)(?:n['’]t)? (?:you|it|they|that|this|<[pt]\d+>|you guys|y['’]all)(?: (?:all|guys|folks|currently|now|actually|also|mostly|typically|usually|even)){0,2}`

/** "What's it made of?", "What's in the box?" */
const MADE_OF = String.raw`\b[Ww]hat(?:['’]s| is) (?:it|this|that|<[pt]\d+>|all (?:that|this)) (?:actually )?(?:made (?:of|from|out of)|built (?:with|from|out of|on))\b|\b[Ww]hat (?:would|will|do|can) (?:I|you|we|people) (?:find|see) (?:if|when) (?:I|you|we|they) (?:open|look|peek|dig)`

export const ANSWERING: readonly Rule[] = [
  {
    id: 'written-in/asked',
    description: 'A host asks what language a project is written in, and the answer names it.',
    predicate: 'written_in',
    confidence: 0.88,
    find: answering(
      /\b(?:what|which)(?: [\w-]+){0,6} (?:written|implemented|programmed|coded|built|write (?:it|this|that|<[pt]\d+>|all (?:of )?this)|wrote it|writing it|build it) in\b|\bwhat(?:['’]s| is) (?:it|this|that|<[pt]\d+>) made (?:of|from|out of)\b|\bwhat (?:would|will|do) (?:I|you|we) find (?:if|when) (?:I|you|we) open|\b(?:what|which) (?:programming )?languages?\b(?! (?:do|does|can) (?:you|it|they|<[pt]\d+>) (?:support|have|offer|target))|\bwhy (?:did you (?:choose|pick|go with|use|write it in)) <t\d+>/i,
      isLanguage,
    ),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it written in?\nVera Lind: Rust, mostly, with a bit of TypeScript for the dashboard.',
        claims: [
          'project:keptn written_in technology:rust',
          'project:keptn written_in technology:typescript',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it written in?\nVera Lind: Not Java, I can tell you.',
        why: 'it is denied',
      },
    ],
  },
  {
    id: 'built-on/asked',
    description: 'A host asks what a thing is built on or uses inside, and the answer names it.',
    predicate: 'built_on',
    confidence: 0.8,
    find: answering(
      new RegExp(
        String.raw`${MADE_OF}|${WHAT} (?:${DOES} (?:use|using) (?:under|inside|internally|behind)[^?]{0,40}|${DOES} (?:built|based|rely(?:ing)?|depend(?:ing)?|sit(?:ting)?)(?: (?:on|in))?(?: top of)?|(?:is|are|['’]s) (?:there )?(?:under(?:neath)?|inside|under the hood|behind the scenes|powering|the (?:tech|technology) stack))|\b[Hh]ow (?:is|was) (?:it|this|that) (?:built|made|put together|implemented)\b|${WHAT}(?: [\w-]+){0,2} (?:power|back)s (?:it|this|that)\b`,
      ),
      (object, subject) => isThing(object) && isFoundation(object, subject) && !isFormat(object),
    ),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What do you use underneath?\nVera Lind: Mostly NATS and etcd.',
        claims: ['project:keptn built_on project:nats', 'project:keptn built_on project:etcd'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What do you use underneath?\nVera Lind: Mostly our own code, because etcd was too slow.',
        why: 'what follows is the reason',
      },
    ],
  },
  {
    id: 'runs-on/asked',
    description: 'A host asks where or on what a thing runs, and the answer names it.',
    predicate: 'runs_on',
    confidence: 0.8,
    find: answering(
      new RegExp(
        String.raw`(?:\b[Ww]here|${WHAT}) ${DOES} (?:be )?(?:run(?:ning)?|deploy(?:ed)?|host(?:ed)?|install(?:ed)?)(?: (?:it|on|in|to|that))*\b(?! into)|\b(?:[Ww]hich|[Ww]hat) (?:cloud(?: provider)?s?|platforms?|operating systems?|environments?) [^?]{0,20}\b(?:run|support|deploy|work)`,
      ),
      (object, subject) =>
        isThing(object) && isFoundation(object, subject) && !isFormat(object) && !isProtocol(object),
    ),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where does it run?\nVera Lind: On Kubernetes, or on Nomad.',
        claims: ['project:keptn runs_on project:kubernetes', 'project:keptn runs_on project:nomad'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where does it run?\nVera Lind: I don’t know whether it runs on Nomad.',
        why: 'no answer',
      },
    ],
  },
  {
    id: 'integrates-with/asked',
    description: 'A host asks what a thing integrates with or supports, and the answer names it.',
    predicate: 'integrates_with',
    confidence: 0.85,
    find: answering(
      new RegExp(
        String.raw`${WHAT} ${DOES} (?:integrat\w+|work|play|plug|talk|connect|interoperate|hook|support|interface|pair|tie)(?: (?:nicely|well|together|in|out))?(?: (?:with|to|into))?\b|\b(?:[Ww]hat|[Ww]hich)(?: [\w-]+){0,2} (?:integrations?|plug-?ins?|providers|data ?sources|sources|backends|connectors|clients|SDKs)\b`,
      ),
      (object, subject) => isThing(object) && !isNotion(object) && !isLanguage(subject),
    ),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What does it integrate with?\nVera Lind: Prometheus, Datadog, Dynatrace, you name it.',
        claims: [
          'project:keptn integrates_with project:prometheus',
          'project:keptn integrates_with technology:datadog',
          'project:keptn integrates_with technology:dynatrace',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What does it integrate with?\nVera Lind: Nothing, unlike Jenkins.',
        why: 'the other thing does',
      },
    ],
  },
  {
    id: 'developed-by/asked',
    description: 'A host asks who is behind a project, and the answer names companies.',
    predicate: 'developed_by',
    confidence: 0.8,
    find: answering(
      /\b[Ww]h(?:o|ich compan(?:y|ies)|at compan(?:y|ies))(?:['’]s| is| are| was| were)?(?: [\w-]+){0,2} (?:behind|develop(?:s|ing|ed)?|mak(?:es|ing)|built|build(?:s|ing)|creat(?:es|ed)|back(?:s|ing)?|sponsor(?:s|ing)?|fund(?:s|ing)?)\b/,
      (object) => object.startsWith('company:'),
    ),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who is behind it?\nVera Lind: Mostly Intuit, and Red Hat helps.',
        claims: ['project:keptn developed_by company:intuit', 'project:keptn developed_by company:red-hat'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who is behind it?\nVera Lind: A few of us. I worked with most of them for years before I came to Red Hat.',
        why: 'the speaker’s own way',
      },
    ],
  },
  {
    id: 'used-by/asked-who',
    description: 'A host asks who uses the project, and the guest’s answer names companies.',
    predicate: 'used_by',
    confidence: 0.75,
    find: answering(
      /\bwho(?:['’]s| is| are| else)?(?: \w+){0,3} (?:using|uses?|running|runs|adopt\w*)\b|\b(?:which|what|any)(?: \w+){0,3} (?:companies|users|adopters|customers|organizations|end users)\b|\b(?:users|adopters|customers) (?:can you|do you|you can|are you)|\bwho (?:are|were) (?:your|the|its|some of (?:your|the|its))(?: \w+){0,2} (?:users|adopters|customers)|\bwho(?:['’]s| is) (?:on it|out there)\b|\bnames (?:that )?(?:you|we) can (?:say|drop|mention|share|name)|\b(?:anybody|anyone|somebody) (?:that |who )?(?:I|we|people)(?:['’]d| would| might)? (?:know|have heard)/i,
      (object) => object.startsWith('company:'),
      LONG_ANSWER,
    ),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who is using Keptn?\nVera Lind: Oh, Spotify, Intuit. Then a couple of banks.',
        claims: ['project:keptn used_by company:spotify', 'project:keptn used_by company:intuit'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who is using Keptn?\nVera Lind: I can’t tell you whether Spotify does.',
        why: 'the answer names nobody',
      },
    ],
  },
  {
    id: 'originated-at/asked',
    description: 'A host asks where a project comes from, and the answer names a company.',
    predicate: 'originated_at',
    confidence: 0.8,
    find: answering(
      /\bwhere(?:['’]s| is| does| did| was)(?: (?:it|this|that|<p\d+>|the (?:project|idea|thing|whole thing)))(?: all)? (?:(?:originally )?(?:from|come from|came from|start(?:ed)?|begin|began|originate|born|created))\b/i,
      (object) => object.startsWith('company:'),
      1,
    ),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. And where’s it from? Originally?\nVera Lind: Dynatrace. It was for their own releases.',
        claims: ['project:keptn originated_at company:dynatrace'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. And where’s it from? Originally?\nVera Lind: Not from Dynatrace, whatever people say.',
        why: 'it is denied',
      },
    ],
  },
  {
    id: 'works-at/asked',
    description: 'A host asks a guest where they work, and the guest names a company.',
    predicate: 'works_at',
    confidence: 0.9,
    find: (talk) =>
      asked(
        talk,
        /\bwhere do you (?:currently |actually )?work\b|\b(?:what|which) company (?:are you|do you work)|\bwho do you work for\b|\bwhat(?:['’]s| is) your day job\b|\bwho (?:pays|is paying) you\b|\bwhere are you (?:working )?(?:at )?(?:now|these days|today)\b/i,
      ).flatMap(({ question, answers: [answer] }) => {
        if (
          !question.speakerIsHost ||
          !answer?.speaker ||
          answer.speakerIsHost ||
          NO_ANSWER.test(answer.skeleton)
        )
          return []
        const company = namedIn(answer).find((id) => id.startsWith('company:'))
        return company === undefined
          ? []
          : [{ subject: answer.speaker, object: company, spans: [sceneSpan(answer), sceneSpan(question)] }]
      }),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where do you work?\nVera Lind: Red Hat. On observability there.',
        claims: ['person:vera-lind works_at company:red-hat'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where do you work?\nVera Lind: Nowhere since I left Red Hat.',
        why: 'she left it',
      },
    ],
  },
]
