/** Which guest speaks for which project or company. */

import { mentionsWithin } from '../../subjects.ts'
import type { Draft, Rule } from '../rule.ts'
import { addressed, type Scene, sceneSpan, type Talk } from '../scene.ts'
import { isHousehold } from './household.ts'

/** The guest's own words that make the project theirs. */
const OURS =
  /\b(?:we(?:['’](?:re|ve))?|our|us)\b(?! (?:all )?(?:know|use|used|love|like|see|live|talk|need|want))/i
function* introduced(talk: Talk): Generator<Draft> {
  for (const subject of talk.subjects)
    for (const { person, subject: object, belongs, evidence } of subject.introductions)
      if (belongs) yield { subject: person, object, spans: [evidence] }
}

/** What one did to a thing of one's own; what one does only after "to" and "did", as anybody may "start" a tool. */
const MAKES =
  '(?:created|creating|built|building|writing|written|wrote|started|founded|founding|co-?founded|develop(?:ed|ing)|launched|released|open[- ]sourced|implement(?:ed|ing)|maintain(?:ed|ing)?|designed|designing|invented|architect(?:ed|ing)|re-?wrote|announced|came up with|work(?:ed|ing)?(?: [a-z-]+){0,2} on|contribut(?:e|ed|ing)(?: back)? to|committed to|behind|(?<=\\b(?:to|did|help|helped|did (?:you|I|we)|did you guys) )(?:create|build|write|start|found|develop|launch|release|open[- ]source|design|invent|architect|come up with|implement))'
/** Between "I" and the verb. */
const HAVING =
  "(?:['’](?:ve|re|m|d)|(?: (?:have|had|am|are|were|was|been|just|also|actually|originally|first|initially|really|recently|basically|kind|of|sort|then|now|currently|still|mainly|mostly|all|both|even|ended|up|started|decided|wanted|to|did|do|help|helped|could|can|always|personally))){0,5} "
/** Right after a name, what goes on about it; any other word makes it a piece of a longer one: "Kubernetes operators". */
const PIECE =
  "(?![\\w-]|['’]s [a-z]| (?!(?:and|or|is|was|were|at|in|for|to|with|from|because|cause|when|as|back|on|that|which|who|so|but|by|over|since|about|then|now|here|there|project|itself|originally|we|I|you|it|they|has|have|had|does|did|a|an|the|like|out|open|right|first|before|after|until|if|while|where|full-time|together|last|this|just|also|would|will|can|could|should|into|myself|ourselves|years|under|inside|within|through|using|instead|every|today|too|well|really|not|of|off|all|more|around|some|maybe|probably|actually|obviously)\\b)[a-z])"
const NAMED =
  "(?:(?!(?:for|with|on|in|around|using|from|and|that|which|when|because|about|like|by|into|of|to|as|at|is|are|was|were|\\w+ing)\\b)[\\w'’-]+ ){0,6}"

/** Stands for the thing in question, in a skeleton that `saysOwn` looks at. */
const THING = '<THING>'

/** The ways in which somebody who speaks makes a thing theirs. */
const ownsIt = (who: string, whose: string, bare: string): RegExp =>
  new RegExp(
    [
      String.raw`\b(?:${who})${HAVING}${MAKES} ${NAMED}\[?${THING}${PIECE}`,
      String.raw`${THING}(?:\]\(<u\d+>\))?(?: itself| project)?(?:(?: (?:is|was)|,| -+)(?: (?:is|was|basically|actually|just|really|kind|sort|of))* (?:an?|the|something|one|what|this|another|my|our)(?: [\w'’-]+){0,6}?)?,?(?: that| which| -+)? (?:${who})${HAVING}${MAKES}(?: it\b(?! (?:into|onto|on|with|for)\b)|[,.]|$| in\b| back\b| at\b| for\b| to\b| when\b| because\b| as\b| which\b| that\b| and\b| myself\b)`,
      String.raw`\b(?:${whose}) (?:[\w-]+ ){0,3}?(?:project|tool|library|framework|product|package|database|language|company|engine|platform|service|system|app|thing|baby|server|editor|shell|router|CLI),? (?:is called |called |which is |is |named )?\[?${THING}`,
      String.raw`\b(?:${whose}) (?:(?:work|contributions?) (?:on|with|in|to) \[?${THING}|(?:own |new |open[- ]source )?\[?${THING}(?=${bare} (?:project|team|itself|codebase|repo|repository)\b))`,
      String.raw`${THING},? (?:which|that)? ?(?:is|was|being) (?:(?:${whose})(?! (?:[\w-]+ )?(?:CLI|API|SDK|UI|dashboard|plug-?in|client|command|docs|channel|backend|frontend|front-end)\b)|(?:something|one|what) (?:${who}))\b`,
      String.raw`\b(?:${who})${HAVING}(?:call|called|named?) (?:it|this|that) ${THING}`,
      String.raw`\b(?:as|I['’]m|I am|we['’]re|we are|you['’]re|you are)(?: on)?(?: an?| the| one of the)? (?:core )?${THING} (?:core )?(?:maintainers?|contributors?|team|developers?|committers?|project)\b`,
    ].join('|'),
  )
const GUESTS_OWN = ownsIt('I|[Ww]e|[Mm]e', '[Mm]y|[Oo]ur', '[,.!?;]|$|\\]| (?:is|was|has)\\b|')
const TOLD_GUEST = ownsIt('[Yy]ou(?: guys| folks| all| two)?', '[Yy]our', '')

/** Host and guest say who made it, in words that a name stands in; a pronoun in the sentence after does too. */
const MADE_IT = new RegExp(
  String.raw`\b(?:I|[Ww]e)${HAVING}(?:created|built|wrote|started|made|founded|developed|launched|released|open[- ]sourced|maintain|designed|invented|came up with)(?: (?:it|this|that)(?: (?:project|tool|library|thing|framework))?)(?=[,.!?;]|$| (?:in|at|back|for|because|as|when|to|with|over|on|and|so|originally|myself)\b)`,
)
/** How often a guest must say "we" or "our" to answer as the "we" of what a long talk was announced to be about. */
const OFTEN = 5
/** The same where the words that announce it name the guest: "joined by Vera, to talk about Keptn". */
const SOMETIMES = 2
/** Interviews of fewer turns keep to what they were announced to be about. */
const SHORT = 60
/** What a talk keeps coming back to: its share of the names, and how often it is named. */
const CENTRAL = { share: 0.08, times: 4 }
/** In so many turns after a guest's first, and with so many mentions in all, a project is what the guest came for. */
const OPENING = { turns: 8, times: 2 }

/** The project that a talk is about and everybody in it who made it, or who answers as its "we". */
function* answering(talk: Talk): Generator<Draft> {
  for (const [i, interview] of talk.conversation.interviews.entries()) {
    const subject = talk.subjects[i]
    if (!subject) continue
    const scenes = talk.scenes.filter((s) => s.interview === i)
    const times = new Map<string, number>()
    let all = 0
    for (const { slots } of scenes)
      for (const { entity, kind } of slots)
        if (kind === 'project' || kind === 'technology') {
          all++
          times.set(entity, (times.get(entity) ?? 0) + 1)
        }
    const firstTurn =
      scenes.find((s) => interview.guests.includes(s.speaker ?? ''))?.turn.index ?? interview.firstTurn
    const openers = new Set(
      scenes
        .filter((s) => s.turn.index <= firstTurn + OPENING.turns)
        .flatMap((s) => s.slots.map((m) => m.entity)),
    )
    const isTold = (id: string): boolean =>
      subject.about.some((a) => a.id === id) || subject.announced.has(id) || subject.asked.has(id)
    const ranked = [...times]
      .filter(([id]) => id.startsWith('project:'))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    // "a schema registry": what is only ever written small, in two words, is a sort of thing.
    const isName = (id: string): boolean =>
      scenes.some(({ slots }) => slots.some((m) => m.entity === id && /[\p{Lu}\d]|^\S+$/u.test(m.surface)))
    const central = ranked.filter(
      ([id, n], rank) =>
        (isTold(id) ||
          (openers.has(id) && n >= OPENING.times) ||
          (rank === 0 && n >= CENTRAL.times && n / all >= CENTRAL.share)) &&
        isName(id),
    )
    for (const [project] of central)
      for (const guest of interview.guests) {
        const own = subject.introductions.filter(
          (x) => x.person === guest && x.belongs && x.subject.startsWith('project:'),
        )
        // Who came with one project names its parts as theirs, too: "the shell is our CLI".
        const isAside = !isTold(project) && project !== ranked[0]?.[0] && subject.about.length > 0
        if (own.some((x) => x.subject === project) || (own.length > 0 && !isTold(project)) || isAside)
          continue
        const reason = standsFor(guest, project, interview.guests, scenes, project === ranked[0]?.[0], talk)
        if (!reason) continue
        const evidence = subject.about.find((a) => a.id === project)?.evidence
        yield {
          subject: guest,
          object: project,
          spans: [reason.made ? sceneSpan(reason.made) : (evidence ?? interview.introduction)],
          confidence: reason.made ? 0.85 : 0.75,
        }
      }
  }
}

/** In how many turns a thing is named that a talk comes back to: what its maker is there for. */
const RETURNS_TO = 4

/** What a guest is said to have made, where the talk keeps coming back to it. */
function* made(talk: Talk): Generator<Draft> {
  for (const [i, { guests }] of talk.conversation.interviews.entries())
    for (const guest of guests)
      for (const [object, span] of talk.makers.get(guest) ?? []) {
        const turns = new Set<number>()
        for (const { interview, slots, turn } of talk.scenes)
          if (interview === i && slots.some((m) => m.entity === object)) turns.add(turn.index)
        if (turns.size < RETURNS_TO) continue
        const { turn, start, end } = span
        yield { subject: guest, object, spans: [{ turn, start, end }], confidence: 0.75 }
      }
}

/** Why a guest stands for a project, if they do: the sentence that says that they made it, or that they answer for it. */
function standsFor(
  guest: string,
  project: string,
  guests: readonly string[],
  scenes: readonly Scene[],
  isTop: boolean,
  talk: Talk,
): { made?: Scene } | undefined {
  let ours = 0
  let speaks = false
  for (const [n, scene] of scenes.entries()) {
    const isGuest = scene.speaker === guest
    if (isGuest && OURS.test(scene.skeleton)) ours++
    const index = scene.slots.findIndex((m) => m.entity === project)
    if (index < 0) continue
    if (isGuest) {
      speaks = true
      if (saysOwn(scene, project, GUESTS_OWN)) return { made: scene }
      const next = isTop && isAlone(scene, project) && !isHousehold(project) ? scenes[n + 1] : undefined
      if (next && next.turn === scene.turn && !next.slots.length && MADE_IT.test(next.skeleton))
        return { made: next }
    } else if (scene.speakerIsHost) {
      const isAsked = guests.length === 1 || addressed(scene, talk, scene.skeleton.length) === guest
      if (!isAsked) continue
      if (saysOwn(scene, project, TOLD_GUEST)) return { made: scene }
    }
  }
  const [first, last] = [scenes[0], scenes.at(-1)]
  const subject = first && talk.subjects[first.interview]
  if (!subject || !last) return undefined
  const isTold = subject.announced.has(project) || subject.asked.has(project)
  const isShort = last.turn.index - first.turn.index < SHORT
  const named = new Set(
    scenes.filter((s) => s.slots.some((m) => m.entity === project)).map((s) => s.turn.index),
  )
  const isOften = named.size >= RETURNS_TO
  const cares = (): boolean => scenes.some((s) => s.speaker === guest && CARES.test(s.skeleton))
  // A short talk keeps to one thing, whether or not it was announced.
  const keepsTo = isShort && isTop && subject.about.some((a) => a.id === project) && ours > SOMETIMES
  const cameWith = subject.introductions.some((x) => x.person === guest && x.belongs)
  if (!isTold) return keepsTo && (!cameWith || cares()) ? {} : undefined
  const employer = talk.employers.get(guest)
  const owner = talk.names.entry(project)?.owner
  if (employer !== undefined && owner === employer) return {}
  if (isHousehold(project)) return undefined
  const isNamed = scenes.some(
    (s) =>
      s.speakerIsHost &&
      s.slots.some((m) => m.entity === guest) &&
      s.slots.some((m) => m.entity === project) &&
      /\b(?:talk|discuss|chat|speak|tell|hear)/.test(s.skeleton),
  )
  const isBrought = scenes.some(
    ({ speakerIsHost, slots, skeleton }) =>
      speakerIsHost &&
      slots.some((m) => m.entity === guest) &&
      slots.some((m) => m.entity === project) &&
      BROUGHT_ON.test(skeleton),
  )
  if (isBrought && isOften) return {}
  const enough = isNamed ? SOMETIMES : isShort ? 1 : OFTEN
  if (!isShort && !(isOften && (isNamed || cares()))) return undefined
  return ours >= enough || (isShort && guests.length > 1 && speaks) ? {} : undefined
}

/** "Joined by Ann and Bo to talk about …": who is brought on for a thing. */
const BROUGHT_ON =
  /\b(?:joined|joining|guests?|welcome|here with|with us|with me|we have|we['’]ve got|I have|I['’]ve got)\b[^.?!]{0,120}\bto (?:talk|discuss|chat|tell|speak|dig|dive)/

/** What those say who make a thing, and not those who use it. */
const CARES =
  /\b(?:(?:I|[Ww]e)(?:['’](?:re|ve|m|ll))?(?: [a-z]+){0,3} (?:contribut(?:e|ed|ing)|maintain(?:ing|ed)?|merged?|releas(?:ed?|ing)|shipp(?:ed|ing)|implement(?:ed|ing)?|support(?:ed)?|open[- ]sourced|help(?:ed)? out (?:on|with))|\b[Ww]e(?:['’]ve)? (?:have|got) (?:an? |our )?(?:[a-z]+ )?(?:channel|Slack|mailing list|website|meetings?)|[Oo]ur (?:[a-z]+ )?(?:users|community|roadmap|docs|documentation|project|codebase|repo|repository|maintainers|contributors|releases?|API|customers|backlog|issues)|pull requests?|PRs?)\b/

/** Nothing is said to be so: a wish, a denial, a question of others. */
const NOT_SO =
  /\b(?:if|would|could|should|wish|\w+n['’]t you|didn['’]t|did not|never|not|have you|has anyone|do you|are you|people who|can you|you can|you could|let['’]s say)\b/i

/** Whether a sentence names no other thing that "it" may mean in the next. */
const isAlone = (scene: Scene, project: string): boolean =>
  scene.slots.every((m) => m.entity === project || !(m.kind === 'project' || m.kind === 'technology'))

function saysOwn(scene: Scene, project: string, own: RegExp): boolean {
  const skeleton = scene.skeleton.replace(/<p(\d+)>/g, (slot, n) =>
    scene.slots[Number(n)]?.entity === project ? THING : slot,
  )
  const match = skeleton.match(own)
  if (match?.index === undefined) return false
  // "… this is why we built it": in somebody else's words.
  const after = skeleton.slice(match.index + match[0].length)
  if ((after.match(/"/g)?.length ?? 0) % 2 === 1) return false
  return !NOT_SO.test(skeleton.slice(Math.max(0, match.index - 24), match.index + match[0].length))
}

/** "We at IBM", "here at GitLab": the company as the guest's "we", where the talk keeps coming back to it. */
function* speakingFor(talk: Talk): Generator<Draft> {
  for (const [i, interview] of talk.conversation.interviews.entries()) {
    const subject = talk.subjects[i]
    if (!subject) continue
    const own = mentionsWithin(talk.mentions, interview).filter((m) => m.kind === 'company')
    for (const scene of talk.scenes) {
      if (scene.interview !== i || !interview.guests.includes(scene.speaker ?? '')) continue
      const match = scene.skeleton.match(
        /(?<!\b(?:worked|was|were) (?:\w+ )?)\b(?:[Uu]s|[Ww]e|[Hh]ere|[Oo]ur (?:team|company|job|work|office|place|shop|stack)) at <c(\d+)>/,
      )
      const company = match ? scene.slots[Number(match[1])] : undefined
      const cameWith = subject.introductions.some(
        (x) => x.person === scene.speaker && x.subject.startsWith('company:'),
      )
      if (!company || cameWith || own.filter((m) => m.entity === company.entity).length < 3) continue
      if ((talk.employers.get(scene.speaker ?? '') ?? company.entity) !== company.entity) continue
      yield {
        subject: scene.speaker ?? '',
        object: company.entity,
        spans: [{ turn: scene.turn.index, start: scene.sentence.start, end: scene.sentence.end }],
        confidence: 0.75,
      }
    }
  }
}

export const REPRESENTATION: readonly Rule[] = [
  {
    id: 'represents/introduced',
    description: 'The host introduces the guest with it: "Matt from …", "… of …", "the maintainer of …".',
    predicate: 'represents',
    confidence: 0.95,
    find: (talk) => [...introduced(talk)],
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind of Keptn.\nVera Lind: Thanks for having me.',
        claims: ['person:vera-lind represents project:keptn'],
      },
      {
        said: 'Ada Host: We have Vera Lind and Tom Berg from Red Hat.\nVera Lind: Hi.\nTom Berg: Hello.',
        claims: ['person:vera-lind represents company:red-hat', 'person:tom-berg represents company:red-hat'],
      },
      {
        said: 'Ada Host: Today we’re talking about Keptn. We’ll meet the creator, and one of the main contributors, Vera Lind.\nVera Lind: Hi.',
        claims: ['person:vera-lind represents project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: Our guest is Vera Lind, here to talk about her tool, which is a small implementation of Falco.\nVera Lind: Thanks for having me.',
        why: 'her tool is another thing',
      },
      {
        said: 'Ada Host: Our guest is Vera Lind. She used to work on the platform team at Spotify.\nVera Lind: Thanks for having me.',
        why: 'she came with it once',
      },
      {
        said: 'Ada Host: I am here with Vera Lind, who once met somebody from Red Hat.\nVera Lind: Thanks for having me.',
        why: 'the company belongs to somebody else',
      },
      {
        said: 'Ada Host: Vera Lind is here, and from Red Hat, Tom Berg.\nVera Lind: Hi.\nTom Berg: Hello.',
        why: 'the company is that of the one named after it',
        besides: ['person:tom-berg represents company:red-hat'],
      },
    ],
  },
  {
    id: 'represents/answers-as-we',
    description:
      'The interview is about one project, and the guest answers as its "we" or says to have built it.',
    predicate: 'represents',
    confidence: 0.75,
    find: (talk) => [...answering(talk), ...made(talk)],
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. Tell us about Keptn.\nVera Lind: It watches deployments.\nAda Host: And who uses Keptn?\nVera Lind: Our users are banks, and Keptn is something that we built for them.',
        claims: ['person:vera-lind represents project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. What do people say about Keptn?\nVera Lind: They like it.\nAda Host: And Falco?\nVera Lind: I have not tried it.',
        why: 'nobody speaks for a thing by having heard of it',
      },
      {
        said: 'Ada Host: I am here with Vera Lind from Spotify. How do you test?\nVera Lind: We built a small wall of screens around Keptn.',
        why: 'what is built around a thing is another thing',
        besides: ['person:vera-lind represents company:spotify', 'person:vera-lind works_at company:spotify'],
      },
    ],
  },
  {
    id: 'represents/we-at',
    description: 'The guest says "we at …" of a company that the interview keeps coming back to.',
    predicate: 'represents',
    confidence: 0.75,
    find: (talk) => [...speakingFor(talk)],
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. How do you run clusters?\nVera Lind: For us at Spotify it took a while.\nAda Host: How big is it?\nVera Lind: Spotify has many clusters, and Spotify likes them small.',
        claims: ['person:vera-lind represents company:spotify'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. How do you run clusters?\nVera Lind: My brother was at Spotify once.',
        why: 'somebody else’s employer',
      },
    ],
  },
]
