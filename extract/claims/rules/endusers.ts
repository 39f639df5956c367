/** End users tell what they run: the talk is about their company, and "we", "it's …" and bare names are its stack. */

import type { Draft, Rule } from '../rule.ts'
import { guestsOf, type Match, type Scene, type Talk } from '../scene.ts'
import { companyOf } from './words.ts'

/** The company whose stack is spoken of: the guest's own, in a talk that has no one project for its subject. */
function stackOwner(scene: Scene, talk: Talk): string | undefined {
  const subjects = talk.subjects[scene.interview]
  if (!subjects || subjects.steady || !guestsOf(talk, scene.interview).includes(scene.speaker ?? ''))
    return undefined
  const introduced = subjects.introductions.find(
    (x) => x.person === scene.speaker && x.subject.startsWith('company:'),
  )
  const isSubject = subjects.about.some((a) => a.id === introduced?.subject)
  return isSubject ? (companyOf(scene.speaker, talk) ?? introduced?.subject) : undefined
}

const NOT_OURS =
  /\b(?:they|people|everybody|others|some|you|customers|vendors?|would|could|might|probably|maybe|looked at|considered|evaluated|created|called|compared|instead of|rather than|tools|projects|things|like|such as|never|not|didn['’]t|don['’]t|won['’]t)\b/i
const GONE =
  /\b(?:used to|tried|until|up to|at that time|back then|before that|moved off|moved away|left|stopped|dropped|replaced|(?:it|that) was)\b/i

const used = (match: Match, talk: Talk): Draft[] => {
  const owner = stackOwner(match.scene, talk)
  if (!owner || NOT_OURS.test(match.scene.skeleton.slice(Math.max(0, match.start - 40), match.end))) return []
  const isGone =
    GONE.test(match.scene.skeleton.slice(match.start, match.end)) &&
    !/\b(?:now|still|stayed)\b/i.test(match.scene.skeleton)
  return match
    .ids('S')
    .map((subject) => ({ subject, object: owner, qualifiers: isGone ? { status: 'former' as const } : {} }))
}

export const END_USERS: readonly Rule[] = [
  {
    id: 'used-by/our-stack',
    description:
      'In a talk about the guest’s company, the guest says what "we" have, did, tried or went over to.',
    predicate: 'used_by',
    confidence: 0.75,
    patterns: [
      "\\b[Ww]e(?:['’]ve| have|['’]re| are|['’]d| had)? (?:(?:also|just|mostly|actually|always|still|really|been|now|then|all|already|only|even|later|recently) ){0,2}(?:use|using|used|run|running|ran|have|got|had|did|do|tried|adopted|moved (?:over )?to|moving (?:over )?to|migrated to|switched (?:over )?to|went (?:over )?to|went with|ended up (?:with|on)|chose|picked|put in|brought in|rolled out|deployed|(?:start(?:ed)?|began|begun)(?: out)? (?:with|moving (?:over )?to|using|on)|settled on|rely on|installed|on) (?:(?!<)[\\w'’]+ ){0,4}?{list:S:project}",
      "\\b(?:[Ii]t|[Tt]hat|[Ee]verything|[Tt]races|[Mm]etrics|[Ll]ogs|[Ss]torage|[Nn]etworking)(?:['’]s| is| was)(?: all| mostly| still| now)?(?: on)? {list:S:project}(?=[.,;!]|$| on\\b| in\\b| for\\b| and\\b| with\\b| at\\b| that\\b| which\\b| everywhere\\b)",
      "\\b[Tt]here(?:['’]s| is| are| was) (?:an? |the |one )?{S:project} (?:server|cluster|instance|agent|operator|installation|deployment)?s?(?: that| in| on| for|,)",
    ],
    build: used,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind, an engineer at Spotify. How does Spotify deploy?\nVera Lind: At Spotify it is simple.\nAda Host: What runs at Spotify?\nVera Lind: In 2021 we went over to Istio, and we have Thanos for metrics.',
        claims: ['project:istio used_by company:spotify', 'project:thanos used_by company:spotify'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind, an engineer at Spotify. How does Spotify deploy?\nVera Lind: At Spotify it is simple.\nAda Host: And messages at Spotify?\nVera Lind: It’s all NATS.',
        claims: ['project:nats used_by company:spotify'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind, an engineer at Spotify. How does Spotify deploy?\nVera Lind: At Spotify it is simple.\nAda Host: What about a mesh at Spotify?\nVera Lind: We never had Istio, and we looked at Linkerd.',
        why: 'what was never had or only looked at is not used',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool. We have Prometheus support.',
        why: 'a maintainer’s "we" is the project, not its user',
      },
    ],
  },
  {
    id: 'used-by/stack-flow',
    description:
      'In a talk about the guest’s company, the guest follows code, logs or requests through the stack: "it lands in …".',
    predicate: 'used_by',
    confidence: 0.75,
    patterns: [
      '\\b(?:[Ll]ands?|[Ll]anding|[Gg]oes|[Gg]o|[Ee]nds? up|[Ss]tored|[Ss]hipped|[Ss]its?|[Ll]ives?|[Rr]uns?|[Dd]eployed|[Ss]ends? (?:{~3})?|[Mm]etrics|[Tt]races|[Ll]ogs|[Aa]lerts|[Ii]mages) (?:in|to|into|on|with|through|via|by) {list:S:project}',
      '{list:S:project} (?:does|handles?|builds?|scans?|serves?|stores?|collects?|picks|takes care of|sits|comes|came) (?:it|that|them|all|the|in|up|everything|in front|on top|our|every)\\b',
      '\\b(?:and|And|then|Then|so|So) (?:then )?{S:project} (?:in front|on top|in between|underneath|everywhere|for (?:the |our |all )?[a-z]+)(?=[.,;!]|$)',
    ],
    build: used,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind, an engineer at Spotify. How does Spotify deploy?\nVera Lind: At Spotify it is simple.\nAda Host: What runs at Spotify?\nVera Lind: A change lands in Harbor. Harbor scans it. Logs go to Loki, and then Grafana in front.',
        claims: [
          'project:harbor used_by company:spotify',
          'project:grafana-loki used_by company:spotify',
          'project:grafana used_by company:spotify',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind, an engineer at Spotify. How does Spotify deploy?\nVera Lind: At Spotify it is simple.\nAda Host: What runs at Spotify?\nVera Lind: Some people would say it goes to Loki.',
        why: 'what others do',
      },
    ],
  },
  {
    id: 'used-by/stack-moves',
    description:
      'In a talk about the guest’s company, the guest says what was given up for what: "we went from … to …".',
    predicate: 'used_by',
    confidence: 0.75,
    patterns: [
      '\\b(?:went|moved|migrated|switched|changed|came|moving|migrating)(?: {~3})? from {list:G:project} (?:over )?to {list:S:project}',
      '\\b[Ww]e (?:{~2})?(?:replaced|swapped) (?:out )?{list:G:project} (?:with|for|by) {list:S:project}',
      '\\b[Ww]e (?:{~2})?(?:ripped out|threw out|got rid of|dropped|moved (?:off|away from)|migrated (?:off|away from)|turned off|retired) (?:of )?{list:G:project}',
      '\\b(?:used to be|was|had been) {list:G:project} (?:for|until|before|and now)\\b',
    ],
    build: (match, talk) => {
      const owner = stackOwner(match.scene, talk)
      const isOthers = NOT_OURS.test(match.scene.skeleton.slice(Math.max(0, match.start - 40), match.start))
      if (!owner || isOthers) return []
      return [
        ...match.ids('G').map((subject) => ({
          subject,
          object: owner,
          qualifiers: { status: 'former' as const },
        })),
        ...(match.text('S') ? match.ids('S').map((subject) => ({ subject, object: owner })) : []),
      ]
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind, an engineer at Spotify. How does Spotify deploy?\nVera Lind: At Spotify it is simple.\nAda Host: What runs at Spotify?\nVera Lind: Last year we went from Knative to KEDA. Then we replaced Istio with Linkerd.',
        claims: [
          'project:knative used_by company:spotify status=former',
          'project:keda used_by company:spotify',
          'project:istio used_by company:spotify status=former',
          'project:linkerd used_by company:spotify',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind, an engineer at Spotify. How does Spotify deploy?\nVera Lind: At Spotify it is simple.\nAda Host: What runs at Spotify?\nVera Lind: Others moved from Knative to KEDA.',
        why: 'what others did',
      },
    ],
  },
]
