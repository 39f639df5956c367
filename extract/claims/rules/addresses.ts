/** Where a project or company is found on the web. */
import type { UrlRole } from '../../../src/schema.ts'
import { mentionsWithin } from '../../subjects.ts'
import { squash } from '../../text.ts'
import type { LinkedMention } from '../../types.ts'
import type { Draft, Rule } from '../rule.ts'
import { type Scene, sceneSpan, type Talk, thingMeant } from '../scene.ts'

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
    const bears = (m: LinkedMention, same: (bare: string) => boolean): boolean =>
      same(squash(m.entity.slice(m.entity.indexOf(':') + 1))) || same(squash(m.surface))
    const found =
      candidates.find((m) => bears(m, (bare) => bare === name)) ??
      candidates.find((m) => bears(m, (bare) => bare.length >= LONG_NAME && isExtended(name, bare)))
    if (found) return found.entity
  }
  return undefined
}

/** A name shorter than this is also the beginning of another: "get", "Go". */
const LONG_NAME = 4
/** What an address has beside a name: "opencensus-go", "getporter.org", "useplaintext.email". */
const ENDING =
  /^(?:go|golang|js|py|python|rs|rust|java|io|dev|org|app|project|hq|lang|lib|docs|web|website|sh|com)$/
const isExtended = (name: string, bare: string): boolean =>
  (name.startsWith(bare) && ENDING.test(name.slice(bare.length))) ||
  (name.endsWith(bare) && /^(?:go|get|try|use|the|join)$/.test(name.slice(0, -bare.length)))

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
      // "If you go to … and search": anybody's address.
      const isAnyones = /\bif (?:you|we|I) (?:[a-z]+ ){0,3}(?:to|at|on) \[?$/i.test(
        scene.skeleton.slice(0, place),
      )
      const isForeign = FOREIGN.test(context) || !isPlace || isAnyones
      // "… called [WebThing] (webthing.dev)": the address is that of the name before it.
      const isOfNameBefore = /\p{Lu}\S*\]? *\($/u.test(
        scene.skeleton.slice(0, scene.places[scene.slots.indexOf(m)] ?? 0),
      )
      const meantByIt = subject === undefined && !isOfNameBefore ? ofTopic(scene, m, talk) : undefined
      if (meantByIt !== undefined)
        return [{ subject: meantByIt, object: m.entity, qualifiers: { role }, confidence: 0.8 }]
      if (!OURS.test(context) || scene.speakerIsHost || isForeign || isOfNameBefore) return own
      const meant = thingMeant(scene, talk, 'we', ['project', 'company'])
      return meant && meant !== subject
        ? [...own, { subject: meant, object: m.entity, qualifiers: { role }, confidence: 0.75 }]
        : own
    })
}

/** "It's at …", "you can find it at …": where the thing that was just spoken of is found. */
const IT_IS_AT =
  /^(?:\\?\[[\d:.]+\\?\] ?)?(?:(?:and|so|yeah|but|um|anyway|again|-+),? )*(?:(?:<p\d+>,? )?-+ )?(?:(?:I think |I believe )?(?:it|that|this)(?:['’]s| is| lives)|(?:you can |go )?(?:find|get|see|check|look at|download|grab) (?:it|that|this|them)(?: out)?|the (?:repo|repository|site|website|web site|project|code|source|page|address|URL|link) is|(?:go|head)(?: over)?)(?: just| over| up| online| open source| all| like)*(?: at| on| to)?(?: just)? \[?<u\d+>/i

/** The project that a sentence goes on about, where it says that "it" is at this address. */
function ofTopic(scene: Scene, m: LinkedMention, talk: Talk): string | undefined {
  const place = scene.places[scene.slots.indexOf(m)] ?? 0
  const said = scene.skeleton.match(IT_IS_AT)?.[0]
  if (
    said === undefined ||
    (scene.skeleton.indexOf('<u') !== place && !scene.skeleton.startsWith('](', place - 2))
  )
    return undefined
  const before = talk.scenes[scene.index - 1]
  const near = talk.topics[scene.index] ?? (before?.turn === scene.turn ? onlyProject(before) : undefined)
  return near?.startsWith('project:') ? near : undefined
}

const onlyProject = (scene: Scene): string | undefined => {
  const named = new Set(scene.slots.filter((m) => m.kind === 'project').map((m) => m.entity))
  return named.size === 1 ? [...named][0] : undefined
}

/** For `[words](address)`, the one mention that the words are. */
function linkText(scene: Scene, url: LinkedMention): LinkedMention | undefined {
  const place = scene.places[scene.slots.indexOf(url)] ?? 0
  const match = scene.skeleton.slice(0, place).match(/\[([^\]]{0,80})\]\($/)
  if (!match) return undefined
  const slots = [...(match[1] ?? '').matchAll(/<[a-z](\d+)>/g)].map((s) => scene.slots[Number(s[1])])
  return slots.length === 1 ? slots[0] : url
}

/** The project or company of the talk that bears the name of a product or site. */
function namesake(m: LinkedMention, talk: Talk): string | undefined {
  if (m.kind !== 'technology') return undefined
  const slug = m.entity.slice('technology:'.length)
  return talk.mentions.find((o) => isOwner(o) && o.entity.endsWith(`:${slug}`))?.entity
}

/** What a link's words may say beside the name of what it leads to. */
const BESIDE_NAME =
  /^(?:the |['’]s|v?\d[\d.]*|projects?|blog|docs?|documentation|web ?site|site|home ?page|repo|repository|page|wiki|GitHub|community|Slack|Discord|forum|channel|server|open source|library|framework|tool|app|API|SDK|CLI|team|organi[sz]ation|command|operator|package|plugin|client|client library|database|docs|[\s[.,"“”*_`()])*$/i

function linked(scene: Scene, talk: Talk): Draft[] {
  return scene.slots
    .filter((m) => m.kind === 'url')
    .flatMap((m) => {
      const owner = linkText(scene, m)
      if (!owner || owner === m) return []
      const address = slugOf(m)
      const holder =
        owner.kind === 'url'
          ? (bearer(slugOf(owner), talk.mentions.filter(isOwner), talk) ?? ofTopic(scene, m, talk))
          : isOwner(owner)
            ? owner.entity
            : namesake(owner, talk)
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
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: There is a tool called Falco. It’s at github.com/sysdig/runtime.',
        claims: ['project:falco has_url url:github.com/sysdig/runtime role=repository'],
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
    // A link stands beside what is said, be that a question or not.
    find: (talk) =>
      talk.scenes.flatMap((scene) =>
        scene.skeleton.includes('](<u')
          ? linked(scene, talk).map((draft) => ({ ...draft, spans: [sceneSpan(scene)] }))
          : [],
      ),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind here.\nVera Lind: We looked at [Falco](https://falco.org/) first.',
        claims: ['project:falco has_url url:falco.org role=homepage'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind here. Did you look at [Falco](https://falco.org/)?\nVera Lind: No.',
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
