/** Who maintains what. */

import type { Draft, Rule } from '../rule.ts'
import { isShort, type Match, surelyMeant, thingMeant } from '../scene.ts'
import { introducedAs } from './introduced.ts'

/** "Tom and I, we maintain …": the two of them, not their company. */
const isPair = ({ scene, start }: Match): boolean => /\band I, $/.test(scene.skeleton.slice(0, start))

const maintain = (match: Match): Draft[] =>
  (isPair(match) ? [] : match.ids('S')).flatMap((subject) =>
    match.ids('O').map((object) => ({ subject, object })),
  )

/** Right before a name, or a list of them, what says that who is introduced with it maintains it. */
const MAINTAINS_BEFORE =
  /\b(?:maintainers?|maintain(?:s|ing)?)(?: (?:and|&) (?:[\w-]+ ){0,2}[\w-]+)?(?: (?:of|for|on|behind))? (?:(?:the|an?) )?(?:(?:[\w-]+ ){0,5}?(?:project|library|tool|alternative|framework|operator|plugin|package)(?: (?:to|for|of) (?:[\w-]+ ){0,4}[\w-]+)? (?:called |named )|(?:project|library|tool) )?\[?$/i

/** "One of the maintainers, …" of what was announced before, and is not named again. */
const CALLED_MAINTAINER = /\b(?:maintainers?|who (?:[a-z]+ )?maintains?)\b/i

export const MAINTENANCE: readonly Rule[] = [
  {
    id: 'maintains/maintainer-of',
    description: 'A person is called a maintainer of a project.',
    predicate: 'maintains',
    confidence: 0.95,
    confirmable: true,
    patterns: [
      '{S:person|I|he|you|company}(?:{be}|,) (?:{~4})?(?:maintainers?|project leads?|lead maintainers?|core team members?)(?: (?:of|for|on|from|behind|in)) (?:{~4})?{list:O:project}',
      '{S:person|I|he|you}(?:{be}|,) (?:an?|the) (?:{^8})and (?:also )?(?:one of the |an? |the )(?:core |lead |co-?)?(?:maintainers?|project leads?) (?:of|for|on) {O:project}',
      '{O:project} (?:core |lead |co-?)?(?:maintainers?|core team member),? {S:person}',
      '{S:person|I|he|you}(?:{be}|,) (?:{~3})?{O:project} (?:core |lead |co-?)?(?:maintainers?|core team member|team member|core developer)',
      '{S:person},? (?:the |a |who is |one of the )?(?:{~2})?maintainers? (?:of|for|from) (?:{~2})?{list:O:project}',
      '{S:I|he|we|person|company} (?:also |still |currently |help |helped |co-?|actively )*(?:maintain|maintains|maintaining|co-maintain|maintained) (?:{~2})?{O:project}',
      '{S:I|he|person}{be} (?:also )?on the {O:project} (?:core |maintainer )?team',
    ],
    build: maintain,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. She is the maintainer of Keptn.\nVera Lind: Thanks.',
        claims: ['person:vera-lind maintains project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I’m one of the maintainers of Keptn.',
        claims: ['person:vera-lind maintains project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Tom Berg is a Falco maintainer.',
        claims: ['person:tom-berg maintains project:falco'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind from Red Hat.\nVera Lind: Tom Berg and I, we maintain Falco.',
        why: 'the two of them do, and not their company',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I am not a maintainer of Keptn.',
        why: 'denied',
      },
      {
        said: 'Ada Host: I am here with Vera Lind. Are you a maintainer of Keptn?\nVera Lind: I only use it.',
        why: 'a question claims nothing',
      },
    ],
  },
  {
    id: 'maintains/clause',
    description: 'A clause says that somebody maintains or runs a project, or calls them its maintainer.',
    predicate: 'maintains',
    confidence: 0.85,
    confirmable: true,
    actual: true,
    frames: ['maintain|co-maintain: agent > theme', 'noun maintainer|co-maintainer: theme > of|for|mod'],
    fits: (_, subject, { subject: who, object: what, scene }) => {
      if (/^(?:we|they|us)$/.test(who.pronoun ?? '')) return false
      if (
        what.tail !== undefined &&
        !/^(?:project|library|package|tool|framework|repo|repository|codebase)$/.test(what.tail)
      )
        return false
      return subject.startsWith('person:') || !/\bcluster|\binstance/.test(scene.skeleton)
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: At night I do maintain a little project called Keptn, and Falco is maintained mostly by Tom Berg.',
        claims: ['person:vera-lind maintains project:keptn', 'person:tom-berg maintains project:falco'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: We maintain Keptn clusters. I do not maintain Falco.',
        why: 'clusters; denied',
      },
    ],
  },
  {
    id: 'maintains/looks-after',
    description: 'Somebody took a project over, or manages or leads it.',
    predicate: 'maintains',
    confidence: 0.78,
    patterns: [
      "{O:project},? (?:which|that) {S:person|I}(?:['’]s|['’]ve| has| have| had)?(?: (?:kind of|sort of|recently|now|since|also|then))* (?:taken over|took over|maintains?|maintained|manages?|looks? after)",
      "{S:person|I|he}(?:,? who)?(?:['’]s|['’]ve| has| have| had)?(?: (?:kind of|sort of|recently|now|since|also|then))* (?:taken over|took over|manages?|looks? after|leads?|runs?) (?:maintenance of |maintaining |development of )?(?:the )?{O:project} (?:project|repo|repository|library|package)\\b",
      "{S:person|I|he}(?:,? who)?(?:['’]s|['’]ve| has| have| had)?(?: (?:kind of|sort of|recently|now|since|also|then))* (?:taken over|took over) (?:maintenance of |maintaining |development of |the maintenance of )(?:the )?{O:project}",
    ],
    build: maintain,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Thanks go to Tom Berg, who manages the Keptn project.',
        claims: ['person:tom-berg maintains project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Tom Berg runs Keptn at home.',
        why: 'he uses it',
      },
    ],
  },
  {
    id: 'maintains/a-maintainer',
    description: 'A person is called a maintainer in an interview with one project, which is the one meant.',
    predicate: 'maintains',
    confidence: 0.85,
    confirmable: true,
    deniable: true,
    patterns: [
      '(?<S>\\b(?:I|[Ss]he|[Hh]e|[Yy]ou)\\b){be} (?:not )?(?:an? |the |one of the |also |now |new |core |lead |our |both )*maintainers?(?=[.,!?]|$| and| here| there| now| too)',
      '(?<S>\\b(?:I|[Ss]he|[Hh]e)\\b) (?<W>used to be|was) (?:an? |one of the )?maintainer\\b(?! of)',
      '(?:[Aa]re|[Ww]ere) (?<S>you) (?:also |both |still |actually |yourself )*(?:an? |the |one of the |also |core )*maintainers?(?=[.,!?]|$| and| here| there| now| too)',
      '{S:I} (?:will |still |am willing to |continue to |also )*(?:continue to )?maintain (?:it|this)\\b',
      "{S:I}['’]m willing to (?:continue to )?maintain (?:it|this)\\b",
    ],
    build: (match, talk) => {
      // A talk that merely keeps coming back to a project is not of its maintainers.
      const about = talk.subjects[match.scene.interview]?.project
      const named = new Set(match.scene.slots.filter((m) => m.kind === 'project').map((m) => m.entity))
      const [only] = named
      // "I merged your patch in …, because I'm a maintainer": of the one that the sentence has named.
      if (
        named.size === 1 &&
        only !== undefined &&
        /\b(?:because|since|as|where|cause) (?:now )?$/.test(match.scene.skeleton.slice(0, match.start))
      )
        return match.ids('S').map((subject) => ({ subject, object: only }))
      if (match.scene.slots.some((m) => m.kind === 'project' && m.entity !== about)) return []
      // "I joined the project; I'm not a maintainer": of the one whose name may come only later.
      if (/\bthe project\b/.test(match.scene.skeleton) && !isShort(match.scene, talk)) return []
      const project =
        surelyMeant(match.scene, talk, match.start, ['project']) ??
        (isShort(match.scene, talk) ? thingMeant(match.scene, talk, 'it', ['project']) : undefined)
      const qualifiers = match.text('W') ? { status: 'former' as const } : {}
      return project ? match.ids('S').map((subject) => ({ subject, object: project, qualifiers })) : []
    },
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. She’s a maintainer. What is Keptn?\nVera Lind: A tool.',
        claims: ['person:vera-lind maintains project:keptn'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. And are you a maintainer?\nVera Lind: I am, for a year now.',
        claims: ['person:vera-lind maintains project:keptn'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool. I am not one of the maintainers.',
        claims: ['person:vera-lind maintains project:keptn polarity=denied'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I am a maintainer.',
        why: 'of what, nobody said',
      },
      {
        said: 'Ada Host: I am here with Vera Lind. How do you run your clusters?\nVera Lind: With Kubernetes, and we love Kubernetes. But I merged your patch in Falco, because I am a maintainer.',
        why: 'of the one that the sentence names, and not of what the talk is full of',
        besides: ['person:vera-lind maintains project:falco'],
      },
    ],
  },
  {
    id: 'maintains/introduced',
    description:
      'The words that introduce a guest with a project, or a guest’s own, call them its maintainer.',
    predicate: 'maintains',
    confidence: 0.87,
    find: (talk) =>
      introducedAs(talk, MAINTAINS_BEFORE, CALLED_MAINTAINER).filter(({ object }) =>
        object.startsWith('project:'),
      ),
    examples: [
      {
        said: 'Ada Host: Vera Lind is an engineer at Red Hat. Yeah, maintainer of Keptn and Falco. Hello, Vera.\nVera Lind: Hello.',
        claims: ['person:vera-lind maintains project:keptn', 'person:vera-lind maintains project:falco'],
      },
      {
        said: 'Ada Host: Today we’re talking about Keptn. With us is one of the maintainers, Vera Lind.\nVera Lind: Hello.',
        claims: ['person:vera-lind maintains project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: Vera Lind is an engineer at Red Hat and works on Keptn. The maintainer of Falco is a friend. Hello, Vera.\nVera Lind: Hello.',
        why: 'somebody else maintains it, and to work on a thing is not to maintain it',
      },
    ],
  },
  {
    id: 'maintains/as-maintainer',
    description:
      'Who came with a project speaks as its maintainer; or somebody is called the maintainer of what was just named.',
    predicate: 'maintains',
    confidence: 0.78,
    patterns: [
      '(?:\\b[Aa]s|\\b[Bb]eing) (?<A>an?|the|one of the) (?:open[- ]source |project |lead |core |only |sole |main |solo |library |tool )*maintainers?\\b(?! of (?!(?:it|this|the project)\\b))',
      "(?<S><n\\d+>|\\bI\\b|\\b[Ss]?[Hh]e\\b)(?:['’]m|['’]s| am| is| was)(?: (?:now|also|currently|still))* (?:the|an?|one of the|its|another) (?:(?<W>past|former|previous|original|old) |(?:current|main|primary|sole|only|lead|core|active|new|official) )*(?:maintainers?|main developer|lead developer)(?: of (?:it|this|that|the (?:project|library|tool|package)))(?=[.,;!?]|$| (?:and|now|but|at|so)\\b)",
    ],
    build: (match, talk) => {
      const { scene } = match
      const qualifiers = match.text('W') ? { status: 'former' as const } : {}
      if (match.text('S')) {
        const project = thingMeant(scene, talk, 'it', ['project'])
        const object = talk.topics[scene.index] ?? project
        return object?.startsWith('project:')
          ? match.ids('S').map((subject) => ({ subject, object, qualifiers }))
          : []
      }
      const subjects = talk.subjects[scene.interview]
      const { speaker } = scene
      if (!subjects || speaker === undefined || scene.speakerIsHost) return []
      // "Who to thank as the maintainer", "would you mind being one?", "I said 'As a maintainer …'"
      const before = scene.skeleton.slice(0, match.start)
      if (
        /\b(?:who|whom|would|could|interested|want|wanna|someone|somebody|you|he|she|they)\b[^.;]{0,60}$/i.test(
          before,
        )
      )
        return []
      if (scene.sentence.question || (before.match(/["“]/g)?.length ?? 0) % 2 === 1) return []
      const own = new Set(
        subjects.introductions
          .filter((x) => x.belongs && x.person === speaker && x.subject.startsWith('project:'))
          .map((x) => x.subject),
      )
      return own.size === 1 ? [...own].map((object) => ({ subject: speaker, object })) : []
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind of Keptn.\nVera Lind: As a maintainer, I see every bug.',
        claims: ['person:vera-lind maintains project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: There is a tool called Keptn. Tom Berg is the current maintainer of it.',
        claims: ['person:tom-berg maintains project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind from Red Hat.\nVera Lind: As a maintainer you see every bug.',
        why: 'of nothing that she came with',
      },
    ],
  },
  {
    id: 'maintains/companies',
    description: 'Companies are listed among the maintainers of the interview’s project.',
    predicate: 'maintains',
    confidence: 0.8,
    patterns: [
      'maintainers?,?(?: too)?,? (?:{^8})(?:from|like|such as|including)(?: different| several| many| other| various)?(?: companies| organizations| vendors| places)?(?: like| such as| including)? {list:S:company}',
      '{list:S:company}{be} (?:one of |both |all )?(?:the )?maintainers',
      '{S:company} (?:also |now |even )?(?:has|have) (?:an?|one|two|three|four|five|six|several|a couple of|a few|some|\\d+) (?:{~1})?maintainers?\\b',
    ],
    build: (match, talk) => {
      const project = talk.subjects[match.scene.interview]?.project
      return project ? match.ids('S').map((subject) => ({ subject, object: project })) : []
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind of Keptn.\nVera Lind: We have maintainers from companies like Intuit, Red Hat and Spotify.',
        claims: [
          'company:intuit maintains project:keptn',
          'company:red-hat maintains project:keptn',
          'company:spotify maintains project:keptn',
        ],
      },
      {
        said: 'Ada Host: I am here with Vera Lind of Keptn.\nVera Lind: Most of it is us, but Intuit has two maintainers.',
        claims: ['company:intuit maintains project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind of Keptn.\nVera Lind: Our users come from companies like Intuit and Red Hat.',
        why: 'users are no maintainers',
      },
    ],
  },
]
