/** People tell what they use: "I’ve been playing with …", "my … setup", "we run … at work". */
import { asked } from '../answers.ts'
import type { Draft, Rule } from '../rule.ts'
import { guestsOf, type Match, type Scene, sceneSpan, type Talk } from '../scene.ts'
import { companyOf, DETERMINER, mainProject, ours, subjectsOf } from './words.ts'

/** Who "I" and "we" are: of a guest who speaks for a company or a project, "we" are those. */
function userMeant(pronoun: string, scene: Scene, talk: Talk): string | undefined {
  if (scene.speaker === undefined) return undefined
  if (/^(?:I|my)$/i.test(pronoun)) return scene.speaker
  const isGuest = guestsOf(talk, scene.interview).includes(scene.speaker)
  const company = companyOf(scene.speaker, talk)
  if (company !== undefined) return company
  return isGuest && (ours(scene, talk) ?? mainProject(scene, talk)) !== undefined ? undefined : scene.speaker
}

const PAST =
  /\b(?:was|were) (?:\w+ )?(?:using|running|playing|working)\b|\bused to\b|\b(?:I|[Ww]e) (?!have\b)(?:\w+ )?(?:used|ran|had|did|managed|administered)\b/
const LONG_AGO =
  /\b(?:in the past|years ago|back then|back in|at the time|back when|originally|until|a while back|in college|in school)\b/
/** "I would use", "you can run", "to use": said of nobody, or of what may be. */
const NOBODY =
  /\b(?:would|could|should|can|might|may|must|will|if|when|unless|whether|why (?:do|did|should)|how (?:do|did|can|should)|do|did|does|let['’]s say|like,?|say,?|said,?|goes,?|["“])[ ,]*$/i
/** Quoted words are somebody's, and seldom the speaker's. */
const isQuoted = (before: string): boolean =>
  (before.match(/"/g)?.length ?? 0) % 2 === 1 || before.lastIndexOf('“') > before.lastIndexOf('”')

function usedBySpeaker(match: Match, talk: Talk, subjects = subjectsOf(match, talk)): Draft[] {
  const { scene, start, end } = match
  const before = scene.skeleton.slice(0, start)
  if (NOBODY.test(before) || isQuoted(before)) return []
  const user = userMeant(match.text('U') ?? '', scene, talk)
  const words = scene.skeleton.slice(start, end)
  const isPast = PAST.test(words) || LONG_AGO.test(scene.skeleton.slice(end, end + 40))
  return user === undefined
    ? []
    : subjects.map((subject) => ({
        subject,
        object: user,
        qualifiers: isPast ? { status: 'former' as const } : {},
      }))
}

/** How many sentences back what "it" is may have been named. */
const BACK = 4

/** The one project last named before a place in the same turn; none where that names several. */
function justNamed(scene: Scene, at: number, talk: Talk): string | undefined {
  const things = (other: Scene, end: number): Set<string> =>
    new Set(
      other.slots
        .filter((m, i) => /^(?:project|technology)$/.test(m.kind) && (other.places[i] ?? 0) < end)
        .map((m) => m.entity),
    )
  for (let i = scene.index; i >= Math.max(0, scene.index - BACK); i--) {
    const other = talk.scenes[i]
    if (other?.turn !== scene.turn) break
    const named = things(other, i === scene.index ? at : Number.POSITIVE_INFINITY)
    if (named.size === 1) return [...named].find((id) => id.startsWith('project:'))
    if (named.size > 1) {
      const topical = talk.topics[scene.index]
      return topical !== undefined && named.has(topical) ? topical : undefined
    }
  }
  const before = talk.scenes[scene.index - 1]
  const topical = talk.topics[scene.index]
  return before?.turn === scene.turn || topical === undefined ? undefined : topical
}

/** Something named after a tool, or what is said about it: "the Kubernetes community", "my Go talk". */
const OTHER_NOUN =
  "(?![-’']?\\w*(?:\\]\\(<u\\d+>\\))? (?:service|team|project|community|group|meet-?up|podcast|conference|channel|training|course|class|workshop|plug-?in|extension|mode|talk|book|code|codebase|post|article|blog|story|experience|issue|handbook|website|site|docs|documentation|page|PR|pull request|repo|repository|source|maintainer|contributor|core|foundation|people|folks|interview|question|stuff|library|package|driver|client|API|version|equivalent)s?\\b)"
const USED = `${DETERMINER}(?:\\[?<c\\d+>[’']s )?{list:S:project}${OTHER_NOUN}`
const WHO = '(?<!\\w)(?=[IWw]){U:I|we}'
const HELPERS =
  "(?:[’'](?:ve|m|re|d)| have| am| are| was| were| had)?(?: (?:also|just|mostly|actually|personally|always|still|really|been|recently|primarily|mainly|usually|only|even|kind of|sort of|currently|now|both|all|probably|definitely|finally|now|then|started|like|love|enjoy|loved|enjoyed|happily|do|tend to|ended up|end up|got to|get to|went ahead and|had to|decided to|switched to|started|kept|keep)){0,4}"

const ASKS_WHAT =
  /\b(?:what|which)(?:['’]s)?(?: [\w-]+){0,4} (?:do|are|did|have|were) (?:you|y['’]all|you guys|we all)(?: [\w-]+){0,3} (?:us(?:e|ing)|run(?:ning)?|work(?:ing)? (?:in|with)|prefer|pick)\b|\bwhat(?:['’]s| is| are) your (?:[\w-]+ ){0,3}(?:editor|IDE|shell|setup|tool|stack|distro|terminal|choice|go-to|favorite|database)\b/i
/** An answer that is little more than a name: "Vim.", "It has to be Vim.", "Vim for me." */
const NAMES =
  /^["“]?(?:(?:oh|well|um|uh|so|and|yeah|yes|for me|me|I think|I guess|I['’]m|it['’]s|that['’]s|mine is|definitely|still|just|currently|probably|it has to be|has to be|gotta be|honestly|all|mostly|an?|on|the|team|also|too|here),? ){0,5}\[?<p(\d+)>(?:\]\(<u\d+>\))?(?:,? (?:for me|as well|too|here|all the way|user|person|guy|of course|obviously|for sure|myself|these days))*[ .,!…"”]*$/i

export const PEOPLE_USE: readonly Rule[] = [
  {
    id: 'used-by/i-work-with',
    description:
      'A speaker says what they play, work or went back to, run in production, or do something with: "I’ve been playing around with …".',
    predicate: 'used_by',
    confidence: 0.8,
    patterns: [
      `${WHO}${HELPERS} (?:play(?:ed|ing)?|work(?:ed|ing)?|experiment(?:ed|ing)?|tinker(?:ed|ing)?|mess(?:ed|ing)?|toy(?:ed|ing)?|dabbl(?:ed|ing)|fiddl(?:ed|ing)|hack(?:ed|ing)?|live|liv(?:ed|ing)|stick|stuck|start(?:ed|ing)?|went)(?: (?:out|around|a lot|a bit|a little|a little bit|closely|heavily|exclusively|directly|mostly|mainly|back))? (?:with|inside) ${USED}`,
      `${WHO}${HELPERS} (?:(?:went|go|gone|going|came|come)(?= (?:back|over))|switch(?:ed|ing)?|mov(?:ed|ing)|migrat(?:ed|ing)|convert(?:ed|ing)|jump(?:ed|ing)?|transition(?:ed|ing)?)(?: everything| all of it| {~2})? ?(?:back |over |away )?(?:to|onto) ${USED}`,
      `${WHO}${HELPERS} (?:use|using|run|running|rely on|relying on|adopt(?:ed|ing)?|install(?:ed|ing)?|deploy(?:ed|ing)?|set up|setting up|tr(?:y|ied|ying)(?: out)?|play(?:ed|ing)?|manag(?:e|ed|ing)|administer(?:ed|ing)?|operat(?:e|ed|ing)|spin up|spun up|us(?:e|ed) to run|used) (?:(?:it|that|this|everything) (?:on|with|in) )?(?:(?:upwards of |about |around |over )?(?:a |an |\\w+ )?(?:bunch|couple|lot|hundred|hundreds|thousands|instance|instances|cluster|clusters|version|ton)s? of )?${USED}`,
      `${WHO}${HELPERS} (?:solv(?:ed|ing)|built|building|wr(?:ote|ite)|writ(?:ing|ten)|handl(?:ed|ing|e)|automat(?:e|ed|ing)|host(?:ed|ing)?|monitor(?:ed|ing)?|stor(?:ed|ing|e)|load(?:ed|ing)?|put(?:ting)?|edit(?:ing)?|develop(?:ing)?|cod(?:e|ing)|deploy(?:ed|ing)?|test(?:ed|ing)?|manag(?:ed|ing|e)|ship(?:ped|ping)?) (?:{~6})(?:with|using|through|via|in) ${USED}`,
      `${WHO}(?:[’']ve| have)?(?: (?:also|still|always|already|actually|just|even))? (?:have|had|got|keep|kept) (?:(?:an?|some|the|my|our|multiple|several|few|lot|lots|couple|bunch|instance|instances|cluster|version|copy|of|little|small|big|whole|own) ){0,4}${USED.replace(OTHER_NOUN, '')}(?=(?:\\]\\(<u\\d+>\\))?(?:,? (?:running|up|installed|set ?up|in production|deployed|everywhere|on (?:my|our|the|all)|at (?:home|work)|configured|clusters?|instances?|servers?|boxes|box)\\b))`,
      `${WHO}(?:[’']m|[’']re| am| are|[’']ve been| have been)(?: (?:also|still|always|already|actually|just|even|mostly|all))? (?:on|in the|a|an|all in on|shoulder deep in|knee deep in|deep in|stuck on|stuck with|chained to|back on|a big|a huge|a long-time|a happy|a heavy|a longtime) {S:project}(?:\\]\\(<u\\d+>\\))?(?=[.,;!?]| (?:user|person|guy|fan|camp|girl|addict|shop|right now|now|myself|too|as well|since|for|and)\\b)`,
    ],
    build: usedBySpeaker,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I’ve been playing around with Linkerd, and I went back to Debian. We run Falco in production.',
        claims: [
          'project:linkerd used_by person:vera-lind',
          'project:debian used_by person:vera-lind',
          'project:falco used_by person:vera-lind',
        ],
      },
      {
        said: 'Ada Host: I am here with Vera Lind. I have an instance of Prometheus up.\nVera Lind: Oh, nice.',
        claims: ['project:prometheus used_by person:ada-host'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I would run Linkerd. If I used Istio, I would not sleep.',
        why: 'suppositions',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I work with the Kubernetes community, and I never used Istio.',
        why: 'people, and a denial',
      },
    ],
  },
  {
    id: 'used-by/i-use-it',
    description:
      'A speaker says to use or to have tried what was just named: "I’ve been using it for a while".',
    predicate: 'used_by',
    confidence: 0.75,
    patterns: [
      `(?<!\\w)(?=I){U:I}${HELPERS} (?:(?:use|using|used|running|installed|adopted|tried)|(?:play(?:ed|ing)?|work(?:ed|ing)?|experiment(?:ed|ing)?|tinker(?:ed|ing)?|mess(?:ed|ing)?)(?: around)? with) (?:it|that|this one|that one)\\b(?! (?:to (?!all|my|our|the)|as an? |is|was|way|kind|point|word|term|name))`,
      `${WHO}(?:[’']ve| have)?(?: (?:also|actually|already|just))? (?:added|installed|deployed|rolled out|put|adopted|been using|been running) (?:it|that|this) (?:to all|on all|on my|on our|everywhere|in production|in prod|for (?:a|an|the|about|over|almost|several|many|years|months|two|three|some|quite)|at (?:work|home)|since|ever since)\\b`,
      "\\b[Tt]he first time (?:that )?{U:I|we}(?:[’']ve| have)? (?:actually )?(?:used|tried|ran|played with) (?:it|this|that)\\b",
    ],
    build: (match, talk) => {
      const subject = justNamed(match.scene, match.start, talk)
      return subject === undefined ? [] : usedBySpeaker(match, talk, [subject])
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: My pick of the week is Linkerd. I’ve been using it for a year.',
        claims: ['project:linkerd used_by person:vera-lind'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: There is Linkerd. There is Istio. Spotify has Linkerd and Istio. I use it.',
        why: 'which one is not said',
      },
    ],
  },
  {
    id: 'used-by/my-own',
    description: 'A speaker tells of their own instance of something: "my … setup", "our … cluster".',
    predicate: 'used_by',
    confidence: 0.8,
    patterns: [
      '(?<!\\w)(?=[MmOo])(?<U>[Mm]y|[Oo]ur) (?:(?:current|personal|home|little|old|new|whole|local|main|favorite|shell and|production) ){0,3}{list:S:project}(?:\\]\\(<u\\d+>\\))? (?:set-?up|config|configs|configuration|configurations|cluster|clusters|instance|instances|server|servers|dot ?files|plugins|environment|stack|machine|machines|box|boxes|laptop|desktop|deployment|deployments|install|installation|database|databases|shell|editor|dashboard|dashboards|pipeline|pipelines|home ?lab)\\b',
      '\\b(?:taking away|give up|keep|keeping|love|without|customize|configure|configuring|switching|in|on|open) (?<U>[Mm]y) {list:S:project}(?=(?:\\]\\(<u\\d+>\\))?(?:[.,;!]| (?:window manager|and|for|so|because)\\b))',
      "{S:project|it} (?:is|has been|was|[’']s) (?:{~2})?(?<U>[Mm]y|[Oo]ur) (?:(?:main|daily|personal|go-to|favorite|absolute|current|default|primary|preferred) ){0,2}(?:editor|driver|shell|tool|IDE|go-to|distro|database|terminal|browser|choice|window manager|operating system|OS)\\b",
    ],
    build: usedBySpeaker,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: My Neovim setup makes me happy, and Debian is my daily driver.',
        claims: ['project:neovim used_by person:vera-lind', 'project:debian used_by person:vera-lind'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: My Kubernetes talk is at noon.',
        why: 'a talk',
      },
    ],
  },
  {
    id: 'used-by/asked-what',
    description: 'Somebody asks what people use, and an answer is little more than its name.',
    predicate: 'used_by',
    confidence: 0.8,
    find: (talk) =>
      asked(talk, ASKS_WHAT).flatMap(({ question, answers }) =>
        answers.flatMap((scene) => {
          const number = scene.skeleton.match(NAMES)?.[1]
          const subject = number === undefined ? undefined : scene.slots[Number(number)]?.entity
          return subject && scene.speaker
            ? [{ subject, object: scene.speaker, spans: [sceneSpan(scene), sceneSpan(question)] }]
            : []
        }),
      ),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. What editor do you use?\nVera Lind: Neovim, of course.',
        claims: ['project:neovim used_by person:vera-lind'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. What editor do you use?\nVera Lind: I once gave a talk about Neovim at a meet-up.',
        why: 'no answer',
      },
    ],
  },
  {
    id: 'used-by/have-you-used',
    description: 'Somebody is asked whether they use or have used something, and says yes.',
    predicate: 'used_by',
    confidence: 0.8,
    confirmable: true,
    patterns: [
      '\\b(?:[Hh]ave|[Dd]o|[Aa]re|[Dd]id) {O:you} (?:(?:guys|ever|still|also|personally|actually|currently|already|all) ){0,2}(?:used|use|using|tried|try|run|running|played with|play with|worked with|adopted|deployed) (?:{~2}){list:S:project}',
    ],
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. Have you ever used Linkerd?\nVera Lind: I have.',
        claims: ['project:linkerd used_by person:vera-lind'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. Have you ever used Linkerd?\nVera Lind: No.',
        why: 'denied',
      },
    ],
  },
  {
    id: 'used-by/people-at',
    description: 'People at a company are said to use a project, or it is said to run there.',
    predicate: 'used_by',
    confidence: 0.75,
    patterns: [
      '\\b(?:teams?|groups?|folks|people|engineers|subsystem|part|parts|developers|guys|colleagues|friends?|customers|department|division) (?:at|of|from|inside|within|in|over at) {list:O:company}(?: {~6})? ?(?:us(?:e|es|ed|ing)|run|runs|ran|running|built on|adopted|moved to|deployed|rely on) (?:the |our |this |on ){0,2}{S:project|it}',
      '{list:O:company}(?:{be})? (?:{~4})(?:users?|adopters?|customers?|proponents?|fans?) of (?:the )?{list:S:project|it}',
      '(?<!\\b(?:called|named|architecting|architected|building|built|created|creating|designing|wrote|writing|started|on|of|maintain|maintaining|develop|developing) ){list:S:project} (?:in production |heavily |internally |today |now )?(?:at|inside|within) (?:companies like |places like |a company called )?{list:O:company}(?=[.,;]| (?:and|for|to|in|since|because|where)\\b)',
      "{list:O:company}[’']s? (?:{~2})?{S:project} (?:cluster|clusters|instance|deployment|setup|infrastructure|stack|installation)s?\\b",
      "\\b(?:[Tt]hey|[Pp]eople|[Ee]verybody|[Tt]hey[’']re) (?:{~2})?(?:use|using|run|running|adopted) (?:{~2})?{S:project} (?:{~3})?(?:at|inside|within|over at) {O:company}",
    ],
    build: (match, talk) =>
      subjectsOf(match, talk).flatMap((subject) => match.ids('O').map((object) => ({ subject, object }))),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: A team at Spotify runs Falco, and there is Linkerd at Intuit.',
        claims: ['project:falco used_by company:spotify', 'project:linkerd used_by company:intuit'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: A team at Spotify never used Falco.',
        why: 'denied',
      },
    ],
  },
]
