/** All words that name something, in order; finders run from the surest to the least sure, and earlier ones keep their words. */
import { entityId } from '../../src/ids.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Names } from '../names/index.ts'
import { lowerCaseWords } from '../text.ts'
import type { Conversation, Mention } from '../types.ts'
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
  const addresses = findAddresses(turns)
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
