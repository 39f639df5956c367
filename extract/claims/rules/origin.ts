/** Where a project began. */
import type { Rule } from '../rule.ts'

const ASKS_ORIGIN =
  /\b(?:where (?:did|does|do) (?:it|this|that|the project|\S+) (?:all )?(?:come|came|start|begin|originate)|who (?:started|created|built|began|invented|wrote|made) (?:it|this|\S+)|how did (?:it|this|\S+) (?:all )?(?:start|begin|come about)|where was (?:it|\S+) born)/i
/** "It was Microsoft and Red Hat", "From Buoyant, in 2016", "At Spotify": an answer that begins with the place. */
const PLACE_FIRST =
  /^(?:\W*(?:so|well|yeah|yes|uh|um|oh|actually|I think|right),? )*(?:(?:it|that) (?:was|started|began|came|comes|all started|originated)(?: \w+){0,3} ?)?(?:(?:from|at|in|inside|within|out of|with|by) )?(?:the (?:folks|people|guys|team) at )?(<c\d+>(?:(?:, (?:and )?| and | & )<c\d+>)*)/i

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
      '{S:project|it} (?:{~2})?(?:started|began) (?:{~3})as (?:{~5})(?:within|inside|at|from) {O:company}',
      "{O:company}[,’'s]* (?:originally |initially |first )?(?:created|invented|started|open[- ]sourced|built|wrote) {S:project}",
    ],
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
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Did Keptn start at Red Hat?\nVera Lind: Nobody remembers.',
        why: 'a question asserts nothing',
      },
    ],
  },
  {
    id: 'originated-at/answer',
    description:
      'The host asks where the project came from, and the answer begins with one or more companies.',
    predicate: 'originated_at',
    confidence: 0.85,
    needs: 'c',
    read: (scene, talk) => {
      if (scene.speakerIsHost || scene.sentence.question) return []
      const asked = talk.scenes
        .slice(Math.max(0, scene.index - 4), scene.index)
        .some((s) => s.speakerIsHost && s.turn.index >= scene.turn.index - 2 && ASKS_ORIGIN.test(s.skeleton))
      const list = asked ? scene.skeleton.match(PLACE_FIRST)?.[1] : undefined
      const project = talk.subjects[scene.interview]?.project
      if (!list || !project) return []
      return [...list.matchAll(/<c(\d+)>/g)].map((m) => ({
        subject: project,
        object: scene.slots[Number(m[1])]?.entity ?? '',
      }))
    },
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool.\nAda Host: And where did it come from?\nVera Lind: It was Spotify and Red Hat, together.',
        claims: [
          'project:keptn originated_at company:spotify',
          'project:keptn originated_at company:red-hat',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where do you work?\nVera Lind: At Spotify.',
        why: 'the question is about the guest',
      },
    ],
  },
]
