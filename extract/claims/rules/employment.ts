/** Who works where. */
import type { Qualifiers } from '../../../src/schema.ts'
import { squash } from '../../text.ts'
import type { Draft, Rule } from '../rule.ts'
import { guestsOf, type Match, type Talk } from '../scene.ts'

const PAST =
  /\b(?:was|were|used to|worked|formerly|previously|before that|back when|when I was|while I was|at the time|former|ex-|left|came from|spent)\b/i
/** The same before the words of a claim, where "was" may be said of anything. */
const PAST_BEFORE =
  /\b(?:used to|formerly|previously|before that|back when|when I was|while I was|at the time|former|ex-|left|previous(?: \w+)? as)\b/i
/** Of what begins, nothing says that it ended: "when I joined …". */
const BEGINS = /\b(?:joined|started|began)\b/i

/** Right after a place: "I worked for GitHub for seven years now". */
const STILL = /^(?: for)?(?: [\w-]+){0,3} (?:years?|months?|weeks?|while) now\b/

/** Role as the match has it, without a leading article. */
const roleOf = (match: Match): Qualifiers => {
  const role = match
    .text('role')
    ?.replace(/^(?:who )?(?:(?:is|was|['’]s) )?(?:the|a|an|our|their|one of the|my)?\s+/i, '')
    .replace(/^(?:who )?(?:is|was) (?:(?:my|the|an?) )?/i, '')
    .replace(/<[a-z]\d+>/g, '')
    .trim()
  return role ? { role } : {}
}

const employ =
  (status?: 'former') =>
  (match: Match): Draft[] => {
    // "Named after Vera Lind of Spotify": a dog is.
    if (/\bafter $/.test(match.scene.skeleton.slice(0, match.start))) return []
    const words = match.scene.skeleton.slice(match.start, match.end)
    const former =
      (STILL.test(match.scene.skeleton.slice(match.end, match.end + 40)) ? undefined : status) ??
      (PAST_BEFORE.test(match.scene.skeleton.slice(Math.max(0, match.start - 24), match.start)) ||
      (PAST.test(words) && !BEGINS.test(words))
        ? 'former'
        : undefined)
    return match.ids('S').flatMap((subject) =>
      match.ids('O').map((object) => ({
        subject,
        object,
        qualifiers: { ...roleOf(match), ...(former ? { status: former } : {}) },
      })),
    )
  }

/** The company that a guest or host calls "our": the one they are said to work at in an introduction. */
const ownCompany = (talk: Talk, match: Match): string | undefined => {
  const subjects = talk.subjects[match.scene.interview]
  const own = subjects?.introductions.find(
    (x) => x.person === match.scene.speaker && x.subject.startsWith('company:'),
  )
  return own?.subject ?? (match.scene.speakerIsHost ? undefined : subjects?.company)
}

/** "Here at Go Time": a name that no registry knows and the episode's file bears is that of the show. */
const isShow = (id: string, episode: string, talk: Talk): boolean =>
  !talk.names.entry(id) && squash(id.slice(id.indexOf(':') + 1)).startsWith(episode)

/** Where a speaker says "we at …" or "at …, we". */
function ownPlace(match: Match, talk: Talk): Draft[] {
  const { scene } = match
  const before = scene.skeleton.slice(0, match.start)
  if (!scene.speaker || /\b(?:you|they|he|she)\b/i.test(before)) return []
  const after = scene.skeleton.slice(match.end, match.end + 40)
  const former =
    /\b(?:when(?! (?:I|we) say\b)|while|back|was|were|worked|used to|previous|former)\b/i.test(
      before.slice(-40),
    ) || /\b(?:I remember|used to|back then)\b/.test(after)
  const show = squash(talk.conversation.transcript.id.replace('episode:', '')).replace(/\d+$/, '')
  return match.ids('O').flatMap((object) =>
    isShow(object, show, talk)
      ? []
      : [
          {
            subject: scene.speaker ?? '',
            object,
            qualifiers: former ? { status: 'former' as const } : {},
          },
        ],
  )
}

export const EMPLOYMENT: readonly Rule[] = [
  {
    id: 'works-at/introduced-from',
    description:
      'A person is named with a company: "Matt from Fermyon", "Ann at Red Hat", "Bo and Cy from Intuit".',
    predicate: 'works_at',
    confidence: 0.9,
    patterns: [
      '{S:person}{be} (?:now |currently |also )?(?:at|with) {O:company}',
      '{list:S:person},? (?:also |again |who is |is |are |who works |working )?(?:from|at|with|over at|over from|of|for|here from)(?: the)?(?: company| folks at)? {O:company}',
    ],
    build: employ(),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind from Red Hat.\nVera Lind: Thanks.',
        claims: ['person:vera-lind works_at company:red-hat'],
      },
      {
        said: 'Ada Host: We have Vera Lind and Tom Berg from Intuit.\nVera Lind: Hi.\nTom Berg: Hello.',
        claims: ['person:tom-berg works_at company:intuit', 'person:vera-lind works_at company:intuit'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. Is she from Red Hat?\nVera Lind: Not at all.',
        why: 'a question claims nothing',
      },
      {
        said: 'Ada Host: I am here with Vera Lind. Bo, you know Vera from New York.\nVera Lind: Hello.',
        why: 'a city',
      },
      {
        said: 'Ada Host: I am here with Vera Lind. My dog is named after Tom Berg from Nowhere Stories.\nVera Lind: Hello.',
        why: 'whom a dog is named after may work nowhere',
      },
      {
        said: 'Ada Host: I am here with Vera Lind. I met Vera at Latin class.\nVera Lind: Hello.',
        why: 'a subject taught',
      },
    ],
  },
  {
    id: 'works-at/you-are-with',
    description: 'The host tells the guest where the guest works: "and you’re with Stacklet".',
    predicate: 'works_at',
    confidence: 0.9,
    confirmable: true,
    patterns: [
      '{S:you}{be} (?:currently |now |also |both )?(?:with|at|from) {O:company}',
      '{S:you} (?:currently |now |said (?:that )?you )?work (?:at|for|with) {O:company}',
    ],
    build: employ(),
    examples: [
      {
        said: 'Ada Host: This is Vera Lind, and you are with Red Hat. What is Keptn?\nVera Lind: A tool.',
        claims: ['person:vera-lind works_at company:red-hat'],
      },
    ],
    misses: [
      { said: 'Ada Host: This is Vera Lind. Are you with Red Hat?\nVera Lind: No.', why: 'the answer is no' },
    ],
  },
  {
    id: 'works-at/title-at',
    description:
      'A person is called something at a company: "he’s the CTO of Fermyon", "I’m an engineer at Intuit".',
    predicate: 'works_at',
    confidence: 0.92,
    confirmable: true,
    patterns: [
      '{list:S:person} (?:are|were) (?:both |all )?(?:{~2})?{role} (?:at|for|of|with) (?:the )?{O:company}',
      '{S:person|I|he}(?:{be}|,) (?:currently |now |also |both |still |just |actually |working as |one of )?(?:an? |the |our |their )?(?:{~3}and )?{role} (?:at|for|of|with|over at|here at|on the {~3}team at)(?: the)? {O:company}',
      '{S:I|he} (?:work|serve|worked|served|works|serves|working|started|joined)(?:ed)? (?:as |in )?(?:an? |the )?{role} (?:at|for|of|with) {O:company}',
      "{O:company}['’]s (?:{~2})?{role},? {S:person}",
      "{S:person},? (?:who(?:['’]s| is) )?(?:an? |the )?{role} (?:at|of|for|from|with) {O:company}",
      '(?<!\\w){role} (?:at|of|for|from|with) {O:company},? {S:person}',
    ],
    build: employ(),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Thanks. I’m a software engineer at Red Hat.',
        claims: ['person:vera-lind works_at company:red-hat role=software engineer'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind. She’s the CTO of Intuit.\nVera Lind: Thanks.',
        claims: ['person:vera-lind works_at company:intuit role=CTO'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Before that I was an engineer at Intuit.',
        claims: ['person:vera-lind works_at company:intuit role=engineer,status=former'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: An engineer at Intuit told me a joke.',
        why: 'an unnamed person works there',
      },
    ],
  },
  {
    id: 'works-at/i-work-at',
    description: 'Somebody says where they work, or have been working.',
    predicate: 'works_at',
    confidence: 0.92,
    confirmable: true,
    patterns: [
      "{S:I|he}(?:['’]ve| have|['’]s| has) been (?:working )?(?:at|with|for) (?:an? (?:{~2})(?:company|startup|firm|bank|agency) called )?{O:company}",
      '{S:I|he|person} (?:run|runs|lead|leads|manage|manages|head|heads|look after|looks after|do|does|build|builds) (?:{~5})(?:at|for) {O:company}',
      "{S:I}(?:['’]ve got| have| run| started| founded) (?:my|our) (?:own )?(?:{~3})(?:company|startup|business|firm|consultancy),? (?:it['’]s |which is |that['’]s )?(?:called |named )?{O:company}",
      '{S:I} (?:currently |now |also |actually |still |just |recently )?(?:work|have been working|am working) (?:at|for|on {~4}at) {O:company}',
      "{S:I}(?:['’]m| am|['’]ve been| have been) (?:now |currently |still |here )?(?:at|with|from) {O:company}",
      '(?:[Ww]e(?: here)?|[Uu]s|[Hh]ere) at {O:company},? {S:I|we}',
      '{S:person} (?:works|worked|is working|was working|who works|used to work)(?: {~3})? (?:at|for) {O:company}',
    ],
    build: (match) => {
      const subject = match.text('S')?.toLowerCase()
      const isThan = /\bthan $/.test(match.scene.skeleton.slice(0, match.start))
      return subject === 'we' || isThan ? [] : employ()(match)
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I work at Red Hat.',
        claims: ['person:vera-lind works_at company:red-hat'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I’m now at Intuit.',
        claims: ['person:vera-lind works_at company:intuit'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: It even thinks that I work at Red Hat. And I am more angry at them than I am at Intuit.',
        why: 'what somebody falsely thinks; "at" of anger',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I work with Red Hat and do not work for them.',
        why: 'to work with a company is no employment when it is denied',
      },
    ],
  },
  {
    id: 'works-at/joined',
    description: 'Somebody tells of joining a company, or of going to one; nothing says that they left it.',
    predicate: 'works_at',
    confidence: 0.85,
    patterns: [
      '(?:from there|then|after that|later|and then),? {S:I|he} (?:went|moved|came|switched) (?:over )?to {O:company}',
      '{S:I|he|person} (?:transitioned|moved|went|switched) (?:over )?to {O:company}',
      '{S:I|he} (?:(?:also|actually|just|recently|first|eventually|originally) )?(?:joined|(?:started|began)(?: out| off| my career| working)? (?:at|for)) {O:company}',
    ],
    build: employ(),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I joined Red Hat in the spring.',
        claims: ['person:vera-lind works_at company:red-hat'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind, an engineer at Intuit.\nVera Lind: Thanks. What it was like when I joined Intuit, nobody remembers.',
        claims: ['person:vera-lind works_at company:intuit'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I started Elvish Labs about ten years ago.',
        why: 'who starts a company has founded it',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I started out with VMware, because that was what my boss had bought.',
        why: 'what one begins with is a product',
      },
    ],
  },
  {
    id: 'works-at/here-at',
    description: 'A speaker says "we at …", "us at …" or "here at …": the company is theirs.',
    predicate: 'works_at',
    confidence: 0.85,
    patterns: ['\\b(?:[Ww]e|[Uu]s|[Hh]ere|[Aa]t our \\w+) at {O:company}'],
    build: ownPlace,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. How do you run it?\nVera Lind: For us at Spotify it is small. When I say "we", I mean us at Spotify.',
        claims: ['person:vera-lind works_at company:spotify'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. How do they run it?\nVera Lind: They do it as one does at Spotify. Good people over there at Spotify.',
        why: 'others do it there',
      },
    ],
  },
  {
    id: 'works-at/there-we',
    description: 'A speaker tells what "we" or "I" do at a company: "At …, we", "at …, one of our".',
    predicate: 'works_at',
    confidence: 0.8,
    patterns: [
      '(?<!\\b(?:people|folks|guys|team|friends|engineers|everyone|everybody) )\\b[Aa]t {O:company},? (?:we|one of our|our|I)\\b',
    ],
    build: ownPlace,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. How do you run it?\nVera Lind: At Spotify, one of our rules is to keep it small.',
        claims: ['person:vera-lind works_at company:spotify'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind, an engineer at Intuit.\nVera Lind: Thanks. At Spotify, we had many rules.',
        claims: ['person:vera-lind works_at company:spotify status=former'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind. How did you run it?\nVera Lind: In my previous life as an engineer at Spotify we had rules.',
        claims: ['person:vera-lind works_at company:spotify status=former'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. Any last words?\nVera Lind: Tell the people at Spotify I love them.',
        why: 'other people work there',
      },
    ],
  },
  {
    id: 'works-at/introduced-there',
    description:
      'The host adds to the words on a guest in a sentence of its own where that is, as in "At Spotify".',
    predicate: 'works_at',
    confidence: 0.8,
    patterns: ['^(?:Over |Here )?(?:[Aa]t|[Ff]rom|[Ww]ith) {O:company}[.,!]*$'],
    build: (match, talk) => {
      const { scene } = match
      const [guest, other] = guestsOf(talk, scene.interview)
      const introduction = talk.conversation.interviews[scene.interview]?.introduction.turn
      if (!guest || other || !scene.speakerIsHost || scene.turn.index !== introduction) return []
      const before = talk.scenes[scene.index - 1]
      const isOfGuest =
        before?.turn === scene.turn &&
        (/\b(?:she|he|they)\b/i.test(before.skeleton) || before.slots.some((m) => m.entity === guest))
      return isOfGuest ? match.ids('O').map((object) => ({ subject: guest, object })) : []
    },
    examples: [
      {
        said: 'Ada Host: Today we have got Vera Lind on. She runs the, what is it called, the platform group? At Spotify. Hi, Vera!\nVera Lind: Hi.',
        claims: ['person:vera-lind works_at company:spotify'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: Today we have got Vera Lind on. We met last year. At Spotify. Hi, Vera!\nVera Lind: Hi.',
        why: 'the sentence before is not on the guest alone',
      },
    ],
  },
  {
    id: 'works-at/while-at',
    description: 'Somebody was at a company at another time: "while I was at …", "I used to work at …".',
    predicate: 'works_at',
    confidence: 0.88,
    patterns: [
      '(?:when|while|back when|since|after|before) {S:I|he} (?:was|were|worked|left|had been) (?:working )?(?:at|with|for)? ?{O:company}',
      '{S:I|he|person} (?:used to (?:work|be)|previously worked|formerly worked|worked|spent {~4}|was working|was) (?:at|for) {O:company}',
      '{S:I|he|person} (?:spent {~4}|was) with {O:company}',
      '{S:I|he} (?:came|come) from {O:company}',
      '{S:person},? (?:was|who was) (?:working )?(?:at|for|with) {O:company}',
      '{S:person}(?: -+|,) (?:he|she) (?:was|used to be) (?:working )?(?:for|at|with) {O:company}',
    ],
    build: employ('former'),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I found it while I was at Microsoft.',
        claims: ['person:vera-lind works_at company:microsoft status=former'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: While I was at lunch, Microsoft called.',
        why: 'a company named nearby',
      },
    ],
  },
  {
    id: 'works-at/our-officer',
    description: 'A speaker names an officer of the own company: "our CEO, Vera".',
    predicate: 'works_at',
    confidence: 0.85,
    patterns: ['\\b[Oo]ur {role},? {S:person}', "{S:person},? (?:who(?:['’]s| is) )?our {role}"],
    build: (match, talk) => {
      const company = ownCompany(talk, match)
      return company
        ? match.ids('S').map((subject) => ({ subject, object: company, qualifiers: roleOf(match) }))
        : []
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind from Red Hat.\nVera Lind: Our CEO, Tom Berg, says hello.',
        claims: ['person:tom-berg works_at company:red-hat role=CEO'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Our CEO, Tom Berg, says hello.',
        why: 'nobody said whose CEO',
      },
    ],
  },
]
