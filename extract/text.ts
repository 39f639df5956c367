/** Words and sentences of a turn, with their offsets. */
import { hear } from './scan/cue.ts'
import { wordOf } from './scan/words.ts'
import type { ReadTurn, Sentence, Token, Turn } from './types.ts'

/** A word, written where one begins: `C++`, `F#`, letters and figures with inner apostrophes. */
const WORD = /[Cc]\+\+|[CF]\\?#|[\p{L}\p{N}]+(?:['’]\p{L}[\p{L}\p{N}]*)*/uy

/** Whether a UTF-16 unit is a letter or figure of ASCII. */
const isPlain = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)
/** Whether a plain word may go on, as another sort of word, with this unit: `'`, `+`, `#`, `\\`, beyond ASCII. */
const goesOn = (unit: number): boolean =>
  unit === 39 || unit === 43 || unit === 35 || unit === 92 || unit > 127

/**
 * The words of a text in order. Linear in its length. Nearly all words are plain, and the expression is asked only
 * about the others: talk is long, and this is the one pass that sees all of it.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    let end = at
    while (isPlain(text.charCodeAt(end))) end++
    const next = text.charCodeAt(end)
    if (goesOn(next)) {
      WORD.lastIndex = at
      end = WORD.test(text) ? WORD.lastIndex : at
    }
    if (end === at) {
      at++
      continue
    }
    const word = wordOf(text.slice(at, end))
    tokens.push({ word, text: word.text, lower: word.lower, start: at, end })
    at = end
  }
  return tokens
}

/** Words before a full stop that does not end a sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr st vs etc jr sr inc ltd no prof approx dept est e.g i.e'.split(' '),
)
const BOUNDARY = /([.!?…]+)(["'”’)\]]*)(\s+)(?=["'“‘([\\]*[\p{Lu}\p{N}])|\n\n+/gu

/** What a question begins with, in words of a recogniser that sets no marks. */
const ASKS =
  /^(?:(?:so|and|okay|ok|now|well|but|cool|all right|alright|then|oh|wait|right|great|yeah),? )*(?:what|when|where|who|whom|whose|which|why|how|(?:is|are|was|were|do|does|did|has|have|can|could|will|would|should)(?:n['’]t)? (?:you|it|that|this|there|they|we|he|she|the|your|any|anyone|anybody)|tell (?:me|us))\b/i

/** Ends with a question mark, or has no mark at its end and asks in its last clause. */
function isQuestion(said: string): boolean {
  if (/\?["'”’)\]]*$/.test(said)) return true
  if (!/[\p{L}\p{N}]$/u.test(said)) return false
  return ASKS.test(said) || ASKS.test(said.slice(said.lastIndexOf(', ') + 1).trimStart())
}

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
        question: isQuestion(text.slice(start, end)),
      })
    start = cut
  }
  return found
}

function capitalsAmong(tokens: readonly Token[]): number[] {
  const capitals: number[] = []
  for (let i = 0; i < tokens.length; i++) if (tokens[i]?.word.capital) capitals.push(i)
  return capitals
}

/** Cuts a turn into words and sentences and listens to it. */
export function readTurn(turn: Turn): ReadTurn {
  const tokens = tokenize(turn.text)
  return {
    index: turn.index,
    text: turn.text,
    tokens,
    capitals: capitalsAmong(tokens),
    sentences: sentences(turn.text, tokens, turn.index),
    heard: hear(tokens),
  }
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
