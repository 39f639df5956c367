/** What a thing supports, plugs into, reads from or drives. */
import type { Rule } from '../rule.ts'
import { type Match, type Scene, sceneSpan, type Talk } from '../scene.ts'
import {
  ADVERBS,
  besideMain,
  DETERMINER,
  isClearOfOthers,
  isFoundation,
  isLanguage,
  isNotion,
  isPeer,
  mainProject,
  pairs,
  SUBJECT,
  TAIL,
  topic,
} from './words.ts'

const build = pairs((object, subject) => !isNotion(object) && !isLanguage(subject))
const tools = pairs((object, subject) => isFoundation(object, subject))
const OBJECT = '{list:O:project,technology,company}'
/** Parts that join one thing to another, named after what they join. */
const CONNECTORS =
  '(?:integrations?|plug-?ins?|providers?|connectors?|exporters?|importers?|adapters?|extensions?|bindings?|drivers?|SDKs?|clients?|client libraries|operators?|backends?|add-?ons?|receivers?|support|compatibility)'

/** What only the project of the talk has, whoever lists it. */
const CLIENTS = /\b(?:clients|client libraries|SDKs|bindings)\b/

/** What a list of names after it is a list of. */
const LISTED =
  /\b(?:clients|client libraries|SDKs|bindings|plug-?ins|integrations?|integrates?|connectors?|exporters?|importers?|adapters|drivers|backends|providers|supported (?:languages|platforms|databases)|(?:we|you|it) supports?)\b/
/** How many sentences before a list its cue may stand. */
const LIST_AFTER = 4
/** A sentence of names with hardly a word between: "There’s A and B...", "PHP, Python, Rust." */
function isList({ skeleton }: Scene): boolean {
  const words = skeleton.replace(/\]\(<u\d+>\)|<[a-z]\d+>/g, ' ').match(/[\p{L}’']+/gu) ?? []
  return words.filter((word) => /^\p{Ll}/u.test(word) && !AROUND.has(word)).length === 0
}
const AROUND: ReadonlySet<string> = new Set(
  "s is are and or also then so yeah yes like we have there you the a an of course obviously maybe even etc plus ’s ’ve 's 've".split(
    ' ',
  ),
)

/** "if you want to write it in …", "we have SDKs in …", "… clients". */
const WRITTEN =
  /\b(?:write|writing|build|code|libraries|clients|client library|SDKs|implementations|bindings)\b/

/** Whether a thing other than the interview's project is named before the match: the sentence is about that one. */
const namesAnother = ({ scene, start }: Match, talk: Talk): boolean =>
  scene.slots.some(
    (m, i) =>
      (scene.places[i] ?? 0) < start &&
      (m.kind === 'project' || m.kind === 'technology') &&
      m.entity !== mainProject(scene, talk),
  )

export const INTEGRATION: readonly Rule[] = [
  {
    id: 'integrates-with/works-with',
    description: 'A thing integrates with, works with, plugs into or is compatible with another.',
    predicate: 'integrates_with',
    confidence: 0.88,
    deniable: true,
    patterns: [
      `${SUBJECT}${TAIL}(?:{be})? ${ADVERBS}(?:integrat(?:e|es|ed|ing)|interoperates?|interop|interfaces?|interfacing|interacts?|interacting|plugs?|hooks?|hooked|ties|connects?|connecting|talks?|talking|communicates?|compatible)(?: {~2})? ?(?:with|into|to) ${DETERMINER}${OBJECT}`,
      `${SUBJECT}${TAIL} ${ADVERBS}(?:works?|plays|pairs) (?:(?:really|very|well|nicely|great|fine|just|good|best|directly|natively|together|seamlessly|only|perfectly|also|out of the box|quite|equally|happily) ){0,3}with ${DETERMINER}${OBJECT}`,
      `\\b(?:integrat(?:e|es|ed|ing)|plug|hook|connect|use) {S:project|thing} (?:{~2})?(?:with|into|together with|alongside) ${DETERMINER}${OBJECT}`,
      '{S:project,technology|thing}(?:,? (?:which|that))?{be} (?:(?:also|fully|mostly|actually|basically|a|an|wire|API) ){0,3}{O:project,technology}[- ]compatible\\b',
      `${SUBJECT}${TAIL} ${ADVERBS}(?:ships?|ship|shipping|comes?|bundled|packaged) with ${DETERMINER}${OBJECT}`,
    ],
    build: tools,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: It integrates really well with Prometheus, Falco and Datadog.',
        claims: [
          'project:keptn integrates_with project:prometheus',
          'project:keptn integrates_with technology:datadog',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: I work with Prometheus every day.',
        why: 'a person works with it',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Does it work with Prometheus?\nVera Lind: Ask somebody else.',
        why: 'a question asserts nothing',
      },
    ],
  },
  {
    id: 'integrates-with/supports',
    description: 'A thing supports another, or has a plugin, provider, client or SDK for it.',
    predicate: 'integrates_with',
    confidence: 0.85,
    deniable: true,
    patterns: [
      `${SUBJECT}${TAIL}(?:{be})? ${ADVERBS}(?:supports?|supporting|supported|support for|add(?:s|ed|ing)? support for|ha(?:s|ve) support for|ha(?:s|ve) integrated|integrates(?! with)) ${DETERMINER}${OBJECT}`,
      `${SUBJECT}${TAIL}(?:[’']ve| have| has)? ${ADVERBS}(?:got |have |has |offer |offers |provide |provides |ship |add |added |build |built |maintain )(?:{~3})?${OBJECT}(?:[- ]compatible)? (?:{~1})?${CONNECTORS}\\b`,
      `${SUBJECT}${TAIL}(?:[’']ve| have| has)? ${ADVERBS}(?:got|have|has|offer|offers|provide|provides|created|built|wrote|added)(?: {~4}) ?${CONNECTORS}(?: {~2})? ?(?:for|with|to|into) ${DETERMINER}${OBJECT}`,
      `${SUBJECT}${TAIL} (?:{~3})?(?:provides?|offers?|exposes?|has|speaks?) (?:{~2})?{O:project,technology}[- ]compatible`,
      `${SUBJECT}${TAIL} (?:{^6})?(?:built[- ]in|native|first-class|out[- ]of[- ]the[- ]box) {O:project,technology} (?:support|functionality|integration|compatibility)`,
      '{S:project,technology} and {O:project,technology},? (?:{^3})work(?:s|ing)? (?:{~1})?together\\b',
      `{S:project,technology},? (?:which|that) (?:can be used to|lets you|helps you|allows you to|is used to|you can use to) (?!(?:write|build|create|make|use|learn)\\b)(?:[\\w-]+ ){1,2}{list:O:project,technology}`,
    ],
    build,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: We want to support OpenTelemetry, and we have a Terraform provider.',
        claims: [
          'project:keptn integrates_with project:opentelemetry modality=planned',
          'project:keptn integrates_with project:terraform',
        ],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: Now we have Python, Ruby and Elixir clients.',
        claims: [
          'project:keptn integrates_with technology:python',
          'project:keptn integrates_with technology:elixir',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind from GitLab. Tell us about Kubernetes.\nVera Lind: We like Kubernetes.\nAda Host: And Kubernetes at GitLab?\nVera Lind: We have a Terraform provider.',
        why: 'the "we" of a company speaks of what that company makes',
        besides: ['project:gitlab integrates_with project:terraform'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: My friends support Falco with their own money.',
        why: 'friends are no software',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: I like Jenkins, which lets you write GraphQL servers.',
        why: 'what one makes with it is nothing that it works with',
      },
    ],
  },
  {
    id: 'integrates-with/made-for',
    description: 'A thing is a tool, plugin or operator for another.',
    predicate: 'integrates_with',
    confidence: 0.8,
    patterns: [
      `{S:project,technology|thing}${TAIL}{be} (?:basically |essentially |just |really |kind of |actually )*(?:an?|the) (?:(?!(?:that|which|who|where|how|why)\\b)[^\\s<>]+ ){0,6}(?:tool|plug-?in|operator|extension|client|controller|manager|dashboard|UI|CLI|interface|exporter|provider|backend|database|autoscaler|scheduler|runtime|engine|platform|layer|proxy|mesh|gateway|library|SDK|driver|linter|visualizer|agent|installer|framework)s? (?:{~2})?for ${DETERMINER}{list:O:project,technology}`,
      `{S:project,technology|thing}${TAIL} ${ADVERBS}(?:looks? at|manages?|monitors?|scrapes?|configures?|drives?|provisions?|automates?|watches|deploys?|contacts?|calls?|queries|reads? from|writes? to|pulls? from|pushes to|sends? (?:{~2})to|exports? to|extends) ${DETERMINER}{list:O:project,technology}`,
    ],
    build: tools,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: Keptn is a small package manager for Kubernetes, and it reads from Prometheus.',
        claims: [
          'project:keptn integrates_with project:kubernetes',
          'project:keptn integrates_with project:prometheus',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: I am a product manager for Kubernetes.',
        why: 'a person is no tool',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: It’s the old idea that any tool for Kubernetes is too complicated.',
        why: 'the clause after "that" has a subject of its own',
      },
    ],
  },
  {
    id: 'integrates-with/for-the-main',
    description:
      'Providers, plugins, clients or sources of the interview’s project are named after what they join it to.',
    predicate: 'integrates_with',
    confidence: 0.78,
    patterns: [
      `\\b(?:[Tt]here(?:['’]s| is| are)|[Ww]e(?:['’]ve)?(?: also| even)? (?:have|got|support|provide|maintain|added|built)|[Yy]ou(?: can| could)? (?:have|use|get|write|plug in)) (?:{~3})(?:${CONNECTORS}) (?:{~1})?(?:for|to|with|in|like|such as),? ${DETERMINER}{list:O:project,technology}`,
      `\\b(?:different|many|multiple|various|several|other|any|your) (?:{~1})?(?:providers|backends|back-ends|clouds|sources|data sources|platforms|databases|stores|languages?|runtimes|registries|vendors|tools|systems|brokers|environments)(?: of choice| of your choice)?,? (?:like |such as |including |from |be it |whether it['’]s )?{list:O:project,technology}`,
      `\\b(?:cloud providers|cloud platforms|clouds|backends|data sources|runtimes|registries|languages),? (?:so )?(?:like |such as |including |it['’]s |that['’]s |we have |from )${DETERMINER}{list:O:project,technology}`,
      `\\b[Yy]ou can (?:also |just |still |even )?(?:use|plug in|bring|hook up|plug it into|connect it to) (?:your |the |an? |your own )?{list:O:project,technology}(?= (?:client|CLI|API|command|to\\b|with it|for that))`,
      `\\b(?:clients|client libraries|SDKs|plug-?ins|providers|integrations|connectors|exporters|drivers|bindings|language support)(?:,| -| --|:| –)? ?(?:there(?:['’]s| is| are)|we have|we['’]ve got|so|for|from|in|like|such as|including) (?:also |even )?{list:O:project,technology}`,
      `\\b(?:[Tt]here(?:['’]s| is| are| was| were)|[Ww]e have|[Ww]e['’]ve got)(?:{^5}(?:task|action|plug-?in|chart),)?(?: {~5})? ?{list:O:project,technology} (?:clients?|SDKs?|plug-?ins?|client libraries|drivers?|bindings?|exporters?|tasks?|providers?|connectors?)\\b`,
      `\\b(?:object storage|storage|database|broker|registry|backend|identity provider)(?: for {~2})?,? (?:like|such as) {list:O:project,technology}`,
    ],
    build: (match, talk) => {
      const { scene, end } = match
      const about = topic(scene, end)
      // What others have may be listed so too; here it is said of what one does with the project.
      const isOurs =
        (!scene.speakerIsHost ||
          (CLIENTS.test(scene.skeleton.slice(match.start, end)) &&
            isClearOfOthers(scene, match.start, talk))) &&
        (about === undefined || about === mainProject(scene, talk)) &&
        !namesAnother(match, talk) &&
        /\b(?:we|it|you|your|our|there)\b|<p\d+>.*<[pt]\d+>/i.test(scene.skeleton.slice(0, end))
      return isOurs ? besideMain((object) => !isNotion(object))(match, talk) : []
    },
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: It takes metrics from many different providers, Prometheus, Dynatrace and Datadog.',
        claims: [
          'project:keptn integrates_with project:prometheus',
          'project:keptn integrates_with technology:dynatrace',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: You can use many different tools, Prometheus and Datadog.',
        why: 'the talk is about no project',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: Falco does it with its own calls on different platforms, like Windows.',
        why: 'said of another thing',
      },
    ],
  },
  {
    id: 'integrates-with/one-can',
    description:
      'A guest says what one can do with the project: "you can send it to X", "you can use X or Y or anything like that".',
    predicate: 'integrates_with',
    confidence: 0.75,
    patterns: [
      `\\b[Yy]ou(?:['’]re| are| could be| can| could| may)? (?:{~2})(?:send|write|push|pull|read|hit|consume|plug|store|load|import|export|connect|talk|emit|publish|pipe|stream|forward|sync|point|hook|save|back)(?:s|ing)? (?:{~4})(?:to|from|into|in|on|with) ${DETERMINER}{list:O:project,technology}`,
      `\\b[Yy]ou can (?:{~2})(?:use|plug in|swap in|choose|pick|have|hit|consume|query|run|get|generate) ${DETERMINER}{list:O:project,technology}(?= (?:or (?:anything|whatever|something|any)|and (?:stuff|things|so on|whatever)|API|types|classes|with it|as (?:the|a|an|your|its)\\b|for (?:it|that|storage|service))|,? whatever| instead|\\.\\.\\.)`,
      `\\b(?:you|You|they|people|folks) (?:want|wanna|wanted|like|need)(?: to)? (?:write|use|do|build|code)(?: {~3})? ?(?:in|from|with) {list:O:technology}`,
      `\\b[Ww]e(?:['’]re| are|['’]ve| have)? (?:just |also |recently |actually )?(?:about to |going to |gonna )?(?:land|landed|add|added|merged|shipping|shipped|released|adding|supporting) {list:O:project,technology}(?! (?:code|to our)\\b)`,
      `\\b(?:it|It|they|They) (?:can |also )?(?:do|does) {list:O:project,technology}(?= too| as well| also|,|\\.)`,
      `\\bdo the same (?:thing )?(?:for|with|in) ${DETERMINER}{list:O:project,technology}`,
      `{O:project,technology} (?:is|are) (?:now )?(?:an? |one of (?:the|our) )(?:{~1})(?:output|input|source|sink|target|backend|option|provider|plug-?in)s?(?: now)?\\b`,
      `\\b(?:(?:developed|wrote|written|built|have|has|got|there(?:['’]s| are)|working on) (?:{~3})(?:libraries|clients|client libraries|SDKs|implementations|bindings|support)|language support)(?: {~3})? (?:in|for) {list:O:technology}`,
      `{list:O:technology} (?:(?:client|language) )?(?:clients|SDKs|bindings|client libraries|client library)\\b`,
      `\\b(?:you|You|we|We)(?:['’]ve got| have) {list:O:project,technology} or (?:you|we)(?:['’]ve got| have)\\b`,
      `\\bor (?:you|we)(?:['’]ve got| have) {list:O:project,technology}`,
    ],
    build: (match, talk) => {
      const { scene, start, end } = match
      const main = mainProject(scene, talk)
      const about = topic(scene, start)
      const isOurs =
        !scene.speakerIsHost &&
        main !== undefined &&
        (about === undefined || about === main) &&
        (talk.topics[scene.index] === undefined ||
          talk.topics[scene.index] === main ||
          /\b(?:we|We|our)\b/.test(scene.skeleton.slice(start, end))) &&
        !namesAnother(match, talk)
      if (!isOurs) return []
      // What one writes in, or has clients in, is a language.
      const isWritten = WRITTEN.test(scene.skeleton.slice(start, end))
      return besideMain(
        (object) => object !== main && !isNotion(object) && (!isWritten || isLanguage(object)),
      )(match, talk)
    },
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: It runs your checks. And you can send the results to Prometheus or Jaeger.',
        claims: [
          'project:keptn integrates_with project:prometheus',
          'project:keptn integrates_with project:jaeger',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: You can send the results to Prometheus.',
        why: 'the talk is about no project',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool. Falco is nice, because you can send it to Prometheus.',
        why: 'said of another thing',
      },
    ],
  },
  {
    id: 'integrates-with/listed',
    description:
      'After a sentence on clients, plugins or the like of the project, a sentence that merely lists names.',
    predicate: 'integrates_with',
    confidence: 0.75,
    find: (talk) =>
      talk.scenes.flatMap((scene, i) => {
        const things = scene.slots.filter((m) => m.kind === 'project' || m.kind === 'technology')
        if (!things.length || !isList(scene)) return []
        const main = mainProject(scene, talk)
        if (main === undefined || things.some((m) => m.entity === main)) return []
        const before = talk.scenes.slice(Math.max(0, i - LIST_AFTER), i).reverse()
        const cue = before.find((s) => !isList(s))
        const after = cue?.skeleton.slice(cue.skeleton.search(LISTED)) ?? ''
        if (!cue || cue.turn.index < scene.turn.index - 1 || !LISTED.test(after)) return []
        // "We have clients, but as to the backend …": something else is listed.
        if (/\bbut\b/.test(after)) return []
        const isOthers = cue.slots.some(
          (m) => m.kind === 'project' && m.entity !== main && !things.some((t) => t.entity === m.entity),
        )
        if (isOthers || /\b(?:not|never)\b|n['’]t\b/.test(cue.skeleton)) return []
        return things
          .filter((m) => !isNotion(m.entity))
          .map((m) => ({ subject: main, object: m.entity, spans: [sceneSpan(scene), sceneSpan(cue)] }))
      }),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Which clients does Keptn have?\nVera Lind: Python, Rust, Scala...',
        claims: [
          'project:keptn integrates_with technology:python',
          'project:keptn integrates_with technology:rust',
          'project:keptn integrates_with technology:scala',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Which languages do you speak?\nVera Lind: Python, Rust, Scala...',
        why: 'no clients of the project',
      },
    ],
  },
  {
    id: 'integrates-with/clause',
    description:
      'A clause says that a thing supports, drives, reads from or plugs into another, or has a plugin for it.',
    predicate: 'integrates_with',
    confidence: 0.75,
    deniable: true,
    confirmable: true,
    frames: [
      'support|monitor|scrape|ingest|query|manage|drive|orchestrate|watch|speak|target|wrap|instrument|consume|hit|control|automate|provision|trigger|invoke|parse|emit|generate|produce|secure|scan|visualize|understand: agent > theme',
      'integrate|work|interoperate|talk|plug|hook|connect|tie|interface|interact|communicate|play|link|sync|bind|listen|subscribe|fit: agent > with|to|into',
      'integrate|connect|plug|hook|bridge|link|sync|tie|combine|pair|interface|wire|attach: theme > with|to|into|alongside',
      'point: theme > to|at',
      'use|run: theme > with|alongside',
      'install|deploy|configure|manage|monitor|provision|package|distribute|ship|instrument|trace|secure|query|drive|automate: theme > via|through|with',
      'trigger|call|invoke|launch|control|drive: theme > from|through|via',
      'emit|report|export|send|trace: agent > via|through|with|over',
      'ship|come|package|distribute|install|deliver: agent|theme > as',
      'send|push|write|publish|export|ship|forward|stream|report|output|dump|emit|store|save|upload|pump|route|spit|expose|feed|deliver: agent|@theme > to|into',
      'store|save|keep|persist: agent > in|on|into',
      'default: agent > to',
      'read|pull|consume|import|fetch|load|take|receive|collect|grab|ingest|subscribe|accept: agent > from',
      'compile|translate|convert|transpile: agent|@theme > to|into',
      'noun plugin|plug-in|integration|support|connector|exporter|adapter|driver|bridge|extension|binding|client|sdk|provider|operator|receiver|sink|hook|importer|addon|add-on|wrapper|interface: theme|owner > for|with|to|into|from',
      'noun plugin|plug-in|integration|support|connector|exporter|adapter|driver|bridge|extension|binding|operator|receiver|sink|encoder|decoder|parser|serializer|endpoint|filter|controller|middleware|action|module|chart|metric|trace|dashboard|provider|sdk: theme|owner > mod',
      'noun plugin|plug-in|integration|support|connector|exporter|adapter|driver|bridge|extension|binding|client|sdk|provider|operator: mod > for|with|to',
      'noun plugin|plug-in|integration|support|connector|exporter|adapter|driver|bridge|extension|module: @in|@inside > for|with|to',
    ],
    fits: (object, subject, { clause, subject: said, object: part, scene, talk }) =>
      // What "it" is to which something is done is sure only of what the talk is about.
      (said.slots.length > 0 ||
        clause.parts.get('theme') !== said ||
        clause.parts.get('agent') === said ||
        subject === mainProject(scene, talk)) &&
      !object.startsWith('company:') &&
      isPeer(object, subject) &&
      !isLanguage(subject) &&
      // "It ships as a Helm chart", but not "It came as Docker did".
      (clause.parts.get('as') !== part || part.tail !== undefined),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Falco is fast, and it can push its findings to Prometheus or Jaeger.',
        claims: [
          'project:falco integrates_with project:prometheus',
          'project:falco integrates_with project:jaeger',
        ],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Kyverno has a plugin for Backstage.',
        claims: ['project:kyverno integrates_with project:backstage'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Kyverno does not work with Nomad.',
        why: 'denied, which is kept as denied',
        besides: ['project:kyverno integrates_with project:nomad polarity=denied'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: We talk to people who write plugins for Backstage.',
        why: 'the plugins are other people’s',
      },
    ],
  },
]
