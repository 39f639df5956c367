/** What the words that introduce guests call them: the founder, the maintainer. */
import { LISTED } from '../../subjects.ts'
import type { LinkedMention } from '../../types.ts'
import type { Draft } from '../rule.ts'
import type { Talk } from '../scene.ts'

/**
 * Guests and what they are introduced with, where the introduction says it of them.
 *
 * @param before What it says right before the name of the thing, or before a list of names that this is one of:
 *   between it and the list no other name stands ("the creator of Keptn, and an engineer at Red Hat").
 * @param unnamed What it says of a thing announced earlier and not named again: "With us is the creator, …".
 */
export function introducedAs(talk: Talk, before: RegExp, unnamed: RegExp): Draft[] {
  const drafts: Draft[] = []
  for (const { introductions } of talk.subjects)
    for (const { person, subject, belongs, evidence } of introductions) {
      if (!belongs) continue
      const text = talk.conversation.turns[evidence.turn]?.text ?? ''
      const named = talk.mentions.filter(
        (m) =>
          m.turn === evidence.turn && m.start >= evidence.start && m.end <= evidence.end && m.kind !== 'url',
      )
      const own = named.filter((m) => m.entity === subject)
      const isSaid = own.length
        ? own.some((m) => before.test(wordsBefore(named, m, text, evidence.start)))
        : unnamed.test(text.slice(evidence.start, evidence.end))
      if (isSaid) drafts.push({ subject: person, object: subject, spans: [evidence] })
    }
  return drafts
}

/** The words before a name, or before the list of names that it is in, as far back as no other name stands. */
function wordsBefore(
  named: readonly LinkedMention[],
  mention: LinkedMention,
  text: string,
  start: number,
): string {
  let from = mention.start
  for (;;) {
    const last = named.findLast((x) => x.end <= from)
    const between = text.slice(last?.end ?? start, from)
    // "The maintainer of an alternative to Firebase called Keptn": what it is like stands before its name.
    if (!last || !(LISTED.test(between) || / (?:called|named) $/.test(between))) return between
    from = last.start
  }
}
