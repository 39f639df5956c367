/** Who began a project or company, and who contributes to a project. */
import { projectOf } from '../reference.ts'
import type { Draft, Framed, Rule } from '../rule.ts'
import { addressed, companyOf, type Match, type Scene, surelyMeant, type Talk } from '../scene.ts'
import { isHousehold } from './household.ts'
import { introducedAs } from './introduced.ts'

/** Right after a name, these make it the sort of something else: "I wrote Kubernetes operators". */
const NOT_ITSELF =
  "(?![\\w-]|\\]\\(|[’'] | (?:parts?|side|components?|drivers?|servers?|clusters?|deployments?|environments?|teams?|users?|ecosystem|world|people|folks|support|integrations?|plugins?|operators?|extensions?|apps?|applications?|services?|microservices?|jobs?|workloads?|code|stuff|things|instances?|accounts?|infrastructure|stack|setup|containers?|images?|files?|manifests?|configs?|providers?|clients?|APIs?|programs?|scripts?|modules?|librar(?:y|ies)|packages?|bindings?|wrappers?|version of|conference|book|talk|course|training|certification|tutorials?|docs?|documentation|blog|meet-?ups?|working group|SIG|tests?|queries|charts?|templates?|from (?:source|scratch)|in (?:go|rust|python)|as(?! (?:well|a)\\b)|because|when)\\b)"
const FOUNDER =
  '(?:co-?)?(?:founder|creator|author|inventor|originator|founders|creators|authors|inventors|originators|father|mother)'
const BEGAN =
  '(?:(?:co-?)?(?:founded|created|started|invented|authored|launched)|wrote|built|open[- ]sourced|came up with|kicked off)'

const plain = (match: Match): Draft[] =>
  match.ids('S').flatMap((subject) => match.ids('O').map((object) => ({ subject, object })))

/** "I created it": of a host nobody knows what, as the interview is about what the guests made. */
const began = (match: Match, talk: Talk): Draft[] => {
  // "When I first started Vim" is when one began to use it.
  const words = match.scene.skeleton.slice(match.start, match.end)
  if (/\b(?:first|just) started </.test(words)) return []
  // "I started a new job at a company called …".
  if (/\b(?:job|jobs|role|position|work|working|career)\b/.test(words)) return []
  // "The code I wrote Spotify": nobody writes a company.
  const isCode = /\b(?:wrote|built|written|authored|open[- ]sourced)\b/.test(words)
  if (!/^[a-z]/i.test(match.text('O') ?? ''))
    return plain(match).filter(({ object }) => !(isCode && object.startsWith('company:')))
  const it = surelyMeant(match.scene, talk, match.start, ['project', 'company'])
  return it && !match.scene.speakerIsHost ? match.ids('S').map((subject) => ({ subject, object: it })) : []
}

/** Nouns that leave what bears them the thing itself: "the <p0> project". */
const ITSELF =
  /^(?:projects?|tool|library|framework|package|language|itself|platform|engine|compiler|editor|database|system|app|application|software|product|repo|repository|site|website|service|server|shell|router|cli|ide|company|startup|originally|together|myself|himself|herself)$/

/** Whether a part is the thing that it names, and not something of it or like it: "a <p0> client", "the <p0> docs". */
function isItself({ slots, tail, determiner, start, end }: Framed['object'], scene: Scene): boolean {
  if (tail !== undefined && !ITSELF.test(tail)) return false
  if (!slots.length) return true
  const after = scene.skeleton.slice(end)
  if (/^(?:[-’'](?!s?\b ?[.,;!?])|\.\w)/.test(after)) return false
  const words = scene.skeleton.slice(start, end)
  return !/^(?:an?|some|any|another)$/.test(determiner ?? '') || /\b(?:called|named)\b|,/.test(words)
}

/** What one writes is code, and what one starts may be a company. */
const WRITES = /^(?:write|author|rewrite|design|build|make|open-source|develop|code|invent)$/
/** Of what one does again and again, or helped others to do. */
const NOT_MADE_BY =
  /\b(?:[Hh]elp(?:s|ed|ing)?(?: (?:to|us|them|him|her|me|with))?|\b(?:[Ii]|[Yy]ou|[Ww]e|[Tt]hey|people) (?:write|create|build|make|start|launch|design|develop)s?|[Ss]tart(?:ed|ing)? (?:using|with|on|out|learning|looking|reading|playing|trying|writing in|running|moving|doing|getting|seeing|to)|[Ss]tart(?:ing)? (?:a|the|my|your) <)\b/

/** Whether a clause says that a person made the thing itself. */
function isMaker(object: string, subject: string, at: Framed): boolean {
  const { clause, scene } = at
  if (!isItself(at.object, scene)) return false
  if (object.startsWith('company:') && WRITES.test(clause.head)) return false
  // "I started Docker": what everybody has is used by whoever speaks of it.
  const isSpeaker = subject === scene.speaker || at.subject.pronoun !== undefined
  if (isHousehold(object) && isSpeaker) return false
  const words = scene.skeleton.slice(clause.start, clause.end)
  // "I found a tool": of "find"; "writing Drupal": what one programs with.
  if (clause.head === 'found' && !/\bfound(?:ed|ing)\b/.test(words)) return false
  // What one is building today, one may have joined yesterday.
  const isGoingOn =
    /\bwriting\b|(?:['’]m|['’]re|\bam|\bare)(?: \w+)? (?:making|building|developing|creating)\b/
  if (isGoingOn.test(words) && !/\bstarted\b/.test(words) && at.object.noun === undefined) {
    const isCalled = /\b(?:called|named|project|library|tool)\b/.test(words)
    if (!isCalled) return false
  }
  if (NOT_MADE_BY.test(scene.skeleton.slice(Math.max(0, clause.start - 12), clause.end))) return false
  // "I built it": what it is must have been named, and a bare "made it" means to arrive.
  if (!at.object.slots.length && /^(?:make|start|launch|design|found|develop)$/.test(clause.head))
    return false
  if (/^ off\b/.test(scene.skeleton.slice(at.object.end))) return false
  // "he built Keptn into the pipeline", "I wrote Keptn in on the form".
  return (
    !clause.parts.has('into') && !clause.parts.has('onto') && !/\bmade (?:<\w+> )?(?:up|sure)\b/.test(words)
  )
}

/** Words after which a name by somebody is what they wrote or said about it. */
const SAID_ABOUT =
  /\b(?:talks?|posts?|articles?|books?|video|videos|course|courses|tutorials?|blog|presentations?|screencasts?|episodes?|keynotes?|workshops?|paper|papers|tweets?|series|interview|presented|given|run|used|sponsored|podcast|slides|recommended|mentioned|liked|loved|owned|bought|maintained|hosted)\b/i

/** "A and B, they are the authors of …": the people that the sentence has named before. */
function ofThem(match: Match): Draft[] {
  const { slots, places } = match.scene
  const people = slots.filter((m, i) => m.kind === 'person' && (places[i] ?? 0) < match.start)
  const subjects = [...new Set(people.map((m) => m.entity))]
  return subjects.length < 2 || subjects.length > 3
    ? []
    : subjects.flatMap((subject) => match.ids('O').map((object) => ({ subject, object })))
}

/** Right after a name: a piece of a longer one, or the sort of something else. */
const GOES_ON_WITH =
  /^(?:[-\w]|['’]| \p{Lu}\p{Ll}| (?!(?:and|or|is|was|which|that|has|for|in|on|as|project|library|package|tool|framework|because|so|but|to|at|if|when|it|yesterday|today|this|last)\b)[a-z])/u

const contributors = (match: Match, talk: Talk): Draft[] => {
  const project = talk.subjects[match.scene.interview]?.project
  return project ? match.ids('S').map((subject) => ({ subject, object: project })) : []
}

/** Between a speaker and what they end up doing: "that's how I ended up", "I then started", "I decided to". */
const DOING =
  "(?:['’](?:m|ve|d)| am| have| had| was| has)?(?: (?:kind of|sort of|also|actually|just|then|originally|initially|first|basically|recently|eventually|been))?(?: (?:ended up|started(?: out| off)?|began|got around to|finished|went about|kept|spent {~5}|been|came to))"
/** Before the name of what was made: "this tool called", "a company, ". */
const CALLED =
  '(?:the |an? |this |my |our |my own |another )(?:{~4}(?:company|startup|project|library|tool|package|framework|thing|program|app|system|engine|server|language|database|editor|shell|bot|plug-?in|service),? (?:with {~3})?(?:that I |that we |which I )?(?:called|named) )?'

/** Right before a name, what says that who is introduced with it has made it. */
const MADE_BEFORE = new RegExp(
  String.raw`(?:\b${FOUNDER}(?: (?:and|&|,) [^.;]{2,40}?)?,? (?:of|behind|at|for)|\b(?:founded|co-?founded|created|wrote|invented|authored|open[- ]sourced)|\b[Ii](?:['’](?:ve|m))? (?:[a-z]+ ){0,2}(?:built|started(?! (?:working|at|as|with|using|a (?:new )?job)\b)|building|writing)|\b(?:working on|built|made) (?:this|a|an|my)(?= (?:[\w-]+ ){0,4}(?:called|named))) (?:(?:the|a|an|this|my|our) )?(?:[\w-]+ ){0,5}\[?$`,
  'i',
)

/** What one is or did who began a thing, where the thing itself is not named. */
const CALLED_MAKER = new RegExp(
  String.raw`\b(?:${FOUNDER}|co-?creators?|who (?:[a-z]+ )?(?:created|wrote|built|made|started|designed|founded))\b`,
  'i',
)

export const FOUNDING: readonly Rule[] = [
  {
    id: 'founded/began',
    description: 'A person is said to have founded, created, started or written something.',
    predicate: 'founded',
    confidence: 0.85,
    patterns: [
      `(?<S><n\\d+>|\\bI\\b|\\b[Ss]?[Hh]e\\b)(?:['’]ve|['’]d| had| have)?,? (?:and I |(?:also|actually|originally|initially|first|then|just|even|really|kind of|who|and|later|recently) )*(?:{^5}and (?:then |later )?)?(?:${BEGAN}) (?:(?:an?|this|the|my own|our) (?:{~4})(?:company|startup|project|library|tool|package|framework|thing|program|app|system|engine|server|plugin|plug-in|database|language|bot|CLI|service|something)(?: (?:with|for|to|that|in|of|around|which|on|over) {^7})? ?(?:called|named) |the (?:company|project) |a company, )?{O:project,company}${NOT_ITSELF}`,
      `(?<S>\\bI\\b)(?:['’]ve|['’]d| had| have)? (?:(?:also|actually|originally|initially|first|then|just|really) )*(?:created|invented|founded|authored|wrote|open[- ]sourced) (?<O>\\b(?:it|this project|this tool|this library)\\b)(?! (?:in|up|as|off|about|down|to|all)\\b)`,
      `(?<S><n\\d+>|\\bI\\b|\\b[Ss]?[Hh]e\\b)${DOING} (?:building|creating|writing|developing|founding|launching|starting|open[- ]sourcing|creating|working on building|work on) (?:${CALLED})?{O:project,company}${NOT_ITSELF}`,
      `(?<S>\\bI\\b|<n\\d+>|\\b[Ss]?[Hh]e\\b)(?:['’]ve|['’]d| had| have| has)? (?:{~2})?(?:wrote|built|created|made|started|developed|released|published|put together|threw together|hacked together|put out) (?:{~6})?(?:called|named) (?:the )?{O:project,company}(?![\\w-])`,
      `(?<S>\\bI\\b)${DOING} (?:building|creating|writing|developing|making) (?<O>\\b(?:it|this (?:tool|project|library|thing|framework|database|package))\\b)(?! (?:in|up|as|off|about|down|to|all|with|on|for)\\b)`,
      `{O:project} is what {S:person|he|I}(?:['’]s| is|['’]m| am) (?:{~2})?(?:famous|known)`,
      `{S:person|he|you}(?:['’]s|['’]re| is| are|,)(?: {~2})? ?(?:famous|known) for (?:creating |writing |building |his |her |their |having {~2})?{O:project}(?![\\w-])`,
      `{O:project}\\b.{0,120}?{S:person},? \\(?(?:its|the) (?:original |main )?${FOUNDER}\\b`,
      `{O:project,company}(?: itself)?(?:,| -+|:) (?<S>\\bI\\b) (?:actually |originally |just |basically )?(?:built|created|wrote|started|made|founded) (?:it|that|this)\\b`,
      `(?:something|thing|things|tool|tools|project|projects|library|package|framework|program|app|utility|one|ones|software|book|engine|database) (?:that |which )?(?<S>\\bI\\b|<n\\d+>|\\b[Ss]?[Hh]e\\b)(?:['’]ve| have| had| has)? (?:also |just |recently |actually |originally )?(?:wrote|written|built|created|made|started|developed|put together|released|worked on)(?: {~4})?,? (?:(?:that['’]s|which is|it['’]s|it is|is|was) )?(?:called|named) (?:the )?{O:project}`,
      `{O:project},? (?:(?:which|that)(?: is| was|['’]s)? )?(?:(?:an?|the|my|this|some) (?:{~5}))?(?:that |which )?(?<S>\\bI\\b|<n\\d+>|\\b[Ss]?[Hh]e\\b)(?:['’]ve| have| had| has)? (?:originally |actually |just |first |also |recently )?(?:wrote|created|founded|invented|authored|open[- ]sourced|put together|came up with)(?=[.,;!?]|$| (?:in|at|back|when|while|because|and|last|years|over)\\b)`,
      `(?<!\\b(?:for|with|around|in|on|of|to|about) (?:the )?){O:project,company|it}(?:,? (?:which|that))?(?: project)?(?:{be})?,? (?:(?:originally|initially|first|also|actually) )*(?:(?:co-?)?(?:created|founded|started|invented|written|authored|built|conceived|begun)) by (?:our friend |my friend |the great )?{list:S:person}`,
    ],
    build: began,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Hi. I created Keptn, and it was fun.',
        claims: ['person:vera-lind founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Keptn was written by Tom Berg.',
        claims: ['person:tom-berg founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: There is a tool called Keptn. I wrote it over a weekend.',
        claims: ['person:vera-lind founded project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I’ve just started a new job at a company called Intuit.',
        why: 'what was started is the job',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I started Kubernetes clusters by hand.',
        why: 'clusters of it, not the project',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I found bindings for Keptn written by Tom Berg.',
        why: 'the bindings were',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: The first code I wrote Spotify was rewritten.',
        why: 'nobody writes a company',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I did not create Keptn.',
        why: 'denied',
      },
    ],
  },
  {
    id: 'founded/clause',
    description:
      'A clause says that a person made, wrote or began a project, or calls the person its author.',
    predicate: 'founded',
    confidence: 0.8,
    confirmable: true,
    actual: true,
    frames: [
      'write|create|build|invent|author|found|co-found|start|launch|develop|design|make|open-source|co-create|code: agent > theme',
      'noun creator|author|founder|co-founder|cofounder|inventor|co-creator|co-author|originator|mastermind: theme > of|behind|mod|on',
    ],
    fits: isMaker,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I use [Keptn](https://keptn.sh), which Tom Berg wrote.',
        claims: ['person:tom-berg founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Last year I wrote a small tool called Keptn.',
        claims: ['person:vera-lind founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind. You created Keptn, right?\nVera Lind: Yes, I did.',
        claims: ['person:vera-lind founded project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: At that point I’m building Falco on the desktop.',
        why: 'who builds it today need not have begun it',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I wrote a Keptn client. I helped to build Falco. I started a Falco server.',
        why: 'a client of it; help; an instance',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: At home I built Kubernetes on old laptops.',
        why: 'everybody installs that',
      },
    ],
  },
  {
    id: 'founded/by',
    description:
      'A project is named as "by" a person, or as a person’s: "X by …", "a library by … called X".',
    predicate: 'founded',
    confidence: 0.8,
    patterns: [
      "{O:project,company},?(?: (?:project|library|package|tool|framework|which is|is|was|itself|and it['’]s|it['’]s))? by (?:our |my )?(?:(?:own|friend|good friend|pal|colleague) )?{list:S:person}",
      "(?:library|tool|project|package|framework|plugin|app|program|language|thing|repo|application|server|editor|extension|module|one|CLI|site|website) (?:{~4})?(?:by|from) {list:S:person},?(?: and| that| which|,)?(?: it)?(?: is|['’]s)?,? (?:called|named) (?:the )?{O:project}",
      "{O:project},? (?:which is |it['’]s |that['’]s )?(?:an?|the|this) (?:{~6})by {list:S:person}",
      "{S:person}['’]s?(?:\\]\\(<u\\d+>\\))? (?:(?:own|new|great|awesome|excellent|amazing|wonderful|little|famous|original|latest) ){0,2}{O:project}(?:\\]\\(<u\\d+>\\))?",
    ],
    build: (match, talk) => {
      const { scene } = match
      const before = scene.skeleton.slice(Math.max(0, match.start - 60), match.start)
      const words = scene.skeleton.slice(match.start, match.end)
      if (SAID_ABOUT.test(before) || SAID_ABOUT.test(words.replace(/<\w+>/g, ' '))) return []
      const isWhose = /^[^>]*>[’']/.test(words)
      const after = scene.skeleton.slice(match.end)
      if (isWhose && GOES_ON_WITH.test(after)) return []
      return plain(match).filter(
        ({ object }) => !isHousehold(object) && !(object.startsWith('company:') && talk.names.entry(object)),
      )
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: There is also Keptn by Tom Berg.',
        claims: ['person:tom-berg founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I found a nice library by Tom Berg called Keptn.',
        claims: ['person:tom-berg founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: We test with Tom Berg’s Keptn.',
        claims: ['person:tom-berg founded project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: There was a talk on Keptn by Tom Berg, and it broke Tom Berg’s Falco setup.',
        why: 'a talk about it; a setup of it',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: That is Tom Berg’s Kubernetes.',
        why: 'his installation of what everybody has',
      },
    ],
  },
  {
    id: 'founded/did',
    description:
      'A person is said to have done a project, or a list of them; or it grew out of something of theirs.',
    predicate: 'founded',
    confidence: 0.75,
    patterns: [
      `{S:person|he}(?:['’]s| has|,? who)?(?: (?:also|actually|originally|just|really|even|recently|basically))* (?:did|made|wrote|built|created|authored|put out|came up with) (?:the |both )?{list:O:project}(?=[.,;!?…]|$| (?:and|which|himself|herself|too|as well|originally|back)\\b)`,
      `{O:project}(?:,? which)?(?: (?:actually|originally|sort of|kind of|basically|really|initially|also|just|probably)){0,2} (?:started|began|was born|came about|grew|originated)(?: off| out| life)?(?: (?:basically|really|just|kind of|sort of|literally))* (?:as|from|out of|with) (?:just |kind of |basically )?(?<S>\\b(?:[Mm]y|[Mm]e|[Yy]our|[Yy]ou|I)\\b|<n\\d+>)`,
      `{O:project},? (?:(?:which|that) )?(?:is|was|being)(?: (?:just|really|all|only|mostly|actually|kind of|like))* (?<S>\\b(?:me|my (?:own )?(?:baby|creation|brainchild|invention|child)|your (?:baby|creation|brainchild))\\b)(?=[.,;!?]|$)`,
      `(?<S><n\\d+>|\\bI\\b|\\b[Ss]?[Hh]e\\b)(?:['’]ve| have| had| has)?(?: (?:also|actually|originally|then|just|even|recently|ended up|kind of))* (?:wrote|writing|built|building|created|creating|made|making|started|developed|published|released|open[- ]sourced)(?: (?:[^\\s<>]+|<[ctu]\\d+>)){4,14},? (?:(?:it['’]s|which is|that['’]s|it was|that I|which I|that we['’]re|I) )?(?:called|named|calling)(?: it)? (?:the )?{O:project}(?![\\w-])`,
      `(?<S><n\\d+>|\\bI\\b|\\b[Ss]?[Hh]e\\b)(?:['’]s| was)? (?:the )?(?:[Pp]erson|guy|man|woman|one|developer|engineer) (?:who|that) (?:originally |first |actually )?(?:wrote|created|built|made|started|invented|designed) {list:O:project}`,
    ],
    build: (match, talk) => {
      const { scene } = match
      const words = scene.skeleton.slice(match.start, match.end)
      // "I wrote a plug-in for a thing called …": what is called so is another thing.
      if (
        /\b(?:for|with|using|to|against|around|like|in|from|at|about|of|on) (?:an?|this|the|some|something|that|what)(?: [\w-]+){0,5},? (?:(?:that['’]s|which is|it['’]s) )?(?:called|named)/.test(
          words,
        ) ||
        /\b(?:talk|post|article|book|video|PR|issue|job|role|using|blog|company|team)\b/.test(words) ||
        (/>(?:\]\(<u\d+>\))?$/.test(words) && GOES_ON_WITH.test(scene.skeleton.slice(match.end)))
      )
        return []
      const who = match.text('S') ?? ''
      const people = /^(?:my|me|i)\b/i.test(who)
        ? [scene.speaker]
        : /^you/i.test(who)
          ? [addressed(scene, talk, match.start)]
          : match.ids('S')
      return people.flatMap((subject) =>
        subject === undefined
          ? []
          : match.ids('O').flatMap((object) => (isHousehold(object) ? [] : [{ subject, object }])),
      )
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I like what Tom Berg makes. He did Keptn, and he did Falco.',
        claims: ['person:tom-berg founded project:keptn', 'person:tom-berg founded project:falco'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Keptn started out as my weekend project.',
        claims: ['person:vera-lind founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I wrote a package for myself some years ago on GitHub called Keptn.',
        claims: ['person:vera-lind founded project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I wrote a little plug-in in one night for a tool called Keptn. He did Keptn upgrades.',
        why: 'the plug-in is another thing; upgrades of it',
      },
    ],
  },
  {
    id: 'founded/own-project',
    description:
      'Who came with a project or company tells how it began: "Tom and I decided to build …", "it started as a side project", "my co-founder".',
    predicate: 'founded',
    confidence: 0.75,
    patterns: [
      `(?:(?<S><n\\d+>),? and (?<I>I)|(?<I2>\\bI),? (?:and|together with) (?<S2><n\\d+>))(?:,? (?:we|both|just|then|sort of|kind of|actually|basically))* (?:decided|sat down|got together|set out|started|began|wanted|thought|said|teamed up|came together|joined forces)\\b[^<>.;]{0,40} (?:make|build|write|create|start|making|building|writing|creating|develop|developing|working on)(?:ing)? (?:an?|this|the|it|something|our)\\b`,
      '\\b(?<T>[Ii]t)(?: (?:actually|originally|sort of|kind of|basically|really|initially|all|just|first|probably)){0,2} (?:started|began|was born|came about|grew|originated)(?: off| out| life)? (?:as|from|out of) (?:kind of |basically |just |really |sort of |more of )*(?:an?|my|our|me|just|some|one of my) (?:{~3})?(?:side[- ]project|hobby|experiment|hack|prototype|project|weekend|thesis|toy|itch|idea|joke|learning exercise|script|me)\\b',
      '\\b[Mm]y (?:now |current |then |own |other |business )?co-?founders?\\b(?! (?:at|of|from) (?:the )?<)',
      "\\b(?:I|[Ww]e)(?:['’]ve|['’]d| have| had)?(?: (?:first|originally|then|just|actually|both|kind of|decided to|wanted to|initially|recently))* (?:started|start|founded|found|co-?founded|incorporated|formed|launched|created)(?: up)? (?:the|our|my|this) (?:own )?(?:company|startup|start-up|business)\\b",
      "\\b(?:[Ww]hen|[Tt]hat|[Ww]hy|[Ss]o|[Aa]nd|[Bb]efore|[Aa]fter|[Ss]ince|reason|[Ll]ater) I(?:['’]d| had| have)?(?: (?:first|originally|then|just|actually|initially))* (?:started|founded|created|wrote|built|began|designed) (?:the|this) (?:project|tool|library|framework|language|package|company)\\b",
    ],
    build: (match, talk) => {
      const { scene } = match
      const guests = talk.conversation.interviews[scene.interview]?.guests ?? []
      const subjects = talk.subjects[scene.interview]
      const { speaker } = scene
      if (!subjects || speaker === undefined || !guests.includes(speaker)) return []
      const words = scene.skeleton.slice(match.start, match.end)
      const before = scene.skeleton.slice(Math.max(0, match.start - 30), match.start)
      if (/\b(?:if|his|her|their|let['’]s say|like|you)\b/.test(before)) return []
      const isFirm = /\b(?:company|startup|start-up|business|co-?founders?)\b/.test(words)
      const own = new Set(
        subjects.introductions
          .filter(
            (x) =>
              x.belongs && x.person === speaker && x.subject.startsWith(isFirm ? 'company:' : 'project:'),
          )
          .map((x) => x.subject),
      )
      const topical = talk.topics[scene.index]
      const object =
        own.size === 1 ? [...own][0] : topical !== undefined && own.has(topical) ? topical : undefined
      // A sentence that names something else tells of that.
      const isOther = scene.slots.some(
        (m) => m.kind === (isFirm ? 'company' : 'project') && m.entity !== object,
      )
      const isAway =
        match.text('T') !== undefined && surelyMeant(scene, talk, match.start, ['project']) !== object
      if (object === undefined || isOther || isAway) return []
      const others = [...match.ids('S'), ...match.ids('S2')]
      return [speaker, ...others].map((subject) => ({ subject, object }))
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind of Keptn.\nVera Lind: Hello. Tom Berg and I decided that we would build a tool for it.',
        claims: ['person:vera-lind founded project:keptn', 'person:tom-berg founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind of Keptn.\nVera Lind: It started as a side project, really.',
        claims: ['person:vera-lind founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind from Stacklet.\nVera Lind: I met my co-founder at school.',
        claims: ['person:vera-lind founded company:stacklet'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind of Keptn.\nVera Lind: I like Falco. It started as a side project.',
        why: 'of what was just named',
      },
      {
        said: 'Ada Host: I am here with Vera Lind from Red Hat.\nVera Lind: If I started the company today, I would hire you.',
        why: 'a supposition',
      },
    ],
  },
  {
    id: 'founded/topic',
    description: 'Somebody is called the author of what was just spoken of: "this is by …", "the author, …".',
    predicate: 'founded',
    confidence: 0.75,
    patterns: [
      "(?:[Tt]his|[Ii]t|[Tt]hat)(?: is|['’]s| was)(?: (?:an?|the|another) (?:{~4}))?(?: ?(?:project|library|package|tool|thing|one|plugin|framework))? by {list:S:person}",
      '(?:[Tt]he|[Ii]ts|its) (?:original |main |lead )?(?:author|creator|founder|inventor)s?,? (?:of it |behind it )?(?:is |was |are |named |called )?{list:S:person}',
      "{S:person}(?:,| is| was| \\(|,? who is) ?(?:(?:the|its|it[’']s) )?(?:original |main |lead )?(?:author|creator|inventor)(?=[.,)!;]| of (?:it|that|this)\\b)",
    ],
    build: (match, talk) => {
      const { scene } = match
      if (
        SAID_ABOUT.test(scene.skeleton.slice(Math.max(0, match.start - 30), match.end).replace(/<\w+>/g, ' '))
      )
        return []
      const inside = scene.slots.filter(
        (m, i) => m.kind === 'project' && (scene.places[i] ?? 0) < match.start,
      )
      const isOther = scene.slots.some((m) => m.kind === 'project')
      const isOne = new Set(inside.map((m) => m.entity)).size === 1
      const object = isOne ? inside[0]?.entity : isOther ? undefined : talk.topics[scene.index]
      return object?.startsWith('project:') && !isHousehold(object)
        ? match.ids('S').map((subject) => ({ subject, object }))
        : []
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: There is a tool called Keptn. This is by Tom Berg.',
        claims: ['person:tom-berg founded project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I watched a video. This was a talk by Tom Berg.',
        why: 'a talk',
      },
    ],
  },
  {
    id: 'founded/credited',
    description:
      'Somebody is thanked or praised for a project: "a shout-out to … for X", "thank you for creating X".',
    predicate: 'founded',
    confidence: 0.75,
    patterns: [
      '(?:shout-?outs?|shout outs?|thanks?|thank you|credit|kudos|props|hat tip|hats off|applause|love)(?: {~4})? ?to (?:{~3})?{list:S:person},? (?:for|and (?:his|her|their|the)(?: work on)?) (?:(?:the|his|her|their|creating|making|writing|building|this|a|an|amazing|awesome|great|excellent|package|library|tool|project|called|open[- ]sourcing|starting) )*{O:project}',
      '[Tt]hank(?:s| you)(?: {~3})? ?(?<S>\\b[Yy]ou\\b)?(?: {~2})?for (?:creating|making|writing|building|inventing|starting|open[- ]sourcing) {O:project}(?=[.,!? ]|$)',
    ],
    build: (match, talk) => {
      const after = match.scene.skeleton.slice(match.end)
      if (GOES_ON_WITH.test(after)) return []
      const named = match.text('S')?.includes('<')
      const person = named ? undefined : addressed(match.scene, talk, match.start)
      const people = named ? match.ids('S') : person ? [person] : []
      return people.flatMap((subject) =>
        match.ids('O').flatMap((object) => (isHousehold(object) ? [] : [{ subject, object }])),
      )
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: And a big shout-out to Tom Berg for Keptn.',
        claims: ['person:tom-berg founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind. Thank you for creating Keptn.\nVera Lind: My pleasure.',
        claims: ['person:vera-lind founded project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Thanks to Tom Berg for the Keptn stickers.',
        why: 'stickers',
      },
    ],
  },
  {
    id: 'founded/founder-of',
    description: 'A person is called the founder, creator, author or inventor of something.',
    predicate: 'founded',
    confidence: 0.92,
    confirmable: true,
    patterns: [
      `(?<S><n\\d+>|\\bI\\b|\\b[Ss]?[Hh]e\\b|\\b[Yy]ou\\b)(?:{be}|,)? ?(?:who is |who['’]s |also |both |actually |now )*(?:the |an? |one of the |our |original )*(?:{~3}(?:and|&) )?(?:{~1})?${FOUNDER}(?:,? (?:and|&) (?:{~4}))? ?(?:of|behind|at|on) (?:the )?(?:{~2}called )?{list:O:project,company}`,
      `{list:O:project,company}(?:['’]s)? (?:{~1})?${FOUNDER},? (?:and {~3})?{S:person}`,
      `${FOUNDER}(?: (?:and|&) {~3})? (?:of|behind|at) (?:the )?{list:O:project,company},? (?:is |was |named |my friend )?{S:person}`,
      `{S:person}(?:{be}|,)? (?:the |an? )?{O:project,company} (?:{~1})?${FOUNDER}\\b`,
      `(?:[Cc]redit|[Kk]udos|[Ss]hout[- ]?outs?|[Tt]hanks|[Pp]rops|[Hh]ats? off)(?: (?:goes|go|out|also)){0,2} to {S:person},? (?:and {~4})?(?:who|for)(?:['’]s| has| had)? (?:{~8})?(?:started|start|starting|wrote|writing|written|created|creating|built|building|made|making|began|developed|developing|working on) (?:working on |work on |writing |building )?(?:the |this )?{O:project}${NOT_ITSELF}`,
      `(?<S>\\b[Tt]hey\\b)(?:{be})? (?:{~2})?(?:the |both |also )*(?:original )?(?:authors|creators|founders|inventors|co-?founders|developers) (?:of|behind) {O:project,company}`,
      `(?:(?<S><n\\d+>)(?:['’]s| is| has| was)?(?: [^\\s<>,;]+){0,8},? )?(?:\\b[Aa]s|\\b[Bb]eing) (?:the|an?|one of the) (?:[\\w-]+ ){0,2}?${FOUNDER}(?: (?:and|&) (?:[\\w-]+ ){1,2})? ?(?:of|behind) (?:the )?{O:project,company}${NOT_ITSELF}`,
      `(?:founders|creators|authors|inventors|maintainers) of (?:the )?{O:project,company}(?: project| tool| library)?,? (?:are |were |is )?{list:S:person}`,
      `(?<S><n\\d+>|\\bI\\b|\\b[Ss]?[Hh]e\\b|\\b[Yy]ou\\b)(?:{be}|,)? (?:{~3})?(?:part of|on|one of|members? of|among|in) (?:{~4})?(?:team|group|people|folks|guys|developers|engineers|those|trio|pair|ones|two) (?:that|who|behind) (?:originally |first |initially )?(?:created|wrote|built|started|founded|developed|invented|made|designed) {O:project,company}`,
      `(?<S><n\\d+>|\\bI\\b|\\b[Ss]?[Hh]e\\b|\\b[Yy]ou\\b)(?:{be}|,) (?:the |one of the )?(?:guys?|person|people|folks|man|woman|brains?|mind|mastermind|engineer|developer) behind (?:the )?{list:O:project,company}`,
    ],
    build: (match) => {
      const { scene } = match
      if (/^they$/i.test(match.text('S') ?? '')) return ofThem(match)
      if (match.text('S')) return plain(match)
      // "Speaking as the creator of …": of whoever speaks; "talk to her as the author of …" is of another.
      const before = scene.skeleton.slice(0, match.start)
      const isOther =
        /\b(?:[Ss]?[Hh]e|[Tt]hey|[Yy]ou|[Hh]im|[Hh]er|who|like|if|him|them|known)\b[^.;]{0,40}$|<n\d+>/.test(
          before,
        )
      return isOther || !scene.speaker || scene.speakerIsHost
        ? []
        : match.ids('O').map((object) => ({ subject: scene.speaker as string, object }))
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind, the creator of Keptn.\nVera Lind: Thanks.',
        claims: ['person:vera-lind founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I’m the founder and CTO of HashiCorp.',
        claims: ['person:vera-lind founded company:hashicorp'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Speaking as the author of Keptn, I hear that a lot.',
        claims: ['person:vera-lind founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind. So you were one of the founders of Keptn, right?\nVera Lind: Yes, I was.',
        claims: ['person:vera-lind founded project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. Are you the creator of Keptn?\nVera Lind: Good heavens, who said that?',
        why: 'no answer',
      },
    ],
  },
  {
    id: 'founded/introduced',
    description:
      'The words that introduce a guest with a project or company, or a guest’s own, call it the guest’s work.',
    predicate: 'founded',
    confidence: 0.87,
    find: (talk) => introducedAs(talk, MADE_BEFORE, CALLED_MAKER),
    examples: [
      {
        said: 'Ada Host: Our special guest today is the co-founder and CEO of a project called Keptn. Hello, Vera.\nVera Lind: Hello.',
        claims: ['person:vera-lind founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind. Who are you?\nVera Lind: An engineer. These days I’m working on this thing called Keptn.',
        claims: ['person:vera-lind founded project:keptn'],
      },
      {
        said: 'Ada Host: Today we’re talking about Keptn. With us is the creator, Vera Lind.\nVera Lind: Hello.',
        claims: ['person:vera-lind founded project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: Our guest today is an engineer at Intuit, and the founder is a friend. Welcome, Vera Lind!\nVera Lind: Thanks.',
        why: 'somebody else is the founder',
      },
      {
        said: 'Ada Host: Today we’re talking about Keptn. With us is one of the maintainers, Vera Lind.\nVera Lind: Hello.',
        why: 'who maintains a thing need not have begun it',
      },
      {
        said: 'Ada Host: I am here with Vera Lind. Who are you?\nVera Lind: I work on Keptn, and I did not start it.',
        why: 'who works on a thing need not have begun it',
      },
    ],
  },
  {
    id: 'founded/we-made',
    description: 'A guest says "we created …" of the project that they came with or that the talk is about.',
    predicate: 'founded',
    confidence: 0.8,
    patterns: [
      `\\b[Ww]e(?:['’]ve|['’]d| had| have)? (?:(?:also|actually|originally|initially|first|then|just|decided to|went and|recently) ){0,3}(?:created?|founded|invented|started|open[- ]sourced|built|wrote|developed) (?:(?:the|this|a|an|our) (?:{~4}(?:called|named) )?)?{O:project}${NOT_ITSELF}`,
      `{O:project} (?:is|was) (?:{~6})?(?:that|which|something) we (?:(?:also|actually|originally|initially|first|just) )?(?:created|founded|invented|started|open[- ]sourced|built|wrote|developed)(?=[.,;!?]|$| (?:in|at|back|for|when|because|which|to|and|with)\\b)`,
      `{O:project},? (?:which (?:is|was) )?(?:my (?:{~4})|our (?:own |(?:very )?first ))(?:project|tool|library|framework|package|language|database)\\b`,
    ],
    build: (match, talk) => {
      const { scene } = match
      const subjects = talk.subjects[scene.interview]
      const words = scene.skeleton.slice(match.start, match.end)
      const isOwn = /\b(?:my|our)\b/.test(words) && !/\b[Ww]e\b/.test(words)
      if (!scene.speaker || !subjects || (scene.speakerIsHost && !isOwn)) return []
      return match
        .ids('O')
        .flatMap((object) =>
          isOwn ||
          subjects.about.some((a) => a.id === object) ||
          subjects.announced.has(object) ||
          subjects.introductions.some((x) => x.person === scene.speaker && x.subject === object)
            ? [{ subject: scene.speaker as string, object }]
            : [],
        )
    },
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did it begin?\nVera Lind: With a few friends. We created Keptn in a kitchen.',
        claims: ['person:vera-lind founded project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. How did it begin?\nVera Lind: We built Kubernetes clusters all day.',
        why: 'what they ran is not what they came with',
      },
    ],
  },
  {
    id: 'founded/mine',
    description: 'A speaker names a project or company as the own: "my library, X".',
    predicate: 'founded',
    confidence: 0.72,
    patterns: [
      '(?<S>\\b[Yy]our) (?:own |new |little |side |pet |open[- ]source |first |latest )*(?:project|library|package|framework|company|startup|start-up|tool|language),? (?:is called |called |named |which is )?{O:project,company}(?=[.,;!?]|$| (?:is|was|and|which|that|does|has|works?)\\b)',
      '(?<S>\\b[Mm]y) (?:own |new |little |side |pet |open[- ]source |first |next )*(?:project|library|package|framework|company|startup|start-up|tool),? (?:is called |called |named |which is |is )?{O:project,company}',
      '{O:project}(?:,| is| was|,? which (?:is|was)),? (?:(?<S>\\b[Mm]y)|our (?:very )?first) (?:{^4})?(?:project|library|package|tool|baby|framework|company|startup)\\b',
      "{S:person}[’']s (?:own |new |little |open[- ]source )*(?:project|library|package|framework|company|startup|tool),? (?:called |named |which is )?{O:project,company}",
    ],
    build: (match, talk) => {
      const { speaker } = match.scene
      if (
        /\b(?:favou?rite|go-to|preferred|usual|main|daily|next|dream)\b/.test(
          match.scene.skeleton.slice(match.start, match.end),
        )
      )
        return []
      if (/^your$/i.test(match.text('S') ?? '')) {
        const person = addressed(match.scene, talk, match.start)
        return match
          .ids('O')
          .flatMap((object) => (person && !isHousehold(object) ? [{ subject: person, object }] : []))
      }
      if (match.text('S') || !speaker) return plain(match)
      return match.ids('O').map((object) => ({ subject: speaker, object }))
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: That went into my own project, Keptn.',
        claims: ['person:vera-lind founded project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind. I tried your tool, Keptn.\nVera Lind: Great.',
        claims: ['person:vera-lind founded project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: My favourite project is Keptn.',
        why: 'to like it is not to have made it',
      },
    ],
  },
  {
    id: 'contributes-to/contributes',
    description: 'A person or company is said to contribute to, help out on or be involved in a project.',
    predicate: 'contributes_to',
    confidence: 0.88,
    patterns: [
      "{list:S:person,company|I|he|we}(?:{be}|['’]ve| have| has)?(?:,? who)? (?:{~3})?(?:contributes?|contributed|contributing|contributions?)(?: back)?(?: {~8})? ?(?:to|into|on) (?:the )?(?:{~2}like )?{list:O:project}",
      '{S:person,company|I|he|you}(?:{be}|,) (?:also |now |actually |both )?(?:an? |one of the |the )?(?:{~3})?contributors? (?:to|of|on|for|in) (?:the )?{list:O:project}',
      '{S:person|I|he|you}(?:{be}|,) (?:also |now |actually )?(?:an? |one of the |the )?(?:{~2})?{O:project} (?:{~2})?contributors?\\b',
      "{S:person|I}(?:{be}|['’]ve been| have been| has been) (?:{~2})?(?:involved (?:in|with)|helping out (?:on|with)|active in) (?:the )?(?:{~2}like )?{list:O:project}",
      '{O:project} (?:{~1})?contributors?,? {S:person}',
      '{O:project}[,;:]? (?:{~5})?(?:by|from|with|contributed by|sent by|made by|PRs? (?:by|from)|pull requests? (?:by|from)|thanks to|work (?:by|of)|contributions? (?:by|from)) {list:S:person},? (?:who (?:was|is|are|were) on|on|from) the (?:{~2})?team',
      "{S:person|I|he|company}(?:['’]s| is|['’]m| am| are| was| were)?(?: {~2})? (?:on|part of|leading|leads|leads up|in charge of|heading|heads|running) the {O:project} (?:core |dev |development )?(?:team|project|effort|working group)\\b",
      "{S:person|I|he|you}(?:['’]s|['’]re| is|['’]m| am| are|['’]ve been| has been| have been)? (?:{~4})?(?:putting|spending|doing|put|spent|did) (?:{~4})?(?:work|time|effort|energy) (?:in|into|on) (?:the )?{O:project}(?! (?:or|and) <)",
      '{S:person|I|he} (?:{~2})?(?:architected|architecting|was architecting|designed|engineered|re-?wrote|reviewed|reviews|co-?wrote|co-?authored|helped (?:to )?(?:build|create|write|start|design|develop|with)|hacked on|hacks on|hacking on|tinkered with|triages?) (?:the )?(?:{~2}of )?{O:project}',
      '{S:person,company}(?: {~5})?,? (?:and {~4})?(?:(?:has|have) )?(?:developed|written|built|created|added|implemented|contributed) (?:{~6})(?:to|into) (?:the )?{O:project}(?![\\w-])',
      '{S:person},? from the {O:project} (?:core )?team\\b',
      '{S:person|I} (?:{~2})?(?:sent|send|submitted|opened|made|merged|landed|got) (?:{~3})?(?:patch(?:es)?|pull requests?|PRs?|contributions?|commits?) (?:merged )?(?:to|for|against|into|in) (?:the )?{O:project}',
      '{S:person|I|he}(?:{be}|,) (?:also )?(?:an? |one of the )(?:{~2})?(?:{O:project} committers?|committers? (?:to|on|for|of) (?:the )?{P:project})\\b',
    ],
    build: (match, talk) => {
      if (/^they$/i.test(match.text('S') ?? '')) return []
      if (!/^(?:we|us|our)$/i.test(match.text('S') ?? ''))
        return match
          .ids('S')
          .flatMap((subject) => [...match.ids('O'), ...match.ids('P')].map((object) => ({ subject, object })))
      // "We contribute to X": the company the speaker stands for, unless the talk is about X itself.
      const company = companyOf(match.scene, talk)
      const about = talk.subjects[match.scene.interview]?.project
      return company
        ? match.ids('O').flatMap((object) => (object === about ? [] : [{ subject: company, object }]))
        : []
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Now and then I contribute to Keptn.',
        claims: ['person:vera-lind contributes_to project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I’m a long-time Falco contributor.',
        claims: ['person:vera-lind contributes_to project:falco'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I never contributed to Keptn.',
        why: 'denied',
      },
    ],
  },
  {
    id: 'contributes-to/worked-on',
    description: 'A person is said to work or have worked on a project.',
    predicate: 'contributes_to',
    confidence: 0.75,
    patterns: [
      `(?<S><n\\d+>(?:(?:,? and |, )<n\\d+>){0,3}|\\bI\\b|\\b[Ss]?[Hh]e\\b)(?:,? and (?:{~1})others)?(?:{be}|['’](?:ve|d|s)(?: been)?| have(?: been)?| has(?: been)?| had(?: been)?)?(?: [^<>.;]{0,60}?,? and(?: has| have| had)?)?(?: {~2})? ?(?:work|works|worked|working) (?:{~3})?on (?:the )?(?:{~2}called )?{list:O:project}(?! (?:or|and) <)(?:['’]s? [a-z]|${NOT_ITSELF})(?:,? and (?:{~2})on (?:the )?{P:project}${NOT_ITSELF})?`,
      "{S:person|I|he|we}(?:['’](?:m|re|s|ve been))?(?: am| are| is| was| were| been| started| began| recently| now| currently| also| mostly| mainly){0,4} (?:programming|coding|hacking|developing|working)(?: in <t\\d+>)?(?: full[- ]time)? on (?:the )?{O:project}(?! (?:or|and) <)",
      '(?<S>\\bI\\b) (?:{~2})?(?:help out|helped out|contribute|chip in)(?: {~2})? (?:on|with|to|in) {O:project|it}',
    ],
    build: (match) =>
      /^I\b.*\bworks on\b/.test(match.scene.skeleton.slice(match.start, match.end))
        ? []
        : [
            ...plain(match),
            ...match.ids('S').flatMap((subject) => match.ids('P').map((object) => ({ subject, object }))),
          ],
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I have been working on Keptn since I left school.',
        claims: ['person:vera-lind contributes_to project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Almost everything that I found works on Kubernetes.',
        why: 'to work on a platform is to run there',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I worked on Kubernetes clusters.',
        why: 'clusters of it, not the project',
      },
    ],
  },
  {
    id: 'contributes-to/clause',
    description: 'A clause says that a person works on a project, or contributes to it.',
    predicate: 'contributes_to',
    confidence: 0.78,
    confirmable: true,
    actual: true,
    frames: [
      'work|hack: agent > on',
      'contribute|commit: agent > to',
      'noun contributor|committer: theme > to|of|mod|on',
    ],
    fits: (_, subject, at) => {
      if (!isItself(at.object, at.scene)) return false
      // "we": the company, which is said of by another rule.
      if (subject.startsWith('company:') && !at.subject.slots.length) return false
      return at.clause.head !== 'work' || subject.startsWith('person:')
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. Tom Berg, who works on Keptn, could not come.\nVera Lind: Pity.',
        claims: ['person:tom-berg contributes_to project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: On Fridays I hack on a little thing called Keptn.',
        claims: ['person:vera-lind contributes_to project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I work on the Keptn docs. I would never work on Falco.',
        why: 'its docs; denied',
      },
    ],
  },
  {
    id: 'contributes-to/team',
    description: 'A person is on the team of a project, or "we" work on it.',
    predicate: 'contributes_to',
    confidence: 0.75,
    patterns: [
      '{S:person|I|he}(?:{be}|,)?(?: who)?(?:{be})? (?:{~3})?(?:from|on|of|in|joined|joining|joins|leads|led|runs|lead|run) the {O:project} (?:{~1})?team\\b',
      "{S:person},? (?:who is |who['’]s )?from (?:the )?{O:project}(?= team| project|[,.!?]|$| (?:who|was|is|has|and|actually|did|wrote|said|told)\\b)",
      '(?<S><n\\d+>|\\bI\\b|\\b[Ss]?[Hh]e\\b) (?:{~2})?work(?:ed|ing)? (?:[^.,;]{0,40} )?on (?:what|something that|the thing that) (?:became|would become|later became|is now|turned into|eventually became|would be) \\[?{O:project}',
      "(?<S>\\b[Ww]e\\b)(?:['’](?:re|ve)| are| have| were|['’]ve been| have been)?(?: (?:been|actually|also|currently|now|both|all|just|still)){0,3} (?:working|work|worked|hacking) on (?:{~6}(?:called|named|of) |the |this |(?:an?|this|the) (?:{~2})?(?:protocol|tool|project|library|framework|language|product|system|service|platform|engine|app|database),? )?{O:project}(?=[.,;!?]|$| (?:and|project|together|which|for|at|to|in|because|so|right|now|since)\\b)",
      "{O:project},? (?:which|that) {S:person|I|he}(?:[’']?s| has| have|[’']ve)?(?: (?:also|been|currently|now|still)){0,2} (?:work(?:s|ed|ing)?|contribut(?:es|ed|ing)|help(?:s|ed|ing)?)(?: (?:on|to|out|with)){1,2}",
      "{S:person|he}(?:[’']?s| has| have)?(?: (?:also|been|now|really)){0,2} help(?:s|ed|ing)?(?: out)?(?: a lot| a bit| a ton)? (?:on|with) (?:the )?{O:project}",
    ],
    build: (match) => {
      const after = match.scene.skeleton.slice(match.end, match.end + 1)
      if (/[-\w'’]/.test(after)) return []
      if (!/^we$/i.test(match.text('S') ?? '')) return plain(match)
      const { speaker } = match.scene
      return speaker ? match.ids('O').map((object) => ({ subject: speaker, object })) : []
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: There was a talk by Tom Berg from the Keptn team.',
        claims: ['person:tom-berg contributes_to project:keptn'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: At the moment we’re working on Keptn.',
        claims: ['person:vera-lind contributes_to project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: We’re not working on Keptn. We’re working on Falco rules.',
        why: 'denied; rules for it',
      },
    ],
  },
  {
    id: 'contributes-to/helped',
    description:
      'Somebody helped a bit with a project, had a hand in it, or had a patch merged: "I merged your PR in …".',
    predicate: 'contributes_to',
    confidence: 0.75,
    patterns: [
      `{S:person|I|he}(?:['’]ve|['’]s| has| have| had)?(?: (?:also|just|actually|been|really|even|kind of|only|mostly)){0,3} (?:help(?:ed|ing|s)?|pitch(?:ed|ing) in|chip(?:ped|ping) in)(?: (?:out|a lot|a bit|a little|a little bit|some|a ton|us|them|him|her|me)){0,3} (?:on|with|in) (?:the )?{O:project|it}${NOT_ITSELF}`,
      `{S:person|I|he}(?:['’]ve|['’]s| has| have| had)?(?: (?:also|just|actually|been|definitely|certainly)){0,2} (?:had|have|has) (?:a (?:big |huge |small )?(?:hand|part)) in (?:building |making |writing |creating |designing )?(?:the )?{O:project|it}(?![\\w-])`,
      `(?:{S:person}[’']s|{Z:my}) (?:{~2})?(?:PRs?|pull requests?|patch(?:es)?|contributions?|commits?|change|changes) (?:{~3})?(?:to|in|into|for|against|on) (?:the )?{O:project}${NOT_ITSELF}`,
      `(?:merged|merge|merging|reviewed|reviewing|accepted|landed|got|saw|love|like|thanks for|thank you for) (?:all )?(?<Y>your) (?:{~2})?(?:PRs?|pull requests?|patch(?:es)?|contributions?|commits?) (?:to|in|into|for|on|against) (?:the )?{O:project}${NOT_ITSELF}`,
      `{O:project}(?: itself)? is (?:an?|the|another|one) (?:{~4})?(?:that|which|where) {S:person|he|I}(?:['’]s|['’]ve| is| has| have)?(?: (?:been|also|now|currently|really))* (?:putting|put|spending|spent|investing|pouring|doing|done|working|worked|works|contributing|contributed|contributes|involved|helping|helped)\\b[^<>.]{0,40}?\\b(?:into|in|on|to|with)\\b(?=[.,;!?]|$| (?:that|which|for|and|at|lately|recently|now)\\b)`,
      '{S:person|he}(?:,? who)?(?:{be}| has been| have been)?(?: (?:also|now|currently|really))* (?:contributing|contributes|contributed|helping|helps|helped)(?: (?:out|back|a lot|on|with|to)){1,3} (?<M>my|our) (?:{~2})?(?:project|library|tool|repo|code|codebase|package)',
    ],
    build: (match, talk) => {
      const { scene } = match
      if (match.text('M')) {
        const object = projectOf(scene, talk)
        return object === undefined || scene.speakerIsHost
          ? []
          : match.ids('S').map((subject) => ({ subject, object }))
      }
      if (match.text('Y')) {
        const before = talk.scenes.slice(Math.max(0, scene.index - 8), scene.index).reverse()
        const next = talk.scenes.slice(scene.index + 1, scene.index + 8)
        const other = [...next, ...before].find((s) => s.speaker !== undefined && s.speaker !== scene.speaker)
        const subject = other?.speaker
        return subject === undefined ? [] : match.ids('O').map((object) => ({ subject, object }))
      }
      const who = match.text('Z') ? (scene.speaker ? [scene.speaker] : []) : match.ids('S')
      if (/<p\d+> (?:or|and) /.test(scene.skeleton.slice(match.end - 6, match.end + 5))) return []
      const about = match.text('O') ?? ''
      const topical = talk.topics[scene.index]
      const objects = about.startsWith('<')
        ? match.ids('O')
        : topical?.startsWith('project:')
          ? [topical]
          : []
      return who.flatMap((subject) => objects.map((object) => ({ subject, object })))
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I helped out a bit with Keptn. My first PR to Falco took a year.',
        claims: [
          'person:vera-lind contributes_to project:keptn',
          'person:vera-lind contributes_to project:falco',
        ],
      },
      {
        said: 'Ada Host: I am here with Vera Lind. I have just merged your PR in Falco.\nVera Lind: Thanks.',
        claims: ['person:vera-lind contributes_to project:falco'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind of Keptn.\nVera Lind: Tom Berg has been contributing to my project for years.',
        claims: ['person:tom-berg contributes_to project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: He helped me with Keptn clusters. My patch to the Keptn docs is not ready.',
        why: 'clusters; its docs',
      },
    ],
  },
  {
    id: 'contributes-to/company',
    description: 'Companies or people are listed among the contributors of the interview’s project.',
    predicate: 'contributes_to',
    confidence: 0.8,
    patterns: [
      'contributors?,? (?:{^6})(?:from|like|such as|including) (?:the )?(?:{~3}(?:like|such as) )?{list:S:company}',
      'contributions (?:{^4})from (?:the )?(?:folks at )?(?:{~3}(?:like|such as) )?{list:S:company}',
      '{list:S:company} (?:is|are|was|were|have been|has been) (?:{~4})(?:contributors?|committers?)\\b',
      '(?<!\\boutside(?: of)? ){list:S:company} (?:also |now |still |both |all |then ){0,2}(?:contribut(?:e|es|ed)|(?:is|are) (?:{~1})?contributing|started contributing|put(?:s)? (?:{~2})?engineers)(?= (?:a lot|last|this|in|quite|heavily|code|to it|to the project|there|back|upstream|on it|full[- ]time|regularly|actively)|[.,;]|$)',
      '{list:S:company} (?:engineers|folks|people|developers|employees|teams?) (?:{~3})?(?:contribut(?:e|es|ed|ing)|work(?:s|ed|ing)? on (?:it|this|the project)|help(?:s|ed|ing)? (?:us|with it|out))\\b',
      '(?:people|folks|engineers|developers|teams?|guys|someone|colleagues) (?:at|from) {list:S:company} (?:{~3})?(?:contribut(?:e|es|ed|ing)|work(?:s|ed|ing)? (?:{~1})?on (?:it|this|the project)|help(?:s|ed|ing)? (?:us|with it|out))\\b',
      '(?:code|commits|features|patches|pull requests|PRs|work on it|help) (?:{^3})(?:comes?|came|coming|are|is|was|were) from (?:the )?(?:people |folks |engineers |a team |teams )?(?:at |from )?{list:S:company}',
      '{list:S:company} (?:{~2})?(?:funded|funds|sponsored|sponsors|financed|paid for|bankrolled) (?:the |all |most of the |our |its )?(?:{~2})?(?:development|work|maintenance|project)\\b',
      '(?:led|driven|developed|backed|supported|carried|run) (?:{~1})?by (?:people|folks|engineers|developers|teams?|contributors) (?:at|from) {list:S:company}',
    ],
    build: contributors,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind of Keptn.\nVera Lind: We have contributors from Intuit and Red Hat.',
        claims: [
          'company:intuit contributes_to project:keptn',
          'company:red-hat contributes_to project:keptn',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind of Keptn.\nVera Lind: We have users from Intuit and Red Hat.',
        why: 'users are no contributors',
      },
    ],
  },
]
