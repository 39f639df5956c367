/** Names that no registry knows, found by what is said around them, and typed by it. */
import { entityId } from '../../src/ids.ts'
import type { EntityKind } from '../../src/schema.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Names } from '../names/index.ts'
import { type Cue, cue } from '../scan/cue.ts'
import { squash } from '../text.ts'
import { EMPLOYED, OF_A_FIELD } from '../trades.ts'
import type { Mention, ReadTurn, Token } from '../types.ts'
import type { Linked } from './linked.ts'

type Kind = Extract<EntityKind, 'project' | 'company' | 'technology' | 'event'>

const JOBS = `(?:${EMPLOYED}${OF_A_FIELD}|employees?|team|folks|people|guys|friends?|colleagues?|maintainers?|contributors?)`
/** Of a company, where a director or head is "of" a field: "Head of Corporate Communications". */
const OFFICES =
  '(?:C[A-Z]O|president|co-?founders?|founders?|owners?|partner|employees?|team|folks|people|guys|friends?|developers?|engineers?|members?)'
/** Ends right before the name. The first that fits decides. */
const BEFORE: readonly {
  pattern: Cue
  /** What must come right after the name. */
  after?: RegExp
  kind: Kind
  rule: string
  confidence: number
}[] = [
  {
    pattern: cue(
      /\b(?:tool|project|library|framework|product|package|plugin|platform|CLI|database|open[- ]source \w+)(?:,? (?:that|which|it)(?:['’]s| is| was))? (?:called|named) $/i,
    ),
    kind: 'project',
    rule: 'coined:named-so',
    confidence: 0.75,
  },
  {
    pattern: cue(
      /\b(?:company|startup|start-up|consultancy|agency)(?:,? (?:that|which|it)(?:['’]s| is| was))? (?:called|named) $/i,
    ),
    kind: 'company',
    rule: 'coined:company-named-so',
    confidence: 0.75,
  },
  {
    // "our own scheduler, Tumbleweed, which …"
    pattern: cue(
      /\b(?:an?|our|my|their|his|her|this|new|own|a new|another) (?:[a-z-]+ ){0,3}(?:product|project|tool|library|database|scheduler|framework|platform|compiler|runtime|orchestrator|operator|package|CLI|service mesh|plugin|debugger|IDE|SDK), $/i,
    ),
    after: /^(?:[,.!?…]|$| (?:that|which|is|to|for)\b)/,
    kind: 'project',
    rule: 'coined:apposed',
    confidence: 0.7,
  },
  {
    pattern: cue(
      /\b(?:(?:creators?|maintainers?|contributors?) of|(?:contribut(?:e[ds]?|ing)|contributors?) to|authors? behind) (?:the )?$/i,
    ),
    kind: 'project',
    rule: 'coined:author-of',
    confidence: 0.75,
  },
  {
    pattern: cue(
      /\b(?:company|startup|start-up|firm|vendor|user|customer|client|member|consultancy|agency|business|employer|bank)(?:,? (?:that|which|it)(?:['’]s| is| was)| (?:based )?(?:here |down )?(?:in|out of|near) (?:[\w.]+,? ){0,3}[\w.]+)? (?:called|named|like|known as) $/i,
    ),
    kind: 'company',
    rule: 'coined:company-called',
    confidence: 0.75,
  },
  {
    pattern: cue(
      /\b(?:tool|project|library|framework|software|product|thing|language|platform|service|package|engine|plugin|operator|CLI|app|system|database|feature|module|application|program|alternative|something|one)(?:,? (?:that|which|it|this)(?:['’]s| is| was)| I| we| (?:by|for|to|from|in|with|of) (?:[\w'’-]+ ){0,5}[\w'’-]+)? (?:called|named|known as) (?:the )?(?:project )?$/i,
    ),
    kind: 'project',
    rule: 'coined:tool-called',
    confidence: 0.75,
  },
  {
    pattern: cue(
      /\b(?:it['’]s|it is|that['’]s|is|are|was|were|which is|be|being)(?: (?:[a-z]+ly|just|now|also))? (?:called|named|known as) (?:the )?(?:project )?$/i,
    ),
    kind: 'project',
    rule: 'coined:is-called',
    confidence: 0.6,
  },
  {
    // "I named it X", "the name of the tool is X". What people "call" something is a joke as often as a name.
    pattern: cue(
      /\b(?:(?:we|I|they|you|people)(?: (?:just|actually|also|then|ended up|decided to))? (?:named|naming|dubbed)(?: (?:it|this|that|the (?:project|tool|library|thing)))?|name of (?:it|the (?:tool|project|library|package|product|thing|company)) (?:is|was)) $/i,
    ),
    kind: 'project',
    rule: 'coined:we-call',
    confidence: 0.6,
  },
  {
    pattern: cue(
      /\b(?:our|today['’]s|first|second|next|show) sponsors?(?: for (?:today|this (?:show|episode)))? (?:is|are|today is|today,) $/i,
    ),
    kind: 'company',
    rule: 'coined:sponsor',
    confidence: 0.75,
  },
  {
    pattern: cue(
      /\b(?:release|clone|fork|port|equivalent|successor|predecessor|alternative|competitor|wrapper|replacement|plugin|bindings) (?:of|to|for|around) (?:the )?$/i,
    ),
    kind: 'project',
    rule: 'coined:kin-of',
    confidence: 0.55,
  },
  {
    pattern: cue(
      /\b(?:us(?:e|es|ed|ing)|tr(?:y|ied|ying)(?: out)?|via|install(?:ed|ing)?|adopt(?:ed|ing)?|switched to|migrat(?:ed|ing) (?:to|from)|built (?:on|with|using|in)|written in|based on|runs? on|on top of|powered by|compatible with|inspired by|heard of|heard about|play(?:ed|ing)? with|experiment(?:ed|ing)? with|check(?:ed|ing)? out|(?:tools?|things?|something|libraries|projects?|databases?|frameworks?|systems?|software|stuff|languages?|products?|services?) (?:like|such as)) (?:the |an? )?$/i,
    ),
    kind: 'project',
    rule: 'coined:used',
    confidence: 0.5,
  },
  {
    pattern: cue(
      /\b(?:conference|meet-?up|event|summit)(?:,? (?:that|which|it)(?:['’]s| is| was))? (?:called|named|like) $/i,
    ),
    kind: 'event',
    rule: 'coined:event-called',
    confidence: 0.75,
  },
  {
    pattern: cue(
      /\b(?:I|we|they|he|she|you|who) (?:have )?(?:work|works|worked|working|started|joined|left|interned)(?:ed|ing)? (?:at|for|with) $/i,
    ),
    kind: 'company',
    rule: 'coined:works-at',
    confidence: 0.75,
  },
  {
    pattern: cue(
      /\b(?:work(?:s|ed|ing)?|interned|employed|a job) (?:first |mostly |now |there |full[- ]time |back then |briefly )?at $|\b(?:[Aa]nother|[Aa]|[Tt]his|[Nn]ew|[Ss]mall) (?:company|startup|agency|firm|consultancy), $/,
    ),
    kind: 'company',
    rule: 'coined:works-at',
    confidence: 0.7,
  },
  {
    pattern: cue(/\b(?:I'm|I am|you're|you are|he's|she's|he is|she is|we're|they're) (?:at|with) $/i),
    kind: 'company',
    rule: 'coined:is-with',
    confidence: 0.65,
  },
  {
    pattern: cue(/\b(?:joined|left|founded|co-founded|started|acquired by|bought by) $/i),
    kind: 'company',
    rule: 'coined:joined',
    confidence: 0.6,
  },
  {
    pattern: cue(
      /\b(?:I|he|she) (?:run|runs|lead|leads|manage|manages|head|heads|look after|looks after) (?:[\w-]+ ){1,5}at $/i,
    ),
    kind: 'company',
    rule: 'coined:runs-at',
    confidence: 0.7,
  },
  {
    pattern: cue(
      new RegExp(
        String.raw`\b(?:${JOBS} (?:(?:that|who) [a-z]+s (?:[\w-]+ ){1,5}(?:at|for)|at|from|for|with|over at|here at)|${OFFICES} of) $`,
        'i',
      ),
    ),
    kind: 'company',
    rule: 'coined:job-at',
    confidence: 0.75,
  },
  {
    pattern: cue(
      /\b(?:[Ww]e|[Uu]s|here|over|back|while|I was|he was|she was|been|time|years|(?:started|began)(?: out| off)?) at $/,
    ),
    kind: 'company',
    rule: 'coined:we-at',
    confidence: 0.6,
  },
  {
    pattern: cue(
      /\bone of our (?:own |biggest |larger |first |early )*(?:customers|users|adopters|members|clients)(?: is| was|,) $/i,
    ),
    kind: 'company',
    rule: 'coined:one-of-our',
    confidence: 0.7,
  },
  {
    // "Talos Linux, from Sidero": a thing with a capital, and whose it is.
    pattern: cue(/\p{Lu}[\p{L}\d.-]+, from $/u),
    kind: 'company',
    rule: 'coined:thing-from',
    confidence: 0.6,
  },
  {
    pattern: cue(/\b(?:users|customers|customer) (?:is|are|like|such as|called) $/i),
    kind: 'company',
    rule: 'coined:customer',
    confidence: 0.6,
  },
]
/** Software by what is done to it; the name must look like one or be said again and again. */
const MADE = cue(
  /\b(?:built|build|building|made|wrote|write|writing|created?|creating|started?|develop(?:ed|ing)?|maintain(?:ed|ing)?|released?|launch(?:ed)?|shipped|open[- ]sourced|install(?:ed)?|contribut(?:e|ed|ing) to) (?:the |this )?$/i,
)
const IS_SOFTWARE = cue(
  /^(?:,? (?:which is|is|was))? (?:an?|the|my|our) (?:[\w-]+ ){0,3}(?:tool|project|library|framework|operator|plugin|engine|database|replacement|CLI|package|compiler|server|service mesh)\b/i,
)
/** Begins right after the name. */
const AFTER: readonly { pattern: Cue; kind: Kind; rule: string; confidence: number }[] = [
  {
    pattern: cue(/^['’]s (?:CEO|CTO|COO|CIO|CISO|founder|co-founder|engineering team|customers|employees)\b/),
    kind: 'company',
    rule: 'coined:s-officer',
    confidence: 0.75,
  },
  {
    pattern: cue(
      /^,? (?:they['’]re|they are|it['’]s|it is|that['’]s|which is|who are) (?:an? |the )?(?:[\w-]+ ){0,4}(?:company|startup|operator|bank|vendor|firm|retailer|grocer|insurer|supermarket|airline|railway|manufacturer|consultancy|agency|telco|carrier|utility|business)\b/i,
    ),
    kind: 'company',
    rule: 'coined:they-are-a',
    confidence: 0.7,
  },
  {
    pattern: cue(
      /^ (?:project|framework|library|package|CLI|tool|IDE|daemon|plugin|compiler|debugger|linter|SDK|extension)\b/,
    ),
    kind: 'project',
    rule: 'coined:is-project',
    confidence: 0.78,
  },
  {
    // "at Acme Guides we have …": where those who speak work.
    pattern: cue(
      /^,? we(?:['’](?:re|ve|d))? (?:use|used|have|had|do|did|built|build|run|ran|were|are|wrote|started)\b/,
    ),
    kind: 'company',
    rule: 'coined:there-we',
    confidence: 0.6,
  },
  { pattern: cue(/^,? which uses\b/i), kind: 'company', rule: 'coined:which-uses', confidence: 0.65 },
]
/** Right after a name that is a subject taught, a place or an occasion: "at Latin class". */
const NOT_MADE =
  /^ (?:class(?:es)?|course|lessons?|school|college|university|conference|meet-?up|street|airport|time)\b/
/** The last word of a place. */
const PLACE = / (?:Hall|Street|Avenue|Park|Airport|Station|Beach|Hotel|Square|Stadium|Theat(?:er|re))$/
/** Right after a person: "Vera from GitLab", "Tom with Stacklet". */
const PERSON_LINK =
  /^(?: and \p{Lu}\p{L}+)?,? (?:here |today )?(?:from|of|at|with|over at|over from|who works (?:at|for)|who is (?:at|with)) $/u

const NOT_NAMES = new Set(
  'i a the and but so well yeah yes no okay ok oh wow right what why how when where who monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december english american european god christmas internet oss foss command web nosql webhook webhooks mac pc gopher gophers orm gui ide sdk gpu json http html css xml rpc ceo cto vp api apis cli ui ux os it pr prs faq infosec ocd adhd paas saas iaas faas faang maang whatever something ai ml db vm vms sre devops dev ops hr qa twitter youtube google github'.split(
    ' ',
  ),
)

/** Around an everyday word that is a project's name. */
const IS_THE_PROJECT = /\b[Tt]he <> project\b/

/** After the first word of a longer name: "Capture the Flag". */
const GOES_ON = /^ (?:(?:with|of|in|for|to|by|on|the|a|who) ){1,2}\p{Lu}/u

/** Right after a town: "from Tromsø, Norway". */
const isTown = (after: string, lexicon: Lexicon): boolean => {
  const land = /^, (\p{Lu}\p{L}+)/u.exec(after)?.[1]?.toLowerCase()
  return land !== undefined && lexicon.isPlace(land)
}

/** Right before a place of work that "we" follow. */
const IS_AT = /(?:^|[,.;] |\b(?:[Ss]o|[Aa]nd|[Bb]ut|[Ll]ike|[Bb]ecause|[Ee]xample,) )[Aa]t $/

/** Says of itself that it is an occasion: "ElixirConf", "Tech Summit". */
const SORT_OF_EVENT =
  /\p{Ll}(?:Con|Conf|Fest)(?: (?:EU|UK|US|NA|\d{4}))?$| (?:Summit|Conference|Meetup|Conf|Hackathon)$/u
/** Reasons that are not good enough for letters that stand for a notion, or a word that is also written small. */
const WEAK: ReadonlySet<string> = new Set([
  'coined:used',
  'coined:kin-of',
  'coined:we-call',
  'coined:is-project',
  'coined:is-called',
  'coined:listed',
  'coined:camel',
])

/** Between the members of a list. */
const LISTED =
  /^(?:,|,? (?:and|or|versus|vs\.?)|\/|,? (?:and|or) (?:also|even|then|maybe|there['’]s|there is|things like|tools like))? ?$/
const LISTABLE: ReadonlySet<EntityKind> = new Set(['project', 'technology', 'company', 'event'])

/** Parts of identifiers in code, which stand in talk of programs as names do: "ServeHTTP", "HandlerFunc". */
const IN_CODE =
  /^(?:Get|Set|New|Read|Write|Is|Has|Must|With|On|Do|Add|Make|Parse|Print|Handle|Serve|Open|Close|Marshal|Unmarshal|To|From)\p{Lu}|(?:Func|Err|Error|Ctx|Handler|Reader|Writer|Closer|Struct|Type|Interface|Context|Map|List|Slice|Test|Group|Pool|Value|Buffer|Request|Response)s?$/u

/** Says of itself that it is a company: "Acme Insurance", "Sidero Labs". */
const SORT_OF_COMPANY =
  /[ -](?:Bank|Insurance|Airlines|Airways|Railways?|Telecom|Technologies|Labs|Robotics|Pharma|Financial|Logistics|Motors|Holdings|Ventures|Consulting|Supermarkets?|Inc|GmbH|Ltd|Corp)$/

/** Begins a sentence with a capital that is no name's: "At Acme Insurance". */
const LEADS_IN =
  /^(?:the|does|did|at|in|on|from|with|for|by|of|to|as|if|when|while|our|my|your|their|is|was)$/

/** "V2": a version, not a name. */
const VERSION = /^v\d+$/i

interface Coinage {
  kind: Kind
  name: string
  rule: string
  confidence: number
  /** How often an ordinary word must stand with a capital of its own to be believed. */
  needs?: number
}

/** Reasons that are good enough for an ordinary word, where it has a capital of its own so often. */
const FOR_ORDINARY: Record<string, number> = {
  'coined:repository': 1,
  'coined:script': 1,
  'coined:named-so': 1,
  'coined:company-named-so': 1,
  'coined:tool-called': 2,
  'coined:person-from': 2,
  'coined:works-at': 2,
  'coined:job-at': 2,
  'coined:author-of': 3,
  'coined:is-project': 4,
}

/** The capitalised words from a token on, at most four, without what is taken. */
function nameAt(
  turn: ReadTurn,
  i: number,
  isTaken: (t: Token) => boolean,
  initials: ReadonlySet<number>,
): number {
  let last = i
  while (last < i + 3) {
    const here = turn.tokens[last] as Token
    const next = turn.tokens[last + 1]
    if (!next || !/^[ -]$/.test(turn.text.slice(here.end, next.start)) || !next.word.capital) break
    if (
      /['’]s$/.test(here.text) ||
      initials.has(last + 1) ||
      isTaken(next) ||
      NOT_NAMES.has(next.lower.replace(/['’].*$/, ''))
    )
      break
    last++
  }
  return last
}

/**
 * Finds names of projects and companies that the registry does not know, or knows as everyday words only.
 * @param taken spans that are already names, by turn
 * @param people spans of people, by turn
 * @param vouched names in links, names of repositories in addresses, the mentions that are
 *   known, and the words that the talk writes small
 */
export function findCoined(
  turns: readonly ReadTurn[],
  names: Names,
  lexicon: Lexicon,
  taken: ReadonlyMap<number, readonly (readonly [number, number])[]>,
  people: ReadonlyMap<number, readonly (readonly [number, number])[]>,
  vouched: {
    linked: readonly Linked[]
    repositories: ReadonlySet<string>
    known: readonly Mention[]
    lowerCase: ReadonlySet<string>
  },
): Mention[] {
  const coined = new Map<string, Coinage>()
  /** How often each name stands with a capital that is not a sentence's. */
  const capitals = new Map<string, number>()
  const candidates: { turn: ReadTurn; start: number; end: number; key: string }[] = []
  const note = (key: string, coinage: Coinage): void => {
    const known = coined.get(key)
    // An ordinary word keeps the reason that asks for the least, and of several such the surest.
    const less = (known?.needs ?? 0) - (coinage.needs ?? 0)
    if (!known || less > 0 || (less === 0 && known.confidence < coinage.confidence)) coined.set(key, coinage)
  }
  const linkedByTurn = new Map<number, Linked[]>()
  for (const link of vouched.linked)
    if (link.kind !== 'person') {
      const { name, kind, confidence } = link
      note(name.toLowerCase(), { kind, name, rule: 'coined:linked', confidence })
      linkedByTurn.set(link.turn, [...(linkedByTurn.get(link.turn) ?? []), link])
    }
  const knownByTurn = new Map<number, Mention[]>()
  for (const mention of vouched.known)
    if (LISTABLE.has(mention.candidates[0]?.kind ?? 'url'))
      knownByTurn.set(mention.turn, [...(knownByTurn.get(mention.turn) ?? []), mention])
  for (const turn of turns) {
    const spans = [...(taken.get(turn.index) ?? []), ...(people.get(turn.index) ?? [])]
    const isTaken = (t: Token): boolean => spans.some(([start, end]) => t.start < end && start < t.end)
    const cuesBefore = BEFORE.filter((c) => c.pattern.mayMatch(turn))
    const cuesAfter = AFTER.filter((c) => c.pattern.mayMatch(turn))
    const initials = new Set(turn.sentences.map((s) => s.firstToken))
    const links = linkedByTurn.get(turn.index) ?? []
    for (const { start, end, name } of links)
      if (!spans.some(([s, e]) => start < e && s < end))
        candidates.push({ turn, start, end, key: name.toLowerCase() })
    const isInLink = (t: Token): boolean => links.some(({ start, end }) => t.start < end && start < t.end)
    let done = -1
    for (const i of turn.capitals) {
      if (i <= done) continue
      const token = turn.tokens[i] as Token
      if (isInLink(token)) continue
      const lower = token.lower.replace(/['’].*$/, '')
      if (isTaken(token) || NOT_NAMES.has(lower) || token.text.length < 2) continue
      if (initials.has(i) && LEADS_IN.test(lower)) continue
      const last = nameAt(turn, i, isTaken, initials)
      const bareEnd =
        (turn.tokens[last] as Token).start + (turn.tokens[last] as Token).text.replace(/['’]s?$/, '').length
      const isScript = /^\.js(?![\w])/.test(turn.text.slice(bareEnd, bareEnd + 4))
      const end = isScript ? bareEnd + 3 : bareEnd
      const name = turn.text.slice(token.start, end)
      const isOrdinary =
        lexicon.isPlace(name.toLowerCase()) ||
        PLACE.test(name) ||
        (last === i && (lexicon.isWord(lower) || lexicon.isPlace(lower) || VERSION.test(name)))
      const key = name.toLowerCase()
      candidates.push({ turn, start: token.start, end, key })
      if (!initials.has(i)) capitals.set(key, (capitals.get(key) ?? 0) + 1)
      const before = turn.text.slice(Math.max(0, token.start - 60), token.start)
      const after = turn.text.slice(end, end + 30)
      const person = spans.find(
        ([s, e]) =>
          e <= token.start &&
          token.start - e < 40 &&
          PERSON_LINK.test(turn.text.slice(e, token.start)) &&
          (people.get(turn.index) ?? []).some(([ps]) => ps === s),
      )
      const neighbour =
        isOrdinary || initials.has(i) || token.text.length < 3 || /^\p{Lu}{2,4}$/u.test(name)
          ? undefined
          : (knownByTurn.get(turn.index) ?? []).find(
              (m) =>
                (m.end <= token.start &&
                  token.start - m.end < 24 &&
                  LISTED.test(turn.text.slice(m.end, token.start)) &&
                  m.end < token.start - 1) ||
                (m.start >= end &&
                  m.start - end < 24 &&
                  LISTED.test(turn.text.slice(end, m.start)) &&
                  end < m.start - 1),
            )
      const reason =
        (isScript ? { kind: 'project' as const, rule: 'coined:script', confidence: 0.8 } : undefined) ??
        (SORT_OF_EVENT.test(name)
          ? { kind: 'event' as const, rule: 'coined:occasion', confidence: 0.75 }
          : undefined) ??
        (vouched.repositories.has(squash(name)) && !(isOrdinary && initials.has(i))
          ? { kind: 'project' as const, rule: 'coined:repository', confidence: 0.8 }
          : undefined) ??
        cuesBefore.find((c) => c.pattern.regex.test(before) && (c.after?.test(after) ?? true)) ??
        (person ? { kind: 'company' as const, rule: 'coined:person-from', confidence: 0.7 } : undefined) ??
        cuesAfter.find(
          (c) => c.pattern.regex.test(after) && (c.rule !== 'coined:there-we' || IS_AT.test(before)),
        ) ??
        (SORT_OF_COMPANY.test(name) && !lexicon.isWord(lower)
          ? { kind: 'company' as const, rule: 'coined:by-its-name', confidence: 0.7 }
          : undefined) ??
        (neighbour
          ? {
              kind: (neighbour.candidates[0] as Mention['candidates'][number]).kind as Kind,
              rule: 'coined:listed',
              confidence: 0.5,
            }
          : undefined) ??
        (/^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+){1,3}$/u.test(name) &&
        !IN_CODE.test(name) &&
        !/^(?:Mc|Mac|De|Di|La|Le|Fitz|O)\p{Lu}/u.test(name) &&
        !/[`.#@/]/.test(turn.text[token.start - 1] ?? '') &&
        !name.endsWith('Slack') &&
        name.split(/(?=\p{Lu})/u).some((part) => !lexicon.isWord(part.toLowerCase()))
          ? { kind: 'project' as const, rule: 'coined:camel', confidence: 0.45 }
          : undefined)
      const isInitial = initials.has(i)
      done = last
      const made =
        (MADE.mayMatch(turn) && MADE.regex.test(before)) ||
        (IS_SOFTWARE.mayMatch(turn) && IS_SOFTWARE.regex.test(after))
      const isAcronym = /^\p{Lu}+s?$/u.test(name)
      if (made && !reason && !isAcronym && !isInitial && !isOrdinary) {
        const camel = /\p{Ll}\p{Lu}|^\p{Lu}{2,}\p{Ll}/u.test(name)
        const known = coined.get(key)
        if (!known || known.confidence < 0.6)
          coined.set(key, { kind: 'project', name, rule: 'coined:made', confidence: camel ? 0.6 : 0.45 })
      }
      // "Something called SSA", "an FP library": such letters stand for a notion more often than for a project.
      const isNotion = reason?.rule === 'coined:is-project' || /\bsomething [^.]{0,12}called $/i.test(before)
      if (isNotion && /^\p{Lu}{2,3}$/u.test(name)) continue
      if (
        !reason ||
        (isInitial &&
          !/^coined:(?:s-officer|by-its-name|script|repository|occasion|camel)$/.test(reason.rule)) ||
        (isOrdinary &&
          (FOR_ORDINARY[reason.rule] === undefined ||
            // "an advocate for STEM": a notion in capitals.
            /^\p{Lu}{2,6}$/u.test(name) ||
            (reason.rule === 'coined:tool-called' && vouched.lowerCase.has(key)) ||
            // "a Berlin project", but "the Athens project".
            (reason.rule === 'coined:is-project' && !IS_THE_PROJECT.test(`${before}<>${after}`)))) ||
        NOT_MADE.test(after) ||
        (reason.kind === 'company' && isTown(after, lexicon)) ||
        (isOrdinary && GOES_ON.test(after)) ||
        (WEAK.has(reason.rule) && (/^\p{Lu}{2,6}s?$/u.test(name) || vouched.lowerCase.has(key)))
      )
        continue
      const needs = isOrdinary ? FOR_ORDINARY[reason.rule] : undefined
      note(key, {
        kind: reason.kind,
        name,
        rule: reason.rule,
        confidence: reason.confidence,
        ...(needs === undefined ? {} : { needs }),
      })
    }
  }
  const times = new Map<string, number>()
  for (const { key } of candidates) times.set(key, (times.get(key) ?? 0) + 1)
  return candidates.flatMap(({ turn, start, end, key }) => {
    const coinage = coined.get(key)
    // What looks like any other word must be said three times before one "built" makes it a name.
    if (!coinage || (coinage.confidence < 0.5 && (times.get(key) ?? 0) < 3)) return []
    if ((capitals.get(key) ?? 0) < (coinage.needs ?? 0)) return []
    const { kind, name, rule, confidence } = coinage
    // An everyday word that the registry knows as a name has found its reason here.
    const known = names
      .spelled(squash(name))
      ?.map((s) => ({ id: s.entry.id, kind: s.kind, label: s.entry.name }))
    return [
      {
        turn: turn.index,
        start,
        end,
        surface: turn.text.slice(start, end),
        candidates: [
          ...(known ?? []),
          ...(known?.some((k) => k.kind === kind) || (known?.length && kind !== 'company')
            ? []
            : [{ id: entityId(kind, name), kind, label: name }]),
        ],
        rule,
        confidence,
      },
    ]
  })
}
