/** Where a community meets, and how often. */
import type { Qualifiers } from '../../../src/schema.ts'
import { cue } from '../../scan/cue.ts'
import { affirmed } from '../answers.ts'
import { isDenied } from '../qualifiers.ts'
import type { Draft, Rule } from '../rule.ts'
import { guestsOf, type Scene, sceneSpan, type Talk, thingMeant } from '../scene.ts'

const bareSlug = (id: string): string => id.slice(id.indexOf(':') + 1)

/** Those the interview is about or is held with: whose channel "our Slack" may be. */
function owners(scene: Scene, talk: Talk): string[] {
  const subjects = talk.subjects[scene.interview]
  if (!subjects) return []
  const ids = [
    ...subjects.about.map((a) => a.id),
    ...(subjects.project ? [subjects.project] : []),
    ...(subjects.company ? [subjects.company] : []),
    ...subjects.introductions.map((i) => i.subject),
  ]
  return [...new Set(ids)].filter((id) => /^(?:project|company):/.test(id))
}

/** The one of them whose name the channel bears: `channel:cncf-slack/keptn` is of Keptn. */
function bearer(channel: string, ids: readonly string[]): string | undefined {
  const name = channel.slice(Math.max(channel.indexOf(':'), channel.lastIndexOf('/')) + 1)
  return ids.find((id) => name === bareSlug(id) || name.startsWith(`${bareSlug(id)}-`))
}

const DOUBT_BEFORE =
  /\b(?:I think|I believe|I guess|maybe|probably|perhaps|might|I suppose|if I remember)(?: that| right)?,? (?:(?:we|there|it|you|they|our)\b[^,;.]*)?$/i
const doubted = (scene: Scene, place: number): Qualifiers =>
  DOUBT_BEFORE.test(scene.skeleton.slice(Math.max(0, place - 60), place)) ? { modality: 'possible' } : {}

/** Speaks of having it some day: "we might open a Slack". */
const UNREAL =
  /\b(?:should|could|would|going to|gonna|want to|planning to|used to|thinking (?:of|about)|will) (?:\w+ )?(?:have|create|open|start|set up|get|make|move|be)\b[^,;.]*$/i

interface Place {
  id: string
  at: number
  end: number
}

/** The channels a sentence names and does not deny. */
function channelsOf(scene: Scene): Place[] {
  if (!scene.slots.some((m) => m.kind === 'channel')) return []
  return scene.slots.flatMap((m, i) => {
    const at = scene.places[i] ?? 0
    const end = at + `<h${i}>`.length
    if (m.kind !== 'channel' || isDenied(scene.skeleton, at, end)) return []
    return UNREAL.test(scene.skeleton.slice(Math.max(0, at - 160), at)) ? [] : [{ id: m.entity, at, end }]
  })
}

/** "We are in", "there's", "we also have", "find us in", "go to": how a guest leads to a channel. */
const LEADS =
  /(?:\b(?:we|you|the (?:community|project|maintainers|team)|everybody|everyone|people|(?<S><[pc]\d+>))(?:['’](?:re|ve|s|ll))?(?: (?:do|are|is|can|also|all|both|just|mostly|usually|currently|mainly|always|definitely|are all))*(?: (?:have|has|got|use|uses|run|meet|chat|talk|communicate|live|discuss|collaborate|organi[sz]e|coordinate|hang(?: out)?|active|available|present|reachable|find (?:us|me|the maintainers|help)|reach (?:us|out)|join(?: us)?|jump|hop|go|come|ask|contact us|ping us|drop))*|\bthere(?:['’]s| is| are)(?: also| always| of course)*|\b(?:find us|join(?: us)?|reach (?:us|out(?: to us)?)|talk to us|chat with us|go|come|hop|jump|head|stop by|check out|ask(?: us)?|say hi|ping us|look for us|hang out|drop(?: us a line)?))(?: (?:also|over|questions|by|chat|talk|say hi|with us|us|directly|mostly|very|really|pretty|super|active))*(?: (?:in|on|at|to|onto|into|inside|via|through|over|within))*(?: (?:the|a|an|our|own|one|public|official|dedicated|main|general|is|very active|active))* $/i

/** Between two channels of one list, or a workspace and a channel of it: "the Slack, just go to the …". */
const AND_SO =
  /^(?:,| and| or|,? in| has|,? just| as well as|;|, but| where)(?: (?:and|or|also|in|on|the|a|an|our|go to|come to|join|jump (?:in|into)|you can|we (?:also )?have|look for|have|find))* $/i

/** What the guest is being asked, or says in one breath with the channel, makes a lead to it the speakers' own. */
const SPEAKS_OF_US = /\b(?:we|us|our|you (?:can|could|should|want|guys)|contribut|get involved)\b/i

/** Channels that a guest's sentence says are theirs without bearing their name. */
function led(scene: Scene, talk: Talk): Draft[] {
  if (scene.speakerIsHost || !guestsOf(talk, scene.interview).includes(scene.speaker ?? '')) return []
  const drafts: Draft[] = []
  let before: { place: Place; subject: string } | undefined
  const own = owners(scene, talk)
  for (const place of channelsOf(scene)) {
    const lead = scene.skeleton.slice(Math.max(0, place.at - 120), place.at).match(LEADS)
    let subject: string | undefined
    if (lead) {
      const named = lead.groups?.S?.match(/\d+/)?.[0]
      const slot = named === undefined ? undefined : scene.slots[Number(named)]
      if (slot) subject = slot.entity
      else if (SPEAKS_OF_US.test(lead[0]) || isAskedOfUs(scene, talk)) subject = ours(scene, talk)
    }
    if (!subject && before && AND_SO.test(scene.skeleton.slice(before.place.end, place.at)))
      subject = before.subject
    if (!subject) continue
    // "There is a gardeners' mailing list": whose, is not said.
    if (lead && /^there\b.* an? $/i.test(lead[0]) && !place.id.includes('/') && !bearer(place.id, own))
      continue
    // Another project's own workspace says so itself; of those here, the one whose name it bears has it.
    subject = bearer(place.id, own) ?? subject
    before = { place, subject }
    drafts.push({ subject, object: place.id, qualifiers: doubted(scene, place.at) })
  }
  return drafts
}

const ours = (scene: Scene, talk: Talk): string | undefined =>
  thingMeant(scene, talk, 'we', ['project', 'company'])

const ASKS_WHERE =
  /\b(?:Slack|Discord|mailing lists?|channels?|meetings?|get involved|contribut\w+|find (?:you|out|more)|reach|follow|learn more|where (?:do|can|would|should|will)|join|in touch|community)\b/i

/** Whether the host has just asked where to find them, or the guest has begun to say. */
function isAskedOfUs(scene: Scene, talk: Talk): boolean {
  for (let i = scene.index - 1; i >= Math.max(0, scene.index - 14); i--) {
    const earlier = talk.scenes[i]
    if (!earlier || earlier.interview !== scene.interview) return false
    if (earlier.turn === scene.turn) {
      if (earlier.slots.some((m) => m.kind === 'channel')) return true
      continue
    }
    if (!earlier.speakerIsHost) return false
    if (ASKS_WHERE.test(earlier.turn.text.slice(earlier.sentence.start, earlier.sentence.end))) return true
  }
  return false
}

/** How often, in words; "at 10 AM Pacific" and "alternating weeks" belong to it. */
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?'
const UNIT = `(?:weeks?|months?|quarters?|fortnights?|days?|${DAY})`
const COUNT = '(?:other|second|two|2|three|3|four|4|first|last|third|single|couple of)'
const ONE_CADENCE = `(?:every (?:${COUNT} )?${UNIT}|(?:once|twice|one time) (?:a|per|every) ${UNIT}|(?:bi-?|semi-?)?(?:weekly|monthly)|fortnightly|quarterly|(?:on )?the (?:first|second|third|fourth|last) ${DAY}(?: of (?:the|every|each) month)?|each (?:week|month|${DAY})|on (?:a )?(?:mon|tues|wednes|thurs|fri)days|per (?:week|month))`
/** How often, and on which day; at what time is left to the words of the evidence. */
const CADENCE = cue(new RegExp(`\\b${ONE_CADENCE}(?:,? (?:on )?${ONE_CADENCE})?(?:,? on (?:${DAY}))?`, 'gi'))

/** A gathering, in the sentence that says how often. */
const GATHERING =
  /<h\d+>|\b(?:meetings?|meet(?: up| in| on)?|community calls?|calls?|office hours|town ?halls?|stand-?ups?|hangouts?|syncs?)\b/i
const IS_MEETING = /meeting|call|office-hours|standup|town-hall|hangout|sync/
/** Private gatherings, and what else happens every week. */
const PRIVATE =
  /\b(?:team|manager|boss|(?:my|last|previous|old) (?:\w+ )?job|(?:we|they|I) (?:had|used to)|one[- ]on[- ]ones?|1:1s?|internal|at work|all[- ]hands|release|releases|releasing|released|ship|deploy|podcast|episode|newsletter|show|conference)\b/i
/** A host's question or a guest's short answer that is of meetings and nothing else. */
const ASKS_MEETINGS = /\b(?:meetings?|calls?|office hours|meet|stand-?ups?|hangouts?)\b/i

/** What two ways to say it have in common. */
export function cadenceKey(words: string): string {
  const lower = words.toLowerCase()
  if (/every (?:other|second|two|2)\b|bi-?weekly|fortnight|twice a month/.test(lower)) return 'every other'
  if (/month/.test(lower)) return 'month'
  if (/quarter/.test(lower)) return 'quarter'
  return 'week'
}

interface Cadence {
  words: string
  key: string
}

function cadencesOf(scene: Scene): Cadence[] {
  if (!CADENCE.mayMatch(scene.turn)) return []
  const text = scene.turn.text.slice(scene.sentence.start, scene.sentence.end)
  if (!/week|month|quarter|fortnight|day/i.test(text)) return []
  return [...text.matchAll(CADENCE.regex)].map((m) => {
    const words = m[0].replace(/[\s,.]+$/, '')
    return { words, key: cadenceKey(words) }
  })
}

const wordsOf = (scene: Scene): string => scene.turn.text.slice(scene.sentence.start, scene.sentence.end)

/** The sentence speaks of a meeting, or answers a question about meetings. */
function isOfMeeting(scene: Scene, talk: Talk): boolean {
  const hasMeeting = scene.slots.some((m) => m.kind === 'channel' && IS_MEETING.test(m.entity))
  if (hasMeeting) return true
  const text = wordsOf(scene)
  if (PRIVATE.test(text)) return false
  const plain =
    GATHERING.test(text) && /\b(?:we|our|there(?:['’]s| is| are)|you can|community|it['’]s)\b/i.test(text)
  for (let i = scene.index - 1; i >= Math.max(0, scene.index - 8); i--) {
    const earlier = talk.scenes[i]
    if (!earlier || earlier.interview !== scene.interview || scene.turn.index - earlier.turn.index > 2) break
    const said = wordsOf(earlier)
    if (earlier.turn === scene.turn) {
      if (scene.index - i > 2) continue
      if (earlier.slots.some((m) => m.kind === 'channel' && IS_MEETING.test(m.entity))) return true
      continue
    }
    if (!earlier.speakerIsHost) continue
    if (
      earlier.sentence.question &&
      ASKS_MEETINGS.test(said) &&
      !/\b(?:nice|great|good) to meet\b/i.test(said)
    )
      return plain || text.split(/\s+/).length <= 14
    if (plain && ASKS_WHERE.test(said)) return true
  }
  return false
}

/** One rhythm an interview: the first a guest says, or agrees to; the same words again are further evidence. */
function meets(talk: Talk): Draft[] {
  const drafts: Draft[] = []
  const settled = new Map<number, { subject: string; words: string; key: string }>()
  for (const scene of talk.scenes) {
    if (scene.interview < 0) continue
    const known = settled.get(scene.interview)
    const cadences = cadencesOf(scene)
    const first = cadences[0]
    if (!first) continue
    if (known) {
      // An echo of the host, or the guest again.
      if (first.key === known.key && !scene.sentence.question && isOfMeeting(scene, talk))
        drafts.push({ subject: known.subject, object: known.words, spans: [sceneSpan(scene)] })
      continue
    }
    const isGuest = guestsOf(talk, scene.interview).includes(scene.speaker ?? '')
    const place = scene.skeleton.toLowerCase().indexOf(first.words.toLowerCase())
    if (place >= 0 && isDenied(scene.skeleton, place, place + first.words.length)) continue
    let confirmation: Draft['spans']
    if (!isGuest) {
      const yes = scene.sentence.question && ASKS_MEETINGS.test(wordsOf(scene)) ? affirmed(scene, talk) : null
      if (!yes) continue
      confirmation = [sceneSpan(scene), yes.span]
    } else if (scene.sentence.question || !isOfMeeting(scene, talk)) continue
    const own = owners(scene, talk).filter((id) => id.startsWith('project:'))
    const meeting = scene.slots.find((m) => m.kind === 'channel' && IS_MEETING.test(m.entity))
    const subject = (meeting && bearer(meeting.entity, own)) ?? thingMeant(scene, talk, 'we', ['project'])
    if (!subject) continue
    settled.set(scene.interview, { subject, ...first })
    drafts.push({
      subject,
      object: first.words,
      qualifiers: place >= 0 ? doubted(scene, place) : {},
      spans: confirmation ?? [sceneSpan(scene)],
    })
  }
  return drafts
}

export const CHANNELS: readonly Rule[] = [
  {
    id: 'has-channel/own-name',
    description:
      'A channel that bears the name of the interview’s subject, or is called "ours" by its guest.',
    predicate: 'has_channel',
    confidence: 0.9,
    needs: 'h',
    read: (scene, talk) =>
      channelsOf(scene).flatMap(({ id, at }) => {
        const subject = bearer(id, owners(scene, talk))
        return subject ? [{ subject, object: id, qualifiers: doubted(scene, at) }] : []
      }),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn, and where do I find you?\nVera Lind: We have our own Slack, and there’s a mailing list too.',
        claims: [
          'project:keptn has_channel channel:keptn-slack',
          'project:keptn has_channel channel:keptn-mailing-list',
        ],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn, and where do I find you?\nVera Lind: We’re in the CNCF Slack. Just come to the Keptn channel.',
        claims: ['project:keptn has_channel channel:cncf-slack/keptn'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn, and where do I find you?\nVera Lind: There’s a keptn-dev mailing list, and community meetings every other Tuesday.',
        claims: [
          'project:keptn has_channel channel:keptn-dev-mailing-list',
          'project:keptn has_channel channel:keptn-community-meeting',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn? Do you have a Slack?\nVera Lind: I’m not sure we have an official Slack channel.',
        why: 'it is denied',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: It sends a message to Slack, or starts a Slack bot, when the build breaks.',
        why: 'the service as a tool is no place of the community',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool.\nAda Host: Listeners, join our Slack and ask us anything.',
        why: 'the Slack of the show is not the project’s',
      },
    ],
  },
  {
    id: 'has-channel/led-to',
    description: 'A guest says where they are, or where to go to find them: "we’re on the CNCF Slack".',
    predicate: 'has_channel',
    confidence: 0.8,
    needs: 'h',
    read: led,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn, and where do I find you?\nVera Lind: We are on the Kubernetes Slack.',
        claims: ['project:keptn has_channel channel:kubernetes-slack'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn, and where do I find you?\nVera Lind: There is the automation group in the CNCF Slack.',
        claims: ['project:keptn has_channel channel:cncf-slack/automation'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A friend of mine saw a question about it in the Kubernetes Slack.',
        why: 'something was seen there, which does not make it their place',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool. We are not in the CNCF Slack.',
        why: 'it is denied',
      },
    ],
  },
  {
    id: 'has-channel/confirmed',
    description: 'The host asks whether there is such a channel, and the guest says yes.',
    predicate: 'has_channel',
    confidence: 0.8,
    confirmable: true,
    needs: 'h',
    read: (scene, talk) => {
      if (!scene.sentence.question || !scene.speakerIsHost) return []
      if (!/\b(?:you|your|there)\b/i.test(scene.skeleton)) return []
      return channelsOf(scene).flatMap(({ id }) => {
        const subject = bearer(id, owners(scene, talk)) ?? ours(scene, talk)
        return subject ? [{ subject, object: id }] : []
      })
    },
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool.\nAda Host: Are you on the CNCF Slack?\nVera Lind: Yes, we are.',
        claims: ['project:keptn has_channel channel:cncf-slack'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool.\nAda Host: Are you on the CNCF Slack?\nVera Lind: I would have to look.',
        why: 'the answer does not say yes',
      },
    ],
  },
  {
    id: 'meets/said',
    description:
      'How often the community meets, in the guest’s words, or in a host’s question that the guest affirms.',
    predicate: 'meets',
    confidence: 0.85,
    find: meets,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn, and where do I find you?\nVera Lind: There’s a community call monthly.',
        claims: ['project:keptn meets monthly'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool.\nAda Host: Do you have weekly meetings?\nVera Lind: Yes, we do.',
        claims: ['project:keptn meets weekly'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool.\nAda Host: And are there meetings?\nVera Lind: Fortnightly. Everybody is welcome.',
        claims: ['project:keptn meets Fortnightly'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool.\nAda Host: Do you have weekly meetings?\nVera Lind: I never go to any.',
        why: 'a question asserts nothing',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool. We ship a release every week.',
        why: 'releases are no meetings',
      },
    ],
  },
]
