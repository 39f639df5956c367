/** What is set side by side as an alternative. */
import type { Draft, Rule } from '../rule.ts'
import type { Match, Scene, Talk } from '../scene.ts'
import {
  ANY_SUBJECT,
  besideMain,
  DETERMINER,
  isLanguage,
  isNotion,
  isPeer,
  mainProject,
  pairs,
  SUBJECT,
  TAIL,
} from './words.ts'

/** A language is compared with a language, and software with software. */
const build = pairs(
  (object, subject) => !isNotion(object) && !isNotion(subject) && isLanguage(object) === isLanguage(subject),
)
/** "A plugin to Caddy, rather than CoreDNS", "Twirp, from Twitch, which competes with gRPC": not what is compared. */
const OBLIQUE =
  /\b(?:(?:plug-?ins?|extensions?|librar(?:y|ies)|modules?|clients?|tools?|packages?) (?:to|for|of|on)|from|by) (?:the )?\[?$/i
const direct = (match: Match, talk: Talk): Draft[] => {
  const said = match.text('S') ?? ''
  const place = match.scene.skeleton.indexOf(said, match.start)
  if (OBLIQUE.test(match.scene.skeleton.slice(Math.max(0, place - 30), place))) return []
  // In a list that is none, the first is what is spoken of.
  const [first] = /, (?:from|by) /.test(said) ? match.ids('S') : []
  return build(match, talk).filter(({ subject }) => first === undefined || subject === first)
}
const OBJECT = '{list:O:project,technology}'
const THING = '{S:project,technology}'

/** A question with these words and one name sets what it names beside the interview's project. */
const COMPARES =
  /\b(?:compar\w+|different (?:from|than|to)|differences?|differs?|versus|vs|alternatives?|instead of(?= (?:\w+ ){0,2}<)|competit\w+|competes?|relate[sd]? to|similar to|better than|why (?:not|wouldn['’]t|would|should|can['’]t|don['’]t) (?:I|you|we|people|someone|one)(?: just| not| still)? (?:use|choose|pick|go with|do))\b[^?]{0,70}<[pt]\d+>|<[pt]\d+>(?: \w+){0,3} instead\b/i
/** "And Pulumi?" */
const FOLLOWS_UP =
  /^(?:and|or|so|what about|how about)[ ,](?:what about |how about |then |like )?<[pt]\d+>\?$/i
/** How many sentences back the question that is followed up may be. */
const MEMORY = 30

const isComparison = (scene: Scene): boolean =>
  scene.sentence.question && scene.speakerIsHost && COMPARES.test(scene.skeleton)

/** What a host's question sets beside the interview's project. */
function askedBeside(scene: Scene, talk: Talk): { subject: string; object: string }[] {
  const subject = mainProject(scene, talk)
  if (!subject || !scene.sentence.question || !scene.speakerIsHost) return []
  const follows =
    FOLLOWS_UP.test(scene.skeleton) &&
    talk.scenes
      .slice(Math.max(0, scene.index - MEMORY), scene.index)
      .some((s) => s.interview === scene.interview && isComparison(s))
  if (!follows && !isComparison(scene)) return []
  const others = new Set(
    scene.slots
      .filter((m) => (m.kind === 'project' || m.kind === 'technology') && m.entity !== subject)
      .map((m) => m.entity),
  )
  const [object] = others
  return object && others.size === 1 && !isNotion(object) && !isLanguage(object) ? [{ subject, object }] : []
}

export const COMPARISON: readonly Rule[] = [
  {
    id: 'compared-with/versus',
    description:
      'Two things are set against each other: versus, compared to, instead of, the difference between.',
    predicate: 'compared_with',
    confidence: 0.85,
    answerable: true,
    patterns: [
      `${THING}(?: [\\w-]+)?,? (?:versus|vs\\.?|v\\.|compared (?:to|with)|as opposed to|instead of|rather than) (?:the |using |just |plain |a |something like |regular )*{O:project,technology}`,
      `${THING}(?:,|,? and|,? or) {O:project,technology},? (?:and )?which (?:one|to|should)`,
      `\\b(?:prefer|preferred|choose|chose|chosen|pick|picked|recommend|go with|went with) ${THING} over (?:the )?{O:project,technology}`,
      `\\b[Cc]ompar(?:e|es|ed|ing|ison) (?:{~2})?{S:project,technology|thing|we}(?: {~2})? ?(?:to|with|against|versus) ${DETERMINER}${OBJECT}`,
      `\\b[Cc]ompar(?:e|es|ed|ing|ison of) ${THING} and {O:project,technology}`,
      `(?:^|, |\\b(?:and|but|so) )(?:[Uu]nlike|[Cc]ompared (?:to|with)|[Ii]n contrast to|[Cc]ontrary to|[Aa]s opposed to|[Ii]nstead of)(?: with| in)? ${DETERMINER}{O:project,technology}, {S:project,technology|thing|we}(?= |['’])`,
      `{S:project,technology|thing|we|you} (?:{~3})?(?:compares?|stacks? up|measures? up|differs?)(?: {~3})? ?(?:to|with|against|from) ${DETERMINER}${OBJECT}`,
      `{S:project,technology|thing|we}(?: {~8})? ?compared (?:to|with) ${DETERMINER}${OBJECT}`,
      `\\b(?:differences?|comparisons?|choos(?:e|ing)|choice|decid(?:e|ing)|trade-?offs?) between (?:{~1})?${THING}(?: [\\w-]+)? and (?:{~1})?{O:project,technology}`,
    ],
    build: direct,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How does it compare to Flagger?\nVera Lind: Well, Flagger looks at the traffic and we look at the whole delivery.',
        claims: ['project:keptn compared_with project:flagger'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: People ask about the difference between Linkerd and Istio.',
        claims: ['project:linkerd compared_with project:istio'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: This is a plugin to Falco, rather than CoreDNS.',
        why: 'what the plugin is for is not compared',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How does it compare to Flagger?\nVera Lind: I don’t know, I have never looked at that one.',
        why: 'the answer takes nothing up',
      },
    ],
  },
  {
    id: 'compared-with/alternative',
    description: 'A thing is called an alternative, replacement or competitor of another.',
    predicate: 'compared_with',
    confidence: 0.9,
    answerable: true,
    patterns: [
      `${ANY_SUBJECT}${TAIL}{be} (?:{~6})(?:alternatives?|replacements?|competitors?|substitutes?|equivalents?|equivalent|successors?|counterparts?|rivals?|answer) (?:to|for|of|with) ${DETERMINER}${OBJECT}`,
      `\\b(?:alternatives?|replacements?|competitors?|substitutes?|equivalents?|successors?) (?:to|for|of) (?:the )?{O:project,technology}(?: called| named| is| like|,? such as) (?:the )?{S:project,technology}`,
      `${ANY_SUBJECT}${TAIL} (?:{~3})(?:replaces?|replac(?:e|ed|ing)|competes? with|competing with|supersedes?|replacement for) ${DETERMINER}${OBJECT}`,
      `\\b[Rr]eplac(?:e|ed|ing) ${DETERMINER}{O:project,technology} with ${DETERMINER}{S:project,technology|thing}`,
    ],
    build: direct,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Linkerd is really an alternative to Istio.',
        claims: ['project:linkerd compared_with project:istio'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Linkerd, from Stripe, which is a competitor for Istio.',
        why: 'Stripe makes the competitor',
        besides: ['project:linkerd compared_with project:istio'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: There is no alternative to a good night of sleep with Istio.',
        why: 'nothing is set beside Istio',
      },
    ],
  },
  {
    id: 'compared-with/like',
    description: 'A thing is said to be like, unlike, better or worse than another.',
    predicate: 'compared_with',
    confidence: 0.8,
    answerable: true,
    patterns: [
      `${SUBJECT}${TAIL}(?:{be}| works?| looks?| feels?| sounds?) (?:(?:{~3})?(?:similar(?:ly)? to|akin to|equivalent to|analogous to|comparable to|(?:the )?same(?: {~2})? ?as|(?:different|differently|distinct) (?:from|than|to))|(?:(?:a|kind of|sort of|basically|just|really|very|pretty|much|more|bit|lot|whole|exactly|almost|essentially|little|also|actually) ){0,4}like) (?:the |what )?${OBJECT}(?! (?:is|was|are|does|has|did|said)\\b)`,
      `${SUBJECT}${TAIL}(?:{be}| has| have| works?| runs?| performs?| does) (?:{~5})?(?:better|faster|slower|simpler|easier|harder|cheaper|lighter|smaller|bigger|larger|older|newer|safer|stronger|worse|nicer|higher|lower|fewer|(?:more|less) [\\w-]+)(?: {~3})? ?than (?:the |using |in |with )?${OBJECT}`,
      `${SUBJECT}${TAIL} (?:{~3})(?:solv|tackl|address|do|fill|provid|cover|serv|hav|follow)(?:e|es|ing)? (?:(?:basically|kind of|pretty much|almost|more or less|roughly) )?(?:the |a )?(?:very |exact )?(?:same|similar) (?:{~2})?as ${DETERMINER}${OBJECT}`,
      `${SUBJECT}${TAIL} (?:{~3})(?:outperforms?|beats?|predates) (?:the )?${OBJECT}`,
      `${SUBJECT}${TAIL}(?:{be}| looks?| feels?)(?: {~3})? ?(?:an? |the )(?:[\\w-]+ )?(?:clone|copy|knock-?off|rewrite|reimplementation|port|flavou?r|drop-in) (?:of|for) ${DETERMINER}${OBJECT}`,
      `${SUBJECT}${TAIL}{be} (?:(?:kind of|sort of|basically|essentially|just|like|really|almost) ){0,3}an? (?:open[- ]source|simpler|better|faster|smaller|lighter|modern|more [\\w-]+|self-hosted|hosted|free|poor man[’']s|lightweight|distributed|stripped[- ]down) (?:version of (?:the )?)?${OBJECT}(?=[.,;!]| (?:for|with|in|that|which|but|where)\\b)`,
      `${SUBJECT}${TAIL}{be} (?:kind of |sort of |basically |essentially |very much |pretty much |almost ){1,2}(?:just )?(?:the )?${OBJECT},? (?:but|except|without|with a different)\\b`,
      `${SUBJECT}${TAIL} and ${THING.replace('S', 'O')}{be} (?:{~2})(?:similar|alternatives|competitors|competing|different|comparable)\\b`,
    ],
    build,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: I think we are more scalable than etcd. Linkerd is a whole lot like Istio.',
        claims: ['project:keptn compared_with project:etcd', 'project:linkerd compared_with project:istio'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is new?\nVera Lind: Flux is a clone of Flagger. Linkerd is kind of a simpler Istio. Podman is basically Docker, but without the daemon.',
        claims: [
          'project:flux compared_with project:flagger',
          'project:linkerd compared_with project:istio',
          'project:podman compared_with project:docker',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: Keptn delivers. Where you work there will be a delivery pipeline. It is very similar to Flagger.',
        why: 'what was brought up last has no name, and is no Keptn',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Keptn is used by tools like Argo.',
        why: 'examples of tools',
      },
    ],
  },
  {
    id: 'compared-with/asked',
    description:
      'A host asks how the interview’s project compares to one other thing, and the guest discusses it.',
    predicate: 'compared_with',
    confidence: 0.85,
    answerable: true,
    read: askedBeside,
    needs: 'p',
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. When would I take Flagger instead?\nVera Lind: Flagger is for traffic, so take it when all that you want is a canary.\nAda Host: And Argo CD?\nVera Lind: That one is about syncing and not about what comes after it.',
        claims: [
          'project:keptn compared_with project:flagger',
          'project:keptn compared_with project:argo-cd',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Should people, instead of new releases, do what Flagger did last year?\nVera Lind: I would rather say that they should write down what they changed.',
        why: 'it is not what stands instead',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Did you meet the people of Flagger?\nVera Lind: Yes, they have a stand on the other side of the hall.',
        why: 'nothing is compared',
      },
    ],
  },
  {
    id: 'compared-with/ours',
    description:
      'A guest sets something beside "ours": an alternative that they built, what they get compared to.',
    predicate: 'compared_with',
    confidence: 0.85,
    patterns: [
      `\\b(?:I|[Ww]e)(?:[’']ve| have)? (?:{~2})(?:built|made|wrote|written|created|developed) (?:{~4})(?:alternative|replacement|substitute|competitor) (?:to|for|of) ${DETERMINER}${OBJECT}`,
      `\\b(?:[Dd]ifferences?|[Dd]ifferentiators?) (?:to|with|from|between us and) ${DETERMINER}${OBJECT}(?= is| are|,|['’]s)`,
      '{O:project,technology} (?:{^8})(?:we|us|it)(?:{be})? (?:{~2})(?:get |gets |being |most often )?compared (?:to|with)\\b',
      `\\b(?:[Pp]eople|[Ff]olks|[Uu]sers|[Tt]eams|[Dd]evelopers|[Cc]ompanies|[Cc]ustomers|[Yy]ou|[Ss]omeone)(?:[’']re)?(?: who| that)?(?: are| were| have)?(?: mostly| typically| often)? (?:com(?:e|es|ing)|came|switch(?:ed|ing)?|migrat(?:e|ed|ing)|mov(?:e|ed|ing)) (?:over |away |to us |here )?from ${DETERMINER}${OBJECT}`,
    ],
    build: (match, talk) =>
      // A host may quote a guest who made one; where people come from is the guest's to say.
      match.scene.speakerIsHost && /\bfrom\b/.test(match.scene.skeleton.slice(match.start, match.end))
        ? []
        : besideMain((object) => !isNotion(object) && !isLanguage(object))(match, talk),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: We have built a small replacement for Flagger.',
        claims: ['project:keptn compared_with project:flagger'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: We have built a small boat for Flagger.',
        why: 'a boat is no alternative',
      },
    ],
  },
  {
    id: 'compared-with/clause',
    description:
      'A clause sets a thing beside another: like it, faster than it, instead of it, moved from one to the other.',
    predicate: 'compared_with',
    confidence: 0.75,
    frames: [
      'be|feel|look|seem|get: agent > than|like|similar +than|like|similar',
      'use|choose|pick|run|go|try|adopt|want|prefer|take|consider|have: @theme|with > instead|over|versus|vs +instead|over|versus|vs',
      'compare: agent|theme > to|with|against',
      'replace|beat|outperform|supersede|rival: agent > theme',
      'switch|move|migrate|go|come|convert|transition: from > to +from',
      'compete|differ: agent > with|from|against',
      'think|conceive: of > as',
      'noun alternative|competitor|replacement|equivalent|rival|competition|counterpart|successor|predecessor: theme|owner > to|of|for|with|mod',
      'noun difference|comparison: between > and',
    ],
    fits: isPeer,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Linkerd is a lot simpler than Istio.',
        claims: ['project:linkerd compared_with project:istio'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: At some point we moved from Flux to Keptn.',
        claims: ['project:flux compared_with project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I feel like Kubernetes.',
        why: 'a person is no alternative',
      },
      {
        said: 'Ada Host: I am here with Vera Lind. Is Linkerd like Istio?\nVera Lind: Ask them.',
        why: 'a question',
      },
    ],
  },
  {
    id: 'compared-with/contrast',
    description:
      'Two things are contrasted, or named as a choice: "A does this, whereas B does that", "A or B".',
    predicate: 'compared_with',
    confidence: 0.7,
    patterns: [
      '{S:project,technology} (?:is|was|has|does|can|gives|lets|takes|needs|uses|[a-z]+s) (?:{^9})(?:{^9})?(?:whereas|while|unlike|but) (?:with |in |then |the |on |for ){0,2}{O:project,technology},?(?: project| library| toolkit)? (?:is|was|has|does|can|gives|lets|takes|needs|uses|[a-z]+s|it|you|there)\\b',
      '(?:^|, |\\b(?:so|and|but) )(?:[Ww]here|[Ww]hile|[Ww]hereas) (?:the )?{S:project,technology} (?:is|was|has|does|can|gives|lets|takes|needs|uses|[a-z]+s) [^<>.;]{2,70}, (?:the )?{O:project,technology} (?:is|was|has|does|can|gives|lets|takes|needs|uses|[a-z]+s)\\b',
      '(?<!\\b(?:like|with|support|in|on|install|for|to) ){S:project} (?:or|versus|vs\\.?) (?:maybe |even |the |like ){0,2}{O:project}',
    ],
    build: (match) =>
      match.ids('S').flatMap((subject) =>
        match
          .ids('O')
          .filter((object) => isPeer(object, subject))
          .map((object) => ({ subject, object })),
      ),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Istio has many parts, whereas Linkerd is small.',
        claims: ['project:istio compared_with project:linkerd'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: You can take Flux or Keptn.',
        claims: ['project:flux compared_with project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: It all works with Istio or Linkerd.',
        why: 'what something else works with',
      },
    ],
  },
]
