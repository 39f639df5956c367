/** Names in a page's heading or an introduction: reason enough to take an everyday word for a name elsewhere. */
import type { Names } from '../names/index.ts'
import { NAMES_PROJECT, squash, tokenize } from '../text.ts'
import type { Conversation } from '../types.ts'

/** Words that introduce a name right before it. */
const INTRODUCES =
  /\b(?:from|of|at|with|about|is|project|called|what(?:'s| is)|maintainers? of|talk(?:ed|ing)? to) (?:the )?$/i

/** Ids whose name stands, with a capital, in the heading or after introducing words in a host's introduction. */
export function findNamedSubjects(conversation: Conversation, names: Names): Set<string> {
  const found = new Set<string>()
  const scan = (text: string, needsCue: boolean): void => {
    const tokens = tokenize(text)
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]
      if (
        !token ||
        !(
          /^\p{Lu}/u.test(token.text) ||
          NAMES_PROJECT.test(text.slice(Math.max(0, token.start - 40), token.start))
        )
      )
        continue
      if (needsCue && !INTRODUCES.test(text.slice(Math.max(0, token.start - 24), token.start))) continue
      for (let size = 1; size <= 3; size++) {
        const last = tokens[i + size - 1]
        if (!last || /[.!?]\s/.test(text.slice(token.end, last.start))) break
        const key = squash(text.slice(token.start, last.end).replace(/['’]s$/, ''))
        for (const spelling of names.spelled(key) ?? []) found.add(spelling.entry.id)
      }
    }
  }
  const { transcript, interviews, turns } = conversation
  scan(transcript.metadata.title ?? '', true)
  for (const { introduction } of interviews)
    scan(turns[introduction.turn]?.text.slice(introduction.start, introduction.end) ?? '', true)
  return found
}
