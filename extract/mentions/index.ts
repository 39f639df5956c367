/** All words that name something, in order; finders run from the surest to the least sure, and earlier ones keep their words. */
import { entityId } from '../../src/ids.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Names } from '../names/index.ts'
import { lowerCaseWords } from '../text.ts'
import type { Conversation, Mention, ReadTurn } from '../types.ts'
import { findAddresses } from './addresses.ts'
import { findCoined } from './coined.ts'
import { findKnown } from './known.ts'
import { findLinked, type Linked, repositoriesIn } from './linked.ts'
import { findMaturity } from './maturity.ts'
import { findMisheard } from './misheard.ts'
import { findPeople } from './people.ts'

type Spans = Map<number, [number, number][]>

function addSpans(spans: Spans, mentions: readonly Mention[]): Spans {
  const joined: Spans = new Map([...spans].map(([turn, list]) => [turn, [...list]]))
  for (const { turn, start, end } of mentions) {
    const list = joined.get(turn)
    if (list) list.push([start, end])
    else joined.set(turn, [[start, end]])
  }
  return joined
}

/** Before an address that is the name of a company, and of a project. */
const COMPANY_SITE =
  /\b(?:(?:founders?|co-?founders?|CEO|CTO|COO|VP|engineers?|developers?|architect|manager|lead|head of [a-z]+|advocate|employees?|team|folks|people|guys) (?:of|at|from|for|with)|work(?:s|ed|ing)? (?:at|for)|joined|company(?: called| named)?|startup(?: called| named)?|(?:company|startup|employer) is) (?:the )?\[?$/i
const PROJECT_SITE =
  /\b(?:(?:project|tool|library|framework|app|service|thing|platform|something)(?: that is|,)? (?:called|named)|(?:maintain(?:s|ed|ing)?|built|created|wrote|made|launched|started)) (?:the |this )?\[?$/i
/** A bare host with a name of its own, not a page on it. */
const BARE = /^[a-z\d-]+\.[a-z]{2,}$/

/** Addresses that are the names of what has them, as in "the founder of iron.io": these are no addresses then. */
function namesOfSites(addresses: readonly Mention[], turns: readonly ReadTurn[]): Mention[] {
  const kinds = new Map<string, 'company' | 'project'>()
  const isWritten = ({ rule, surface }: Mention): boolean =>
    rule === 'address:written' && BARE.test(surface.toLowerCase())
  for (const mention of addresses) {
    if (!isWritten(mention)) continue
    const before = turns[mention.turn]?.text.slice(Math.max(0, mention.start - 50), mention.start) ?? ''
    const kind = COMPANY_SITE.test(before) ? 'company' : PROJECT_SITE.test(before) ? 'project' : undefined
    if (kind && !kinds.has(mention.surface.toLowerCase())) kinds.set(mention.surface.toLowerCase(), kind)
  }
  return addresses.map((mention) => {
    const kind = isWritten(mention) ? kinds.get(mention.surface.toLowerCase()) : undefined
    if (!kind) return mention
    const { surface } = mention
    return {
      ...mention,
      candidates: [{ id: entityId(kind, surface), kind, label: surface }],
      rule: 'address:name',
    }
  })
}

/** Those mentions that do not overlap a span. */
const outside = (mentions: readonly Mention[], spans: Spans): Mention[] =>
  mentions.filter((m) => !(spans.get(m.turn) ?? []).some(([start, end]) => m.start < end && start < m.end))

/** People whom a link to their page names: "[Vera Lind](https://twitter.com/vera)". */
const linkedPeople = (turns: Conversation['turns'], linked: readonly Linked[]): Mention[] =>
  linked
    .filter((l) => l.kind === 'person')
    .map(({ turn, start, end, name, confidence }) => ({
      turn,
      start,
      end,
      surface: turns[turn]?.text.slice(start, end) ?? name,
      candidates: [{ id: entityId('person', name), kind: 'person', label: name }],
      rule: 'person:linked',
      confidence,
    }))

/**
 * @param subjects ids of the registry that the heading or an introduction names
 */
export function findMentions(
  conversation: Conversation,
  names: Names,
  lexicon: Lexicon,
  subjects: ReadonlySet<string>,
): Mention[] {
  const { turns, cast, interviews } = conversation
  const lowerCase = lowerCaseWords(turns)
  const addresses = namesOfSites(findAddresses(turns), turns)
  const registered = outside(
    findKnown(turns, names, lexicon, subjects, lowerCase),
    addSpans(new Map(), addresses),
  )
  let taken = addSpans(addSpans(new Map(), addresses), registered)
  const maturity = outside(findMaturity(turns, interviews), taken)
  taken = addSpans(taken, maturity)
  const linked = findLinked(turns, lexicon)
  const introduced = findPeople(turns, cast, interviews, lexicon, taken)
  const people = [...introduced, ...outside(linkedPeople(turns, linked), addSpans(taken, introduced))]
  const peopleSpans = addSpans(new Map(), people)
  const known = outside(registered, peopleSpans)
  const named = new Set(known.flatMap((m) => m.candidates.map((c) => c.id)))
  const misheard = findMisheard(turns, names, lexicon, addSpans(taken, people), named, lowerCase)
  taken = addSpans(taken, misheard)
  const coined = findCoined(turns, names, lexicon, taken, peopleSpans, {
    linked,
    repositories: repositoriesIn(addresses),
    known: [...known, ...misheard],
    lowerCase,
  })
  return [...addresses, ...known, ...maturity, ...people, ...misheard, ...coined].sort(
    (a, b) => a.turn - b.turn || a.start - b.start || b.end - a.end,
  )
}
