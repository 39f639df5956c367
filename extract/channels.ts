/**
 * The places where communities meet: workspaces and their channels, mailing lists, forums, regular meetings.
 * No registry lists them. They are found from what is said ("the CNCF Slack", "our own Discord", "the Keptn
 * channel"), and often named after what the interview is about, so this stage runs when that is known.
 */
import type { Entity } from '../src/claim.ts'
import { slug } from '../src/ids.ts'
import { CLOSES_SHOW, OPENS_SHOW } from './dialogue.ts'
import type { Names } from './names/index.ts'
import { type Cue, cue } from './scan/cue.ts'
import type { InterviewSubjects } from './subjects.ts'
import type { Conversation, InterviewSpan, LinkedMention, ReadTurn, Sentence } from './types.ts'

export interface Channels {
  /** All mentions, with those of channels, without those of a bare chat service that a channel's name holds. */
  mentions: LinkedMention[]
  /** All entities, with the channels. */
  entities: Map<string, Entity>
}

/** What a channel is called by whoever owns it: "X Slack", "X mailing list". */
interface Head {
  pattern: Cue
  /** What follows the owner's name in the channel's own. */
  label: (words: string) => string
  /** Holds channels: "the CNCF Slack". */
  workspace: boolean
  /** What is used by everybody for work also needs more than a name before it: "Zulip", but "the Gitter room". */
  service: boolean
}

const SERVICE_NAME: Record<string, string> = {
  irc: 'IRC',
  discourse: 'Discourse',
  'google group': 'Google Group',
}
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const singular = (words: string): string => words.toLowerCase().replace(/s$/, '')
const serviceName = (words: string): string => {
  const lower = singular(words)
  return SERVICE_NAME[lower] ?? capital(lower)
}

/** The sort of meeting is part of its name; how often it is held is not. */
function meetingName(words: string): string {
  const lower = words.toLowerCase()
  if (/office/.test(lower)) return 'office hours'
  if (/stand-?\s?up/.test(lower)) return 'standup'
  if (/town/.test(lower)) return 'town hall'
  const who = lower.match(/\b(?:contributor|maintainer|developer|user)/)?.[0] ?? 'community'
  return `${who} ${/call/.test(lower) ? 'call' : 'meeting'}`
}

const HEADS: readonly Head[] = [
  {
    pattern: cue(
      /\b(?:Slack|Discord|Zulip|Mattermost|Gitter|Telegram|IRC|Matrix|Discourse|Google Group)s?\b/gi,
    ),
    label: serviceName,
    workspace: true,
    service: true,
  },
  {
    pattern: cue(/\bGitHub Discussions?\b(?! (?:on|about|of|around|in)\b)/gi),
    label: () => 'GitHub Discussions',
    workspace: false,
    service: true,
  },
  {
    pattern: cue(/\b(?:e-?mail|mailing)[- ]lists?\b/gi),
    label: () => 'mailing list',
    workspace: false,
    service: false,
  },
  { pattern: cue(/\bsub-?reddits?\b/gi), label: () => 'subreddit', workspace: false, service: false },
  { pattern: cue(/\bforums?\b/gi), label: () => 'forum', workspace: false, service: false },
  {
    pattern: cue(
      /\b(?:(?:regular|open|public|bi-?weekly|weekly|monthly|quarterly|every[- ]other[- ]week|community|contributors?|maintainers?|developers?|users?|project|virtual|online),? ){1,4}(?:meetings?|calls?|hangouts?|stand-?ups?|syncs?)\b|\boffice hours\b|\btown ?halls?\b/gi,
    ),
    label: meetingName,
    workspace: false,
    service: false,
  },
]

/** What may stand between a service and the place in it: "the Keptn Slack workspace". */
const PLACE_NOUN =
  /^ (?:(?:community|user|users) )?(?:channels?|workspaces?|community|communities|servers?|groups?|instances?|org|organi[sz]ation|rooms?|team|space|forums?|chat|chat ?rooms?)\b/i
/** What makes the service a tool rather than a place: "a Slack bot". */
const TOOL_NOUN =
  /^(?:[- ](?:bots?|messages?|messaging|notifications?|integrations?|alerts?|alerting|apps?|applications?|APIs?|conversations?|threads?|plugins?|webhooks?|posts?|DMs?|calls?|emojis?|reminders?|handles?|accounts?|status|clones?|alternatives?|clients?|commands?|buttons?|search|huddles?|discussions?|questions?|themes?|archives?|connect|token|multiplication|algebra|operations?|builds?|strateg(?:y|ies)|stuff|outages?|or (?:some|an|another)|on (?:my|your|our) phone|me\b|us\b|him\b|her\b|them\b|you\b)(?![\p{L}])|[-_](?!\s))/iu

/** Between a name and the head it names: "the Keptn community Slack", "KubeVirt's own mailing list". */
const NAME_GAP =
  /^(?:['’]s)?(?:[ -](?:community|project|public|official|main|own|developers?|devs?|users?|contributors?|open[- ]source|announce|Dev|Devs|Users|Announce|Contributors))?[ -]$/
/** The part of such a gap that names one of several: "kubevirt-dev". */
const NAME_SUFFIX = /[- ](devs?|users?|announce|contributors?|developers?)[ -]$/i
/** Capitals before the head that stand for a name no mention holds: "the Gophers Slack". */
const CAPITALISED = /(?:^|[\s([])((?:\p{Lu}[\p{L}\p{N}.]*(?:['’]s?)?[ -]){1,3})$/u
const NO_NAME =
  /^(?:The|A|An|Our|My|Your|Their|His|Her|Its|This|That|These|Those|On|In|At|Via|To|For|From|And|Or|But|So|If|Also|Then|Yeah|Yes|No|Okay|Oh|Well|We|I|You|They|He|She|It|There|Just|Join|Like|Use|Using|Some|Any|Every|Each|Another|One|Two|Many|Most|Maybe|Now|Here|What|Which|When|Where|How|Why|Is|Are|Do|Does|Did|Have|Has|Say|Open|Not|With|By|Of|First|Because|Then|Slack|Discord|Gitter|Telegram|Twitter|Zoom|Teams|Reddit|GitHub|Google|Microsoft|IRC|Matrix|YouTube|Facebook|Skype|Email|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?)$/

const OWN =
  /\b(?:(our|your)|(?:we(?:['’]ve)?|have|has|you) (?:\w+ )?(?:our|your|its|their))(?: (?:own|official|public|community|open|little|very|super|really|pretty|active|big|huge|growing|lovely|main|dedicated|regular|weekly|biweekly|monthly|project|upstream))* $/i
/** Not where a community meets but where a firm works. */
const INTERNAL =
  /\b(?:internal|internally|private|company|team|work|personal|customer|customers['’]?)\b(?: \w+)? $/i
/** "We have a …", "there's also this …": brings in something of the speakers' own. */
const BRINGS =
  /\b(?:(?:we|project|community|you|you guys|it|<own>)(?:['’]ve| do| also| still| now| all| both)* (?:have|has|got|run|host|hold|do|maintain|started|created|opened|launched|use)(?: got)?|(?:we|you)['’]ve(?: also| now)? got|there(?:['’](?:s|re)| is| are)|is there|are there|run|host)(?: (?:also|now|still|actually|of course|an?|the|this|one|two|some|our|your|own|official|dedicated|public|very|super|really|pretty|active|big|huge|growing|great|lovely|open|community|vibrant|small|quite|specific|regular|weekly|biweekly|bi-weekly|monthly|kind|of|like|these))* $/i
/** More of what was just brought in: "a Slack, a mailing list and a forum". */
const LISTED =
  /(?:,| and| or| as well as|, and|, or|, but)(?: (?:in|on|at|via|through))?(?: (?:we|you))?(?: (?:also|then|we also))?(?: have| run)? (?:also )?(?:an?|the|our|your|some) (?:[\w-]+ ){0,2}$/i
/** "Join the Slack", "find us on Discord": the way to the speakers. */
const INVITES =
  /\b(?:join(?: us)?|jump|hop|drop|come|head|go|find (?:us|me|people|everybody|everyone|help)|reach (?:us|out(?: to us)?)|talk to us|chat with us|ask(?: us| questions?)?|check out|ping us|hit us up|follow us|hang out|say hi|contact us|visit|(?:we|community)(?:['’]re| are| is)(?: (?:also|all|very|pretty|really|always|quite|mostly|super))*(?: (?:active|available|around|present|live|there|reachable|hanging out))?|community (?:mostly |mainly |really )?(?:lives|meets|hangs out|gathers|talks|chats))(?: (?:on|onto|in|into|to|over|by|at|via|through|us|talk|chat|and|or|also|our|questions?|directly|either))*(?: (?:the|a|our))?(?: (?:very|active|public|community|official|open))* $/i
const NEGATED =
  /\b(?:not sure|don['’]t|doesn['’]t|do not|does not|didn['’]t|isn['’]t|aren['’]t|no|never|without|haven['’]t|not)\b(?: \w+){0,6} $/i
/** Spoken to those who listen, of the show's own places. */
const OF_SHOW = cue(
  /\b(?:listeners|listening live|(?:the|our|this) (?:live )?(?:show|shows|episode|podcast)(?: notes)?|viewers)\b/i,
)
const YES =
  /^(?:(?:oh|well|um|uh|so|and),? )*(?:yes|yeah|yep|yup|correct|right|exactly|absolutely|definitely|sure|of course|we do|we have|there is|there are|it does)\b/i

/** "Say you have a mailing list": nothing is said to be so. */
const UNREAL =
  /\b(?:let['’]s say|say you|imagine|suppose|if (?:you|we|they|someone) (?:have|had|create|want to have)|could (?:have|create|open)|should (?:have|create|open)|used to|would have|alerts?|notifications?|messages? (?:on|in|to|from))\b[^.;]*$/i
/** "A Slack for Chicago Go", "a mailing list about bees": not for those who come to this project. */
const FOR_OTHERS =
  /^ (?:for|about|dedicated to|of) (?!us\b|our\b|everyone|everybody|any(?:one|body|thing)|it\b|that\b|this\b|users?\b|contributors?\b|maintainers?\b|developers?\b|people\b|folks\b|questions?\b|help\b|support\b|discuss|people|kind of\b|the (?:project|community)\b|about\b|\d)/i
/** A list whose first member was said to be the speakers' own. */
const OURS_BEFORE =
  /\b(?:we(?:['’]ve| also| do| now)* (?:have|got|run|use)|we['’]re|we are|our|there(?:['’]s| is| are)|(?:find|ping|join|reach|ask|talk to|chat with) us)\b/i
const PUBLIC_FORUM = /\b(?:user|community|discussion|our|public|online|mailing|Slack|Discord|chat)\b/i

/** Asked before an answer that says where to find people; "we have weekly meetings" is then no affair of a firm's. */
const ASKS_WHERE =
  /\b(?:Slack|Discord|mailing lists?|meetings?|calls?|office hours|get involved|contribut\w+|involved|find (?:you|out|more|the)|reach|follow|learn more|more information|where (?:do|can|would|should|will)|get started|community|join|keep up|in touch)\b/i
const OPEN_TO_ALL =
  /\b(?:join|attend|show up|stop by|open to|anyone|anybody|everyone|everybody|public|come|welcome|listen in|drop in|tune in|contribut\w*|community|you can)\b/i

const SERVICE_IDS =
  /^(?:technology|company|project):(?:slack(?:-technologies)?|discord|zulip|gitter|telegram|irc|matrix(?:-protocol)?|discourse|mattermost|github-discussions|google-groups?)$/

/** Characters before and after a head that its patterns may look at. */
const WINDOW = 160
/** Characters of the words before an answer that may have asked for it. */
const ASKED = 400

interface Found {
  turn: number
  start: number
  end: number
  id: string
  label: string
  confidence: number
  rule: string
  workspace: boolean
  /** Holds only if something else in the interview does not already name the place. */
  weak: boolean
  interview: number
}

interface Owner {
  slug: string
  label: string
  isProject: boolean
}

/** Everything a sentence's search needs to know of its surroundings. */
interface Setting {
  turn: ReadTurn
  sentence: Sentence
  mentions: readonly LinkedMention[]
  /** Of whom "we" is said, or of whom the host says "you". */
  own: Owner | undefined
  isHost: boolean
  interview: number
  /** The words before, of this turn or of the one that asked. */
  asked: string
  labelOf: (id: string) => string
}

const bareSlug = (id: string): string => id.slice(id.indexOf(':') + 1)
const squashed = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '')

function interviewOf(interviews: readonly InterviewSpan[], turn: number, offset: number): number {
  return interviews.findIndex(
    (i) =>
      turn >= i.firstTurn &&
      turn <= i.lastTurn &&
      !(turn === i.firstTurn && offset < i.start) &&
      !(turn === i.lastTurn && offset >= i.end),
  )
}

/**
 * Whom a guest's "our" stands for: the one whose address the sentence gives, else the project the interview is
 * about, else the company the guest came with. Nobody, where a guest who came with something else talks of a
 * project that nobody asked about.
 * @param speaker the guest, or undefined for a host's "your"
 */
function ownerOf(
  subjects: InterviewSubjects | undefined,
  speaker: string | undefined,
  mentions: readonly LinkedMention[],
  labelOf: (id: string) => string,
): Owner | undefined {
  if (!subjects) return undefined
  const { about, introductions, project, company, asked } = subjects
  const owner = (id: string): Owner => ({
    slug: bareSlug(id),
    label: labelOf(id),
    isProject: id.startsWith('project:'),
  })
  const parts = mentions
    .filter((m) => m.kind === 'url')
    .flatMap((m) => bareSlug(m.entity).split(/[./]/).map(squashed))
  const known = [
    ...about.map((a) => a.id),
    ...introductions.map((i) => i.subject),
    ...(project ? [project] : []),
  ]
  const addressed = known.find((id) => parts.includes(squashed(bareSlug(id))))
  if (addressed) return owner(addressed)
  const cameWith = introductions
    .filter((i) => i.belongs && (!speaker || i.person === speaker))
    .map((i) => i.subject)
  if (project && about.some((a) => a.id === project))
    if (!cameWith.length || cameWith.includes(project) || asked.has(project)) return owner(project)
  return company && cameWith.includes(company) && (!project || !about.some((a) => a.id === project))
    ? owner(company)
    : undefined
}

/** The name right before a head, from a mention or from capitals, with where it begins. */
function nameBefore(
  setting: Setting,
  headStart: number,
): { owner: Owner; suffix: string; start: number; guessed: boolean } | undefined {
  const { turn, sentence, mentions, labelOf } = setting
  const before = turn.text.slice(Math.max(sentence.start, headStart - WINDOW), headStart)
  for (let i = mentions.length - 1; i >= 0; i--) {
    const m = mentions[i] as LinkedMention
    if (m.end > headStart || !/^(?:project|company|foundation|technology|event)$/.test(m.kind)) continue
    const gap = turn.text.slice(m.end, headStart)
    if (gap.length > 30) break
    if (!NAME_GAP.test(gap) || SERVICE_IDS.test(m.entity)) continue
    // "the CNCF Kubernetes Slack": the body that runs it comes first.
    const outer = mentions.find((o) => o.kind === 'foundation' && o.end === m.start - 1)
    const named = outer ?? m
    const article = named.surface.match(/^the /i)?.[0].length ?? 0
    const suffix = outer ? '' : (gap.match(NAME_SUFFIX)?.[1] ?? '').toLowerCase()
    return {
      owner: {
        slug: bareSlug(named.entity),
        label: labelOf(named.entity),
        isProject: named.kind === 'project',
      },
      suffix: /^(?:user|developer|contributor)s?$/.test(suffix) && !gap.startsWith('-') ? '' : suffix,
      start: named.start + article,
      guessed: false,
    }
  }
  const run = before.match(CAPITALISED)?.[1]
  if (!run) return undefined
  let words = run.trim().split(/[ -]+/)
  const startsSentence = headStart - run.length === sentence.start
  while (words[0] && NO_NAME.test(words[0])) words = words.slice(1)
  if (!words.length || words.some((w) => NO_NAME.test(w)) || (startsSentence && words.length === 1))
    return undefined
  const name = words.join(' ').replace(/['’]s?(?= |$)/g, '')
  if (name.length < 2) return undefined
  return {
    owner: { slug: slug(name), label: name, isProject: false },
    suffix: '',
    start: headStart - (run.length - run.indexOf(words[0] as string)),
    guessed: true,
  }
}

/** How an unnamed place is said to be the speakers' own. */
interface Frame {
  rule: string
  /** Characters of "our own" before the head that belong to the surface. */
  lead: number
  confidence: number
  weak: boolean
}

/** "We have a …", "our …", "join the …": whether a head without a name is a place of those the talk is about. */
function frameOf(
  setting: Setting,
  head: Head,
  at: number,
  words: string,
  before: string,
  after: string,
): Frame | undefined {
  const { turn, sentence, mentions, own, isHost, asked } = setting
  // What somebody else is quoted to have said is of their place.
  const isQuoted = (before.match(/["“”]/g)?.length ?? 0) % 2 === 1
  if (!own || isQuoted || INTERNAL.test(before) || UNREAL.test(before) || FOR_OTHERS.test(after))
    return undefined
  const text = turn.text.slice(sentence.start, sentence.end)
  const frame = (rule: string, confidence: number, lead = 0, weak = false): Frame => ({
    rule,
    lead,
    confidence,
    weak,
  })
  const isMeeting = head.label === meetingName
  const ownWords = before.match(OWN)?.[0]
  if (ownWords && (isHost ? /your/i : /our/i).test(ownWords) && !isMeeting)
    return frame('own', 0.85, trailing(before, /\b(?:our|your) [^.,]*$/i))
  // A host brings nothing in; a question may, and counts when it is answered.
  if (isHost && !sentence.question) return undefined
  const brought = before.match(BRINGS)?.[0]
  const isListed = LISTED.test(before) && OURS_BEFORE.test(before)
  // What "there is" tells of stands where the sentence has just been: with us, unless something else was named.
  const elsewhere = mentions.some(
    (m) =>
      m.end <= at &&
      /^(?:project|url)$/.test(m.kind) &&
      !squashed(bareSlug(m.entity)).includes(squashed(own.slug)),
  )
  const isBrought =
    (brought !== undefined && (/\bwe\b|\byou\b/i.test(brought) || (own.isProject && !elsewhere))) || isListed
  if (isMeeting) {
    const isCommunity = /community|contributor|maintainer/i.test(words)
    if (/\b(?:team|manager|company)\b/i.test(text) && !/community/i.test(text)) return undefined
    if (!isCommunity && !OPEN_TO_ALL.test(text) && !ASKS_WHERE.test(asked)) return undefined
    const isSaid =
      isBrought ||
      ownWords !== undefined ||
      (!/office|town|stand/i.test(words) &&
        ((isCommunity && !isHost) || /\b(?:the|these|in an?|to an?|that['’]s an?) $/i.test(before)))
    return isSaid ? frame('meeting', 0.8) : undefined
  }
  if (head.label(words) === 'forum' && !PUBLIC_FORUM.test(text)) return undefined
  if (isBrought) return frame('brought', 0.8)
  // "We're on Slack" says so of a place that is often named a breath later.
  if (isHost) return undefined
  const isAnswer = ASKS_WHERE.test(asked)
  if (
    (INVITES.test(before) && (isAnswer || /\b(?:us|we|community)\b/i.test(before))) ||
    (isAnswer && /\bthe $/i.test(before))
  )
    return frame('invited', 0.7, 0, true)
  return undefined
}

/** Workspaces, lists, forums and meetings of one sentence. */
function headsIn(setting: Setting): Found[] {
  const { turn, sentence, mentions } = setting
  const text = turn.text.slice(sentence.start, sentence.end)
  const found: Found[] = []
  for (const head of HEADS.filter(({ pattern }) => pattern.mayMatch(turn)))
    for (const match of text.matchAll(head.pattern.regex)) {
      const words = match[0]
      const at = sentence.start + match.index
      const before = text.slice(Math.max(0, match.index - WINDOW), match.index)
      const after = text.slice(match.index + words.length, match.index + words.length + WINDOW)
      if ((head.service && TOOL_NOUN.test(after)) || NEGATED.test(before)) continue
      const noun = head.workspace ? (after.match(PLACE_NOUN)?.[0] ?? '') : ''
      const end = at + words.length + noun.length
      const isCapital = /^\p{Lu}/u.test(words)
      // A service in small letters, or one whose name is a word of mathematics, needs the noun beside it.
      const isNoun = !head.service || noun !== '' || (isCapital && words !== 'Matrix')
      if (overlaps(found, at, end)) continue
      const label = head.label(words)
      const add = (owner: Owner, start: number, frame: Omit<Frame, 'lead'>, suffix = ''): void => {
        found.push({
          turn: turn.index,
          start,
          end,
          id: `channel:${owner.slug}${suffix ? `-${suffix}` : ''}-${slug(label)}`,
          label: `${suffix ? `${owner.slug}-${suffix}` : owner.label} ${label}`,
          confidence: frame.confidence,
          rule: `channel:${frame.rule}`,
          workspace: head.workspace,
          weak: frame.weak,
          interview: setting.interview,
        })
      }
      // "our own Slack for Keptn"
      const forWhom = text.slice(end - sentence.start).match(/^ for (?:the )?/)?.[0]
      const named = forWhom
        ? mentions.find((m) => m.start === end + forWhom.length && /^(?:project|company)$/.test(m.kind))
        : undefined
      if (named && (OWN.test(before) || BRINGS.test(before))) {
        add(
          {
            slug: bareSlug(named.entity),
            label: setting.labelOf(named.entity),
            isProject: named.kind === 'project',
          },
          at - trailing(before, /\b(?:our|your) (?:own )?$/i),
          { rule: 'own', confidence: 0.9, weak: false },
        )
        continue
      }
      const name = nameBefore(setting, at)
      // Capitals before a forum or a meeting are as often a title of something within a firm.
      const isName =
        name && isNoun && (!name.guessed || (isCapital && head.workspace) || /list|subreddit/.test(label))
      if (isName) {
        add(
          name.owner,
          name.start,
          { rule: 'named', confidence: name.guessed ? 0.7 : 0.9, weak: false },
          name.suffix,
        )
        continue
      }
      const frame = isNoun ? frameOf(setting, head, at, words, before, after.slice(noun.length)) : undefined
      if (frame && setting.own) add(setting.own, at - frame.lead, frame)
    }
  return found
}

const trailing = (before: string, pattern: RegExp): number => before.match(pattern)?.[0].length ?? 0
const overlaps = (list: readonly { start: number; end: number }[], start: number, end: number): boolean =>
  list.some((f) => start < f.end && f.start < end)

/** Words before "channel" that say which one it is not. */
const NO_CHANNEL =
  /^(?:the|a|an|this|that|these|those|each|every|any|some|same|own|our|your|my|their|other|another|one|two|right|new|private|public|dedicated|specific|separate|special|single|different|many|multiple|several|tons|good|great|main|official|side|back|sales|error|buffered|unbuffered|go|golang|communication|distribution|support|youtube|twitch|tv|slack|discord|irc|release|update|stable|beta|edge|nightly|marketing|done|quit|signal|data|control|secure|comms|first|last|active|very|whole|entire|internal|team|in|on|and|or|of|for|to)$/i

const ROOM = cue(/\b(?:channels?|rooms?|groups?)\b/gi)

/** Right after "channel": its name. */
const CALLED =
  /^(?:,? (?:there|in there))?,? (?:it['’]s |is |that['’]s )(?:just |simply |also )*(?:called |named )?(?:hash |hashtag |pound |\\?#)?([a-z][a-z\d_-]{2,})(?=[.,;!?]|$)/i

/** Channels within the workspaces of one sentence, or of those just spoken of. */
function roomsIn(setting: Setting, spaces: readonly Found[], last: Found | undefined): Found[] {
  const { turn, sentence, mentions, own, isHost } = setting
  const text = turn.text.slice(sentence.start, sentence.end)
  const rooms: Found[] = []
  const spaceFor = (at: number): Found | undefined => {
    const after = spaces.find((w) => w.start >= at && w.start - at < 90)
    return after ?? spaces.filter((w) => w.end <= at).at(-1) ?? last
  }
  const add = (
    space: Found | undefined,
    name: string,
    start: number,
    end: number,
    confidence: number,
  ): void => {
    const key = slug(name).replace(/[./]+/g, '-')
    if (!space || key === 'x' || overlaps(rooms, start, end)) return
    rooms.push({
      turn: turn.index,
      start,
      end,
      id: `${space.id}/${key}`,
      label: `${space.label} #${key}`,
      confidence: Math.min(confidence, space.confidence),
      rule: 'channel:room',
      workspace: false,
      weak: space.weak,
      interview: setting.interview,
    })
  }
  // "#porter", "\#porter", "hashtag porter"
  for (const match of text.matchAll(
    /(?:\\?#|\bhashtag )([\p{L}][\p{L}\p{N}_-]{1,30})(?: (?:channel|room)\b)?/giu,
  ))
    if (!(match[0].startsWith('h') && !spaces.length)) {
      const at = sentence.start + match.index
      const name = match[1] as string
      if (spaces.length || last?.turn === turn.index) add(spaceFor(at), name, at, at + match[0].length, 0.9)
    }
  // "a CNCF Slack channel for Keptn"
  for (const space of spaces) {
    const gap = /channel$/i.test(turn.text.slice(space.start, space.end))
      ? turn.text.slice(space.end, sentence.end).match(/^ for (?:the )?/)?.[0]
      : undefined
    const whose =
      gap === undefined ? undefined : mentions.find((m) => m.start === space.end + (gap as string).length)
    if (whose?.kind === 'project' && !space.id.startsWith(`channel:${bareSlug(whose.entity)}-`))
      add(space, bareSlug(whose.entity), space.end + 1, whose.end, 0.85)
  }
  for (const match of text.matchAll(ROOM.regex)) {
    const at = sentence.start + match.index
    const end = at + match[0].length
    const isChannel = /^channel/i.test(match[0])
    const before = text.slice(Math.max(0, match.index - WINDOW), match.index)
    if (overlaps(spaces, at, end) || NEGATED.test(before)) continue
    const after = turn.text.slice(end, Math.min(sentence.end, end + WINDOW))
    // A group is one of people, and a room one of a house, unless a workspace is said to hold it.
    const isInside = spaces.some(
      (w) =>
        w.start >= end &&
        w.start - end < 60 &&
        /^ (?:\w+ ){0,4}?(?:in|on|of|at|within) (?:the |our |your )?$/i.test(turn.text.slice(end, w.start)),
    )
    if (!isChannel && !isInside) continue
    // "We're in the CNCF Slack, the channel is just called keptn."
    const called = isChannel ? after.match(CALLED) : null
    if (called && (spaces.length || last)) {
      const start = end + called[0].length - (called[1] as string).length
      add(spaceFor(at), called[1] as string, start, end + called[0].length, 0.85)
      continue
    }
    const named = mentions.find(
      (m) =>
        m.end <= at &&
        at - m.end < 30 &&
        /^(?:['’]s)?(?: (?:Slack|Discord|dev|users?|community))?[ -]$/i.test(turn.text.slice(m.end, at)) &&
        /^(?:project|company|technology)$/.test(m.kind) &&
        !SERVICE_IDS.test(m.entity),
    )
    const space = spaceFor(at)
    if (named) {
      const suffix = turn.text.slice(named.end, at).match(/\b(dev|users?)\b/i)?.[1]
      add(space, bareSlug(named.entity) + (suffix ? `-${suffix}` : ''), named.start, end, 0.9)
      continue
    }
    if (own && (isHost ? /\byour (?:own )?$/i : /\bour (?:own )?$/i).test(before)) {
      add(space, own.slug, at - trailing(before, /\b(?:our|your) (?:own )?$/i), end, 0.8)
      continue
    }
    if (
      own &&
      BRINGS.test(before) &&
      (isInside || /^ (?:for us|called|named|there)\b/i.test(after)) &&
      isChannel
    ) {
      const called = turn.text
        .slice(end, sentence.end)
        .match(/\b(?:called|named) (?:the )?\\?#?([\p{L}\p{N}_-]+)/u)?.[1]
      const mention = called ? mentions.find((m) => m.start > end && m.surface.startsWith(called)) : undefined
      add(space, mention ? bareSlug(mention.entity) : (called ?? own.slug), at, end, 0.8)
      continue
    }
    const run = before.match(CAPITALISED)?.[1]?.trim()
    const words = run
      ? run.split(' ').filter((w, k, ws) => !NO_NAME.test(w) || ws.slice(0, k).some((x) => !NO_NAME.test(x)))
      : []
    const word = words.length > 1 ? words.join(' ') : before.match(/([\p{L}\p{N}_-]+) $/u)?.[1]
    if (
      word &&
      !NO_CHANNEL.test(word) &&
      !/s$/i.test(match[0]) &&
      (isInside || (spaces.length > 0 && /^\p{Lu}|-/u.test(word)))
    )
      add(space, word, at - word.length - 1, end, 0.75)
  }
  // "in Kubernetes Slack; there is also Keptn Dev": a name of the sort that only channels have.
  const suffixed =
    /^[ -](devs?|users|contributors|announce|general|maintainers|help)\b(?! (?:mailing|list|team|meeting|communit|forum|experience|conference|are|were|who|and|can|have|use))/i
  for (const m of mentions) {
    if (m.kind !== 'project') continue
    const tail = turn.text.slice(m.end, sentence.end).match(suffixed)
    const isName = tail && (tail[0].startsWith('-') || /^\p{Lu}/u.test(tail[1] as string))
    // "a mailing list, keptn-users" is no room of the Slack before it.
    const isList = /\blists?,?(?: (?:called|named|it['’]s|which is))? $/i.test(
      turn.text.slice(sentence.start, m.start),
    )
    if (tail && isName && !isList && (spaces.length || last?.turn === turn.index))
      add(
        spaceFor(m.start),
        `${bareSlug(m.entity)}-${(tail[1] as string).toLowerCase()}`,
        m.start,
        m.end + tail[0].length,
        0.8,
      )
  }
  return rooms
}

/**
 * Finds the channels of a talk and adds them to what the link stage made. A name inside a channel's ("Keptn" in
 * "the Keptn channel") stays a mention of its own; a chat service inside it ("Slack" in "the CNCF Slack") does
 * not, since it is the channel that is meant.
 * @param linked mentions and entities of the link stage
 */
export function findChannels(
  conversation: Conversation,
  linked: { mentions: readonly LinkedMention[]; entities: ReadonlyMap<string, Entity> },
  subjects: readonly InterviewSubjects[],
  names: Names,
): Channels {
  const { turns, cast, interviews } = conversation
  const labelOf = (id: string): string =>
    linked.entities.get(id)?.label ?? names.entry(id)?.name ?? bareSlug(id)
  const byTurn = new Map<number, LinkedMention[]>()
  for (const m of linked.mentions) {
    const list = byTurn.get(m.turn)
    if (list) list.push(m)
    else byTurn.set(m.turn, [m])
  }
  const all: Found[] = []
  let last: Found | undefined
  let asked: string | undefined
  const look = (turn: ReadTurn): void => {
    const person = cast.speakers[cast.speakerOf[turn.index] ?? -1]
    const isHost = person?.role !== 'guest'
    const own = byTurn.get(turn.index) ?? []
    // Where the show opens or closes, "our" is the show's.
    const isOfShow = OPENS_SHOW.matches(turn) || CLOSES_SHOW.matches(turn) || OF_SHOW.matches(turn)
    // A workspace is remembered for the answer to the one who named it, not for the rest of the talk.
    if (last && turn.index - last.turn > 2) last = undefined
    for (const sentence of turn.sentences) {
      const interview = interviewOf(interviews, turn.index, sentence.start)
      const inside = own.filter((m) => m.start >= sentence.start && m.end <= sentence.end)
      const setting: Setting = {
        turn,
        sentence,
        mentions: inside,
        own: isOfShow
          ? undefined
          : ownerOf(subjects[interview], isHost ? undefined : person?.id, inside, labelOf),
        isHost,
        interview,
        asked: asked?.slice(-ASKED) ?? '',
        labelOf,
      }
      const heads = headsIn(setting)
      const spaces = heads.filter((f) => f.workspace).sort((a, b) => a.start - b.start)
      const rooms = roomsIn(setting, spaces, last)
      // A host's question brings nothing in before it is answered.
      const isAsked = isHost && sentence.question && !isAnswered(conversation, turn.index)
      const kept = [...heads.filter((f) => !overlaps(rooms, f.start, f.end) || f.workspace), ...rooms]
      all.push(...kept.filter((f) => !isAsked || f.rule === 'channel:named'))
      last = spaces.at(-1) ?? last
    }
  }
  for (const turn of turns) {
    if (ROOM.mayMatch(turn) || HEADS.some(({ pattern }) => pattern.mayMatch(turn))) look(turn)
    if (cast.speakers[cast.speakerOf[turn.index] ?? -1]?.role !== 'guest') asked = turn.text
  }
  return joined(linked, settled(all), conversation)
}

const isAnswered = (conversation: Conversation, turn: number): boolean =>
  conversation.turns.slice(turn + 1, turn + 3).some((t) => YES.test(t.text))

/** "We're on Slack" is a place of its own only where no place of that sort is named in the interview. */
function settled(all: readonly Found[]): Found[] {
  const serviceOf = (f: Found): string => f.id.match(/-([a-z]+)(?:\/|$)/)?.[1] ?? ''
  return all.filter(
    (f) =>
      !f.weak ||
      all.some((o) => !o.weak && o.id === f.id) ||
      !all.some(
        (o) => !o.weak && o.interview === f.interview && o.workspace && serviceOf(o) === serviceOf(f),
      ),
  )
}

function joined(
  linked: { mentions: readonly LinkedMention[]; entities: ReadonlyMap<string, Entity> },
  found: readonly Found[],
  conversation: Conversation,
): Channels {
  const surfaceOf = (f: Found): string => conversation.turns[f.turn]?.text.slice(f.start, f.end) ?? ''
  const foundIn = new Map<number, Found[]>()
  for (const f of found) foundIn.set(f.turn, [...(foundIn.get(f.turn) ?? []), f])
  const gone: LinkedMention[] = []
  const kept = linked.mentions.filter((m) => {
    const over = (foundIn.get(m.turn) ?? []).some(
      (f) =>
        m.start < f.end &&
        f.start < m.end &&
        m.kind !== 'person' &&
        // A service in the channel's name, or a name that was made of the channel's words.
        (SERVICE_IDS.test(m.entity) ||
          m.start < f.start ||
          m.end > f.end ||
          (m.start === f.start && m.end === f.end)),
    )
    if (over) gone.push(m)
    return !over
  })
  const entities = new Map(linked.entities)
  for (const id of new Set(gone.map((m) => m.entity))) {
    const entity = entities.get(id)
    if (!entity) continue
    const rest = kept.filter((m) => m.entity === id)
    if (rest.length) entities.set(id, { ...entity, mentions: rest.length, surfaces: surfacesOf(rest) })
    else entities.delete(id)
  }
  const channels: LinkedMention[] = found.map((f) => ({
    turn: f.turn,
    start: f.start,
    end: f.end,
    surface: surfaceOf(f),
    entity: f.id,
    kind: 'channel',
    rule: f.rule,
    confidence: f.confidence,
  }))
  for (const f of found) {
    if (entities.has(f.id)) continue
    const own = channels.filter((c) => c.entity === f.id)
    entities.set(f.id, {
      id: f.id,
      kind: 'channel',
      label: f.label,
      surfaces: surfacesOf(own),
      mentions: own.length,
      confidence: Math.max(...own.map((c) => c.confidence)),
    })
  }
  return {
    mentions: [...kept, ...channels].sort((a, b) => a.turn - b.turn || a.start - b.start || b.end - a.end),
    entities,
  }
}

const surfacesOf = (mentions: readonly LinkedMention[]): string[] =>
  [...new Set(mentions.map((m) => m.surface))].sort((a, b) => (a < b ? -1 : 1))
