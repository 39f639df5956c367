/** Who makes what, and what is a part of what. */
import type { Draft, Rule } from '../rule.ts'
import { companyOf, type Match, surelyMeant, type Talk } from '../scene.ts'
import { isClearOfOthers, isFormat, isLanguage, isNotion, isPeer, isProtocol, mainProject } from './words.ts'

/** Nouns for what a company makes; "project" is left out, as one may work on it without the company making it. */
const PRODUCT =
  '(?:products?|tools?|platform|service|offering|solution|engine|software|CLI|database|runtime|SDK|system|framework|distribution|distro|cloud|plugin|operator|agent|library|dashboard|editor|IDE|package|app)'
/** Right after a name, these make it the owner or the sort of something else: "Kubernetes clusters". */
const NOT_ITSELF =
  "(?![\\w-]|\\]\\(|[’']s? |s[’'] | (?:clusters?|organi[sz]ations?|org|account|page|systems?|platform|backends?|frontends?|address(?:es)?|layer|agent|command|offering|components?|drivers?|deployments?|environments?|teams?|users?|communit(?:y|ies)|ecosystem|world|people|folks|support|integrations?|tooling|servers?|plugins?|operators?|extensions?|apps?|applications?|services?|microservices?|jobs?|workloads?|code|repos?|repository|stuff|instances?|accounts?|infrastructure|stack|setup|containers?|images?|files?|manifests?|providers?|clients?|APIs?|programs?|scripts?|modules?|librar(?:y|ies)|packages?|bindings?|wrapper|version of|conference|book|talk|course|training|certification|stor(?:y|ies)|space|meet-?ups?|working group|SIG|based|native|in|on|as)\\b)"

/** Subjects of a match; "it" counts only where it is plain what it is. */
const subjects = (match: Match, talk: Talk): string[] => {
  if (/^</.test(match.text('S') ?? '')) return match.ids('S')
  const it = surelyMeant(match.scene, talk, match.start, ['project', 'technology'])
  return it ? [it] : []
}

/** A language, protocol or idea: a technology that the registry knows and nobody owns. */
const isCommonGood = (id: string, talk: Talk): boolean => {
  const entry = id.startsWith('technology:') ? talk.names.entry(id) : undefined
  return entry !== undefined && entry.owner === undefined
}

const byOwnCompany = (match: Match, talk: Talk): Draft[] => {
  const company = companyOf(match.scene, talk)
  return company
    ? subjects(match, talk)
        .filter((subject) => !isCommonGood(subject, talk))
        .map((subject) => ({ subject, object: company }))
    : []
}

const PEOPLE = '(?:folks|guys|people|team|teams|engineers|developers|friends)'
/** Before "a tool from a company": something is got or moved from there. */
const MOVES =
  /\b(?:mov|migrat|switch|went|go|going|transition|port|pull|download|import|fetch|convert|stole|borrow|copied|copy|read|talk|article|post|comes?|came|coming|heard|learn)\w*\b[^.;]{0,40}$/i

/** What is said to be from a company. */
function fromMaker(match: Match, talk: Talk): Draft[] {
  const { scene, start, end } = match
  const said = scene.skeleton.slice(start, end)
  const isFrom = / from,? /.test(said) && !/\b(?:called|named)\b/.test(said)
  if (isFrom && MOVES.test(scene.skeleton.slice(Math.max(0, start - 60), start + 12))) return []
  if (/\b(?:talk|article|post|paper|book|blog|problem|issue|episode|job|user|customer)s?\b/i.test(said))
    return []
  return plain(match, talk).filter(({ subject }) => !isNotion(subject) && !isCommonGood(subject, talk))
}

/** How many sentences back the company of "they" may have been named. */
const THEIRS = 4

/** "Google did … They have a thing called …": of the one company named of late. */
function theirs(match: Match, talk: Talk): Draft[] {
  const { scene, start } = match
  let company: string | undefined
  for (let i = scene.index; i >= scene.index - THEIRS && company === undefined; i--) {
    const before = talk.scenes[i]
    if (before?.turn !== scene.turn) break
    const slots =
      before === scene ? scene.slots.filter((_, k) => (scene.places[k] ?? 0) < start) : before.slots
    if (slots.some((m) => m.kind === 'person')) return []
    const named = new Set(slots.filter((m) => m.kind === 'company').map((m) => m.entity))
    if (named.size > 1) return []
    company = [...named][0]
  }
  if (company === undefined) return []
  const isBare = /^their (?:own |new |open[- ]source )*\[?<[pt]\d+>/i.test(
    scene.skeleton.slice(start, match.end),
  )
  return match
    .ids('S')
    .filter((subject) => !isNotion(subject) && !isCommonGood(subject, talk))
    .filter((subject) => {
      const known = talk.names.entry(subject)
      return !isBare || known === undefined || known.owner === company
    })
    .map((subject) => ({ subject, object: company }))
}

/** Parts are named after the whole; nothing is a part of itself or of a language's namesake. */
const PART =
  '(?:part|component|piece|feature|module|sub-?projects?|subset|sub-?command|mode|layer|half|portion|building block|extension|add-?on|(?:future|upcoming|next) (?:release|version|generation))'
const MADE_OF = '(?:the |our |their )?'

/** "What Kubernetes has, and it's a part of the Kubernetes API, …": a thing is no part of what bears its name. */
const isNamedAfter = (object: string, subject: string): boolean =>
  object.slice(object.indexOf(':') + 1).startsWith(`${subject.slice(subject.indexOf(':') + 1)}-`)

export const MAKING: readonly Rule[] = [
  {
    id: 'developed-by/made-by',
    description: 'Something is said to be made, developed, backed or offered by a company.',
    predicate: 'developed_by',
    confidence: 0.9,
    patterns: [
      `{S:project,technology|it}(?:,? (?:which|that))?(?:{be}|,)? (?:{~2})?(?:made|developed|created|built|written|produced|backed|offered|sold|published|released|launched|open[- ]sourced|designed|provided) (?:{~2})?by (?:the |a )?(?:{~2})?(?:folks |guys |people |team |teams |engineers )?(?:at |from |of |called )?{O:company}`,
      `{S:project,technology}(?:{be}|,) (?:an?|one|the) (?:{~5})(?:${PRODUCT}|project|language|one|thing|service mesh|product) (?:{~2})?(?:from|by|of) (?:the )?(?:folks |guys |people |team )?(?:at |from )?{O:company}`,
      `{S:project,technology}, (?:which is |it['’]s |that['’]s )?(?:something |one |the one |a tool )?(?:from|by) (?:the )?(?:folks at |guys at |people at |team at )?{O:company}`,
      `{S:project,technology|it}{be} (?:an?|the|our) (?:{~5})(?:${PRODUCT}|project|language)(?: that| which)? (?:we|they)(?:['’]ve| have)? (?:{~1})(?:have|built|build|made|make|wrote|developed|develop|created|launched)(?: {~2})? ?(?:at|here at) {O:company}`,
      '(?<=\\b(?:an?|the|is|called|named|tools?|like|love|use|used|using|with|try|tried) ){S:project,technology} from {O:company}',
      "{S:project,technology}(?:,? which is|,? that[’']s|{be}|,) {O:company}[’']s (?!favou?rite|problem|biggest|first|customer|competitor|choice|job|fault|decision|way|strategy|turn|CEO|CTO)[a-z]",
      '{S:project,technology} from the (?:good )?(?:folks|team|people|guys) (?:at|over at|from) {O:company}',
      '{S:project,technology}{be} (?:one|some) of (?:them|these|those|the [a-z]+),? (?:from|by) {O:company}',
      `{S:project,technology}{be} (?:{~1})(?:an? )?{O:company}(?:['’]s)? (?:${PRODUCT}|project|thing|product|technology)\\b`,
    ],
    build: plain,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: We use Keptn, which is developed by a company called Dynatrace.',
        claims: ['project:keptn developed_by company:dynatrace'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: Terraform is a tool from HashiCorp.',
        claims: ['project:terraform developed_by company:hashicorp'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: Terraform is not made by Google.',
        why: 'denied',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: We moved to Terraform from Google.',
        why: 'a company one moved away from',
      },
    ],
  },
  {
    id: 'developed-by/company-makes',
    description: 'A company is said to make, release, launch or offer something.',
    predicate: 'developed_by',
    confidence: 0.85,
    patterns: [
      `{list:O:company}(?:,? which|,? that)?(?: (?:also|originally|just|recently|actually|has|have|had|yesterday|today|then|initially|first|finally|itself|engineers|folks|people)){0,2} (?:built|created|made|makes?|builds?|wrote|developed|develops?|released|launched|open[- ]sourced|announced|published|invented|introduced|came up with|came out with|put out|offers?|sells?) (?:the |a |an |this |their |its |these )?(?:{~3}(?:called|named|like|such as) )?{list:S:project,technology}${NOT_ITSELF}`,
      `{O:company} (?:has|have|had|got) (?:an? |the |their |this |these |many |several |other |some )(?:{~2})?(?:${PRODUCT}|project|projects|service|thing|language|one) [^.;?!]{0,70}?(?:called|named|like|such as) {list:S:project,technology}`,
      `(?:${PRODUCT}|projects?|products?|tools?|services?|things|everything|stuff) (?:at|from|by|out of) {O:company}(?:,|:| -+)? (?:like |such as |including |so |that['’]s )?{list:S:project,technology}(?! (?:user|customer|at)\\b)`,
      `{O:company}(?: also)? (?:have|has|had|got|makes?|maintains?|offers?) (?:{~4})(?:projects|products|tools|offerings|services) (?:{~9})?(?:like|such as|including|called) {list:S:project,technology}`,
      `{S:project,technology}(?:{be}| is|,)(?: (?:an?|the|our|that))? [^.;?!<>]{3,70}? (?:that|which) we (?:now |also )?(?:have|build|built|make|made|develop|maintain|ship|run)(?: now| here)? at {O:company}`,
      `{O:company},? (?:which is |who are |they['’]re |they are |are |is )?the (?:company|compan(?:y|ies)|folks|people|team|makers?|creators?|vendor|startup|guys|owners?|authors?) (?:behind|of|that (?:makes?|made|built|created|develops)|who (?:makes?|made|built|created|develop)) {list:S:project,technology}`,
      `(?:company|makers?|creators?|folks|people|team|startup|guys) (?:behind|of) {S:project,technology},? (?:which is |is |called |that['’]s )?{O:company}`,
      '{list:S:project,technology},? (?:which|that) {O:company} (?:{~2})?(?:built|created|made|makes|wrote|developed|develops|released|launched|open[- ]sourced|announced|published|invented|introduced|offers|sells|came up with|came out with|put out)\\b(?! (?:a|an|the|its|their|on)\\b)',
    ],
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: HashiCorp released Terraform when I was at school.',
        claims: ['project:terraform developed_by company:hashicorp'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: Dynatrace, the company behind Keptn, is near my house.',
        claims: ['project:keptn developed_by company:dynatrace'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: Google built Terraform modules for that.',
        why: 'modules for it, not the tool',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: Google wrote that Terraform is nice.',
        why: 'they wrote of it',
      },
    ],
  },
  {
    id: 'developed-by/possessive',
    description: 'Something is named as a company’s: "HashiCorp’s Vault".',
    predicate: 'developed_by',
    confidence: 0.8,
    patterns: [
      `{O:company}(?:['’]s|s['’]|['’]) (?:(?:own|new|open[- ]source|very own|commercial) |(?:${PRODUCT}|project),? (?:called )?){0,2}{S:project,technology}${NOT_ITSELF}`,
    ],
    // "Google's Go team", "our RPC layer": a language or protocol is nobody's own.
    build: (match, talk) => plain(match, talk).filter(({ subject }) => !isCommonGood(subject, talk)),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: Just HashiCorp’s Terraform.',
        claims: ['project:terraform developed_by company:hashicorp'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: I looked at Google’s Terraform setup.',
        why: 'their setup of it',
      },
    ],
  },
  {
    id: 'developed-by/our-product',
    description: 'A speaker calls something the own company’s: "our developer tool", "our product, X".',
    predicate: 'developed_by',
    confidence: 0.8,
    patterns: [
      `{S:project,technology|it}(?: now)?(?:,? (?:which|that|and it|it))?(?:{be} (?:basically |also |like |actually )?|, )our (?:{~4})${PRODUCT}\\b`,
      `\\b[Oo]ur (?:{~3})${PRODUCT}(?:, (?:which is )?(?:called |named )?| (?:which is |that is |is )?(?:called|named) )(?:the )?{S:project,technology}${NOT_ITSELF}`,
      `\\b[Oo]ur (?:own|commercial|enterprise|open[- ]source) {S:project}${NOT_ITSELF}`,
      `\\b[Oo]ur (?:(?!(?:and|but|for|with|to|on|of)\\b)[^\\s<>]+ ){0,4}(?:UI|(?:user )?interface|front-?end|back-?end|server|agent|collector|client|suite|stack|app|library|language|registry|network|protocol|compiler|company|thing|project|store|component|layer|module)(?:, (?:which is )?(?:called )?| (?:called|named) )(?:the )?{S:project,technology}${NOT_ITSELF}`,
    ],
    build: byOwnCompany,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind from HashiCorp.\nVera Lind: Terraform is our flagship tool.',
        claims: ['project:terraform developed_by company:hashicorp'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I work at HashiCorp. We sell our platform, Terraform.',
        claims: ['project:terraform developed_by company:hashicorp'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Terraform is our flagship tool.',
        why: 'nobody said whose',
      },
      {
        said: 'Ada Host: I am here with Vera Lind from HashiCorp.\nVera Lind: Jenkins is our biggest headache.',
        why: 'what a company has is not what it makes',
      },
    ],
  },
  {
    id: 'developed-by/we-made',
    description: 'A speaker says that "we" made or launched something: the company they stand for did.',
    predicate: 'developed_by',
    confidence: 0.78,
    patterns: [
      `\\b(?:[Ww]e|[Uu]s)(?:['’]ve| have|['’]d| had)? (?:also |just |recently |actually |originally |then |finally |kind of |initially |first )*(?:soft )?(?:built|created|made|make|launched|released|developed|develop|announced|open[- ]sourced|open source|published|shipped|introduced|wrote|invented|offer|sell|came up with|came out with)(?:,? or [a-z ]{1,24})? (?:the |a |an |this |our |that )?(?:{~4}(?:called|named) (?:the )?|project |tool )?{S:project,technology}${NOT_ITSELF}`,
      `\\b[Ww]e (?:have|['’]ve got|have got) (?:an? |this |our )(?:{~3})${PRODUCT} (?:called|named) {S:project,technology}`,
      `{S:project,technology}, (?:which|that) we (?:{~1})(?:built|created|made|launched|released|developed|open[- ]sourced|announced|wrote|sell|offer)\\b`,
    ],
    build: byOwnCompany,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind from HashiCorp.\nVera Lind: So we launched Terraform at the end of the year.',
        claims: ['project:terraform developed_by company:hashicorp'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind from HashiCorp.\nVera Lind: We built Kubernetes clusters all day.',
        why: 'to build clusters of it is not to make it',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: So we launched Terraform at the end of the year.',
        why: 'nobody said who "we" are',
      },
    ],
  },
  {
    id: 'developed-by/named-with-maker',
    description:
      'A thing is named together with the company it is from: "a package from X called Y", "the Y IDE from X", "X has a thing called Y".',
    predicate: 'developed_by',
    confidence: 0.82,
    patterns: [
      `\\b(?:an?|[Tt]he|[Tt]his|[Tt]hat|some|another|one|called|named|[Tt]here(?:['’]s| is| was)|[Ii]t['’]s|like|love|use|used|using|with) (?:{~2})?{S:project,technology},?(?: (?:${PRODUCT}|project|thing|stuff))? (?:by|from),? (?:(?:I (?:think|believe|guess)|like),? )?(?:the )?(?:${PEOPLE} )?(?:at |over at |from )?{O:company}(?! to\\b)`,
      `(?:${PRODUCT}|projects?|things?|one|something|language|protocol|technology|format|service|internal \\w+) (?:from|by|at|within|inside(?: of)?) (?:the )?(?:${PEOPLE} (?:at|from) )?{O:company}(?: team)?,? (?:(?:that|which|it|and it)(?:['’]s| is| was) )?(?:called|named),? (?:the )?{S:project,technology}`,
      `{O:company} (?:{~2})?(?:open[- ]sourced?|released|launched|announced|built|made|created|wrote|published|developed|have|has|had|came out with|put out) (?:their|its|an?|this|the|some) [^<>.;]{3,60}?(?:,|;| -+) (?:and )?(?:it['’]s|which is|that['’]s|it is|it was|they) (?:called?|named) (?:it )?(?:the )?{S:project,technology}`,
      `{O:company} (?:also |actually |just |recently |now )*(?:has|have|had|['’]s got|['’]ve got|got|uses?|built|wrote|made|created|released|open[- ]sourced|launched|announced|maintains?) (?:its |their |an?|this|the|something|some|one|these)(?: (?!(?:and|but|so|for|with|to|on)\\b)[^\\s<>]+){0,5} (?:called|named) (?:the )?{S:project,technology}`,
      `\\b[Aa]t {O:company},? (?:we|they)(?:['’]ve)? (?:{~2})(?:work on|worked on|working on|have|had|built|build|made|make|developed|maintain|wrote|created|got) (?:an?|this|the|our|their|something)(?: (?!(?:and|but|so|for|with|to|on)\\b)[^\\s<>]+){0,5} (?:called|named) {S:project,technology}`,
      `{O:company}(?:['’]s|s['’]) (?:(?!(?:and|but|so|for|with|to|on|of|team)\\b)[^\\s<>]+ ){1,4}(?:called|named) (?:the )?{S:project,technology}`,
      `{O:company}(?:['’]s|s['’]) (?:(?!(?:and|but|so|for|with|to|on|of|team)\\b)[^\\s<>]+ ){0,3}(?:${PRODUCT}|project|offering|language|registry|service|protocol), (?:which is )?{S:project,technology}`,
      `\\b(?:${PEOPLE}|everybody|everyone|gang|crew) (?:over )?(?:at|from|of) {O:company}[^<>.;!?]{0,50} (?:for|behind|on|who (?:built|made|wrote|created|work on|maintain|did|do)) (?:(?:all )?(?:their|the|your) work (?:on|with) |building |making |creating |their |the |writing |developing )?{list:S:project,technology}`,
      `\\b(?:[Ss]hout ?-?out|[Tt]hanks?|[Tt]hank you|kudos|props|credit|love) [^<>.;!?]{0,40}{O:company}[^<>.;!?]{0,60}(?:for|and|;|,|-+) (?:(?:their|the|all of their) (?:work on )?|specifically |especially |in particular )?{S:project,technology} (?:specifically|in (?:specific|particular)|especially)`,
    ],
    build: fromMaker,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I found a package from HashiCorp called Consul, and the GoLand IDE from JetBrains.',
        claims: [
          'project:consul developed_by company:hashicorp',
          'technology:goland developed_by company:jetbrains',
        ],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Uber has this logging package called Zap. And HashiCorp open sourced their own scheduler, it’s called Nomad.',
        claims: ['project:zap developed_by company:uber', 'project:nomad developed_by company:hashicorp'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: A big shoutout to the folks at HashiCorp for their work on Vault.',
        claims: ['project:vault developed_by company:hashicorp'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: We moved the Terraform project from HashiCorp to our own server.',
        why: 'where it was moved from',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: HashiCorp has a talk about a thing called Kubernetes.',
        why: 'what a talk is about',
      },
    ],
  },
  {
    id: 'developed-by/theirs',
    description:
      'Of a company just named, "they" have or made a thing that is named, or it is "their" thing.',
    predicate: 'developed_by',
    confidence: 0.78,
    patterns: [
      `\\b[Tt]hey(?:['’]ve| have| also| just| recently| actually| even| now| then){0,3} (?:have|had|got|built|made|make|released|open[- ]sourced?|launched|created|developed|wrote|announced|came out with|put out|offer|maintain|invented) (?:(?:an?|this|the|their|these|their own|its|something|one|another|all this|all these|some|things)(?: (?!(?:and|but|so|for|with|to|on)\\b)[^\\s<>]+){0,5},? (?:called|named|like|such as) |(?:the |this |their )?)(?:the )?{list:S:project,technology}${NOT_ITSELF}`,
      `\\b[Tt]heir (?:(?!(?:and|but|so|for|with|to|on|of|use|team|support)\\b)[^\\s<>]+ ){0,4}(?:(?:${PRODUCT}|project|service|language|thing|[a-z]+),? (?:which is )?(?:called|named) |(?:${PRODUCT}|project|service|offering), (?:which is )?)(?:the )?{S:project,technology}`,
      `\\b[Tt]heir (?:own |new |open[- ]source )*{S:project,technology}${NOT_ITSELF}`,
    ],
    build: theirs,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: HashiCorp does a lot. They have a scheduler called Nomad, and their secret store, which is called Vault.',
        claims: [
          'project:nomad developed_by company:hashicorp',
          'project:vault developed_by company:hashicorp',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Some people do a lot. They have a scheduler called Nomad.',
        why: 'nobody said which company',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Shopify does a lot. They love their Kubernetes.',
        why: 'what they use is not what they make',
      },
    ],
  },
  {
    id: 'developed-by/apposition',
    description:
      'A thing is called a company’s product, app or version beside its name: "Spanner, the Google product".',
    predicate: 'developed_by',
    confidence: 0.8,
    patterns: [
      `{S:project,technology},? (?:which is |that['’]s |it['’]s )?(?:an?|the|another|this|that|one of the) (?:{~2})?{O:company}(?:['’]s)? (?:{~1})?(?:${PRODUCT}|project|thing|one|version|technology|language|library)\\b`,
      `\\b[Tt]he (?:{~2})?{O:company} (?:{~2})?(?:${PRODUCT}|project|engines|services|tools|products|models|libraries|technologies|version of <[pt]\\d+>),? (?:called |named |like |such as |, |which is )?{list:S:project,technology}`,
      `{O:company}(?:['’]s)? (?:{~1})?(?:engines|services|tools|products|models|libraries|technologies|projects),? (?:like|such as|including|called) (?:the )?{list:S:project,technology}`,
      `{S:project,technology},? (?:which|that) (?:is|belongs to|was|comes? from|came from)(?: owned by| run by| backed by| by| from| at| now)? {O:company}(?=[.,;!?)]| and | -)`,
      `{S:project,technology}{be} (?:{~2})?(?:owned|run|maintained|backed|sponsored|funded|bought|acquired) by {O:company}`,
      `\\b(?:an?|another|this|the|new) (?:{~4})(?:${PRODUCT}|project|thing|concept|language|protocol) (?:from|by|that came out (?:of|at|from)) {O:company}(?: [^<>.;]{0,20}(?:<[pt]\\d+>)?)?,? (?:and |which |that )?(?:it['’]s |is |['’]s )?(?:called|named) {S:project,technology}`,
      `{S:project,technology} (?:was |is )?(?:another|one|something|a new one)[^<>.;]{0,40} from {O:company}(?=[.,;!?]| and|$)`,
      `\\bwhat (?:later |then |eventually )?became {S:project,technology}[^.;]{0,60}\\b(?:at|by|from|in) {O:company}`,
    ],
    build: fromMaker,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I tried GoLand, the JetBrains IDE. And there is a new tool from HashiCorp, and it’s called Nomad.',
        claims: [
          'technology:goland developed_by company:jetbrains',
          'project:nomad developed_by company:hashicorp',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I tried GoLand, the best one, at HashiCorp.',
        why: 'where it was tried',
      },
    ],
  },
  {
    id: 'developed-by/works-on',
    description:
      'Somebody of a company is said to work there on a thing, or in its team: "at X, where she works on Y".',
    predicate: 'developed_by',
    confidence: 0.72,
    patterns: [
      `(?:engineer|developer|lead|manager|architect|director|advocate|designer|maintainer|works?|working|worked|CTO|founder|staff|scientist)\\b[^<>.;]{0,40} (?:at|for|with|from) {O:company},? (?:(?:and|where|which is|currently|now|mainly|primarily|also) )?(?:(?:he|she|they|I) )?(?:{~2})?(?:works? on|working on|leads?|leading|runs|building|builds|develops|developing|maintains)(?: (?!(?:for|with|to|in|using|at|about|and)\\b)[^\\s<>]+){0,5} {list:S:project}${NOT_ITSELF}`,
      `(?:engineer|developer|lead|manager|architect|director|advocate|designer|works?|working|worked|PM)\\b[^<>.;]{0,30} on (?:the )?{S:project,technology}(?: team| project)? (?:over )?(?:at|for|in) {O:company}`,
      `\\bthe {S:project,technology} (?:team|folks|people|guys|developers|engineers) (?:over )?(?:at|from|in|inside) {O:company}`,
      `\\bat {O:company},? (?:on|in|with) the {S:project,technology} (?:team|project)\\b`,
    ],
    build: (match, talk) => fromMaker(match, talk).filter(({ subject }) => !isLanguage(subject)),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. She is an engineer at HashiCorp, working on Nomad.\nVera Lind: And I know the Vault team at HashiCorp.',
        claims: [
          'project:nomad developed_by company:hashicorp',
          'project:vault developed_by company:hashicorp',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. She is an engineer at HashiCorp, working with Nomad.\nVera Lind: Hi.',
        why: 'she uses it',
      },
    ],
  },
  {
    id: 'part-of/is-part',
    description: 'Something is called a part, component, feature or release of something else.',
    predicate: 'part_of',
    confidence: 0.88,
    patterns: [
      `{list:S:project,technology|it}(?:,? (?:which|that|and it|it|they|they all|both))?(?:{be}|,)(?: (?:also|now|actually|just|really|basically|essentially|all|both|still|like|kind of|sort of|already|gonna be|going to be))* (?:an? |the |one of the )?(?:{~2})?${PART}s? (?:of|in|inside|within|inside of|for) ${MADE_OF}{O:project,technology}(?!['’]s?\\b)(?! (?:ecosystem|community|world|story|family of|conversation|universe|space|landscape|team|book|talk|journey|movement|philosophy|culture|way)\\b)`,
      `{list:S:project,technology|it}(?:,? (?:which|that))?(?:{be})? (?:{~1})(?:developed|built|started|began|shipped|bundled|comes?|came|ships|included|distributed|released|created|delivered|installed|introduced|lives) as (?:a )?part of ${MADE_OF}{O:project,technology}`,
      `{S:project,technology}(?:['’]s| is|,|, it['’]s|, that['’]s) the {O:project,technology} (?:{~1})?(?:shell|CLI|command[- ]line(?: tool)?|dashboard|UI|console|SDK|compiler|query language|policy language|config(?:uration)? language|playground|installer|package manager|registry)\\b`,
    ],
    build: (match, talk) =>
      /\b(?:use|using|run|running|installed?) (?:it )?as\b/.test(match.scene.skeleton)
        ? []
        : plain(match, talk),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: Promtail, which is a component of Loki, and Tetragon, which is part of Cilium.',
        claims: ['project:tetragon part_of project:cilium'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: I like Tetragon. It’s part of Cilium.',
        claims: ['project:tetragon part_of project:cilium'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: Tetragon is a part of the Kubernetes ecosystem.',
        why: 'an ecosystem is no project',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: Tetragon is not part of Falco.',
        why: 'denied',
      },
    ],
  },
  {
    id: 'part-of/has-part',
    description: 'Something is said to have, include or ship something under a name of its own.',
    predicate: 'part_of',
    confidence: 0.82,
    patterns: [
      "{O:project,technology}(?: itself)?(?:,? which| that)? (?:also |now |actually |already |even )?(?:has|have|comes with|ships with|ships|includes?|contains?|provides?|offers?|introduced|added|bundles|got) (?:an? |this |the |its own |their own )(?:{~4})(?:tools?|librar(?:y|ies)|components?|features?|commands?|modules?|sub-?projects?|packages?|apps?|service|mode|language|engine|plugin|operator|controller|layer|API|system|server|proxy|format|protocol|framework|CLI|compiler) (?:that(?:[’']s| is) |which is )?(?:called|named|known as) (?:the )?(?:project )?{S:project,technology}",
      "\\b(?:in|inside|within|inside of|part of) (?:the )?{O:project,technology}(?: itself| project)?,? (?:there(?:[’']s| is| was| are)|we have|you have|they have|you[’']ve got|we[’']ve got) (?:also )?(?:an? |this |the )(?:{~5})(?:called|named) {S:project,technology}",
      "(?:called|named) {S:project,technology},? (?:in|inside|within|inside of|as (?:a )?part of|that[’']s (?:in|part of)|that comes with|which is (?:in|part of)|built into) (?:the )?{O:project,technology}",
      '{S:project,technology},? (?:which|that) (?:comes with|ships with|is included (?:in|with)|is built[- ]in ?to|is bundled (?:in|with)) (?:the )?{O:project,technology}',
      '{O:project,technology}(?:,? which)? (?:itself )?(?:consists of|is made (?:up )?of|is composed of|comprises) (?:the |an? )?(?:{~3})?{list:S:project,technology}',
      '\\b(?:components?|parts?|pieces?|modules?|sub-?projects?|features?) of {O:project},? (?:is |are |called |named |like |such as |including )(?:the )?{list:S:project,technology}',
      '{O:project} (?:components?|features?|modules?|sub-?projects?) (?:called|named|like|such as|including) (?:the )?{list:S:project,technology}',
    ],
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: Cilium has a component called Tetragon.',
        claims: ['project:tetragon part_of project:cilium'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: Cilium has a competitor called Calico.',
        why: 'a competitor is no part',
      },
    ],
  },
  {
    id: 'part-of/the-wholes-part',
    description: 'A name is explained as the shell, client, language or the like of a project.',
    predicate: 'part_of',
    confidence: 0.82,
    patterns: [
      `{S:project,technology}, (?:which is |that['’]s |it['’]s )?(?:just |basically |like )?(?<A>the|an?|their|its) {O:project,technology}(?:['’]s?)? (?:{~2})?(?:shell|CLI|command[- ]line(?: tool| client| interface)?(?! tools)|SDK|UI|web UI|dashboard|query language|config(?:uration)? language|manifest|deployment manifest|daemon|control plane|data plane|scheduler|API server|agent|compiler|linker|toolchain|garbage collector|type checker|storage engine|query engine|test runner)\\b`,
      `(?<!\\w)(?=<)(?<!\\b(?:for|of|on|with|to|in|from|about|by) (?:the )?){S:project,technology}{be} (?:just |basically |like )?(?<A>the|an?|their|its) {O:project,technology}(?:['’]s?)? (?:{~2})?(?:shell|CLI|command[- ]line(?: tool| client| interface)?(?! tools)|SDK|UI|web UI|dashboard|query language|config(?:uration)? language|manifest|deployment manifest|daemon|control plane|data plane|scheduler|API server|agent|compiler|linker|toolchain|garbage collector|type checker|storage engine|query engine|test runner)\\b`,
      `{S:project,technology}(?:{be}|,) (?:the |an? )?(?:{~2})(?:shell|CLI|command[- ]line(?: tool| client| interface)?|dashboard|UI|query language|config(?:uration)? language|language|compiler|daemon|storage engine|control plane|data plane) (?:of|in|offered by|used by|from) (?:the )?{O:project}`,
      `{O:project}['’]s? (?:own |custom |built-in |internal |query |own custom )*(?:shell|CLI|language|query language|command|component|module|library|tool|engine|feature|subproject|sub-project|dashboard|daemon|compiler|agent|storage engine|proxy),? (?:called |named |which is |is )?{S:project,technology}`,
      "{S:project,technology}(?:,|{be}) (?:the|one of the|also) {O:project}(?:[’']s?)? (?:{~1})(?:sub-?project|component|feature|built-?in)s?\\b",
      '{S:project,technology}(?:,|{be}) an? {O:project} (?:sub-?project|component|feature|built-?in)\\b',
    ],
    // "A Kubernetes CLI" may be anybody's; a guest's own project has its own.
    build: (match, talk) => {
      const { scene } = match
      const own = scene.speakerIsHost ? undefined : talk.subjects[scene.interview]?.project
      return plain(match, talk).filter(({ object }) => !/^an?$/.test(match.text('A') ?? '') || object === own)
    },
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: You look at it in Tetragon, the Cilium dashboard.',
        claims: ['project:tetragon part_of project:cilium'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: Cilium is a Kubernetes networking tool.',
        why: 'for it, not of it',
      },
    ],
  },
  {
    id: 'part-of/folded-into',
    description: 'Something was folded, merged or built into something else.',
    predicate: 'part_of',
    confidence: 0.8,
    patterns: [
      '{S:project,technology|it}(?:{be}|(?:,? (?:which|that))? (?:got|gets|has been|had been|was|is|were|will be|being)) (?:{~2})?(?:folded|merged|rolled|absorbed|incorporated|upstreamed|baked|bundled) (?:back )?(?:into|in with|with|in|to) (?:the )?{O:project,technology}',
      '{S:project,technology|it}(?:{be}|(?:,? (?:which|that))? (?:got|gets|was|is|were|comes|ships)) (?:{~1})(?:built(?: right| directly)?(?: in|-in)? (?:into|to)|(?:included|shipped|bundled) (?:into|with|in)) (?:the )?{O:project,technology}',
      '{S:project,technology} (?:comes|ships) (?:{~1})with (?:the )?{O:project,technology}',
    ],
    build: plain,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: At some point Tetragon got merged into Cilium.',
        claims: ['project:tetragon part_of project:cilium'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind with us. What do you use?\nVera Lind: Tetragon was not folded into Cilium.',
        why: 'denied',
      },
    ],
  },
  {
    id: 'developed-by/clause',
    description: 'A clause says that a company built, released or has a thing.',
    predicate: 'developed_by',
    confidence: 0.8,
    confirmable: true,
    frames: [
      'build|make|develop|create|write|release|open-source|opensource|launch|publish|maintain|offer|sell|announce|introduce: @theme > agent',
      'have|provide|ship: @theme > @agent',
      'invent|ship|open: @theme > @agent',
      'architect|design|create|build|develop|invent: @theme > at|inside|within',
      'work: @on > agent',
      'noun product|project|tool|library|framework|service|offering|solution: theme > from|by|of',
    ],
    fits: (object, subject) => object.startsWith('company:') && !isNotion(subject) && !isLanguage(subject),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Intuit has something called Argo, and Spotify open-sourced Backstage.',
        claims: [
          'project:argo developed_by company:intuit',
          'project:backstage developed_by company:spotify',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Spotify built a platform with Backstage.',
        why: 'it is what they built with',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Intuit never released Backstage.',
        why: 'denied',
      },
    ],
  },
  {
    id: 'part-of/of-its-own',
    description:
      'A thing has another as its own: "Go’s pprof", "GKE has the Autopilot", "the context package in Go".',
    predicate: 'part_of',
    confidence: 0.75,
    patterns: [
      "{O:project,technology}(?:['’]s) (?:own |built-in |new |internal |famous ){0,2}{S:project,technology}(?! (?:API|APIs|team|people|community|users?|setup|backend|code|support|integration|client|version|service|implementation|instance|cluster|account|repo|repository|page|tooling)\\b)",
      '{O:project,technology} (?:(?:obviously|also|now|already|actually|even) ){0,2}(?:has|comes with|got|gets|offers|includes) (?:the|this|something called|a thing called|this thing called) (?:{~2}(?:called|named) )?{S:project,technology}(?! (?:API|plug-?in|integration|support|client|team|community|driver|provider|backend|operator|code|stuff|problem)\\b)',
      '\\b(?:the|The) {S:project,technology} (?:package|module|keyword|command|tool|subcommand|library) (?:in|from|inside|of) (?:the )?{O:project,technology}(?![-’\\w])',
    ],
    build: (match, talk) =>
      plain(match, talk).filter(
        ({ subject, object }) =>
          subject !== object &&
          (isLanguage(object) || !isProtocol(subject)) &&
          !isFormat(subject) &&
          !isLanguage(subject) &&
          isPeer(object, subject),
      ),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Cilium has this thing called Tetragon.',
        claims: ['project:tetragon part_of project:cilium'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Cilium has the Kubernetes integration.',
        why: 'an integration is no part',
      },
    ],
  },
  {
    id: 'part-of/ours-called',
    description:
      'A guest names a part of the own project: "we have a command line tool called X", "at the core there is a library called X".',
    predicate: 'part_of',
    confidence: 0.78,
    patterns: [
      `\\b(?:[Aa]t (?:the|its) (?:core|heart|center),? (?:{~2})?|[Ww]e (?:also |even |then )?|[Tt]here(?:['’]s| is| are) (?:also )?|[Ii]t (?:also |even )?)(?:is |have |has |ship |wrote |built |comes with )?(?:an? |this |our |its own |our own |the )?(?:{~5})(?:tools?|librar(?:y|ies)|components?|CLI|server|daemon|service|package|module|framework|language|format|engine|UI|dashboard|SDK|file system|storage|scheduler|agent|operator|controller|runtime|client|API|system|layer) (?:that(?:['’]s| is) |which (?:is|we) )?(?:call |called |named |known as ){S:project,technology}`,
    ],
    build: (match, talk) => {
      const { scene, start } = match
      const words = scene.skeleton.slice(start, match.end)
      const main = mainProject(scene, talk)
      if (scene.speakerIsHost || main === undefined) return []
      // "There's a tool called X" may be anybody's, but for one at the core of what is talked of.
      const isOurs = /^(?:We|we|It|it|At|at)\b/.test(words) && isClearOfOthers(scene, start, talk)
      return isOurs
        ? match.ids('S').flatMap((subject) => (subject === main ? [] : [{ subject, object: main }]))
        : []
    },
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Cilium. What is Cilium?\nVera Lind: Cilium is a network. We also have a small command line tool called Tetragon.',
        claims: ['project:tetragon part_of project:cilium'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Cilium. What is Cilium?\nVera Lind: Cilium is a network. There’s a tool called Tetragon.',
        why: 'it may be anybody’s',
      },
    ],
  },
  {
    id: 'part-of/clause',
    description: 'A clause says that a thing is a part of another, comes with it, or that the other has it.',
    predicate: 'part_of',
    confidence: 0.75,
    confirmable: true,
    frames: [
      'noun part|component|piece|feature|module|subproject|sub-project|subset|section|portion|extension: theme > of|in|inside',
      'include|contain|comprise|bundle|feature: theme > agent',
      'come|ship|bundle: with > @agent|@theme +with',
      'build|bake|include: @theme > into|inside',
    ],
    fits: (object, subject) =>
      isPeer(object, subject) && !isLanguage(subject) && !isNamedAfter(object, subject),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Cilium also includes a tool called Tetragon.',
        claims: ['project:tetragon part_of project:cilium'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Tetragon is part of the reason.',
        why: 'a reason is no thing',
      },
    ],
  },
]

function plain(match: Match, talk: Talk): Draft[] {
  return subjects(match, talk).flatMap((subject) => match.ids('O').map((object) => ({ subject, object })))
}
