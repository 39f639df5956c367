/** Where a project or company is found on the web. */
import type { UrlRole } from '../../../src/schema.ts'
import { mentionsWithin } from '../../subjects.ts'
import { squash } from '../../text.ts'
import type { LinkedMention } from '../../types.ts'
import type { Draft, Rule } from '../rule.ts'
import { type Scene, type Talk, thingMeant } from '../scene.ts'

const CODE_HOSTS = /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|git\.[\w.-]+)(?:\/|$)/
const CHAT = /(?:^|[./])(?:slack|discord|discord\.gg|gitter|matrix|zulip|chat)(?:[./]|$)/
const SOCIAL =
  /^(?:twitter|x|youtube|youtu|linkedin|facebook|instagram|mastodon|reddit|medium|meetup|eventbrite|zoom|apple|spotify|google|bit|t|dev|hashnode|substack)\.[a-z]{2,3}(?:\/|$)/

const slugOf = (m: LinkedMention): string => m.entity.slice('url:'.length)

/** What an address is for, by its host and path. */
function roleOf(address: string, sentence: string): UrlRole {
  const slash = address.indexOf('/')
  const path = slash < 0 ? '' : address.slice(slash + 1)
  if (CODE_HOSTS.test(address)) return 'repository'
  if (CHAT.test(address)) return 'chat'
  if (/(?:^|[./])blog/.test(address)) return 'blog'
  if (/^docs\.|(?:^|\/)docs?(?:\/|$)|documentation/.test(address)) return 'docs'
  if (/\bmarketplace\b|\bhub of\b/i.test(sentence)) return 'marketplace'
  return path ? 'other' : 'homepage'
}

/** Letters of the address's own name: host without its ending, the host as a whole, and the first part of a code path. */
function namesOf(address: string): string[] {
  const [host = '', first = '', second = ''] = address.split('/')
  if (CODE_HOSTS.test(address)) return [squash(second), squash(first)].filter(Boolean)
  const labels = host.split('.')
  return [
    squash(host),
    squash(labels.at(-2) ?? ''),
    labels.length > 2 ? squash(labels.slice(0, -2).join('')) : '',
  ].filter(Boolean)
}

/** The project or company whose name the address bears, among what the episode names. */
function bearer(address: string, candidates: readonly LinkedMention[], talk: Talk): string | undefined {
  const names = namesOf(address)
  const recorded = candidates.find((m) => {
    const record = talk.names.entry(m.entity)?.record
    const known = [record?.homepage, record?.repository].map((u) =>
      u
        ?.replace(/^https?:\/\/(?:www\.)?/, '')
        .replace(/\/$/, '')
        .toLowerCase(),
    )
    return known.includes(address)
  })
  if (recorded) return recorded.entity
  for (const name of names) {
    const found = candidates.find(
      (m) => squash(m.entity.slice(m.entity.indexOf(':') + 1)) === name || squash(m.surface) === name,
    )
    if (found) return found.entity
  }
  return undefined
}

/** Kinds that may bear an address; only projects and companies get a claim, the others keep it from going astray. */
const MAY_BEAR = new Set(['project', 'company', 'technology', 'foundation', 'event', 'person'])
const isOwner = (m: LinkedMention): boolean => m.kind === 'project' || m.kind === 'company'
const OURS =
  /\b(?:our|we|us|you can find|find (?:me|us|it)|check (?:it|us|them) out|(?<!\b(?:would|will|it|they|he|she|I) )(?:go to|head (?:over )?to|visit)|website|web site|site|homepage|repo|repository)\b/i
/** Right before an address where one is told to look; elsewhere an address is a name: "Compose.io sponsors us". */
const LOCATES =
  /(?:\b(?:at|on|to|is|visit|it['’]s|that['’]s|there['’]s|check out|under|(?:website|site|page|repo|domain) called|website|site|homepage|repo|repository|through|our)(?: (?:our|the|just|like|a))*|[:–-])[ "“([]*$/i
/** Right after such an address: "keptn.sh is our website", or nothing more. */
const IS_PLACE = /^["“”)\]]*(?:[.!?…]*$|,? (?:is|that['’]s) (?:the|our|where)\b)/
/** Somebody else's address: that of the show, of another thing, or one made up. */
const FOREIGN =
  /\b(?:independent|third[- ]party|somebody else|companies like|the show|this show|show notes|podcast|episodes?|listeners?|subscribe)\b/i

function said(scene: Scene, talk: Talk): Draft[] {
  const interview = talk.conversation.interviews[scene.interview]
  const near = (interview ? mentionsWithin(talk.mentions, interview) : talk.mentions).filter((m) =>
    MAY_BEAR.has(m.kind),
  )
  const text = scene.turn.text.slice(scene.sentence.start, scene.sentence.end)
  return scene.slots
    .filter((m) => m.kind === 'url')
    .flatMap((m) => {
      const address = slugOf(m)
      if (linkText(scene, m) || SOCIAL.test(address)) return []
      const projectFirst = [...near].sort(
        (a, b) => Number(b.kind === 'project') - Number(a.kind === 'project'),
      )
      const role = roleOf(address, text)
      const subject = bearer(address, projectFirst, talk)
      const own = subject ? [{ subject, object: m.entity, qualifiers: { role }, confidence: 0.95 }] : []
      const isOurs = /\b(?:we (?:\w+ ){0,2}have|our)\b[^.]{0,60}$/i.test(
        scene.skeleton.slice(0, scene.places[scene.slots.indexOf(m)] ?? 0),
      )
      const isMain =
        subject === talk.subjects[scene.interview]?.project ||
        subject === talk.subjects[scene.interview]?.company
      if (subject && (isMain || !isOurs)) return own
      const before = talk.scenes[scene.index - 1]
      const context = `${before?.turn === scene.turn || before?.sentence.question ? before.skeleton : ''} ${scene.skeleton}`
      const place = scene.places[scene.slots.indexOf(m)] ?? 0
      const after = scene.skeleton.slice(place).replace(/^<u\d+>/, '')
      const isPlace = LOCATES.test(scene.skeleton.slice(0, place)) || IS_PLACE.test(after)
      const isForeign = FOREIGN.test(context) || !isPlace
      // "… called [WebThing] (webthing.dev)": the address is that of the name before it.
      const isOfNameBefore = /\p{Lu}\S*\]? *\($/u.test(
        scene.skeleton.slice(0, scene.places[scene.slots.indexOf(m)] ?? 0),
      )
      if (!OURS.test(context) || scene.speakerIsHost || isForeign || isOfNameBefore) return own
      const meant = thingMeant(scene, talk, 'we', ['project', 'company'])
      return meant && meant !== subject
        ? [...own, { subject: meant, object: m.entity, qualifiers: { role }, confidence: 0.75 }]
        : own
    })
}

/** For `[words](address)`, the one mention that the words are. */
function linkText(scene: Scene, url: LinkedMention): LinkedMention | undefined {
  const place = scene.places[scene.slots.indexOf(url)] ?? 0
  const match = scene.skeleton.slice(0, place).match(/\[([^\]]{0,80})\]\($/)
  if (!match) return undefined
  const slots = [...(match[1] ?? '').matchAll(/<[a-z](\d+)>/g)].map((s) => scene.slots[Number(s[1])])
  return slots.length === 1 ? slots[0] : url
}

/** What a link's words may say beside the name of what it leads to. */
const BESIDE_NAME =
  /^(?:the |['’]s|v?\d[\d.]*|projects?|blog|docs?|documentation|web ?site|site|home ?page|repo|repository|page|wiki|GitHub|community|Slack|Discord|forum|channel|server|open source|library|framework|tool|app|[\s[.,"“”*_`()])*$/i

function linked(scene: Scene, talk: Talk): Draft[] {
  return scene.slots
    .filter((m) => m.kind === 'url')
    .flatMap((m) => {
      const owner = linkText(scene, m)
      if (!owner || owner === m) return []
      const address = slugOf(m)
      const holder =
        owner.kind === 'url'
          ? bearer(slugOf(owner), talk.mentions.filter(isOwner), talk)
          : isOwner(owner)
            ? owner.entity
            : undefined
      if (!holder) return []
      const words = (
        scene.skeleton
          .slice(0, scene.places[scene.slots.indexOf(m)] ?? 0)
          .match(/\[([^\]]{0,80})\]\($/)?.[1] ?? ''
      ).replace(/<[a-z]\d+>/, '')
      // The words must be little more than the name: "[NATS](…)", "[the NATS blog](…)"; "[Practical Vim](…)" is a book.
      if (!BESIDE_NAME.test(words)) return []
      const role = roleOf(address, '')
      return [
        {
          subject: holder,
          object: m.entity,
          qualifiers: { role },
          confidence: role === 'other' ? 0.6 : 0.85,
        },
      ]
    })
}

export const ADDRESSES: readonly Rule[] = [
  {
    id: 'has-url/said',
    description:
      'An address is said that bears the name of a project or company of the talk, or that the guest gives as "our" website.',
    predicate: 'has_url',
    confidence: 0.9,
    confirmable: true,
    needs: 'u',
    read: said,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where do I find Keptn?\nVera Lind: On Keptn dot S-H.',
        claims: ['project:keptn has_url url:keptn.sh role=homepage'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where is the code?\nVera Lind: It’s GitHub @keptn.',
        claims: ['project:keptn has_url url:github.com/keptn role=repository'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: A tool. And compose.io is sponsoring our meet-up.',
        why: 'the address is used as a name, and nobody is led there',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where do you shop?\nVera Lind: I buy my shoes at bigshoes.com.',
        why: 'an address of somebody else',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What else?\nVera Lind: We have a band called [BigShoes] (bigshoes.example.com).',
        why: 'the address of the name before it',
      },
    ],
  },
  {
    id: 'has-url/linked',
    description: 'The transcript links the name of a project or company to an address.',
    predicate: 'has_url',
    confidence: 0.85,
    needs: 'u',
    read: linked,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind here.\nVera Lind: We looked at [Falco](https://falco.org/) first.',
        claims: ['project:falco has_url url:falco.org role=homepage'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I like a book called [Practical Vim](https://books.example.com/practical), by somebody.',
        why: 'the words name something else',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind here.\nVera Lind: We read [a long and funny story about Falco and others](https://stories.example.org/falco) first.',
        why: 'a story about it is not its address',
      },
    ],
  },
]
