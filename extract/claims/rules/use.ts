/** What a thing is built on, and who uses it. */
import type { Draft, Rule } from '../rule.ts'
import { guestsOf, type Match, type Talk } from '../scene.ts'
import {
  ADVERBS,
  besideMain,
  companyOf,
  DETERMINER,
  isClearOfOthers,
  isFoundation,
  isNotion,
  isProtocol,
  mainProject,
  pairs,
  SUBJECT,
  subjectsOf,
  TAIL,
} from './words.ts'

/** Where people talk and work together: who uses these builds nothing on them. */
const WORKPLACES: ReadonlySet<string> = new Set(
  'discord gitter google-docs jira linear mattermost microsoft-teams notion slack trello goland intellij-idea vs-code'
    .split(' ')
    .map((name) => `technology:${name}`),
)
const build = pairs(isFoundation)
const uses = pairs((object, subject) => isFoundation(object, subject) && !WORKPLACES.has(object))
const main = besideMain((object) => isFoundation(object))
const beside = (match: Match, talk: Talk): Draft[] =>
  isClearOfOthers(match.scene, match.start, talk) ? main(match, talk) : []

/** Begins what is said of a part of the thing that somebody describes. */
const OF_A_PART =
  /\b(?:[Tt]he|[Oo]ur|[Aa]ll (?:the|our)) (?:(?:main|whole) (?:thing|part|piece|component)|front(?:[- ]?end)?|UI|(?:web )?interface|dashboard|back[- ]?end|database|server|broker|scheduler|message bus|identity|API|data|state|metadata|configs?|configuration|results|documents|content|secrets|records)(?:['’]s| is| are| lives?| sits?| goes)\b/

/** As `beside`; of a thing described part by part, what earlier parts are made of does not count as others. */
const besideParts = (match: Match, talk: Talk): Draft[] => {
  let { scene, start } = match
  if (!OF_A_PART.test(scene.skeleton.slice(start))) return beside(match, talk)
  for (;;) {
    start = Math.min(start, scene.skeleton.search(OF_A_PART))
    const before = talk.scenes[scene.index - 1]
    if (!before || before.turn !== scene.turn || !OF_A_PART.test(before.skeleton)) break
    scene = before
    start = before.skeleton.length
  }
  return isClearOfOthers(scene, start, talk) ? main(match, talk) : []
}

/** Nouns for software of which one says what it is on top of. */
const SOFTWARE =
  '(?:wrapper|layer|abstraction|framework|library|platform|extension|interface|front-?end|tool|toolkit|engine|server|database|service|system|UI|API|SDK|runtime|orchestrator|scheduler|proxy|gateway|mesh|shell|set of [\\w]+|suite|product|solution|app|application)s?'

/** The used thing is S, its users O. */
const users = (match: Match, talk: Talk): Draft[] =>
  subjectsOf(match, talk).flatMap((subject) => match.ids('O').map((object) => ({ subject, object })))

export const USE: readonly Rule[] = [
  {
    id: 'built-on/based-on',
    description: 'A thing is built on, based on, a layer over or a fork of another.',
    predicate: 'built_on',
    confidence: 0.9,
    patterns: [
      `${SUBJECT}${TAIL}(?:{be})? ${ADVERBS}(?:(?:built|based|implemented|layered|founded|constructed|modeled) (?:{~3})?)(?:on top of|on|upon|atop|around|off of|out of|with|using|over),? (?:for example,? )?(?:with )?${DETERMINER}{list:O:project,technology}`,
      `${SUBJECT}${TAIL}(?:{be})? ${ADVERBS}(?:building|builds|built|sits|sitting|lives|living|layers|stands)?(?: ?{~3})?on top of ${DETERMINER}{list:O:project,technology}`,
      `${SUBJECT}${TAIL}{be} (?:{~4})(?:wrapper|layer|abstraction|shim|façade|fork|distribution|distro|implementation|superset) (?:{~2})?(?:around|on top of|over|of|on|above) ${DETERMINER}{list:O:project,technology}`,
      `${SUBJECT}${TAIL}{be} (?:{^6})?${SOFTWARE},? (?:that['’]s |that is |which is )?(?:{~1})?(?:(?:built|based|running|layered|sitting) )?(?:on top of|atop|based on|built on|built with|built around|powered by) ${DETERMINER}{list:O:project,technology}`,
      `${SUBJECT}${TAIL}{be} (?:an? |the |another |this )?(?:{~2}){O:project,technology}[- ](?:based|backed|powered|driven)\\b`,
      `${SUBJECT}${TAIL}(?:{be})? ${ADVERBS}(?:forked|derived) (?:from|off) ${DETERMINER}{list:O:project,technology}`,
    ],
    build,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Keptn is really built on top of Kubernetes.',
        claims: ['project:keptn built_on project:kubernetes'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Longhorn is a storage engine that’s based on etcd and gRPC.',
        claims: ['project:longhorn built_on project:etcd', 'project:longhorn built_on project:grpc'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: There is a distro called Kali Linux, which is based on Debian.',
        why: 'another name, of which Linux is a part',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Keptn is not built on Kubernetes.',
        why: 'denied',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Longhorn is built with Go.',
        why: 'a language is what it is written in',
      },
    ],
  },
  {
    id: 'built-on/uses',
    description: 'A thing uses, implements, embeds or relies on another.',
    predicate: 'built_on',
    confidence: 0.8,
    deniable: true,
    patterns: [
      `${SUBJECT}${TAIL}(?:{be})? ${ADVERBS}(?:use|uses|used|using|leverages?|leveraging|utilizes?|rel(?:y|ies) (?:{~1})?(?:up)?on|depends? (?:{~1})?(?:up)?on|embeds?|wraps?|implements?|extends?|incorporates?|powered by|backed by|makes? use of|tak(?:es?|ing) advantage of|builds? (?:up)?on|runs? an instance of|revolves? around|(?:converging|standardi[sz]ing|standardi[sz]ed) on) ${DETERMINER}{list:O:project,technology}(?!-(?:based|like|style|ish)\\b)`,
      `{list:O:project,technology}${TAIL}(?:{be}) ${ADVERBS}(?:used|embedded|reused|leveraged|wrapped|utilized)(?: {~3})? ?(?:by|inside|inside of|within) (?:the )?{list:S:project}`,
      `\\b(?:we|We) (?:{~2})(?:built|implemented|build|implement|wrote|created) {S:project|thing} (?:{~2})?(?:on top of|on|around|with|using|atop) ${DETERMINER}{list:O:project,technology}`,
      `\\bus(?:e|es|ed|ing) {list:O:project,technology} as (?:an? |the |their |its )?(?:{~2})(?:part|backend|engine|layer|store|storage|core|base|foundation|transport) (?:of|for|in|inside) (?:the )?{S:project,technology}`,
      '{O:project,technology}\\b(?:{^9})implementations,? (?:including|like|such as) {list:S:project,technology}',
      `{S:project,technology|thing|we}${TAIL} (?:{~4})?(?:gives?|offers?|exposes?|provides?|speaks?|has|have)(?: you)? an? (?:{~1}){O:technology} (?:API|APIs|interface|endpoint|server)\\b`,
      `${SUBJECT}${TAIL}{be} (?:{~5})(?:tool|platform|framework|runtime|way|project|software|system|service|toolkit|engine|orchestrator)s? (?:{~5})(?:build|building|run|running|deploy|deploying|develop|developing|create|creating|write|writing)(?: {~5})? ?(?:with |using |on )?{O:technology}(?=[.,]| applications| apps| workloads| modules| components| functions| programs)`,
    ],
    build: uses,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Internally, Keptn uses OpenTelemetry, and we use etcd as the store.',
        claims: ['project:keptn built_on project:opentelemetry', 'project:keptn built_on project:etcd'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: They want to use GraphQL, so they ramp up on using GraphQL. Or maybe it’s using gRPC.',
        why: 'what somebody may use instead',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: A tool. We used Slack in the old days, and now we use Mattermost.',
        why: 'where people talk is nothing that they build on',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: A tool. In most of the applications that I work with, we use etcd.',
        why: 'the "we" of a job',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: People running Kubernetes use Helm every day.',
        why: 'it is the people who use it',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: There’s an OAuth server. It is backed by etcd.',
        why: 'the server does, not the standard that it is named after',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: Keptn uses a Slack-like screen.',
        why: 'something of the sort, not the thing itself',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: If it used etcd, it would be slow.',
        why: 'a supposition',
      },
    ],
  },
  {
    id: 'built-on/inside',
    description: 'Something is said to be inside or underneath the interview’s project, or at its core.',
    predicate: 'built_on',
    confidence: 0.8,
    confirmable: true,
    patterns: [
      `\\b(?:[Tt]here(?:['’]s| is)|[Ii]t(?:['’]s| is|['’]s got)|[Ww]e have|[Uu]nderneath(?: it)?(?:['’]s| is)) ${DETERMINER}{list:O:project,technology}(?: \\w+)? (?:inside|underneath|under the hood|under the covers|behind the scenes|at the core|at its core)\\b`,
      `\\b(?:[Uu]nder the hood|[Bb]ehind the scenes|[Uu]nder the covers|[Uu]nderneath|[Aa]t (?:its|the) core|[Ii]nternally),? (?:it|we|that|there)(?:['’]s|['’]re| is| are) (?:(?:all|just|basically|actually|really|using|running|essentially) ){0,2}${DETERMINER}{list:O:project,technology}`,
      '\\b[Ii]t{be} (?:an? |the )(?:{~2}){O:project,technology}[- ](?:based|backed|powered|driven)\\b',
      `\\b(?:[Tt]he|[Oo]ur|[Ii]ts) (?:{~2})(?:storage|data|persistence|messaging|message|transport|networking|network|caching|consensus|query|execution|template|templating|rendering|search|auth|wire|state|metadata|plug-?in|policy|event|job|control|config|configuration|native config|default) (?:layer|store|backend|back-end|engine|bus|protocol|format|database|system|plane|queue|broker|mechanism|language)(?:['’]s| is| are| was) (?:(?:just|basically|actually|really|all|currently|still|now) )*${DETERMINER}{list:O:project,technology}(?=[,.;…]| and\\b| or\\b| under| by default| right now| today|$)`,
      `\\b(?:[Tt]he|[Oo]ur) (?:(?:main|whole) (?:thing|part|piece|component)|front|front[- ]?end|UI|(?:web )?interface|dashboard|back[- ]?end|database|server|broker|scheduler|message bus|identity|API)(?:['’]s| is)(?: (?:just|basically|actually|really|all|currently|still|now))* ${DETERMINER}{list:O:project,technology}(?=[.,;…]|$| and\\b| (?:app|application|service|server|program|process|project)\\b)`,
      `\\b(?:[Tt]he|[Oo]ur|[Aa]ll (?:the|our)) (?:data|state|metadata|configs?|configuration|results|documents|content|secrets|records|everything)(?:['’]s| is| are| lives?| sits?| goes| ends up)(?: (?:all|just|basically|then|kept|stored|saved|persisted))* (?:in|into|on) ${DETERMINER}{list:O:project,technology}(?=[.,;…]|$| and\\b| or\\b)`,
    ],
    build: besideParts,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: So the main thing is a Spring Boot application, and the front is Angular. The data’s in MongoDB.',
        claims: [
          'project:keptn built_on project:spring-boot',
          'project:keptn built_on project:angular',
          'project:keptn built_on project:mongodb',
        ],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: There’s CoreDNS inside.\nAda Host: And?\nVera Lind: Under the hood it’s all gRPC.',
        claims: ['project:keptn built_on project:coredns', 'project:keptn built_on project:grpc'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Is there etcd inside?\nVera Lind: No, we dropped it.',
        why: 'nobody affirms it',
      },
    ],
  },
  {
    id: 'built-on/named-inside',
    description: 'A thing is said to be another under the hood, or is explained as a server of a protocol.',
    predicate: 'built_on',
    confidence: 0.8,
    patterns: [
      `${SUBJECT}${TAIL}(?:{be}| uses| has) (?:(?:really|just|basically|actually|still|all|only|essentially|using|running|effectively) ){0,2}${DETERMINER}{list:O:project,technology}(?: \\w+)?,? (?:under the hood|underneath|under the covers|behind the scenes|inside|internally|at its core|at the core)\\b`,
      "{S:project,technology}(?:, (?:which is |that is |that[’']s )?|,? which is | is )(?:an?|the) (?:{~2}){O:project,technology} (?:server|daemon|broker|implementation|library|proxy|router|resolver|framework|gateway|parser)\\b",
      '\\b(?:[Ii]t|[Tt]hat|[Tt]his){be} (?:(?:basically|just|really|actually|still|all|essentially) ){0,2}(?:[a-z]+ ){0,2}over {O:project,technology}',
    ],
    build: (match, talk) => {
      const isBySort =
        /\b(?:server|daemon|broker|implementation|library|proxy|router|resolver|framework|gateway|parser)$/.test(
          match.scene.skeleton.slice(match.start, match.end),
        )
      const isOver = /\bover <\w+>$/.test(match.scene.skeleton.slice(match.start, match.end))
      return isOver
        ? beside(match, talk).filter(({ object }) => isProtocol(object))
        : build(match, talk).filter(({ object }) => !isBySort || isProtocol(object))
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: So Longhorn is really Prometheus under the hood.',
        claims: ['project:longhorn built_on project:prometheus'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: We use CoreDNS, the DNS server.',
        claims: ['project:coredns built_on technology:dns'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Longhorn is not Prometheus under the hood.',
        why: 'denied',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Falco is a Kubernetes library.',
        why: 'for it, and not made of it',
      },
    ],
  },
  {
    id: 'used-by/company-uses',
    description: 'A company is said to use, run or have adopted a project.',
    predicate: 'used_by',
    confidence: 0.85,
    patterns: [
      `{list:O:company},?(?: who| which| that)? ${ADVERBS}(?:uses?|using|adopts?|adopted|runs?|running|deploy(?:s|ed|ing)?|rel(?:y|ies) on|switched to|moved to|standardized on) ${DETERMINER}{list:S:project|thing}`,
      '{list:S:project|thing}{be} (?:{~3})(?:used|adopted|deployed|running|run)(?: {~5})? ?(?:by|at|inside|within) (?:{~3}){list:O:company}',
      "\\b(?:at|At) {O:company},? (?:{~3})(?:we|they|people|I|folks|the team)(?:{be}|[’']ve| have| had)? (?:{~2})(?:use|used|using|run|running|deploy|deployed|adopted) (?:{~2}){list:S:project}",
    ],
    build: users,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who uses it?\nVera Lind: One is Spotify, which uses Keptn for releases.',
        claims: ['project:keptn used_by company:spotify'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who uses it?\nVera Lind: I know that Falco is heavily used inside Intuit.',
        claims: ['project:falco used_by company:intuit'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Does Spotify use Keptn?\nVera Lind: No idea.',
        why: 'a question asserts nothing',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who uses it?\nVera Lind: Spotify does not use Falco.',
        why: 'denied',
      },
    ],
  },
  {
    id: 'used-by/users-named',
    description: 'Companies are named as users, adopters or customers of the interview’s project.',
    predicate: 'used_by',
    confidence: 0.8,
    patterns: [
      '(?<!\\ba )\\b(?:users?|adopters?|customers?|deployments?|people using it|(?:compan(?:y|ies)|organizations|teams|folks|people) (?:that |who )?(?:are )?(?:using|use|adopted|running|run) (?:it|this|us))(?: {~3})?,? (?:like|such as|including|include|includes|named|called|are|is) (?:{~2}){list:O:company}',
      '{list:O:company} (?:is|are|was|were) (?:{~3})(?:users?|adopters?|customers?)\\b',
      '\\b(?:ha(?:s|ve)|got) {list:O:company} as (?:an? |our |its |one of our )?(?:{~1})?(?:users?|customers?|adopters?)\\b',
      "\\b(?:[Yy]ou have|[Ww]e have|[Tt]hey have|[Yy]ou[’']ve got|[Ww]e[’']ve got|[Tt]here(?:[’']s| is| are)|[Ww]e see|[Ww]e saw) (?:also )?{list:O:company} (?:running|using|deploying|adopting) (?:it|this|us|that)\\b",
      '{O:company}(?: does)?(?: too)?,? (?:they|who) (?:also |now |even )?(?:use|run|are using|are running|adopted) (?:it|this)\\b',
      '\\b(?:at|At) {O:company},? (?:{~2})(?:of )?(?:our|the|their|my) (?:{~2})use[- ]cases?',
    ],
    build: besideMain(),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who uses Keptn?\nVera Lind: We have users like Spotify, Intuit and Red Hat.',
        claims: ['project:keptn used_by company:spotify', 'project:keptn used_by company:intuit'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who uses Keptn?\nVera Lind: Well, at Spotify one of our use cases is testing.',
        claims: ['project:keptn used_by company:spotify'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: A tool. On some forum there is a user called Spotify.',
        why: 'the user of a forum',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Who pays?\nVera Lind: Sponsors like Spotify and Intuit.',
        why: 'who pays need not use it',
      },
    ],
  },
  {
    id: 'used-by/we-run',
    description: 'A guest who speaks for a company says that "we" use or run a project.',
    predicate: 'used_by',
    confidence: 0.8,
    patterns: [
      `\\b[Ww]e(?:['’]ve| have|['’]re| are)? (?:(?:also|just|mostly|actually|always|still|really|been|started|primarily|mainly|usually|currently|now|all) ){0,3}(?:use|using|run|running|adopted|rely on|moved to|switched to|standardized on) ${DETERMINER}{list:S:project}`,
      '\\b[Ww]e (?:deploy|manage|scale|monitor|do|build|run|ship|store|handle) (?:{~4})(?:with|using|through|via) {list:S:project}',
    ],
    build: (match, talk) => {
      const { scene } = match
      const company = scene.speakerIsHost ? undefined : companyOf(scene.speaker, talk)
      if (!company || !guestsOf(talk, scene.interview).includes(scene.speaker ?? '')) return []
      const main = mainProject(scene, talk)
      // Of what its makers use, "we" may be the project; of the project itself it is the company.
      return match
        .ids('S')
        .filter((subject) => main === undefined || subject === main)
        .map((subject) => ({ subject, object: company }))
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind of Spotify.\nVera Lind: Thanks.\nAda Host: How do you do it?\nVera Lind: We’ve been running Crossplane in production for two years.',
        claims: ['project:crossplane used_by company:spotify'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: We use Crossplane every day.',
        why: 'who "we" is was not said',
      },
    ],
  },
  {
    id: 'used-by/speaker-uses',
    description: 'A speaker says to use, or to have used, a project.',
    predicate: 'used_by',
    confidence: 0.8,
    patterns: [
      `(?<!\\w)(?=I)(?<!\\b(?:would|can|could|should|do|did|if|when|will|must|might|may) ){O:I}(?:[’']ve| have|[’']m| am| was)? (?:(?:also|just|mostly|actually|personally|always|still|really|been|started|primarily|mainly|usually|only|currently|now) ){0,3}(?:use|using|run|running|used|develop (?:off of|on)|moved to|switched to|rely on|relying on) ${DETERMINER}{list:S:project}(?! (?:service|team|project|community|group|meet-?up|podcast|conference|channel|training|course|workshop|plug-?in|extension|mode)s?\\b)`,
      "{O:I}(?:[’']m| am) (?:an? )?(?:{~3}){S:project} (?:user|person|guy|fan|girl|addict)\\b",
    ],
    build: (match, talk) => {
      const words = match.scene.skeleton.slice(match.start, match.end)
      const after = match.scene.skeleton.slice(match.end, match.end + 30)
      const isPast =
        /\b(?:was (?:\w+ )?(?:using|running)|used to)\b|\bI (?!have\b)(?:\w+ )?used\b/.test(words) ||
        /\b(?:in the past|years ago|back then|back in)\b/.test(after)
      return users(match, talk).map((draft) => ({
        ...draft,
        qualifiers: isPast ? { status: 'former' as const } : {},
      }))
    },
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is new?\nVera Lind: I was using Linkerd, and then I moved to Istio.',
        claims: [
          'project:linkerd used_by person:vera-lind status=former',
          'project:istio used_by person:vera-lind',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is new?\nVera Lind: If I used Istio, I would not sleep.',
        why: 'a supposition',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is new?\nVera Lind: Everybody tells me "Oh, I use Istio for that."',
        why: 'the words of others',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is new?\nVera Lind: I have never used Istio.',
        why: 'denied',
      },
    ],
  },
  {
    id: 'built-on/clause',
    description: 'A clause says that a thing uses, needs, wraps or is made on another.',
    predicate: 'built_on',
    confidence: 0.8,
    deniable: true,
    confirmable: true,
    frames: [
      'use|leverage|utilize|employ|embed|wrap|implement|extend|consume|reuse|incorporate|adopt|need|require|vendor|import: agent > theme',
      'rely|depend|sit|standardize|converge|layer: agent > on|upon|atop|off|around',
      'build|base|layer|implement|construct|model|found|design|develop|create|make: theme > on|upon|atop|with|using|around|over',
      'back|power: theme > agent|by|with',
      'fork|derive|descend: theme|agent > from|off',
      'fork: agent > theme',
      'fork: into > theme',
      'noun wrapper|layer|abstraction|fork|distribution|implementation|frontend|superset|dialect|rebranding|rebrand|offshoot|derivative|descendant|flavor: theme > of|around|atop|on|over|for',
      'noun wrapper|layer|abstraction: owner > around|atop|on|over',
      'be|run|sit|live: agent > atop',
      'be: @inside > @agent',
      'embed|vendor|bake|introduce: @in|@inside|@into > theme',
      'noun backend|foundation|datastore|transport: mod > of|for',
      'noun backend|foundation|datastore|database|transport|backbone|bus|plane|core|heart|basis: @of|@for|@inside|@in|@behind|@underneath > theme',
      'noun implementation|distribution|fork|variant: including|like > owner',
    ],
    fits: isFoundation,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Falco watches the kernel, has a rule engine and uses things like gRPC and etcd.',
        claims: ['project:falco built_on project:grpc', 'project:falco built_on project:etcd'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Longhorn is a wrapper around etcd.',
        claims: ['project:longhorn built_on project:etcd'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: People who run Longhorn use etcd.',
        why: 'the people do',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: If Longhorn used etcd, it would be slow.',
        why: 'a supposition',
      },
    ],
  },
  {
    id: 'used-by/clause',
    description: 'A clause says that a company or a person uses or runs a project.',
    predicate: 'used_by',
    confidence: 0.8,
    former: true,
    actual: true,
    confirmable: true,
    frames: [
      'use|adopt|run|deploy|leverage|employ|operate: theme > agent',
      'use|run|adopt|deploy: theme > at|inside|within',
      'switch|move|migrate|convert|standardize|rely|depend: to|on > agent|theme',
      'noun user|customer|adopter: mod|of|with > theme',
    ],
    // "How can I use it?" says of nobody that they do; "Is Spotify using it?" may be affirmed.
    fits: (_, subject, { scene, object: part }) =>
      !isNotion(subject) && !(scene.sentence.question && part.pronoun !== undefined),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Spotify moved from Istio to Linkerd, and Intuit is a Keptn user.',
        claims: ['project:linkerd used_by company:spotify', 'project:keptn used_by company:intuit'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I was using a tool called Falco.',
        claims: ['project:falco used_by person:vera-lind status=former'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Spotify does not use Linkerd.',
        why: 'denied',
      },
      {
        said: 'Ada Host: I am here with Vera Lind. Does Spotify use Linkerd?\nVera Lind: No idea.',
        why: 'a question',
      },
    ],
  },
]
