/** Who works where. */
import type { Qualifiers } from '../../../src/schema.ts'
import { squash } from '../../text.ts'
import type { Draft, Rule } from '../rule.ts'
import { addressed, guestsOf, type Match, type Talk } from '../scene.ts'
import { companyOf } from './words.ts'

const PAST =
  /\b(?:was|were|used to|worked|formerly|previously|before that|back when|when I was|while I was|at the time|former|ex-|left|came from|spent)\b/i
/** The same before the words of a claim, where "was" may be said of anything. */
const PAST_BEFORE =
  /\b(?:used to|formerly|previously|before that|back when|when I was|while I was|at the time|former|ex-|left|previous(?: \w+)? as)\b/i
/** Of what begins, nothing says that it ended: "when I joined …". */
const BEGINS = /\b(?:joined|joining|coming to|moving to|started|starting|began)\b/i

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

/** Before the name of a place of work: "a startup called", "the folks at". */
const CALLED =
  "(?:the |an? |this |another |some )?(?:{~4}(?:company|companies|startup|start-up|firm|bank|agency|consultancy|place|shop|studio|lab|provider|vendor)(?: here| back then| at the time)?,? (?:that (?:is|was) |which (?:is|was) |it['’]s )?(?:called|named|like|such as|by the name of) |{~3}(?:company|startup|firm|agency|consultancy), |(?:folks|people|good people) at )?(?:the )?"
/** Between a speaker and the verb. */
const BRIEFLY =
  '(?: (?:also|actually|just|then|now|currently|still|briefly|previously|originally|initially|really|mostly|recently|even|first|eventually|had|have|was|used to|got to|went to|came to|ended up|started|both|kind of|sort of|basically)){0,4}'

/** Of whoever speaks, or is spoken to by a host. */
const ofSpeaker =
  (status?: 'former') =>
  (match: Match, talk: Talk): Draft[] => {
    const { scene } = match
    const isYours = /\b[Yy]ou(?:r|['’]re)?\b/.test(scene.skeleton.slice(match.start, match.end))
    const person = isYours ? addressed(scene, talk, match.start) : scene.speaker
    if (!person || /\b(?:his|her|their)\b/.test(scene.skeleton.slice(match.start, match.end))) return []
    return match.ids('O').map((object) => ({
      subject: person,
      object,
      qualifiers: { ...roleOf(match), ...(status ? { status } : {}) },
    }))
  }

/** A host's words on a guest, or a guest's first words: what they come with, where that is a company. */
function* cameWith(talk: Talk): Generator<Draft> {
  for (const { introductions } of talk.subjects)
    for (const { person, subject, belongs, evidence } of introductions)
      if (belongs && subject.startsWith('company:'))
        yield { subject: person, object: subject, spans: [evidence] }
}

export const EMPLOYMENT: readonly Rule[] = [
  {
    id: 'works-at/introduced-from',
    description:
      'A person is named with a company: "Matt from Fermyon", "Ann at Red Hat", "Bo and Cy from Intuit".',
    predicate: 'works_at',
    confidence: 0.9,
    patterns: [
      '{S:person}{be} (?:now |currently |also )?(?:over )?(?:at|with) {O:company}',
      '{S:person},? and (?:all |the |everybody |everyone |his |her |their ){0,3}(?:folks|people|team|guys|rest|others|crew|colleagues|everyone|everybody)(?: of the team)?(?: over| here)? (?:at|from) (?:the )?{O:company}',
      "{S:person}(?:['’]s)? (?:team|job|work|role|group|colleagues|coworkers|stint|time|years) (?:over |here )?(?:at|with) {O:company}",
      "{S:person}[’']s (?:{~1})?(?:company|startup|employer|firm|consultancy),? (?:(?:is |which is )?(?:called |named )?)?{O:company}",
      '{list:S:person},? (?:who )?(?:both |all |currently |now )?works? (?:at|for)(?: the)?(?: company| folks at)? {O:company}',
      '{list:S:person},? (?:also |again |who is |(?:is|are)(?: both| all| also)? |who works |working )?(?:from|at|with|over at|over from|of|here from)(?: the)?(?: company| folks at)? {O:company}',
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
      '{S:you} (?:currently |now |also |both |said (?:that )?you )?work(?:ed|ing)? (?:{~4})?(?:at|for|with) {O:company}',
      "{S:you}(?:['’]ve| have) been (?:working )?(?:{~2})?(?:at|with|for) {O:company}",
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
    id: 'works-at/with-us',
    description:
      'Somebody is said to be one of those who speak for a company: "she’s our designer", "joined us".',
    predicate: 'works_at',
    confidence: 0.8,
    patterns: [
      "{S:person},? (?:(?:who|he|she)(?:[’']s| is| has| just| also)* )(?:{~2})?(?:been with us|joined us|works? (?:here )?with us|on our team|come on full|came on full|works? for us)",
      "{S:person|he}(?:,|,? who is|,? who[’']s|[’']s| is) (?:also |now |actually )?our (?:own )?(?:new )?(?:{~2})?(?:intern|CTO|CEO|COO|designer|engineers?|developers?|architect|lead|PM|product manager|head of [a-z]+|SRE|recruiter|writer|evangelist|advocate|colleague)\\b",
      '\\b(?:[Mm]y|[Oo]ur) (?:colleague|co-?worker|teammate|boss|manager|CTO|CEO|intern|designer),? {S:person}',
    ],
    build: (match, talk) => {
      if (match.scene.speakerIsHost) return []
      const company = companyOf(match.scene.speaker, talk)
      return company === undefined ? [] : match.ids('S').map((subject) => ({ subject, object: company }))
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind of Intuit. Who is on the team?\nVera Lind: There’s Tom Berg, who’s been with us from the start. And Ines Solberg, our designer.',
        claims: ['person:tom-berg works_at company:intuit', 'person:ines-solberg works_at company:intuit'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind of Intuit. Who is on the team?\nVera Lind: Tom Berg is our hero.',
        why: 'a hero is no job',
      },
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
      `{S:I}(?: (?:currently|now|also|actually|still|just|recently|mostly|really|basically)){0,2} (?:work|have been working|am working) (?:(?:here|mostly|full[- ]time|as {~5}|in {~4}|on {~6}|with {~4}) ?)?(?:at|for|over at|out of) ${CALLED}{O:company}`,
      `where {S:I} (?:currently |now )?work,? (?:here |over )?at ${CALLED}{O:company}`,
      `{S:I}(?:['’]ve| have) been (?:an? |the ){role} (?:at|for|with) ${CALLED}{O:company}`,
      `{O:company},? (?:which is |that['’]s |that is |is )?where {S:I}(?:['’]m| am| currently| now| also| mostly){0,3} (?:work|working|lead|run|manage|head|employed)\\b`,
      `{S:I}(?:['’]m| am) (?:now |currently |also )?(?:employed|hired) (?:by|at) ${CALLED}{O:company}`,
      `{S:my} (?:current |new |day |own |actual |regular )?(?:day job|day-job|job|role|position|gig|team|group|employer|work|company|startup|org)(?:,| is| here| over| right now){0,3} (?:(?:at|with|for|is|being|called) )?${CALLED}{O:company}(?! (?:was|were)\\b)`,
      "{S:I}(?:['’]m| am|['’]ve been| have been) (?:now |currently |still |here )?(?:at|with|from) {O:company}",
      '(?:[Ww]e(?: here)?|[Uu]s|[Hh]ere) at {O:company},? {S:I|we}',
      '{S:person},? (?:who )?works on [^.;?!]{3,80} (?:at|for) {O:company}',
      '{S:person} (?:works|worked|is working|was working|who works|used to work)(?: {~3})? (?:at|for) {O:company}',
    ],
    build: (match) => {
      const subject = match.text('S')?.toLowerCase()
      const isThan = /\bthan $/.test(match.scene.skeleton.slice(0, match.start))
      // "My job is Kubernetes": what one does there all day.
      const isLeft =
        /\b(?:old|previous|last|former|first|quit|left|lost|leaving|when|my (?:friend|brother|wife|husband))\b/.test(
          match.scene.skeleton.slice(Math.max(0, match.start - 12), match.end),
        )
      return subject === 'we' || isThan || isLeft ? [] : employ()(match)
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
      '[Bb]efore (?:joining|coming to|starting at|moving to|she joined|he joined|they joined|I joined|you joined) {O:company},? {S:I|he|you|person} (?:was|were|had|worked|led|ran|built|spent|held|did)\\b',
      '(?:from there|then|after that|later|and then),? {S:I|he} (?:went|moved|came|switched) (?:over )?to {O:company}',
      '{S:I|he|person} (?:transitioned|moved|went|switched) (?:over )?to {O:company}',
      "{S:I|he|person}(?:{be}|['’]ve| has| have)?(?: (?:just|now|also|recently))* (?:joining|joined|joins) (?:the |an? )?(?:{^4})(?:team|group|org|organization|crew|department)(?: here| over)? (?:at|of|in) {O:company}",
      '(?:[Bb]oth of you|[Yy]ou both|[Yy]ou guys|[Yy]ou two|[Aa]ll of you|[Yy]ou all)(?: have| both| all)*(?: (?:just|now|also|recently))* (?:joined|joining|work(?:ed)? (?:at|for)) {O:company}',
      `{S:I|he|person}${BRIEFLY} (?:joined(?: up with)?|(?:started|began)(?: out| off| my career| working| a (?:new )?job| as {~4})? (?:at|for)|was hired (?:by|at|into)|got (?:hired|recruited) (?:by|at)|signed (?:on|up) (?:with|at)|took a (?:{~2})?(?:job|role|position) (?:at|with)|got (?:a|my) (?:{~3})?(?:job|role|position|gig|internship) (?:at|with)|landed (?:a {~2}job )?at|ended up (?:working )?(?:at|for)) ${CALLED}{O:company}`,
    ],
    build: (match, talk) => {
      if (match.text('S')) return employ()(match)
      // "Both of you have joined …": a host means the guests.
      const { scene } = match
      return scene.speakerIsHost
        ? guestsOf(talk, scene.interview).flatMap((subject) =>
            match.ids('O').map((object) => ({ subject, object })),
          )
        : []
    },
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
    patterns: [
      '\\b(?:[Ww]e|[Uu]s|[Hh]ere|[Aa]t our \\w+) at {O:company}',
      '\\b[Aa]s (?:a|our) company,? (?:at )?{O:company},? we\\b',
    ],
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
      '(?:when|while|back when|since|after|before) {S:I|he|we} (?:was|were|worked|left|had been) (?:working )?(?:at|with|for)? ?{O:company}',
      `(?:when|while|when) {S:I|he|person} (?:was|worked|had been) {^6}(?:at|for) ${CALLED}{O:company}`,
      `{S:I|he|person}${BRIEFLY} (?:worked|work|working|interned|consulted|contracted|spent|did (?:an?|my|some) (?:{~2})?(?:internship|stint|job|consulting|time|years)|was employed|had (?:a|my) {~3}(?:job|role|internship|stint)) (?:{~7})?(?:at|for|with) ${CALLED}{O:company}`,
      `{S:I|he|person}(?:['’]ve| have|['’]s| has)? (?:{~1})?worked (?:{~5})?(?:at|for|in) (?:{~4}(?:companies|places|startups|firms) )(?:like|such as|including) {list:O:company}`,
      `(?:enough|able|luck|lucky|fortunate|opportunity|privilege|chance|pleasure|honor) to (?:{~1})?(?:work|be|intern|spend {~3}) (?:{~3})?(?:at|for|with) ${CALLED}{O:company}`,
      `{S:I|he|person}(?:['’]d| had| have|['’]ve)?(?: {~1})? (?:left|quit|departed|resigned from|got laid off from|was laid off from|got fired from|retired from) (?:(?:my|his|her|the) (?:{~2})?(?:job|role|position|work) (?:at|with) )?${CALLED}{O:company}`,
      `(?:{S:my}|[Tt]he|[Oo]ur) (?:very )?(?:first|previous|last|former|old|prior|second|third|early|earlier) (?:{~3})?(?:job|jobs|gig|gigs|role|position|company|employer|life|lives|stint|startup|internship|career|place|team|work)(?:,? (?:{~5})?(?:was|were|is|being))?,? (?:(?:at|with|for|in|called|as {~4} at|out of school was at) )?${CALLED}{O:company}`,
      `(?<!\\b(?:out of|from|of) )(?:{S:my}|[Oo]ur) (?:time|days|years|stint|tenure|first years|early days|experience|work) (?:{~2})?(?:at|with|inside) ${CALLED}{O:company}`,
      `{O:company},? (?:which is |that['’]s |is )?where {S:I|he} (?:was|used to|worked|spent|started|had)\\b`,
      '(?:[Bb]ack|[Pp]reviously|[Ff]ormerly|[Bb]efore that|[Ee]arlier)(?: in the day)?,? (?:I was |we were )?(?:over )?at {O:company}',
      '{S:I|he|person} (?:used to (?:work|be)|previously worked|formerly worked|worked|spent {~4}|was working|was) (?:at|for) {O:company}',
      '{S:I|he|person} (?:spent {~4}|was) with {O:company}',
      '{S:I|he} (?:came|come) from {O:company}',
      '{S:I|he} was (?!(?:\\w+ )?(?:looking|talking|speaking|surprised|amazed|impressed|blown|angry|mad|listening|pointing|thinking|invited|giving|visiting|reading|good|bad|excited|happy|watching|staring|laughing|yelling)\\b)(?:(?!(?:talk|tutorial|class|course|training|meet-?up|conference|event|party|booth|tour|interview|interviewed|keynote|demo|panel|workshop|rejected|applying|interviewing|than|like|that|when|because|if)\\b)[^\\s<>.,;!?]+ ){1,6}at {O:company}(?! (?:Next|Connect|Summit|re:|[Cc]onf|I\\/O|\\d|office|event|meet-?up|conference|headquarters))',
      '{S:person},? (?:was|who was) (?:working )?(?:at|for|with) {O:company}',
      '{S:person}(?: -+|,) (?:he|she) (?:was|used to be) (?:working )?(?:for|at|with) {O:company}',
    ],
    build: (match, talk) => {
      const said = match.text('S')
      const words = match.scene.skeleton.slice(match.start, match.end)
      // "I've worked with Red Hat" is no employment, "for ten years" or not; nor is what "we" of others did.
      if (
        /\b(?:work|worked|working|did) (?:[\w-]+ ){0,7}with (?:(?!at\b|for\b)[\w-]+ ){0,6}<c\d+>/.test(
          words,
        ) &&
        !/\bspent\b/.test(words)
      )
        return []
      if (/^we$/i.test(said ?? '')) return match.scene.speakerIsHost ? [] : ofSpeaker('former')(match, talk)
      if (said)
        return /\b(?:work|working)\b/.test(words) &&
          !/\b(?:used|went|got|came|was|were|spent|had|enough|when|while|ended|started)\b/.test(
            words + match.scene.skeleton.slice(match.start - 12, match.start),
          )
          ? []
          : employ('former')(match)
      return ofSpeaker('former')(match, talk)
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: My first job out of school was at Intuit, and then I went to work for Spotify. I also spent a bit of time at a startup called Stacklet.',
        claims: [
          'person:vera-lind works_at company:intuit status=former',
          'person:vera-lind works_at company:spotify status=former',
          'person:vera-lind works_at company:stacklet status=former',
        ],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: In my previous company, Intuit, it took weeks. I was lucky enough to work at Spotify for a while, and I quit my job at Red Hat.',
        claims: [
          'person:vera-lind works_at company:intuit status=former',
          'person:vera-lind works_at company:spotify status=former',
          'person:vera-lind works_at company:red-hat status=former',
        ],
      },
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
    id: 'works-at/came-with',
    description:
      'The host describes a guest, or guests introduce themselves, by a company; no other words say more of it.',
    predicate: 'works_at',
    confidence: 0.85,
    find: (talk) => [...cameWith(talk)],
    examples: [
      {
        said: 'Ada Host: We are joined by Vera Lind.\nVera Lind: Hello.\nAda Host: Hello. You’re a software engineer at Intuit, right? Welcome.\nVera Lind: Good to be here.',
        claims: ['person:vera-lind works_at company:intuit'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: We are joined by Vera Lind.\nVera Lind: Hello. A friend of mine is an engineer at Intuit.',
        why: 'a friend works there',
      },
    ],
  },
  {
    id: 'works-at/you-at',
    description: 'The host asks the guest about a place of work as theirs: "how do you do that at …?".',
    predicate: 'works_at',
    confidence: 0.8,
    answerable: true,
    patterns: [
      '[Yy]ou (?:guys |folks |all |people |two |both )?(?:over |here |all )?at {O:company}',
      '[Yy]our (?:{~2})?(?:team|teams|company|job|role|work|colleagues|engineers|employer|group|position) (?:over |here |there )?(?:at|with) {O:company}',
      '(?:[Dd]o|[Aa]re|[Dd]id|[Hh]ave|[Ww]ould|[Cc]an) you (?:guys |folks |all )?(?:[a-z]+ ){1,7}(?:over |here )?at {O:company}',
      "[Ww]hat (?:is it|['’]s it) like (?:{~3})?at {O:company}",
    ],
    build: (match, talk) => {
      const { scene } = match
      const words = scene.skeleton.slice(match.start, match.end)
      if (
        !scene.speakerIsHost ||
        /\b(?:look|looking|looked|laugh|meet|met|see|saw|talk|talking|listen|arrive|know|heard|anybody|anyone|people at|someone)\b/.test(
          words,
        )
      )
        return []
      const person = addressed(scene, talk, match.start)
      const isPast = /\b(?:did|were|was|when|back)\b/i.test(
        scene.skeleton.slice(Math.max(0, match.start - 12), match.end),
      )
      return person && guestsOf(talk, scene.interview).includes(person)
        ? match.ids('O').map((object) => ({
            subject: person,
            object,
            qualifiers: isPast ? { status: 'former' as const } : {},
          }))
        : []
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. How do you deploy at Spotify?\nVera Lind: We have a small tool of our own for that, and it does everything that people need.',
        claims: ['person:vera-lind works_at company:spotify'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind. What does your team at Intuit do?\nVera Lind: We look after a few hundred clusters, and we answer the phone when they are down.',
        claims: ['person:vera-lind works_at company:intuit'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. Do you know anybody at Spotify?\nVera Lind: A few people, since I go to the meet-ups that they have in the summer.',
        why: 'whom one knows there',
      },
    ],
  },
  {
    id: 'works-at/is-yours-using',
    description: 'Somebody is called by name and asked what a company does: "Vera, is … using it?".',
    predicate: 'works_at',
    confidence: 0.72,
    answerable: true,
    patterns: [
      '^(?:(?:So|And|But|Well|Okay|Hey),? )?{S:person},? (?:is|does|are|has|do|did|how does|how is|what does) {O:company} (?:[a-z]+ ){0,2}?(?:using|use|used|do|doing|have|run|running|handle|deploy|deal|work|write|test|hire|hiring)\\b',
    ],
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. So what is new? Vera, is Spotify using Keptn at all?\nVera Lind: It is, for a year or so, and I think that everybody there is happy with it by now.',
        claims: ['person:vera-lind works_at company:spotify'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. Is Spotify using Keptn at all?\nVera Lind: It is, for a year or so, and I think that everybody there is happy with it by now.',
        why: 'nobody is called by name',
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
