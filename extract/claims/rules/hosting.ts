/** Which foundation hosts a project. */
import type { Qualifiers } from '../../../src/schema.ts'
import { isPossible, timesIn } from '../qualifiers.ts'
import type { Draft, Rule } from '../rule.ts'
import { isShort, type Match, surelyMeant, type Talk } from '../scene.ts'

const host = (match: Match, talk: Talk): Draft[] => {
  const qualifiers: Qualifiers = {}
  const offset = match.scene.slots.find((m) => m.kind === 'foundation')?.start ?? 0
  const near = timesIn(match.scene, talk).sort(
    (a, b) =>
      Math.abs(a.start + match.scene.sentence.start - offset) -
      Math.abs(b.start + match.scene.sentence.start - offset),
  )[0]
  if (near && /donat|accepted|joined|contributed|moved|gave|became/i.test(match.scene.skeleton))
    qualifiers.since = near.iso
  if (isPossible(match.scene.skeleton, match.start)) qualifiers.modality = 'possible'
  return subjectsHosted(match, talk).flatMap((subject) =>
    match.ids('O').map((object) => ({ subject, object, qualifiers })),
  )
}

/** "You use containerd. That project we donated": of what was named last, or of nothing. */
function subjectsHosted(match: Match, talk: Talk): string[] {
  const { scene, start } = match
  const said = match.text('S') ?? ''
  if (/^that project\b/i.test(scene.skeleton) && !said.startsWith('<')) {
    const before = talk.scenes[scene.index - 1]
    const last =
      before?.turn === scene.turn ? before.slots.filter((m) => m.kind === 'project').at(-1) : undefined
    return last ? [last.entity] : []
  }
  // A long talk wanders: there a bare "it" must have something near to stand for.
  if (/^it$/i.test(said) && !isShort(scene, talk)) {
    const it = surelyMeant(scene, talk, start, ['project'])
    return it ? [it] : []
  }
  return match.ids('S')
}

export const HOSTING: readonly Rule[] = [
  {
    id: 'hosted-by/project-of',
    description:
      'A project is said to be one of a foundation: "a CNCF project", "an incubated project of CNCF", "part of the CNCF".',
    predicate: 'hosted_by',
    confidence: 0.92,
    confirmable: true,
    deniable: true,
    patterns: [
      '{S:project|it|we}(?:{be}|,)(?: [\\w-]+){0,3}? (?:<m\\d+> )?{O:foundation} (?:<m\\d+> )?(?:sandbox |incubating |graduated )?project',
      '{S:project|it|we}(?:{be}|,)(?: [\\w-]+){0,4}?(?: <m\\d+>)? (?:projects?|member|part)? ?(?:of|in|under|within|with|from|underneath) (?:the )?{O:foundation}',
      "{O:foundation}(?:['’]s)? (?:<m\\d+> )?projects? (?:called |named |like |such as )?{S:project}",
      '(?:<m\\d+> )?project of (?:the )?{O:foundation},? {S:project}',
    ],
    build: host,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: Keptn is a CNCF project.',
        claims: ['project:keptn hosted_by foundation:cncf'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. And this is a CNCF project, correct?\nVera Lind: Yeah, it is.',
        claims: ['project:keptn hosted_by foundation:cncf'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Is Keptn a CNCF project?\nVera Lind: Ask the lawyers.',
        why: 'neither question nor answer says so',
      },
    ],
  },
  {
    id: 'hosted-by/donated',
    description: 'A project was donated to, accepted by or moved into a foundation.',
    predicate: 'hosted_by',
    confidence: 0.9,
    deniable: true,
    patterns: [
      '{S:project|it|we} (?:{^5})(?:donated|accepted|contributed|moved|given|joined|joining|open sourced,?|entered|became part of|went|into|put)(?: it| that| this)?(?: {~3})?(?:to|into|in|by|under|with)? ?(?:the )?{O:foundation}',
      '(?:donated?|contributed?|gave|moved|put|submitted) {S:project|it} (?:{~2})?(?:to|into|in|under) (?:the )?{O:foundation}',
      '{S:project}(?: project)?,? which (?:{~3})(?:put|donated|contributed|gave|placed)(?: {~2})? ?(?:in|to|into) (?:the )?{O:foundation}',
    ],
    build: host,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did Keptn begin?\nVera Lind: We donated it to the CNCF in 2019.',
        claims: ['project:keptn hosted_by foundation:cncf since=2019'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did Keptn begin?\nVera Lind: Keptn was donated to the CNCF.',
        claims: ['project:keptn hosted_by foundation:cncf'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: In the end you’re all going to use containerd. That project we donated to the CNCF.',
        why: 'it is the one named last that was donated',
        besides: ['project:containerd hosted_by foundation:cncf'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did Keptn begin?\nVera Lind: I donated my old laptop to the CNCF.',
        why: 'no project was given',
      },
    ],
  },
  {
    id: 'hosted-by/level',
    description: 'A project’s level is said together with the foundation: "went into the CNCF sandbox".',
    predicate: 'hosted_by',
    confidence: 0.85,
    patterns: ['{S:project|it|we} (?:{^6}){O:foundation} <m\\d+>'],
    build: (match, talk) =>
      /\b(?:hop|plan|want|look|appl|try)\w*/i.test(match.scene.skeleton) ? [] : host(match, talk),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did Keptn begin?\nVera Lind: It was open sourced and went into the CNCF sandbox.',
        claims: ['project:keptn hosted_by foundation:cncf'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What next?\nVera Lind: We hope for the CNCF sandbox.',
        why: 'a hope',
      },
    ],
  },
  {
    id: 'hosted-by/as-well',
    description:
      'Another project is said to be in the foundation as well: "it is part of the CNCF, and Istio is as well".',
    predicate: 'hosted_by',
    confidence: 0.85,
    patterns: [
      '{O:foundation}[^<>;]{0,40},? (?:and|as|but) (?:also )?{S:project}(?: is| was|,)? (?:as well|too|also)\\b',
      '{O:foundation}[^<>;]{0,40},? (?:and so|as|so) (?:is|are|was) {list:S:project}',
      '{O:foundation},? (?:along with|together with|just like|same as|as well as|like|alongside) {list:S:project}(?=[.,;!?]|$)',
    ],
    build: (match) =>
      /\b(?:part|project|in|under|within|member|joined|donated|hosted|umbrella)\b/i.test(
        match.scene.skeleton.slice(0, match.start),
      )
        ? match.ids('S').flatMap((subject) => match.ids('O').map((object) => ({ subject, object })))
        : [],
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Linkerd is part of the CNCF at this stage, and Falco is as well.',
        claims: ['project:falco hosted_by foundation:cncf'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I met somebody of the CNCF, and Falco was fun too.',
        why: 'nothing is said to be in it',
      },
    ],
  },
  {
    id: 'hosted-by/clause',
    description:
      'A clause says that a foundation hosts a project, or that the project is in it, joined it or was given to it.',
    predicate: 'hosted_by',
    confidence: 0.85,
    frames: [
      'host|oversee|overlook|govern|steward|shepherd|foster: theme > agent',
      'donate|contribute|give|move|submit|bring|hand: theme > to|into',
      'join|enter: agent > theme',
      'be|live|sit|exist: agent > under|underneath|in|within +under|underneath|in|within',
      'noun part|project|member: theme > of|in|at|under|within',
    ],
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: The CNCF also hosts Keptn and Falco.',
        claims: ['project:keptn hosted_by foundation:cncf', 'project:falco hosted_by foundation:cncf'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Spotify donated Backstage to the CNCF.',
        claims: ['project:backstage hosted_by foundation:cncf'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Backstage never joined the CNCF.',
        why: 'denied',
      },
    ],
  },
]
