/** Words and sentences of a turn, with their offsets. */
import { hear } from './scan/cue.ts'
import { wordOf } from './scan/words.ts'
import type { ReadTurn, Sentence, Token, Turn } from './types.ts'

const WORD = /[Cc]\+\+|[CF]\\?#|[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu

/** The words of a text in order. Linear in its length. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const word = wordOf(match[0])
    tokens.push({
      word,
      text: word.text,
      lower: word.lower,
      start: match.index,
      end: match.index + word.text.length,
    })
  }
  return tokens
}

/** Words before a full stop that does not end a sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr st vs etc jr sr inc ltd no prof approx dept est e.g i.e'.split(' '),
)
const BOUNDARY = /([.!?…]+)(["'”’)\]]*)(\s+)(?=["'“‘([\\]*[\p{Lu}\p{N}])|\n\n+/gu

/**
 * Cuts a text into sentences: at closing punctuation before a capital or a figure, and at paragraph breaks.
 * Initials ("J. P.") and common abbreviations do not end a sentence.
 * @param tokens the words of the same text
 */
export function sentences(text: string, tokens: readonly Token[], turn: number): Sentence[] {
  const cuts: number[] = []
  for (const match of text.matchAll(BOUNDARY)) {
    if (match[1] === '.') {
      const before = text.slice(Math.max(0, match.index - 12), match.index).match(/[\p{L}.-]+$/u)?.[0] ?? ''
      if (/^\p{Lu}$/u.test(before) || ABBREVIATIONS.has(before.toLowerCase())) continue
    }
    cuts.push(match.index + match[0].length)
  }
  cuts.push(text.length)
  const found: Sentence[] = []
  let start = 0
  let token = 0
  for (const cut of cuts) {
    const firstToken = token
    while (token < tokens.length && (tokens[token]?.start ?? 0) < cut) token++
    const end = start + text.slice(start, cut).trimEnd().length
    if (token > firstToken)
      found.push({
        turn,
        start,
        end,
        firstToken,
        endToken: token,
        question: /\?["'”’)\]]*$/.test(text.slice(start, end)),
      })
    start = cut
  }
  return found
}

const readings = new WeakMap<Turn, ReadTurn>()

/** Cuts a turn into words and sentences; each turn once, whoever asks. */
export function readTurn(turn: Turn): ReadTurn {
  const known = readings.get(turn)
  if (known) return known
  const tokens = tokenize(turn.text)
  const read = {
    index: turn.index,
    text: turn.text,
    tokens,
    sentences: sentences(turn.text, tokens, turn.index),
    heard: hear(tokens),
  }
  readings.set(turn, read)
  return read
}

/** Ends right before a project's name, so surely that even a recogniser's lower case is one: "a maintainer on …". */
export const NAMES_PROJECT =
  /\b(?:maintainers?|contributors?|creators?|authors?|founders?) (?:of|on|for|behind|to) (?:the )?$|\bproject called $/i

/** Letters and digits only, in lower case: what is left of a name when spelling habits are taken off. */
export const squash = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}+#]+/gu, '')

/** The words that occur in lower case somewhere in a talk. */
export function lowerCaseWords(turns: readonly ReadTurn[]): Set<string> {
  const words = new Set<string>()
  for (const { tokens } of turns) for (const { text, lower } of tokens) if (text === lower) words.add(lower)
  return words
}
